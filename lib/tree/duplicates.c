/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "tree/form.h"

struct entry {
	const char *key;
	const struct cmpl_node *node;
};

/* By key, then by place: of equal keys the first is the one to keep. */
static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	uint32_t shorter = a->node->key_length < b->node->key_length ? a->node->key_length
								     : b->node->key_length;
	int order = memcmp(a->key, b->key, shorter);

	if (order != 0)
		return order;
	if (a->node->key_length != b->node->key_length)
		return a->node->key_length < b->node->key_length ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static bool same_key(const struct entry *a, const struct entry *b)
{
	/* An empty key stands for one that was refused already. */
	return a->node->key_length > 0 &&
	       cmpl_text_equal(a->key, a->node->key_length, b->key, b->node->key_length);
}

static void report(struct cmpl_form *form, const struct entry *first, const struct entry *again)
{
	struct cmpl_string quoted = { 0 };

	cmpl_string_add_quoted(&quoted, again->key, again->node->key_length);
	cmpl_form_fault(form, CMPL_CODE_DUPLICATE_KEY, cmpl_node_key_place(again->node),
			"key %s stands twice in one mapping, first in line %u",
			cmpl_string_text(&quoted), (unsigned)first->node->key_line);
	cmpl_diag_related(form->diags, cmpl_node_key_place(first->node), "the first stands here");
	cmpl_diag_hint(form->diags,
		       "keep one of them; two tests stand as a list under \"all\" or \"any\"");
	form->no_memory = form->no_memory || quoted.failed;
	cmpl_string_free(&quoted);
}

static void check_map(struct cmpl_form *form, const struct cmpl_tree *tree,
		      const struct cmpl_node *map, struct entry *entries)
{
	const struct cmpl_node *child;
	size_t count = 0, first = 0;

	for (child = cmpl_node_first(tree, map); child; child = cmpl_node_next(tree, map, child))
		entries[count++] = (struct entry){ cmpl_node_key(tree, child), child };
	qsort(entries, count, sizeof(entries[0]), compare_entries);
	for (size_t i = 1; i < count; i++) {
		if (same_key(&entries[first], &entries[i]))
			report(form, &entries[first], &entries[i]);
		else
			first = i;
	}
}

void cmpl_form_check_duplicates(struct cmpl_form *form, const struct cmpl_tree *tree)
{
	struct entry *entries;
	size_t most = 0;

	for (size_t i = 0; i < tree->node_count; i++)
		if (tree->nodes[i].kind == CMPL_NODE_MAP && tree->nodes[i].count > most)
			most = tree->nodes[i].count;
	if (most < 2)
		return;

	entries = cmpl_alloc_array(most, sizeof(entries[0]));
	if (!entries) {
		form->no_memory = true;
		return;
	}
	for (size_t i = 0; i < tree->node_count; i++)
		if (tree->nodes[i].kind == CMPL_NODE_MAP && tree->nodes[i].count > 1)
			check_map(form, tree, &tree->nodes[i], entries);
	cmpl_free(entries);
}
