/* SPDX-License-Identifier: MIT */
#include "load/fields.h"

#include <string.h>

#include "load/scalars.h"

static const char *kind_text(const struct cmpl_node *node)
{
	switch (node->kind) {
	case CMPL_NODE_LIST: return "a list";
	case CMPL_NODE_MAP: return "a mapping";
	default: return node->length == 0 ? "nothing" : "a text";
	}
}

/* How a list or a mapping is written: the one word that stands there is often all that is meant. */
static void hint_form(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, const char *wanted)
{
	const char *doc = field->doc ? field->doc : wanted;
	bool of_words = field->read == cmpl_read_ids || field->read == cmpl_read_words;

	if (strcmp(wanted, "a list") == 0 && node->kind == CMPL_NODE_SCALAR && node->length > 0 &&
	    of_words)
		cmpl_hint(reader, "give %s, in square brackets", doc);
	else if (strcmp(wanted, "a list") == 0 && !reader->tree->json)
		cmpl_hint(reader, "give %s, each on a line of its own, after \"- \"", doc);
	else if (strcmp(wanted, "a mapping") == 0 && !strchr(doc, '{'))
		cmpl_hint(reader, "give %s, as keys of its own", doc);
	else
		cmpl_hint(reader, "give %s", doc);
}

void cmpl_fault_type(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, const char *wanted)
{
	cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node), "\"%s\" must be %s, not %s",
		   field->key, wanted, kind_text(node));
	hint_form(reader, node, field, wanted);
}

static bool key_is(const struct cmpl_reader *reader, const struct cmpl_node *child, const char *key)
{
	return cmpl_text_is(cmpl_node_key(reader->tree, child), child->key_length, key);
}

const struct cmpl_field *cmpl_fields_find(const struct cmpl_reader *reader,
					  const struct cmpl_fields *fields,
					  const struct cmpl_node *child)
{
	for (size_t i = 0; i < fields->count; i++)
		if (key_is(reader, child, fields->rows[i].key))
			return &fields->rows[i];
	return NULL;
}

bool cmpl_read_field(struct cmpl_reader *reader, const struct cmpl_node *child,
		     const struct cmpl_field *field, void *draft, uint32_t *flags)
{
	if (!field->read(reader, child, field, (char *)draft + field->offset))
		return false;
	*flags |= field->flag;
	return true;
}

void cmpl_fault_unknown_key(struct cmpl_reader *reader, const struct cmpl_node *child,
			    const struct cmpl_fields *fields)
{
	const char *key = cmpl_node_key(reader->tree, child);
	struct cmpl_string keys = { 0 };
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_KEY, cmpl_node_key_place(child),
		   "unknown key %s in %s", cmpl_quote(reader, key, child->key_length),
		   fields->what);
	if (!cmpl_suggest_start(reader, &suggest, key, child->key_length))
		return;
	cmpl_string_addf(&keys, "the keys of %s are ", fields->what);
	for (size_t i = 0; i < fields->count; i++) {
		const char *candidate = fields->rows[i].key;

		cmpl_suggest_offer(&suggest, candidate, strlen(candidate));
		cmpl_string_addf(&keys, "%s%s", i ? ", " : "", candidate);
	}
	if (keys.failed)
		reader->out_of_memory = true;
	cmpl_suggest_end(reader, &suggest, cmpl_string_text(&keys));
	cmpl_string_free(&keys);
}

static bool fault_missing(struct cmpl_reader *reader, const struct cmpl_node *node,
			  const struct cmpl_fields *fields, uint64_t seen)
{
	bool whole = true;

	for (size_t i = 0; i < fields->count; i++) {
		const struct cmpl_field *field = &fields->rows[i];

		if (!field->must || (seen >> i & 1))
			continue;
		whole = false;
		cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(node), "%s lacks \"%s\"",
			   fields->what, field->key);
		if (field->doc)
			cmpl_hint(reader, "add \"%s:\", %s", field->key, field->doc);
	}
	return whole;
}

bool cmpl_read_mapping(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_fields *fields, void *draft, uint32_t *ret_flags)
{
	const struct cmpl_node *child;
	uint32_t flags = 0;
	uint64_t seen = 0;
	bool whole = true;

	if (ret_flags)
		*ret_flags = 0;
	if (node->kind != CMPL_NODE_MAP) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node),
			   "%s must be a mapping, not %s", fields->what, kind_text(node));
		cmpl_hint(reader, "write its keys below one another, as \"%s: ...\"",
			  fields->rows[0].key);
		return false;
	}
	for (child = cmpl_node_first(reader->tree, node); child;
	     child = cmpl_node_next(reader->tree, node, child)) {
		const struct cmpl_field *field = cmpl_fields_find(reader, fields, child);
		uint64_t bit;

		if (!field) {
			cmpl_fault_unknown_key(reader, child, fields);
			whole = false;
			continue;
		}
		bit = (uint64_t)1 << (field - fields->rows);
		if (!(seen & bit))
			whole &= cmpl_read_field(reader, child, field, draft, &flags);
		seen |= bit;
	}
	whole &= fault_missing(reader, node, fields, seen);
	if (ret_flags)
		*ret_flags = flags;
	return whole;
}

bool cmpl_read_table(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	return cmpl_read_mapping(reader, node, field->extra, slot, NULL);
}
