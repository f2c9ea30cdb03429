/* SPDX-License-Identifier: MIT */
#pragma once

#include "tree/form.h"
#include "tree/limits.h"

/*
 * Puts what a parser finds, in the order it finds it, into a tree, and keeps the limits. In a
 * mapping the key comes first. All return false when reading must stop: a limit that cannot be
 * passed by, or no memory (form->no_memory).
 */
struct cmpl_builder_level {
	uint32_t node;
	uint32_t key, key_length;
	struct cmpl_place key_place;
	bool has_key; /* of a mapping: its key has come, its value has not */
};

struct cmpl_builder {
	struct cmpl_form *form;
	struct cmpl_tree *tree;
	struct cmpl_builder_level levels[CMPL_LIMIT_DEPTH];
	size_t depth;
	bool whole; /* what was read is all in the tree */
};

bool cmpl_builder_wants_key(const struct cmpl_builder *builder);
bool cmpl_builder_key(struct cmpl_builder *builder, struct cmpl_place place, const char *text,
		      size_t length);
bool cmpl_builder_scalar(struct cmpl_builder *builder, struct cmpl_place place, uint8_t style,
			 const char *text, size_t length);
bool cmpl_builder_open(struct cmpl_builder *builder, struct cmpl_place place, uint8_t kind);
void cmpl_builder_close(struct cmpl_builder *builder);
