/* SPDX-License-Identifier: MIT */
/*
 * Columns answer what single cases answer, row by row, whatever kind, stride or mask they come in.
 */
#include <stdlib.h>
#include <string.h>

#include <complaint/complaint.h>

#include "base/memory.h"

#include "support/test.h"

#define WHOLE COMPLAINT_NUL_TERMINATED
#define ROWS 400

static const char *const policy_paths[] = {
	"rules/brighter-places/2022-08/policy.yaml",
	"rules/livewest/2018-10/policy.yaml",
	"rules/livewest/2020-06/policy.yaml",
	"rules/settle/2020-10/policy.yaml",
	"rules/trafford-housing-trust/2020-10/policy.yaml",
};

static const char *const landlords[] = { "brighter-places", "livewest", "settle",
					 "trafford-housing-trust" };

static struct complaint_set *load_set(void)
{
	struct complaint_policy *policies[COUNT_OF(policy_paths)] = { NULL };
	struct complaint_set *set = NULL;

	for (size_t i = 0; i < COUNT_OF(policy_paths); i++)
		CHECK_STATUS(complaint_policy_load_file(test_source(policy_paths[i]), &policies[i],
							NULL),
			     COMPLAINT_OK);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)policies,
				       COUNT_OF(policy_paths), &set, NULL),
		     COMPLAINT_OK);
	for (size_t i = 0; i < COUNT_OF(policy_paths); i++)
		complaint_policy_free(policies[i]);
	return set;
}

/* A row of a host's table: one struct, read in place. */
struct row {
	int8_t facts[6];
	int8_t tenure;
	int32_t landlord;
	int64_t signatures;
	int32_t received;  /* days */
	int64_t made;      /* seconds */
	int64_t responded; /* nanoseconds as day */
	int32_t arose_month;
	double outstanding;
	int32_t adds;
	int64_t told;
	int64_t now;
};

static const uint32_t fact_names[] = { COMPLAINT_FACT_ISSUE_ONGOING,
				       COMPLAINT_FACT_PERSONAL_INJURY,
				       COMPLAINT_FACT_SERVICE_BY_US_OR_PARTNERS,
				       COMPLAINT_FACT_COMPLEX,
				       COMPLAINT_FACT_ABOUT_ANOTHER_RESIDENT,
				       COMPLAINT_FACT_LANDLORD_RESPONSIBLE };

static void fill_rows(struct row *rows, size_t count)
{
	uint64_t state = 20220919;

	for (size_t i = 0; i < count; i++) {
		struct row *row = &rows[i];

		for (size_t f = 0; f < COUNT_OF(fact_names); f++)
			row->facts[f] = (int8_t)(uint32_t[]){
				0, 1, (uint32_t)INT8_MIN, (uint32_t)(INT8_MIN + 2)
			}[test_random(&state) % 4];
		row->tenure = (int8_t)(test_random(&state) % 6);
		row->landlord = (int32_t)(test_random(&state) % COUNT_OF(landlords));
		row->signatures = test_random(&state) % 9;
		row->received =
			(int32_t)(18200 + test_random(&state) % 1400); /* 2019-10 to 2023-09 */
		row->made = test_random(&state) % 3
				    ? (int64_t)(row->received - 1) * 86400 +
					      (int64_t)(test_random(&state) % 172800)
				    : INT64_MIN;
		row->responded =
			test_random(&state) % 2
				? (int64_t)(row->received + (int32_t)(test_random(&state) % 60)) *
					  86400000000000
				: INT64_MIN + 1;
		row->arose_month = row->received / 30 - (int32_t)(test_random(&state) % 14) - 9;
		row->outstanding =
			test_random(&state) % 3 ? (double)(test_random(&state) % 2) : (0.0 / 0.0);
		row->adds = test_random(&state) % 3 ? INT32_MIN
						    : (int32_t)(test_random(&state) % 25) + 1;
		row->told = test_random(&state) % 4
				    ? row->received + (int32_t)(test_random(&state) % 20)
				    : INT64_MIN;
		row->now = row->received + (int32_t)(test_random(&state) % 100);
	}
}

