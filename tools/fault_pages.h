/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_FAULT_PAGES_H
#define COMPLAINT_TOOL_FAULT_PAGES_H

/* The pages of `complaint help NAME`, in order of their names. */

#include <stddef.h>

struct fault_page {
	const char *slug, *why, *wrong, *right;
};

extern const struct fault_page fault_pages[];
extern const size_t fault_page_count;

#endif
