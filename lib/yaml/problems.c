/* SPDX-License-Identifier: MIT */
#include "yaml/problems.h"

#include <string.h>

#include "base/text.h"
#include "tree/limits.h"

/* libyaml looks so far for the ":" of a key and then gives a message that misleads. */
#define LIBYAML_KEY 1024

/*
 * libyaml 0.2.5's words, and ours. `context` NULL: any. Where the end of the file is what it
 * stumbles over, the author has to look at the beginning: `at_context`.
 */
static const struct problem {
	const char *context, *problem;
	bool at_context;
	enum cmpl_code code;
	const char *message, *hint;
} problems[] = {
	{ NULL, "found unexpected end of stream", true, CMPL_CODE_YAML_SYNTAX,
	  "a quote is opened here and never closed", "close it with the same quote mark" },
	{ NULL, "found unexpected document indicator", true, CMPL_CODE_YAML_SYNTAX,
	  "a quote is opened here and never closed", "close it with the same quote mark" },
	{ NULL, "found unknown escape character", false, CMPL_CODE_YAML_SYNTAX,
	  "an escape that YAML does not have", "write \"\\\\\" for a backslash in double quotes" },
	{ NULL, "did not find expected hexdecimal number", false, CMPL_CODE_YAML_SYNTAX,
	  "an escape without its hexadecimal digits",
	  "write \"\\\\\" for a backslash in double quotes" },
	{ NULL, "found invalid Unicode character escape code", false, CMPL_CODE_YAML_SYNTAX,
	  "an escape for a character that does not exist", "write the character itself" },
	{ NULL, "could not find expected ':'", true, CMPL_CODE_YAML_SYNTAX,
	  "this line is no \"key: value\" and belongs to no text",
	  "write a \":\" after the key, or indent the line below the text it continues" },
	{ NULL, "block sequence entries are not allowed in this context", false,
	  CMPL_CODE_YAML_SYNTAX, "a list entry's \"-\" cannot stand here",
	  "begin the list on a line of its own" },
	{ NULL, "mapping keys are not allowed in this context", false, CMPL_CODE_YAML_SYNTAX,
	  "a \"?\" cannot stand here", "put a text that begins with \"?\" in double quotes" },
	{ NULL, "did not find expected key", false, CMPL_CODE_YAML_SYNTAX,
	  "this does not fit into the mapping around it",
	  "indent it exactly like the keys it belongs to; nothing may follow a closing quote" },
	{ NULL, "did not find expected '-' indicator", false, CMPL_CODE_YAML_SYNTAX,
	  "this does not fit into the list around it",
	  "begin an entry with \"- \", or indent the line like the keys of its entry" },
	{ NULL, "did not find expected <document start>", false, CMPL_CODE_YAML_SYNTAX,
	  "the document has ended before this",
	  "indent it like the keys it belongs to, or put the text before it in double quotes" },
	{ NULL, "did not find expected node content", false, CMPL_CODE_YAML_SYNTAX,
	  "a value is missing here", "take the spare comma or bracket out" },
	{ NULL, "did not find expected ',' or ']'", true, CMPL_CODE_YAML_SYNTAX,
	  "the list that begins here lacks a \",\" or its \"]\"",
	  "close it with \"]\", or write one entry a line with \"- \"" },
	{ NULL, "did not find expected ',' or '}'", true, CMPL_CODE_YAML_SYNTAX,
	  "the mapping that begins here lacks a \",\" or its \"}\"",
	  "close it with \"}\", or write one key a line" },
	{ "while scanning a block scalar", "did not find expected comment or line break", false,
	  CMPL_CODE_YAML_SYNTAX, "text cannot follow \">\" or \"|\" in the same line",
	  "write \">-\" and begin the text in the next line, indented" },
	{ "while scanning an alias", NULL, true, CMPL_CODE_ALIAS_NOT_ALLOWED,
	  "\"*\" begins a YAML alias", "put a text that begins with \"*\" in double quotes" },
	{ "while scanning an anchor", NULL, true, CMPL_CODE_ANCHOR_NOT_ALLOWED,
	  "\"&\" begins a YAML anchor", "put a text that begins with \"&\" in double quotes" },
	{ "while scanning a tag", NULL, true, CMPL_CODE_TAG_NOT_ALLOWED, "\"!\" begins a YAML tag",
	  "put a text that begins with \"!\" in double quotes" },
	{ "while parsing a tag", NULL, true, CMPL_CODE_TAG_NOT_ALLOWED, "\"!\" begins a YAML tag",
	  "put a text that begins with \"!\" in double quotes" },
	{ NULL, "found undefined tag handle", false, CMPL_CODE_TAG_NOT_ALLOWED,
	  "\"!\" begins a YAML tag", "put a text that begins with \"!\" in double quotes" },
	{ "while scanning a directive", NULL, true, CMPL_CODE_YAML_SYNTAX,
	  "\"%\" begins a YAML directive", "put a text that begins with \"%\" in double quotes" },
};

