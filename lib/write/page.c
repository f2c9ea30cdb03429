/* SPDX-License-Identifier: MIT */
#include "write/page.h"

#include <string.h>

static bool is_text(const struct cmpl_page *page)
{
	return page->format == COMPLAINT_FORMAT_TEXT;
}

static bool is_markdown(const struct cmpl_page *page)
{
	return page->format == COMPLAINT_FORMAT_MARKDOWN;
}

bool cmpl_page_is_html(const struct cmpl_page *page)
{
	return page->format == COMPLAINT_FORMAT_HTML;
}

void cmpl_page_begin(struct cmpl_page *page, const struct complaint_policy *policy, int32_t format)
{
	memset(page, 0, sizeof(*page));
	page->report.out = &page->line;
	page->report.policy = policy;
	page->report.detail = COMPLAINT_DETAIL_ANSWER;
	page->format = format;
}

void cmpl_page_end(struct cmpl_page *page)
{
	cmpl_string_free(&page->line);
	cmpl_string_free(&page->made);
	cmpl_string_free(&page->out);
}

void cmpl_page_raw(struct cmpl_page *page, const char *html)
{
	if (cmpl_page_is_html(page))
		cmpl_string_add(&page->out, html);
}

void cmpl_page_drop(struct cmpl_page *page)
{
	page->out.failed = page->out.failed || page->line.failed || page->made.failed;
	cmpl_string_clear(&page->line);
	cmpl_string_clear(&page->made);
}

/* --- a line and its marks ----------------------------------------------- */

static void settle(struct cmpl_page *page)
{
	page->out.failed = page->out.failed || page->line.failed;
	cmpl_page_escape(&page->made, page->format, cmpl_string_text(&page->line),
			 page->line.length);
	cmpl_string_clear(&page->line);
}

static const struct {
	const char *open[3], *close[3]; /* text, Markdown, HTML */
} marks[] = {
	[CMPL_MARK_STRONG] = { { "", "**", "<strong>" }, { "", "**", "</strong>" } },
	[CMPL_MARK_CLAUSE] = { { "(", "(", "<span class=\"clause\">(" }, { ")", ")", ")</span>" } },
	[CMPL_MARK_ID] = { { "[", "`", "<code>" }, { "]", "`", "</code>" } },
	[CMPL_MARK_BADGE] = { { "", "**", "<span class=\"badge\">" }, { "", "**", "</span>" } },
	[CMPL_MARK_READING] = { { "", "", "<span class=\"reading\">" }, { "", "", "</span>" } },
	[CMPL_MARK_GAP] = { { "", "", "<span class=\"gap\">" }, { "", "", "</span>" } },
	[CMPL_MARK_QUIET] = { { "", "", "<span class=\"quiet\">" }, { "", "", "</span>" } },
};

void cmpl_page_open(struct cmpl_page *page, enum cmpl_mark mark)
{
	settle(page);
	cmpl_string_add(&page->made, marks[mark].open[page->format - COMPLAINT_FORMAT_TEXT]);
}

void cmpl_page_close(struct cmpl_page *page, enum cmpl_mark mark)
{
	settle(page);
	cmpl_string_add(&page->made, marks[mark].close[page->format - COMPLAINT_FORMAT_TEXT]);
}

void cmpl_page_mark(struct cmpl_page *page, enum cmpl_mark mark, const char *text)
{
	if (!text || !*text)
		return;
	cmpl_page_open(page, mark);
	cmpl_say(&page->report, text);
	cmpl_page_close(page, mark);
}

static void add_anchor(struct cmpl_page *page, struct cmpl_string *out, const char *anchor,
		       const char *id)
{
	cmpl_string_add(out, anchor);
	if (!id)
		return;
	cmpl_string_add_char(out, '-');
	cmpl_page_escape(out, page->format, id, strlen(id));
}

