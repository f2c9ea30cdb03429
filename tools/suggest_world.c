/* SPDX-License-Identifier: MIT */
/*
 * A case that makes a rule come out as wanted. It need not be clever: whether it does is asked of
 * the library, and another way is tried when it does not.
 */
#include "suggest.h"

#include <string.h>

static int32_t not(int32_t truth)
{
	if (truth == COMPLAINT_UNKNOWN)
		return truth;
	return truth == COMPLAINT_TRUE ? COMPLAINT_FALSE : COMPLAINT_TRUE;
}

/* --- conditions ----------------------------------------------------------------------- */

/* Does the subtree read this name? */
static int reads(const struct complaint_policy *policy, uint32_t term, const char *name)
{
	uint32_t end = complaint_policy_get_term_end(policy, term);

	for (; name && term < end; term++) {
		const char *own = complaint_policy_get_term_name(policy, term);

		if (own && strcmp(own, name) == 0)
			return 1;
	}
	return 0;
}

int condition_reads(const struct complaint_policy *policy, const struct goal *goal)
{
	uint32_t term = complaint_policy_get_condition(policy, goal->rule, COMPLAINT_NONE,
						       goal->sort, goal->index);

	return term != COMPLAINT_NONE && reads(policy, term, goal->item->fact);
}

/*
 * Of several children one is enough: `child` says which, or the one that reads `fact`. The others
 * are kept from deciding.
 */
static void satisfy(struct world *world, uint32_t term, int32_t want, unsigned child,
		    const char *fact)
{
	const struct complaint_policy *policy = world->policy;
	int32_t kind = complaint_policy_get_term_kind(policy, term);
	uint32_t end = complaint_policy_get_term_end(policy, term);
	int32_t neutral = kind == COMPLAINT_TERM_ALL ? COMPLAINT_TRUE : COMPLAINT_FALSE;
	unsigned count = 0, number = 0;

	if (kind == COMPLAINT_TERM_NOT) {
		satisfy(world, term + 1, not(want), child, fact);
		return;
	}
	if (kind != COMPLAINT_TERM_ALL && kind != COMPLAINT_TERM_ANY) {
		world_set_leaf(world, term, want);
		return;
	}
	for (uint32_t at = term + 1; at < end; at = complaint_policy_get_term_end(policy, at))
		count++;
	for (uint32_t at = term + 1; at < end; at = complaint_policy_get_term_end(policy, at)) {
		int chosen = fact ? reads(policy, at, fact) : number == child % count;

		if (chosen || want == neutral)
			satisfy(world, at, want, child / count, fact);
		number++;
	}
	for (uint32_t at = term + 1; at < end; at = complaint_policy_get_term_end(policy, at))
		satisfy(world, at, neutral, 0, NULL);
}

static void satisfy_sort(struct world *world, uint32_t rule, int32_t sort, int32_t want,
			 const struct way *way)
{
	size_t count = complaint_policy_condition_count(world->policy, rule, COMPLAINT_NONE, sort);

	for (size_t i = 0; i < count; i++)
		satisfy(world,
			complaint_policy_get_condition(world->policy, rule, COMPLAINT_NONE, sort,
						       i),
			want, way->child, NULL);
}

/* The rule and those it stands in hold: what it asks for is there, no exception is. */
static void satisfy_rule(struct world *world, uint32_t rule, const struct way *way)
{
	for (int depth = 0; rule != COMPLAINT_NONE && depth < 6; depth++) {
		satisfy_sort(world, rule, COMPLAINT_CONDITION_WHEN, COMPLAINT_TRUE, way);
		satisfy_sort(world, rule, COMPLAINT_CONDITION_UNLESS, COMPLAINT_FALSE, way);
		satisfy_sort(world, rule, COMPLAINT_CONDITION_OPENS_UNLESS, COMPLAINT_FALSE, way);
		satisfy_sort(world, rule, COMPLAINT_CONDITION_NEED,
			     complaint_policy_get_rule_place(world->policy, rule) ==
					     COMPLAINT_PLACE_OTHERWISE
				     ? COMPLAINT_FALSE
				     : COMPLAINT_TRUE,
			     way);
		rule = complaint_policy_get_rule_owner(world->policy, rule);
	}
}

