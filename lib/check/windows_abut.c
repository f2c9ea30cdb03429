/* SPDX-License-Identifier: MIT */
/*
 * Windows that are meant to abut: one takes over from the other when a fact changes, or when time
 * has passed.
 */
#include "check/check.h"

enum { DAYS_TRIED = 366, NEARLY = 3 };

/* --- by what is so ---------------------------------------------------------------------- */

/*
 * Does one value of this variable let the first window be and another the second, all else equal?
 */
static bool switches(const struct cmpl_worlds *worlds, uint32_t number)
{
	const struct cmpl_variable *variable = &worlds->variables[number];
	const struct cmpl_component *component = &worlds->components[variable->component];
	struct cmpl_world world;
	uint32_t member = 0;

	while (component->member[member] != number)
		member++;
	cmpl_world_first(worlds, &world, false);
	do {
		uint64_t beside = component->beside[member][world.at[variable->component]];
		struct cmpl_world other = world;

		if (cmpl_side_truth(worlds, 0, world.code) != COMPLAINT_TRUE ||
		    cmpl_side_truth(worlds, 1, world.code) == COMPLAINT_TRUE)
			continue;
		for (uint16_t state = 0; state < component->complete; state++) {
			uint32_t code;

			other.at[variable->component] = state;
			code = cmpl_world_code(worlds, &other);
			if ((beside >> state & 1) &&
			    cmpl_side_truth(worlds, 0, code) != COMPLAINT_TRUE &&
			    cmpl_side_truth(worlds, 1, code) == COMPLAINT_TRUE)
				return true;
		}
	} while (cmpl_world_next(worlds, &world));
	return false;
}

static uint32_t switch_of(const struct cmpl_worlds *worlds)
{
	for (uint32_t i = 0; i < worlds->variable_count; i++)
		if (worlds->variables[i].list != CMPL_WORLD_OPAQUE && switches(worlds, i))
			return i;
	return CMPL_NONE;
}

/* With another value of the switch alone, is one of the two there? */
static bool one_is_near(const struct cmpl_worlds *worlds, const struct cmpl_world *world,
			uint32_t number)
{
	uint8_t owner = worlds->variables[number].component;
	const struct cmpl_component *component = &worlds->components[owner];
	struct cmpl_world other = *world;
	uint32_t member = 0;

	while (component->member[member] != number)
		member++;
	for (uint16_t state = 0; state < component->complete; state++) {
		uint32_t code;

		other.at[owner] = state;
		code = cmpl_world_code(worlds, &other);
		if ((component->beside[member][world->at[owner]] >> state & 1) &&
		    (cmpl_side_truth(worlds, 0, code) == COMPLAINT_TRUE ||
		     cmpl_side_truth(worlds, 1, code) == COMPLAINT_TRUE))
			return true;
	}
	return false;
}

/* Is there a third window to the same door in this world, or could there be? */
static bool other_window_there(struct cmpl_examination *examination, const struct cmpl_world *world)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_worlds *worlds = examination->worlds;
	uint32_t first = policy->rules[worlds->sides[0].rule].index;
	uint32_t second = policy->rules[worlds->sides[1].rule].index;
	struct cmpl_context context;
	bool there = false;

	complaint_case_clear(examination->draft);
	cmpl_world_apply(worlds, world, examination->draft);
	context = cmpl_context_with(&examination->context, CMPL_NONE, CMPL_NONE);
	context.given = examination->draft;
	for (uint32_t i = 0; i < policy->windows_count && !there; i++) {
		const struct cmpl_window *window = &policy->windows[i];

		if (i == first || i == second || window->door != policy->windows[first].door)
			continue;
		there = cmpl_condition_test(&context, window->when, window->counting) !=
				COMPLAINT_FALSE &&
			cmpl_exceptions_silent(&context, window->unless, window->counting) !=
				COMPLAINT_FALSE;
	}
	return there;
}

/* The first world in which both are there; or none, of those near one. */
static bool find_world(struct cmpl_examination *examination, uint32_t number, bool both,
		       struct cmpl_world *world)
{
	const struct cmpl_worlds *worlds = examination->worlds;

	cmpl_world_first(worlds, world, false);
	do {
		bool first = cmpl_side_truth(worlds, 0, world->code) == COMPLAINT_TRUE;
		bool second = cmpl_side_truth(worlds, 1, world->code) == COMPLAINT_TRUE;

		if (both && first && second)
			return true;
		if (!both && !first && !second && one_is_near(worlds, world, number) &&
		    !other_window_there(examination, world))
			return true;
	} while (cmpl_world_next(worlds, world));
	return false;
}

