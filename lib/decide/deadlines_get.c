/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

COMPLAINT_API size_t
complaint_answer_deadline_count(const struct complaint_answer *answer)
{
	return answer && (answer->questions & COMPLAINT_ASK_DEADLINES) ? answer->duty_count : 0;
}

COMPLAINT_API const struct complaint_deadline *
complaint_answer_get_deadline(const struct complaint_answer *answer, size_t index)
{
	return index < complaint_answer_deadline_count(answer) ? &answer->deadlines[index] : NULL;
}

COMPLAINT_API const struct complaint_deadline *
complaint_answer_find_deadline(const struct complaint_answer *answer, const char *duty,
			       size_t length)
{
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	uint32_t rule;

	if (!policy || !duty)
		return NULL;
	rule = cmpl_policy_find_rule(policy, duty, cmpl_text_length(duty, length));
	if (rule == CMPL_NONE || policy->rules[rule].kind != CMPL_RULE_DUTY)
		return NULL;
	return complaint_answer_get_deadline(answer, policy->rules[rule].index);
}

COMPLAINT_API uint32_t
complaint_deadline_get_rule(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->rule_of_duty : COMPLAINT_NONE;
}

COMPLAINT_API int32_t
complaint_deadline_get_state(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->state : 0;
}

COMPLAINT_API int32_t
complaint_deadline_get_cause(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->cause : COMPLAINT_CAUSE_NONE;
}

COMPLAINT_API int32_t
complaint_deadline_get_flags(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->flags : 0;
}

COMPLAINT_API const struct complaint_date *
complaint_deadline_get_date(const struct complaint_deadline *deadline, int32_t which)
{
	static const struct complaint_date none = { .close_of_business = -1 };

	if (!deadline || which < COMPLAINT_DEADLINE_DUE || which > COMPLAINT_DEADLINE_BEFORE)
		return NULL;
	if (!deadline->dated)
		return &none;
	switch (which) {
	case COMPLAINT_DEADLINE_DUE: return &deadline->due;
	case COMPLAINT_DEADLINE_POLICY_DUE: return &deadline->policy_due;
	case COMPLAINT_DEADLINE_EXTENDED_DUE: return &deadline->extended_due;
	case COMPLAINT_DEADLINE_PROMISED_DUE: return &deadline->promised_due;
	case COMPLAINT_DEADLINE_DONE: return &deadline->done;
	case COMPLAINT_DEADLINE_ANCHOR: return &deadline->run_from;
	case COMPLAINT_DEADLINE_BEFORE: return &deadline->before;
	default: return NULL;
	}
}

COMPLAINT_API const char *
complaint_deadline_get_anchor_name(const struct complaint_deadline *deadline)
{
	const struct complaint_policy *policy;
	const struct cmpl_anchor *anchor;

	if (!deadline || deadline->anchor == CMPL_NONE)
		return NULL;
	policy = deadline->answer->policy;
	anchor = &policy->anchors[deadline->anchor];
	if (anchor->kind == CMPL_ANCHOR_EVENT)
		return cmpl_policy_name_id(policy, CMPL_EVENTS, anchor->index);
	return cmpl_string_text(&deadline->answer->anchor_text) + deadline->anchor_text;
}

COMPLAINT_API uint32_t
complaint_deadline_get_projected_from(const struct complaint_deadline *deadline)
{
	if (!deadline || deadline->projected_from == CMPL_NONE)
		return COMPLAINT_NONE;
	return cmpl_answer_rule(deadline->answer, deadline->projected_from);
}

static int32_t working_days_between(const struct complaint_deadline *deadline, cmpl_day from,
				    cmpl_day to)
{
	const struct complaint_answer *answer = deadline->answer;
	uint32_t counting =
		deadline->counting == CMPL_NONE ? answer->policy->counting : deadline->counting;
	uint32_t slot = answer->policy->countings[counting].calendar;
	const struct complaint_calendar *calendar =
		slot == CMPL_NONE ? NULL : answer->calendars[slot];

	if (!calendar || !cmpl_calendar_covers(calendar, from) ||
	    !cmpl_calendar_covers(calendar, to))
		return -1;
	return cmpl_calendar_between(calendar, from, to);
}

