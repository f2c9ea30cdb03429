/* SPDX-License-Identifier: MIT */
#include "support/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#include "support/test.h"

static void add_node(struct cmpl_string *outline, const struct cmpl_tree *tree,
		     const struct cmpl_node *node)
{
	static const char *const styles[] = { "plain", "quoted", "block", "json" };

	cmpl_string_addf(outline, "%u:%u ", (unsigned)node->line, (unsigned)node->column);
	if (node->key_line > 0)
		cmpl_string_addf(outline, "%s@%u:%u ", cmpl_node_key(tree, node),
				 (unsigned)node->key_line, (unsigned)node->key_column);
	if (node->kind != CMPL_NODE_SCALAR) {
		cmpl_string_addf(outline, "%s %u\n", node->kind == CMPL_NODE_MAP ? "map" : "list",
				 (unsigned)node->count);
		return;
	}
	cmpl_string_addf(outline, "%s ", styles[node->style]);
	cmpl_string_add_quoted(outline, cmpl_node_text(tree, node), node->length);
	cmpl_string_add(outline, "\n");
}

/* By first and next, and not by index: the walk is tested with the tree. */
static size_t add_subtree(struct cmpl_string *outline, const struct cmpl_tree *tree,
			  const struct cmpl_node *node)
{
	const struct cmpl_node *child;
	size_t nodes = 1, children = 0;

	add_node(outline, tree, node);
	if (node->kind == CMPL_NODE_SCALAR)
		return nodes;
	for (child = cmpl_node_first(tree, node); child;
	     child = cmpl_node_next(tree, node, child)) {
		nodes += add_subtree(outline, tree, child);
		children++;
	}
	CHECK_NUMBER(children, node->count);
	return nodes;
}

void test_outline(test_reader read, const char *text, const char *want)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_string outline = { 0 };
	struct cmpl_tree *tree = NULL;
	char *faults;

	complaint_diagnostics_new(&diags);
	CHECK_STATUS(read("f", text, strlen(text), &tree, diags), COMPLAINT_OK);
	faults = test_diagnostics_text(diags);
	CHECK_TEXT(faults, "");
	if (tree) {
		CHECK_NUMBER(add_subtree(&outline, tree, tree->nodes), tree->node_count);
		CHECK_TEXT(cmpl_string_text(&outline), want);
		CHECK_TEXT(tree->file, "f");
	}
	free(faults);
	cmpl_string_free(&outline);
	cmpl_tree_free(tree);
	complaint_diagnostics_free(diags);
}
