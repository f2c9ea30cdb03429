/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_REPORTER_H
#define COMPLAINT_TOOL_REPORTER_H

/* Faults and findings, for people and for programs. */

#include "tool.h"

/* --- source.c: the line that is meant, with a caret --------------------- */

/* The file that was looked into last; all zero at first. */
struct source {
	char *name, *text;
	size_t length;
};

void free_source(struct source *source);
/*
 * "  7 | title: x" and a caret below the column, cut to what fits. Nothing when the file cannot be
 * read or has no such line; no caret for column 0.
 */
void print_source_line(FILE *stream, struct source *source, const char *file, uint32_t line,
		       uint32_t column, const char *colour);

/* --- reporter.c ----------------------------------------------------------- */

enum { REPORT_TEXT, REPORT_JSON, REPORT_SARIF, REPORT_GITHUB };

/* One fault or finding; NULL and 0 for what it has not. */
struct reported {
	const char *file;
	uint32_t line, column;
	int32_t severity;
	const char *slug, *message, *hint;
	uint32_t related_line, related_column;
	const char *related;
	const char *because;  /* the file accepts it, and why */
	const char *scenario; /* a case that shows it */
};

struct totals {
	size_t files, errors, warnings, accepted;
	int trouble;
};

struct reporter {
	FILE *stream;
	int format, colour;
	size_t count;
	struct source source;
};

/* One of REPORT_*; -1: there is no such format. */
int report_format(const char *word);
/* The head of a document. */
void report_begin(struct reporter *reporter, FILE *stream, int format);
void report_one(struct reporter *reporter, const struct reported *reported);
void report_all(struct reporter *reporter, const struct complaint_diagnostics *diagnostics);
/* The end of a document. Frees what the reporter has. */
void report_end(struct reporter *reporter, const struct totals *totals);

/* --- report_json.c, report_sarif.c, report_github.c: one format each ------- */

/* In double quotes, as JSON has it; what is not UTF-8 becomes U+FFFD. */
void print_json_text(FILE *stream, const char *text);
/* ", "key": "text"" unless it is NULL. */
void print_json_member(FILE *stream, const char *key, const char *text);
/* "error", "warning" or "note". */
const char *severity_word(int32_t severity);

void json_begin(struct reporter *reporter);
void json_one(struct reporter *reporter, const struct reported *reported);
void json_end(struct reporter *reporter, const struct totals *totals);
void sarif_begin(struct reporter *reporter);
void sarif_one(struct reporter *reporter, const struct reported *reported);
void sarif_end(struct reporter *reporter, const struct totals *totals);
void github_one(struct reporter *reporter, const struct reported *reported);

#endif
