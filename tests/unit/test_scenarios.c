/* SPDX-License-Identifier: MIT */
#include <complaint/scenarios.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/case.h"

#include "support/test.h"

static struct complaint_set *set;

#define NUL COMPLAINT_NUL_TERMINATED
#define HEAD "format: 1\nkind: scenarios\npolicy: policy.yaml\nscenarios:\n"
/* Lines begin at 6. */
#define ONE HEAD "  - name: one\n"

static const struct {
	const char *name;
	const char *text;
	const char *want;
} faults[] = {
	{ "everything that can be expected",
	  ONE "    request: { extend: respond-stage-1, adds: 1 week }\n"
	      "    expect:\n"
	      "      eligibility:\n"
	      "        outcome: discretion\n"
	      "        because: [too-old]\n"
	      "        undecided: []\n"
	      "        questions: [issue-arose, pet-involved]\n"
	      "        factors: [further-evidence]\n"
	      "        route: none\n"
	      "        treat-as: feedback\n"
	      "        starts-at: stage-1\n"
	      "        part: the old part\n"
	      "        refer-to: the council\n"
	      "        decided-by: the board\n"
	      "        rest: accepted\n"
	      "        notices: [reasons, visit-times]\n"
	      "        readings:\n"
	      "          too-old:\n"
	      "            a-year: { outcome: accepted, because: [] }\n"
	      "            as-filed: { outcome: discretion }\n"
	      "      deadlines:\n"
	      "        respond-stage-1:\n"
	      "          state: waiting\n"
	      "          due: 2022-09-01\n"
	      "          projected: true\n"
	      "          readings:\n"
	      "            calendar-days: { state: overdue, due: 2022-09-01T10:00+01:00 }\n"
	      "      extension:\n"
	      "        outcome: needs\n"
	      "        tier: usual-stage-1\n"
	      "        due: 2022-09-01\n"
	      "        missing: [good-reason]\n"
	      "        unknown: [extension-agreed]\n"
	      "        notices: []\n"
	      "        duties: [explain-refusal]\n"
	      "        readings:\n"
	      "          stage-1:\n"
	      "            they-count: { outcome: refused }\n"
	      "      windows:\n"
	      "        escalate: { state: closed, opens: not-yet, closes: 2022-09-01, if-late: new-complaint }\n",
	  "" },
	{ "a name, and something expected",
	  HEAD "  - facts: { anonymous: true }\n",
	  "s.yaml:5:5: error: a scenario lacks \"name\" [missing-key]\n"
	  "  hint: add \"name:\", a sentence that one could dispute\n"
	  "s.yaml:5:5: error: a scenario lacks \"expect\" [missing-key]\n"
	  "  hint: add \"expect:\", the answer that is expected\n" },
	{ "the keys of a case, and no others", ONE "    evnts: { issue-arose: 2022 }\n    expect: { windows: { escalate: { state: open } } }\n",
	  "s.yaml:6:5: error: unknown key \"evnts\" in a scenario [unknown-key]\n"
	  "  hint: did you mean \"events\"?\n" },
	{ "the faults of its case", ONE "    facts: { anonimous: true }\n    expect: { windows: { escalate: { state: open } } }\n",
	  "s.yaml:6:14: error: \"anonimous\" is not a fact that is known [unknown-name]\n"
	  "  hint: did you mean \"anonymous\"?\n" },
	{ "nothing is expected", ONE "    expect: {}\n",
	  "s.yaml:6:13: error: \"expect\" has no key in it [empty-mapping]\n"
	  "  hint: leave \"expect\" out, or write what it holds\n" },
	{ "nothing of an answer is expected",
	  ONE "    expect: { eligibility: {}, deadlines: { respond-stage-1: {} } }\n",
	  "s.yaml:6:28: error: an expected eligibility has no key in it [empty-mapping]\n"
	  "  hint: leave it out, or write what is expected\n"
	  "s.yaml:6:62: error: an expected deadline has no key in it [empty-mapping]\n"
	  "  hint: leave it out, or write what is expected\n" },
	{ "a misspelt answer", ONE "    expect: { eligibilty: { outcome: accepted } }\n",
	  "s.yaml:6:15: error: unknown key \"eligibilty\" in \"expect\" [unknown-key]\n"
	  "  hint: did you mean \"eligibility\"?\n" },
	{ "a misspelt outcome", ONE "    expect: { eligibility: { outcome: acepted } }\n",
	  "s.yaml:6:39: error: \"outcome\" cannot be \"acepted\" [unknown-value]\n"
	  "  hint: did you mean \"accepted\"?\n" },
	{ "a misspelt exclusion", ONE "    expect: { eligibility: { because: [to-old] } }\n",
	  "s.yaml:6:40: error: the policy has no rule \"to-old\" [unknown-rule]\n"
	  "  hint: did you mean \"too-old\"?\n" },
	{ "an exclusion twice", ONE "    expect: { eligibility: { because: [too-old, too-old] } }\n",
	  "s.yaml:6:49: error: \"too-old\" stands twice in \"because\" [duplicate-entry]\n"
	  "  hint: remove one of the two\n" },
	{ "a route is none of the exclusions",
	  ONE "    expect: { eligibility: { because: [straight-to-two] } }\n",
	  "s.yaml:6:40: error: \"straight-to-two\" is a route, and an exclusion is wanted here "
	  "[rule-of-another-kind]\n"
	  "  hint: write the id of an exclusion\n" },
	{ "one route, not a list", ONE "    expect: { eligibility: { route: [none] } }\n",
	  "s.yaml:6:37: error: \"route\" must be a name, not a list [wrong-type]\n"
	  "  hint: give a route, none or undetermined\n" },
	{ "a list, not one exclusion", ONE "    expect: { eligibility: { because: too-old } }\n",
	  "s.yaml:6:39: error: \"because\" must be a list, not a text [wrong-type]\n"
	  "  hint: give a list of the exclusions that apply\n" },
	{ "a misspelt question", ONE "    expect: { eligibility: { questions: [isue-arose] } }\n",
	  "s.yaml:6:42: error: \"isue-arose\" is not a fact or an event that is known "
	  "[unknown-name]\n"
	  "  hint: did you mean \"issue-arose\"?\n" },
	{ "a misspelt notice", ONE "    expect: { eligibility: { notices: [reason] } }\n",
	  "s.yaml:6:40: error: \"reason\" is not a notice that is known [unknown-name]\n"
	  "  hint: did you mean \"reasons\"?\n" },
	{ "a misspelt record", ONE "    expect: { eligibility: { treat-as: fedback } }\n",
	  "s.yaml:6:40: error: \"fedback\" is not a record that is known [unknown-name]\n"
	  "  hint: did you mean \"feedback\"?\n" },
	{ "a misspelt duty", ONE "    expect: { deadlines: { respond-stage1: { state: overdue } } }\n",
	  "s.yaml:6:28: error: the policy has no rule \"respond-stage1\" [unknown-rule]\n"
	  "  hint: did you mean \"respond-stage-1\"?\n" },
	{ "a misspelt state", ONE "    expect: { deadlines: { respond-stage-1: { state: over-due } } }\n",
	  "s.yaml:6:54: error: \"state\" cannot be \"over-due\" [unknown-value]\n"
	  "  hint: did you mean \"overdue\"?\n" },
	{ "a due date is no month", ONE "    expect: { deadlines: { respond-stage-1: { due: 2022-09 } } }\n",
	  "s.yaml:6:52: error: \"due\" must be a day, or a day with a time, not \"2022-09\" "
	  "[date-malformed]\n"
	  "  hint: write it as 2022-09-19, or as 2022-09-19T09:30+01:00\n" },
	{ "projected is true or false",
	  ONE "    expect: { deadlines: { respond-stage-1: { projected: yes } } }\n",
	  "s.yaml:6:58: error: \"yes\" is not a boolean here [boolean-look-alike]\n"
	  "  hint: write true\n" },
	{ "a misspelt label",
	  ONE "    expect: { deadlines: { respond-stage-1: { readings: { calender-days: { state: overdue } } } } }\n",
	  "s.yaml:6:59: error: \"respond-stage-1\" has no reading \"calender-days\" "
	  "[unknown-reading]\n"
	  "  hint: did you mean \"calendar-days\"?\n" },
	{ "a reading has no readings",
	  ONE "    expect: { deadlines: { respond-stage-1: { readings: { calendar-days: { readings: { a: { state: overdue } } } } } } }\n",
	  "s.yaml:6:76: error: unknown key \"readings\" in a reading of a deadline [unknown-key]\n"
	  "  hint: the keys of a reading of a deadline are state, due, projected\n" },
	{ "a label of another rule",
	  ONE "    expect: { eligibility: { readings: { many-things: { a-year: { outcome: accepted } } } } }\n",
	  "s.yaml:6:57: error: \"many-things\" has no reading \"a-year\" [unknown-reading]\n"
	  "  hint: write a label that the rule has under \"or-read-as\"\n" },
	{ "an extension that nobody asked for", ONE "    expect: { extension: { outcome: no-rule } }\n",
	  "s.yaml:6:15: error: an extension is expected, and none is asked for "
	  "[nothing-expected]\n"
	  "  hint: add \"request: { extend: ..., adds: ... }\" to the scenario\n" },
	{ "two scenarios of one name",
	  ONE "    expect: { windows: { escalate: { state: open } } }\n"
	      "  - name: one\n    expect: { windows: { escalate: { state: opened } } }\n",
	  "s.yaml:7:11: error: the scenario of line 5 has the same name [duplicate-scenario]\n"
	  "  hint: say in the name what is different here\n"
	  "s.yaml:8:45: error: \"state\" cannot be \"opened\" [unknown-value]\n"
	  "  hint: did you mean \"open\"?\n" },
	{ "a policy that lies elsewhere",
	  "format: 1\nkind: scenarios\npolicy: ../policy.yaml\nscenarios:\n  - name: one\n"
	  "    expect: { windows: { escalate: { state: open } } }\n",
	  "s.yaml:3:9: error: the policy \"../policy.yaml\" does not lie beside the scenarios "
	  "[policy-outside-folder]\n"
	  "  hint: write the name of a file of the same folder, as policy.yaml\n" },
	{ "no policy and no scenarios", "format: 1\nkind: scenarios\n",
	  "s.yaml:1:1: error: a scenarios file lacks \"policy\" [missing-key]\n"
	  "  hint: add \"policy:\", the policy file they belong to, as policy.yaml\n"
	  "s.yaml:1:1: error: a scenarios file lacks \"scenarios\" [missing-key]\n"
	  "  hint: add \"scenarios:\", the list of scenarios\n" },
	{ "scenarios that are no mappings", HEAD "  - one\n",
	  "s.yaml:5:5: error: a scenario must be a mapping, not a text [wrong-type]\n"
	  "  hint: write its keys below one another, as \"name: ...\"\n" },
};

