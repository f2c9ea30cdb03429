/* SPDX-License-Identifier: MIT */
#include "json/writer.h"

#include <string.h>

#include "json/reader.h"

#include "support/test.h"

static void test_commas(void)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;

	test_case("commas stand between, never before or after");
	cmpl_json_begin(&json, &out);
	cmpl_json_open(&json, NULL, '{');
	cmpl_json_text(&json, "a", "b");
	cmpl_json_open(&json, "list", '[');
	cmpl_json_number(&json, NULL, INT64_MIN);
	cmpl_json_truth(&json, NULL, true);
	cmpl_json_open(&json, NULL, '{');
	cmpl_json_close(&json, '}');
	cmpl_json_open(&json, NULL, '[');
	cmpl_json_close(&json, ']');
	cmpl_json_null(&json, NULL);
	cmpl_json_close(&json, ']');
	cmpl_json_truth(&json, "t", false);
	cmpl_json_text(&json, "n", NULL);
	cmpl_json_close(&json, '}');
	cmpl_json_end(&json);
	CHECK_TEXT(cmpl_string_text(&out), "{\"a\":\"b\",\"list\":[-9223372036854775808,true,{},[],"
					   "null],\"t\":false,\"n\":null}");
	cmpl_string_free(&out);
}

static const struct {
	const char *name, *text, *want;
} texts[] = {
	{ "nothing", "", "\"\"" },
	{ "letters of all lengths", "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
	  "\"a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"" },
	{ "what must be escaped", "\"\\\b\f\n\r\t", "\"\\\"\\\\\\b\\f\\n\\r\\t\"" },
	{ "other control characters", "\x01\x1f\x7f\xc2\x85\xe2\x80\xa8",
	  "\"\\u0001\\u001f\\u007f\\u0085\\u2028\"" },
	{ "a slash stays", "a/b", "\"a/b\"" },
	{ "what is not UTF-8 becomes U+FFFD",
	  "a\xff\xc3"
	  "b",
	  "\"a\xef\xbf\xbd\xef\xbf\xbd"
	  "b\"" },
};

/* Every character but the surrogates goes out and comes back. */
static void test_round_trip(void)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;
	char bytes[5];

	test_case("what is written reads back");
	for (uint32_t c = 1; c <= 0x10ffff; c += c < 0x3000 ? 1 : 97) {
		struct cmpl_tree *tree = NULL;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		bytes[cmpl_utf8_write(c, bytes)] = '\0';
		cmpl_string_clear(&out);
		cmpl_json_begin(&json, &out);
		cmpl_json_text(&json, NULL, bytes);
		cmpl_json_end(&json);
		cmpl_json_read("f", cmpl_string_text(&out), out.length, &tree, NULL);
		/* U+FEFF and U+FFFF are written as they are, and no file may have them. */
		if (c != 0xfeff && c != 0xfffe && c != 0xffff &&
		    CHECK(tree != NULL, "U+%04X", (unsigned)c))
			CHECK_TEXT(cmpl_node_text(tree, tree->nodes), bytes);
		cmpl_tree_free(tree);
	}
	cmpl_string_free(&out);
}

int main(void)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;

	test_commas();
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		test_case("written: %s", texts[i].name);
		cmpl_string_clear(&out);
		cmpl_json_begin(&json, &out);
		cmpl_json_text(&json, NULL, texts[i].text);
		cmpl_json_end(&json);
		CHECK_TEXT(cmpl_string_text(&out), texts[i].want);
	}
	cmpl_string_free(&out);
	test_round_trip();
	return test_finish();
}
