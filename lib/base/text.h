/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A growing, NUL-terminated string. All zero is an empty one. After a failed append `failed` stays
 * set.
 */
struct cmpl_string {
	char *text;
	size_t length;
	size_t capacity;
	bool failed;
};

/*
 * A text with its length, in which nothing is escaped in JSON. CMPL_PHRASE_OPEN: its end must be
 * looked for, and something may have to be escaped. NULL: there is none.
 */
struct cmpl_phrase {
	const char *text;
	uint32_t length;
};
#define CMPL_PHRASE_OPEN UINT32_MAX

void cmpl_string_free(struct cmpl_string *string);
void cmpl_string_clear(struct cmpl_string *string); /* keeps the memory */
void cmpl_string_add(struct cmpl_string *string, const char *text);
void cmpl_string_add_bytes(struct cmpl_string *string, const char *bytes, size_t length);
/*
 * Room for so many bytes and a NUL behind the text, to be written there and then counted into
 * `length`. NULL: out of memory, now or before.
 */
char *cmpl_string_extend(struct cmpl_string *string, size_t more);
void cmpl_string_add_char(struct cmpl_string *string, char c);
void cmpl_string_add_number(struct cmpl_string *string, int64_t number);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void cmpl_string_addf(struct cmpl_string *string, const char *format, ...);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 0)))
#endif
void cmpl_string_addv(struct cmpl_string *string, const char *format, va_list arguments);
/* The text itself, "" when empty; never NULL. */
const char *cmpl_string_text(const struct cmpl_string *string);
/*
 * The text, now the caller's (cmpl_free), and the string empty again. NULL: an append had failed.
 */
char *cmpl_string_take(struct cmpl_string *string);

char *cmpl_text_copy(const char *text, size_t length); /* NULL: out of memory */
size_t cmpl_text_length(const char *text,
			size_t length); /* resolves COMPLAINT_NUL_TERMINATED; NULL gives 0 */
bool cmpl_text_equal(const char *a, size_t a_length, const char *b, size_t b_length);
bool cmpl_text_is(const char *a, size_t a_length, const char *b); /* b NUL-terminated */

/*
 * Valid UTF-8 (no surrogates, no overlong forms)? On failure *ret_bad is the offset of the first
 * bad byte.
 */
bool cmpl_utf8_valid(const char *bytes, size_t length, size_t *ret_bad);
/* The character at the front and how many bytes it takes; 0: not UTF-8, or nothing there. */
size_t cmpl_utf8_next(const char *bytes, size_t length, uint32_t *ret_character);
/* How many bytes were written. The character must not be a surrogate. */
size_t cmpl_utf8_write(uint32_t character, char bytes[4]);
/* C0 (line feed and tab too), DEL, C1, U+2028, U+2029. */
bool cmpl_character_is_control(uint32_t character);
/* Those that turn the direction of writing: a line could be made to read otherwise than it is. */
bool cmpl_character_is_bidi_control(uint32_t character);

/*
 * Quote up to 256 bytes of a file's text into a message, double quotes put round it: cut at a
 * character's edge with "...", control characters (C0, DEL, C1, U+2028, U+2029, bidi controls) as
 * \x1b or \u202e.
 */
void cmpl_string_add_quoted(struct cmpl_string *string, const char *bytes, size_t length);
/* The same into an emptied string, and its text: for the arguments of a message. */
const char *cmpl_string_quote(struct cmpl_string *string, const char *bytes, size_t length);
/* One character as \x1b or \u202e. */
void cmpl_string_add_escaped(struct cmpl_string *string, uint32_t character);
