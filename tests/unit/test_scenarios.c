/* SPDX-License-Identifier: MIT */
#include <complaint/scenarios.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/case.h"

#include "small.h"

static struct complaint_set *set;

#define NUL COMPLAINT_NUL_TERMINATED
#define HEAD "format: 1\nkind: scenarios\npolicy: policy.yaml\nscenarios:\n"
/* Lines begin at 6. */
#define ONE HEAD "  - name: one\n"

static const char two[] =
	HEAD "  - name: the first\n"
	     "    now: 2022-09-20\n"
	     "    facts:\n"
	     "      anonymous: true\n"
	     "    expect:\n"
	     "      eligibility: { outcome: accepted, because: [], questions: [complex, tenure] }\n"
	     "  - name: the second\n"
	     "    expect:\n"
	     "      deadlines:\n"
	     "        respond-stage-1: { state: waiting, projected: true }\n";

/* The entry of a mapping by its key. */
static uint32_t entry(const struct complaint_scenarios *own, uint32_t mapping, const char *key)
{
	uint32_t node = complaint_expectation_get_first(own, mapping);

	while (node != COMPLAINT_NONE && strcmp(complaint_expectation_get_key(own, node), key) != 0)
		node = complaint_expectation_get_next(own, mapping, node);
	return node;
}

static void test_walk(const struct complaint_scenarios *own)
{
	uint32_t expect = complaint_scenarios_get_expectation(own, 0), node, questions, duty;

	test_case("what is expected is a tree");
	CHECK_NUMBER(complaint_expectation_get_kind(own, expect), COMPLAINT_EXPECTATION_MAPPING);
	CHECK_NUMBER(complaint_expectation_count(own, expect), 1);
	CHECK_TEXT(complaint_expectation_get_key(own, expect), "expect");
	CHECK_TEXT(complaint_expectation_get_text(own, expect), NULL);
	node = entry(own, expect, "eligibility");
	CHECK_NUMBER(complaint_expectation_count(own, node), 3);
	CHECK_NUMBER(complaint_expectation_get_line(own, node), 10);
	CHECK_NUMBER(complaint_expectation_get_kind(own, entry(own, node, "outcome")),
		     COMPLAINT_EXPECTATION_TEXT);
	CHECK_TEXT(complaint_expectation_get_text(own, entry(own, node, "outcome")), "accepted");
	CHECK_NUMBER(complaint_expectation_get_kind(own, entry(own, node, "because")),
		     COMPLAINT_EXPECTATION_LIST);
	CHECK_NUMBER(complaint_expectation_count(own, entry(own, node, "because")), 0);
	CHECK_NUMBER(complaint_expectation_get_first(own, entry(own, node, "because")),
		     COMPLAINT_NONE);
	questions = entry(own, node, "questions");
	node = complaint_expectation_get_first(own, questions);
	CHECK_TEXT(complaint_expectation_get_text(own, node), "complex");
	CHECK_TEXT(complaint_expectation_get_key(own, node), NULL);
	node = complaint_expectation_get_next(own, questions, node);
	CHECK_TEXT(complaint_expectation_get_text(own, node), "tenure");
	CHECK_NUMBER(complaint_expectation_get_next(own, questions, node), COMPLAINT_NONE);

	expect = complaint_scenarios_get_expectation(own, 1);
	duty = entry(own, entry(own, expect, "deadlines"), "respond-stage-1");
	node = entry(own, duty, "projected");
	CHECK_NUMBER(complaint_expectation_get_kind(own, node), COMPLAINT_EXPECTATION_TRUTH);
	CHECK_TEXT(complaint_expectation_get_text(own, node), "true");

	test_case("nodes that there are not");
	CHECK_NUMBER(complaint_expectation_get_kind(own, COMPLAINT_NONE), 0);
	CHECK_TEXT(complaint_expectation_get_key(own, COMPLAINT_NONE), NULL);
	CHECK_TEXT(complaint_expectation_get_text(own, COMPLAINT_NONE), NULL);
	CHECK_NUMBER(complaint_expectation_get_line(own, COMPLAINT_NONE), 0);
	CHECK_NUMBER(complaint_expectation_count(own, COMPLAINT_NONE), 0);
	CHECK_NUMBER(complaint_expectation_get_first(own, COMPLAINT_NONE), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_expectation_get_next(own, duty, expect), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_expectation_get_next(own, node, node), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_expectation_get_kind(NULL, 0), 0);
	CHECK_NUMBER(complaint_expectation_get_first(NULL, 0), COMPLAINT_NONE);
}

