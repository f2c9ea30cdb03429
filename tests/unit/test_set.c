/* SPDX-License-Identifier: MIT */
#include <complaint/set.h>
#include <complaint/vocabulary.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "policy/set.h"

#include "support/test.h"

/* A policy in few words: who issued it, its span, and what it declares itself. */
static struct complaint_policy *make(const char *issuer, const char *span, const char *names)
{
	struct complaint_policy *policy = NULL;
	char text[2048];

	snprintf(text, sizeof(text),
		 "format: 1\n"
		 "kind: policy\n"
		 "document:\n"
		 "  issued-by: %s\n"
		 "  title: Complaints\n"
		 "  in-force: { %s }\n"
		 "  chosen-by: complaint-received\n"
		 "counting: { calendar: england-and-wales }\n"
		 "%s"
		 "stages:\n"
		 "  - id: stage-1\n"
		 "    clause: \"1\"\n"
		 "    says: We look into it.\n"
		 "    starts: complaint-received\n"
		 "    ends: stage-1-response-sent\n"
		 "    duties:\n"
		 "      - id: respond\n"
		 "        clause: \"1\"\n"
		 "        says: We answer.\n"
		 "        within: 10 working days\n"
		 "        after: complaint-received\n"
		 "        done-by: stage-1-response-sent\n",
		 issuer, span, names ? names : "");
	CHECK_STATUS(complaint_policy_load_memory("policy.yaml", text, COMPLAINT_NUL_TERMINATED,
						  NULL, 0, &policy, NULL),
		     COMPLAINT_OK);
	return policy;
}

struct member {
	const char *issuer, *span, *names;
};

struct row {
	const char *name;
	struct member members[4]; /* ended by one without an issuer */
	complaint_status status;
	const char *slug;  /* of the first diagnostic, NULL: there is none */
	const char *words; /* that must stand in its text */
};

#define PET "facts:\n  - { id: pet, type: true-false, question: Is it a pet? }\n"
#define PET_SILENT PET_WITH("silence: false")
#define PET_WITH(key) "facts:\n  - { id: pet, type: true-false, question: Is it a pet?, " key " }\n"
#define PET_NUMBER "facts:\n  - { id: pet, type: number, question: How many? }\n"
#define BLOCK(values)                                                                              \
	"facts:\n  - { id: block, type: choice, question: Which?, values: [" values "] }\n"
#define PET_EVENT "events:\n  - { id: pet, question: When? }\n"

