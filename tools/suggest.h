/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_SUGGEST_H
#define COMPLAINT_TOOL_SUGGEST_H

/* What the files of `complaint test --suggest` share. */

#include "coverage.h"
#include "growing.h"

/* Facts and events that one scenario names; no rule reads as many. */
#define MOST_GIVEN 96

struct given {
	char name[72]; /* an id has 64 at most */
	char value[72];
	int is_event;
};

/* A case being made up. */
struct world {
	const struct complaint_policy *policy;
	struct given given[MOST_GIVEN];
	size_t count;
	complaint_day base; /* about the present */
	complaint_day now;
	const char *at;   /* request: at; NULL: none */
	char extend[192]; /* request: "extend: respond-stage-1, adds: 5 working days" */
	int unlisted_false;
};

/* What is to be shown: a rule that does or does not apply, or a fact that is unknown. */
struct goal {
	const struct covered *item;
	int how;       /* COVERED_* */
	uint32_t rule; /* whose answer shows it */
	int32_t sort;  /* of a fact: the condition it stands in */
	uint32_t index;
};

/* --- suggest_leaves.c: what one leaf needs ------------------------------------ */

/* Days between two events of a procedure, and how long ago it began. */
#define WORLD_STEP 12
#define WORLD_AGO 60

/* What was set first stays: it is nearest to what is to be shown. */
void world_set_day(struct world *world, const char *event, complaint_day day);
/* Every event that one of COMPLAINT_ANCHOR_* of a rule names. */
void world_set_anchor(struct world *world, uint32_t rule, int32_t which, complaint_day day);
void world_set_anchor_value(struct world *world, uint32_t rule, int32_t which, const char *value);
void world_set_leaf(struct world *world, uint32_t term, int32_t want);

/* --- suggest_world.c: a case that a condition needs -------------------------- */

/* One of the ways to go about it: numbers from 0, the plainest first. */
struct way {
	unsigned child;     /* of a condition that has several ways to hold */
	unsigned stage;     /* how far the complaint has come */
	unsigned later;     /* how long ago that was */
	unsigned amount;    /* how much time is asked for */
	int decided, noisy; /* refused already; other facts are left open */
};

void world_begin(struct world *world, const struct complaint_policy *policy,
		 const struct goal *goal);
/* Does the condition of a goal read its fact? */
int condition_reads(const struct complaint_policy *policy, const struct goal *goal);
void world_fill(struct world *world, const struct goal *goal, const struct way *way);

/* --- suggest_write.c: the case and today's answer as YAML ---------------------- */

void suggest_case(struct growing *text, const struct world *world);
void suggest_answer(struct growing *text, const struct goal *goal,
		    const struct complaint_answer *answer, int with_dates);

#endif
