/* SPDX-License-Identifier: MIT */
/* Where the bars of the timeline begin and end. */
#include "write/timeline.h"

#include "base/memory.h"
#include "write/explain.h"

/* How far rights may stretch the drawing beyond what is due, in fifths: a year would flatten it. */
#define STRETCH 8
/* 27,000 years: a chain of limits may be longer than a number can hold. */
#define FURTHEST 1000000000

struct layout {
	const struct complaint_policy *policy;
	const struct cmpl_stage *stage;
	int32_t *from, *to; /* of each duty; -1: not placed */
	int32_t stage_end;
	struct cmpl_timeline *timeline;
};

/* -1 for what has no length. */
static int32_t length_of(struct cmpl_limit limit)
{
	switch (limit.unit) {
	case COMPLAINT_UNIT_WORKING_DAYS: return limit.amount * 140;
	case COMPLAINT_UNIT_CALENDAR_DAYS: return limit.amount * 100;
	case COMPLAINT_UNIT_HOURS: return limit.amount * 100 / 24;
	case COMPLAINT_UNIT_WEEKS: return limit.amount * 700;
	case COMPLAINT_UNIT_MONTHS: return limit.amount * 3044;
	case COMPLAINT_UNIT_YEARS: return limit.amount * 36525;
	case COMPLAINT_UNIT_NEXT_WORKING_DAY: return 140;
	case COMPLAINT_UNIT_NEXT_CALENDAR_DAY: return 100;
	default: return -1;
	}
}

static bool names_event(const struct complaint_policy *policy, uint32_t number, uint32_t event)
{
	const struct cmpl_anchor *anchor = &policy->anchors[number];

	if (anchor->kind == CMPL_ANCHOR_EVENT)
		return anchor->index == event;
	if (anchor->kind != CMPL_ANCHOR_LATEST && anchor->kind != CMPL_ANCHOR_EARLIEST)
		return false;
	for (uint32_t i = 0; i < anchor->count; i++)
		if (names_event(policy, anchor->index + i, event))
			return true;
	return false;
}

/* The day by which an event happens when every duty is done on its last day; -1: nothing says. */
static int32_t place_event(const struct layout *layout, uint32_t event)
{
	const struct complaint_policy *policy = layout->policy;
	const struct cmpl_range duties = layout->stage->duties;

	if (names_event(policy, layout->stage->starts, event))
		return 0;
	for (uint32_t duty = duties.first; duty < duties.first + duties.count; duty++)
		if (policy->duties[duty].done_by == event &&
		    policy->duties[duty].done_by != CMPL_NONE &&
		    policy->duties[duty].when == CMPL_NONE && layout->to[duty] >= 0)
			return layout->to[duty];
	return -1;
}

static int32_t place_anchor(const struct layout *layout, uint32_t number)
{
	const struct cmpl_anchor *anchor;
	int32_t place = -1;

	if (number == CMPL_NONE)
		return -1;
	anchor = &layout->policy->anchors[number];
	switch ((enum cmpl_anchor_kind)anchor->kind) {
	case CMPL_ANCHOR_EVENT: return place_event(layout, anchor->index);
	case CMPL_ANCHOR_DUE: return layout->to[anchor->index];
	case CMPL_ANCHOR_NOW: return -1;
	case CMPL_ANCHOR_LATEST:
	case CMPL_ANCHOR_EARLIEST: break;
	}
	for (uint32_t i = 0; i < anchor->count; i++) {
		int32_t member = place_anchor(layout, anchor->index + i);
		bool better = anchor->kind == CMPL_ANCHOR_LATEST ? member > place : member < place;

		if (member >= 0 && (place < 0 || better))
			place = member;
	}
	return place;
}

static void add(struct layout *layout, struct cmpl_track track)
{
	layout->timeline->tracks[layout->timeline->count++] = track;
}

static bool in_range(struct cmpl_range range, uint32_t index)
{
	return index >= range.first && index - range.first < range.count;
}

/* Duties that others hang on come first in the policy's order. */
static void place_duties(struct layout *layout)
{
	const struct complaint_policy *policy = layout->policy;

	for (uint32_t duty = 0; duty < policy->duties_count; duty++)
		layout->from[duty] = layout->to[duty] = -1;
	for (uint32_t i = 0; i < policy->order_count; i++) {
		uint32_t duty = policy->order[i];
		int32_t length = length_of(policy->duties[duty].within);
		int32_t from;

		if (!in_range(layout->stage->duties, duty) || length < 0)
			continue;
		from = place_anchor(layout, policy->duties[duty].after);
		layout->from[duty] = from > 0 ? from : 0;
		layout->to[duty] = layout->from[duty] + length;
		if (layout->to[duty] > FURTHEST)
			layout->to[duty] = FURTHEST;
	}
}

