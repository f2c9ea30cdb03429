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
 * byte is at least 0x20, whether it is another one than the quote, the backslash, or 0x7f. Those
 * bits of the bytes that are not plain: 0 when all are. A sum carries upwards only, so that the
 * lowest of them is always right.
 */
static inline uint64_t cmpl_plain_others(uint64_t word, bool for_json)
{
	uint64_t good = word + CMPL_EACH_BYTE(0x60), bad = word | (word + CMPL_EACH_BYTE(1));

	if (for_json)
		good &= ((word ^ CMPL_EACH_BYTE('"')) + CMPL_EACH_BYTE(0x7f)) &
			((word ^ CMPL_EACH_BYTE('\\')) + CMPL_EACH_BYTE(0x7f));
	return ~(good & ~bad) & CMPL_EACH_BYTE(0x80);
}

static inline bool cmpl_plain_is_byte(char c, bool for_json)
{
	return c >= 0x20 && c < 0x7f && (!for_json || (c != '"' && c != '\\'));
}

/* Of the bits above, how many bytes come before the first; where that cannot be told: none. */
static inline size_t cmpl_plain_before(uint64_t others)
{
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(others) / 8;
#else
	(void)others;
	return 0;
#endif
}

/* On from `at`, byte by byte. */
static inline size_t cmpl_plain_end(const char *bytes, size_t at, size_t length, bool for_json)
{
	while (at < length && cmpl_plain_is_byte(bytes[at], for_json))
		at++;
	return at;
}

/*
 * How many bytes at the front are printable ASCII; for JSON: and neither a quote nor a backslash.
 */
static inline size_t cmpl_plain_length(const char *bytes, size_t length, bool for_json)
{
	size_t at = 0;
	uint64_t word, others;

	for (; length - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, bytes + at, sizeof(word));
		others = cmpl_plain_others(word, for_json);
		if (others != 0)
			return cmpl_plain_end(bytes, at + cmpl_plain_before(others), length,
					      for_json);
	}
	if (at < length && length >= sizeof(word)) {
		/* The rest, with some of what was seen before it. */
		memcpy(&word, bytes + length - sizeof(word), sizeof(word));
		if (cmpl_plain_others(word, for_json) == 0)
			return length;
	}
	return cmpl_plain_end(bytes, at, length, for_json);
}