struct cmpl_place cmpl_yaml_place(const yaml_mark_t *mark)
{
	return (struct cmpl_place){ (uint32_t)mark->line + 1, (uint32_t)mark->column + 1 };
}

static bool is_problem(const yaml_parser_t *parser, const char *problem)
{
	return parser->problem && strcmp(parser->problem, problem) == 0;
}

static const struct problem *find(const yaml_parser_t *parser)
{
	for (size_t i = 0; i < sizeof(problems) / sizeof(problems[0]); i++) {
		const struct problem *row = &problems[i];

		if (row->context &&
		    (!parser->context || strcmp(row->context, parser->context) != 0))
			continue;
		if (row->problem && !is_problem(parser, row->problem))
			continue;
		return row;
	}
	return NULL;
}

/* Where a line begins; NULL beyond the last. */
static const char *find_line(const struct cmpl_form *form, uint32_t line, size_t *ret_length)
{
	const char *at = form->bytes, *end = form->bytes + form->length, *next;

	for (uint32_t i = 1; i < line; i++) {
		next = memchr(at, '\n', (size_t)(end - at));
		if (!next)
			return NULL;
		at = next + 1;
	}
	next = memchr(at, '\n', (size_t)(end - at));
	*ret_length = (size_t)((next ? next : end) - at);
	return at;
}

/* A tab has been reported already; what libyaml makes of it in that line would only confuse. */
static bool has_tab(const struct cmpl_form *form, uint32_t line)
{
	size_t length = 0;
	const char *at = find_line(form, line, &length);

	return at && memchr(at, '\t', length);
}

static bool report_long_key(struct cmpl_form *form, struct cmpl_place place)
{
	size_t length = 0, blanks = 0;
	const char *at = find_line(form, place.line, &length);

	if (!at || length <= LIBYAML_KEY)
		return false;
	while (blanks < length && (at[blanks] == ' ' || at[blanks] == '-'))
		blanks++;
	place.column = (uint32_t)blanks + 1;
	cmpl_form_fault(form, CMPL_CODE_KEY_TOO_LONG, place,
			"a key of more than %d bytes, but %d are the most", LIBYAML_KEY,
			CMPL_LIMIT_KEY);
	cmpl_diag_hint(form->diags, "is a \":\" in a text taken for the end of a key?"
				    " Put the text in double quotes");
	return true;
}

/* "@" and "`" are reserved, "%" too; libyaml does not say which it met. */
static void report_first_character(struct cmpl_form *form, struct cmpl_place place)
{
	size_t length = 0;
	const char *at = find_line(form, place.line, &length);
	char found = at && place.column <= length ? at[place.column - 1] : ' ';

	for (size_t i = 0; at && i + 1 < place.column && i < length; i++)
		if ((unsigned char)at[i] >= 0x80)
			found = ' '; /* columns are no bytes here: say nothing wrong */
	if (found == '@' || found == '`' || found == '%')
		cmpl_form_fault(form, CMPL_CODE_YAML_SYNTAX, place,
				"a value cannot begin with \"%c\"", found);
	else
		cmpl_form_fault(form, CMPL_CODE_YAML_SYNTAX, place,
				"a value cannot begin with this character");
	cmpl_diag_hint(form->diags, "put the text in double quotes");
}

/* A double quote as word processors set it: U+201C to U+201F. */
static bool has_curly_quote(const char *line, size_t length)
{
	for (size_t i = 0; i + 2 < length; i++)
		if (memcmp(line + i, "\xe2\x80", 2) == 0 && (unsigned char)line[i + 2] >= 0x9c &&
		    (unsigned char)line[i + 2] <= 0x9f)
			return true;
	return false;
}

/*
 * The author's commonest slip: a text with ": " in it, or a line above without ": ", whose text
 * then runs on into this line's key.
 */
