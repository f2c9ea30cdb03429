/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_TEST_H
#define COMPLAINT_TOOL_TEST_H

/* What the files of `complaint test` share. */

#include "tool.h"

/* --- coverage.c: what the scenarios of a policy assert, rule by rule ------ */

struct coverage;

/* NULL: out of memory. */
struct coverage *coverage_new(const struct complaint_policy *policy);
void coverage_free(struct coverage *coverage);
struct covered_so_far {
	size_t demanded, missing;
};
/* Prints a table, then what is missing. Returns how much is demanded, and how much is missing. */
struct covered_so_far coverage_print(const struct coverage *coverage, FILE *stream,
				     const char *file);

/* A scenario that holds has asserted so much about the answer. */
struct asserted {
	const struct complaint_answer *answer;
	const struct complaint_scenarios *scenarios;
	uint32_t expectation;
};
void coverage_add(struct coverage *coverage, const struct asserted *asserted);

/* The entry of a mapping by its key; COMPLAINT_NONE when it has none. */
uint32_t expected_under(const struct complaint_scenarios *scenarios, uint32_t node,
			const char *key);
/* Does a list of the expectation hold this word? */
int expected_has(const struct complaint_scenarios *scenarios, uint32_t list, const char *word);

/* --- compare.c ------------------------------------------------------------ */

struct comparison {
	const struct complaint_scenarios *scenarios;
	const struct complaint_policy *policy;
	FILE *stream;            /* gets each difference */
	const char *file, *name; /* of the scenarios, and of this one */
	char path[512];          /* what is being compared: "deadlines.respond-stage-1.due" */
	size_t differences;
};

/*
 * Compares what is expected with the answer; prints each difference, below a date how it was
 * counted when the answer has its working.
 */
void compare_answer(struct comparison *comparison, const struct complaint_answer *answer,
		    uint32_t expectation);

/* --- test_report.c: what was run, for people and for programs -------------- */

enum { TEST_TEXT, TEST_TAP, TEST_JUNIT };

struct test_report {
	int format, verbose;
	size_t passed, failed;
	/* JUnit says how many there are before it says which: a file's are kept until its end. */
	FILE *kept;
	char *text;
	size_t length, suite_tests, suite_failed;
	int trouble;
};

/* One of TEST_*; -1: there is no such format. */
int test_format(const char *word);
void test_begin(struct test_report *report);
void test_begin_file(struct test_report *report, const char *file);
/* `details` says why it failed; NULL: it passed. `line` 0: it is about the file as a whole. */
void test_case(struct test_report *report, const char *file, uint32_t line, const char *name,
	       const char *details);
void test_end_file(struct test_report *report, const char *file);
void test_end(struct test_report *report);

/* --- suggest.c: the scenarios that are missing ------------------------------ */

/*
 * Prints what is missing in the coverage as a scenarios file, each with the answer of today; adds
 * it to the coverage. `file` is the scenarios file, or the policy. 0: out of memory.
 */
int suggest_scenarios(const struct complaint_set *set, struct coverage *coverage, const char *file);

/* --- words.c: the format's words for the numbers of an answer ------------- */

const char *word_outcome(int32_t outcome);
const char *word_duty_state(int32_t state);
const char *word_extension(int32_t outcome);
const char *word_window_state(int32_t state);
/* A rule by the name that scenarios use; NULL: none. */
const char *name_of_rule(const struct complaint_policy *policy, uint32_t rule);

#endif
