/* SPDX-License-Identifier: MIT */
/*
 * States in which something is unknown, with all that they can turn out as. A member is tried
 * around each threshold that ties it to what is known; where one of those cases cannot be told,
 * nothing is said of the state.
 */
#include <string.h>

#include "check/check.h"

static uint16_t find_complete(const struct cmpl_component *component, uint32_t code)
{
	for (uint16_t i = 0; i < component->complete; i++)
		if (component->states[i].code == code)
			return i;
	return UINT16_MAX;
}

/*
 * The states that a member can bring about while the others are as chosen. False: not all of them
 * are known.
 */
static bool completions_of(struct cmpl_worlds *worlds, uint32_t number, uint32_t member,
			   const struct cmpl_value *others, uint64_t *ret_states)
{
	const struct cmpl_component *component = &worlds->components[number];
	struct cmpl_value chosen[CMPL_WORLD_MEMBERS];
	struct cmpl_variable trial;

	*ret_states = 0;
	if (!cmpl_worlds_try_member(worlds, number, member, others, &trial))
		return false;
	memcpy(chosen, others, sizeof(chosen));
	for (uint32_t i = 0; i < trial.value_count; i++) {
		uint16_t state;
		uint32_t code;
		bool known;

		chosen[member] = trial.values[i];
		if (cmpl_worlds_run_backwards(worlds, number, chosen))
			continue;
		code = cmpl_worlds_code(worlds, number, chosen, &known);
		state = known ? find_complete(component, code) : UINT16_MAX;
		if (state == UINT16_MAX)
			return false;
		*ret_states |= (uint64_t)1 << state;
	}
	return *ret_states != 0;
}

/*
 * What is not known stands at its first value, so that each way of knowing the others comes once.
 */
static bool add_partial(struct cmpl_worlds *worlds, uint32_t number, uint32_t combination,
			uint32_t member)
{
	struct cmpl_component *component = &worlds->components[number];
	uint8_t values[CMPL_WORLD_MEMBERS] = { 0 };
	struct cmpl_value chosen[CMPL_WORLD_MEMBERS] = { 0 };
	uint64_t completions;
	uint16_t unused;
	uint32_t code;
	bool known;

	cmpl_worlds_unfold(worlds, component, combination, values);
	cmpl_worlds_choose(worlds, component, values, chosen);
	if (values[member] != 0 || !completions_of(worlds, number, member, chosen, &completions))
		return true;
	values[member] = UINT8_MAX;
	chosen[member] = (struct cmpl_value){ CMPL_VALUE_UNKNOWN, 0 };
	code = cmpl_worlds_code(worlds, number, chosen, &known);
	return known || cmpl_component_add_state(component, code, completions, values,
						 CMPL_WORLD_STATES, &unused);
}

/*
 * Nothing known at all: it can turn out as anything. Of more than two dates not all of that was
 * tried.
 */
static bool add_nothing_known(struct cmpl_worlds *worlds, uint32_t number)
{
	struct cmpl_component *component = &worlds->components[number];
	struct cmpl_value chosen[CMPL_WORLD_MEMBERS] = { 0 };
	uint8_t values[CMPL_WORLD_MEMBERS];
	uint64_t all = component->complete == CMPL_WORLD_COMPLETE
			       ? UINT64_MAX
			       : ((uint64_t)1 << component->complete) - 1;
	uint16_t unused;
	uint32_t code;
	bool known;

	if (component->member_count > 2)
		return true;
	memset(values, UINT8_MAX, sizeof(values));
	code = cmpl_worlds_code(worlds, number, chosen, &known);
	return known ||
	       cmpl_component_add_state(component, code, all, values, CMPL_WORLD_STATES, &unused);
}

/*
 * A date that is measured against two others follows from them in ways that no single test sees:
 * "more than a year before" is settled when another name lies a year later. That is arithmetic, not
 * a slip of the author's.
 */
static bool tied_once(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
		      uint32_t member)
{
	uint32_t number = component->member[member], other = CMPL_NONE;

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		uint32_t left = worlds->leaves[i].left, right = worlds->leaves[i].right;
		uint32_t tied = left == number ? right : left;

		if ((left != number && right != number) || tied == number)
			continue;
		if (other != CMPL_NONE && other != tied)
			return false;
		other = tied;
	}
	return true;
}

bool cmpl_worlds_find_partial(struct cmpl_worlds *worlds, uint32_t number, uint32_t count)
{
	const struct cmpl_component *component = &worlds->components[number];

	for (uint32_t m = 0; component->member_count > 1 && m < component->member_count; m++)
		for (uint32_t i = 0; i < count && tied_once(worlds, component, m); i++)
			if (!add_partial(worlds, number, i, m))
				return false;
	return add_nothing_known(worlds, number);
}
