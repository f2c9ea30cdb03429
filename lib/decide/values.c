/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* Is an event what some duty is done by? Readings never change that. */
static bool ends_a_duty(const struct complaint_policy *policy, uint32_t event)
{
	for (uint32_t i = 0; i < policy->duties_count; i++) {
		if (policy->duties[i].done_by == event)
			return true;
	}
	return false;
}

/* docs/rule-format.md, 15.1: what is not given means in a role. Silence holds in every role. */
static uint8_t kind_when_not_given(const struct cmpl_context *context, uint32_t event,
				   enum cmpl_role role)
{
	if (role == CMPL_ROLE_DONE || role == CMPL_ROLE_START ||
	    cmpl_policy_name_silence(context->policy, CMPL_EVENTS, event) !=
		    COMPLAINT_TRUTH_NOT_GIVEN)
		return COMPLAINT_DATE_NOT_YET;
	if (role == CMPL_ROLE_ANCHOR && ends_a_duty(context->policy, event))
		return COMPLAINT_DATE_NOT_YET;
	return COMPLAINT_DATE_UNKNOWN;
}

struct complaint_date cmpl_event_date_of(const struct cmpl_context *context, uint32_t event,
					 const struct cmpl_event_value *value, enum cmpl_role role,
					 uint8_t zone)
{
	if (value->kind == CMPL_EVENT_NOT_GIVEN)
		return cmpl_date_of_kind(kind_when_not_given(context, event, role));
	return cmpl_date_of_value(value, zone);
}
