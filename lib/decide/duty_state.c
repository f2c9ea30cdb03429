/* SPDX-License-Identifier: MIT */
/* The state of a duty: docs/rule-format.md, 15.5, the first that holds. */
#include "decide/parts.h"

#include <complaint/names.h>

static bool happened(const struct complaint_date *date)
{
	return cmpl_date_known(date) && !(date->flags & COMPLAINT_DATE_PROJECTED);
}

static void compare(const struct complaint_date *what, const struct complaint_date *due,
		    uint8_t late, uint8_t in_time, struct complaint_deadline *into)
{
	bool by_day = false;
	uint8_t truth = cmpl_date_late(what, due, &by_day);

	if (by_day)
		into->flags |= COMPLAINT_DEADLINE_BY_DAY;
	if (truth == COMPLAINT_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED, COMPLAINT_CAUSE_SPAN);
	else
		cmpl_duty_set_state(into, truth == COMPLAINT_TRUE ? late : in_time,
				    COMPLAINT_CAUSE_NONE);
}

/* No limit that could be computed: once done it is done in time, or late against `before`. */
static void state_without_date(struct complaint_deadline *into)
{
	cmpl_duty_set_state(into, COMPLAINT_DUTY_NO_DATE, COMPLAINT_CAUSE_NONE);
	if (!cmpl_date_known(&into->done))
		return;
	if (cmpl_date_known(&into->before))
		compare(&into->done, &into->before, COMPLAINT_DUTY_DONE_LATE,
			COMPLAINT_DUTY_DONE_IN_TIME, into);
	else if (into->before.kind == COMPLAINT_DATE_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED,
				    COMPLAINT_CAUSE_ANCHOR_UNKNOWN);
	else if (into->before.kind == COMPLAINT_DATE_BEYOND_CALENDAR)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_BEYOND_CALENDAR, COMPLAINT_CAUSE_NONE);
	else
		cmpl_duty_set_state(into, COMPLAINT_DUTY_DONE_IN_TIME, COMPLAINT_CAUSE_NONE);
}

/*
 * Has what it runs from still to happen? A limit that leaves the calendar on the way there is told
 * as such; without a limit there is nothing to tell but that it waits.
 */
static bool anchor_is_not_yet(const struct cmpl_duty *duty, const struct complaint_deadline *into)
{
	if (into->run_from.kind == COMPLAINT_DATE_BEYOND_CALENDAR)
		return !cmpl_unit_has_date(duty->within.unit) && into->projected_from != CMPL_NONE;
	return !happened(&into->run_from);
}

void cmpl_duty_find_state(const struct cmpl_context *context, const struct cmpl_duty *duty,
			  const struct cmpl_owing *owing, struct complaint_deadline *into)
{
	bool done = cmpl_date_known(&into->done);
	struct complaint_date now =
		cmpl_now_in(context, cmpl_counting_of(context, duty->counting)->zone);

	if (owing->reached == COMPLAINT_FALSE && !happened(&into->run_from))
		cmpl_duty_set_state(into, COMPLAINT_DUTY_WAITING, owing->reached_cause);
	else if (owing->truth == COMPLAINT_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED, owing->cause);
	else if (into->done.kind == COMPLAINT_DATE_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED,
				    COMPLAINT_CAUSE_DONE_UNKNOWN);
	else if (!done && duty->after != CMPL_NONE && into->run_from.kind == COMPLAINT_DATE_UNKNOWN)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED,
				    COMPLAINT_CAUSE_ANCHOR_UNKNOWN);
	else if (!done && duty->after != CMPL_NONE && anchor_is_not_yet(duty, into))
		cmpl_duty_set_state(into, COMPLAINT_DUTY_WAITING, COMPLAINT_CAUSE_ANCHOR_NOT_YET);
	else if (!cmpl_unit_has_date(duty->within.unit))
		state_without_date(into);
	else if (into->due.kind == COMPLAINT_DATE_BEYOND_CALENDAR)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_BEYOND_CALENDAR, COMPLAINT_CAUSE_NONE);
	else if (done && !cmpl_date_known(&into->due))
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED,
				    into->due.kind == COMPLAINT_DATE_NOT_YET
					    ? COMPLAINT_CAUSE_ANCHOR_NOT_YET
					    : COMPLAINT_CAUSE_ANCHOR_UNKNOWN);
	else if (done)
		compare(&into->done, &into->due, COMPLAINT_DUTY_DONE_LATE,
			COMPLAINT_DUTY_DONE_IN_TIME, into);
	else if (now.kind == COMPLAINT_DATE_NONE)
		cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED, COMPLAINT_CAUSE_NO_NOW);
	else
		compare(&now, &into->due, COMPLAINT_DUTY_OVERDUE, COMPLAINT_DUTY_RUNNING, into);
}

