/* SPDX-License-Identifier: MIT */
#pragma once

#include "diag/diagnostics.h"

/*
 * A whole regular file within a limit (checked by fstat and while reading). A
 * directory, a device, a missing or unreadable file is a diagnostic and
 * COMPLAINT_ERR_IO; one too large is `file-too-large` and COMPLAINT_ERR_INVALID_FILE.
 */
complaint_status cmpl_source_read(const char *path, size_t limit, char **ret_bytes,
				  size_t *ret_length, struct complaint_diagnostics *diags);

/*
 * Absolute names, "..", ".", empty parts, backslashes, colons and control characters are refused: a
 * rule file reaches nothing outside its folder.
 */
bool cmpl_source_stays_inside(const char *name, size_t length);

/*
 * "closures.ics" as named inside "rules/acme/2024-01/calendar.yaml": the path beside it. NULL: the
 * name does not stay inside, or no memory.
 */
char *cmpl_source_beside(const char *path, const char *name, size_t length);
