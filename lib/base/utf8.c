/* SPDX-License-Identifier: MIT */
/* UTF-8: is it valid, and how to show it without letting it harm a terminal. */
#include <string.h>

#include "base/text.h"

#define QUOTED_BYTES 256

size_t cmpl_utf8_next(const char *bytes, size_t length, uint32_t *ret_character)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *at = (const unsigned char *)bytes;
	uint32_t character;
	size_t size;

	if (length == 0)
		return 0;
	if (at[0] < 0x80) {
		*ret_character = at[0];
		return 1;
	}
	size = at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
	if (at[0] < 0xc2 || at[0] > 0xf4 || size > length)
		return 0;

	character = at[0] & (0xffu >> (size + 1));
	for (size_t i = 1; i < size; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		character = character << 6 | (at[i] & 0x3fu);
	}
	if (character < least[size] || character > 0x10ffff ||
	    (character >= 0xd800 && character <= 0xdfff))
		return 0;
	*ret_character = character;
	return size;
}

bool cmpl_utf8_valid(const char *bytes, size_t length, size_t *ret_bad)
{
	uint32_t character;

	for (size_t at = 0; at < length;) {
		size_t size = cmpl_utf8_next(bytes + at, length - at, &character);

		if (size == 0) {
			if (ret_bad)
				*ret_bad = at;
			return false;
		}
		at += size;
	}
	return true;
}

size_t cmpl_utf8_write(uint32_t character, char bytes[4])
{
	if (character < 0x80) {
		bytes[0] = (char)character;
		return 1;
	}
	if (character < 0x800) {
		bytes[0] = (char)(0xc0 | character >> 6);
		bytes[1] = (char)(0x80 | (character & 0x3f));
		return 2;
	}
	if (character < 0x10000) {
		bytes[0] = (char)(0xe0 | character >> 12);
		bytes[1] = (char)(0x80 | (character >> 6 & 0x3f));
		bytes[2] = (char)(0x80 | (character & 0x3f));
		return 3;
	}
	bytes[0] = (char)(0xf0 | character >> 18);
	bytes[1] = (char)(0x80 | (character >> 12 & 0x3f));
	bytes[2] = (char)(0x80 | (character >> 6 & 0x3f));
	bytes[3] = (char)(0x80 | (character & 0x3f));
	return 4;
}

bool cmpl_character_is_control(uint32_t character)
{
	return character < 0x20 || (character >= 0x7f && character <= 0x9f) ||
	       character == 0x2028 || character == 0x2029;
}

/* They reorder what a person sees, so that a message could seem to say something else. */
bool cmpl_character_is_bidi_control(uint32_t character)
{
	return character == 0x061c || character == 0x200e || character == 0x200f ||
	       (character >= 0x202a && character <= 0x202e) ||
	       (character >= 0x2066 && character <= 0x2069);
}

void cmpl_string_add_escaped(struct cmpl_string *string, uint32_t character)
{
	if (character < 0x100)
		cmpl_string_addf(string, "\\x%02x", (unsigned)character);
	else
		cmpl_string_addf(string, "\\u%04x", (unsigned)character);
}

void cmpl_string_add_quoted(struct cmpl_string *string, const char *bytes, size_t length)
{
	size_t at = 0;

	cmpl_string_add_char(string, '"');
	while (at < length) {
		uint32_t character = 0;
		size_t size = cmpl_utf8_next(bytes + at, length - at, &character);

		if (at + (size ? size : 1) > QUOTED_BYTES) {
			cmpl_string_add(string, "...");
			break;
		}
		if (size == 0)
			cmpl_string_add_escaped(string, (unsigned char)bytes[at]);
		else if (cmpl_character_is_control(character) ||
			 cmpl_character_is_bidi_control(character))
			cmpl_string_add_escaped(string, character);
		else
			cmpl_string_add_bytes(string, bytes + at, size);
		at += size ? size : 1;
	}
	cmpl_string_add_char(string, '"');
}

const char *cmpl_string_quote(struct cmpl_string *string, const char *bytes, size_t length)
{
	cmpl_string_clear(string);
	cmpl_string_add_quoted(string, bytes, length);
	return cmpl_string_text(string);
}
