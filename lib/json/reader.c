/* SPDX-License-Identifier: MIT */
#include "json/reader.h"

#include "json/scanner.h"
#include "tree/builder.h"

/* What may come next. */
enum state {
	WANTS_VALUE,
	WANTS_VALUE_OR_CLOSE, /* after "[" */
	WANTS_KEY,
	WANTS_KEY_OR_CLOSE, /* after "{" */
	WANTS_COLON,
	WANTS_COMMA_OR_CLOSE,
	WANTS_END
};

struct reader {
	struct cmpl_json_scanner scanner;
	struct cmpl_builder builder;
	enum state state;
};

static bool refuse(struct reader *reader)
{
	static const struct {
		const char *message, *hint;
	} words[] = {
		[WANTS_VALUE] = { "a value is missing here",
				  "write one, or take the comma or the key out" },
		[WANTS_VALUE_OR_CLOSE] = { "a value or \"]\" is missing here",
					   "close the list with \"]\"" },
		[WANTS_KEY] = { "a key is missing here",
				"write one in double quotes, or take the comma before it out" },
		[WANTS_KEY_OR_CLOSE] = { "a key or \"}\" is missing here",
					 "write a key in double quotes, or close with \"}\"" },
		[WANTS_COLON] = { "\":\" is missing after the key", "write \"key\": value" },
		[WANTS_COMMA_OR_CLOSE] = { "a comma or a closing bracket is missing here",
					   "write a comma between two entries" },
		[WANTS_END] = { "text follows after the end", "a file is one JSON value" },
	};

	cmpl_json_refuse(&reader->scanner, reader->scanner.place, words[reader->state].message,
			 words[reader->state].hint);
	return false;
}

static bool in_map(const struct reader *reader)
{
	const struct cmpl_builder *builder = &reader->builder;

	return builder->tree->nodes[builder->levels[builder->depth - 1].node].kind == CMPL_NODE_MAP;
}

static void after_value(struct reader *reader)
{
	reader->state = reader->builder.depth == 0 ? WANTS_END : WANTS_COMMA_OR_CLOSE;
}

static bool wants_value(const struct reader *reader)
{
	return reader->state == WANTS_VALUE || reader->state == WANTS_VALUE_OR_CLOSE;
}

static bool open(struct reader *reader, uint8_t kind)
{
	if (!wants_value(reader))
		return refuse(reader);
	reader->state = kind == CMPL_NODE_MAP ? WANTS_KEY_OR_CLOSE : WANTS_VALUE_OR_CLOSE;
	return cmpl_builder_open(&reader->builder, reader->scanner.place, kind);
}

static bool close(struct reader *reader, bool map)
{
	bool may_close = reader->state == WANTS_COMMA_OR_CLOSE ||
			 reader->state == (map ? WANTS_KEY_OR_CLOSE : WANTS_VALUE_OR_CLOSE);

	if (!may_close || in_map(reader) != map)
		return refuse(reader);
	cmpl_builder_close(&reader->builder);
	after_value(reader);
	return true;
}

static bool comma(struct reader *reader)
{
	if (reader->state != WANTS_COMMA_OR_CLOSE)
		return refuse(reader);
	reader->state = in_map(reader) ? WANTS_KEY : WANTS_VALUE;
	return true;
}

static bool key(struct reader *reader)
{
	const struct cmpl_string *text = &reader->scanner.text;

	reader->state = WANTS_COLON;
	if (text->length == 0) {
		cmpl_form_fault(reader->builder.form, CMPL_CODE_KEY_MALFORMED,
				reader->scanner.place, "a key is empty");
		cmpl_diag_hint(reader->builder.form->diags, "write the key between the quotes");
		reader->builder.whole = false;
	}
	cmpl_form_check_text(reader->builder.form, reader->scanner.place, cmpl_string_text(text),
			     text->length);
	return cmpl_builder_key(&reader->builder, reader->scanner.place, cmpl_string_text(text),
				text->length);
}

