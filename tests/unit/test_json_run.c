/* SPDX-License-Identifier: MIT */
#include "json/run.h"

#include <string.h>

#include "base/memory.h"
#include "json/reader.h"

#include "support/test.h"

static const struct cmpl_short_word words[] = {
	CMPL_SHORT_WORD(""),
	CMPL_SHORT_WORD("must"),
	CMPL_SHORT_WORD("chosen-readings-cycle"),
};

static void test_pieces(void)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;
	char *at;

	test_case("pieces stand behind one another, with the commas they bring");
	cmpl_json_begin(&json, &out);
	at = cmpl_run_begin(&json, 256);
	at = CMPL_RUN(at, "{\"word\":\"");
	for (size_t i = 0; i < COUNT_OF(words); i++)
		at = cmpl_run_word(at, &words[i]);
	at = cmpl_run_number(CMPL_RUN(at, "\",\"least\":"), INT64_MIN);
	at = cmpl_run_number(CMPL_RUN(at, ",\"small\":"), 9);
	at = cmpl_run_number(CMPL_RUN(at, ",\"negative\":"), -10);
	at = cmpl_run_text(CMPL_RUN(at, ",\"none\":"), (struct cmpl_slice){ 0 });
	at = cmpl_run_text(CMPL_RUN(at, ",\"plain\":"), (struct cmpl_slice){ "a b", 3, true });
	at = cmpl_run_text(CMPL_RUN(at, ",\"other\":"), (struct cmpl_slice){ "a\"\n", 3, false });
	cmpl_run_end(&json, at);
	cmpl_json_text(&json, "after", "a run");
	cmpl_json_close(&json, '}');
	cmpl_json_end(&json);
	CHECK_TEXT(cmpl_string_text(&out),
		   "{\"word\":\"mustchosen-readings-cycle\",\"least\":-9223372036854775808,"
		   "\"small\":9,\"negative\":-10,\"none\":null,\"plain\":\"a b\","
		   "\"other\":\"a\\\"\\n\",\"after\":\"a run\"}");
	CHECK_NUMBER(out.length, strlen(cmpl_string_text(&out)));
	cmpl_string_free(&out);
}

/* Every byte before and behind every other, and none of it longer than there is room for. */
static void test_escaped(void)
{
	struct cmpl_string whole = { 0 };
	struct cmpl_json json;

	test_case("what is escaped fits its room, and is what one text at a time gives");
	for (int first = 1; first < 256; first++)
		for (int second = 1; second < 256; second++) {
			const char bytes[] = { 'x', (char)first, (char)second, '\0' };
			struct cmpl_slice slice = { bytes, 3, cmpl_json_stands(bytes, 3) };
			char room[64], *end;

			memset(room, '~', sizeof(room));
			end = cmpl_run_text(room, slice);
			cmpl_string_clear(&whole);
			cmpl_json_begin(&json, &whole);
			cmpl_json_text(&json, NULL, bytes);
			cmpl_json_end(&json);
			CHECK((size_t)(end - room) == whole.length &&
				      memcmp(room, whole.text, whole.length) == 0 && *end == '~' &&
				      whole.length <= cmpl_run_room(slice),
			      "bytes %d and %d", first, second);
			CHECK(slice.is_plain ==
				      (whole.length == 5 && memcmp(whole.text + 1, bytes, 3) == 0),
			      "bytes %d and %d", first, second);
		}
	cmpl_string_free(&whole);
}

static char *grow(struct cmpl_json *json, char *at, int pieces)
{
	for (int i = 0; i < pieces; i++)
		at = cmpl_run_literal(json, at, CMPL_LITERAL("0123456789"));
	return at;
}

static void test_growing(void)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;
	char *at;

	test_case("a run that goes on gets more room, and keeps what there is");
	cmpl_json_begin(&json, &out);
	at = cmpl_run_begin(&json, 1);
	at = grow(&json, at, 5000);
	cmpl_run_end(&json, at);
	cmpl_json_end(&json);
	CHECK_NUMBER(out.length, 50000);
	for (size_t i = 0; i < out.length; i++)
		CHECK(out.text[i] == (char)('0' + i % 10), "byte %zu", i);
	cmpl_string_free(&out);

	test_case("without memory a run hands on NULL, and the text has failed");
	cmpl_json_begin(&json, &out);
	at = cmpl_run_begin(&json, 1);
	cmpl_memory_fail_at(1);
	at = grow(&json, at, 5000);
	CHECK(!at);
	CHECK(!cmpl_run_literal(&json, at, CMPL_LITERAL("more")));
	cmpl_run_end(&json, at);
	cmpl_memory_fail_at(0);
	CHECK(out.failed);
	CHECK(!cmpl_run_begin(&json, 1));
	cmpl_json_end(&json);
	cmpl_string_free(&out);
}

int main(void)
{
	test_pieces();
	test_escaped();
	test_growing();
	return test_finish();
}
