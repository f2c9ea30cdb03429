/* SPDX-License-Identifier: MIT */
/*
 * A deadline that runs out before what it depends on can happen. Everything is put on one clock
 * that begins with the event from which the deadline runs in the end: a window opens after its
 * wait, and what some duty is done by happens on its last day. What cannot be put on that clock is
 * not compared.
 */
#include "check/check.h"

enum { CHAIN = 8, DAYS_TRIED = 60 };

/* One clock. */
struct clock {
	struct cmpl_examination *examination;
	uint32_t root; /* event */
	cmpl_day start;
	bool waited; /* a window's wait was met on the way */
};

/* The event from which an anchor runs in the end; CMPL_NONE: several. */
static uint32_t root_of(const struct complaint_policy *policy, uint32_t anchor)
{
	while (anchor != CMPL_NONE && policy->anchors[anchor].kind == CMPL_ANCHOR_DUE)
		anchor = policy->duties[policy->anchors[anchor].index].after;
	if (anchor == CMPL_NONE || policy->anchors[anchor].kind != CMPL_ANCHOR_EVENT)
		return CMPL_NONE;
	return policy->anchors[anchor].index;
}

static bool anchor_on(struct clock *clock, uint32_t anchor, int depth, cmpl_day *ret_day);

/* The last day of a duty's limit. */
static bool due_on(struct clock *clock, const struct cmpl_duty *duty, int depth, cmpl_day *ret_day)
{
	const struct cmpl_context *context = &clock->examination->context;
	const struct cmpl_counting *counting = cmpl_counting_of(context, duty->counting);
	struct complaint_date from, end;
	cmpl_day day;

	if (duty->within.unit == COMPLAINT_UNIT_NONE ||
	    (duty->within.unit >= COMPLAINT_UNIT_IMMEDIATELY) || duty->after == CMPL_NONE ||
	    !anchor_on(clock, duty->after, depth, &day))
		return false;
	from = cmpl_date_of_day(day);
	end = cmpl_limit_end(context, counting, &from, duty->within, CMPL_FOR_DEADLINE);
	end = cmpl_limit_settle(context, counting, end, duty->within.unit);
	if (!cmpl_date_known(&end))
		return false;
	*ret_day = cmpl_date_last_day(&end);
	return true;
}

/* The first day on which a window lets an event be. */
static bool opens_on(struct clock *clock, const struct cmpl_window *window, int depth,
		     cmpl_day *ret_day)
{
	const struct cmpl_context *context = &clock->examination->context;
	const struct cmpl_counting *counting = cmpl_counting_of(context, window->counting);
	struct complaint_date from, end;

	if (window->opens_after == CMPL_NONE || window->opens_unless.count > 0 ||
	    !anchor_on(clock, window->opens_after, depth, ret_day))
		return false;
	if (window->wait.unit == COMPLAINT_UNIT_NONE)
		return true;
	from = cmpl_date_of_day(*ret_day);
	end = cmpl_limit_end(context, counting, &from, window->wait, CMPL_FOR_DEADLINE);
	if (end.kind != COMPLAINT_DATE_DAY)
		return false;
	clock->waited = true;
	*ret_day = (cmpl_day)end.first + 1;
	return true;
}

static void keep_first(bool *known, cmpl_day *first, cmpl_day day)
{
	if (!*known || day < *first)
		*first = day;
	*known = true;
}

/*
 * The first day on which an event can be, when all goes as slowly as it may. False: it cannot be
 * told.
 */
static bool event_on(struct clock *clock, uint32_t event, int depth, cmpl_day *ret_day)
{
	const struct complaint_policy *policy = clock->examination->policy;
	bool known = false, any_window = false;
	cmpl_day day;

	*ret_day = clock->start;
	if (event == clock->root)
		return true;
	if (depth == 0)
		return false;
	for (uint32_t i = 0; i < policy->windows_count; i++) {
		if (policy->windows[i].used_by != event)
			continue;
		any_window = true;
		if (!opens_on(clock, &policy->windows[i], depth - 1, &day))
			return false; /* one of them may be open at any time */
		keep_first(&known, ret_day, day);
	}
	if (any_window)
		return known;
	for (uint32_t i = 0; i < policy->duties_count; i++) {
		if (policy->duties[i].done_by != event)
			continue;
		if (!due_on(clock, &policy->duties[i], depth - 1, &day))
			return false;
		keep_first(&known, ret_day, day);
	}
	return known;
}

static bool anchor_on(struct clock *clock, uint32_t index, int depth, cmpl_day *ret_day)
{
	const struct complaint_policy *policy = clock->examination->policy;
	const struct cmpl_anchor *anchor = &policy->anchors[index];

	if (anchor->kind == CMPL_ANCHOR_EVENT)
		return event_on(clock, anchor->index, depth, ret_day);
	if (anchor->kind == CMPL_ANCHOR_DUE && depth > 0)
		return due_on(clock, &policy->duties[anchor->index], depth - 1, ret_day);
	return false;
}

/* --- what a duty depends on ---------------------------------------------------------- */

struct late {
	uint32_t event;
	const char *why;
	cmpl_day start, due, possible;
	uint32_t window; /* rule of the window that opens too late, CMPL_NONE */
};