static void test_faults(void)
{
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct complaint_diagnostics *diags = NULL;
		struct complaint_scenarios *own = NULL, *unheard = NULL;
		complaint_status wanted = faults[i].want[0] ? COMPLAINT_ERR_INVALID_FILE
							     : COMPLAINT_OK;
		char *text;

		test_case("%s", faults[i].name);
		complaint_diagnostics_new(&diags);
		CHECK_STATUS(complaint_scenarios_load_memory(set, "s.yaml", faults[i].text, NUL,
							     &own, diags),
			     wanted);
		CHECK_STATUS(complaint_scenarios_load_memory(set, "s.yaml", faults[i].text, NUL,
							     &unheard, NULL),
			     wanted);
		CHECK(!own == (wanted != COMPLAINT_OK));
		text = test_diagnostics_text(diags);
		CHECK_TEXT(text, faults[i].want);
		free(text);
		complaint_scenarios_free(own);
		complaint_scenarios_free(unheard);
		complaint_diagnostics_free(diags);
	}
}

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
	CHECK_NUMBER(given->facts[COMPLAINT_FACT_ANONYMOUS].given, CMPL_GIVEN);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_DAY);
	given = complaint_scenarios_get_case(own, 1);
	CHECK_NUMBER(given->facts[COMPLAINT_FACT_ANONYMOUS].given, CMPL_NOT_GIVEN);
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
	CHECK_STATUS(complaint_scenarios_find_policy_file(path, buffer, sizeof(buffer), &length,
							  NULL),
		     COMPLAINT_OK);
	snprintf(wanted, sizeof(wanted), "%.*spolicy.yaml", (int)(strlen(path) - strlen("two.yaml")),
		 path);
	CHECK_TEXT(buffer, wanted);
	CHECK_NUMBER(length, strlen(wanted));
	CHECK_STATUS(complaint_scenarios_find_policy_memory("two", two, NUL, buffer, 12, &length,
							    NULL),
		     COMPLAINT_OK);
	CHECK_TEXT(buffer, "policy.yaml");

	test_case("which policy: a buffer that is too small");
	length = 0;
	CHECK_STATUS(complaint_scenarios_find_policy_memory("two", two, NUL, buffer, 11, &length,
							    NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_NUMBER(length, 11);
	CHECK_STATUS(complaint_scenarios_find_policy_memory("two", two, NUL, NULL, 0, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("which policy: none");
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(complaint_scenarios_find_policy_memory("s", "format: 1\nkind: scenarios\n", NUL,
							    buffer, sizeof(buffer), NULL, diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), "missing-key");
	CHECK_STATUS(complaint_scenarios_find_policy_memory("s", "policy: p\nkind: scenarios\n", NUL,
							    buffer, sizeof(buffer), NULL, diags),
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
			    "    expect: { eligibility: { because: [to-old], readings: { too-old: { a-yer: { } } } } }\n";
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
		"brighter-places/2022-08", "livewest/2018-10", "livewest/2020-06", "settle/2020-10",
		"trafford-housing-trust/2020-10", "housing-ombudsman/2024-04",
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
	struct complaint_policy *policies[2] = { NULL, NULL };

	test_case("there is a set");
	CHECK_STATUS(complaint_policy_load_file(test_source("tests/unit/small_policy.yaml"),
						&policies[0], NULL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_policy_load_file(test_source("tests/unit/second_policy.yaml"),
						&policies[1], NULL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)policies, 2, &set,
				       NULL),
		     COMPLAINT_OK);
	complaint_policy_free(policies[0]);
	complaint_policy_free(policies[1]);
	if (set) {
		test_faults();
		test_scenarios();
		test_find_policy();
		test_arguments();
		test_memory();
	}
	complaint_set_free(set);
	test_shipped();
	return test_finish();
}