static bool scalar(struct reader *reader, uint8_t style)
{
	const struct cmpl_string *text = &reader->scanner.text;

	if (style == CMPL_STYLE_JSON &&
	    (reader->state == WANTS_KEY || reader->state == WANTS_KEY_OR_CLOSE))
		return key(reader);
	if (!wants_value(reader))
		return refuse(reader);
	if (!cmpl_builder_scalar(&reader->builder, reader->scanner.place, style,
				 cmpl_string_text(text), text->length))
		return false;
	after_value(reader);
	return true;
}

static bool take(struct reader *reader, enum cmpl_json_token token)
{
	switch (token) {
	case CMPL_JSON_OPEN_MAP: return open(reader, CMPL_NODE_MAP);
	case CMPL_JSON_OPEN_LIST: return open(reader, CMPL_NODE_LIST);
	case CMPL_JSON_CLOSE_MAP: return close(reader, true);
	case CMPL_JSON_CLOSE_LIST: return close(reader, false);
	case CMPL_JSON_COMMA: return comma(reader);
	case CMPL_JSON_COLON:
		if (reader->state != WANTS_COLON)
			return refuse(reader);
		reader->state = WANTS_VALUE;
		return true;
	case CMPL_JSON_STRING: return scalar(reader, CMPL_STYLE_JSON);
	case CMPL_JSON_LITERAL: return scalar(reader, CMPL_STYLE_PLAIN);
	case CMPL_JSON_FAULT:
	case CMPL_JSON_END: break;
	}
	return false;
}

static void refuse_end(struct reader *reader)
{
	const struct cmpl_builder *builder = &reader->builder;
	const struct cmpl_node *opened;

	if (builder->depth == 0) {
		cmpl_form_fault(builder->form, CMPL_CODE_EMPTY_FILE, (struct cmpl_place){ 0, 0 },
				"the file says nothing");
		cmpl_diag_hint(builder->form->diags, "begin with \"{\"");
		return;
	}
	/* The end tells nothing; the bracket does. */
	opened = &builder->tree->nodes[builder->levels[builder->depth - 1].node];
	cmpl_json_refuse(&reader->scanner, cmpl_node_place(opened),
			 "a bracket is opened here and never closed",
			 opened->kind == CMPL_NODE_MAP ? "close it with \"}\""
						       : "close it with \"]\"");
}

static void run(struct reader *reader)
{
	enum cmpl_json_token token;

	do {
		token = cmpl_json_scan(&reader->scanner);
		if (reader->scanner.text.failed) {
			reader->builder.form->no_memory = true;
			return;
		}
		if (token == CMPL_JSON_END) {
			if (reader->state != WANTS_END)
				refuse_end(reader);
			reader->builder.whole = reader->builder.whole && reader->state == WANTS_END;
			return;
		}
	} while (take(reader, token));
	reader->builder.whole = false;
}

complaint_status cmpl_json_read(const char *file, const char *bytes, size_t length,
				struct cmpl_tree **ret_tree, struct complaint_diagnostics *diags)
{
	struct cmpl_form form = { .file = file, .bytes = bytes, .length = length, .diags = diags };
	struct reader reader = { .scanner = { .form = &form, .here = { 1, 1 } } };
	struct cmpl_tree *tree = NULL;
	complaint_status status = COMPLAINT_OK;

	if (!cmpl_form_check_bytes(&form, false)) {
		status = cmpl_form_no_memory(&form) ? COMPLAINT_ERR_NO_MEMORY
						    : COMPLAINT_ERR_INVALID_FILE;
		goto out;
	}
	tree = cmpl_tree_new(file, true);
	if (!tree) {
		status = COMPLAINT_ERR_NO_MEMORY;
		goto out;
	}
	reader.builder = (struct cmpl_builder){ .form = &form, .tree = tree, .whole = true };
	run(&reader);
	while (reader.builder.depth > 0)
		cmpl_builder_close(&reader.builder);
	if (!form.no_memory)
		cmpl_form_check_duplicates(&form, tree);
	if (cmpl_form_no_memory(&form)) {
		status = COMPLAINT_ERR_NO_MEMORY;
		goto out;
	}

	status = form.faults > 0 ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK;
	if (reader.builder.whole) {
		*ret_tree = tree;
		tree = NULL;
	}

out:
	cmpl_string_free(&reader.scanner.text);
	cmpl_tree_free(tree);
	return status;
}
