/* SPDX-License-Identifier: MIT */
#include "calendar/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "support/test.h"

/* The covered days walked one by one: slow, and plain to see. */
struct walk {
	const struct complaint_calendar *calendar;
	int32_t ranks[8000]; /* working days up to and including a day, from the first */
	cmpl_day days[8000]; /* the working days in order */
	int32_t count;
};

static void walk_begin(struct walk *walk, const struct complaint_calendar *calendar)
{
	walk->calendar = calendar;
	walk->count = 0;
	for (cmpl_day day = calendar->first; day <= calendar->last; day++) {
		/* What closes a day is its causes; how days are counted is what is being tested. */
		if (!complaint_calendar_cause_count(calendar, day))
			walk->days[walk->count++] = day;
		walk->ranks[day - calendar->first] = walk->count;
	}
}

/* The n-th working day strictly after a day, or strictly before it; false when there is none. */
static bool walk_add(const struct walk *walk, cmpl_day start, int32_t n, cmpl_day *ret_day)
{
	int32_t up_to = walk->ranks[start - walk->calendar->first];
	bool works = up_to && walk->days[up_to - 1] == start;
	int32_t at = n > 0 ? up_to + n - 1 : up_to - works + n;

	if (!n)
		*ret_day = start;
	else if (at < 0 || at >= walk->count)
		return false;
	else
		*ret_day = walk->days[at];
	return true;
}

/* Every day of the span, each count of -300 to 300: date and refusal alike. */
static void test_against_walk(const char *name)
{
	struct complaint_calendar *calendar = NULL;
	struct walk *walk = malloc(sizeof(*walk));
	int64_t wrong = 0, uncounted = 0;

	test_case("%s: every day, -300 to 300 working days, as by walking", name);
	CHECK_STATUS(complaint_calendar_load_bundled(name, COMPLAINT_NUL_TERMINATED, &calendar),
		     COMPLAINT_OK);
	walk_begin(walk, calendar);
	for (cmpl_day day = calendar->first; day <= calendar->last; day++) {
		for (int32_t n = -300; n <= 300; n++) {
			complaint_day is = COMPLAINT_DAY_NONE, wanted = COMPLAINT_DAY_NONE;
			int32_t count = 0;
			bool there = walk_add(walk, day, n, &wanted);
			complaint_status status =
				complaint_calendar_add_working_days(calendar, day, n, &is);

			wrong += status != (there ? COMPLAINT_OK : COMPLAINT_ERR_OUT_OF_RANGE) ||
				 is != wanted;
			if (!there)
				continue;
			status = complaint_calendar_count_working_days(calendar, day, is, &count);
			uncounted += status != COMPLAINT_OK || count != n;
		}
	}
	CHECK_NUMBER(wrong, 0);
	CHECK_NUMBER(uncounted, 0);
	free(walk);
	complaint_calendar_free(calendar);
}

static void test_nearest(const struct complaint_calendar *calendar)
{
	int64_t wrong = 0;

	test_case("the next and the previous working day, of every day");
	for (cmpl_day day = calendar->first; day <= calendar->last; day++) {
		complaint_day next = COMPLAINT_DAY_NONE, previous = COMPLAINT_DAY_NONE;
		cmpl_day up = day, down = day;

		while (up <= calendar->last && complaint_calendar_cause_count(calendar, up))
			up++;
		while (down >= calendar->first && complaint_calendar_cause_count(calendar, down))
			down--;
		wrong += complaint_calendar_next_working_day(calendar, day, &next) !=
			 (up <= calendar->last ? COMPLAINT_OK : COMPLAINT_ERR_OUT_OF_RANGE);
		wrong += complaint_calendar_previous_working_day(calendar, day, &previous) !=
			 (down >= calendar->first ? COMPLAINT_OK : COMPLAINT_ERR_OUT_OF_RANGE);
		wrong += next != (up <= calendar->last ? up : COMPLAINT_DAY_NONE);
		wrong += previous != (down >= calendar->first ? down : COMPLAINT_DAY_NONE);
	}
	CHECK_NUMBER(wrong, 0);
}

/* --- a million dates, with answers that other libraries give -------------- */

struct random {
	uint64_t state;
};

