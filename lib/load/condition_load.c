/* SPDX-License-Identifier: MIT */
/* Conditions into terms, in prefix order; and the lists that hold conditions. */
#include "load/tests.h"

#define DEEPEST 16

static bool read_condition(struct cmpl_load *load, const struct cmpl_node *node, int depth);

uint32_t cmpl_load_term(struct cmpl_load *load, struct cmpl_term term, struct cmpl_place place)
{
	uint32_t index;

	term.line = place.line;
	term.column = place.column;
	term.end = cmpl_load_count(load, CMPL_ARRAY_terms) + 1;
	index = cmpl_load_append(load, CMPL_ARRAY_terms, &term);
	return index;
}

/* `all` and `any` join two or more; one alone is itself, and none is nothing. */
static bool check_members(struct cmpl_load *load, const struct cmpl_node *list, const char *key)
{
	struct cmpl_reader *reader = &load->reader;

	if (list->kind != CMPL_NODE_LIST) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(list),
			   "\"%s\" must be a list of conditions", key);
		cmpl_hint(reader, "write each condition on a line of its own, after \"- \"");
		return false;
	}
	if (list->count >= 2)
		return true;
	cmpl_fault(reader, list->count ? CMPL_CODE_TOO_FEW_ENTRIES : CMPL_CODE_EMPTY_LIST,
		   cmpl_node_place(list), "\"%s\" joins two conditions or more, and has %u", key,
		   (unsigned)list->count);
	cmpl_hint(reader,
		  list->count ? "write the condition itself, without \"%s\""
			      : "write the conditions that \"%s\" joins",
		  key);
	return list->count > 0;
}

static bool read_group(struct cmpl_load *load, const struct cmpl_node *list, const char *key,
		       enum cmpl_term_kind kind, int depth)
{
	struct cmpl_term group = { .kind = (uint8_t)kind };
	const struct cmpl_node *child;
	bool whole = check_members(load, list, key);
	uint32_t index;

	if (!whole)
		return false;
	index = cmpl_load_term(load, group, cmpl_node_key_place(list));
	for (child = cmpl_node_first(load->reader.tree, list); child;
	     child = cmpl_node_next(load->reader.tree, list, child))
		whole &= read_condition(load, child, depth + 1);
	if (index == CMPL_NONE)
		return false;
	load->policy->terms[index].end = load->policy->terms_count;
	return whole;
}

static bool read_not(struct cmpl_load *load, const struct cmpl_node *node, int depth)
{
	struct cmpl_term term = { .kind = CMPL_TERM_NOT };
	uint32_t index = cmpl_load_term(load, term, cmpl_node_key_place(node));

	if (!read_condition(load, node, depth + 1) || index == CMPL_NONE)
		return false;
	load->policy->terms[index].end = load->policy->terms_count;
	return true;
}

/* A lost hyphen turns "or" into "and": two keys in one mapping are never guessed at. */
static bool read_several(struct cmpl_load *load, const struct cmpl_node *node, int depth)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child = cmpl_node_first(tree, node);

	if (!child) {
		cmpl_fault(&load->reader, CMPL_CODE_EMPTY_MAPPING, cmpl_node_place(node),
			   "the condition has nothing in it");
		cmpl_hint(&load->reader, "write the name of a fact or an event, or a test of one");
		return false;
	}
	child = cmpl_node_next(tree, node, child);
	cmpl_fault(&load->reader, CMPL_CODE_TWO_TESTS, cmpl_node_key_place(child),
		   "a second condition, %s, stands in one mapping with the first",
		   cmpl_quote(&load->reader, cmpl_node_key(tree, child), child->key_length));
	cmpl_hint(&load->reader, "put both under \"all:\" or \"any:\", each after \"- \"");
	for (child = cmpl_node_first(tree, node); child; child = cmpl_node_next(tree, node, child))
		cmpl_load_keyed(load, child, depth);
	return false;
}

bool cmpl_load_keyed(struct cmpl_load *load, const struct cmpl_node *child, int depth)
{
	const char *key = cmpl_node_key(load->reader.tree, child);

	if (cmpl_text_is(key, child->key_length, "all"))
		return read_group(load, child, "all", CMPL_TERM_ALL, depth);
	if (cmpl_text_is(key, child->key_length, "any"))
		return read_group(load, child, "any", CMPL_TERM_ANY, depth);
	if (cmpl_text_is(key, child->key_length, "not"))
		return read_not(load, child, depth);
	return cmpl_load_test(load, child);
}

static bool read_condition(struct cmpl_load *load, const struct cmpl_node *node, int depth)
{
	struct cmpl_reader *reader = &load->reader;

	if (depth > DEEPEST) {
		cmpl_fault(reader, CMPL_CODE_CONDITION_TOO_DEEP, cmpl_node_place(node),
			   "the condition nests more than %d deep", DEEPEST);
		cmpl_hint(reader, "split the rule, or ask for a fact that says it in one");
		return false;
	}
	if (node->kind == CMPL_NODE_SCALAR)
		return cmpl_load_bare(load, node);
	if (node->kind == CMPL_NODE_LIST) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node),
			   "a condition is one name or a mapping with one key, not a list");
		cmpl_hint(reader, "write \"all:\" or \"any:\" before the list");
		return false;
	}
	if (node->count != 1)
		return read_several(load, node, depth);
	return cmpl_load_keyed(load, cmpl_node_first(reader->tree, node), depth);
}

uint32_t cmpl_load_condition(struct cmpl_load *load, const struct cmpl_node *node)
{
	uint32_t first = cmpl_load_count(load, CMPL_ARRAY_terms);

	return node && read_condition(load, node, 1) ? first : CMPL_NONE;
}

/* --- lists of conditions ------------------------------------------------------ */

struct exception_draft {
	const struct cmpl_node *clause, *says, *when, *part;
};
static const struct cmpl_field exception_rows[] = {
	CMPL_MAY("clause", cmpl_read_clause, struct exception_draft, clause, NULL,
		 "the clause when it is not the rule's own, in double quotes"),
	CMPL_MUST("says", cmpl_read_text, struct exception_draft, says, NULL,
		  "the exception in plain words"),
	CMPL_MUST("when", cmpl_read_node, struct exception_draft, when, NULL,
		  "the condition under which the rule does not apply"),
	CMPL_MAY("part", cmpl_read_text, struct exception_draft, part, NULL,
		 "what the exception lets in, when it is not the whole complaint"),
};
static const struct cmpl_fields exception_fields = CMPL_FIELDS("an exception", exception_rows);

struct cmpl_range cmpl_load_unless(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_exceptions), 0 };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child)) {
		struct exception_draft draft = { 0 };
		struct cmpl_exception exception = { 0 };

		cmpl_read_mapping(&load->reader, child, &exception_fields, &draft, NULL);
		exception.clause = cmpl_load_text(load, draft.clause);
		exception.says = cmpl_load_text(load, draft.says);
		exception.part = cmpl_load_text(load, draft.part);
		exception.when = cmpl_load_condition(load, draft.when);
		if (cmpl_load_append(load, CMPL_ARRAY_exceptions, &exception) != CMPL_NONE)
			range.count++;
	}
	return range;
}

struct cmpl_range cmpl_load_needs(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_roots), 0 };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child)) {
		uint32_t root = cmpl_load_condition(load, child);

		if (cmpl_load_append(load, CMPL_ARRAY_roots, &root) != CMPL_NONE)
			range.count++;
	}
	return range;
}
