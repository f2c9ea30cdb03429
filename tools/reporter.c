/* SPDX-License-Identifier: MIT */
/* Faults and findings as text for people; which format is wanted. */
#include "reporter.h"

#include <string.h>

static const char *const formats[] = { "text", "json", "sarif", "github" };

int report_format(const char *word)
{
	for (int i = 0; i < (int)(sizeof(formats) / sizeof(formats[0])); i++)
		if (strcmp(formats[i], word) == 0)
			return i;
	return -1;
}

const char *severity_word(int32_t severity)
{
	switch (severity) {
	case COMPLAINT_SEVERITY_ERROR: return "error";
	case COMPLAINT_SEVERITY_WARNING: return "warning";
	default: return "note";
	}
}

static const char *severity_colour(int32_t severity)
{
	switch (severity) {
	case COMPLAINT_SEVERITY_ERROR: return "\033[1;31m";
	case COMPLAINT_SEVERITY_WARNING: return "\033[1;33m";
	default: return "\033[1;36m";
	}
}

void report_begin(struct reporter *reporter, FILE *stream, int format)
{
	*reporter = (struct reporter){ .stream = stream, .format = format };
	reporter->colour = format == REPORT_TEXT && wants_colour(stream);
	if (format == REPORT_JSON)
		json_begin(reporter);
	if (format == REPORT_SARIF)
		sarif_begin(reporter);
}

/* --- text -------------------------------------------------------------------- */

static void print_place(FILE *stream, const char *file, uint32_t line, uint32_t column)
{
	print_name(stream, file);
	if (line > 0)
		fprintf(stream, ":%lu", (unsigned long)line);
	if (line > 0 && column > 0)
		fprintf(stream, ":%lu", (unsigned long)column);
	fputs(": ", stream);
}

static void print_noted(FILE *stream, const char *head, const char *text)
{
	if (!text)
		return;
	fputs(head, stream);
	print_name(stream, text);
	fputc('\n', stream);
}

/* A scenario as it is to be pasted, a little further in. */
static void print_scenario(FILE *stream, const char *scenario)
{
	fputs("  scenario:\n  ", stream);
	for (const char *at = scenario; *at; at++) {
		char piece[2] = { *at, '\0' };

		fputs(piece, stream);
		if (*at == '\n' && at[1])
			fputs("  ", stream);
	}
}

static void text_one(struct reporter *reporter, const struct reported *reported)
{
	const char *colour = reporter->colour ? severity_colour(reported->severity) : "";
	FILE *stream = reporter->stream;

	print_place(stream, reported->file, reported->line, reported->column);
	fprintf(stream, "%s%s%s: ", colour,
		reported->because ? "accepted" : severity_word(reported->severity),
		*colour ? "\033[0m" : "");
	print_name(stream, reported->message);
	fprintf(stream, " [%s]\n", reported->slug);
	print_source_line(stream, &reporter->source, reported->file, reported->line,
			  reported->column, colour);
	if (reported->because) {
		print_noted(stream, "  because: ", reported->because);
		return;
	}
	print_noted(stream, "  hint: ", reported->hint);
	if (reported->related) {
		fputs("  ", stream);
		print_place(stream, reported->file, reported->related_line,
			    reported->related_column);
		fprintf(stream, "%s\n", reported->related);
		print_source_line(stream, &reporter->source, reported->file, reported->related_line,
				  reported->related_column,
				  reporter->colour ? severity_colour(0) : "");
	}
	if (reported->scenario)
		print_scenario(stream, reported->scenario);
}

/* --- any ---------------------------------------------------------------------- */

void report_one(struct reporter *reporter, const struct reported *reported)
{
	switch (reporter->format) {
	case REPORT_JSON: json_one(reporter, reported); break;
	case REPORT_SARIF: sarif_one(reporter, reported); break;
	case REPORT_GITHUB: github_one(reporter, reported); break;
	default: text_one(reporter, reported); break;
	}
	reporter->count++;
}

void report_all(struct reporter *reporter, const struct complaint_diagnostics *diagnostics)
{
	for (size_t i = 0; i < complaint_diagnostics_count(diagnostics); i++) {
		const struct reported reported = {
			.file = complaint_diagnostics_get_file(diagnostics, i),
			.line = complaint_diagnostics_get_line(diagnostics, i),
			.column = complaint_diagnostics_get_column(diagnostics, i),
			.severity = complaint_diagnostics_get_severity(diagnostics, i),
			.slug = complaint_diagnostics_get_slug(diagnostics, i),
			.message = complaint_diagnostics_get_message(diagnostics, i),
			.hint = complaint_diagnostics_get_hint(diagnostics, i),
			.related_line = complaint_diagnostics_get_related_line(diagnostics, i),
			.related_column = complaint_diagnostics_get_related_column(diagnostics, i),
			.related = complaint_diagnostics_get_related_message(diagnostics, i),
		};

		report_one(reporter, &reported);
	}
}

void report_end(struct reporter *reporter, const struct totals *totals)
{
	if (reporter->format == REPORT_JSON)
		json_end(reporter, totals);
	if (reporter->format == REPORT_SARIF)
		sarif_end(reporter, totals);
	free_source(&reporter->source);
}

void print_diagnostics(FILE *stream, const struct complaint_diagnostics *diagnostics)
{
	struct reporter reporter;

	if (stream == stderr)
		fflush(stdout);
	report_begin(&reporter, stream, REPORT_TEXT);
	report_all(&reporter, diagnostics);
	report_end(&reporter, NULL);
}
