/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* docs/rule-format.md, 15.1: what is not given means in a role. Silence holds in every role. */
static uint8_t kind_when_not_given(const struct cmpl_context *context, uint32_t event,
				   enum cmpl_role role)
{
	if (role == CMPL_ROLE_DONE || role == CMPL_ROLE_START ||
	    cmpl_silence_of(context, CMPL_EVENTS, event) != COMPLAINT_TRUTH_NOT_GIVEN)
		return COMPLAINT_DATE_NOT_YET;
	if (role == CMPL_ROLE_ANCHOR && cmpl_doers_of(context->policy, event).count > 0)
		return COMPLAINT_DATE_NOT_YET; /* what ends a duty */
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
