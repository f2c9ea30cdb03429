/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* open_memstream() is POSIX, but not everywhere declared without it */
#include "made_policy.h"

#include <stdio.h>
#include <stdlib.h>

static void write_condition(FILE *file, const struct made_policy *size, size_t exclusion)
{
	int depth = 6;

	/* Even facts are false and odd ones true, so that neither "any" nor "all" stops early. */
	for (size_t i = 0; i < size->nested; i++, depth += 4)
		fprintf(file, "\n%*s%s:\n%*s- own-fact-%zu\n%*s-", depth, "", i % 2 ? "all" : "any",
			depth + 2, "", (2 * (exclusion + i) + i % 2) % size->facts, depth + 2, "");
	fprintf(file, " own-fact-%zu\n", 2 * (exclusion + size->nested) % size->facts);
}

static void write_names(FILE *file, const struct made_policy *size)
{
	fprintf(file, "facts:\n");
	for (size_t i = 0; i < size->facts; i++)
		fprintf(file,
			"  - id: own-fact-%zu\n    type: true-false\n    question: Is it fact "
			"%zu?\n",
			i, i);
	fprintf(file, "events:\n");
	for (size_t i = 0; i < size->stages; i++)
		fprintf(file,
			"  - id: begun-%zu\n    question: When did stage %zu begin?\n"
			"    silence: not-yet\n"
			"  - id: ended-%zu\n    question: When did stage %zu end?\n"
			"    silence: not-yet\n",
			i, i, i, i);
}

static void write_exclusions(FILE *file, const struct made_policy *size)
{
	if (size->exclusions == 0)
		return;
	fprintf(file, "refusal:\n  clause: \"2\"\n  says: These are not accepted.\n"
		      "  grounds: closed\nexclusions:\n");
	for (size_t i = 0; i < size->exclusions; i++) {
		fprintf(file,
			"  - id: ground-%zu\n    clause: \"2.%zu\"\n"
			"    says: Ground number %zu of those we do not accept.\n"
			"    tested-at: [acceptance]\n    when:",
			i, i, i);
		write_condition(file, size, i);
		fprintf(file, "    effect: may-decline\n");
	}
}

static void write_stages(FILE *file, const struct made_policy *size)
{
	fprintf(file, "stages:\n");
	for (size_t i = 0; i < size->stages; i++) {
		fprintf(file,
			"  - id: stage-%zu\n    clause: \"3.%zu\"\n    says: Stage %zu.\n"
			"    starts: begun-%zu\n    ends: ended-%zu\n    duties:\n",
			i + 1, i, i, i, i);
		for (size_t j = 0; j <= size->duties; j++)
			fprintf(file,
				"      - id: answer-%zu-%zu\n        clause: \"3.%zu.%zu\"\n"
				"        says: We answer in time.\n        within: %zu working "
				"days\n"
				"        after: begun-%zu\n        done-by: ended-%zu\n",
				i, j, i, j, 5 + j, i, i);
	}
}

char *made_policy_text(const struct made_policy *size, size_t *ret_length)
{
	char *text = NULL;
	FILE *file = open_memstream(&text, ret_length);

	if (!file)
		return NULL;
	fprintf(file, "format: 1\nkind: policy\ndocument:\n  issued-by: Example Homes\n"
		      "  title: Complaints Policy\n  owner: Head of Complaints\n"
		      "  in-force: { from: 2022-08 }\n  chosen-by: complaint-received\n");
	fprintf(file, "counting:\n  calendar: england-and-wales\n  time-zone: Europe/London\n");
	write_names(file, size);
	write_exclusions(file, size);
	write_stages(file, size);
	return fclose(file) == 0 ? text : NULL;
}
