/* SPDX-License-Identifier: MIT */
/* Names of the policy's own. */
#include <string.h>

#include "base/memory.h"
#include "load/load.h"

static const struct cmpl_word types[] = {
	{ "true-false", COMPLAINT_TYPE_TRUE_FALSE },
	{ "number", COMPLAINT_TYPE_NUMBER },
	{ "choice", COMPLAINT_TYPE_CHOICE },
	{ NULL, 0 },
};
static const struct cmpl_word not_yet[] = { { "not-yet", COMPLAINT_FALSE }, { NULL, 0 } };

struct name_draft {
	const struct cmpl_node *id, *words, *values;
	int32_t type, silence;
};

static const struct cmpl_field fact_rows[] = {
	CMPL_MUST("id", cmpl_read_id, struct name_draft, id, NULL,
		  "its name: lower-case words joined by hyphens"),
	CMPL_MUST("type", cmpl_read_word, struct name_draft, type, types,
		  "one of true-false, number, choice"),
	CMPL_MUST("question", cmpl_read_text, struct name_draft, words, NULL,
		  "the question that asks for it, in plain words"),
	CMPL_MAY("values", cmpl_read_ids, struct name_draft, values, NULL,
		 "a list of the values that a choice can have"),
	CMPL_MAY("silence", cmpl_read_truth, struct name_draft, silence, NULL,
		 "true or false: what a missing answer means"),
};
static const struct cmpl_field event_rows[] = {
	CMPL_MUST("id", cmpl_read_id, struct name_draft, id, NULL,
		  "its name: lower-case words joined by hyphens"),
	CMPL_MUST("question", cmpl_read_text, struct name_draft, words, NULL,
		  "the question that asks for it, in plain words"),
	CMPL_MAY("silence", cmpl_read_word, struct name_draft, silence, not_yet,
		 "not-yet, when what is not recorded was not done"),
};
static const struct cmpl_field other_rows[] = {
	CMPL_MUST("id", cmpl_read_id, struct name_draft, id, NULL,
		  "its name: lower-case words joined by hyphens"),
	CMPL_MUST("says", cmpl_read_text, struct name_draft, words, NULL,
		  "what it says to people, in plain words"),
};

static const struct cmpl_fields tables[CMPL_LIST_COUNT] = {
	CMPL_FIELDS("a fact", fact_rows),    CMPL_FIELDS("an event", event_rows),
	CMPL_FIELDS("a notice", other_rows), CMPL_FIELDS("a door", other_rows),
	CMPL_FIELDS("a record", other_rows),
};
static const char *const reserved[] = {
	"all", "any", "not", "now",     "due",     "latest-of",    "earliest-of", "true", "false",
	"yes", "no",  "on",  "unknown", "not-yet", "undetermined", "none",        "null",
};

const char *cmpl_list_text(enum cmpl_list list)
{
	return tables[list].what;
}

bool cmpl_load_check_reserved(struct cmpl_load *load, const struct cmpl_node *node)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++) {
		if (!cmpl_node_is(&load->reader, node, reserved[i]))
			continue;
		cmpl_fault(&load->reader, CMPL_CODE_NAME_RESERVED, cmpl_node_place(node),
			   "%s is a word of the format and cannot be a name",
			   cmpl_quote_node(&load->reader, node));
		cmpl_hint(&load->reader, "choose another name");
		return false;
	}
	return true;
}

/* --- declaring -------------------------------------------------------------- */

/* The declaration of the same name that stands before; names are kept without their places. */
static void relate_name(struct cmpl_reader *reader, const struct cmpl_node *id)
{
	static const char *const sections[] = { "facts", "events", "notices", "doors", "records" };
	const struct cmpl_tree *tree = reader->tree;

	/* Each search goes through all names: not thousands of times. */
	for (size_t i = 0;
	     cmpl_diag_wants_hint(reader->diags) && i < sizeof(sections) / sizeof(sections[0]);
	     i++) {
		const struct cmpl_node *list = cmpl_node_get(tree, tree->nodes, sections[i]);
		const struct cmpl_node *entry = list ? cmpl_node_first(tree, list) : NULL;

		for (; entry; entry = cmpl_node_next(tree, list, entry)) {
			const struct cmpl_node *own = cmpl_node_get(tree, entry, "id");

			if (!own || own == id || own->kind != CMPL_NODE_SCALAR ||
			    !cmpl_text_equal(cmpl_node_text(tree, own), own->length,
					     cmpl_node_text(tree, id), id->length))
				continue;
			cmpl_related(reader, cmpl_node_place(own), "it is declared here");
			return;
		}
	}
}