static void add_duties(struct layout *layout)
{
	const struct cmpl_range duties = layout->stage->duties;

	for (uint32_t duty = duties.first; duty < duties.first + duties.count; duty++) {
		const struct cmpl_duty *record = &layout->policy->duties[duty];
		struct cmpl_track track = { .rule = record->rule, .look = CMPL_TRACK_DUTY };

		if (layout->to[duty] < 0)
			continue;
		track.from = layout->from[duty];
		track.to = layout->to[duty];
		track.floating = place_anchor(layout, record->after) < 0;
		if (record->done_by == layout->stage->ends && track.to > layout->stage_end)
			layout->stage_end = track.to;
		add(layout, track);
	}
}

static void add_tiers(struct layout *layout)
{
	const struct complaint_policy *policy = layout->policy;
	const struct cmpl_extension *extension;

	if (layout->stage->extension == CMPL_NONE)
		return;
	extension = &policy->extensions[layout->stage->extension];
	if (layout->to[extension->of] < 0)
		return;
	for (uint32_t i = 0; i < extension->tiers.count; i++) {
		const struct cmpl_tier *tier = &policy->tiers[extension->tiers.first + i];
		int32_t length = length_of(tier->limit);
		struct cmpl_track track = { .rule = tier->rule, .look = CMPL_TRACK_TIER };

		track.from = layout->to[extension->of];
		track.endless = length < 0;
		track.to = tier->in_all ? layout->from[extension->of] + length
					: track.from + (length < 0 ? 0 : length);
		if (track.to < track.from)
			track.to = track.from;
		add(layout, track);
	}
}

/* Rights that open or close with the end of the stage. */
static void add_windows(struct layout *layout)
{
	const struct complaint_policy *policy = layout->policy;
	uint32_t ends = layout->stage->ends;

	for (uint32_t i = 0; i < policy->windows_count; i++) {
		const struct cmpl_window *window = &policy->windows[i];
		struct cmpl_track track = { .rule = window->rule, .look = CMPL_TRACK_WINDOW };
		int32_t wait = length_of(window->wait), closes = length_of(window->closes);

		if (layout->stage_end == 0 || window->opens_after == CMPL_NONE ||
		    !names_event(policy, window->opens_after, ends))
			continue;
		track.from = layout->stage_end + (wait > 0 ? wait : 0);
		track.endless = closes < 0;
		track.to = closes < 0 ? track.from : layout->stage_end + closes;
		if (!track.endless && place_anchor(layout, window->closes_after) < 0)
			track.floating = true;
		if (track.to < track.from)
			track.to = track.from;
		add(layout, track);
	}
}

/* What is due sets the scale; rights stretch it, but not for ever. */
static void set_scale(struct cmpl_timeline *timeline)
{
	int32_t due = 0, most = 0;

	for (size_t i = 0; i < timeline->count; i++) {
		const struct cmpl_track *track = &timeline->tracks[i];

		if (track->look != CMPL_TRACK_WINDOW && track->to > due)
			due = track->to;
		if (track->to > most)
			most = track->to;
	}
	timeline->scale = most > due / 5 * STRETCH ? due / 5 * STRETCH : most;
	timeline->scale += timeline->scale / 12;
}

bool cmpl_timeline_lay_out(const struct complaint_policy *policy, struct cmpl_timeline *timeline)
{
	struct layout layout = { .policy = policy, .timeline = timeline };
	/* Each stage has a heading, and each window may stand once in each stage. */
	size_t most = (size_t)policy->stages_count * (policy->windows_count + 1) +
		      policy->duties_count + policy->tiers_count;
	bool whole;

	timeline->count = 0;
	timeline->scale = 0;
	timeline->tracks = cmpl_alloc_array(most, sizeof(*timeline->tracks));
	layout.from = cmpl_alloc_array(policy->duties_count, sizeof(*layout.from));
	layout.to = cmpl_alloc_array(policy->duties_count, sizeof(*layout.to));
	whole = timeline->tracks && layout.from && layout.to;
	if (whole) {
		for (uint32_t i = 0; i < policy->stages_count; i++) {
			struct cmpl_track heading = { .look = CMPL_TRACK_STAGE };

			layout.stage = &policy->stages[i];
			layout.stage_end = 0;
			heading.rule = layout.stage->rule;
			add(&layout, heading);
			place_duties(&layout);
			add_duties(&layout);
			add_tiers(&layout);
			add_windows(&layout);
		}
		set_scale(timeline);
	}
	cmpl_free(layout.from);
	cmpl_free(layout.to);
	return whole;
}

void cmpl_explain_timeline(struct cmpl_page *page)
{
	struct cmpl_timeline timeline = { 0 };

	if (!cmpl_page_is_html(page))
		return;
	if (!cmpl_timeline_lay_out(page->report.policy, &timeline))
		page->out.failed = true;
	else if (timeline.scale > 0)
		cmpl_timeline_draw(page, &timeline);
	cmpl_free(timeline.tracks);
}
