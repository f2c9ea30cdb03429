/* SPDX-License-Identifier: MIT */
/* What stands behind a key or a hyphen on its line. */
#include "fmt.h"

#include <string.h>

/* A line of prose longer than this is wrapped below >-. */
#define LONGEST_LINE 100

const char *end_of_quoted(const char *at, const char *end)
{
	char quote = *at;

	for (at++; at < end; at++) {
		if (*at == '\\' && quote == '"')
			at++;
		else if (*at == quote && quote == '\'' && at + 1 < end && at[1] == quote)
			at++;
		else if (*at == quote)
			return at + 1;
	}
	return NULL;
}

const char *find_remark(const char *at, const char *end)
{
	const char *begun = at;

	for (; at < end; at++)
		if (*at == '#' && (at == begun || at[-1] == ' '))
			return at;
	return end;
}

/* The remark at the end of a line keeps its column where there is room. */
static void write_side_remark(struct formatter *formatter, const struct entry *entry,
			      const char *remark, size_t written)
{
	const struct line *line = &formatter->lines[entry->index];
	size_t column = columns_in(line->text, (size_t)(remark - line->text));

	if (remark < entry->end) {
		grow_blanks(&formatter->out, column > written ? column - written : 2);
		grow(&formatter->out, remark, (size_t)(entry->end - remark));
	}
	grow_text(&formatter->out, "\n");
}

static const char *trim(const char *at, const char *end)
{
	while (end > at && end[-1] == ' ')
		end--;
	return end;
}

/* A value that is written as it is, with one blank before it when a key stands there. */
static size_t write_plainly(struct formatter *formatter, const struct entry *entry,
			    const char *text, size_t length, const char *remark)
{
	int blank = formatter->out.length > 0 &&
		    formatter->out.text[formatter->out.length - 1] == ':' && length > 0;

	grow_blanks(&formatter->out, (size_t)blank);
	grow(&formatter->out, text, length);
	write_side_remark(formatter, entry, remark,
			  entry->written + (size_t)blank + columns_in(text, length));
	return entry->index + 1;
}

/* --- plain texts ------------------------------------------------------------- */

/* Lines that continue a plain text; -1 when it has a blank line in it, which is left to people. */
static size_t end_of_plain(struct formatter *formatter, const struct entry *entry)
{
	size_t end = entry->index + 1, next;

	for (; end < formatter->count; end++) {
		const struct line *line = &formatter->lines[end];

		if (is_blank_line(line) || is_remark(line) || line->indent <= entry->parent)
			break;
	}
	for (next = end; next < formatter->count && is_blank_line(&formatter->lines[next]);)
		next++;
	if (next > end && next < formatter->count && !is_remark(&formatter->lines[next]) &&
	    formatter->lines[next].indent > entry->parent)
		give_up(formatter, next, "a text without quotes goes on after a blank line");
	return end;
}

static size_t format_plain(struct formatter *formatter, const struct entry *entry)
{
	const char *remark = find_remark(entry->at, entry->end);
	const char *end = trim(entry->at, remark);
	size_t after = remark < entry->end ? entry->index + 1 : end_of_plain(formatter, entry);
	struct growing text = { 0 };

	grow(&text, entry->at, (size_t)(end - entry->at));
	for (size_t i = entry->index + 1; i < after; i++) {
		const struct line *line = &formatter->lines[i];

		if (find_remark(line->text + line->indent, line->text + line->length) <
		    line->text + line->length)
			give_up(formatter, i, "a remark stands beside a text of several lines");
		grow_text(&text, " ");
		grow(&text, line->text + line->indent, line->length - line->indent);
	}
	if (!text.failed && remark == entry->end && memchr(text.text, ' ', text.length) &&
	    entry->written + 1 + columns_in(text.text, text.length) > LONGEST_LINE) {
		grow_text(&formatter->out,
			  formatter->out.text[formatter->out.length - 1] == ':' ? " >-\n" : ">-\n");
		wrap_words(&formatter->out, text.text, text.length, entry->wanted + 2);
	} else if (!text.failed) {
		write_plainly(formatter, entry, text.text, text.length, remark);
	}
	formatter->out.failed |= text.failed;
	free_growing(&text);
	return after;
}

/* --- quotes and brackets ------------------------------------------------------ */

/* Several lines of one value: set in as the entry now is, else as they were. */
static size_t write_shifted(struct formatter *formatter, const struct entry *entry, size_t last)
{
	grow_blanks(&formatter->out, formatter->out.text[formatter->out.length - 1] == ':' ? 1 : 0);
	grow(&formatter->out, entry->at, (size_t)(entry->end - entry->at));
	grow_text(&formatter->out, "\n");
	for (size_t i = entry->index + 1; i <= last; i++) {
		const struct line *line = &formatter->lines[i];
		size_t deeper = line->indent > entry->parent ? line->indent - entry->parent : 2;

		if (line->length > 0) {
			grow_blanks(&formatter->out, entry->wanted + deeper);
			grow(&formatter->out, line->text + line->indent,
			     line->length - line->indent);
		}
		grow_text(&formatter->out, "\n");
	}
	return last + 1;
}

/* Only a clause is put in double quotes, and only where nothing in it would change by that. */
static int can_change_quotes(const struct entry *entry, const char *end)
{
	return entry->clause && *entry->at == '\'' && end - entry->at > 2 &&
	       !memchr(entry->at + 1, '\'', (size_t)(end - entry->at - 2)) &&
	       !memchr(entry->at, '"', (size_t)(end - entry->at)) &&
	       !memchr(entry->at, '\\', (size_t)(end - entry->at));
}

static size_t format_enclosed(struct formatter *formatter, const struct entry *entry)
{
	const char *end = NULL, *rest;
	size_t last = find_close(formatter, entry, &end);
	struct growing made = { 0 };

	if (last == formatter->count) {
		give_up(formatter, entry->index, "what begins here is not closed");
		return last;
	}
	if (last > entry->index)
		return write_shifted(formatter, entry, last);
	for (rest = end; rest < entry->end && *rest == ' ';)
		rest++;
	if (rest < entry->end && (*rest != '#' || rest == end))
		give_up(formatter, entry->index, "something stands behind a value");
	if (can_change_quotes(entry, end)) {
		grow_text(&made, "\"");
		grow(&made, entry->at + 1, (size_t)(end - entry->at - 2));
		grow_text(&made, "\"");
	} else if (*entry->at == '"' || *entry->at == '\'' || !format_flow(&made, entry->at, end)) {
		made.length = 0;
		grow(&made, entry->at, (size_t)(end - entry->at));
	}
	if (!made.failed)
		write_plainly(formatter, entry, made.text, made.length, rest);
	formatter->out.failed |= made.failed;
	free_growing(&made);
	return entry->index + 1;
}

size_t format_value(struct formatter *formatter, const struct entry *entry)
{
	if (formatter->out.failed || formatter->trouble)
		return formatter->count;
	if (entry->at == entry->end || *entry->at == '#')
		return write_plainly(formatter, entry, "", 0, entry->at);
	switch (*entry->at) {
	case '|':
	case '>': return format_block(formatter, entry);
	case '[':
	case '{':
	case '"':
	case '\'': return format_enclosed(formatter, entry);
	case '&':
	case '*':
	case '!':
	case '?':
		give_up(formatter, entry->index, "this is not written in the format's own way");
		return formatter->count;
	default: return format_plain(formatter, entry);
	}
}
