/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

int32_t
complaint_policy_get_rule_grounds(const struct complaint_policy *policy, uint32_t rule,
				  uint32_t reading)
{
	const struct cmpl_refusal *refusal = cmpl_view_refusal(policy, rule, reading);

	if (!refusal)
		return 0;
	return refusal->open ? COMPLAINT_GROUNDS_OPEN : COMPLAINT_GROUNDS_CLOSED;
}

int32_t
complaint_policy_get_rule_tested_at(const struct complaint_policy *policy, uint32_t rule,
				    uint32_t reading)
{
	const struct cmpl_exclusion *exclusion = cmpl_view_exclusion(policy, rule, reading);
	const struct cmpl_route *route = cmpl_view_route(policy, rule, reading);

	if (exclusion)
		return exclusion->tested_at;
	return route ? route->tested_at : 0;
}

int32_t
complaint_policy_get_rule_effect(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading)
{
	const struct cmpl_exclusion *exclusion = cmpl_view_exclusion(policy, rule, reading);

	return exclusion ? exclusion->effect : 0;
}

static cmpl_text exclusion_text(const struct cmpl_exclusion *exclusion, int32_t which)
{
	switch (which) {
	case COMPLAINT_TEXT_DECIDED_BY: return exclusion->decided_by;
	case COMPLAINT_TEXT_PART: return exclusion->part;
	case COMPLAINT_TEXT_REFER_TO: return exclusion->refer_to;
	default: return 0;
	}
}

static cmpl_text duty_text(const struct cmpl_duty *duty, int32_t which)
{
	bool referred = duty->verb == CMPL_VERB_REFER_TO;

	switch (which) {
	case COMPLAINT_TEXT_BY: return duty->by;
	case COMPLAINT_TEXT_REFER_TO: return referred ? duty->whom : 0;
	case COMPLAINT_TEXT_WHOM: return referred ? 0 : duty->whom;
	default: return 0;
	}
}

const char *
complaint_policy_get_rule_text(const struct complaint_policy *policy, uint32_t rule,
			       uint32_t reading, int32_t which)
{
	const struct cmpl_exclusion *exclusion = cmpl_view_exclusion(policy, rule, reading);
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, reading);

	if (exclusion)
		return cmpl_policy_text_or_null(policy, exclusion_text(exclusion, which));
	if (duty)
		return cmpl_policy_text_or_null(policy, duty_text(duty, which));
	return NULL;
}

static const char *name_or_null(const struct complaint_policy *policy, enum cmpl_list list,
				uint32_t name)
{
	return name == CMPL_NONE ? NULL : cmpl_policy_name_id(policy, list, name);
}

static const char *window_name(const struct complaint_policy *policy,
			       const struct cmpl_window *window, int32_t which)
{
	switch (which) {
	case COMPLAINT_NAME_USED_BY: return name_or_null(policy, CMPL_EVENTS, window->used_by);
	case COMPLAINT_NAME_IF_LATE: return name_or_null(policy, CMPL_RECORDS, window->if_late);
	case COMPLAINT_NAME_DOOR: return name_or_null(policy, CMPL_DOORS, window->door);
	default: return NULL;
	}
}

const char *
complaint_policy_get_rule_name(const struct complaint_policy *policy, uint32_t rule,
			       uint32_t reading, int32_t which)
{
	const struct cmpl_exclusion *exclusion = cmpl_view_exclusion(policy, rule, reading);
	const struct cmpl_route *route = cmpl_view_route(policy, rule, reading);
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, reading);
	const struct cmpl_stage *stage = cmpl_view_stage(policy, rule, reading);
	const struct cmpl_window *window = cmpl_view_window(policy, rule, reading);

	if (exclusion && which == COMPLAINT_NAME_TREAT_AS)
		return name_or_null(policy, CMPL_RECORDS, exclusion->treat_as);
	if (route && which == COMPLAINT_NAME_TREAT_AS)
		return name_or_null(policy, CMPL_RECORDS, route->treat_as);
	if (duty && which == COMPLAINT_NAME_DONE_BY)
		return name_or_null(policy, CMPL_EVENTS, duty->done_by);
	if (stage && which == COMPLAINT_NAME_ENDS)
		return name_or_null(policy, CMPL_EVENTS, stage->ends);
	return window ? window_name(policy, window, which) : NULL;
}

