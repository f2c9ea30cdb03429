/* SPDX-License-Identifier: MIT */
/* One case, typed: Brighter Places' exclusions and routes, and where a case stands. */
#include <stdio.h>

#include "bench.h"
#include "plain_case.h"
#include "sample_case.h"

#define CASES 1024

static const struct {
	uint32_t fact;
	size_t member;
} facts[] = {
#define FACT(NAME, member)                                                                         \
	{                                                                                          \
		COMPLAINT_FACT_##NAME, offsetof(struct plain_case, member)                         \
	}
	FACT(FIRST_TIME_SERVICE_REQUEST, first_time_service_request),
	FACT(OTHER_POLICY_MORE_SUITABLE, other_policy_more_suitable),
	FACT(OTHER_POLICY_FAILED, other_policy_failed),
	FACT(REOPENING_REQUEST, reopening_request),
	FACT(FINAL_DECISION_GIVEN, final_decision_given),
	FACT(CLAIM_FILED_AT_COURT, claim_filed_at_court),
	FACT(DISREPAIR_CLAIM, disrepair_claim),
	FACT(LETTER_OF_CLAIM_RECEIVED, letter_of_claim_received),
	FACT(SERVICE_BY_US_OR_PARTNERS, service_by_us_or_partners),
	FACT(RESTRICTION_IN_FORCE, restriction_in_force),
	FACT(RESTRICTION_REFUSES_SAME_MATTER, restriction_refuses_same_matter),
	FACT(SAME_MATTER_AS_RESTRICTED, same_matter_as_restricted),
	FACT(PERSONAL_INJURY_CLAIM, personal_injury_claim),
	FACT(THIRD_PARTY_LIABILITY_CLAIM, third_party_liability_claim),
	FACT(COMPENSATION_CLAIM, compensation_claim),
	FACT(ABOUT_POLICY_CONTENT, about_policy_content),
	FACT(RESOLVED_AT_FIRST_CONTACT, resolved_at_first_contact),
	FACT(FURTHER_ENQUIRIES_NEEDED, further_enquiries_needed),
	FACT(RESIDENT_REQUESTS_COMPLAINT, resident_requests_complaint),
	FACT(INITIAL_CHASER, initial_chaser),
	FACT(INVESTIGATION_NEEDED, investigation_needed),
#undef FACT
};

static struct plain_case plain[CASES];
static struct plain_answer plain_answers[CASES];
static struct complaint_case *typed[CASES];
static struct complaint_case *filled; /* filled anew for each */
static struct complaint_case *standing_case;
static struct complaint_answer *answer;
static struct complaint_options verdict = { .size = sizeof(verdict),
					    .detail = COMPLAINT_DETAIL_VERDICT,
					    .without_readings = 1 };
static struct complaint_options readings = { .size = sizeof(readings),
					     .detail = COMPLAINT_DETAIL_ANSWER };

static uint8_t *fact_of(struct plain_case *given, size_t which)
{
	return (uint8_t *)given + facts[which].member;
}

/* Mostly false, as in life; else every outcome would be "excluded" at the first clause. */
static void invent(struct plain_case *given, uint64_t *random)
{
	for (size_t i = 0; i < COUNT_OF(facts); i++) {
		uint32_t drawn = bench_random(random, 40);

		*fact_of(given, i) = drawn == 0   ? COMPLAINT_TRUE
				     : drawn == 1 ? COMPLAINT_UNKNOWN
				     : drawn == 2 ? COMPLAINT_TRUTH_NOT_GIVEN
						  : COMPLAINT_FALSE;
	}
	if (bench_random(random, 20) != 0)
		given->service_by_us_or_partners = COMPLAINT_TRUE;
	given->complaint_made_first = (complaint_day)(19300 + bench_random(random, 700));
	given->complaint_made_last = given->complaint_made_first;
	given->issue_arose_first =
		given->complaint_made_first - (complaint_day)bench_random(random, 400);
	given->issue_arose_last = given->issue_arose_first;
	if (bench_random(random, 12) == 0)
		given->issue_arose_last = given->issue_arose_first - 1;
}

static void set_event(struct complaint_case *given, uint32_t event, complaint_day first,
		      complaint_day last)
{
	if (first > last)
		complaint_case_set_event_state_at(given, event, COMPLAINT_EVENT_STATE_UNKNOWN);
	else
		complaint_case_set_event_day_at(given, event, first);
}

static void fill(struct complaint_case *given, const struct plain_case *from)
{
	for (size_t i = 0; i < COUNT_OF(facts); i++)
		complaint_case_set_fact_at(given, facts[i].fact,
					   *((const uint8_t *)from + facts[i].member));
	set_event(given, COMPLAINT_EVENT_ISSUE_AROSE, from->issue_arose_first,
		  from->issue_arose_last);
	set_event(given, COMPLAINT_EVENT_COMPLAINT_MADE, from->complaint_made_first,
		  from->complaint_made_last);
}

