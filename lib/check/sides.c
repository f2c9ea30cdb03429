/* SPDX-License-Identifier: MIT */
/* Every rule that has a condition, as the file chose it and under each reading that changes it. */
#include "check/check.h"

struct cmpl_side cmpl_side_of_exclusion(const struct cmpl_exclusion *exclusion)
{
	return (struct cmpl_side){ .rule = exclusion->rule,
				   .reading = CMPL_NONE,
				   .when = exclusion->when,
				   .unless = exclusion->unless,
				   .counting = exclusion->counting };
}

struct cmpl_side cmpl_side_of_route(const struct cmpl_route *route)
{
	return (struct cmpl_side){ .rule = route->rule,
				   .reading = CMPL_NONE,
				   .when = route->when,
				   .unless = route->unless,
				   .counting = route->counting };
}

struct cmpl_side cmpl_side_of_window(const struct cmpl_window *window)
{
	return (struct cmpl_side){ .rule = window->rule,
				   .reading = CMPL_NONE,
				   .when = window->when,
				   .unless = window->unless,
				   .counting = window->counting };
}

struct cmpl_side cmpl_side_of_duty(const struct cmpl_duty *duty)
{
	return (struct cmpl_side){ .rule = duty->rule,
				   .reading = CMPL_NONE,
				   .when = duty->when,
				   .unless = duty->unless,
				   .counting = duty->counting };
}

struct cmpl_side cmpl_side_of_tier(const struct cmpl_tier *tier)
{
	return (struct cmpl_side){ .rule = tier->rule,
				   .reading = CMPL_NONE,
				   .when = CMPL_NONE,
				   .needs = tier->needs,
				   .counting = CMPL_NONE };
}

static bool side_of_rule(const struct complaint_policy *policy, const struct cmpl_rule *rule,
			 struct cmpl_side *ret_side)
{
	switch ((enum cmpl_rule_kind)rule->kind) {
	case CMPL_RULE_EXCLUSION:
		*ret_side = cmpl_side_of_exclusion(&policy->exclusions[rule->index]);
		return true;
	case CMPL_RULE_ROUTE:
		*ret_side = cmpl_side_of_route(&policy->routes[rule->index]);
		return true;
	case CMPL_RULE_DUTY:
		*ret_side = cmpl_side_of_duty(&policy->duties[rule->index]);
		return true;
	case CMPL_RULE_WINDOW:
		*ret_side = cmpl_side_of_window(&policy->windows[rule->index]);
		return true;
	case CMPL_RULE_TIER:
		*ret_side = cmpl_side_of_tier(&policy->tiers[rule->index]);
		return true;
	case CMPL_RULE_REFUSAL:
	case CMPL_RULE_STAGE:
	case CMPL_RULE_EXTENSION: break;
	}
	return false;
}

static void side_of_reading(const struct complaint_policy *policy, uint32_t number,
			    struct cmpl_side *ret_side)
{
	const struct cmpl_reading *reading = &policy->readings[number];

	switch ((enum cmpl_rule_kind)policy->rules[reading->rule].kind) {
	case CMPL_RULE_EXCLUSION:
		*ret_side = cmpl_side_of_exclusion(&policy->exclusion_variants[reading->variant]);
		break;
	case CMPL_RULE_ROUTE:
		*ret_side = cmpl_side_of_route(&policy->route_variants[reading->variant]);
		break;
	case CMPL_RULE_DUTY:
		*ret_side = cmpl_side_of_duty(&policy->duty_variants[reading->variant]);
		break;
	case CMPL_RULE_WINDOW:
		*ret_side = cmpl_side_of_window(&policy->window_variants[reading->variant]);
		break;
	case CMPL_RULE_TIER:
		*ret_side = cmpl_side_of_tier(&policy->tier_variants[reading->variant]);
		break;
	case CMPL_RULE_REFUSAL:
	case CMPL_RULE_STAGE:
	case CMPL_RULE_EXTENSION: break;
	}
	ret_side->reading = number;
}

static bool changes_condition(const struct cmpl_reading *reading)
{
	const uint32_t changes = CMPL_CHANGES_WHEN | CMPL_CHANGES_UNLESS | CMPL_CHANGES_NEEDS;

	return reading->variant != CMPL_NONE && (reading->changes & changes);
}

