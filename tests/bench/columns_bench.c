/* SPDX-License-Identifier: MIT */
/*
 * Many cases in one call: a table as a housing system would have it, 8 facts, 7 events and the
 * present.
 */
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"

#define ROWS_MAX 1000000
#define ROWS_HUGE 10000000 /* with COMPLAINT_BENCH_HUGE=1: a gigabyte */
#define OUTPUTS 9

struct row {
	int8_t facts[8];
	int32_t events[7];
	int32_t now;
};

static const char *const fact_names[] = {
	"service-by-us-or-partners", "first-time-service-request",   "other-policy-more-suitable",
	"claim-filed-at-court",      "personal-injury-claim",        "investigation-needed",
	"still-dissatisfied",        "works-outstanding-at-outcome",
};
static const char *const event_names[] = {
	"issue-arose",          "complaint-made",         "complaint-received",
	"complaint-logged",     "complaint-acknowledged", "stage-1-response-sent",
	"escalation-requested",
};
enum { FACTS = 8, EVENTS = 7, COLUMNS = FACTS + EVENTS + 1 };

static const struct {
	int32_t what;
	const char *rule;
} wanted[OUTPUTS] = {
	{ COMPLAINT_OUTPUT_OUTCOME, NULL },
	{ COMPLAINT_OUTPUT_STANDING, NULL },
	{ COMPLAINT_OUTPUT_STAGE, NULL },
	{ COMPLAINT_OUTPUT_OVERDUE_COUNT, NULL },
	{ COMPLAINT_OUTPUT_NEXT_DUE, NULL },
	{ COMPLAINT_OUTPUT_DUTY_STATE, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_DUTY_DUE, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_DUTY_LATE_DAYS, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_WINDOW_STATE, "escalate" },
};

static struct row *rows;
static size_t row_count;
static int32_t *outputs[OUTPUTS];
static struct complaint_answer *workspaces[2];

/* A complaint's life: most steps taken in order, some not yet, a few facts not known. */
static void invent(struct row *row, uint64_t *random)
{
	int32_t day = 19210 + (int32_t)bench_random(random, 600), steps;

	for (size_t i = 0; i < FACTS; i++) {
		uint32_t drawn = bench_random(random, 30);

		row->facts[i] = drawn == 0 ? INT8_MIN : drawn == 1 ? INT8_MIN + 2 : drawn == 2;
	}
	row->facts[0] = bench_random(random, 30) != 0;
	row->facts[5] = bench_random(random, 3) != 0;
	row->facts[6] = bench_random(random, 2) != 0;
	row->events[0] = day - (int32_t)bench_random(random, 300);
	row->events[1] = day;
	row->events[2] = day += (int32_t)bench_random(random, 3);
	steps = (int32_t)bench_random(random, 5);
	for (int32_t i = 0; i < 4; i++) {
		static const uint32_t lags[] = { 3, 6, 22, 30 };

		day += (int32_t)bench_random(random, lags[i]);
		row->events[3 + i] = i < steps ? day : INT32_MIN + 1;
	}
	row->now = day + (int32_t)bench_random(random, 60);
}

