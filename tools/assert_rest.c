/* SPDX-License-Identifier: MIT */
/* What a scenario that holds has asserted about duties, tiers and windows. */
#include "coverage.h"

#include <string.h>

/* --- duties ------------------------------------------------------------------ */

static const struct complaint_reason *deadline_leaf(const struct leaves *leaves, size_t index)
{
	return complaint_deadline_get_reason(leaves->object, index);
}

/* Is it owed now? Waiting is not yet. 0: that says nothing. */
static int32_t owed(int32_t state)
{
	switch (state) {
	case COMPLAINT_DUTY_NOT_OWED:
	case COMPLAINT_DUTY_WAITING: return COMPLAINT_FALSE;
	case COMPLAINT_DUTY_UNDETERMINED: return COMPLAINT_UNKNOWN;
	case COMPLAINT_DUTY_NO_DATE:
	case COMPLAINT_DUTY_BEYOND_CALENDAR:
	case COMPLAINT_DUTY_DONE_IN_TIME:
	case COMPLAINT_DUTY_DONE_LATE:
	case COMPLAINT_DUTY_OVERDUE:
	case COMPLAINT_DUTY_RUNNING: return COMPLAINT_TRUE;
	default: return 0;
	}
}

static void cover_truth(struct coverage *coverage, uint32_t rule, int32_t truth)
{
	if (truth == COMPLAINT_TRUE)
		cover_rule(coverage, rule, COVERED_APPLIES);
	else if (truth == COMPLAINT_FALSE)
		cover_rule(coverage, rule, COVERED_DOES_NOT);
	else if (truth == COMPLAINT_UNKNOWN)
		cover_rule(coverage, rule, COVERED_UNKNOWN);
}

static void cover_deadline(struct coverage *coverage, const struct asserted *asserted,
			   const struct complaint_deadline *deadline, uint32_t node)
{
	struct leaves leaves = { deadline, 0, complaint_deadline_reason_count(deadline),
				 deadline_leaf };
	int32_t truth = owed(complaint_deadline_get_state(deadline));
	uint32_t rule = complaint_deadline_get_rule(deadline);

	/* A date alone asserts no more than that the duty is owed. */
	if (expected_under(asserted->scenarios, node, "state") == COMPLAINT_NONE &&
	    truth != COMPLAINT_TRUE)
		return;
	cover_truth(coverage, rule, truth);
	cover_exceptions(coverage, &leaves, rule, COMPLAINT_CONDITION_UNLESS, truth);
	if (truth == COMPLAINT_UNKNOWN)
		cover_unknown_facts(coverage, &leaves);
}

void cover_deadlines(struct coverage *coverage, const struct asserted *asserted, uint32_t node)
{
	uint32_t child = complaint_expectation_get_first(asserted->scenarios, node);

	while (child != COMPLAINT_NONE) {
		const struct complaint_deadline *deadline = complaint_answer_find_deadline(
			asserted->answer, complaint_expectation_get_key(asserted->scenarios, child),
			COMPLAINT_NUL_TERMINATED);
		uint32_t rule = complaint_deadline_get_rule(deadline);

		if (!complaint_answer_get_chosen_reading(asserted->answer, rule))
			cover_deadline(coverage, asserted, deadline, child);
		child = complaint_expectation_get_next(asserted->scenarios, node, child);
	}
}

/* --- tiers ----------------------------------------------------------------------- */

/* The tiers of the extension of a stage: the one that decides applies, the others do not. */
static void cover_tiers(struct coverage *coverage, uint32_t extension, uint32_t decides)
{
	uint32_t count = complaint_policy_rule_count(coverage->policy);

	for (uint32_t rule = 0; rule < count; rule++) {
		if (complaint_policy_get_rule_kind(coverage->policy, rule) != COMPLAINT_RULE_TIER ||
		    complaint_policy_get_rule_owner(coverage->policy, rule) != extension)
			continue;
		cover_rule(coverage, rule, rule == decides ? COVERED_APPLIES : COVERED_DOES_NOT);
	}
}

