/* SPDX-License-Identifier: MIT */
/*
 * What a scenario may expect. Nothing is kept but the tree: the tables only see to it that a
 * misspelt key, name or state is found when the file is read, not as an answer that differs.
 */
#include <string.h>

#include "load/load.h"
#include "load/scenarios.h"

/* Where every row puts what it read: nobody looks. */
struct scratch {
	union {
		int32_t number;
		const struct cmpl_node *node;
		struct cmpl_date_value date;
	} value;
};

#define ROW(key, read, extra, doc) CMPL_MAY(key, read, struct scratch, value, extra, doc)

/* --- readers of names ----------------------------------------------------------- */

/* A rule of one of the kinds, or one of the words. */
struct rule_row {
	unsigned kinds;
	const char *words[3]; /* ended by NULL */
};

static bool read_rule(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot)
{
	const struct rule_row *row = field->extra;

	if (!cmpl_read_id(reader, node, field, slot))
		return false;
	for (size_t i = 0; row->words[i]; i++)
		if (cmpl_node_is(reader, node, row->words[i]))
			return true;
	return cmpl_case_find_rule(cmpl_case_load_of(reader), cmpl_node_text(reader->tree, node),
				   node->length, cmpl_node_place(node), row->kinds);
}

/* A name of one of the lists in `extra`, an unsigned of bits. */
static bool read_name(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot)
{
	const unsigned *lists = field->extra;
	enum cmpl_list list;

	if (!cmpl_read_id(reader, node, field, slot))
		return false;
	return cmpl_case_find(cmpl_case_load_of(reader), cmpl_node_text(reader->tree, node),
			      node->length, cmpl_node_place(node), *lists, &list) != CMPL_NONE;
}

static bool stands_before(const struct cmpl_reader *reader, const struct cmpl_node *list,
			  const struct cmpl_node *entry)
{
	const char *text = cmpl_node_text(reader->tree, entry);
	const struct cmpl_node *child = cmpl_node_first(reader->tree, list);

	for (; child != entry; child = cmpl_node_next(reader->tree, list, child))
		if (child->kind == CMPL_NODE_SCALAR &&
		    cmpl_text_equal(cmpl_node_text(reader->tree, child), child->length, text,
				    entry->length))
			return true;
	return false;
}

/* A list of them; here an empty one says that there is none. */
static bool read_each(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot, cmpl_field_reader read)
{
	const struct cmpl_node *child;
	bool whole = true;

	if (node->kind != CMPL_NODE_LIST) {
		cmpl_fault_type(reader, node, field, "a list");
		return false;
	}
	for (child = cmpl_node_first(reader->tree, node); child;
	     child = cmpl_node_next(reader->tree, node, child)) {
		if (!read(reader, child, field, slot)) {
			whole = false;
		} else if (stands_before(reader, node, child)) {
			cmpl_fault(reader, CMPL_CODE_DUPLICATE_ENTRY, cmpl_node_place(child),
				   "%s stands twice in \"%s\"", cmpl_quote_node(reader, child),
				   field->key);
			cmpl_related_entry(reader, node, child);
			cmpl_hint(reader, "remove one of the two");
			whole = false;
		}
	}
	return whole;
}

static bool read_rules(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_field *field, void *slot)
{
	return read_each(reader, node, field, slot, read_rule);
}

static bool read_names(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_field *field, void *slot)
{
	return read_each(reader, node, field, slot, read_name);
}

/* A day or a moment, or `not-yet`. */
static bool read_date_or_not_yet(struct cmpl_reader *reader, const struct cmpl_node *node,
				 const struct cmpl_field *field, void *slot)
{
	return cmpl_node_is(reader, node, "not-yet") || cmpl_read_moment(reader, node, field, slot);
}

/* --- tables ------------------------------------------------------------------------ */

#define RULE(name, kind) static const struct rule_row name = { 1u << CMPL_RULE_##kind, { NULL } }

RULE(exclusions, EXCLUSION);
RULE(stages, STAGE);
RULE(duties, DUTY);
RULE(tiers, TIER);
static const struct rule_row routes = { 1u << CMPL_RULE_ROUTE, { "none", "undetermined", NULL } };
static const unsigned questions = 1u << CMPL_FACTS | 1u << CMPL_EVENTS;
static const unsigned notices = 1u << CMPL_NOTICES;
static const unsigned records = 1u << CMPL_RECORDS;