/* Both windows with everything they run from on one day, on another as the present. */
static char *show(struct cmpl_examination *examination, const struct cmpl_world *world,
		  cmpl_day from, cmpl_day now, const char *what)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_worlds *worlds = examination->worlds;
	struct cmpl_string name = { 0 };
	char *scenario;

	cmpl_scenario_begin_for(examination, worlds->sides[0].rule);
	cmpl_scenario_now(examination, now);
	for (uint32_t i = 0; i < 2; i++) {
		const struct cmpl_window *window =
			&policy->windows[policy->rules[worlds->sides[i].rule].index];

		cmpl_scenario_anchor(examination, window->opens_after, from);
		cmpl_scenario_anchor(examination, window->closes_after, from);
	}
	cmpl_world_apply(worlds, world, examination->draft);
	cmpl_string_addf(&name, "%s and %s %s", cmpl_rule_id(policy, worlds->sides[0].rule),
			 cmpl_rule_id(policy, worlds->sides[1].rule), what);
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name), 0,
				       worlds->sides[0].rule, worlds->sides[1].rule);
	cmpl_string_free(&name);
	return scenario;
}

static void check_conditions(struct cmpl_examination *examination, uint32_t first, uint32_t second)
{
	const struct complaint_policy *policy = examination->policy;
	const char *one = cmpl_rule_id(policy, first), *other = cmpl_rule_id(policy, second);
	struct cmpl_worlds *worlds = examination->worlds;
	uint32_t number = switch_of(worlds);
	struct cmpl_world world;

	if (number == CMPL_NONE)
		return;
	if (find_world(examination, number, true, &world))
		cmpl_finding_add(
			examination, CMPL_CODE_WINDOWS_OVERLAP, COMPLAINT_SEVERITY_WARNING, second,
			show(examination, &world, examination->base, examination->base,
			     "are both there"),
			"make their conditions opposite, so that one replaces the other",
			"\"%s\" and \"%s\" lead to one door and take turns by \"%s\", yet both "
			"can be there at once",
			one, other, cmpl_variable_id(worlds, number));
	if (find_world(examination, number, false, &world))
		cmpl_finding_add(
			examination, CMPL_CODE_WINDOWS_GAP, COMPLAINT_SEVERITY_WARNING, second,
			show(examination, &world, examination->base, examination->base,
			     "leave the door shut"),
			"make their conditions opposite, so that one of them is always there",
			"\"%s\" and \"%s\" lead to one door and take turns by \"%s\", yet there is "
			"a "
			"case without either",
			one, other, cmpl_variable_id(worlds, number));
}

/* --- by time ------------------------------------------------------------------------------ */

static bool same_anchor(const struct complaint_policy *policy, uint32_t left, uint32_t right)
{
	const struct cmpl_anchor *a, *b;

	if (left == CMPL_NONE || right == CMPL_NONE)
		return false;
	a = &policy->anchors[left];
	b = &policy->anchors[right];
	return a->kind == b->kind && a->index == b->index && a->kind < CMPL_ANCHOR_LATEST;
}

struct interval {
	cmpl_day from;  /* the day of the event on which both hang */
	cmpl_day first; /* on which the later one opens */
	int64_t days;   /* between the two: none when they abut, less when both are open */
};

/* False: they are not counted in days. */
static bool days_between(const struct cmpl_examination *examination,
			 const struct cmpl_window *closing, const struct cmpl_window *opening,
			 struct interval *interval)
{
	const struct cmpl_context *context = &examination->context;
	const struct cmpl_counting *counting = cmpl_counting_of(context, closing->counting);
	struct complaint_date event = cmpl_date_of_day(interval->from), last, wait;

	last = cmpl_limit_end(context, counting, &event, closing->closes, CMPL_FOR_DEADLINE);
	last = cmpl_limit_settle(context, counting, last, closing->closes.unit);
	wait = cmpl_limit_end(context, cmpl_counting_of(context, opening->counting), &event,
			      opening->wait, CMPL_FOR_DEADLINE);
	if (last.kind != COMPLAINT_DATE_DAY || wait.kind != COMPLAINT_DATE_DAY)
		return false;
	interval->days = wait.first - last.first; /* a wait opens on the day after its last one */
	interval->first = (cmpl_day)(wait.first + 1);
	return true;
}

