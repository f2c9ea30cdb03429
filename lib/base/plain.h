/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * Runs of printable ASCII, of which nearly all text is made: found eight bytes at a time, so that
 * only what is left is looked at character by character.
 */

#define CMPL_EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/*
 * Of eight bytes below 0x80 no sum carries into its neighbour: its highest bit tells whether the
 * byte is at least 0x20, whether it is another one than the quote, the backslash, or 0x7f.
 */
static inline bool cmpl_plain_is_word(uint64_t word, bool for_json)
{
	uint64_t good = word + CMPL_EACH_BYTE(0x60), bad = word | (word + CMPL_EACH_BYTE(1));

	if (for_json)
		good &= ((word ^ CMPL_EACH_BYTE('"')) + CMPL_EACH_BYTE(0x7f)) &
			((word ^ CMPL_EACH_BYTE('\\')) + CMPL_EACH_BYTE(0x7f));
	return ((good & ~bad) & CMPL_EACH_BYTE(0x80)) == CMPL_EACH_BYTE(0x80);
}

static inline bool cmpl_plain_is_byte(char c, bool for_json)
{
	return c >= 0x20 && c < 0x7f && (!for_json || (c != '"' && c != '\\'));
}

/*
 * How many bytes at the front are printable ASCII; for JSON: and neither a quote nor a backslash.
 */
static inline size_t cmpl_plain_length(const char *bytes, size_t length, bool for_json)
{
	size_t at = 0;
	uint64_t word;

	for (; length - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, bytes + at, sizeof(word));
		if (!cmpl_plain_is_word(word, for_json))
			break;
	}
	if (length - at < sizeof(word) && length >= sizeof(word)) {
		/* The rest, with some of what was seen before it. */
		memcpy(&word, bytes + length - sizeof(word), sizeof(word));
		if (cmpl_plain_is_word(word, for_json))
			return length;
	}
	while (at < length && cmpl_plain_is_byte(bytes[at], for_json))
		at++;
	return at;
}
