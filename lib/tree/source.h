/* SPDX-License-Identifier: MIT */
#pragma once

#include "diag/diagnostics.h"

/*
 * A whole regular file within a limit (checked by fstat and while reading). A
 * directory, a device, a missing or unreadable file is a diagnostic and
 * COMPLAINT_ERR_IO; one too large is `file-too-large` and COMPLAINT_ERR_INVALID_FILE.
 */
complaint_status cmpl_source_read(const char *path, size_t limit, char **ret_bytes, size_t *ret_length,
				  struct complaint_diagnostics *diags);

/*
 * "closures.ics" as named inside "rules/acme/2024-01/calendar.yaml": the path beside
 * it. Absolute names, "..", ".", empty parts, backslashes, and control characters are
 * refused (NULL): a rule file reaches nothing outside its folder.
 */
char *cmpl_source_beside(const char *path, const char *name, size_t length);
