/* SPDX-License-Identifier: MIT */
/*
 * What hangs on what. A duty hangs on what its limit runs from: an event stands for every duty that
 * brings it about, a `due` for its duty; and on each `due` that is read to know whether it is owed.
 * This graph must have no cycle, for the file's choice and for each reading alone; its order is the
 * order in which duties are computed.
 *
 * Events, and the rules whose conditions are read, are nodes beside the duties: the graph then has no
 * more edges than the file has words. A reading changes the edges of one or two nodes, so a new cycle
 * goes through one of them, and the search starts there.
 */
#include "base/memory.h"
#include "load/load.h"

/* Cycles that are told; the cure of one is often the cure of all. */
#define MOST_CYCLES 10
#define MOST_NAMES 10

struct targets {
	uint32_t *items;
	size_t count, capacity;
};

struct override {
	uint32_t node, first, count;
};

struct chains {
	struct cmpl_load *load;
	const struct complaint_policy *policy;
	/* Where each kind of node begins. */
	uint32_t events, exclusions, routes, stages, tiers, windows, accepting, count;
	struct targets edges;
	uint32_t *first;        /* edges of node n: first[n] to first[n + 1] */
	uint32_t *doing;        /* of an event: the first duty done by it */
	uint32_t *doing_next;   /* of a duty: the next one done by the same event */
	uint32_t *mark;         /* below stamp: not seen; stamp: on the path; stamp + 1: done */
	uint32_t *path, *next;  /* the path, and the next edge of each node on it */
	uint32_t stamp;
	uint32_t reading;       /* active, else CMPL_NONE */
	struct override overrides[2];
	uint32_t override_count;
	uint32_t cycles;
	bool out_of_memory;
};

/* --- edges -------------------------------------------------------------------- */

static void add_edge(struct chains *chains, uint32_t target)
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

static uint32_t event_node(const struct chains *chains, uint32_t event)
{
	if (event == CMPL_NONE)
		return CMPL_NONE;
	return chains->events + (event < CMPL_OWN ? event :
						    cmpl_vocabulary_count[CMPL_EVENTS] + event -
							    CMPL_OWN);
}

/* In conditions plain events are never projected: only a `due` makes an edge. */
static void add_single(struct chains *chains, const struct cmpl_anchor *anchor, bool dues_only)
{
	if (anchor->kind == CMPL_ANCHOR_DUE)
		add_edge(chains, anchor->index);
	else if (anchor->kind == CMPL_ANCHOR_EVENT && !dues_only)
		add_edge(chains, event_node(chains, anchor->index));
}

static void add_anchor(struct chains *chains, uint32_t index, bool dues_only)
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

static void add_condition(struct chains *chains, uint32_t first)
{
	const struct cmpl_term *terms = chains->policy->terms;

	if (first == CMPL_NONE)
		return;
	for (uint32_t i = first; i < terms[first].end; i++)
		if (terms[i].kind == CMPL_TERM_ORDER || terms[i].kind == CMPL_TERM_ELAPSED)
			add_anchor(chains, terms[i].anchor, true);
}

static void add_unless(struct chains *chains, struct cmpl_range unless)
{
	for (uint32_t i = 0; i < unless.count; i++)
		add_condition(chains, chains->policy->exceptions[unless.first + i].when);
}

static void add_owner(struct chains *chains, const struct cmpl_duty *duty)
{
	switch ((enum cmpl_standing_place)duty->place) {
	case CMPL_IN_EXCLUSION:
		add_edge(chains, chains->exclusions + duty->owner);
		break;
	case CMPL_IN_ROUTE:
		add_edge(chains, chains->routes + duty->owner);
		break;
	case CMPL_IN_STAGE:
		/* The route taken at acceptance can skip the stage. */
		add_edge(chains, chains->stages + duty->owner);
		add_edge(chains, chains->accepting);
		break;
	case CMPL_IN_TIER:
	case CMPL_IN_OTHERWISE:
		add_edge(chains, chains->tiers + duty->owner);
		break;
	case CMPL_IN_WINDOW:
		add_edge(chains, chains->windows + duty->owner);
		break;
	case CMPL_IN_FILE:
	case CMPL_IN_REFUSAL:
	case CMPL_IN_EXTENSION:
		break;
	}
}

