/* SPDX-License-Identifier: MIT */
#include "case/case.h"

#include <string.h>

#include "support/test.h"

static struct complaint_set *set;
static struct complaint_case *given;

#define NUL COMPLAINT_NUL_TERMINATED

static complaint_day day(const char *text)
{
	complaint_day found = 0;

	CHECK_STATUS(complaint_day_from_text(text, NUL, &found), COMPLAINT_OK);
	return found;
}

/* What lies in the place of a fact: how it was given, and its value. */
static void check_fact(uint32_t fact, uint8_t wanted, int32_t value)
{
	const struct cmpl_fact_value *own = &given->facts[cmpl_case_fact_slot(given, fact)];

	CHECK_NUMBER(own->given, wanted);
	CHECK_NUMBER(own->value, value);
}

static void test_truths(void)
{
	static const struct {
		const char *name;
		const char *fact;
		int32_t truth;
		complaint_status want;
		uint8_t given;
		int32_t value;
	} rows[] = {
		{ "true", "anonymous", COMPLAINT_TRUE, COMPLAINT_OK, CMPL_GIVEN, 1 },
		{ "false", "anonymous", COMPLAINT_FALSE, COMPLAINT_OK, CMPL_GIVEN, 0 },
		{ "unknown", "anonymous", COMPLAINT_UNKNOWN, COMPLAINT_OK, CMPL_WRITTEN_UNKNOWN, 0 },
		{ "taken back", "anonymous", COMPLAINT_TRUTH_NOT_GIVEN, COMPLAINT_OK,
		  CMPL_NOT_GIVEN, 0 },
		{ "one of the set's own", "pet-involved", COMPLAINT_TRUE, COMPLAINT_OK, CMPL_GIVEN,
		  1 },
		{ "a choice can be unknown", "tenure", COMPLAINT_UNKNOWN, COMPLAINT_OK,
		  CMPL_WRITTEN_UNKNOWN, 0 },
		{ "a choice cannot be true", "block", COMPLAINT_TRUE, COMPLAINT_ERR_WRONG_TYPE,
		  CMPL_NOT_GIVEN, 0 },
		{ "a number cannot be false", "signatures", COMPLAINT_FALSE,
		  COMPLAINT_ERR_WRONG_TYPE, CMPL_NOT_GIVEN, 0 },
		{ "no such truth", "anonymous", 4, COMPLAINT_ERR_BAD_ARGUMENT, CMPL_NOT_GIVEN, 0 },
		{ "no such truth below", "anonymous", -1, COMPLAINT_ERR_BAD_ARGUMENT,
		  CMPL_NOT_GIVEN, 0 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		uint32_t fact = complaint_set_find_fact(set, rows[i].fact, NUL);

		test_case("a truth: %s", rows[i].name);
		complaint_case_clear(given);
		CHECK_STATUS(complaint_case_set_fact(given, rows[i].fact, NUL, rows[i].truth),
			     rows[i].want);
		check_fact(fact, rows[i].given, rows[i].value);
		complaint_case_clear(given);
		CHECK_STATUS(complaint_case_set_fact_at(given, fact, rows[i].truth), rows[i].want);
		check_fact(fact, rows[i].given, rows[i].value);
	}
}

static void test_facts(void)
{
	uint32_t block = complaint_set_find_fact(set, "block", NUL);
	uint32_t many[3] = { COMPLAINT_FACT_COMPLEX, COMPLAINT_FACT_TENURE, COMPLAINT_FACT_ANONYMOUS };
	int32_t truths[3] = { COMPLAINT_TRUE, COMPLAINT_TRUE, COMPLAINT_TRUE };
	size_t done = 9;

	test_case("names that nobody knows");
	CHECK_STATUS(complaint_case_set_fact(given, "anonymos", NUL, COMPLAINT_TRUE),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_fact(given, "issue-arose", NUL, COMPLAINT_TRUE),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_fact_at(given, COMPLAINT_FACTS_COUNT, COMPLAINT_TRUE),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_fact_at(given, 4095, COMPLAINT_TRUE),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_fact_at(given, 4096 + 3, COMPLAINT_TRUE),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_fact_at(given, COMPLAINT_NONE, COMPLAINT_TRUE),
		     COMPLAINT_ERR_NOT_FOUND);

	test_case("a number");
	CHECK_STATUS(complaint_case_set_number(given, "signatures", 10, 12), COMPLAINT_OK);
	check_fact(COMPLAINT_FACT_SIGNATURES, CMPL_GIVEN, 12);
	CHECK_STATUS(complaint_case_set_number_at(given, COMPLAINT_FACT_SIGNATURES, -1),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	check_fact(COMPLAINT_FACT_SIGNATURES, CMPL_GIVEN, 12);
	CHECK_STATUS(complaint_case_set_number(given, "rooms", 5, INT32_MAX), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_number(given, "tenure", 6, 1), COMPLAINT_ERR_WRONG_TYPE);
	CHECK_STATUS(complaint_case_set_fact_state(given, COMPLAINT_FACT_SIGNATURES,
						   COMPLAINT_UNKNOWN),
		     COMPLAINT_OK);
	check_fact(COMPLAINT_FACT_SIGNATURES, CMPL_WRITTEN_UNKNOWN, 0);
	CHECK_STATUS(complaint_case_set_fact_state(given, COMPLAINT_FACT_SIGNATURES,
						   COMPLAINT_TRUE),
		     COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("a choice");
	CHECK_STATUS(complaint_case_set_choice(given, "block", 5, "towers", 5), COMPLAINT_OK);
	check_fact(block, CMPL_GIVEN, 2);
	CHECK_STATUS(complaint_case_set_choice(given, "block", 5, "towers", 6),
		     COMPLAINT_ERR_WRONG_TYPE);
	CHECK_STATUS(complaint_case_set_choice(given, "anonymous", 9, "north", 5),
		     COMPLAINT_ERR_WRONG_TYPE);
	CHECK_STATUS(complaint_case_set_choice(given, "blocks", 6, "north", 5),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_choice_at(given, block, 3), COMPLAINT_ERR_WRONG_TYPE);
	CHECK_STATUS(complaint_case_set_choice_at(given, COMPLAINT_FACT_TENURE,
						  COMPLAINT_VALUE_TENURE_OTHER),
		     COMPLAINT_OK);
	check_fact(COMPLAINT_FACT_TENURE, CMPL_GIVEN, COMPLAINT_VALUE_TENURE_OTHER);

	test_case("many at once stop at the first that fails");
	complaint_case_clear(given);
	CHECK_STATUS(complaint_case_set_facts(given, many, truths, 3, &done),
		     COMPLAINT_ERR_WRONG_TYPE);
	CHECK_NUMBER(done, 1);
	check_fact(COMPLAINT_FACT_COMPLEX, CMPL_GIVEN, 1);
	check_fact(COMPLAINT_FACT_ANONYMOUS, CMPL_NOT_GIVEN, 0);
	many[1] = COMPLAINT_FACT_GOOD_REASON;
	CHECK_STATUS(complaint_case_set_facts(given, many, truths, 3, NULL), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_facts(given, NULL, NULL, 0, &done), COMPLAINT_OK);
	CHECK_NUMBER(done, 0);

	test_case("the unlisted");
	CHECK_STATUS(complaint_case_set_unlisted_facts_false(given, 1), COMPLAINT_OK);
	CHECK(given->unlisted_false);
	complaint_case_clear(given);
	CHECK(!given->unlisted_false);
}

static void test_events(void)
{
	static const struct {
		const char *text;
		complaint_status want;
		uint8_t kind;
		const char *first, *last;
	} rows[] = {
		{ "2022-09-19", COMPLAINT_OK, CMPL_EVENT_DAY, "2022-09-19", "2022-09-19" },
		{ "2024-02", COMPLAINT_OK, CMPL_EVENT_MONTH, "2024-02-01", "2024-02-29" },
		{ "2199-12", COMPLAINT_OK, CMPL_EVENT_MONTH, "2199-12-01", "2199-12-31" },
		{ "2022-09-19T17:05+01:00", COMPLAINT_OK, CMPL_EVENT_MOMENT, NULL, NULL },
		{ "not-yet", COMPLAINT_OK, CMPL_EVENT_NOT_YET, NULL, NULL },
		{ "unknown", COMPLAINT_OK, CMPL_EVENT_UNKNOWN, NULL, NULL },
		{ "2022-02-30", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "2022-13", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "2022-00", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "2022-9-1", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "2022/09", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "1899-12", COMPLAINT_ERR_OUT_OF_RANGE, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "2200-01-01", COMPLAINT_ERR_OUT_OF_RANGE, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "2022-09-19T17:05", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "yesterday", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
		{ "", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL, NULL },
	};
	const struct cmpl_event_value *own = &given->events[COMPLAINT_EVENT_COMPLAINT_RECEIVED];

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		test_case("an event as text: \"%s\"", rows[i].text);
		complaint_case_clear(given);
		CHECK_STATUS(complaint_case_set_event_text(given, "complaint-received", NUL,
							   rows[i].text, NUL),
			     rows[i].want);
		CHECK_NUMBER(own->kind, rows[i].kind);
		if (rows[i].first) {
			CHECK_NUMBER(own->first, day(rows[i].first));
			CHECK_NUMBER(own->last, day(rows[i].last));
		}
	}
}

static void test_events_by_number(void)
{
	uint32_t event = COMPLAINT_EVENT_COMPLAINT_RECEIVED;
	const struct cmpl_event_value *own = &given->events[event];
	uint32_t visit = complaint_set_find_event(set, "visit-made", NUL);
	complaint_moment moment = 0;

	complaint_case_clear(given);
	test_case("a day; one beyond the known years changes nothing");
	CHECK_STATUS(complaint_case_set_event_day(given, "complaint-received", 18, 19254),
		     COMPLAINT_OK);
	CHECK_NUMBER(own->first, 19254);
	CHECK_STATUS(complaint_case_set_event_day_at(given, event, CMPL_DAY_LAST + 1),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_case_set_event_day_at(given, event, CMPL_DAY_FIRST - 1),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_NUMBER(own->first, 19254);
	CHECK_STATUS(complaint_case_set_event_day_at(given, event, CMPL_DAY_LAST), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_event_day_at(given, event, CMPL_DAY_FIRST), COMPLAINT_OK);

	test_case("a moment, to the edges of the known years");
	CHECK_STATUS(complaint_moment_from_text("2022-09-19T17:05+01:00", NUL, &moment),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_event_moment(given, "complaint-received", NUL, moment),
		     COMPLAINT_OK);
	CHECK_NUMBER(own->kind, CMPL_EVENT_MOMENT);
	CHECK_NUMBER(own->moment, moment);
	moment = ((int64_t)CMPL_DAY_LAST + 1) * 86400;
	CHECK_STATUS(complaint_case_set_event_moment_at(given, event, moment),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(complaint_case_set_event_moment_at(given, event, moment - 1), COMPLAINT_OK);
	moment = (int64_t)CMPL_DAY_FIRST * 86400;
	CHECK_STATUS(complaint_case_set_event_moment_at(given, event, moment), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_event_moment_at(given, event, moment - 1),
		     COMPLAINT_ERR_OUT_OF_RANGE);

	test_case("a month");
	CHECK_STATUS(complaint_case_set_event_month(given, "complaint-received", NUL, 2023, 2),
		     COMPLAINT_OK);
	CHECK_NUMBER(own->last, day("2023-02-28"));
	CHECK_STATUS(complaint_case_set_event_month_at(given, event, 2023, 13),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_set_event_month_at(given, event, 2200, 1),
		     COMPLAINT_ERR_OUT_OF_RANGE);

	test_case("a state");
	CHECK_STATUS(complaint_case_set_event_state(given, "visit-made", NUL,
						    COMPLAINT_EVENT_STATE_NOT_YET),
		     COMPLAINT_OK);
	CHECK_NUMBER(given->events[cmpl_case_event_slot(given, visit)].kind, CMPL_EVENT_NOT_YET);
	CHECK_STATUS(complaint_case_set_event_state_at(given, visit, 3), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_set_event_state_at(given, visit, -1),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_set_event_state_at(given, visit + 1,
						       COMPLAINT_EVENT_STATE_NOT_YET),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_set_event_state(given, "anonymous", NUL,
						    COMPLAINT_EVENT_STATE_NOT_YET),
		     COMPLAINT_ERR_NOT_FOUND);

	test_case("the present");
	CHECK_STATUS(complaint_case_set_now_day(given, 19254), COMPLAINT_OK);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_DAY);
	CHECK_STATUS(complaint_case_set_now_moment(given, 1), COMPLAINT_OK);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_MOMENT);
	CHECK_STATUS(complaint_case_set_now_day(given, INT32_MIN), COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_MOMENT);
	CHECK_STATUS(complaint_case_set_now_none(given), COMPLAINT_OK);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_NOT_GIVEN);
}

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
		  COMPLAINT_OK, COMPLAINT_OK },
		{ "until a day, told on one",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 3, .told_day = 19280 },
		  COMPLAINT_OK, COMPLAINT_OK },
		{ "told at a moment",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 4, .told_moment = 1 },
		  COMPLAINT_OK, COMPLAINT_OK },
		{ "not yet told: asked it cannot be",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 1 },
		  COMPLAINT_OK, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "unknown when: asked it cannot be",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 2 },
		  COMPLAINT_OK, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "no such kind of telling",
		  { .of = "respond-stage-1", .until = 19300, .told_kind = 5 },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "told beyond the known years",
		  { .of = "respond-stage-1", .until = 1, .told_kind = 3, .told_day = INT32_MAX },
		  COMPLAINT_ERR_OUT_OF_RANGE, COMPLAINT_ERR_OUT_OF_RANGE },
		{ "time and a day",
		  { .of = "respond-stage-1", .amount = 1, .unit = COMPLAINT_UNIT_WEEKS, .until = 1 },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a unit without an amount",
		  { .of = "respond-stage-1", .unit = COMPLAINT_UNIT_WEEKS, .until = 1 },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "an amount without a unit",
		  { .of = "respond-stage-1", .amount = 3 },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a unit that adds nothing",
		  { .of = "respond-stage-1", .amount = 3, .unit = COMPLAINT_UNIT_NO_LIMIT },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "less than nothing",
		  { .of = "respond-stage-1", .amount = -3, .unit = COMPLAINT_UNIT_WEEKS },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "as many days as may be",
		  { .of = "respond-stage-1", .amount = 3660, .unit = COMPLAINT_UNIT_CALENDAR_DAYS },
		  COMPLAINT_OK, COMPLAINT_OK },
		{ "a day too many",
		  { .of = "respond-stage-1", .amount = 3661, .unit = COMPLAINT_UNIT_CALENDAR_DAYS },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "an hour too many",
		  { .of = "respond-stage-1", .amount = 8785, .unit = COMPLAINT_UNIT_HOURS },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a year too many",
		  { .of = "respond-stage-1", .amount = 51, .unit = COMPLAINT_UNIT_YEARS },
		  COMPLAINT_ERR_BAD_ARGUMENT, COMPLAINT_ERR_BAD_ARGUMENT },
		{ "a duty that nobody has",
		  { .of = "respond-stage-3", .until = 1 },
		  COMPLAINT_ERR_NOT_FOUND, COMPLAINT_ERR_NOT_FOUND },
		{ "a stage is no duty",
		  { .of = "stage-1", .until = 1 },
		  COMPLAINT_ERR_NOT_FOUND, COMPLAINT_ERR_NOT_FOUND },
		{ "no duty at all", { .until = 1 }, COMPLAINT_ERR_BAD_ARGUMENT,
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
	CHECK_STATUS(complaint_case_add_extension(given, (void *)newer), COMPLAINT_ERR_BAD_ARGUMENT);
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
	CHECK_STATUS(complaint_case_add_promise(given, "escalate", NUL, 1), COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_case_add_promise(given, "respond-stage-1", NUL, INT32_MIN),
		     COMPLAINT_ERR_OUT_OF_RANGE);

	test_case("readings: rule and label must be known");
	CHECK_STATUS(complaint_case_add_reading(given, "too-old", NUL, "a-year", NUL), COMPLAINT_OK);
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

static void test_null(void)
{
	struct complaint_extension_entry entry = { .size = sizeof(entry), .of = "respond-stage-1",
						   .until = 1 };
	complaint_status bad = COMPLAINT_ERR_BAD_ARGUMENT;
	uint32_t fact = 0;
	int32_t truth = 1;

	test_case("no case, no name, no value: an error and nothing else");
	CHECK_STATUS(complaint_case_new(NULL, &given), bad);
	CHECK_STATUS(complaint_case_new(set, NULL), bad);
	CHECK_STATUS(complaint_case_set_fact(NULL, "anonymous", NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_fact(given, NULL, NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_fact_at(NULL, 0, 1), bad);
	CHECK_STATUS(complaint_case_set_number(NULL, "signatures", NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_number(given, NULL, 3, 1), bad);
	CHECK_STATUS(complaint_case_set_number_at(NULL, 0, 1), bad);
	CHECK_STATUS(complaint_case_set_choice(NULL, "tenure", NUL, "other", NUL), bad);
	CHECK_STATUS(complaint_case_set_choice(given, NULL, NUL, "other", NUL), bad);
	CHECK_STATUS(complaint_case_set_choice(given, "tenure", NUL, NULL, NUL), bad);
	CHECK_STATUS(complaint_case_set_choice_at(NULL, 0, 0), bad);
	CHECK_STATUS(complaint_case_set_fact_state(NULL, 0, COMPLAINT_UNKNOWN), bad);
	CHECK_STATUS(complaint_case_set_facts(NULL, &fact, &truth, 1, NULL), bad);
	CHECK_STATUS(complaint_case_set_facts(given, NULL, &truth, 1, NULL), bad);
	CHECK_STATUS(complaint_case_set_facts(given, &fact, NULL, 1, NULL), bad);
	CHECK_STATUS(complaint_case_set_unlisted_facts_false(NULL, 1), bad);
	CHECK_STATUS(complaint_case_set_event_day(NULL, "issue-arose", NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_event_day(given, NULL, NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_event_day_at(NULL, 0, 1), bad);
	CHECK_STATUS(complaint_case_set_event_moment(given, NULL, NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_event_moment_at(NULL, 0, 1), bad);
	CHECK_STATUS(complaint_case_set_event_month(given, NULL, NUL, 2020, 1), bad);
	CHECK_STATUS(complaint_case_set_event_month_at(NULL, 0, 2020, 1), bad);
	CHECK_STATUS(complaint_case_set_event_state(given, NULL, NUL, 1), bad);
	CHECK_STATUS(complaint_case_set_event_state_at(NULL, 0, 1), bad);
	CHECK_STATUS(complaint_case_set_event_text(NULL, "issue-arose", NUL, "unknown", NUL), bad);
	CHECK_STATUS(complaint_case_set_event_text(given, NULL, NUL, "unknown", NUL), bad);
	CHECK_STATUS(complaint_case_set_event_text(given, "issue-arose", NUL, NULL, NUL), bad);
	CHECK_STATUS(complaint_case_set_now_day(NULL, 1), bad);
	CHECK_STATUS(complaint_case_set_now_moment(NULL, 1), bad);
	CHECK_STATUS(complaint_case_set_now_none(NULL), bad);
	CHECK_STATUS(complaint_case_set_request_at(NULL, 1), bad);
	CHECK_STATUS(complaint_case_set_request_extension(NULL, &entry), bad);
	CHECK_STATUS(complaint_case_set_request_extension(given, NULL), bad);
	CHECK_STATUS(complaint_case_add_extension(NULL, &entry), bad);
	CHECK_STATUS(complaint_case_add_extension(given, NULL), bad);
	CHECK_STATUS(complaint_case_add_promise(NULL, "respond-stage-1", NUL, 1), bad);
	CHECK_STATUS(complaint_case_add_promise(given, NULL, NUL, 1), bad);
	CHECK_STATUS(complaint_case_add_reading(NULL, "too-old", NUL, "a-year", NUL), bad);
	CHECK_STATUS(complaint_case_add_reading(given, NULL, NUL, "a-year", NUL), bad);
	CHECK_STATUS(complaint_case_add_reading(given, "too-old", NUL, NULL, NUL), bad);
	CHECK_STATUS(complaint_case_add_decision(NULL, "too-old", NUL, 1), bad);
	CHECK_STATUS(complaint_case_add_decision(given, NULL, NUL, 1), bad);
	complaint_case_clear(NULL);
	complaint_case_free(NULL);
}

static complaint_status try_case(void *context)
{
	struct complaint_extension_entry entry = { .size = sizeof(entry), .of = "respond-stage-1",
						   .until = 19300 };
	struct complaint_case *own = NULL;
	complaint_status status = complaint_case_new(context, &own);

	if (status == COMPLAINT_OK)
		status = complaint_case_set_request_extension(own, &entry);
	if (status == COMPLAINT_OK)
		status = complaint_case_add_extension(own, &entry);
	if (status == COMPLAINT_OK)
		status = complaint_case_add_promise(own, "respond-stage-1", NUL, 1);
	if (status == COMPLAINT_OK)
		status = complaint_case_add_reading(own, "too-old", NUL, "a-year", NUL);
	if (status == COMPLAINT_OK)
		status = complaint_case_add_reading(own, "too-old", NUL, "a-year", NUL);
	if (status == COMPLAINT_OK)
		status = complaint_case_add_decision(own, "too-old", NUL, COMPLAINT_DECISION_ACCEPT);
	complaint_case_free(own);
	return status;
}

int main(void)
{
	struct complaint_policy *policies[2] = { NULL, NULL };

	test_case("an empty case outlives the handles of its policies and its set");
	CHECK_STATUS(complaint_policy_load_file(test_source("tests/unit/small_policy.yaml"),
						&policies[0], NULL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_policy_load_file(test_source("tests/unit/second_policy.yaml"),
						&policies[1], NULL),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)policies, 2, &set,
				       NULL),
		     COMPLAINT_OK);
	complaint_policy_free(policies[0]);
	complaint_policy_free(policies[1]);
	CHECK_STATUS(complaint_case_new(set, &given), COMPLAINT_OK);
	if (given) {
		test_truths();
		test_facts();
		test_events();
		test_events_by_number();
		test_extensions();
		test_request();
		test_pairs();
		test_null();
		test_case("a case survives each allocation failing");
		CHECK(test_each_allocation(try_case, set, COMPLAINT_OK) > 8);
	}
	complaint_set_free(set);
	complaint_case_clear(given); /* the case keeps its set */
	CHECK_STATUS(complaint_case_set_fact(given, "pet-involved", NUL, COMPLAINT_TRUE),
		     COMPLAINT_OK);
	complaint_case_free(given);
	return test_finish();
}
