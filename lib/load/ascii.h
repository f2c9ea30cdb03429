/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>

/* <ctype.h> asks the host's locale; a rule file means the same everywhere. */
static inline bool cmpl_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool cmpl_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool cmpl_ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char cmpl_ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}
