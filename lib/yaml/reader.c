/* SPDX-License-Identifier: MIT */
#include "yaml/reader.h"

#include <stdio.h>
#include <string.h>

#include <yaml.h>

#include "base/text.h"
#include "tree/builder.h"
#include "yaml/problems.h"

struct reader {
	struct cmpl_form *form;
	struct cmpl_builder builder;
	uint32_t documents;
	struct cmpl_quoted quoted;
	size_t skipped; /* open lists and mappings inside one that stands for a key */
};

static void refuse(struct reader *reader, enum cmpl_code code, struct cmpl_place place,
		   const char *message, const char *hint)
{
	cmpl_form_fault(reader->form, code, place, "%s", message);
	cmpl_diag_hint(reader->form->diags, "%s", hint);
}

static void refuse_named(struct reader *reader, enum cmpl_code code, struct cmpl_place place,
			 const char *what, const yaml_char_t *name, const char *hint)
{
	struct cmpl_string quoted = { 0 };
	const char *text = (const char *)name;

	cmpl_form_fault(
		reader->form, code, place, "%s %s is used, which the format does not have", what,
		cmpl_string_quote(&quoted, text, cmpl_text_length(text, COMPLAINT_NUL_TERMINATED)));
	cmpl_diag_hint(reader->form->diags, "%s", hint);
	reader->form->no_memory = reader->form->no_memory || quoted.failed;
	cmpl_string_free(&quoted);
}

/* libyaml spells "!!str" out. */
static const yaml_char_t *tag_as_written(const yaml_char_t *tag, char written[64])
{
	static const char prefix[] = "tag:yaml.org,2002:";
	const char *text = (const char *)tag;

	if (strncmp(text, prefix, sizeof(prefix) - 1) != 0)
		return tag;
	snprintf(written, 64, "!!%s", text + sizeof(prefix) - 1);
	return (const yaml_char_t *)written;
}

/* Both leave the tree whole: the value itself is there. */
static void refuse_properties(struct reader *reader, struct cmpl_place place,
			      const yaml_char_t *anchor, const yaml_char_t *tag)
{
	char written[64];

	if (anchor)
		refuse_named(reader, CMPL_CODE_ANCHOR_NOT_ALLOWED, place, "the anchor", anchor,
			     "take it out; each rule is complete where it stands");
	if (tag)
		refuse_named(reader, CMPL_CODE_TAG_NOT_ALLOWED, place, "the tag",
			     tag_as_written(tag, written),
			     "take it out, or put a text that begins with \"!\" in double quotes");
}

static uint8_t style_of(const yaml_event_t *event)
{
	switch (event->data.scalar.style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return CMPL_STYLE_QUOTED;
	case YAML_LITERAL_SCALAR_STYLE:
	case YAML_FOLDED_SCALAR_STYLE: return CMPL_STYLE_BLOCK;
	case YAML_ANY_SCALAR_STYLE:
	case YAML_PLAIN_SCALAR_STYLE: break;
	}
	return CMPL_STYLE_PLAIN;
}

static bool read_key(struct reader *reader, const yaml_event_t *event, struct cmpl_place place)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;

	if (length == 0) {
		refuse(reader, CMPL_CODE_KEY_MALFORMED, place, "a key is empty",
		       "write the key before the \":\"");
		reader->builder.whole = false;
	} else if (style_of(event) == CMPL_STYLE_PLAIN && cmpl_text_is(text, length, "<<")) {
		refuse(reader, CMPL_CODE_MERGE_KEY_NOT_ALLOWED, place,
		       "the merge key \"<<\" is used, which the format does not have",
		       "write the keys out; each rule is complete where it stands");
		reader->builder.whole = false;
	}
	cmpl_form_check_text(reader->form, place, text, length);
	return cmpl_builder_key(&reader->builder, place, text, length);
}

static bool read_scalar(struct reader *reader, const yaml_event_t *event, struct cmpl_place place)
{
	refuse_properties(reader, place, event->data.scalar.anchor, event->data.scalar.tag);
	if (style_of(event) == CMPL_STYLE_QUOTED && event->end_mark.line > event->start_mark.line)
		reader->quoted =
			(struct cmpl_quoted){ place, cmpl_yaml_place(&event->end_mark).line };
	if (cmpl_builder_wants_key(&reader->builder))
		return read_key(reader, event, place);
	return cmpl_builder_scalar(&reader->builder, place, style_of(event),
				   (const char *)event->data.scalar.value,
				   event->data.scalar.length);
}

/* Its place is held by an empty text, so that the mapping's other keys are still read. */
static bool read_alias(struct reader *reader, const yaml_event_t *event, struct cmpl_place place)
{
	refuse_named(reader, CMPL_CODE_ALIAS_NOT_ALLOWED, place, "the alias",
		     event->data.alias.anchor,
		     "write the value out, or put a text that begins with \"*\" in double quotes");
	reader->builder.whole = false;
	if (cmpl_builder_wants_key(&reader->builder))
		return cmpl_builder_key(&reader->builder, place, "", 0);
	return cmpl_builder_scalar(&reader->builder, place, CMPL_STYLE_PLAIN, "", 0);
}

