/* SPDX-License-Identifier: MIT */
/* Readings: a piece of a rule, read by the rule's own table, made into a whole second record. */
#include <string.h>

#include "load/load.h"

struct reading_draft {
	const struct cmpl_node *label, *words, *says, *clause;
};
static const struct cmpl_field rows[] = {
	CMPL_MUST("label", cmpl_read_id, struct reading_draft, label, NULL,
		  "its name, unique in the rule"),
	CMPL_MUST("words", cmpl_read_text, struct reading_draft, words, NULL,
		  "the words of the text that allow it, exactly"),
	CMPL_MAY("says", cmpl_read_text, struct reading_draft, says, NULL, "what it amounts to"),
	CMPL_MAY("clause", cmpl_read_clause, struct reading_draft, clause, NULL,
		 "the clause of those words, when it is another"),
};
static const struct cmpl_fields own_fields = CMPL_FIELDS("a reading", rows);

/* "a reading of a duty can change strength, when, ..." */
static void list_changeable(struct cmpl_load *load, const struct cmpl_fields *fields,
			    struct cmpl_string *keys)
{
	size_t count = 0;

	cmpl_string_addf(keys, "a reading of %s can change ", fields->what);
	for (size_t i = 0; i < fields->count; i++)
		if (fields->rows[i].flag)
			cmpl_string_addf(keys, "%s%s", count++ ? ", " : "", fields->rows[i].key);
	if (keys->failed)
		load->reader.out_of_memory = true;
}

static void hint_changeable(struct cmpl_load *load, const struct cmpl_fields *fields)
{
	struct cmpl_string keys = { 0 };

	list_changeable(load, fields, &keys);
	cmpl_hint(&load->reader, "%s", cmpl_string_text(&keys));
	cmpl_string_free(&keys);
}

static void fault_unknown(struct cmpl_load *load, const struct cmpl_node *child,
			  const struct cmpl_fields *fields)
{
	const char *key = cmpl_node_key(load->reader.tree, child);
	struct cmpl_string keys = { 0 };
	struct cmpl_suggest suggest;

	cmpl_fault(&load->reader, CMPL_CODE_UNKNOWN_KEY, cmpl_node_key_place(child),
		   "unknown key %s in a reading of %s",
		   cmpl_quote(&load->reader, key, child->key_length), fields->what);
	if (!cmpl_suggest_start(&load->reader, &suggest, key, child->key_length))
		return;
	for (size_t i = 0; i < own_fields.count; i++)
		cmpl_suggest_offer(&suggest, rows[i].key, strlen(rows[i].key));
	for (size_t i = 0; i < fields->count; i++)
		if (fields->rows[i].flag)
			cmpl_suggest_offer(&suggest, fields->rows[i].key,
					   strlen(fields->rows[i].key));
	list_changeable(load, fields, &keys);
	cmpl_suggest_end(&load->reader, &suggest, cmpl_string_text(&keys));
	cmpl_string_free(&keys);
}

static void fault_key(struct cmpl_load *load, const struct cmpl_node *child,
		      const struct cmpl_field *field, const struct cmpl_fields *fields)
{
	if (!field) {
		fault_unknown(load, child, fields);
		return;
	}
	if (strcmp(field->key, "or-read-as") == 0) {
		cmpl_fault(&load->reader, CMPL_CODE_READING_NESTED, cmpl_node_key_place(child),
			   "a reading has readings of its own");
		cmpl_hint(&load->reader,
			  "write each reading in the rule itself, beside the others");
		return;
	}
	cmpl_fault(&load->reader, CMPL_CODE_READING_KEY, cmpl_node_key_place(child),
		   "a reading cannot change \"%s\" of %s", field->key, fields->what);
	hint_changeable(load, fields);
}

/*
 * The reading's own keys, and those of the rule that it changes. True: something was changed or
 * meant to be.
 */
static bool read_keys(struct cmpl_load *load, const struct cmpl_node *node,
		      const struct cmpl_variation *variation, struct reading_draft *own,
		      uint32_t *ret_flags)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;
	bool changes = false;
	uint32_t unused = 0;

	*ret_flags = 0;
	for (child = cmpl_node_first(tree, node); child;
	     child = cmpl_node_next(tree, node, child)) {
		const struct cmpl_field *field =
			cmpl_fields_find(&load->reader, &own_fields, child);

		if (field) {
			cmpl_read_field(&load->reader, child, field, own, &unused);
			continue;
		}
		changes = true;
		field = cmpl_fields_find(&load->reader, variation->fields, child);
		if (field && field->flag)
			cmpl_read_field(&load->reader, child, field, variation->draft, ret_flags);
		else
			fault_key(load, child, field, variation->fields);
	}
	return changes;
}

