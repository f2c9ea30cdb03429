/* SPDX-License-Identifier: MIT */
/*
 * Rules that are named elsewhere: once every rule is known, the node that names one gives way to
 * the rule. And the rules themselves, put in the order of the file.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "load/load.h"

static const char *const kinds[] = {
	[CMPL_RULE_REFUSAL] = "a refusal", [CMPL_RULE_EXCLUSION] = "an exclusion",
	[CMPL_RULE_ROUTE] = "a route",     [CMPL_RULE_STAGE] = "a stage",
	[CMPL_RULE_DUTY] = "a duty",       [CMPL_RULE_EXTENSION] = "an extension",
	[CMPL_RULE_TIER] = "a tier",       [CMPL_RULE_WINDOW] = "a window",
};

/* --- from a node to a rule ------------------------------------------------------ */

/* kind 0: any */
static void fault_unknown(struct cmpl_load *load, const struct cmpl_node *node, unsigned kind)
{
	const struct complaint_policy *policy = load->policy;
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_RULE, cmpl_node_place(node), "%s is not the id of %s",
		   cmpl_quote_node(reader, node), kind ? kinds[kind] : "a rule of this file");
	if (!cmpl_suggest_start(reader, &suggest, cmpl_node_text(reader->tree, node), node->length))
		return;
	for (uint32_t i = 0; i < policy->rules_count; i++) {
		const char *id = cmpl_policy_text(policy, policy->rules[i].id);

		if (!kind || policy->rules[i].kind == kind)
			cmpl_suggest_offer(&suggest, id, strlen(id));
	}
	cmpl_suggest_end(reader, &suggest, "write the id of a rule of this file");
}

static uint32_t find_rule(struct cmpl_load *load, uint32_t node_index, unsigned kind)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *node;
	uint32_t rule;

	if (node_index == CMPL_NONE)
		return CMPL_NONE;
	node = &reader->tree->nodes[node_index];
	rule = cmpl_map_find(&load->rules, cmpl_node_text(reader->tree, node), node->length);
	if (rule == CMPL_MAP_NONE) {
		fault_unknown(load, node, kind);
		return CMPL_NONE;
	}
	if (!kind || load->policy->rules[rule].kind == kind)
		return rule;
	cmpl_fault(reader, CMPL_CODE_RULE_OF_ANOTHER_KIND, cmpl_node_place(node),
		   "%s is %s, and %s is wanted here", cmpl_quote_node(reader, node),
		   kinds[load->policy->rules[rule].kind], kinds[kind]);
	cmpl_hint(reader, "write the id of %s", kinds[kind]);
	return CMPL_NONE;
}

/* The record of a rule of that kind. */
static uint32_t find_record(struct cmpl_load *load, uint32_t node_index, enum cmpl_rule_kind kind)
{
	uint32_t rule = find_rule(load, node_index, kind);

	return rule == CMPL_NONE ? CMPL_NONE : load->policy->rules[rule].index;
}

/* A variant that keeps the reference of its rule must not have it reported twice. */
static void resolve_variants(struct cmpl_load *load)
{
	struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < policy->readings_count; i++) {
		const struct cmpl_reading *reading = &policy->readings[i];
		const struct cmpl_rule *rule = &policy->rules[reading->rule];

		if (reading->variant == CMPL_NONE)
			continue;
		if (rule->kind == CMPL_RULE_EXTENSION) {
			policy->extension_variants[reading->variant].of =
				policy->extensions[rule->index].of;
		} else if (rule->kind == CMPL_RULE_ROUTE) {
			struct cmpl_route *variant = &policy->route_variants[reading->variant];

			variant->starts_at =
				reading->changes & CMPL_CHANGES_STARTS_AT
					? find_record(load, variant->starts_at, CMPL_RULE_STAGE)
					: policy->routes[rule->index].starts_at;
		}
	}
}

void cmpl_load_resolve(struct cmpl_load *load)
{
	struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < policy->anchors_count; i++)
		if (policy->anchors[i].kind == CMPL_ANCHOR_DUE)
			policy->anchors[i].index =
				find_record(load, policy->anchors[i].index, CMPL_RULE_DUTY);
	for (uint32_t i = 0; i < policy->extensions_count; i++)
		policy->extensions[i].of =
			find_record(load, policy->extensions[i].of, CMPL_RULE_DUTY);
	for (uint32_t i = 0; i < policy->routes_count; i++)
		policy->routes[i].starts_at =
			find_record(load, policy->routes[i].starts_at, CMPL_RULE_STAGE);
	for (uint32_t i = 0; i < policy->conflicts_count; i++)
		policy->conflicts[i].rule = find_rule(load, policy->conflicts[i].rule, 0);
	resolve_variants(load);
}

