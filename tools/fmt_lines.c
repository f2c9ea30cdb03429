/* SPDX-License-Identifier: MIT */
/* Lines, how far they are set in, and what stands between them. */
#include "fmt.h"

#include <stdlib.h>
#include <string.h>

/* Lists at the top of a file whose entries stand apart. */
static const char *const spaced_lists[] = { "exclusions", "routes", "stages", "windows",
					    "scenarios" };

int is_blank_line(const struct line *line)
{
	return line->length == 0;
}

int is_remark(const struct line *line)
{
	return line->length > 0 && line->text[line->indent] == '#';
}

void give_up(struct formatter *formatter, size_t line, const char *why)
{
	if (!formatter->trouble) {
		formatter->trouble = why;
		formatter->trouble_line = line + 1;
	}
}

static struct line *split(const char *text, size_t length, size_t *ret_count)
{
	struct line *lines;
	size_t count = 1, n = 0;

	for (size_t i = 0; i < length; i++)
		count += text[i] == '\n';
	lines = calloc(count, sizeof(*lines));
	for (const char *at = text; lines && n < count; n++) {
		const char *end = memchr(at, '\n', (size_t)(text + length - at));
		size_t whole, kept;

		if (!end)
			end = text + length;
		whole = (size_t)(end - at);
		whole -= whole > 0 && at[whole - 1] == '\r';
		for (kept = whole; kept > 0 && at[kept - 1] == ' ';)
			kept--;
		lines[n] = (struct line){ .text = at, .length = kept, .trailing = kept < whole };
		while (lines[n].indent < kept && at[lines[n].indent] == ' ')
			lines[n].indent++;
		at = end + 1;
	}
	*ret_count = count;
	return lines;
}

/* --- levels ----------------------------------------------------------------- */

/*
 * The column for an entry of a mapping or a list that stood at a column; opens it when it is new.
 */
static size_t enter(struct formatter *formatter, int kind, size_t column)
{
	struct level *top;
	size_t wanted = 0;

	while (formatter->depth > 0) {
		top = &formatter->levels[formatter->depth - 1];
		/* A list may stand at the column of the key it belongs to; the next key ends it. */
		if (top->column < column ||
		    (top->column == column && (top->kind == kind || top->kind == LEVEL_MAP)))
			break;
		formatter->depth--;
	}
	if (formatter->depth > 0) {
		top = &formatter->levels[formatter->depth - 1];
		if (top->column == column && top->kind == kind)
			return top->wanted;
		wanted = top->wanted + 2;
	}
	if (formatter->depth == MOST_LEVELS)
		return wanted;
	formatter->levels[formatter->depth++] = (struct level){ kind, column, wanted };
	return wanted;
}

/* --- remarks and blank lines ------------------------------------------------ */

/* The column for a remark that belongs to none of the entries around: the level it stood in. */
static size_t column_of_remark(const struct level *levels, size_t depth, size_t column)
{
	while (depth > 0 && levels[depth - 1].column > column)
		depth--;
	/* A list at the column of its key: the remark is the mapping's, which goes on below it. */
	while (depth > 1 && levels[depth - 2].column == column)
		depth--;
	return depth > 0 ? levels[depth - 1].wanted : 0;
}

/* Where entries were open before a line, for the remarks above it. */
struct before {
	struct level levels[MOST_LEVELS];
	size_t depth;
	size_t column, wanted; /* of the line itself */
};

static void write_remark(struct formatter *formatter, const struct line *line,
			 const struct before *before)
{
	size_t wanted = line->indent == before->column
				? before->wanted
				: column_of_remark(before->levels, before->depth, line->indent);

	grow_blanks(&formatter->out, wanted);
	grow(&formatter->out, line->text + line->indent, line->length - line->indent);
	grow_text(&formatter->out, "\n");
}

/*
 * Remarks and blank lines above a line: one blank line where there were several, and one where
 * entries stand apart and there was none.
 */
static void write_pending(struct formatter *formatter, size_t end, const struct before *before,
			  int apart)
{
	int blank = 0;

	for (size_t i = formatter->pending; i < end; i++)
		apart = apart && !is_blank_line(&formatter->lines[i]);
	for (size_t i = formatter->pending; i < end; i++) {
		const struct line *line = &formatter->lines[i];

		if (is_blank_line(line)) {
			blank = 1;
			continue;
		}
		/* A remark that is set in further still speaks of what stands above. */
		if (apart && line->indent <= before->column)
			blank = 1;
		apart = apart && !blank;
		if (blank && formatter->out.length > 0)
			grow_text(&formatter->out, "\n");
		blank = 0;
		write_remark(formatter, line, before);
	}
	if ((blank || apart) && formatter->out.length > 0 && end < formatter->count)
		grow_text(&formatter->out, "\n");
}

/* --- entries ---------------------------------------------------------------- */

/* The colon after a key; NULL when the line has none. */
static const char *find_colon(const char *at, const char *end)
{
	if (at < end && (*at == '[' || *at == '{'))
		return NULL;
	if (at < end && (*at == '"' || *at == '\'')) {
		at = end_of_quoted(at, end);
		return at && at < end && *at == ':' ? at : NULL;
	}
	for (; at < end; at++) {
		if (*at == ':' && (at + 1 == end || at[1] == ' '))
			return at;
		if (*at == ' ' && at + 1 < end && at[1] == '#')
			return NULL;
	}
	return NULL;
}

