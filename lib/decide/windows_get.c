/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

const struct cmpl_window *cmpl_window_record(const struct complaint_window *window)
{
	const struct complaint_answer *answer = window->answer;
	const struct complaint_policy *policy = answer->policy;
	uint32_t reading = window->reading;

	if (reading == CMPL_NONE && answer->chosen_count > 0)
		reading = answer->chosen[policy->windows[window->window].rule];
	if (reading == CMPL_NONE || reading == CMPL_AS_FILED)
		return &policy->windows[window->window];
	return &policy->window_variants[policy->readings[reading].variant];
}

COMPLAINT_API size_t
complaint_answer_window_count(const struct complaint_answer *answer)
{
	return answer && (answer->questions & COMPLAINT_ASK_WINDOWS) ? answer->window_count : 0;
}

COMPLAINT_API const struct complaint_window *
complaint_answer_get_window(const struct complaint_answer *answer, size_t index)
{
	return index < complaint_answer_window_count(answer) ? &answer->windows[index] : NULL;
}

COMPLAINT_API const struct complaint_window *
complaint_answer_find_window(const struct complaint_answer *answer, const char *window,
			     size_t length)
{
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	uint32_t rule;

	if (!policy || !window)
		return NULL;
	rule = cmpl_policy_find_rule(policy, window, cmpl_text_length(window, length));
	if (rule == CMPL_NONE || policy->rules[rule].kind != CMPL_RULE_WINDOW)
		return NULL;
	return complaint_answer_get_window(answer, policy->rules[rule].index);
}

COMPLAINT_API uint32_t
complaint_window_get_rule(const struct complaint_window *window)
{
	return window ? window->answer->policy->windows[window->window].rule : COMPLAINT_NONE;
}

COMPLAINT_API int32_t
complaint_window_get_state(const struct complaint_window *window)
{
	return window ? window->state : 0;
}

COMPLAINT_API int32_t
complaint_window_get_flags(const struct complaint_window *window)
{
	return window ? window->flags : 0;
}

COMPLAINT_API const struct complaint_date *
complaint_window_get_date(const struct complaint_window *window, int32_t which)
{
	if (!window)
		return NULL;
	switch (which) {
	case COMPLAINT_WINDOW_OPENS: return &window->opens;
	case COMPLAINT_WINDOW_CLOSES: return &window->closes;
	case COMPLAINT_WINDOW_USED: return &window->used;
	default: return NULL;
	}
}

COMPLAINT_API const char *
complaint_window_get_door(const struct complaint_window *window)
{
	return window ? cmpl_policy_name_id(window->answer->policy, CMPL_DOORS,
					    cmpl_window_record(window)->door)
		      : NULL;
}

COMPLAINT_API const char *
complaint_window_get_if_late(const struct complaint_window *window)
{
	uint32_t record = window ? cmpl_window_record(window)->if_late : CMPL_NONE;

	return record == CMPL_NONE
		       ? NULL
		       : cmpl_policy_name_id(window->answer->policy, CMPL_RECORDS, record);
}

COMPLAINT_API size_t
complaint_window_reading_count(const struct complaint_window *window)
{
	return window ? window->readings.count : 0;
}

COMPLAINT_API const struct complaint_window *
complaint_window_get_reading(const struct complaint_window *window, size_t index)
{
	if (index >= complaint_window_reading_count(window))
		return NULL;
	return &window->answer->windows[window->readings.first + index];
}

COMPLAINT_API const char *
complaint_window_get_reading_label(const struct complaint_window *reading)
{
	return reading ? cmpl_reading_label(reading->answer->policy, reading->reading) : NULL;
}

COMPLAINT_API size_t
complaint_window_reason_count(const struct complaint_window *window)
{
	return window ? window->reasons.count : 0;
}

COMPLAINT_API const struct complaint_reason *
complaint_window_get_reason(const struct complaint_window *window, size_t index)
{
	if (index >= complaint_window_reason_count(window))
		return NULL;
	return &window->answer->reasons[window->reasons.first + index];
}

COMPLAINT_API size_t
complaint_window_rests_on_count(const struct complaint_window *window)
{
	return window ? window->rests_on.count : 0;
}

COMPLAINT_API uint32_t
complaint_window_get_rests_on(const struct complaint_window *window, size_t index)
{
	if (index >= complaint_window_rests_on_count(window))
		return COMPLAINT_NONE;
	return window->answer->numbers[window->rests_on.first + index];
}

static struct cmpl_range working_of(const struct complaint_window *window, int32_t which)
{
	if (!window || (which != COMPLAINT_WINDOW_OPENS && which != COMPLAINT_WINDOW_CLOSES))
		return (struct cmpl_range){ 0 };
	return window->working[which == COMPLAINT_WINDOW_CLOSES];
}

COMPLAINT_API size_t
complaint_window_working_count(const struct complaint_window *window, int32_t which)
{
	return working_of(window, which).count;
}

COMPLAINT_API complaint_status
complaint_window_get_working_day(const struct complaint_window *window, int32_t which, size_t index,
				 complaint_day *ret_day)
{
	if (!window)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return cmpl_working_day(window->answer, working_of(window, which), index, ret_day);
}

COMPLAINT_API int32_t
complaint_window_get_working_number(const struct complaint_window *window, int32_t which,
				    size_t index)
{
	return window ? cmpl_working_number(window->answer, working_of(window, which), index) : 0;
}

COMPLAINT_API const char *
complaint_window_get_working_text(const struct complaint_window *window, int32_t which,
				  size_t index)
{
	return window ? cmpl_working_text(window->answer, working_of(window, which), index) : NULL;
}
