/* SPDX-License-Identifier: MIT */
#pragma once

#include "diag/diagnostics.h"

/* What complaint_diagnostics is inside; for diag/ only. */
struct cmpl_diagnostic {
	int32_t severity;
	enum cmpl_code code;
	struct cmpl_place place;
	size_t file;  /* index into the list's files: they stand grouped, in order of their first
			 fault */
	size_t batch; /* which cmpl_diag_finish_file() closed it; SIZE_MAX while none has */
	size_t order; /* of arrival, so that a sort by place is stable */
	bool last;    /* "... more not listed" */
	char *message;
	char *hint;                  /* may be NULL */
	struct cmpl_place related;   /* line 0: none */
	const char *related_message; /* a literal */
	char *text;                  /* as a person reads it */
};

/* The counters are of one load of the file; finishing it sets them back. */
struct cmpl_diagnosed_file {
	char *name;
	size_t unfinished;
	size_t dropped, dropped_errors;
};

struct complaint_diagnostics {
	struct cmpl_diagnostic *items;
	size_t count, capacity;
	struct cmpl_diagnosed_file *files;
	size_t file_count, file_capacity;
	size_t batches;
	size_t errors;   /* ever added, also those cut or dropped */
	size_t arrivals; /* the same for all severities */
	bool accepts_hint;
	bool out_of_memory;
};

void cmpl_diagnostic_clear(struct cmpl_diagnostic *item);
/* Put an item at the end; takes its message. False: out of memory, which is noted. */
bool cmpl_diag_append(struct complaint_diagnostics *diags, struct cmpl_diagnostic item);
