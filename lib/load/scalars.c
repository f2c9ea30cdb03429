/* SPDX-License-Identifier: MIT */
/* Nodes, texts, ids, clauses and words. */
#include "load/scalars.h"

#include <string.h>

#include "load/ascii.h"

#define ID_LONGEST 64

static void set_node(void *slot, const struct cmpl_node *node)
{
	*(const struct cmpl_node **)slot = node;
}

/* A key that must be there cannot be left out. */
static void hint_filling(struct cmpl_reader *reader, const struct cmpl_field *field,
			 const char *otherwise)
{
	cmpl_hint(reader, "%s%s%swrite %s", field->must ? "" : "leave \"",
		  field->must ? "" : field->key, field->must ? "" : "\" out, or ",
		  field->doc ? field->doc : otherwise);
}

bool cmpl_read_node(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	(void)reader;
	(void)field;
	set_node(slot, node);
	return true;
}

bool cmpl_read_map(struct cmpl_reader *reader, const struct cmpl_node *node,
		   const struct cmpl_field *field, void *slot)
{
	if (node->kind != CMPL_NODE_MAP) {
		cmpl_fault_type(reader, node, field, "a mapping");
		return false;
	}
	if (node->count == 0) {
		cmpl_fault(reader, CMPL_CODE_EMPTY_MAPPING, cmpl_node_place(node),
			   "\"%s\" has no key in it", field->key);
		hint_filling(reader, field, "what it holds");
		return false;
	}
	set_node(slot, node);
	return true;
}

bool cmpl_read_list(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	if (node->kind != CMPL_NODE_LIST) {
		cmpl_fault_type(reader, node, field, "a list");
		return false;
	}
	if (node->count == 0) {
		cmpl_fault(reader, CMPL_CODE_EMPTY_LIST, cmpl_node_place(node),
			   "the list \"%s\" is empty", field->key);
		hint_filling(reader, field, "its entries");
		return false;
	}
	set_node(slot, node);
	return true;
}

bool cmpl_node_scalar(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, const char *wanted)
{
	const char *text;

	if (node->kind != CMPL_NODE_SCALAR) {
		cmpl_fault_type(reader, node, field, wanted);
		return false;
	}
	text = cmpl_node_text(reader->tree, node);
	for (uint32_t i = 0; i < node->length; i++)
		if (!cmpl_ascii_space(text[i]))
			return true;
	cmpl_fault(reader, CMPL_CODE_EMPTY_TEXT, cmpl_node_place(node), "\"%s\" has nothing in it",
		   field->key);
	hint_filling(reader, field, wanted);
	return false;
}

bool cmpl_read_text(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	if (!cmpl_node_scalar(reader, node, field, "a text"))
		return false;
	set_node(slot, node);
	return true;
}

