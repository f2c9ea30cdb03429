/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/report.h>

#include "base/text.h"
#include "write/report.h"

/*
 * A document of headings, paragraphs, lists and tables, as plain text, Markdown or HTML.
 *
 * What a block holds is said first, by the cmpl_say_...() of report.h, which write into `line`; the
 * call that ends the block takes it from there, escapes it and puts it into `out`. Nothing of a
 * file reaches `out` by another way.
 */
struct cmpl_page {
	struct cmpl_report report; /* its `out` is `line` */
	struct cmpl_string line;   /* of the block being said, as it is in the file */
	struct cmpl_string made;   /* the same as far as it is escaped, with its marks */
	struct cmpl_string out;
	int32_t format; /* COMPLAINT_FORMAT_* */
	int depth;      /* lists that are open */
	int column;     /* of the table's row, from 0 */
	bool row_head;  /* of a table's head */
	bool section;   /* one is open */
	bool fresh;     /* text: a heading was the last block, so that no empty line follows */
};

/* What a stretch of a line is. Each mark ends what was said before it. */
enum cmpl_mark {
	CMPL_MARK_STRONG,
	CMPL_MARK_CLAUSE,  /* a clause, in brackets */
	CMPL_MARK_ID,      /* what the file calls it */
	CMPL_MARK_BADGE,   /* a word on how strong it is; in HTML only an outline round it */
	CMPL_MARK_READING, /* that the text can be read otherwise */
	CMPL_MARK_GAP,     /* what the text leaves open, or says twice */
	CMPL_MARK_QUIET    /* what may be passed over in reading */
};

void cmpl_page_begin(struct cmpl_page *page, const struct complaint_policy *policy, int32_t format);
void cmpl_page_end(struct cmpl_page *page); /* gives the memory back */

void cmpl_page_open(struct cmpl_page *page, enum cmpl_mark mark);
void cmpl_page_close(struct cmpl_page *page, enum cmpl_mark mark);
/* A whole stretch at once; nothing for NULL and "". */
void cmpl_page_mark(struct cmpl_page *page, enum cmpl_mark mark, const char *text);
/* A link to an article or an item of this page; the words alone where there are no links. */
void cmpl_page_link(struct cmpl_page *page, const char *anchor, const char *id, const char *words);

/* The line into the document as it is, for blocks that are made elsewhere. */
void cmpl_page_line(struct cmpl_page *page);

/* The line is not wanted after all. */
void cmpl_page_drop(struct cmpl_page *page);

/* --- blocks ------------------------------------------------------------- */

/* Level 1 to 4. The anchor may be NULL. */
void cmpl_page_heading(struct cmpl_page *page, int level, const char *anchor);
void cmpl_page_paragraph(struct cmpl_page *page);
void cmpl_page_list(struct cmpl_page *page);
void cmpl_page_list_end(struct cmpl_page *page);
/*
 * An item may hold lists after its line. An anchor has two parts, joined by a hyphen; the second
 * may be NULL.
 */
void cmpl_page_item(struct cmpl_page *page);
void cmpl_page_item_at(struct cmpl_page *page, const char *anchor, const char *id);
void cmpl_page_item_end(struct cmpl_page *page);
/* An item with nothing below it. */
void cmpl_page_point(struct cmpl_page *page);

/* The caption is what the line holds. */
void cmpl_page_table(struct cmpl_page *page);
void cmpl_page_row(struct cmpl_page *page, bool head);
void cmpl_page_cell(struct cmpl_page *page); /* the first of a row names it */
void cmpl_page_row_end(struct cmpl_page *page);
void cmpl_page_table_end(struct cmpl_page *page);

/* HTML alone; nothing elsewhere. The text is ours and goes out as it stands. */
void cmpl_page_raw(struct cmpl_page *page, const char *html);
bool cmpl_page_is_html(const struct cmpl_page *page);

/* --- page_html.c: what stands round the blocks ---------------------------- */

/* A part of the page with a heading of level 2; ends the one before it. The anchor is ours. */
void cmpl_page_section(struct cmpl_page *page, const char *anchor, const char *words);
/* A part of a section, to which links can lead; nothing but in HTML. */
void cmpl_page_article(struct cmpl_page *page, const char *anchor, const char *id);
void cmpl_page_article_end(struct cmpl_page *page);
/* Everything before the first block, its title being what the line holds; nothing but in HTML. */
void cmpl_page_html_head(struct cmpl_page *page);
/* Where a page of many sections leads: pairs of anchor and words, ended by NULL. */
void cmpl_page_html_contents(struct cmpl_page *page, const char *const (*sections)[2]);
void cmpl_page_html_foot(struct cmpl_page *page);

/* --- page_escape.c ------------------------------------------------------- */

/*
 * A text of the file for the format: what the format would take for its own is escaped, control
 * characters and those that turn the direction of writing are shown as \x1b, line breaks are
 * blanks.
 */
void cmpl_page_escape(struct cmpl_string *out, int32_t format, const char *text, size_t length);