/* The same row as a case of its own. */
static void set_case(struct complaint_case *given, const struct row *row)
{
	struct complaint_extension_entry entry = { .size = sizeof(entry), .of = "respond-stage-1" };

	complaint_case_clear(given);
	for (size_t f = 0; f < COUNT_OF(fact_names); f++) {
		int32_t truth = row->facts[f] == 1          ? COMPLAINT_TRUE
				: row->facts[f] == 0        ? COMPLAINT_FALSE
				: row->facts[f] == INT8_MIN ? COMPLAINT_TRUTH_NOT_GIVEN
							    : COMPLAINT_UNKNOWN;

		CHECK_STATUS(complaint_case_set_fact_at(given, fact_names[f], truth), COMPLAINT_OK);
	}
	CHECK_STATUS(
		complaint_case_set_choice_at(given, COMPLAINT_FACT_TENURE, (uint32_t)row->tenure),
		COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_number_at(given, COMPLAINT_FACT_SIGNATURES,
						  (int32_t)row->signatures),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_event_day_at(given, COMPLAINT_EVENT_COMPLAINT_RECEIVED,
						     row->received),
		     COMPLAINT_OK);
	if (row->made != INT64_MIN)
		CHECK_STATUS(complaint_case_set_event_moment_at(
				     given, COMPLAINT_EVENT_COMPLAINT_MADE, row->made),
			     COMPLAINT_OK);
	if (row->responded == INT64_MIN + 1)
		CHECK_STATUS(complaint_case_set_event_state_at(
				     given, COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT,
				     COMPLAINT_EVENT_STATE_NOT_YET),
			     COMPLAINT_OK);
	else
		CHECK_STATUS(complaint_case_set_event_day_at(
				     given, COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT,
				     (int32_t)(row->responded / 86400000000000)),
			     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_set_event_month_at(given, COMPLAINT_EVENT_ISSUE_AROSE,
						       1970 + row->arose_month / 12,
						       row->arose_month % 12 + 1),
		     COMPLAINT_OK);
	if (row->outstanding == row->outstanding)
		CHECK_STATUS(complaint_case_set_fact_at(
				     given, COMPLAINT_FACT_WORKS_OUTSTANDING_AT_OUTCOME,
				     row->outstanding > 0 ? COMPLAINT_TRUE : COMPLAINT_FALSE),
			     COMPLAINT_OK);
	if (row->adds != INT32_MIN) {
		entry.amount = row->adds;
		entry.unit = COMPLAINT_UNIT_WORKING_DAYS;
		entry.told_kind = row->told == INT64_MIN ? 0 : 3;
		entry.told_day = row->told == INT64_MIN ? 0 : (int32_t)row->told;
		CHECK_STATUS(complaint_case_add_extension(given, &entry), COMPLAINT_OK);
	}
	CHECK_STATUS(complaint_case_set_now_day(given, (int32_t)row->now), COMPLAINT_OK);
}

static struct complaint_column column(int32_t role, int32_t kind, uint32_t name, const void *values)
{
	return (struct complaint_column){ .size = sizeof(struct complaint_column),
					  .role = role,
					  .kind = kind,
					  .name = name,
					  .values = values,
					  .stride = sizeof(struct row) };
}

static size_t make_columns(struct complaint_column *columns, const struct row *rows)
{
	size_t n = 0;

	for (size_t f = 0; f < COUNT_OF(fact_names); f++)
		columns[n++] = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_BYTES, fact_names[f],
				      &rows[0].facts[f]);
	columns[n++] = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_BYTES, COMPLAINT_FACT_TENURE,
			      &rows[0].tenure);
	columns[n++] =
		column(COMPLAINT_COLUMN_LANDLORD, COMPLAINT_KIND_INT32, 0, &rows[0].landlord);
	columns[n++] = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_INT64,
			      COMPLAINT_FACT_SIGNATURES, &rows[0].signatures);
	columns[n++] = column(COMPLAINT_COLUMN_EVENT, COMPLAINT_KIND_DAYS32,
			      COMPLAINT_EVENT_COMPLAINT_RECEIVED, &rows[0].received);
	columns[n++] = column(COMPLAINT_COLUMN_EVENT, COMPLAINT_KIND_SECONDS,
			      COMPLAINT_EVENT_COMPLAINT_MADE, &rows[0].made);
	columns[n++] = column(COMPLAINT_COLUMN_EVENT, COMPLAINT_KIND_NANOSECONDS_AS_DAY,
			      COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT, &rows[0].responded);
	columns[n++] = column(COMPLAINT_COLUMN_EVENT, COMPLAINT_KIND_MONTHS32,
			      COMPLAINT_EVENT_ISSUE_AROSE, &rows[0].arose_month);
	columns[n++] = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_DOUBLE,
			      COMPLAINT_FACT_WORKS_OUTSTANDING_AT_OUTCOME, &rows[0].outstanding);
	columns[n] =
		column(COMPLAINT_COLUMN_EXTENSION_ADDS, COMPLAINT_KIND_INT32, 0, &rows[0].adds);
	columns[n].rule = "respond-stage-1";
	columns[n++].unit = COMPLAINT_UNIT_WORKING_DAYS;
	columns[n] =
		column(COMPLAINT_COLUMN_EXTENSION_TOLD, COMPLAINT_KIND_DAYS64, 0, &rows[0].told);
	columns[n++].rule = "respond-stage-1";
	columns[n++] = column(COMPLAINT_COLUMN_NOW, COMPLAINT_KIND_DAYS64, 0, &rows[0].now);
	return n;
}

