/* SPDX-License-Identifier: MIT */
#include "tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

size_t character_at(const unsigned char *at, unsigned long *ret_character)
{
	static const unsigned long least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t length = *at < 0x80 ? 1 : *at >= 0xf0 && *at < 0xf5 ? 4 : *at >= 0xe0 ? 3 : 2;
	unsigned long character = length == 1 ? *at : *at & (0xffu >> (length + 1));

	if (*at >= 0xf5 || (*at >= 0x80 && *at < 0xc2))
		return 0;
	for (size_t i = 1; i < length; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		character = character << 6 | (at[i] & 0x3f);
	}
	if (character < least[length])
		return 0;
	*ret_character = character;
	return length;
}

int is_control(unsigned long character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0) ||
	       (character >= 0x2028 && character <= 0x202e) ||
	       (character >= 0x2066 && character <= 0x2069);
}

static void print_escaped(FILE *stream, const char *text, int keep_breaks)
{
	const unsigned char *at = (const unsigned char *)text;
	unsigned long character = 0;

	while (at && *at) {
		size_t length = character_at(at, &character);

		if (length == 0)
			fprintf(stream, "\\x%02x", (unsigned)*at);
		else if (keep_breaks && character == '\n')
			fputc('\n', stream);
		else if (is_control(character))
			fprintf(stream, character < 0x100 ? "\\x%02lx" : "\\u%04lx", character);
		else
			fwrite(at, 1, length, stream);
		at += length ? length : 1;
	}
}

void print_text(FILE *stream, const char *text)
{
	print_escaped(stream, text, 1);
}

void print_name(FILE *stream, const char *text)
{
	print_escaped(stream, text, 0);
}

void complain(const char *what, const char *name)
{
	fflush(stdout);
	fputs("complaint: ", stderr);
	print_name(stderr, what);
	if (name) {
		fputs(": ", stderr);
		print_name(stderr, name);
	}
	fputc('\n', stderr);
}

void complain_status(const char *name, complaint_status status)
{
	complain(name, complaint_status_text(status));
}

int wants_colour(FILE *stream)
{
	const char *no_color = getenv("NO_COLOR");

	return !(no_color && *no_color) && isatty(fileno(stream));
}

size_t usual_width(void)
{
	return isatty(STDOUT_FILENO) ? 80 : 0;
}

/* How far later pieces of a line are indented: as its first word, past a dash or a number. */
static size_t indent_of(const char *line)
{
	size_t indent = strspn(line, " "), digits = strspn(line + indent, "0123456789");

	if (digits > 0 && strncmp(line + indent + digits, ". ", 2) == 0)
		return indent + digits + 2;
	return strncmp(line + indent, "- ", 2) == 0 ? indent + 2 : indent;
}

/*
 * Columns that a word takes: its bytes less those that continue a character. Good enough for what
 * we print.
 */
static size_t columns_of(const char *word, size_t length)
{
	size_t columns = 0;

	for (size_t i = 0; i < length; i++)
		columns += ((unsigned char)word[i] & 0xc0) != 0x80;
	return columns;
}

/* One line into pieces. */
static void print_line(char *line, size_t width)
{
	size_t indent = indent_of(line), column = strspn(line, " ");
	char *word = line + column;
	int first = 1; /* of a piece: nothing stands before it but the indent */

	printf("%*s", (int)column, "");
	while (*word) {
		size_t length = strcspn(word, " "), columns = columns_of(word, length);
		char after = word[length];

		if (!first && column + 1 + columns > width) {
			printf("\n%*s", (int)indent, "");
			column = indent;
		} else if (!first) {
			putchar(' ');
			column++;
		}
		word[length] = '\0';
		print_text(stdout, word);
		word[length] = after;
		column += columns;
		word += length + strspn(word + length, " ");
		first = 0;
	}
	putchar('\n');
}

void print_wrapped(const char *text, size_t width)
{
	char *copy = width > 0 ? malloc(strlen(text) + 1) : NULL;
	char *line = copy;

	if (!copy) {
		print_text(stdout, text);
		return;
	}
	strcpy(copy, text);
	while (line && *line) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		print_line(line, width);
		line = end ? end + 1 : NULL;
	}
	free(copy);
}

int finish_output(int code)
{
	int failed = ferror(stdout);

	if (fflush(stdout) != 0 || failed || ferror(stdout)) {
		complain("standard output", errno ? strerror(errno) : "could not be written");
		return TOOL_TROUBLE;
	}
	return code;
}
