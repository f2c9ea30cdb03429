/* SPDX-License-Identifier: MIT */
/*
 * What a case has besides facts and events: the question, extensions, promises, readings,
 * decisions.
 */
#include "case/case.h"

#include <string.h>

#include "small.h"

static struct complaint_set *set;
static struct complaint_case *given;

#define NUL COMPLAINT_NUL_TERMINATED

/* Of struct complaint_extension_entry; size and duty are filled in by the test. */
static void test_extensions(void)
{
	static const struct {
		const char *name;
		struct complaint_extension_entry entry;
		complaint_status made, asked;
	} rows[] = {
		{ "ten working days more",
		  { .of = "respond-stage-1", .amount = 10, .unit = COMPLAINT_UNIT_WORKING_DAYS },
		  COMPLAINT_OK,
		  COMPLAINT_OK },
		{ "until a day, told on one",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 3, .told_day = 19280 },
		  COMPLAINT_OK,
		  COMPLAINT_OK },
		{ "told at a moment",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 4, .told_moment = 1 },
		  COMPLAINT_OK,
		  COMPLAINT_OK },
		{ "not yet told: asked it cannot be",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 1 },
		  COMPLAINT_OK,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "unknown when: asked it cannot be",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 2 },
		  COMPLAINT_OK,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "no such kind of telling",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 5 },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "told beyond the known years",
		  { .of = "respond-stage-1", .until = 1, .told_kind = 3, .told_day = INT32_MAX },
		  COMPLAINT_ERR_OUT_OF_RANGE,
		  COMPLAINT_ERR_OUT_OF_RANGE },
		{ "time and a day",
		  { .of = "respond-stage-1",
		    .amount = 1,
		    .unit = COMPLAINT_UNIT_WEEKS,
		    .until = 1 },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a unit without an amount",
		  { .of = "respond-stage-1", .unit = COMPLAINT_UNIT_WEEKS, .until = 1 },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "an amount without a unit",
		  { .of = "respond-stage-1", .amount = 3 },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a unit that adds nothing",
		  { .of = "respond-stage-1", .amount = 3, .unit = COMPLAINT_UNIT_NO_LIMIT },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "less than nothing",
		  { .of = "respond-stage-1", .amount = -3, .unit = COMPLAINT_UNIT_WEEKS },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "as many days as may be",
		  { .of = "respond-stage-1", .amount = 3660, .unit = COMPLAINT_UNIT_CALENDAR_DAYS },
		  COMPLAINT_OK,
		  COMPLAINT_OK },
		{ "a day too many",
		  { .of = "respond-stage-1", .amount = 3661, .unit = COMPLAINT_UNIT_CALENDAR_DAYS },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "an hour too many",
		  { .of = "respond-stage-1", .amount = 8785, .unit = COMPLAINT_UNIT_HOURS },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a year too many",
		  { .of = "respond-stage-1", .amount = 51, .unit = COMPLAINT_UNIT_YEARS },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a duty that nobody has",
		  { .of = "respond-stage-3", .until = 1 },
		  COMPLAINT_ERR_NOT_FOUND,
		  COMPLAINT_ERR_NOT_FOUND },
		{ "a stage is no duty",
		  { .of = "stage-1", .until = 1 },
		  COMPLAINT_ERR_NOT_FOUND,
		  COMPLAINT_ERR_NOT_FOUND },
		{ "no duty at all",
		  { .until = 1 },
		  COMPLAINT_ERR_BAD_ARGUMENT,
		  COMPLAINT_ERR_BAD_ARGUMENT },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct complaint_extension_entry entry = rows[i].entry;

		test_case("an extension: %s", rows[i].name);
		entry.size = sizeof(entry);
		complaint_case_clear(given);
		CHECK_STATUS(complaint_case_add_extension(given, &entry), rows[i].made);
		CHECK_NUMBER(given->extension_count, rows[i].made == COMPLAINT_OK);
		CHECK_STATUS(complaint_case_set_request_extension(given, &entry), rows[i].asked);
		CHECK_NUMBER(given->request, rows[i].asked == COMPLAINT_OK ? CMPL_REQUEST_EXTENSION
									   : CMPL_REQUEST_NONE);
		if (rows[i].asked == COMPLAINT_OK) {
			CHECK_TEXT(given->asked.of, entry.of);
			CHECK_NUMBER(given->asked.amount, entry.amount);
			CHECK_NUMBER(given->asked.until, entry.until);
			CHECK_NUMBER(given->asked.told.kind, entry.told_kind);
		}
	}
}

