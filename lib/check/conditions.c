/* SPDX-License-Identifier: MIT */
/*
 * One rule by itself: a condition that comes out the same whatever the case, a fact in it that
 * changes nothing, an exclusion that silence decides, an answer that stays unknown though every
 * completion gives the same.
 */
#include "check/check.h"

/* How a rule is said to hold, by kind. */
static const struct {
	const char *never, *always, *holds, *fails;
} words[] = {
	[CMPL_RULE_EXCLUSION] = { "can never apply", "applies to every complaint", "applies",
				  "does not apply" },
	[CMPL_RULE_ROUTE] = { "can never be taken", "takes every matter", "is taken",
			      "is not taken" },
	[CMPL_RULE_DUTY] = { "can never be owed", "is owed whatever its condition says", "is owed",
			     "is not owed" },
	[CMPL_RULE_TIER] = { "can never be permitted", "is permitted whatever its needs say",
			     "is permitted", "is not permitted" },
	[CMPL_RULE_WINDOW] = { "is never there for anybody", "is there whatever its condition says",
			       "is there", "is not there" },
};

static uint8_t kind_of(const struct cmpl_examination *examination, const struct cmpl_side *side)
{
	return examination->policy->rules[side->rule].kind;
}

/* --- the case that shows it ---------------------------------------------------------- */

static int expectation_of(uint8_t kind)
{
	if (kind == CMPL_RULE_TIER)
		return CMPL_EXPECT_EXTENSION;
	if (kind == CMPL_RULE_ROUTE)
		return CMPL_EXPECT_ROUTE;
	return kind == CMPL_RULE_EXCLUSION ? CMPL_EXPECT_OUTCOME : 0;
}

static uint8_t moment_of(const struct complaint_policy *policy, const struct cmpl_side *side)
{
	const struct cmpl_rule *rule = &policy->rules[side->rule];
	uint32_t variant =
		side->reading == CMPL_NONE ? CMPL_NONE : policy->readings[side->reading].variant;
	const struct cmpl_exclusion *exclusions = policy->exclusions;
	const struct cmpl_route *routes = policy->routes;
	uint32_t index = rule->index;

	if (variant != CMPL_NONE) {
		exclusions = policy->exclusion_variants;
		routes = policy->route_variants;
		index = variant;
	}
	if (rule->kind == CMPL_RULE_EXCLUSION)
		return cmpl_first_moment(exclusions[index].tested_at);
	return rule->kind == CMPL_RULE_ROUTE ? cmpl_first_moment(routes[index].tested_at)
					     : (uint8_t)CMPL_AT_ACCEPTANCE;
}

/* An extension that this tier would decide: as much as it may add. */
static void ask_tier(struct cmpl_examination *examination, const struct cmpl_side *side)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_tier *tier = &policy->tiers[policy->rules[side->rule].index];
	const struct cmpl_stage *stage = &policy->stages[tier->stage];
	uint32_t duty = policy->extensions[stage->extension].of;
	struct cmpl_limit adds = tier->limit;

	if (adds.unit == COMPLAINT_UNIT_NO_LIMIT)
		adds = (struct cmpl_limit){ 6, COMPLAINT_UNIT_MONTHS };
	cmpl_scenario_anchor(examination, policy->duties[duty].after, examination->base);
	cmpl_scenario_ask_extension(examination, duty, adds, 0);
}

static char *show(struct cmpl_examination *examination, const struct cmpl_world *world,
		  const char *unknown_name, uint32_t unknown, const char *what)
{
	const struct cmpl_worlds *worlds = examination->worlds;
	const struct cmpl_side *side = &worlds->sides[0];
	uint8_t kind = kind_of(examination, side), at = moment_of(examination->policy, side);
	struct cmpl_string name = { 0 };
	char *scenario;

	cmpl_scenario_begin_for(examination, side->rule);
	if (kind == CMPL_RULE_TIER)
		ask_tier(examination, side);
	else
		cmpl_scenario_ask(examination, at);
	if (world)
		cmpl_world_apply(worlds, world, examination->draft);
	if (unknown_name)
		cmpl_value_set(examination, examination->draft, worlds->variables[unknown].list,
			       worlds->variables[unknown].name,
			       (struct cmpl_value){ CMPL_VALUE_UNKNOWN, 0 });
	cmpl_scenario_reading(examination, side);
	if (kind == CMPL_RULE_EXCLUSION)
		cmpl_scenario_quiet(examination, at, side->rule, CMPL_NONE);

	cmpl_string_addf(&name, "%s %s%s", cmpl_rule_id(examination->policy, side->rule), what,
			 unknown_name ? unknown_name : "");
	if (side->reading != CMPL_NONE)
		cmpl_string_addf(
			&name, ", read as %s",
			cmpl_policy_text(examination->policy,
					 examination->policy->readings[side->reading].label));
	examination->failed = examination->failed || name.failed;
	scenario = cmpl_scenario_write(examination, cmpl_string_text(&name), expectation_of(kind),
				       side->rule, CMPL_NONE);
	cmpl_string_free(&name);
	return scenario;
}

