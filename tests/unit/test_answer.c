/* SPDX-License-Identifier: MIT */
/*
 * An answer as an object: reuse, memory, lifetime, threads. What it decides is in tests/hard-cases
 * and rules/.
 */
#include <pthread.h>
#include <string.h>

#include <complaint/complaint.h>

#include "base/memory.h"

#include "support/test.h"

#define WHOLE COMPLAINT_NUL_TERMINATED

static const char case_text[] =
	"format: 1\nkind: case\nnow: 2022-10-12\n"
	"request: { extend: respond-stage-1, adds: 12 working days }\n"
	"facts:\n  good-reason: true\n  personal-injury: unknown\n"
	"events:\n  issue-arose: 2022-01\n  complaint-made: 2022-09-01\n"
	"  complaint-received: 2022-09-01\n  complaint-logged: 2022-09-09\n"
	"  stage-1-response-sent: 2022-09-26\n"
	"extensions:\n  - { of: respond-stage-1, adds: 3 working days, told: 2022-09-20 }\n"
	"promises: { respond-stage-1: 2022-09-20 }\n"
	"readings: { acknowledge-stage-1: from-logging, stage-1: each-by-itself }\n"
	"decisions: { over-6-months-old: accept }\n";

static struct complaint_policy *load(const char *path)
{
	struct complaint_policy *policy = NULL;

	CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, NULL), COMPLAINT_OK);
	return policy;
}

static struct complaint_set *set_of(const char *path)
{
	struct complaint_policy *policy = load(path);
	const struct complaint_policy *policies[1] = { policy };
	struct complaint_set *set = NULL;

	CHECK_STATUS(complaint_set_new(policies, 1, &set, NULL), COMPLAINT_OK);
	complaint_policy_free(policy);
	return set;
}

static struct complaint_case *case_of(const struct complaint_set *set)
{
	struct complaint_case *given = NULL;

	CHECK_STATUS(complaint_case_load_memory(set, "case.yaml", case_text, WHOLE, &given, NULL),
		     COMPLAINT_OK);
	return given;
}

static const char policy_path[] = "rules/brighter-places/2022-08/policy.yaml";

static void reuse_allocates_nothing(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_case *given = case_of(set);
	struct complaint_answer *answer = NULL;
	struct complaint_options options = { .size = sizeof(options) };
	long before;

	test_case("an answer used again allocates nothing");
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	for (int32_t detail = COMPLAINT_DETAIL_WORKING; detail >= COMPLAINT_DETAIL_VERDICT;
	     detail--) {
		options.detail = detail;
		CHECK_STATUS(
			complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, &options),
			COMPLAINT_OK);
	}
	for (int32_t detail = COMPLAINT_DETAIL_VERDICT; detail <= COMPLAINT_DETAIL_WORKING;
	     detail++) {
		options.detail = detail;
		before = cmpl_memory_count();
		CHECK_STATUS(
			complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, &options),
			COMPLAINT_OK);
		CHECK_NUMBER(cmpl_memory_count() - before, 0);
	}
	complaint_answer_free(answer);
	complaint_case_free(given);
	complaint_set_free(set);
}

static complaint_status evaluate_anew(void *context)
{
	struct complaint_answer *answer = NULL;
	struct complaint_options options = { .size = sizeof(options),
					     .detail = COMPLAINT_DETAIL_WORKING };
	complaint_status status = complaint_answer_new(&answer);

	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate(answer, context, COMPLAINT_ASK_STANDING,
						   &options);
	if (status != COMPLAINT_OK) /* a failed answer holds nothing */
		CHECK(complaint_answer_get_questions(answer) == 0 &&
		      !complaint_answer_get_eligibility(answer) &&
		      complaint_answer_deadline_count(answer) == 0 &&
		      !complaint_answer_get_standing(answer));
	complaint_answer_free(answer);
	return status;
}

static void every_allocation_fails(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_case *given = case_of(set);

	test_case("each allocation of an evaluation may fail");
	CHECK(test_each_allocation(evaluate_anew, given, COMPLAINT_OK) > 20);
	complaint_case_free(given);
	complaint_set_free(set);
}

static void freed_in_any_order(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_case *given = case_of(set);
	struct complaint_calendar *calendar = NULL;
	struct complaint_calendar_entry entry = { .size = sizeof(entry),
						  .name = "england-and-wales" };
	struct complaint_options options = { .size = sizeof(options),
					     .calendars = &entry,
					     .calendar_count = 1 };
	struct complaint_answer *answer = NULL;
	const struct complaint_deadline *deadline;
	char text[64];

	test_case("an answer outlives policy, set, case and calendar");
	CHECK_STATUS(complaint_calendar_load_bundled("scotland", WHOLE, &calendar), COMPLAINT_OK);
	entry.calendar = calendar;
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, &options),
		     COMPLAINT_OK);
	complaint_calendar_free(calendar);
	complaint_set_free(set);
	complaint_case_free(given);
	deadline = complaint_answer_find_deadline(answer, "respond-stage-2", WHOLE);
	CHECK_TEXT(complaint_policy_get_rule_id(complaint_answer_get_policy(answer),
						complaint_deadline_get_rule(deadline)),
		   "respond-stage-2");
	deadline = complaint_answer_find_deadline(answer, "respond-stage-1", WHOLE);
	CHECK_STATUS(complaint_date_get_text(
			     complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE), text,
			     sizeof(text)),
		     COMPLAINT_OK);
	CHECK_TEXT(text, "2022-09-29");
	CHECK_TEXT(complaint_calendar_get_name(complaint_answer_get_calendar(answer, 0)),
		   "scotland");
	complaint_answer_free(answer);
}

