/* SPDX-License-Identifier: MIT */
/* The refusal, and the grounds for one. */
#include "load/load.h"

/* --- refusal ------------------------------------------------------------------ */

static const struct cmpl_word grounds_words[] = { { "closed", 0 }, { "open", 1 }, { NULL, 0 } };

struct refusal_draft {
	struct cmpl_rule_draft rule;
	int32_t grounds;
	const struct cmpl_node *duties;
};
static const struct cmpl_field refusal_rows[] = {
	CMPL_RULE_ROWS(struct refusal_draft),
	CMPL_MUST_FLAG("grounds", cmpl_read_word, struct refusal_draft, grounds, grounds_words,
		       CMPL_CHANGES_GROUNDS,
		       "closed when the list is complete, open when it is not"),
	CMPL_MAY("duties", cmpl_read_list, struct refusal_draft, duties, NULL,
		 "a list of duties owed on any refusal"),
};
static const struct cmpl_fields refusal_fields = CMPL_FIELDS("a refusal", refusal_rows);
static const struct refusal_draft blank_refusal;

static uint32_t make_refusal(struct cmpl_load *load, const struct cmpl_variation *variation,
			     const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	const struct refusal_draft *draft = variation->draft;
	struct cmpl_refusal refusal = load->policy->refusals[variation->index];

	(void)node;
	(void)reading;
	if (flags & CMPL_CHANGES_GROUNDS)
		refusal.open = (uint8_t)draft->grounds;
	return cmpl_load_append(load, CMPL_ARRAY_refusal_variants, &refusal);
}

void cmpl_load_refusal(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct refusal_draft draft = { 0 }, scratch;
	struct cmpl_refusal refusal = { 0 };
	struct cmpl_variation variation = {
		&refusal_fields, &blank_refusal, &scratch, sizeof(scratch),
		CMPL_NONE,       make_refusal,   node
	};

	if (!node)
		return;
	cmpl_read_mapping(&load->reader, node, &refusal_fields, &draft, NULL);
	if (node->kind != CMPL_NODE_MAP)
		return;
	refusal.rule = cmpl_load_rule(load, node, CMPL_RULE_REFUSAL, &refusal_fields, &draft.rule,
				      CMPL_NONE);
	refusal.open = (uint8_t)draft.grounds;
	refusal.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_REFUSAL, 0, refusal.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_refusals, &refusal);
	cmpl_load_set_index(load, refusal.rule, variation.index);
	cmpl_load_readings(load, refusal.rule, draft.rule.readings, &variation);
}

/* --- factors ------------------------------------------------------------------ */

static const struct cmpl_word favours_words[] = {
	{ "acceptance", COMPLAINT_FAVOURS_ACCEPTANCE },
	{ "refusal", COMPLAINT_FAVOURS_REFUSAL },
	{ NULL, 0 },
};

struct factor_draft {
	const struct cmpl_node *clause, *says, *when;
	int32_t favours;
};
static const struct cmpl_field factor_rows[] = {
	CMPL_MAY("clause", cmpl_read_clause, struct factor_draft, clause, NULL,
		 "the clause when it is not the rule's own, in double quotes"),
	CMPL_MUST("says", cmpl_read_text, struct factor_draft, says, NULL,
		  "the factor in plain words"),
	CMPL_MUST("when", cmpl_read_node, struct factor_draft, when, NULL,
		  "the condition under which it speaks"),
	CMPL_MUST("favours", cmpl_read_word, struct factor_draft, favours, favours_words,
		  "acceptance or refusal"),
};
static const struct cmpl_fields factor_fields = CMPL_FIELDS("a factor", factor_rows);

static struct cmpl_range load_factors(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_factors), 0 };
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child)) {
		struct factor_draft draft = { 0 };
		struct cmpl_factor factor = { 0 };

		cmpl_read_mapping(&load->reader, child, &factor_fields, &draft, NULL);
		factor.clause = cmpl_load_text(load, draft.clause);
		factor.says = cmpl_load_text(load, draft.says);
		factor.when = cmpl_load_condition(load, draft.when);
		factor.favours = (uint8_t)draft.favours;
		if (cmpl_load_append(load, CMPL_ARRAY_factors, &factor) != CMPL_NONE)
			range.count++;
	}
	return range;
}