enum { OUTPUTS = 19 };

static const struct {
	int32_t what;
	const char *rule;
} wanted[OUTPUTS] = {
	{ COMPLAINT_OUTPUT_POLICY, NULL },
	{ COMPLAINT_OUTPUT_OUTCOME, NULL },
	{ COMPLAINT_OUTPUT_DECIDER, NULL },
	{ COMPLAINT_OUTPUT_ROUTE_STATE, NULL },
	{ COMPLAINT_OUTPUT_ROUTE, NULL },
	{ COMPLAINT_OUTPUT_VERDICT, "over-6-months-old" },
	{ COMPLAINT_OUTPUT_VERDICT, "complex" },
	{ COMPLAINT_OUTPUT_DUTY_STATE, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_DUTY_DUE, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_DUTY_DUE_FLAGS, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_DUTY_LATE_DAYS, "respond-stage-1" },
	{ COMPLAINT_OUTPUT_WINDOW_STATE, "escalate" },
	{ COMPLAINT_OUTPUT_WINDOW_OPENS, "escalate" },
	{ COMPLAINT_OUTPUT_WINDOW_CLOSES, "escalate" },
	{ COMPLAINT_OUTPUT_STANDING, NULL },
	{ COMPLAINT_OUTPUT_STAGE, NULL },
	{ COMPLAINT_OUTPUT_OVERDUE_COUNT, NULL },
	{ COMPLAINT_OUTPUT_NEXT_DUE, NULL },
	{ COMPLAINT_OUTPUT_NEXT_DUTY, NULL },
};

static void make_outputs(struct complaint_output *outputs, int32_t (*values)[OUTPUTS])
{
	for (size_t i = 0; i < OUTPUTS; i++)
		outputs[i] = (struct complaint_output){ .size = sizeof(outputs[i]),
							.what = wanted[i].what,
							.rule = wanted[i].rule,
							.values = &values[0][i],
							.stride = sizeof(values[0]) };
}

/* --- what single cases answer ------------------------------------------------------------ */

static int32_t as_number(uint32_t rule)
{
	return rule == COMPLAINT_NONE ? -1 : (int32_t)rule;
}

static int32_t as_day(const struct complaint_date *date, int last)
{
	complaint_day day;
	complaint_status status =
		last ? complaint_date_get_last_day(date, &day) : complaint_date_get_day(date, &day);

	return status == COMPLAINT_OK ? day : COMPLAINT_DAY_NONE;
}

static int32_t verdict_of(const struct complaint_answer *answer, const char *id)
{
	const struct complaint_eligibility *eligibility = complaint_answer_get_eligibility(answer);
	uint32_t rule = complaint_policy_find_rule(complaint_answer_get_policy(answer), id, WHOLE);

	for (size_t i = 0; i < complaint_eligibility_verdict_count(eligibility); i++) {
		if (complaint_eligibility_get_verdict_rule(eligibility, i) == rule)
			return complaint_eligibility_get_verdict_truth(eligibility, i);
	}
	return 0;
}

static int32_t member_of(const struct complaint_set *set, const struct complaint_answer *answer)
{
	for (size_t i = 0; i < complaint_set_policy_count(set); i++) {
		if (complaint_set_get_policy(set, i) == complaint_answer_get_policy(answer))
			return (int32_t)i;
	}
	return -1;
}