static bool evaluate(size_t first, size_t count, int threaded, size_t output_count,
		     size_t *ret_failed)
{
	const struct complaint_set *set = bench_brighter_places();
	struct complaint_column columns[COLUMNS] = { 0 };
	struct complaint_output out[OUTPUTS] = { 0 };
	struct complaint_columns all = { .size = sizeof(all),
					 .set = set,
					 .row_count = count,
					 .columns = columns,
					 .column_count = COLUMNS,
					 .outputs = out,
					 .output_count = output_count };

	for (size_t i = 0; i < COLUMNS; i++) {
		columns[i].size = sizeof(columns[i]);
		columns[i].stride = sizeof(struct row);
		if (i < FACTS) {
			columns[i].role = COMPLAINT_COLUMN_FACT;
			columns[i].kind = COMPLAINT_KIND_BYTES;
			columns[i].name = complaint_set_find_fact(set, fact_names[i],
								  COMPLAINT_NUL_TERMINATED);
			columns[i].values = &rows[first].facts[i];
		} else {
			columns[i].role =
				i < FACTS + EVENTS ? COMPLAINT_COLUMN_EVENT : COMPLAINT_COLUMN_NOW;
			columns[i].kind = COMPLAINT_KIND_DAYS32;
			columns[i].values = &rows[first].now;
		}
		if (columns[i].role == COMPLAINT_COLUMN_EVENT) {
			columns[i].name = complaint_set_find_event(set, event_names[i - FACTS],
								   COMPLAINT_NUL_TERMINATED);
			columns[i].values = &rows[first].events[i - FACTS];
		}
	}
	for (size_t i = 0; i < OUTPUTS; i++) {
		out[i].size = sizeof(out[i]);
		out[i].what = wanted[i].what;
		out[i].rule = wanted[i].rule;
		out[i].values = outputs[i] + first;
		out[i].stride = sizeof(int32_t);
	}
	return complaint_columns_evaluate(workspaces[threaded], &all, ret_failed, NULL) ==
	       COMPLAINT_OK;
}

static void set_case(struct complaint_case *given, const struct row *row)
{
	const struct complaint_set *set = bench_brighter_places();

	complaint_case_clear(given);
	for (size_t i = 0; i < FACTS; i++)
		complaint_case_set_fact(given, fact_names[i], COMPLAINT_NUL_TERMINATED,
					row->facts[i] == INT8_MIN       ? COMPLAINT_TRUTH_NOT_GIVEN
					: row->facts[i] == INT8_MIN + 2 ? COMPLAINT_UNKNOWN
					: row->facts[i] == 1            ? COMPLAINT_TRUE
									: COMPLAINT_FALSE);
	for (size_t i = 0; i < EVENTS; i++) {
		uint32_t event =
			complaint_set_find_event(set, event_names[i], COMPLAINT_NUL_TERMINATED);

		if (row->events[i] == INT32_MIN + 1)
			complaint_case_set_event_state_at(given, event,
							  COMPLAINT_EVENT_STATE_NOT_YET);
		else
			complaint_case_set_event_day_at(given, event, row->events[i]);
	}
	complaint_case_set_now_day(given, row->now);
}

static bool row_is_right(const struct complaint_answer *answer, size_t i)
{
	const struct complaint_standing *standing = complaint_answer_get_standing(answer);
	const struct complaint_deadline *next = complaint_standing_get_next(standing);
	complaint_day due = COMPLAINT_DAY_NONE;

	if (next)
		complaint_date_get_day(complaint_deadline_get_date(next, COMPLAINT_DEADLINE_DUE),
				       &due);
	return outputs[0][i] == complaint_eligibility_get_outcome(
					complaint_answer_get_eligibility(answer)) &&
	       outputs[1][i] == complaint_standing_get_state(standing) &&
	       outputs[2][i] == (int32_t)complaint_standing_get_stage(standing) &&
	       outputs[3][i] == (int32_t)complaint_standing_overdue_count(standing) &&
	       outputs[4][i] == due;
}

/* Row by row what the same cases give when asked one at a time. */
static bool answers_agree(void)
{
	struct complaint_options verdict = { .size = sizeof(verdict),
					     .detail = COMPLAINT_DETAIL_VERDICT,
					     .without_readings = 1 };
	struct complaint_answer *answer = NULL;
	struct complaint_case *given = NULL;
	size_t failed = 0, count = 2000 < row_count ? 2000 : row_count;
	bool right = evaluate(0, row_count, 0, OUTPUTS, &failed) && failed == 0 &&
		     complaint_answer_new(&answer) == COMPLAINT_OK &&
		     complaint_case_new(bench_brighter_places(), &given) == COMPLAINT_OK;

	for (size_t i = 0; i < count && right; i++) {
		set_case(given, &rows[i]);
		right = complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING,
						  &verdict) == COMPLAINT_OK &&
			(row_is_right(answer, i) || bench_wrong("row %zu differs", i));
	}
	complaint_case_free(given);
	complaint_answer_free(answer);
	return right;
}

