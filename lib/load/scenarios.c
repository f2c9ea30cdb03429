/* SPDX-License-Identifier: MIT */
/* Loaded scenarios, as their readers see them. */
#include "load/scenarios.h"

#include "base/memory.h"

void
complaint_scenarios_free(struct complaint_scenarios *scenarios)
{
	if (!scenarios)
		return;
	for (size_t i = 0; i < scenarios->count; i++)
		complaint_case_free(scenarios->items[i].given);
	cmpl_free(scenarios->items);
	cmpl_tree_free(scenarios->tree);
	cmpl_free(scenarios);
}

size_t
complaint_scenarios_count(const struct complaint_scenarios *scenarios)
{
	return scenarios ? scenarios->count : 0;
}

const char *
complaint_scenarios_get_policy_path(const struct complaint_scenarios *scenarios)
{
	return scenarios ? scenarios->policy : NULL;
}

static const struct cmpl_scenario *item(const struct complaint_scenarios *scenarios, size_t index)
{
	return scenarios && index < scenarios->count ? &scenarios->items[index] : NULL;
}

const char *
complaint_scenarios_get_name(const struct complaint_scenarios *scenarios, size_t index)
{
	const struct cmpl_scenario *own = item(scenarios, index);

	return own ? cmpl_node_text(scenarios->tree, own->name) : NULL;
}

uint32_t
complaint_scenarios_get_line(const struct complaint_scenarios *scenarios, size_t index)
{
	const struct cmpl_scenario *own = item(scenarios, index);

	return own ? own->line : 0;
}

const struct complaint_case *
complaint_scenarios_get_case(const struct complaint_scenarios *scenarios, size_t index)
{
	const struct cmpl_scenario *own = item(scenarios, index);

	return own ? own->given : NULL;
}

static uint32_t number(const struct complaint_scenarios *scenarios, const struct cmpl_node *node)
{
	return node ? (uint32_t)(node - scenarios->tree->nodes) : COMPLAINT_NONE;
}

uint32_t
complaint_scenarios_get_expectation(const struct complaint_scenarios *scenarios, size_t index)
{
	const struct cmpl_scenario *own = item(scenarios, index);

	return own ? number(scenarios, own->expect) : COMPLAINT_NONE;
}

static const struct cmpl_node *node_at(const struct complaint_scenarios *scenarios, uint32_t node)
{
	if (!scenarios || node >= scenarios->tree->node_count)
		return NULL;
	return &scenarios->tree->nodes[node];
}

/* A mapping or a list, NULL for any other. */
static const struct cmpl_node *group_at(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = node_at(scenarios, node);

	return own && own->kind != CMPL_NODE_SCALAR ? own : NULL;
}

int32_t
complaint_expectation_get_kind(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = node_at(scenarios, node);
	const char *text;

	if (!own)
		return 0;
	if (own->kind == CMPL_NODE_MAP)
		return COMPLAINT_EXPECTATION_MAPPING;
	if (own->kind == CMPL_NODE_LIST)
		return COMPLAINT_EXPECTATION_LIST;
	text = cmpl_node_text(scenarios->tree, own);
	if (own->style == CMPL_STYLE_PLAIN &&
	    (cmpl_text_is(text, own->length, "true") || cmpl_text_is(text, own->length, "false")))
		return COMPLAINT_EXPECTATION_TRUTH;
	return COMPLAINT_EXPECTATION_TEXT;
}

const char *
complaint_expectation_get_key(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = node_at(scenarios, node);

	return own && own->key_length ? cmpl_node_key(scenarios->tree, own) : NULL;
}

const char *
complaint_expectation_get_text(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = node_at(scenarios, node);

	return own && own->kind == CMPL_NODE_SCALAR ? cmpl_node_text(scenarios->tree, own) : NULL;
}

uint32_t
complaint_expectation_get_line(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = node_at(scenarios, node);

	return own ? own->line : 0;
}

size_t
complaint_expectation_count(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = group_at(scenarios, node);

	return own ? own->count : 0;
}

uint32_t
complaint_expectation_get_first(const struct complaint_scenarios *scenarios, uint32_t node)
{
	const struct cmpl_node *own = group_at(scenarios, node);

	return own ? number(scenarios, cmpl_node_first(scenarios->tree, own)) : COMPLAINT_NONE;
}

uint32_t
complaint_expectation_get_next(const struct complaint_scenarios *scenarios, uint32_t parent,
			       uint32_t node)
{
	const struct cmpl_node *group = group_at(scenarios, parent);
	const struct cmpl_node *own = node_at(scenarios, node);

	if (!group || !own || node <= parent || node >= group->next)
		return COMPLAINT_NONE;
	return number(scenarios, cmpl_node_next(scenarios->tree, group, own));
}
