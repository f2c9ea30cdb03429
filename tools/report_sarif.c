/* SPDX-License-Identifier: MIT */
/* Faults as SARIF 2.1.0, the form in which code scanning services take them. */
#include "reporter.h"

#include <string.h>

static void print_rules(FILE *stream)
{
	size_t count = complaint_diagnostics_kind_count();

	for (size_t i = 0; i < count; i++) {
		fprintf(stream,
			"%s\n          { \"id\": \"%s\", \"shortDescription\": { \"text\": ",
			i > 0 ? "," : "", complaint_diagnostics_kind_slug(i));
		print_json_text(stream, complaint_diagnostics_kind_meaning(i));
		fputs(" } }", stream);
	}
}

void sarif_begin(struct reporter *reporter)
{
	FILE *stream = reporter->stream;

	fprintf(stream,
		"{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
		"  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n"
		"      \"tool\": {\n        \"driver\": { \"name\": \"complaint\", "
		"\"version\": \"%s\", \"rules\": [",
		complaint_version_text());
	print_rules(stream);
	fputs("\n        ] }\n      },\n      \"columnKind\": \"unicodeCodePoints\",\n"
	      "      \"results\": [",
	      stream);
}

/* A path as the path of a URI: unreserved characters and strokes stay. */
static void print_uri(FILE *stream, const char *path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-._~/";

	fprintf(stream, "\"%s", path[0] == '/' ? "file://" : "");
	for (const char *at = path; *at; at++) {
		if (strchr(plain, *at))
			fputc(*at, stream);
		else
			fprintf(stream, "%%%02X", (unsigned)(unsigned char)*at);
	}
	fputc('"', stream);
}

static void print_location(FILE *stream, const char *file, uint32_t line, uint32_t column)
{
	fputs("\"physicalLocation\": { \"artifactLocation\": { \"uri\": ", stream);
	print_uri(stream, file);
	fputs(" }", stream);
	if (line > 0) {
		fprintf(stream, ", \"region\": { \"startLine\": %lu", (unsigned long)line);
		if (column > 0)
			fprintf(stream, ", \"startColumn\": %lu", (unsigned long)column);
		fputs(" }", stream);
	}
	fputs(" }", stream);
}

static void print_message(FILE *stream, const struct reported *reported)
{
	char text[4096];

	snprintf(text, sizeof(text), "%s%s%s", reported->message, reported->hint ? "\n" : "",
		 reported->hint ? reported->hint : "");
	fputs(", \"message\": { \"text\": ", stream);
	print_json_text(stream, text);
	fputs(" }", stream);
}

static size_t kind_of_slug(const char *slug)
{
	size_t count = complaint_diagnostics_kind_count(), kind = 0;

	while (kind < count && strcmp(complaint_diagnostics_kind_slug(kind), slug) != 0)
		kind++;
	return kind;
}

void sarif_one(struct reporter *reporter, const struct reported *reported)
{
	FILE *stream = reporter->stream;

	fprintf(stream, "%s\n        { \"ruleId\": \"%s\", \"ruleIndex\": %zu, \"level\": \"%s\"",
		reporter->count > 0 ? "," : "", reported->slug, kind_of_slug(reported->slug),
		severity_word(reported->severity));
	print_message(stream, reported);
	fputs(", \"locations\": [ { ", stream);
	print_location(stream, reported->file, reported->line, reported->column);
	fputs(" } ]", stream);
	if (reported->related) {
		fputs(", \"relatedLocations\": [ { \"id\": 1, ", stream);
		print_location(stream, reported->file, reported->related_line,
			       reported->related_column);
		fputs(", \"message\": { \"text\": ", stream);
		print_json_text(stream, reported->related);
		fputs(" } } ]", stream);
	}
	if (reported->because) {
		fputs(", \"suppressions\": [ { \"kind\": \"inSource\", \"justification\": ",
		      stream);
		print_json_text(stream, reported->because);
		fputs(" } ]", stream);
	}
	fputs(" }", stream);
}

void sarif_end(struct reporter *reporter, const struct totals *totals)
{
	fprintf(reporter->stream,
		"%s],\n      \"invocations\": [ { \"executionSuccessful\": %s } ]\n    }\n  ]\n}\n",
		reporter->count > 0 ? "\n      " : "", totals->trouble ? "false" : "true");
}
