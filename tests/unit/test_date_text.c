/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/date.h"

#include "support/test.h"

static const struct {
	const char *text;
	bool right;
	cmpl_day want;
} days[] = {
	{ "1970-01-01", true, 0 },
	{ "2022-09-19", true, 19254 },
	{ "1900-01-01", true, CMPL_DAY_FIRST },
	{ "2199-12-31", true, CMPL_DAY_LAST },
	{ "2024-02-29", true, 19782 },
	{ "2023-02-29", false, 0 },
	{ "2022-02-30", false, 0 },
	{ "2022-13-01", false, 0 },
	{ "2022-00-10", false, 0 },
	{ "2022-04-31", false, 0 },
	{ "1899-12-31", false, 0 },
	{ "2200-01-01", false, 0 },
	{ "2022-9-19", false, 0 },
	{ "2022/09/19", false, 0 },
	{ "2022-09-19 ", false, 0 },
	{ " 2022-09-1", false, 0 },
	{ "+022-09-19", false, 0 },
	{ "2022-09-1a", false, 0 },
	{ "20220919", false, 0 },
	{ "", false, 0 },
};

static const struct {
	const char *text;
	bool right;
	int64_t want;
} moments[] = {
	{ "1970-01-01T00:00Z", true, 0 },
	{ "1970-01-01T00:00:00Z", true, 0 },
	{ "2022-10-29T09:30+01:00", true, 1667032200 },
	{ "2022-10-29T08:30:00Z", true, 1667032200 },
	{ "2022-10-29T03:30:59-05:00", true, 1667032259 },
	{ "2022-10-29T09:30+00:00", true, 1667035800 },
	{ "2022-10-29T22:30+14:00", true, 1667032200 },
	{ "1969-12-31T23:59:59Z", true, -1 },
	{ "2022-10-29T22:30+14:01", false, 0 },
	{ "2022-10-29T09:30-00:00", false, 0 },
	{ "2022-10-29T09:30", false, 0 },
	{ "2022-10-29T09:30:00", false, 0 },
	{ "2022-10-29T24:00Z", false, 0 },
	{ "2022-10-29T23:59:60Z", false, 0 },
	{ "2022-10-29T23:60Z", false, 0 },
	{ "2022-10-29 09:30Z", false, 0 },
	{ "2022-10-29t09:30Z", false, 0 },
	{ "2022-10-29T09:30z", false, 0 },
	{ "2022-10-29T9:30Z", false, 0 },
	{ "2022-10-29T09:30:1Z", false, 0 },
	{ "2022-10-29T09:30:10", false, 0 },
	{ "2022-10-29T09:30:10.5Z", false, 0 },
	{ "2022-10-29T09:30+0100", false, 0 },
	{ "2022-10-29T09:30+01", false, 0 },
	{ "2022-10-29T09:30+01:60", false, 0 },
	{ "2022-02-30T09:30Z", false, 0 },
	{ "2022-10-29T09:30ZZ", false, 0 },
	{ "1900-01-01T00:00+01:00", false, 0 },
	{ "1900-01-01T00:00Z", true, -2208988800 },
	{ "2199-12-31T23:59:59Z", true, 7258118399 },
	{ "2199-12-31T23:59:59-00:01", false, 0 },
};

static void test_months(void)
{
	cmpl_day first = 7, last = 8;

	test_case("a month is its first and last day");
	CHECK(cmpl_month_parse("2024-02", 7, &first, &last));
	CHECK_NUMBER(first, 19754);
	CHECK_NUMBER(last, 19782);
	test_case("what is no month sets nothing");
	for (size_t i = 0; i < 5; i++) {
		const char *bad[] = { "2024-13", "2024-00", "1899-12", "2024-2", "2024-02-" };

		first = 7;
		CHECK(!cmpl_month_parse(bad[i], strlen(bad[i]), &first, &last), "%s", bad[i]);
		CHECK_NUMBER(first, 7);
	}
}

static void test_times(void)
{
	int32_t minutes = -1;
	const char *bad[] = { "24:00", "17:60", "7:00", "17.00", "17:0", "17:000", "", "aa:bb" };

	test_case("a time is minutes after midnight");
	CHECK(cmpl_time_parse("00:00", 5, &minutes));
	CHECK_NUMBER(minutes, 0);
	CHECK(cmpl_time_parse("23:59", 5, &minutes));
	CHECK_NUMBER(minutes, 1439);
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		test_case("\"%s\" is no time", bad[i]);
		CHECK(!cmpl_time_parse(bad[i], strlen(bad[i]), &minutes));
	}
}

static void test_writing(void)
{
	char text[32];

	test_case("a moment is written with its offset");
	cmpl_moment_write(1667032200, 3600, false, text);
	CHECK_TEXT(text, "2022-10-29T09:30:00+01:00");
	cmpl_moment_write(1667032200, 0, true, text);
	CHECK_TEXT(text, "2022-10-29T08:30:00Z");
	cmpl_moment_write(1667032200, 0, false, text);
	CHECK_TEXT(text, "2022-10-29T08:30:00+00:00");
	cmpl_moment_write(1667032200, -(5 * 3600 + 1800), false, text);
	CHECK_TEXT(text, "2022-10-29T03:00:00-05:30");
	test_case("moments before 1970 are floored to their day");
	cmpl_moment_write(-1, 0, true, text);
	CHECK_TEXT(text, "1969-12-31T23:59:59Z");
	cmpl_moment_write(-86400, 0, true, text);
	CHECK_TEXT(text, "1969-12-31T00:00:00Z");
	cmpl_moment_write(-86401, 0, true, text);
	CHECK_TEXT(text, "1969-12-30T23:59:59Z");

	test_case("what is written reads back, over three centuries");
	for (int64_t moment = -2208988800; moment <= 7258118399; moment += 7777777) {
		int64_t back = 0;

		cmpl_moment_write(moment, 0, true, text);
		CHECK(cmpl_moment_parse(text, strlen(text), &back) && back == moment, "%s", text);
	}
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(days); i++) {
		cmpl_day day = 7;

		test_case("day \"%s\"", days[i].text);
		CHECK_NUMBER(cmpl_day_parse(days[i].text, strlen(days[i].text), &day),
			     days[i].right);
		CHECK_NUMBER(day, days[i].right ? days[i].want : 7);
	}
	for (size_t i = 0; i < COUNT_OF(moments); i++) {
		int64_t moment = 7;

		test_case("moment \"%s\"", moments[i].text);
		CHECK_NUMBER(cmpl_moment_parse(moments[i].text, strlen(moments[i].text), &moment),
			     moments[i].right);
		CHECK_NUMBER(moment, moments[i].right ? moments[i].want : 7);
	}
	test_months();
	test_times();
	test_writing();
	return test_finish();
}
