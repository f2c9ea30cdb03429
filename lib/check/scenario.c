/* SPDX-License-Identifier: MIT */
/* The case that shows a finding: made here value by value, written in scenario_write.c. */
#include "check/check.h"

uint8_t cmpl_first_moment(uint8_t moments)
{
	return (uint8_t)(moments & -moments);
}

void cmpl_scenario_event(struct cmpl_examination *examination, uint32_t event, cmpl_day day)
{
	struct cmpl_value value = { CMPL_VALUE_DAY, day };

	cmpl_value_set(examination, examination->draft, CMPL_EVENTS, event, value);
}

void cmpl_scenario_now(struct cmpl_examination *examination, cmpl_day day)
{
	struct cmpl_value value = { CMPL_VALUE_DAY, day };

	cmpl_value_set(examination, examination->draft, CMPL_WORLD_NOW, 0, value);
}

void cmpl_scenario_begin(struct cmpl_examination *examination)
{
	complaint_case_clear(examination->draft);
	cmpl_scenario_event(examination, examination->policy->document.chosen_by,
			    examination->base);
	cmpl_scenario_now(examination, examination->base);
}

void cmpl_scenario_begin_for(struct cmpl_examination *examination, uint32_t rule)
{
	const struct complaint_policy *policy = examination->policy;
	uint32_t span = policy->rules[rule].in_force;

	cmpl_scenario_begin(examination);
	if (span != CMPL_NONE && policy->spans[span].from > examination->base)
		cmpl_scenario_event(examination, policy->document.chosen_by,
				    policy->spans[span].from);
}

void cmpl_scenario_anchor(struct cmpl_examination *examination, uint32_t index, cmpl_day day)
{
	const struct complaint_policy *policy = examination->policy;
	const struct cmpl_anchor *anchor;
	uint32_t group = 0, member = 0;

	/* A group does not nest, and a chain of dues is acyclic. */
	while (index != CMPL_NONE) {
		anchor = &policy->anchors[index];
		index = CMPL_NONE;
		if (anchor->kind == CMPL_ANCHOR_LATEST || anchor->kind == CMPL_ANCHOR_EARLIEST) {
			group = anchor->index + anchor->count;
			index = member = anchor->index;
			continue;
		}
		if (anchor->kind == CMPL_ANCHOR_EVENT)
			cmpl_scenario_event(examination, anchor->index, day);
		else if (anchor->kind == CMPL_ANCHOR_DUE)
			index = policy->duties[anchor->index].after;
		if (index == CMPL_NONE && ++member < group)
			index = member;
	}
}

void cmpl_scenario_reading(struct cmpl_examination *examination, const struct cmpl_side *side)
{
	const struct complaint_policy *policy = examination->policy;

	if (side->reading == CMPL_NONE)
		return;
	if (complaint_case_add_reading(
		    examination->draft, cmpl_rule_id(policy, side->rule), COMPLAINT_NUL_TERMINATED,
		    cmpl_policy_text(policy, policy->readings[side->reading].label),
		    COMPLAINT_NUL_TERMINATED) == COMPLAINT_ERR_NO_MEMORY)
		examination->failed = true;
}

void cmpl_scenario_ask(struct cmpl_examination *examination, uint8_t at)
{
	complaint_case_set_request_at(examination->draft, at);
}

void cmpl_scenario_ask_extension(struct cmpl_examination *examination, uint32_t duty,
				 struct cmpl_limit adds, cmpl_day until)
{
	const struct complaint_policy *policy = examination->policy;
	struct complaint_extension_entry entry = {
		.size = sizeof(entry),
		.of = cmpl_rule_id(policy, policy->duties[duty].rule),
		.amount = adds.unit == COMPLAINT_UNIT_NONE ? 0 : adds.amount,
		.unit = adds.unit,
		.until = adds.unit == COMPLAINT_UNIT_NONE ? until : 0,
	};

	if (complaint_case_set_request_extension(examination->draft, &entry) ==
	    COMPLAINT_ERR_NO_MEMORY)
		examination->failed = true;
}

/* --- keeping the other exclusions out of it ------------------------------------------ */

static bool is_set(const struct cmpl_examination *examination, const struct cmpl_variable *variable)
{
	const struct complaint_case *draft = examination->draft;
	struct cmpl_context context = examination->context;

	context.given = draft;
	if (variable->list == CMPL_WORLD_NOW)
		return draft->now.kind != CMPL_EVENT_NOT_GIVEN;
	if (variable->list == CMPL_EVENTS)
		return cmpl_event_value(&context, variable->name)->kind != CMPL_EVENT_NOT_GIVEN;
	if (variable->list == CMPL_FACTS)
		return cmpl_fact_value(&context, variable->name).given != CMPL_NOT_GIVEN;
	return true; /* a date worked out elsewhere is left as it is */
}

