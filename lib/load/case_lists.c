/* SPDX-License-Identifier: MIT */
/* What is asked, and what a case has besides facts and events. */
#include <string.h>

#include "load/case_load.h"

#define DUTY (1u << CMPL_RULE_DUTY)

static bool find_node_rule(struct cmpl_case_load *load, const struct cmpl_node *node,
			   unsigned kinds)
{
	return node && cmpl_case_find_rule(load, cmpl_node_text(load->reader.tree, node),
					   node->length, cmpl_node_place(node), kinds);
}

/* --- an extension, asked for or made ------------------------------------------ */

struct extension_draft {
	const struct cmpl_node *of; /* `extend` of a request */
	struct cmpl_limit adds;
	cmpl_day until;
	struct cmpl_event_value told; /* `asked` of a request */
	int32_t at;                   /* of a request */
};

/* Exactly one of `adds` and `until`; an unsound one counts, since it has been reported. */
static void check_length(struct cmpl_case_load *load, const struct cmpl_node *map)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *adds = cmpl_node_get(reader->tree, map, "adds");
	const struct cmpl_node *until = cmpl_node_get(reader->tree, map, "until");

	if (adds && until) {
		cmpl_fault(reader, CMPL_CODE_KEYS_INCOMPATIBLE, cmpl_node_key_place(until),
			   "\"adds\" and \"until\" both say how long");
		cmpl_hint(reader, "leave one of the two out");
	} else if (!adds && !until) {
		cmpl_fault(reader, CMPL_CODE_COMPANION_MISSING, cmpl_node_place(map),
			   "an extension says neither \"adds\" nor \"until\"");
		cmpl_hint(reader,
			  "add \"adds: 5 working days\", or \"until:\" and the new last day");
	}
}

/* The draft as a caller would give it. */
static struct complaint_extension_entry entry_of(const struct cmpl_case_load *load,
						 const struct extension_draft *draft)
{
	struct complaint_extension_entry entry;

	memset(&entry, 0, sizeof(entry));
	entry.size = sizeof(entry);
	entry.of = cmpl_node_text(load->reader.tree, draft->of);
	entry.amount = draft->adds.amount;
	entry.unit = draft->adds.unit;
	entry.until = draft->until;
	entry.told_kind = draft->told.kind;
	entry.told_day = draft->told.first;
	entry.told_moment = draft->told.moment;
	return entry;
}

static const struct cmpl_word moments[] = {
	{ "acceptance", COMPLAINT_AT_ACCEPTANCE },
	{ "escalation", COMPLAINT_AT_ESCALATION },
	{ "additional-issue", COMPLAINT_AT_ADDITIONAL_ISSUE },
	{ NULL, 0 },
};

static const struct cmpl_field request_rows[] = {
	CMPL_MAY("at", cmpl_read_word, struct extension_draft, at, moments,
		 "the moment tested: acceptance, escalation or additional-issue"),
	CMPL_MAY("extend", cmpl_read_id, struct extension_draft, of, NULL,
		 "the duty whose limit is to be extended"),
	CMPL_MAY("adds", cmpl_read_duration, struct extension_draft, adds, NULL,
		 "the time to be added, as 5 working days"),
	CMPL_MAY("until", cmpl_read_day, struct extension_draft, until, NULL,
		 "the new last day, as 2022-09-19"),
	CMPL_MAY("asked", cmpl_read_asked, struct extension_draft, told, NULL,
		 "when the extension was asked for"),
};
static const struct cmpl_fields request_fields = CMPL_FIELDS("a request", request_rows);

/* Keys of an extension that stand beside `at`, or without `extend`. */
static void check_companions(struct cmpl_case_load *load, const struct cmpl_node *map)
{
	static const char *const others[] = { "extend", "adds", "until", "asked" };
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *at = cmpl_node_get(reader->tree, map, "at");
	bool extend = cmpl_node_get(reader->tree, map, "extend");

	if (!at && !extend && !cmpl_node_get(reader->tree, map, "adds") &&
	    !cmpl_node_get(reader->tree, map, "until")) {
		cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(map),
			   "a request lacks \"at\" or \"extend\"");
		cmpl_hint(reader, "add \"at: acceptance\", or \"extend:\" and a duty");
		return;
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		const struct cmpl_node *other = cmpl_node_get(reader->tree, map, others[i]);

		if (!other)
			continue;
		if (at) {
			cmpl_fault(reader, CMPL_CODE_KEYS_INCOMPATIBLE, cmpl_node_key_place(other),
				   "\"%s\" stands beside \"at\"", others[i]);
			cmpl_hint(reader, "ask one thing at a time: leave one of the two out");
		} else if (!extend) {
			cmpl_fault(reader, CMPL_CODE_COMPANION_MISSING, cmpl_node_key_place(other),
				   "\"%s\" stands without \"extend\"", others[i]);
			cmpl_hint(reader, "add \"extend:\" and the duty to be extended");
		}
	}
}

void cmpl_case_load_request(struct cmpl_case_load *load, const struct cmpl_node *node,
			    struct complaint_case *into)
{
	struct extension_draft draft = { 0 };
	struct complaint_extension_entry entry;
	size_t faults = load->reader.faults;