static const struct row rows[] = {
	{ "one version alone", { { "Ash", "from: 2020-06", NULL } }, COMPLAINT_OK, NULL, NULL },
	{ "two versions that abut, given in the wrong order",
	  { { "Ash", "from: 2020-06", NULL }, { "Ash", "from: 2018-10, until: 2020-05", NULL } },
	  COMPLAINT_OK,
	  NULL,
	  NULL },
	{ "three that abut by days",
	  { { "Ash", "from: 2018-10-01, until: 2019-02-28", NULL },
	    { "Ash", "from: 2019-03, until: 2020-02-29", NULL },
	    { "Ash", "from: 2020-03-01", NULL } },
	  COMPLAINT_OK,
	  NULL,
	  NULL },
	{ "a day without a version is a gap",
	  { { "Ash", "from: 2018-10, until: 2020-05-30", NULL }, { "Ash", "from: 2020-06", NULL } },
	  COMPLAINT_ERR_CONFLICT,
	  "versions-gap",
	  "\"ash/2018-10\" ends on 2020-05-30 and \"ash/2020-06\" begins on 2020-06-01" },
	{ "a month that both name is an overlap",
	  { { "Ash", "from: 2018-10, until: 2020-06", NULL }, { "Ash", "from: 2020-06", NULL } },
	  COMPLAINT_ERR_CONFLICT,
	  "versions-overlap",
	  "\"ash/2018-10\" ends on 2020-06-30 and \"ash/2020-06\" begins on 2020-06-01" },
	{ "only the last may have an open end",
	  { { "Ash", "from: 2018-10", NULL }, { "Ash", "from: 2020-06", NULL } },
	  COMPLAINT_ERR_CONFLICT,
	  "versions-overlap",
	  "give the earlier version \"until: 2020-05-31\"" },
	{ "two that begin on one day overlap",
	  { { "Ash", "from: 2020-06", NULL }, { "Ash", "from: 2020-06", NULL } },
	  COMPLAINT_ERR_CONFLICT,
	  "versions-overlap",
	  "in force until further notice" },
	{ "two landlords may be in force on the same days",
	  { { "Ash", "from: 2020-06", NULL }, { "Beech", "from: 2020-06", NULL } },
	  COMPLAINT_OK,
	  NULL,
	  NULL },
	{ "own facts of one name are one fact",
	  { { "Ash", "from: 2020-06", PET }, { "Beech", "from: 2020-06", PET } },
	  COMPLAINT_OK,
	  NULL,
	  NULL },
	{ "one name, two types",
	  { { "Ash", "from: 2020-06", PET }, { "Beech", "from: 2020-06", PET_NUMBER } },
	  COMPLAINT_ERR_CONFLICT,
	  "names-disagree",
	  "\"ash/2020-06\" and \"beech/2020-06\" declare \"pet\" differently: its type" },
	{ "one name, two silences",
	  { { "Ash", "from: 2020-06", PET }, { "Beech", "from: 2020-06", PET_SILENT } },
	  COMPLAINT_ERR_CONFLICT,
	  "names-disagree",
	  "its silence" },
	{ "one choice, other values",
	  { { "Ash", "from: 2020-06", BLOCK("a, b") },
	    { "Beech", "from: 2020-06", BLOCK("a, c") } },
	  COMPLAINT_ERR_CONFLICT,
	  "names-disagree",
	  "its values" },
	{ "one choice, more values",
	  { { "Ash", "from: 2020-06", BLOCK("a, b") },
	    { "Beech", "from: 2020-06", BLOCK("a, b, c") } },
	  COMPLAINT_ERR_CONFLICT,
	  "names-disagree",
	  "its values" },
	{ "one choice, other order",
	  { { "Ash", "from: 2020-06", BLOCK("a, b") },
	    { "Beech", "from: 2020-06", BLOCK("b, a") } },
	  COMPLAINT_ERR_CONFLICT,
	  "names-disagree",
	  "its values" },
	{ "a fact here, an event there",
	  { { "Ash", "from: 2020-06", PET_EVENT }, { "Beech", "from: 2020-06", PET } },
	  COMPLAINT_ERR_CONFLICT,
	  "names-disagree",
	  "its list, facts or events" },
};

static size_t make_all(const struct row *row, struct complaint_policy **policies)
{
	size_t count = 0;

	for (; count < 4 && row->members[count].issuer; count++)
		policies[count] = make(row->members[count].issuer, row->members[count].span,
				       row->members[count].names);
	return count;
}

static void free_all(struct complaint_policy **policies, size_t count)
{
	for (size_t i = 0; i < count; i++)
		complaint_policy_free(policies[i]);
}

static void check_row(const struct row *row)
{
	struct complaint_policy *policies[4];
	struct complaint_diagnostics *diags = NULL;
	struct complaint_set *set = NULL, *unheard = NULL;
	size_t count;
	char *text;

	test_case("%s", row->name);
	count = make_all(row, policies);
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)policies, count,
				       &set, diags),
		     row->status);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)policies, count,
				       &unheard, NULL),
		     row->status);
	CHECK(!set == (row->status != COMPLAINT_OK));
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), row->slug);
	text = test_diagnostics_text(diags);
	CHECK(!row->words || strstr(text, row->words), "not in: %s", text);
	free(text);
	free_all(policies, count);
	complaint_set_free(set);
	complaint_set_free(unheard);
	complaint_diagnostics_free(diags);
}

