/* SPDX-License-Identifier: MIT */
/* What every rule has, whatever its kind: id, clause, words, span, gaps, conflicts, source. */
#include "load/load.h"

const struct cmpl_word cmpl_sure_words[] = {
	{ "primary", COMPLAINT_SURE_PRIMARY },
	{ "copy", COMPLAINT_SURE_COPY },
	{ "unconfirmed", COMPLAINT_SURE_UNCONFIRMED },
	{ NULL, 0 },
};
const struct cmpl_word cmpl_strength_words[] = {
	{ "must", COMPLAINT_STRENGTH_MUST }, { "should", COMPLAINT_STRENGTH_SHOULD },
	{ "aim", COMPLAINT_STRENGTH_AIM },   { "normally", COMPLAINT_STRENGTH_NORMALLY },
	{ "may", COMPLAINT_STRENGTH_MAY },   { NULL, 0 },
};
const struct cmpl_word cmpl_moment_words[] = {
	{ "acceptance", CMPL_AT_ACCEPTANCE },
	{ "escalation", CMPL_AT_ESCALATION },
	{ "additional-issue", CMPL_AT_ADDITIONAL_ISSUE },
	{ NULL, 0 },
};

/* --- keys that stand together or not ------------------------------------------ */

const struct cmpl_node *cmpl_load_key(const struct cmpl_load *load, const struct cmpl_node *rule,
				      const struct cmpl_node *reading, const char *key)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *found = NULL;

	if (reading && reading->kind == CMPL_NODE_MAP)
		found = cmpl_node_get(tree, reading, key);
	if (!found && rule->kind == CMPL_NODE_MAP)
		found = cmpl_node_get(tree, rule, key);
	return found;
}

void cmpl_load_need_key(struct cmpl_load *load, const struct cmpl_node *rule,
			const struct cmpl_node *reading, const char *key, const char *other)
{
	const struct cmpl_node *found = cmpl_load_key(load, rule, reading, key);

	if (!found || cmpl_load_key(load, rule, reading, other))
		return;
	cmpl_fault(&load->reader, CMPL_CODE_COMPANION_MISSING, cmpl_node_key_place(found),
		   "\"%s\" needs \"%s\" beside it", key, other);
	cmpl_hint(&load->reader, "add \"%s:\", or leave \"%s\" out", other, key);
}

void cmpl_load_refuse_key(struct cmpl_load *load, const struct cmpl_node *rule,
			  const struct cmpl_node *reading, const char *key, const char *other)
{
	const struct cmpl_node *found = cmpl_load_key(load, rule, reading, key);

	if (!found || !cmpl_load_key(load, rule, reading, other))
		return;
	cmpl_fault(&load->reader, CMPL_CODE_KEYS_INCOMPATIBLE, cmpl_node_key_place(found),
		   "\"%s\" cannot stand beside \"%s\"", key, other);
	cmpl_hint(&load->reader, "leave out one of the two");
}

/* --- spans -------------------------------------------------------------------- */

struct span_draft {
	struct cmpl_date_value from, until;
};
static const struct cmpl_field span_rows[] = {
	CMPL_MAY("from", cmpl_read_day_or_month, struct span_draft, from, NULL,
		 "the first day, or its month"),
	CMPL_MAY("until", cmpl_read_day_or_month, struct span_draft, until, NULL,
		 "the last day, or its month"),
};
static const struct cmpl_fields span_fields = CMPL_FIELDS("a span", span_rows);

bool cmpl_load_span(struct cmpl_load *load, const struct cmpl_node *node,
		    struct cmpl_span *ret_span)
{
	struct cmpl_span span = { .from = INT32_MIN, .until = INT32_MAX };
	struct span_draft draft = { 0 };

	*ret_span = span;
	if (!node)
		return true;
	if (!cmpl_read_mapping(&load->reader, node, &span_fields, &draft, NULL))
		return false;
	if (draft.from.kind != CMPL_DATE_NONE)
		span.from = draft.from.first;
	if (draft.until.kind != CMPL_DATE_NONE)
		span.until = draft.until.last;
	span.from_month = draft.from.kind == CMPL_DATE_MONTH;
	span.until_month = draft.until.kind == CMPL_DATE_MONTH;
	if (span.from > span.until) {
		cmpl_fault(&load->reader, CMPL_CODE_SPAN_REVERSED, cmpl_node_place(node),
			   "the span begins after it ends");
		cmpl_hint(&load->reader, "write the earlier date under \"from\"");
		return false;
	}
	*ret_span = span;
	return true;
}

static uint32_t load_in_force(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct cmpl_span span;

	if (!node || !cmpl_load_span(load, node, &span))
		return CMPL_NONE;
	return cmpl_load_append(load, CMPL_ARRAY_spans, &span);
}

struct superseded_draft {
	struct cmpl_date_value from;
	const struct cmpl_node *says;
};
static const struct cmpl_field superseded_rows[] = {
	CMPL_MUST("from", cmpl_read_day_or_month, struct superseded_draft, from, NULL,
		  "the day from which it is no longer the law"),
	CMPL_MUST("says", cmpl_read_text, struct superseded_draft, says, NULL,
		  "what took its place"),
};
static const struct cmpl_fields superseded_fields =
	CMPL_FIELDS("what supersedes a rule", superseded_rows);

static void load_superseded(struct cmpl_load *load, const struct cmpl_node *node,
			    struct cmpl_rule *rule)
{
	struct superseded_draft draft = { 0 };