/* --- exclusions --------------------------------------------------------------- */

static const struct cmpl_word effect_words[] = {
	{ "exclude", COMPLAINT_EFFECT_EXCLUDE },
	{ "normally-exclude", COMPLAINT_EFFECT_NORMALLY_EXCLUDE },
	{ "refer-for-decision", COMPLAINT_EFFECT_REFER_FOR_DECISION },
	{ "may-decline", COMPLAINT_EFFECT_MAY_DECLINE },
	{ NULL, 0 },
};

struct exclusion_draft {
	struct cmpl_rule_draft rule;
	int32_t tested_at, effect;
	const struct cmpl_node *when, *unless, *decided_by, *factors, *part, *refer_to, *treat_as,
		*duties, *counting;
};
static const struct cmpl_field exclusion_rows[] = {
	CMPL_ID_ROW(struct exclusion_draft),
	CMPL_RULE_ROWS(struct exclusion_draft),
	CMPL_MUST_FLAG("tested-at", cmpl_read_words, struct exclusion_draft, tested_at,
		       cmpl_moment_words, CMPL_CHANGES_TESTED_AT,
		       "a list of acceptance, escalation, additional-issue"),
	CMPL_MUST_FLAG("when", cmpl_read_node, struct exclusion_draft, when, NULL,
		       CMPL_CHANGES_WHEN, "the condition under which it applies"),
	CMPL_MAY_FLAG("unless", cmpl_read_list, struct exclusion_draft, unless, NULL,
		      CMPL_CHANGES_UNLESS, "a list of exceptions"),
	CMPL_MUST_FLAG("effect", cmpl_read_word, struct exclusion_draft, effect, effect_words,
		       CMPL_CHANGES_EFFECT,
		       "one of exclude, normally-exclude, refer-for-decision, may-decline"),
	CMPL_MAY("decided-by", cmpl_read_text, struct exclusion_draft, decided_by, NULL,
		 "the role that decides"),
	CMPL_MAY("factors", cmpl_read_list, struct exclusion_draft, factors, NULL,
		 "a list of what steers the person who decides"),
	CMPL_MAY_FLAG("part", cmpl_read_text, struct exclusion_draft, part, NULL, CMPL_CHANGES_PART,
		      "the part of the complaint it takes"),
	CMPL_MAY_FLAG("refer-to", cmpl_read_text, struct exclusion_draft, refer_to, NULL,
		      CMPL_CHANGES_REFER_TO, "the place where the resident is sent instead"),
	CMPL_MAY_FLAG("treat-as", cmpl_read_id, struct exclusion_draft, treat_as, NULL,
		      CMPL_CHANGES_TREAT_AS, "the record it is put down as instead"),
	CMPL_MAY("duties", cmpl_read_list, struct exclusion_draft, duties, NULL,
		 "a list of duties owed beside those of the refusal"),
	CMPL_MAY_FLAG("counting", cmpl_read_map, struct exclusion_draft, counting, NULL,
		      CMPL_CHANGES_COUNTING,
		      "what is counted otherwise here than in the rest of the file"),
};
static const struct cmpl_fields exclusion_fields = CMPL_FIELDS("an exclusion", exclusion_rows);
static const struct exclusion_draft blank_exclusion;

static void fill(struct cmpl_load *load, struct cmpl_exclusion *exclusion,
		 const struct exclusion_draft *draft, uint32_t flags)
{
	if (flags & CMPL_CHANGES_TESTED_AT)
		exclusion->tested_at = (uint8_t)draft->tested_at;
	if (flags & CMPL_CHANGES_WHEN)
		exclusion->when = cmpl_load_condition(load, draft->when);
	if (flags & CMPL_CHANGES_UNLESS)
		exclusion->unless = cmpl_load_unless(load, draft->unless);
	if (flags & CMPL_CHANGES_EFFECT)
		exclusion->effect = (uint8_t)draft->effect;
	if (flags & CMPL_CHANGES_PART)
		exclusion->part = cmpl_load_text(load, draft->part);
	if (flags & CMPL_CHANGES_REFER_TO)
		exclusion->refer_to = cmpl_load_text(load, draft->refer_to);
	if (flags & CMPL_CHANGES_TREAT_AS)
		exclusion->treat_as = cmpl_load_name(load, draft->treat_as, CMPL_RECORDS);
	if (flags & CMPL_CHANGES_COUNTING)
		exclusion->counting = cmpl_load_counting(load, draft->counting);
}