static int32_t draw(struct random *random, int32_t below)
{
	uint64_t s = random->state;

	s ^= s >> 12;
	s ^= s << 25;
	s ^= s >> 27;
	random->state = s;
	return (int32_t)((s * UINT64_C(0x2545F4914F6CDD1D) >> 33) % (uint32_t)below);
}

static uint64_t add_to_digest(uint64_t digest, int32_t number)
{
	return (digest ^ (uint32_t)number) * UINT64_C(1099511628211);
}

/* Working days in [a, b), negative when b is earlier: how NumPy counts. */
static int32_t count_half_open(const struct complaint_calendar *calendar, cmpl_day a, cmpl_day b)
{
	int32_t count = 0;

	CHECK_STATUS(b < a ? complaint_calendar_count_working_days(calendar, a, b, &count)
			   : complaint_calendar_count_working_days(calendar, a - 1, b - 1, &count),
		     COMPLAINT_OK);
	return count;
}

/*
 * NumPy, QuantLib and a day-walk in C answered these million questions on the bank holidays of
 * England and Wales alike; the digests (FNV-1a over the answers) are theirs.
 */
static void test_reference(const struct complaint_calendar *calendar)
{
	const cmpl_day low = cmpl_day_from_date(2012, 6, 1);
	const int32_t width = cmpl_day_from_date(2027, 8, 1) - low;
	const uint64_t begin = UINT64_C(1469598103934665603);
	struct random random = { UINT64_C(0x9E3779B97F4A7C15) };
	uint64_t later = begin, earlier = begin, between = begin, any = begin;
	int64_t failures = 0;

	test_case("a million dates counted as NumPy and QuantLib count them");
	for (int i = 0; i < 1000000; i++) {
		complaint_day date = low + draw(&random, width), forth = 0, back = 0, a, b;
		int32_t more = 1 + draw(&random, 40), less = -1 - draw(&random, 40);

		failures += complaint_calendar_add_working_days(calendar, date, more, &forth);
		failures += complaint_calendar_add_working_days(calendar, date, less, &back);
		later = add_to_digest(later, forth);
		earlier = add_to_digest(earlier, back);
		a = low + draw(&random, width - 400);
		b = a + draw(&random, 401);
		between = add_to_digest(between, count_half_open(calendar, a, b));
		a = low + draw(&random, width);
		b = low + draw(&random, width);
		any = add_to_digest(any, count_half_open(calendar, a, b));
	}
	CHECK_NUMBER(failures, 0);
	CHECK(later == UINT64_C(0xbf81bc70921f0d9e), "forward: %016llx", (unsigned long long)later);
	CHECK(earlier == UINT64_C(0x86a1dc17eb02829d), "back: %016llx",
	      (unsigned long long)earlier);
	CHECK(between == UINT64_C(0x136ea8325521b0f9), "count: %016llx",
	      (unsigned long long)between);
	CHECK(any == UINT64_C(0x03b94c781d580838), "count, any order: %016llx",
	      (unsigned long long)any);
}

/* --- rows --------------------------------------------------------------------- */

