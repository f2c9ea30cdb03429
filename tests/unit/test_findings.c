/* SPDX-License-Identifier: MIT */
/*
 * The list of findings: what a host gets, what the file accepts, and how it ends when there is no
 * memory.
 */
#include "findings.h"

#define OLD EXCLUSION("old", AGE("more-than", "6 months"))
#define OLDER EXCLUSION("older", AGE("more-than", "12 months"))
#define ACCEPTED(finding, rule)                                                                    \
	"accepted: [{ finding: " finding ", rule: " rule ", because: It was published so. }]\n"

static const struct findings_row accepted[] = {
	{ "an accepted finding is told apart", REFUSAL "exclusions:\n" OLD OLDER,
	  ACCEPTED("swallowed", "older"), "accepted swallowed older\n" },
	{ "another rule's is not", REFUSAL "exclusions:\n" OLD OLDER, ACCEPTED("swallowed", "old"),
	  "swallowed older\naccepted-unused old\n" },
	{ "another finding is not", REFUSAL "exclusions:\n" OLD OLDER,
	  ACCEPTED("never-applies", "older"), "swallowed older\naccepted-unused older\n" },
	{ "one entry answers all of a kind for its rule",
	  REFUSAL "exclusions:\n" OLD OLDER EXCLUSION("oldest", AGE("more-than", "2 years")),
	  ACCEPTED("swallowed", "oldest"),
	  "swallowed older\naccepted swallowed oldest\naccepted swallowed oldest\n" },
	{ "where nothing is found nothing is accepted", REFUSAL "exclusions:\n" OLD,
	  ACCEPTED("swallowed", "old"), "accepted-unused old\n" },
};

static void test_getters(void)
{
	struct complaint_policy *policy = policy_of(REFUSAL "exclusions:\n" OLD OLDER, "");
	struct complaint_findings *findings = NULL;

	test_case("what is found has a place, a message, a hint and a case");
	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	CHECK_NUMBER(complaint_findings_count(findings), 1);
	CHECK_TEXT(complaint_findings_get_slug(findings, 0), "swallowed");
	CHECK_NUMBER(complaint_findings_get_severity(findings, 0), COMPLAINT_SEVERITY_WARNING);
	CHECK_TEXT(complaint_policy_get_rule_id(policy, complaint_findings_get_rule(findings, 0)),
		   "older");
	CHECK_TEXT(complaint_findings_get_file(findings, 0), "small.yaml");
	CHECK_NUMBER(complaint_findings_get_line(findings, 0), 12);
	CHECK_NUMBER(complaint_findings_get_column(findings, 0), 5);
	CHECK_TEXT(complaint_findings_get_message(findings, 0),
		   "\"older\" is swallowed by \"old\": whenever it applies the other does, and the "
		   "outcome is "
		   "the same without it");
	CHECK_TEXT(complaint_findings_get_hint(findings, 0), "remove it, or narrow the other one");
	CHECK_NUMBER(complaint_findings_is_accepted(findings, 0), 0);
	CHECK(!complaint_findings_get_because(findings, 0));
	CHECK_TEXT(complaint_findings_get_scenario(findings, 0),
		   "  - name: old and older apply together, and the second decides nothing more\n"
		   "    now: 2023-02-15\n"
		   "    request: { at: acceptance }\n"
		   "    events:\n"
		   "      issue-arose: 2022-02-14\n"
		   "      complaint-made: 2023-02-15\n"
		   "      complaint-received: 2023-02-15\n"
		   "    expect:\n"
		   "      eligibility:\n"
		   "        outcome: excluded\n"
		   "        because: [old, older]\n"
		   "        undecided: []\n");

	test_case("it outlives the host's handle of the policy");
	complaint_policy_free(policy);
	CHECK_TEXT(complaint_findings_get_file(findings, 0), "small.yaml");
	complaint_findings_free(findings);
}