static void report_second_colon(struct cmpl_form *form, struct cmpl_place place)
{
	size_t length = 0;
	const char *at = find_line(form, place.line, &length);
	bool first_here = false;

	if (report_long_key(form, place))
		return;
	for (size_t i = 0; at && i + 1 < place.column && i + 1 < length; i++)
		first_here = first_here || (at[i] == ':' && at[i + 1] == ' ');
	if (first_here) {
		cmpl_form_fault(form, CMPL_CODE_YAML_SYNTAX, place, "a second \":\" in one line");
		cmpl_diag_hint(form->diags, "put a text that has \": \" in it in double quotes%s",
			       has_curly_quote(at, length)
				       ? "; those of a word processor are none, type \" itself"
				       : "");
	} else {
		cmpl_form_fault(
			form, CMPL_CODE_YAML_SYNTAX, place,
			"a key stands here, but the text of the line above runs on into it");
		cmpl_diag_hint(form->diags,
			       "write \"key: value\" in the line above, or put a text that"
			       " has \": \" in it in double quotes");
	}
}

/* Content after "..." is a second document, even without its "---". */
static bool follows_end_marker(const struct cmpl_form *form, uint32_t line)
{
	size_t length = 0;
	const char *end = find_line(form, line, &length), *at = form->bytes;

	while (end && at && end - at >= 3) {
		if (memcmp(at, "...", 3) == 0)
			return true;
		at = memchr(at, '\n', (size_t)(end - at));
		at = at ? at + 1 : NULL;
	}
	return false;
}

static void report_other(struct cmpl_form *form, const yaml_parser_t *parser,
			 struct cmpl_place place)
{
	if (parser->problem)
		cmpl_form_fault(form, CMPL_CODE_YAML_SYNTAX, place, "not YAML: %s%s%s",
				parser->context ? parser->context : "", parser->context ? ", " : "",
				parser->problem);
	else
		cmpl_form_fault(form, CMPL_CODE_YAML_SYNTAX, place, "not YAML");
	cmpl_diag_hint(form->diags,
		       "look at the indentation and the quotes here and in the line above");
}

/* Where it began, or went on wrongly: not always the place that is reported. */
static void relate(struct cmpl_form *form, const yaml_parser_t *parser, struct cmpl_place place,
		   const struct cmpl_quoted *last)
{
	struct cmpl_place problem = cmpl_yaml_place(&parser->problem_mark);
	size_t length = 0;

	if (last->begins.line > 0 && last->begins.line < place.line &&
	    last->last_line == place.line)
		cmpl_diag_related(form->diags, last->begins,
				  "the quote opened here ends in the line of the fault: was it to "
				  "end before?");
	else if (problem.line > place.line && find_line(form, problem.line, &length) && length > 0)
		cmpl_diag_related(form->diags, problem, "up to here it goes on");
}

void cmpl_yaml_report(struct cmpl_form *form, const yaml_parser_t *parser,
		      const struct cmpl_quoted *last)
{
	struct cmpl_place place = cmpl_yaml_place(&parser->problem_mark);
	const struct problem *row = find(parser);

	/* Its mark is 0:0; our own check of the bytes came first anyway. */
	if (parser->error == YAML_READER_ERROR)
		place = (struct cmpl_place){ 0, 0 };
	if (row && row->at_context && parser->context)
		place = cmpl_yaml_place(&parser->context_mark);
	if (has_tab(form, place.line) || has_tab(form, (uint32_t)parser->problem_mark.line + 1))
		return;

	if (row && row->code == CMPL_CODE_YAML_SYNTAX && report_long_key(form, place))
		return;
	if (is_problem(parser, "did not find expected <document start>") &&
	    follows_end_marker(form, place.line)) {
		cmpl_form_fault(form, CMPL_CODE_SECOND_DOCUMENT, place,
				"a second document begins here");
		cmpl_diag_hint(form->diags, "write it into a file of its own");
	} else if (row) {
		cmpl_form_fault(form, row->code, place, "%s", row->message);
		relate(form, parser, place, last);
		cmpl_diag_hint(form->diags, "%s", row->hint);
	} else if (is_problem(parser, "mapping values are not allowed in this context")) {
		report_second_colon(form, place);
	} else if (is_problem(parser, "found character that cannot start any token")) {
		report_first_character(form, place);
	} else {
		report_other(form, parser, place);
	}
}
