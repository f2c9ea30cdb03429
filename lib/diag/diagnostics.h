/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <complaint/diagnostics.h>

/* Codes, one a row of codes.def; public for ever by their slugs. */
enum cmpl_code {
#define CODE(name, slug, meaning) CMPL_CODE_##name,
#include "diag/codes.def"
#undef CODE
	CMPL_CODE_COUNT
};

struct cmpl_place {
	uint32_t line;   /* from 1; 0: the whole file */
	uint32_t column; /* from 1 */
};

/*
 * All of these take a NULL list; then nothing is kept nor counted, so whoever decides by
 * cmpl_diag_errors() makes a list of its own when the host gave none. `file` is copied once.
 * Messages follow printf; quote text of the file with cmpl_string_add_quoted() first.
 */
#if defined(__GNUC__)
__attribute__((format(printf, 6, 7)))
#endif
void cmpl_diag_add(struct complaint_diagnostics *diags, int32_t severity, enum cmpl_code code,
		   const char *file, struct cmpl_place place, const char *format, ...);
/* The hint of the diagnostic added last. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void cmpl_diag_hint(struct complaint_diagnostics *diags, const char *format, ...);

/*
 * Where the fault added last began, when that is elsewhere in the same file: to be called before
 * its hint. `message` is a literal, such as "the first stands here"; a place without line is none.
 */
void cmpl_diag_related(struct complaint_diagnostics *diags, struct cmpl_place place,
		       const char *message);

/*
 * Is there a list, and is the fault added last worth a search for a near name? No once a file has
 * hundreds: only 50 are shown, and a file made to be slow must be answered fast.
 */
bool cmpl_diag_wants_hint(const struct complaint_diagnostics *diags);

/*
 * Sort what has come for this file since it was last finished by place, cut at 50 (the gravest
 * stay) with a last `too-many-faults`. Called once a file, by whoever began to read it.
 */
void cmpl_diag_finish_file(struct complaint_diagnostics *diags, const char *file);
/* Errors added to this list so far (also those cut). */
size_t cmpl_diag_errors(const struct complaint_diagnostics *diags);
/* An append failed for want of memory: the load must answer COMPLAINT_ERR_NO_MEMORY. */
bool cmpl_diag_out_of_memory(const struct complaint_diagnostics *diags);
