/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <string.h>

#include <complaint/base.h>

#include "base/memory.h"

#include "support/test.h"

static void test_string(void)
{
	struct cmpl_string string = { 0 };
	char *taken;

	test_case("an untouched string is empty, not NULL");
	CHECK_TEXT(cmpl_string_text(&string), "");

	test_case("appending in every way");
	cmpl_string_add(&string, "a");
	cmpl_string_add_bytes(&string, "bcd", 2);
	cmpl_string_add_char(&string, '-');
	cmpl_string_add_number(&string, 0);
	cmpl_string_add_number(&string, INT64_MIN);
	cmpl_string_add_number(&string, INT64_MAX);
	cmpl_string_addf(&string, " %d of %s", 3, "four");
	CHECK_TEXT(cmpl_string_text(&string),
		   "abc-0-92233720368547758089223372036854775807 3 of four");
	CHECK_NUMBER(string.length, strlen(cmpl_string_text(&string)));

	test_case("cleared it keeps its memory, taken it is the caller's");
	cmpl_string_clear(&string);
	CHECK_TEXT(cmpl_string_text(&string), "");
	cmpl_string_add(&string, "mine");
	taken = cmpl_string_take(&string);
	CHECK_TEXT(taken, "mine");
	cmpl_free(taken);
	CHECK(!string.text && string.length == 0);
	taken = cmpl_string_take(&string);
	CHECK_TEXT(taken, "");
	cmpl_free(taken);

	test_case("a long text grows it");
	for (int i = 0; i < 100000; i++)
		cmpl_string_add_char(&string, 'x');
	CHECK_NUMBER(strlen(cmpl_string_text(&string)), 100000);
	cmpl_string_free(&string);
	cmpl_string_free(NULL);
}

static void test_failure(void)
{
	struct cmpl_string string = { 0 };

	test_case("after a failed append it stays failed and keeps the old text");
	cmpl_string_add(&string, "kept");
	cmpl_memory_fail_at(1);
	for (int i = 0; i < 100; i++)
		cmpl_string_add_char(&string, 'x');
	cmpl_memory_fail_at(0);
	CHECK(string.failed);
	CHECK(strncmp(cmpl_string_text(&string), "keptxxx", 7) == 0);
	cmpl_string_addf(&string, "%d", 1);
	CHECK(string.failed);
	CHECK(!cmpl_string_take(&string));
	test_case("and taking it frees it and makes it good again");
	cmpl_string_add(&string, "new");
	CHECK(!string.failed);
	CHECK_TEXT(cmpl_string_text(&string), "new");
	cmpl_string_free(&string);
}

static void test_compare(void)
{
	char *copy = cmpl_text_copy("a\0b", 3);

	test_case("copies and comparisons go by length, NUL and all");
	CHECK(copy && memcmp(copy, "a\0b", 4) == 0);
	CHECK(cmpl_text_equal(copy, 3, "a\0b", 3));
	CHECK(!cmpl_text_equal(copy, 3, "a\0c", 3));
	CHECK(!cmpl_text_equal(copy, 3, "a", 1));
	CHECK(cmpl_text_equal(NULL, 0, "", 0));
	CHECK(cmpl_text_is("abc", 2, "ab") && !cmpl_text_is("abc", 3, "ab"));
	CHECK_NUMBER(cmpl_text_length("abc", COMPLAINT_NUL_TERMINATED), 3);
	CHECK_NUMBER(cmpl_text_length("abc", 2), 2);
	CHECK_NUMBER(cmpl_text_length(NULL, 5), 0);
	cmpl_free(copy);
}