static void test_scenarios(void)
{
	struct complaint_scenarios *own = NULL;
	const struct complaint_case *given;

	test_case("scenarios have names, lines and cases");
	CHECK_STATUS(complaint_scenarios_load_memory(set, "two.yaml", two, NUL, &own, NULL),
		     COMPLAINT_OK);
	if (!own)
		return;
	CHECK_NUMBER(complaint_scenarios_count(own), 2);
	CHECK_TEXT(complaint_scenarios_get_policy_path(own), "policy.yaml");
	CHECK_TEXT(complaint_scenarios_get_name(own, 0), "the first");
	CHECK_TEXT(complaint_scenarios_get_name(own, 1), "the second");
	CHECK_TEXT(complaint_scenarios_get_name(own, 2), NULL);
	CHECK_NUMBER(complaint_scenarios_get_line(own, 1), 11);
	CHECK_NUMBER(complaint_scenarios_get_line(own, 2), 0);
	given = complaint_scenarios_get_case(own, 0);
	CHECK_NUMBER(cmpl_case_fact(given, COMPLAINT_FACT_ANONYMOUS).given, CMPL_GIVEN);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_DAY);
	given = complaint_scenarios_get_case(own, 1);
	CHECK_NUMBER(cmpl_case_fact(given, COMPLAINT_FACT_ANONYMOUS).given, CMPL_NOT_GIVEN);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_NOT_GIVEN);
	CHECK(!complaint_scenarios_get_case(own, 2));
	CHECK_NUMBER(complaint_scenarios_get_expectation(own, 2), COMPLAINT_NONE);
	test_walk(own);
	complaint_scenarios_free(own);

	test_case("NULL is no scenario");
	CHECK_NUMBER(complaint_scenarios_count(NULL), 0);
	CHECK_TEXT(complaint_scenarios_get_policy_path(NULL), NULL);
	CHECK_TEXT(complaint_scenarios_get_name(NULL, 0), NULL);
	CHECK(!complaint_scenarios_get_case(NULL, 0));
	complaint_scenarios_free(NULL);
}

