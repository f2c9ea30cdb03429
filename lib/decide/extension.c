/* SPDX-License-Identifier: MIT */
#include "decide/context.h"

/* GRAMMAR 15.7: extensions that were made, and one that is asked for. */

static bool names_duty(const struct complaint_policy *policy, const char *id, uint32_t duty)
{
	return cmpl_text_equal(
		id, SIZE_MAX, cmpl_policy_text(policy, policy->rules[policy->duties[duty].rule].id),
		SIZE_MAX);
}

bool cmpl_extension_is_of(struct cmpl_context *context, const struct cmpl_extension_made *made,
			  uint32_t duty)
{
	return made->of && names_duty(context->policy, made->of, duty);
}

/* Days added to a moment leave its hour as it is. */
static struct complaint_date moment_by_days(const struct cmpl_context *context,
					    const struct cmpl_counting *counting,
					    const struct complaint_date *base,
					    struct cmpl_limit limit)
{
	enum cmpl_zone zone = (enum cmpl_zone)counting->zone;
	struct complaint_date days = cmpl_date_of_day(0), end;
	int32_t first_second, last_second;

	days.first = cmpl_zone_day(zone, base->first, &first_second);
	days.last = cmpl_zone_day(zone, base->last, &last_second);
	days.flags = base->flags;
	end = cmpl_limit_end(context, counting, &days, limit, CMPL_FOR_CONDITION);
	if (!cmpl_date_known(&end))
		return end;
	end.kind = COMPLAINT_DATE_MOMENT;
	end.zone = counting->zone;
	end.first = cmpl_zone_moment(zone, (cmpl_day)end.first, first_second);
	end.last = cmpl_zone_moment(zone, (cmpl_day)end.last, last_second);
	end.flags = (uint16_t)((end.flags & ~COMPLAINT_DATE_SPAN) |
			       (base->flags & (COMPLAINT_DATE_SPAN | COMPLAINT_DATE_BY_DAY)));
	return end;
}

/*
 * An extension counts from the day after the date before it, whatever `first-day` says of events.
 */
static struct complaint_date add_limit(const struct cmpl_context *context,
				       const struct cmpl_counting *counting,
				       const struct complaint_date *base, struct cmpl_limit limit)
{
	struct cmpl_counting plain = *counting;
	struct complaint_date from = *base;

	plain.first_day = CMPL_DAY_AFTER_EVENT;
	from.close_of_business = -1;
	if (from.kind == COMPLAINT_DATE_MOMENT && limit.unit != COMPLAINT_UNIT_HOURS)
		return moment_by_days(context, &plain, &from, limit);
	return cmpl_limit_end(context, &plain, &from, limit, CMPL_FOR_CONDITION);
}

struct complaint_date cmpl_extension_add(const struct cmpl_context *context,
					 const struct complaint_deadline *deadline,
					 const struct complaint_date *base_raw,
					 const struct cmpl_extension_made *made,
					 struct complaint_date *ret_settled)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, deadline->counting);
	struct cmpl_limit limit = { made->amount, made->unit };
	struct complaint_date raw;

	if (made->amount == 0) {
		raw = cmpl_date_of_day(made->until);
		raw.zone = counting->zone;
		raw.flags = base_raw->flags & COMPLAINT_DATE_PROJECTED;
		limit.unit = COMPLAINT_UNIT_NONE;
	} else {
		raw = add_limit(context, counting, base_raw, limit);
	}
	*ret_settled = cmpl_limit_settle(context, counting, raw, limit.unit);
	return raw;
}

/* --- tiers ------------------------------------------------------------------------- */

static struct complaint_date reach_of(const struct cmpl_context *context,
				      const struct complaint_deadline *deadline,
				      const struct cmpl_tier *tier, bool earlier_count,
				      const struct complaint_date *base_raw)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, deadline->counting);
	struct complaint_date raw;

	if (tier->limit.unit == COMPLAINT_UNIT_NO_LIMIT)
		return cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	if (tier->in_all)
		raw = cmpl_limit_end(context, counting, &deadline->run_from, tier->limit,
				     CMPL_FOR_DEADLINE);
	else
		raw = add_limit(context, counting, earlier_count ? &deadline->policy_raw : base_raw,
				tier->limit);
	return cmpl_limit_settle(context, counting, raw, tier->limit.unit);
}

/* One end of a date as a date of its own: spans are compared end with end. */
static struct complaint_date end_of(const struct complaint_date *date, bool last)
{
	struct complaint_date end = *date;

	end.first = end.last = last ? date->last : date->first;
	end.flags &= (uint16_t)~COMPLAINT_DATE_SPAN;
	return end;
}

/* Is `a` no later than `b`, end with end? */
static uint8_t within(const struct complaint_date *a, const struct complaint_date *b)
{
	uint8_t truth[2];

	for (int i = 0; i < 2; i++) {
		struct complaint_date x = end_of(a, i == 1), y = end_of(b, i == 1);

		truth[i] = cmpl_not(cmpl_date_later(&x, &y, NULL));
	}
	return truth[0] == truth[1] ? truth[0] : (uint8_t)COMPLAINT_UNKNOWN;
}

static uint8_t wide_enough(const struct complaint_date *reach, const struct complaint_date *new_due)
{
	if (reach->kind == COMPLAINT_DATE_NONE)
		return COMPLAINT_TRUE;
	if (reach->kind ==
	    COMPLAINT_DATE_BEYOND_CALENDAR) /* farther than any date that could be counted */
		return COMPLAINT_TRUE;
	return cmpl_date_known(reach) ? within(new_due, reach) : (uint8_t)COMPLAINT_UNKNOWN;
}

