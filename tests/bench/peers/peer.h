/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What the programs that measure one engine each have in common. complaint_peer has made the inputs
 * and the right answers with the library; an engine reads them, must give the same answers, and
 * only then is timed. Plain C, and a C++ compiler takes it too.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/*
 * A case as a host has it: sixteen facts that are 0 or 1, in the order of PEER_FACTS, and two dates
 * as (year * 12 + month) * 32 + day, so that six months are 192.
 */
enum {
	PEER_FACT_COUNT = 16,
	PEER_ISSUE = PEER_FACT_COUNT,
	PEER_COMPLAINT,
	PEER_ISSUE_DAY,
	PEER_COMPLAINT_DAY,
	PEER_COLUMNS
};
enum { PEER_EXCLUSIONS = 11 };
#define PEER_FACTS                                                                                 \
	"first_time_service_request", "other_policy_more_suitable", "other_policy_failed",         \
		"reopening_request", "final_decision_given", "claim_filed_at_court",               \
		"disrepair_claim", "letter_of_claim_received", "service_by_us_or_partners",        \
		"restriction_in_force", "restriction_refuses_same_matter",                         \
		"same_matter_as_restricted", "personal_injury_claim",                              \
		"third_party_liability_claim", "compensation_claim", "about_policy_content"

/* Exit codes that the runner knows. */
enum { PEER_FAILED = 2, PEER_WRONG = 3 };

/* FOLDER/NAME.i32, whole. */
static inline int32_t *peer_read(const char *folder, const char *name, size_t *ret_count)
{
	char path[4096];
	int32_t *values;
	FILE *file;
	long size;

	snprintf(path, sizeof(path), "%s/%s.i32", folder, name);
	file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) {
		fprintf(stderr, "%s cannot be read\n", path);
		exit(PEER_FAILED);
	}
	rewind(file);
	*ret_count = (size_t)size / sizeof(int32_t);
	values = (int32_t *)malloc((size_t)size + 1);
	if (!values || fread(values, sizeof(int32_t), *ret_count, file) != *ret_count) {
		fprintf(stderr, "%s cannot be read whole\n", path);
		exit(PEER_FAILED);
	}
	fclose(file);
	return values;
}

/* The processor's time of this process, in nanoseconds. */
static inline double peer_time(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* An answer to each row into `found`. */
typedef void peer_run(void *engine, int32_t *found);

enum { PEER_ROUNDS_MAX = 200 };

/*
 * The least time of so many rounds, and of more than one while they are short: a neighbour that is
 * busy for a moment must not be met by all of them.
 */
static inline double peer_least(peer_run *run, void *engine, int32_t *found, int rounds)
{
	double begun = peer_time(), least = 0;

	for (int i = 0;
	     i < rounds || (rounds > 1 && i < PEER_ROUNDS_MAX && peer_time() - begun < 2e8); i++) {
		double start = peer_time(), took;

		run(engine, found);
		took = peer_time() - start;
		least = i == 0 || took < least ? took : least;
	}
	return least;
}

/* Prints what a row takes; ends the program when an answer is not the same as in `right`. */
static inline void peer_measure(const char *name, const char *version, peer_run *run, void *engine,
				const int32_t *right, size_t count, int rounds)
{
	int32_t *found = (int32_t *)calloc(count, sizeof(*found));

	if (!found || count == 0 || rounds < 1) {
		fprintf(stderr, "%s: no memory, no rows, or no rounds\n", name);
		exit(PEER_FAILED);
	}
	run(engine, found);
	for (size_t i = 0; i < count; i++) {
		if (found[i] == right[i])
			continue;
		fprintf(stderr, "%s: row %zu gives %d, not %d\n", name, i, (int)found[i],
			(int)right[i]);
		exit(PEER_WRONG);
	}
	/* So that the processor is awake and the tables are near. */
	for (double begun = peer_time(); peer_time() - begun < 3e7;)
		run(engine, found);
	printf("{\"name\": \"%s\", \"version\": \"%s\", \"nanoseconds\": %.6g}\n", name, version,
	       peer_least(run, engine, found, rounds) / (double)count);
	free(found);
}
