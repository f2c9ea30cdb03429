/* SPDX-License-Identifier: MIT */
/* Sense, not form: tiers that widen, windows that open before they close, labels of a stage. */
#include <string.h>

#include "load/load.h"

static struct cmpl_place place_of(const struct complaint_policy *policy, uint32_t rule)
{
	return (struct cmpl_place){ policy->rules[rule].line, policy->rules[rule].column };
}

static const char *id_of(const struct complaint_policy *policy, uint32_t rule)
{
	return cmpl_policy_text(policy, policy->rules[rule].id);
}

/* --- tiers -------------------------------------------------------------------- */

/* For each way to measure and each unit, the tier that reached furthest so far. */
struct reach {
	uint32_t tier[2][COMPLAINT_UNIT_NO_LIMIT + 1];
};

static void check_tier(struct cmpl_load *load, uint32_t index, struct reach *reach)
{
	const struct complaint_policy *policy = load->policy;
	const struct cmpl_tier *tier = &policy->tiers[index], *before;
	uint32_t *furthest = &reach->tier[tier->in_all][tier->limit.unit];
	uint32_t endless = reach->tier[0][COMPLAINT_UNIT_NO_LIMIT];

	if (endless != CMPL_NONE) {
		cmpl_fault(&load->reader, CMPL_CODE_TIER_ORDER, place_of(policy, tier->rule),
			   "\"%s\" can never be reached: \"%s\" before it has no limit",
			   id_of(policy, tier->rule), id_of(policy, policy->tiers[endless].rule));
		cmpl_hint(&load->reader, "put the tier without a limit last");
		return;
	}
	before = *furthest == CMPL_NONE ? NULL : &policy->tiers[*furthest];
	if (before && tier->limit.amount <= before->limit.amount) {
		cmpl_fault(&load->reader, CMPL_CODE_TIER_ORDER, place_of(policy, tier->rule),
			   "\"%s\" reaches no further than \"%s\" before it",
			   id_of(policy, tier->rule), id_of(policy, before->rule));
		cmpl_hint(&load->reader, "order the tiers from the narrowest to the widest");
		return;
	}
	*furthest = index;
}

/*
 * A tier that is in force by itself may take the place of one that no longer is: it is not
 * compared.
 */
static void check_tiers(struct cmpl_load *load, struct cmpl_range tiers)
{
	const struct complaint_policy *policy = load->policy;
	struct reach reach;

	memset(&reach, 0xff, sizeof(reach)); /* CMPL_NONE everywhere */
	for (uint32_t i = 0; i < tiers.count; i++) {
		const struct cmpl_tier *tier = &policy->tiers[tiers.first + i];

		if (tier->limit.unit != COMPLAINT_UNIT_NONE && tier->rule != CMPL_NONE &&
		    policy->rules[tier->rule].in_force == CMPL_NONE)
			check_tier(load, tiers.first + i, &reach);
	}
}

/* --- windows ------------------------------------------------------------------ */

/* The fewest and the most days a length of time can be; false when that cannot be known here. */
static bool days_of(struct cmpl_limit limit, int32_t *ret_fewest, int32_t *ret_most)
{
	int32_t fewest = 0, most = 0; /* of one unit */

	switch (limit.unit) {
	case COMPLAINT_UNIT_CALENDAR_DAYS: fewest = most = 1; break;
	case COMPLAINT_UNIT_WEEKS: fewest = most = 7; break;
	case COMPLAINT_UNIT_MONTHS:
		fewest = 28;
		most = 31;
		break;
	case COMPLAINT_UNIT_YEARS:
		fewest = 365;
		most = 366;
		break;
	case COMPLAINT_UNIT_WORKING_DAYS:
		fewest = 1;
		most = INT32_MAX / 10000;
		break;
	default: return false;
	}
	*ret_fewest = limit.amount * fewest;
	*ret_most = limit.amount * most;
	return true;
}

/* Is it certain that `closes` is over when `wait` is, both counted from one event? */
static bool never_longer(struct cmpl_limit closes, struct cmpl_limit wait,
			 const struct cmpl_counting *counting)
{
	int32_t fewest, most, unused;
	bool moves = counting->due_on_closed_day == CMPL_NEXT_WORKING_DAY;

	if (closes.unit == wait.unit &&
	    (closes.unit == COMPLAINT_UNIT_WORKING_DAYS || closes.unit == COMPLAINT_UNIT_HOURS))
		return closes.amount <= wait.amount;
	/* A closing that moves to the next working day can outlast the wait. */
	if (moves || !days_of(closes, &unused, &most) || !days_of(wait, &fewest, &unused))
		return false;
	if (closes.unit == wait.unit)
		return closes.amount <= wait.amount;
	/* The event's own day as day 1 shortens days and weeks, and not months. */
	return counting->first_day == CMPL_DAY_AFTER_EVENT && most <= fewest;
}

