/* SPDX-License-Identifier: MIT */
/* Faults as commands of a GitHub workflow, which shows each beside its line. */
#include "reporter.h"

#include <string.h>

/*
 * The runner takes a command to the end of its line, its properties to "," and "::": those stand as
 * %-escapes. Other control characters are shown escaped, as everywhere.
 */
static void print_part(FILE *stream, const char *text, const char *escaped)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned long character = 0;

	while (*at) {
		size_t length = character_at(at, &character);

		if (length == 0)
			fprintf(stream, "\\x%02x", (unsigned)*at);
		else if (character < 0x80 && strchr(escaped, (int)character))
			fprintf(stream, "%%%02lX", character);
		else if (is_control(character))
			fprintf(stream, character < 0x100 ? "\\x%02lx" : "\\u%04lx", character);
		else
			fwrite(at, 1, length, stream);
		at += length ? length : 1;
	}
}

static void print_data(FILE *stream, const char *text)
{
	print_part(stream, text, "%\r\n");
}

static void print_property(FILE *stream, const char *text)
{
	print_part(stream, text, "%\r\n:,");
}

void github_one(struct reporter *reporter, const struct reported *reported)
{
	static const char *const words[] = { "notice", "error", "warning", "notice" };
	FILE *stream = reporter->stream;
	int32_t severity = reported->because ? COMPLAINT_SEVERITY_NOTE : reported->severity;

	fprintf(stream, "::%s file=", words[severity & 3]);
	print_property(stream, reported->file);
	if (reported->line > 0)
		fprintf(stream, ",line=%lu", (unsigned long)reported->line);
	if (reported->line > 0 && reported->column > 0)
		fprintf(stream, ",col=%lu", (unsigned long)reported->column);
	fprintf(stream, ",title=%s::", reported->slug);
	print_data(stream, reported->message);
	if (reported->because) {
		fputs("%0Aaccepted: ", stream);
		print_data(stream, reported->because);
	} else if (reported->hint) {
		fputs("%0Ahint: ", stream);
		print_data(stream, reported->hint);
	}
	if (reported->related)
		fprintf(stream, "%%0Aline %lu: %s", (unsigned long)reported->related_line,
			reported->related);
	fputc('\n', stream);
}