uint32_t cmpl_tier_for(struct cmpl_context *context, const struct complaint_deadline *deadline,
		       uint32_t stage, const struct complaint_date *base_raw,
		       const struct complaint_date *new_due, struct complaint_date *ret_reach,
		       bool *ret_unknown, bool *ret_any)
{
	const struct cmpl_extension *extension =
		cmpl_extension_at(context, context->policy->stages[stage].extension);

	*ret_unknown = *ret_any = false;
	*ret_reach = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	for (uint32_t i = 0; i < extension->tiers.count; i++) {
		uint32_t index = extension->tiers.first + i;
		const struct cmpl_tier *tier = cmpl_tier_at(context, index);
		uint8_t in_force = cmpl_rule_in_force(context, tier->rule);
		struct complaint_date reach;
		uint8_t wide;

		if (in_force == COMPLAINT_FALSE)
			continue;
		*ret_any = true;
		reach = reach_of(context, deadline, tier, extension->earlier_count, base_raw);
		wide = cmpl_and(in_force, wide_enough(&reach, new_due));
		if (wide == COMPLAINT_FALSE)
			continue;
		*ret_unknown = wide == COMPLAINT_UNKNOWN;
		if (wide == COMPLAINT_UNKNOWN)
			return CMPL_NONE;
		*ret_reach = reach;
		return index;
	}
	return CMPL_NONE;
}

/* --- made ------------------------------------------------------------------------------ */

/* Was the resident told no later than the date that then stood? Only what is certain counts. */
static bool told_in_time(const struct complaint_deadline *deadline,
			 const struct cmpl_extension_made *made, uint8_t zone, bool *ret_late)
{
	struct complaint_date told = cmpl_date_of_value(&made->told, zone);
	uint8_t late;

	if (!cmpl_date_known(&told))
		return false;
	late = cmpl_date_late(&told, &deadline->due, NULL);
	*ret_late = late == COMPLAINT_TRUE;
	return late == COMPLAINT_FALSE;
}

static bool extends(const struct complaint_date *settled, const struct complaint_date *current)
{
	return settled->kind == COMPLAINT_DATE_BEYOND_CALENDAR ||
	       cmpl_date_later(settled, current, NULL) != COMPLAINT_FALSE;
}

static void flag_beyond_tiers(struct cmpl_context *context, struct complaint_deadline *deadline,
			      uint32_t stage, const struct complaint_date *settled)
{
	struct complaint_date reach;
	bool unknown, any;

	if (stage == CMPL_NONE || !cmpl_date_known(settled))
		return;
	if (cmpl_tier_for(context, deadline, stage, &deadline->extended_raw, settled, &reach,
			  &unknown, &any) == CMPL_NONE &&
	    !unknown && any)
		deadline->flags |= COMPLAINT_DEADLINE_BEYOND_TIERS;
}

/*
 * In the order listed. Two chains: `extended` with every extension, `due` with those told in time.
 * An entry that would not lengthen the limit leaves it as it is.
 */
void cmpl_extensions_apply(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	const struct complaint_case *given = context->given;
	uint32_t stage = cmpl_stage_extending(context, deadline->duty);
	uint8_t zone = cmpl_counting_of(context, deadline->counting)->zone;

	for (uint32_t i = 0; i < given->extension_count; i++) {
		const struct cmpl_extension_made *made = &given->extensions[i];
		struct complaint_date raw, settled;
		bool late = false, in_time;

		if (!cmpl_extension_is_of(context, made, deadline->duty))
			continue;
		in_time = cmpl_date_known(&deadline->due) &&
			  told_in_time(deadline, made, zone, &late);
		if (late)
			deadline->flags |= COMPLAINT_DEADLINE_TOLD_LATE;
		if (cmpl_date_known(&deadline->extended_due)) {
			raw = cmpl_extension_add(context, deadline, &deadline->extended_raw, made,
						 &settled);
			flag_beyond_tiers(context, deadline, stage, &settled);
			if (extends(&settled, &deadline->extended_due)) {
				deadline->extended_raw = raw;
				deadline->extended_due = settled;
			}
		}
		if (in_time) {
			raw = cmpl_extension_add(context, deadline, &deadline->due_raw, made,
						 &settled);
			if (extends(&settled, &deadline->due)) {
				deadline->due_raw = raw;
				deadline->due = settled;
			}
		}
	}
}

/* --- asked for ---------------------------------------------------------------------------- */

static uint32_t duty_asked(struct cmpl_context *context)
{
	const struct complaint_policy *policy = context->policy;

	for (uint32_t i = 0; i < policy->duties_count; i++) {
		if (names_duty(policy, context->given->asked.of, i))
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
		into->outcome = COMPLAINT_EXTENSION_UNDETERMINED;
	else
		into->outcome = any ? COMPLAINT_EXTENSION_REFUSED : COMPLAINT_EXTENSION_NO_RULE;
	return false;
}

static void work_out(struct cmpl_context *context, uint32_t stage,
		     struct complaint_deadline *deadline, struct complaint_extension *into)
{
	uint8_t in_limit;

	into->policy_due = deadline->policy_due;
	into->current_due = deadline->extended_due;
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
	in_limit = within(&into->new_due, &into->current_due);
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
		into->asked = *context->now;
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
	if (cmpl_date_known(&deadline->done))
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
