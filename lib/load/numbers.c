/* SPDX-License-Identifier: MIT */
/* True, false and numbers, and what only looks like them. */
#include "load/ascii.h"
#include "load/scalars.h"

static bool word_is(const char *text, size_t length, const char *word)
{
	for (size_t i = 0; i < length; i++)
		if (word[i] == '\0' || cmpl_ascii_lower(text[i]) != word[i])
			return false;
	return word[length] == '\0';
}

/*
 * 1 or 0 for what YAML 1.1 or a programmer would take for true or false; -1: it is no such thing.
 */
static int look_alike(const char *text, size_t length)
{
	static const struct cmpl_word words[] = {
		{ "true", 1 }, { "yes", 1 },   { "on", 1 }, { "y", 1 },   { "t", 1 },
		{ "1", 1 },    { "false", 0 }, { "no", 0 }, { "off", 0 }, { "n", 0 },
		{ "f", 0 },    { "0", 0 },     { NULL, 0 },
	};

	for (size_t i = 0; words[i].word; i++)
		if (word_is(text, length, words[i].word))
			return words[i].value;
	return -1;
}

bool cmpl_read_truth(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	bool plain = node->style == CMPL_STYLE_PLAIN;
	int meant;

	if (!cmpl_node_scalar(reader, node, field, "true or false"))
		return false;
	if (plain && (cmpl_node_is(reader, node, "true") || cmpl_node_is(reader, node, "false"))) {
		*(int32_t *)slot = cmpl_node_is(reader, node, "true");
		return true;
	}
	meant = look_alike(cmpl_node_text(reader->tree, node), node->length);
	if (meant < 0) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node),
			   "\"%s\" must be true or false, not %s", field->key,
			   cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write true or false");
		return false;
	}
	cmpl_fault(reader, CMPL_CODE_BOOLEAN_LOOK_ALIKE, cmpl_node_place(node),
		   "%s%s is not a boolean here", cmpl_quote_node(reader, node),
		   plain ? "" : " in quotes");
	cmpl_hint(reader, "write %s%s", meant ? "true" : "false", plain ? "" : " without quotes");
	return false;
}

/* "0" or digits without a leading zero, into *ret_value. -1: not a number; 1: too large. */
static int parse_number(const char *text, size_t length, int32_t *ret_value)
{
	int64_t value = 0;

	for (size_t i = 0; i < length; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		if (value <= INT32_MAX)
			value = value * 10 + (text[i] - '0');
	}
	if (length == 0 || (length > 1 && text[0] == '0'))
		return -1;
	*ret_value = value > INT32_MAX ? INT32_MAX : (int32_t)value;
	return value > INT32_MAX;
}

static void fault_number(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field)
{
	const char *text = cmpl_node_text(reader->tree, node);
	char digits[12];
	size_t used = 0;
	int32_t value;

	/* What is left of 012 and 1_000 and 1,000 without the ornament. */
	for (size_t i = 0; i < node->length && used + 1 < sizeof(digits); i++)
		if (cmpl_ascii_digit(text[i]) && (used > 0 || text[i] != '0'))
			digits[used++] = text[i];
		else if (!cmpl_ascii_digit(text[i]) && text[i] != '_' && text[i] != ',' &&
			 text[i] != ' ')
			used = sizeof(digits);
	cmpl_fault(reader, CMPL_CODE_NUMBER_MALFORMED, cmpl_node_place(node),
		   "%s is not a number as the format writes it", cmpl_quote_node(reader, node));
	if (used > 0 && used < sizeof(digits) && parse_number(digits, used, &value) == 0)
		cmpl_hint(reader, "write \"%s: %d\"", field->key, (int)value);
	else
		cmpl_hint(reader, "write digits alone, with no leading zero and no sign");
}

bool cmpl_read_number(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot)
{
	static const struct cmpl_number_range any = { 0, INT32_MAX };
	const struct cmpl_number_range *range = field->extra ? field->extra : &any;
	int32_t value = 0;
	int answer;

	if (!cmpl_node_scalar(reader, node, field, "a number"))
		return false;
	answer = parse_number(cmpl_node_text(reader->tree, node), node->length, &value);
	if (answer >= 0 && node->style != CMPL_STYLE_PLAIN) {
		cmpl_fault(reader, CMPL_CODE_WRONG_TYPE, cmpl_node_place(node),
			   "\"%s\" must be a number, not a text in quotes", field->key);
		cmpl_hint(reader, "write the number without quotes");
		return false;
	}
	if (answer < 0) {
		fault_number(reader, node, field);
		return false;
	}
	if (answer > 0 || value < range->least || value > range->most) {
		cmpl_fault(reader, CMPL_CODE_NUMBER_OUT_OF_RANGE, cmpl_node_place(node),
			   "\"%s\" cannot be %s", field->key, cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write a number from %d to %d", (int)range->least,
			  (int)range->most);
		return false;
	}
	*(int32_t *)slot = value;
	return true;
}