static bool same_anchor(const struct complaint_policy *policy, uint32_t left, uint32_t right)
{
	const struct cmpl_anchor *a = &policy->anchors[left], *b = &policy->anchors[right];

	if (a->kind != b->kind)
		return false;
	if (a->kind != CMPL_ANCHOR_LATEST && a->kind != CMPL_ANCHOR_EARLIEST)
		return a->index == b->index;
	if (a->count != b->count)
		return false;
	for (uint32_t i = 0; i < a->count; i++) {
		const struct cmpl_anchor *x = &policy->anchors[a->index + i];
		const struct cmpl_anchor *y = &policy->anchors[b->index + i];

		if (x->kind != y->kind || x->index != y->index)
			return false;
	}
	return true;
}

static bool never_opens(const struct complaint_policy *policy, const struct cmpl_window *window)
{
	if (window->opens_after == CMPL_NONE || window->closes_after == CMPL_NONE ||
	    window->opens_unless.count > 0 || window->counting == CMPL_NONE)
		return false;
	return same_anchor(policy, window->opens_after, window->closes_after) &&
	       never_longer(window->closes, window->wait, &policy->countings[window->counting]);
}

static void fault_window(struct cmpl_load *load, uint32_t rule, const char *label)
{
	struct cmpl_place place = place_of(load->policy, rule);

	if (label)
		cmpl_fault(&load->reader, CMPL_CODE_WINDOW_NEVER_OPEN, place,
			   "\"%s\", read as \"%s\", closes before it opens",
			   id_of(load->policy, rule), label);
	else
		cmpl_fault(&load->reader, CMPL_CODE_WINDOW_NEVER_OPEN, place,
			   "\"%s\" closes before it opens", id_of(load->policy, rule));
	cmpl_hint(&load->reader,
		  "make \"closes\" longer than the wait of \"opens\": after a wait of "
		  "8 weeks the first open day is day 57");
}

static void check_windows(struct cmpl_load *load)
{
	const struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < policy->windows_count; i++)
		if (policy->windows[i].rule != CMPL_NONE &&
		    never_opens(policy, &policy->windows[i]))
			fault_window(load, policy->windows[i].rule, NULL);
	for (uint32_t i = 0; i < policy->readings_count; i++) {
		const struct cmpl_reading *reading = &policy->readings[i];
		const uint32_t changes =
			CMPL_CHANGES_OPENS | CMPL_CHANGES_CLOSES | CMPL_CHANGES_COUNTING;

		if (policy->rules[reading->rule].kind == CMPL_RULE_WINDOW &&
		    (reading->changes & changes) && reading->variant != CMPL_NONE &&
		    never_opens(policy, &policy->window_variants[reading->variant]))
			fault_window(load, reading->rule, cmpl_policy_text(policy, reading->label));
	}
}

/* --- labels -------------------------------------------------------------------- */

/*
 * An extension has no id: its readings go by its stage's name, so the labels of both are one list.
 */
static void check_labels(struct cmpl_load *load, const struct cmpl_stage *stage)
{
	const struct complaint_policy *policy = load->policy;
	struct cmpl_range own = policy->rules[stage->rule].readings, others;
	uint32_t extension_rule = policy->extensions[stage->extension].rule, old;
	struct cmpl_map labels = { 0 };

	if (extension_rule == CMPL_NONE)
		return;
	others = policy->rules[extension_rule].readings;
	for (uint32_t i = 0; i < own.count + others.count; i++) {
		const struct cmpl_reading *reading =
			&policy->readings[i < own.count ? own.first + i
							: others.first + (i - own.count)];
		const char *label = cmpl_policy_text(policy, reading->label);

		if (!cmpl_map_add(&labels, label, strlen(label), i, &old)) {
			load->reader.out_of_memory = true;
			break;
		}
		/* Twice in one list was reported where it was read. */
		if (old == CMPL_MAP_NONE || old >= own.count || i < own.count || !*label)
			continue;
		cmpl_fault(&load->reader, CMPL_CODE_DUPLICATE_LABEL,
			   place_of(policy, extension_rule),
			   "the stage \"%s\" and its extension both have a reading \"%s\"",
			   id_of(policy, stage->rule), label);
		cmpl_hint(&load->reader, "give each a label of its own");
	}
	cmpl_map_free(&labels);
}

void cmpl_load_check(struct cmpl_load *load)
{
	const struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < policy->extensions_count; i++)
		check_tiers(load, policy->extensions[i].tiers);
	for (uint32_t i = 0; i < policy->readings_count; i++) {
		const struct cmpl_reading *reading = &policy->readings[i];

		if (policy->rules[reading->rule].kind == CMPL_RULE_EXTENSION &&
		    (reading->changes & CMPL_CHANGES_TIERS) && reading->variant != CMPL_NONE)
			check_tiers(load, policy->extension_variants[reading->variant].tiers);
	}
	check_windows(load);
	for (uint32_t i = 0; i < policy->stages_count; i++)
		if (policy->stages[i].rule != CMPL_NONE && policy->stages[i].extension != CMPL_NONE)
			check_labels(load, &policy->stages[i]);
}
