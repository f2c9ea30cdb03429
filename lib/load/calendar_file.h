/* SPDX-License-Identifier: MIT */
#pragma once

#include "calendar/builder.h"
#include "calendar/ics_file.h"
#include "load/fields.h"

/* What the files that load a calendar share. */

/* Where a calendar file comes from, and so what it may name. */
struct cmpl_calendar_origin {
	const char *path; /* NULL: from memory */
	const struct complaint_text *texts;
	size_t text_count;
};

struct cmpl_calendar_load {
	struct cmpl_reader reader; /* first, so that a row's reader finds its load */
	const struct cmpl_calendar_origin *origin;
	struct cmpl_calendar_builder builder;
	struct cmpl_ics_budget budget;
	cmpl_day covers_last; /* `covers`, without what is projected */
	bool projects;        /* `project-until` reaches to the end of `covers`, or beyond */
	const char *source;   /* what the file's own days are said to come from */
	const struct cmpl_node *covers, *project;
	/* What ends where the calendar does; empty: nothing but the file itself. */
	struct cmpl_string first_source, last_source;
	bool not_built_in;
};

/* A file or text that a calendar file or a policy names. */
struct cmpl_named_file {
	char *path;        /* as diagnostics name it; to be freed */
	char *owned;       /* its bytes when they were read; to be freed */
	const char *bytes; /* its bytes */
	size_t length;
};

/* Texts first, then files beside. COMPLAINT_ERR_NOT_FOUND, with nothing reported: there is none. */
complaint_status cmpl_calendar_open_named(const struct cmpl_calendar_origin *origin,
					  const char *name, size_t length,
					  struct cmpl_named_file *ret_file,
					  struct complaint_diagnostics *diags);
void cmpl_calendar_close_named(struct cmpl_named_file *file);
/* "office" of "rules/acme/office.yaml". */
const char *cmpl_calendar_stem(const char *file, size_t *ret_length);
/* Does a name end so? */
bool cmpl_calendar_name_ends(const char *name, size_t length, const char *ending);
/* "did you mean", for a name that is no calendar: bundled names and the texts. */
void cmpl_calendar_suggest(struct cmpl_suggest *suggest, const struct cmpl_calendar_origin *origin);

/* The text of a file of kind calendar. */
complaint_status cmpl_calendar_read_file(const char *file, const char *bytes, size_t length,
					 const struct cmpl_calendar_origin *origin,
					 struct complaint_calendar **ret_calendar,
					 struct complaint_diagnostics *diags);

/* calendar_sources.c: the list under `holidays`. `combine` as in the ABI. */
void cmpl_calendar_load_holidays(struct cmpl_calendar_load *load, const struct cmpl_node *list,
				 int32_t combine);
/* calendar_days.c: `closures`, `recurring`, `extra-working-days`; NULL is none. */
void cmpl_calendar_load_closures(struct cmpl_calendar_load *load, const struct cmpl_node *list);
void cmpl_calendar_load_recurring(struct cmpl_calendar_load *load, const struct cmpl_node *list);
void cmpl_calendar_load_extra(struct cmpl_calendar_load *load, const struct cmpl_node *list);

static inline struct cmpl_calendar_load *cmpl_calendar_load_of(struct cmpl_reader *reader)
{
	return (struct cmpl_calendar_load *)reader;
}
