/* SPDX-License-Identifier: MIT */
/*
 * The states of each component: values are tried together, and those the leaves cannot tell apart
 * are one.
 */
#include <string.h>

#include "check/check.h"

static uint8_t leaf_truth(struct cmpl_worlds *worlds, const struct cmpl_value *chosen,
			  uint32_t number)
{
	const struct cmpl_leaf *leaf = &worlds->leaves[number];

	if (!leaf->opaque)
		return cmpl_condition_test(&worlds->examination->context, leaf->term,
					   leaf->counting);
	if (chosen[0].kind == CMPL_VALUE_UNKNOWN)
		return COMPLAINT_UNKNOWN;
	return cmpl_truth(chosen[0].number != 0);
}

uint32_t cmpl_worlds_code(struct cmpl_worlds *worlds, uint32_t number,
			  const struct cmpl_value *chosen, bool *ret_known)
{
	const struct cmpl_component *component = &worlds->components[number];
	uint32_t code = 0;

	*ret_known = true;
	for (uint32_t m = 0; m < component->member_count; m++) {
		const struct cmpl_variable *variable = &worlds->variables[component->member[m]];

		cmpl_value_set(worlds->examination, worlds->examination->probe, variable->list,
			       variable->name, chosen[m]);
	}
	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		uint8_t truth;

		if (worlds->variables[worlds->leaves[i].left].component != number)
			continue;
		truth = leaf_truth(worlds, chosen, i);
		*ret_known = *ret_known && truth != COMPLAINT_UNKNOWN;
		code |= (uint32_t)truth << (2 * i);
	}
	return code;
}

static const struct cmpl_value *chosen_of(const struct cmpl_component *component,
					  const struct cmpl_value *chosen, uint32_t variable)
{
	for (uint32_t m = 0; m < component->member_count; m++)
		if (component->member[m] == variable)
			return &chosen[m];
	return NULL;
}

bool cmpl_worlds_run_backwards(const struct cmpl_worlds *worlds, uint32_t number,
			       const struct cmpl_value *chosen)
{
	const struct cmpl_component *component = &worlds->components[number];
	const struct cmpl_term *terms = worlds->examination->policy->terms;

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		const struct cmpl_leaf *leaf = &worlds->leaves[i];
		const struct cmpl_value *left, *right;

		if (leaf->opaque || terms[leaf->term].kind != CMPL_TERM_ELAPSED ||
		    worlds->variables[leaf->left].component != number)
			continue;
		left = chosen_of(component, chosen, leaf->left);
		right = chosen_of(component, chosen, leaf->right);
		if (left && right && left->kind == CMPL_VALUE_DAY &&
		    right->kind == CMPL_VALUE_DAY && left->number > right->number)
			return true;
	}
	return false;
}

bool cmpl_component_add_state(struct cmpl_component *component, uint32_t code, uint64_t completions,
			      const uint8_t *values, uint16_t most, uint16_t *ret_state)
{
	struct cmpl_state *state;

	for (uint16_t i = 0; i < component->count; i++) {
		state = &component->states[i];
		if (state->code == code && state->completions == completions) {
			*ret_state = i;
			return true;
		}
	}
	if (component->count >= most)
		return false;
	*ret_state = component->count;
	state = &component->states[component->count++];
	state->code = code;
	state->completions = completions;
	memcpy(state->value, values, sizeof(state->value));
	return true;
}

/* --- combinations, numbered by their values -------------------------------------------- */

static uint32_t values_of(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
			  uint32_t member)
{
	return worlds->variables[component->member[member]].value_count;
}

/* False: more than are tried. */
static bool count_combinations(const struct cmpl_worlds *worlds,
			       const struct cmpl_component *component, uint32_t *ret_count)
{
	uint32_t count = 1;

	for (uint32_t m = 0; m < component->member_count; m++) {
		count *= values_of(worlds, component, m);
		if (count > CMPL_WORLD_COMBINATIONS)
			return false;
	}
	*ret_count = count;
	return true;
}

void cmpl_worlds_unfold(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
			uint32_t number, uint8_t *values)
{
	for (uint32_t m = 0; m < component->member_count; m++) {
		values[m] = (uint8_t)(number % values_of(worlds, component, m));
		number /= values_of(worlds, component, m);
	}
}

