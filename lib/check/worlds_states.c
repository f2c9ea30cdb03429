/* SPDX-License-Identifier: MIT */
/*
 * The states of each component: values are tried together, and those the leaves cannot tell apart
 * are one.
 */
#include <string.h>

#include "check/check.h"

#define UNKNOWN_VALUE UINT8_MAX

static void put(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
		uint32_t member, uint8_t value)
{
	const struct cmpl_variable *variable = &worlds->variables[component->member[member]];
	struct cmpl_value none = { CMPL_VALUE_UNKNOWN, 0 };

	if (variable->list != CMPL_WORLD_OPAQUE)
		cmpl_value_set(worlds->examination, worlds->examination->probe, variable->list,
			       variable->name,
			       value == UNKNOWN_VALUE ? none : variable->values[value]);
}

static uint8_t leaf_truth(struct cmpl_worlds *worlds, const struct cmpl_component *component,
			  const uint8_t *values, uint32_t number)
{
	const struct cmpl_leaf *leaf = &worlds->leaves[number];
	const struct cmpl_variable *variable = &worlds->variables[component->member[0]];

	if (!leaf->opaque)
		return cmpl_condition_test(&worlds->examination->context, leaf->term,
					   leaf->counting);
	if (values[0] == UNKNOWN_VALUE)
		return COMPLAINT_UNKNOWN;
	return cmpl_truth(variable->values[values[0]].number != 0);
}

/* The truths of a component's leaves with these values. *ret_known: none is unknown. */
static uint32_t code_of(struct cmpl_worlds *worlds, uint32_t number, const uint8_t *values,
			bool *ret_known)
{
	const struct cmpl_component *component = &worlds->components[number];
	uint32_t code = 0;

	*ret_known = true;
	for (uint32_t m = 0; m < component->member_count; m++)
		put(worlds, component, m, values[m]);
	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		uint8_t truth;

		if (worlds->variables[worlds->leaves[i].left].component != number)
			continue;
		truth = leaf_truth(worlds, component, values, i);
		*ret_known = *ret_known && truth != COMPLAINT_UNKNOWN;
		code |= (uint32_t)truth << (2 * i);
	}
	return code;
}

static const struct cmpl_value *value_of(const struct cmpl_worlds *worlds,
					 const struct cmpl_component *component,
					 const uint8_t *values, uint32_t variable)
{
	for (uint32_t m = 0; m < component->member_count; m++)
		if (component->member[m] == variable)
			return &worlds->variables[variable].values[values[m]];
	return NULL;
}

/* An issue that arose after the complaint about it is a slip of the pen, not a case to be tried. */
static bool runs_backwards(const struct cmpl_worlds *worlds, uint32_t number, const uint8_t *values)
{
	const struct cmpl_component *component = &worlds->components[number];
	const struct cmpl_term *terms = worlds->examination->policy->terms;

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		const struct cmpl_leaf *leaf = &worlds->leaves[i];
		const struct cmpl_value *left, *right;

		if (leaf->opaque || terms[leaf->term].kind != CMPL_TERM_ELAPSED ||
		    worlds->variables[leaf->left].component != number)
			continue;
		left = value_of(worlds, component, values, leaf->left);
		right = value_of(worlds, component, values, leaf->right);
		if (left && right && left->kind == CMPL_VALUE_DAY &&
		    right->kind == CMPL_VALUE_DAY && left->number > right->number)
			return true;
	}
	return false;
}

static bool add_state(struct cmpl_component *component, uint32_t code, uint64_t completions,
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

static void unfold(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
		   uint32_t number, uint8_t *values)
{
	for (uint32_t m = 0; m < component->member_count; m++) {
		values[m] = (uint8_t)(number % values_of(worlds, component, m));
		number /= values_of(worlds, component, m);
	}
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
		uint16_t state;
		uint32_t code;
		bool known;

		worlds->state_of[i] = UINT8_MAX;
		unfold(worlds, component, i, values);
		if (runs_backwards(worlds, number, values))
			continue;
		code = code_of(worlds, number, values, &known);
		if (!known)
			continue; /* beyond the calendar, or within a day: it shows nothing */
		if (!add_state(component, code, 0, values, CMPL_WORLD_COMPLETE, &state))
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
		unfold(worlds, component, i, values);
		for (uint32_t m = 0; m < component->member_count; m++)
			component->beside[m][worlds->state_of[i]] |=
				states_beside(worlds, component, values, 1u << m);
	}
}

/* --- something unknown --------------------------------------------------------------------- */

static bool is_far(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
		   uint32_t member, uint8_t value)
{
	const struct cmpl_value *own = &worlds->variables[component->member[member]].values[value];
	cmpl_day base = worlds->examination->base;

	return own->kind == CMPL_VALUE_DAY && (own->number == base + CMPL_WORLD_FAR_AHEAD ||
					       own->number == base + CMPL_WORLD_FAR_BACK);
}

/*
 * Values were chosen around the first of the root, and the root's around the first of the others:
 * only there is it certain that what is not known can turn out as everything it can be. What is not
 * known stands at its first value, so that each way of knowing the others comes once.
 */
static bool is_sound(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
		     const uint8_t *values, uint32_t set)
{
	bool root_unknown = set & 1u << component->root;

	for (uint32_t m = 0; m < component->member_count; m++) {
		bool unknown = set & 1u << m, first = values[m] == 0;

		if ((unknown || root_unknown || m == component->root) && !first)
			return false;
		if (is_far(worlds, component, m, values[m]))
			return false;
	}
	return !root_unknown || set == 1u << component->root ||
	       set == (1u << component->member_count) - 1;
}

static bool add_partial(struct cmpl_worlds *worlds, uint32_t number, uint32_t combination,
			uint32_t set)
{
	struct cmpl_component *component = &worlds->components[number];
	uint8_t values[CMPL_WORLD_MEMBERS] = { 0 };
	uint64_t completions;
	uint16_t unused;
	uint32_t code;
	bool known;

	unfold(worlds, component, combination, values);
	if (!is_sound(worlds, component, values, set))
		return true;
	completions = states_beside(worlds, component, values, set);
	if (completions == 0)
		return true;
	for (uint32_t m = 0; m < component->member_count; m++)
		if (set & 1u << m)
			values[m] = UNKNOWN_VALUE;
	code = code_of(worlds, number, values, &known);
	return known || add_state(component, code, completions, values, CMPL_WORLD_STATES, &unused);
}

/* Only names that several leaves read can make the whole less sure than its completions. */
static bool find_partial(struct cmpl_worlds *worlds, uint32_t number, uint32_t count)
{
	for (uint32_t set = 1; set < 1u << worlds->components[number].member_count; set++)
		for (uint32_t i = 0; i < count; i++)
			if (!add_partial(worlds, number, i, set))
				return false;
	return true;
}

/* What was tried leaves no trace: the next component reads other names. */
static void take_back(const struct cmpl_worlds *worlds, uint32_t number)
{
	const struct cmpl_component *component = &worlds->components[number];

	for (uint32_t m = 0; m < component->member_count; m++)
		put(worlds, component, m, UNKNOWN_VALUE);
}

static bool find_states(struct cmpl_worlds *worlds, uint32_t number)
{
	uint32_t count;

	if (!count_combinations(worlds, &worlds->components[number], &count) ||
	    !find_complete(worlds, number, count))
		return false;
	find_neighbours(worlds, number, count);
	return worlds->components[number].leaf_count == 1 || find_partial(worlds, number, count);
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
