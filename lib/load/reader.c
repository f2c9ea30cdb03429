/* SPDX-License-Identifier: MIT */
/* What every loader needs besides its tables: the faults it reports, and the head of the file. */
#include <stdarg.h>
#include <string.h>

#include "load/fields.h"

/* Each search goes through every name there is; a file made to be slow must not buy thousands. */
#define SUGGESTIONS 100

void cmpl_reader_begin(struct cmpl_reader *reader, const struct cmpl_tree *tree,
		       struct complaint_diagnostics *diags)
{
	memset(reader, 0, sizeof(*reader));
	reader->tree = tree;
	reader->diags = diags;
	reader->suggestions = SUGGESTIONS;
}

void cmpl_reader_end(struct cmpl_reader *reader)
{
	for (size_t i = 0; i < sizeof(reader->quotes) / sizeof(reader->quotes[0]); i++)
		cmpl_string_free(&reader->quotes[i]);
}

complaint_status cmpl_reader_status(const struct cmpl_reader *reader)
{
	if (reader->out_of_memory || cmpl_diag_out_of_memory(reader->diags))
		return COMPLAINT_ERR_NO_MEMORY;
	return reader->faults ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK;
}

static void report(struct cmpl_reader *reader, int32_t severity, enum cmpl_code code,
		   struct cmpl_place place, const char *format, va_list arguments)
{
	struct cmpl_string message = { 0 };

	if (!reader->diags)
		return;
	cmpl_string_addv(&message, format, arguments);
	if (message.failed)
		reader->out_of_memory = true;
	cmpl_diag_add(reader->diags, severity, code, reader->tree->file, place, "%s",
		      cmpl_string_text(&message));
	cmpl_string_free(&message);
}

void cmpl_fault(struct cmpl_reader *reader, enum cmpl_code code, struct cmpl_place place,
		const char *format, ...)
{
	va_list arguments;

	reader->faults++;
	va_start(arguments, format);
	report(reader, COMPLAINT_SEVERITY_ERROR, code, place, format, arguments);
	va_end(arguments);
}

void cmpl_warn(struct cmpl_reader *reader, enum cmpl_code code, struct cmpl_place place,
	       const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(reader, COMPLAINT_SEVERITY_WARNING, code, place, format, arguments);
	va_end(arguments);
}

void cmpl_related(struct cmpl_reader *reader, struct cmpl_place place, const char *message)
{
	cmpl_diag_related(reader->diags, place, message);
}

void cmpl_related_entry(struct cmpl_reader *reader, const struct cmpl_node *list,
			const struct cmpl_node *entry)
{
	const char *text = cmpl_node_text(reader->tree, entry);
	const struct cmpl_node *child = cmpl_node_first(reader->tree, list);

	/* Each search goes through the list: not thousands of times. */
	if (!cmpl_diag_wants_hint(reader->diags))
		return;
	for (; child && child != entry; child = cmpl_node_next(reader->tree, list, child)) {
		if (child->kind != CMPL_NODE_SCALAR ||
		    !cmpl_text_equal(cmpl_node_text(reader->tree, child), child->length, text,
				     entry->length))
			continue;
		cmpl_related(reader, cmpl_node_place(child), "the first stands here");
		return;
	}
}

void cmpl_hint(struct cmpl_reader *reader, const char *format, ...)
{
	struct cmpl_string hint = { 0 };
	va_list arguments;

	if (!reader->diags)
		return;
	va_start(arguments, format);
	cmpl_string_addv(&hint, format, arguments);
	va_end(arguments);
	if (hint.failed)
		reader->out_of_memory = true;
	cmpl_diag_hint(reader->diags, "%s", cmpl_string_text(&hint));
	cmpl_string_free(&hint);
}

const char *cmpl_quote(struct cmpl_reader *reader, const char *text, size_t length)
{
	struct cmpl_string *quote = &reader->quotes[reader->quote];

	if (!reader->diags)
		return "";
	reader->quote = (reader->quote + 1) % (uint32_t)(sizeof(reader->quotes) / sizeof(*quote));
	cmpl_string_clear(quote);
	cmpl_string_quote(quote, text, length);
	if (quote->failed)
		reader->out_of_memory = true;
	return cmpl_string_text(quote);
}

const char *cmpl_quote_node(struct cmpl_reader *reader, const struct cmpl_node *node)
{
	return cmpl_quote(reader, cmpl_node_text(reader->tree, node), node->length);
}

bool cmpl_suggest_start(struct cmpl_reader *reader, struct cmpl_suggest *suggest,
			const char *wanted, size_t length)
{
	if (reader->suggestions == 0 || !cmpl_diag_wants_hint(reader->diags))
		return false;
	reader->suggestions--;
	cmpl_suggest_begin(suggest, wanted, length);
	return true;
}

