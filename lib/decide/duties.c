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

static struct cmpl_owing weigh(struct cmpl_context *context, const struct cmpl_place_of_duty *place,
			       const struct cmpl_duty *duty)
{
	struct cmpl_owing owing = { COMPLAINT_TRUE, COMPLAINT_CAUSE_NONE, place->reached,
				    place->cause };

	also(&owing, place->owed, place->cause, place->cause);
	also(&owing, cmpl_rule_in_force(context, duty->rule), COMPLAINT_CAUSE_NOT_IN_FORCE,
	     COMPLAINT_CAUSE_CONDITION_UNKNOWN);
	if (owing.truth != COMPLAINT_FALSE && duty->when != CMPL_NONE)
		also(&owing, cmpl_condition_test(context, duty->when, duty->counting),
		     COMPLAINT_CAUSE_WHEN_FALSE, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
	if (owing.truth != COMPLAINT_FALSE && duty->unless.count > 0)
		also(&owing, cmpl_exceptions_silent(context, duty->unless, duty->counting),
		     COMPLAINT_CAUSE_EXCEPTION, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
	return owing;
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
	owing = weigh(context, &place, duty);
	if (owing.truth == COMPLAINT_FALSE) {
		not_owed(into, owing.cause);
		return;
	}
	if (cmpl_duty_plainly(context, duty, &owing, into))
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

static void give_reasons(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	const struct cmpl_duty *duty = cmpl_duty_at(context, deadline->duty);

	deadline->reasons.first = (uint32_t)context->answer->reasons_count;
	cmpl_reasons_add(context, duty->rule, COMPLAINT_CONDITION_WHEN, 0, duty->when,
			 duty->counting);
	for (uint32_t e = 0; e < duty->unless.count; e++)
		cmpl_reasons_add(context, duty->rule, COMPLAINT_CONDITION_UNLESS, e,
				 context->policy->exceptions[duty->unless.first + e].when,
				 duty->counting);
	deadline->reasons.count =
		(uint32_t)context->answer->reasons_count - deadline->reasons.first;
}

/* Under a reading that rule alone changes; what it hangs on is as the main answer has it. */
static void read_otherwise(struct cmpl_context *context, uint32_t index)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;
	uint32_t rule = policy->duties[index].rule;
	uint32_t reading, first = (uint32_t)answer->deadlines_count;

	for (uint32_t n = 0; cmpl_reading_beside(context, rule, n, &reading); n++) {
		const struct cmpl_duty *as = &policy->duties[index];
		struct complaint_deadline other, *slot;

		if (reading != CMPL_AS_FILED)
			as = &policy->duty_variants[policy->readings[reading].variant];
		cmpl_duty_evaluate(context, index, as, &other);
		other.reading = reading;
		slot = CMPL_ADD(answer, deadlines);
		if (!slot)
			return;
		*slot = other;
		context->deadlines = answer->deadlines; /* the pool may have moved */
		answer->deadlines[index].readings = (struct cmpl_range){ first, n + 1 };
	}
}

static bool list_dated(struct complaint_answer *answer, uint32_t duty)
{
	uint32_t *slot;

	if (!cmpl_unit_has_date(answer->policy->duties[duty].within.unit))
		return true;
	slot = CMPL_ADD(answer, dated);
	if (slot)
		*slot = duty;
	return slot != NULL;
}

/*
 * What can run or be overdue: duties with a limit that ends on a date; the rest never can. First in
 * the order in which they hang on one another, then again in the order of the file.
 */
bool cmpl_deadlines_list_dated(struct complaint_answer *answer)
{
	const struct complaint_policy *policy = answer->policy;

	answer->dated_count = 0;
	for (uint32_t i = 0; i < policy->order_count; i++) {
		if (!list_dated(answer, policy->order[i]))
			return false;
	}
	for (uint32_t i = 0; i < policy->duties_count; i++) {
		if (!list_dated(answer, i))
			return false;
	}
	return true;
}

/* What the host chose, and why each is owed or not. */
static void add_to_deadlines(struct cmpl_context *context)
{
	const struct complaint_policy *policy = context->policy;

	for (uint32_t i = 0; i < policy->duties_count; i++) {
		struct complaint_deadline *deadline = &context->deadlines[i];

		if (context->chosen && context->chosen[policy->duties[i].rule] != CMPL_NONE)
			deadline->flags |= COMPLAINT_DEADLINE_HOST_READING;
		if (context->answer->detail >= COMPLAINT_DETAIL_ANSWER)
			give_reasons(context, deadline);
	}
}

/* In the order in which they hang on one another, so that no chain goes deep. */
void cmpl_deadlines_evaluate(struct cmpl_context *context, bool readings)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;

	for (uint32_t i = 0; i < policy->order_count; i++)
		cmpl_duty_result(context, policy->order[i]);
	answer->duty_count = policy->duties_count;
	if (context->chosen || answer->detail >= COMPLAINT_DETAIL_ANSWER)
		add_to_deadlines(context);
	for (uint32_t i = 0; readings && i < policy->duties_count && !answer->failed; i++)
		read_otherwise(context, i);
	for (size_t i = 0;
	     answer->detail >= COMPLAINT_DETAIL_WORKING && i < answer->deadlines_count; i++)
		cmpl_working_write(context, &answer->deadlines[i]);
}