static void test_because(void)
{
	struct complaint_policy *policy =
		policy_of(REFUSAL "exclusions:\n" OLD OLDER, ACCEPTED("swallowed", "older"));
	struct complaint_findings *findings = NULL;

	test_case("an accepted finding says why");
	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	CHECK_NUMBER(complaint_findings_is_accepted(findings, 0), 1);
	CHECK_TEXT(complaint_findings_get_because(findings, 0), "It was published so.");
	complaint_findings_free(findings);
	complaint_policy_free(policy);
}

static void test_first_entry(void)
{
	struct complaint_policy *policy =
		policy_of(REFUSAL "exclusions:\n" OLD OLDER,
			  "accepted:\n"
			  "  - { finding: swallowed, rule: older, because: First. }\n"
			  "  - { finding: swallowed, rule: older, because: Second. }\n");
	struct complaint_findings *findings = NULL;

	test_case("of two entries for one finding the first is its reason");
	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	CHECK_NUMBER(complaint_findings_count(findings), 1);
	CHECK_TEXT(complaint_findings_get_because(findings, 0), "First.");
	complaint_findings_free(findings);
	complaint_policy_free(policy);
}

static void test_quiet(void)
{
	struct complaint_policy *policy = policy_of(
		REFUSAL "exclusions:\n" OLD OLDER "  - { " RULE(
			"other") "tested-at: [acceptance], effect: exclude, when: { all: "
				 "[landlord-responsible, with-ombudsman] }, "
				 "unless: [{ says: s, when: previously-considered }] }\n"
				 "  - { " RULE(
					 "ongoing") "tested-at: [acceptance], effect: exclude, "
						    "when: " AGE("at-least",
								 "1 month") ", "
									    "unless: [{ says: s, "
									    "when: issue-ongoing "
									    "}] }\n"
									    "  - { " RULE("elsewher"
											  "e") "tes"
											       "ted"
											       "-at"
											       ": "
											       "[es"
											       "cal"
											       "ati"
											       "on]"
											       ", "
											       "eff"
											       "ect"
											       ": "
											       "exc"
											       "lud"
											       "e, "
											       "whe"
											       "n: "
											       "pro"
											       "cee"
											       "din"
											       "gs-"
											       "iss"
											       "ued"
											       " }"
											       "\n",
		"");
	struct complaint_findings *findings = NULL;

	test_case("other grounds are kept out of the case with as little as can be");
	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	CHECK(strstr(complaint_findings_get_scenario(findings, 0),
		     "    facts:\n"
		     "      issue-ongoing: true\n"
		     "      landlord-responsible: false\n"
		     "    events:\n"),
	      "%s", complaint_findings_get_scenario(findings, 0));
	complaint_findings_free(findings);
	complaint_policy_free(policy);
}

static void test_own_names(void)
{
	struct complaint_policy *policy = policy_of(
		"facts:\n"
		"  - { id: pets, type: number, question: q }\n"
		"  - { id: colour, type: choice, question: q, values: [red, green] }\n"
		"events:\n"
		"  - { id: pet-bought, question: q }\n" REFUSAL "exclusions:\n" EXCLUSION(
			"a", "{ all: [{ pets: { at-least: 2 } }, { colour: { is: green } }, "
			     "{ pet-bought: { more-than: 1 year, before: complaint-made } }] }")
			EXCLUSION("b", "{ pets: { at-least: 2 } }"),
		"");
	struct complaint_findings *findings = NULL;

	test_case("names of the policy's own stand in the case by their names");
	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	CHECK_NUMBER(complaint_findings_count(findings), 1);
	CHECK(strstr(complaint_findings_get_scenario(findings, 0),
		     "    facts:\n"
		     "      pets: 2\n"
		     "      colour: green\n"
		     "    events:\n"
		     "      complaint-made: 2023-02-15\n"
		     "      complaint-received: 2023-02-15\n"
		     "      pet-bought: 2022-02-14\n"),
	      "%s", complaint_findings_get_scenario(findings, 0));
	complaint_findings_free(findings);
	complaint_policy_free(policy);
}

