/* SPDX-License-Identifier: MIT */
/* Anchors: an event, `now`, the due date of a duty, the latest or the earliest of some. */
#include "load/load.h"

static void fault_anchor(struct cmpl_load *load, const struct cmpl_node *node, const char *says)
{
	cmpl_fault(&load->reader, CMPL_CODE_ANCHOR_MALFORMED, cmpl_node_place(node), "%s", says);
	cmpl_hint(&load->reader, "write an event, { due: a-duty }, { latest-of: [...] } or "
				 "{ earliest-of: [...] }");
}

/* The duty is known when all are: until then its node stands for it (references.c). */
static bool read_due(struct cmpl_load *load, const struct cmpl_node *node,
		     struct cmpl_anchor *anchor)
{
	static const struct cmpl_field field = { .key = "due", .doc = "the id of a duty" };
	const struct cmpl_node *id;

	if (!cmpl_read_id(&load->reader, node, &field, &id))
		return false;
	anchor->kind = CMPL_ANCHOR_DUE;
	anchor->index = (uint32_t)(id - load->reader.tree->nodes);
	return true;
}

static bool read_event(struct cmpl_load *load, const struct cmpl_node *node, bool in_condition,
		       struct cmpl_anchor *anchor)
{
	if (cmpl_node_is(&load->reader, node, "now")) {
		anchor->kind = CMPL_ANCHOR_NOW;
		if (in_condition)
			return true;
		cmpl_fault(&load->reader, CMPL_CODE_ANCHOR_MALFORMED, cmpl_node_place(node),
			   "\"now\" can stand in conditions only");
		cmpl_hint(&load->reader, "write the event from which it runs");
		return false;
	}
	anchor->kind = CMPL_ANCHOR_EVENT;
	anchor->index = cmpl_load_name(load, node, CMPL_EVENTS);
	return anchor->index != CMPL_NONE;
}

/* An event or a due: what can stand alone and in a list. */
static bool read_single(struct cmpl_load *load, const struct cmpl_node *node, bool in_condition,
			struct cmpl_anchor *anchor)
{
	const struct cmpl_node *child;

	if (node->kind == CMPL_NODE_SCALAR)
		return read_event(load, node, in_condition, anchor);
	child = node->kind == CMPL_NODE_MAP ? cmpl_node_first(load->reader.tree, node) : NULL;
	if (!child || node->count != 1 ||
	    !cmpl_text_is(cmpl_node_key(load->reader.tree, child), child->key_length, "due")) {
		fault_anchor(load, node, "an entry of such a list is an event or { due: a-duty }");
		return false;
	}
	return read_due(load, child, anchor);
}

static bool read_members(struct cmpl_load *load, const struct cmpl_node *list,
			 struct cmpl_anchor *anchor)
{
	static const struct cmpl_field field = { .key = "latest-of or earliest-of",
						 .doc = "a list of two events or more" };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;
	bool whole = true;

	if (!cmpl_read_list(&load->reader, list, &field, &list))
		return false;
	if (list->count < 2) {
		cmpl_fault(&load->reader, CMPL_CODE_TOO_FEW_ENTRIES, cmpl_node_place(list),
			   "one entry alone is neither the latest nor the earliest");
		cmpl_hint(&load->reader, "write the event itself");
		whole = false;
	}
	anchor->index = cmpl_load_count(load, CMPL_ARRAY_anchors);
	for (child = cmpl_node_first(tree, list); child;
	     child = cmpl_node_next(tree, list, child)) {
		struct cmpl_anchor member = { 0 };

		whole &= read_single(load, child, false, &member) &&
			 cmpl_load_append(load, CMPL_ARRAY_anchors, &member) != CMPL_NONE;
		anchor->count++;
	}
	return whole;
}

static bool read_map(struct cmpl_load *load, const struct cmpl_node *node,
		     struct cmpl_anchor *anchor)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child = cmpl_node_first(tree, node);
	const char *key;

	if (!child || node->count != 1) {
		fault_anchor(load, node, "an anchor is one event, or a mapping with one key");
		return false;
	}
	key = cmpl_node_key(tree, child);
	if (cmpl_text_is(key, child->key_length, "due"))
		return read_due(load, child, anchor);
	if (cmpl_text_is(key, child->key_length, "latest-of"))
		anchor->kind = CMPL_ANCHOR_LATEST;
	else if (cmpl_text_is(key, child->key_length, "earliest-of"))
		anchor->kind = CMPL_ANCHOR_EARLIEST;
	else {
		static const struct cmpl_field keys[] = { { .key = "due" },
							  { .key = "latest-of" },
							  { .key = "earliest-of" } };
		static const struct cmpl_fields fields = CMPL_FIELDS("an anchor", keys);

		cmpl_fault_unknown_key(&load->reader, child, &fields);
		return false;
	}
	return read_members(load, child, anchor);
}

uint32_t cmpl_load_anchor(struct cmpl_load *load, const struct cmpl_node *node, bool in_condition)
{
	struct cmpl_anchor anchor = { 0 };
	bool whole;

	if (!node)
		return CMPL_NONE;
	if (node->kind == CMPL_NODE_LIST) {
		fault_anchor(load, node, "an anchor is one event, not a list");
		return CMPL_NONE;
	}
	if (node->kind == CMPL_NODE_MAP)
		whole = read_map(load, node, &anchor);
	else
		whole = read_event(load, node, in_condition, &anchor);
	return whole ? cmpl_load_append(load, CMPL_ARRAY_anchors, &anchor) : CMPL_NONE;
}
