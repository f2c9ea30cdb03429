/* SPDX-License-Identifier: MIT */
#include "calendar/zone.h"

#include <stdlib.h>
#include <string.h>

#include <complaint/base.h>

#include "support/test.h"

static const int64_t hour = 3600;

/* Every change of the clocks that the IANA database has, to the second; nothing between them. */
static void test_vectors(void)
{
	size_t length;
	char *bytes = test_read_file(test_source("tests/vectors/europe-london.txt"), &length);
	int64_t before = 0, changes = 0, wrong = 0,
		last = cmpl_day_from_date(1900, 1, 1) * INT64_C(86400);

	test_case("Europe/London changes its clocks when the IANA database says, 1900 to 2199");
	for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n")) {
		char *end;
		int64_t moment, offset;

		if (*line == '#')
			continue;
		moment = strtoll(line, &end, 10);
		offset = strtoll(end, NULL, 10);
		/* Between two changes: a moment in each day. */
		for (int64_t between = last; between < moment; between += 86399)
			wrong += cmpl_zone_offset(CMPL_ZONE_LONDON, between) != before;
		wrong += cmpl_zone_offset(CMPL_ZONE_LONDON, moment - 1) != before;
		wrong += cmpl_zone_offset(CMPL_ZONE_LONDON, moment) != offset;
		before = offset;
		last = moment;
		changes++;
	}
	CHECK_NUMBER(wrong, 0);
	CHECK_NUMBER(changes, 564);
	free(bytes);
}

static int64_t moment_of(const char *text)
{
	complaint_moment moment = 0;

	CHECK_STATUS(complaint_moment_from_text(text, COMPLAINT_NUL_TERMINATED, &moment),
		     COMPLAINT_OK);
	return moment;
}

static void test_repeated_hour(void)
{
	cmpl_day day = cmpl_day_from_date(2022, 10, 30);
	int64_t first = moment_of("2022-10-30T01:30+01:00"),
		second = moment_of("2022-10-30T01:30+00:00");
	int32_t at = 0;

	test_case("half past one comes twice in autumn: both are half past one, and it means the "
		  "first");
	CHECK_NUMBER(cmpl_zone_day(CMPL_ZONE_LONDON, first, &at), day);
	CHECK_NUMBER(at, hour + hour / 2);
	CHECK_NUMBER(cmpl_zone_day(CMPL_ZONE_LONDON, second, &at), day);
	CHECK_NUMBER(at, hour + hour / 2);
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)(hour + hour / 2)), first);
	CHECK_NUMBER(second - first, hour);
	test_case("that day has 25 hours");
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day + 1, 0) -
			     cmpl_zone_moment(CMPL_ZONE_LONDON, day, 0),
		     25 * hour);
}

static void test_skipped_hour(void)
{
	cmpl_day day = cmpl_day_from_date(2023, 3, 26);
	int64_t jump = moment_of("2023-03-26T01:00+00:00");

	test_case("half past one does not exist in spring: it is the moment the clocks jump");
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)(hour + hour / 2)), jump);
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)hour), jump);
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)hour - 1), jump - 1);
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)(2 * hour)), jump);
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)(2 * hour) + 1), jump + 1);
	test_case("that day has 23 hours");
	CHECK_NUMBER(cmpl_zone_moment(CMPL_ZONE_LONDON, day + 1, 0) -
			     cmpl_zone_moment(CMPL_ZONE_LONDON, day, 0),
		     23 * hour);
}

