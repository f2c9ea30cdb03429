/* SPDX-License-Identifier: MIT */
#pragma once

#include <yaml.h>

#include "tree/form.h"

/* The last text in quotes that goes over several lines: an unclosed quote ends at the next one. */
struct cmpl_quoted {
	struct cmpl_place begins; /* line 0: there was none */
	uint32_t last_line;
};

/* Why libyaml gave up, in words that help the author, at the place to be mended. */
void cmpl_yaml_report(struct cmpl_form *form, const yaml_parser_t *parser,
		      const struct cmpl_quoted *last);

struct cmpl_place cmpl_yaml_place(const yaml_mark_t *mark);