static void test_request(void)
{
	struct complaint_extension_entry entry = { .size = sizeof(entry),
						   .of = "respond-stage-2",
						   .amount = 2,
						   .unit = COMPLAINT_UNIT_WEEKS };
	char newer[sizeof(entry) + 8] = { 0 };
	size_t size = sizeof(newer);

	test_case("a later question takes the place of an earlier one");
	complaint_case_clear(given);
	CHECK_STATUS(complaint_case_set_request_at(given, COMPLAINT_AT_ESCALATION), COMPLAINT_OK);
	CHECK_NUMBER(given->tested_at, COMPLAINT_AT_ESCALATION);
	CHECK_STATUS(complaint_case_set_request_extension(given, &entry), COMPLAINT_OK);
	CHECK_NUMBER(given->tested_at, 0);
	CHECK_TEXT(given->asked.of, "respond-stage-2");
	CHECK_STATUS(complaint_case_set_request_extension(given, &entry), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_request_at(given, COMPLAINT_AT_ACCEPTANCE), COMPLAINT_OK);
	CHECK(!given->asked.of);
	CHECK_NUMBER(given->request, CMPL_REQUEST_TEST);
	CHECK_STATUS(complaint_case_set_request_at(given, 3), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_NUMBER(given->tested_at, COMPLAINT_AT_ACCEPTANCE);
	CHECK_STATUS(complaint_case_set_request_at(given, 0), COMPLAINT_OK);
	CHECK_NUMBER(given->request, CMPL_REQUEST_NONE);

	test_case("the entry of a newer caller is taken when its tail says nothing");
	memcpy(newer, &entry, sizeof(entry));
	memcpy(newer, &size, sizeof(size));
	CHECK_STATUS(complaint_case_add_extension(given, (void *)newer), COMPLAINT_OK);
	newer[sizeof(newer) - 1] = 1;
	CHECK_STATUS(complaint_case_add_extension(given, (void *)newer),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	entry.size = 0;
	CHECK_STATUS(complaint_case_add_extension(given, &entry), COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("extensions keep their order, and more than a few fit");
	entry.size = sizeof(entry);
	complaint_case_clear(given);
	for (int32_t i = 1; i <= 20; i++) {
		entry.amount = i;
		CHECK_STATUS(complaint_case_add_extension(given, &entry), COMPLAINT_OK);
	}
	CHECK_NUMBER(given->extension_count, 20);
	for (int32_t i = 0; i < 20; i++)
		CHECK_NUMBER(given->extensions[i].amount, i + 1);
}

static void test_pairs(void)
{
	test_case("promises: one a duty, the last one counts");
	complaint_case_clear(given);
	CHECK_STATUS(complaint_case_add_promise(given, "respond-stage-1", NUL, 1), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_promise(given, "respond-stage-2", 15, 2), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_promise(given, "respond-stage-1", NUL, 3), COMPLAINT_OK);
	CHECK_NUMBER(given->promise_count, 2);
	CHECK_NUMBER(given->promises[0].day, 3);
	CHECK_STATUS(complaint_case_add_promise(given, "answer-once", NUL, CMPL_DAY_FIRST),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_promise(given, "answer-once", NUL, CMPL_DAY_LAST),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_promise(given, "answer-once", NUL, CMPL_DAY_LAST + 1),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_NUMBER(given->promise_count, 3);
	CHECK_STATUS(complaint_case_add_promise(given, "escalate", NUL, 1),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_add_promise(given, "respond-stage-1", NUL, INT32_MIN),
		     COMPLAINT_ERR_OUT_OF_RANGE);

	test_case("readings: rule and label must be known");
	CHECK_STATUS(complaint_case_add_reading(given, "too-old", NUL, "a-year", NUL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_reading(given, "too-old", NUL, "a-years", 6), COMPLAINT_OK);
	CHECK_NUMBER(given->reading_count, 1);
	CHECK_TEXT(given->readings[0].label, "a-year");
	CHECK_STATUS(complaint_case_add_reading(given, "stage-1", NUL, "they-count", NUL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_reading(given, "stage-1", NUL, "a-year", NUL),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_add_reading(given, "old", NUL, "a-year", NUL),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_add_reading(given, "answer-once", NUL, "from-the-day", NUL),
		     COMPLAINT_OK);
	CHECK_NUMBER(given->reading_count, 3);

	test_case("decisions: on exclusions only");
	CHECK_STATUS(complaint_case_add_decision(given, "too-old", NUL, COMPLAINT_DECISION_ACCEPT),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_decision(given, "too-old", NUL, COMPLAINT_DECISION_REFUSE),
		     COMPLAINT_OK);
	CHECK_NUMBER(given->decision_count, 1);
	CHECK_NUMBER(given->decisions[0].decision, COMPLAINT_DECISION_REFUSE);
	CHECK_STATUS(complaint_case_add_decision(given, "not-ours", NUL, COMPLAINT_DECISION_ACCEPT),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_add_decision(given, "escalate", NUL, COMPLAINT_DECISION_ACCEPT),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_add_decision(given, "too-old", NUL, 0),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_add_decision(given, "too-old", NUL, 3),
		     COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("clear forgets all of it");
	complaint_case_clear(given);
	CHECK_NUMBER(given->promise_count + given->reading_count + given->decision_count, 0);
	CHECK_STATUS(complaint_case_add_promise(given, "respond-stage-1", NUL, 1), COMPLAINT_OK);
	CHECK(!given->promises[0].label);
}

int main(void)
{
	set = small_set();
	test_case("an empty case");
	CHECK_STATUS(complaint_case_new(set, &given), COMPLAINT_OK);
	if (given) {
		test_extensions();
		test_request();
		test_pairs();
	}
	complaint_set_free(set);
	complaint_case_free(given);
	return test_finish();
}
