/* SPDX-License-Identifier: MIT */
/*
 * An entry that stands twice in one list of a rule file says nothing the second time: one of the
 * two was meant to be another. Compared as written, so that no list has to be known here.
 */
#include <string.h>

#include "base/memory.h"
#include "load/load.h"

/* Over all that makes two entries the same, eight bytes at a time; equal ones are compared. */
static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
	uint64_t word;

	for (size_t done = 0; done < length; done += sizeof(word)) {
		size_t rest = length - done;

		word = 0;
		memcpy(&word, (const char *)bytes + done,
		       rest < sizeof(word) ? rest : sizeof(word));
		hash = (hash ^ word) * UINT64_C(1099511628211); /* as FNV-1a has it for bytes */
		hash ^= hash >> 32;
	}
	return hash;
}

static uint64_t hash_entry(const struct cmpl_tree *tree, const struct cmpl_node *entry)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (const struct cmpl_node *node = entry; node < tree->nodes + entry->next; node++) {
		hash = mix(hash, &node->kind, sizeof(node->kind));
		if (node != entry)
			hash = mix(hash, cmpl_node_key(tree, node), node->key_length);
		if (node->kind == CMPL_NODE_SCALAR)
			hash = mix(hash, cmpl_node_text(tree, node), node->length);
	}
	return hash;
}

static bool same_entry(const struct cmpl_tree *tree, const struct cmpl_node *a,
		       const struct cmpl_node *b)
{
	ptrdiff_t size = tree->nodes + a->next - a;

	if (size != tree->nodes + b->next - b)
		return false;
	for (ptrdiff_t i = 0; i < size; i++) {
		if (a[i].kind != b[i].kind || a[i].count != b[i].count)
			return false;
		if (i > 0 && (a[i].key_length != b[i].key_length ||
			      memcmp(cmpl_node_key(tree, a + i), cmpl_node_key(tree, b + i),
				     a[i].key_length) != 0))
			return false;
		if (a[i].kind == CMPL_NODE_SCALAR &&
		    (a[i].length != b[i].length ||
		     memcmp(cmpl_node_text(tree, a + i), cmpl_node_text(tree, b + i),
			    a[i].length) != 0))
			return false;
	}
	return true;
}

/* Lists whose own readers say it, and entries whose name is doubled, which is said of the name. */
static bool is_said_elsewhere(const struct cmpl_tree *tree, const struct cmpl_node *list,
			      const struct cmpl_node *entry)
{
	static const char *const keys[] = { "tested-at", "any-of", "values" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (list->key_length == strlen(keys[i]) &&
		    memcmp(cmpl_node_key(tree, list), keys[i], list->key_length) == 0)
			return true;
	return entry->kind == CMPL_NODE_MAP &&
	       (cmpl_node_get(tree, entry, "id") || cmpl_node_get(tree, entry, "label"));
}

static void fault_repeat(struct cmpl_reader *reader, const struct cmpl_node *list,
			 const struct cmpl_node *first, const struct cmpl_node *entry)
{
	const char *key = cmpl_node_key(reader->tree, list);

	if (is_said_elsewhere(reader->tree, list, entry))
		return;
	if (entry->kind == CMPL_NODE_SCALAR)
		cmpl_fault(reader, CMPL_CODE_DUPLICATE_ENTRY, cmpl_node_place(entry),
			   "%s stands twice in %s", cmpl_quote_node(reader, entry),
			   list->key_length > 0 ? cmpl_quote(reader, key, list->key_length)
						: "one list");
	else
		cmpl_fault(reader, CMPL_CODE_DUPLICATE_ENTRY, cmpl_node_place(entry),
			   "the same entry stands twice in %s",
			   list->key_length > 0 ? cmpl_quote(reader, key, list->key_length)
						: "one list");
	cmpl_related(reader, cmpl_node_place(first), "the first stands here");
	cmpl_hint(reader, "remove one of the two");
}

/* Each entry against those before it; numbers are compared, and texts only where they agree. */
static void check_list(struct cmpl_reader *reader, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = reader->tree;
	const struct cmpl_node *entry;
	uint64_t *hashes = cmpl_alloc_array(list->count, sizeof(*hashes));
	const struct cmpl_node **entries =
		(const struct cmpl_node **)cmpl_alloc_array(list->count, sizeof(*entries));
	size_t count = 0;

	reader->out_of_memory |= !hashes || !entries;
	for (entry = cmpl_node_first(tree, list); entry && !reader->out_of_memory;
	     entry = cmpl_node_next(tree, list, entry)) {
		hashes[count] = hash_entry(tree, entry);
		for (size_t i = 0; i < count; i++)
			if (hashes[i] == hashes[count] && same_entry(tree, entries[i], entry)) {
				fault_repeat(reader, list, entries[i], entry);
				break;
			}
		entries[count++] = entry;
	}
	cmpl_free(hashes);
	cmpl_free((void *)entries);
}

void cmpl_load_check_repeats(struct cmpl_load *load)
{
	const struct cmpl_tree *tree = load->reader.tree;

	for (size_t i = 0; i < tree->node_count && !load->reader.out_of_memory; i++)
		if (tree->nodes[i].kind == CMPL_NODE_LIST && tree->nodes[i].count > 1)
			check_list(&load->reader, &tree->nodes[i]);
}
