/* SPDX-License-Identifier: MIT */
#include "check/worlds.h"

#include <string.h>

#include "check/check.h"

/* --- gathering leaves and what they read ----------------------------------------- */

static uint8_t variable_of(struct cmpl_worlds *worlds, uint8_t list, uint32_t name)
{
	struct cmpl_variable *variable;

	for (uint32_t i = 0; i < worlds->variable_count; i++)
		if (worlds->variables[i].list == list && worlds->variables[i].name == name)
			return (uint8_t)i;
	variable = &worlds->variables[worlds->variable_count];
	variable->list = list;
	variable->name = name;
	variable->component = UINT8_MAX;
	variable->value_count = 0;
	variable->valued = false;
	return (uint8_t)worlds->variable_count++;
}

static void read_names(struct cmpl_worlds *worlds, uint32_t leaf_number)
{
	struct cmpl_leaf *leaf = &worlds->leaves[leaf_number];
	const struct complaint_policy *policy = worlds->examination->policy;
	const struct cmpl_term *term = &policy->terms[leaf->term];
	const struct cmpl_anchor *anchor;

	leaf->opaque = false;
	if (term->kind != CMPL_TERM_ORDER && term->kind != CMPL_TERM_ELAPSED) {
		leaf->left = variable_of(worlds,
					 term->kind == CMPL_TERM_EVENT ? CMPL_EVENTS : CMPL_FACTS,
					 term->name);
		leaf->right = leaf->left;
		return;
	}
	anchor = &policy->anchors[term->anchor];
	/* Hours cannot be told from days; a date that is worked out elsewhere cannot be set. */
	leaf->opaque = (anchor->kind != CMPL_ANCHOR_EVENT && anchor->kind != CMPL_ANCHOR_NOW) ||
		       (term->kind == CMPL_TERM_ELAPSED && term->unit == COMPLAINT_UNIT_HOURS);
	if (!leaf->opaque) {
		leaf->left = variable_of(worlds, CMPL_EVENTS, term->name);
		leaf->right = anchor->kind == CMPL_ANCHOR_NOW
				      ? variable_of(worlds, CMPL_WORLD_NOW, 0)
				      : variable_of(worlds, CMPL_EVENTS, anchor->index);
		return;
	}
	leaf->left = leaf->right = variable_of(worlds, CMPL_WORLD_OPAQUE, leaf_number);
}

static void gather(struct cmpl_worlds *worlds, uint32_t root, uint32_t counting, uint8_t side)
{
	const struct complaint_policy *policy = worlds->examination->policy;

	if (root == CMPL_NONE)
		return;
	for (uint32_t term = root; term < policy->terms[root].end; term++) {
		struct cmpl_leaf *leaf = &worlds->leaves[worlds->leaf_count];

		if (policy->terms[term].kind <= CMPL_TERM_NOT)
			continue;
		worlds->tests++;
		if (worlds->leaf_count == CMPL_WORLD_LEAVES)
			continue;
		leaf->term = term;
		leaf->counting = counting;
		leaf->side = side;
		worlds->leaf_of[term] = (uint8_t)worlds->leaf_count;
		read_names(worlds, worlds->leaf_count++);
	}
}

static void gather_side(struct cmpl_worlds *worlds, uint8_t number)
{
	const struct cmpl_side *side = &worlds->sides[number];
	uint32_t root;

	for (uint32_t i = 0; cmpl_side_root(worlds->examination->policy, side, i, &root); i++)
		gather(worlds, root, side->counting, number);
}

/*
 * An hour cannot be told from days, so that a test of hours comes out either way by itself, and
 * cannot be tried together with another test of the same dates.
 */
static bool hours_alone(const struct cmpl_worlds *worlds)
{
	const struct cmpl_term *terms = worlds->examination->policy->terms;

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		const struct cmpl_leaf *leaf = &worlds->leaves[i];

		if (terms[leaf->term].kind == CMPL_TERM_ELAPSED &&
		    terms[leaf->term].unit == COMPLAINT_UNIT_HOURS &&
		    worlds->components[worlds->variables[leaf->left].component].leaf_count > 1)
			return false;
	}
	return true;
}

