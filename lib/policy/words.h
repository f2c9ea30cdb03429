/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * The format's words for the numbers of the public headers: what a rule file and a JSON answer
 * write. NULL for 0 and for a number that this version does not have.
 */
/* Of a word that one of these functions gave, but for cmpl_word_unit(). */
static inline size_t cmpl_word_length(const char *word)
{
	return (unsigned char)word[-1];
}
const char *cmpl_word_truth(int32_t truth);
const char *cmpl_word_outcome(int32_t outcome);
const char *cmpl_word_duty_state(int32_t state);
const char *cmpl_word_cause(int32_t cause);
const char *cmpl_word_extension_outcome(int32_t outcome);
const char *cmpl_word_window_state(int32_t state);
const char *cmpl_word_standing(int32_t state);
const char *cmpl_word_at(int32_t at); /* one bit */
const char *cmpl_word_rule_kind(int32_t kind);
const char *cmpl_word_strength(int32_t strength);
const char *cmpl_word_effect(int32_t effect);
const char *cmpl_word_favours(int32_t favours);
const char *cmpl_word_sure(int32_t sure);
const char *cmpl_word_place(int32_t place);
const char *cmpl_word_verb(int32_t verb);
const char *cmpl_word_condition(int32_t sort);
const char *cmpl_word_term(int32_t kind);
const char *cmpl_word_type(int32_t type);
const char *cmpl_word_grounds(int32_t grounds);
/* "working days", "working day" for one; the limit words that have no amount whole. */
const char *cmpl_word_unit(int32_t unit, int32_t amount);
