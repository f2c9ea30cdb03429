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
/* Prints a table, then what is missing. Returns how much that is. */
size_t coverage_print(const struct coverage *coverage, const char *file);

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
	const char *file, *name; /* of the scenarios, and of this one */
	char path[512];          /* what is being compared: "deadlines.respond-stage-1.due" */
	size_t differences;
};

/* Compares what is expected with the answer; prints each difference. */
void compare_answer(struct comparison *comparison, const struct complaint_answer *answer,
		    uint32_t expectation);

/* --- words.c: the format's words for the numbers of an answer ------------- */

const char *word_outcome(int32_t outcome);
const char *word_duty_state(int32_t state);
const char *word_extension(int32_t outcome);
const char *word_window_state(int32_t state);
/* A rule by the name that scenarios use; NULL: none. */
const char *name_of_rule(const struct complaint_policy *policy, uint32_t rule);

#endif
