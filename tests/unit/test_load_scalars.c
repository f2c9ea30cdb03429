/* SPDX-License-Identifier: MIT */
/* What each kind of scalar takes, what it makes of it, and which fault anything else is. */
#include "load/scalars.h"

#include <stdlib.h>
#include <string.h>

#include "json/reader.h"
#include "yaml/reader.h"

#include "support/test.h"

enum { IN_YAML, IN_JSON };

/* One value under the key "key", read by one reader; what is wrong with it is left in `slug`. */
static bool read_value(int form, const char *value, const struct cmpl_field *field, void *slot,
		       const char **slug)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;
	struct cmpl_reader reader;
	const struct cmpl_node *node;
	char text[512];
	bool whole = false;

	strcpy(text, form == IN_JSON ? "{\"key\": " : "key: ");
	strcat(text, value);
	strcat(text, form == IN_JSON ? "}" : "\n");
	*slug = NULL;
	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK) ||
	    !CHECK_STATUS((form == IN_JSON ? cmpl_json_read
					   : cmpl_yaml_read)("t", text, strlen(text), &tree, diags),
			  COMPLAINT_OK))
		goto out;
	cmpl_reader_begin(&reader, tree, diags);
	node = cmpl_node_first(tree, &tree->nodes[0]);
	whole = field->read(&reader, node, field, slot);
	CHECK(whole == (reader.faults == 0), "a fault is reported when and only when it is one");
	CHECK(whole == (complaint_diagnostics_count(diags) == 0));
	cmpl_reader_end(&reader);
	for (size_t i = 0; i < complaint_diagnostics_kind_count(); i++)
		if (!whole && strcmp(complaint_diagnostics_kind_slug(i),
				     complaint_diagnostics_get_slug(diags, 0)) == 0)
			*slug = complaint_diagnostics_kind_slug(i);
	if (!whole)
		CHECK(complaint_diagnostics_get_hint(diags, 0) != NULL, "\"%s\" has a hint", value);
out:
	cmpl_tree_free(tree);
	complaint_diagnostics_free(diags);
	return whole;
}

static const struct cmpl_word colours[] = {
	{ "red", 1 }, { "green", 2 }, { "blue", 4 }, { NULL, 0 }
};
static const struct cmpl_number_range dozen = { 1, 12 };

/* --- numbers, words, truths: one int32_t ---------------------------------------- */

