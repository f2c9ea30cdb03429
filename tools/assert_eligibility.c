/* SPDX-License-Identifier: MIT */
/* What a scenario that holds has asserted about exclusions, routes and their exceptions. */
#include "coverage.h"

#include <string.h>

/* --- conditions, by what they have read ---------------------------------- */

static int32_t leaf_truth(const struct leaves *leaves, uint32_t term)
{
	for (size_t i = 0; i < leaves->count; i++) {
		const struct complaint_reason *reason = leaves->get(leaves, i);

		if (complaint_reason_get_term(reason) == term)
			return complaint_reason_get_truth(reason);
	}
	return COMPLAINT_UNKNOWN;
}

static int32_t negated(int32_t truth)
{
	if (truth == COMPLAINT_UNKNOWN)
		return truth;
	return truth == COMPLAINT_TRUE ? COMPLAINT_FALSE : COMPLAINT_TRUE;
}

/* Kleene's; conditions nest at most 16 deep. */
static int32_t term_truth(const struct complaint_policy *policy, const struct leaves *leaves,
			  uint32_t term)
{
	int32_t kind = complaint_policy_get_term_kind(policy, term);
	uint32_t end = complaint_policy_get_term_end(policy, term);
	int32_t decides = kind == COMPLAINT_TERM_ALL ? COMPLAINT_FALSE : COMPLAINT_TRUE;
	int32_t truth = negated(decides);

	if (kind == COMPLAINT_TERM_NOT)
		return negated(term_truth(policy, leaves, term + 1));
	if (kind != COMPLAINT_TERM_ALL && kind != COMPLAINT_TERM_ANY)
		return leaf_truth(leaves, term);
	for (uint32_t child = term + 1; child < end;
	     child = complaint_policy_get_term_end(policy, child)) {
		int32_t own = term_truth(policy, leaves, child);

		if (own == decides)
			return decides;
		if (own == COMPLAINT_UNKNOWN)
			truth = COMPLAINT_UNKNOWN;
	}
	return truth;
}

int32_t condition_truth(const struct complaint_policy *policy, const struct leaves *leaves,
			uint32_t rule, int32_t sort, uint32_t index)
{
	uint32_t term = complaint_policy_get_condition(policy, rule, COMPLAINT_NONE, sort, index);

	return term == COMPLAINT_NONE ? COMPLAINT_TRUE : term_truth(policy, leaves, term);
}

void cover_exceptions(struct coverage *coverage, const struct leaves *leaves, uint32_t rule,
		      int32_t sort, int32_t truth)
{
	const struct complaint_policy *policy = coverage->policy;
	size_t count = complaint_policy_condition_count(policy, rule, COMPLAINT_NONE, sort);
	int32_t when = condition_truth(policy, leaves, rule, COMPLAINT_CONDITION_WHEN, 0);

	for (uint32_t i = 0; i < count; i++) {
		int32_t own = condition_truth(policy, leaves, rule, sort, i);

		if (truth == COMPLAINT_TRUE && own == COMPLAINT_FALSE)
			cover_exception(coverage, rule, sort, i, COVERED_DOES_NOT);
		else if (truth == COMPLAINT_FALSE && when == COMPLAINT_TRUE &&
			 own == COMPLAINT_TRUE)
			cover_exception(coverage, rule, sort, i, COVERED_APPLIES);
		else if (truth == COMPLAINT_UNKNOWN && own == COMPLAINT_UNKNOWN)
			cover_exception(coverage, rule, sort, i, COVERED_UNKNOWN);
	}
}

void cover_unknown_facts(struct coverage *coverage, const struct leaves *leaves)
{
	for (size_t i = 0; i < leaves->count; i++) {
		const struct complaint_reason *reason = leaves->get(leaves, i);

		if (complaint_reason_get_condition(reason, NULL) == COMPLAINT_CONDITION_FACTOR)
			continue; /* it steers, and leaves nothing open */
		if (complaint_reason_get_truth(reason) == COMPLAINT_UNKNOWN)
			cover_fact(coverage,
				   complaint_policy_get_term_name(
					   coverage->policy, complaint_reason_get_term(reason)));
	}
}

/* --- exclusions ------------------------------------------------------------- */

static const struct complaint_reason *verdict_leaf(const struct leaves *leaves, size_t index)
{
	return complaint_eligibility_get_verdict_reason(leaves->object, leaves->which, index);
}

/* What of an eligibility is expected. */
struct expected {
	const struct complaint_scenarios *scenarios;
	uint32_t because, undecided, questions, factors, route;
	const char *outcome;
};

