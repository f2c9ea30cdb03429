/* SPDX-License-Identifier: MIT */
/* The leaves of a condition: a bare name, and a name with a test that its type allows. */
#include <string.h>

#include "base/memory.h"
#include "load/tests.h"

/* What a name can be in a condition. */
enum type {
	TYPE_TRUE_FALSE,
	TYPE_NUMBER,
	TYPE_CHOICE,
	TYPE_EVENT,
	TYPE_COUNT,
	TYPE_BROKEN = TYPE_COUNT /* its declaration has a fault: that one is told, no more */
};

static const struct {
	const char *what, *hint;
} types[TYPE_COUNT] = {
	[TYPE_TRUE_FALSE] = { "true or false", "write the bare name, or \"not:\" and the name" },
	[TYPE_NUMBER] = { "a number", "compare it: is, at-least, at-most, more-than or less-than, "
				      "and a number" },
	[TYPE_CHOICE] = { "a choice", "write \"is:\" and a value, or \"any-of:\" and a list" },
	[TYPE_EVENT] = { "an event",
			 "write the bare name, \"before:\" or \"after:\" and an event, or a length "
			 "of time and \"before:\"" },
};

/* Which types a test's word is for. */
static const struct {
	const char *word;
	unsigned types;
} test_words[] = {
	{ "is", 1u << TYPE_NUMBER | 1u << TYPE_CHOICE },
	{ "any-of", 1u << TYPE_CHOICE },
	{ "at-least", 1u << TYPE_NUMBER | 1u << TYPE_EVENT },
	{ "at-most", 1u << TYPE_NUMBER | 1u << TYPE_EVENT },
	{ "more-than", 1u << TYPE_NUMBER | 1u << TYPE_EVENT },
	{ "less-than", 1u << TYPE_NUMBER | 1u << TYPE_EVENT },
	{ "before", 1u << TYPE_EVENT },
	{ "after", 1u << TYPE_EVENT },
};

struct test_draft {
	const struct cmpl_node *is, *any_of, *before, *after;
	int32_t number;
	struct cmpl_limit time;
};

#define COMPARE(word, read, member, compare)                                                       \
	CMPL_MAY_FLAG(word, read, struct test_draft, member, NULL, 1u << CMPL_COMPARE_##compare,   \
		      NULL)

static const struct cmpl_field number_rows[] = {
	COMPARE("is", cmpl_read_number, number, IS),
	COMPARE("at-least", cmpl_read_number, number, AT_LEAST),
	COMPARE("at-most", cmpl_read_number, number, AT_MOST),
	COMPARE("more-than", cmpl_read_number, number, MORE_THAN),
	COMPARE("less-than", cmpl_read_number, number, LESS_THAN),
};
static const struct cmpl_field choice_rows[] = {
	CMPL_MAY("is", cmpl_read_id, struct test_draft, is, NULL, "one of its values"),
	CMPL_MAY("any-of", cmpl_read_ids, struct test_draft, any_of, NULL, "a list of its values"),
};
static const struct cmpl_field event_rows[] = {
	COMPARE("at-least", cmpl_read_duration, time, AT_LEAST),
	COMPARE("at-most", cmpl_read_duration, time, AT_MOST),
	COMPARE("more-than", cmpl_read_duration, time, MORE_THAN),
	COMPARE("less-than", cmpl_read_duration, time, LESS_THAN),
	COMPARE("before", cmpl_read_node, before, BEFORE),
	COMPARE("after", cmpl_read_node, after, AFTER),
};
static const struct cmpl_fields tables[TYPE_COUNT] = {
	[TYPE_NUMBER] = CMPL_FIELDS("a test of a number", number_rows),
	[TYPE_CHOICE] = CMPL_FIELDS("a test of a choice", choice_rows),
	[TYPE_EVENT] = CMPL_FIELDS("a test of an event", event_rows),
};

static enum type type_of(const struct cmpl_load *load, enum cmpl_list list, uint32_t name)
{
	int32_t type;