static void test_order_and_numbers(void)
{
	struct complaint_policy *policies[3] = {
		make("Beech", "from: 2020-06", BLOCK("a, b")),
		make("Ash", "from: 2020-06", BLOCK("a, b") PET_EVENT),
		make("Ash", "from: 2018-10, until: 2020-05",
		     "facts:\n  - { id: lift, type: number, question: How many? }\n"),
	};
	struct complaint_set *set = NULL;
	uint32_t block, lift, pet;

	test_case("policies stand by landlord, then by date");
	CHECK_STATUS(
		complaint_set_new((const struct complaint_policy *const *)policies, 3, &set, NULL),
		COMPLAINT_OK);
	free_all(policies, 3); /* the set keeps them */
	CHECK_NUMBER(complaint_set_policy_count(set), 3);
	CHECK_TEXT(complaint_policy_get_id(complaint_set_get_policy(set, 0)), "ash/2018-10");
	CHECK_TEXT(complaint_policy_get_id(complaint_set_get_policy(set, 1)), "ash/2020-06");
	CHECK_TEXT(complaint_policy_get_id(complaint_set_get_policy(set, 2)), "beech/2020-06");
	CHECK(!complaint_set_get_policy(set, 3));

	test_case("names of the set: standard ones at their place, own ones from 4096");
	block = complaint_set_find_fact(set, "block", 5);
	lift = complaint_set_find_fact(set, "lift", COMPLAINT_NUL_TERMINATED);
	pet = complaint_set_find_event(set, "pet", 3);
	CHECK(block >= 4096 && block <= 4097);
	CHECK_NUMBER(block + lift, 4096 + 4097);
	CHECK_NUMBER(pet, 4096);
	CHECK_TEXT(complaint_set_get_fact_name(set, block), "block");
	CHECK_TEXT(complaint_set_get_fact_name(set, lift), "lift");
	CHECK_TEXT(complaint_set_get_event_name(set, pet), "pet");
	CHECK_TEXT(complaint_set_get_fact_name(set, 4098), NULL);
	CHECK_TEXT(complaint_set_get_fact_name(set, 4095), NULL);
	CHECK_TEXT(complaint_set_get_fact_name(set, COMPLAINT_FACT_ANONYMOUS), "anonymous");
	CHECK_TEXT(complaint_set_get_fact_name(set, COMPLAINT_FACTS_COUNT), NULL);
	CHECK_NUMBER(complaint_set_find_fact(set, "anonymous", 9), COMPLAINT_FACT_ANONYMOUS);
	CHECK_NUMBER(complaint_set_find_fact(set, "pet", 3), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_set_find_event(set, "petx", 4), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_set_get_fact_type(set, block), COMPLAINT_TYPE_CHOICE);
	CHECK_NUMBER(complaint_set_get_fact_type(set, lift), COMPLAINT_TYPE_NUMBER);
	CHECK_NUMBER(complaint_set_get_fact_type(set, COMPLAINT_FACT_TENURE),
		     COMPLAINT_TYPE_CHOICE);
	CHECK_NUMBER(complaint_set_get_fact_type(set, 4098), 0);

	test_case("the slot of a member's own fact is that of the set's");
	CHECK_NUMBER(set->fact_of[0][0], COMPLAINT_FACTS_COUNT + (lift - 4096));
	CHECK_NUMBER(set->fact_of[1][0], COMPLAINT_FACTS_COUNT + (block - 4096));
	CHECK_NUMBER(set->fact_of[2][0], COMPLAINT_FACTS_COUNT + (block - 4096));
	CHECK_NUMBER(set->event_of[1][0], COMPLAINT_EVENTS_COUNT);

	test_case("a choice's values are found by name");
	CHECK_NUMBER(cmpl_set_find_choice(set, block, "b", 1), 1);
	CHECK_NUMBER(cmpl_set_find_choice(set, block, "c", 1), CMPL_NONE);
	CHECK_NUMBER(cmpl_set_find_choice(set, COMPLAINT_FACT_TENURE, "leaseholder", 11), 1);
	CHECK_NUMBER(cmpl_set_find_choice(set, lift, "a", 1), CMPL_NONE);
	complaint_set_free(set);
}

