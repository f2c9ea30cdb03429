/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag/diagnostics.h"

/*
 * What was read, whatever it was read from: nodes with their places. YAML and
 * JSON fill the same tree, so that one loader serves both. All nodes lie in one
 * array in document order; all text in one block.
 */
enum cmpl_node_kind { CMPL_NODE_SCALAR, CMPL_NODE_LIST, CMPL_NODE_MAP };

/* How a scalar was written, since `true` and "true" are not the same. */
enum cmpl_style {
	CMPL_STYLE_PLAIN,  /* unquoted in YAML; number, true, false, null in JSON */
	CMPL_STYLE_QUOTED, /* quoted in YAML (not in JSON) */
	CMPL_STYLE_BLOCK,  /* | or > in YAML */
	CMPL_STYLE_JSON    /* a JSON string: may stand for any scalar but true, false and numbers */
};

struct cmpl_node {
	uint8_t kind;
	uint8_t style;
	uint32_t line, column; /* where it begins, from 1 */
	uint32_t key;          /* in a map: offset of the key's text in the block, else 0 */
	uint32_t key_length;
	uint32_t key_line, key_column;
	uint32_t text; /* scalar: offset in the block; NUL-terminated there */
	uint32_t length;
	uint32_t count; /* list, map: children */
	uint32_t next;  /* one past the last node of this subtree; children begin at index + 1 */
};

struct cmpl_tree {
	char *file;              /* as named by the caller, for diagnostics */
	struct cmpl_node *nodes; /* nodes[0] is the root */
	size_t node_count, node_capacity;
	char *text;
	size_t text_length, text_capacity;
	bool json;
};

struct cmpl_tree *cmpl_tree_new(const char *file, bool json); /* NULL: out of memory */
void cmpl_tree_free(struct cmpl_tree *tree);                  /* NULL is fine */

const char *cmpl_node_text(const struct cmpl_tree *tree, const struct cmpl_node *node);
const char *cmpl_node_key(const struct cmpl_tree *tree, const struct cmpl_node *node);
/* Walk children: first, then next until NULL. */
const struct cmpl_node *cmpl_node_first(const struct cmpl_tree *tree,
					const struct cmpl_node *parent);
const struct cmpl_node *cmpl_node_next(const struct cmpl_tree *tree, const struct cmpl_node *parent,
				       const struct cmpl_node *child);
/* The value under a key, NULL when absent. */
const struct cmpl_node *cmpl_node_get(const struct cmpl_tree *tree, const struct cmpl_node *map,
				      const char *key);
struct cmpl_place cmpl_node_place(const struct cmpl_node *node);
struct cmpl_place cmpl_node_key_place(const struct cmpl_node *node);

/* For the readers: append a node, intern text. Return UINT32_MAX when out of memory. */
uint32_t cmpl_tree_add_node(struct cmpl_tree *tree);
uint32_t cmpl_tree_add_text(struct cmpl_tree *tree, const char *text, size_t length);
