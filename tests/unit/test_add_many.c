/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar.h"
#include "support/test.h"

enum { FAR = 300 };

/* The same rows with and without statuses, found apart and found in place of their starts. */
static void check_rows(const struct complaint_calendar *calendar, const complaint_day *starts,
		       size_t start_stride, const int32_t *days, size_t day_stride, size_t count,
		       const complaint_day *wanted, const complaint_status *wanted_statuses)
{
	static complaint_day found[8000];
	static complaint_status statuses[8000];

	memset(found, 0, sizeof(found));
	memset(statuses, 0xff, sizeof(statuses));
	CHECK_STATUS(complaint_calendar_add_working_days_many(calendar, starts, start_stride, days,
							      day_stride, count, found, statuses),
		     COMPLAINT_OK);
	CHECK(memcmp(found, wanted, count * sizeof(*found)) == 0, "%zu rows", count);
	CHECK(memcmp(statuses, wanted_statuses, count * sizeof(*statuses)) == 0, "%zu statuses",
	      count);
	CHECK(found[count] == 0 && statuses[count] == -1, "one more than %zu", count);

	memset(found, 0, sizeof(found));
	complaint_calendar_add_working_days_many(calendar, starts, start_stride, days, day_stride,
						 count, found, NULL);
	CHECK(memcmp(found, wanted, count * sizeof(*found)) == 0, "%zu rows alone", count);

	if (start_stride == sizeof(*starts)) {
		memcpy(found, starts, count * sizeof(*found));
		complaint_calendar_add_working_days_many(calendar, found, start_stride, days,
							 day_stride, count, found, statuses);
		CHECK(memcmp(found, wanted, count * sizeof(*found)) == 0, "in place of starts");
	}
	if (day_stride == sizeof(*days)) {
		memcpy(found, days, count * sizeof(*found));
		complaint_calendar_add_working_days_many(calendar, starts, start_stride, found,
							 day_stride, count, found, statuses);
		CHECK(memcmp(found, wanted, count * sizeof(*found)) == 0, "in place of amounts");
	}
}

/* What every amount of -300 to 300 gives from a day, by walking day by day from there. */
static void walk(const struct complaint_calendar *calendar, complaint_day start,
		 complaint_day *wanted, complaint_status *statuses)
{
	wanted[FAR] = start;
	statuses[FAR] = COMPLAINT_OK;
	for (int32_t step = -1; step <= 1; step += 2) {
		complaint_day day = start;

		for (int32_t n = step; n >= -FAR && n <= FAR; n += step) {
			bool inside;

			do
				day += step;
			while (day >= calendar->first && day <= calendar->last &&
			       complaint_calendar_cause_count(calendar, day));
			inside = day >= calendar->first && day <= calendar->last;
			wanted[FAR + n] = inside ? day : COMPLAINT_DAY_NONE;
			statuses[FAR + n] = inside ? COMPLAINT_OK : COMPLAINT_ERR_OUT_OF_RANGE;
		}
	}
}

/* One start and all amounts; those forward alone, those back alone, and both in turn. */
static void test_against_walk(const struct complaint_calendar *calendar)
{
	enum { ALL = 2 * FAR + 1 };
	int32_t days[ALL], turned[ALL];
	complaint_day wanted[ALL], turned_wanted[ALL];
	complaint_status statuses[ALL], turned_statuses[ALL];

	test_case("every day, -300 to 300 working days, many at once as by walking");
	for (int32_t i = 0; i < ALL; i++)
		days[i] = i - FAR;
	for (complaint_day day = calendar->first; day <= calendar->last;
	     day += test_is_slow() ? 83 : 1) {
		walk(calendar, day, wanted, statuses);
		for (int32_t i = 0; i < ALL; i++) {
			int32_t from = i * 250 % ALL; /* 250 and 601 have no factor in common */

			turned[i] = days[from];
			turned_wanted[i] = wanted[from];
			turned_statuses[i] = statuses[from];
		}
		check_rows(calendar, &day, 0, days, sizeof(*days), ALL, wanted, statuses);
		check_rows(calendar, &day, 0, days, sizeof(*days), FAR, wanted, statuses);
		check_rows(calendar, &day, 0, days + FAR + 1, sizeof(*days), FAR, wanted + FAR + 1,
			   statuses + FAR + 1);
		check_rows(calendar, &day, 0, turned, sizeof(*turned), ALL, turned_wanted,
			   turned_statuses);
	}
}

/* One amount for all days, some of them before and after what is covered. */
static void test_one_amount(const struct complaint_calendar *calendar)
{
	static const int32_t amounts[] = {
		1,          -1,    0,         2,      -2,     10,      -10,     300,
		-300,       5000,  -5000,     100000, 100001, -100000, -100001, INT32_MAX,
		-INT32_MAX, 65535, INT32_MIN, 65536,  -65536, 1 << 30, -65535,  INT32_MIN + 2
	};
	static complaint_day starts[7000], wanted[7000];
	static complaint_status statuses[7000];
	size_t count = 0;

	for (complaint_day day = calendar->first - 5; day <= calendar->last + 5; day++)
		starts[count++] = day;
	starts[count++] = INT32_MIN;
	starts[count++] = INT32_MAX;
	for (size_t i = 0; i < COUNT_OF(amounts); i++) {
		test_case("many at once, %d working days for all", amounts[i]);
		for (size_t row = 0; row < count; row++) {
			wanted[row] = COMPLAINT_DAY_NONE;
			statuses[row] = complaint_calendar_add_working_days(
				calendar, starts[row], amounts[i], &wanted[row]);
		}
		check_rows(calendar, starts, sizeof(*starts), &amounts[i], 0, count, wanted,
			   statuses);
	}
}

