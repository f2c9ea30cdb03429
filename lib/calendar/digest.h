/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * The revision digest. Integer arithmetic only, so that every machine gives the same
 * digits; they are pinned by a test and appear in hosts' records: never change this.
 */
#define CMPL_DIGEST_BEGIN UINT64_C(14695981039346656037)

/* FNV-1a, with a NUL at the end, so that "ab" + "c" and "a" + "bc" differ. */
static inline uint64_t cmpl_digest_text(uint64_t digest, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		digest = (digest ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return digest * UINT64_C(1099511628211);
}

/* A word at a time: two thousand closed days must not cost more than the calendar itself. */
static inline uint64_t cmpl_digest_word(uint64_t digest, uint64_t word)
{
	digest = (digest ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return digest ^ (digest >> 29);
}