	if (list == CMPL_EVENTS)
		return TYPE_EVENT;
	type = cmpl_policy_name_type(load->policy, name);
	if (type == COMPLAINT_TYPE_NUMBER)
		return TYPE_NUMBER;
	if (type == COMPLAINT_TYPE_CHOICE)
		return cmpl_load_value_count(load, name) ? TYPE_CHOICE : TYPE_BROKEN;
	return type == COMPLAINT_TYPE_TRUE_FALSE ? TYPE_TRUE_FALSE : TYPE_BROKEN;
}

/* A fact or an event. Anything else, and what nobody knows, is a fault. */
static bool find_name(struct cmpl_load *load, const char *text, size_t length,
		      struct cmpl_place place, enum cmpl_list *ret_list, uint32_t *ret_name)
{
	struct cmpl_reader *reader = &load->reader;

	if (cmpl_text_is(text, length, "now")) {
		cmpl_fault(reader, CMPL_CODE_TEST_MALFORMED, place, "\"now\" is no condition");
		cmpl_hint(reader, "it can stand after \"before:\" or \"after:\" in a test");
		return false;
	}
	if (!cmpl_load_find_name(load, text, length, ret_list, ret_name)) {
		cmpl_load_fault_name(load, text, length, place,
				     1u << CMPL_FACTS | 1u << CMPL_EVENTS);
		return false;
	}
	if (*ret_list == CMPL_FACTS || *ret_list == CMPL_EVENTS)
		return true;
	cmpl_fault(reader, CMPL_CODE_NAME_OF_ANOTHER_LIST, place,
		   "%s is %s, and a condition reads facts and events",
		   cmpl_quote(reader, text, length), cmpl_list_text(*ret_list));
	cmpl_hint(reader, "write the name of a fact or an event");
	return false;
}

bool cmpl_load_bare(struct cmpl_load *load, const struct cmpl_node *node)
{
	const char *text = cmpl_node_text(load->reader.tree, node);
	struct cmpl_place place = cmpl_node_place(node);
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_term term = { 0 };
	enum cmpl_list list;
	enum type type;

	if (node->length == 0) {
		cmpl_fault(reader, CMPL_CODE_EMPTY_TEXT, place, "the condition has nothing in it");
		cmpl_hint(reader, "write the name of a fact or an event, or a test of one");
		return false;
	}
	if (!find_name(load, text, node->length, place, &list, &term.name))
		return false;
	type = type_of(load, list, term.name);
	if (type == TYPE_NUMBER || type == TYPE_CHOICE) {
		cmpl_fault(reader, CMPL_CODE_TEST_OF_WRONG_TYPE, place,
			   "%s is %s and by itself neither true nor false",
			   cmpl_quote_node(reader, node), types[type].what);
		cmpl_hint(reader, "%s", types[type].hint);
		return false;
	}
	term.kind = type == TYPE_EVENT ? CMPL_TERM_EVENT : CMPL_TERM_FACT;
	return cmpl_load_term(load, term, place) != CMPL_NONE;
}

/* --- tests ------------------------------------------------------------------ */

/* `issue-ongoing: true`, and whatever else someone writes under a name that says yes by itself. */
static void fault_needless(struct cmpl_load *load, const struct cmpl_node *child, enum type type)
{
	struct cmpl_reader *reader = &load->reader;
	const char *name =
		cmpl_quote(reader, cmpl_node_key(reader->tree, child), child->key_length);

	cmpl_fault(reader, CMPL_CODE_TEST_OF_WRONG_TYPE, cmpl_node_place(child),
		   "%s is %s, and this is no test of one", name, types[type].what);
	if (type == TYPE_TRUE_FALSE && cmpl_node_is(reader, child, "false"))
		cmpl_hint(reader, "write \"not: %.*s\"", (int)child->key_length,
			  cmpl_node_key(reader->tree, child));
	else
		cmpl_hint(reader, "%s", types[type].hint);
}