static const struct {
	const char *name;
	cmpl_field_reader read;
	const void *extra;
	int form;
	const char *value;
	int32_t want;
	const char *slug; /* NULL: none */
} numbers[] = {
	{ "true", cmpl_read_truth, NULL, IN_YAML, "true", 1, NULL },
	{ "false", cmpl_read_truth, NULL, IN_YAML, "false", 0, NULL },
	{ "true in JSON", cmpl_read_truth, NULL, IN_JSON, "true", 1, NULL },
	{ "yes", cmpl_read_truth, NULL, IN_YAML, "yes", 9, "boolean-look-alike" },
	{ "No", cmpl_read_truth, NULL, IN_YAML, "No", 9, "boolean-look-alike" },
	{ "on", cmpl_read_truth, NULL, IN_YAML, "on", 9, "boolean-look-alike" },
	{ "off", cmpl_read_truth, NULL, IN_YAML, "off", 9, "boolean-look-alike" },
	{ "TRUE", cmpl_read_truth, NULL, IN_YAML, "TRUE", 9, "boolean-look-alike" },
	{ "1 for true", cmpl_read_truth, NULL, IN_YAML, "1", 9, "boolean-look-alike" },
	{ "true in quotes", cmpl_read_truth, NULL, IN_YAML, "\"true\"", 9, "boolean-look-alike" },
	{ "true in JSON quotes", cmpl_read_truth, NULL, IN_JSON, "\"true\"", 9,
	  "boolean-look-alike" },
	{ "a truth that is a word", cmpl_read_truth, NULL, IN_YAML, "maybe", 9, "wrong-type" },
	{ "a truth that is a list", cmpl_read_truth, NULL, IN_YAML, "[true]", 9, "wrong-type" },
	{ "a truth that is nothing", cmpl_read_truth, NULL, IN_YAML, "", 9, "empty-text" },

	{ "zero", cmpl_read_number, NULL, IN_YAML, "0", 0, NULL },
	{ "a number", cmpl_read_number, NULL, IN_YAML, "120", 120, NULL },
	{ "a JSON number", cmpl_read_number, NULL, IN_JSON, "120", 120, NULL },
	{ "the largest", cmpl_read_number, NULL, IN_YAML, "2147483647", INT32_MAX, NULL },
	{ "one more", cmpl_read_number, NULL, IN_YAML, "2147483648", 9, "number-out-of-range" },
	{ "many more", cmpl_read_number, NULL, IN_YAML, "99999999999999999999999", 9,
	  "number-out-of-range" },
	{ "an octal look-alike", cmpl_read_number, NULL, IN_YAML, "012", 9, "number-malformed" },
	{ "two zeros", cmpl_read_number, NULL, IN_YAML, "00", 9, "number-malformed" },
	{ "with an underscore", cmpl_read_number, NULL, IN_YAML, "1_000", 9, "number-malformed" },
	{ "hexadecimal", cmpl_read_number, NULL, IN_YAML, "0x10", 9, "number-malformed" },
	{ "base 60", cmpl_read_number, NULL, IN_YAML, "12:30", 9, "number-malformed" },
	{ "with a sign", cmpl_read_number, NULL, IN_YAML, "+5", 9, "number-malformed" },
	{ "below zero", cmpl_read_number, NULL, IN_YAML, "-5", 9, "number-malformed" },
	{ "a fraction", cmpl_read_number, NULL, IN_YAML, "1.5", 9, "number-malformed" },
	{ "a JSON exponent", cmpl_read_number, NULL, IN_JSON, "1e3", 9, "number-malformed" },
	{ "in words", cmpl_read_number, NULL, IN_YAML, "five", 9, "number-malformed" },
	{ "in quotes", cmpl_read_number, NULL, IN_YAML, "\"5\"", 9, "wrong-type" },
	{ "in JSON quotes", cmpl_read_number, NULL, IN_JSON, "\"5\"", 9, "wrong-type" },
	{ "within its range", cmpl_read_number, &dozen, IN_YAML, "12", 12, NULL },
	{ "above its range", cmpl_read_number, &dozen, IN_YAML, "13", 9, "number-out-of-range" },
	{ "below its range", cmpl_read_number, &dozen, IN_YAML, "0", 9, "number-out-of-range" },

	{ "a word", cmpl_read_word, colours, IN_YAML, "green", 2, NULL },
	{ "a word in quotes", cmpl_read_word, colours, IN_YAML, "'green'", 2, NULL },
	{ "a word in JSON", cmpl_read_word, colours, IN_JSON, "\"green\"", 2, NULL },
	{ "an unknown word", cmpl_read_word, colours, IN_YAML, "gren", 9, "unknown-value" },
	{ "a word of another case", cmpl_read_word, colours, IN_YAML, "Green", 9, "unknown-value" },
	{ "several words", cmpl_read_words, colours, IN_YAML, "[red, blue]", 5, NULL },
	{ "a word twice", cmpl_read_words, colours, IN_YAML, "[red, red]", 1, "duplicate-entry" },
	{ "no word", cmpl_read_words, colours, IN_YAML, "[]", 9, "empty-list" },
	{ "a word for a list", cmpl_read_words, colours, IN_YAML, "red", 9, "wrong-type" },

	{ "a time", cmpl_read_time, NULL, IN_YAML, "\"17:30\"", 1050, NULL },
	{ "a time in JSON", cmpl_read_time, NULL, IN_JSON, "\"17:30\"", 1050, NULL },
	{ "midnight", cmpl_read_time, NULL, IN_YAML, "\"00:00\"", 0, NULL },
	{ "the end of the day", cmpl_read_time, NULL, IN_YAML, "\"24:00\"", 9, "time-malformed" },
	{ "minute 60", cmpl_read_time, NULL, IN_YAML, "\"12:60\"", 9, "time-malformed" },
	{ "a time without quotes", cmpl_read_time, NULL, IN_YAML, "17:30", 9, "time-malformed" },
	{ "5pm", cmpl_read_time, NULL, IN_YAML, "\"5pm\"", 9, "time-malformed" },

	{ "a day", cmpl_read_day, NULL, IN_YAML, "1970-02-01", 31, NULL },
	{ "a day in quotes", cmpl_read_day, NULL, IN_YAML, "\"1970-02-01\"", 31, NULL },
	{ "a month for a day", cmpl_read_day, NULL, IN_YAML, "2022-08", 9, "date-malformed" },
	{ "a moment for a day", cmpl_read_day, NULL, IN_YAML, "2022-08-01T10:00Z", 9,
	  "date-malformed" },
	{ "30 February", cmpl_read_day, NULL, IN_YAML, "2022-02-30", 9, "date-impossible" },
	{ "29 February of a common year", cmpl_read_day, NULL, IN_YAML, "2100-02-29", 9,
	  "date-impossible" },
	{ "month 13", cmpl_read_day, NULL, IN_YAML, "2022-13-01", 9, "date-impossible" },
	{ "day 0", cmpl_read_day, NULL, IN_YAML, "2022-12-00", 9, "date-impossible" },
	{ "the year 1899", cmpl_read_day, NULL, IN_YAML, "1899-12-31", 9, "date-out-of-range" },
	{ "the year 2200", cmpl_read_day, NULL, IN_YAML, "2200-01-01", 9, "date-out-of-range" },
	{ "a British date", cmpl_read_day, NULL, IN_YAML, "19/09/2022", 9, "date-malformed" },
	{ "a lean date", cmpl_read_day, NULL, IN_YAML, "2022-9-19", 9, "date-malformed" },
};

