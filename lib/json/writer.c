/* SPDX-License-Identifier: MIT */
#include "json/writer.h"

#include <string.h>

#include "base/plain.h"

void cmpl_json_begin(struct cmpl_json *json, struct cmpl_string *out)
{
	json->out = out;
	json->needs_comma = false;
	memset(&json->made, 0, sizeof(json->made));
}

void cmpl_json_end(struct cmpl_json *json)
{
	json->out->failed = json->out->failed || json->made.failed;
	cmpl_string_free(&json->made);
}

static void write_escape(struct cmpl_string *out, uint32_t character)
{
	static const char meant[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *short_form =
		character > 0 && character < 0x80 ? strchr(meant, (int)character) : NULL;

	if (short_form) {
		cmpl_string_add_char(out, '\\');
		cmpl_string_add_char(out, letters[short_form - meant]);
	} else {
		cmpl_string_addf(out, "\\u%04x", (unsigned)character);
	}
}

/*
 * A host's text may hold anything; what is not UTF-8 becomes U+FFFD, so that the whole stays JSON.
 */
static void write_escaped(struct cmpl_string *out, const char *text, size_t length)
{
	size_t plain = 0, size;
	uint32_t character = 0;

	for (size_t at = 0;; at += size) {
		at += cmpl_plain_length(text + at, length - at, true);
		if (at == length)
			break;
		size = cmpl_utf8_next(text + at, length - at, &character);
		if (size > 0 && character != '"' && character != '\\' &&
		    !cmpl_character_is_control(character))
			continue;
		cmpl_string_add_bytes(out, text + plain, at - plain);
		if (size > 0) {
			write_escape(out, character);
		} else {
			cmpl_string_add(out, "\xef\xbf\xbd");
			size = 1;
		}
		plain = at + size;
	}
	cmpl_string_add_bytes(out, text + plain, length - plain);
}

/* Where the next bytes go; NULL: no room for so many. */
static inline char *make_room(struct cmpl_string *out, size_t more)
{
	return more < out->capacity - out->length && !out->failed ? out->text + out->length
								  : cmpl_string_extend(out, more);
}

/* What was written ends here. */
static inline void count_in(struct cmpl_string *out, char *end)
{
	*end = '\0';
	out->length = (size_t)(end - out->text);
}

/* Comma, key and colon, with room for `more` bytes behind them. */
static inline char *begin_value(struct cmpl_json *json, const char *key, size_t more)
{
	size_t length = key ? strlen(key) : 0;
	char *at = make_room(json->out, length + 4 + more);

	if (!at)
		return NULL;
	if (json->needs_comma)
		*at++ = ',';
	if (key) {
		*at++ = '"';
		memcpy(at, key, length);
		at += length;
		*at++ = '"';
		*at++ = ':';
	}
	json->needs_comma = true;
	return at;
}

/* A number, true, null: as it stands. */
static void write_literal(struct cmpl_json *json, const char *key, const char *literal,
			  size_t length)
{
	char *at = begin_value(json, key, length);

	if (!at)
		return;
	memcpy(at, literal, length);
	count_in(json->out, at + length);
}

void cmpl_json_open(struct cmpl_json *json, const char *key, char bracket)
{
	write_literal(json, key, &bracket, 1);
	json->needs_comma = false;
}

void cmpl_json_close(struct cmpl_json *json, char bracket)
{
	/* Either of the pair may be named: what closes a list is never in doubt. */
	cmpl_string_add_char(json->out, bracket == '{' || bracket == '}' ? '}' : ']');
	json->needs_comma = true;
}

void cmpl_json_text(struct cmpl_json *json, const char *key, const char *text)
{
	size_t length, plain;
	char *at;

	if (!text) {
		cmpl_json_null(json, key);
		return;
	}
	length = strlen(text);
	plain = cmpl_plain_length(text, length, true);
	at = begin_value(json, key, plain + 2);
	if (!at)
		return;
	*at++ = '"';
	memcpy(at, text, plain);
	at += plain;
	if (plain == length)
		*at++ = '"';
	count_in(json->out, at);
	if (plain == length)
		return;
	write_escaped(json->out, text + plain, length - plain);
	cmpl_string_add_char(json->out, '"');
}

void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number)
{
	write_literal(json, key, "", 0);
	cmpl_string_add_number(json->out, number);
}

void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value)
{
	write_literal(json, key, value ? "true" : "false", value ? 4 : 5);
}

void cmpl_json_null(struct cmpl_json *json, const char *key)
{
	write_literal(json, key, "null", 4);
}
