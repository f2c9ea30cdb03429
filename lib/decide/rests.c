/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/*
 * Which other rules with readings a date hangs on, through `due` or by
 * projection: there the file's choice was taken, and a reader should know.
 */

struct rests {
	struct cmpl_context *context;
	struct cmpl_range *range;
	uint32_t self; /* rule */
};

/* Chains are acyclic by the loader's check; the depth only guards readings chosen together. */
enum { DEPTH = 64 };

static void rest_on_anchor(const struct rests *rests, uint32_t index, int depth);

static void rest_on_duty(const struct rests *rests, uint32_t duty, int depth)
{
	const struct complaint_policy *policy = rests->context->policy;
	struct complaint_answer *answer = rests->context->answer;
	const struct complaint_deadline *deadline = &answer->deadlines[duty];
	uint32_t rule = policy->duties[duty].rule;

	if (depth > DEPTH)
		return;
	if (policy->rules[rule].readings.count > 0 && rule != rests->self) {
		for (uint32_t i = 0; i < rests->range->count; i++) {
			if (answer->numbers[rests->range->first + i] == rule)
				return;
		}
		cmpl_number_add(answer, rests->range, rule);
	}
	if (deadline->anchor != CMPL_NONE)
		rest_on_anchor(rests, deadline->anchor, depth + 1);
	if (deadline->projected_from != CMPL_NONE)
		rest_on_duty(rests, deadline->projected_from, depth + 1);
}

static void rest_on_anchor(const struct rests *rests, uint32_t index, int depth)
{
	const struct cmpl_anchor *anchor = &rests->context->policy->anchors[index];

	if (anchor->kind == CMPL_ANCHOR_DUE)
		rest_on_duty(rests, anchor->index, depth);
	if (anchor->kind == CMPL_ANCHOR_LATEST || anchor->kind == CMPL_ANCHOR_EARLIEST) {
		for (uint32_t i = 0; i < anchor->count; i++)
			rest_on_anchor(rests, anchor->index + i, depth);
	}
}

void cmpl_rests_of_deadlines(struct cmpl_context *context)
{
	struct complaint_answer *answer = context->answer;

	for (size_t i = 0; i < answer->deadlines_count; i++) {
		struct complaint_deadline *deadline = &answer->deadlines[i];
		struct rests rests = { context, &deadline->rests_on, deadline->rule_of_duty };

		deadline->rests_on.first = (uint32_t)answer->numbers_count;
		if (deadline->anchor != CMPL_NONE)
			rest_on_anchor(&rests, deadline->anchor, 0);
		if (deadline->projected_from != CMPL_NONE)
			rest_on_duty(&rests, deadline->projected_from, 0);
	}
}

static void rest_window(struct cmpl_context *context, struct complaint_window *into)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_window *window = cmpl_window_at(context, into->window);
	struct rests rests = { context, &into->rests_on, window->rule };

	if (into->reading != CMPL_NONE)
		window =
			into->reading == CMPL_AS_FILED
				? &policy->windows[into->window]
				: &policy->window_variants[policy->readings[into->reading].variant];
	into->rests_on.first = (uint32_t)context->answer->numbers_count;
	if (window->opens_after != CMPL_NONE)
		rest_on_anchor(&rests, window->opens_after, 0);
	if (window->closes_after != CMPL_NONE)
		rest_on_anchor(&rests, window->closes_after, 0);
}

void cmpl_rests_of_windows(struct cmpl_context *context)
{
	for (size_t i = 0; i < context->answer->windows_count; i++)
		rest_window(context, &context->answer->windows[i]);
}
