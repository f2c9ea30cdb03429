/* SPDX-License-Identifier: MIT */
#include "calendar/ics_lines.h"

#include <string.h>

/* One line of the file to the end of the text. */
static bool append_line(struct cmpl_ics_lines *lines)
{
	const char *begin = lines->bytes + lines->at;
	size_t rest = lines->length - lines->at;
	const char *end = memchr(begin, '\n', rest);
	size_t length = end ? (size_t)(end - begin) : rest;

	lines->at += end ? length + 1 : length;
	lines->line++;
	if (length && begin[length - 1] == '\r')
		length--;
	if (length > CMPL_ICS_LINE_MAX - lines->text_length)
		return false;
	memcpy(lines->text + lines->text_length, begin, length);
	lines->text_length += length;
	return true;
}

enum cmpl_ics_next cmpl_ics_next_line(struct cmpl_ics_lines *lines)
{
	if (lines->at == lines->length)
		return CMPL_ICS_END;
	lines->text_length = 0;
	lines->text_line = lines->line + 1;
	do {
		if (lines->line == CMPL_ICS_LINES_MAX)
			return CMPL_ICS_TOO_MANY_LINES;
		if (!append_line(lines))
			return CMPL_ICS_LINE_TOO_LONG;
		if (lines->at == lines->length ||
		    (lines->bytes[lines->at] != ' ' && lines->bytes[lines->at] != '\t'))
			break;
		lines->at++;
	} while (true);
	lines->text[lines->text_length] = '\0';
	return CMPL_ICS_LINE;
}

static bool is_name(struct cmpl_ics_text name)
{
	for (size_t i = 0; i < name.length; i++) {
		char c = name.text[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		      c == '-'))
			return false;
	}
	return name.length > 0;
}

/* How far to the next of these characters outside double quotes. */
static size_t span_to(const char *text, size_t length, char stop, char other_stop)
{
	bool quoted = false;
	size_t i = 0;

	for (; i < length; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		else if (!quoted && (text[i] == stop || text[i] == other_stop))
			break;
	}
	return i;
}

bool cmpl_ics_split(const struct cmpl_ics_lines *lines, struct cmpl_ics_property *ret_property)
{
	const char *text = lines->text;
	size_t name = span_to(text, lines->text_length, ';', ':');
	size_t colon = span_to(text, lines->text_length, ':', ':');

	ret_property->name = (struct cmpl_ics_text){ text, name };
	if (colon == lines->text_length || !is_name(ret_property->name))
		return false;
	ret_property->parameters = (struct cmpl_ics_text){ text + name, colon - name };
	ret_property->value =
		(struct cmpl_ics_text){ text + colon + 1, lines->text_length - colon - 1 };
	ret_property->place = (struct cmpl_place){ lines->text_line, (uint32_t)colon + 2 };
	if (lines->line > lines->text_line)
		ret_property->place.column = 1;
	return true;
}

bool cmpl_ics_is(struct cmpl_ics_text text, const char *word)
{
	size_t i = 0;

	for (; i < text.length && word[i]; i++) {
		char c = text.text[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c != word[i])
			return false;
	}
	return i == text.length && !word[i];
}

bool cmpl_ics_parameter(const struct cmpl_ics_property *property, const char *name,
			struct cmpl_ics_text *ret_value)
{
	const char *text = property->parameters.text;
	size_t rest = property->parameters.length;

	while (rest) { /* at a semicolon */
		size_t length = span_to(text + 1, rest - 1, ';', ';');
		size_t equals = span_to(text + 1, length, '=', '=');
		struct cmpl_ics_text value = { text + 1 + equals + 1, length - equals - 1 };

		if (equals < length &&
		    cmpl_ics_is((struct cmpl_ics_text){ text + 1, equals }, name)) {
			if (value.length >= 2 && value.text[0] == '"') {
				value.text++;
				value.length -= 2;
			}
			*ret_value = value;
			return true;
		}
		text += length + 1;
		rest -= length + 1;
	}
	return false;
}
