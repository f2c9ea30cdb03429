/* SPDX-License-Identifier: MIT */
/* The line of a file that a fault is about, as a terminal may show it. */
#include "reporter.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Larger files are not looked into again; an .ics file may have 4 MiB. */
#define LARGEST (4 * 1024 * 1024)
/* Columns of a line that are shown; of longer ones what lies around the caret. */
#define SHOWN 88
#define BEFORE 60

void free_source(struct source *source)
{
	free(source->name);
	free(source->text);
	*source = (struct source){ 0 };
}

/* Only a regular file: a pipe has been read to its end, a device would answer for ever. */
static void read_source(struct source *source, const char *file)
{
	struct stat about;
	FILE *stream;

	free_source(source);
	source->name = malloc(strlen(file) + 1);
	if (!source->name)
		return;
	strcpy(source->name, file);
	if (stat(file, &about) != 0 || !S_ISREG(about.st_mode) || about.st_size > LARGEST)
		return;
	stream = fopen(file, "rb");
	if (!stream)
		return;
	source->text = read_all(stream, LARGEST, &source->length);
	fclose(stream);
}

/* Where a line begins, and its length without what ends it; NULL: there is no such line. */
static const char *find_line(const struct source *source, uint32_t line, size_t *ret_length)
{
	const char *at = source->text, *end = at + source->length, *next;

	if (source->length >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	for (uint32_t i = 1; i < line; i++) {
		next = memchr(at, '\n', (size_t)(end - at));
		if (!next)
			return NULL;
		at = next + 1;
	}
	next = memchr(at, '\n', (size_t)(end - at));
	*ret_length = (size_t)((next ? next : end) - at);
	if (*ret_length > 0 && at[*ret_length - 1] == '\r')
		--*ret_length;
	return at;
}

/* --- one character as it is shown ---------------------------------------- */

struct shown {
	char text[12];
	size_t bytes;   /* of the file */
	size_t columns; /* on the terminal */
};

/* Letters that most terminals draw two columns wide, and marks that take none. */
static size_t columns_of(unsigned long character)
{
	static const struct {
		unsigned long first, last;
		size_t columns;
	} ranges[] = {
		{ 0x0300, 0x036f, 0 },   { 0x200b, 0x200d, 0 }, { 0xfe00, 0xfe0f, 0 },
		{ 0x1100, 0x115f, 2 },   { 0x2e80, 0xa4cf, 2 }, { 0xac00, 0xd7a3, 2 },
		{ 0xf900, 0xfaff, 2 },   { 0xff00, 0xff60, 2 }, { 0x1f300, 0x1faff, 2 },
		{ 0x20000, 0x3fffd, 2 },
	};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (character >= ranges[i].first && character <= ranges[i].last)
			return ranges[i].columns;
	return 1;
}

static struct shown show(const char *at, size_t left)
{
	const unsigned char *byte = (const unsigned char *)at;
	struct shown shown = { .bytes = 1 };
	unsigned long character = *byte;
	size_t length = *byte ? character_at(byte, &character) : 1;

	if (length > left)
		length = 0;
	if (length == 0) {
		snprintf(shown.text, sizeof(shown.text), "\\x%02x", (unsigned)*byte);
	} else if (character == '\t') {
		strcpy(shown.text, "\\t");
	} else if (is_control(character)) {
		snprintf(shown.text, sizeof(shown.text),
			 character < 0x100 ? "\\x%02lx" : "\\u%04lx", character);
	} else {
		memcpy(shown.text, at, length);
		shown.text[length] = '\0';
		shown.columns = columns_of(character);
		shown.bytes = length;
		return shown;
	}
	shown.bytes = length ? length : 1;
	shown.columns = strlen(shown.text);
	return shown;
}

/* --- the line --------------------------------------------------------------- */

struct excerpt {
	size_t first, last; /* characters shown, from 0; `last` is one past */
	size_t caret;       /* columns before the caret */
	int cut_before, cut_after;
};

/* Which characters are shown, so that the one at `column` (from 1; 0: none) is among them. */
static struct excerpt choose(const char *line, size_t length, uint32_t column)
{
	struct excerpt excerpt = { 0 };
	size_t wanted = column > 0 ? column - 1 : 0, before = 0, columns = 0, number = 0;
	size_t at = 0;

	while (at < length && number < wanted) {
		struct shown shown = show(line + at, length - at);

		before += shown.columns;
		at += shown.bytes;
		number++;
	}
	/* Drop from the front what lies further away than fits. */
	for (size_t from = 0; before > BEFORE && from < at; excerpt.first++) {
		struct shown shown = show(line + from, length - from);

		before -= shown.columns;
		from += shown.bytes;
	}
	excerpt.cut_before = excerpt.first > 0;
	excerpt.caret = before;
	columns = before;
	for (excerpt.last = number; at < length; excerpt.last++) {
		struct shown shown = show(line + at, length - at);

		if (columns + shown.columns > SHOWN)
			break;
		columns += shown.columns;
		at += shown.bytes;
	}
	excerpt.cut_after = at < length;
	return excerpt;
}

static void print_excerpt(FILE *stream, const char *line, size_t length,
			  const struct excerpt *excerpt)
{
	size_t number = 0;

	if (excerpt->cut_before)
		fputs("...", stream);
	for (size_t at = 0; at < length && number < excerpt->last; number++) {
		struct shown shown = show(line + at, length - at);

		if (number >= excerpt->first)
			fputs(shown.text, stream);
		at += shown.bytes;
	}
	fputs(excerpt->cut_after ? "...\n" : "\n", stream);
}

void print_source_line(FILE *stream, struct source *source, const char *file, uint32_t line,
		       uint32_t column, const char *colour)
{
	struct excerpt excerpt;
	size_t length = 0;
	const char *at;

	if (!file || line == 0)
		return;
	if (!source->name || strcmp(source->name, file) != 0)
		read_source(source, file);
	at = source->text ? find_line(source, line, &length) : NULL;
	if (!at)
		return;
	excerpt = choose(at, length, column);
	fprintf(stream, "%6lu | ", (unsigned long)line);
	print_excerpt(stream, at, length, &excerpt);
	if (column > 0)
		fprintf(stream, "       | %*s%s^%s\n",
			(int)(excerpt.caret + (excerpt.cut_before ? 3 : 0)), "", colour,
			*colour ? "\033[0m" : "");
}
