/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_COVERAGE_H
#define COMPLAINT_TOOL_COVERAGE_H

/* What coverage.c (the table) and assertions.c (what a scenario asserts) share. */

#include "test.h"

/* What is counted: a rule, one of its exceptions, a fact that can be unknown. */
struct covered {
	int32_t kind; /* COMPLAINT_RULE_*; 0: a fact */
	uint32_t rule;
	int32_t sort; /* of an exception: COMPLAINT_CONDITION_UNLESS or _OPENS_UNLESS; 0: the rule
			 itself */
	uint32_t index;
	const char *fact;
	int demands; /* bits, 1 << COVERED_... */
	size_t counts[3];
};

enum { COVERED_APPLIES, COVERED_DOES_NOT, COVERED_UNKNOWN };

struct coverage {
	const struct complaint_policy *policy;
	struct covered *items;
	size_t count, room, scenarios;
};

/* Counts one; what is not in the table is let go. */
void cover_rule(struct coverage *coverage, uint32_t rule, int how);
void cover_exception(struct coverage *coverage, uint32_t rule, int32_t sort, uint32_t index,
		     int how);
void cover_fact(struct coverage *coverage, const char *fact);

/* The leaves that a rule's conditions have read. */
struct leaves {
	const void *object;
	size_t which; /* of an eligibility: the verdict */
	size_t count;
	const struct complaint_reason *(*get)(const struct leaves *leaves, size_t index);
};

/* What the leaves make of a condition; a rule without one has it true. */
int32_t condition_truth(const struct complaint_policy *policy, const struct leaves *leaves,
			uint32_t rule, int32_t sort, uint32_t index);

/* --- assert_eligibility.c, assert_rest.c ----------------------------------- */

/* The exceptions of a rule of which it is asserted that it applies, does not, or is unknown. */
void cover_exceptions(struct coverage *coverage, const struct leaves *leaves, uint32_t rule,
		      int32_t sort, int32_t truth);
void cover_unknown_facts(struct coverage *coverage, const struct leaves *leaves);
void cover_eligibility(struct coverage *coverage, const struct asserted *asserted, uint32_t node);
void cover_deadlines(struct coverage *coverage, const struct asserted *asserted, uint32_t node);
void cover_extension(struct coverage *coverage, const struct asserted *asserted, uint32_t node);
void cover_windows(struct coverage *coverage, const struct asserted *asserted, uint32_t node);

#endif
