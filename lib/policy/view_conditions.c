/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

/* What a rule may be conditional on, whatever its kind. */
struct conditions {
	uint32_t when;
	struct cmpl_range unless, opens_unless, needs, factors;
};

static struct conditions conditions_of(const struct complaint_policy *policy, uint32_t number,
				       uint32_t reading)
{
	const struct cmpl_rule *rule = cmpl_view_rule(policy, number);
	struct conditions found = { .when = CMPL_NONE };
	const struct cmpl_exclusion *exclusion;
	const struct cmpl_window *window;
	const struct cmpl_route *route;
	const struct cmpl_duty *duty;
	const struct cmpl_tier *tier;

	switch (rule ? (enum cmpl_rule_kind)rule->kind : CMPL_RULE_REFUSAL) {
	case CMPL_RULE_EXCLUSION:
		exclusion = cmpl_view_exclusion(policy, number, reading);
		if (exclusion)
			found = (struct conditions){ .when = exclusion->when,
						     .unless = exclusion->unless,
						     .factors = exclusion->factors };
		break;
	case CMPL_RULE_ROUTE:
		route = cmpl_view_route(policy, number, reading);
		if (route)
			found = (struct conditions){ .when = route->when, .unless = route->unless };
		break;
	case CMPL_RULE_DUTY:
		duty = cmpl_view_duty(policy, number, reading);
		if (duty)
			found = (struct conditions){ .when = duty->when, .unless = duty->unless };
		break;
	case CMPL_RULE_WINDOW:
		window = cmpl_view_window(policy, number, reading);
		if (window)
			found = (struct conditions){ .when = window->when,
						     .unless = window->unless,
						     .opens_unless = window->opens_unless };
		break;
	case CMPL_RULE_TIER:
		tier = cmpl_view_tier(policy, number, reading);
		if (tier)
			found.needs = tier->needs;
		break;
	case CMPL_RULE_REFUSAL:
	case CMPL_RULE_STAGE:
	case CMPL_RULE_EXTENSION: break;
	}
	return found;
}

size_t
complaint_policy_condition_count(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading, int32_t sort)
{
	struct conditions found = conditions_of(policy, rule, reading);

	switch (sort) {
	case COMPLAINT_CONDITION_WHEN: return found.when != CMPL_NONE;
	case COMPLAINT_CONDITION_UNLESS: return found.unless.count;
	case COMPLAINT_CONDITION_OPENS_UNLESS: return found.opens_unless.count;
	case COMPLAINT_CONDITION_NEED: return found.needs.count;
	case COMPLAINT_CONDITION_FACTOR: return found.factors.count;
	default: return 0;
	}
}

/* The exception of a rule by sort and number, NULL when there is none. */
static const struct cmpl_exception *exception(const struct complaint_policy *policy, uint32_t rule,
					      uint32_t reading, int32_t sort, size_t index)
{
	struct conditions found = conditions_of(policy, rule, reading);

	if (sort == COMPLAINT_CONDITION_UNLESS && index < found.unless.count)
		return &policy->exceptions[found.unless.first + index];
	if (sort == COMPLAINT_CONDITION_OPENS_UNLESS && index < found.opens_unless.count)
		return &policy->exceptions[found.opens_unless.first + index];
	return NULL;
}

static const struct cmpl_factor *factor(const struct complaint_policy *policy, uint32_t rule,
					uint32_t reading, int32_t sort, size_t index)
{
	struct conditions found = conditions_of(policy, rule, reading);

	if (sort != COMPLAINT_CONDITION_FACTOR || index >= found.factors.count)
		return NULL;
	return &policy->factors[found.factors.first + index];
}

uint32_t
complaint_policy_get_condition(const struct complaint_policy *policy, uint32_t rule,
			       uint32_t reading, int32_t sort, size_t index)
{
	const struct cmpl_exception *except = exception(policy, rule, reading, sort, index);
	const struct cmpl_factor *steers = factor(policy, rule, reading, sort, index);
	struct conditions found = conditions_of(policy, rule, reading);

	if (except)
		return except->when;
	if (steers)
		return steers->when;
	if (sort == COMPLAINT_CONDITION_WHEN && index == 0)
		return found.when;
	if (sort == COMPLAINT_CONDITION_NEED && index < found.needs.count)
		return policy->roots[found.needs.first + index];
	return COMPLAINT_NONE;
}

