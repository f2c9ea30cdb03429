/* SPDX-License-Identifier: MIT */
/*
 * Roles are free text: any could be right. But one that a file writes once, a single letter away
 * from another that it writes too, is most likely a slip.
 */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "load/load.h"

/* Each is held against each; no policy names so many. */
#define MOST_ROLES 128
/* Of shorter words one letter makes another word. */
#define SHORTEST 5

struct role {
	const struct cmpl_node *first;
	uint32_t count;
};

struct roles {
	struct role items[MOST_ROLES];
	size_t count;
};

static bool is_role(const struct cmpl_tree *tree, const struct cmpl_node *node)
{
	static const char *const keys[] = { "by", "tell", "ask", "refer-to", "decided-by" };

	if (node->kind != CMPL_NODE_SCALAR || node->length < SHORTEST)
		return false;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (cmpl_text_is(cmpl_node_key(tree, node), node->key_length, keys[i]))
			return true;
	return false;
}

static void add_role(struct roles *roles, const struct cmpl_tree *tree,
		     const struct cmpl_node *node)
{
	for (size_t i = 0; i < roles->count; i++) {
		struct role *role = &roles->items[i];

		if (cmpl_text_equal(cmpl_node_text(tree, role->first), role->first->length,
				    cmpl_node_text(tree, node), node->length)) {
			role->count++;
			return;
		}
	}
	if (roles->count < MOST_ROLES)
		roles->items[roles->count++] = (struct role){ node, 1 };
}

/* "stage 1 manager" and "stage 2 manager" are two on purpose; so are "resident" and "residents". */
static bool differs_on_purpose(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t shorter = a_length < b_length ? a_length : b_length, same = 0;

	while (same < shorter && a[same] == b[same])
		same++;
	if (same == shorter)
		return a_length != b_length && (a_length > b_length ? a : b)[same] == 's';
	return (a[same] >= '0' && a[same] <= '9') || (b[same] >= '0' && b[same] <= '9');
}

static bool is_slip(const struct cmpl_tree *tree, const struct role *role, const struct role *other)
{
	const char *a = cmpl_node_text(tree, role->first), *b = cmpl_node_text(tree, other->first);
	struct cmpl_suggest suggest;

	if (role == other || role->count > 1 || (other->count == 1 && other->first > role->first) ||
	    differs_on_purpose(a, role->first->length, b, other->first->length))
		return false;
	cmpl_suggest_begin(&suggest, a, role->first->length);
	cmpl_suggest_offer(&suggest, b, other->first->length);
	return suggest.best && suggest.best_distance == 1;
}

static void check_role(struct cmpl_load *load, const struct roles *roles, const struct role *role)
{
	struct cmpl_reader *reader = &load->reader;

	for (size_t i = 0; i < roles->count; i++) {
		const struct cmpl_node *other = roles->items[i].first;

		if (!is_slip(reader->tree, role, &roles->items[i]))
			continue;
		cmpl_warn(reader, CMPL_CODE_ROLE_MISSPELT, cmpl_node_place(role->first),
			  "%s is one letter away from %s, which the file has too",
			  cmpl_quote_node(reader, role->first), cmpl_quote_node(reader, other));
		cmpl_related(reader, cmpl_node_place(other), "the other one stands here");
		if (roles->items[i].count > 1)
			cmpl_hint(reader, "did you mean %s?", cmpl_quote_node(reader, other));
		else
			cmpl_hint(reader, "if they are the same, write them alike");
		return;
	}
}

void cmpl_load_check_roles(struct cmpl_load *load)
{
	const struct cmpl_tree *tree = load->reader.tree;
	struct roles *roles = cmpl_alloc(sizeof(*roles));

	if (!roles) {
		load->reader.out_of_memory = true;
		return;
	}
	for (size_t i = 0; i < tree->node_count; i++)
		if (is_role(tree, &tree->nodes[i]))
			add_role(roles, tree, &tree->nodes[i]);
	for (size_t i = 0; i < roles->count; i++)
		check_role(load, roles, &roles->items[i]);
	cmpl_free(roles);
}
