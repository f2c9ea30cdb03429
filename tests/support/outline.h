/* SPDX-License-Identifier: MIT */
#pragma once

#include "tree/tree.h"

typedef complaint_status (*test_reader)(const char *file, const char *bytes, size_t length,
					struct cmpl_tree **ret_tree,
					struct complaint_diagnostics *diags);

/*
 * Read a sound text and compare the tree, a line a node: place, key@place, kind, what is in it:
 *
 *	1:1 map 1
 *	1:4 a@1:1 plain "b"
 */
void test_outline(test_reader read, const char *text, const char *want);
