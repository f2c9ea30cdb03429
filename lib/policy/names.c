/* SPDX-License-Identifier: MIT */
#include "policy/policy.h"

#include "base/text.h"
#include "policy/vocabulary.h"

/* The policy's own name, NULL for a standard one. */
static const struct cmpl_own_name *own_name(const struct complaint_policy *policy,
					    enum cmpl_list list, uint32_t name)
{
	if (name < CMPL_OWN || name - CMPL_OWN >= policy->own_count[list])
		return NULL;
	return &policy->own[list][name - CMPL_OWN];
}

static const struct cmpl_standard_name *standard_name(enum cmpl_list list, uint32_t name)
{
	return name < cmpl_vocabulary_count[list] ? &cmpl_vocabulary[list][name] : NULL;
}

static const struct cmpl_phrase nothing = { "", 0 };

struct cmpl_phrase cmpl_policy_name_phrase(const struct complaint_policy *policy,
					   enum cmpl_list list, uint32_t name)
{
	const struct cmpl_own_name *own = own_name(policy, list, name);
	const struct cmpl_standard_name *standard = standard_name(list, name);

	if (own)
		return cmpl_policy_phrase(policy, own->id);
	return standard ? (struct cmpl_phrase){ standard->id, standard->id_length } : nothing;
}

struct cmpl_phrase cmpl_policy_words_phrase(const struct complaint_policy *policy,
					    enum cmpl_list list, uint32_t name)
{
	const struct cmpl_own_name *own = own_name(policy, list, name);
	const struct cmpl_standard_name *standard = standard_name(list, name);

	for (uint32_t i = 0; i < policy->wordings_count; i++)
		if (policy->wordings[i].list == list && policy->wordings[i].name == name)
			return cmpl_policy_phrase(policy, policy->wordings[i].words);
	if (own)
		return cmpl_policy_phrase(policy, own->words);
	return standard ? (struct cmpl_phrase){ standard->words, standard->words_length } : nothing;
}

const char *cmpl_policy_name_id(const struct complaint_policy *policy, enum cmpl_list list,
				uint32_t name)
{
	return cmpl_policy_name_phrase(policy, list, name).text;
}

const char *cmpl_policy_name_words(const struct complaint_policy *policy, enum cmpl_list list,
				   uint32_t name)
{
	return cmpl_policy_words_phrase(policy, list, name).text;
}

uint8_t cmpl_policy_name_type(const struct complaint_policy *policy, uint32_t fact)
{
	const struct cmpl_own_name *own = own_name(policy, CMPL_FACTS, fact);
	const struct cmpl_standard_name *standard = standard_name(CMPL_FACTS, fact);

	if (own)
		return own->type;
	return standard ? standard->type : 0;
}

uint8_t cmpl_policy_name_silence(const struct complaint_policy *policy, enum cmpl_list list,
				 uint32_t name)
{
	const struct cmpl_own_name *own = own_name(policy, list, name);
	const struct cmpl_standard_name *standard = standard_name(list, name);

	if (own)
		return own->silence;
	return standard ? standard->silence : COMPLAINT_TRUTH_NOT_GIVEN;
}

const char *cmpl_policy_choice_id(const struct complaint_policy *policy, uint32_t fact,
				  uint32_t value)
{
	const struct cmpl_own_name *own = own_name(policy, CMPL_FACTS, fact);

	if (!own)
		return complaint_vocabulary_get_value(fact, value);
	if (value >= own->values.count)
		return NULL;
	return cmpl_policy_text(policy, policy->lines[own->values.first + value]);
}

uint32_t cmpl_policy_find_name(const struct complaint_policy *policy, enum cmpl_list list,
			       const char *id, size_t length)
{
	uint32_t name = cmpl_vocabulary_find(list, id, length);

	if (name != CMPL_NONE)
		return name;
	for (uint32_t i = 0; i < policy->own_count[list]; i++)
		if (cmpl_text_is(id, length, cmpl_policy_text(policy, policy->own[list][i].id)))
			return CMPL_OWN + i;
	return CMPL_NONE;
}

uint32_t cmpl_policy_find_rule(const struct complaint_policy *policy, const char *id, size_t length)
{
	if (length == 0)
		return CMPL_NONE; /* refusal and extension have an empty id */
	for (uint32_t i = 0; i < policy->rules_count; i++)
		if (cmpl_text_is(id, length, cmpl_policy_text(policy, policy->rules[i].id)))
			return i;
	return CMPL_NONE;
}

static uint32_t find_label(const struct complaint_policy *policy, const struct cmpl_rule *rule,
			   const char *label, size_t length)
{
	for (uint32_t i = 0; i < rule->readings.count; i++) {
		uint32_t reading = rule->readings.first + i;

		if (cmpl_text_is(label, length,
				 cmpl_policy_text(policy, policy->readings[reading].label)))
			return reading;
	}
	return CMPL_NONE;
}

uint32_t cmpl_policy_find_reading(const struct complaint_policy *policy, uint32_t rule,
				  const char *label, size_t length)
{
	const struct cmpl_rule *own;
	uint32_t found, extension;

	if (rule >= policy->rules_count)
		return CMPL_NONE;
	own = &policy->rules[rule];
	found = find_label(policy, own, label, length);
	if (found != CMPL_NONE || own->kind != CMPL_RULE_STAGE)
		return found;

	extension = policy->stages[own->index].extension;
	if (extension == CMPL_NONE)
		return CMPL_NONE;
	return find_label(policy, &policy->rules[policy->extensions[extension].rule], label,
			  length);
}
