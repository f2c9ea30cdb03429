/* SPDX-License-Identifier: MIT */
/*
 * The library among its peers: it makes their inputs and the right answers, and does the same jobs.
 *
 *     complaint_peer inputs FOLDER ROWS      cases, dates, and what comes out
 *     complaint_peer exclusions FOLDER ROUNDS   a row of a table judged, the case set first
 *     complaint_peer judging FOLDER ROUNDS      cases that are there already
 *     complaint_peer days FOLDER ROUNDS
 */
#include <stdbool.h>

#include <complaint/complaint.h>

#include "peer.h"

static const uint32_t facts[PEER_FACT_COUNT] = {
	COMPLAINT_FACT_FIRST_TIME_SERVICE_REQUEST,
	COMPLAINT_FACT_OTHER_POLICY_MORE_SUITABLE,
	COMPLAINT_FACT_OTHER_POLICY_FAILED,
	COMPLAINT_FACT_REOPENING_REQUEST,
	COMPLAINT_FACT_FINAL_DECISION_GIVEN,
	COMPLAINT_FACT_CLAIM_FILED_AT_COURT,
	COMPLAINT_FACT_DISREPAIR_CLAIM,
	COMPLAINT_FACT_LETTER_OF_CLAIM_RECEIVED,
	COMPLAINT_FACT_SERVICE_BY_US_OR_PARTNERS,
	COMPLAINT_FACT_RESTRICTION_IN_FORCE,
	COMPLAINT_FACT_RESTRICTION_REFUSES_SAME_MATTER,
	COMPLAINT_FACT_SAME_MATTER_AS_RESTRICTED,
	COMPLAINT_FACT_PERSONAL_INJURY_CLAIM,
	COMPLAINT_FACT_THIRD_PARTY_LIABILITY_CLAIM,
	COMPLAINT_FACT_COMPENSATION_CLAIM,
	COMPLAINT_FACT_ABOUT_POLICY_CONTENT,
};

struct engine {
	struct complaint_set *set;
	struct complaint_case *given;
	struct complaint_answer *answer;
	struct complaint_calendar *calendar;
	struct complaint_case **cases;
	int32_t *rows, *starts, *amounts;
	size_t count;
};

static void need(complaint_status status, const char *what)
{
	if (status == COMPLAINT_OK)
		return;
	fprintf(stderr, "%s: %s\n", what, complaint_status_text(status));
	exit(PEER_FAILED);
}

static void open_engine(struct engine *engine)
{
	struct complaint_policy *policy = NULL;

	need(complaint_policy_load_file(SOURCE_ROOT "/rules/brighter-places/2022-08/policy.yaml",
					&policy, NULL),
	     "the policy");
	need(complaint_set_new((const struct complaint_policy *const *)&policy, 1, &engine->set,
			       NULL),
	     "the set");
	complaint_policy_free(policy);
	need(complaint_case_new(engine->set, &engine->given), "a case");
	need(complaint_answer_new(&engine->answer), "an answer");
	need(complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED,
					     &engine->calendar),
	     "the calendar");
}

static complaint_day day_of(int32_t key)
{
	complaint_day day = 0;

	need(complaint_day_from_date(key / 32 / 12, key / 32 % 12 + 1, key % 32, &day), "a date");
	return day;
}

static void fill(struct complaint_case *given, const int32_t *row)
{
	complaint_case_clear(given);
	for (size_t i = 0; i < PEER_FACT_COUNT; i++)
		complaint_case_set_fact_at(given, facts[i],
					   row[i] ? COMPLAINT_TRUE : COMPLAINT_FALSE);
	complaint_case_set_event_day_at(given, COMPLAINT_EVENT_ISSUE_AROSE, row[PEER_ISSUE_DAY]);
	complaint_case_set_event_day_at(given, COMPLAINT_EVENT_COMPLAINT_MADE,
					row[PEER_COMPLAINT_DAY]);
}

/* The verdicts out of the answer: one bit each, in the file's order. */
static int32_t judge(struct engine *engine, const struct complaint_case *given)
{
	static const struct complaint_options verdict = { .size = sizeof(verdict),
							  .detail = COMPLAINT_DETAIL_VERDICT,
							  .without_readings = 1 };
	const struct complaint_eligibility *eligibility;
	int32_t found = 0;

	need(complaint_answer_evaluate(engine->answer, given, COMPLAINT_ASK_ELIGIBILITY, &verdict),
	     "an answer");
	eligibility = complaint_answer_get_eligibility(engine->answer);
	for (size_t i = 0; i < PEER_EXCLUSIONS; i++)
		if (complaint_eligibility_get_verdict_truth(eligibility, i) == COMPLAINT_TRUE)
			found |= 1 << i;
	return found;
}

static void run_exclusions(void *context, int32_t *found)
{
	struct engine *engine = context;

	for (size_t i = 0; i < engine->count; i++) {
		fill(engine->given, engine->rows + i * PEER_COLUMNS);
		found[i] = judge(engine, engine->given);
	}
}

static void run_judging(void *context, int32_t *found)
{
	struct engine *engine = context;

	for (size_t i = 0; i < engine->count; i++)
		found[i] = judge(engine, engine->cases[i]);
}

static void run_days(void *context, int32_t *found)
{
	struct engine *engine = context;

	complaint_calendar_add_working_days_many(engine->calendar, engine->starts, sizeof(int32_t),
						 engine->amounts, sizeof(int32_t), engine->count,
						 found, NULL);
}

/* --- inputs ------------------------------------------------------------------------------ */

static uint32_t draw(uint64_t *state, uint32_t limit)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33) % limit;
}

static int32_t draw_key(uint64_t *state, int32_t year)
{
	return ((year * 12 + (int32_t)draw(state, 12)) * 32) + 1 + (int32_t)draw(state, 28);
}