/* What has to happen before there is such a duty or such a window at all. */
static void set_beginning(struct world *world, uint32_t rule, const char *value)
{
	world_set_anchor_value(world, rule, COMPLAINT_ANCHOR_AFTER, value);
	world_set_anchor_value(world, rule, COMPLAINT_ANCHOR_OPENS, value);
	world_set_anchor_value(world, complaint_policy_get_rule_owner(world->policy, rule),
			       COMPLAINT_ANCHOR_STARTS, value);
}

/* What is to be shown, before anything else is set. */
static void satisfy_goal(struct world *world, const struct goal *goal, const struct way *way)
{
	const struct complaint_policy *policy = world->policy;
	uint32_t rule = goal->rule;

	if (goal->item->fact) {
		uint32_t term = complaint_policy_get_condition(policy, rule, COMPLAINT_NONE,
							       goal->sort, goal->index);

		satisfy(world, term, COMPLAINT_UNKNOWN, way->child, goal->item->fact);
	} else if (goal->item->sort) {
		satisfy(world,
			complaint_policy_get_condition(policy, rule, COMPLAINT_NONE,
						       goal->item->sort, goal->item->index),
			goal->how == COVERED_APPLIES ? COMPLAINT_TRUE : COMPLAINT_FALSE, way->child,
			NULL);
	} else if (goal->how == COVERED_DOES_NOT) {
		if (way->child % 2 == 1 && !way->decided)
			set_beginning(world, rule, "not-yet");
		if (complaint_policy_condition_count(policy, rule, COMPLAINT_NONE,
						     COMPLAINT_CONDITION_WHEN) > 0)
			satisfy_sort(world, rule, COMPLAINT_CONDITION_WHEN, COMPLAINT_FALSE, way);
		else
			satisfy_sort(world, rule, COMPLAINT_CONDITION_UNLESS, COMPLAINT_TRUE, way);
	}
	/* A tier that is missed, or another one that is reached, differs in what is asked for. */
	satisfy_rule(world, rule, way);
}

/*
 * What is owed with every refusal needs one, and a refusal ends other duties: some exclusion.
 * COMPLAINT_NONE: none is needed.
 */
static uint32_t refusing(const struct complaint_policy *policy, uint32_t rule, int refused)
{
	uint32_t count = complaint_policy_rule_count(policy);

	if (!refused && complaint_policy_get_rule_place(policy, rule) != COMPLAINT_PLACE_REFUSAL)
		return COMPLAINT_NONE;
	for (rule = 0; rule < count; rule++)
		if (complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_EXCLUSION)
			return rule;
	return COMPLAINT_NONE;
}

/* --- how far the complaint has come ------------------------------------------------------ */

/* The stages before number `reached` are over, and it has begun. */
static void set_stages(struct world *world, unsigned reached)
{
	const struct complaint_policy *policy = world->policy;
	uint32_t count = complaint_policy_rule_count(policy);
	complaint_day day = world->base - WORLD_AGO;
	unsigned stage = 0;

	for (uint32_t rule = 0; rule < count && stage <= reached; rule++) {
		const char *ends;

		if (complaint_policy_get_rule_kind(policy, rule) != COMPLAINT_RULE_STAGE)
			continue;
		world_set_anchor(world, rule, COMPLAINT_ANCHOR_STARTS, day);
		ends = complaint_policy_get_rule_name(policy, rule, COMPLAINT_NONE,
						      COMPLAINT_NAME_ENDS);
		if (ends && stage < reached)
			world_set_day(world, ends, day + WORLD_STEP);
		day += 2 * WORLD_STEP;
		stage++;
	}
}

/* --- an extension that is asked for ------------------------------------------------------- */

static uint32_t extension_above(const struct complaint_policy *policy, uint32_t rule)
{
	while (rule != COMPLAINT_NONE &&
	       complaint_policy_get_rule_kind(policy, rule) != COMPLAINT_RULE_EXTENSION)
		rule = complaint_policy_get_rule_owner(policy, rule);
	return rule;
}

