/* SPDX-License-Identifier: MIT */
#include "json/scanner.h"

#include <string.h>

#include "base/plain.h"

#define ESCAPE_HINT                                                                                \
	"JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits"

void cmpl_json_refuse(struct cmpl_json_scanner *scanner, struct cmpl_place place,
		      const char *message, const char *hint)
{
	cmpl_form_fault(scanner->form, CMPL_CODE_JSON_SYNTAX, place, "%s", message);
	cmpl_diag_hint(scanner->form->diags, "%s", hint);
}

/* The next byte, -1 at the end. */
static int peek(const struct cmpl_json_scanner *scanner)
{
	return scanner->at < scanner->form->length
		       ? (unsigned char)scanner->form->bytes[scanner->at]
		       : -1;
}

/* One byte on; columns count characters, so that only first bytes move them. */
static void step(struct cmpl_json_scanner *scanner)
{
	int byte = peek(scanner);

	scanner->at++;
	if (byte == '\n')
		scanner->here = (struct cmpl_place){ scanner->here.line + 1, 1 };
	else if ((peek(scanner) & 0xc0) != 0x80 || peek(scanner) < 0)
		scanner->here.column++;
}

static bool is_digit(int byte)
{
	return byte >= '0' && byte <= '9';
}

static void keep(struct cmpl_json_scanner *scanner)
{
	cmpl_string_add_char(&scanner->text, scanner->form->bytes[scanner->at]);
	step(scanner);
}

static size_t keep_digits(struct cmpl_json_scanner *scanner)
{
	size_t count = 0;

	for (; is_digit(peek(scanner)); count++)
		keep(scanner);
	return count;
}