/* In the order of the file: a rule, then its readings. */
bool cmpl_side_at(const struct complaint_policy *policy, uint32_t number,
		  struct cmpl_side *ret_side)
{
	for (uint32_t i = 0; i < policy->rules_count; i++) {
		const struct cmpl_rule *rule = &policy->rules[i];

		if (!side_of_rule(policy, rule, ret_side))
			continue;
		if (number-- == 0)
			return true;
		for (uint32_t r = 0; r < rule->readings.count; r++) {
			if (!changes_condition(&policy->readings[rule->readings.first + r]))
				continue;
			if (number-- > 0)
				continue;
			side_of_reading(policy, rule->readings.first + r, ret_side);
			return true;
		}
	}
	return false;
}

bool cmpl_side_root(const struct complaint_policy *policy, const struct cmpl_side *side,
		    uint32_t number, uint32_t *ret_root)
{
	if (number == 0)
		*ret_root = side->when;
	else if (number <= side->unless.count)
		*ret_root = policy->exceptions[side->unless.first + number - 1].when;
	else if (number <= side->unless.count + side->needs.count)
		*ret_root = policy->roots[side->needs.first + number - 1 - side->unless.count];
	else
		return false;
	return true;
}

/* --- names in common ------------------------------------------------------------------- */

bool cmpl_term_reads(const struct complaint_policy *policy, const struct cmpl_term *term,
		     uint8_t list, uint32_t name)
{
	bool fact = term->kind == CMPL_TERM_FACT || term->kind == CMPL_TERM_NUMBER ||
		    term->kind == CMPL_TERM_CHOICE;
	const struct cmpl_anchor *anchor;

	if (list != CMPL_WORLD_NOW && fact == (list == CMPL_FACTS) && term->name == name)
		return true;
	if (term->kind != CMPL_TERM_ORDER && term->kind != CMPL_TERM_ELAPSED)
		return false;
	anchor = &policy->anchors[term->anchor];
	if (list == CMPL_WORLD_NOW)
		return anchor->kind == CMPL_ANCHOR_NOW;
	return list == CMPL_EVENTS && anchor->kind == CMPL_ANCHOR_EVENT && anchor->index == name;
}

static bool side_reads(const struct complaint_policy *policy, const struct cmpl_side *side,
		       uint8_t list, uint32_t name)
{
	uint32_t root;

	for (uint32_t i = 0; cmpl_side_root(policy, side, i, &root); i++)
		for (uint32_t term = root; root != CMPL_NONE && term < policy->terms[root].end;
		     term++)
			if (policy->terms[term].kind > CMPL_TERM_NOT &&
			    cmpl_term_reads(policy, &policy->terms[term], list, name))
				return true;
	return false;
}

/* Does the second side read a name that a term of the first one reads? */
static bool shares(const struct complaint_policy *policy, const struct cmpl_term *term,
		   const struct cmpl_side *other)
{
	bool fact = term->kind == CMPL_TERM_FACT || term->kind == CMPL_TERM_NUMBER ||
		    term->kind == CMPL_TERM_CHOICE;
	const struct cmpl_anchor *anchor;

	if (side_reads(policy, other, fact ? CMPL_FACTS : CMPL_EVENTS, term->name))
		return true;
	if (term->kind != CMPL_TERM_ORDER && term->kind != CMPL_TERM_ELAPSED)
		return false;
	anchor = &policy->anchors[term->anchor];
	if (anchor->kind == CMPL_ANCHOR_NOW)
		return side_reads(policy, other, CMPL_WORLD_NOW, 0);
	return anchor->kind == CMPL_ANCHOR_EVENT &&
	       side_reads(policy, other, CMPL_EVENTS, anchor->index);
}

bool cmpl_sides_share_name(const struct complaint_policy *policy, const struct cmpl_side *sides)
{
	uint32_t root;

	for (uint32_t i = 0; cmpl_side_root(policy, &sides[0], i, &root); i++)
		for (uint32_t term = root; root != CMPL_NONE && term < policy->terms[root].end;
		     term++)
			if (policy->terms[term].kind > CMPL_TERM_NOT &&
			    shares(policy, &policy->terms[term], &sides[1]))
				return true;
	return false;
}
