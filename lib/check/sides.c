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
	case CMPL_RULE_DUTY: *ret_side = cmpl_side_of_duty(&policy->duties[rule->index]); return true;
	case CMPL_RULE_WINDOW:
		*ret_side = cmpl_side_of_window(&policy->windows[rule->index]);
		return true;
	case CMPL_RULE_TIER: *ret_side = cmpl_side_of_tier(&policy->tiers[rule->index]); return true;
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
bool cmpl_side_at(const struct complaint_policy *policy, uint32_t number, struct cmpl_side *ret_side)
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
