/* SPDX-License-Identifier: MIT */
#pragma once

#include <yaml.h>

#include "tree/form.h"

/* Why libyaml gave up, in words that help the author, at the place to be mended. */
void cmpl_yaml_report(struct cmpl_form *form, const yaml_parser_t *parser);

struct cmpl_place cmpl_yaml_place(const yaml_mark_t *mark);