static void test_numbers(void)
{
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		struct cmpl_field field = { .key = "key",
					    .read = numbers[i].read,
					    .extra = numbers[i].extra };
		int32_t value = 9;
		const char *slug;

		test_case("%s", numbers[i].name);
		CHECK(read_value(numbers[i].form, numbers[i].value, &field, &value, &slug) ==
		      !numbers[i].slug);
		CHECK_TEXT(slug, numbers[i].slug);
		CHECK_NUMBER(value, numbers[i].want);
	}
}

/* --- lengths of time ---------------------------------------------------------- */

static const struct {
	cmpl_field_reader read;
	const char *value;
	int32_t amount;
	uint8_t unit;
	const char *slug;
} durations[] = {
	{ cmpl_read_duration, "10 working days", 10, COMPLAINT_UNIT_WORKING_DAYS, NULL },
	{ cmpl_read_duration, "\"10 working days\"", 10, COMPLAINT_UNIT_WORKING_DAYS, NULL },
	{ cmpl_read_duration, "1 working day", 1, COMPLAINT_UNIT_WORKING_DAYS, NULL },
	{ cmpl_read_duration, "3660 calendar days", 3660, COMPLAINT_UNIT_CALENDAR_DAYS, NULL },
	{ cmpl_read_duration, "3661 calendar days", 7, 7, "duration-too-large" },
	{ cmpl_read_duration, "8784 hours", 8784, COMPLAINT_UNIT_HOURS, NULL },
	{ cmpl_read_duration, "8785 hours", 7, 7, "duration-too-large" },
	{ cmpl_read_duration, "520 weeks", 520, COMPLAINT_UNIT_WEEKS, NULL },
	{ cmpl_read_duration, "521 weeks", 7, 7, "duration-too-large" },
	{ cmpl_read_duration, "120 months", 120, COMPLAINT_UNIT_MONTHS, NULL },
	{ cmpl_read_duration, "121 months", 7, 7, "duration-too-large" },
	{ cmpl_read_duration, "50 years", 50, COMPLAINT_UNIT_YEARS, NULL },
	{ cmpl_read_duration, "51 years", 7, 7, "duration-too-large" },
	{ cmpl_read_duration, "99999999999999999999 years", 7, 7, "duration-too-large" },
	{ cmpl_read_duration, "15 days", 7, 7, "unit-missing" },
	{ cmpl_read_duration, "1 day", 7, 7, "unit-missing" },
	{ cmpl_read_duration, "15 Days", 7, 7, "unit-missing" },
	{ cmpl_read_duration, "15", 7, 7, "unit-missing" },
	{ cmpl_read_duration, "1 working days", 7, 7, "unit-plural" },
	{ cmpl_read_duration, "10 working day", 7, 7, "unit-plural" },
	{ cmpl_read_duration, "0 working days", 7, 7, "duration-zero" },
	{ cmpl_read_duration, "0 hours", 7, 7, "duration-zero" },
	{ cmpl_read_duration, "10 business days", 7, 7, "unit-unknown" },
	{ cmpl_read_duration, "10 Working Days", 7, 7, "unit-unknown" },
	{ cmpl_read_duration, "10 working-days", 7, 7, "unit-unknown" },
	{ cmpl_read_duration, "10 minutes", 7, 7, "unit-unknown" },
	{ cmpl_read_duration, "10  working days", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "10working days", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "'10 working days '", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "010 working days", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "1_000 hours", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "1.5 hours", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "-1 hours", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "ten working days", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "immediately", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "no limit", 7, 7, "duration-malformed" },
	{ cmpl_read_duration, "[1 week]", 7, 7, "wrong-type" },
	{ cmpl_read_duration, "\"\"", 7, 7, "empty-text" },
	{ cmpl_read_limit, "48 hours", 48, COMPLAINT_UNIT_HOURS, NULL },
	{ cmpl_read_limit, "immediately", 0, COMPLAINT_UNIT_IMMEDIATELY, NULL },
	{ cmpl_read_limit, "as soon as possible", 0, COMPLAINT_UNIT_AS_SOON_AS_POSSIBLE, NULL },
	{ cmpl_read_limit, "close of business on the next working day", 0,
	  COMPLAINT_UNIT_NEXT_WORKING_DAY, NULL },
	{ cmpl_read_limit, "close of business on the next calendar day", 0,
	  COMPLAINT_UNIT_NEXT_CALENDAR_DAY, NULL },
	{ cmpl_read_limit, "close of business on the next day", 7, 7, "duration-malformed" },
	{ cmpl_read_limit, "no limit", 7, 7, "duration-malformed" },
	{ cmpl_read_up_to, "no limit", 0, COMPLAINT_UNIT_NO_LIMIT, NULL },
	{ cmpl_read_up_to, "2 weeks", 2, COMPLAINT_UNIT_WEEKS, NULL },
	{ cmpl_read_up_to, "immediately", 7, 7, "duration-malformed" },
	{ cmpl_read_last_day, "close of business on the next working day", 0,
	  COMPLAINT_UNIT_NEXT_WORKING_DAY, NULL },
	{ cmpl_read_last_day, "as soon as possible", 7, 7, "duration-malformed" },
};

