/* SPDX-License-Identifier: MIT */
#pragma once

#include "tree/tree.h"

/* What YAML and JSON have in common: the checks of the bytes before, and of the keys after. */
struct cmpl_form {
	const char *file;
	const char *bytes; /* after a byte order mark at the start, which is dropped */
	size_t length;
	struct complaint_diagnostics *diags;
	size_t faults;
	bool no_memory;
};

#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void cmpl_form_fault(struct cmpl_form *form, enum cmpl_code code, struct cmpl_place place,
		     const char *format, ...);

/* Here or in the list of diagnostics, the last hint included. */
bool cmpl_form_no_memory(const struct cmpl_form *form);

/*
 * Size, emptiness, UTF-8, byte order marks, control characters; tabs too, where they are faults.
 * False: no parser should see these bytes. Faults that a parser survives (tabs) are reported with
 * true.
 */
bool cmpl_form_check_bytes(struct cmpl_form *form, bool refuse_tabs);

/* Each key that stands again in its mapping, in O(n log n). */
void cmpl_form_check_duplicates(struct cmpl_form *form, const struct cmpl_tree *tree);

/* A value's own control characters, which escapes can bring in; line feeds and tabs may stay. */
void cmpl_form_check_text(struct cmpl_form *form, struct cmpl_place place, const char *text,
			  size_t length);