static bool open_collection(struct reader *reader, struct cmpl_place place, uint8_t kind)
{
	if (cmpl_builder_wants_key(&reader->builder)) {
		refuse(reader, CMPL_CODE_KEY_MALFORMED, place,
		       "a list or mapping stands where a key should",
		       "put a text that begins with \"{\" or \"[\" in double quotes");
		reader->builder.whole = false;
		reader->skipped = 1;
		return cmpl_builder_key(&reader->builder, place, "", 0);
	}
	return cmpl_builder_open(&reader->builder, place, kind);
}

static bool begin_document(struct reader *reader, const yaml_event_t *event,
			   struct cmpl_place place)
{
	if (++reader->documents > 1) {
		refuse(reader, CMPL_CODE_SECOND_DOCUMENT, place, "a second document begins here",
		       "write it into a file of its own");
		return false;
	}
	if (event->data.document_start.tag_directives.start !=
	    event->data.document_start.tag_directives.end)
		refuse(reader, CMPL_CODE_TAG_NOT_ALLOWED, place,
		       "a \"%TAG\" directive is used, which the format does not have",
		       "take it out");
	return true;
}

/* Inside a list or mapping that was refused as a key nothing is kept; only its end matters. */
static bool skip(struct reader *reader, yaml_event_type_t type)
{
	if (type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT)
		reader->skipped++;
	else if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT)
		reader->skipped--;
	return reader->skipped <= CMPL_LIMIT_DEPTH;
}

/* False: stop reading. */
static bool take(struct reader *reader, const yaml_event_t *event)
{
	struct cmpl_place place = cmpl_yaml_place(&event->start_mark);

	if (reader->skipped > 0)
		return skip(reader, event->type);
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT: return begin_document(reader, event, place);
	case YAML_SCALAR_EVENT: return read_scalar(reader, event, place);
	case YAML_ALIAS_EVENT: return read_alias(reader, event, place);
	case YAML_SEQUENCE_START_EVENT:
		refuse_properties(reader, place, event->data.sequence_start.anchor,
				  event->data.sequence_start.tag);
		return open_collection(reader, place, CMPL_NODE_LIST);
	case YAML_MAPPING_START_EVENT:
		refuse_properties(reader, place, event->data.mapping_start.anchor,
				  event->data.mapping_start.tag);
		return open_collection(reader, place, CMPL_NODE_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT: cmpl_builder_close(&reader->builder); return true;
	case YAML_NO_EVENT:
	case YAML_STREAM_END_EVENT: return false;
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT: return true;
	}
	return true;
}

static void run(struct reader *reader)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;

	/* A parser that was not initialized aborts the host later. */
	if (!yaml_parser_initialize(&parser)) {
		reader->form->no_memory = true;
		return;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)reader->form->bytes,
				     reader->form->length);
	while (more) {
		/* After the first 0 it would give empty events for ever. */
		if (!yaml_parser_parse(&parser, &event)) {
			/* 0.2.5 forgets to set an error when the memory for a tag is refused. */
			if (parser.error == YAML_MEMORY_ERROR || parser.error == YAML_NO_ERROR)
				reader->form->no_memory = true;
			else
				cmpl_yaml_report(reader->form, &parser, &reader->quoted);
			reader->builder.whole = false;
			break;
		}
		more = take(reader, &event);
		if (!more && event.type != YAML_STREAM_END_EVENT && reader->documents < 2)
			reader->builder.whole = false;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static bool is_empty(const struct cmpl_tree *tree)
{
	return tree->node_count == 0 ||
	       (tree->node_count == 1 && tree->nodes[0].kind == CMPL_NODE_SCALAR &&
		tree->nodes[0].style == CMPL_STYLE_PLAIN && tree->nodes[0].length == 0);
}

static void check_whole(struct reader *reader, const struct cmpl_tree *tree)
{
	while (reader->builder.depth > 0)
		cmpl_builder_close(&reader->builder);
	if (reader->builder.whole && is_empty(tree)) {
		refuse(reader, CMPL_CODE_EMPTY_FILE, (struct cmpl_place){ 0, 0 },
		       "the file says nothing", "begin with \"format: 1\" and \"kind:\"");
		reader->builder.whole = false;
	}
	cmpl_form_check_duplicates(reader->form, tree);
}

complaint_status cmpl_yaml_read(const char *file, const char *bytes, size_t length,
				struct cmpl_tree **ret_tree, struct complaint_diagnostics *diags)
{
	struct cmpl_form form = { .file = file, .bytes = bytes, .length = length, .diags = diags };
	struct reader reader = { .form = &form };
	struct cmpl_tree *tree = NULL;
	complaint_status status = COMPLAINT_OK;

	if (!cmpl_form_check_bytes(&form, true)) {
		status = cmpl_form_no_memory(&form) ? COMPLAINT_ERR_NO_MEMORY
						    : COMPLAINT_ERR_INVALID_FILE;
		goto out;
	}
	tree = cmpl_tree_new(file, false);
	if (!tree) {
		status = COMPLAINT_ERR_NO_MEMORY;
		goto out;
	}
	reader.builder = (struct cmpl_builder){ .form = &form, .tree = tree, .whole = true };
	run(&reader);
	if (!form.no_memory)
		check_whole(&reader, tree);
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
	cmpl_tree_free(tree);
	return status;
}
