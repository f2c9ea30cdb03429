/* SPDX-License-Identifier: MIT */
/* Working days: one at a time and in batch, beside the same two tables without a library. */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "plain_calendar.h"

#define ROWS_ALL 1000000
#define ROWS_QUICK 20000
/* The day-walk is tried with every day and these many days to and fro. */
#define WALK 300

static struct complaint_calendar *calendar;
static struct plain_calendar plain;
static size_t rows;
static complaint_day *starts, *found, *plain_found, *spans_from, *spans_to;
static int32_t *forward, *back, *either, *counts;
static complaint_status *statuses;
static int32_t *plain_statuses;

static bool is_working(complaint_day day)
{
	int32_t is = 0;

	return complaint_calendar_is_working_day(calendar, day, &is) == COMPLAINT_OK && is == 1;
}

/* xorshift64*: the inputs for which the answers' digests below were published with the issue. */
static uint32_t draw(uint64_t *state, uint32_t limit)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)((*state * 0x2545F4914F6CDD1Du >> 33) % limit);
}

static void invent(void)
{
	uint64_t state = 0x9E3779B97F4A7C15u;
	complaint_day low = 0, high = 0;
	uint32_t width;

	complaint_day_from_date(2012, 6, 1, &low);
	complaint_day_from_date(2027, 8, 1, &high);
	width = (uint32_t)(high - low);
	for (size_t i = 0; i < rows; i++) {
		starts[i] = low + (int32_t)draw(&state, width);
		forward[i] = 1 + (int32_t)draw(&state, 40);
		back[i] = -1 - (int32_t)draw(&state, 40);
		spans_from[i] = low + (int32_t)draw(&state, width - 400);
		spans_to[i] = spans_from[i] + (int32_t)draw(&state, 401);
		either[i] = draw(&state, width) % 2 ? forward[i] : back[i];
		draw(&state, width);
	}
}

static uint64_t digest(const int32_t *values)
{
	uint64_t hash = 1469598103934665603u; /* FNV-1a, a word at a time */

	for (size_t i = 0; i < rows; i++)
		hash = (hash ^ (uint32_t)values[i]) * 1099511628211u;
	return hash;
}

static void run_scalar(void)
{
	for (size_t i = 0; i < rows; i++)
		complaint_calendar_add_working_days(calendar, starts[i], forward[i], &found[i]);
	bench_sink += found[rows - 1];
}

static void run_scalar_back(void)
{
	for (size_t i = 0; i < rows; i++)
		complaint_calendar_add_working_days(calendar, starts[i], back[i], &found[i]);
	bench_sink += found[rows - 1];
}

/* Through a pointer that the compiler cannot see through, as the library is called. */
typedef int add_function(const struct plain_calendar *, complaint_day, int32_t,
			 struct plain_result *);
static add_function *volatile plain_door = plain_add;

static void run_plain_scalar(void)
{
	add_function *add = plain_door;
	struct plain_result result;

	for (size_t i = 0; i < rows; i++)
		plain_found[i] = add(&plain, starts[i], forward[i], &result) == PLAIN_OK
					 ? result.day
					 : COMPLAINT_DAY_NONE;
	bench_sink += plain_found[rows - 1];
}

static void run_batch(void)
{
	complaint_calendar_add_working_days_many(calendar, starts, sizeof(*starts), forward,
						 sizeof(*forward), rows, found, statuses);
	bench_sink += found[rows - 1];
}

/* What NumPy gives, too: the days, and a day that is none where there is none. */
static void run_batch_days(void)
{
	complaint_calendar_add_working_days_many(calendar, starts, sizeof(*starts), forward,
						 sizeof(*forward), rows, found, NULL);
	bench_sink += found[rows - 1];
}

/* Some forward and some back, with nothing to tell which comes next. */
static void run_batch_mixed(void)
{
	complaint_calendar_add_working_days_many(calendar, starts, sizeof(*starts), either,
						 sizeof(*either), rows, found, NULL);
	bench_sink += found[rows - 1];
}

static void run_plain_batch(void)
{
	plain_add_many(&plain, starts, forward, rows, plain_found, plain_statuses);
	bench_sink += plain_found[rows - 1];
}

static void run_count(void)
{
	/* Working days in [from, to): ours are those after the day before it. */
	for (size_t i = 0; i < rows; i++)
		complaint_calendar_count_working_days(calendar, spans_from[i] - 1, spans_to[i] - 1,
						      &counts[i]);
	bench_sink += counts[rows - 1];
}

static void run_load(void)
{
	struct complaint_calendar *loaded = NULL;

	complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED, &loaded);
	complaint_calendar_free(loaded);
}