static int32_t expected(const struct complaint_set *set, const struct complaint_answer *answer,
			size_t output)
{
	const struct complaint_eligibility *eligibility = complaint_answer_get_eligibility(answer);
	const struct complaint_standing *standing = complaint_answer_get_standing(answer);
	const char *rule = wanted[output].rule;
	const struct complaint_deadline *duty = complaint_answer_find_deadline(answer, rule, WHOLE);
	const struct complaint_window *window = complaint_answer_find_window(answer, rule, WHOLE);
	const struct complaint_deadline *next = complaint_standing_get_next(standing);
	int32_t days;

	switch (wanted[output].what) {
	case COMPLAINT_OUTPUT_POLICY: return member_of(set, answer);
	case COMPLAINT_OUTPUT_OUTCOME: return complaint_eligibility_get_outcome(eligibility);
	case COMPLAINT_OUTPUT_DECIDER:
		return as_number(complaint_eligibility_get_decider(eligibility));
	case COMPLAINT_OUTPUT_ROUTE_STATE:
		return complaint_eligibility_get_route_state(eligibility);
	case COMPLAINT_OUTPUT_ROUTE: return as_number(complaint_eligibility_get_route(eligibility));
	case COMPLAINT_OUTPUT_VERDICT: return verdict_of(answer, rule);
	case COMPLAINT_OUTPUT_DUTY_STATE: return complaint_deadline_get_state(duty);
	case COMPLAINT_OUTPUT_DUTY_DUE:
		return as_day(complaint_deadline_get_date(duty, COMPLAINT_DEADLINE_DUE), 0);
	case COMPLAINT_OUTPUT_DUTY_DUE_FLAGS:
		return complaint_date_get_flags(
			complaint_deadline_get_date(duty, COMPLAINT_DEADLINE_DUE));
	case COMPLAINT_OUTPUT_DUTY_LATE_DAYS:
		return complaint_deadline_get_lateness(duty, COMPLAINT_DEADLINE_DUE, &days, NULL,
						       NULL) == COMPLAINT_OK
			       ? days
			       : COMPLAINT_DAY_NONE;
	case COMPLAINT_OUTPUT_WINDOW_STATE: return complaint_window_get_state(window);
	case COMPLAINT_OUTPUT_WINDOW_OPENS:
		return as_day(complaint_window_get_date(window, COMPLAINT_WINDOW_OPENS), 0);
	case COMPLAINT_OUTPUT_WINDOW_CLOSES:
		return as_day(complaint_window_get_date(window, COMPLAINT_WINDOW_CLOSES), 1);
	case COMPLAINT_OUTPUT_STANDING: return complaint_standing_get_state(standing);
	case COMPLAINT_OUTPUT_STAGE: return as_number(complaint_standing_get_stage(standing));
	case COMPLAINT_OUTPUT_OVERDUE_COUNT:
		return (int32_t)complaint_standing_overdue_count(standing);
	case COMPLAINT_OUTPUT_NEXT_DUE:
		return as_day(complaint_deadline_get_date(next, COMPLAINT_DEADLINE_DUE), 0);
	default: return as_number(complaint_deadline_get_rule(next));
	}
}

static struct complaint_columns request(const struct complaint_set *set, size_t rows,
					const struct complaint_column *columns, size_t column_count,
					const struct complaint_output *outputs, size_t output_count)
{
	return (struct complaint_columns){ .size = sizeof(struct complaint_columns),
					   .set = set,
					   .row_count = rows,
					   .columns = columns,
					   .column_count = column_count,
					   .outputs = outputs,
					   .output_count = output_count,
					   .landlords = landlords,
					   .landlord_count = COUNT_OF(landlords) };
}

static struct row rows[ROWS];
static int32_t values[ROWS][OUTPUTS];
static int32_t statuses[ROWS];

