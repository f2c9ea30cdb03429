/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>

/* How large an invented policy shall be. */
struct made_policy {
	size_t exclusions; /* each on a condition of its own */
	size_t stages;     /* each with one duty in working days */
	size_t duties;     /* more duties in each stage */
	size_t nested;     /* how deep the condition of each exclusion nests; 0: one leaf */
	size_t facts;      /* own facts to read, an even number */
};

/* Its text, NUL-terminated, to be freed; NULL: out of memory. */
char *made_policy_text(const struct made_policy *size, size_t *ret_length);
