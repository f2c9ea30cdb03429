/* SPDX-License-Identifier: MIT */
#include "json/writer.h"

#include "base/plain.h"

/* Room for a small answer, so that it grows seldom. */
#define FIRST_ROOM 512

/*
 * The string gets back what was written, and more room; none when an append failed, now or before.
 */
bool cmpl_json_grow(struct cmpl_json *json, size_t more)
{
	struct cmpl_string *out = json->out;

	if (!out->failed && json->at)
		out->length = (size_t)(json->at - out->text);
	json->at = cmpl_string_extend(out, more + FIRST_ROOM);
	if (!json->at) {
		json->end = NULL;
		return false;
	}
	json->end = out->text + out->capacity - 1; /* the last byte ends the text */
	return true;
}

void cmpl_json_begin(struct cmpl_json *json, struct cmpl_string *out)
{
	memset(json, 0, sizeof(*json));
	json->out = out;
	json->day = INT64_MIN;
	cmpl_json_grow(json, 1);
}

void cmpl_json_end(struct cmpl_json *json)
{
	struct cmpl_string *out = json->out;

	if (json->at) {
		out->length = (size_t)(json->at - out->text);
		if (out->length > 0 && out->text[out->length - 1] == ',')
			out->length--;
		out->text[out->length] = '\0';
	}
	out->failed = out->failed || json->made.failed;
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

bool cmpl_json_is_plain(const char *text, size_t length)
{
	uint32_t character = 0;
	size_t size;

	for (size_t at = 0;; at += size) {
		at += cmpl_plain_length(text + at, length - at, true);
		if (at == length)
			return true;
		size = cmpl_utf8_next(text + at, length - at, &character);
		if (size == 0 || character == '"' || character == '\\' ||
		    cmpl_character_is_control(character))
			return false;
	}
}

void cmpl_json_put_escaped(struct cmpl_json *json, const char *key, size_t key_length,
			   const char *text, size_t length)
{
	size_t plain = cmpl_plain_length(text, length, true);

	if (plain == length) {
		cmpl_json_put_plain(json, key, key_length, text, length);
		return;
	}
	cmpl_json_put_open(json, key, key_length, '"');
	if (!json->at)
		return;
	json->out->length = (size_t)(json->at - json->out->text);
	write_escaped(json->out, text, length);
	json->at = NULL; /* the string may lie elsewhere now, and its length is right */
	if (cmpl_json_grow(json, 2))
		json->at = cmpl_json_put(json->at, "\",", 2);
}

/* --- with a key that is known when it runs -------------------------------------------------- */

static bool put_key(struct cmpl_json *json, const char *key, size_t more)
{
	size_t length = key ? strlen(key) : 0;
	char *at;

	if (!cmpl_json_room(json, length + 3 + more))
		return false;
	if (key) {
		at = json->at;
		*at++ = '"';
		at = cmpl_json_put(at, key, length);
		json->at = cmpl_json_put(at, "\":", 2);
	}
	return true;
}

/* A number, true, null: as it stands. */
static void write_literal(struct cmpl_json *json, const char *key, const char *literal,
			  size_t length)
{
	if (put_key(json, key, length + 1))
		cmpl_json_put_literal(json, CMPL_NO_KEY, literal, length);
}

void cmpl_json_open(struct cmpl_json *json, const char *key, char bracket)
{
	if (put_key(json, key, 1))
		*json->at++ = bracket;
}

void cmpl_json_close(struct cmpl_json *json, char bracket)
{
	/* Either of the pair may be named: what closes a list is never in doubt. */
	cmpl_json_put_close(json, bracket == '{' || bracket == '}' ? '}' : ']');
}

void cmpl_json_text(struct cmpl_json *json, const char *key, const char *text)
{
	if (!text)
		cmpl_json_null(json, key);
	else if (put_key(json, key, 0))
		cmpl_json_put_escaped(json, CMPL_NO_KEY, text, strlen(text));
}

void cmpl_json_put_large(struct cmpl_json *json, const char *key, size_t key_length, int64_t number)
{
	char digits[24], *at = digits + sizeof(digits);
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--at = '-';
	cmpl_json_put_literal(json, key, key_length, at, (size_t)(digits + sizeof(digits) - at));
}

void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number)
{
	if (put_key(json, key, 0))
		cmpl_json_put_large(json, CMPL_NO_KEY, number);
}

void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value)
{
	write_literal(json, key, value ? "true" : "false", value ? 4 : 5);
}

void cmpl_json_null(struct cmpl_json *json, const char *key)
{
	write_literal(json, key, "null", 4);
}
