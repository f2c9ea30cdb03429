/* SPDX-License-Identifier: MIT */
#pragma once

#include "calendar/builder.h"
#include "calendar/ics_scan.h"

/*
 * An .ics file, read and ready to close days. It says nothing about what it covers: that is taken
 * to be from 1 January of its first year to 31 December of the last in which it has a Christmas
 * Day, where it has one.
 */
struct cmpl_ics_file {
	const char *file;   /* for diagnostics; borrowed */
	const char *source; /* its own title, else its name; borrowed */
	struct cmpl_ics_scan scan;
	char **titles; /* one an event */
	bool has_span;
	cmpl_day first, last;
};

/*
 * What one load may cost, whatever its files say: days closed, and days looked at for recurrences.
 * All zero is a fresh one.
 */
enum { CMPL_ICS_CLOSURES_MAX = 20000, CMPL_ICS_LOOKED_AT_MAX = 400000 };

struct cmpl_ics_budget {
	size_t closures, looked_at;
};

/*
 * `source`: the name it has where it is listed. Faults carry `file`.
 * COMPLAINT_ERR_NOT_BUILT_IN without libical, with a diagnostic at the file.
 */
complaint_status cmpl_ics_open(const char *file, const char *source, const char *bytes,
			       size_t length, struct cmpl_ics_file *ret_ics,
			       struct complaint_diagnostics *diags);
void cmpl_ics_close(struct cmpl_ics_file *ics); /* all zero is fine */

/* Close the file's days that lie in the builder's span. */
complaint_status cmpl_ics_close_days(const struct cmpl_ics_file *ics,
				     struct cmpl_calendar_builder *builder,
				     struct cmpl_ics_budget *budget,
				     struct complaint_diagnostics *diags);

/* `ics-not-built-in`, and its status. */
complaint_status cmpl_ics_not_built_in(const char *file, struct cmpl_place place, const char *what,
				       struct complaint_diagnostics *diags);
