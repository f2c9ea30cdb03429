/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <complaint/names.h>

/* docs/rule-format.md, 15.10.3: where the case stands. */

/* Refused and closed come before any stage; one that is written unknown leaves everything open. */
static void stand_by_end(const struct cmpl_context *context, struct complaint_standing *into)
{
	uint8_t refused = cmpl_event_done(context, COMPLAINT_EVENT_COMPLAINT_REFUSED);
	uint8_t closed = cmpl_event_done(context, COMPLAINT_EVENT_COMPLAINT_CLOSED);

	if (refused == COMPLAINT_TRUE)
		into->state = COMPLAINT_STANDING_REFUSED;
	else if (refused == COMPLAINT_UNKNOWN)
		into->state = COMPLAINT_STANDING_UNDETERMINED;
	else if (closed == COMPLAINT_TRUE)
		into->state = COMPLAINT_STANDING_CLOSED;
	else if (closed == COMPLAINT_UNKNOWN)
		into->state = COMPLAINT_STANDING_UNDETERMINED;
}

/* A stage's start that counts: one that the route skips has none. */
static uint8_t begun(struct cmpl_context *context, uint32_t stage)
{
	const struct cmpl_stage_seen *seen = cmpl_stage_look(context, stage);

	return seen->skipped ? (uint8_t)COMPLAINT_FALSE : seen->started;
}

static void stand_in_stages(struct cmpl_context *context, struct complaint_standing *into)
{
	uint32_t count = context->policy->stages_count;

	/* From the last back: a stage is over once a later one has ended. */
	for (uint32_t i = count; i > 0; i--) {
		uint8_t started = begun(context, i - 1);
		uint8_t ended = cmpl_event_done(context, cmpl_stage_at(context, i - 1)->ends);

		if (ended == COMPLAINT_TRUE) {
			into->state = i == count ? COMPLAINT_STANDING_EXHAUSTED
						 : COMPLAINT_STANDING_BETWEEN_STAGES;
			into->stage = i - 1;
			return;
		}
		if (started == COMPLAINT_FALSE)
			continue;
		into->stage = i - 1;
		into->state = started == COMPLAINT_TRUE && ended == COMPLAINT_FALSE
				      ? COMPLAINT_STANDING_IN_STAGE
				      : COMPLAINT_STANDING_UNDETERMINED;
		if (started == COMPLAINT_UNKNOWN)
			into->stage = CMPL_NONE;
		return;
	}
	into->state = COMPLAINT_STANDING_NOT_STARTED;
}

/* --- overdue and next ---------------------------------------------------------------- */

static int64_t moment_of(const struct complaint_date *date)
{
	int64_t second = date->close_of_business >= 0 ? date->close_of_business * 60 : 86399;

	if (date->kind == COMPLAINT_DATE_MOMENT)
		return date->first;
	return cmpl_zone_moment((enum cmpl_zone)date->zone, (cmpl_day)date->first, (int32_t)second);
}

/* Does a limit run out before another? Two days of one zone, which is usual, need no clock. */
static bool is_sooner(const struct complaint_date *one, const struct complaint_date *other)
{
	if (one->kind == COMPLAINT_DATE_DAY && other->kind == COMPLAINT_DATE_DAY &&
	    one->zone == other->zone && one->close_of_business == other->close_of_business)
		return one->first < other->first;
	return moment_of(one) < moment_of(other);
}

/* Keep the overdue in the order of their dates, the longest first; of equals the file's order. */
static void add_overdue(struct complaint_answer *answer, struct complaint_standing *into,
			uint32_t duty)
{
	uint32_t *slot = CMPL_ADD(answer, numbers), k;

	if (!slot)
		return;
	for (k = into->overdue.count; k > 0; k--) {
		uint32_t *before = &answer->numbers[into->overdue.first + k - 1];

		if (!is_sooner(&answer->deadlines[duty].due, &answer->deadlines[*before].due))
			break;
		before[1] = before[0];
	}
	answer->numbers[into->overdue.first + k] = duty;
	into->overdue.count++;
}

void cmpl_standing_add(struct complaint_answer *answer, uint32_t duty)
{
	struct complaint_standing *into = &answer->standing;
	const struct complaint_deadline *deadline = &answer->deadlines[duty];

	if (deadline->state == COMPLAINT_DUTY_OVERDUE)
		add_overdue(answer, into, duty);
	else if (into->next == CMPL_NONE ||
		 is_sooner(&deadline->due, &answer->deadlines[into->next].due))
		into->next = duty;
}

