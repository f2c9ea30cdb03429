/* SPDX-License-Identifier: MIT */
/* Faults as one JSON document: docs/schema/diagnostics.schema.json. */
#include "reporter.h"

void print_json_text(FILE *stream, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned long character = 0;

	fputc('"', stream);
	while (*at) {
		size_t length = character_at(at, &character);

		/* Surrogates are no characters, though their bytes look like some. */
		if (length == 0 || (character >= 0xd800 && character < 0xe000))
			fputs("\\ufffd", stream);
		else if (character == '\n')
			fputs("\\n", stream);
		else if (is_control(character))
			fprintf(stream, "\\u%04lx", character);
		else if (character == '"' || character == '\\')
			fprintf(stream, "\\%c", (int)character);
		else
			fwrite(at, 1, length, stream);
		at += length ? length : 1;
	}
	fputc('"', stream);
}

void print_json_member(FILE *stream, const char *key, const char *text)
{
	if (!text)
		return;
	fprintf(stream, ", \"%s\": ", key);
	print_json_text(stream, text);
}

static void print_number(FILE *stream, const char *key, uint32_t number)
{
	if (number > 0)
		fprintf(stream, ", \"%s\": %lu", key, (unsigned long)number);
}

void json_begin(struct reporter *reporter)
{
	fprintf(reporter->stream,
		"{\n  \"format\": 1,\n  \"kind\": \"diagnostics\",\n  \"version\": \"%s\",\n"
		"  \"diagnostics\": [",
		complaint_version_text());
}

void json_one(struct reporter *reporter, const struct reported *reported)
{
	FILE *stream = reporter->stream;

	fprintf(stream, "%s\n    { \"severity\": \"%s\", \"slug\": \"%s\"",
		reporter->count > 0 ? "," : "", severity_word(reported->severity), reported->slug);
	print_json_member(stream, "file", reported->file);
	print_number(stream, "line", reported->line);
	print_number(stream, "column", reported->column);
	print_json_member(stream, "message", reported->message);
	print_json_member(stream, "hint", reported->hint);
	if (reported->related) {
		fprintf(stream, ", \"related\": { \"line\": %lu",
			(unsigned long)reported->related_line);
		print_number(stream, "column", reported->related_column);
		print_json_member(stream, "message", reported->related);
		fputs(" }", stream);
	}
	print_json_member(stream, "accepted", reported->because);
	print_json_member(stream, "scenario", reported->scenario);
	fputs(" }", stream);
}

void json_end(struct reporter *reporter, const struct totals *totals)
{
	fprintf(reporter->stream,
		"%s],\n  \"summary\": { \"files\": %zu, \"errors\": %zu, \"warnings\": %zu, "
		"\"accepted\": %zu, \"complete\": %s }\n}\n",
		reporter->count > 0 ? "\n  " : "", totals->files, totals->errors, totals->warnings,
		totals->accepted, totals->trouble ? "false" : "true");
}
