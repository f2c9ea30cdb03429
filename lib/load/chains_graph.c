/* SPDX-License-Identifier: MIT */
/* The nodes and edges of the graph that chains.h describes. */
#include "base/memory.h"
#include "load/chains.h"

static void add_edge(struct cmpl_chains *chains, uint32_t target)
{
	void *items = chains->edges.items;

	if (target == CMPL_NONE)
		return;
	if (!cmpl_grow(&items, &chains->edges.capacity, chains->edges.count, sizeof(target))) {
		chains->out_of_memory = true;
		return;
	}
	chains->edges.items = items;
	chains->edges.items[chains->edges.count++] = target;
}

static uint32_t event_node(const struct cmpl_chains *chains, uint32_t event)
{
	if (event == CMPL_NONE)
		return CMPL_NONE;
	return chains->events +
	       (event < CMPL_OWN ? event : cmpl_vocabulary_count[CMPL_EVENTS] + event - CMPL_OWN);
}

/* In conditions plain events are never projected: only a `due` makes an edge. */
static void add_single(struct cmpl_chains *chains, const struct cmpl_anchor *anchor, bool dues_only)
{
	if (anchor->kind == CMPL_ANCHOR_DUE)
		add_edge(chains, anchor->index);
	else if (anchor->kind == CMPL_ANCHOR_EVENT && !dues_only)
		add_edge(chains, event_node(chains, anchor->index));
}

static void add_anchor(struct cmpl_chains *chains, uint32_t index, bool dues_only)
{
	const struct cmpl_anchor *anchor;

	if (index == CMPL_NONE)
		return;
	anchor = &chains->policy->anchors[index];
	if (anchor->kind != CMPL_ANCHOR_LATEST && anchor->kind != CMPL_ANCHOR_EARLIEST)
		add_single(chains, anchor, dues_only);
	else
		for (uint32_t i = 0; i < anchor->count; i++)
			add_single(chains, &chains->policy->anchors[anchor->index + i], dues_only);
}

static void add_condition(struct cmpl_chains *chains, uint32_t first)
{
	const struct cmpl_term *terms = chains->policy->terms;

	if (first == CMPL_NONE)
		return;
	for (uint32_t i = first; i < terms[first].end; i++)
		if (terms[i].kind == CMPL_TERM_ORDER || terms[i].kind == CMPL_TERM_ELAPSED)
			add_anchor(chains, terms[i].anchor, true);
}

static void add_unless(struct cmpl_chains *chains, struct cmpl_range unless)
{
	for (uint32_t i = 0; i < unless.count; i++)
		add_condition(chains, chains->policy->exceptions[unless.first + i].when);
}

/* The moments at which a route is tested, as filed or by one of its readings. */
static uint8_t moments_of(const struct complaint_policy *policy, uint32_t route)
{
	uint8_t moments = policy->routes[route].tested_at;
	struct cmpl_range readings = policy->rules[policy->routes[route].rule].readings;

	for (uint32_t i = readings.first; i < readings.first + readings.count; i++)
		if (policy->readings[i].variant != CMPL_NONE)
			moments |= policy->route_variants[policy->readings[i].variant].tested_at;
	return moments;
}

/* A route is taken when none before it is, of those that are tested at the same moment. */
static void add_routes_to(struct cmpl_chains *chains, uint32_t route)
{
	uint8_t moments = moments_of(chains->policy, route);

	for (uint32_t i = 0; i <= route; i++)
		if (moments_of(chains->policy, i) & moments)
			add_edge(chains, chains->routes + i);
}

/*
 * What is owed with an extension hangs on the limit extended, and on the route that may have put
 * its own in the place of that. `begin`: the edges of this node so far, of which none comes twice.
 */
static void add_extended(struct cmpl_chains *chains, uint32_t stage, size_t begin)
{
	const struct complaint_policy *policy = chains->policy;
	uint32_t extension = policy->stages[stage].extension;
	uint32_t of = extension == CMPL_NONE ? CMPL_NONE : policy->extensions[extension].of;

	add_edge(chains, chains->accepting);
	for (size_t i = begin; i < chains->edges.count; i++)
		if (chains->edges.items[i] == of)
			return;
	add_edge(chains, of);
}

