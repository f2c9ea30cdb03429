/* SPDX-License-Identifier: MIT */
/* Lists and mappings on one line. */
#include "fmt.h"

#include <string.h>

size_t find_close(const struct formatter *formatter, const struct entry *entry,
		  const char **ret_end)
{
	size_t depth = 0;
	char quote = 0;

	for (size_t i = entry->index; i < formatter->count; i++) {
		const struct line *line = &formatter->lines[i];
		const char *end = line->text + line->length;
		const char *at = i == entry->index ? entry->at : line->text + line->indent;

		for (const char *begun = at; at < end; at++) {
			if (quote && *at == '\\' && quote == '"') {
				at++;
			} else if (quote && *at == quote) {
				/* '' in single quotes opens them again at once. */
				quote = 0;
			} else if (!quote && (*at == '"' || *at == '\'') &&
				   (at == begun || strchr(" ,[{:'", at[-1]))) {
				quote = *at;
			} else if (!quote && *at == '#' && at > begun && at[-1] == ' ') {
				break;
			} else if (!quote) {
				depth += *at == '[' || *at == '{';
				depth -= depth > 0 && (*at == ']' || *at == '}');
			}
			if (!quote && depth == 0 &&
			    !(at[0] == '\'' && at + 1 < end && at[1] == '\'')) {
				*ret_end = at + 1;
				return i;
			}
		}
	}
	return formatter->count;
}

/* The end of a word without quotes inside brackets. */
static const char *end_of_word(const char *at, const char *end)
{
	for (; at < end && !strchr(",[]{}", *at); at++)
		if (*at == ':' && (at + 1 == end || strchr(" ,[]{}", at[1])))
			break;
	while (at[-1] == ' ')
		at--;
	return at;
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && *at == ' ')
		at++;
	return at;
}

/* A bracket, a comma or a colon, with the blanks that belong to it. */
static void write_mark(struct growing *out, const char *at, const char *next)
{
	int before = out->length > 0 ? out->text[out->length - 1] : 0;

	if (*at == '}' && before != ' ' && before != '{')
		grow_text(out, " ");
	grow(out, at, 1);
	if (*at == ',' || *at == ':' || (*at == '{' && *next != '}'))
		grow_text(out, " ");
}

int format_flow(struct growing *out, const char *at, const char *end)
{
	while ((at = skip_blanks(at, end)) < end) {
		const char *stop;

		if (strchr("[]{},:", *at)) {
			stop = at + 1;
			/* A comma before a bracket, two in a row: left as they are. */
			if (*at == ',' && strchr(",]}", *skip_blanks(stop, end)))
				return 0;
			write_mark(out, at, skip_blanks(stop, end));
		} else {
			stop = *at == '"' || *at == '\'' ? end_of_quoted(at, end)
							 : end_of_word(at + 1, end);
			if (!stop)
				return 0;
			grow(out, at, (size_t)(stop - at));
		}
		at = stop;
	}
	return !out->failed;
}