static bool has_hexadecimal(const struct cmpl_json_scanner *scanner, uint32_t *ret_value)
{
	uint32_t value = 0;

	if (scanner->form->length - scanner->at < 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		char c = scanner->form->bytes[scanner->at + i];

		if (c >= '0' && c <= '9')
			value = value * 16 + (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value * 16 + (uint32_t)(c - 'a') + 10;
		else if (c >= 'A' && c <= 'F')
			value = value * 16 + (uint32_t)(c - 'A') + 10;
		else
			return false;
	}
	*ret_value = value;
	return true;
}

static bool scan_hexadecimal(struct cmpl_json_scanner *scanner, struct cmpl_place place,
			     uint32_t *ret_value)
{
	if (!has_hexadecimal(scanner, ret_value)) {
		cmpl_json_refuse(scanner, place, "an escape without its four hexadecimal digits",
				 ESCAPE_HINT);
		return false;
	}
	for (int i = 0; i < 4; i++)
		step(scanner);
	return true;
}

static bool refuse_half(struct cmpl_json_scanner *scanner, struct cmpl_place place, uint32_t half)
{
	cmpl_form_fault(scanner->form, CMPL_CODE_JSON_SYNTAX, place,
			"the escape \\u%04x is half of a pair (a lone surrogate)", (unsigned)half);
	cmpl_diag_hint(scanner->form->diags, "write both halves, or the character itself");
	return false;
}

/* After "\u": one character beyond U+FFFF takes two escapes. */
static bool scan_unicode(struct cmpl_json_scanner *scanner, struct cmpl_place place)
{
	uint32_t character = 0, low = 0;
	char bytes[4];

	if (!scan_hexadecimal(scanner, place, &character))
		return false;
	if (character >= 0xdc00 && character <= 0xdfff)
		return refuse_half(scanner, place, character);
	if (character >= 0xd800 && character <= 0xdbff) {
		if (scanner->form->length - scanner->at < 2 ||
		    memcmp(scanner->form->bytes + scanner->at, "\\u", 2) != 0)
			return refuse_half(scanner, place, character);
		step(scanner);
		step(scanner);
		if (!scan_hexadecimal(scanner, place, &low))
			return false;
		if (low < 0xdc00 || low > 0xdfff)
			return refuse_half(scanner, place, character);
		character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
	}
	cmpl_string_add_bytes(&scanner->text, bytes, cmpl_utf8_write(character, bytes));
	return true;
}

static bool scan_escape(struct cmpl_json_scanner *scanner)
{
	static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	struct cmpl_place place = scanner->here;
	const char *letter;
	int byte;

	step(scanner);
	byte = peek(scanner);
	if (byte == 'u') {
		step(scanner);
		return scan_unicode(scanner, place);
	}
	letter = byte > 0 ? strchr(letters, byte) : NULL;
	if (!letter) {
		cmpl_json_refuse(scanner, place, "an escape that JSON does not have", ESCAPE_HINT);
		return false;
	}
	cmpl_string_add_char(&scanner->text, meant[letter - letters]);
	step(scanner);
	return true;
}

/* What stands for itself, a run at a time. */
static void keep_plain(struct cmpl_json_scanner *scanner)
{
	const char *from = scanner->form->bytes + scanner->at;
	size_t length = cmpl_plain_length(from, scanner->form->length - scanner->at, true);

	cmpl_string_add_bytes(&scanner->text, from, length);
	scanner->at += length;
	scanner->here.column += (uint32_t)length;
}

static enum cmpl_json_token scan_string(struct cmpl_json_scanner *scanner)
{
	step(scanner);
	for (;;) {
		int byte;

		keep_plain(scanner);
		byte = peek(scanner);

		if (byte == '"') {
			step(scanner);
			return CMPL_JSON_STRING;
		}
		if (byte < 0 || byte == '\n' || byte == '\r') {
			cmpl_json_refuse(scanner, scanner->place,
					 "a text is opened here and never closed",
					 "close it with \" in the same line; a line feed is \\n");
			return CMPL_JSON_FAULT;
		}
		if (byte < 0x20) {
			cmpl_json_refuse(scanner, scanner->here, "a tab stands inside a text",
					 "write \\t, or a space");
			return CMPL_JSON_FAULT;
		}
		if (byte == '\\') {
			if (!scan_escape(scanner))
				return CMPL_JSON_FAULT;
		} else {
			keep(scanner);
		}
	}
}

static bool is_word(int byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_digit(byte) ||
	       byte == '_' || byte == '-' || byte == '+' || byte == '.';
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? */
static bool scan_number(struct cmpl_json_scanner *scanner)
{
	if (peek(scanner) == '-')
		keep(scanner);
	if (peek(scanner) == '0')
		keep(scanner);
	else if (keep_digits(scanner) == 0)
		return false;
	if (peek(scanner) == '.') {
		keep(scanner);
		if (keep_digits(scanner) == 0)
			return false;
	}
	if (peek(scanner) == 'e' || peek(scanner) == 'E') {
		keep(scanner);
		if (peek(scanner) == '+' || peek(scanner) == '-')
			keep(scanner);
		if (keep_digits(scanner) == 0)
			return false;
	}
	return !is_word(peek(scanner));
}

static enum cmpl_json_token refuse_word(struct cmpl_json_scanner *scanner)
{
	struct cmpl_string quoted = { 0 };

	while (is_word(peek(scanner)))
		keep(scanner);
	cmpl_form_fault(
		scanner->form, CMPL_CODE_JSON_SYNTAX, scanner->place, "%s is no JSON value",
		cmpl_string_quote(&quoted, cmpl_string_text(&scanner->text), scanner->text.length));
	cmpl_diag_hint(scanner->form->diags,
		       "put a text in double quotes; a number has no leading zero");
	scanner->form->no_memory = scanner->form->no_memory || quoted.failed;
	cmpl_string_free(&quoted);
	return CMPL_JSON_FAULT;
}

static enum cmpl_json_token scan_literal(struct cmpl_json_scanner *scanner)
{
	const char *word;

	if (peek(scanner) == '-' || is_digit(peek(scanner)))
		return scan_number(scanner) ? CMPL_JSON_LITERAL : refuse_word(scanner);

	while (is_word(peek(scanner)))
		keep(scanner);
	word = cmpl_string_text(&scanner->text);
	if (strcmp(word, "true") == 0 || strcmp(word, "false") == 0 || strcmp(word, "null") == 0)
		return CMPL_JSON_LITERAL;
	return refuse_word(scanner);
}

static enum cmpl_json_token refuse_character(struct cmpl_json_scanner *scanner)
{
	const char *at = scanner->form->bytes + scanner->at;
	struct cmpl_string quoted = { 0 };
	uint32_t character = 0;
	size_t size = cmpl_utf8_next(at, scanner->form->length - scanner->at, &character);

	cmpl_form_fault(scanner->form, CMPL_CODE_JSON_SYNTAX, scanner->place,
			"the character %s cannot stand here", cmpl_string_quote(&quoted, at, size));
	cmpl_diag_hint(scanner->form->diags,
		       "JSON has no comments and no single quotes; texts stand in double quotes");
	scanner->form->no_memory = scanner->form->no_memory || quoted.failed;
	cmpl_string_free(&quoted);
	return CMPL_JSON_FAULT;
}

enum cmpl_json_token cmpl_json_scan(struct cmpl_json_scanner *scanner)
{
	static const char signs[] = "{}[]:,";
	const char *sign;
	int byte;

	while ((byte = peek(scanner)) == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
		step(scanner);
	scanner->place = scanner->here;
	cmpl_string_clear(&scanner->text);
	if (byte < 0)
		return CMPL_JSON_END;

	sign = strchr(signs, byte);
	if (sign) {
		step(scanner);
		return (enum cmpl_json_token)(CMPL_JSON_OPEN_MAP + (sign - signs));
	}
	if (byte == '"')
		return scan_string(scanner);
	return is_word(byte) ? scan_literal(scanner) : refuse_character(scanner);
}
