/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_FMT_H
#define COMPLAINT_TOOL_FMT_H

/*
 * What the files of `complaint fmt` share. The formatter reads lines, not YAML: it knows the block
 * style that the format asks for, and gives up on what it does not understand. That nothing was
 * lost is checked afterwards, by fmt_same.c, which knows nothing of how lines were laid out.
 */

#include "growing.h"
#include "tool.h"

/* --- fmt_lines.c: lines, levels of indentation, remarks ------------------- */

enum { LEVEL_MAP = 1, LEVEL_LIST = 2 };

/* A mapping or a list that is open, and the columns at which its entries stood and now stand. */
struct level {
	int kind;
	size_t column, wanted;
};

#define MOST_LEVELS 64

struct line {
	const char *text;
	size_t length; /* without trailing blanks */
	size_t indent;
	int trailing; /* it had trailing blanks */
};

struct formatter {
	struct line *lines;
	size_t count;
	struct growing out;
	struct level levels[MOST_LEVELS];
	size_t depth;
	int close;               /* a case is short: its groups need no blank line */
	size_t pending;          /* the first line of remarks and blank lines not written yet */
	int block_before, begun; /* the last top-level key had lines below it; one was written */
	int spaced, entries; /* the list has a blank line between entries; how many were written */
	const char *trouble; /* why it gave up, and on which line */
	size_t trouble_line;
};

/*
 * The text laid out anew. NULL: out of memory (trouble is NULL), or it gave up. Free with free().
 */
char *format_text(const char *text, size_t length, enum kind kind, const char **ret_trouble,
		  size_t *ret_line);

int is_blank_line(const struct line *line);
int is_remark(const struct line *line);
void give_up(struct formatter *formatter, size_t line, const char *why);

/* --- fmt_values.c: what stands behind a key or a hyphen -------------------- */

/* An entry being written. */
struct entry {
	size_t index;          /* its line */
	const char *at, *end;  /* the value, to the end of the line */
	size_t parent;         /* what belongs to the value is indented by more than this */
	size_t column, wanted; /* of the entry itself, before and now */
	size_t written;        /* columns of the line that are written */
	int clause;            /* its key is `clause` */
};

/* Writes the value and what belongs to it; returns the line after it. */
size_t format_value(struct formatter *formatter, const struct entry *entry);
/* The end of a text in quotes that begins here; NULL when it is not on this line. */
const char *end_of_quoted(const char *at, const char *end);
/* Where the remark of a line begins, or its end. */
const char *find_remark(const char *at, const char *end);

/* --- fmt_blocks.c: texts over several lines --------------------------------- */

/* A text under | or >; its header is not written yet. */
size_t format_block(struct formatter *formatter, const struct entry *entry);
/* Writes words below a header, broken at blanks. */
void wrap_words(struct growing *out, const char *text, size_t length, size_t indent);
size_t columns_in(const char *text, size_t length);

/* --- fmt_flow.c ---------------------------------------------------------- */

/* [ ] and { } on one line, with blanks where they belong. 0: left to the caller as it is. */
int format_flow(struct growing *out, const char *at, const char *end);
/* The line on which brackets or quotes that begin there are closed. */
size_t find_close(const struct formatter *formatter, const struct entry *entry,
		  const char **ret_end);

/* --- fmt_same.c ------------------------------------------------------------ */

/* Has every character that is no blank been kept? Says so when it has not. */
int same_content(const char *name, const char *before, const char *after);
/* A file with faults is not laid out; prints them. TOOL_CLEAN, TOOL_FAULTS or TOOL_TROUBLE. */
int is_sound(const char *path, enum kind kind);
/* Does the library read the same from both files? Says so when it does not. */
int same_meaning(const char *path, const char *made, enum kind kind);

/* --- fmt_write.c ----------------------------------------------------------- */

/* The bytes of a file within the limit; complains. Free with free(). */
char *read_whole(const char *path, size_t *ret_length);
/* What is to be put in the place of a file, beside it until then. */
struct replacement {
	char target[4096], beside[4200];
};
int write_beside(const char *path, const char *text, size_t length, struct replacement *ret_made);
/* Puts it in place, if the file still holds what it held; or takes it away. */
int put_in_place(const struct replacement *made, const char *before, size_t length);
void take_away(const struct replacement *made);

#endif