static uint32_t make_exclusion(struct cmpl_load *load, const struct cmpl_variation *variation,
			       const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	struct cmpl_exclusion exclusion = load->policy->exclusions[variation->index];

	(void)node;
	(void)reading;
	fill(load, &exclusion, variation->draft, flags);
	return cmpl_load_append(load, CMPL_ARRAY_exclusion_variants, &exclusion);
}

/* Is a person to decide, by the file's choice or by a reading of it? */
static bool is_referred(const struct cmpl_load *load, const struct cmpl_exclusion *exclusion)
{
	const struct complaint_policy *policy = load->policy;
	const struct cmpl_range readings = policy->rules[exclusion->rule].readings;

	if (exclusion->effect == COMPLAINT_EFFECT_REFER_FOR_DECISION)
		return true;
	for (uint32_t i = 0; i < readings.count; i++) {
		uint32_t variant = policy->readings[readings.first + i].variant;

		if (variant != CMPL_NONE && policy->exclusion_variants[variant].effect ==
						    COMPLAINT_EFFECT_REFER_FOR_DECISION)
			return true;
	}
	return false;
}

static void check_decided_by(struct cmpl_load *load, const struct cmpl_node *node,
			     const struct cmpl_exclusion *exclusion)
{
	const struct cmpl_node *decided_by = cmpl_load_key(load, node, NULL, "decided-by");
	struct cmpl_reader *reader = &load->reader;

	if (exclusion->rule == CMPL_NONE || !exclusion->effect)
		return;
	if (is_referred(load, exclusion) && !decided_by) {
		cmpl_fault(reader, CMPL_CODE_COMPANION_MISSING, cmpl_node_place(node),
			   "the effect \"refer-for-decision\" needs \"decided-by\"");
		cmpl_hint(reader, "add \"decided-by:\", the role that decides");
	} else if (!is_referred(load, exclusion) && decided_by) {
		cmpl_fault(reader, CMPL_CODE_KEYS_INCOMPATIBLE, cmpl_node_key_place(decided_by),
			   "\"decided-by\" stands with the effect \"refer-for-decision\" only");
		cmpl_hint(reader,
			  "leave \"decided-by\" out, or write \"effect: refer-for-decision\"");
	}
}

static void load_exclusion(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct exclusion_draft draft = { 0 }, scratch;
	struct cmpl_exclusion exclusion = { .when = CMPL_NONE,
					    .treat_as = CMPL_NONE,
					    .counting = load->policy->counting };
	struct cmpl_variation variation = {
		&exclusion_fields, &blank_exclusion, &scratch, sizeof(scratch),
		CMPL_NONE,         make_exclusion,   node
	};
	uint32_t index = cmpl_load_count(load, CMPL_ARRAY_exclusions), flags;

	cmpl_read_mapping(&load->reader, node, &exclusion_fields, &draft, &flags);
	if (node->kind != CMPL_NODE_MAP)
		return;
	exclusion.rule = cmpl_load_rule(load, node, CMPL_RULE_EXCLUSION, &exclusion_fields,
					&draft.rule, CMPL_NONE);
	exclusion.decided_by = cmpl_load_text(load, draft.decided_by);
	fill(load, &exclusion, &draft, flags);
	exclusion.factors = load_factors(load, draft.factors);
	exclusion.duties =
		cmpl_load_duties(load, draft.duties, CMPL_IN_EXCLUSION, index, exclusion.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_exclusions, &exclusion);
	cmpl_load_set_index(load, exclusion.rule, variation.index);
	cmpl_load_readings(load, exclusion.rule, draft.rule.readings, &variation);
	check_decided_by(load, node, &exclusion);
}

void cmpl_load_exclusions(struct cmpl_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child))
		load_exclusion(load, child);
}
