/* SPDX-License-Identifier: MIT */
/* The public doors of base/: statuses, version, days, moments. */
#include <string.h>

#include <complaint/base.h>
#include <complaint/version.h>

#include "base/date.h"

#include "support/test.h"

#define NUL COMPLAINT_NUL_TERMINATED

static void test_statuses(void)
{
	test_case("each status has a name of its own");
	for (complaint_status a = COMPLAINT_OK; a <= COMPLAINT_ERR_CONFLICT; a++) {
		CHECK(strcmp(complaint_status_text(a), "unknown status") != 0, "status %d", (int)a);
		for (complaint_status b = COMPLAINT_OK; b < a; b++)
			CHECK(strcmp(complaint_status_text(a), complaint_status_text(b)) != 0);
	}
	test_case("any other number is an unknown status, never NULL");
	CHECK_TEXT(complaint_status_text(-1), "unknown status");
	CHECK_TEXT(complaint_status_text(COMPLAINT_ERR_CONFLICT + 1), "unknown status");
	CHECK_TEXT(complaint_status_text(INT32_MAX), "unknown status");
}

static void test_version(void)
{
	test_case("the version is the build's");
	CHECK_TEXT(complaint_version_text(), PROJECT_VERSION);
	CHECK_NUMBER(complaint_version_number(), COMPLAINT_VERSION_NUMBER);
	CHECK_NUMBER(COMPLAINT_VERSION_NUMBER, COMPLAINT_VERSION_MAJOR * 1000000 +
						       COMPLAINT_VERSION_MINOR * 1000 +
						       COMPLAINT_VERSION_PATCH);
}

static const struct {
	int32_t year, month, day;
	complaint_status status;
} dates[] = {
	{ 2022, 9, 19, COMPLAINT_OK },
	{ 1900, 1, 1, COMPLAINT_OK },
	{ 2199, 12, 31, COMPLAINT_OK },
	{ 2022, 2, 30, COMPLAINT_ERR_BAD_ARGUMENT },
	{ 2022, 13, 1, COMPLAINT_ERR_BAD_ARGUMENT },
	{ 2022, 1, 0, COMPLAINT_ERR_BAD_ARGUMENT },
	{ 1899, 12, 31, COMPLAINT_ERR_OUT_OF_RANGE },
	{ 2200, 1, 1, COMPLAINT_ERR_OUT_OF_RANGE },
	{ 2200, 2, 30, COMPLAINT_ERR_BAD_ARGUMENT },
};

static void test_dates(void)
{
	complaint_day day;
	int32_t year = 0, month = 0, date = 0;

	for (size_t i = 0; i < COUNT_OF(dates); i++) {
		day = 7;
		test_case("date %d-%d-%d", (int)dates[i].year, (int)dates[i].month,
			  (int)dates[i].day);
		CHECK_STATUS(
			complaint_day_from_date(dates[i].year, dates[i].month, dates[i].day, &day),
			dates[i].status);
		if (dates[i].status != COMPLAINT_OK) {
			CHECK_NUMBER(day, 7);
			continue;
		}
		CHECK_STATUS(complaint_day_get_date(day, &year, &month, &date), COMPLAINT_OK);
		CHECK(year == dates[i].year && month == dates[i].month && date == dates[i].day);
	}
	test_case("NULL where a result should go");
	CHECK_STATUS(complaint_day_from_date(2022, 9, 19, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_day_get_date(0, NULL, NULL, NULL), COMPLAINT_OK);
	test_case("days beyond the known years");
	CHECK_STATUS(complaint_day_get_date(CMPL_DAY_FIRST - 1, &year, NULL, NULL),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_day_get_date(CMPL_DAY_LAST + 1, &year, NULL, NULL),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_day_get_date(INT32_MIN, &year, NULL, NULL),
		     COMPLAINT_ERR_OUT_OF_RANGE);
}

static void test_day_texts(void)
{
	complaint_day day = 7;
	char text[11] = "untouched";

	test_case("a day from text");
	CHECK_STATUS(complaint_day_from_text("2022-09-19", NUL, &day), COMPLAINT_OK);
	CHECK_NUMBER(day, 19254);
	CHECK_STATUS(complaint_day_from_text("2022-09-19T09:30Z", 10, &day), COMPLAINT_OK);
	CHECK_STATUS(complaint_day_from_text("2022-09-31", NUL, &day), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_day_from_text("19/09/2022", NUL, &day), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_day_from_text("2200-01-01", NUL, &day), COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_day_from_text("", NUL, &day), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_day_from_text(NULL, 0, &day), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_day_from_text("2022-09-19", NUL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_NUMBER(day, 19254);

	test_case("a day as text");
	CHECK_STATUS(complaint_day_to_text(19254, text, 10), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_day_to_text(CMPL_DAY_LAST + 1, text, 11),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_day_to_text(19254, NULL, 11), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_TEXT(text, "untouched");
	CHECK_STATUS(complaint_day_to_text(19254, text, 11), COMPLAINT_OK);
	CHECK_TEXT(text, "2022-09-19");
}

static void test_moment_texts(void)
{
	complaint_moment moment = 7;

	test_case("a moment from text");
	CHECK_STATUS(complaint_moment_from_text("2022-10-29T09:30", NUL, &moment),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_moment_from_text("2200-01-01T00:00Z", NUL, &moment),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_moment_from_text("2200-02-30T00:00Z", NUL, &moment),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_moment_from_text(NULL, NUL, &moment), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_moment_from_text("2022-10-29T09:30Z", NUL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_NUMBER(moment, 7);
	CHECK_STATUS(complaint_moment_from_text("2022-10-29T09:30+01:00", NUL, &moment),
		     COMPLAINT_OK);
	CHECK_NUMBER(moment, 1667032200);
	CHECK_STATUS(complaint_moment_from_text("2022-10-29T09:30+01:00?", 22, &moment),
		     COMPLAINT_OK);
}

int main(void)
{
	test_statuses();
	test_version();
	test_dates();
	test_day_texts();
	test_moment_texts();
	return test_finish();
}