static void test_nothing(void)
{
	struct complaint_policy *policy = policy_of("", "");
	struct complaint_findings *findings = NULL;

	test_case("nothing in a list of nothing");
	complaint_findings_free(NULL);
	CHECK_NUMBER(complaint_findings_count(NULL), 0);
	CHECK_STATUS(complaint_policy_examine(NULL, &findings), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_examine(policy, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK(!findings);
	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	CHECK_NUMBER(complaint_findings_count(findings), 0);
	for (int i = 0; i < 2; i++) {
		const struct complaint_findings *list = i ? findings : NULL;

		CHECK(!complaint_findings_get_slug(list, 0));
		CHECK(!complaint_findings_get_message(list, 0));
		CHECK(!complaint_findings_get_hint(list, 0));
		CHECK(!complaint_findings_get_scenario(list, 0));
		CHECK(!complaint_findings_get_because(list, 0));
		CHECK(!complaint_findings_get_file(list, 0));
		CHECK_NUMBER(complaint_findings_get_severity(list, 0), 0);
		CHECK_NUMBER(complaint_findings_get_line(list, 0), 0);
		CHECK_NUMBER(complaint_findings_get_column(list, 0), 0);
		CHECK_NUMBER(complaint_findings_is_accepted(list, 0), 0);
		CHECK(complaint_findings_get_rule(list, 0) == COMPLAINT_NONE);
	}
	complaint_findings_free(findings);
	complaint_policy_free(policy);
}

static const char *const bundled[] = {
	"rules/brighter-places/2022-08/policy.yaml",
	"rules/livewest/2018-10/policy.yaml",
	"rules/livewest/2020-06/policy.yaml",
	"rules/settle/2020-10/policy.yaml",
	"rules/trafford-housing-trust/2020-10/policy.yaml",
};

/* All that a list says, to be freed. */
static char *whole(const struct complaint_policy *policy)
{
	struct complaint_findings *findings = NULL;
	char *text = calloc(1, 100000);

	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	for (size_t i = 0; i < complaint_findings_count(findings); i++) {
		const char *scenario = complaint_findings_get_scenario(findings, i);

		sprintf(text + strlen(text), "%s: %s\n%s", complaint_findings_get_slug(findings, i),
			complaint_findings_get_message(findings, i), scenario ? scenario : "");
	}
	complaint_findings_free(findings);
	return text;
}

static void test_bundled(void)
{
	for (size_t i = 0; i < COUNT_OF(bundled); i++) {
		struct complaint_policy *policy = NULL;
		char *first, *second;

		test_case("%s is examined alike each time", bundled[i]);
		CHECK_STATUS(complaint_policy_load_file(test_source(bundled[i]), &policy, NULL),
			     COMPLAINT_OK);
		first = whole(policy);
		second = whole(policy);
		CHECK_TEXT(first, second);
		free(first);
		free(second);
		complaint_policy_free(policy);
	}
}

static complaint_status examine(void *policy)
{
	struct complaint_findings *findings = NULL;
	complaint_status status = complaint_policy_examine(policy, &findings);

	complaint_findings_free(findings);
	return status;
}

static void test_memory(void)
{
	struct complaint_policy *policy = NULL;
	struct complaint_policy *small = policy_of(
		REFUSAL "exclusions:\n" OLD OLDER,
		"windows:\n" WINDOW("a", "reply", "when: { signatures: { less-than: 5 } }")
			WINDOW("b", "reply", "when: { signatures: { more-than: 5 } }"));

	test_case("every allocation can fail");
	CHECK(test_each_allocation(examine, small, COMPLAINT_OK) > 30);
	test_case("also among those of a published policy");
	CHECK_STATUS(complaint_policy_load_file(test_source(bundled[2]), &policy, NULL),
		     COMPLAINT_OK);
	CHECK(test_each_allocation(examine, policy, COMPLAINT_OK) > 30);
	complaint_policy_free(policy);
	complaint_policy_free(small);
}

int main(void)
{
	check_rows(accepted, COUNT_OF(accepted));
	test_getters();
	test_because();
	test_first_entry();
	test_quiet();
	test_own_names();
	test_nothing();
	test_bundled();
	test_memory();
	return test_finish();
}
