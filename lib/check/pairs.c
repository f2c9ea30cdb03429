/* SPDX-License-Identifier: MIT */
/*
 * Two exclusions, or two routes, that share a name: one that the other swallows; two that settle it
 * together.
 */
#include "check/check.h"

static uint8_t level_of(uint8_t effect)
{
	return effect <= COMPLAINT_EFFECT_NORMALLY_EXCLUDE ? 2 : 1;
}

/* Does the second hold in every case in which the first does, and is there such a case? */
static bool implies(const struct cmpl_worlds *worlds, uint32_t first, uint32_t second,
		    struct cmpl_world *ret_world)
{
	struct cmpl_world world;
	bool found = false;

	cmpl_world_first(worlds, &world, false);
	do {
		if (cmpl_side_truth(worlds, first, world.code) != COMPLAINT_TRUE)
			continue;
		if (cmpl_side_truth(worlds, second, world.code) != COMPLAINT_TRUE)
			return false;
		if (!found)
			*ret_world = world;
		found = true;
	} while (cmpl_world_next(worlds, &world));
	return found;
}

static bool always(const struct cmpl_worlds *worlds, uint32_t side)
{
	struct cmpl_world world;

	cmpl_world_first(worlds, &world, false);
	do {
		if (cmpl_side_truth(worlds, side, world.code) != COMPLAINT_TRUE)
			return false;
	} while (cmpl_world_next(worlds, &world));
	return true;
}

/* --- exclusions ------------------------------------------------------------------------- */

/* Can the outer one stand in for the inner one wherever that is tested? */
static bool can_swallow(const struct complaint_policy *policy, const struct cmpl_exclusion *inner,
			const struct cmpl_exclusion *outer)
{
	return !(inner->tested_at & ~outer->tested_at) &&
	       level_of(outer->effect) >= level_of(inner->effect) && !outer->part &&
	       policy->rules[outer->rule].in_force == CMPL_NONE;
}

static char *show_exclusions(struct cmpl_examination *examination, const struct cmpl_world *world,
			     uint8_t at, const char *what)
{
	const struct cmpl_worlds *worlds = examination->worlds;
	uint32_t first = worlds->sides[0].rule, second = worlds->sides[1].rule;
	struct cmpl_string name = { 0 };
	char *scenario;

	cmpl_scenario_begin_for(examination, first);
	cmpl_scenario_ask(examination, at);
	cmpl_world_apply(worlds, world, examination->draft);
	cmpl_scenario_quiet(examination, at, first, second);
	cmpl_string_addf(&name, "%s and %s %s", cmpl_rule_id(examination->policy, first),
			 cmpl_rule_id(examination->policy, second), what);
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name), CMPL_EXPECT_OUTCOME,
				       first, second);
	cmpl_string_free(&name);
	return scenario;
}

static bool find_swallowed(struct cmpl_examination *examination,
			   const struct cmpl_exclusion *const *pair, uint32_t inner)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_exclusion *small = pair[inner], *large = pair[1 - inner];
	struct cmpl_world world;

	if (!can_swallow(policy, small, large) || always(examination->worlds, 1 - inner) ||
	    !implies(examination->worlds, inner, 1 - inner, &world))
		return false;
	cmpl_finding_add(
		examination, CMPL_CODE_SWALLOWED, COMPLAINT_SEVERITY_WARNING, small->rule,
		show_exclusions(examination, &world, cmpl_first_moment(small->tested_at),
				"apply together, and the second decides nothing more"),
		"remove it, or narrow the other one",
		"\"%s\" is swallowed by \"%s\": whenever it applies the other does, and the "
		"outcome is the same without it",
		cmpl_rule_id(policy, small->rule), cmpl_rule_id(policy, large->rule));
	return true;
}

/* Is one of the two true in every completion, and not one of them in all? */
static bool settled_together(const struct cmpl_worlds *worlds, const struct cmpl_world *world)
{
	bool first = true, second = true;
	struct cmpl_world whole;

	cmpl_completion_first(worlds, world, &whole);
	do {
		bool one = cmpl_side_truth(worlds, 0, whole.code) == COMPLAINT_TRUE;
		bool other = cmpl_side_truth(worlds, 1, whole.code) == COMPLAINT_TRUE;

		if (!one && !other)
			return false;
		first = first && one;
		second = second && other;
	} while (cmpl_completion_next(worlds, world, &whole));
	return !first && !second;
}