void cmpl_worlds_choose(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
			const uint8_t *values, struct cmpl_value *ret_chosen)
{
	for (uint32_t m = 0; m < component->member_count; m++)
		ret_chosen[m] = worlds->variables[component->member[m]].values[values[m]];
}

static uint32_t fold(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
		     const uint8_t *values)
{
	uint32_t number = 0;

	for (uint32_t m = component->member_count; m > 0; m--)
		number = number * values_of(worlds, component, m - 1) + values[m - 1];
	return number;
}

/* --- everything known ------------------------------------------------------------------ */

static bool find_complete(struct cmpl_worlds *worlds, uint32_t number, uint32_t count)
{
	struct cmpl_component *component = &worlds->components[number];

	for (uint32_t i = 0; i < count; i++) {
		uint8_t values[CMPL_WORLD_MEMBERS] = { 0 };
		struct cmpl_value chosen[CMPL_WORLD_MEMBERS];
		uint16_t state;
		uint32_t code;
		bool known;

		worlds->state_of[i] = UINT8_MAX;
		cmpl_worlds_unfold(worlds, component, i, values);
		cmpl_worlds_choose(worlds, component, values, chosen);
		if (cmpl_worlds_run_backwards(worlds, number, chosen))
			continue;
		code = cmpl_worlds_code(worlds, number, chosen, &known);
		if (!known)
			continue; /* beyond the calendar, or within a day: it shows nothing */
		if (!cmpl_component_add_state(component, code, 0, values, CMPL_WORLD_COMPLETE,
					      &state))
			return false;
		worlds->state_of[i] = (uint8_t)state;
	}
	component->complete = component->count;
	return true;
}

/*
 * Every state that a combination can become when the members of a set take other values, as bits.
 */
static uint64_t states_beside(const struct cmpl_worlds *worlds,
			      const struct cmpl_component *component, const uint8_t *values,
			      uint32_t set)
{
	uint8_t other[CMPL_WORLD_MEMBERS];
	uint64_t states = 0;
	bool more = true;

	memcpy(other, values, sizeof(other));
	for (uint32_t m = 0; m < component->member_count; m++)
		if (set & 1u << m)
			other[m] = 0;
	while (more) {
		uint8_t state = worlds->state_of[fold(worlds, component, other)];

		if (state != UINT8_MAX)
			states |= (uint64_t)1 << state;
		more = false;
		for (uint32_t m = 0; m < component->member_count && !more; m++) {
			if (!(set & 1u << m))
				continue;
			more = ++other[m] < values_of(worlds, component, m);
			if (!more)
				other[m] = 0;
		}
	}
	return states;
}

static void find_neighbours(struct cmpl_worlds *worlds, uint32_t number, uint32_t count)
{
	struct cmpl_component *component = &worlds->components[number];

	for (uint32_t i = 0; i < count; i++) {
		uint8_t values[CMPL_WORLD_MEMBERS] = { 0 };

		if (worlds->state_of[i] == UINT8_MAX)
			continue;
		cmpl_worlds_unfold(worlds, component, i, values);
		for (uint32_t m = 0; m < component->member_count; m++)
			component->beside[m][worlds->state_of[i]] |=
				states_beside(worlds, component, values, 1u << m);
	}
}

/* What was tried leaves no trace: the next component reads other names. */
static void take_back(const struct cmpl_worlds *worlds, uint32_t number)
{
	const struct cmpl_component *component = &worlds->components[number];

	for (uint32_t m = 0; m < component->member_count; m++) {
		const struct cmpl_variable *variable = &worlds->variables[component->member[m]];

		cmpl_value_set(worlds->examination, worlds->examination->probe, variable->list,
			       variable->name, (struct cmpl_value){ CMPL_VALUE_UNKNOWN, 0 });
	}
}

static bool find_states(struct cmpl_worlds *worlds, uint32_t number)
{
	uint32_t count;

	if (!count_combinations(worlds, &worlds->components[number], &count) ||
	    !find_complete(worlds, number, count))
		return false;
	find_neighbours(worlds, number, count);
	return worlds->components[number].leaf_count == 1 ||
	       cmpl_worlds_find_partial(worlds, number, count);
}

bool cmpl_worlds_find_states(struct cmpl_worlds *worlds)
{
	for (uint32_t i = 0; i < worlds->component_count; i++) {
		bool found = find_states(worlds, i);

		take_back(worlds, i);
		if (!found)
			return false;
	}
	return true;
}
