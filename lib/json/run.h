/* SPDX-License-Identifier: MIT */
#pragma once

#include <string.h>

#include "json/writer.h"

/*
 * Runs: pieces of JSON behind one another, for which room is made once. Each piece is written at
 * `at` and gives where the next one goes. Whoever begins a run says how many bytes it can take at
 * the most; no piece asks again. Commas are part of the pieces.
 */

/* The most that these can take. */
#define CMPL_RUN_WORD 24
#define CMPL_RUN_NUMBER 20
#define CMPL_RUN_DAY 10 /* by cmpl_day_put() */

/* A word of the library's own, short enough to be copied without asking how long it is. */
struct cmpl_short_word {
	char text[CMPL_RUN_WORD - 1];
	uint8_t length;
};

#define CMPL_SHORT_WORD(word)                                                                      \
	{                                                                                          \
		word, sizeof(word) - 1                                                             \
	}

/* NULL: out of memory, now or before. The run ends with cmpl_run_end(). */
static inline char *cmpl_run_begin(struct cmpl_json *json, size_t most)
{
	struct cmpl_string *out = json->out;

	/* A word is copied whole, so that it may write beyond its end. */
	most += CMPL_RUN_WORD;
	return most < out->capacity - out->length && !out->failed ? out->text + out->length
								  : cmpl_string_extend(out, most);
}

/* The same behind a comma, where one belongs, and a key (not NULL in a map) with its colon. */
char *cmpl_run_begin_value(struct cmpl_json *json, const char *key, size_t most);

/*
 * What was written ends here, and it was a value: a comma stands before the next one. NULL: there
 * was no room for it, and the text has failed.
 */
static inline void cmpl_run_end(struct cmpl_json *json, char *at)
{
	if (!at)
		return;
	*at = '\0';
	json->out->length = (size_t)(at - json->out->text);
	json->needs_comma = true;
}

static inline char *cmpl_run_bytes(char *at, const char *bytes, size_t length)
{
	memcpy(at, bytes, length);
	return at + length;
}

/* A literal of C, without the NUL at its end. */
#define CMPL_RUN(at, literal) cmpl_run_bytes((at), "" literal, sizeof(literal) - 1)

static inline char *cmpl_run_word(char *at, const struct cmpl_short_word *word)
{
	memcpy(at, word, sizeof(*word));
	return at + word->length;
}

static inline char *cmpl_run_sign(char *at, char sign)
{
	*at = sign;
	return at + 1;
}

/* Room for so many bytes more in a run that goes on, at `at` or elsewhere. NULL gives NULL. */
char *cmpl_run_further(struct cmpl_json *json, char *at, size_t most);
static inline char *cmpl_run_on(struct cmpl_json *json, char *at, size_t most)
{
	const struct cmpl_string *out = json->out;

	if (at && most + CMPL_RUN_WORD < (size_t)(out->text + out->capacity - at))
		return at;
	return cmpl_run_further(json, at, most);
}

/* A literal of C with its length, for a call that takes both. */
#define CMPL_LITERAL(literal) ("" literal), (sizeof(literal) - 1)

/* A literal in a run that goes on. */
static inline char *cmpl_run_literal(struct cmpl_json *json, char *at, const char *literal,
				     size_t length)
{
	at = cmpl_run_on(json, at, length);
	return at ? cmpl_run_bytes(at, literal, length) : NULL;
}

/* How many bytes a text can take, with its quotes or as null. */
static inline size_t cmpl_run_room(struct cmpl_slice text)
{
	return (text.is_plain ? (size_t)text.length : (size_t)text.length * 6) + 4;
}

/*
 * What has to be is escaped. A host's text may hold anything; what is not UTF-8 becomes U+FFFD, so
 * that the whole stays JSON.
 */
char *cmpl_run_escaped(char *at, const char *text, size_t length);

/* Between quotes. */
static inline char *cmpl_run_inside(char *at, struct cmpl_slice text)
{
	return text.is_plain ? cmpl_run_bytes(at, text.text, text.length)
			     : cmpl_run_escaped(at, text.text, text.length);
}

/* In quotes; null when there is none. */
static inline char *cmpl_run_text(char *at, struct cmpl_slice text)
{
	if (!text.text)
		return CMPL_RUN(at, "null");
	at = cmpl_run_inside(cmpl_run_sign(at, '"'), text);
	return cmpl_run_sign(at, '"');
}

char *cmpl_run_number(char *at, int64_t number);