static const struct {
	const char *name, *bytes;
	size_t length, bad; /* bad == length: valid */
} utf8[] = {
	{ "plain letters", "abc", 3, 3 },
	{ "nothing", "", 0, 0 },
	{ "two, three and four bytes", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", 9, 9 },
	{ "the last character there is", "\xf4\x8f\xbf\xbf", 4, 4 },
	{ "one beyond", "\xf4\x90\x80\x80", 4, 0 },
	{ "Latin-1", "caf\xe9", 4, 3 },
	{ "a lone continuation", "a\x80", 2, 1 },
	{ "cut in two", "a\xe2\x82", 3, 1 },
	{ "an overlong slash of two bytes", "\xc0\xaf", 2, 0 },
	{ "an overlong slash of three", "\xe0\x80\xaf", 3, 0 },
	{ "an overlong slash of four", "\xf0\x80\x80\xaf", 4, 0 },
	{ "a surrogate", "\xed\xa0\x80", 3, 0 },
	{ "the last before the surrogates", "\xed\x9f\xbf", 3, 3 },
	{ "five bytes", "\xf8\x88\x80\x80\x80", 5, 0 },
	{ "a byte that is never used", "ab\xff", 3, 2 },
	{ "a letter where a continuation should be", "\xc3(", 2, 0 },
};

static void test_utf8(void)
{
	for (size_t i = 0; i < COUNT_OF(utf8); i++) {
		size_t bad = utf8[i].length;

		test_case("UTF-8: %s", utf8[i].name);
		CHECK_NUMBER(cmpl_utf8_valid(utf8[i].bytes, utf8[i].length, &bad),
			     utf8[i].bad == utf8[i].length);
		CHECK_NUMBER(bad, utf8[i].bad);
		CHECK_NUMBER(cmpl_utf8_valid(utf8[i].bytes, utf8[i].length, NULL),
			     utf8[i].bad == utf8[i].length);
	}
	test_case("every character is written as it is read");
	for (uint32_t wanted = 0; wanted <= 0x10ffff; wanted++) {
		uint32_t character = 0;
		char bytes[4];
		size_t size;

		if (wanted >= 0xd800 && wanted <= 0xdfff)
			continue;
		size = cmpl_utf8_write(wanted, bytes);
		CHECK(cmpl_utf8_next(bytes, size, &character) == size && character == wanted,
		      "U+%04X", (unsigned)wanted);
	}
}

#define LETTERS_64 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"
#define LETTERS_256 LETTERS_64 LETTERS_64 LETTERS_64 LETTERS_64

static const struct {
	const char *name, *bytes, *want;
} quoted[] = {
	{ "a word", "acknowlege", "\"acknowlege\"" },
	{ "nothing", "", "\"\"" },
	{ "accents stay", "caf\xc3\xa9", "\"caf\xc3\xa9\"" },
	{ "escape and bell", "\x1b[31m\a", "\"\\x1b[31m\\x07\"" },
	{ "line feed and tab", "a\n\tb", "\"a\\x0a\\x09b\"" },
	{ "DEL and C1", "\x7f\xc2\x85", "\"\\x7f\\x85\"" },
	{ "separators of lines and paragraphs", "\xe2\x80\xa8\xe2\x80\xa9", "\"\\u2028\\u2029\"" },
	{ "bidi override and isolate", "\xe2\x80\xae\xe2\x81\xa6\xd8\x9c",
	  "\"\\u202e\\u2066\\u061c\"" },
	{ "bytes that are not UTF-8", "caf\xe9", "\"caf\\xe9\"" },
	{ "256 bytes just fit", LETTERS_256, "\"" LETTERS_256 "\"" },
	{ "257 are cut", LETTERS_256 "m", "\"" LETTERS_256 "...\"" },
};

static void test_quoting(void)
{
	struct cmpl_string string = { 0 };
	char long_text[257];

	for (size_t i = 0; i < COUNT_OF(quoted); i++) {
		test_case("quoted: %s", quoted[i].name);
		CHECK_TEXT(cmpl_string_quote(&string, quoted[i].bytes, strlen(quoted[i].bytes)),
			   quoted[i].want);
	}
	test_case("quoted: a cut never splits a character");
	memset(long_text, 'a', 255);
	memcpy(long_text + 255, "\xc3\xa9", 2);
	cmpl_string_quote(&string, long_text, 257);
	CHECK_NUMBER(string.length, 1 + 255 + 3 + 1);
	CHECK(cmpl_utf8_valid(string.text, string.length, NULL));
	cmpl_string_free(&string);
}

int main(void)
{
	test_string();
	test_failure();
	test_compare();
	test_utf8();
	test_quoting();
	return test_finish();
}