static void find_settled(struct cmpl_examination *examination,
			 const struct cmpl_exclusion *const *pair)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_worlds *worlds = examination->worlds;
	struct cmpl_world world;

	if (level_of(pair[0]->effect) != level_of(pair[1]->effect))
		return;
	cmpl_world_first(worlds, &world, true);
	do {
		if (cmpl_side_truth(worlds, 0, world.code) != COMPLAINT_UNKNOWN ||
		    cmpl_side_truth(worlds, 1, world.code) != COMPLAINT_UNKNOWN ||
		    !settled_together(worlds, &world))
			continue;
		cmpl_finding_add(
			examination, CMPL_CODE_UNKNOWN_THOUGH_SETTLED, COMPLAINT_SEVERITY_WARNING,
			pair[1]->rule,
			show_exclusions(examination, &world,
					cmpl_first_moment(pair[0]->tested_at & pair[1]->tested_at),
					"stay undecided, though one of them must apply"),
			"if both are meant, say in one exclusion what both have in common",
			"\"%s\" and \"%s\" can both be unknown where one of them applies whatever "
			"the "
			"missing answer is: between them they leave no case",
			cmpl_rule_id(policy, pair[0]->rule), cmpl_rule_id(policy, pair[1]->rule));
		return;
	} while (cmpl_world_next(worlds, &world));
}

/* Too much to try together is told once, of the later rule, and only when each alone was tried. */
static bool build_pair(struct cmpl_examination *examination, const struct cmpl_side sides[2])
{
	struct cmpl_worlds *worlds = examination->worlds;
	bool both;

	if (!cmpl_sides_share_name(examination->policy, sides) ||
	    !cmpl_worlds_build(worlds, &sides[0], 1) || !cmpl_worlds_build(worlds, &sides[1], 1))
		return false;
	both = cmpl_worlds_build(worlds, sides, 2);
	if (!both)
		cmpl_finding_add(
			examination, CMPL_CODE_NOT_EXAMINED, COMPLAINT_SEVERITY_NOTE, sides[1].rule,
			NULL, "at most 12 tests are tried; split a rule if you want them examined",
			"\"%s\" and \"%s\" share a name and are not examined together: their %u "
			"tests have too many cases to try",
			cmpl_rule_id(examination->policy, sides[0].rule),
			cmpl_rule_id(examination->policy, sides[1].rule), (unsigned)worlds->tests);
	return both;
}

static void check_exclusions(struct cmpl_examination *examination, uint32_t first, uint32_t second)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_exclusion *const pair[2] = { &policy->exclusions[first],
						       &policy->exclusions[second] };
	const struct cmpl_side sides[2] = { cmpl_side_of_exclusion(pair[0]),
					    cmpl_side_of_exclusion(pair[1]) };

	if (!(pair[0]->tested_at & pair[1]->tested_at) || !build_pair(examination, sides))
		return;
	/* Of two that are the same the later one is too much. */
	if (!find_swallowed(examination, pair, 1))
		find_swallowed(examination, pair, 0);
	find_settled(examination, pair);
}

/*
 * --- routes ------------------------------------------------------------------------------------
 */

static void check_routes(struct cmpl_examination *examination, uint32_t first, uint32_t second)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_route *earlier = &policy->routes[first], *later = &policy->routes[second];
	const struct cmpl_side sides[2] = { cmpl_side_of_route(earlier),
					    cmpl_side_of_route(later) };
	struct cmpl_string name = { 0 };
	struct cmpl_world world;

	if ((later->tested_at & ~earlier->tested_at) ||
	    policy->rules[earlier->rule].in_force != CMPL_NONE || !build_pair(examination, sides) ||
	    always(examination->worlds, 0) || !implies(examination->worlds, 1, 0, &world))
		return;
	cmpl_scenario_begin_for(examination, later->rule);
	cmpl_scenario_ask(examination, cmpl_first_moment(later->tested_at));
	cmpl_world_apply(examination->worlds, &world, examination->draft);
	cmpl_string_addf(&name, "%s is taken where %s would apply too",
			 cmpl_rule_id(policy, earlier->rule), cmpl_rule_id(policy, later->rule));
	examination->failed = examination->failed || name.failed;
	cmpl_finding_add(examination, CMPL_CODE_SWALLOWED, COMPLAINT_SEVERITY_WARNING, later->rule,
			 cmpl_scenario_write(examination, cmpl_string_text(&name),
					     CMPL_EXPECT_ROUTE, CMPL_NONE, CMPL_NONE),
			 "put it before the other route, or narrow that one",
			 "\"%s\" is never taken: whenever it applies \"%s\" before it does",
			 cmpl_rule_id(policy, later->rule), cmpl_rule_id(policy, earlier->rule));
	cmpl_string_free(&name);
}

void cmpl_check_exclusion_pairs(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->exclusions_count; i++)
		for (uint32_t k = i + 1; k < policy->exclusions_count && !examination->failed; k++)
			check_exclusions(examination, i, k);
	for (uint32_t i = 0; i < policy->routes_count; i++)
		for (uint32_t k = i + 1; k < policy->routes_count && !examination->failed; k++)
			check_routes(examination, i, k);
}
