/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

#include <string.h>

/* The convention that holds for a rule; the file's own where the rule has none. */
static uint32_t counting_of(const struct complaint_policy *policy, uint32_t rule, uint32_t reading)
{
	const struct cmpl_exclusion *exclusion = cmpl_view_exclusion(policy, rule, reading);
	const struct cmpl_route *route = cmpl_view_route(policy, rule, reading);
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, reading);
	const struct cmpl_window *window = cmpl_view_window(policy, rule, reading);
	uint32_t found = CMPL_NONE;

	if (exclusion)
		found = exclusion->counting;
	else if (route)
		found = route->counting;
	else if (duty)
		found = duty->counting;
	else if (window)
		found = window->counting;
	return found == CMPL_NONE ? policy->counting : found;
}

/* Minutes after midnight as "17:00"; "" for none. */
static const char *time_words(int32_t minutes, char text[6])
{
	text[0] = '\0';
	if (minutes < 0)
		return text;
	text[0] = (char)('0' + minutes / 600);
	text[1] = (char)('0' + minutes / 60 % 10);
	text[2] = ':';
	text[3] = (char)('0' + minutes % 60 / 10);
	text[4] = (char)('0' + minutes % 10);
	text[5] = '\0';
	return text;
}

static const char *move_words(uint8_t due_on_closed_day)
{
	if (due_on_closed_day == CMPL_NEXT_WORKING_DAY)
		return "next-working-day";
	if (due_on_closed_day == CMPL_PREVIOUS_WORKING_DAY)
		return "previous-working-day";
	return "stays";
}

/* NULL when there is no such key. */
static const char *words_of(const struct complaint_policy *policy,
			    const struct cmpl_counting *counting, int32_t which, char text[6])
{
	switch (which) {
	case COMPLAINT_COUNTING_CALENDAR:
		if (counting->calendar == CMPL_NONE)
			return "";
		return cmpl_policy_text(policy, policy->calendars[counting->calendar].name);
	case COMPLAINT_COUNTING_TIME_ZONE: return cmpl_zone_name((enum cmpl_zone)counting->zone);
	case COMPLAINT_COUNTING_FIRST_DAY:
		return counting->first_day == CMPL_ON_EVENT_DAY ? "event-day" : "day-after-event";
	case COMPLAINT_COUNTING_EVENT_ON_CLOSED_DAY:
		return counting->event_on_closed_day == CMPL_DEEMED_NEXT_WORKING_DAY
			       ? "next-working-day"
			       : "as-it-falls";
	case COMPLAINT_COUNTING_CUT_OFF: return time_words(counting->cut_off, text);
	case COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY: return move_words(counting->due_on_closed_day);
	case COMPLAINT_COUNTING_DAY_ENDS:
		return counting->day_ends == CMPL_CLOSE_OF_BUSINESS ? "close-of-business"
								    : "midnight";
	case COMPLAINT_COUNTING_CLOSE_OF_BUSINESS:
		return time_words(counting->close_of_business, text);
	default: return NULL;
	}
}

complaint_status
complaint_policy_describe_counting(const struct complaint_policy *policy, uint32_t rule,
				   uint32_t reading, int32_t which, char *buffer, size_t size)
{
	char text[6];
	const char *words;
	uint32_t counting;

	if (!policy || !buffer)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (rule != COMPLAINT_NONE && !cmpl_view_rule(policy, rule))
		return COMPLAINT_ERR_NOT_FOUND;
	counting = counting_of(policy, rule, reading);
	if (counting >= policy->countings_count)
		return COMPLAINT_ERR_NOT_FOUND;

	words = words_of(policy, &policy->countings[counting], which, text);
	if (!words || strlen(words) >= size)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	memcpy(buffer, words, strlen(words) + 1);
	return COMPLAINT_OK;
}