static void rows_equal_cases(const struct complaint_set *set)
{
	struct complaint_column columns[32];
	struct complaint_output outputs[OUTPUTS];
	struct complaint_columns asked;
	struct complaint_answer *workspace = NULL, *answer = NULL;
	struct complaint_case *given = NULL;
	size_t failed = 1, differing = 0, columns_count;

	test_case("a million rows could not say other than single cases do (%d here)", ROWS);
	CHECK_STATUS(complaint_answer_new(&workspace), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_new(set, &given), COMPLAINT_OK);
	fill_rows(rows, ROWS);
	columns_count = make_columns(columns, rows);
	make_outputs(outputs, values);
	asked = request(set, ROWS, columns, columns_count, outputs, OUTPUTS);
	asked.row_statuses = statuses;
	CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, &failed, NULL), COMPLAINT_OK);
	CHECK_NUMBER(failed, 0);
	for (size_t i = 0; i < ROWS; i++) {
		struct complaint_options options = { .size = sizeof(options),
						     .without_readings = 1,
						     .landlord = landlords[rows[i].landlord] };

		set_case(given, &rows[i]);
		CHECK_STATUS(
			complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, &options),
			COMPLAINT_OK);
		for (size_t o = 0; o < OUTPUTS && differing < 5; o++) {
			if (!CHECK(values[i][o] == expected(set, answer, o),
				   "row %zu output %zu: %d, not %d", i, o, values[i][o],
				   expected(set, answer, o)))
				differing++;
		}
	}
	complaint_case_free(given);
	complaint_answer_free(answer);
	complaint_answer_free(workspace);
}

static void allocations_are_constant(const struct complaint_set *set)
{
	struct complaint_column columns[32];
	struct complaint_output outputs[OUTPUTS];
	struct complaint_columns asked;
	struct complaint_answer *workspace = NULL;
	long few, many, before;

	test_case("memory does not grow with the rows");
	CHECK_STATUS(complaint_answer_new(&workspace), COMPLAINT_OK);
	make_outputs(outputs, values);
	asked = request(set, ROWS, columns, make_columns(columns, rows), outputs, OUTPUTS);
	CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, NULL), COMPLAINT_OK);
	before = cmpl_memory_count();
	asked.row_count = 10;
	CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, NULL), COMPLAINT_OK);
	few = cmpl_memory_count() - before;
	before = cmpl_memory_count();
	asked.row_count = ROWS;
	CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, NULL), COMPLAINT_OK);
	many = cmpl_memory_count() - before;
	CHECK_NUMBER(many, few);
	complaint_answer_free(workspace);
}

/* --- kinds, strides, masks ------------------------------------------------------------------ */

static int32_t verdict_with(const struct complaint_set *set, struct complaint_column fact,
			    size_t row_count, int32_t *truths, size_t *failed)
{
	struct complaint_output output = { .size = sizeof(output),
					   .what = COMPLAINT_OUTPUT_VERDICT,
					   .rule = "policy-content",
					   .values = truths,
					   .stride = sizeof(*truths) };
	struct complaint_columns asked = request(set, row_count, &fact, 1, &output, 1);
	struct complaint_answer *workspace = NULL;
	complaint_status status;

	CHECK_STATUS(complaint_answer_new(&workspace), COMPLAINT_OK);
	asked.row_statuses = statuses;
	status = complaint_columns_evaluate(workspace, &asked, failed, NULL);
	complaint_answer_free(workspace);
	return status;
}

static void bits_and_masks(const struct complaint_set *set)
{
	const uint8_t bits[] = { 0x14 }, mask[] = { 0x38 }, byte_mask[] = { 1, 1, 0 };
	struct complaint_column fact = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_BITS,
					      COMPLAINT_FACT_ABOUT_POLICY_CONTENT, bits);
	int32_t truths[4];
	size_t failed;

	test_case("bits come from any place, and a mask says which were given");
	fact.stride = 1;
	fact.first_bit = 2;
	fact.mask = mask;
	fact.mask_kind = COMPLAINT_MASK_BITS;
	fact.mask_first = 2;
	CHECK_STATUS(verdict_with(set, fact, 4, truths, &failed), COMPLAINT_OK);
	CHECK_NUMBER(truths[0], COMPLAINT_UNKNOWN); /* masked */
	CHECK_NUMBER(truths[1], COMPLAINT_FALSE);
	CHECK_NUMBER(truths[2], COMPLAINT_TRUE);
	CHECK_NUMBER(truths[3], COMPLAINT_FALSE);
	fact.stride = 0;
	fact.mask = byte_mask;
	fact.mask_kind = COMPLAINT_MASK_BYTES;
	fact.mask_first = 0;
	CHECK_STATUS(verdict_with(set, fact, 3, truths, &failed), COMPLAINT_OK);
	CHECK_NUMBER(truths[0], COMPLAINT_TRUE);
	CHECK_NUMBER(truths[1], COMPLAINT_TRUE);
	CHECK_NUMBER(truths[2], COMPLAINT_UNKNOWN);
}