/* --- the same in every case ------------------------------------------------------------- */

struct outcome {
	bool can_hold, can_fail;
	struct cmpl_world nearest;  /* most tests true */
	struct cmpl_world furthest; /* fewest */
};

static uint32_t tests_true(const struct cmpl_worlds *worlds, uint32_t code)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < worlds->leaf_count; i++)
		count += (code >> (2 * i) & 3) == COMPLAINT_TRUE;
	return count;
}

static struct outcome try_all(const struct cmpl_worlds *worlds)
{
	struct outcome outcome = { 0 };
	uint32_t most = 0, fewest = CMPL_WORLD_LEAVES + 1;
	struct cmpl_world world;

	cmpl_world_first(worlds, &world, false);
	do {
		uint32_t count = tests_true(worlds, world.code);
		uint8_t truth = cmpl_side_truth(worlds, 0, world.code);

		outcome.can_hold = outcome.can_hold || truth == COMPLAINT_TRUE;
		outcome.can_fail = outcome.can_fail || truth == COMPLAINT_FALSE;
		if (count >= most) {
			most = count;
			outcome.nearest = world;
		}
		if (count < fewest) {
			fewest = count;
			outcome.furthest = world;
		}
	} while (cmpl_world_next(worlds, &world));
	return outcome;
}

/* A last route that takes whatever is left is how routes end. */
static bool is_last_route(const struct cmpl_examination *examination, const struct cmpl_side *side)
{
	const struct complaint_policy *policy = examination->policy;
	uint32_t index = policy->rules[side->rule].index;
	uint8_t at = policy->routes[index].tested_at;

	for (uint32_t i = index + 1; i < policy->routes_count; i++)
		if (policy->routes[i].tested_at & at)
			return false;
	return true;
}

static void report_never(struct cmpl_examination *examination, const struct cmpl_side *side,
			 const struct cmpl_world *world, struct cmpl_string *text)
{
	uint8_t kind = kind_of(examination, side);

	cmpl_finding_add(
		examination, CMPL_CODE_NEVER_APPLIES, COMPLAINT_SEVERITY_WARNING, side->rule,
		show(examination, world, NULL, 0, "does not hold, though most of it is so"),
		"mend its condition, or remove it: no case there is makes it true", "%s %s",
		cmpl_side_name(examination, side, text), words[kind].never);
}

static void report_always(struct cmpl_examination *examination, const struct cmpl_side *side,
			  const struct cmpl_world *world, struct cmpl_string *text)
{
	uint8_t kind = kind_of(examination, side);

	if (kind == CMPL_RULE_ROUTE && is_last_route(examination, side))
		return;
	cmpl_finding_add(
		examination, CMPL_CODE_ALWAYS_APPLIES, COMPLAINT_SEVERITY_WARNING, side->rule,
		show(examination, world, NULL, 0, "holds, though little of it is so"),
		kind == CMPL_RULE_EXCLUSION || kind == CMPL_RULE_ROUTE
			? "mend its condition: no case there is makes it false"
			: "mend its condition, or leave it out: no case there is makes it false",
		"%s %s", cmpl_side_name(examination, side, text), words[kind].always);
}

/* --- what never matters ------------------------------------------------------------------- */

/* Does another value of this variable alone ever change the truth? */
static bool matters(const struct cmpl_worlds *worlds, uint32_t number)
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
		uint8_t truth = cmpl_side_truth(worlds, 0, world.code);
		struct cmpl_world other = world;

		for (uint16_t state = 0; state < component->complete; state++) {
			if (!(beside >> state & 1))
				continue;
			other.at[variable->component] = state;
			if (cmpl_side_truth(worlds, 0, cmpl_world_code(worlds, &other)) != truth)
				return true;
		}
	} while (cmpl_world_next(worlds, &world));
	return false;
}

static void report_idle(struct cmpl_examination *examination, const struct cmpl_side *side,
			uint32_t variable, struct cmpl_string *text)
{
	const struct cmpl_worlds *worlds = examination->worlds;
	const char *id = cmpl_variable_id(worlds, variable);
	struct cmpl_world world;

	cmpl_world_first(worlds, &world, false);
	while (cmpl_side_truth(worlds, 0, world.code) != COMPLAINT_TRUE &&
	       cmpl_world_next(worlds, &world))
		;
	cmpl_finding_add(
		examination, CMPL_CODE_FACT_NEVER_MATTERS, COMPLAINT_SEVERITY_WARNING, side->rule,
		show(examination, &world, id, variable, "is the same whatever is said of "),
		"leave it out of the condition, or mend what stands beside it",
		"%s asks for \"%s\", which never changes whether it %s",
		cmpl_side_name(examination, side, text), id,
		words[kind_of(examination, side)].holds);
}

static void find_idle(struct cmpl_examination *examination, const struct cmpl_side *side,
		      struct cmpl_string *text)
{
	const struct cmpl_worlds *worlds = examination->worlds;