uint32_t
complaint_policy_get_rule_target(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading)
{
	const struct cmpl_route *route = cmpl_view_route(policy, rule, reading);
	const struct cmpl_extension *extension = cmpl_view_extension(policy, rule, reading);

	if (route && route->starts_at != CMPL_NONE)
		return policy->stages[route->starts_at].rule;
	if (extension && extension->of != CMPL_NONE)
		return policy->duties[extension->of].rule;
	return COMPLAINT_NONE;
}

int32_t
complaint_policy_do_earlier_extensions_count(const struct complaint_policy *policy, uint32_t rule,
					     uint32_t reading)
{
	const struct cmpl_extension *extension = cmpl_view_extension(policy, rule, reading);

	return extension ? extension->earlier_count : 0;
}

int32_t
complaint_policy_get_rule_place(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, COMPLAINT_NONE);

	_Static_assert(COMPLAINT_PLACE_FILE == CMPL_IN_FILE + 1, "public places count from 1");
	_Static_assert(COMPLAINT_PLACE_WINDOW == CMPL_IN_WINDOW + 1, "in the same order");
	return duty ? duty->place + 1 : 0;
}

int32_t
complaint_policy_get_rule_verb(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, COMPLAINT_NONE);

	_Static_assert((int)COMPLAINT_VERB_REFER_TO == (int)CMPL_VERB_REFER_TO, "the same values");
	return duty ? duty->verb : COMPLAINT_VERB_NONE;
}

size_t
complaint_policy_rule_notice_count(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, COMPLAINT_NONE);

	return duty ? duty->about.count : 0;
}

const char *
complaint_policy_get_rule_notice(const struct complaint_policy *policy, uint32_t rule, size_t index)
{
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, COMPLAINT_NONE);

	if (!duty || index >= duty->about.count)
		return NULL;
	return cmpl_policy_name_id(policy, CMPL_NOTICES,
				   policy->notices[duty->about.first + index]);
}

/* The limit, NULL when a rule of that kind has none of that sort. */
static const struct cmpl_limit *limit_of(const struct complaint_policy *policy, uint32_t rule,
					 uint32_t reading, int32_t which)
{
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, reading);
	const struct cmpl_window *window = cmpl_view_window(policy, rule, reading);
	const struct cmpl_tier *tier = cmpl_view_tier(policy, rule, reading);

	if (duty && which == COMPLAINT_LIMIT_WITHIN)
		return &duty->within;
	if (window && which == COMPLAINT_LIMIT_WITHIN)
		return &window->closes;
	if (window && which == COMPLAINT_LIMIT_WAIT)
		return &window->wait;
	if (tier && which == (tier->in_all ? COMPLAINT_LIMIT_IN_ALL : COMPLAINT_LIMIT_UP_TO))
		return &tier->limit;
	return NULL;
}

complaint_status
complaint_policy_get_rule_limit(const struct complaint_policy *policy, uint32_t rule,
				uint32_t reading, int32_t which, int32_t *ret_amount,
				int32_t *ret_unit)
{
	const struct cmpl_limit *limit = limit_of(policy, rule, reading, which);

	if (!cmpl_view_rule(policy, rule))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!limit || limit->unit == COMPLAINT_UNIT_NONE)
		return COMPLAINT_ERR_NOT_FOUND;
	if (ret_amount)
		*ret_amount = limit->amount;
	if (ret_unit)
		*ret_unit = limit->unit;
	return COMPLAINT_OK;
}
