/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/* --- is it owed ------------------------------------------------------------------ */

static void also(struct cmpl_owing *owing, uint8_t truth, uint8_t false_cause,
		 uint8_t unknown_cause)
{
	if (truth == COMPLAINT_FALSE && owing->truth != COMPLAINT_FALSE) {
		owing->truth = truth;
		owing->cause = false_cause;
	} else if (truth == COMPLAINT_UNKNOWN && owing->truth == COMPLAINT_TRUE) {
		owing->truth = truth;
		owing->cause = unknown_cause;
	}
}

static void weigh(struct cmpl_context *context, const struct cmpl_place_of_duty *place,
		  const struct cmpl_duty *duty, struct cmpl_owing *owing)
{
	owing->truth = place->owed;
	owing->cause = place->owed == COMPLAINT_TRUE ? (uint8_t)COMPLAINT_CAUSE_NONE : place->cause;
	owing->reached = place->reached;
	owing->reached_cause = place->cause;
	if (context->policy->spans_count > 0)
		also(owing, cmpl_rule_in_force(context, duty->rule), COMPLAINT_CAUSE_NOT_IN_FORCE,
		     COMPLAINT_CAUSE_CONDITION_UNKNOWN);
	if (owing->truth != COMPLAINT_FALSE && duty->when != CMPL_NONE)
		also(owing, cmpl_condition_test(context, duty->when, duty->counting),
		     COMPLAINT_CAUSE_WHEN_FALSE, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
	if (owing->truth != COMPLAINT_FALSE && duty->unless.count > 0)
		also(owing, cmpl_exceptions_silent(context, duty->unless, duty->counting),
		     COMPLAINT_CAUSE_EXCEPTION, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
}

/* --- its dates --------------------------------------------------------------------- */

bool cmpl_unit_has_date(uint8_t unit)
{
	return unit != COMPLAINT_UNIT_NONE && unit != COMPLAINT_UNIT_IMMEDIATELY &&
	       unit != COMPLAINT_UNIT_AS_SOON_AS_POSSIBLE;
}

static void find_promise(const struct cmpl_context *context, struct complaint_deadline *into)
{
	const struct complaint_policy *policy = context->policy;
	const struct complaint_case *given = context->given;
	const char *id;

	if (given->promise_count == 0)
		return;
	id = cmpl_policy_text(policy, policy->rules[into->rule_of_duty].id);
	for (uint32_t i = 0; i < given->promise_count; i++) {
		if (strcmp(given->promises[i].rule, id) == 0)
			into->promised_due = cmpl_date_of_day(given->promises[i].day);
	}
}

static struct complaint_date anchor_date(struct cmpl_context *context, uint32_t index,
					 const struct cmpl_duty *duty, uint8_t zone,
					 struct complaint_deadline *into)
{
	const struct cmpl_anchor *anchor = &context->policy->anchors[duty->after];

	if (anchor->kind == CMPL_ANCHOR_EVENT &&
	    cmpl_event_value(context, anchor->index)->kind == CMPL_EVENT_DAY)
		return cmpl_event_date(context, anchor->index, CMPL_ROLE_ANCHOR, zone);
	return cmpl_anchor_of_duty(context, index, duty->after, zone, &into->projected_from);
}

static void work_out_dates(struct cmpl_context *context, uint32_t index,
			   const struct cmpl_duty *duty, struct complaint_deadline *into)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, duty->counting);

	if (duty->done_by != CMPL_NONE)
		into->done =
			cmpl_event_date(context, duty->done_by, CMPL_ROLE_DONE, counting->zone);
	if (duty->before != CMPL_NONE)
		into->before =
			cmpl_anchor_plain(context, duty->before, CMPL_ROLE_ANCHOR, counting->zone);
	if (duty->after == CMPL_NONE)
		return;
	into->run_from = anchor_date(context, index, duty, counting->zone, into);
	if (!cmpl_unit_has_date(duty->within.unit))
		return;
	if (!cmpl_date_known(&into->run_from)) {
		into->policy_due = into->run_from; /* not yet, unknown, or beyond the calendar */
		into->due = into->extended_due = into->run_from;
		return;
	}
	into->policy_raw =
		cmpl_limit_end(context, counting, &into->run_from, duty->within, CMPL_FOR_DEADLINE);
	into->policy_due =
		cmpl_limit_settle(context, counting, into->policy_raw, duty->within.unit);
	into->due_raw = into->extended_raw = into->policy_raw;
	into->due = into->extended_due = into->policy_due;
	if (context->given->extension_count > 0 && cmpl_date_known(&into->policy_due))
		cmpl_extensions_apply(context, into);
}

/*
 * --- the short way ------------------------------------------------------------------  Of most
 * duties of most cases: so many days after a day, done on a day or not at all, and the complaint
 * still open. It finds what the long way (above, extension_made.c, duty_state.c) would find, in a
 * tenth of the steps.
 */

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

/* The last day, or false where a calendar does not reach it: the long way tells which. */
static bool count_plainly(const struct cmpl_context *context, const struct cmpl_counting *counting,
			  cmpl_day from, struct cmpl_limit limit, struct complaint_date *ret_due)
{
	const struct complaint_calendar *calendar;
	cmpl_day due;

	if (limit.unit != COMPLAINT_UNIT_WORKING_DAYS) {
		if (!cmpl_limit_end_day(context, counting, from, limit, &due))
			return false;
		*ret_due = plain_date(counting, due);
		return true;
	}
	calendar = counting->calendar == CMPL_NONE ? NULL : context->calendars[counting->calendar];
	if (!calendar || !cmpl_calendar_covers(calendar, from) ||
	    !cmpl_calendar_nth(calendar, from + (counting->first_day != CMPL_ON_EVENT_DAY),
			       limit.amount, &due))
		return false;
	*ret_due = plain_date(counting, due);
	if (due > calendar->published_last)
		ret_due->flags = COMPLAINT_DATE_PROVISIONAL;
	return true;
}

