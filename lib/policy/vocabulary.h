/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <complaint/vocabulary.h>

#include "policy/policy.h"

/* The standard names, compiled in from rules/vocabulary.yaml; their places are for ever. */
struct cmpl_standard_name {
	const char *id;
	uint8_t type;    /* COMPLAINT_TYPE_*; facts only */
	uint8_t silence; /* as in struct cmpl_own_name */
	uint8_t id_length;
	uint16_t words_length;     /* no name and no word of the standard has anything to escape */
	const char *const *values; /* choice: ids, NULL-terminated; else NULL */
	const char *words;
};

extern const struct cmpl_standard_name *const cmpl_vocabulary[CMPL_LIST_COUNT];
extern const uint32_t cmpl_vocabulary_count[CMPL_LIST_COUNT];
/* Places of a list's names, ordered by the bytes of the name. */
extern const uint16_t *const cmpl_vocabulary_order[CMPL_LIST_COUNT];

/* CMPL_NONE when there is none. */
uint32_t cmpl_vocabulary_find(enum cmpl_list list, const char *id, size_t length);