/* --- what to ask ------------------------------------------------------------------------ */

static void gather_conditions(struct cmpl_context *context, struct cmpl_gather *gather,
			      uint32_t when, struct cmpl_range unless, uint32_t counting)
{
	cmpl_gather_unknown(context, gather, when, counting);
	for (uint32_t e = unless.first; e < unless.first + unless.count; e++)
		cmpl_gather_unknown(context, gather, context->policy->exceptions[e].when, counting);
}

static void gather_events(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t anchor)
{
	const struct cmpl_anchor *from;

	if (anchor == CMPL_NONE)
		return;
	from = &context->policy->anchors[anchor];
	if (from->kind == CMPL_ANCHOR_LATEST || from->kind == CMPL_ANCHOR_EARLIEST) {
		for (uint32_t i = 0; i < from->count; i++)
			gather_events(context, gather, from->index + i);
	} else if (from->kind == CMPL_ANCHOR_EVENT) {
		struct complaint_date date =
			cmpl_event_date(context, from->index, CMPL_ROLE_ANCHOR, CMPL_ZONE_LONDON);

		if (date.kind == COMPLAINT_DATE_UNKNOWN || (date.flags & COMPLAINT_DATE_SPAN))
			cmpl_gather_name(gather, CMPL_EVENTS, from->index);
	}
}

static void ask_of_deadlines(struct cmpl_context *context, struct cmpl_gather *gather)
{
	const struct complaint_answer *answer = context->answer;

	for (uint32_t i = 0; i < answer->duty_count; i++) {
		const struct cmpl_duty *duty = cmpl_duty_at(context, i);

		if (answer->deadlines[i].state != COMPLAINT_DUTY_UNDETERMINED)
			continue;
		gather_conditions(context, gather, duty->when, duty->unless, duty->counting);
		gather_events(context, gather, duty->after);
		if (answer->deadlines[i].cause == COMPLAINT_CAUSE_DONE_UNKNOWN)
			cmpl_gather_name(gather, CMPL_EVENTS, duty->done_by);
	}
}

static void ask_of_windows(struct cmpl_context *context, struct cmpl_gather *gather)
{
	const struct complaint_answer *answer = context->answer;

	for (uint32_t i = 0; i < answer->window_count; i++) {
		const struct cmpl_window *window = cmpl_window_at(context, i);

		if (answer->windows[i].state != COMPLAINT_WINDOW_UNDETERMINED)
			continue;
		gather_conditions(context, gather, window->when, window->unless, window->counting);
		for (uint32_t e = 0; e < window->opens_unless.count; e++)
			cmpl_gather_unknown(
				context, gather,
				context->policy->exceptions[window->opens_unless.first + e].when,
				window->counting);
		gather_events(context, gather, window->opens_after);
		gather_events(context, gather, window->closes_after);
	}
}

static void list_questions(struct cmpl_context *context, struct complaint_standing *into)
{
	struct complaint_answer *answer = context->answer;
	const struct cmpl_range first = answer->eligibilities[0].questions;
	struct cmpl_gather gather = { answer, 0, answer->named_count };

	into->questions.first = (uint32_t)answer->named_count;
	for (uint32_t i = 0; i < first.count; i++) {
		struct cmpl_named named = answer->named[first.first + i];

		cmpl_gather_name(&gather, named.list, named.name);
	}
	if (into->state == COMPLAINT_STANDING_UNDETERMINED && context->policy->stages_count > 0)
		gather_events(context, &gather, cmpl_stage_at(context, 0)->starts);
	ask_of_deadlines(context, &gather);
	ask_of_windows(context, &gather);
	into->questions.count = (uint32_t)answer->named_count - into->questions.first;
}

void cmpl_standing_begin(struct cmpl_context *context)
{
	struct complaint_answer *answer = context->answer;
	struct complaint_standing *into = &answer->standing;

	*into = (struct complaint_standing){ .answer = answer,
					     .stage = CMPL_NONE,
					     .next = CMPL_NONE };
	stand_in_stages(context, into);
	stand_by_end(context, into);
	into->overdue.first = (uint32_t)answer->numbers_count;
}

void cmpl_standing_evaluate(struct cmpl_context *context)
{
	struct complaint_answer *answer = context->answer;

	cmpl_standing_begin(context);
	for (uint32_t i = 0; i < answer->duty_count; i++)
		cmpl_standing_consider(answer, i);
	if (answer->detail >= COMPLAINT_DETAIL_ANSWER && answer->eligibilities_count > 0)
		list_questions(context, &answer->standing);
}
