/* SPDX-License-Identifier: MIT */
#include "tree/tree.h"

#include <string.h>

#include <complaint/base.h>

#include "base/memory.h"
#include "base/text.h"

struct cmpl_tree *cmpl_tree_new(const char *file, bool json)
{
	struct cmpl_tree *tree = cmpl_alloc(sizeof(*tree));

	if (!tree)
		return NULL;
	tree->json = json;
	tree->file = cmpl_text_copy(file ? file : "", COMPLAINT_NUL_TERMINATED);
	/* Offset 0 is the empty text, so that a node without a key reads as one with none. */
	if (!tree->file || cmpl_tree_add_text(tree, "", 0) == UINT32_MAX) {
		cmpl_tree_free(tree);
		return NULL;
	}
	return tree;
}

void cmpl_tree_free(struct cmpl_tree *tree)
{
	if (!tree)
		return;
	cmpl_free(tree->file);
	cmpl_free(tree->nodes);
	cmpl_free(tree->text);
	cmpl_free(tree);
}

const char *cmpl_node_text(const struct cmpl_tree *tree, const struct cmpl_node *node)
{
	return tree->text + node->text;
}

const char *cmpl_node_key(const struct cmpl_tree *tree, const struct cmpl_node *node)
{
	return tree->text + node->key;
}

const struct cmpl_node *cmpl_node_first(const struct cmpl_tree *tree,
					const struct cmpl_node *parent)
{
	(void)tree;
	return parent->count > 0 ? parent + 1 : NULL;
}

const struct cmpl_node *cmpl_node_next(const struct cmpl_tree *tree, const struct cmpl_node *parent,
				       const struct cmpl_node *child)
{
	return child->next < parent->next ? tree->nodes + child->next : NULL;
}

const struct cmpl_node *cmpl_node_get(const struct cmpl_tree *tree, const struct cmpl_node *map,
				      const char *key)
{
	const struct cmpl_node *child;

	if (map->kind != CMPL_NODE_MAP)
		return NULL;
	for (child = cmpl_node_first(tree, map); child; child = cmpl_node_next(tree, map, child))
		if (cmpl_text_is(cmpl_node_key(tree, child), child->key_length, key))
			return child;
	return NULL;
}

struct cmpl_place cmpl_node_place(const struct cmpl_node *node)
{
	return (struct cmpl_place){ node->line, node->column };
}

struct cmpl_place cmpl_node_key_place(const struct cmpl_node *node)
{
	return (struct cmpl_place){ node->key_line, node->key_column };
}

uint32_t cmpl_tree_add_node(struct cmpl_tree *tree)
{
	struct cmpl_node *node;

	if (tree->node_count >= UINT32_MAX - 1 ||
	    !cmpl_grow((void **)&tree->nodes, &tree->node_capacity, tree->node_count,
		       sizeof(tree->nodes[0])))
		return UINT32_MAX;
	node = &tree->nodes[tree->node_count];
	memset(node, 0, sizeof(*node));
	node->next = (uint32_t)tree->node_count + 1;
	return (uint32_t)tree->node_count++;
}

uint32_t cmpl_tree_add_text(struct cmpl_tree *tree, const char *text, size_t length)
{
	size_t wanted = tree->text_capacity ? tree->text_capacity : 1024;
	size_t offset = tree->text_length;
	char *grown;

	if (length > UINT32_MAX - 1 || offset > UINT32_MAX - 1 - length)
		return UINT32_MAX;
	while (wanted < offset + length + 1)
		wanted *= 2;
	if (wanted != tree->text_capacity) {
		grown = cmpl_realloc_array(tree->text, wanted, 1);
		if (!grown)
			return UINT32_MAX;
		tree->text = grown;
		tree->text_capacity = wanted;
	}

	if (length > 0)
		memcpy(tree->text + offset, text, length);
	tree->text[offset + length] = '\0';
	tree->text_length = offset + length + 1;
	return (uint32_t)offset;
}
