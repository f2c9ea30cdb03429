/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/scenarios.h>

#include "load/case_load.h"

struct cmpl_scenario {
	const struct cmpl_node *name, *expect; /* of the tree */
	struct complaint_case *given;
	uint32_t line;
};

struct complaint_scenarios {
	struct cmpl_tree *tree;
	const char *policy; /* of the tree */
	struct cmpl_scenario *items;
	size_t count;
};

/* expect_load.c: check one scenario's `expect`; `map` is the scenario. */
void cmpl_check_expectation(struct cmpl_case_load *load, const struct cmpl_node *map,
			    const struct cmpl_node *expect);