	for (uint32_t i = 0; i < worlds->variable_count; i++)
		if (worlds->variables[i].list != CMPL_WORLD_OPAQUE && !matters(worlds, i))
			report_idle(examination, side, i, text);
}

/* --- Kleene's answer and the answer of every completion --------------------------------------- */

/* Do all completions of a partial world give one truth, and which? UNKNOWN: they do not. */
static uint8_t completed(const struct cmpl_worlds *worlds, const struct cmpl_world *world)
{
	struct cmpl_world whole;
	uint8_t truth;

	cmpl_completion_first(worlds, world, &whole);
	truth = cmpl_side_truth(worlds, 0, whole.code);
	while (cmpl_completion_next(worlds, world, &whole))
		if (cmpl_side_truth(worlds, 0, whole.code) != truth)
			return COMPLAINT_UNKNOWN;
	return truth;
}

static bool several_read_one_name(const struct cmpl_worlds *worlds)
{
	for (uint32_t i = 0; i < worlds->component_count; i++)
		if (worlds->components[i].leaf_count > 1)
			return true;
	return false;
}

static void find_settled(struct cmpl_examination *examination, const struct cmpl_side *side,
			 struct cmpl_string *text)
{
	const struct cmpl_worlds *worlds = examination->worlds;
	struct cmpl_world world;
	uint8_t truth;

	if (!several_read_one_name(worlds))
		return;
	cmpl_world_first(worlds, &world, true);
	do {
		if (cmpl_side_truth(worlds, 0, world.code) != COMPLAINT_UNKNOWN)
			continue;
		truth = completed(worlds, &world);
		if (truth == COMPLAINT_UNKNOWN)
			continue;
		cmpl_finding_add(
			examination, CMPL_CODE_UNKNOWN_THOUGH_SETTLED, COMPLAINT_SEVERITY_WARNING,
			side->rule,
			show(examination, &world, NULL, 0,
			     "stays undecided, though nothing that is missing could change it"),
			"write the condition so that it does not hang on what cannot matter",
			"%s can be unknown where every possible answer gives the same: that it %s",
			cmpl_side_name(examination, side, text),
			truth == COMPLAINT_TRUE ? words[kind_of(examination, side)].holds
						: words[kind_of(examination, side)].fails);
		return;
	} while (cmpl_world_next(worlds, &world));
}

/*
 * --- silence -------------------------------------------------------------------------------------
 */

/* Is everything that an exclusion reads taken as said when nobody said it? */
static void find_silent(struct cmpl_examination *examination, const struct cmpl_side *side,
			struct cmpl_string *text)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_worlds *worlds = examination->worlds;

	if (kind_of(examination, side) != CMPL_RULE_EXCLUSION)
		return;
	for (uint32_t i = 0; i < worlds->variable_count; i++) {
		const struct cmpl_variable *variable = &worlds->variables[i];

		if (variable->list > CMPL_EVENTS ||
		    cmpl_policy_name_silence(policy, (enum cmpl_list)variable->list,
					     variable->name) == COMPLAINT_TRUTH_NOT_GIVEN)
			return;
	}
	cmpl_finding_add(
		examination, CMPL_CODE_NEVER_UNDETERMINED, COMPLAINT_SEVERITY_WARNING, side->rule,
		show(examination, NULL, NULL, 0, "is decided though nothing was said of it"),
		"name a fact without \"silence\" in it, so that somebody asks before refusing",
		"%s is never undetermined: whatever nobody answered is taken as answered, so "
		"nothing is asked",
		cmpl_side_name(examination, side, text));
}

/*
 * --- one after another
 * ------------------------------------------------------------------------------
 */

static void check_side(struct cmpl_examination *examination, const struct cmpl_side *side,
		       struct cmpl_string *text)
{
	struct cmpl_worlds *worlds = examination->worlds;
	bool built = cmpl_worlds_build(worlds, side, 1);
	struct outcome outcome;

	if (worlds->tests == 0)
		return;
	if (!built) {
		cmpl_finding_add(
			examination, CMPL_CODE_NOT_EXAMINED, COMPLAINT_SEVERITY_NOTE, side->rule,
			NULL, "at most 12 tests are tried; split the rule if you want it examined",
			"%s is not examined: its %u tests have too many cases to try",
			cmpl_side_name(examination, side, text), (unsigned)worlds->tests);
		return;
	}
	outcome = try_all(worlds);
	if (!outcome.can_hold)
		report_never(examination, side, &outcome.nearest, text);
	else if (!outcome.can_fail)
		report_always(examination, side, &outcome.furthest, text);
	else
		find_idle(examination, side, text);
	find_settled(examination, side, text);
	find_silent(examination, side, text);
}

void cmpl_check_conditions(struct cmpl_examination *examination)
{
	struct cmpl_string text = { 0 };
	struct cmpl_side side;

	for (uint32_t i = 0; !examination->failed && cmpl_side_at(examination->policy, i, &side);
	     i++)
		check_side(examination, &side, &text);
	examination->failed = examination->failed || text.failed;
	cmpl_string_free(&text);
}
