/* SPDX-License-Identifier: MIT */
#pragma once

#include <string.h>

#include "base/text.h"

/*
 * Compact JSON into a growing string. A key is an id or a word of the library's own and stands as
 * it is: nothing in it is escaped.
 *
 * Behind every value stands a comma; what closes the list or the mapping takes the last one away,
 * and so does the end. So nobody needs to know whether he is the first.
 */
struct cmpl_json {
	struct cmpl_string *out; /* its length is that of the text only after cmpl_json_end() */
	char *at, *end;          /* where the next byte goes, and where the room ends */
	struct cmpl_string
		made; /* where the writers put a text together; cmpl_json_end() frees it */
	int64_t day;  /* the last one that was written, and how; see cmpl_put_date() */
	char day_text[11];
};

void cmpl_json_begin(struct cmpl_json *json, struct cmpl_string *out);
void cmpl_json_end(struct cmpl_json *json);
void cmpl_json_open(struct cmpl_json *json, const char *key,
		    char bracket); /* '{' or '['; key NULL inside a list */
void cmpl_json_close(struct cmpl_json *json, char bracket);
void cmpl_json_text(struct cmpl_json *json, const char *key,
		    const char *text); /* text NULL writes null */
void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number);
void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value);
void cmpl_json_null(struct cmpl_json *json, const char *key);

/*
 * --- for what is written often -------------------------------------------------------------------
 *
 * The key is CMPL_KEY("state"): quotes, colon and length are known when this is compiled.
 */
#define CMPL_KEY(name) "\"" name "\":", sizeof("\"" name "\":") - 1
#define CMPL_NO_KEY "", 0

bool cmpl_json_grow(struct cmpl_json *json, size_t more);
void cmpl_json_put_large(struct cmpl_json *json, const char *key, size_t key_length,
			 int64_t number);
/* Room for so many bytes; false: out of memory, and nothing may be written. */
static inline bool cmpl_json_room(struct cmpl_json *json, size_t more)
{
	return (size_t)(json->end - json->at) > more || cmpl_json_grow(json, more);
}

/* Behind the bytes that are there; writers keep the place to themselves while they write. */
static inline char *cmpl_json_put(char *at, const char *bytes, size_t length)
{
	memcpy(at, bytes, length);
	return at + length;
}

/* A value that stands as it is: null, true, a run of keys and values made beforehand. */
static inline void cmpl_json_put_literal(struct cmpl_json *json, const char *key, size_t key_length,
					 const char *literal, size_t length)
{
	char *at;

	if (!cmpl_json_room(json, key_length + length + 1))
		return;
	at = cmpl_json_put(json->at, key, key_length);
	at = cmpl_json_put(at, literal, length);
	*at++ = ',';
	json->at = at;
}

/* A text in which nothing need be escaped. */
static inline void cmpl_json_put_plain(struct cmpl_json *json, const char *key, size_t key_length,
				       const char *text, size_t length)
{
	char *at;

	if (!cmpl_json_room(json, key_length + length + 3))
		return;
	at = cmpl_json_put(json->at, key, key_length);
	*at++ = '"';
	at = cmpl_json_put(at, text, length);
	at[0] = '"';
	at[1] = ',';
	json->at = at + 2;
}

static inline void cmpl_json_put_open(struct cmpl_json *json, const char *key, size_t key_length,
				      char bracket)
{
	char *at;

	if (!cmpl_json_room(json, key_length + 1))
		return;
	at = cmpl_json_put(json->at, key, key_length);
	*at++ = bracket;
	json->at = at;
}

/* The key is a phrase: an id. */
static inline void cmpl_json_put_open_phrase(struct cmpl_json *json, struct cmpl_phrase key,
					     char bracket)
{
	char *at;

	if (!cmpl_json_room(json, key.length + 4))
		return;
	at = json->at;
	*at++ = '"';
	at = cmpl_json_put(at, key.text, key.length);
	at = cmpl_json_put(at, "\":", 2);
	*at++ = bracket;
	json->at = at;
}

static inline void cmpl_json_put_close(struct cmpl_json *json, char bracket)
{
	char *at;

	if (!cmpl_json_room(json, 2))
		return;
	at = json->at - (json->at[-1] == ','); /* or else it closes what it opened */
	at[0] = bracket;
	at[1] = ',';
	json->at = at + 2;
}

/* Small ones, as indexes and weights are. */
static inline void cmpl_json_put_number(struct cmpl_json *json, const char *key, size_t key_length,
					uint32_t number)
{
	char digit = (char)('0' + number % 10);

	if (number < 10)
		cmpl_json_put_literal(json, key, key_length, &digit, 1);
	else
		cmpl_json_put_large(json, key, key_length, number);
}

void cmpl_json_put_escaped(struct cmpl_json *json, const char *key, size_t key_length,
			   const char *text, size_t length);
/* NULL writes null. */
static inline void cmpl_json_put_phrase(struct cmpl_json *json, const char *key, size_t key_length,
					struct cmpl_phrase phrase)
{
	if (!phrase.text)
		cmpl_json_put_literal(json, key, key_length, "null", 4);
	else if (phrase.length != CMPL_PHRASE_OPEN)
		cmpl_json_put_plain(json, key, key_length, phrase.text, phrase.length);
	else
		cmpl_json_put_escaped(json, key, key_length, phrase.text, strlen(phrase.text));
}

/* Does a text stand in JSON as it is? */
bool cmpl_json_is_plain(const char *text, size_t length);