static void write_numbers(const char *folder, const char *name, const int32_t *values, size_t count)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s.i32", folder, name);
	file = fopen(path, "wb");
	if (!file || fwrite(values, sizeof(*values), count, file) != count || fclose(file) != 0) {
		fprintf(stderr, "%s cannot be written\n", path);
		exit(PEER_FAILED);
	}
}

static void make_cases(struct engine *engine, const char *folder, size_t count)
{
	int32_t *rows = calloc(count * PEER_COLUMNS, sizeof(*rows));
	int32_t *right = calloc(count, sizeof(*right));
	uint64_t state = 20220919;

	if (!rows || !right)
		exit(PEER_FAILED);
	for (size_t i = 0; i < count; i++) {
		int32_t *row = rows + i * PEER_COLUMNS;

		for (size_t k = 0; k < PEER_FACT_COUNT; k++)
			row[k] = draw(&state, 6) == 0;
		row[8] = draw(&state, 8) != 0; /* mostly a service of ours */
		row[PEER_ISSUE] = draw_key(&state, 2022);
		row[PEER_COMPLAINT] = draw_key(&state, 2022 + (int32_t)draw(&state, 2));
		row[PEER_ISSUE_DAY] = day_of(row[PEER_ISSUE]);
		row[PEER_COMPLAINT_DAY] = day_of(row[PEER_COMPLAINT]);
		fill(engine->given, row);
		right[i] = judge(engine, engine->given);
	}
	write_numbers(folder, "cases", rows, count * PEER_COLUMNS);
	write_numbers(folder, "excluded", right, count);
	free(rows);
	free(right);
}

/* The starts, so many working days, and the closed days from which a peer makes its calendar. */
static void make_days(struct engine *engine, const char *folder, size_t count)
{
	int32_t *starts = calloc(count, sizeof(*starts)),
		*amounts = calloc(count, sizeof(*amounts));
	int32_t *right = calloc(count, sizeof(*right)), *closed = calloc(20000, sizeof(*closed));
	complaint_day first = 0, last = 0;
	uint64_t state = 20260101;
	size_t closed_count = 0;
	int32_t works = 0;

	if (!starts || !amounts || !right || !closed)
		exit(PEER_FAILED);
	complaint_calendar_get_span(engine->calendar, &first, &last, NULL);
	for (size_t i = 0; i < count; i++) {
		starts[i] = first + 100 + (int32_t)draw(&state, (uint32_t)(last - first - 200));
		amounts[i] = 1 + (int32_t)draw(&state, 40);
		need(complaint_calendar_add_working_days(engine->calendar, starts[i], amounts[i],
							 &right[i]),
		     "an addition");
	}
	for (complaint_day day = first; day <= last; day++) {
		int weekday =
			(int)((day + 700003) % 7); /* Monday is 0: 1970-01-01 was a Thursday */

		need(complaint_calendar_is_working_day(engine->calendar, day, &works), "a day");
		if (!works && weekday < 5)
			closed[closed_count++] = day;
	}
	write_numbers(folder, "starts", starts, count);
	write_numbers(folder, "amounts", amounts, count);
	write_numbers(folder, "days", right, count);
	write_numbers(folder, "closed", closed, closed_count);
	free(starts);
	free(amounts);
	free(right);
	free(closed);
}

static void fill_cases(struct engine *engine)
{
	engine->cases = calloc(engine->count, sizeof(struct complaint_case *));
	for (size_t i = 0; engine->cases && i < engine->count; i++) {
		need(complaint_case_new(engine->set, &engine->cases[i]), "a case");
		fill(engine->cases[i], engine->rows + i * PEER_COLUMNS);
	}
	if (!engine->cases)
		exit(PEER_FAILED);
}

static int measure(struct engine *engine, const char *job, const char *folder, int rounds)
{
	bool days = strcmp(job, "days") == 0, judging = strcmp(job, "judging") == 0;
	int32_t *right;
	size_t count = 0;

	if (!days && !judging && strcmp(job, "exclusions") != 0) {
		fprintf(stderr, "no such job: %s\n", job);
		return PEER_FAILED;
	}
	right = peer_read(folder, days ? "days" : "excluded", &engine->count);
	if (days) {
		engine->starts = peer_read(folder, "starts", &count);
		engine->amounts = peer_read(folder, "amounts", &count);
	} else {
		engine->rows = peer_read(folder, "cases", &count);
		fill_cases(engine);
	}
	peer_measure("libcomplaint", complaint_version_text(),
		     days      ? run_days
		     : judging ? run_judging
			       : run_exclusions,
		     engine, right, engine->count, rounds);
	free(right);
	return 0;
}

int main(int argument_count, char **arguments)
{
	struct engine engine = { 0 };
	int result = 0;

	if (argument_count != 4) {
		fprintf(stderr, "complaint_peer inputs|exclusions|judging|days FOLDER NUMBER\n");
		return PEER_FAILED;
	}
	open_engine(&engine);
	if (strcmp(arguments[1], "inputs") == 0) {
		size_t rows = strtoul(arguments[3], NULL, 10);

		make_cases(&engine, arguments[2], rows < 1024 ? rows : 1024);
		make_days(&engine, arguments[2], rows);
	} else {
		result = measure(&engine, arguments[1], arguments[2], atoi(arguments[3]));
	}
	for (size_t i = 0; engine.cases && i < engine.count; i++)
		complaint_case_free(engine.cases[i]);
	free(engine.cases);
	free(engine.rows);
	free(engine.starts);
	free(engine.amounts);
	complaint_calendar_free(engine.calendar);
	complaint_answer_free(engine.answer);
	complaint_case_free(engine.given);
	complaint_set_free(engine.set);
	return result;
}
