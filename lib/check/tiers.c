/* SPDX-License-Identifier: MIT */
/*
 * Tiers that no request reaches: one before them is always at least as wide, or the limit itself
 * is.
 */
#include "check/check.h"

enum { DAYS_TRIED = 400 };

/* The deadline of a duty whose clock starts on a day, as far as extensions read it. */
static bool deadline_from(const struct cmpl_examination *examination, const struct cmpl_duty *duty,
			  cmpl_day day, struct complaint_deadline *ret_deadline)
{
	const struct cmpl_context *context = &examination->context;
	const struct cmpl_counting *counting = cmpl_counting_of(context, duty->counting);
	struct complaint_deadline deadline = { .counting = duty->counting };

	deadline.run_from = cmpl_date_of_day(day);
	deadline.policy_raw = cmpl_limit_end(context, counting, &deadline.run_from, duty->within,
					     CMPL_FOR_DEADLINE);
	deadline.policy_due =
		cmpl_limit_settle(context, counting, deadline.policy_raw, duty->within.unit);
	*ret_deadline = deadline;
	return cmpl_date_known(&deadline.policy_due);
}

static struct complaint_date reach_of(const struct cmpl_examination *examination,
				      const struct complaint_deadline *deadline,
				      const struct cmpl_tier *tier)
{
	const struct cmpl_context *context = &examination->context;
	const struct cmpl_counting *counting = cmpl_counting_of(context, deadline->counting);
	struct cmpl_extension_made made = { .amount = tier->limit.amount,
					    .unit = tier->limit.unit };
	struct complaint_date settled;

	if (!tier->in_all) {
		cmpl_extension_add(context, deadline, &deadline->policy_raw, &made, &settled);
		return settled;
	}
	settled = cmpl_limit_end(context, counting, &deadline->run_from, tier->limit,
				 CMPL_FOR_DEADLINE);
	return cmpl_limit_settle(context, counting, settled, tier->limit.unit);
}

static bool within(const struct complaint_date *a, const struct complaint_date *b)
{
	return cmpl_date_known(a) && cmpl_date_known(b) && cmpl_date_within(a, b) == COMPLAINT_TRUE;
}

struct hidden {
	uint32_t by; /* the tier before it; CMPL_NONE: the limit itself */
	cmpl_day day;
	struct complaint_date reach;
};

/* On this day, is whatever the tier reaches reached before it? */
static bool hidden_on(const struct cmpl_examination *examination, const struct cmpl_duty *duty,
		      struct cmpl_range tiers, uint32_t place, cmpl_day day, struct hidden *hidden)
{
	const struct complaint_policy *policy = examination->policy;
	struct complaint_deadline deadline;

	if (!deadline_from(examination, duty, day, &deadline))
		return false;
	hidden->reach = reach_of(examination, &deadline, &policy->tiers[tiers.first + place]);
	hidden->day = day;
	hidden->by = CMPL_NONE;
	if (within(&hidden->reach, &deadline.policy_due))
		return true;
	for (uint32_t i = 0; i < place; i++) {
		const struct cmpl_tier *before = &policy->tiers[tiers.first + i];
		struct complaint_date other;

		if (before->limit.unit == COMPLAINT_UNIT_NO_LIMIT ||
		    policy->rules[before->rule].in_force != CMPL_NONE)
			continue;
		other = reach_of(examination, &deadline, before);
		hidden->by = tiers.first + i;
		if (within(&hidden->reach, &other))
			return true;
	}
	return false;
}

static bool never_reached(const struct cmpl_examination *examination, const struct cmpl_duty *duty,
			  struct cmpl_range tiers, uint32_t place, struct hidden *ret_hidden)
{
	struct hidden hidden;

	for (cmpl_day day = 0; day < DAYS_TRIED; day++) {
		if (!hidden_on(examination, duty, tiers, place, examination->base + day, &hidden))
			return false;
		if (day == 0)
			*ret_hidden = hidden;
	}
	return true;
}

static char *show(struct cmpl_examination *examination, const struct cmpl_stage *stage,
		  const struct cmpl_tier *tier, const struct hidden *hidden, uint32_t reading)
{
	const struct complaint_policy *policy = examination->policy;
	uint32_t of = policy->extensions[stage->extension].of;
	struct cmpl_limit adds = tier->limit;
	struct cmpl_side side = { .rule = stage->rule, .reading = reading };
	struct cmpl_string name = { 0 };
	char *scenario;

	cmpl_scenario_begin(examination);
	cmpl_scenario_anchor(examination, policy->duties[of].after, hidden->day);
	cmpl_scenario_now(examination, hidden->day);
	if (tier->in_all)
		adds.unit = COMPLAINT_UNIT_NONE;
	cmpl_scenario_ask_extension(examination, of, adds, cmpl_date_last_day(&hidden->reach));
	cmpl_scenario_reading(examination, &side);
	cmpl_string_addf(&name, "as much as %s allows is decided before it comes to that",
			 cmpl_rule_id(policy, tier->rule));
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name), CMPL_EXPECT_EXTENSION,
				       CMPL_NONE, CMPL_NONE);
	cmpl_string_free(&name);
	return scenario;
}

static void check_tiers(struct cmpl_examination *examination, const struct cmpl_stage *stage,
			struct cmpl_range tiers, uint32_t reading)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_duty *duty = &policy->duties[policy->extensions[stage->extension].of];
	struct hidden hidden;

	for (uint32_t i = 0; i < tiers.count && !examination->failed; i++) {
		const struct cmpl_tier *tier = &policy->tiers[tiers.first + i];
		const char *id = cmpl_rule_id(policy, tier->rule);
		char *scenario;

		if (tier->limit.unit == COMPLAINT_UNIT_NO_LIMIT ||
		    !never_reached(examination, duty, tiers, i, &hidden))
			continue;
		scenario = show(examination, stage, tier, &hidden, reading);
		if (hidden.by == CMPL_NONE)
			cmpl_finding_add(
				examination, CMPL_CODE_TIER_NEVER_REACHED,
				COMPLAINT_SEVERITY_WARNING, tier->rule, scenario,
				"\"in-all\" counts from the beginning: make it longer than the "
				"limit itself, or write \"up-to\"",
				"no request reaches \"%s\": it ends no later than the limit "
				"that it would extend",
				id);
		else
			cmpl_finding_add(
				examination, CMPL_CODE_TIER_NEVER_REACHED,
				COMPLAINT_SEVERITY_WARNING, tier->rule, scenario,
				"put the narrower tier first, and look at its unit",
				"no request reaches \"%s\": \"%s\" before it always reaches at "
				"least as far",
				id, cmpl_rule_id(policy, policy->tiers[hidden.by].rule));
	}
}

void cmpl_check_tiers(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->stages_count; i++) {
		const struct cmpl_stage *stage = &policy->stages[i];
		struct cmpl_range readings;

		if (stage->extension == CMPL_NONE)
			continue;
		check_tiers(examination, stage, policy->extensions[stage->extension].tiers,
			    CMPL_NONE);
		readings = policy->rules[policy->extensions[stage->extension].rule].readings;
		for (uint32_t r = readings.first; r < readings.first + readings.count; r++)
			if ((policy->readings[r].changes & CMPL_CHANGES_TIERS) &&
			    policy->readings[r].variant != CMPL_NONE)
				check_tiers(examination, stage,
					    policy->extension_variants[policy->readings[r].variant]
						    .tiers,
					    r);
	}
}
