/* SPDX-License-Identifier: MIT */
#pragma once

#include "json/writer.h"
#include "policy/policy.h"

/*
 * What an answer says of a policy's rules, as JSON, from where it lies: with lengths that are
 * known, and nothing looked through again. The key is CMPL_KEY("due").
 */

/* Nothing where there is none; a word of words.h, NULL for none. */
void cmpl_put_text(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_policy *policy, cmpl_text text);
void cmpl_put_word(struct cmpl_json *json, const char *key, size_t key_length, const char *word);
void cmpl_put_limit(struct cmpl_json *json, const char *key, size_t key_length,
		    struct cmpl_limit limit);
void cmpl_put_anchor(struct cmpl_json *json, const char *key, size_t key_length,
		     const struct complaint_policy *policy, uint32_t anchor);
/* An id of the standard or the policy's own; nothing for CMPL_NONE. */
void cmpl_put_name(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_policy *policy, enum cmpl_list list, uint32_t name);
void cmpl_put_day(struct cmpl_json *json, const char *key, size_t key_length, cmpl_day day);
/*
 * A rule by the name that readings and scenarios use: its id, "refusal", an extension's stage.
 * NULL: none.
 */
struct cmpl_phrase cmpl_rule_phrase(const struct complaint_policy *policy, uint32_t rule);

/* clause, says */
void cmpl_phrase_rule_head(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_rule *rule);
/* strength, superseded, left-open, conflicts-with */
void cmpl_phrase_rule_tail(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_rule *rule, int32_t strength);
/* within, after, before, done-by */
void cmpl_phrase_duty_counting(struct cmpl_json *json, const struct complaint_policy *policy,
			       const struct cmpl_duty *duty);
/* the tail of its rule; place, of, by, tell (or ask, refer-to), about */
void cmpl_phrase_duty_tail(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_duty *duty, int32_t strength);
/* wait, opens-after, within, after, used-by */
void cmpl_phrase_window_counting(struct cmpl_json *json, const struct complaint_policy *policy,
				 const struct cmpl_window *window);
/* test: a leaf of a condition */
void cmpl_phrase_test(struct cmpl_json *json, const struct complaint_policy *policy, uint32_t term);

/*
 * A phrase that the loader made; false: there is none, and it has to be made now. What it is made
 * of stands in it as it will stand in the answer, commas and all.
 */
static inline bool cmpl_put_ready(struct cmpl_json *json, const struct complaint_policy *policy,
				  cmpl_text phrase)
{
	uint16_t length;

	if (!phrase)
		return false;
	length = cmpl_policy_text_head(policy, phrase);
	if (cmpl_json_room(json, length))
		json->at = cmpl_json_put(json->at, policy->text + phrase, length);
	return true;
}
