/* SPDX-License-Identifier: MIT */
#pragma once

#include "tree/tree.h"

/*
 * YAML text into a tree, by libyaml's events, within the limits of the manual
 * (256 KiB, UTF-8, depth 32, 20,000 nodes, 4,096 entries, key 128 bytes, scalar
 * 16 KiB). All form faults of a file that can be told apart are reported in one
 * run: anchors, aliases, tags, merge keys, tabs, doubled keys, a second document.
 * COMPLAINT_ERR_INVALID_FILE: *ret_tree stays untouched, but for faults that leave
 * the tree whole (a doubled key, an anchor): then it is set as well, so that
 * the loader can go on and find the rest.
 */
complaint_status cmpl_yaml_read(const char *file, const char *bytes, size_t length,
				struct cmpl_tree **ret_tree, struct complaint_diagnostics *diags);