void cmpl_page_link(struct cmpl_page *page, const char *anchor, const char *id, const char *words)
{
	settle(page);
	if (cmpl_page_is_html(page)) {
		cmpl_string_add(&page->made, "<a href=\"#");
		add_anchor(page, &page->made, anchor, id);
		cmpl_string_add(&page->made, "\">");
	}
	cmpl_say(&page->report, words);
	settle(page);
	if (cmpl_page_is_html(page))
		cmpl_string_add(&page->made, "</a>");
}

/* What a line of Markdown may not begin with, unless it means it: "# ", "- ", "1. ". */
static void add_guarded(struct cmpl_page *page, const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits > 0 && (text[digits] == '.' || text[digits] == ')')) {
		cmpl_string_add_bytes(&page->out, text, digits);
		cmpl_string_add_char(&page->out, '\\');
		text += digits;
	} else if (*text && strchr("#+-=", *text)) {
		cmpl_string_add_char(&page->out, '\\');
	}
	cmpl_string_add(&page->out, text);
}

void cmpl_page_line(struct cmpl_page *page)
{
	settle(page);
	page->out.failed = page->out.failed || page->made.failed;
	while (page->made.length > 0 && page->made.text[page->made.length - 1] == ' ')
		page->made.text[--page->made.length] = '\0';
	if (is_markdown(page))
		add_guarded(page, cmpl_string_text(&page->made));
	else
		cmpl_string_add(&page->out, cmpl_string_text(&page->made));
	cmpl_string_clear(&page->made);
}

/* --- blocks ------------------------------------------------------------- */

/* Blocks of text and Markdown have an empty line between them. */
static void begin_block(struct cmpl_page *page)
{
	if (page->out.length == 0)
		return;
	cmpl_string_add(&page->out, page->fresh && is_text(page) ? "\n" : "\n\n");
	page->fresh = false;
}

/* A heading of plain text has a line under it, as long as it is. */
static void underline(struct cmpl_page *page, char with, size_t begin)
{
	size_t width = 0;

	for (size_t i = begin; i < page->out.length; i++)
		if ((page->out.text[i] & 0xC0) != 0x80)
			width++;
	cmpl_string_add_char(&page->out, '\n');
	while (width-- > 0)
		cmpl_string_add_char(&page->out, with);
}

static void put_html_heading(struct cmpl_page *page, int level, const char *anchor)
{
	cmpl_string_addf(&page->out, "\n<h%d", level);
	if (anchor) {
		cmpl_string_add(&page->out, " id=\"");
		cmpl_string_add(&page->out, anchor);
		cmpl_string_add_char(&page->out, '"');
	}
	cmpl_string_add_char(&page->out, '>');
	cmpl_page_line(page);
	cmpl_string_addf(&page->out, "</h%d>", level);
}

void cmpl_page_heading(struct cmpl_page *page, int level, const char *anchor)
{
	size_t begin;

	if (cmpl_page_is_html(page)) {
		put_html_heading(page, level, anchor);
		return;
	}
	page->fresh = false;
	begin_block(page);
	for (int i = 0; is_markdown(page) && i < level; i++)
		cmpl_string_add(&page->out, i + 1 < level ? "#" : "# ");
	begin = page->out.length;
	cmpl_page_line(page);
	if (is_text(page) && level <= 2 && page->out.length > begin)
		underline(page, level == 1 ? '=' : '-', begin);
	page->fresh = true;
}

void cmpl_page_article(struct cmpl_page *page, const char *anchor, const char *id)
{
	if (!cmpl_page_is_html(page))
		return;
	cmpl_string_add(&page->out, "\n<article id=\"");
	add_anchor(page, &page->out, anchor, id);
	cmpl_string_add(&page->out, "\">");
}

void cmpl_page_article_end(struct cmpl_page *page)
{
	cmpl_page_raw(page, "\n</article>");
}

void cmpl_page_paragraph(struct cmpl_page *page)
{
	if (cmpl_page_is_html(page))
		cmpl_string_add(&page->out, "\n<p>");
	else
		begin_block(page);
	cmpl_page_line(page);
	cmpl_page_raw(page, "</p>");
}

