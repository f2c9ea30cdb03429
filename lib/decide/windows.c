/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* docs/rule-format.md, 15.8: rights that open and close. */

/* A wait opens at the start of the day after its last day; one of hours, at that moment. */
static struct complaint_date end_of_wait(const struct cmpl_context *context,
					 const struct cmpl_counting *counting,
					 const struct complaint_date *from, struct cmpl_limit wait)
{
	struct complaint_date opens =
		cmpl_limit_end(context, counting, from, wait, CMPL_FOR_DEADLINE);

	if (opens.kind == COMPLAINT_DATE_DAY) {
		opens.first++;
		opens.last++;
	}
	return opens;
}

static uint8_t wait_lifted(struct cmpl_context *context, const struct cmpl_window *window)
{
	if (window->opens_unless.count == 0)
		return COMPLAINT_FALSE;
	return cmpl_not(cmpl_exceptions_silent(context, window->opens_unless, window->counting));
}

/* The earlier end in the measure of the later: a day, or the moment at which a day begins. */
static int64_t first_of_span(const struct complaint_date *opens,
			     const struct complaint_date *at_once)
{
	if (opens->kind == COMPLAINT_DATE_DAY)
		return cmpl_date_first_day(at_once);
	if (at_once->kind == COMPLAINT_DATE_MOMENT)
		return at_once->first;
	return cmpl_zone_moment((enum cmpl_zone)opens->zone, (cmpl_day)at_once->first, 0);
}

static void work_out_opening(struct cmpl_context *context, const struct cmpl_window *window,
			     struct complaint_window *into)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, window->counting);
	struct complaint_date at_once;
	uint8_t lifted;

	if (window->opens_after == CMPL_NONE)
		return;
	into->opens =
		cmpl_anchor_plain(context, window->opens_after, CMPL_ROLE_ANCHOR, counting->zone);
	if (window->wait.unit == COMPLAINT_UNIT_NONE || !cmpl_date_known(&into->opens))
		return;
	lifted = wait_lifted(context, window);
	if (lifted == COMPLAINT_TRUE) {
		into->flags |= COMPLAINT_WINDOW_WAIT_LIFTED;
		return;
	}
	at_once = into->opens;
	into->opens = end_of_wait(context, counting, &at_once, window->wait);
	/* Whether the wait is lifted is not known: it opens somewhere between the two. */
	if (lifted == COMPLAINT_UNKNOWN && cmpl_date_known(&into->opens)) {
		into->opens.first = first_of_span(&into->opens, &at_once);
		into->opens.flags |= COMPLAINT_DATE_SPAN;
	}
}

static void work_out_closing(struct cmpl_context *context, const struct cmpl_window *window,
			     struct complaint_window *into)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, window->counting);

	if (window->closes.unit == COMPLAINT_UNIT_NONE)
		return;
	into->closes =
		cmpl_anchor_plain(context, window->closes_after, CMPL_ROLE_ANCHOR, counting->zone);
	if (!cmpl_date_known(&into->closes))
		return;
	into->closes =
		cmpl_limit_end(context, counting, &into->closes, window->closes, CMPL_FOR_DEADLINE);
	into->closes = cmpl_limit_settle(context, counting, into->closes, window->closes.unit);
}

/* Has the window opened by a date? Open at any time: yes. */
static uint8_t opened_by(const struct complaint_window *window, const struct complaint_date *date,
			 bool *by_day)
{
	if (window->opens.kind == COMPLAINT_DATE_NONE)
		return COMPLAINT_TRUE;
	if (window->opens.kind == COMPLAINT_DATE_NOT_YET)
		return COMPLAINT_FALSE;
	if (!cmpl_date_known(&window->opens) || !cmpl_date_known(date))
		return COMPLAINT_UNKNOWN;
	return cmpl_not(cmpl_date_later(&window->opens, date, by_day));
}

/* Is a date after the last day? No end, or one that hangs on what is not yet: no. */
static uint8_t closed_by(const struct complaint_window *window, const struct complaint_date *date,
			 bool *by_day)
{
	if (window->closes.kind == COMPLAINT_DATE_NONE ||
	    window->closes.kind == COMPLAINT_DATE_NOT_YET)
		return COMPLAINT_FALSE;
	if (!cmpl_date_known(&window->closes) || !cmpl_date_known(date))
		return COMPLAINT_UNKNOWN;
	return cmpl_date_late(date, &window->closes, by_day);
}

/* Is it used: did that happen on or after the opening? A use before it is none. */
static uint8_t use_of(const struct complaint_window *window)
{
	if (window->opens.kind == COMPLAINT_DATE_NOT_YET)
		return COMPLAINT_FALSE;
	if (window->used.kind == COMPLAINT_DATE_UNKNOWN)
		return COMPLAINT_UNKNOWN;
	if (!cmpl_date_known(&window->used))
		return COMPLAINT_FALSE;
	return opened_by(window, &window->used, NULL);
}