static void test_days(void)
{
	int64_t wrong = 0;
	int32_t at = 0;

	test_case("half past eleven at night in UTC is the next day in London in summer");
	CHECK_NUMBER(cmpl_zone_day(CMPL_ZONE_LONDON, moment_of("2022-07-01T23:30Z"), &at),
		     cmpl_day_from_date(2022, 7, 2));
	CHECK_NUMBER(at, hour / 2);
	CHECK_NUMBER(cmpl_zone_day(CMPL_ZONE_UTC, moment_of("2022-07-01T23:30Z"), NULL),
		     cmpl_day_from_date(2022, 7, 1));

	test_case(
		"every day begins at its own midnight, ends at the next, and goes there and back");
	for (cmpl_day day = CMPL_DAY_FIRST; day < CMPL_DAY_LAST; day++) {
		int64_t begin = cmpl_zone_moment(CMPL_ZONE_LONDON, day, 0);
		int64_t noon = cmpl_zone_moment(CMPL_ZONE_LONDON, day, (int32_t)(12 * hour));

		wrong += cmpl_zone_day(CMPL_ZONE_LONDON, begin, &at) != day || at != 0;
		wrong += cmpl_zone_day(CMPL_ZONE_LONDON, begin - 1, NULL) != day - 1;
		wrong += cmpl_zone_day(CMPL_ZONE_LONDON, noon, &at) != day || at != 12 * hour;
		wrong += cmpl_zone_moment(CMPL_ZONE_LONDON, day, 86400) !=
			 cmpl_zone_moment(CMPL_ZONE_LONDON, day + 1, 0);
	}
	CHECK_NUMBER(wrong, 0);

	test_case("a moment beyond everything is a day beyond everything, and nothing overflows");
	CHECK(cmpl_zone_day(CMPL_ZONE_LONDON, INT64_MAX, &at) > CMPL_DAY_LAST);
	CHECK(cmpl_zone_day(CMPL_ZONE_LONDON, INT64_MIN, &at) < CMPL_DAY_FIRST);
}

static void test_names(void)
{
	enum cmpl_zone zone = CMPL_ZONE_UTC;

	test_case("two zones are known, by their exact names");
	CHECK(cmpl_zone_find("Europe/London", 13, &zone) && zone == CMPL_ZONE_LONDON);
	CHECK(cmpl_zone_find("UTC", 3, &zone) && zone == CMPL_ZONE_UTC);
	CHECK(!cmpl_zone_find("europe/london", 13, &zone) &&
	      !cmpl_zone_find("GMT Standard Time", 17, &zone));
	CHECK_TEXT(cmpl_zone_name(CMPL_ZONE_LONDON), "Europe/London");
	CHECK_TEXT(cmpl_zone_name(CMPL_ZONE_UTC), "UTC");
}

static void test_text(void)
{
	char text[32] = "";
	char small[25];

	test_case("a moment is written with the offset of its zone");
	CHECK_STATUS(complaint_moment_to_text(moment_of("2022-10-29T08:30Z"), "Europe/London", text,
					      sizeof(text)),
		     COMPLAINT_OK);
	CHECK_TEXT(text, "2022-10-29T09:30:00+01:00");
	CHECK_STATUS(
		complaint_moment_to_text(moment_of("2022-10-31T08:30Z"), "Europe/London", text, 26),
		COMPLAINT_OK);
	CHECK_TEXT(text, "2022-10-31T08:30:00+00:00");
	CHECK_STATUS(
		complaint_moment_to_text(moment_of("2022-10-29T08:30Z"), NULL, text, sizeof(text)),
		COMPLAINT_OK);
	CHECK_TEXT(text, "2022-10-29T08:30:00Z");
	CHECK_STATUS(complaint_moment_to_text(0, "Europe/London", text, sizeof(text)),
		     COMPLAINT_OK);
	CHECK_TEXT(text, "1970-01-01T01:00:00+01:00"); /* British Standard Time */

	test_case("what cannot be written is refused");
	CHECK_STATUS(complaint_moment_to_text(0, "Europe/Paris", text, sizeof(text)),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_moment_to_text(0, "Europe/London", small, sizeof(small)),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_moment_to_text(0, "Europe/London", NULL, 40),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_moment_to_text(INT64_MAX, NULL, text, sizeof(text)),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_moment_to_text(INT64_MIN, NULL, text, sizeof(text)),
		     COMPLAINT_ERR_OUT_OF_RANGE);
}

int main(void)
{
	test_vectors();
	test_repeated_hour();
	test_skipped_hour();
	test_days();
	test_names();
	test_text();
	return test_finish();
}
