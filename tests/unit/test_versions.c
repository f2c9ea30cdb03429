/* SPDX-License-Identifier: MIT */
/* Which version of a landlord's policy answers, by the case's own dates: tests/sets. */
#include <string.h>

#include <complaint/complaint.h>

#include "support/test.h"

#define WHOLE COMPLAINT_NUL_TERMINATED

static const struct {
	const char *file;
	const char *version; /* NULL: undetermined */
	size_t candidates;
	const char *note; /* NULL: none of them */
} rows[] = {
	{ "last-day-of-2018", "livewest/2018-10", 0, "in-force-month" },
	{ "some-time-in-may-2020", "livewest/2018-10", 0, "in-force-month" },
	{ "first-day-of-2020", "livewest/2020-06", 0, "in-force-month" },
	{ "some-time-in-june-2020", "livewest/2020-06", 0, "in-force-month" },
	{ "half-past-midnight-on-the-first-day", "livewest/2020-06", 0, "in-force-month" },
	{ "day-of-receipt-unknown", NULL, 2, NULL },
	{ "day-of-receipt-not-given", NULL, 2, NULL },
	{ "before-the-first-version", NULL, 0, "no-version-in-force" },
};

static struct complaint_set *load_set(void)
{
	static const char *const paths[] = { "rules/livewest/2018-10/policy.yaml",
					     "rules/livewest/2020-06/policy.yaml" };
	struct complaint_policy *policies[2] = { NULL, NULL };
	struct complaint_set *set = NULL;

	for (size_t i = 0; i < 2; i++)
		CHECK_STATUS(complaint_policy_load_file(test_source(paths[i]), &policies[i], NULL),
			     COMPLAINT_OK);
	CHECK_STATUS(
		complaint_set_new((const struct complaint_policy *const *)policies, 2, &set, NULL),
		COMPLAINT_OK);
	for (size_t i = 0; i < 2; i++)
		complaint_policy_free(policies[i]);
	return set;
}

static bool has_note(const struct complaint_answer *answer, const char *slug)
{
	for (size_t i = 0; i < complaint_answer_note_count(answer); i++) {
		if (strcmp(complaint_answer_get_note_slug(answer, i), slug) == 0)
			return true;
	}
	return false;
}

static void check_row(const struct complaint_set *set, size_t i)
{
	char path[96] = "tests/sets/livewest/";
	struct complaint_case *given = NULL;
	struct complaint_answer *answer = NULL;

	test_case("%s", rows[i].file);
	strcat(strcat(path, rows[i].file), ".yaml");
	CHECK_STATUS(complaint_case_load_file(set, test_source(path), &given, NULL), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, NULL),
		     COMPLAINT_OK);
	CHECK_TEXT(complaint_policy_get_id(complaint_answer_get_policy(answer)), rows[i].version);
	CHECK_NUMBER(complaint_answer_candidate_count(answer), rows[i].candidates);
	CHECK_TEXT(complaint_answer_get_candidate_event(answer),
		   rows[i].candidates ? "complaint-received" : NULL);
	if (!rows[i].version) /* nothing is guessed from the nearest one */
		CHECK(!complaint_answer_get_eligibility(answer) &&
		      !complaint_answer_get_standing(answer));
	if (rows[i].note)
		CHECK(has_note(answer, rows[i].note), "no note %s", rows[i].note);
	complaint_answer_free(answer);
	complaint_case_free(given);
}

int main(void)
{
	struct complaint_set *set = load_set();

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_row(set, i);
	complaint_set_free(set);
	return test_finish();
}
