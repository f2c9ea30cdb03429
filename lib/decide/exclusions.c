/* SPDX-License-Identifier: MIT */
/* Exclusions: which apply, and the outcome that they come to. */
#include "decide/parts.h"

#include <string.h>

/* --- does one apply ---------------------------------------------------------------- */

static int32_t decision_on(const struct cmpl_context *context, uint32_t rule)
{
	const struct complaint_case *given = context->given;
	const char *id;

	id = cmpl_policy_text(context->policy, context->policy->rules[rule].id);
	for (uint32_t i = given->decision_count; i > 0; i--) { /* the last word counts */
		if (strcmp(given->decisions[i - 1].rule, id) == 0)
			return given->decisions[i - 1].decision;
	}
	return 0;
}

static uint8_t with_decision(const struct cmpl_context *context,
			     const struct cmpl_exclusion *exclusion, uint8_t truth, uint8_t *level)
{
	int32_t decision = decision_on(context, exclusion->rule);

	if (decision == COMPLAINT_DECISION_ACCEPT)
		return COMPLAINT_FALSE;
	if (decision == COMPLAINT_DECISION_REFUSE && truth == COMPLAINT_TRUE)
		*level = CMPL_LEVEL_EXCLUDED;
	return truth;
}

/* Of one that has a span of its own. */
static uint8_t in_force_and_met(struct cmpl_context *context,
				const struct cmpl_exclusion *exclusion)
{
	uint8_t truth = cmpl_rule_in_force(context, exclusion->rule);

	return truth == COMPLAINT_FALSE
		       ? truth
		       : cmpl_and(truth, cmpl_condition_test(context, exclusion->when,
							     exclusion->counting));
}

/* What is asked of it once its condition is not false. */
static uint8_t not_excepted(struct cmpl_context *context, const struct cmpl_exclusion *exclusion,
			    uint8_t truth, uint8_t *level)
{
	if (exclusion->unless.count > 0)
		truth = cmpl_and(truth, cmpl_exceptions_silent(context, exclusion->unless,
							       exclusion->counting));
	if (context->given->decision_count > 0 && truth != COMPLAINT_FALSE)
		truth = with_decision(context, exclusion, truth, level);
	return truth;
}

/* Most exclusions are a condition and no more, and do not apply: that way is kept short. */
static inline uint8_t applies(struct cmpl_context *context, const struct cmpl_exclusion *exclusion,
			      bool has_spans, uint8_t *ret_level)
{
	uint8_t truth =
		has_spans ? in_force_and_met(context, exclusion)
			  : cmpl_condition_test(context, exclusion->when, exclusion->counting);

	*ret_level = exclusion->level;
	if (truth == COMPLAINT_FALSE ||
	    (exclusion->unless.count == 0 && context->given->decision_count == 0))
		return truth;
	return not_excepted(context, exclusion, truth, ret_level);
}

/* The same, kept in the main world for those beside it. */
static uint8_t applies_here(struct cmpl_context *context, uint32_t index,
			    const struct cmpl_exclusion *exclusion, uint8_t *ret_level)
{
	const bool has_spans = context->policy->spans_count > 0;
	const struct cmpl_known *known =
		cmpl_known_of(context, index, exclusion->rule, exclusion->hangs_on_due);
	uint8_t truth;

	if (known && known->generation == context->known_in) {
		*ret_level = known->level;
		return known->truth;
	}
	truth = applies(context, exclusion, has_spans, ret_level);
	if (context->has_worlds) {
		context->answer->known[index].truth = truth;
		context->answer->known[index].level = *ret_level;
		context->answer->known[index].generation = context->generation;
	}
	return truth;
}

uint8_t cmpl_exclusion_applies(struct cmpl_context *context, uint32_t index, uint8_t *ret_level)
{
	return applies(context, cmpl_exclusion_at(context, index), context->policy->spans_count > 0,
		       ret_level);
}

/* --- the outcome ---------------------------------------------------------------- */

uint8_t cmpl_outcome_of(struct cmpl_levels levels)
{
	static const uint8_t outcomes[] = { COMPLAINT_OUTCOME_ACCEPTED,
					    COMPLAINT_OUTCOME_DISCRETION,
					    COMPLAINT_OUTCOME_EXCLUDED };

	return levels.possible > levels.certain ? (uint8_t)COMPLAINT_OUTCOME_UNDETERMINED
						: outcomes[levels.certain];
}

void cmpl_levels_raise(struct cmpl_levels *levels, const struct cmpl_verdict *verdict)
{
	if (verdict->truth == COMPLAINT_TRUE && verdict->level > levels->certain)
		levels->certain = verdict->level;
	if (verdict->truth == COMPLAINT_UNKNOWN && verdict->level > levels->possible)
		levels->possible = verdict->level;
}

/*
 * The outcome and who decides it, and nothing else: what a row of columns asks for. The first
 * exclusion of each level that certainly applies is kept as the levels are climbed.
 */
uint8_t cmpl_outcome(struct cmpl_context *context, uint32_t *ret_decider)
{
	struct cmpl_levels levels = { 0, 0 };
	const bool has_spans = context->policy->spans_count > 0;
	uint32_t first[] = { CMPL_NONE, CMPL_NONE, CMPL_NONE };
	uint8_t outcome;

	for (uint32_t i = 0; i < context->policy->exclusions_count; i++) {
		const struct cmpl_exclusion *exclusion = cmpl_exclusion_at(context, i);
		struct cmpl_verdict verdict;

		if (!(exclusion->tested_at & context->at))
			continue;
		verdict.truth = applies(context, exclusion, has_spans, &verdict.level);
		cmpl_levels_raise(&levels, &verdict);
		if (verdict.truth == COMPLAINT_TRUE && first[verdict.level] == CMPL_NONE)
			first[verdict.level] = i;
	}
	outcome = cmpl_outcome_of(levels);
	*ret_decider =
		outcome == COMPLAINT_OUTCOME_UNDETERMINED ? CMPL_NONE : first[levels.certain];
	return outcome;
}

/* Verdicts on every exclusion tested at this moment, and what they come to. */
struct cmpl_levels cmpl_exclusions_test(struct cmpl_context *context,
					struct complaint_eligibility *into)
{
	struct complaint_answer *answer = context->answer;
	struct cmpl_levels levels = { 0, 0 };
	const bool has_spans = context->policy->spans_count > 0;
	const bool alone = !context->has_worlds && context->known_in == 0;
	struct cmpl_verdict *slot;

	into->verdicts.first = (uint32_t)answer->verdicts_count;
	into->because.first = (uint32_t)answer->numbers_count;
	if (!CMPL_RESERVE(answer, verdicts, context->policy->exclusions_count))
		return levels;
	slot = &answer->verdicts[answer->verdicts_count];
	for (uint32_t i = 0; i < context->policy->exclusions_count; i++) {
		const struct cmpl_exclusion *exclusion = cmpl_exclusion_at(context, i);

		if (!(exclusion->tested_at & context->at))
			continue;
		*slot = (struct cmpl_verdict){ .rule = exclusion->rule };
		slot->truth = alone ? applies(context, exclusion, has_spans, &slot->level)
				    : applies_here(context, i, exclusion, &slot->level);
		if (slot->truth != COMPLAINT_FALSE)
			cmpl_levels_raise(&levels, slot);
		if (slot->truth == COMPLAINT_TRUE)
			cmpl_number_add(answer, &into->because, slot->rule);
		slot++;
	}
	answer->verdicts_count = (size_t)(slot - answer->verdicts);
	into->verdicts.count = (uint32_t)answer->verdicts_count - into->verdicts.first;
	return levels;
}