/* A test that belongs to another type is told as such: its word is not misspelt. */
static bool check_words(struct cmpl_load *load, const struct cmpl_node *test, enum type type,
			const char *name)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *child;
	bool whole = true;

	for (child = cmpl_node_first(reader->tree, test); child;
	     child = cmpl_node_next(reader->tree, test, child))
		for (size_t i = 0; i < sizeof(test_words) / sizeof(test_words[0]); i++) {
			if (!cmpl_text_is(cmpl_node_key(reader->tree, child), child->key_length,
					  test_words[i].word) ||
			    (test_words[i].types & 1u << type))
				continue;
			cmpl_fault(reader, CMPL_CODE_TEST_OF_WRONG_TYPE, cmpl_node_key_place(child),
				   "\"%s\" cannot test %s, which is %s", test_words[i].word, name,
				   types[type].what);
			cmpl_hint(reader, "%s", types[type].hint);
			whole = false;
		}
	return whole;
}

static bool fault_test(struct cmpl_load *load, const struct cmpl_node *test, const char *says,
		       const char *hint)
{
	cmpl_fault(&load->reader, CMPL_CODE_TEST_MALFORMED, cmpl_node_place(test), "%s", says);
	cmpl_hint(&load->reader, "%s", hint);
	return false;
}

/* The one comparison among the flags; CMPL_COMPARE_NONE: none or several. */
static uint8_t single_compare(uint32_t flags)
{
	for (uint8_t compare = CMPL_COMPARE_IS; compare <= CMPL_COMPARE_AFTER; compare++)
		if (flags == 1u << compare)
			return compare;
	return CMPL_COMPARE_NONE;
}

static bool make_number(struct cmpl_load *load, const struct cmpl_node *test,
			const struct test_draft *draft, uint32_t flags, struct cmpl_term *term)
{
	term->kind = CMPL_TERM_NUMBER;
	term->compare = single_compare(flags);
	term->amount = draft->number;
	return term->compare != CMPL_COMPARE_NONE ||
	       fault_test(load, test, "a number is compared once, no more and no less",
			  "put two comparisons under \"all:\", each after \"- \"");
}

static bool make_order(struct cmpl_load *load, const struct test_draft *draft, uint32_t flags,
		       struct cmpl_term *term)
{
	term->kind = CMPL_TERM_ORDER;
	term->compare = single_compare(flags);
	term->anchor = cmpl_load_anchor(load, draft->before ? draft->before : draft->after, true);
	return term->anchor != CMPL_NONE;
}

static bool make_event(struct cmpl_load *load, const struct cmpl_node *test,
		       const struct test_draft *draft, uint32_t flags, struct cmpl_term *term)
{
	const uint32_t before = 1u << CMPL_COMPARE_BEFORE, after = 1u << CMPL_COMPARE_AFTER;
	uint32_t times = flags & ~(before | after);

	if (flags == before || flags == after)
		return make_order(load, draft, flags, term);
	term->kind = CMPL_TERM_ELAPSED;
	term->compare = single_compare(times);
	term->amount = draft->time.amount;
	term->unit = draft->time.unit;
	cmpl_load_note_hours(load, test, draft->time);
	if (flags & after)
		return fault_test(load, test,
				  "a length of time is counted to the later event, by \"before:\"",
				  "name the earlier event first: earlier: { more-than: 6 months, "
				  "before: later }");
	if (term->compare == CMPL_COMPARE_NONE || !(flags & before))
		return fault_test(load, test,
				  "a length of time needs one comparison and \"before:\"",
				  "write as in { more-than: 6 months, before: complaint-made }");
	term->anchor = cmpl_load_anchor(load, draft->before, true);
	return term->anchor != CMPL_NONE;
}

/* --- choices ------------------------------------------------------------------ */