static void test_many(const struct complaint_calendar *calendar)
{
#pragma pack(push, 1)
	struct row {
		char filler;
		complaint_day start;
		int32_t days;
	} packed[4];
#pragma pack(pop)
	const complaint_day friday = cmpl_day_from_date(2026, 11, 27);
	const int32_t counts[4] = { 1, 0, -1, 200000 };
	complaint_day days[4];
	complaint_status statuses[4];

	test_case("many at once, one start for all");
	CHECK_STATUS(complaint_calendar_add_working_days_many(calendar, &friday, 0, counts,
							      sizeof(int32_t), 4, days, statuses),
		     COMPLAINT_OK);
	CHECK_NUMBER(days[0], friday + 3);
	CHECK_NUMBER(days[1], friday);
	CHECK_NUMBER(days[2], friday - 1);
	CHECK_NUMBER(days[3], COMPLAINT_DAY_NONE);
	CHECK_STATUS(statuses[0], COMPLAINT_OK);
	CHECK_STATUS(statuses[3], COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("many at once, rows of a packed struct");
	for (int i = 0; i < 4; i++)
		packed[i] = (struct row){ 'x', friday + i, 1 };
	packed[3].start = cmpl_day_from_date(2030, 1, 1);
	CHECK_STATUS(complaint_calendar_add_working_days_many(
			     calendar,
			     (const complaint_day *)(const void *)((const char *)packed + 1),
			     sizeof(packed[0]),
			     (const int32_t *)(const void *)((const char *)packed + 5),
			     sizeof(packed[0]), 4, days, NULL),
		     COMPLAINT_OK);
	CHECK_NUMBER(days[0], friday + 3);
	CHECK_NUMBER(days[2], friday + 3);
	CHECK_NUMBER(days[3], COMPLAINT_DAY_NONE);

	test_case("many at once, none");
	CHECK_STATUS(
		complaint_calendar_add_working_days_many(calendar, NULL, 4, NULL, 4, 0, NULL, NULL),
		COMPLAINT_OK);
	CHECK_STATUS(complaint_calendar_add_working_days_many(calendar, NULL, 4, counts, 4, 1, days,
							      NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
}

/*
 * Rows drawn so that whole stretches go one way, or none does; now and then an amount of any size.
 */
static int32_t amount(int which, uint64_t *random)
{
	static const int32_t ends[] = { INT32_MIN, INT32_MAX, INT32_MIN + 1, 0,
					-1,        1,         -100000,       100001 };
	int32_t size = (int32_t)(test_random(random) % 400) + 1;

	if (which == 3 || test_random(random) % 500 == 0)
		return (int32_t)test_random(random);
	if (which == 4)
		return ends[test_random(random) % COUNT_OF(ends)];
	if (which == 2)
		return test_random(random) % 2 ? size : -size;
	return which == 0 ? size : -size;
}

static void test_many_as_one(const struct complaint_calendar *calendar)
{
	enum { ROWS = 3000 };
	static const char *const names[] = { "forward", "back", "either way", "any amount",
					     "the ends of numbers" };
	static complaint_day starts[ROWS], wanted[ROWS];
	static complaint_status statuses[ROWS];
	static int32_t days[ROWS];
	uint64_t random = 20220919;

	for (int which = 0; which < 5; which++) {
		test_case("many at once answer as each alone: %s", names[which]);
		for (size_t i = 0; i < ROWS; i++) {
			starts[i] = (complaint_day)(15300 + test_random(&random) % 6300);
			if (test_random(&random) % 300 == 0)
				starts[i] = (complaint_day)test_random(&random);
			days[i] = amount(which, &random);
			wanted[i] = COMPLAINT_DAY_NONE;
			statuses[i] = complaint_calendar_add_working_days(calendar, starts[i],
									  days[i], &wanted[i]);
		}
		for (size_t count = ROWS; count > 0; count = count * 2 / 3)
			check_rows(calendar, starts, sizeof(*starts), days, sizeof(*days), count,
				   wanted, statuses);
		for (size_t count = 1022; count < 1028; count++)
			check_rows(calendar, starts, sizeof(*starts), days, sizeof(*days), count,
				   wanted, statuses);
	}
}

int main(void)
{
	struct complaint_calendar *calendar = NULL;

	complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED, &calendar);
	test_against_walk(calendar);
	test_one_amount(calendar);
	test_many(calendar);
	test_many_as_one(calendar);
	complaint_calendar_free(calendar);
	return test_finish();
}