static void add_duty(struct chains *chains, const struct cmpl_duty *duty)
{
	add_anchor(chains, duty->after, false);
	add_anchor(chains, duty->before, false);
	add_condition(chains, duty->when);
	add_unless(chains, duty->unless);
	add_owner(chains, duty);
}

static void add_window(struct chains *chains, const struct cmpl_window *window)
{
	add_condition(chains, window->when);
	add_unless(chains, window->unless);
	add_unless(chains, window->opens_unless);
	add_anchor(chains, window->opens_after, true);
	add_anchor(chains, window->closes_after, true);
}

static void add_needs(struct chains *chains, const struct cmpl_tier *tier)
{
	for (uint32_t i = 0; i < tier->needs.count; i++)
		add_condition(chains, chains->policy->roots[tier->needs.first + i]);
}

/* The variant of the active reading, when it is one of this rule. */
static uint32_t variant_of(const struct chains *chains, enum cmpl_rule_kind kind, uint32_t index)
{
	const struct complaint_policy *policy = chains->policy;
	const struct cmpl_rule *rule;

	if (chains->reading == CMPL_NONE)
		return CMPL_NONE;
	rule = &policy->rules[policy->readings[chains->reading].rule];
	return rule->kind == kind && rule->index == index ?
		       policy->readings[chains->reading].variant :
		       CMPL_NONE;
}

#define RECORD(chains, kind, base, variants, index)                                                \
	(variant_of(chains, kind, index) == CMPL_NONE ?                                            \
		 &(chains)->policy->base[index] :                                                  \
		 &(chains)->policy->variants[variant_of(chains, kind, index)])

static void add_accepting(struct chains *chains)
{
	for (uint32_t i = 0; i < chains->policy->routes_count; i++)
		if (RECORD(chains, CMPL_RULE_ROUTE, routes, route_variants, i)->tested_at &
		    CMPL_AT_ACCEPTANCE)
			add_edge(chains, chains->routes + i);
}

static void add_event(struct chains *chains, uint32_t event)
{
	for (uint32_t duty = chains->doing[event]; duty != CMPL_NONE;
	     duty = chains->doing_next[duty])
		add_edge(chains, duty);
}