/* --- a complaint that was refused or closed ------------------------------------------------- */

/*
 * Would a stop end it? What began on that day or before does, unless it was late by then. Unknown
 * where its anchor is, or where the calendar cannot tell its lateness.
 */
static uint8_t is_stopped_by(const struct complaint_date *stop, const struct cmpl_duty *duty,
			     const struct complaint_deadline *into)
{
	struct complaint_date day = *stop;
	uint8_t began;

	if (stop->kind == COMPLAINT_DATE_UNKNOWN)
		return COMPLAINT_UNKNOWN;
	if (duty->after != CMPL_NONE && into->run_from.kind == COMPLAINT_DATE_UNKNOWN)
		return COMPLAINT_UNKNOWN;
	if (into->run_from.kind == COMPLAINT_DATE_BEYOND_CALENDAR &&
	    into->projected_from == CMPL_NONE)
		return COMPLAINT_UNKNOWN; /* it runs from a limit that nobody can date */
	if (!happened(&into->run_from))
		return COMPLAINT_TRUE;
	if (stop->kind == COMPLAINT_DATE_MOMENT)
		day = cmpl_date_of_day(cmpl_date_first_day(stop));
	began = cmpl_not(cmpl_date_later(&into->run_from, &day, NULL));
	if (into->due.kind == COMPLAINT_DATE_BEYOND_CALENDAR) /* later than any covered day */
		return cmpl_and(began, into->due.calendar && into->due.at_last &&
						       day.last <= into->due.calendar->last
					       ? COMPLAINT_TRUE
					       : COMPLAINT_UNKNOWN);
	if (!cmpl_date_known(&into->due))
		return began;
	return cmpl_and(began, cmpl_not(cmpl_date_late(&day, &into->due, NULL)));
}

/*
 * What is not done by then, began by then and was not late by then is owed no more; what was late
 * stays late. Duties of a route count with those of the stage it enters.
 */
static uint8_t stopped(struct cmpl_context *context, const struct cmpl_duty *duty,
		       const struct complaint_deadline *into, uint8_t *ret_cause)
{
	static const struct {
		uint32_t event;
		uint8_t cause;
	} stops[] = { { COMPLAINT_EVENT_COMPLAINT_REFUSED, COMPLAINT_CAUSE_REFUSED },
		      { COMPLAINT_EVENT_COMPLAINT_CLOSED, COMPLAINT_CAUSE_CLOSED } };
	uint8_t result = COMPLAINT_FALSE;

	if (cmpl_case_is_open(context) ||
	    (duty->place != CMPL_IN_STAGE && duty->place != CMPL_IN_ROUTE) ||
	    cmpl_date_known(&into->done))
		return COMPLAINT_FALSE;
	for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++) {
		struct complaint_date stop =
			cmpl_event_date(context, stops[i].event, CMPL_ROLE_DONE,
					cmpl_counting_of(context, duty->counting)->zone);
		uint8_t truth;

		if (stop.kind == COMPLAINT_DATE_NOT_YET)
			continue;
		truth = is_stopped_by(&stop, duty, into);
		if (truth == COMPLAINT_TRUE) {
			*ret_cause = stops[i].cause;
			return COMPLAINT_TRUE;
		}
		if (truth == COMPLAINT_UNKNOWN)
			result = COMPLAINT_UNKNOWN;
	}
	/* Whether it was done is written unknown: then it may have been done, and not stopped. */
	return result;
}

void cmpl_duty_stop_if_over(struct cmpl_context *context, const struct cmpl_duty *duty,
			    struct complaint_deadline *into, struct cmpl_owing *owing)
{
	uint8_t cause = COMPLAINT_CAUSE_CONDITION_UNKNOWN;
	uint8_t truth = stopped(context, duty, into, &cause);

	if (truth == COMPLAINT_TRUE && into->done.kind == COMPLAINT_DATE_UNKNOWN)
		truth = COMPLAINT_UNKNOWN;
	if (truth == COMPLAINT_TRUE) {
		cmpl_duty_set_state(into, COMPLAINT_DUTY_NOT_OWED, cause);
	} else if (truth == COMPLAINT_UNKNOWN) {
		if (into->state != COMPLAINT_DUTY_UNDETERMINED)
			cmpl_duty_set_state(into, COMPLAINT_DUTY_UNDETERMINED,
					    COMPLAINT_CAUSE_CONDITION_UNKNOWN);
		owing->truth = COMPLAINT_UNKNOWN;
	}
}