/* --- rows that lie at any address, and calls in pieces ---------------------------------------- */

static int32_t again[ROWS][OUTPUTS];

/* All rows in calls of so many, the structs one behind another at a stride that aligns nothing. */
static void evaluate_pieces(const struct complaint_set *set, const char *packed, size_t stride,
			    size_t piece)
{
	struct complaint_answer *workspace = NULL;

	memset(again, 0x55, sizeof(again));
	CHECK_STATUS(complaint_answer_new(&workspace), COMPLAINT_OK);
	for (size_t first = 0; first < ROWS; first += piece) {
		size_t count = ROWS - first < piece ? ROWS - first : piece;
		struct complaint_column columns[32];
		struct complaint_output outputs[OUTPUTS];
		size_t column_count = make_columns(columns, rows);
		struct complaint_columns asked;

		for (size_t i = 0; i < column_count; i++) {
			size_t member =
				(size_t)((const char *)columns[i].values - (const char *)rows);

			columns[i].values = packed + first * stride + member;
			columns[i].stride = (int64_t)stride;
		}
		make_outputs(outputs, again + first);
		asked = request(set, count, columns, column_count, outputs, OUTPUTS);
		CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, NULL),
			     COMPLAINT_OK);
	}
	complaint_answer_free(workspace);
}

static void pieces_equal_the_whole(const struct complaint_set *set)
{
	static const size_t pieces[] = { 1, 7, ROWS };
	const size_t stride = sizeof(struct row) + 3;
	char *packed = malloc(ROWS * stride + 1);

	for (size_t i = 0; packed && i < ROWS; i++)
		memcpy(packed + 1 + i * stride, &rows[i], sizeof(rows[i]));
	for (size_t i = 0; packed && i < COUNT_OF(pieces); i++) {
		test_case("rows at any address, %zu a call, are answered alike", pieces[i]);
		evaluate_pieces(set, packed + 1, stride, pieces[i]);
		CHECK(memcmp(again, values, sizeof(values)) == 0);
	}
	free(packed);
}

/* Days of 32 bits without a mask are read in a way of their own: they say what 64 bits say. */
static void days_of_either_width(const struct complaint_set *set)
{
	const int32_t narrow[] = {
		INT32_MIN, INT32_MIN + 1, INT32_MIN + 2, INT32_MIN + 3, -25568,
		-25567,    19300,         84005,         84006,         INT32_MAX
	};
	const int64_t wide[] = {
		INT64_MIN, INT64_MIN + 1, INT64_MIN + 2, INT32_MIN + 3, -25568,
		-25567,    19300,         84005,         84006,         INT32_MAX
	};
	const int32_t now = 19400;
	const int8_t landlord = 0;
	int32_t states[2][COUNT_OF(narrow)], own[2][COUNT_OF(narrow)];

	test_case("days of 32 and of 64 bits say the same, and one value serves all rows");
	for (int i = 0; i < 2; i++) {
		struct complaint_column columns[] = {
			column(COMPLAINT_COLUMN_EVENT,
			       i ? COMPLAINT_KIND_DAYS64 : COMPLAINT_KIND_DAYS32,
			       COMPLAINT_EVENT_COMPLAINT_LOGGED,
			       i ? (const void *)wide : (const void *)narrow),
			column(COMPLAINT_COLUMN_NOW, COMPLAINT_KIND_DAYS32, 0, &now),
			column(COMPLAINT_COLUMN_LANDLORD, COMPLAINT_KIND_BYTES, 0, &landlord),
		};
		struct complaint_output output = { .size = sizeof(output),
						   .what = COMPLAINT_OUTPUT_DUTY_STATE,
						   .rule = "respond-stage-1",
						   .values = states[i],
						   .stride = sizeof(states[i][0]) };
		struct complaint_answer *workspace = NULL;
		struct complaint_columns asked =
			request(set, COUNT_OF(narrow), columns, COUNT_OF(columns), &output, 1);

		columns[0].stride = i ? sizeof(wide[0]) : sizeof(narrow[0]);
		columns[1].stride = columns[2].stride = 0;
		asked.row_statuses = own[i];
		CHECK_STATUS(complaint_answer_new(&workspace), COMPLAINT_OK);
		CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, NULL),
			     COMPLAINT_OK);
		complaint_answer_free(workspace);
	}
	for (size_t i = 0; i < COUNT_OF(narrow); i++) {
		bool is_day = narrow[i] >= -25567 && narrow[i] <= 84005;

		CHECK_NUMBER(states[0][i], states[1][i]);
		CHECK_NUMBER(own[0][i], own[1][i]);
		CHECK_STATUS(own[0][i],
			     i < 3 || is_day ? COMPLAINT_OK : COMPLAINT_ERR_OUT_OF_RANGE);
	}
}

