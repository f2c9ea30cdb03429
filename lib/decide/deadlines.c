/* SPDX-License-Identifier: MIT */
/* All duties of a policy: worked out in their order, why, and as they are read otherwise. */
#include "decide/parts.h"

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
