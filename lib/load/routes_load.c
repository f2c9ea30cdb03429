/* SPDX-License-Identifier: MIT */
/* Routes: what a matter is recorded as, and where it starts. */
#include "load/load.h"

struct route_draft {
	struct cmpl_rule_draft rule;
	int32_t tested_at;
	const struct cmpl_node *when, *unless, *treat_as, *starts_at, *duties, *counting;
};
static const struct cmpl_field rows[] = {
	CMPL_ID_ROW(struct route_draft),
	CMPL_RULE_ROWS(struct route_draft),
	CMPL_STRENGTH_ROW(struct route_draft, 0),
	CMPL_MUST_FLAG("tested-at", cmpl_read_words, struct route_draft, tested_at,
		       cmpl_moment_words, CMPL_CHANGES_TESTED_AT,
		       "a list of acceptance, escalation, additional-issue"),
	CMPL_MUST_FLAG("when", cmpl_read_node, struct route_draft, when, NULL, CMPL_CHANGES_WHEN,
		       "the condition under which it is taken"),
	CMPL_MAY_FLAG("unless", cmpl_read_list, struct route_draft, unless, NULL,
		      CMPL_CHANGES_UNLESS, "a list of exceptions"),
	CMPL_MUST_FLAG("treat-as", cmpl_read_id, struct route_draft, treat_as, NULL,
		       CMPL_CHANGES_TREAT_AS, "the record it is put down as"),
	CMPL_MAY_FLAG("starts-at", cmpl_read_id, struct route_draft, starts_at, NULL,
		      CMPL_CHANGES_STARTS_AT, "the stage at which it enters the procedure"),
	CMPL_MAY("duties", cmpl_read_list, struct route_draft, duties, NULL,
		 "a list of duties owed when it is taken"),
	CMPL_MAY_FLAG("counting", cmpl_read_map, struct route_draft, counting, NULL,
		      CMPL_CHANGES_COUNTING,
		      "what is counted otherwise here than in the rest of the file"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a route", rows);
static const struct route_draft blank;

static void fill(struct cmpl_load *load, struct cmpl_route *route, const struct route_draft *draft,
		 uint32_t flags)
{
	if (flags & CMPL_CHANGES_TESTED_AT)
		route->tested_at = (uint8_t)draft->tested_at;
	if (flags & CMPL_CHANGES_WHEN)
		route->when = cmpl_load_condition(load, draft->when);
	if (flags & CMPL_CHANGES_UNLESS)
		route->unless = cmpl_load_unless(load, draft->unless);
	if (flags & CMPL_CHANGES_TREAT_AS)
		route->treat_as = cmpl_load_name(load, draft->treat_as, CMPL_RECORDS);
	/* The node, until all stages are known (references.c). */
	if (flags & CMPL_CHANGES_STARTS_AT)
		route->starts_at = (uint32_t)(draft->starts_at - load->reader.tree->nodes);
	if (flags & CMPL_CHANGES_COUNTING)
		route->counting = cmpl_load_counting(load, draft->counting);
}

static uint32_t make_variant(struct cmpl_load *load, const struct cmpl_variation *variation,
			     const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	struct cmpl_route route = load->policy->routes[variation->index];

	(void)node;
	(void)reading;
	fill(load, &route, variation->draft, flags);
	return cmpl_load_append(load, CMPL_ARRAY_route_variants, &route);
}

static void load_route(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct route_draft draft = { 0 }, scratch;
	struct cmpl_route route = { .when = CMPL_NONE,
				    .treat_as = CMPL_NONE,
				    .starts_at = CMPL_NONE,
				    .counting = load->policy->counting };
	struct cmpl_variation variation = { &fields,   &blank,       &scratch, sizeof(scratch),
					    CMPL_NONE, make_variant, node };
	uint32_t index = cmpl_load_count(load, CMPL_ARRAY_routes), flags;

	cmpl_read_mapping(&load->reader, node, &fields, &draft, &flags);
	if (node->kind != CMPL_NODE_MAP)
		return;
	route.rule = cmpl_load_rule(load, node, CMPL_RULE_ROUTE, &fields, &draft.rule, CMPL_NONE);
	fill(load, &route, &draft, flags);
	route.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_ROUTE, index, route.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_routes, &route);
	cmpl_load_set_index(load, route.rule, variation.index);
	cmpl_load_readings(load, route.rule, draft.rule.readings, &variation);
}

void cmpl_load_routes(struct cmpl_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child))
		load_route(load, child);
}
