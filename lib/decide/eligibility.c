/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

const struct cmpl_exclusion *cmpl_verdict_exclusion(const struct cmpl_context *context,
						    const struct cmpl_verdict *verdict)
{
	return cmpl_exclusion_at(context, context->policy->rules[verdict->rule].index);
}

static struct cmpl_range list_undecided(struct complaint_answer *answer, struct cmpl_range verdicts)
{
	struct cmpl_range list = { (uint32_t)answer->numbers_count, 0 };
	const struct cmpl_verdict *verdict = answer->verdicts + verdicts.first;

	for (const struct cmpl_verdict *end = verdict + verdicts.count; verdict < end; verdict++) {
		if (verdict->truth == COMPLAINT_UNKNOWN)
			cmpl_number_add(answer, &list, verdict->rule);
	}
	return list;
}

/* The levels of those exclusions that are not about a part of the complaint only. */
static struct cmpl_levels levels_of_whole(const struct cmpl_context *context,
					  struct cmpl_range verdicts)
{
	struct cmpl_levels levels = { 0, 0 };

	for (uint32_t i = verdicts.first; i < verdicts.first + verdicts.count; i++) {
		const struct cmpl_verdict *verdict = &context->answer->verdicts[i];

		if (!cmpl_verdict_exclusion(context, verdict)->part)
			cmpl_levels_raise(&levels, verdict);
	}
	return levels;
}

/* What the deciding level says: who decides, which part, and the outcome for the rest. */
static void decide(struct cmpl_context *context, struct cmpl_levels all,
		   struct complaint_eligibility *into)
{
	const struct complaint_answer *answer = context->answer;
	bool only_parts = true;
	uint32_t end = into->verdicts.first + into->verdicts.count;

	into->outcome = cmpl_outcome_of(all);
	if (into->outcome == COMPLAINT_OUTCOME_UNDETERMINED || all.certain == CMPL_LEVEL_ACCEPTED)
		return;

	for (uint32_t i = into->verdicts.first;
	     i < end && (only_parts || into->decider == CMPL_NONE); i++) {
		const struct cmpl_verdict *verdict = &answer->verdicts[i];
		const struct cmpl_exclusion *exclusion;

		if (verdict->truth != COMPLAINT_TRUE || verdict->level != all.certain)
			continue;
		exclusion = cmpl_verdict_exclusion(context, verdict);
		if (!exclusion->part)
			only_parts = false;
		if (into->decider != CMPL_NONE)
			continue;
		into->decider = context->policy->rules[verdict->rule].index;
		into->treat_as = exclusion->treat_as;
		into->part = exclusion->part;
		into->refer_to = exclusion->refer_to;
		into->decided_by = exclusion->decided_by;
	}
	if (only_parts)
		into->rest = cmpl_outcome_of(levels_of_whole(context, into->verdicts));
}

static void follow_route(struct cmpl_context *context, struct complaint_eligibility *into)
{
	const struct cmpl_route_taken *taken = cmpl_route_taken(context, false);
	const struct cmpl_route *route;
	uint32_t treat_as = CMPL_NONE;

	into->route_state = taken->state;
	into->route = taken->route;
	if (taken->state == COMPLAINT_ROUTE_TAKEN) {
		route = cmpl_route_at(context, taken->route);
		into->starts_at = route->starts_at;
		treat_as = route->treat_as;
	} else if (taken->state == COMPLAINT_ROUTE_NONE && context->at == CMPL_AT_ACCEPTANCE) {
		/* No route applying means a formal complaint from the first stage. */
		into->starts_at = context->policy->stages_count ? 0 : CMPL_NONE;
		treat_as = COMPLAINT_RECORD_FORMAL_COMPLAINT;
	}
	if (into->decider == CMPL_NONE)
		into->treat_as = treat_as;
}

/* Routes are told beside the exclusions, since an auditor asks why one was not taken. */
static void add_route_verdicts(struct cmpl_context *context, struct complaint_eligibility *into)
{
	for (uint32_t i = 0; i < context->policy->routes_count; i++) {
		const struct cmpl_route *route = cmpl_route_at(context, i);
		struct cmpl_verdict *verdict;

		if (!(route->tested_at & context->at))
			continue;
		verdict = CMPL_ADD(context->answer, verdicts);
		if (!verdict)
			return;
		*verdict = (struct cmpl_verdict){ .rule = route->rule,
						  .truth = cmpl_route_applies(context, i),
						  .is_route = 1 };
		into->verdicts.count++;
	}
}

/* --- the whole --------------------------------------------------------------------------- */