static void check_clash(struct cmpl_load *load, const struct cmpl_node *id, uint32_t old)
{
	struct cmpl_reader *reader = &load->reader;
	enum cmpl_list list;
	uint32_t name;

	if (!load->is_vocabulary &&
	    cmpl_load_find_standard(cmpl_node_text(reader->tree, id), id->length, &list, &name)) {
		cmpl_fault(reader, CMPL_CODE_NAME_CLASH, cmpl_node_place(id),
			   "%s is a standard name already: %s", cmpl_quote_node(reader, id),
			   tables[list].what);
		cmpl_hint(reader, "use the standard one, or choose another name");
	} else if (old != CMPL_MAP_NONE) {
		cmpl_fault(reader, CMPL_CODE_DUPLICATE_NAME, cmpl_node_place(id),
			   "%s is declared twice; it is %s already", cmpl_quote_node(reader, id),
			   tables[old >> 24].what);
		relate_name(reader, id);
		cmpl_hint(reader, "a name stands in one list, once: choose another");
	}
}

static void check_fact(struct cmpl_load *load, const struct cmpl_node *node,
		       const struct name_draft *draft)
{
	const struct cmpl_node *values = cmpl_load_key(load, node, NULL, "values");
	const struct cmpl_node *silence = cmpl_load_key(load, node, NULL, "silence");
	struct cmpl_reader *reader = &load->reader;

	if (draft->type == COMPLAINT_TYPE_CHOICE && !values) {
		cmpl_fault(reader, CMPL_CODE_COMPANION_MISSING, cmpl_node_place(node),
			   "a choice needs \"values\"");
		cmpl_hint(reader, "add \"values:\" and a list of the values that it can have");
	} else if (draft->type && draft->type != COMPLAINT_TYPE_CHOICE && values) {
		cmpl_fault(reader, CMPL_CODE_KEYS_INCOMPATIBLE, cmpl_node_key_place(values),
			   "only a choice has \"values\"");
		cmpl_hint(reader, "leave \"values\" out, or write \"type: choice\"");
	}
	if (draft->type && draft->type != COMPLAINT_TYPE_TRUE_FALSE && silence) {
		cmpl_fault(reader, CMPL_CODE_KEYS_INCOMPATIBLE, cmpl_node_key_place(silence),
			   "only a true-false fact has \"silence\"");
		cmpl_hint(reader, "leave \"silence\" out; a missing answer is then unknown");
	}
}

/* A test of a choice goes through its values; and who would choose among more? */
#define MOST_VALUES 100

static void fault_value(struct cmpl_reader *reader, const struct cmpl_node *list,
			const struct cmpl_node *value)
{
	cmpl_fault(reader, CMPL_CODE_DUPLICATE_ENTRY, cmpl_node_place(value),
		   "the value %s stands twice", cmpl_quote_node(reader, value));
	cmpl_related_entry(reader, list, value);
	cmpl_hint(reader, "remove one of the two");
}

/* The values of a choice, once each, as lines: their order is their number. */
static struct cmpl_range load_values(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_lines), 0 };
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *child;
	struct cmpl_map seen = { 0 };

	if (list && list->count > MOST_VALUES) {
		cmpl_fault(reader, CMPL_CODE_TOO_MANY_VALUES, cmpl_node_place(list),
			   "a choice has at most %d values, not %u", MOST_VALUES,
			   (unsigned)list->count);
		cmpl_hint(reader, "make several facts of it");
		return range;
	}
	for (child = list ? cmpl_node_first(reader->tree, list) : NULL; child;
	     child = cmpl_node_next(reader->tree, list, child)) {
		cmpl_text line = cmpl_load_text(load, child);
		uint32_t old;

		if (!cmpl_map_add(&seen, cmpl_node_text(reader->tree, child), child->length, 0,
				  &old))
			reader->out_of_memory = true;
		else if (old != CMPL_MAP_NONE)
			fault_value(reader, list, child);
		else if (cmpl_load_append(load, CMPL_ARRAY_lines, &line) != CMPL_NONE)
			range.count++;
	}
	cmpl_map_free(&seen);
	return range;
}