cmpl_text cmpl_view_condition_says(const struct complaint_policy *policy, uint32_t rule,
				   uint32_t reading, int32_t sort, size_t index)
{
	struct conditions found = conditions_of(policy, rule, reading);

	if (sort == COMPLAINT_CONDITION_UNLESS && index < found.unless.count)
		return policy->exceptions[found.unless.first + index].says;
	if (sort == COMPLAINT_CONDITION_OPENS_UNLESS && index < found.opens_unless.count)
		return policy->exceptions[found.opens_unless.first + index].says;
	if (sort == COMPLAINT_CONDITION_FACTOR && index < found.factors.count)
		return policy->factors[found.factors.first + index].says;
	return 0;
}

const char *
complaint_policy_get_condition_says(const struct complaint_policy *policy, uint32_t rule,
				    uint32_t reading, int32_t sort, size_t index)
{
	cmpl_text says = cmpl_view_condition_says(policy, rule, reading, sort, index);

	return says ? cmpl_policy_text(policy, says) : NULL;
}

const char *
complaint_policy_get_condition_clause(const struct complaint_policy *policy, uint32_t rule,
				      uint32_t reading, int32_t sort, size_t index)
{
	const struct cmpl_exception *except = exception(policy, rule, reading, sort, index);
	const struct cmpl_factor *steers = factor(policy, rule, reading, sort, index);

	if (except)
		return cmpl_policy_text_or_null(policy, except->clause);
	return steers ? cmpl_policy_text_or_null(policy, steers->clause) : NULL;
}

const char *
complaint_policy_get_condition_part(const struct complaint_policy *policy, uint32_t rule,
				    uint32_t reading, int32_t sort, size_t index)
{
	const struct cmpl_exception *except = exception(policy, rule, reading, sort, index);

	return except ? cmpl_policy_text_or_null(policy, except->part) : NULL;
}

int32_t
complaint_policy_get_factor_favours(const struct complaint_policy *policy, uint32_t rule,
				    size_t index)
{
	const struct cmpl_factor *steers =
		factor(policy, rule, COMPLAINT_NONE, COMPLAINT_CONDITION_FACTOR, index);

	return steers ? steers->favours : 0;
}

static const struct cmpl_term *term_at(const struct complaint_policy *policy, uint32_t term)
{
	return policy && term < policy->terms_count ? &policy->terms[term] : NULL;
}

int32_t
complaint_policy_get_term_kind(const struct complaint_policy *policy, uint32_t term)
{
	const struct cmpl_term *own = term_at(policy, term);

	_Static_assert(COMPLAINT_TERM_ALL == CMPL_TERM_ALL + 1, "public kinds count from 1");
	_Static_assert(COMPLAINT_TERM_ELAPSED == CMPL_TERM_ELAPSED + 1, "in the same order");
	return own ? own->kind + 1 : 0;
}

uint32_t
complaint_policy_get_term_end(const struct complaint_policy *policy, uint32_t term)
{
	const struct cmpl_term *own = term_at(policy, term);

	return own ? own->end : COMPLAINT_NONE;
}

const char *
complaint_policy_get_term_name(const struct complaint_policy *policy, uint32_t term)
{
	const struct cmpl_term *own = term_at(policy, term);

	if (!own)
		return NULL;
	switch ((enum cmpl_term_kind)own->kind) {
	case CMPL_TERM_FACT:
	case CMPL_TERM_NUMBER:
	case CMPL_TERM_CHOICE: return cmpl_policy_name_id(policy, CMPL_FACTS, own->name);
	case CMPL_TERM_EVENT:
	case CMPL_TERM_ORDER:
	case CMPL_TERM_ELAPSED: return cmpl_policy_name_id(policy, CMPL_EVENTS, own->name);
	case CMPL_TERM_ALL:
	case CMPL_TERM_ANY:
	case CMPL_TERM_NOT: break;
	}
	return NULL;
}
