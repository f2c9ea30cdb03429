/* SPDX-License-Identifier: MIT */
#include "plain_case.h"

#include <stdbool.h>

#include <complaint/eligibility.h>

enum { NO = COMPLAINT_FALSE, YES = COMPLAINT_TRUE, OPEN = COMPLAINT_UNKNOWN };

typedef uint8_t truth;

/* What was not given is not known. */
static inline truth known(uint8_t fact)
{
	return fact ? fact : OPEN;
}

/* Of a fact whose silence means no. */
static inline truth said(uint8_t fact)
{
	return fact ? fact : NO;
}

static inline truth not(truth a)
{
	return a == OPEN ? OPEN : a == YES ? NO : YES;
}

static inline truth either(truth a, truth b)
{
	if (a == YES || b == YES)
		return YES;
	return a == OPEN || b == OPEN ? OPEN : NO;
}

static inline truth both(truth a, truth b)
{
	if (a == NO || b == NO)
		return NO;
	return a == OPEN || b == OPEN ? OPEN : YES;
}

/* The day's civil date, by eras of 400 years that begin in March. */
static void to_date(complaint_day day, int *year, int *month, int *day_of_month)
{
	int shifted = day + 719468, era = shifted / 146097, in_era = shifted % 146097;
	int year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int day_of_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int from_march = (5 * day_of_year + 2) / 153;

	*day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
	*month = from_march < 10 ? from_march + 3 : from_march - 9;
	*year = era * 400 + year_of_era + (*month <= 2);
}

static complaint_day to_day(int year, int month, int day_of_month)
{
	int from_march = month > 2 ? month - 3 : month + 9;
	int shifted = month <= 2 ? year - 1 : year, era = shifted / 400, in_era = shifted % 400;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	       (153 * from_march + 2) / 5 + day_of_month - 1 - 719468;
}

static complaint_day add_six_months(complaint_day day)
{
	static const uint8_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year, month, day_of_month, length;

	to_date(day, &year, &month, &day_of_month);
	year += month > 6;
	month += month > 6 ? -6 : 6;
	length = lengths[month - 1] +
		 (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
	return to_day(year, month, day_of_month < length ? day_of_month : length);
}

static truth is_over_six_months_old(const struct plain_case *given)
{
	if (given->issue_arose_first > given->issue_arose_last ||
	    given->complaint_made_first > given->complaint_made_last)
		return OPEN;
	if (add_six_months(given->issue_arose_last) < given->complaint_made_first)
		return YES;
	return add_six_months(given->issue_arose_first) < given->complaint_made_last ? OPEN : NO;
}

static void judge_exclusions(const struct plain_case *given, truth *truths)
{
	truth restriction = known(given->restriction_in_force);

	truths[0] = known(given->first_time_service_request);
	truths[1] = both(known(given->other_policy_more_suitable),
			 not(known(given->other_policy_failed)));
	truths[2] = either(known(given->reopening_request), known(given->final_decision_given));
	truths[3] =
		either(known(given->claim_filed_at_court),
		       both(known(given->disrepair_claim), known(given->letter_of_claim_received)));
	truths[4] = not(known(given->service_by_us_or_partners));
	truths[5] = restriction;
	truths[6] = either(known(given->personal_injury_claim),
			   known(given->third_party_liability_claim));
	truths[7] = known(given->compensation_claim);
	truths[8] = known(given->about_policy_content);
	truths[9] = is_over_six_months_old(given);
	truths[10] = both(restriction, both(known(given->restriction_refuses_same_matter),
					    known(given->same_matter_as_restricted)));
}

static truth judge_route(const struct plain_case *given, int route)
{
	truth needs_more = either(known(given->further_enquiries_needed),
				  said(given->resident_requests_complaint));

	switch (route) {
	case 0: return both(known(given->resolved_at_first_contact), not(needs_more));
	case 1: return both(known(given->initial_chaser), not(needs_more));
	default: return either(known(given->investigation_needed), needs_more);
	}
}

/* Ten exclude and stand above the one that may decline; an unknown one could raise the outcome. */
static void find_outcome(struct plain_answer *answer)
{
	enum { MAY_DECLINE = 9 };
	bool excluded_open = false;
	truth discretion = answer->truths[MAY_DECLINE];

	answer->decider = -1;
	for (int8_t i = 0; i < PLAIN_EXCLUSIONS; i++) {
		if (i == MAY_DECLINE)
			continue;
		if (answer->truths[i] == YES) {
			answer->outcome = COMPLAINT_OUTCOME_EXCLUDED;
			answer->decider = i;
			return;
		}
		excluded_open = excluded_open || answer->truths[i] == OPEN;
	}
	if (excluded_open || discretion == OPEN) {
		answer->outcome = COMPLAINT_OUTCOME_UNDETERMINED;
	} else if (discretion == YES) {
		answer->outcome = COMPLAINT_OUTCOME_DISCRETION;
		answer->decider = MAY_DECLINE;
	} else {
		answer->outcome = COMPLAINT_OUTCOME_ACCEPTED;
	}
}

/* The first that applies, unless one before it is open. */
static void find_route(const struct plain_case *given, struct plain_answer *answer)
{
	answer->route = -1;
	answer->route_state = COMPLAINT_ROUTE_NONE;
	for (int8_t i = 0; i < PLAIN_ROUTES; i++) {
		truth here = judge_route(given, i);

		if (here == NO)
			continue;
		answer->route_state =
			here == YES ? COMPLAINT_ROUTE_TAKEN : COMPLAINT_ROUTE_UNDETERMINED;
		answer->route = here == YES ? i : -1;
		return;
	}
}

void plain_judge(const struct plain_case *given, struct plain_answer *answer)
{
	judge_exclusions(given, answer->truths);
	find_outcome(answer);
	find_route(given, answer);
}