/* Every start of the covered span, and the answers that lie outside it. */
static bool walk_agrees(void)
{
	complaint_day first = plain.first, last = plain.first + plain.days - 1;

	for (complaint_day start = first; start <= last; start += bench_quick ? 97 : 1) {
		for (int32_t step = -1; step <= 1; step += 2) {
			complaint_day day = start;

			for (int32_t days = 1; days <= WALK; days++) {
				complaint_day is = COMPLAINT_DAY_NONE;
				complaint_status status;

				do
					day += step;
				while (day >= first && day <= last && !is_working(day));
				status = complaint_calendar_add_working_days(calendar, start,
									     step * days, &is);
				if (day < first || day > last) {
					if (status != COMPLAINT_ERR_OUT_OF_RANGE)
						return bench_wrong("day %d + %d leaves the span",
								   start, step * days);
					break;
				}
				if (status != COMPLAINT_OK || is != day)
					return bench_wrong("day %d + %d", start, step * days);
			}
		}
	}
	return true;
}

static bool answers_agree(void)
{
	run_scalar();
	run_plain_scalar();
	if (memcmp(found, plain_found, rows * sizeof(*found)) != 0)
		return bench_wrong("scalar and plain differ");
	memset(found, 0, rows * sizeof(*found));
	run_batch();
	run_plain_batch();
	if (memcmp(found, plain_found, rows * sizeof(*found)) != 0)
		return bench_wrong("batch and plain differ");
	memset(found, 0, rows * sizeof(*found));
	run_batch_days();
	if (memcmp(found, plain_found, rows * sizeof(*found)) != 0)
		return bench_wrong("batch without statuses and plain differ");
	run_batch_mixed();
	for (size_t i = 0; i < rows; i++)
		if (complaint_calendar_add_working_days(calendar, starts[i], either[i],
							&plain_found[i]) != COMPLAINT_OK ||
		    plain_found[i] != found[i])
			return bench_wrong("batch, either way, row %zu", i);
	run_batch_days();
	if (rows != ROWS_ALL)
		return true;
	if (digest(found) != 0xbf81bc70921f0d9eu)
		return bench_wrong("digest of adding");
	run_scalar_back();
	if (digest(found) != 0x86a1dc17eb02829du)
		return bench_wrong("digest of adding back");
	run_count();
	return digest(counts) == 0x136ea8325521b0f9u || bench_wrong("digest of counting");
}

static bool prepare(void)
{
	complaint_day first = 0, last = 0;

	if (calendar)
		return true;
	if (complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED,
					    &calendar) != COMPLAINT_OK)
		return false;
	complaint_calendar_get_span(calendar, &first, &last, NULL);
	if (!plain_calendar_fill(&plain, first, last, is_working))
		return bench_wrong("out of memory");
	rows = bench_quick ? ROWS_QUICK : ROWS_ALL;
	starts = calloc(rows, sizeof(*starts));
	found = calloc(rows, sizeof(*found));
	plain_found = calloc(rows, sizeof(*plain_found));
	spans_from = calloc(rows, sizeof(*spans_from));
	spans_to = calloc(rows, sizeof(*spans_to));
	forward = calloc(rows, sizeof(*forward));
	back = calloc(rows, sizeof(*back));
	either = calloc(rows, sizeof(*either));
	counts = calloc(rows, sizeof(*counts));
	statuses = calloc(rows, sizeof(*statuses));
	plain_statuses = calloc(rows, sizeof(*plain_statuses));
	if (!starts || !found || !plain_found || !spans_from || !spans_to || !forward || !back ||
	    !either || !counts || !statuses || !plain_statuses)
		return bench_wrong("out of memory");
	invent();
	return walk_agrees() && answers_agree();
}

static size_t additions(void)
{
	return rows;
}

static const struct bench_job jobs[] = {
	{ "calendar/plain-scalar", NULL, "addition", prepare, run_plain_scalar, additions },
	{ "calendar/plain-batch", NULL, "addition", prepare, run_plain_batch, additions },
	{ "calendar/scalar", "calendar/plain-scalar", "addition", prepare, run_scalar, additions },
	{ "calendar/scalar-back", "calendar/plain-scalar", "addition", prepare, run_scalar_back,
	  additions },
	{ "calendar/batch", "calendar/plain-batch", "addition", prepare, run_batch, additions },
	{ "calendar/batch-days", "calendar/plain-batch", "addition", prepare, run_batch_days,
	  additions },
	{ "calendar/batch-mixed", "calendar/plain-batch", "addition", prepare, run_batch_mixed,
	  additions },
	{ "calendar/count", NULL, "count", prepare, run_count, additions },
	{ "calendar/load", NULL, "calendar", prepare, run_load, NULL },
};

static bool report(void)
{
	/* What adding and counting read: ranks and days, two bytes each. */
	bench_figure("calendar/working-set", 2.0 * (plain.days + 1) + 2.0 * plain.working_days,
		     "bytes");
	return true;
}

const struct bench_group bench_calendar_group = { "calendar", jobs, COUNT_OF(jobs), report };