bool cmpl_id_valid(const char *text, size_t length)
{
	bool in_word = false;

	if (length == 0 || length > ID_LONGEST)
		return false;
	for (size_t i = 0; i < length; i++) {
		bool letter =
			(text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9');

		if (!letter && (text[i] != '-' || !in_word))
			return false;
		in_word = letter;
	}
	return in_word && text[0] >= 'a';
}

/*
 * What the author probably meant: "Over 6 Months" becomes "over-6-months". Empty: nothing sensible.
 */
static void mend_id(const char *text, size_t length, char *mended, size_t size)
{
	size_t used = 0;

	for (size_t i = 0; i < length && used + 2 < size && used < ID_LONGEST; i++) {
		if (cmpl_ascii_letter(text[i]) || cmpl_ascii_digit(text[i]))
			mended[used++] = cmpl_ascii_lower(text[i]);
		else if (!(text[i] & 0x80) && used > 0 && mended[used - 1] != '-')
			mended[used++] = '-';
	}
	while (used > 0 && mended[used - 1] == '-')
		used--;
	mended[used] = '\0';
	if (!cmpl_id_valid(mended, used))
		mended[0] = '\0';
}

bool cmpl_read_id(struct cmpl_reader *reader, const struct cmpl_node *node,
		  const struct cmpl_field *field, void *slot)
{
	char mended[ID_LONGEST + 4];
	const char *text;

	if (!cmpl_node_scalar(reader, node, field, "a name"))
		return false;
	text = cmpl_node_text(reader->tree, node);
	if (cmpl_id_valid(text, node->length)) {
		set_node(slot, node);
		return true;
	}
	cmpl_fault(reader, CMPL_CODE_ID_MALFORMED, cmpl_node_place(node), "%s is not a name",
		   cmpl_quote_node(reader, node));
	mend_id(text, node->length, mended, sizeof(mended));
	if (node->length > ID_LONGEST)
		cmpl_hint(reader, "write at most %d characters", ID_LONGEST);
	else if (mended[0])
		cmpl_hint(reader, "write \"%s\": lower-case words joined by hyphens", mended);
	else
		cmpl_hint(reader, "write lower-case words joined by hyphens, a letter first");
	return false;
}

/* Three bytes of UTF-8 at a place: a quote as word processors set them, U+2018 to U+201F. */
static bool is_curly(const char *at)
{
	return memcmp(at, "\xe2\x80", 2) == 0 && (unsigned char)at[2] >= 0x98 &&
	       (unsigned char)at[2] <= 0x9f;
}

/* Whoever wrote the clause in a word processor did put it in quotes. */
static void hint_clause(struct cmpl_reader *reader, const struct cmpl_node *node, const char *key)
{
	const char *text = cmpl_node_text(reader->tree, node);
	uint32_t length = node->length;
	bool curly = false;

	if (length > 3 && is_curly(text)) {
		curly = true;
		text += 3;
		length -= 3;
	}
	if (length > 3 && is_curly(text + length - 3)) {
		curly = true;
		length -= 3;
	}
	cmpl_hint(reader, "write %s: %s%s", key, cmpl_quote(reader, text, length),
		  curly ? ", with the straight quotes of a keyboard, not those of a word processor"
			: "");
}

bool cmpl_read_clause(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot)
{
	if (!cmpl_read_text(reader, node, field, slot))
		return false;
	if (node->style == CMPL_STYLE_QUOTED || node->style == CMPL_STYLE_JSON)
		return true;
	/* "6.10" without quotes is a number to every other program, and then it is 6.1. */
	cmpl_fault(reader, CMPL_CODE_CLAUSE_NOT_QUOTED, cmpl_node_place(node),
		   "the clause %s is not in double quotes", cmpl_quote_node(reader, node));
	hint_clause(reader, node, field->key);
	return false;
}

static bool read_each(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot, cmpl_field_reader read)
{
	const struct cmpl_node *child, *unused;
	bool whole = true;

	if (!cmpl_read_list(reader, node, field, slot))
		return false;
	for (child = cmpl_node_first(reader->tree, node); child;
	     child = cmpl_node_next(reader->tree, node, child))
		whole &= read(reader, child, field, &unused);
	return whole;
}

bool cmpl_read_texts(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	return read_each(reader, node, field, slot, cmpl_read_text);
}

bool cmpl_read_ids(struct cmpl_reader *reader, const struct cmpl_node *node,
		   const struct cmpl_field *field, void *slot)
{
	return read_each(reader, node, field, slot, cmpl_read_id);
}

/* --- words ---------------------------------------------------------------- */

static void fault_word(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_field *field)
{
	const struct cmpl_word *words = field->extra;
	struct cmpl_string all = { 0 };
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_VALUE, cmpl_node_place(node), "\"%s\" cannot be %s",
		   field->key, cmpl_quote_node(reader, node));
	if (!cmpl_suggest_start(reader, &suggest, cmpl_node_text(reader->tree, node), node->length))
		return;
	cmpl_string_add(&all, "write one of ");
	for (size_t i = 0; words[i].word; i++) {
		cmpl_suggest_offer(&suggest, words[i].word, strlen(words[i].word));
		cmpl_string_addf(&all, "%s%s", i ? ", " : "", words[i].word);
	}
	if (all.failed)
		reader->out_of_memory = true;
	cmpl_suggest_end(reader, &suggest, cmpl_string_text(&all));
	cmpl_string_free(&all);
}

bool cmpl_read_word(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	const struct cmpl_word *words = field->extra;

	if (!cmpl_node_scalar(reader, node, field, "a word"))
		return false;
	for (size_t i = 0; words[i].word; i++)
		if (cmpl_node_is(reader, node, words[i].word)) {
			*(int32_t *)slot = words[i].value;
			return true;
		}
	fault_word(reader, node, field);
	return false;
}

bool cmpl_read_words(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	const struct cmpl_node *child, *list;
	int32_t all = 0;
	bool whole = true;

	if (!cmpl_read_list(reader, node, field, &list))
		return false;
	for (child = cmpl_node_first(reader->tree, node); child;
	     child = cmpl_node_next(reader->tree, node, child)) {
		int32_t value = 0;

		whole &= cmpl_read_word(reader, child, field, &value);
		if (all & value) {
			cmpl_fault(reader, CMPL_CODE_DUPLICATE_ENTRY, cmpl_node_place(child),
				   "%s stands twice in \"%s\"", cmpl_quote_node(reader, child),
				   field->key);
			cmpl_related_entry(reader, node, child);
			cmpl_hint(reader, "remove one of the two");
			whole = false;
		}
		all |= value;
	}
	*(int32_t *)slot = all;
	return whole;
}