static const struct {
	const char *name;
	const char *start;
	int32_t days;
	complaint_status status;
	const char *wanted;
} rows[] = {
	{ "friday plus one skips the weekend", "2026-11-27", 1, COMPLAINT_OK, "2026-11-30" },
	{ "christmas and its substitute day are skipped", "2026-12-24", 1, COMPLAINT_OK,
	  "2026-12-29" },
	{ "one from a sunday is monday", "2026-11-29", 1, COMPLAINT_OK, "2026-11-30" },
	{ "one back from a sunday is friday", "2026-11-29", -1, COMPLAINT_OK, "2026-11-27" },
	{ "none is the day itself, working or not", "2026-11-29", 0, COMPLAINT_OK, "2026-11-29" },
	{ "past the last covered day is an error", "2028-12-28", 5, COMPLAINT_ERR_OUT_OF_RANGE,
	  NULL },
	{ "the last working day can be reached", "2028-12-28", 1, COMPLAINT_OK, "2028-12-29" },
	{ "one more cannot", "2028-12-29", 1, COMPLAINT_ERR_OUT_OF_RANGE, NULL },
	{ "one from the last day of all cannot", "2028-12-31", 1, COMPLAINT_ERR_OUT_OF_RANGE,
	  NULL },
	{ "one back from the first day of all cannot", "2012-01-01", -1, COMPLAINT_ERR_OUT_OF_RANGE,
	  NULL },
	{ "the first working day is the third of january", "2012-01-01", 1, COMPLAINT_OK,
	  "2012-01-03" },
	{ "one back from it cannot", "2012-01-03", -1, COMPLAINT_ERR_OUT_OF_RANGE, NULL },
	{ "a start before the calendar is an error", "2011-12-31", 1, COMPLAINT_ERR_OUT_OF_RANGE,
	  NULL },
	{ "a start after the calendar is an error", "2029-01-01", -1, COMPLAINT_ERR_OUT_OF_RANGE,
	  NULL },
	{ "so is none from there", "2029-01-01", 0, COMPLAINT_ERR_OUT_OF_RANGE, NULL },
	{ "a hundred thousand is allowed, and too far", "2020-01-01", 100000,
	  COMPLAINT_ERR_OUT_OF_RANGE, NULL },
	{ "one more is the caller's mistake", "2020-01-01", 100001, COMPLAINT_ERR_BAD_ARGUMENT,
	  NULL },
	{ "so is the least number there is", "2020-01-01", INT32_MIN, COMPLAINT_ERR_BAD_ARGUMENT,
	  NULL },
	/*
	 * 20 December 2028 + 10 would be 5 January if 2029 had no holidays: a wrong date that looks
	 * right.
	 */
	{ "a count into a year not published is refused", "2028-12-20", 10,
	  COMPLAINT_ERR_OUT_OF_RANGE, NULL },
};

static void test_rows(const struct complaint_calendar *calendar)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		complaint_day start = 0, day = COMPLAINT_DAY_NONE;
		char text[11] = "";

		test_case("%s", rows[i].name);
		complaint_day_from_text(rows[i].start, COMPLAINT_NUL_TERMINATED, &start);
		CHECK_STATUS(
			complaint_calendar_add_working_days(calendar, start, rows[i].days, &day),
			rows[i].status);
		if (rows[i].wanted) {
			complaint_day_to_text(day, text, sizeof(text));
			CHECK_TEXT(text, rows[i].wanted);
		} else {
			CHECK(day == COMPLAINT_DAY_NONE, "the output was touched");
		}
	}
}

static void test_null(const struct complaint_calendar *calendar)
{
	complaint_day day = 0;
	int32_t number = 0;

	test_case("NULL is an error, never a crash");
	CHECK_STATUS(complaint_calendar_is_working_day(NULL, 0, &number),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_is_working_day(calendar, 0, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_add_working_days(NULL, 0, 1, &day),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_add_working_days(calendar, 0, 1, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_count_working_days(NULL, 0, 0, &number),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_next_working_day(NULL, 0, &day),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_previous_working_day(calendar, 0, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_get_span(NULL, &day, &day, &day),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_get_span(calendar, NULL, NULL, NULL), COMPLAINT_OK);
	CHECK_STATUS(complaint_calendar_explain_day(NULL, 0, NULL, 0, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_explain_day(calendar, 18000, NULL, 1, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_load_bundled(NULL, 0, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_project(NULL, 2030, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_combine(NULL, 0, 1, "x", 1, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_load_file(NULL, NULL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_load_memory(NULL, NULL, 0, NULL, 0, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK(!complaint_calendar_get_name(NULL) && !complaint_calendar_get_revision(NULL));
	CHECK(!complaint_calendar_get_end_source(NULL, 1) &&
	      !complaint_calendar_get_cause(NULL, 0, 0));
	CHECK_NUMBER(complaint_calendar_cause_count(NULL, 0), 0);
	CHECK_NUMBER(complaint_calendar_is_cause_projected(NULL, 0, 0), 0);
	CHECK_NUMBER(complaint_calendar_get_close_of_business(NULL), -1);
	complaint_calendar_free(NULL);
}

int main(void)
{
	struct complaint_calendar *calendar = NULL;

	complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED, &calendar);
	test_against_walk("england-and-wales");
	test_nearest(calendar);
	test_reference(calendar);
	test_rows(calendar);
	test_null(calendar);
	complaint_calendar_free(calendar);
	return test_finish();
}