/* The edges of a node, as the active reading has them. */
static void add_edges(struct chains *chains, uint32_t node)
{
	if (node < chains->events) {
		add_duty(chains, RECORD(chains, CMPL_RULE_DUTY, duties, duty_variants, node));
	} else if (node == chains->accepting) {
		add_accepting(chains);
	} else if (node >= chains->windows) {
		add_window(chains, RECORD(chains, CMPL_RULE_WINDOW, windows, window_variants,
					  node - chains->windows));
	} else if (node >= chains->tiers) {
		add_needs(chains, RECORD(chains, CMPL_RULE_TIER, tiers, tier_variants,
					 node - chains->tiers));
	} else if (node >= chains->stages) {
		add_anchor(chains,
			   RECORD(chains, CMPL_RULE_STAGE, stages, stage_variants,
				  node - chains->stages)->starts,
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

/* --- search ------------------------------------------------------------------- */

/* The edges of a node: its own, or those that the active reading puts in their place. */
static const uint32_t *edges_of(const struct chains *chains, uint32_t node, uint32_t *ret_count)
{
	for (uint32_t i = 0; i < chains->override_count; i++)
		if (chains->overrides[i].node == node) {
			*ret_count = chains->overrides[i].count;
			return chains->edges.items + chains->overrides[i].first;
		}
	*ret_count = chains->first[node + 1] - chains->first[node];
	return *ret_count ? chains->edges.items + chains->first[node] : NULL;
}

/* A duty that only a reading brings is there only while that reading is active. */
static bool is_there(const struct chains *chains, uint32_t node)
{
	const struct complaint_policy *policy = chains->policy;
	uint32_t rule = node < chains->events ? policy->duties[node].rule : CMPL_NONE;

	return rule == CMPL_NONE || policy->rules[rule].reading == CMPL_NONE ||
	       policy->rules[rule].reading == chains->reading;
}

static const char *duty_id(const struct chains *chains, uint32_t duty)
{
	const struct complaint_policy *policy = chains->policy;

	return cmpl_policy_text(policy, policy->rules[policy->duties[duty].rule].id);
}

/* "a → b → a", from the duty that stands first in the file. */
static void add_names(const struct chains *chains, const uint32_t *cycle, size_t count,
		      size_t begin, struct cmpl_string *names)
{
	size_t shown = 0;

	for (size_t i = 0; i <= count; i++) {
		uint32_t node = cycle[(begin + i) % count];

		if (node >= chains->events)
			continue;
		if (shown == MOST_NAMES && i < count) {
			cmpl_string_add(names, " → ...");
			shown++;
		}
		if (shown > MOST_NAMES && i < count)
			continue;
		cmpl_string_addf(names, "%s%s", shown ? " → " : "", duty_id(chains, node));
		shown++;
	}
}

static void report_cycle(struct chains *chains, const uint32_t *cycle, size_t count)
{
	struct cmpl_reader *reader = &chains->load->reader;
	const struct complaint_policy *policy = chains->policy;
	struct cmpl_string names = { 0 };
	const struct cmpl_rule *rule;
	size_t begin = 0;

	if (chains->cycles++ >= MOST_CYCLES)
		return;
	for (size_t i = 1; i < count; i++) /* duties have the lowest numbers, in file order */
		if (cycle[i] < cycle[begin])
			begin = i;
	rule = &policy->rules[policy->duties[cycle[begin]].rule];
	add_names(chains, cycle, count, begin, &names);
	if (chains->reading == CMPL_NONE)
		cmpl_fault(reader, CMPL_CODE_DUTY_CYCLE,
			   (struct cmpl_place){ rule->line, rule->column },
			   "the date of \"%s\" hangs on itself: %s",
			   duty_id(chains, cycle[begin]), cmpl_string_text(&names));
	else
		cmpl_fault(reader, CMPL_CODE_DUTY_CYCLE,
			   (struct cmpl_place){ rule->line, rule->column },
			   "the date of \"%s\" hangs on itself when read as \"%s\": %s",
			   duty_id(chains, cycle[begin]),
			   cmpl_policy_text(policy, policy->readings[chains->reading].label),
			   cmpl_string_text(&names));
	cmpl_hint(reader, "let one of these run from an event that none of them is done by");
	if (names.failed)
		reader->out_of_memory = true;
	cmpl_string_free(&names);
}

static void finish(struct chains *chains, uint32_t node)
{
	chains->mark[node] = chains->stamp + 1;
	/* The first search, over everything, is the one that gives the order. */
	if (chains->stamp == 1 && node < chains->events)
		cmpl_load_append(chains->load, CMPL_ARRAY_order, &node);
}

/* Depth first, without recursion: a chain can be as long as the file. */
static void search(struct chains *chains, uint32_t start)
{
	size_t depth = 0;

	if (chains->mark[start] >= chains->stamp)
		return;
	chains->mark[start] = chains->stamp;
	chains->path[depth] = start;
	chains->next[depth++] = 0;
	while (depth > 0) {
		uint32_t node = chains->path[depth - 1], count, target;
		const uint32_t *edges = edges_of(chains, node, &count);

		if (chains->next[depth - 1] == count) {
			finish(chains, node);
			depth--;
			continue;
		}
		target = edges[chains->next[depth - 1]++];
		if (chains->mark[target] == chains->stamp) {
			size_t at = depth - 1;

			while (chains->path[at] != target)
				at--;
			report_cycle(chains, chains->path + at, depth - at);
		} else if (chains->mark[target] < chains->stamp && is_there(chains, target)) {
			chains->mark[target] = chains->stamp;
			chains->path[depth] = target;
			chains->next[depth++] = 0;
		}
	}
}

/* --- readings ------------------------------------------------------------------ */

static void override(struct chains *chains, uint32_t node)
{
	struct override *override = &chains->overrides[chains->override_count++];

	override->node = node;
	override->first = (uint32_t)chains->edges.count;
	add_edges(chains, node);
	override->count = (uint32_t)chains->edges.count - override->first;
}

/* The node whose edges a reading of this rule changes; CMPL_NONE: none. */
static uint32_t node_of(const struct chains *chains, const struct cmpl_rule *rule)
{
	switch ((enum cmpl_rule_kind)rule->kind) {
	case CMPL_RULE_EXCLUSION:
		return chains->exclusions + rule->index;
	case CMPL_RULE_ROUTE:
		return chains->routes + rule->index;
	case CMPL_RULE_STAGE:
		return chains->stages + rule->index;
	case CMPL_RULE_DUTY:
		return rule->index;
	case CMPL_RULE_TIER:
		return chains->tiers + rule->index;
	case CMPL_RULE_WINDOW:
		return chains->windows + rule->index;
	case CMPL_RULE_REFUSAL:
	case CMPL_RULE_EXTENSION:
		break;
	}
	return CMPL_NONE;
}

/* The duties that only this reading brings: those of its tiers. */
static void search_own_duties(struct chains *chains, uint32_t variant)
{
	const struct complaint_policy *policy = chains->policy;
	const struct cmpl_extension *extension = &policy->extension_variants[variant];

	for (uint32_t i = 0; i < extension->tiers.count; i++) {
		const struct cmpl_tier *tier = &policy->tiers[extension->tiers.first + i];

		for (uint32_t k = 0; k < tier->duties.count; k++)
			search(chains, tier->duties.first + k);
		for (uint32_t k = 0; k < tier->otherwise.count; k++)
			search(chains, tier->otherwise.first + k);
	}
}

static void search_reading(struct chains *chains, uint32_t index)
{
	const struct cmpl_reading *reading = &chains->policy->readings[index];
	const struct cmpl_rule *rule = &chains->policy->rules[reading->rule];
	size_t edge_count = chains->edges.count;
	uint32_t node;

	if (reading->variant == CMPL_NONE || rule->index == CMPL_NONE)
		return;
	chains->reading = index;
	chains->stamp += 2;
	chains->override_count = 0;
	node = node_of(chains, rule);
	if (node != CMPL_NONE)
		override(chains, node);
	if (reading->changes & CMPL_CHANGES_TESTED_AT && rule->kind == CMPL_RULE_ROUTE)
		override(chains, chains->accepting);
	if (!chains->out_of_memory && node != CMPL_NONE)
		search(chains, node);
	if (!chains->out_of_memory && chains->override_count == 2)
		search(chains, chains->accepting);
	if (rule->kind == CMPL_RULE_EXTENSION && (reading->changes & CMPL_CHANGES_TIERS))
		search_own_duties(chains, reading->variant);
	chains->reading = CMPL_NONE;
	chains->override_count = 0;
	chains->edges.count = edge_count;
}

/* --- the whole ------------------------------------------------------------------ */

static void number_nodes(struct chains *chains)
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

static bool allocate(struct chains *chains)
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

static void build(struct chains *chains)
{
	const struct complaint_policy *policy = chains->policy;

	for (uint32_t i = 0; i < chains->exclusions - chains->events; i++)
		chains->doing[i] = CMPL_NONE;
	for (uint32_t i = policy->duties_count; i > 0; i--) { /* from the last: lists in file order */
		uint32_t event = event_node(chains, policy->duties[i - 1].done_by);

		if (event == CMPL_NONE)
			continue;
		chains->doing_next[i - 1] = chains->doing[event - chains->events];
		chains->doing[event - chains->events] = i - 1;
	}
	for (uint32_t node = 0; node < chains->count; node++) {
		chains->first[node] = (uint32_t)chains->edges.count;
		add_edges(chains, node);
	}
	chains->first[chains->count] = (uint32_t)chains->edges.count;
}

static void search_all(struct chains *chains)
{
	const struct complaint_policy *policy = chains->policy;

	chains->stamp = 1;
	for (uint32_t i = 0; i < policy->duties_count; i++)
		if (is_there(chains, i))
			search(chains, i);
	for (uint32_t i = 0; i < policy->duties_count; i++) {
		chains->reading = policy->rules[policy->duties[i].rule].reading;
		search(chains, i);
	}
	chains->reading = CMPL_NONE;
	/* Where the file's choice has a cycle already, each reading would tell the same one again. */
	if (chains->cycles > 0)
		return;
	for (uint32_t i = 0; i < policy->readings_count && chains->cycles < MOST_CYCLES; i++)
		search_reading(chains, i);
}

void cmpl_load_check_chains(struct cmpl_load *load)
{
	struct chains chains = { .load = load, .policy = load->policy, .reading = CMPL_NONE };

	number_nodes(&chains);
	if (allocate(&chains))
		build(&chains);
	else
		chains.out_of_memory = true;
	if (!chains.out_of_memory)
		search_all(&chains);
	if (chains.out_of_memory)
		load->reader.out_of_memory = true;
	cmpl_free(chains.edges.items);
	cmpl_free(chains.first);
	cmpl_free(chains.mark);
	cmpl_free(chains.path);
	cmpl_free(chains.next);
	cmpl_free(chains.doing);
	cmpl_free(chains.doing_next);
}