static bool both_there(const struct cmpl_worlds *worlds, struct cmpl_world *world)
{
	cmpl_world_first(worlds, world, false);
	do {
		if (cmpl_side_truth(worlds, 0, world->code) == COMPLAINT_TRUE &&
		    cmpl_side_truth(worlds, 1, world->code) == COMPLAINT_TRUE)
			return true;
	} while (cmpl_world_next(worlds, world));
	return false;
}

/*
 * The first day from which on the two do not abut. Windows to different doors are held to be meant
 * so when on some day they nearly do.
 */
static bool find_break(const struct cmpl_examination *examination,
		       const struct cmpl_window *closing, const struct cmpl_window *opening,
		       struct interval *ret_break)
{
	bool found = false, near = closing->door == opening->door;

	for (cmpl_day day = 0; day < DAYS_TRIED; day++) {
		struct interval here = { .from = examination->base + day };

		if (!days_between(examination, closing, opening, &here))
			return false;
		near = near || (here.days <= NEARLY && here.days >= -NEARLY);
		if (here.days != 0 && !found)
			*ret_break = here;
		found = found || here.days != 0;
	}
	return found && near;
}

static void check_time(struct cmpl_examination *examination, const struct cmpl_window *closing,
		       const struct cmpl_window *opening)
{
	const struct complaint_policy *policy = examination->policy;
	const char *one = cmpl_rule_id(policy, closing->rule),
		   *other = cmpl_rule_id(policy, opening->rule);
	struct interval here = { 0 };
	struct cmpl_world world;
	int days;

	if (closing->closes.unit == COMPLAINT_UNIT_NONE ||
	    opening->wait.unit == COMPLAINT_UNIT_NONE ||
	    !same_anchor(policy, closing->closes_after, opening->opens_after) ||
	    !both_there(examination->worlds, &world) ||
	    !find_break(examination, closing, opening, &here))
		return;
	days = (int)here.days;
	if (days > 0)
		cmpl_finding_add(
			examination, CMPL_CODE_WINDOWS_GAP, COMPLAINT_SEVERITY_WARNING,
			opening->rule,
			show(examination, &world, here.from, here.first - 1,
			     "leave a day between them"),
			"write the same amount and unit in \"closes\" and in the wait: they abut",
			"\"%s\" opens after \"%s\" has closed, %d day%s later than it could", other,
			one, days, days == 1 ? "" : "s");
	else
		cmpl_finding_add(
			examination, CMPL_CODE_WINDOWS_OVERLAP, COMPLAINT_SEVERITY_WARNING,
			opening->rule,
			show(examination, &world, here.from, here.first, "are open on one day"),
			"write the same amount and unit in \"closes\" and in the wait: they abut",
			"\"%s\" opens %d day%s before \"%s\" is over", other, -days,
			days == -1 ? "" : "s", one);
}

static void check_pair(struct cmpl_examination *examination, uint32_t first, uint32_t second)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_window *one = &policy->windows[first], *other = &policy->windows[second];
	struct cmpl_side sides[2] = { cmpl_side_of_window(one), cmpl_side_of_window(other) };

	if (!cmpl_worlds_build(examination->worlds, sides, 2)) {
		if (one->door == other->door && examination->worlds->tests > CMPL_WORLD_LEAVES &&
		    cmpl_sides_share_name(policy, sides))
			cmpl_finding_add(
				examination, CMPL_CODE_NOT_EXAMINED, COMPLAINT_SEVERITY_NOTE,
				other->rule, NULL,
				"at most 12 tests are tried; split a rule if you want them "
				"examined",
				"\"%s\" and \"%s\" lead to one door and are not examined together: "
				"their %u tests have too many cases to try",
				cmpl_rule_id(policy, one->rule), cmpl_rule_id(policy, other->rule),
				(unsigned)examination->worlds->tests);
		return;
	}
	if (one->door == other->door && cmpl_sides_share_name(policy, sides))
		check_conditions(examination, one->rule, other->rule);
	check_time(examination, one, other);
	check_time(examination, other, one);
}

void cmpl_check_windows(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->windows_count; i++)
		for (uint32_t k = i + 1; k < policy->windows_count && !examination->failed; k++)
			check_pair(examination, i, k);
}
