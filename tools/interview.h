/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_INTERVIEW_H
#define COMPLAINT_TOOL_INTERVIEW_H

/* What the files of `complaint case` share. */

#include "growing.h"
#include "tool.h"

/* More names than a policy and the vocabulary have. */
#define MOST_ANSWERS 1024
/* Longer than any answer; a longer line is none. */
#define LONGEST_ANSWER 128

/* What was answered: the fact or event, and the value as a case file has it; "" when skipped. */
struct answered {
	char name[LONGEST_ANSWER], value[LONGEST_ANSWER];
	int is_event;
};

struct interview {
	const struct complaint_policy *policy;
	struct complaint_set *set;
	struct complaint_case *known;
	struct complaint_answer *answer;
	struct answered answers[MOST_ANSWERS];
	size_t count;
	int32_t at;   /* one of COMPLAINT_AT_*, or 0 */
	char now[32]; /* "" when there is none */
	size_t lines; /* read from standard input */
	int strict;   /* nobody is there to ask again */
};

/* A question: what is asked for, and in which words. */
struct question {
	const char *name, *words;
	size_t weight; /* grounds and routes that hang on it; 0: dates do */
	int is_event;
	int32_t type; /* of a fact */
};

/* --- interview_answers.c ---------------------------------------------------- */

/*
 * The value of what was typed, as a case file has it. 0: it is no answer to this question, and
 * what would be one was told.
 */
int read_answer(const struct interview *interview, const struct question *question,
		const char *typed, char value[LONGEST_ANSWER]);
/* What can be answered, in one line. */
void print_choices(const struct interview *interview, const struct question *question);
/* The case from its beginning: what was answered, the present, the moment asked for. */
complaint_status build_case(struct interview *interview);

/* --- interview_file.c -------------------------------------------------------- */

/* The case as a file, which must not be there yet. */
int write_case(const struct interview *interview, const char *path);

#endif