static bool prepare(void)
{
	uint64_t random = 20220919;

	if (rows)
		return true;
	row_count = bench_quick ? 10000 : getenv("COMPLAINT_BENCH_HUGE") ? ROWS_HUGE : ROWS_MAX;
	rows = calloc(row_count, sizeof(*rows));
	for (size_t i = 0; i < OUTPUTS; i++)
		outputs[i] = calloc(row_count, sizeof(*outputs[i]));
	for (size_t i = 0; i < OUTPUTS; i++)
		if (!rows || !outputs[i])
			return bench_wrong("out of memory");
	for (size_t i = 0; i < row_count; i++)
		invent(&rows[i], &random);
	for (size_t i = 0; i < COUNT_OF(workspaces); i++)
		if (complaint_answer_new(&workspaces[i]) != COMPLAINT_OK)
			return false;
	return answers_agree();
}

static size_t thousand(void)
{
	return 1000;
}

static void run_thousand(void)
{
	evaluate(0, 1000, 0, OUTPUTS, NULL);
	bench_sink += outputs[1][999];
}

static void run_thousand_outcomes(void)
{
	evaluate(0, 1000, 0, 1, NULL);
	bench_sink += outputs[0][999];
}

struct half {
	size_t first, count;
	int which;
};

static void *run_half(void *context)
{
	const struct half *half = context;

	evaluate(half->first, half->count, half->which, OUTPUTS, NULL);
	return NULL;
}

/* The wall-clock time of so many rows on so many threads of ours. */
static double time_threads(size_t threads, size_t count)
{
	double times[5];

	for (size_t turn = 0; turn < COUNT_OF(times); turn++) {
		struct half halves[2] = { { 0, count / threads, 0 },
					  { count / threads, count - count / threads, 1 } };
		pthread_t other;
		double start = bench_now();

		if (threads == 2 && pthread_create(&other, NULL, run_half, &halves[1]) != 0)
			return 0;
		run_half(&halves[0]);
		if (threads == 2)
			pthread_join(other, NULL);
		times[turn] = bench_now() - start;
	}
	/* The least: what the neighbours left us, both times. */
	for (size_t turn = 1; turn < COUNT_OF(times); turn++)
		times[0] = times[turn] < times[0] ? times[turn] : times[0];
	return times[0];
}

static size_t curve_rows;

static void run_curve(void)
{
	evaluate(0, curve_rows, 0, OUTPUTS, NULL);
}

static bool report(void)
{
	char name[64];
	double one, two, all = 0;
	size_t before, shared = row_count < ROWS_MAX ? row_count : ROWS_MAX;

	for (curve_rows = 1000; curve_rows <= row_count; curve_rows *= 10) {
		snprintf(name, sizeof(name), "columns/rows-%zu", curve_rows);
		all = bench_median(run_curve);
		bench_figure(name, all / (double)curve_rows, "nanoseconds a row");
	}
	one = time_threads(1, shared);
	two = time_threads(2, shared);
	bench_figure("columns/all-rows", all / 1e9, "seconds");
	bench_figure("columns/all-rows-count", (double)row_count, "rows");
	bench_figure("columns/two-threads", one / two, "times faster");
	before = mallinfo2().uordblks;
	evaluate(0, row_count, 0, OUTPUTS, NULL);
	bench_figure("columns/memory-after", (double)(mallinfo2().uordblks - before), "bytes");
	return true;
}

static const struct bench_job jobs[] = {
	{ "columns/standing", NULL, "row", prepare, run_thousand, thousand },
	{ "columns/outcome-alone", NULL, "row", prepare, run_thousand_outcomes, thousand },
};

const struct bench_group bench_columns_group = { "columns", jobs, COUNT_OF(jobs), report };