void cmpl_suggest_end(struct cmpl_reader *reader, const struct cmpl_suggest *suggest,
		      const char *otherwise)
{
	size_t length;
	const char *best = cmpl_suggest_best(suggest, &length);

	if (best)
		cmpl_hint(reader, "did you mean %s?", cmpl_quote(reader, best, length));
	else if (otherwise)
		cmpl_hint(reader, "%s", otherwise);
}

bool cmpl_node_is(const struct cmpl_reader *reader, const struct cmpl_node *node, const char *word)
{
	return node->kind == CMPL_NODE_SCALAR &&
	       cmpl_text_is(cmpl_node_text(reader->tree, node), node->length, word);
}

/* --- the head ------------------------------------------------------------- */

static const char *const all_kinds[] = { "policy",    "norm", "vocabulary",
					 "scenarios", "case", "calendar" };
#define KIND_COUNT (sizeof(all_kinds) / sizeof(all_kinds[0]))

static bool read_format(struct cmpl_reader *reader, const struct cmpl_node *root)
{
	const struct cmpl_node *format = cmpl_node_get(reader->tree, root, "format");

	if (!format) {
		cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(root),
			   "the file lacks \"format\"");
		cmpl_hint(reader, "begin it with \"format: 1\"");
		return true;
	}
	if (cmpl_node_is(reader, format, "1") && format->style == CMPL_STYLE_PLAIN)
		return true;
	if (format->kind != CMPL_NODE_SCALAR)
		cmpl_fault(reader, CMPL_CODE_FORMAT_UNKNOWN, cmpl_node_place(format),
			   "the format is not a number");
	else
		cmpl_fault(reader, CMPL_CODE_FORMAT_UNKNOWN, cmpl_node_place(format),
			   "the format %s is not known here", cmpl_quote_node(reader, format));
	cmpl_hint(reader, "write \"format: 1\"");
	return false;
}

static void fault_kind_wrong(struct cmpl_reader *reader, const struct cmpl_node *node,
			     const struct cmpl_word *kinds)
{
	struct cmpl_string wanted = { 0 };

	for (size_t i = 0; kinds[i].word; i++)
		cmpl_string_addf(&wanted, "%s\"%s\"", i ? " or " : "", kinds[i].word);
	if (wanted.failed)
		reader->out_of_memory = true;
	cmpl_fault(reader, CMPL_CODE_KIND_WRONG, cmpl_node_place(node),
		   "the file is of kind %s, and %s is wanted here", cmpl_quote_node(reader, node),
		   cmpl_string_text(&wanted));
	cmpl_hint(reader, "give another file, or mend its \"kind\"");
	cmpl_string_free(&wanted);
}

static bool is_some_kind(const struct cmpl_reader *reader, const struct cmpl_node *node)
{
	for (size_t i = 0; i < KIND_COUNT; i++)
		if (cmpl_node_is(reader, node, all_kinds[i]))
			return true;
	return false;
}

static void fault_kind_unknown(struct cmpl_reader *reader, const struct cmpl_node *node)
{
	struct cmpl_suggest suggest;

	if (node->kind != CMPL_NODE_SCALAR) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node),
			   "\"kind\" must be a word");
		cmpl_hint(reader, "write \"kind: policy\", or what the file is");
		return;
	}
	cmpl_fault(reader, CMPL_CODE_UNKNOWN_VALUE, cmpl_node_place(node),
		   "unknown kind of file %s", cmpl_quote_node(reader, node));
	if (!cmpl_suggest_start(reader, &suggest, cmpl_node_text(reader->tree, node), node->length))
		return;
	for (size_t i = 0; i < KIND_COUNT; i++)
		cmpl_suggest_offer(&suggest, all_kinds[i], strlen(all_kinds[i]));
	cmpl_suggest_end(reader, &suggest,
			 "the kinds are policy, norm, vocabulary, scenarios, case, calendar");
}

bool cmpl_read_head(struct cmpl_reader *reader, const struct cmpl_word *kinds, int32_t *ret_kind)
{
	const struct cmpl_node *root = &reader->tree->nodes[0];
	const struct cmpl_node *kind;

	/*
	 * The first kind wanted stands in for one that is missing or misspelt: the rest is still
	 * read.
	 */
	*ret_kind = kinds[0].value;
	if (root->kind != CMPL_NODE_MAP) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(root),
			   "the file must be a mapping");
		cmpl_hint(reader, "begin it with \"format: 1\" and \"kind: %s\"", kinds[0].word);
		return false;
	}
	if (!read_format(reader, root))
		return false;
	kind = cmpl_node_get(reader->tree, root, "kind");
	if (!kind) {
		cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(root),
			   "the file lacks \"kind\"");
		cmpl_hint(reader, "add \"kind: %s\"", kinds[0].word);
		return true;
	}
	for (size_t i = 0; kinds[i].word; i++)
		if (cmpl_node_is(reader, kind, kinds[i].word)) {
			*ret_kind = kinds[i].value;
			return true;
		}
	if (is_some_kind(reader, kind)) {
		fault_kind_wrong(reader, kind, kinds);
		return false;
	}
	fault_kind_unknown(reader, kind);
	return true;
}
