/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_COMPARE_H
#define COMPLAINT_TOOL_COMPARE_H

/* What one value of an answer is held against: differences.c, used by compare.c. */

#include "test.h"

/* A list of the answer: how many, and which; numbers of rules are given as their names. */
struct actual_list {
	const struct comparison *comparison;
	const void *object;
	size_t count;
	const char *(*name)(const void *object, size_t index);
	uint32_t (*rule)(const void *object, size_t index);
};

/* One more name at the end of the path; returns where it ended, to be given to leave(). */
size_t enter(struct comparison *comparison, const char *name);
void leave(struct comparison *comparison, size_t length);

/* A word, an id, a sentence; NULL is what a scenario writes as `none`. */
void compare_text(struct comparison *comparison, uint32_t node, const char *actual);
void compare_date(struct comparison *comparison, uint32_t node, const struct complaint_date *date);
/* When a duty is due; below a difference stands how it was counted. */
void compare_due(struct comparison *comparison, uint32_t node,
		 const struct complaint_deadline *deadline);
void compare_truth(struct comparison *comparison, uint32_t node, int actual);
void compare_list(struct comparison *comparison, uint32_t node, struct actual_list list,
		  int ordered);
/* What is expected is not in the answer at all. */
void differ_absent(struct comparison *comparison, uint32_t node);

#endif
