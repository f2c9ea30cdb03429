/* SPDX-License-Identifier: MIT */
#include "case/case.h"

#include <string.h>

#include "small.h"

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
	struct cmpl_fact_value own = cmpl_case_fact(given, cmpl_case_fact_slot(given, fact));

	CHECK_NUMBER(own.given, wanted);
	CHECK_NUMBER(own.value, value);
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
		{ "unknown", "anonymous", COMPLAINT_UNKNOWN, COMPLAINT_OK, CMPL_WRITTEN_UNKNOWN,
		  0 },
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
	uint32_t many[3] = { COMPLAINT_FACT_COMPLEX, COMPLAINT_FACT_TENURE,
			     COMPLAINT_FACT_ANONYMOUS };
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
	CHECK_STATUS(
		complaint_case_set_fact_state(given, COMPLAINT_FACT_SIGNATURES, COMPLAINT_UNKNOWN),
		COMPLAINT_OK);
	check_fact(COMPLAINT_FACT_SIGNATURES, CMPL_WRITTEN_UNKNOWN, 0);
	CHECK_STATUS(
		complaint_case_set_fact_state(given, COMPLAINT_FACT_SIGNATURES, COMPLAINT_TRUE),
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
		{ "2022-09-19T17:05", COMPLAINT_ERR_BAD_ARGUMENT, CMPL_EVENT_NOT_GIVEN, NULL,
		  NULL },
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
	CHECK_STATUS(complaint_case_set_event_state_at(given, visit, 3),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_set_event_state_at(given, visit, -1),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(
		complaint_case_set_event_state_at(given, visit + 1, COMPLAINT_EVENT_STATE_NOT_YET),
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

static void test_null(void)
{
	struct complaint_extension_entry entry = { .size = sizeof(entry),
						   .of = "respond-stage-1",
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
	struct complaint_extension_entry entry = { .size = sizeof(entry),
						   .of = "respond-stage-1",
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
		status =
			complaint_case_add_decision(own, "too-old", NUL, COMPLAINT_DECISION_ACCEPT);
	complaint_case_free(own);
	return status;
}

int main(void)
{
	set = small_set();
	test_case("an empty case");
	CHECK_STATUS(complaint_case_new(set, &given), COMPLAINT_OK);
	if (given) {
		test_truths();
		test_facts();
		test_events();
		test_events_by_number();
		test_null();
		test_case("a case survives each allocation failing");
		CHECK(test_each_allocation(try_case, set, COMPLAINT_OK) > 8);
	}
	test_case("a case outlives the handle of its set");
	complaint_set_free(set);
	complaint_case_clear(given);
	CHECK_STATUS(complaint_case_set_fact(given, "pet-involved", NUL, COMPLAINT_TRUE),
		     COMPLAINT_OK);
	complaint_case_free(given);
	return test_finish();
}
