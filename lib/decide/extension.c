/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* docs/rule-format.md, 15.7.2: an extension that is asked for. */

static uint32_t duty_asked(struct cmpl_context *context)
{
	const struct complaint_policy *policy = context->policy;

	for (uint32_t i = 0; i < policy->duties_count; i++) {
		if (cmpl_duty_is_named(policy, context->given->asked.of, i))
			return i;
	}
	return CMPL_NONE;
}

static void test_needs(struct cmpl_context *context, const struct cmpl_tier *tier,
		       struct complaint_extension *into)
{
	struct complaint_answer *answer = context->answer;
	const uint32_t *roots = context->policy->roots;
	struct cmpl_gather gather = { answer, 0, answer->named_count };
	uint8_t all = COMPLAINT_TRUE;

	into->missing.first = (uint32_t)answer->named_count;
	for (uint32_t i = tier->needs.first; i < tier->needs.first + tier->needs.count; i++) {
		uint8_t truth = cmpl_condition_test(context, roots[i], CMPL_NONE);

		all = cmpl_and(all, truth);
		if (truth == COMPLAINT_FALSE)
			cmpl_gather_false(context, &gather, roots[i], CMPL_NONE);
	}
	into->missing.count = (uint32_t)answer->named_count - into->missing.first;
	gather.begin = answer->named_count;
	into->unknown.first = (uint32_t)answer->named_count;
	for (uint32_t i = tier->needs.first; i < tier->needs.first + tier->needs.count; i++)
		cmpl_gather_unknown(context, &gather, roots[i], CMPL_NONE);
	into->unknown.count = (uint32_t)answer->named_count - into->unknown.first;
	into->outcome =
		all == COMPLAINT_TRUE ? COMPLAINT_EXTENSION_PERMITTED : COMPLAINT_EXTENSION_NEEDS;
	into->otherwise = all == COMPLAINT_FALSE;
}

static bool decide_by_tier(struct cmpl_context *context, const struct complaint_deadline *deadline,
			   uint32_t stage, const struct complaint_date *base_raw,
			   struct complaint_extension *into)
{
	bool unknown, any;

	into->tier = cmpl_tier_for(context, deadline, stage, base_raw, &into->new_due, &into->reach,
				   &unknown, &any);
	if (into->tier != CMPL_NONE)
		return true;
	if (unknown)
		into->outcome = into->reach.kind == COMPLAINT_DATE_BEYOND_CALENDAR
					? COMPLAINT_EXTENSION_BEYOND_CALENDAR
					: COMPLAINT_EXTENSION_UNDETERMINED;
	else if (any)
		into->outcome = COMPLAINT_EXTENSION_REFUSED;
	else /* no tier is in force: nothing is said of a new date either */
		into->new_due = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	return false;
}

static void work_out(struct cmpl_context *context, uint32_t stage,
		     struct complaint_deadline *deadline, struct complaint_extension *into)
{
	uint8_t in_limit;

	into->policy_due = deadline->policy_due;
	into->current_due = deadline->due;
	if (deadline->extended_due.kind == COMPLAINT_DATE_BEYOND_CALENDAR) {
		into->outcome = COMPLAINT_EXTENSION_BEYOND_CALENDAR;
		into->new_due = deadline->extended_due;
		return;
	}
	if (!cmpl_date_known(&deadline->extended_due)) {
		into->outcome = deadline->extended_due.kind == COMPLAINT_DATE_NONE
					? COMPLAINT_EXTENSION_NO_RULE
					: COMPLAINT_EXTENSION_UNDETERMINED;
		return;
	}
	cmpl_extension_add(context, deadline, &deadline->extended_raw, &context->given->asked,
			   &into->new_due);
	if (into->new_due.kind == COMPLAINT_DATE_BEYOND_CALENDAR) {
		into->outcome = COMPLAINT_EXTENSION_BEYOND_CALENDAR;
		return;
	}
	in_limit = cmpl_date_within(&into->new_due, &into->current_due);
	if (in_limit == COMPLAINT_TRUE)
		into->outcome = COMPLAINT_EXTENSION_PERMITTED;
	else if (in_limit == COMPLAINT_UNKNOWN)
		into->outcome = COMPLAINT_EXTENSION_UNDETERMINED;
	else if (decide_by_tier(context, deadline, stage, &deadline->extended_raw, into))
		test_needs(context, cmpl_tier_at(context, into->tier), into);
}

/* Asked after the current due: said, and nothing else changes. */
static void compare_asked(struct cmpl_context *context, uint8_t zone,
			  struct complaint_extension *into)
{
	bool by_day = false;

