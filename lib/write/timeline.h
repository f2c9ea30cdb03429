/* SPDX-License-Identifier: MIT */
#pragma once

#include "policy/policy.h"
#include "write/page.h"

/*
 * The stages drawn to scale, each from its own beginning. Lengths are hundredths of a calendar day,
 * five working days to a week: a drawing, no date.
 */
enum cmpl_track_look {
	CMPL_TRACK_STAGE, /* a heading */
	CMPL_TRACK_DUTY,
	CMPL_TRACK_TIER,
	CMPL_TRACK_WINDOW
};

struct cmpl_track {
	uint32_t rule;
	uint8_t look;
	bool floating; /* it runs from something that has no place in the drawing */
	bool endless;
	int32_t from, to;
};

struct cmpl_timeline {
	struct cmpl_track *tracks;
	size_t count;
	int32_t scale; /* what the whole width is; 0: there is nothing to be drawn */
};

/* False: out of memory. Give the tracks back with cmpl_free(). */
bool cmpl_timeline_lay_out(const struct complaint_policy *policy, struct cmpl_timeline *timeline);
void cmpl_timeline_draw(struct cmpl_page *page, const struct cmpl_timeline *timeline);