static uint32_t find_value(struct cmpl_load *load, const struct cmpl_node *node, uint32_t fact)
{
	struct cmpl_reader *reader = &load->reader;
	uint32_t count = cmpl_load_value_count(load, fact);
	struct cmpl_string all = { 0 };
	struct cmpl_suggest suggest;

	for (uint32_t i = 0; i < count; i++)
		if (cmpl_node_is(reader, node, cmpl_policy_choice_id(load->policy, fact, i)))
			return i;
	cmpl_fault(reader, CMPL_CODE_UNKNOWN_VALUE, cmpl_node_place(node), "\"%s\" cannot be %s",
		   cmpl_policy_name_id(load->policy, CMPL_FACTS, fact),
		   cmpl_quote_node(reader, node));
	if (!cmpl_suggest_start(reader, &suggest, cmpl_node_text(reader->tree, node), node->length))
		return CMPL_NONE;
	cmpl_string_add(&all, "its values are ");
	for (uint32_t i = 0; i < count; i++) {
		const char *value = cmpl_policy_choice_id(load->policy, fact, i);

		cmpl_suggest_offer(&suggest, value, strlen(value));
		if (i < 20)
			cmpl_string_addf(&all, "%s%s", i ? ", " : "", value);
	}
	if (all.failed)
		reader->out_of_memory = true;
	cmpl_suggest_end(reader, &suggest, cmpl_string_text(&all));
	cmpl_string_free(&all);
	return CMPL_NONE;
}

static bool add_value(struct cmpl_load *load, const struct cmpl_node *node, struct cmpl_term *term)
{
	uint32_t found = find_value(load, node, term->name);
	const struct complaint_policy *policy = load->policy;
	int32_t value = (int32_t)found;

	if (found == CMPL_NONE)
		return false;
	for (int32_t i = 0; i < term->amount; i++)
		if (policy->values[term->first_value + (uint32_t)i] == value) {
			cmpl_fault(&load->reader, CMPL_CODE_DUPLICATE_ENTRY, cmpl_node_place(node),
				   "the value %s stands twice",
				   cmpl_quote_node(&load->reader, node));
			cmpl_hint(&load->reader, "remove one of the two");
			return false;
		}
	if (cmpl_load_append(load, CMPL_ARRAY_values, &value) == CMPL_NONE)
		return false;
	term->amount++;
	return true;
}

static bool make_choice(struct cmpl_load *load, const struct cmpl_node *test,
			const struct test_draft *draft, struct cmpl_term *term)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;
	bool whole = true;

	if (!draft->is == !draft->any_of)
		return fault_test(load, test, "a choice is tested by \"is:\" or by \"any-of:\"",
				  types[TYPE_CHOICE].hint);
	term->kind = CMPL_TERM_CHOICE;
	term->compare = CMPL_COMPARE_IS;
	term->first_value = cmpl_load_count(load, CMPL_ARRAY_values);
	if (draft->is)
		return add_value(load, draft->is, term);
	for (child = cmpl_node_first(tree, draft->any_of); child;
	     child = cmpl_node_next(tree, draft->any_of, child))
		whole &= add_value(load, child, term);
	return whole;
}

bool cmpl_load_test(struct cmpl_load *load, const struct cmpl_node *child)
{
	struct cmpl_reader *reader = &load->reader;
	const char *key = cmpl_node_key(reader->tree, child);
	struct cmpl_place place = cmpl_node_key_place(child);
	struct test_draft draft = { 0 };
	struct cmpl_term term = { 0 };
	enum cmpl_list list;
	enum type type;
	uint32_t flags;
	bool whole;

	if (!find_name(load, key, child->key_length, place, &list, &term.name))
		return false;
	type = type_of(load, list, term.name);
	if (type == TYPE_BROKEN)
		return false;
	if (type == TYPE_TRUE_FALSE || child->kind != CMPL_NODE_MAP) {
		fault_needless(load, child, type);
		return false;
	}
	if (!check_words(load, child, type, cmpl_quote(reader, key, child->key_length)) ||
	    !cmpl_read_mapping(reader, child, &tables[type], &draft, &flags))
		return false;
	if (type == TYPE_NUMBER)
		whole = make_number(load, child, &draft, flags, &term);
	else if (type == TYPE_CHOICE)
		whole = make_choice(load, child, &draft, &term);
	else
		whole = make_event(load, child, &draft, flags, &term);
	return whole && cmpl_load_term(load, term, place) != CMPL_NONE;
}
