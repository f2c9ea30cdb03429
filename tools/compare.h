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
/* How a date was counted, day by day: the getters of a deadline, a window or an extension. */
struct actual_working {
	const void *object;
	int32_t which; /* of a window */
	size_t count;
	complaint_status (*day)(const void *object, int32_t which, size_t index,
				complaint_day *ret);
	const char *(*text)(const void *object, int32_t which, size_t index);
};
struct actual_working working_of_deadline(const struct complaint_deadline *deadline);
struct actual_working working_of_extension(const struct complaint_extension *extension);
/* Of COMPLAINT_WINDOW_OPENS or _CLOSES. */
struct actual_working working_of_window(const struct complaint_window *window, int32_t which);
/* The same with how it was counted below a difference. */
void compare_counted(struct comparison *comparison, uint32_t node,
		     const struct complaint_date *date, struct actual_working working);
void compare_truth(struct comparison *comparison, uint32_t node, int actual);
void compare_list(struct comparison *comparison, uint32_t node, struct actual_list list,
		  int ordered);
/* What is expected is not in the answer at all. */
void differ_absent(struct comparison *comparison, uint32_t node);

#endif
