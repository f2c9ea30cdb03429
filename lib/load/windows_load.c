/* SPDX-License-Identifier: MIT */
/* Windows: rights that open and close. */
#include "load/load.h"

struct opens_draft {
	struct cmpl_limit wait;
	const struct cmpl_node *after, *unless;
};
struct closes_draft {
	struct cmpl_limit within;
	const struct cmpl_node *after;
};
struct window_draft {
	struct cmpl_rule_draft rule;
	const struct cmpl_node *door, *when, *unless, *opens, *closes, *used_by, *if_late, *duties,
		*counting;
};

static const struct cmpl_field opens_rows[] = {
	CMPL_MAY("wait", cmpl_read_duration, struct opens_draft, wait, NULL,
		 "the time that must pass first"),
	CMPL_MUST("after", cmpl_read_node, struct opens_draft, after, NULL,
		  "the event from which it is open, or the wait runs"),
	CMPL_MAY("unless", cmpl_read_list, struct opens_draft, unless, NULL,
		 "a list of exceptions that lift the wait"),
};
static const struct cmpl_field closes_rows[] = {
	CMPL_MUST("within", cmpl_read_last_day, struct closes_draft, within, NULL,
		  "a limit, such as 15 working days"),
	CMPL_MUST("after", cmpl_read_node, struct closes_draft, after, NULL,
		  "the event from which it runs"),
};
static const struct cmpl_fields opens_fields = CMPL_FIELDS("an opening", opens_rows);
static const struct cmpl_fields closes_fields = CMPL_FIELDS("a closing", closes_rows);

static const struct cmpl_field rows[] = {
	CMPL_ID_ROW(struct window_draft),
	CMPL_RULE_ROWS(struct window_draft),
	CMPL_STRENGTH_ROW(struct window_draft, CMPL_CHANGES_STRENGTH),
	CMPL_MUST("door", cmpl_read_id, struct window_draft, door, NULL, "where it leads"),
	CMPL_MAY_FLAG("when", cmpl_read_node, struct window_draft, when, NULL, CMPL_CHANGES_WHEN,
		      "the condition under which it exists at all"),
	CMPL_MAY_FLAG("unless", cmpl_read_list, struct window_draft, unless, NULL,
		      CMPL_CHANGES_UNLESS, "a list of exceptions"),
	CMPL_MAY_FLAG("opens", cmpl_read_map, struct window_draft, opens, NULL, CMPL_CHANGES_OPENS,
		      "what it opens after, such as { after: stage-1-response-sent }, and a wait "
		      "if there is one"),
	CMPL_MAY_FLAG("closes", cmpl_read_map, struct window_draft, closes, NULL,
		      CMPL_CHANGES_CLOSES,
		      "a limit, and what it runs from, such as { within: 8 weeks, after: "
		      "stage-1-response-sent }"),
	CMPL_MAY("used-by", cmpl_read_id, struct window_draft, used_by, NULL,
		 "the event that counts as using it"),
	CMPL_MAY_FLAG("if-late", cmpl_read_id, struct window_draft, if_late, NULL,
		      CMPL_CHANGES_IF_LATE, "what a later use is recorded as"),
	CMPL_MAY("duties", cmpl_read_list, struct window_draft, duties, NULL,
		 "a list of duties owed when it is used"),
	CMPL_MAY_FLAG("counting", cmpl_read_map, struct window_draft, counting, NULL,
		      CMPL_CHANGES_COUNTING,
		      "what is counted otherwise here than in the rest of the file"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a window", rows);
static const struct window_draft blank;

static void fill_opens(struct cmpl_load *load, const struct cmpl_node *node,
		       struct cmpl_window *window)
{
	struct opens_draft draft = { 0 };

	cmpl_read_mapping(&load->reader, node, &opens_fields, &draft, NULL);
	cmpl_load_need_key(load, node, NULL, "unless", "wait");
	cmpl_load_note_hours(load, node, draft.wait);
	window->wait = draft.wait;
	window->opens_after = cmpl_load_anchor(load, draft.after, false);
	window->opens_unless = cmpl_load_unless(load, draft.unless);
}

static void fill_closes(struct cmpl_load *load, const struct cmpl_node *node,
			struct cmpl_window *window)
{
	struct closes_draft draft = { 0 };

	cmpl_read_mapping(&load->reader, node, &closes_fields, &draft, NULL);
	cmpl_load_note_hours(load, node, draft.within);
	window->closes = draft.within;
	window->closes_after = cmpl_load_anchor(load, draft.after, false);
}

static void fill(struct cmpl_load *load, struct cmpl_window *window,
		 const struct window_draft *draft, uint32_t flags)
{
	if (flags & CMPL_CHANGES_WHEN)
		window->when = cmpl_load_condition(load, draft->when);
	if (flags & CMPL_CHANGES_UNLESS)
		window->unless = cmpl_load_unless(load, draft->unless);
	if (flags & CMPL_CHANGES_OPENS)
		fill_opens(load, draft->opens, window);
	if (flags & CMPL_CHANGES_CLOSES)
		fill_closes(load, draft->closes, window);
	if (flags & CMPL_CHANGES_IF_LATE)
		window->if_late = cmpl_load_name(load, draft->if_late, CMPL_RECORDS);
	if (flags & CMPL_CHANGES_COUNTING)
		window->counting = cmpl_load_counting(load, draft->counting);
}

static uint32_t make_variant(struct cmpl_load *load, const struct cmpl_variation *variation,
			     const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	const struct window_draft *draft = variation->draft;
	struct cmpl_window window = load->policy->windows[variation->index];

	fill(load, &window, draft, flags);
	if (flags & CMPL_CHANGES_STRENGTH)
		load->policy->readings[reading].strength = (uint8_t)draft->rule.strength;
	if (cmpl_load_key(load, node, NULL, "if-late"))
		cmpl_load_need_key(load, variation->node, node, "if-late", "closes");
	return cmpl_load_append(load, CMPL_ARRAY_window_variants, &window);
}

static void load_window(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct window_draft draft = { 0 }, scratch;
	struct cmpl_window window = { .when = CMPL_NONE,
				      .opens_after = CMPL_NONE,
				      .closes_after = CMPL_NONE,
				      .if_late = CMPL_NONE,
				      .counting = load->policy->counting };
	struct cmpl_variation variation = { &fields,   &blank,       &scratch, sizeof(scratch),
					    CMPL_NONE, make_variant, node };
	uint32_t index = cmpl_load_count(load, CMPL_ARRAY_windows), flags;

	cmpl_read_mapping(&load->reader, node, &fields, &draft, &flags);
	if (node->kind != CMPL_NODE_MAP)
		return;
	window.rule = cmpl_load_rule(load, node, CMPL_RULE_WINDOW, &fields, &draft.rule, CMPL_NONE);
	window.door = cmpl_load_name(load, draft.door, CMPL_DOORS);
	window.used_by = cmpl_load_name(load, draft.used_by, CMPL_EVENTS);
	fill(load, &window, &draft, flags);
	cmpl_load_need_key(load, node, NULL, "if-late", "closes");
	window.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_WINDOW, index, window.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_windows, &window);
	cmpl_load_set_index(load, window.rule, variation.index);
	cmpl_load_readings(load, window.rule, draft.rule.readings, &variation);
}

void cmpl_load_windows(struct cmpl_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child))
		load_window(load, child);
}
