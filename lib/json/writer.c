/* SPDX-License-Identifier: MIT */
#include "json/writer.h"

#include <string.h>

#include "base/plain.h"
#include "json/run.h"

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

bool cmpl_json_stands(const char *text, size_t length)
{
	size_t size;
	uint32_t character = 0;

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

char *cmpl_run_begin_value(struct cmpl_json *json, const char *key, size_t more)
{
	size_t length = key ? strlen(key) : 0;
	char *at = cmpl_run_begin(json, length + 4 + more);

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
	char *at = cmpl_run_begin_value(json, key, length);

	if (at)
		cmpl_run_end(json, cmpl_run_bytes(at, literal, length));
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

void cmpl_json_slice(struct cmpl_json *json, const char *key, struct cmpl_slice text)
{
	char *at = cmpl_run_begin_value(json, key, cmpl_run_room(text));

	if (at)
		cmpl_run_end(json, cmpl_run_text(at, text));
}

void cmpl_json_text(struct cmpl_json *json, const char *key, const char *text)
{
	size_t length = text ? strlen(text) : 0;

	if (length > UINT32_MAX) {
		json->out->failed = true;
		return;
	}
	cmpl_json_slice(json, key,
			(struct cmpl_slice){ text, (uint32_t)length,
					     cmpl_plain_length(text, length, true) == length });
}

void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number)
{
	char *at = cmpl_run_begin_value(json, key, CMPL_RUN_NUMBER);

	if (at)
		cmpl_run_end(json, cmpl_run_number(at, number));
}

void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value)
{
	write_literal(json, key, value ? "true" : "false", value ? 4 : 5);
}

void cmpl_json_null(struct cmpl_json *json, const char *key)
{
	write_literal(json, key, "null", 4);
}