static bool append_own(struct cmpl_load *load, enum cmpl_list list, const struct cmpl_own_name *own)
{
	struct complaint_policy *policy = load->policy;
	void *items = policy->own[list];

	if (!cmpl_grow(&items, &load->own_capacities[list], policy->own_count[list],
		       sizeof(*own))) {
		load->reader.out_of_memory = true;
		return false;
	}
	policy->own[list] = items;
	policy->own[list][policy->own_count[list]++] = *own;
	return true;
}

static void load_name(struct cmpl_load *load, const struct cmpl_node *node, enum cmpl_list list)
{
	struct name_draft draft = { 0 };
	struct cmpl_own_name own = { 0 };
	uint32_t number = CMPL_OWN + load->policy->own_count[list], old = CMPL_MAP_NONE;
	bool silent;

	draft.silence = -1;
	cmpl_read_mapping(&load->reader, node, &tables[list], &draft, NULL);
	silent = draft.silence >= 0;
	if (list == CMPL_FACTS && node->kind == CMPL_NODE_MAP)
		check_fact(load, node, &draft);
	if (!draft.id || !cmpl_load_check_reserved(load, draft.id))
		return;
	if (!cmpl_map_add(&load->names, cmpl_node_text(load->reader.tree, draft.id),
			  draft.id->length, (uint32_t)list << 24 | number, &old))
		load->reader.out_of_memory = true;
	check_clash(load, draft.id, old);

	own.id = cmpl_load_text(load, draft.id);
	own.words = cmpl_load_text(load, draft.words);
	own.type = (uint8_t)draft.type;
	own.values = load_values(load, draft.values);
	if (silent && list == CMPL_FACTS)
		own.silence = draft.silence ? COMPLAINT_TRUE : COMPLAINT_FALSE;
	else if (silent)
		own.silence = (uint8_t)draft.silence;
	append_own(load, list, &own);
}

static void load_wording(struct cmpl_load *load, const struct cmpl_node *map)
{
	static const struct cmpl_field text_field = {
		.key = "wording", .doc = "the question in the policy's own words"
	};
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(reader->tree, map); child;
	     child = cmpl_node_next(reader->tree, map, child)) {
		const char *key = cmpl_node_key(reader->tree, child);
		struct cmpl_wording wording = { 0 };
		const struct cmpl_node *text = NULL;
		enum cmpl_list list = CMPL_FACTS;

		if (!cmpl_read_text(reader, child, &text_field, &text))
			continue;
		if (!cmpl_load_find_name(load, key, child->key_length, &list, &wording.name)) {
			cmpl_load_fault_name(load, key, child->key_length,
					     cmpl_node_key_place(child),
					     1u << CMPL_FACTS | 1u << CMPL_EVENTS);
			continue;
		}
		if (list != CMPL_FACTS && list != CMPL_EVENTS) {
			cmpl_load_key_name(load, child, CMPL_FACTS);
			continue;
		}
		if (wording.name >= CMPL_OWN) {
			cmpl_fault(reader, CMPL_CODE_WORDING_OF_OWN_NAME,
				   cmpl_node_key_place(child),
				   "%s is a name of this file and has its words there",
				   cmpl_quote(reader, key, child->key_length));
			cmpl_hint(reader, "change its \"question\" instead");
			continue;
		}
		wording.list = (uint8_t)list;
		wording.words = cmpl_load_text(load, text);
		cmpl_load_append(load, CMPL_ARRAY_wordings, &wording);
	}
}

void cmpl_load_names(struct cmpl_load *load, const struct cmpl_names_draft *draft)
{
	const struct cmpl_tree *tree = load->reader.tree;

	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++) {
		const struct cmpl_node *names = draft->lists[list], *child;

		for (child = names ? cmpl_node_first(tree, names) : NULL; child;
		     child = cmpl_node_next(tree, names, child))
			load_name(load, child, (enum cmpl_list)list);
	}
	if (draft->wording)
		load_wording(load, draft->wording);
}