static void promises_are_apart(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_case *given = case_of(set);
	struct complaint_answer *answer = NULL;
	const struct complaint_deadline *deadline;
	int32_t days = -2, working_days = -2;

	test_case("policy, extended and promised dates are kept apart, and lateness against each");
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(answer, given, COMPLAINT_ASK_DEADLINES, NULL),
		     COMPLAINT_OK);
	deadline = complaint_answer_find_deadline(answer, "respond-stage-1", WHOLE);
	CHECK_NUMBER(complaint_deadline_get_state(deadline), COMPLAINT_DUTY_DONE_IN_TIME);
	CHECK_STATUS(complaint_deadline_get_lateness(deadline, COMPLAINT_DEADLINE_PROMISED_DUE,
						     &days, &working_days, NULL),
		     COMPLAINT_OK);
	CHECK_NUMBER(days, 6);
	CHECK_NUMBER(working_days, 4);
	CHECK_STATUS(complaint_deadline_get_lateness(deadline, COMPLAINT_DEADLINE_DUE, &days, NULL,
						     NULL),
		     COMPLAINT_OK);
	CHECK_NUMBER(days, 0);
	CHECK_NUMBER(complaint_deadline_get_flags(
			     complaint_answer_find_deadline(answer, "acknowledge-stage-1", WHOLE)) &
			     COMPLAINT_DEADLINE_HOST_READING,
		     COMPLAINT_DEADLINE_HOST_READING);
	complaint_answer_free(answer);
	complaint_case_free(given);
	complaint_set_free(set);
}

static void bad_arguments(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_case *given = case_of(set);
	struct complaint_options options = { .size = sizeof(options) };
	struct complaint_calendar_entry entry = { .size = sizeof(entry),
						  .name = "no-such-calendar" };
	struct complaint_calendar *calendar = NULL;
	struct complaint_answer *answer = NULL;

	test_case("a wrong question is refused and leaves the answer empty");
	CHECK_STATUS(complaint_answer_new(NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, NULL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(NULL, given, 1, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_evaluate(answer, NULL, 1, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 0, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 64, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	options.detail = 4;
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 1, &options),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_NUMBER(complaint_answer_get_questions(answer), 0);
	options.detail = 0;
	options.now_kind = 7;
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 1, &options),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	options.now_kind = 0;
	options.landlord = "nobody";
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 1, &options),
		     COMPLAINT_ERR_NOT_FOUND);
	options.landlord = "brighter-places";
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 1, &options), COMPLAINT_OK);
	CHECK_STATUS(complaint_calendar_load_bundled("scotland", WHOLE, &calendar), COMPLAINT_OK);
	entry.calendar = calendar;
	options.calendars = &entry;
	options.calendar_count = 1;
	CHECK_STATUS(complaint_answer_evaluate(answer, given, 1, &options),
		     COMPLAINT_ERR_NOT_FOUND);
	complaint_calendar_free(calendar);
	complaint_answer_free(answer);
	complaint_case_free(given);
	complaint_set_free(set);
}

/* --- threads ---------------------------------------------------------------------- */

enum { THREADS = 8, ROUNDS = 200 };

static void *ask_often(void *shared)
{
	const struct complaint_set *set = shared;
	struct complaint_case *given = NULL;
	struct complaint_answer *answer = NULL;
	intptr_t wrong = 0;

	if (complaint_case_load_memory(set, "case.yaml", case_text, WHOLE, &given, NULL) !=
		    COMPLAINT_OK ||
	    complaint_answer_new(&answer) != COMPLAINT_OK)
		return (void *)(intptr_t)1;
	for (int i = 0; i < ROUNDS; i++) {
		complaint_day day = 0;

		if (complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, NULL) !=
			    COMPLAINT_OK ||
		    complaint_date_get_day(
			    complaint_deadline_get_date(complaint_answer_find_deadline(
								answer, "respond-stage-1", WHOLE),
							COMPLAINT_DEADLINE_DUE),
			    &day) != COMPLAINT_OK ||
		    day != 19264) /* 29 September 2022 */
			wrong++;
	}
	complaint_answer_free(answer);
	complaint_case_free(given);
	return (void *)wrong;
}

static void many_threads(void)
{
	struct complaint_set *set = set_of(policy_path);
	pthread_t threads[THREADS];

	test_case("eight threads ask of one policy at once");
	for (int i = 0; i < THREADS; i++)
		CHECK(pthread_create(&threads[i], NULL, ask_often, set) == 0);
	for (int i = 0; i < THREADS; i++) {
		void *wrong = NULL;

		pthread_join(threads[i], &wrong);
		CHECK_NUMBER((intptr_t)wrong, 0);
	}
	complaint_set_free(set);
}

int main(void)
{
	reuse_allocates_nothing();
	every_allocation_fails();
	freed_in_any_order();
	promises_are_apart();
	bad_arguments();
	many_threads();
	return test_finish();
}