static const struct cmpl_word outcomes[] = {
	{ "accepted", 1 },     { "excluded", 2 }, { "discretion", 3 },
	{ "undetermined", 4 }, { NULL, 0 },
};
static const struct cmpl_word duty_states[] = {
	{ "running", 1 },      { "overdue", 2 }, { "done-in-time", 3 }, { "done-late", 4 },
	{ "waiting", 5 },      { "no-date", 6 }, { "not-owed", 7 },     { "beyond-calendar", 8 },
	{ "undetermined", 9 }, { NULL, 0 },
};
static const struct cmpl_word extension_outcomes[] = {
	{ "permitted", 1 },       { "needs", 2 },        { "refused", 3 }, { "no-rule", 4 },
	{ "beyond-calendar", 5 }, { "undetermined", 6 }, { NULL, 0 },
};
static const struct cmpl_word window_states[] = {
	{ "open", 1 },         { "closed", 2 },    { "not-yet-open", 3 },    { "not-available", 4 },
	{ "used-in-time", 5 }, { "used-late", 6 }, { "beyond-calendar", 7 }, { "undetermined", 8 },
	{ NULL, 0 },
};

#define ELIGIBILITY_ROWS                                                                           \
	ROW("outcome", cmpl_read_word, outcomes,                                                   \
	    "accepted, excluded, discretion or undetermined"),                                     \
		ROW("because", read_rules, &exclusions, "a list of the exclusions that apply"),    \
		ROW("undecided", read_rules, &exclusions,                                          \
		    "a list of the exclusions that are unknown"),                                  \
		ROW("questions", read_names, &questions,                                           \
		    "a list of the facts still worth asking"),                                     \
		ROW("factors", read_names, &questions,                                             \
		    "a list of the facts that speak for or against"),                              \
		ROW("route", read_rule, &routes, "a route, none or undetermined"),                 \
		ROW("treat-as", read_name, &records, "what the matter is recorded as"),            \
		ROW("starts-at", read_rule, &stages, "the stage at which it enters"),              \
		ROW("part", cmpl_read_text, NULL, "the part of the complaint that is taken"),      \
		ROW("refer-to", cmpl_read_text, NULL, "where the resident is sent"),               \
		ROW("decided-by", cmpl_read_text, NULL, "the role that decides"),                  \
		ROW("rest", cmpl_read_word, outcomes, "the outcome of the rest of the complaint"), \
		ROW("notices", read_names, &notices, "a list of what the resident must be told")

#define DUTY_ROWS                                                                                  \
	ROW("state", cmpl_read_word, duty_states, "the state of the duty"),                        \
		ROW("due", cmpl_read_moment, NULL, "the day or moment on which it is due"),        \
		ROW("projected", cmpl_read_truth, NULL,                                            \
		    "whether the date hangs on what has yet to happen")

#define EXTENSION_ROWS                                                                             \
	ROW("outcome", cmpl_read_word, extension_outcomes, "the outcome of the request"),          \
		ROW("tier", read_rule, &tiers, "the tier that decides"),                           \
		ROW("due", cmpl_read_moment, NULL, "the new day or moment"),                       \
		ROW("missing", read_names, &questions, "a list of the facts that are false"),      \
		ROW("unknown", read_names, &questions, "a list of the facts that are unknown"),    \
		ROW("notices", read_names, &notices, "a list of what the resident must be told"),  \
		ROW("duties", read_rules, &duties, "a list of the duties that come with it")

#define WINDOW_ROWS                                                                                \
	ROW("state", cmpl_read_word, window_states, "the state of the window"),                    \
		ROW("opens", read_date_or_not_yet, NULL,                                           \
		    "the day or moment it opens, or not-yet"),                                     \
		ROW("closes", read_date_or_not_yet, NULL,                                          \
		    "the last day or moment it is open, or not-yet"),                              \
		ROW("if-late", read_name, &records, "what a later use is")

#define TABLE(name, rows, what)                                                                    \
	static const struct cmpl_field name##_rows[] = { rows };                                   \
	static const struct cmpl_fields name = CMPL_FIELDS(what, name##_rows)

TABLE(eligibility_reading, ELIGIBILITY_ROWS, "a reading of an eligibility");
TABLE(duty_reading, DUTY_ROWS, "a reading of a deadline");
TABLE(extension_reading, EXTENSION_ROWS, "a reading of an extension");
TABLE(window_reading, WINDOW_ROWS, "a reading of a window");

/* Read a mapping of what is expected; one with nothing in it would be true of any answer. */
static void read_filled(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_fields *fields)
{
	struct scratch scratch;

	if (node->kind == CMPL_NODE_MAP && node->count == 0) {
		cmpl_fault(reader, CMPL_CODE_EMPTY_MAPPING, cmpl_node_place(node),
			   "%s has no key in it", fields->what);
		cmpl_hint(reader, "leave it out, or write what is expected");
		return;
	}
	cmpl_read_mapping(reader, node, fields, &scratch, NULL);
}

static bool read_answer(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	(void)slot;
	read_filled(reader, node, field->extra);
	return true;
}

/* --- readings of a rule --------------------------------------------------------------- */

static void check_readings_of(struct cmpl_case_load *load, const struct cmpl_node *map,
			      const struct cmpl_node *rule, const struct cmpl_fields *fields)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(reader->tree, map); child;
	     child = cmpl_node_next(reader->tree, map, child)) {
		const char *label = cmpl_node_key(reader->tree, child);

		/*
		 * When the case chose a reading, the file's own choice stands beside it under this
		 * label.
		 */
		if (!cmpl_text_is(label, child->key_length, "as-filed"))
			cmpl_case_find_label(load, cmpl_node_key(reader->tree, rule),
					     rule->key_length, label, child->key_length,
					     cmpl_node_key_place(child));
		read_filled(reader, child, fields);
	}
}