void cmpl_page_list(struct cmpl_page *page)
{
	cmpl_page_raw(page, "\n<ul>");
	/* The first item brings the second line break. */
	if (page->depth++ == 0 && !cmpl_page_is_html(page) && !(page->fresh && is_text(page)))
		cmpl_string_add(&page->out, "\n");
	page->fresh = false;
}

void cmpl_page_list_end(struct cmpl_page *page)
{
	page->depth--;
	cmpl_page_raw(page, "\n</ul>");
}

void cmpl_page_item_at(struct cmpl_page *page, const char *anchor, const char *id)
{
	cmpl_string_add(&page->out, cmpl_page_is_html(page) ? "\n<li" : "\n");
	if (cmpl_page_is_html(page)) {
		if (anchor) {
			cmpl_string_add(&page->out, " id=\"");
			add_anchor(page, &page->out, anchor, id);
			cmpl_string_add_char(&page->out, '"');
		}
		cmpl_string_add_char(&page->out, '>');
	} else {
		for (int i = 1; i < page->depth; i++)
			cmpl_string_add(&page->out, "  ");
		cmpl_string_add(&page->out, "- ");
	}
	cmpl_page_line(page);
}

void cmpl_page_item(struct cmpl_page *page)
{
	cmpl_page_item_at(page, NULL, NULL);
}

void cmpl_page_item_end(struct cmpl_page *page)
{
	cmpl_page_raw(page, "</li>");
}

void cmpl_page_point(struct cmpl_page *page)
{
	cmpl_page_item(page);
	cmpl_page_item_end(page);
}

/* --- tables: in plain text a line a row ---------------------------------- */

void cmpl_page_table(struct cmpl_page *page)
{
	if (!cmpl_page_is_html(page)) {
		cmpl_page_paragraph(page);
		cmpl_string_add(&page->out, "\n");
		return;
	}
	cmpl_string_add(&page->out, "\n<div class=\"wide\"><table>\n<caption>");
	cmpl_page_line(page);
	cmpl_string_add(&page->out, "</caption>");
}

void cmpl_page_row(struct cmpl_page *page, bool head)
{
	page->column = 0;
	page->row_head = head;
	cmpl_page_raw(page, head ? "\n<thead><tr>" : "\n<tr>");
	if (is_markdown(page))
		cmpl_string_add(&page->out, "\n|");
	else if (is_text(page) && !head)
		cmpl_string_add(&page->out, "\n- ");
}

void cmpl_page_cell(struct cmpl_page *page)
{
	bool names = page->row_head || page->column == 0;

	if (is_text(page) && page->row_head) {
		cmpl_page_drop(page);
	} else if (is_text(page)) {
		cmpl_string_add(&page->out, page->column > 0 ? "; " : "");
		cmpl_page_line(page);
	} else if (is_markdown(page)) {
		cmpl_string_add(&page->out, " ");
		cmpl_page_line(page);
		cmpl_string_add(&page->out, " |");
	} else {
		cmpl_string_add(&page->out, page->row_head ? "<th scope=\"col\">"
					    : names        ? "<th scope=\"row\">"
							   : "<td>");
		cmpl_page_line(page);
		cmpl_string_add(&page->out, names ? "</th>" : "</td>");
	}
	page->column++;
}

void cmpl_page_row_end(struct cmpl_page *page)
{
	cmpl_page_raw(page, page->row_head ? "</tr></thead>\n<tbody>" : "</tr>");
	if (!is_markdown(page) || !page->row_head)
		return;
	cmpl_string_add(&page->out, "\n|");
	for (int i = 0; i < page->column; i++)
		cmpl_string_add(&page->out, "---|");
}

void cmpl_page_table_end(struct cmpl_page *page)
{
	cmpl_page_raw(page, "\n</tbody></table></div>");
}
