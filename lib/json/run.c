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

static inline char *write_pair(char *at, uint32_t number)
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
				    "25262728293031323334353637383940414243444546474849"
				    "50515253545556575859606162636465666768697071727374"
				    "75767778798081828384858687888990919293949596979899";

	return cmpl_run_bytes(at, pairs + (size_t)2 * number, 2);
}

char *cmpl_run_day(char *at, cmpl_day day)
{
	int32_t year, month, day_of_month;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	at = write_pair(at, (uint32_t)year / 100);
	at = write_pair(at, (uint32_t)year % 100);
	*at++ = '-';
	at = write_pair(at, (uint32_t)month);
	*at++ = '-';
	return write_pair(at, (uint32_t)day_of_month);
}