static void check_whole(struct cmpl_load *load, const struct cmpl_node *node,
			const struct cmpl_variation *variation, bool changes)
{
	struct cmpl_reader *reader = &load->reader;

	for (size_t i = 0; i < own_fields.count; i++) {
		const struct cmpl_field *field = &own_fields.rows[i];

		if (!field->must || cmpl_node_get(reader->tree, node, field->key))
			continue;
		cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(node),
			   "a reading lacks \"%s\"", field->key);
		cmpl_hint(reader, "add \"%s:\", %s", field->key, field->doc);
	}
	if (changes)
		return;
	cmpl_fault(reader, CMPL_CODE_READING_CHANGES_NOTHING, cmpl_node_place(node),
		   "the reading changes no key of %s", variation->fields->what);
	hint_changeable(load, variation->fields);
}

static void check_label(struct cmpl_load *load, struct cmpl_map *labels,
			const struct cmpl_node *label)
{
	struct cmpl_reader *reader = &load->reader;
	uint32_t old = CMPL_MAP_NONE;

	if (!label || !cmpl_load_check_reserved(load, label))
		return;
	if (!cmpl_map_add(labels, cmpl_node_text(reader->tree, label), label->length,
			  (uint32_t)(label - reader->tree->nodes), &old))
		reader->out_of_memory = true;
	if (old == CMPL_MAP_NONE)
		return;
	cmpl_fault(reader, CMPL_CODE_DUPLICATE_LABEL, cmpl_node_place(label),
		   "two readings of one rule have the label %s", cmpl_quote_node(reader, label));
	cmpl_related(reader, cmpl_node_place(&reader->tree->nodes[old]), "the first stands here");
	cmpl_hint(reader, "give each a label of its own");
}

static void load_reading(struct cmpl_load *load, uint32_t rule, const struct cmpl_node *node,
			 const struct cmpl_variation *variation, struct cmpl_map *labels)
{
	struct cmpl_reading reading = { .rule = rule, .variant = CMPL_NONE };
	struct reading_draft own = { 0 };
	uint32_t flags, index, variant;

	if (node->kind != CMPL_NODE_MAP) {
		cmpl_read_mapping(&load->reader, node, &own_fields, &own, NULL);
		return;
	}
	memcpy(variation->draft, variation->blank, variation->size);
	check_whole(load, node, variation, read_keys(load, node, variation, &own, &flags));
	check_label(load, labels, own.label);

	reading.changes = flags;
	reading.strength = load->policy->rules[rule].strength;
	reading.label = cmpl_load_text(load, own.label);
	reading.words = cmpl_load_text(load, own.words);
	reading.says = cmpl_load_text(load, own.says);
	reading.clause = cmpl_load_text(load, own.clause);
	index = cmpl_load_append(load, CMPL_ARRAY_readings, &reading);
	if (index == CMPL_NONE)
		return;
	load->policy->rules[rule].readings.count++;
	load->reading = index;
	variant = variation->make(load, variation, node, flags, index);
	load->reading = CMPL_NONE;
	load->policy->readings[index].variant = variant;
}

void cmpl_load_readings(struct cmpl_load *load, uint32_t rule, const struct cmpl_node *list,
			const struct cmpl_variation *variation)
{
	const struct cmpl_tree *tree = load->reader.tree;
	struct cmpl_map labels = { 0 };
	const struct cmpl_node *child;

	if (!list || rule == CMPL_NONE || variation->index == CMPL_NONE)
		return;
	if (load->reading != CMPL_NONE) {
		cmpl_fault(&load->reader, CMPL_CODE_READING_NESTED, cmpl_node_key_place(list),
			   "what stands in a reading has readings of its own");
		cmpl_hint(&load->reader,
			  "write each reading in the rule itself, beside the others");
		return;
	}
	load->policy->rules[rule].readings.first = cmpl_load_count(load, CMPL_ARRAY_readings);
	for (child = cmpl_node_first(tree, list); child; child = cmpl_node_next(tree, list, child))
		load_reading(load, rule, child, variation, &labels);
	cmpl_map_free(&labels);
}