/* Under a duty or a window: label -> the same keys; `extra` is their table. */
static bool read_own_readings(struct cmpl_reader *reader, const struct cmpl_node *node,
			      const struct cmpl_field *field, void *slot)
{
	struct cmpl_case_load *load = cmpl_case_load_of(reader);

	if (!cmpl_read_map(reader, node, field, slot))
		return false;
	if (load->rule)
		check_readings_of(load, node, load->rule, field->extra);
	return true;
}

/* Under an eligibility or an extension: rule -> label -> the same keys. */
static bool read_rule_readings(struct cmpl_reader *reader, const struct cmpl_node *node,
			       const struct cmpl_field *field, void *slot)
{
	struct cmpl_case_load *load = cmpl_case_load_of(reader);
	const struct cmpl_node *child;

	if (!cmpl_read_map(reader, node, field, slot))
		return false;
	for (child = cmpl_node_first(reader->tree, node); child;
	     child = cmpl_node_next(reader->tree, node, child))
		if (cmpl_case_find_rule(load, cmpl_node_key(reader->tree, child), child->key_length,
					cmpl_node_key_place(child), ~0u) &&
		    cmpl_read_map(reader, child, field, slot))
			check_readings_of(load, child, child, field->extra);
	return true;
}

#define WITH_READINGS(rows, read, table)                                                           \
	rows, ROW("readings", read, &table, "what the other readings give, each by its label")

TABLE(eligibility, WITH_READINGS(ELIGIBILITY_ROWS, read_rule_readings, eligibility_reading),
      "an expected eligibility");
TABLE(duty, WITH_READINGS(DUTY_ROWS, read_own_readings, duty_reading), "an expected deadline");
TABLE(extension, WITH_READINGS(EXTENSION_ROWS, read_rule_readings, extension_reading),
      "an expected extension");
TABLE(window, WITH_READINGS(WINDOW_ROWS, read_own_readings, window_reading), "an expected window");

/* --- the four answers ----------------------------------------------------------------- */

/* What stands by the name of a rule: its kind, and the table of what is expected of one. */
struct rules_row {
	enum cmpl_rule_kind kind;
	const struct cmpl_fields *fields;
};

static bool read_by_rule(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field, void *slot)
{
	struct cmpl_case_load *load = cmpl_case_load_of(reader);
	const struct rules_row *row = field->extra;
	const struct cmpl_node *child;

	if (!cmpl_read_map(reader, node, field, slot))
		return false;
	for (child = cmpl_node_first(reader->tree, node); child;
	     child = cmpl_node_next(reader->tree, node, child)) {
		bool known = cmpl_case_find_rule(load, cmpl_node_key(reader->tree, child),
						 child->key_length, cmpl_node_key_place(child),
						 1u << row->kind);

		load->rule = known ? child : NULL;
		read_filled(reader, child, row->fields);
		load->rule = NULL;
	}
	return true;
}

/* Is the answer asked for at all? `map` is the scenario. */
static void check_asked(struct cmpl_case_load *load, const struct cmpl_node *map,
			const struct cmpl_node *expect)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *expected = cmpl_node_get(tree, expect, "extension");
	const struct cmpl_node *request = cmpl_node_get(tree, map, "request");

	if (!expected ||
	    (request && request->kind == CMPL_NODE_MAP && cmpl_node_get(tree, request, "extend")))
		return;
	cmpl_fault(&load->reader, CMPL_CODE_NOTHING_EXPECTED, cmpl_node_key_place(expected),
		   "an extension is expected, and none is asked for");
	cmpl_hint(&load->reader, "add \"request: { extend: ..., adds: ... }\" to the scenario");
}

static const struct rules_row by_duty = { CMPL_RULE_DUTY, &duty };
static const struct rules_row by_window = { CMPL_RULE_WINDOW, &window };

#define EXPECT_ROWS                                                                                \
	ROW("eligibility", read_answer, &eligibility, "whether it may be refused"),                \
		ROW("deadlines", read_by_rule, &by_duty, "what is due, each by its duty"),         \
		ROW("extension", read_answer, &extension, "whether a limit may be extended"),      \
		ROW("windows", read_by_rule, &by_window,                                           \
		    "which doors are open, each by its window")
TABLE(expectation, EXPECT_ROWS, "\"expect\"");

void cmpl_check_expectation(struct cmpl_case_load *load, const struct cmpl_node *map,
			    const struct cmpl_node *expect)
{
	read_filled(&load->reader, expect, &expectation);
	check_asked(load, map, expect);
}
