/* SPDX-License-Identifier: MIT */
/* What was run: as text for people, as TAP 13 and as JUnit XML for programs that watch builds. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

int test_format(const char *word)
{
	static const char *const formats[] = { "text", "tap", "junit" };

	for (int i = 0; i < (int)(sizeof(formats) / sizeof(formats[0])); i++)
		if (strcmp(formats[i], word) == 0)
			return i;
	return -1;
}

/* --- text -------------------------------------------------------------------- */

static void text_case(const struct test_report *report, const char *name, const char *details)
{
	if (details) {
		print_text(stdout, details);
	} else if (report->verbose) {
		fputs("ok: ", stdout);
		print_name(stdout, name);
		putchar('\n');
	}
}

/* --- TAP ---------------------------------------------------------------------- */

/* "#" begins a directive, which a scenario's name has none of. */
static void print_tap_name(const char *name)
{
	char *escaped = malloc(2 * strlen(name) + 1), *end = escaped;

	if (!escaped)
		return;
	for (; *name; name++) {
		if (*name == '#' || *name == '\\')
			*end++ = '\\';
		*end++ = *name;
	}
	*end = '\0';
	print_name(stdout, escaped);
	free(escaped);
}

static void print_set_in(const char *text, const char *before)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = malloc(length + 1);

		if (!line)
			return;
		memcpy(line, text, length);
		line[length] = '\0';
		fputs(before, stdout);
		print_name(stdout, line);
		putchar('\n');
		free(line);
		text += length + (text[length] == '\n');
	}
}

static void tap_case(const struct test_report *report, const char *name, const char *details)
{
	printf("%s %zu - ", details ? "not ok" : "ok", report->passed + report->failed);
	print_tap_name(name);
	putchar('\n');
	if (!details)
		return;
	fputs("  ---\n  difference: |\n", stdout);
	print_set_in(details, "    ");
	fputs("  ...\n", stdout);
}

/* --- JUnit ---------------------------------------------------------------------- */

/* XML 1.0 has no control characters but line breaks, not even escaped: they are shown. */
static void print_xml(FILE *stream, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned long character = 0;

	while (*at) {
		size_t length = character_at(at, &character);

		if (length == 0 || (character >= 0xd800 && character < 0xe000) ||
		    (character >= 0xfffe && character <= 0xffff))
			fprintf(stream, "\\x%02x", (unsigned)*at);
		else if (character == '\n')
			fputs("&#10;", stream);
		else if (is_control(character))
			fprintf(stream, character < 0x100 ? "\\x%02lx" : "\\u%04lx", character);
		else if (character < 0x80 && strchr("&<>\"'", (int)character))
			fprintf(stream, "&#%lu;", character);
		else
			fwrite(at, 1, length, stream);
		at += length ? length : 1;
	}
}

static void junit_case(struct test_report *report, const char *file, uint32_t line,
		       const char *name, const char *details)
{
	FILE *stream = report->kept;

	if (!stream)
		return;
	fputs("    <testcase classname=\"", stream);
	print_xml(stream, file);
	fputs("\" name=\"", stream);
	print_xml(stream, name);
	fputs("\" file=\"", stream);
	print_xml(stream, file);
	if (line > 0)
		fprintf(stream, "\" line=\"%lu", (unsigned long)line);
	if (!details) {
		fputs("\"/>\n", stream);
		return;
	}
	fputs("\">\n      <failure message=\"the answer is not what was expected\">", stream);
	print_xml(stream, details);
	fputs("</failure>\n    </testcase>\n", stream);
}

static void junit_end_file(struct test_report *report, const char *file)
{
	if (!report->kept || fclose(report->kept) != 0) {
		report->trouble = 1;
	} else {
		fputs("  <testsuite name=\"", stdout);
		print_xml(stdout, file);
		printf("\" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"0\">\n",
		       report->suite_tests, report->suite_failed);
		fputs(report->text, stdout);
		fputs("  </testsuite>\n", stdout);
	}
	free(report->text);
	report->kept = NULL;
	report->text = NULL;
}

/* --- any -------------------------------------------------------------------------- */

void test_begin(struct test_report *report)
{
	if (report->format == TEST_TAP)
		puts("TAP version 13");
	if (report->format == TEST_JUNIT)
		puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>");
}

void test_begin_file(struct test_report *report, const char *file)
{
	report->suite_tests = 0;
	report->suite_failed = 0;
	if (report->format == TEST_JUNIT)
		report->kept = open_memstream(&report->text, &report->length);
	if (report->format == TEST_TAP) {
		fputs("# ", stdout);
		print_name(stdout, file);
		putchar('\n');
	}
}

void test_case(struct test_report *report, const char *file, uint32_t line, const char *name,
	       const char *details)
{
	report->suite_tests++;
	if (details) {
		report->failed++;
		report->suite_failed++;
	} else {
		report->passed++;
	}
	switch (report->format) {
	case TEST_TAP: tap_case(report, name, details); break;
	case TEST_JUNIT: junit_case(report, file, line, name, details); break;
	default: text_case(report, name, details); break;
	}
}

void test_end_file(struct test_report *report, const char *file)
{
	if (report->format == TEST_JUNIT)
		junit_end_file(report, file);
}

void test_end(struct test_report *report)
{
	if (report->format == TEST_TAP)
		printf("1..%zu\n", report->passed + report->failed);
	if (report->format == TEST_JUNIT)
		puts("</testsuites>");
}
