/* SPDX-License-Identifier: MIT */
/* The facts, the events and the present of a case. */
#include <string.h>

#include "load/case_load.h"

void cmpl_case_note(struct cmpl_case_load *load, complaint_status status)
{
	if (status == COMPLAINT_ERR_NO_MEMORY)
		load->reader.out_of_memory = true;
}

/* JSON's null could mean two things that are kept apart here. */
static bool is_null(struct cmpl_reader *reader, const struct cmpl_node *node, const char *key)
{
	if (!reader->tree->json || node->style != CMPL_STYLE_PLAIN ||
	    !cmpl_node_is(reader, node, "null"))
		return false;
	cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node), "\"%s\" cannot be null",
		   key);
	cmpl_hint(reader, "leave it out when nobody asked, or write \"unknown\" when nobody knows");
	return true;
}

static void fault_choice(struct cmpl_case_load *load, const struct cmpl_node *node, uint32_t fact)
{
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_string all = { 0 };
	struct cmpl_suggest suggest;
	const char *id;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_VALUE, cmpl_node_place(node), "\"%s\" cannot be %s",
		   cmpl_case_name_id(load, CMPL_FACTS, fact), cmpl_quote_node(reader, node));
	if (!cmpl_suggest_start(reader, &suggest, cmpl_node_text(reader->tree, node), node->length))
		return;
	cmpl_string_add(&all, "write one of ");
	for (uint32_t i = 0; (id = cmpl_case_choice_id(load, fact, i)); i++) {
		cmpl_suggest_offer(&suggest, id, strlen(id));
		cmpl_string_addf(&all, "%s, ", id);
	}
	cmpl_string_add(&all, "unknown");
	if (all.failed)
		reader->out_of_memory = true;
	cmpl_suggest_end(reader, &suggest, cmpl_string_text(&all));
	cmpl_string_free(&all);
}

static void load_choice(struct cmpl_case_load *load, const struct cmpl_node *node,
			const struct cmpl_field *field, uint32_t fact, struct complaint_case *into)
{
	const char *id;

	if (!cmpl_node_scalar(&load->reader, node, field, "one of its values"))
		return;
	for (uint32_t i = 0; (id = cmpl_case_choice_id(load, fact, i)); i++) {
		if (!cmpl_node_is(&load->reader, node, id))
			continue;
		if (into)
			cmpl_case_note(load, complaint_case_set_choice_at(into, fact, i));
		return;
	}
	fault_choice(load, node, fact);
}

static void load_fact(struct cmpl_case_load *load, const struct cmpl_node *node, uint32_t fact,
		      struct complaint_case *into)
{
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_field field = { .key = cmpl_case_name_id(load, CMPL_FACTS, fact) };
	uint8_t type = cmpl_case_fact_type(load, fact);
	int32_t value;

	if (is_null(reader, node, field.key))
		return;
	if (cmpl_node_is(reader, node, "unknown")) {
		if (into)
			cmpl_case_note(
				load, complaint_case_set_fact_state(into, fact, COMPLAINT_UNKNOWN));
	} else if (type == COMPLAINT_TYPE_CHOICE) {
		field.doc = "one of its values, or unknown";
		load_choice(load, node, &field, fact, into);
	} else if (type == COMPLAINT_TYPE_NUMBER) {
		field.doc = "a number, or unknown";
		if (cmpl_read_number(reader, node, &field, &value) && into)
			cmpl_case_note(load, complaint_case_set_number_at(into, fact, value));
	} else {
		field.doc = "true, false or unknown";
		if (cmpl_read_truth(reader, node, &field, &value) && into)
			cmpl_case_note(load, complaint_case_set_fact_at(into, fact,
									value ? COMPLAINT_TRUE
									      : COMPLAINT_FALSE));
	}
}

/* A value whose type only its policy knows: a scalar it must be. */
static void check_scalar(struct cmpl_case_load *load, const struct cmpl_node *node)
{
	if (load->set || node->kind == CMPL_NODE_SCALAR)
		return;
	cmpl_fault(&load->reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node),
		   "%s must have one value, not a list or a mapping",
		   cmpl_quote(&load->reader, cmpl_node_key(load->reader.tree, node),
			      node->key_length));
	cmpl_hint(&load->reader, "write the value behind the name, on one line");
}

void cmpl_case_load_facts(struct cmpl_case_load *load, const struct cmpl_node *map,
			  struct complaint_case *into)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(tree, map); child; child = cmpl_node_next(tree, map, child)) {
		enum cmpl_list list;
		uint32_t fact = cmpl_case_find(load, cmpl_node_key(tree, child), child->key_length,
					       cmpl_node_key_place(child), 1u << CMPL_FACTS, &list);

		if (fact == CMPL_NONE)
			check_scalar(load, child);
		else
			load_fact(load, child, fact, into);
	}
}

/* --- events ----------------------------------------------------------------- */

/* What was read, as a case keeps it; the reader has seen to it that it lies in the known years. */
static struct cmpl_event_value convert(const struct cmpl_date_value *date)
{
	if (date->kind == CMPL_DATE_MOMENT)
		return (struct cmpl_event_value){ .kind = CMPL_EVENT_MOMENT,
						  .moment = date->moment };
	return (struct cmpl_event_value){
		.kind = date->kind == CMPL_DATE_MONTH ? CMPL_EVENT_MONTH : CMPL_EVENT_DAY,
		.first = date->first,
		.last = date->last,
	};
}

static bool read_event(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_field *field, cmpl_field_reader read,
		       struct cmpl_event_value *ret_value)
{
	struct cmpl_date_value date;

	if (is_null(reader, node, field->key))
		return false;
	if (cmpl_node_is(reader, node, "not-yet") || cmpl_node_is(reader, node, "unknown")) {
		bool not_yet = cmpl_node_is(reader, node, "not-yet");

		*ret_value = (struct cmpl_event_value){ .kind = not_yet ? CMPL_EVENT_NOT_YET
									: CMPL_EVENT_UNKNOWN };
		return true;
	}
	if (!read(reader, node, field, &date))
		return false;
	*ret_value = convert(&date);
	return true;
}

bool cmpl_read_told(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	return read_event(reader, node, field, cmpl_read_moment, slot);
}

bool cmpl_read_asked(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	struct cmpl_date_value date;

	if (!cmpl_read_moment(reader, node, field, &date))
		return false;
	*(struct cmpl_event_value *)slot = convert(&date);
	return true;
}

void cmpl_case_load_events(struct cmpl_case_load *load, const struct cmpl_node *map,
			   struct complaint_case *into)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(reader->tree, map); child;
	     child = cmpl_node_next(reader->tree, map, child)) {
		struct cmpl_field field = {
			.doc = "a day, a day with a time, a month, not-yet or unknown"
		};
		struct cmpl_event_value value;
		enum cmpl_list list;
		uint32_t event =
			cmpl_case_find(load, cmpl_node_key(reader->tree, child), child->key_length,
				       cmpl_node_key_place(child), 1u << CMPL_EVENTS, &list);

		if (event == CMPL_NONE) {
			check_scalar(load, child);
			continue;
		}
		field.key = cmpl_case_name_id(load, CMPL_EVENTS, event);
		if (read_event(reader, child, &field, cmpl_read_date, &value) && into)
			into->events[cmpl_case_event_slot(into, event)] = value;
	}
}