static bool is_equal(const struct complaint_eligibility *is, const struct plain_answer *wanted)
{
	uint32_t decider = complaint_eligibility_get_decider(is);

	if (complaint_eligibility_verdict_count(is) != PLAIN_EXCLUSIONS)
		return bench_wrong("%zu verdicts", complaint_eligibility_verdict_count(is));
	for (size_t i = 0; i < PLAIN_EXCLUSIONS; i++)
		if (complaint_eligibility_get_verdict_truth(is, i) != wanted->truths[i])
			return bench_wrong("rule %zu: %d, not %d", i,
					   complaint_eligibility_get_verdict_truth(is, i),
					   wanted->truths[i]);
	if (complaint_eligibility_get_outcome(is) != wanted->outcome ||
	    complaint_eligibility_get_route_state(is) != wanted->route_state)
		return bench_wrong("outcome %d, not %d; route %d, not %d",
				   complaint_eligibility_get_outcome(is), wanted->outcome,
				   complaint_eligibility_get_route_state(is), wanted->route_state);
	if (wanted->decider < 0 ? decider != COMPLAINT_NONE
				: decider != complaint_eligibility_get_verdict_rule(
						     is, (size_t)wanted->decider))
		return bench_wrong("decided by rule %u", decider);
	return true;
}

static void run_plain(void)
{
	for (size_t i = 0; i < CASES; i++)
		plain_judge(&plain[i], &plain_answers[i]);
	bench_sink += plain_answers[CASES - 1].outcome;
}

static void run_exclusions(void)
{
	for (size_t i = 0; i < CASES; i++)
		complaint_answer_evaluate(answer, typed[i], COMPLAINT_ASK_ELIGIBILITY, &verdict);
}

static void run_filled(void)
{
	for (size_t i = 0; i < CASES; i++) {
		complaint_case_clear(filled);
		fill(filled, &plain[i]);
		complaint_answer_evaluate(answer, filled, COMPLAINT_ASK_ELIGIBILITY, &verdict);
	}
}

static bool prepare(void)
{
	uint64_t random = 20220919;
	bool right = true;

	if (answer)
		return true;
	if (complaint_answer_new(&answer) != COMPLAINT_OK ||
	    complaint_case_new(bench_brighter_places(), &filled) != COMPLAINT_OK)
		return false;
	for (size_t i = 0; i < CASES; i++) {
		invent(&plain[i], &random);
		if (complaint_case_new(bench_brighter_places(), &typed[i]) != COMPLAINT_OK)
			return false;
		fill(typed[i], &plain[i]);
		/* So that the version is not in doubt; the same day in every case. */
		complaint_case_set_event_day_at(typed[i], COMPLAINT_EVENT_COMPLAINT_RECEIVED,
						19400);
	}
	run_plain();
	for (size_t i = 0; i < CASES && right; i++) {
		right = complaint_answer_evaluate(answer, typed[i], COMPLAINT_ASK_ELIGIBILITY,
						  &verdict) == COMPLAINT_OK &&
			is_equal(complaint_answer_get_eligibility(answer), &plain_answers[i]);
	}
	return right;
}

static size_t cases(void)
{
	return CASES;
}

static void run_standing(void)
{
	complaint_answer_evaluate(answer, standing_case, COMPLAINT_ASK_STANDING, &verdict);
}

static void run_standing_readings(void)
{
	complaint_answer_evaluate(answer, standing_case, COMPLAINT_ASK_STANDING, &readings);
}

static bool prepare_standing(void)
{
	static const struct complaint_options *const all[] = { &verdict, &readings };

	if (!prepare())
		return false;
	standing_case = sample_case();
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		if (complaint_answer_evaluate(answer, standing_case, COMPLAINT_ASK_STANDING,
					      all[i]) != COMPLAINT_OK ||
		    !sample_is_right(answer))
			return false;
	}
	return true;
}

static const struct bench_job jobs[] = {
	{ "case/plain", NULL, "case", prepare, run_plain, cases },
	{ "case/exclusions", "case/plain", "case", prepare, run_exclusions, cases },
	{ "case/exclusions-filled", "case/plain", "case", prepare, run_filled, cases },
	{ "case/standing", NULL, "case", prepare_standing, run_standing, NULL },
	{ "case/standing-readings", NULL, "case", prepare_standing, run_standing_readings, NULL },
};

const struct bench_group bench_case_group = { "case", jobs, COUNT_OF(jobs), NULL };
