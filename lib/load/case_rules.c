/* SPDX-License-Identifier: MIT */
/* Rules and readings that a case or a scenario names. */
#include <string.h>

#include "load/case_load.h"

#define MOST_CANDIDATES 4000

const char *cmpl_rule_kind_text(enum cmpl_rule_kind kind)
{
	switch (kind) {
	case CMPL_RULE_REFUSAL: return "a refusal";
	case CMPL_RULE_EXCLUSION: return "an exclusion";
	case CMPL_RULE_ROUTE: return "a route";
	case CMPL_RULE_STAGE: return "a stage";
	case CMPL_RULE_DUTY: return "a duty";
	case CMPL_RULE_EXTENSION: return "an extension";
	case CMPL_RULE_TIER: return "a tier";
	case CMPL_RULE_WINDOW: return "a window";
	}
	return "a rule";
}

static const char *kinds_text(unsigned kinds)
{
	for (unsigned kind = CMPL_RULE_REFUSAL; kind <= CMPL_RULE_WINDOW; kind++)
		if (kinds == 1u << kind)
			return cmpl_rule_kind_text((enum cmpl_rule_kind)kind);
	return "a rule";
}

static void offer_rules(const struct complaint_set *set, struct cmpl_suggest *suggest,
			unsigned kinds)
{
	size_t left = MOST_CANDIDATES;

	for (uint32_t i = 0; i < set->policy_count; i++) {
		const struct complaint_policy *policy = set->policies[i];

		for (uint32_t rule = 0; rule < policy->rules_count; rule++) {
			const char *id = cmpl_policy_text(policy, policy->rules[rule].id);

			if (!(kinds & 1u << policy->rules[rule].kind) || !*id)
				continue;
			if (left-- == 0)
				return;
			cmpl_suggest_offer(suggest, id, strlen(id));
		}
	}
}

static void fault_rule(struct cmpl_case_load *load, const char *text, size_t length,
		       struct cmpl_place place, unsigned kinds)
{
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_RULE, place, "the policy has no rule %s",
		   cmpl_quote(reader, text, length));
	if (!cmpl_suggest_start(reader, &suggest, text, length))
		return;
	offer_rules(load->set, &suggest, kinds);
	cmpl_suggest_end(reader, &suggest, "write the id of a rule of the policy");
}

bool cmpl_case_find_rule(struct cmpl_case_load *load, const char *text, size_t length,
			 struct cmpl_place place, unsigned kinds)
{
	struct cmpl_reader *reader = &load->reader;
	unsigned other = 0;

	for (uint32_t i = 0; load->set && i < load->set->policy_count; i++) {
		const struct complaint_policy *policy = load->set->policies[i];
		uint32_t rule = cmpl_policy_find_rule(policy, text, length);

		if (rule == CMPL_NONE)
			continue;
		other = policy->rules[rule].kind;
		if (kinds & 1u << other)
			return true;
	}
	if (!load->set && cmpl_id_valid(text, length))
		return true; /* no policy is at hand that could say */
	if (other == 0 && load->set) {
		fault_rule(load, text, length, place, kinds);
	} else if (other == 0) {
		cmpl_fault(reader, CMPL_CODE_ID_MALFORMED, place, "%s is not a name",
			   cmpl_quote(reader, text, length));
		cmpl_hint(reader, "write the id of %s", kinds_text(kinds));
	} else {
		cmpl_fault(reader, CMPL_CODE_RULE_OF_ANOTHER_KIND, place,
			   "%s is %s, and %s is wanted here", cmpl_quote(reader, text, length),
			   cmpl_rule_kind_text((enum cmpl_rule_kind)other), kinds_text(kinds));
		cmpl_hint(reader, "write the id of %s", kinds_text(kinds));
	}
	return false;
}

/* Go through the labels of a rule's readings, a stage's extension included. */
static void offer_labels(const struct complaint_policy *policy, uint32_t rule,
			 struct cmpl_suggest *suggest)
{
	const struct cmpl_rule *own = &policy->rules[rule];
	uint32_t extension = CMPL_NONE;

	for (uint32_t i = 0; i < own->readings.count; i++) {
		const struct cmpl_reading *reading = &policy->readings[own->readings.first + i];
		const char *label = cmpl_policy_text(policy, reading->label);

		cmpl_suggest_offer(suggest, label, strlen(label));
	}
	if (own->kind == CMPL_RULE_STAGE)
		extension = policy->stages[own->index].extension;
	if (extension != CMPL_NONE)
		offer_labels(policy, policy->extensions[extension].rule, suggest);
}

static void fault_label(struct cmpl_case_load *load, const char *rule, size_t rule_length,
			const char *label, size_t length, struct cmpl_place place)
{
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_READING, place, "%s has no reading %s",
		   cmpl_quote(reader, rule, rule_length), cmpl_quote(reader, label, length));
	if (!cmpl_suggest_start(reader, &suggest, label, length))
		return;
	for (uint32_t i = 0; i < load->set->policy_count; i++) {
		const struct complaint_policy *policy = load->set->policies[i];
		uint32_t found = cmpl_policy_find_rule(policy, rule, rule_length);

		if (found != CMPL_NONE)
			offer_labels(policy, found, &suggest);
	}
	cmpl_suggest_end(reader, &suggest, "write a label that the rule has under \"or-read-as\"");
}

bool cmpl_case_find_label(struct cmpl_case_load *load, const char *rule, size_t rule_length,
			  const char *label, size_t length, struct cmpl_place place)
{
	for (uint32_t i = 0; load->set && i < load->set->policy_count; i++) {
		const struct complaint_policy *policy = load->set->policies[i];
		uint32_t found = cmpl_policy_find_rule(policy, rule, rule_length);

		if (cmpl_policy_find_reading(policy, found, label, length) != CMPL_NONE)
			return true;
	}
	if (!load->set)
		return true;
	fault_label(load, rule, rule_length, label, length, place);
	return false;
}
