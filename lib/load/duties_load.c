/* SPDX-License-Identifier: MIT */
/* Duties: the same mapping wherever it stands. */
#include "load/load.h"

struct duty_draft {
	struct cmpl_rule_draft rule;
	const struct cmpl_node *by, *when, *unless, *tell, *ask, *refer_to, *about, *after, *before,
		*done_by, *counting, *within_node;
	struct cmpl_limit within;
};

static bool read_within(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	if (!cmpl_read_limit(reader, node, field, slot))
		return false;
	cmpl_load_note_hours(cmpl_load_of(reader), node, *(struct cmpl_limit *)slot);
	return true;
}

static const struct cmpl_field rows[] = {
	CMPL_ID_ROW(struct duty_draft),
	CMPL_RULE_ROWS(struct duty_draft),
	CMPL_STRENGTH_ROW(struct duty_draft, CMPL_CHANGES_STRENGTH),
	CMPL_MAY("by", cmpl_read_text, struct duty_draft, by, NULL, "the role that acts"),
	CMPL_MAY_FLAG("when", cmpl_read_node, struct duty_draft, when, NULL, CMPL_CHANGES_WHEN,
		      "the condition under which it is owed"),
	CMPL_MAY_FLAG("unless", cmpl_read_list, struct duty_draft, unless, NULL,
		      CMPL_CHANGES_UNLESS, "a list of exceptions"),
	CMPL_MAY("tell", cmpl_read_text, struct duty_draft, tell, NULL, "who is told"),
	CMPL_MAY("ask", cmpl_read_text, struct duty_draft, ask, NULL, "who is asked"),
	CMPL_MAY("refer-to", cmpl_read_text, struct duty_draft, refer_to, NULL,
		 "the person or body it is referred to"),
	CMPL_MAY("about", cmpl_read_ids, struct duty_draft, about, NULL, "a list of notices"),
	CMPL_MAY_FLAG("within", read_within, struct duty_draft, within, NULL, CMPL_CHANGES_WITHIN,
		      "a limit, such as 10 working days"),
	CMPL_MAY_FLAG("after", cmpl_read_node, struct duty_draft, after, NULL, CMPL_CHANGES_AFTER,
		      "what the limit runs from"),
	CMPL_MAY_FLAG("before", cmpl_read_node, struct duty_draft, before, NULL,
		      CMPL_CHANGES_BEFORE, "what it must come before"),
	CMPL_MAY("done-by", cmpl_read_id, struct duty_draft, done_by, NULL,
		 "the event that fulfils it"),
	CMPL_MAY_FLAG("counting", cmpl_read_map, struct duty_draft, counting, NULL,
		      CMPL_CHANGES_COUNTING,
		      "what is counted otherwise here than in the rest of the file"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a duty", rows);
static const struct duty_draft blank;

/* What both a duty and a reading of one can say. */
static void fill(struct cmpl_load *load, struct cmpl_duty *duty, const struct duty_draft *draft,
		 uint32_t flags)
{
	if (flags & CMPL_CHANGES_WHEN)
		duty->when = cmpl_load_condition(load, draft->when);
	if (flags & CMPL_CHANGES_UNLESS)
		duty->unless = cmpl_load_unless(load, draft->unless);
	if (flags & CMPL_CHANGES_WITHIN)
		duty->within = draft->within;
	if (flags & CMPL_CHANGES_AFTER)
		duty->after = cmpl_load_anchor(load, draft->after, false);
	if (flags & CMPL_CHANGES_BEFORE)
		duty->before = cmpl_load_anchor(load, draft->before, false);
	if (flags & CMPL_CHANGES_COUNTING)
		duty->counting = cmpl_load_counting(load, draft->counting);
}

static void check_keys(struct cmpl_load *load, const struct cmpl_node *duty,
		       const struct cmpl_node *reading)
{
	/* What the duty itself lacks was said once, where the duty stands. */
	if (reading && !cmpl_load_key(load, reading, NULL, "within") &&
	    !cmpl_load_key(load, reading, NULL, "before"))
		return;
	cmpl_load_need_key(load, duty, reading, "within", "after");
	cmpl_load_need_key(load, duty, reading, "within", "done-by");
	cmpl_load_refuse_key(load, duty, reading, "before", "within");
}

static void load_notices(struct cmpl_load *load, const struct cmpl_node *list,
			 struct cmpl_duty *duty)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	duty->about.first = cmpl_load_count(load, CMPL_ARRAY_notices);
	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child)) {
		uint32_t notice = cmpl_load_name(load, child, CMPL_NOTICES);

		if (notice != CMPL_NONE &&
		    cmpl_load_append(load, CMPL_ARRAY_notices, &notice) != CMPL_NONE)
			duty->about.count++;
	}
}

