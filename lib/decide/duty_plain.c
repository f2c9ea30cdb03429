/* SPDX-License-Identifier: MIT */
/*
 * The short way of most duties of most cases: so many days after a day, done on a day or not at
 * all, and the complaint still open. It finds what the long way (duties.c, extension_made.c,
 * duty_state.c) would find, in a tenth of the steps; whatever is less plain goes the long way.
 */
#include "decide/parts.h"

/* No extension, no promise, neither refused nor closed, and `now` is a day or nothing. */
bool cmpl_case_is_plain(const struct cmpl_context *context)
{
	const struct complaint_date *now = context->now;

	return context->given->extension_count == 0 && context->given->promise_count == 0 &&
	       (now->kind == COMPLAINT_DATE_NONE ||
		(now->kind == COMPLAINT_DATE_DAY && now->first == now->last)) &&
	       cmpl_case_is_open(context);
}

static struct complaint_date plain_date(const struct cmpl_counting *counting, cmpl_day day)
{
	struct complaint_date date = cmpl_date_of_kind(COMPLAINT_DATE_DAY);

	date.zone = counting->zone;
	date.first = date.last = day;
	return date;
}

static bool is_provisional(const struct cmpl_context *context, const struct cmpl_counting *counting,
			   const struct cmpl_duty *duty, cmpl_day due)
{
	return duty->within.unit == COMPLAINT_UNIT_WORKING_DAYS &&
	       due > context->calendars[counting->calendar]->published_last;
}

static void find_state(const struct cmpl_context *context, const struct cmpl_owing *owing,
		       struct complaint_deadline *into)
{
	if (owing->truth == COMPLAINT_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED, owing->cause);
	else if (into->done.kind == COMPLAINT_DATE_DAY)
		cmpl_duty_set_state(into,
				    into->done.first > into->due.first
					    ? COMPLAINT_DUTY_DONE_LATE
					    : COMPLAINT_DUTY_DONE_IN_TIME,
				    COMPLAINT_CAUSE_NONE);
	else if (context->now->kind == COMPLAINT_DATE_NONE)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED, COMPLAINT_CAUSE_NO_NOW);
	else
		cmpl_duty_set_state(into,
				    context->now->first > into->due.first ? COMPLAINT_DUTY_OVERDUE
									  : COMPLAINT_DUTY_RUNNING,
				    COMPLAINT_CAUSE_NONE);
}

bool cmpl_duty_plainly(const struct cmpl_context *context, const struct cmpl_duty *duty,
		       const struct cmpl_owing *owing, struct complaint_deadline *into)
{
	const struct complaint_date none = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	const struct cmpl_event_value *from, *done = NULL;
	const struct cmpl_counting *counting;
	cmpl_day due;

	if (!duty->is_plain || !context->is_plain)
		return false;
	from = cmpl_event_value(context, context->policy->anchors[duty->after].index);
	if (from->kind != CMPL_EVENT_DAY)
		return false;
	if (duty->done_by != CMPL_NONE) {
		done = cmpl_event_value(context, duty->done_by);
		if (done->kind > CMPL_EVENT_DAY || done->kind == CMPL_EVENT_UNKNOWN)
			return false;
	}
	counting = cmpl_counting_of(context, duty->counting);
	if (!cmpl_limit_end_day(context, counting, from->first, duty->within, &due))
		return false; /* the long way tells which calendar ends where */

	into->run_from = plain_date(counting, from->first);
	into->due = plain_date(counting, due);
	if (is_provisional(context, counting, duty, due))
		into->due.flags = COMPLAINT_DATE_PROVISIONAL;
	into->policy_due = into->extended_due = into->due;
	into->policy_raw = into->due_raw = into->extended_raw = into->due;
	into->promised_due = into->before = into->done = none;
	if (duty->done_by != CMPL_NONE)
		into->done =
			cmpl_event_date(context, duty->done_by, CMPL_ROLE_DONE, counting->zone);
	into->dated = true;
	find_state(context, owing, into);
	into->owed = owing->truth;
	return true;
}