static void add_owner(struct cmpl_chains *chains, const struct cmpl_duty *duty)
{
	switch ((enum cmpl_standing_place)duty->place) {
	case CMPL_IN_EXCLUSION: add_edge(chains, chains->exclusions + duty->owner); break;
	case CMPL_IN_ROUTE: add_routes_to(chains, duty->owner); break;
	case CMPL_IN_STAGE:
		/* The route taken at acceptance can skip the stage. */
		add_edge(chains, chains->stages + duty->owner);
		add_edge(chains, chains->accepting);
		break;
	case CMPL_IN_TIER:
	case CMPL_IN_OTHERWISE: add_edge(chains, chains->tiers + duty->owner); break;
	case CMPL_IN_EXTENSION: add_extended(chains, duty->owner, chains->edges.count); break;
	case CMPL_IN_WINDOW: add_edge(chains, chains->windows + duty->owner); break;
	case CMPL_PLACES: break;
	case CMPL_IN_FILE:
	case CMPL_IN_REFUSAL: break;
	}
}

static void add_duty(struct cmpl_chains *chains, const struct cmpl_duty *duty)
{
	add_anchor(chains, duty->after, false);
	add_anchor(chains, duty->before, false);
	add_condition(chains, duty->when);
	add_unless(chains, duty->unless);
	add_owner(chains, duty);
}

static void add_window(struct cmpl_chains *chains, const struct cmpl_window *window)
{
	add_condition(chains, window->when);
	add_unless(chains, window->unless);
	add_unless(chains, window->opens_unless);
	add_anchor(chains, window->opens_after, true);
	add_anchor(chains, window->closes_after, true);
}

static void add_needs(struct cmpl_chains *chains, const struct cmpl_tier *tier)
{
	for (uint32_t i = 0; i < tier->needs.count; i++)
		add_condition(chains, chains->policy->roots[tier->needs.first + i]);
}

/* The variant of the active reading, when it is one of this rule. */
static uint32_t variant_of(const struct cmpl_chains *chains, enum cmpl_rule_kind kind,
			   uint32_t index)
{
	const struct complaint_policy *policy = chains->policy;
	const struct cmpl_rule *rule;

	if (chains->reading == CMPL_NONE)
		return CMPL_NONE;
	rule = &policy->rules[policy->readings[chains->reading].rule];
	return rule->kind == kind && rule->index == index
		       ? policy->readings[chains->reading].variant
		       : CMPL_NONE;
}

#define RECORD(chains, kind, base, variants, index)                                                \
	(variant_of(chains, kind, index) == CMPL_NONE                                              \
		 ? &(chains)->policy->base[index]                                                  \
		 : &(chains)->policy->variants[variant_of(chains, kind, index)])

static void add_accepting(struct cmpl_chains *chains)
{
	for (uint32_t i = 0; i < chains->policy->routes_count; i++)
		if (RECORD(chains, CMPL_RULE_ROUTE, routes, route_variants, i)->tested_at &
		    CMPL_AT_ACCEPTANCE)
			add_edge(chains, chains->routes + i);
}

static void add_event(struct cmpl_chains *chains, uint32_t event)
{
	for (uint32_t duty = chains->doing[event]; duty != CMPL_NONE;
	     duty = chains->doing_next[duty])
		add_edge(chains, duty);
}

