/* SPDX-License-Identifier: MIT */
#pragma once

#include "load/load.h"

/*
 * What the two files that read conditions share: groups (condition_load.c) and tests
 * (tests_load.c).
 */

/* A term whose subtree is itself, for now. CMPL_NONE: out of memory. */
uint32_t cmpl_load_term(struct cmpl_load *load, struct cmpl_term term, struct cmpl_place place);
/* A key of a condition's mapping with what stands under it. */
bool cmpl_load_keyed(struct cmpl_load *load, const struct cmpl_node *child, int depth);
/* A bare name, which says yes. */
bool cmpl_load_bare(struct cmpl_load *load, const struct cmpl_node *node);
/* A name with a test under it. */
bool cmpl_load_test(struct cmpl_load *load, const struct cmpl_node *child);