COMPLAINT_API complaint_status
complaint_deadline_get_lateness(const struct complaint_deadline *deadline, int32_t against,
				int32_t *ret_days, int32_t *ret_working_days,
				complaint_moment *ret_seconds)
{
	const struct complaint_date *due, *what;
	cmpl_day due_day, day;
	uint8_t late;

	if (!deadline || against < COMPLAINT_DEADLINE_DUE ||
	    against > COMPLAINT_DEADLINE_PROMISED_DUE)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!deadline->dated)
		return COMPLAINT_ERR_NOT_FOUND;
	due = complaint_deadline_get_date(deadline, against);
	what = deadline->done.kind == COMPLAINT_DATE_UNKNOWN || cmpl_date_known(&deadline->done)
		       ? &deadline->done
		       : &deadline->answer->now;
	if (!cmpl_date_known(due) || !cmpl_date_known(what))
		return COMPLAINT_ERR_NOT_FOUND;
	late = cmpl_date_late(what, due, NULL);
	if (late == COMPLAINT_UNKNOWN)
		return COMPLAINT_ERR_NOT_FOUND;
	/* Against the latest it could be, and by the least. */
	due_day = cmpl_date_last_day(due);
	day = cmpl_date_first_day(what);
	if (ret_days)
		*ret_days = late == COMPLAINT_TRUE ? day - due_day : 0;
	if (ret_working_days)
		*ret_working_days =
			late == COMPLAINT_TRUE ? working_days_between(deadline, due_day, day) : 0;
	if (ret_seconds) {
		*ret_seconds = late == COMPLAINT_TRUE ? -1 : 0;
		if (late == COMPLAINT_TRUE && due->kind == COMPLAINT_DATE_MOMENT &&
		    what->kind == COMPLAINT_DATE_MOMENT)
			*ret_seconds = what->first - due->last;
	}
	return COMPLAINT_OK;
}

COMPLAINT_API size_t
complaint_deadline_reading_count(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->readings.count : 0;
}

COMPLAINT_API const struct complaint_deadline *
complaint_deadline_get_reading(const struct complaint_deadline *deadline, size_t index)
{
	if (index >= complaint_deadline_reading_count(deadline))
		return NULL;
	return &deadline->answer->deadlines[deadline->readings.first + index];
}

COMPLAINT_API const char *
complaint_deadline_get_reading_label(const struct complaint_deadline *reading)
{
	return reading ? cmpl_reading_label(reading->answer->policy, reading->reading) : NULL;
}

COMPLAINT_API size_t
complaint_deadline_reason_count(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->reasons.count : 0;
}

COMPLAINT_API const struct complaint_reason *
complaint_deadline_get_reason(const struct complaint_deadline *deadline, size_t index)
{
	if (index >= complaint_deadline_reason_count(deadline))
		return NULL;
	return &deadline->answer->reasons[deadline->reasons.first + index];
}

COMPLAINT_API size_t
complaint_deadline_working_count(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->working.count : 0;
}

COMPLAINT_API complaint_status
complaint_deadline_get_working_day(const struct complaint_deadline *deadline, size_t index,
				   complaint_day *ret_day)
{
	if (!deadline)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return cmpl_working_day(deadline->answer, deadline->working, index, ret_day);
}

COMPLAINT_API int32_t
complaint_deadline_get_working_number(const struct complaint_deadline *deadline, size_t index)
{
	return deadline ? cmpl_working_number(deadline->answer, deadline->working, index) : 0;
}

COMPLAINT_API const char *
complaint_deadline_get_working_text(const struct complaint_deadline *deadline, size_t index)
{
	return deadline ? cmpl_working_text(deadline->answer, deadline->working, index) : NULL;
}

COMPLAINT_API size_t
complaint_deadline_rests_on_count(const struct complaint_deadline *deadline)
{
	return deadline ? deadline->rests_on.count : 0;
}

COMPLAINT_API uint32_t
complaint_deadline_get_rests_on(const struct complaint_deadline *deadline, size_t index)
{
	if (index >= complaint_deadline_rests_on_count(deadline))
		return COMPLAINT_NONE;
	return deadline->answer->numbers[deadline->rests_on.first + index];
}