void cmpl_chains_add_edges(struct cmpl_chains *chains, uint32_t node)
{
	if (node < chains->events) {
		add_duty(chains, RECORD(chains, CMPL_RULE_DUTY, duties, duty_variants, node));
	} else if (node == chains->accepting) {
		add_accepting(chains);
	} else if (node >= chains->windows) {
		add_window(chains, RECORD(chains, CMPL_RULE_WINDOW, windows, window_variants,
					  node - chains->windows));
	} else if (node >= chains->tiers) {
		size_t begin = chains->edges.count;

		add_needs(chains, RECORD(chains, CMPL_RULE_TIER, tiers, tier_variants,
					 node - chains->tiers));
		add_extended(chains, chains->policy->tiers[node - chains->tiers].stage, begin);
	} else if (node >= chains->stages) {
		add_anchor(chains,
			   RECORD(chains, CMPL_RULE_STAGE, stages, stage_variants,
				  node - chains->stages)
				   ->starts,
			   true);
	} else if (node >= chains->routes) {
		const struct cmpl_route *route = RECORD(chains, CMPL_RULE_ROUTE, routes,
							route_variants, node - chains->routes);

		add_condition(chains, route->when);
		add_unless(chains, route->unless);
	} else if (node >= chains->exclusions) {
		const struct cmpl_exclusion *exclusion =
			RECORD(chains, CMPL_RULE_EXCLUSION, exclusions, exclusion_variants,
			       node - chains->exclusions);

		add_condition(chains, exclusion->when);
		add_unless(chains, exclusion->unless);
	} else {
		add_event(chains, node - chains->events);
	}
}

/* --- the whole ------------------------------------------------------------------ */

static void number_nodes(struct cmpl_chains *chains)
{
	const struct complaint_policy *policy = chains->policy;

	chains->events = policy->duties_count;
	chains->exclusions = chains->events + cmpl_vocabulary_count[CMPL_EVENTS] +
			     policy->own_count[CMPL_EVENTS];
	chains->routes = chains->exclusions + policy->exclusions_count;
	chains->stages = chains->routes + policy->routes_count;
	chains->tiers = chains->stages + policy->stages_count;
	chains->windows = chains->tiers + policy->tiers_count;
	chains->accepting = chains->windows + policy->windows_count;
	chains->count = chains->accepting + 1;
}

static bool allocate(struct cmpl_chains *chains)
{
	chains->first = cmpl_alloc_array((size_t)chains->count + 1, sizeof(uint32_t));
	chains->mark = cmpl_alloc_array(chains->count, sizeof(uint32_t));
	chains->path = cmpl_alloc_array(chains->count, sizeof(uint32_t));
	chains->next = cmpl_alloc_array(chains->count, sizeof(uint32_t));
	chains->doing = cmpl_alloc_array(chains->exclusions - chains->events, sizeof(uint32_t));
	chains->doing_next = cmpl_alloc_array(chains->events, sizeof(uint32_t));
	return chains->first && chains->mark && chains->path && chains->next && chains->doing &&
	       chains->doing_next;
}

static void add_all(struct cmpl_chains *chains)
{
	const struct complaint_policy *policy = chains->policy;

	for (uint32_t i = 0; i < chains->exclusions - chains->events; i++)
		chains->doing[i] = CMPL_NONE;
	for (uint32_t i = policy->duties_count; i > 0;
	     i--) { /* from the last: lists in file order */
		uint32_t event = event_node(chains, policy->duties[i - 1].done_by);

		if (event == CMPL_NONE)
			continue;
		chains->doing_next[i - 1] = chains->doing[event - chains->events];
		chains->doing[event - chains->events] = i - 1;
	}
	for (uint32_t node = 0; node < chains->count; node++) {
		chains->first[node] = (uint32_t)chains->edges.count;
		cmpl_chains_add_edges(chains, node);
	}
	chains->first[chains->count] = (uint32_t)chains->edges.count;
}

bool cmpl_chains_build(struct cmpl_chains *chains)
{
	number_nodes(chains);
	if (!allocate(chains))
		return false;
	add_all(chains);
	return !chains->out_of_memory;
}

void cmpl_chains_free(struct cmpl_chains *chains)
{
	cmpl_free(chains->edges.items);
	cmpl_free(chains->first);
	cmpl_free(chains->doing);
	cmpl_free(chains->doing_next);
	cmpl_free(chains->mark);
	cmpl_free(chains->path);
	cmpl_free(chains->next);
}