static struct expected expected_of(const struct complaint_scenarios *scenarios, uint32_t node)
{
	return (struct expected){
		.scenarios = scenarios,
		.because = expected_under(scenarios, node, "because"),
		.undecided = expected_under(scenarios, node, "undecided"),
		.questions = expected_under(scenarios, node, "questions"),
		.factors = expected_under(scenarios, node, "factors"),
		.route = expected_under(scenarios, node, "route"),
		.outcome = complaint_expectation_get_text(
			scenarios, expected_under(scenarios, node, "outcome")),
	};
}

/*
 * Do the lists say so, and not only the answer? `because` is exact; what is in neither list is
 * false when both are written, or when the outcome leaves nothing else.
 */
static int is_asserted(const struct expected *expected, int32_t truth, int32_t effect)
{
	int listed = expected->because != COMPLAINT_NONE;
	int strong =
		effect == COMPLAINT_EFFECT_EXCLUDE || effect == COMPLAINT_EFFECT_NORMALLY_EXCLUDE;

	if (truth == COMPLAINT_TRUE)
		return listed;
	if (truth == COMPLAINT_UNKNOWN)
		return expected->undecided != COMPLAINT_NONE;
	if (expected->outcome && strcmp(expected->outcome, "accepted") == 0)
		return 1;
	if (expected->outcome && strcmp(expected->outcome, "discretion") == 0 && strong)
		return 1;
	return listed && expected->undecided != COMPLAINT_NONE;
}

static int how_of(int32_t truth)
{
	if (truth == COMPLAINT_TRUE)
		return COVERED_APPLIES;
	return truth == COMPLAINT_FALSE ? COVERED_DOES_NOT : COVERED_UNKNOWN;
}

static void cover_verdict(struct coverage *coverage, const struct leaves *leaves, uint32_t rule,
			  int32_t truth)
{
	cover_rule(coverage, rule, how_of(truth));
	cover_exceptions(coverage, leaves, rule, COMPLAINT_CONDITION_UNLESS, truth);
	if (truth == COMPLAINT_UNKNOWN)
		cover_unknown_facts(coverage, leaves);
}

/* Facts that only steer a decision, unknown while the list of factors is asserted. */
static void cover_factors(struct coverage *coverage, const struct leaves *leaves)
{
	for (size_t i = 0; i < leaves->count; i++) {
		const struct complaint_reason *reason = leaves->get(leaves, i);

		if (complaint_reason_get_condition(reason, NULL) == COMPLAINT_CONDITION_FACTOR &&
		    complaint_reason_get_truth(reason) == COMPLAINT_UNKNOWN)
			cover_fact(coverage,
				   complaint_policy_get_term_name(
					   coverage->policy, complaint_reason_get_term(reason)));
	}
}

/*
 * The first route that applies decides, so those before it do not; of those after it nothing is
 * said.
 */
static void cover_route(struct coverage *coverage, const struct complaint_eligibility *answer,
			const struct leaves *leaves, uint32_t rule, int32_t truth)
{
	uint32_t taken = complaint_eligibility_get_route(answer);
	int undetermined =
		complaint_eligibility_get_route_state(answer) == COMPLAINT_ROUTE_UNDETERMINED;

	if (undetermined && truth != COMPLAINT_UNKNOWN)
		return;
	if (taken != COMPLAINT_NONE && rule > taken)
		return;
	cover_verdict(coverage, leaves, rule, truth);
}

void cover_eligibility(struct coverage *coverage, const struct asserted *asserted, uint32_t node)
{
	const struct complaint_eligibility *answer =
		complaint_answer_get_eligibility(asserted->answer);
	struct expected expected = expected_of(asserted->scenarios, node);
	size_t count = complaint_eligibility_verdict_count(answer);

	for (size_t i = 0; i < count; i++) {
		uint32_t rule = complaint_eligibility_get_verdict_rule(answer, i);
		int32_t truth = complaint_eligibility_get_verdict_truth(answer, i);
		int32_t effect =
			complaint_policy_get_rule_effect(coverage->policy, rule, COMPLAINT_NONE);
		struct leaves leaves = { answer, i,
					 complaint_eligibility_verdict_reason_count(answer, i),
					 verdict_leaf };

		if (complaint_answer_get_chosen_reading(asserted->answer, rule))
			continue;
		if (effect == 0 && expected.route != COMPLAINT_NONE)
			cover_route(coverage, answer, &leaves, rule, truth);
		if (effect != 0 && is_asserted(&expected, truth, effect))
			cover_verdict(coverage, &leaves, rule, truth);
		if (truth == COMPLAINT_TRUE && expected.factors != COMPLAINT_NONE)
			cover_factors(coverage, &leaves);
	}
	for (size_t i = 0; expected.questions != COMPLAINT_NONE &&
			   i < complaint_eligibility_question_count(answer);
	     i++)
		cover_fact(coverage, complaint_eligibility_get_question_name(answer, i));
}
