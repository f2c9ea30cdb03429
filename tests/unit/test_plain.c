/* SPDX-License-Identifier: MIT */
#include "base/plain.h"

#include "support/test.h"

/* What the words of eight bytes must agree with. */
static size_t slowly(const char *bytes, size_t length, bool for_json)
{
	size_t at = 0;

	while (at < length && cmpl_plain_is_byte(bytes[at], for_json))
		at++;
	return at;
}

/* Every byte, at every place of texts of every length up to four words, and another behind it. */
static void test_every_byte(void)
{
	char bytes[33];

	test_case("a run ends at the first byte that is not plain");
	for (int byte = 0; byte < 256; byte++)
		for (size_t length = 1; length < sizeof(bytes); length++)
			for (size_t place = 0; place < length; place++) {
				size_t other = (place * 7 + length) % length;

				memset(bytes, 'm', length);
				bytes[other > place ? other : place] = '\xff';
				bytes[place] = (char)byte;
				for (int json = 0; json < 2; json++)
					CHECK(cmpl_plain_length(bytes, length, json != 0) ==
						      slowly(bytes, length, json != 0),
					      "byte %d at %zu of %zu", byte, place, length);
			}
}

int main(void)
{
	test_every_byte();
	test_case("what is plain");
	CHECK_NUMBER(cmpl_plain_length("a \"b\\\x7f", 6, false), 5);
	CHECK_NUMBER(cmpl_plain_length("a \"b\\\x7f", 6, true), 2);
	CHECK_NUMBER(cmpl_plain_length("", 0, true), 0);
	return test_finish();
}