/* From what it runs from; false: it is not so plain, or no calendar reaches it. */
static bool find_due(const struct cmpl_context *context, const struct cmpl_duty *duty,
		     const struct cmpl_counting *counting, struct complaint_deadline *into)
{
	const struct cmpl_event_value *value = cmpl_event_value(context, duty->plainly_after);

	if (value->kind == CMPL_EVENT_DAY) {
		into->run_from = plain_date(counting, value->first);
		return count_plainly(context, counting, value->first, duty->within, &into->due);
	}
	if (value->kind > CMPL_EVENT_DAY ||
	    cmpl_doers_of(context->policy, duty->plainly_after).count > 0)
		return false; /* what a duty is done by is projected from that duty */
	into->run_from = into->due =
		cmpl_event_date(context, duty->plainly_after, CMPL_ROLE_ANCHOR, counting->zone);
	return true;
}

/* A plain duty has one limit, and no other date. */
static void spread_due(struct complaint_deadline *into)
{
	const struct complaint_date none = cmpl_date_of_kind(COMPLAINT_DATE_NONE);

	into->policy_due = into->extended_due = into->due;
	into->policy_raw = into->due_raw = into->extended_raw =
		into->due.kind == COMPLAINT_DATE_DAY ? into->due : none;
	into->promised_due = into->before = none;
}

/* False: it is not so plain, and goes the long way. */
static bool work_out_plainly(const struct cmpl_context *context, const struct cmpl_duty *duty,
			     const struct cmpl_owing *owing, struct complaint_deadline *into)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, duty->counting);
	const struct cmpl_event_value *done = NULL;

	if (duty->plainly_after == CMPL_NONE || !context->is_plain)
		return false;
	if (duty->done_by != CMPL_NONE)
		done = cmpl_event_value(context, duty->done_by);
	if ((done && (done->kind > CMPL_EVENT_DAY || done->kind == CMPL_EVENT_UNKNOWN)) ||
	    !find_due(context, duty, counting, into))
		return false;
	into->done = cmpl_date_of_kind(done ? COMPLAINT_DATE_NOT_YET : COMPLAINT_DATE_NONE);
	if (done && done->kind == CMPL_EVENT_DAY)
		into->done = plain_date(counting, done->first);
	into->dated = true;
	into->owed = owing->truth;
	if (into->due.kind == COMPLAINT_DATE_DAY)
		find_state(context, owing, into);
	else
		find_state_without_due(owing, into);
	if (!context->due_alone)
		spread_due(into);
	return true;
}

/*
 * --- the whole ---------------------------------------------------------------------------------
 */

static void begin(const struct cmpl_context *context, uint32_t index, const struct cmpl_duty *duty,
		  struct complaint_deadline *into)
{
	into->answer = context->answer;
	into->duty = index;
	into->rule_of_duty = duty->rule;
	into->reading = CMPL_NONE;
	/* what is read if it hangs on itself: */
	into->state = COMPLAINT_DUTY_UNDETERMINED;
	into->cause = COMPLAINT_CAUSE_CHOSEN_READINGS_CYCLE;
	into->owed = COMPLAINT_UNKNOWN;
	into->dated = false;
	into->flags = duty->is_superseded ? COMPLAINT_DEADLINE_SUPERSEDED : 0;
	into->anchor = duty->after;
	into->projected_from = CMPL_NONE;
	into->counting = duty->counting;
	into->within = duty->within;
	into->readings = into->reasons = into->working = into->rests_on = (struct cmpl_range){ 0 };
}

static void no_dates(struct complaint_deadline *into)
{
	const struct complaint_date none = cmpl_date_of_kind(COMPLAINT_DATE_NONE);

	into->due = into->policy_due = into->extended_due = into->promised_due = none;
	into->done = into->run_from = into->before = into->policy_raw = none;
	into->dated = true;
}

/* What is not owed has no date that could be missed: its dates are not even cleared. */
static void not_owed(struct complaint_deadline *into, uint8_t cause)
{
	cmpl_duty_set_state(into, COMPLAINT_DUTY_NOT_OWED, cause);
	into->owed = COMPLAINT_FALSE;
	into->dated = false;
}

/*
 * Whether it is owed is written last: until then the duty reads as undetermined to anything that it
 * hangs on and that hangs on it.
 */
void cmpl_duty_evaluate(struct cmpl_context *context, uint32_t index, const struct cmpl_duty *duty,
			struct complaint_deadline *into)
{
	uint8_t idle = cmpl_place_idle(context, duty);
	struct cmpl_place_of_duty place;
	struct cmpl_owing owing;

	begin(context, index, duty, into);
	if (idle != COMPLAINT_CAUSE_NONE) {
		not_owed(into, idle);
		return;
	}
	place = cmpl_duty_place(context, index, duty);
	into->flags |= place.flags;
	if (place.owed == COMPLAINT_FALSE) {
		not_owed(into, place.cause);
		return;
	}
	weigh(context, &place, duty, &owing);
	if (owing.truth == COMPLAINT_FALSE) {
		not_owed(into, owing.cause);
		return;
	}
	if (work_out_plainly(context, duty, &owing, into))
		return;
	no_dates(into);
	find_promise(context, into);
	work_out_dates(context, index, duty, into);
	cmpl_duty_find_state(context, duty, &owing, into);
	cmpl_duty_stop_if_over(context, duty, into, &owing);
	if (into->state == COMPLAINT_DUTY_NOT_OWED)
		not_owed(into, into->cause);
	else
		into->owed = owing.truth;
}