	cmpl_read_mapping(&load->reader, node, &request_fields, &draft, NULL);
	check_companions(load, node);
	if (cmpl_node_get(load->reader.tree, node, "extend")) {
		check_length(load, node);
		find_node_rule(load, draft.of, DUTY);
	}
	if (load->reader.faults != faults || !into)
		return;
	if (draft.at != 0) {
		cmpl_case_note(load, complaint_case_set_request_at(into, draft.at));
		return;
	}
	entry = entry_of(load, &draft);
	cmpl_case_note(load, complaint_case_set_request_extension(into, &entry));
}

static const struct cmpl_field extension_rows[] = {
	CMPL_MUST("of", cmpl_read_id, struct extension_draft, of, NULL,
		  "the duty whose limit was extended"),
	CMPL_MAY("adds", cmpl_read_duration, struct extension_draft, adds, NULL,
		 "the time that was added, as 5 working days"),
	CMPL_MAY("until", cmpl_read_day, struct extension_draft, until, NULL,
		 "the new last day, as 2022-09-19"),
	CMPL_MAY("told", cmpl_read_told, struct extension_draft, told, NULL,
		 "when the resident was told: a moment, not-yet or unknown"),
};
static const struct cmpl_fields extension_fields = CMPL_FIELDS("an extension", extension_rows);

void cmpl_case_load_extensions(struct cmpl_case_load *load, const struct cmpl_node *list,
			       struct complaint_case *into)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(tree, list); child;
	     child = cmpl_node_next(tree, list, child)) {
		struct extension_draft draft = { 0 };
		struct complaint_extension_entry entry;
		size_t faults = load->reader.faults;

		cmpl_read_mapping(&load->reader, child, &extension_fields, &draft, NULL);
		if (child->kind == CMPL_NODE_MAP) {
			check_length(load, child);
			find_node_rule(load, draft.of, DUTY);
		}
		if (load->reader.faults != faults || !into)
			continue;
		entry = entry_of(load, &draft);
		cmpl_case_note(load, complaint_case_add_extension(into, &entry));
	}
}

/* --- by the name of a rule ------------------------------------------------------- */

/* Is the key of the entry a rule of one of the kinds? */
static bool find_key_rule(struct cmpl_case_load *load, const struct cmpl_node *child,
			  unsigned kinds)
{
	return cmpl_case_find_rule(load, cmpl_node_key(load->reader.tree, child), child->key_length,
				   cmpl_node_key_place(child), kinds);
}

void cmpl_case_load_promises(struct cmpl_case_load *load, const struct cmpl_node *map,
			     struct complaint_case *into)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(tree, map); child; child = cmpl_node_next(tree, map, child)) {
		struct cmpl_field field = { .key = cmpl_node_key(tree, child),
					    .doc = "the day promised, as 2022-09-19" };
		bool known = find_key_rule(load, child, DUTY);
		cmpl_day day;

		if (!known)
			field.key = "promise"; /* the key itself may be anything */
		if (cmpl_read_day(&load->reader, child, &field, &day) && known && into)
			cmpl_case_note(load,
				       complaint_case_add_promise(into, cmpl_node_key(tree, child),
								  child->key_length, day));
	}
}

void cmpl_case_load_readings(struct cmpl_case_load *load, const struct cmpl_node *map,
			     struct complaint_case *into)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(tree, map); child; child = cmpl_node_next(tree, map, child)) {
		const char *rule = cmpl_node_key(tree, child);
		bool known = find_key_rule(load, child, ~0u);
		struct cmpl_field field = { .key = known ? rule : "reading",
					    .doc = "the label of the reading" };
		const struct cmpl_node *label = NULL;

		if (!cmpl_read_id(&load->reader, child, &field, &label) || !known)
			continue;
		if (!cmpl_case_find_label(load, rule, child->key_length,
					  cmpl_node_text(tree, label), label->length,
					  cmpl_node_place(label)))
			continue;
		if (into)
			cmpl_case_note(load, complaint_case_add_reading(
						     into, rule, child->key_length,
						     cmpl_node_text(tree, label), label->length));
	}
}

static const struct cmpl_word decisions[] = {
	{ "accept", COMPLAINT_DECISION_ACCEPT },
	{ "refuse", COMPLAINT_DECISION_REFUSE },
	{ NULL, 0 },
};

void cmpl_case_load_decisions(struct cmpl_case_load *load, const struct cmpl_node *map,
			      struct complaint_case *into)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(tree, map); child; child = cmpl_node_next(tree, map, child)) {
		bool known = find_key_rule(load, child, 1u << CMPL_RULE_EXCLUSION);
		struct cmpl_field field = { .key = known ? cmpl_node_key(tree, child) : "decision",
					    .extra = decisions,
					    .doc = "accept or refuse" };
		int32_t decision = 0;

		if (cmpl_read_word(&load->reader, child, &field, &decision) && known && into)
			cmpl_case_note(load,
				       complaint_case_add_decision(into, cmpl_node_key(tree, child),
								   child->key_length, decision));
	}
}