/* A component of which something is set already comes out as the draft has it. */
static bool is_fixed(const struct cmpl_worlds *worlds, uint32_t number)
{
	const struct cmpl_component *component = &worlds->components[number];

	for (uint32_t m = 0; m < component->member_count; m++)
		if (is_set(worlds->examination, &worlds->variables[component->member[m]]))
			return true;
	return false;
}

/* Bits of the codes of one component, or of them all. */
static uint32_t mask_of(const struct cmpl_worlds *worlds, uint32_t number)
{
	uint32_t mask = 0;

	for (uint32_t i = 0; i < worlds->leaf_count; i++)
		if (worlds->variables[worlds->leaves[i].left].component == number)
			mask |= 3u << (2 * i);
	return mask;
}

static uint32_t code_in_draft(const struct cmpl_worlds *worlds)
{
	const struct cmpl_examination *examination = worlds->examination;
	struct cmpl_context context = examination->context;
	struct complaint_date now = cmpl_date_of_value(&examination->draft->now, CMPL_ZONE_LONDON);
	uint32_t code = 0;

	context = cmpl_context_with(&context, CMPL_NONE, CMPL_NONE);
	context.given = examination->draft;
	context.now = &now;
	for (uint32_t i = 0; i < worlds->leaf_count; i++)
		code |= (uint32_t)cmpl_condition_test(&context, worlds->leaves[i].term,
						      worlds->leaves[i].counting)
			<< (2 * i);
	return code;
}

/* Is the side false, because its `when` is if that is wanted? */
static bool is_false(const struct cmpl_worlds *worlds, uint32_t code, bool by_when)
{
	return (by_when ? cmpl_term_truth(worlds, worlds->sides[0].when, code)
			: cmpl_side_truth(worlds, 0, code)) == COMPLAINT_FALSE;
}

/* Say of a world what is needed for that: what it is false without is left out. */
static void say_needed(struct cmpl_worlds *worlds, const struct cmpl_world *world, uint32_t code,
		       uint32_t fixed, bool by_when)
{
	const uint32_t all_unknown = 0xffffffu;

	for (uint32_t i = 0; i < worlds->component_count; i++) {
		const struct cmpl_component *component = &worlds->components[i];
		uint32_t mask = mask_of(worlds, i);
		uint32_t without = (code & ~mask) | (all_unknown & mask);

		if (mask & fixed)
			continue;
		if (is_false(worlds, without, by_when)) {
			code = without;
			continue;
		}
		for (uint32_t m = 0; m < component->member_count; m++) {
			const struct cmpl_variable *variable =
				&worlds->variables[component->member[m]];

			cmpl_value_set(worlds->examination, worlds->examination->draft,
				       variable->list, variable->name,
				       cmpl_world_value(worlds, world, component->member[m]));
		}
	}
}

static bool silence(struct cmpl_worlds *worlds, bool by_when)
{
	uint32_t fixed = 0, draft = code_in_draft(worlds);
	struct cmpl_world world;

	for (uint32_t i = 0; i < worlds->component_count; i++)
		if (is_fixed(worlds, i))
			fixed |= mask_of(worlds, i);
	cmpl_world_first(worlds, &world, false);
	do {
		uint32_t code = (world.code & ~fixed) | (draft & fixed);

		if (!is_false(worlds, code, by_when))
			continue;
		say_needed(worlds, &world, code, fixed, by_when);
		return true;
	} while (cmpl_world_next(worlds, &world));
	return false;
}

void cmpl_scenario_quiet(struct cmpl_examination *examination, uint8_t at, uint32_t rule,
			 uint32_t other_rule)
{
	const struct complaint_policy *policy = examination->policy;

	for (uint32_t i = 0; i < policy->exclusions_count; i++) {
		const struct cmpl_exclusion *exclusion = &policy->exclusions[i];
		struct cmpl_side side = cmpl_side_of_exclusion(exclusion);

		if (exclusion->rule == rule || exclusion->rule == other_rule ||
		    !(exclusion->tested_at & at))
			continue;
		if (cmpl_worlds_build(examination->others, &side, 1) &&
		    !silence(examination->others, true))
			silence(examination->others, false);
	}
}
