/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include "support/test.h"

/* Counted the slow way: one day after another, by the rule as everyone learns it. */
static void test_every_day(void)
{
	static const int32_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	cmpl_day day = CMPL_DAY_FIRST;
	int weekday = CMPL_MONDAY; /* 1900-01-01 was one */

	test_case("every day of 1900 to 2199 goes there and back");
	for (int32_t year = 1900; year <= 2199; year++) {
		bool leap = (year % 4 == 0 && year % 100 != 0) || year == 2000;

		for (int32_t month = 1; month <= 12; month++) {
			int32_t length = lengths[month - 1] + (month == 2 && leap);

			CHECK_NUMBER(cmpl_month_length(year, month), length);
			for (int32_t date = 1; date <= length; date++, day++) {
				int32_t y, m, d;

				CHECK(cmpl_date_valid(year, month, date));
				CHECK_NUMBER(cmpl_day_from_date(year, month, date), day);
				cmpl_day_to_date(day, &y, &m, &d);
				CHECK(y == year && m == month && d == date, "day %d is %d-%d-%d",
				      day, y, m, d);
				CHECK_NUMBER(cmpl_day_weekday(day), weekday);
				weekday = (weekday + 1) % 7;
			}
		}
	}
	CHECK_NUMBER(day, CMPL_DAY_LAST + 1);
}

static void test_no_such_date(void)
{
	test_case("no other date is valid");
	for (int32_t year = 1890; year <= 2210; year++)
		for (int32_t month = -1; month <= 14; month++)
			for (int32_t date = -1; date <= 33; date++) {
				bool known = year >= 1900 && year <= 2199;
				bool wanted = known && date >= 1 &&
					      date <= cmpl_month_length(year, month);

				CHECK(cmpl_date_valid(year, month, date) == wanted, "%d-%d-%d",
				      year, month, date);
			}
	CHECK_NUMBER(cmpl_month_length(2022, 0), 0);
	CHECK_NUMBER(cmpl_month_length(2022, 13), 0);
	CHECK(!cmpl_date_valid(INT32_MAX, 1, 1) && !cmpl_date_valid(2022, INT32_MIN, 1));
}

static const struct {
	const char *name, *from;
	int32_t months;
	const char *want;
} months[] = {
	{ "a month on is the corresponding date", "2022-03-15", 1, "2022-04-15" },
	{ "the 31st clamps to a month of 30", "2022-08-31", 1, "2022-09-30" },
	{ "six months from 31 August end with February", "2022-08-31", 6, "2023-02-28" },
	{ "or with its leap day", "2023-08-31", 6, "2024-02-29" },
	{ "a year from a leap day is the 28th", "2024-02-29", 12, "2025-02-28" },
	{ "four years from a leap day is one", "2024-02-29", 48, "2028-02-29" },
	{ "the century year 2100 has no leap day", "2099-02-28", 12, "2100-02-28" },
	{ "clamping does not stick: each count starts afresh", "2022-01-31", 2, "2022-03-31" },
	{ "none is the day itself", "2022-01-31", 0, "2022-01-31" },
	{ "over the year's end", "2022-11-30", 3, "2023-02-28" },
	{ "back over the year's end", "2023-01-31", -2, "2022-11-30" },
	{ "twelve back", "2020-02-29", -12, "2019-02-28" },
};

int main(void)
{
	char text[11];
	cmpl_day day = 0;

	test_every_day();
	test_no_such_date();
	for (size_t i = 0; i < COUNT_OF(months); i++) {
		test_case("%s", months[i].name);
		CHECK(cmpl_day_parse(months[i].from, 10, &day));
		cmpl_day_write(cmpl_day_add_months(day, months[i].months), text);
		CHECK_TEXT(text, months[i].want);
	}

	test_case("names of days and months");
	CHECK_TEXT(cmpl_weekday_name(CMPL_MONDAY), "Monday");
	CHECK_TEXT(cmpl_weekday_name(CMPL_SUNDAY), "Sunday");
	CHECK_TEXT(cmpl_weekday_name(7), "");
	CHECK_TEXT(cmpl_weekday_name(-1), "");
	CHECK_TEXT(cmpl_month_name(1), "January");
	CHECK_TEXT(cmpl_month_name(12), "December");
	CHECK_TEXT(cmpl_month_name(0), "");
	CHECK_TEXT(cmpl_month_name(13), "");
	return test_finish();
}
