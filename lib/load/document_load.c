/* SPDX-License-Identifier: MIT */
/* Whose text it is, and in force when. */
#include <string.h>

#include "load/ascii.h"
#include "load/load.h"

struct document_draft {
	const struct cmpl_node *issued_by, *title, *owner, *approved, *review_by, *in_force,
		*chosen_by, *follows, *left_open;
};

/* A day or a month that is only shown: it is checked, and kept as it is written. */
static bool read_shown_date(struct cmpl_reader *reader, const struct cmpl_node *node,
			    const struct cmpl_field *field, void *slot)
{
	struct cmpl_date_value value;

	return cmpl_read_day_or_month(reader, node, field, &value) &&
	       cmpl_read_node(reader, node, field, slot);
}

/* "housing-ombudsman/2022-04" */
static bool read_follows(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field, void *slot)
{
	const char *text, *stroke;
	cmpl_day first, last;

	if (!cmpl_read_text(reader, node, field, slot))
		return false;
	text = cmpl_node_text(reader->tree, node);
	stroke = memchr(text, '/', node->length);
	if (stroke && cmpl_id_valid(text, (size_t)(stroke - text)) &&
	    cmpl_month_parse(stroke + 1, node->length - (size_t)(stroke + 1 - text), &first, &last))
		return true;
	cmpl_fault(reader, CMPL_CODE_DOCUMENT_NAME_MALFORMED, cmpl_node_place(node),
		   "%s does not name a norm", cmpl_quote_node(reader, node));
	cmpl_hint(reader, "write the issuer and the month, as housing-ombudsman/2022-04");
	return false;
}

static const struct cmpl_field rows[] = {
	CMPL_MUST("issued-by", cmpl_read_text, struct document_draft, issued_by, NULL,
		  "the landlord, or the body that sets the norm"),
	CMPL_MUST("title", cmpl_read_text, struct document_draft, title, NULL,
		  "its title, as published"),
	CMPL_MAY("owner", cmpl_read_text, struct document_draft, owner, NULL,
		 "the role, never a name"),
	CMPL_MAY("approved", read_shown_date, struct document_draft, approved, NULL,
		 "a day or a month"),
	CMPL_MUST("in-force", cmpl_read_map, struct document_draft, in_force, NULL,
		  "the span that it governs, as { from: 2022-08 }"),
	CMPL_MUST("chosen-by", cmpl_read_id, struct document_draft, chosen_by, NULL,
		  "the event whose date selects this version, such as complaint-received"),
	CMPL_MAY("review-by", read_shown_date, struct document_draft, review_by, NULL,
		 "a day or a month"),
	CMPL_MAY("follows", read_follows, struct document_draft, follows, NULL,
		 "the norm the policy says it meets, as housing-ombudsman/2022-04"),
	CMPL_MAY("left-open", cmpl_read_texts, struct document_draft, left_open, NULL,
		 "a list of defects of the text as a whole"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("the document", rows);

/* The letters of Latin-1 and of Welsh without their marks; 0: it parts two words. */
static char plain_letter(uint32_t character)
{
	static const char latin[] =
		"aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty";

	if (character < 0x80) {
		char c = cmpl_ascii_lower((char)character);

		return cmpl_ascii_letter(c) || cmpl_ascii_digit(c) ? c : 0;
	}
	if (character >= 0xC0 && character <= 0xFF && latin[character - 0xC0] != '-')
		return latin[character - 0xC0];
	if (character == 0x174 || character == 0x175)
		return 'w';
	return character == 0x176 || character == 0x177 ? 'y' : 0;
}

static bool is_apostrophe(uint32_t character)
{
	return character == '\'' || character == 0x2019;
}

/* "St John's Homes" becomes "st-johns-homes". */
static void add_kebab(struct cmpl_string *out, const char *text, size_t length)
{
	size_t begin = out->length;

	while (length > 0) {
		uint32_t character = 0;
		size_t bytes = cmpl_utf8_next(text, length, &character);
		char letter = plain_letter(character);

		if (bytes == 0)
			break;
		if (letter)
			cmpl_string_add_char(out, letter);
		else if (!is_apostrophe(character) && out->length > begin &&
			 out->text[out->length - 1] != '-')
			cmpl_string_add_char(out, '-');
		text += bytes;
		length -= bytes;
	}
	while (out->length > begin && out->text[out->length - 1] == '-')
		out->text[--out->length] = '\0';
}

static void name_document(struct cmpl_load *load, const struct cmpl_node *issued_by)
{
	struct cmpl_document *document = &load->policy->document;
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_string id = { 0 };
	int32_t year, month, day;

	add_kebab(&id, cmpl_node_text(reader->tree, issued_by), issued_by->length);
	if (id.length == 0 && !id.failed) {
		cmpl_fault(reader, CMPL_CODE_DOCUMENT_NAME_MALFORMED, cmpl_node_place(issued_by),
			   "%s has no letter to make a name of",
			   cmpl_quote_node(reader, issued_by));
		cmpl_hint(reader, "write the name in Latin letters");
	}
	document->landlord = cmpl_load_bytes(load, cmpl_string_text(&id), id.length);
	if (document->in_force.from == INT32_MIN) {
		cmpl_string_add(&id, "/undated");
	} else {
		cmpl_day_to_date(document->in_force.from, &year, &month, &day);
		cmpl_string_addf(&id, "/%04d-%02d", (int)year, (int)month);
	}
	if (id.failed)
		reader->out_of_memory = true;
	document->id = cmpl_load_bytes(load, cmpl_string_text(&id), id.length);
	cmpl_string_free(&id);
}

void cmpl_load_document(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct cmpl_document *document = &load->policy->document;
	struct document_draft draft = { 0 };

	if (!node)
		return;
	cmpl_read_mapping(&load->reader, node, &fields, &draft, NULL);
	document->issued_by = cmpl_load_text(load, draft.issued_by);
	document->title = cmpl_load_text(load, draft.title);
	document->owner = cmpl_load_text(load, draft.owner);
	document->approved = cmpl_load_text(load, draft.approved);
	document->review_by = cmpl_load_text(load, draft.review_by);
	document->follows = cmpl_load_text(load, draft.follows);
	cmpl_load_span(load, draft.in_force, &document->in_force);
	document->chosen_by = cmpl_load_name(load, draft.chosen_by, CMPL_EVENTS);
	document->left_open = cmpl_load_lines(load, draft.left_open);
	if (draft.issued_by)
		name_document(load, draft.issued_by);
}