static void test_find_policy(void)
{
	const char *path = test_write_file("two.yaml", two, sizeof(two) - 1);
	struct complaint_diagnostics *diags = NULL;
	char buffer[512], wanted[512];
	size_t length = 0;

	test_case("which policy: beside the file, or as the text has it");
	CHECK_STATUS(
		complaint_scenarios_find_policy_file(path, buffer, sizeof(buffer), &length, NULL),
		COMPLAINT_OK);
	snprintf(wanted, sizeof(wanted), "%.*spolicy.yaml",
		 (int)(strlen(path) - strlen("two.yaml")), path);
	CHECK_TEXT(buffer, wanted);
	CHECK_NUMBER(length, strlen(wanted));
	CHECK_STATUS(
		complaint_scenarios_find_policy_memory("two", two, NUL, buffer, 12, &length, NULL),
		COMPLAINT_OK);
	CHECK_TEXT(buffer, "policy.yaml");

	test_case("which policy: a buffer that is too small");
	length = 0;
	CHECK_STATUS(
		complaint_scenarios_find_policy_memory("two", two, NUL, buffer, 11, &length, NULL),
		COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_NUMBER(length, 11);
	CHECK_STATUS(complaint_scenarios_find_policy_memory("two", two, NUL, NULL, 0, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("which policy: none");
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(complaint_scenarios_find_policy_memory("s", "format: 1\nkind: scenarios\n",
							    NUL, buffer, sizeof(buffer), NULL,
							    diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), "missing-key");
	CHECK_STATUS(complaint_scenarios_find_policy_memory("s", "policy: p\nkind: scenarios\n",
							    NUL, buffer, sizeof(buffer), NULL,
							    diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_STATUS(complaint_scenarios_find_policy_file("no/such/file", buffer, sizeof(buffer),
							  NULL, diags),
		     COMPLAINT_ERR_IO);
	CHECK_STATUS(complaint_scenarios_find_policy_file(NULL, buffer, 1, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_scenarios_find_policy_memory(NULL, two, NUL, buffer, 1, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	complaint_diagnostics_free(diags);
}

static void test_arguments(void)
{
	struct complaint_scenarios *own = NULL;
	complaint_status bad = COMPLAINT_ERR_BAD_ARGUMENT;

	test_case("what is missing is an error, and sets nothing");
	CHECK_STATUS(complaint_scenarios_load_file(NULL, "x", &own, NULL), bad);
	CHECK_STATUS(complaint_scenarios_load_file(set, NULL, &own, NULL), bad);
	CHECK_STATUS(complaint_scenarios_load_file(set, "x", NULL, NULL), bad);
	CHECK_STATUS(complaint_scenarios_load_file(set, "no/such/file", &own, NULL),
		     COMPLAINT_ERR_IO);
	CHECK_STATUS(complaint_scenarios_load_memory(NULL, "x", two, NUL, &own, NULL), bad);
	CHECK_STATUS(complaint_scenarios_load_memory(set, NULL, two, NUL, &own, NULL), bad);
	CHECK_STATUS(complaint_scenarios_load_memory(set, "x", NULL, NUL, &own, NULL), bad);
	CHECK_STATUS(complaint_scenarios_load_memory(set, "x", two, NUL, NULL, NULL), bad);
	CHECK(!own);
}

static complaint_status try_load(void *context)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_scenarios *own = NULL;
	complaint_status status = complaint_diagnostics_new(&diags);

	if (status == COMPLAINT_OK)
		status = complaint_scenarios_load_memory(set, "s", context, NUL, &own, diags);
	CHECK((status == COMPLAINT_OK) == (own != NULL));
	complaint_scenarios_free(own);
	complaint_diagnostics_free(diags);
	return status;
}

static complaint_status try_find(void *context)
{
	char buffer[100];

	return complaint_scenarios_find_policy_file(context, buffer, sizeof(buffer), NULL, NULL);
}

static void test_memory(void)
{
	char faulty[] = ONE "    facts: { anonimous: true }\n"
			    "    expect: { eligibility: { because: [to-old], readings: { too-old: "
			    "{ a-yer: { } } } } }\n";
	char whole[sizeof(two)];
	char path[200];

	memcpy(whole, two, sizeof(whole));
	snprintf(path, sizeof(path), "%s", test_write_file("memory.yaml", two, sizeof(two) - 1));
	test_case("scenarios are loaded whole or not, whichever allocation fails");
	CHECK(test_each_allocation(try_load, whole, COMPLAINT_OK) > 10);
	CHECK(test_each_allocation(try_load, faulty, COMPLAINT_ERR_INVALID_FILE) > 20);
	CHECK(test_each_allocation(try_find, path, COMPLAINT_OK) > 5);
}

/* The scenarios beside a policy: all that they name is there. */
static void test_shipped(void)
{
	static const char *const folders[] = {
		"brighter-places/2022-08",
		"livewest/2018-10",
		"livewest/2020-06",
		"settle/2020-10",
		"trafford-housing-trust/2020-10",
		"housing-ombudsman/2024-04",
	};

	for (size_t i = 0; i < COUNT_OF(folders); i++) {
		struct complaint_diagnostics *diags = NULL;
		struct complaint_scenarios *own = NULL;
		struct complaint_policy *policy = NULL;
		struct complaint_set *alone = NULL;
		char path[256], beside[512];
		char *text;

		test_case("the scenarios of %s", folders[i]);
		complaint_diagnostics_new(&diags);
		snprintf(path, sizeof(path), "rules/%s/scenarios.yaml", folders[i]);
		CHECK_STATUS(complaint_scenarios_find_policy_file(test_source(path), beside,
								  sizeof(beside), NULL, diags),
			     COMPLAINT_OK);
		CHECK_STATUS(complaint_policy_load_file(beside, &policy, diags), COMPLAINT_OK);
		CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)&policy, 1,
					       &alone, diags),
			     COMPLAINT_OK);
		CHECK_STATUS(complaint_scenarios_load_file(alone, test_source(path), &own, diags),
			     COMPLAINT_OK);
		CHECK(complaint_scenarios_count(own) > 50);
		text = test_diagnostics_text(diags);
		CHECK(!strstr(text, "error"), "%s", text);
		free(text);
		complaint_scenarios_free(own);
		complaint_set_free(alone);
		complaint_policy_free(policy);
		complaint_diagnostics_free(diags);
	}
}

int main(void)
{
	set = small_set();
	if (set) {
		test_scenarios();
		test_find_policy();
		test_arguments();
		test_memory();
	}
	test_shipped();
	complaint_set_free(set);
	return test_finish();
}