static uint8_t unsure(const struct complaint_window *window)
{
	return window->opens.kind == COMPLAINT_DATE_BEYOND_CALENDAR ||
			       window->closes.kind == COMPLAINT_DATE_BEYOND_CALENDAR
		       ? COMPLAINT_WINDOW_BEYOND_CALENDAR
		       : COMPLAINT_WINDOW_UNDETERMINED;
}

static uint8_t state_when_used(const struct complaint_window *window, uint8_t opened, bool *by_day)
{
	uint8_t late;

	if (opened == COMPLAINT_UNKNOWN)
		return unsure(window);
	late = closed_by(window, &window->used, by_day);
	if (late == COMPLAINT_UNKNOWN)
		return unsure(window);
	return late == COMPLAINT_TRUE ? COMPLAINT_WINDOW_USED_LATE : COMPLAINT_WINDOW_USED_IN_TIME;
}

static uint8_t find_state(const struct complaint_date *now, const struct complaint_window *window,
			  bool *by_day)
{
	uint8_t opened, closed;

	if (window->exists != COMPLAINT_TRUE)
		return window->exists == COMPLAINT_FALSE ? COMPLAINT_WINDOW_NOT_AVAILABLE
							 : COMPLAINT_WINDOW_UNDETERMINED;
	if (cmpl_date_known(&window->used)) { /* a use before the opening is none */
		opened = opened_by(window, &window->used, by_day);
		if (opened != COMPLAINT_FALSE)
			return state_when_used(window, opened, by_day);
	}
	opened = opened_by(window, now, by_day);
	if (opened == COMPLAINT_FALSE)
		return COMPLAINT_WINDOW_NOT_YET_OPEN;
	closed = closed_by(window, now, by_day);
	if (closed == COMPLAINT_TRUE && window->used.kind != COMPLAINT_DATE_UNKNOWN)
		return COMPLAINT_WINDOW_CLOSED;
	if (window->opens.kind == COMPLAINT_DATE_BEYOND_CALENDAR ||
	    window->closes.kind == COMPLAINT_DATE_BEYOND_CALENDAR)
		return COMPLAINT_WINDOW_BEYOND_CALENDAR;
	if (opened == COMPLAINT_UNKNOWN || closed == COMPLAINT_UNKNOWN ||
	    window->used.kind == COMPLAINT_DATE_UNKNOWN || now->kind == COMPLAINT_DATE_NONE)
		return COMPLAINT_WINDOW_UNDETERMINED;
	return COMPLAINT_WINDOW_OPEN;
}

static struct complaint_date end_of(const struct complaint_date *date, bool last)
{
	struct complaint_date end = *date;

	if (cmpl_date_known(date)) {
		end.first = end.last = last ? date->last : date->first;
		end.flags &= (uint16_t)~COMPLAINT_DATE_SPAN;
	}
	return end;
}

/*
 * An opening somewhere between two ends, a closing or a use in a month: a state only when all ends
 * together give it. Hours that close from a day are late only against the latest.
 */
static uint8_t state_of_ends(const struct complaint_date *now,
			     const struct complaint_window *window, bool *by_day)
{
	bool open_ended =
		cmpl_date_known(&window->opens) && window->opens.first != window->opens.last;
	uint8_t state = 0;

	if (!open_ended && !((window->closes.flags | window->used.flags) & COMPLAINT_DATE_SPAN))
		return find_state(now, window, by_day);
	for (int i = 0; i < 8; i++) {
		struct complaint_window ends = *window;
		uint8_t other;

		ends.opens = end_of(&window->opens, i & 1);
		if (window->closes.flags & COMPLAINT_DATE_SPAN)
			ends.closes = end_of(&window->closes, i & 2);
		ends.used = end_of(&window->used, i & 4);
		other = find_state(now, &ends, by_day);
		if (i > 0 && other != state)
			return COMPLAINT_WINDOW_UNDETERMINED;
		state = other;
	}
	return state;
}

/* Is the door there: in force, its condition true, no exception to it. */
static uint8_t exists(struct cmpl_context *context, const struct cmpl_window *window)
{
	uint8_t truth = cmpl_rule_in_force(context, window->rule);

	if (truth != COMPLAINT_FALSE && window->when != CMPL_NONE)
		truth = cmpl_and(truth,
				 cmpl_condition_test(context, window->when, window->counting));
	if (truth != COMPLAINT_FALSE && window->unless.count > 0)
		truth = cmpl_and(truth,
				 cmpl_exceptions_silent(context, window->unless, window->counting));
	return truth;
}