static void fill_verb(struct cmpl_load *load, const struct cmpl_node *node,
		      const struct duty_draft *draft, struct cmpl_duty *duty)
{
	const struct cmpl_node *whom = draft->tell  ? draft->tell
				       : draft->ask ? draft->ask
						    : draft->refer_to;

	if (draft->tell)
		duty->verb = CMPL_VERB_TELL;
	else if (draft->ask)
		duty->verb = CMPL_VERB_ASK;
	else if (draft->refer_to)
		duty->verb = CMPL_VERB_REFER_TO;
	duty->whom = cmpl_load_text(load, whom);
	duty->by = cmpl_load_text(load, draft->by);
	load_notices(load, draft->about, duty);

	cmpl_load_refuse_key(load, node, NULL, "ask", "tell");
	cmpl_load_refuse_key(load, node, NULL, "refer-to", "tell");
	cmpl_load_refuse_key(load, node, NULL, "refer-to", "ask");
	if (!cmpl_load_key(load, node, NULL, "ask") && !cmpl_load_key(load, node, NULL, "refer-to"))
		cmpl_load_need_key(load, node, NULL, "about", "tell");
}

static uint32_t make_variant(struct cmpl_load *load, const struct cmpl_variation *variation,
			     const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	const struct duty_draft *draft = variation->draft;
	struct cmpl_duty duty = load->policy->duties[variation->index];

	fill(load, &duty, draft, flags);
	if (flags & CMPL_CHANGES_STRENGTH)
		load->policy->readings[reading].strength = (uint8_t)draft->rule.strength;
	check_keys(load, variation->node, node);
	return cmpl_load_append(load, CMPL_ARRAY_duty_variants, &duty);
}

static bool load_duty(struct cmpl_load *load, const struct cmpl_node *node, struct cmpl_duty duty,
		      uint32_t owner_rule)
{
	struct duty_draft draft = { 0 }, scratch;
	struct cmpl_variation variation = { &fields,   &blank,       &scratch, sizeof(scratch),
					    CMPL_NONE, make_variant, node };
	uint32_t flags;

	cmpl_read_mapping(&load->reader, node, &fields, &draft, &flags);
	if (node->kind != CMPL_NODE_MAP)
		return true;
	duty.rule = cmpl_load_rule(load, node, CMPL_RULE_DUTY, &fields, &draft.rule, owner_rule);
	duty.done_by = cmpl_load_name(load, draft.done_by, CMPL_EVENTS);
	fill_verb(load, node, &draft, &duty);
	fill(load, &duty, &draft, flags);
	check_keys(load, node, NULL);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_duties, &duty);
	cmpl_load_set_index(load, duty.rule, variation.index);
	cmpl_load_readings(load, duty.rule, draft.rule.readings, &variation);
	return variation.index != CMPL_NONE;
}

struct cmpl_range cmpl_load_duties(struct cmpl_load *load, const struct cmpl_node *list,
				   enum cmpl_standing_place place, uint32_t owner,
				   uint32_t owner_rule)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_duties), 0 };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child)) {
		struct cmpl_duty duty = { .place = (uint8_t)place,
					  .owner = owner,
					  .when = CMPL_NONE,
					  .after = CMPL_NONE,
					  .before = CMPL_NONE,
					  .counting = load->policy->counting };

		load_duty(load, child, duty, owner_rule);
	}
	range.count = cmpl_load_count(load, CMPL_ARRAY_duties) - range.first;
	return range;
}
