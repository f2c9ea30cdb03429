/* SPDX-License-Identifier: MIT */
/* Obligations that nothing can fulfil, and rights that nobody can be seen to use. */
#include "check/check.h"

/*
 * In every world in which the event has happened, does the side fail; and is there a world in which
 * it holds?
 */
static bool forecloses(const struct cmpl_worlds *worlds, uint32_t event,
		       struct cmpl_world *ret_world)
{
	bool holds = false, happens = false;
	uint32_t number = 0;
	struct cmpl_world world;

	while (number < worlds->variable_count && (worlds->variables[number].list != CMPL_EVENTS ||
						   worlds->variables[number].name != event))
		number++;
	if (number == worlds->variable_count)
		return false;
	cmpl_world_first(worlds, &world, false);
	do {
		bool truth = cmpl_side_truth(worlds, 0, world.code) == COMPLAINT_TRUE;

		holds = holds || truth;
		if (cmpl_world_value(worlds, &world, number).kind != CMPL_VALUE_DAY)
			continue;
		if (truth)
			return false;
		happens = true;
		*ret_world = world;
	} while (cmpl_world_next(worlds, &world));
	return holds && happens;
}

static char *show(struct cmpl_examination *examination, const struct cmpl_side *side,
		  const struct cmpl_world *world, uint32_t anchor, const char *what)
{
	struct cmpl_string name = { 0 };
	char *scenario;

	cmpl_scenario_begin_for(examination, side->rule);
	if (anchor != CMPL_NONE)
		cmpl_scenario_anchor(examination, anchor, examination->base);
	if (world)
		cmpl_world_apply(examination->worlds, world, examination->draft);
	cmpl_string_addf(&name, "%s %s", cmpl_rule_id(examination->policy, side->rule), what);
	examination->failed = examination->failed || name.failed;
	scenario =
		cmpl_scenario_write(examination, cmpl_string_text(&name), 0, side->rule, CMPL_NONE);
	cmpl_string_free(&name);
	return scenario;
}

static void check_done(struct cmpl_examination *examination, const struct cmpl_duty *duty)
{
	const struct complaint_policy *policy = examination->policy;
	struct cmpl_side side = cmpl_side_of_duty(duty);
	struct cmpl_world world;

	if (duty->done_by == CMPL_NONE || !cmpl_worlds_build(examination->worlds, &side, 1) ||
	    !forecloses(examination->worlds, duty->done_by, &world))
		return;
	cmpl_finding_add(examination, CMPL_CODE_NEVER_FULFILLED, COMPLAINT_SEVERITY_WARNING,
			 duty->rule,
			 show(examination, &side, &world, duty->after,
			      "is not owed once it is done, so it never counts as done"),
			 "leave the event of \"done-by\" out of its condition",
			 "nothing can fulfil \"%s\": once \"%s\" has happened it is no longer owed",
			 cmpl_rule_id(policy, duty->rule),
			 cmpl_policy_name_id(policy, CMPL_EVENTS, duty->done_by));
}

static void check_used(struct cmpl_examination *examination, const struct cmpl_window *window)
{
	const struct complaint_policy *policy = examination->policy;
	struct cmpl_side side = cmpl_side_of_window(window);
	struct cmpl_world world;

	if (window->used_by == CMPL_NONE || !cmpl_worlds_build(examination->worlds, &side, 1) ||
	    !forecloses(examination->worlds, window->used_by, &world))
		return;
	cmpl_finding_add(
		examination, CMPL_CODE_NEVER_FULFILLED, COMPLAINT_SEVERITY_WARNING, window->rule,
		show(examination, &side, &world, window->opens_after,
		     "is gone once it is used, so nobody ever used it in time"),
		"leave the event of \"used-by\" out of its condition",
		"nobody can be seen to use \"%s\": once \"%s\" has happened it is no longer there",
		cmpl_rule_id(policy, window->rule),
		cmpl_policy_name_id(policy, CMPL_EVENTS, window->used_by));
}

/* A duty whose place never comes: owed when a window is used that nothing uses. */
static void check_place(struct cmpl_examination *examination, const struct cmpl_duty *duty)
{
	const struct complaint_policy *policy = examination->policy;
	struct cmpl_side side = cmpl_side_of_duty(duty);
	const char *id = cmpl_rule_id(policy, duty->rule);

	if (duty->place == CMPL_IN_WINDOW && duty->before == CMPL_NONE &&
	    policy->windows[duty->owner].used_by == CMPL_NONE)
		cmpl_finding_add(examination, CMPL_CODE_NEVER_FULFILLED, COMPLAINT_SEVERITY_WARNING,
				 duty->rule,
				 show(examination, &side, NULL,
				      policy->windows[duty->owner].opens_after,
				      "is not owed, however open its window is"),
				 "give the window \"used-by\", or the duty \"before\"",
				 "\"%s\" is owed once \"%s\" is used, and no event uses that", id,
				 cmpl_rule_id(policy, policy->windows[duty->owner].rule));
}

void cmpl_check_fulfilment(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->duties_count && !examination->failed; i++) {
		check_done(examination, &policy->duties[i]);
		check_place(examination, &policy->duties[i]);
	}
	for (uint32_t i = 0; i < policy->windows_count && !examination->failed; i++)
		check_used(examination, &policy->windows[i]);
}
