/* SPDX-License-Identifier: MIT */
#include "tree/builder.h"

#include "base/text.h"

static struct cmpl_builder_level *innermost(const struct cmpl_builder *builder)
{
	return builder->depth > 0
		       ? (struct cmpl_builder_level *)&builder->levels[builder->depth - 1]
		       : NULL;
}

static bool stop_no_memory(struct cmpl_builder *builder)
{
	builder->form->no_memory = true;
	return false;
}

bool cmpl_builder_wants_key(const struct cmpl_builder *builder)
{
	const struct cmpl_builder_level *level = innermost(builder);

	return level && builder->tree->nodes[level->node].kind == CMPL_NODE_MAP && !level->has_key;
}

bool cmpl_builder_key(struct cmpl_builder *builder, struct cmpl_place place, const char *text,
		      size_t length)
{
	struct cmpl_builder_level *level = innermost(builder);

	if (length > CMPL_LIMIT_KEY) {
		cmpl_form_fault(builder->form, CMPL_CODE_KEY_TOO_LONG, place,
				"a key of %zu bytes, but %d are the most", length, CMPL_LIMIT_KEY);
		cmpl_diag_hint(builder->form->diags,
			       "is a \":\" in a text taken for the end of a key?"
			       " Put the text in double quotes");
		builder->whole = false;
		length = 0;
	}
	level->key = cmpl_tree_add_text(builder->tree, text, length);
	if (level->key == UINT32_MAX)
		return stop_no_memory(builder);
	level->key_length = (uint32_t)length;
	level->key_place = place;
	level->has_key = true;
	return true;
}

/* A node under the innermost list or mapping. UINT32_MAX: stop. */
static uint32_t add_node(struct cmpl_builder *builder, struct cmpl_place place)
{
	struct cmpl_builder_level *level = innermost(builder);
	struct cmpl_tree *tree = builder->tree;
	struct cmpl_node *node;
	uint32_t index;

	if (tree->node_count >= CMPL_LIMIT_NODES) {
		cmpl_form_fault(builder->form, CMPL_CODE_TOO_MANY_NODES, place,
				"the file has more than %d lists, mappings and values",
				CMPL_LIMIT_NODES);
		cmpl_diag_hint(builder->form->diags,
			       "a rule file is one policy; split the rest off");
		return UINT32_MAX;
	}
	if (level && tree->nodes[level->node].count >= CMPL_LIMIT_ENTRIES) {
		cmpl_form_fault(builder->form, CMPL_CODE_TOO_MANY_ENTRIES,
				level->has_key ? level->key_place : place,
				"a list or mapping has more than %d entries", CMPL_LIMIT_ENTRIES);
		cmpl_diag_hint(builder->form->diags,
			       "a rule file is one policy; split the rest off");
		return UINT32_MAX;
	}
	index = cmpl_tree_add_node(tree);
	if (index == UINT32_MAX) {
		stop_no_memory(builder);
		return UINT32_MAX;
	}
	node = &tree->nodes[index];
	node->line = place.line;
	node->column = place.column;
	if (level) {
		tree->nodes[level->node].count++;
		node->key = level->key;
		node->key_length = level->key_length;
		node->key_line = level->key_place.line;
		node->key_column = level->key_place.column;
		level->has_key = false;
	}
	return index;
}

bool cmpl_builder_scalar(struct cmpl_builder *builder, struct cmpl_place place, uint8_t style,
			 const char *text, size_t length)
{
	uint32_t index = add_node(builder, place), offset;

	if (index == UINT32_MAX)
		return false;
	if (length > CMPL_LIMIT_TEXT) {
		cmpl_form_fault(builder->form, CMPL_CODE_TEXT_TOO_LONG, place,
				"a value of %zu bytes, but %d are the most", length,
				CMPL_LIMIT_TEXT);
		cmpl_diag_hint(builder->form->diags, "say it in fewer words");
		builder->whole = false;
		length = 0;
	}
	cmpl_form_check_text(builder->form, place, text, length);
	offset = cmpl_tree_add_text(builder->tree, text, length);
	if (offset == UINT32_MAX)
		return stop_no_memory(builder);
	builder->tree->nodes[index].kind = CMPL_NODE_SCALAR;
	builder->tree->nodes[index].style = style;
	builder->tree->nodes[index].text = offset;
	builder->tree->nodes[index].length = (uint32_t)length;
	return true;
}

bool cmpl_builder_open(struct cmpl_builder *builder, struct cmpl_place place, uint8_t kind)
{
	uint32_t index;

	/* Before anything else: libyaml is quadratic in depth. */
	if (builder->depth == CMPL_LIMIT_DEPTH) {
		cmpl_form_fault(builder->form, CMPL_CODE_TOO_DEEP, place,
				"lists and mappings nest more than %d deep", CMPL_LIMIT_DEPTH);
		cmpl_diag_hint(builder->form->diags,
			       "no rule needs so many levels; write it flatter");
		return false;
	}
	index = add_node(builder, place);
	if (index == UINT32_MAX)
		return false;
	builder->tree->nodes[index].kind = kind;
	builder->levels[builder->depth] = (struct cmpl_builder_level){ .node = index };
	builder->depth++;
	return true;
}

void cmpl_builder_close(struct cmpl_builder *builder)
{
	struct cmpl_builder_level *level = innermost(builder);

	builder->tree->nodes[level->node].next = (uint32_t)builder->tree->node_count;
	builder->depth--;
}