void cmpl_window_evaluate(struct cmpl_context *context, uint32_t index,
			  const struct cmpl_window *window, struct complaint_window *into)
{
	const struct complaint_date none = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	uint8_t zone = cmpl_counting_of(context, window->counting)->zone;
	struct complaint_date now;
	bool by_day = false;

	into->answer = context->answer;
	into->window = index;
	into->reading = CMPL_NONE;
	into->flags = window->is_superseded ? COMPLAINT_WINDOW_SUPERSEDED : 0;
	into->working[0] = into->working[1] = into->readings = into->reasons = into->rests_on =
		(struct cmpl_range){ 0 };
	into->opens = into->closes = into->used = none;
	if (window->used_by != CMPL_NONE)
		into->used = cmpl_event_date(context, window->used_by, CMPL_ROLE_DONE, zone);
	into->exists = exists(context, window);
	if (into->exists == COMPLAINT_FALSE) { /* a door that is not there has no dates */
		into->use = COMPLAINT_FALSE;
		into->state = COMPLAINT_WINDOW_NOT_AVAILABLE;
		return;
	}
	work_out_opening(context, window, into);
	work_out_closing(context, window, into);
	into->use = cmpl_and(into->exists, use_of(into));
	now = cmpl_now_in(context, zone);
	into->state = state_of_ends(&now, into, &by_day);
	if (by_day)
		into->flags |= COMPLAINT_WINDOW_BY_DAY;
}

/* In the main world each is looked at once, however many duties hang on it. */
const struct complaint_window *cmpl_window_result(struct cmpl_context *context, uint32_t index,
						  struct complaint_window *room)
{
	struct complaint_answer *answer = context->answer;

	if (context->deadlines != answer->deadlines) {
		cmpl_window_evaluate(context, index, cmpl_window_at(context, index), room);
		return room;
	}
	if (answer->seen[index] != context->generation) {
		cmpl_window_evaluate(context, index, cmpl_window_at(context, index),
				     &answer->windows[index]);
		answer->seen[index] = context->generation;
	}
	return &answer->windows[index];
}

static void give_reasons(struct cmpl_context *context, const struct cmpl_window *window,
			 struct complaint_window *into)
{
	const struct cmpl_exception *exceptions = context->policy->exceptions;

	into->reasons.first = (uint32_t)context->answer->reasons_count;
	cmpl_reasons_add(context, window->rule, COMPLAINT_CONDITION_WHEN, 0, window->when,
			 window->counting);
	for (uint32_t e = 0; e < window->unless.count; e++)
		cmpl_reasons_add(context, window->rule, COMPLAINT_CONDITION_UNLESS, e,
				 exceptions[window->unless.first + e].when, window->counting);
	for (uint32_t e = 0; e < window->opens_unless.count; e++)
		cmpl_reasons_add(context, window->rule, COMPLAINT_CONDITION_OPENS_UNLESS, e,
				 exceptions[window->opens_unless.first + e].when, window->counting);
	into->reasons.count = (uint32_t)context->answer->reasons_count - into->reasons.first;
}

static void read_otherwise(struct cmpl_context *context, uint32_t index)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;
	uint32_t rule = policy->windows[index].rule;
	uint32_t reading, first = (uint32_t)answer->windows_count;

	for (uint32_t n = 0; cmpl_reading_beside(context, rule, n, &reading); n++) {
		const struct cmpl_window *as = &policy->windows[index];
		struct complaint_window other, *slot;

		if (reading != CMPL_AS_FILED)
			as = &policy->window_variants[policy->readings[reading].variant];
		cmpl_window_evaluate(context, index, as, &other);
		other.reading = reading;
		slot = CMPL_ADD(answer, windows);
		if (!slot)
			return;
		*slot = other;
		answer->windows[index].readings = (struct cmpl_range){ first, n + 1 };
	}
}

void cmpl_windows_evaluate(struct cmpl_context *context, bool readings)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;

	for (uint32_t i = 0; i < policy->windows_count; i++) {
		const struct cmpl_window *window = cmpl_window_at(context, i);
		struct complaint_window room;

		cmpl_window_result(context, i, &room);
		if (answer->detail >= COMPLAINT_DETAIL_ANSWER)
			give_reasons(context, window, &answer->windows[i]);
		if (context->chosen && context->chosen[window->rule] != CMPL_NONE)
			answer->windows[i].flags |= COMPLAINT_WINDOW_HOST_READING;
	}
	for (uint32_t i = 0; readings && i < policy->windows_count && !answer->failed; i++)
		read_otherwise(context, i);
	for (size_t i = 0; answer->detail >= COMPLAINT_DETAIL_WORKING && i < answer->windows_count;
	     i++)
		cmpl_working_write_window(context, cmpl_window_record(&answer->windows[i]),
					  &answer->windows[i]);
}
