/* SPDX-License-Identifier: MIT */
#include "json/writer.h"

#include <string.h>

void cmpl_json_begin(struct cmpl_json *json, struct cmpl_string *out)
{
	json->out = out;
	json->needs_comma = false;
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
static void write_string(struct cmpl_string *out, const char *text)
{
	size_t length = strlen(text), plain = 0, size;
	uint32_t character = 0;

	cmpl_string_add_char(out, '"');
	for (size_t at = 0; at < length; at += size) {
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
	cmpl_string_add_char(out, '"');
}

static void begin_value(struct cmpl_json *json, const char *key)
{
	if (json->needs_comma)
		cmpl_string_add_char(json->out, ',');
	if (key) {
		write_string(json->out, key);
		cmpl_string_add_char(json->out, ':');
	}
	json->needs_comma = true;
}

void cmpl_json_open(struct cmpl_json *json, const char *key, char bracket)
{
	begin_value(json, key);
	cmpl_string_add_char(json->out, bracket);
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
	if (!text) {
		cmpl_json_null(json, key);
		return;
	}
	begin_value(json, key);
	write_string(json->out, text);
}

void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number)
{
	begin_value(json, key);
	cmpl_string_add_number(json->out, number);
}

void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value)
{
	begin_value(json, key);
	cmpl_string_add(json->out, value ? "true" : "false");
}

void cmpl_json_null(struct cmpl_json *json, const char *key)
{
	begin_value(json, key);
	cmpl_string_add(json->out, "null");
}