/* The extension whose duty this is. */
static uint32_t extension_of(const struct complaint_policy *policy, uint32_t duty)
{
	uint32_t count = complaint_policy_rule_count(policy);

	for (uint32_t rule = 0; rule < count; rule++)
		if (complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_EXTENSION &&
		    complaint_policy_get_rule_target(policy, rule, COMPLAINT_NONE) == duty)
			return rule;
	return COMPLAINT_NONE;
}

static int stands_in(const struct complaint_policy *policy, uint32_t rule, uint32_t extension)
{
	while (rule != COMPLAINT_NONE && rule != extension)
		rule = complaint_policy_get_rule_owner(policy, rule);
	return rule == extension;
}

/* `duties` is exact: what stands in the extension and not in the list is not owed. */
static void cover_extension_duties(struct coverage *coverage, const struct asserted *asserted,
				   uint32_t list, uint32_t extension)
{
	const struct complaint_policy *policy = coverage->policy;
	uint32_t count = complaint_policy_rule_count(policy);

	for (uint32_t rule = 0; rule < count; rule++) {
		if (complaint_policy_get_rule_kind(policy, rule) != COMPLAINT_RULE_DUTY ||
		    !stands_in(policy, rule, extension))
			continue;
		cover_rule(coverage, rule,
			   expected_has(asserted->scenarios, list, name_of_rule(policy, rule))
				   ? COVERED_APPLIES
				   : COVERED_DOES_NOT);
	}
}

static void cover_extension_node(struct coverage *coverage, const struct asserted *asserted,
				 uint32_t node, uint32_t extension, int within_limit)
{
	const struct complaint_scenarios *scenarios = asserted->scenarios;
	const char *tier =
		complaint_expectation_get_text(scenarios, expected_under(scenarios, node, "tier"));
	const char *outcome = complaint_expectation_get_text(
		scenarios, expected_under(scenarios, node, "outcome"));
	uint32_t duties = expected_under(scenarios, node, "duties");
	uint32_t unknown = expected_under(scenarios, node, "unknown");
	uint32_t child = complaint_expectation_get_first(scenarios, unknown);

	if (tier)
		cover_tiers(coverage, extension,
			    complaint_policy_find_rule(coverage->policy, tier,
						       COMPLAINT_NUL_TERMINATED));
	else if (outcome && (strcmp(outcome, "refused") == 0 ||
			     (strcmp(outcome, "permitted") == 0 && within_limit)))
		cover_tiers(coverage, extension, COMPLAINT_NONE);
	if (duties != COMPLAINT_NONE)
		cover_extension_duties(coverage, asserted, duties, extension);
	while (child != COMPLAINT_NONE) {
		cover_fact(coverage, complaint_expectation_get_text(scenarios, child));
		child = complaint_expectation_get_next(scenarios, unknown, child);
	}
}

/* Tiers that only a reading brings can be asserted under that reading alone. */
static void cover_extension_readings(struct coverage *coverage, const struct asserted *asserted,
				     uint32_t readings, uint32_t extension)
{
	const struct complaint_scenarios *scenarios = asserted->scenarios;
	uint32_t rule = complaint_expectation_get_first(scenarios, readings);

	while (rule != COMPLAINT_NONE) {
		uint32_t label = complaint_expectation_get_first(scenarios, rule);

		while (label != COMPLAINT_NONE) {
			cover_extension_node(coverage, asserted, label, extension, 0);
			label = complaint_expectation_get_next(scenarios, rule, label);
		}
		rule = complaint_expectation_get_next(scenarios, readings, rule);
	}
}

void cover_extension(struct coverage *coverage, const struct asserted *asserted, uint32_t node)
{
	const struct complaint_extension *answer = complaint_answer_get_extension(asserted->answer);
	uint32_t duty = complaint_extension_get_duty(answer);
	uint32_t extension = extension_of(coverage->policy, duty);
	int within_limit;

	if (extension == COMPLAINT_NONE)
		return;
	/* Permitted, with a date that the limit there is already covers: then no tier is needed. */
	within_limit = complaint_extension_get_tier(answer) == COMPLAINT_NONE &&
		       expected_under(asserted->scenarios, node, "due") != COMPLAINT_NONE;
	cover_extension_node(coverage, asserted, node, extension, within_limit);
	cover_extension_readings(coverage, asserted,
				 expected_under(asserted->scenarios, node, "readings"), extension);
}

