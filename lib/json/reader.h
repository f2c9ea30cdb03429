/* SPDX-License-Identifier: MIT */
#pragma once

#include "tree/tree.h"

/*
 * Strict RFC 8259 text into the same tree as YAML gives, within the same limits. Same contract as
 * cmpl_yaml_read().
 */
complaint_status cmpl_json_read(const char *file, const char *bytes, size_t length,
				struct cmpl_tree **ret_tree, struct complaint_diagnostics *diags);