void cmpl_eligibility_fill(struct cmpl_context *context, struct complaint_eligibility *into,
			   bool whole)
{
	struct cmpl_levels levels;

	*into = (struct complaint_eligibility){ .answer = context->answer,
						.reading_rule = CMPL_NONE,
						.reading = CMPL_NONE,
						.at = context->at,
						.decider = CMPL_NONE,
						.route = CMPL_NONE,
						.starts_at = CMPL_NONE,
						.treat_as = CMPL_NONE };
	levels = cmpl_exclusions_test(context, into);
	if (levels.possible > CMPL_LEVEL_ACCEPTED)
		into->undecided = list_undecided(context->answer, into->verdicts);
	decide(context, levels, into);
	follow_route(context, into);
	if (!whole)
		return;
	cmpl_eligibility_list_notices(context, into);
	cmpl_eligibility_list_factors(context, into);
	cmpl_eligibility_list_let_in(context, into);
	cmpl_eligibility_list_questions(context, into);
	add_route_verdicts(context, into);
}

/* --- why, and the other readings ---------------------------------------------------------- */

static void give_reasons(struct cmpl_context *context, struct cmpl_verdict *verdict)
{
	const struct cmpl_rule *rule = &context->policy->rules[verdict->rule];
	const struct cmpl_exclusion *exclusion = NULL;
	const struct cmpl_route *route = NULL;
	struct cmpl_range unless;
	uint32_t when, counting;

	if (verdict->is_route) {
		route = cmpl_route_at(context, rule->index);
		when = route->when, unless = route->unless, counting = route->counting;
	} else {
		exclusion = cmpl_exclusion_at(context, rule->index);
		when = exclusion->when, unless = exclusion->unless, counting = exclusion->counting;
	}
	verdict->reasons.first = (uint32_t)context->answer->reasons_count;
	cmpl_reasons_add(context, verdict->rule, COMPLAINT_CONDITION_WHEN, 0, when, counting);
	for (uint32_t e = 0; e < unless.count; e++)
		cmpl_reasons_add(context, verdict->rule, COMPLAINT_CONDITION_UNLESS, e,
				 context->policy->exceptions[unless.first + e].when, counting);
	for (uint32_t f = 0; exclusion && f < exclusion->factors.count; f++)
		cmpl_reasons_add(context, verdict->rule, COMPLAINT_CONDITION_FACTOR, f,
				 context->policy->factors[exclusion->factors.first + f].when,
				 counting);
	verdict->reasons.count = (uint32_t)context->answer->reasons_count - verdict->reasons.first;
}

static void read_otherwise(struct cmpl_context *context, uint32_t rule, bool whole)
{
	uint32_t reading;

	for (uint32_t n = 0; cmpl_reading_beside(context, rule, n, &reading); n++) {
		struct cmpl_context world = cmpl_context_with(
			context, rule, reading == CMPL_AS_FILED ? CMPL_NONE : reading);
		struct complaint_eligibility other;
		struct complaint_eligibility *slot;

		cmpl_eligibility_fill(&world, &other, whole);
		other.reading_rule = rule;
		other.reading = reading;
		slot = CMPL_ADD(context->answer, eligibilities);
		if (!slot)
			return;
		*slot = other;
		context->answer->eligibilities[0].readings.count++;
	}
}

/* Is a rule tested at this moment as it is used, as filed, or under one of its readings? */
static bool exclusion_is_tested(const struct cmpl_context *context, uint32_t index)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_exclusion *filed = &policy->exclusions[index];
	struct cmpl_range readings = policy->rules[filed->rule].readings;
	uint8_t tested_at = filed->tested_at;

	for (uint32_t i = readings.first; i < readings.first + readings.count; i++)
		tested_at |= policy->exclusion_variants[policy->readings[i].variant].tested_at;
	return tested_at & context->at;
}

static bool route_is_tested(const struct cmpl_context *context, uint32_t index)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_route *filed = &policy->routes[index];
	struct cmpl_range readings = policy->rules[filed->rule].readings;
	uint8_t tested_at = filed->tested_at;

	for (uint32_t i = readings.first; i < readings.first + readings.count; i++)
		tested_at |= policy->route_variants[policy->readings[i].variant].tested_at;
	return tested_at & context->at;
}

void cmpl_eligibility_evaluate(struct cmpl_context *context, bool readings)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;
	bool whole = answer->detail >= COMPLAINT_DETAIL_ANSWER;
	struct complaint_eligibility *main_one = CMPL_ADD(answer, eligibilities);

	if (!main_one)
		return;
	cmpl_eligibility_fill(context, main_one, whole);
	if (answer->failed)
		return;
	for (uint32_t i = 0; whole && i < main_one->verdicts.count; i++)
		give_reasons(context, &answer->verdicts[main_one->verdicts.first + i]);
	main_one->readings.first = 1;
	/* From here on the pool may move. */
	for (uint32_t i = 0; readings && i < policy->exclusions_count; i++)
		if (exclusion_is_tested(context, i))
			read_otherwise(context, policy->exclusions[i].rule, whole);
	for (uint32_t i = 0; readings && i < policy->routes_count; i++)
		if (route_is_tested(context, i))
			read_otherwise(context, policy->routes[i].rule, whole);
}
