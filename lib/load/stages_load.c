/* SPDX-License-Identifier: MIT */
/* Stages and their extensions. */
#include "load/load.h"

/* --- extension ---------------------------------------------------------------- */

static const struct cmpl_word earlier_words[] = { { "count", 1 },
						  { "do-not-count", 0 },
						  { NULL, 0 } };

struct extension_draft {
	struct cmpl_rule_draft rule;
	const struct cmpl_node *of, *tiers, *duties;
	int32_t earlier_count;
};
static const struct cmpl_field extension_rows[] = {
	CMPL_MUST("of", cmpl_read_id, struct extension_draft, of, NULL,
		  "the id of the duty whose limit it extends"),
	CMPL_MUST_FLAG("tiers", cmpl_read_list, struct extension_draft, tiers, NULL,
		       CMPL_CHANGES_TIERS, "a list of tiers, the narrowest first"),
	CMPL_MAY_FLAG("earlier-extensions", cmpl_read_word, struct extension_draft, earlier_count,
		      earlier_words, CMPL_CHANGES_EARLIER_EXTENSIONS, "count or do-not-count"),
	CMPL_MAY("or-read-as", cmpl_read_list, struct extension_draft, rule.readings, NULL,
		 "the other readings that can be computed"),
	CMPL_MAY("duties", cmpl_read_list, struct extension_draft, duties, NULL,
		 "a list of duties owed with every extension"),
};
static const struct cmpl_fields extension_fields = CMPL_FIELDS("an extension", extension_rows);
static const struct extension_draft blank_extension;

static uint32_t make_extension(struct cmpl_load *load, const struct cmpl_variation *variation,
			       const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	const struct extension_draft *draft = variation->draft;
	struct cmpl_extension extension = load->policy->extensions[variation->index];

	(void)node;
	(void)reading;
	if (flags & CMPL_CHANGES_EARLIER_EXTENSIONS)
		extension.earlier_count = (uint8_t)draft->earlier_count;
	if (flags & CMPL_CHANGES_TIERS) {
		/* Extensions are read within their stage, which is the next one to be made. */
		uint32_t stage = cmpl_load_count(load, CMPL_ARRAY_stages);

		extension.tiers = cmpl_load_tiers(load, draft->tiers, stage, extension.rule);
	}
	return cmpl_load_append(load, CMPL_ARRAY_extension_variants, &extension);
}

static uint32_t load_extension(struct cmpl_load *load, const struct cmpl_node *node, uint32_t stage,
			       uint32_t stage_rule)
{
	struct extension_draft draft = { .earlier_count = 1 }, scratch;
	struct cmpl_extension extension = { .of = CMPL_NONE };
	struct cmpl_variation variation = {
		&extension_fields, &blank_extension, &scratch, sizeof(scratch),
		CMPL_NONE,         make_extension,   node
	};

	cmpl_read_mapping(&load->reader, node, &extension_fields, &draft, NULL);
	extension.rule = cmpl_load_rule(load, node, CMPL_RULE_EXTENSION, &extension_fields,
					&draft.rule, stage_rule);
	/* The node, until all duties are known (references.c). */
	if (draft.of)
		extension.of = (uint32_t)(draft.of - load->reader.tree->nodes);
	extension.earlier_count = (uint8_t)draft.earlier_count;

	/* In the order of the file, so that duties stand in it too. */
	if (draft.duties && draft.duties < draft.tiers)
		extension.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_EXTENSION, stage,
						    extension.rule);
	extension.tiers = cmpl_load_tiers(load, draft.tiers, stage, extension.rule);
	if (draft.duties && draft.duties >= draft.tiers)
		extension.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_EXTENSION, stage,
						    extension.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_extensions, &extension);
	cmpl_load_set_index(load, extension.rule, variation.index);
	cmpl_load_readings(load, extension.rule, draft.rule.readings, &variation);
	return variation.index;
}

/* --- stage -------------------------------------------------------------------- */

struct stage_draft {
	struct cmpl_rule_draft rule;
	const struct cmpl_node *starts, *ends, *duties, *extension;
};
static const struct cmpl_field stage_rows[] = {
	CMPL_ID_ROW(struct stage_draft),
	CMPL_RULE_ROWS(struct stage_draft),
	CMPL_MUST_FLAG("starts", cmpl_read_node, struct stage_draft, starts, NULL,
		       CMPL_CHANGES_STARTS, "the event from which the case is in this stage"),
	CMPL_MUST_FLAG("ends", cmpl_read_id, struct stage_draft, ends, NULL, CMPL_CHANGES_ENDS,
		       "the event until which it is"),
	CMPL_MUST("duties", cmpl_read_list, struct stage_draft, duties, NULL,
		  "a list of what is owed in this stage"),
	CMPL_MAY("extension", cmpl_read_map, struct stage_draft, extension, NULL,
		 "the duty whose limit may be extended, and the tiers"),
};
static const struct cmpl_fields stage_fields = CMPL_FIELDS("a stage", stage_rows);
static const struct stage_draft blank_stage;

static void fill(struct cmpl_load *load, struct cmpl_stage *stage, const struct stage_draft *draft,
		 uint32_t flags)
{
	if (flags & CMPL_CHANGES_STARTS)
		stage->starts = cmpl_load_anchor(load, draft->starts, false);
	if (flags & CMPL_CHANGES_ENDS)
		stage->ends = cmpl_load_name(load, draft->ends, CMPL_EVENTS);
}

static uint32_t make_stage(struct cmpl_load *load, const struct cmpl_variation *variation,
			   const struct cmpl_node *node, uint32_t flags, uint32_t reading)
{
	struct cmpl_stage stage = load->policy->stages[variation->index];

	(void)node;
	(void)reading;
	fill(load, &stage, variation->draft, flags);
	return cmpl_load_append(load, CMPL_ARRAY_stage_variants, &stage);
}

static void load_stage(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct stage_draft draft = { 0 }, scratch;
	struct cmpl_stage stage = { .starts = CMPL_NONE,
				    .ends = CMPL_NONE,
				    .extension = CMPL_NONE };
	struct cmpl_variation variation = { &stage_fields, &blank_stage, &scratch, sizeof(scratch),
					    CMPL_NONE,     make_stage,   node };
	uint32_t index = cmpl_load_count(load, CMPL_ARRAY_stages), flags;
	bool extension_first;

	cmpl_read_mapping(&load->reader, node, &stage_fields, &draft, &flags);
	if (node->kind != CMPL_NODE_MAP)
		return;
	extension_first = draft.extension && draft.extension < draft.duties;
	stage.rule =
		cmpl_load_rule(load, node, CMPL_RULE_STAGE, &stage_fields, &draft.rule, CMPL_NONE);
	fill(load, &stage, &draft, flags);
	if (extension_first)
		stage.extension = load_extension(load, draft.extension, index, stage.rule);
	stage.duties = cmpl_load_duties(load, draft.duties, CMPL_IN_STAGE, index, stage.rule);
	if (draft.extension && !extension_first)
		stage.extension = load_extension(load, draft.extension, index, stage.rule);
	variation.index = cmpl_load_append(load, CMPL_ARRAY_stages, &stage);
	cmpl_load_set_index(load, stage.rule, variation.index);
	cmpl_load_readings(load, stage.rule, draft.rule.readings, &variation);
}

void cmpl_load_stages(struct cmpl_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;

	for (child = list ? cmpl_node_first(tree, list) : NULL; child;
	     child = cmpl_node_next(tree, list, child))
		load_stage(load, child);
}