/* Is some name of an opaque leaf read by another one? Then the two cannot be tried together. */
static bool opaque_alone(const struct cmpl_worlds *worlds)
{
	const struct complaint_policy *policy = worlds->examination->policy;

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		const struct cmpl_term *term = &policy->terms[worlds->leaves[i].term];

		for (uint32_t k = 0; worlds->leaves[i].opaque && k < worlds->leaf_count; k++) {
			const struct cmpl_term *other = &policy->terms[worlds->leaves[k].term];
			const struct cmpl_anchor *anchor = &policy->anchors[term->anchor];

			if (k == i)
				continue;
			if (cmpl_term_reads(policy, other, CMPL_EVENTS, term->name) ||
			    (anchor->kind == CMPL_ANCHOR_EVENT &&
			     cmpl_term_reads(policy, other, CMPL_EVENTS, anchor->index)) ||
			    (anchor->kind == CMPL_ANCHOR_NOW &&
			     cmpl_term_reads(policy, other, CMPL_WORLD_NOW, 0)))
				return false;
		}
	}
	return true;
}

/* --- components ------------------------------------------------------------------- */

static void rename_component(struct cmpl_worlds *worlds, uint8_t from, uint8_t to)
{
	for (uint32_t i = 0; i < worlds->variable_count; i++)
		if (worlds->variables[i].component == from)
			worlds->variables[i].component = to;
}

static bool join_components(struct cmpl_worlds *worlds)
{
	uint8_t number = 0;

	for (uint32_t i = 0; i < worlds->variable_count; i++)
		worlds->variables[i].component = (uint8_t)i;
	for (uint32_t i = 0; i < worlds->leaf_count; i++)
		rename_component(worlds, worlds->variables[worlds->leaves[i].right].component,
				 worlds->variables[worlds->leaves[i].left].component);

	/* Numbered anew in the order in which they are first read; at most one a leaf. */
	for (uint32_t i = 0; i < worlds->variable_count; i++)
		worlds->variables[i].component |= 0x80;
	for (uint32_t i = 0; i < worlds->variable_count; i++) {
		if (!(worlds->variables[i].component & 0x80))
			continue;
		rename_component(worlds, worlds->variables[i].component, number);
		memset(&worlds->components[number], 0, offsetof(struct cmpl_component, states));
		number++;
	}
	worlds->component_count = number;
	for (uint32_t i = 0; i < worlds->variable_count; i++) {
		struct cmpl_component *component =
			&worlds->components[worlds->variables[i].component];

		if (component->member_count == CMPL_WORLD_MEMBERS)
			return false;
		component->member[component->member_count++] = (uint8_t)i;
	}
	for (uint32_t i = 0; i < worlds->leaf_count; i++)
		worlds->components[worlds->variables[worlds->leaves[i].left].component]
			.leaf_count++;
	return true;
}

static bool few_enough(const struct cmpl_worlds *worlds)
{
	uint64_t product = 1;

	for (uint32_t i = 0; i < worlds->component_count; i++) {
		const struct cmpl_component *component = &worlds->components[i];

		product *= component->leaf_count > 1 ? component->count : component->complete;
		if (component->complete == 0 || product > CMPL_WORLD_PRODUCT)
			return false;
	}
	return true;
}

bool cmpl_worlds_build(struct cmpl_worlds *worlds, const struct cmpl_side *sides, uint32_t count)
{
	worlds->side_count = count;
	worlds->leaf_count = worlds->variable_count = worlds->component_count = worlds->tests = 0;
	for (uint32_t i = 0; i < count; i++) {
		worlds->sides[i] = sides[i];
		gather_side(worlds, (uint8_t)i);
	}
	return worlds->tests <= CMPL_WORLD_LEAVES && opaque_alone(worlds) &&
	       join_components(worlds) && hours_alone(worlds) &&
	       cmpl_worlds_choose_values(worlds) && cmpl_worlds_find_states(worlds) &&
	       few_enough(worlds);
}

/* --- walking ------------------------------------------------------------------------- */

static uint16_t states_of(const struct cmpl_component *component, bool partial)
{
	return partial && component->leaf_count > 1 ? component->count : component->complete;
}

