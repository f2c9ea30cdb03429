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

/* What it runs from has not happened, or nothing is known of it. */
static void find_state_without_due(const struct cmpl_owing *owing, struct complaint_deadline *into)
{
	bool not_yet = into->run_from.kind == COMPLAINT_DATE_NOT_YET;
	bool done = into->done.kind == COMPLAINT_DATE_DAY;

	if (owing->reached == COMPLAINT_FALSE)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_WAITING, owing->reached_cause);
	else if (owing->truth == COMPLAINT_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED, owing->cause);
	else
		cmpl_duty_set_state(
			into,
			not_yet && !done ? COMPLAINT_DUTY_WAITING : COMPLAINT_DUTY_UNDETERMINED,
			not_yet ? COMPLAINT_CAUSE_ANCHOR_NOT_YET : COMPLAINT_CAUSE_ANCHOR_UNKNOWN);
}

/* The due, from what it runs from; false: it is not so plain, or no calendar reaches it. */
static bool find_due(const struct cmpl_context *context, const struct cmpl_duty *duty,
		     const struct cmpl_counting *counting, struct complaint_date *ret_from,
		     struct complaint_date *ret_due)
{
	uint32_t event = context->policy->anchors[duty->after].index;
	const struct cmpl_event_value *value = cmpl_event_value(context, event);
	cmpl_day due;

	if (value->kind == CMPL_EVENT_DAY) {
		if (!cmpl_limit_end_day(context, counting, value->first, duty->within, &due))
			return false; /* the long way tells which calendar ends where */
		*ret_from = plain_date(counting, value->first);
		*ret_due = plain_date(counting, due);
		if (is_provisional(context, counting, duty, due))
			ret_due->flags = COMPLAINT_DATE_PROVISIONAL;
		return true;
	}
	if (value->kind > CMPL_EVENT_DAY || cmpl_doers_of(context->policy, event).count > 0)
		return false; /* what a duty is done by is projected from that duty */
	*ret_from = *ret_due = cmpl_event_date(context, event, CMPL_ROLE_ANCHOR, counting->zone);
	return true;
}

bool cmpl_duty_plainly(const struct cmpl_context *context, const struct cmpl_duty *duty,
		       const struct cmpl_owing *owing, struct complaint_deadline *into)
{
	const struct complaint_date none = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	const struct cmpl_counting *counting = cmpl_counting_of(context, duty->counting);
	uint8_t done = duty->done_by == CMPL_NONE ? CMPL_EVENT_NOT_GIVEN
						  : cmpl_event_value(context, duty->done_by)->kind;

	if (!duty->is_plain || !context->is_plain || done > CMPL_EVENT_DAY ||
	    done == CMPL_EVENT_UNKNOWN ||
	    !find_due(context, duty, counting, &into->run_from, &into->due))
		return false;
	into->policy_due = into->extended_due = into->due;
	into->policy_raw = into->due_raw = into->extended_raw =
		into->due.kind == COMPLAINT_DATE_DAY ? into->due : none;
	into->promised_due = into->before = into->done = none;
	if (duty->done_by != CMPL_NONE)
		into->done =
			cmpl_event_date(context, duty->done_by, CMPL_ROLE_DONE, counting->zone);
	into->dated = true;
	into->owed = owing->truth;
	if (into->due.kind == COMPLAINT_DATE_DAY)
		find_state(context, owing, into);
	else
		find_state_without_due(owing, into);
	return true;
}
