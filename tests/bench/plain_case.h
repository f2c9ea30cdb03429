/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/base.h>

/*
 * Brighter Places' exclusions and routes at acceptance, as a programmer would write them by hand
 * into one program for one landlord: a struct of what is known, a function a clause, no library
 * beneath. It is what the library is measured against, so it answers the same: the truth of every
 * exclusion, the outcome, the exclusion that decides, the route taken.
 */

/* Each 0 not given, COMPLAINT_FALSE, COMPLAINT_TRUE or COMPLAINT_UNKNOWN. */
struct plain_case {
	uint8_t first_time_service_request, other_policy_more_suitable, other_policy_failed,
		reopening_request, final_decision_given, claim_filed_at_court, disrepair_claim,
		letter_of_claim_received, service_by_us_or_partners, restriction_in_force,
		restriction_refuses_same_matter, same_matter_as_restricted, personal_injury_claim,
		third_party_liability_claim, compensation_claim, about_policy_content,
		resolved_at_first_contact, further_enquiries_needed, resident_requests_complaint,
		initial_chaser, investigation_needed;
	/* The first and the last day it could be; no day: first after last. */
	complaint_day issue_arose_first, issue_arose_last;
	complaint_day complaint_made_first, complaint_made_last;
};

enum { PLAIN_EXCLUSIONS = 11, PLAIN_ROUTES = 3 };

struct plain_answer {
	uint8_t truths[PLAIN_EXCLUSIONS]; /* in the order of the file */
	uint8_t outcome;
	int8_t decider; /* an exclusion, in the order of the file; -1: none */
	uint8_t route_state;
	int8_t route; /* -1: none */
};

void plain_judge(const struct plain_case *given, struct plain_answer *answer);