void cmpl_world_first(const struct cmpl_worlds *worlds, struct cmpl_world *world, bool partial)
{
	memset(world, 0, sizeof(*world));
	world->partial = partial;
	world->code = cmpl_world_code(worlds, world);
}

bool cmpl_world_next(const struct cmpl_worlds *worlds, struct cmpl_world *world)
{
	for (uint32_t i = 0; i < worlds->component_count; i++) {
		if (++world->at[i] < states_of(&worlds->components[i], world->partial)) {
			world->code = cmpl_world_code(worlds, world);
			return true;
		}
		world->at[i] = 0;
	}
	return false;
}

/* The first state from one on that the component can turn out as; UINT16_MAX: none. */
static uint16_t completion_from(const struct cmpl_component *component, uint16_t partial,
				uint16_t from)
{
	if (partial < component->complete)
		return from <= partial ? partial : UINT16_MAX;
	for (uint16_t state = from; state < component->complete; state++)
		if (component->states[partial].completions >> state & 1)
			return state;
	return UINT16_MAX;
}

void cmpl_completion_first(const struct cmpl_worlds *worlds, const struct cmpl_world *partial,
			   struct cmpl_world *world)
{
	memset(world, 0, sizeof(*world));
	for (uint32_t i = 0; i < worlds->component_count; i++)
		world->at[i] = completion_from(&worlds->components[i], partial->at[i], 0);
	world->code = cmpl_world_code(worlds, world);
}

bool cmpl_completion_next(const struct cmpl_worlds *worlds, const struct cmpl_world *partial,
			  struct cmpl_world *world)
{
	for (uint32_t i = 0; i < worlds->component_count; i++) {
		const struct cmpl_component *component = &worlds->components[i];
		uint16_t next =
			completion_from(component, partial->at[i], (uint16_t)(world->at[i] + 1));

		if (next != UINT16_MAX) {
			world->at[i] = next;
			world->code = cmpl_world_code(worlds, world);
			return true;
		}
		world->at[i] = completion_from(component, partial->at[i], 0);
	}
	return false;
}

uint32_t cmpl_world_code(const struct cmpl_worlds *worlds, const struct cmpl_world *world)
{
	uint32_t code = 0;

	for (uint32_t i = 0; i < worlds->component_count; i++)
		code |= worlds->components[i].states[world->at[i]].code;
	return code;
}

/* --- truth ---------------------------------------------------------------------------- */

uint8_t cmpl_term_truth(const struct cmpl_worlds *worlds, uint32_t index, uint32_t code)
{
	const struct cmpl_term *terms = worlds->examination->policy->terms;
	uint8_t kind = terms[index].kind, truth = COMPLAINT_TRUE;

	if (kind == CMPL_TERM_NOT)
		return cmpl_not(cmpl_term_truth(worlds, index + 1, code));
	if (kind > CMPL_TERM_NOT)
		return (uint8_t)(code >> (2 * worlds->leaf_of[index]) & 3);
	/* `any` is what `all` is with every truth turned round. */
	for (uint32_t child = index + 1; child < terms[index].end; child = terms[child].end) {
		uint8_t part = cmpl_term_truth(worlds, child, code);

		truth = cmpl_and(truth, kind == CMPL_TERM_ANY ? cmpl_not(part) : part);
	}
	return kind == CMPL_TERM_ANY ? cmpl_not(truth) : truth;
}

uint8_t cmpl_side_truth(const struct cmpl_worlds *worlds, uint32_t number, uint32_t code)
{
	const struct complaint_policy *policy = worlds->examination->policy;
	const struct cmpl_side *side = &worlds->sides[number];
	uint8_t truth = COMPLAINT_TRUE;

	if (side->when != CMPL_NONE)
		truth = cmpl_term_truth(worlds, side->when, code);
	for (uint32_t i = 0; i < side->unless.count; i++)
		truth = cmpl_and(
			truth,
			cmpl_not(cmpl_term_truth(
				worlds, policy->exceptions[side->unless.first + i].when, code)));
	for (uint32_t i = 0; i < side->needs.count; i++)
		truth = cmpl_and(
			truth, cmpl_term_truth(worlds, policy->roots[side->needs.first + i], code));
	return truth;
}