static void test_durations(void)
{
	for (size_t i = 0; i < COUNT_OF(durations); i++) {
		struct cmpl_field field = { .key = "key", .read = durations[i].read };
		struct cmpl_limit limit = { 7, 7 };
		const char *slug;

		test_case("a length of time: %s", durations[i].value);
		CHECK(read_value(IN_YAML, durations[i].value, &field, &limit, &slug) ==
		      !durations[i].slug);
		CHECK_TEXT(slug, durations[i].slug);
		CHECK_NUMBER(limit.amount, durations[i].amount);
		CHECK_NUMBER(limit.unit, durations[i].unit);
	}
}

/* --- dates -------------------------------------------------------------------- */

static void test_dates(void)
{
	static const struct {
		cmpl_field_reader read;
		const char *value;
		uint8_t kind;
		int64_t first, last; /* a moment: both are the moment */
		const char *slug;
	} rows[] = {
		{ cmpl_read_day_or_month, "1970-01-02", CMPL_DATE_DAY, 1, 1, NULL },
		{ cmpl_read_day_or_month, "1970-02", CMPL_DATE_MONTH, 31, 58, NULL },
		{ cmpl_read_day_or_month, "1972-02", CMPL_DATE_MONTH, 761, 789, NULL },
		{ cmpl_read_day_or_month, "2022-13", 0, 0, 0, "date-impossible" },
		{ cmpl_read_day_or_month, "2022-00", 0, 0, 0, "date-impossible" },
		{ cmpl_read_day_or_month, "2022", 0, 0, 0, "date-malformed" },
		{ cmpl_read_day_or_month, "1970-01-02T00:00Z", 0, 0, 0, "date-malformed" },
		{ cmpl_read_moment, "1970-01-02", CMPL_DATE_DAY, 1, 1, NULL },
		{ cmpl_read_moment, "1970-01-01T01:00+01:00", CMPL_DATE_MOMENT, 0, 0, NULL },
		{ cmpl_read_moment, "1970-01-01T00:01:05Z", CMPL_DATE_MOMENT, 65, 65, NULL },
		{ cmpl_read_moment, "2022-10-29T09:30", 0, 0, 0, "offset-missing" },
		{ cmpl_read_moment, "2022-10-29T09:30:00", 0, 0, 0, "offset-missing" },
		{ cmpl_read_moment, "2022-10-29 09:30", 0, 0, 0, "offset-missing" },
		{ cmpl_read_moment, "2022-10-29T09:30+1", 0, 0, 0, "date-malformed" },
		{ cmpl_read_moment, "2022-10-29T25:30Z", 0, 0, 0, "date-malformed" },
		{ cmpl_read_moment, "2022-02-30T09:30Z", 0, 0, 0, "date-impossible" },
		{ cmpl_read_moment, "2022-10", 0, 0, 0, "date-malformed" },
		{ cmpl_read_date, "1970-02", CMPL_DATE_MONTH, 31, 58, NULL },
		{ cmpl_read_date, "1970-01-01T00:00Z", CMPL_DATE_MOMENT, 0, 0, NULL },
		{ cmpl_read_date, "yesterday", 0, 0, 0, "date-malformed" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct cmpl_field field = { .key = "key", .read = rows[i].read };
		struct cmpl_date_value value = { 0 };
		const char *slug;
		bool moment;

		test_case("a date: %s", rows[i].value);
		CHECK(read_value(IN_YAML, rows[i].value, &field, &value, &slug) == !rows[i].slug);
		moment = value.kind == CMPL_DATE_MOMENT;
		CHECK_TEXT(slug, rows[i].slug);
		CHECK_NUMBER(value.kind, rows[i].kind);
		CHECK_NUMBER(moment ? value.moment : value.first, rows[i].first);
		CHECK_NUMBER(moment ? value.moment : value.last, rows[i].last);
	}
}

/* --- texts -------------------------------------------------------------------- */

static const struct {
	cmpl_field_reader read;
	int form;
	const char *value;
	const char *slug;
} texts[] = {
	{ cmpl_read_text, IN_YAML, "Some words", NULL },
	{ cmpl_read_text, IN_YAML, ">-\n  Some\n  words", NULL },
	{ cmpl_read_text, IN_YAML, "12", NULL },
	{ cmpl_read_text, IN_YAML, "\"  \"", "empty-text" },
	{ cmpl_read_text, IN_YAML, "", "empty-text" },
	{ cmpl_read_text, IN_YAML, "{ a: b }", "wrong-type" },
	{ cmpl_read_id, IN_YAML, "over-6-months-old", NULL },
	{ cmpl_read_id, IN_JSON, "\"over-6-months-old\"", NULL },
	{ cmpl_read_id, IN_YAML, "a123456789012345678901234567890123456789012345678901234567890123",
	  NULL },
	{ cmpl_read_id, IN_YAML,
	  "a1234567890123456789012345678901234567890123456789012345678901234", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "6-months", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "-months", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "months-", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "six--months", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "six_months", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "Six", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "t\xc5\xb7", "id-malformed" },
	{ cmpl_read_id, IN_YAML, "[a]", "wrong-type" },
	{ cmpl_read_clause, IN_YAML, "\"5.i.b; 5.iii\"", NULL },
	{ cmpl_read_clause, IN_YAML, "'6.10'", NULL },
	{ cmpl_read_clause, IN_JSON, "\"6.10\"", NULL },
	{ cmpl_read_clause, IN_YAML, "6.10", "clause-not-quoted" },
	{ cmpl_read_clause, IN_YAML, "5.i", "clause-not-quoted" },
	{ cmpl_read_clause, IN_YAML, ">-\n  5.i", "clause-not-quoted" },
	{ cmpl_read_texts, IN_YAML, "[some words, more]", NULL },
	{ cmpl_read_texts, IN_YAML, "some words", "wrong-type" },
	{ cmpl_read_texts, IN_YAML, "[]", "empty-list" },
	{ cmpl_read_texts, IN_YAML, "[a, [b]]", "wrong-type" },
	{ cmpl_read_ids, IN_YAML, "[a, b-c]", NULL },
	{ cmpl_read_ids, IN_YAML, "[a, B]", "id-malformed" },
	{ cmpl_read_map, IN_YAML, "{ a: b }", NULL },
	{ cmpl_read_map, IN_YAML, "{}", "empty-mapping" },
	{ cmpl_read_map, IN_YAML, "[a]", "wrong-type" },
};

static void test_texts(void)
{
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct cmpl_field field = { .key = "key", .read = texts[i].read };
		const struct cmpl_node *node = NULL;
		const char *slug;
		bool whole;

		test_case("a text: %s", texts[i].value);
		whole = read_value(texts[i].form, texts[i].value, &field, &node, &slug);
		CHECK(whole == !texts[i].slug);
		CHECK(!whole || node != NULL);
		CHECK_TEXT(slug, texts[i].slug);
	}
}

int main(void)
{
	test_numbers();
	test_durations();
	test_dates();
	test_texts();
	return test_finish();
}