	rule->superseded_from = INT32_MIN;
	if (!node || !cmpl_read_mapping(&load->reader, node, &superseded_fields, &draft, NULL))
		return;
	rule->superseded_from = draft.from.first;
	rule->superseded_says = cmpl_load_text(load, draft.says);
}

/* --- conflicts ------------------------------------------------------------------ */

struct conflict_draft {
	const struct cmpl_node *clause, *says, *rule;
};
static const struct cmpl_field conflict_rows[] = {
	CMPL_MUST("clause", cmpl_read_clause, struct conflict_draft, clause, NULL,
		  "the other clause, in double quotes"),
	CMPL_MUST("says", cmpl_read_text, struct conflict_draft, says, NULL,
		  "how it is dealt with here"),
	CMPL_MAY("rule", cmpl_read_id, struct conflict_draft, rule, NULL,
		 "the id of the rule that has the other clause"),
};
static const struct cmpl_fields conflict_fields = CMPL_FIELDS("a conflict", conflict_rows);

static struct cmpl_range load_conflicts(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_conflicts), 0 };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child)) {
		struct conflict_draft draft = { 0 };
		struct cmpl_conflict conflict = { .rule = CMPL_NONE };

		cmpl_read_mapping(&load->reader, child, &conflict_fields, &draft, NULL);
		conflict.clause = cmpl_load_text(load, draft.clause);
		conflict.says = cmpl_load_text(load, draft.says);
		if (draft.rule)
			conflict.rule = (uint32_t)(draft.rule - tree->nodes);
		if (cmpl_load_append(load, CMPL_ARRAY_conflicts, &conflict) != CMPL_NONE)
			range.count++;
	}
	return range;
}

/* --- the rule ------------------------------------------------------------------- */

/*
 * In a norm each figure says where it was seen and how surely; in a policy the text itself is the
 * source.
 */
static void check_source(struct cmpl_load *load, const struct cmpl_node *node, const char *what)
{
	static const char *const keys[] = { "source", "sure" };
	struct cmpl_reader *reader = &load->reader;
	bool norm = load->policy->document.kind == COMPLAINT_NORM;

	for (size_t i = 0; i < 2; i++) {
		const struct cmpl_node *given = cmpl_load_key(load, node, NULL, keys[i]);

		if (norm && !given) {
			cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(node),
				   "%s of a norm lacks \"%s\"", what, keys[i]);
			cmpl_hint(reader, i ? "add \"sure:\", one of primary, copy, unconfirmed"
					    : "add \"source:\", where the figure was seen");
		} else if (!norm && given) {
			cmpl_fault(reader, CMPL_CODE_NORM_KEY, cmpl_node_key_place(given),
				   "\"%s\" stands in norms only, and this file is a policy",
				   keys[i]);
			cmpl_hint(reader, "leave it out; \"clause\" says where the policy has it");
		}
	}
}

static void add_id(struct cmpl_load *load, const struct cmpl_node *id, uint32_t rule)
{
	struct cmpl_reader *reader = &load->reader;
	uint32_t old = CMPL_MAP_NONE;

	if (!id || !cmpl_load_check_reserved(load, id))
		return;
	if (!cmpl_map_add(&load->rules, cmpl_node_text(reader->tree, id), id->length, rule, &old))
		reader->out_of_memory = true;
	if (old == CMPL_MAP_NONE)
		return;
	cmpl_fault(reader, CMPL_CODE_DUPLICATE_RULE, cmpl_node_place(id),
		   "the rule in line %u has the id %s already",
		   (unsigned)load->policy->rules[old].line, cmpl_quote_node(reader, id));
	cmpl_related(reader,
		     (struct cmpl_place){ load->policy->rules[old].line,
					  load->policy->rules[old].column },
		     "the other rule begins here");
	cmpl_hint(reader, "give each rule an id of its own, whatever its kind");
}

uint32_t cmpl_load_rule(struct cmpl_load *load, const struct cmpl_node *node,
			enum cmpl_rule_kind kind, const struct cmpl_fields *fields,
			const struct cmpl_rule_draft *draft, uint32_t owner)
{
	struct cmpl_rule rule = { .kind = (uint8_t)kind,
				  .strength = COMPLAINT_STRENGTH_MUST,
				  .index = CMPL_NONE,
				  .owner = owner,
				  .reading = load->reading };
	uint32_t index;

	if (draft->strength)
		rule.strength = (uint8_t)draft->strength;
	rule.sure = (uint8_t)draft->sure;
	rule.id = cmpl_load_text(load, draft->id);
	rule.clause = cmpl_load_text(load, draft->clause);
	rule.says = cmpl_load_text(load, draft->says);
	rule.source = cmpl_load_text(load, draft->source);
	rule.in_force = load_in_force(load, draft->in_force);
	load_superseded(load, draft->superseded, &rule);
	rule.left_open = cmpl_load_lines(load, draft->left_open);
	rule.conflicts = load_conflicts(load, draft->conflicts);
	rule.readings.first = cmpl_load_count(load, CMPL_ARRAY_readings);
	rule.line = node->line;
	rule.column = node->column;

	index = cmpl_load_append(load, CMPL_ARRAY_rules, &rule);
	if (index == CMPL_NONE)
		return CMPL_NONE;
	add_id(load, draft->id, index);
	if (kind != CMPL_RULE_EXTENSION && node->kind == CMPL_NODE_MAP)
		check_source(load, node, fields->what);
	return index;
}

void cmpl_load_set_index(struct cmpl_load *load, uint32_t rule, uint32_t index)
{
	if (rule != CMPL_NONE)
		load->policy->rules[rule].index = index;
}