static void a_bad_row_is_alone(const struct complaint_set *set)
{
	const double numbers[] = { 1.0, 0.5, 7.0, 0.0 };
	struct complaint_column fact = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_DOUBLE,
					      COMPLAINT_FACT_ABOUT_POLICY_CONTENT, numbers);
	int32_t truths[4];
	size_t failed;

	test_case("a row that cannot be has a status of its own, and loses no other");
	fact.stride = sizeof(double);
	CHECK_STATUS(verdict_with(set, fact, 4, truths, &failed), COMPLAINT_OK);
	CHECK_NUMBER(failed, 2);
	CHECK_NUMBER(truths[0], COMPLAINT_TRUE);
	CHECK_NUMBER(truths[1], 0);
	CHECK_NUMBER(truths[2], 0);
	CHECK_NUMBER(truths[3], COMPLAINT_FALSE);
	CHECK_STATUS(statuses[1], COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_STATUS(statuses[3], COMPLAINT_OK);
}

static void bad_calls(const struct complaint_set *set)
{
	int8_t byte = 1;
	int32_t truths[1];
	struct complaint_column fact = column(COMPLAINT_COLUMN_FACT, COMPLAINT_KIND_BYTES,
					      COMPLAINT_FACT_ABOUT_POLICY_CONTENT, &byte);
	struct complaint_columns asked = request(set, 1, &fact, 1, NULL, 0);
	const char *const strangers[] = { "settle", "nobody" };
	struct complaint_answer *workspace = NULL;
	size_t place = 9;

	test_case("a column that cannot be fails the call, and is named");
	CHECK_STATUS(complaint_answer_new(&workspace), COMPLAINT_OK);
	CHECK_STATUS(complaint_columns_evaluate(NULL, &asked, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_columns_evaluate(workspace, NULL, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	fact.name = 4000;
	CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, &place),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_NUMBER(place, 0);
	fact.name = COMPLAINT_FACT_ABOUT_POLICY_CONTENT;
	fact.kind = COMPLAINT_KIND_DAYS32;
	CHECK_STATUS(verdict_with(set, fact, 1, truths, NULL), COMPLAINT_ERR_WRONG_TYPE);
	fact.kind = 99;
	CHECK_STATUS(verdict_with(set, fact, 1, truths, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	fact.kind = COMPLAINT_KIND_BYTES;
	fact.values = NULL;
	CHECK_STATUS(verdict_with(set, fact, 1, truths, NULL), COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("a landlord whom no policy knows is named, behind columns and outputs");
	fact.values = &byte;
	asked.landlords = strangers;
	asked.landlord_count = COUNT_OF(strangers);
	CHECK_STATUS(complaint_columns_evaluate(workspace, &asked, NULL, &place),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_NUMBER(place, 2);
	complaint_answer_free(workspace);
}

static complaint_status columns_anew(void *context)
{
	struct complaint_column columns[32];
	struct complaint_output outputs[OUTPUTS];
	struct complaint_columns asked;
	struct complaint_answer *workspace = NULL;
	complaint_status status = complaint_answer_new(&workspace);

	make_outputs(outputs, values);
	asked = request(context, 20, columns, make_columns(columns, rows), outputs, OUTPUTS);
	if (status == COMPLAINT_OK)
		status = complaint_columns_evaluate(workspace, &asked, NULL, NULL);
	complaint_answer_free(workspace);
	return status;
}

int main(void)
{
	struct complaint_set *set = load_set();

	rows_equal_cases(set);
	allocations_are_constant(set);
	pieces_equal_the_whole(set);
	days_of_either_width(set);
	bits_and_masks(set);
	a_bad_row_is_alone(set);
	bad_calls(set);
	test_case("each allocation of a batch may fail");
	CHECK(test_each_allocation(columns_anew, set, COMPLAINT_OK) > 10);
	complaint_set_free(set);
	return test_finish();
}