/* A thousand own names, so that the index has to hold more than a few. */
static void test_many_names(void)
{
	struct complaint_policy *policy;
	struct complaint_set *set = NULL;
	char *names = malloc(1000 * 100), *at = names;
	char text[64];
	char *whole = malloc(1000 * 100 + 2048);

	test_case("a thousand own names keep apart");
	at += sprintf(at, "facts:\n");
	for (int i = 0; i < 1000; i++)
		at += sprintf(at, "  - { id: own-%d, type: number, question: How many %d? }\n", i,
			      i);
	sprintf(whole,
		"format: 1\nkind: policy\ndocument:\n  issued-by: Ash\n  title: C\n"
		"  in-force: { from: 2020-06 }\n  chosen-by: complaint-received\n"
		"counting: { calendar: england-and-wales }\n%s"
		"stages:\n  - id: stage-1\n    clause: \"1\"\n    says: S.\n"
		"    starts: complaint-received\n    ends: stage-1-response-sent\n    duties:\n"
		"      - { id: d, clause: \"1\", says: D., before: stage-1-response-sent }\n",
		names);
	policy = NULL;
	CHECK_STATUS(complaint_policy_load_memory("many.yaml", whole, COMPLAINT_NUL_TERMINATED,
						  NULL, 0, &policy, NULL),
		     COMPLAINT_OK);
	CHECK_STATUS(
		complaint_set_new((const struct complaint_policy *const *)&policy, 1, &set, NULL),
		COMPLAINT_OK);
	for (unsigned i = 0; set && i < 1000; i++) {
		snprintf(text, sizeof(text), "own-%u", i);
		if (!CHECK_NUMBER(complaint_set_find_fact(set, text, COMPLAINT_NUL_TERMINATED),
				  4096 + i))
			break;
	}
	CHECK_NUMBER(complaint_set_find_fact(set, "own-1000", 8), COMPLAINT_NONE);
	complaint_set_free(set);
	complaint_policy_free(policy);
	free(names);
	free(whole);
}

static void test_arguments(void)
{
	struct complaint_policy *policy = make("Ash", "from: 2020-06", NULL);
	const struct complaint_policy *two[2] = { policy, NULL };
	struct complaint_set *set = NULL;

	test_case("what is missing is an error, and sets nothing");
	CHECK_STATUS(complaint_set_new(NULL, 1, &set, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_set_new(two, 0, &set, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_set_new(two, 4097, &set, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_set_new(two, 2, &set, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_set_new(two, 1, NULL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK(!set);
	CHECK_NUMBER(complaint_set_policy_count(NULL), 0);
	CHECK(!complaint_set_get_policy(NULL, 0));
	CHECK_NUMBER(complaint_set_find_fact(NULL, "a", 1), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_set_find_event(NULL, "a", 1), COMPLAINT_NONE);
	CHECK(!complaint_set_get_fact_name(NULL, 0));
	CHECK(!complaint_set_get_event_name(NULL, 0));
	CHECK_NUMBER(complaint_set_get_fact_type(NULL, 0), 0);
	complaint_set_free(NULL);

	test_case("a name that is NULL is unknown");
	CHECK_STATUS(complaint_set_new(two, 1, &set, NULL), COMPLAINT_OK);
	CHECK_NUMBER(complaint_set_find_fact(set, NULL, 3), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_set_find_event(set, NULL, 3), COMPLAINT_NONE);
	complaint_set_free(set);
	complaint_policy_free(policy);
}

struct attempt {
	const struct complaint_policy *const *policies;
	size_t count;
};

static complaint_status try_set(void *context)
{
	const struct attempt *attempt = context;
	struct complaint_diagnostics *diags = NULL;
	struct complaint_set *set = NULL;
	complaint_status status = complaint_diagnostics_new(&diags);

	if (status == COMPLAINT_OK)
		status = complaint_set_new(attempt->policies, attempt->count, &set, diags);
	CHECK((status == COMPLAINT_OK) == (set != NULL));
	complaint_set_free(set);
	complaint_diagnostics_free(diags);
	return status;
}

static void test_memory(void)
{
	struct complaint_policy *good[2] = {
		make("Ash", "from: 2020-06", PET "events:\n  - { id: visit, question: When? }\n"),
		make("Beech", "from: 2020-06", PET),
	};
	struct complaint_policy *bad[2] = {
		make("Ash", "from: 2020-06", PET),
		make("Ash", "from: 2021-06", PET_NUMBER),
	};
	struct attempt attempt = { (const struct complaint_policy *const *)good, 2 };

	test_case("a set is whole or is not, whichever allocation fails");
	CHECK(test_each_allocation(try_set, &attempt, COMPLAINT_OK) > 5);

	test_case("a conflict is told or memory ran out, never neither");
	attempt.policies = (const struct complaint_policy *const *)bad;
	CHECK(test_each_allocation(try_set, &attempt, COMPLAINT_ERR_CONFLICT) > 5);
	free_all(good, 2);
	free_all(bad, 2);
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_row(&rows[i]);
	test_order_and_numbers();
	test_many_names();
	test_arguments();
	test_memory();
	return test_finish();
}