/* --- windows ------------------------------------------------------------------------ */

static const struct complaint_reason *window_leaf(const struct leaves *leaves, size_t index)
{
	return complaint_window_get_reason(leaves->object, index);
}

/* Does the door stand open, or has it been gone through? 0: that says nothing. */
static int32_t stands_open(int32_t state)
{
	switch (state) {
	case COMPLAINT_WINDOW_OPEN:
	case COMPLAINT_WINDOW_USED_IN_TIME:
	case COMPLAINT_WINDOW_USED_LATE: return COMPLAINT_TRUE;
	case COMPLAINT_WINDOW_NOT_AVAILABLE:
	case COMPLAINT_WINDOW_NOT_YET_OPEN:
	case COMPLAINT_WINDOW_CLOSED: return COMPLAINT_FALSE;
	case COMPLAINT_WINDOW_UNDETERMINED: return COMPLAINT_UNKNOWN;
	default: return 0;
	}
}

/* The wait is lifted when the door is open for it, and not lifted while it is not open yet. */
static void cover_lifted_wait(struct coverage *coverage, const struct leaves *leaves, uint32_t rule,
			      int32_t state)
{
	size_t count = complaint_policy_condition_count(coverage->policy, rule, COMPLAINT_NONE,
							COMPLAINT_CONDITION_OPENS_UNLESS);

	for (uint32_t i = 0; i < count; i++) {
		int32_t truth = condition_truth(coverage->policy, leaves, rule,
						COMPLAINT_CONDITION_OPENS_UNLESS, i);

		if (truth == COMPLAINT_TRUE && stands_open(state) == COMPLAINT_TRUE)
			cover_exception(coverage, rule, COMPLAINT_CONDITION_OPENS_UNLESS, i,
					COVERED_APPLIES);
		else if (truth == COMPLAINT_FALSE && state == COMPLAINT_WINDOW_NOT_YET_OPEN)
			cover_exception(coverage, rule, COMPLAINT_CONDITION_OPENS_UNLESS, i,
					COVERED_DOES_NOT);
		else if (truth == COMPLAINT_UNKNOWN)
			cover_exception(coverage, rule, COMPLAINT_CONDITION_OPENS_UNLESS, i,
					COVERED_UNKNOWN);
	}
}

static void cover_window(struct coverage *coverage, const struct complaint_window *window)
{
	struct leaves leaves = { window, 0, complaint_window_reason_count(window), window_leaf };
	int32_t state = complaint_window_get_state(window);
	uint32_t rule = complaint_window_get_rule(window);
	int32_t truth = stands_open(state);

	cover_truth(coverage, rule, truth);
	if (state == COMPLAINT_WINDOW_NOT_YET_OPEN || state == COMPLAINT_WINDOW_CLOSED)
		truth = COMPLAINT_TRUE; /* there is such a door, so no exception holds */
	cover_exceptions(coverage, &leaves, rule, COMPLAINT_CONDITION_UNLESS, truth);
	cover_lifted_wait(coverage, &leaves, rule, state);
	if (truth == COMPLAINT_UNKNOWN)
		cover_unknown_facts(coverage, &leaves);
}

void cover_windows(struct coverage *coverage, const struct asserted *asserted, uint32_t node)
{
	const struct complaint_scenarios *scenarios = asserted->scenarios;
	uint32_t child = complaint_expectation_get_first(scenarios, node);

	while (child != COMPLAINT_NONE) {
		const struct complaint_window *window = complaint_answer_find_window(
			asserted->answer, complaint_expectation_get_key(scenarios, child),
			COMPLAINT_NUL_TERMINATED);
		uint32_t rule = complaint_window_get_rule(window);

		if (expected_under(scenarios, child, "state") != COMPLAINT_NONE &&
		    !complaint_answer_get_chosen_reading(asserted->answer, rule))
			cover_window(coverage, window);
		child = complaint_expectation_get_next(scenarios, node, child);
	}
}