/* --- accepted findings ------------------------------------------------------------ */

struct accepted_draft {
	const struct cmpl_node *finding, *rule, *because;
};
static const struct cmpl_field rows[] = {
	CMPL_MUST("finding", cmpl_read_id, struct accepted_draft, finding, NULL,
		  "what the checker calls it"),
	CMPL_MUST("rule", cmpl_read_id, struct accepted_draft, rule, NULL, "the id of the rule"),
	CMPL_MUST("because", cmpl_read_text, struct accepted_draft, because, NULL,
		  "why it is accepted"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("an accepted finding", rows);

void cmpl_load_accepted(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(reader->tree, list) : NULL; child;
	     child = cmpl_node_next(reader->tree, list, child)) {
		struct accepted_draft draft = { 0 };
		struct cmpl_accepted accepted = { .line = child->line, .column = child->column };

		if (!cmpl_read_mapping(reader, child, &fields, &draft, NULL))
			continue;
		accepted.finding = cmpl_load_text(load, draft.finding);
		accepted.rule = cmpl_load_text(load, draft.rule);
		accepted.because = cmpl_load_text(load, draft.because);
		cmpl_load_append(load, CMPL_ARRAY_accepted, &accepted);
		if (cmpl_map_find(&load->rules, cmpl_node_text(reader->tree, draft.rule),
				  draft.rule->length) != CMPL_MAP_NONE)
			continue;
		cmpl_warn(reader, CMPL_CODE_ACCEPTED_UNUSED, cmpl_node_place(draft.rule),
			  "no rule has the id %s, so nothing is accepted here",
			  cmpl_quote_node(reader, draft.rule));
		cmpl_hint(reader, "remove the entry, or mend the id");
	}
}

/* --- the order of the file --------------------------------------------------------- */

struct placed {
	uint32_t line, column, rule;
};

static int compare_places(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

#define RENUMBER(policy, name, numbers)                                                            \
	for (uint32_t i_ = 0; i_ < (policy)->name##_count; i_++)                                   \
	(policy)->name[i_].rule = renumbered((policy)->name[i_].rule, numbers)

static uint32_t renumbered(uint32_t rule, const uint32_t *numbers)
{
	return rule == CMPL_NONE ? CMPL_NONE : numbers[rule];
}

static void renumber(struct complaint_policy *policy, const uint32_t *numbers)
{
	RENUMBER(policy, refusals, numbers);
	RENUMBER(policy, exclusions, numbers);
	RENUMBER(policy, routes, numbers);
	RENUMBER(policy, stages, numbers);
	RENUMBER(policy, duties, numbers);
	RENUMBER(policy, extensions, numbers);
	RENUMBER(policy, tiers, numbers);
	RENUMBER(policy, windows, numbers);
	RENUMBER(policy, refusal_variants, numbers);
	RENUMBER(policy, exclusion_variants, numbers);
	RENUMBER(policy, route_variants, numbers);
	RENUMBER(policy, stage_variants, numbers);
	RENUMBER(policy, duty_variants, numbers);
	RENUMBER(policy, extension_variants, numbers);
	RENUMBER(policy, tier_variants, numbers);
	RENUMBER(policy, window_variants, numbers);
	RENUMBER(policy, readings, numbers);
	RENUMBER(policy, conflicts, numbers);
	for (uint32_t i = 0; i < policy->rules_count; i++)
		policy->rules[i].owner = renumbered(policy->rules[i].owner, numbers);
}

void cmpl_load_sort_rules(struct cmpl_load *load)
{
	struct complaint_policy *policy = load->policy;
	uint32_t count = policy->rules_count;
	struct placed *places = cmpl_alloc_array(count, sizeof(*places));
	struct cmpl_rule *sorted = cmpl_alloc_array(count, sizeof(*sorted));
	uint32_t *numbers = cmpl_alloc_array(count, sizeof(*numbers));

	if (!places || !sorted || !numbers) {
		load->reader.out_of_memory = true;
		goto out;
	}
	for (uint32_t i = 0; i < count; i++)
		places[i] = (struct placed){ policy->rules[i].line, policy->rules[i].column, i };
	if (count > 0)
		qsort(places, count, sizeof(*places), compare_places);
	for (uint32_t i = 0; i < count; i++) {
		sorted[i] = policy->rules[places[i].rule];
		numbers[places[i].rule] = i;
	}
	renumber(policy, numbers);
	/* Renumbering changed the owners of the old copies; take them over with the rest. */
	for (uint32_t i = 0; i < count; i++)
		sorted[i].owner = policy->rules[places[i].rule].owner;
	if (count > 0)
		memcpy(policy->rules, sorted, count * sizeof(*sorted));
out:
	cmpl_free(places);
	cmpl_free(sorted);
	cmpl_free(numbers);
}
