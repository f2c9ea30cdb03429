/* SPDX-License-Identifier: MIT */
#include "decide/columns.h"

/* Worked out once a row, for all outputs that tell of it. */
struct outcome {
	uint8_t outcome;
	uint32_t decider;
};

static int32_t day_of(const struct complaint_date *date, bool last)
{
	if (!cmpl_date_known(date))
		return COMPLAINT_DAY_NONE;
	return last ? cmpl_date_last_day(date) : cmpl_date_first_day(date);
}

static int32_t of_decider(const struct cmpl_context *context, const struct outcome *outcome)
{
	return outcome->decider == CMPL_NONE
		       ? -1
		       : (int32_t)context->policy->exclusions[outcome->decider].rule;
}

static int32_t of_route(struct cmpl_context *context, int32_t what)
{
	const struct cmpl_route_taken *taken = cmpl_route_taken(context, false);

	if (what == COMPLAINT_OUTPUT_ROUTE_STATE)
		return taken->state;
	return taken->route == CMPL_NONE ? -1 : (int32_t)context->policy->routes[taken->route].rule;
}

static int32_t verdict_on(struct cmpl_context *context, uint32_t rule)
{
	const struct cmpl_rule *own = &context->policy->rules[rule];
	uint8_t level;

	if (own->kind == CMPL_RULE_ROUTE)
		return cmpl_route_at(context, own->index)->tested_at & context->at
			       ? cmpl_route_applies(context, own->index)
			       : COMPLAINT_TRUTH_NOT_GIVEN;
	return cmpl_exclusion_at(context, own->index)->tested_at & context->at
		       ? cmpl_exclusion_applies(context, own->index, &level)
		       : COMPLAINT_TRUTH_NOT_GIVEN;
}

static int32_t of_duty(struct cmpl_context *context, int32_t what, uint32_t duty)
{
	const struct complaint_deadline *deadline = cmpl_duty_result(context, duty);
	int32_t days;

	if (what == COMPLAINT_OUTPUT_DUTY_STATE)
		return deadline->state;
	if (!deadline->dated)
		return what == COMPLAINT_OUTPUT_DUTY_DUE_FLAGS ? 0 : COMPLAINT_DAY_NONE;
	if (what == COMPLAINT_OUTPUT_DUTY_DUE)
		return day_of(&deadline->due, false);
	if (what == COMPLAINT_OUTPUT_DUTY_DUE_FLAGS)
		return deadline->due.flags;
	return complaint_deadline_get_lateness(deadline, COMPLAINT_DEADLINE_DUE, &days, NULL,
					       NULL) == COMPLAINT_OK
		       ? days
		       : COMPLAINT_DAY_NONE;
}

static int32_t of_window(struct cmpl_context *context, int32_t what, uint32_t index)
{
	struct complaint_window room;
	const struct complaint_window *window = cmpl_window_result(context, index, &room);

	if (what == COMPLAINT_OUTPUT_WINDOW_STATE)
		return window->state;
	return what == COMPLAINT_OUTPUT_WINDOW_OPENS ? day_of(&window->opens, false)
						     : day_of(&window->closes, true);
}

static int32_t of_next(const struct complaint_answer *answer, int32_t what)
{
	uint32_t next = answer->standing.next;

	if (what == COMPLAINT_OUTPUT_NEXT_DUTY)
		return next == CMPL_NONE ? -1 : (int32_t)cmpl_answer_rule(answer, next);
	return next == CMPL_NONE ? COMPLAINT_DAY_NONE : day_of(&answer->deadlines[next].due, false);
}

static int32_t of_stage(const struct complaint_answer *answer)
{
	uint32_t stage = answer->standing.stage;

	return stage == CMPL_NONE ? -1 : (int32_t)answer->policy->stages[stage].rule;
}

static int32_t value_of(struct cmpl_context *context, const struct cmpl_output *output,
			const struct outcome *outcome)
{
	const struct complaint_answer *answer = context->answer;
	int32_t what = output->given.what;

	if (output->index == CMPL_NONE)
		return output->nothing;
	switch (what) {
	case COMPLAINT_OUTPUT_POLICY: return (int32_t)answer->member;
	case COMPLAINT_OUTPUT_OUTCOME: return outcome->outcome;
	case COMPLAINT_OUTPUT_DECIDER: return of_decider(context, outcome);
	case COMPLAINT_OUTPUT_ROUTE_STATE:
	case COMPLAINT_OUTPUT_ROUTE: return of_route(context, what);
	case COMPLAINT_OUTPUT_VERDICT: return verdict_on(context, output->index);
	case COMPLAINT_OUTPUT_DUTY_STATE:
	case COMPLAINT_OUTPUT_DUTY_DUE:
	case COMPLAINT_OUTPUT_DUTY_DUE_FLAGS:
	case COMPLAINT_OUTPUT_DUTY_LATE_DAYS: return of_duty(context, what, output->index);
	case COMPLAINT_OUTPUT_WINDOW_STATE:
	case COMPLAINT_OUTPUT_WINDOW_OPENS:
	case COMPLAINT_OUTPUT_WINDOW_CLOSES: return of_window(context, what, output->index);
	case COMPLAINT_OUTPUT_STANDING: return answer->standing.state;
	case COMPLAINT_OUTPUT_STAGE: return of_stage(answer);
	case COMPLAINT_OUTPUT_OVERDUE_COUNT: return (int32_t)answer->standing.overdue.count;
	default: return of_next(answer, what);
	}
}

void cmpl_batch_turn_to(struct cmpl_batch *batch, uint32_t member)
{
	for (size_t i = 0; i < batch->output_count; i++) {
		struct cmpl_output *output = &batch->outputs[i];

		output->index = output->index_of ? output->index_of[member] : 0;
	}
}

static void write_value(const struct cmpl_output *output, size_t row, int32_t value)
{
	*(int32_t *)(void *)((char *)output->given.values + (int64_t)row * output->given.stride) =
		value;
}

/* The first half of the list is in working order, the second in file order. */
static void stand(struct cmpl_context *context, bool with_duties)
{
	struct complaint_answer *answer = context->answer;
	size_t half = answer->dated_count / 2;

	cmpl_standing_begin(context);
	if (!with_duties)
		return;
	for (size_t i = 0; i < half; i++)
		cmpl_duty_result(context, answer->dated[i]);
	for (size_t i = half; i < answer->dated_count; i++)
		cmpl_standing_consider(answer, answer->dated[i]);
}

void cmpl_batch_write(struct cmpl_batch *batch, size_t row, struct cmpl_context *context)
{
	struct outcome outcome = { 0, CMPL_NONE };

	if (!context) {
		for (size_t i = 0; i < batch->output_count; i++)
			write_value(&batch->outputs[i], row, batch->outputs[i].nothing);
		return;
	}
	if (batch->wants_eligibility)
		outcome.outcome = cmpl_outcome(context, &outcome.decider);
	if (batch->wants_standing)
		stand(context, batch->wants_all_duties);
	for (size_t i = 0; i < batch->output_count; i++)
		write_value(&batch->outputs[i], row,
			    value_of(context, &batch->outputs[i], &outcome));
}
