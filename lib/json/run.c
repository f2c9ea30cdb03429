/* SPDX-License-Identifier: MIT */
#include "json/run.h"

#include "base/plain.h"

char *cmpl_run_further(struct cmpl_json *json, char *at, size_t most)
{
	if (!at)
		return NULL;
	cmpl_run_end(json, at);
	return cmpl_run_begin(json, most);
}

static char *write_escape(char *at, uint32_t character)
{
	static const char meant[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	static const char digits[] = "0123456789abcdef";
	const char *short_form =
		character > 0 && character < 0x80 ? strchr(meant, (int)character) : NULL;

	*at++ = '\\';
	if (short_form)
		return cmpl_run_sign(at, letters[short_form - meant]);
	*at++ = 'u';
	for (int shift = 12; shift >= 0; shift -= 4)
		*at++ = digits[character >> shift & 15];
	return at;
}

char *cmpl_run_escaped(char *at, const char *text, size_t length)
{
	uint32_t character = 0;
	size_t size;

	for (size_t from = 0;; from += size) {
		size_t plain = cmpl_plain_length(text + from, length - from, true);

		at = cmpl_run_bytes(at, text + from, plain);
		from += plain;
		if (from == length)
			return at;
		size = cmpl_utf8_next(text + from, length - from, &character);
		if (size == 0) {
			at = CMPL_RUN(at, "\xef\xbf\xbd");
			size = 1;
		} else if (character == '"' || character == '\\' ||
			   cmpl_character_is_control(character)) {
			at = write_escape(at, character);
		} else {
			at = cmpl_run_bytes(at, text + from, size);
		}
	}
}

char *cmpl_run_number(char *at, int64_t number)
{
	char digits[CMPL_RUN_NUMBER];
	size_t first = sizeof(digits);
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	if (number < 0)
		*at++ = '-';
	if (rest < 10)
		return cmpl_run_sign(at, (char)('0' + rest));
	do {
		digits[--first] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	return cmpl_run_bytes(at, digits + first, sizeof(digits) - first);
}
