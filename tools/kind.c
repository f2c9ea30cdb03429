/* SPDX-License-Identifier: MIT */
#include "tool.h"

#include <stdlib.h>
#include <string.h>

/* A rule file is at most 256 KiB; what lies further on is not looked at. */
#define ENOUGH (256 * 1024 + 1)

char *read_all(FILE *stream, size_t limit, size_t *ret_length)
{
	char *bytes = malloc(limit + 2);
	size_t length;

	if (!bytes)
		return NULL;
	length = fread(bytes, 1, limit + 1, stream);
	if (ferror(stream) || length > limit) {
		free(bytes);
		return NULL;
	}
	bytes[length] = '\0';
	*ret_length = length;
	return bytes;
}

static enum kind named(const char *word, size_t length)
{
	static const struct {
		const char *word;
		enum kind kind;
	} kinds[] = {
		{ "vocabulary", KIND_VOCABULARY },
		{ "calendar", KIND_CALENDAR },
		{ "case", KIND_CASE },
		{ "scenarios", KIND_SCENARIOS },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strlen(kinds[i].word) == length && strncmp(kinds[i].word, word, length) == 0)
			return kinds[i].kind;
	return KIND_POLICY;
}

/* The word after `kind`, in YAML at the beginning of a line, in JSON in quotes anywhere. */
static enum kind kind_in(const char *text)
{
	static const char blank[] = " \t\"':";
	int json = text[strspn(text, " \t\r\n")] == '{';
	const char *at = text;

	while ((at = strstr(at, "kind"))) {
		const char *word = at + strlen("kind");
		int begins = at == text || at[-1] == '\n' || at[-1] == '"' || at[-1] == '\'';

		word += strspn(word, blank);
		if (begins && (json || strcspn(at, ":") < strcspn(at, "\n")))
			return named(word, strspn(word, "abcdefghijklmnopqrstuvwxyz"));
		at += strlen("kind");
	}
	return json ? KIND_CASE : KIND_POLICY;
}

static int ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && strcmp(text + length - tail, end) == 0;
}

enum kind kind_of(const char *path)
{
	enum kind kind = KIND_POLICY;
	char *text = malloc(ENOUGH + 1);
	FILE *file;
	size_t length;

	if (ends_with(path, ".ics")) {
		free(text);
		return KIND_CALENDAR;
	}
	/* A pipe would let us wait for its other end. */
	file = text && is_regular_file(path) ? fopen(path, "rb") : NULL;
	if (file) {
		length = fread(text, 1, ENOUGH, file);
		text[length] = '\0';
		kind = kind_in(text);
		fclose(file);
	}
	free(text);
	return kind;
}