/* Does the deadline run out before the event, on any of the days tried? */
static bool too_early(struct cmpl_examination *examination, const struct cmpl_duty *duty,
		      uint32_t event, struct late *late)
{
	uint32_t root = root_of(examination->policy, duty->after);

	for (cmpl_day day = 0; root != CMPL_NONE && event != root && day < DAYS_TRIED; day++) {
		struct clock clock = { examination, root, examination->base + day, false };

		late->start = clock.start;
		late->event = event;
		if (!due_on(&clock, duty, CHAIN, &late->due) ||
		    !event_on(&clock, event, CHAIN, &late->possible))
			return false;
		if (late->due < late->possible)
			return true;
	}
	return false;
}

/*
 * The event whose happening the duty's condition asks for in every case in which it is owed; by
 * number.
 */
static bool needed_event(struct cmpl_examination *examination, uint32_t number, uint32_t *ret_event)
{
	const struct cmpl_worlds *worlds = examination->worlds;
	const struct cmpl_variable *variable = &worlds->variables[number];
	bool ever = false;
	struct cmpl_world world;

	if (variable->list != CMPL_EVENTS)
		return false;
	*ret_event = variable->name;
	cmpl_world_first(worlds, &world, false);
	do {
		if (cmpl_side_truth(worlds, 0, world.code) != COMPLAINT_TRUE)
			continue;
		ever = true;
		if (cmpl_world_value(worlds, &world, number).kind != CMPL_VALUE_DAY)
			return false;
	} while (cmpl_world_next(worlds, &world));
	return ever;
}

static uint32_t window_used_by(const struct complaint_policy *policy, uint32_t event)
{
	for (uint32_t i = 0; i < policy->windows_count; i++)
		if (policy->windows[i].used_by == event)
			return policy->windows[i].rule;
	return CMPL_NONE;
}

static bool find_late(struct cmpl_examination *examination, const struct cmpl_duty *duty,
		      struct late *late)
{
	const struct complaint_policy *policy = examination->policy;
	struct cmpl_side side = cmpl_side_of_duty(duty);
	uint32_t event, stage_start = CMPL_NONE;

	if (duty->place == CMPL_IN_STAGE)
		stage_start = root_of(policy, policy->stages[duty->owner].starts);
	late->why = "its stage can begin";
	if (stage_start != CMPL_NONE && too_early(examination, duty, stage_start, late))
		return true;
	late->why = "it can be done";
	if (duty->done_by != CMPL_NONE && window_used_by(policy, duty->done_by) != CMPL_NONE &&
	    too_early(examination, duty, duty->done_by, late))
		return true;
	late->why = "its condition can be met";
	if (!cmpl_worlds_build(examination->worlds, &side, 1))
		return false;
	for (uint32_t i = 0; i < examination->worlds->variable_count; i++)
		if (needed_event(examination, i, &event) &&
		    too_early(examination, duty, event, late))
			return true;
	return false;
}

/* The case on the clock's first day: what the deadline runs from, and nothing more. */
static char *show(struct cmpl_examination *examination, const struct cmpl_duty *duty,
		  const struct late *late)
{
	const struct complaint_policy *policy = examination->policy;
	uint32_t window = window_used_by(policy, late->event), opens = CMPL_NONE;
	struct cmpl_string name = { 0 };
	char *scenario;

	cmpl_scenario_begin_for(examination, duty->rule);
	cmpl_scenario_anchor(examination, duty->after, late->start);
	cmpl_scenario_now(examination, late->start);
	if (window != CMPL_NONE) {
		opens = policy->windows[policy->rules[window].index].opens_after;
		if (root_of(policy, opens) != root_of(policy, duty->after))
			window = CMPL_NONE;
	}
	cmpl_string_addf(&name, "%s is due before %s is possible", cmpl_rule_id(policy, duty->rule),
			 cmpl_policy_name_id(policy, CMPL_EVENTS, late->event));
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name), 0, duty->rule, window);
	cmpl_string_free(&name);
	return scenario;
}

void cmpl_check_deadlines(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->duties_count && !examination->failed; i++) {
		const struct cmpl_duty *duty = &policy->duties[i];
		char due[11], possible[11], start[11];
		struct late late;

		if (duty->after == CMPL_NONE || !find_late(examination, duty, &late))
			continue;
		cmpl_day_write(late.start, start);
		cmpl_day_write(late.due, due);
		cmpl_day_write(late.possible, possible);
		cmpl_finding_add(
			examination, CMPL_CODE_DEADLINE_BEFORE_EVENT, COMPLAINT_SEVERITY_WARNING,
			duty->rule, show(examination, duty, &late),
			"count it from a later event, or give it longer",
			"\"%s\" runs out before %s: from \"%s\" on %s it is due on %s, and \"%s\" "
			"need not "
			"be before %s",
			cmpl_rule_id(policy, duty->rule), late.why,
			cmpl_policy_name_id(policy, CMPL_EVENTS, root_of(policy, duty->after)),
			start, due, cmpl_policy_name_id(policy, CMPL_EVENTS, late.event), possible);
	}
}
