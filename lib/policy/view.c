/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

#include "base/text.h"

const struct cmpl_rule *cmpl_view_rule(const struct complaint_policy *policy, uint32_t rule)
{
	return policy && rule < policy->rules_count ? &policy->rules[rule] : NULL;
}

/* The rule's reading by number, NULL when it has none. */
static const struct cmpl_reading *reading_of(const struct complaint_policy *policy,
					     const struct cmpl_rule *rule, size_t number)
{
	if (!rule || number >= rule->readings.count)
		return NULL;
	return &policy->readings[rule->readings.first + number];
}

/*
 * Where the record lies: *ret_variant says in which of the two arrays of the kind. CMPL_NONE when
 * the rule is of another kind or has no such reading.
 */
static uint32_t record_of(const struct complaint_policy *policy, uint32_t number, uint32_t reading,
			  enum cmpl_rule_kind kind, bool *ret_variant)
{
	const struct cmpl_rule *rule = cmpl_view_rule(policy, number);
	const struct cmpl_reading *changed;

	*ret_variant = reading != COMPLAINT_NONE;
	if (!rule || rule->kind != kind)
		return CMPL_NONE;
	if (reading == COMPLAINT_NONE)
		return rule->index;
	changed = reading_of(policy, rule, reading);
	return changed ? changed->variant : CMPL_NONE;
}

#define VIEW(noun, plural, KIND)                                                                   \
	const struct cmpl_##noun *cmpl_view_##noun(const struct complaint_policy *policy,          \
						   uint32_t rule, uint32_t reading)                \
	{                                                                                          \
		bool variant;                                                                      \
		uint32_t index = record_of(policy, rule, reading, KIND, &variant);                 \
                                                                                                   \
		if (index == CMPL_NONE)                                                            \
			return NULL;                                                               \
		return variant ? &policy->noun##_variants[index] : &policy->plural[index];         \
	}

VIEW(refusal, refusals, CMPL_RULE_REFUSAL)
VIEW(exclusion, exclusions, CMPL_RULE_EXCLUSION)
VIEW(route, routes, CMPL_RULE_ROUTE)
VIEW(stage, stages, CMPL_RULE_STAGE)
VIEW(duty, duties, CMPL_RULE_DUTY)
VIEW(extension, extensions, CMPL_RULE_EXTENSION)
VIEW(tier, tiers, CMPL_RULE_TIER)
VIEW(window, windows, CMPL_RULE_WINDOW)

uint32_t
complaint_policy_rule_count(const struct complaint_policy *policy)
{
	return policy ? policy->rules_count : 0;
}

uint32_t
complaint_policy_find_rule(const struct complaint_policy *policy, const char *id, size_t length)
{
	if (!policy || !id)
		return COMPLAINT_NONE;
	return cmpl_policy_find_rule(policy, id, cmpl_text_length(id, length));
}

int32_t
complaint_policy_get_rule_kind(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->kind : 0;
}

const char *
complaint_policy_get_rule_id(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? cmpl_policy_text_or_null(policy, own->id) : NULL;
}

const char *
complaint_policy_get_rule_clause(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? cmpl_policy_text_or_null(policy, own->clause) : NULL;
}

const char *
complaint_policy_get_rule_says(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? cmpl_policy_text_or_null(policy, own->says) : NULL;
}

int32_t
complaint_policy_get_rule_strength(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->strength : 0;
}

uint32_t
complaint_policy_get_rule_owner(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->owner : COMPLAINT_NONE;
}

uint32_t
complaint_policy_get_rule_line(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->line : 0;
}

const char *
complaint_policy_get_rule_source(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? cmpl_policy_text_or_null(policy, own->source) : NULL;
}

int32_t
complaint_policy_get_rule_sure(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->sure : 0;
}

const char *
complaint_policy_get_rule_superseded(const struct complaint_policy *policy, uint32_t rule,
				     complaint_day *ret_from)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	if (!own || own->superseded_from == INT32_MIN)
		return NULL;
	if (ret_from)
		*ret_from = own->superseded_from;
	return cmpl_policy_text(policy, own->superseded_says);
}

complaint_status
complaint_policy_get_rule_in_force(const struct complaint_policy *policy, uint32_t rule,
				   complaint_day *ret_from, complaint_day *ret_until)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	if (!own)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (own->in_force == CMPL_NONE)
		return COMPLAINT_ERR_NOT_FOUND;
	if (ret_from)
		*ret_from = policy->spans[own->in_force].from;
	if (ret_until)
		*ret_until = policy->spans[own->in_force].until;
	return COMPLAINT_OK;
}

size_t
complaint_policy_rule_left_open_count(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->left_open.count : 0;
}

const char *
complaint_policy_get_rule_left_open(const struct complaint_policy *policy, uint32_t rule,
				    size_t index)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	if (!own || index >= own->left_open.count)
		return NULL;
	return cmpl_policy_text(policy, policy->lines[own->left_open.first + index]);
}

static const struct cmpl_conflict *conflict(const struct complaint_policy *policy, uint32_t rule,
					    size_t index)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	if (!own || index >= own->conflicts.count)
		return NULL;
	return &policy->conflicts[own->conflicts.first + index];
}

size_t
complaint_policy_rule_conflict_count(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->conflicts.count : 0;
}

const char *
complaint_policy_get_rule_conflict_clause(const struct complaint_policy *policy, uint32_t rule,
					  size_t index)
{
	const struct cmpl_conflict *other = conflict(policy, rule, index);

	return other ? cmpl_policy_text_or_null(policy, other->clause) : NULL;
}

const char *
complaint_policy_get_rule_conflict_says(const struct complaint_policy *policy, uint32_t rule,
					size_t index)
{
	const struct cmpl_conflict *other = conflict(policy, rule, index);

	return other ? cmpl_policy_text_or_null(policy, other->says) : NULL;
}

uint32_t
complaint_policy_get_rule_conflict_rule(const struct complaint_policy *policy, uint32_t rule,
					size_t index)
{
	const struct cmpl_conflict *other = conflict(policy, rule, index);

	return other ? other->rule : COMPLAINT_NONE;
}

size_t
complaint_policy_rule_reading_count(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);

	return own ? own->readings.count : 0;
}

const char *
complaint_policy_get_rule_reading_text(const struct complaint_policy *policy, uint32_t rule,
				       size_t index, int32_t which)
{
	const struct cmpl_reading *reading =
		reading_of(policy, cmpl_view_rule(policy, rule), index);

	if (!reading)
		return NULL;
	switch (which) {
	case COMPLAINT_READING_LABEL: return cmpl_policy_text_or_null(policy, reading->label);
	case COMPLAINT_READING_WORDS: return cmpl_policy_text_or_null(policy, reading->words);
	case COMPLAINT_READING_SAYS: return cmpl_policy_text_or_null(policy, reading->says);
	case COMPLAINT_READING_CLAUSE: return cmpl_policy_text_or_null(policy, reading->clause);
	default: return NULL;
	}
}

int32_t
complaint_policy_get_rule_reading_strength(const struct complaint_policy *policy, uint32_t rule,
					   uint32_t reading)
{
	const struct cmpl_rule *own = cmpl_view_rule(policy, rule);
	const struct cmpl_reading *changed = reading_of(policy, own, reading);

	if (reading == COMPLAINT_NONE)
		return own ? own->strength : 0;
	return changed ? changed->strength : 0;
}
