/* SPDX-License-Identifier: MIT */
/* Tiers of an extension: how far, on what condition, what it brings. */
#include "load/load.h"

struct tier_draft {
	struct cmpl_rule_draft rule;
	struct cmpl_limit up_to, in_all;
	const struct cmpl_node *needs, *duties, *otherwise;
};

static bool read_up_to(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_field *field, void *slot)
{
	if (!cmpl_read_up_to(reader, node, field, slot))
		return false;
	cmpl_load_note_hours(cmpl_load_of(reader), node, *(struct cmpl_limit *)slot);
	return true;
}

static bool read_in_all(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	if (!cmpl_read_duration(reader, node, field, slot))
		return false;
	cmpl_load_note_hours(cmpl_load_of(reader), node, *(struct cmpl_limit *)slot);
	return true;
}

static const struct cmpl_field rows[] = {
	CMPL_ID_ROW(struct tier_draft),
	CMPL_RULE_ROWS(struct tier_draft),
	CMPL_STRENGTH_ROW(struct tier_draft, CMPL_CHANGES_STRENGTH),
	CMPL_MAY_FLAG("up-to", read_up_to, struct tier_draft, up_to, NULL, CMPL_CHANGES_UP_TO,
		      "the time added, or no limit"),
	CMPL_MAY_FLAG("in-all", read_in_all, struct tier_draft, in_all, NULL, CMPL_CHANGES_IN_ALL,
		      "the time in all, from what the duty's limit runs from"),
	CMPL_MAY_FLAG("needs", cmpl_read_list, struct tier_draft, needs, NULL, CMPL_CHANGES_NEEDS,
		      "a list of conditions"),
	CMPL_MAY("duties", cmpl_read_list, struct tier_draft, duties, NULL,
		 "a list of duties that this tier brings"),
	CMPL_MAY("otherwise", cmpl_read_list, struct tier_draft, otherwise, NULL,
		 "a list of duties owed when some need is false"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a tier", rows);
static const struct tier_draft blank;

static void fill(struct cmpl_load *load, struct cmpl_tier *tier, const struct tier_draft *draft,
		 uint32_t flags)
{
	if (flags & CMPL_CHANGES_UP_TO) {
		tier->limit = draft->up_to;
		tier->in_all = 0;
	}
	if (flags & CMPL_CHANGES_IN_ALL) {
		tier->limit = draft->in_all;
		tier->in_all = 1;
	}
	if (flags & CMPL_CHANGES_NEEDS)
		tier->needs = cmpl_load_needs(load, draft->needs);
}

static uint32_t make_variant(struct cmpl_load *load, const struct cmpl_variation *variation,
			     const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	const struct tier_draft *draft = variation->draft;
	struct cmpl_tier tier = load->policy->tiers[variation->index];

	fill(load, &tier, draft, flags);
	if (flags & CMPL_CHANGES_STRENGTH)
		load->policy->readings[reading].strength = (uint8_t)draft->rule.strength;
	/* One of the two replaces the other; both in one reading say nothing. */
	cmpl_load_refuse_key(load, node, NULL, "in-all", "up-to");
	return cmpl_load_append(load, CMPL_ARRAY_tier_variants, &tier);
}

static void check_keys(struct cmpl_load *load, const struct cmpl_node *node)
{
	cmpl_load_refuse_key(load, node, NULL, "in-all", "up-to");
	if (!cmpl_load_key(load, node, NULL, "or-read-as")) /* a reading may bring the needs */
		cmpl_load_need_key(load, node, NULL, "otherwise", "needs");
	if (cmpl_load_key(load, node, NULL, "up-to") || cmpl_load_key(load, node, NULL, "in-all"))
		return;
	cmpl_fault(&load->reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(node),
		   "a tier lacks \"up-to\" or \"in-all\"");
	cmpl_hint(&load->reader, "add \"up-to:\", the time added, or \"in-all:\", the time in all");
}

static void load_tier(struct cmpl_load *load, const struct cmpl_node *node, uint32_t stage,
		      uint32_t owner)
{
	struct tier_draft draft = { 0 }, scratch;
	struct cmpl_tier tier = { .stage = stage };
	struct cmpl_variation variation = { &fields,   &blank,       &scratch, sizeof(scratch),
					    CMPL_NONE, make_variant, node };
	uint32_t index = cmpl_load_count(load, CMPL_ARRAY_tiers), flags;
	bool otherwise_first;

	cmpl_read_mapping(&load->reader, node, &fields, &draft, &flags);
	if (node->kind != CMPL_NODE_MAP)
		return;
	otherwise_first = draft.otherwise && draft.otherwise < draft.duties;
	tier.rule = cmpl_load_rule(load, node, CMPL_RULE_TIER, &fields, &draft.rule, owner);
	fill(load, &tier, &draft, flags);
	check_keys(load, node);
	if (otherwise_first)
		tier.otherwise = cmpl_load_duties(load, draft.otherwise, CMPL_IN_OTHERWISE, index,
						  tier.rule);
	tier.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_TIER, index, tier.rule);
	if (!otherwise_first)
		tier.otherwise = cmpl_load_duties(load, draft.otherwise, CMPL_IN_OTHERWISE, index,
						  tier.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_tiers, &tier);
	cmpl_load_set_index(load, tier.rule, variation.index);
	cmpl_load_readings(load, tier.rule, draft.rule.readings, &variation);
}

struct cmpl_range cmpl_load_tiers(struct cmpl_load *load, const struct cmpl_node *list,
				  uint32_t stage, uint32_t extension_rule)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_tiers), 0 };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child))
		load_tier(load, child, stage, extension_rule);
	range.count = cmpl_load_count(load, CMPL_ARRAY_tiers) - range.first;
	return range;
}
