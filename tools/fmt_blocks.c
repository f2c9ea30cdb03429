/* SPDX-License-Identifier: MIT */
/* Texts over several lines, under | or >. */
#include "fmt.h"

#include <string.h>

/* Wrapped text ends here. */
#define WIDTH 80

size_t columns_in(const char *text, size_t length)
{
	size_t columns = 0;

	for (size_t i = 0; i < length; i++)
		columns += ((unsigned char)text[i] & 0xc0) != 0x80;
	return columns;
}

void wrap_words(struct growing *out, const char *text, size_t length, size_t indent)
{
	const char *end = text + length;
	size_t column = 0;

	while (text < end) {
		const char *word = text;

		/* Where two blanks stand, a line must not end. */
		while (text < end && (*text != ' ' || text[1] == ' ' || text[-1] == ' '))
			text++;
		if (column > 0 && column + 1 + columns_in(word, (size_t)(text - word)) > WIDTH) {
			grow_text(out, "\n");
			column = 0;
		}
		if (column == 0) {
			grow_blanks(out, indent);
			column = indent;
		} else {
			grow_text(out, " ");
			column++;
		}
		grow(out, word, (size_t)(text - word));
		column += columns_in(word, (size_t)(text - word));
		text += text < end;
	}
	grow_text(out, "\n");
}

/* The lines of a block: the first, the one after the last, and how far they are set in. */
struct block {
	size_t first, end, indent;
	int even; /* all are set in alike, and none ends in blanks */
};

static struct block find_block(const struct formatter *formatter, const struct entry *entry)
{
	struct block block = { .first = entry->index + 1, .even = 1 };
	size_t index = block.first;
	int blanks = 0; /* blank lines longer than the indent, which count when text follows */

	while (index < formatter->count && is_blank_line(&formatter->lines[index]))
		index++;
	block.even = index == block.first;
	block.end = block.first;
	block.indent = index < formatter->count ? formatter->lines[index].indent : 0;
	if (block.indent <= entry->parent)
		return block;
	for (; index < formatter->count; index++) {
		const struct line *line = &formatter->lines[index];

		if (is_blank_line(line)) {
			blanks |= strcspn(line->text, "\r\n") > block.indent;
			continue;
		}
		if (line->indent < block.indent)
			break;
		block.even =
			block.even && line->indent == block.indent && !line->trailing && !blanks;
		block.end = index + 1;
	}
	return block;
}

/* The lines as they are, set in as the entry now is; blanks at their ends belong to the text. */
static void write_kept(struct formatter *formatter, const struct block *block, size_t indent)
{
	for (size_t i = block->first; i < block->end; i++) {
		const struct line *line = &formatter->lines[i];
		size_t whole = strcspn(line->text, "\r\n");

		if (!is_blank_line(line)) {
			grow_blanks(&formatter->out, indent);
			grow(&formatter->out, line->text + block->indent, whole - block->indent);
		} else if (whole > block->indent) {
			give_up(formatter, i, "blanks stand alone in a text of several lines");
		}
		grow_text(&formatter->out, "\n");
	}
}

/* Paragraphs of a folded text, each wrapped anew. */
static void write_folded(struct formatter *formatter, const struct block *block, size_t indent)
{
	struct growing text = { 0 };

	for (size_t i = block->first; i <= block->end; i++) {
		const struct line *line = &formatter->lines[i];

		if (i < block->end && !is_blank_line(line)) {
			grow_text(&text, text.length > 0 ? " " : "");
			grow(&text, line->text + line->indent, line->length - line->indent);
			continue;
		}
		if (text.length > 0)
			wrap_words(&formatter->out, text.text, text.length, indent);
		text.length = 0;
		if (i < block->end)
			grow_text(&formatter->out, "\n");
	}
	formatter->out.failed |= text.failed;
	free_growing(&text);
}

size_t format_block(struct formatter *formatter, const struct entry *entry)
{
	const char *end = find_remark(entry->at, entry->end);
	struct block block = find_block(formatter, entry);
	int folded = end - entry->at >= 2 && strncmp(entry->at, ">-", 2) == 0;

	while (end > entry->at && end[-1] == ' ')
		end--;
	if (end - entry->at > 2 || memchr(entry->at, '+', (size_t)(end - entry->at)) ||
	    (end - entry->at == 2 && entry->at[1] != '-'))
		give_up(formatter, entry->index, "write this text under >- or |-");
	grow_blanks(&formatter->out, formatter->out.text[formatter->out.length - 1] == ':' ? 1 : 0);
	grow(&formatter->out, entry->at, (size_t)(entry->end - entry->at));
	grow_text(&formatter->out, "\n");
	if (block.end == block.first)
		return block.end;
	if (folded && block.even)
		write_folded(formatter, &block, entry->wanted + 2);
	else
		write_kept(formatter, &block, entry->wanted + 2);
	return block.end;
}
