/* SPDX-License-Identifier: MIT */
/*
 * Answers and policies as text: arguments, lifetime, memory. What stands in them is in
 * tests/reports.
 */
#include <stdlib.h>
#include <string.h>

#include <complaint/complaint.h>

#include "support/test.h"

#define WHOLE COMPLAINT_NUL_TERMINATED

static const char policy_path[] = "rules/brighter-places/2022-08/policy.yaml";

static const char case_text[] =
	"{ \"now\": \"2022-10-12\", \"request\": { \"extend\": \"respond-stage-1\","
	" \"adds\": \"12 working days\" }, \"facts\": { \"good-reason\": true,"
	" \"personal-injury-claim\": true, \"continuing-problem\": true }, \"events\": {"
	" \"issue-arose\": \"2022-01\", \"complaint-made\": \"2022-09-01\","
	" \"complaint-received\": \"2022-09-01\", \"complaint-logged\": \"2022-09-09\","
	" \"stage-1-response-sent\": \"2022-09-26\", \"complaint-refused\": \"2022-10-01\" },"
	" \"promises\": { \"respond-stage-1\": \"2022-09-20\" },"
	" \"readings\": { \"escalate\": \"working-days\" } }";

static struct complaint_policy *policy_of(const char *path)
{
	struct complaint_policy *policy = NULL;

	CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, NULL), COMPLAINT_OK);
	return policy;
}

static struct complaint_set *set_of(const char *path)
{
	struct complaint_policy *policy = policy_of(path);
	const struct complaint_policy *policies[1] = { policy };
	struct complaint_set *set = NULL;

	CHECK_STATUS(complaint_set_new(policies, 1, &set, NULL), COMPLAINT_OK);
	complaint_policy_free(policy);
	return set;
}

static void arguments(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_policy *policy = policy_of(policy_path);
	struct complaint_answer *answer = NULL;
	const char untouched[] = "untouched", *text = untouched;
	size_t length = 7;
	char *made = NULL;

	test_case("what is missing is a bad argument, and nothing is set");
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_get_json(NULL, &text, &length), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_get_json(answer, NULL, &length), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_get_text(NULL, &text, &length), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_to_json(NULL, &made, &length), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_to_json(policy, NULL, &length), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_evaluate_json(answer, NULL, COMPLAINT_ASK_WINDOWS, case_text,
						    WHOLE, NULL, &text, &length, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	complaint_string_free(NULL);

	test_case("an answer that was never asked has no text");
	CHECK_STATUS(complaint_answer_get_json(answer, &text, &length), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_get_text(answer, &text, &length), COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("a faulty case leaves no text behind");
	CHECK_STATUS(complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_WINDOWS,
						    "{ \"facts\": { \"x\": true } }", WHOLE, NULL,
						    &text, &length, NULL),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_STATUS(complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_WINDOWS,
						    "{ \"now\": ", WHOLE, NULL, &text, &length,
						    NULL),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK(text == untouched && length == 7 && made == NULL);
	complaint_answer_free(answer);
	complaint_policy_free(policy);
	complaint_set_free(set);
}

static void texts_live_as_the_answer_does(void)
{
	struct complaint_set *set = set_of(policy_path);
	struct complaint_answer *answer = NULL;
	const char *json = NULL, *text = NULL, *again = NULL;
	size_t json_length = 0, text_length = 0;
	char *copy;

	test_case("case in, answer out, and the set may go before it");
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_STANDING, case_text,
						    WHOLE, NULL, &json, &json_length, NULL),
		     COMPLAINT_OK);
	complaint_set_free(set);
	CHECK_STATUS(complaint_answer_get_text(answer, &text, &text_length), COMPLAINT_OK);
	CHECK(json && json[0] == '{' && strlen(json) == json_length);
	CHECK(text && strlen(text) == text_length && text[text_length - 1] == '\n');
	CHECK(json && strstr(json, "\"host-reading\":true"));

	test_case("asking for a text again gives the same");
	copy = malloc(json_length + 1);
	if (copy)
		memcpy(copy, json, json_length + 1);
	CHECK_STATUS(complaint_answer_get_json(answer, &again, NULL), COMPLAINT_OK);
	CHECK_TEXT(again, copy ? copy : "");
	free(copy);
	complaint_answer_free(answer);
}

/* --- memory ------------------------------------------------------------------- */

struct attempt {
	struct complaint_set *set;
	struct complaint_policy *policy;
	int32_t detail;
};

static complaint_status write_answer(void *context)
{
	const struct attempt *attempt = context;
	struct complaint_options options = { .size = sizeof(options), .detail = attempt->detail };
	struct complaint_answer *answer = NULL;
	const char *text = NULL;
	complaint_status status = complaint_answer_new(&answer);

	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate_json(answer, attempt->set,
							COMPLAINT_ASK_STANDING, case_text, WHOLE,
							&options, &text, NULL, NULL);
	if (status == COMPLAINT_OK)
		status = complaint_answer_get_text(answer, &text, NULL);
	complaint_answer_free(answer);
	return status;
}

static complaint_status write_policy(void *context)
{
	const struct attempt *attempt = context;
	char *text = NULL;
	complaint_status status = complaint_policy_to_json(attempt->policy, &text, NULL);

	complaint_string_free(text);
	return status;
}

static void each_allocation_can_fail(void)
{
	struct attempt attempt = { .set = set_of(policy_path), .policy = policy_of(policy_path) };

	for (attempt.detail = COMPLAINT_DETAIL_VERDICT; attempt.detail <= COMPLAINT_DETAIL_WORKING;
	     attempt.detail++) {
		test_case("each allocation of an answer's texts can fail, detail %d",
			  (int)attempt.detail);
		CHECK(test_each_allocation(write_answer, &attempt, COMPLAINT_OK) > 20);
	}
	test_case("each allocation of a policy's text can fail");
	CHECK(test_each_allocation(write_policy, &attempt, COMPLAINT_OK) > 5);
	complaint_policy_free(attempt.policy);
	complaint_set_free(attempt.set);
}

int main(void)
{
	arguments();
	texts_live_as_the_answer_does();
	each_allocation_can_fail();
	return test_finish();
}
