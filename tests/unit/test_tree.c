/* SPDX-License-Identifier: MIT */
#include "tree/tree.h"

#include <string.h>

#include "base/memory.h"
#include "yaml/reader.h"

#include "support/test.h"

static void test_lookup(void)
{
	static const char text[] = "a: 1\nb:\n  c: 2\n  d: [3, 4]\ne: {}\n";
	struct cmpl_tree *tree = NULL;
	const struct cmpl_node *root, *b, *d, *item;

	test_case("a value is found under its key, in its own mapping only");
	CHECK_STATUS(cmpl_yaml_read("f", text, strlen(text), &tree, NULL), COMPLAINT_OK);
	if (!CHECK(tree != NULL))
		return;
	root = tree->nodes;
	b = cmpl_node_get(tree, root, "b");
	CHECK(b && b->kind == CMPL_NODE_MAP);
	CHECK_TEXT(cmpl_node_text(tree, cmpl_node_get(tree, root, "a")), "1");
	CHECK(!cmpl_node_get(tree, root, "c"));
	CHECK_TEXT(cmpl_node_text(tree, cmpl_node_get(tree, b, "c")), "2");
	CHECK(!cmpl_node_get(tree, b, "e"));
	CHECK(!cmpl_node_get(tree, root, "aa") && !cmpl_node_get(tree, root, ""));
	CHECK(!cmpl_node_get(tree, cmpl_node_get(tree, root, "a"), "x"));
	CHECK(!cmpl_node_get(tree, cmpl_node_get(tree, b, "d"), "3"));

	test_case("children are walked in order, and the walk ends");
	d = cmpl_node_get(tree, b, "d");
	item = cmpl_node_first(tree, d);
	CHECK_TEXT(cmpl_node_text(tree, item), "3");
	item = cmpl_node_next(tree, d, item);
	CHECK_TEXT(cmpl_node_text(tree, item), "4");
	CHECK(!cmpl_node_next(tree, d, item));
	CHECK(!cmpl_node_first(tree, cmpl_node_get(tree, root, "e")));
	CHECK(!cmpl_node_first(tree, cmpl_node_get(tree, root, "a")));

	test_case("places of a key and of its value");
	CHECK_NUMBER(cmpl_node_key_place(d).line, 4);
	CHECK_NUMBER(cmpl_node_key_place(d).column, 3);
	CHECK_NUMBER(cmpl_node_place(d).line, 4);
	CHECK_NUMBER(cmpl_node_place(d).column, 6);
	CHECK_TEXT(cmpl_node_key(tree, d), "d");
	CHECK_TEXT(cmpl_node_key(tree, root), "");
	cmpl_tree_free(tree);
	cmpl_tree_free(NULL);
}

static void test_growth(void)
{
	struct cmpl_tree *tree = cmpl_tree_new(NULL, true);

	test_case("nodes and texts keep what they held while they grow");
	CHECK(tree && tree->json && strcmp(tree->file, "") == 0);
	for (uint32_t i = 0; tree && i < 5000; i++) {
		uint32_t node = cmpl_tree_add_node(tree);
		uint32_t text = cmpl_tree_add_text(tree, (const char *)&i, sizeof(i));

		CHECK_NUMBER(node, i);
		CHECK(text != UINT32_MAX);
		tree->nodes[node].text = text;
		CHECK_NUMBER(tree->nodes[node].next, i + 1);
	}
	for (uint32_t i = 0; tree && i < 5000; i++)
		CHECK(memcmp(cmpl_node_text(tree, &tree->nodes[i]), &i, sizeof(i)) == 0);

	test_case("out of memory changes nothing");
	if (tree) {
		tree->node_count = tree->node_capacity;
		cmpl_memory_fail_at(1);
		CHECK_NUMBER(cmpl_tree_add_node(tree), UINT32_MAX);
		cmpl_memory_fail_at(1);
		CHECK_NUMBER(cmpl_tree_add_text(tree, tree->text, tree->text_capacity), UINT32_MAX);
		cmpl_memory_fail_at(0);
		CHECK_NUMBER(tree->node_count, tree->node_capacity);
	}
	cmpl_tree_free(tree);
}

int main(void)
{
	test_lookup();
	test_growth();
	return test_finish();
}