static int is_spaced(const char *key, size_t length)
{
	for (size_t i = 0; i < sizeof(spaced_lists) / sizeof(spaced_lists[0]); i++)
		if (strlen(spaced_lists[i]) == length && strncmp(spaced_lists[i], key, length) == 0)
			return 1;
	return 0;
}

/* Should a blank line stand above this one? Keeps account of the lists at the top. */
static int stands_apart(struct formatter *formatter, const char *key, const char *colon,
			const char *end)
{
	int block, apart = 0;

	if (formatter->depth == 1 && colon) {
		block = find_remark(colon + 1, end) == colon + 1 + strspn(colon + 1, " ") ||
			colon + 1 == end;
		apart = formatter->begun && !formatter->close && (block || formatter->block_before);
		formatter->block_before = block;
		formatter->spaced = is_spaced(key, (size_t)(colon - key));
		formatter->entries = 0;
		formatter->begun = 1;
	}
	return apart;
}

static int entry_stands_apart(struct formatter *formatter, size_t level)
{
	return level == 2 && formatter->spaced && formatter->entries++ > 0;
}

/* The hyphens and the key of a line, then its value; returns the line after it. */
static size_t format_entry(struct formatter *formatter, size_t index)
{
	const struct line *line = &formatter->lines[index];
	const char *at = line->text + line->indent, *end = line->text + line->length, *colon;
	struct before before = { .depth = formatter->depth, .column = line->indent };
	struct entry entry = { .index = index, .end = end };
	size_t hyphens = 0, wanted = 0;
	int apart = 0;

	memcpy(before.levels, formatter->levels, sizeof(before.levels));
	entry.column = line->indent;
	while (at < end && *at == '-' && (at + 1 == end || at[1] == ' ')) {
		wanted = enter(formatter, LEVEL_LIST, (size_t)(at - line->text));
		entry.parent = (size_t)(at - line->text);
		before.wanted = hyphens++ == 0 ? wanted : before.wanted;
		apart |= entry_stands_apart(formatter, formatter->depth);
		for (at++; at < end && *at == ' ';)
			at++;
	}
	colon = find_colon(at, end);
	if (colon) {
		entry.parent = (size_t)(at - line->text);
		wanted = enter(formatter, LEVEL_MAP, entry.parent);
		before.wanted = hyphens == 0 ? wanted : before.wanted;
		apart |= hyphens == 0 && stands_apart(formatter, at, colon, end);
	}
	if ((!colon && hyphens == 0) || formatter->depth == MOST_LEVELS)
		give_up(formatter, index, "this line is neither a key nor an entry of a list");
	write_pending(formatter, index, &before, apart);
	grow_blanks(&formatter->out, before.wanted);
	for (size_t i = 0; i < hyphens; i++)
		grow_text(&formatter->out, i + 1 == hyphens && at == end ? "-" : "- ");
	entry.written = before.wanted + 2 * hyphens;
	entry.wanted = wanted;
	if (colon) {
		grow(&formatter->out, at, (size_t)(colon + 1 - at));
		entry.written += columns_in(at, (size_t)(colon + 1 - at));
		entry.clause = colon - at == 6 && strncmp(at, "clause", 6) == 0;
		for (at = colon + 1; at < end && *at == ' ';)
			at++;
	}
	entry.at = at;
	return format_value(formatter, &entry);
}

static int is_marker(const struct line *line)
{
	return line->length >= 3 && line->indent == 0 &&
	       (strncmp(line->text, "---", 3) == 0 || strncmp(line->text, "...", 3) == 0 ||
		line->text[0] == '%');
}

char *format_text(const char *text, size_t length, enum kind kind, const char **ret_trouble,
		  size_t *ret_line)
{
	static const char mark[] = "\xef\xbb\xbf";
	struct formatter formatter = { .close = kind == KIND_CASE };
	struct before none = { .column = (size_t)-1 };
	size_t skipped = length >= 3 && memcmp(text, mark, 3) == 0 ? 3 : 0;

	formatter.lines = split(text + skipped, length - skipped, &formatter.count);
	for (size_t i = 0; formatter.lines && i < formatter.count && !formatter.trouble;) {
		const struct line *line = &formatter.lines[i];

		if (is_blank_line(line) || is_remark(line)) {
			i++;
			continue;
		}
		if (is_marker(line))
			give_up(&formatter, i, "marks of a document's beginning or end");
		i = format_entry(&formatter, i);
		formatter.pending = i;
	}
	if (formatter.lines) {
		none.depth = formatter.depth;
		memcpy(none.levels, formatter.levels, sizeof(none.levels));
		write_pending(&formatter, formatter.count, &none, 0);
	}
	*ret_trouble = formatter.trouble;
	*ret_line = formatter.trouble_line;
	if (!formatter.lines || formatter.trouble || formatter.out.failed) {
		free(formatter.out.text);
		formatter.out.text = NULL;
	}
	free(formatter.lines);
	return formatter.out.text;
}
