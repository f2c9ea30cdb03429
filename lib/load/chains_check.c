/* SPDX-License-Identifier: MIT */
/* Cycles in the graph that chains.h describes, and the order that it gives the duties. */
#include "load/chains.h"

/* Cycles that are told; the cure of one is often the cure of all. */
#define MOST_CYCLES 10
#define MOST_NAMES 10

/* --- search ------------------------------------------------------------------- */

/* The edges of a node: its own, or those that the active reading puts in their place. */
static const uint32_t *edges_of(const struct cmpl_chains *chains, uint32_t node,
				uint32_t *ret_count)
{
	for (uint32_t i = 0; i < chains->override_count; i++)
		if (chains->overrides[i].node == node) {
			*ret_count = chains->overrides[i].count;
			return *ret_count ? chains->edges.items + chains->overrides[i].first : NULL;
		}
	*ret_count = chains->first[node + 1] - chains->first[node];
	return *ret_count ? chains->edges.items + chains->first[node] : NULL;
}

/* A duty that only a reading brings is there only while that reading is active. */
static bool is_there(const struct cmpl_chains *chains, uint32_t node)
{
	const struct complaint_policy *policy = chains->policy;
	uint32_t rule = node < chains->events ? policy->duties[node].rule : CMPL_NONE;

	return rule == CMPL_NONE || policy->rules[rule].reading == CMPL_NONE ||
	       policy->rules[rule].reading == chains->reading;
}

static const char *duty_id(const struct cmpl_chains *chains, uint32_t duty)
{
	const struct complaint_policy *policy = chains->policy;

	return cmpl_policy_text(policy, policy->rules[policy->duties[duty].rule].id);
}

/* "a → b → a", from the duty that stands first in the file. */
static void add_names(const struct cmpl_chains *chains, const uint32_t *cycle, size_t count,
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

static void report_cycle(struct cmpl_chains *chains, const uint32_t *cycle, size_t count)
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
			   "the date of \"%s\" hangs on itself: %s", duty_id(chains, cycle[begin]),
			   cmpl_string_text(&names));
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

static void finish(struct cmpl_chains *chains, uint32_t node)
{
	chains->mark[node] = chains->stamp + 1;
	/* The first search, over everything, is the one that gives the order. */
	if (chains->stamp == 1 && node < chains->events)
		cmpl_load_append(chains->load, CMPL_ARRAY_order, &node);
}

/* Depth first, without recursion: a chain can be as long as the file. */
static void search(struct cmpl_chains *chains, uint32_t start)
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

static void override(struct cmpl_chains *chains, uint32_t node)
{
	struct cmpl_override *override = &chains->overrides[chains->override_count++];

	override->node = node;
	override->first = (uint32_t)chains->edges.count;
	cmpl_chains_add_edges(chains, node);
	override->count = (uint32_t)chains->edges.count - override->first;
}

/* The node whose edges a reading of this rule changes; CMPL_NONE: none. */
static uint32_t node_of(const struct cmpl_chains *chains, const struct cmpl_rule *rule)
{
	switch ((enum cmpl_rule_kind)rule->kind) {
	case CMPL_RULE_EXCLUSION: return chains->exclusions + rule->index;
	case CMPL_RULE_ROUTE: return chains->routes + rule->index;
	case CMPL_RULE_STAGE: return chains->stages + rule->index;
	case CMPL_RULE_DUTY: return rule->index;
	case CMPL_RULE_TIER: return chains->tiers + rule->index;
	case CMPL_RULE_WINDOW: return chains->windows + rule->index;
	case CMPL_RULE_REFUSAL:
	case CMPL_RULE_EXTENSION: break;
	}
	return CMPL_NONE;
}

/* The duties that only this reading brings: those of its tiers. */
static void search_own_duties(struct cmpl_chains *chains, uint32_t variant)
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

static void search_reading(struct cmpl_chains *chains, uint32_t index)
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

static void search_all(struct cmpl_chains *chains)
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
	/*
	 * Where the file's choice has a cycle already, each reading would tell the same one again.
	 */
	if (chains->cycles > 0)
		return;
	for (uint32_t i = 0; i < policy->readings_count && chains->cycles < MOST_CYCLES; i++)
		search_reading(chains, i);
}

void cmpl_load_check_chains(struct cmpl_load *load)
{
	struct cmpl_chains chains = { .load = load, .policy = load->policy, .reading = CMPL_NONE };

	if (cmpl_chains_build(&chains))
		search_all(&chains);
	else
		chains.out_of_memory = true;
	if (chains.out_of_memory)
		load->reader.out_of_memory = true;
	cmpl_chains_free(&chains);
}