static void set_extension(struct world *world, uint32_t rule, const struct way *way)
{
	static const char *const units[] = { "",      "working days", "calendar days", "hours",
					     "weeks", "months",       "years" };
	static const int32_t more[] = { 0, 1, 20, 60 };
	const struct complaint_policy *policy = world->policy;
	uint32_t extension = extension_above(policy, rule);
	uint32_t duty = complaint_policy_get_rule_target(policy, extension, COMPLAINT_NONE);
	uint32_t tier = complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_TIER
				? rule
				: complaint_policy_get_rule_owner(policy, rule);
	int32_t amount = 0, unit = 0;
	char day[16] = "", asked[64];

	if (extension == COMPLAINT_NONE || duty == COMPLAINT_NONE ||
	    complaint_day_to_text(world->base, day, sizeof(day)) != COMPLAINT_OK)
		return;
	if (complaint_policy_get_rule_limit(policy, tier, COMPLAINT_NONE, COMPLAINT_LIMIT_UP_TO,
					    &amount, &unit) != COMPLAINT_OK ||
	    amount < 1 || unit < 1 || unit >= (int32_t)(sizeof(units) / sizeof(units[0]))) {
		amount = 5;
		unit = COMPLAINT_UNIT_WORKING_DAYS;
	}
	/* The last way is a day that the limit covers anyway. */
	amount += more[way->amount % (sizeof(more) / sizeof(more[0]))];
	if (way->amount < sizeof(more) / sizeof(more[0]))
		snprintf(asked, sizeof(asked), "adds: %ld %.*s", (long)amount,
			 (int)(strlen(units[unit]) - (amount == 1)), units[unit]);
	else
		snprintf(asked, sizeof(asked), "until: %s", day);
	snprintf(world->extend, sizeof(world->extend), "extend: %s, %s, asked: %s",
		 complaint_policy_get_rule_id(policy, duty), asked, day);
	world_set_anchor(world, duty, COMPLAINT_ANCHOR_AFTER, world->base - 3);
}

/* --- the whole ---------------------------------------------------------------------------- */

static complaint_day later_of(complaint_day a, complaint_day b)
{
	return a > b ? a : b;
}

void world_begin(struct world *world, const struct complaint_policy *policy,
		 const struct goal *goal)
{
	complaint_day from = INT32_MIN, until = INT32_MAX, own = INT32_MIN;

	memset(world, 0, sizeof(*world));
	world->policy = policy;
	complaint_policy_get_in_force(policy, &from, &until, NULL);
	complaint_policy_get_rule_in_force(policy, goal->rule, &own, NULL);
	/* Bundled calendars begin in 2012; a procedure of a few months fits behind that. */
	complaint_day_from_text("2013-01-09", COMPLAINT_NUL_TERMINATED, &world->base);
	if (later_of(from, own) != INT32_MIN)
		world->base = later_of(world->base, later_of(from, own) + WORLD_AGO + 40);
}

static const char *moment_of(const struct complaint_policy *policy, uint32_t rule)
{
	int32_t moments;

	while (rule != COMPLAINT_NONE) {
		moments = complaint_policy_get_rule_tested_at(policy, rule, COMPLAINT_NONE);
		if (moments & COMPLAINT_AT_ACCEPTANCE)
			return "acceptance";
		if (moments & COMPLAINT_AT_ESCALATION)
			return "escalation";
		if (moments & COMPLAINT_AT_ADDITIONAL_ISSUE)
			return "additional-issue";
		rule = complaint_policy_get_rule_owner(policy, rule);
	}
	return NULL;
}

void world_fill(struct world *world, const struct goal *goal, const struct way *way)
{
	static const complaint_day later[] = { 0, 40, 400 };
	const struct complaint_policy *policy = world->policy;
	const char *chosen_by =
		complaint_policy_get_document_text(policy, COMPLAINT_DOCUMENT_CHOSEN_BY);
	uint32_t exclusion = refusing(policy, goal->rule, way->decided);

	world->now = world->base + later[way->later % 3];
	world->unlisted_false = !way->noisy;
	world->at = complaint_policy_get_rule_kind(policy, goal->rule) == COMPLAINT_RULE_DUTY
			    ? NULL
			    : moment_of(policy, goal->rule);
	if (way->decided)
		world_set_day(world, "complaint-refused", world->base - WORLD_STEP);
	satisfy_goal(world, goal, way);
	if (exclusion != COMPLAINT_NONE)
		satisfy_rule(world, exclusion, way);
	set_stages(world, way->stage);
	world_set_anchor(world, goal->rule, COMPLAINT_ANCHOR_AFTER, world->base - WORLD_STEP);
	world_set_anchor(world, goal->rule, COMPLAINT_ANCHOR_OPENS, world->base - WORLD_STEP);
	set_extension(world, goal->rule, way);
	if (chosen_by)
		world_set_day(world, chosen_by, world->base - WORLD_AGO);
}