	into->asked = cmpl_date_of_value(&context->given->asked.told, zone);
	if (context->given->asked.told.kind == CMPL_EVENT_NOT_GIVEN)
		into->asked = cmpl_now_in(context, zone);
	if (!cmpl_date_known(&into->asked) || !cmpl_date_known(&into->current_due))
		return;
	if (cmpl_date_late(&into->asked, &into->current_due, &by_day) == COMPLAINT_TRUE)
		into->flags |= COMPLAINT_EXTENSION_LATE;
	if (by_day)
		into->flags |= COMPLAINT_EXTENSION_BY_DAY;
}

static void add_duties(struct cmpl_context *context, struct cmpl_range duties,
		       struct complaint_extension *into)
{
	for (uint32_t i = duties.first; i < duties.first + duties.count; i++) {
		const struct cmpl_duty *duty = cmpl_duty_at(context, i);
		uint32_t *slot;

		if (!cmpl_duty_certain(context, duty) ||
		    !(slot = CMPL_ADD(context->answer, numbers)))
			continue;
		*slot = duty->rule;
		into->duties.count++;
		cmpl_notices_add(context, &into->notices, (struct cmpl_range){ i, 1 });
	}
}

static void list_duties(struct cmpl_context *context, uint32_t stage,
			struct complaint_extension *into)
{
	const struct cmpl_tier *tier;

	into->duties.first = (uint32_t)context->answer->numbers_count;
	into->notices.first = (uint32_t)context->answer->couples_count;
	if (into->tier == CMPL_NONE)
		return;
	tier = cmpl_tier_at(context, into->tier);
	if (into->outcome == COMPLAINT_EXTENSION_PERMITTED) {
		add_duties(context, tier->duties, into);
		add_duties(context,
			   cmpl_extension_at(context, context->policy->stages[stage].extension)
				   ->duties,
			   into);
	} else if (into->otherwise) {
		add_duties(context, tier->otherwise, into);
	}
}

static void fill(struct cmpl_context *context, struct complaint_extension *into)
{
	const struct complaint_date none = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	struct complaint_deadline *deadline;
	uint32_t stage;

	*into = (struct complaint_extension){ .answer = context->answer,
					      .reading_rule = CMPL_NONE,
					      .reading = CMPL_NONE,
					      .outcome = COMPLAINT_EXTENSION_NO_RULE,
					      .duty = duty_asked(context),
					      .tier = CMPL_NONE };
	into->new_due = into->current_due = into->policy_due = into->reach = into->asked = none;
	if (into->duty == CMPL_NONE)
		return;
	deadline = cmpl_duty_result(context, into->duty);
	if (deadline->dated && cmpl_date_known(&deadline->done))
		into->flags |= COMPLAINT_EXTENSION_ALREADY_DONE;
	stage = cmpl_stage_extending(context, into->duty);
	/*
	 * A duty that is owed no more because the complaint is over was owed: the answer is still
	 * no rule.
	 */
	if (stage == CMPL_NONE || deadline->state == COMPLAINT_DUTY_NOT_OWED)
		return;
	if (deadline->owed != COMPLAINT_TRUE) {
		into->outcome = COMPLAINT_EXTENSION_UNDETERMINED;
		return;
	}
	work_out(context, stage, deadline, into);
	compare_asked(context, cmpl_counting_of(context, deadline->counting)->zone, into);
	list_duties(context, stage, into);
	if (context->answer->detail >= COMPLAINT_DETAIL_WORKING)
		cmpl_working_write_extension(context, deadline, into);
}

static void read_otherwise(struct cmpl_context *context, uint32_t rule)
{
	struct complaint_answer *answer = context->answer;
	uint32_t reading;

	for (uint32_t n = 0; cmpl_reading_beside(context, rule, n, &reading); n++) {
		struct cmpl_context world = cmpl_context_with(
			context, rule, reading == CMPL_AS_FILED ? CMPL_NONE : reading);
		struct complaint_extension other, *slot;

		fill(&world, &other);
		other.reading_rule = rule;
		other.reading = reading;
		slot = CMPL_ADD(answer, extensions);
		if (!slot)
			return;
		*slot = other;
		answer->extensions[0].readings.count++;
	}
}

/* The readings of the stage's extension, of its tiers and of the duty it extends. */
void cmpl_extension_evaluate(struct cmpl_context *context, bool readings)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;
	struct complaint_extension filled, *slot = CMPL_ADD(answer, extensions);
	const struct cmpl_extension *extension;
	uint32_t stage;

	if (!slot)
		return;
	fill(context, &filled);
	filled.readings.first = 1;
	answer->extensions[0] = filled;
	if (!readings || filled.duty == CMPL_NONE)
		return;
	stage = cmpl_stage_extending(context, filled.duty);
	if (stage == CMPL_NONE)
		return;
	extension = cmpl_extension_at(context, policy->stages[stage].extension);
	read_otherwise(context, extension->rule);
	for (uint32_t i = 0; i < extension->tiers.count; i++)
		read_otherwise(context, policy->tiers[extension->tiers.first + i].rule);
	read_otherwise(context, policy->duties[filled.duty].rule);
}
