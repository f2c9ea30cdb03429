/* SPDX-License-Identifier: MIT */
/* Texts, names, limits and anchors of a policy under a key, by lengths that are known. */
#include "phrase/phrase.h"

#include "policy/words.h"

void cmpl_put_text(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_policy *policy, cmpl_text text)
{
	if (text)
		cmpl_json_put_phrase(json, key, key_length, cmpl_policy_phrase(policy, text));
}

void cmpl_put_word(struct cmpl_json *json, const char *key, size_t key_length, const char *word)
{
	if (word)
		cmpl_json_put_plain(json, key, key_length, word, cmpl_word_length(word));
}

void cmpl_put_limit(struct cmpl_json *json, const char *key, size_t key_length,
		    struct cmpl_limit limit)
{
	if (limit.unit == COMPLAINT_UNIT_NONE)
		return;
	json->made.length = 0;
	if (limit.unit <= COMPLAINT_UNIT_YEARS) {
		cmpl_string_add_number(&json->made, limit.amount);
		cmpl_string_add_char(&json->made, ' ');
	}
	cmpl_string_add(&json->made, cmpl_word_unit(limit.unit, limit.amount));
	if (!json->made.failed)
		cmpl_json_put_plain(json, key, key_length, json->made.text, json->made.length);
}

void cmpl_put_anchor(struct cmpl_json *json, const char *key, size_t key_length,
		     const struct complaint_policy *policy, uint32_t anchor)
{
	const struct cmpl_anchor *from;

	if (anchor == CMPL_NONE)
		return;
	from = &policy->anchors[anchor];
	if (from->kind == CMPL_ANCHOR_EVENT)
		cmpl_put_name(json, key, key_length, policy, CMPL_EVENTS, from->index);
	else
		cmpl_put_text(json, key, key_length, policy, from->words);
}

void cmpl_put_name(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_policy *policy, enum cmpl_list list, uint32_t name)
{
	if (name != CMPL_NONE)
		cmpl_json_put_phrase(json, key, key_length,
				     cmpl_policy_name_phrase(policy, list, name));
}

struct cmpl_phrase cmpl_rule_phrase(const struct complaint_policy *policy, uint32_t rule)
{
	static const struct cmpl_phrase none = { NULL, 0 }, refusal = { "refusal", 7 };

	if (rule >= policy->rules_count)
		return none;
	if (policy->rules[rule].kind == CMPL_RULE_REFUSAL)
		return refusal;
	if (policy->rules[rule].kind == CMPL_RULE_EXTENSION)
		rule = policy->rules[rule].owner;
	return cmpl_policy_phrase(policy, policy->rules[rule].id);
}
