/* SPDX-License-Identifier: MIT */
/*
 * The short ways find what the long ones find. A duty is worked out shortly where a case has
 * nothing but events: with a promise beside, which changes no date, every duty goes the long way.
 * And what a reading beside the main answer takes over from it is what the case says that chose
 * that reading.
 */
#include <string.h>

#include <complaint/complaint.h>

#include "support/test.h"

#define WHOLE COMPLAINT_NUL_TERMINATED
#define CASES 60

static const char *const policy_paths[] = {
	"rules/brighter-places/2022-08/policy.yaml",
	"rules/livewest/2018-10/policy.yaml",
	"rules/livewest/2020-06/policy.yaml",
	"rules/settle/2020-10/policy.yaml",
	"rules/trafford-housing-trust/2020-10/policy.yaml",
	"tests/model/policies/chains.yaml",
	"tests/model/policies/counting.yaml",
	"tests/model/policies/plain.yaml",
};

#define FACTS 128
#define EVENTS 64

/* One policy, and a case drawn for it: truths, and days or COMPLAINT_EVENT_STATE_* below them. */
struct bench {
	struct complaint_set *set;
	const struct complaint_policy *policy;
	struct complaint_case *plain, *other;
	struct complaint_answer *one, *two;
	uint64_t random;
	int32_t facts[FACTS];
	complaint_day events[EVENTS], now; /* 0: not given */
};

static struct complaint_options whole = { .size = sizeof(whole),
					  .detail = COMPLAINT_DETAIL_ANSWER };
/*
 * The policies' calendars with years behind the published ones: what is due there is provisional.
 */
static struct complaint_calendar_entry projected[] = {
	{ .size = sizeof(projected[0]), .name = "england-and-wales" },
};

static void open_bench(struct bench *bench, const char *path)
{
	struct complaint_policy *policy = NULL;

	memset(bench, 0, sizeof(*bench));
	CHECK(complaint_vocabulary_count(COMPLAINT_LIST_FACTS) <= FACTS);
	CHECK(complaint_vocabulary_count(COMPLAINT_LIST_EVENTS) <= EVENTS);
	bench->random = 20220919;
	CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, NULL), COMPLAINT_OK);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)&policy, 1,
				       &bench->set, NULL),
		     COMPLAINT_OK);
	complaint_policy_free(policy);
	bench->policy = complaint_set_get_policy(bench->set, 0);
	CHECK_STATUS(complaint_case_new(bench->set, &bench->plain), COMPLAINT_OK);
	CHECK_STATUS(complaint_case_new(bench->set, &bench->other), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_new(&bench->one), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_new(&bench->two), COMPLAINT_OK);
}

static void close_bench(struct bench *bench)
{
	complaint_answer_free(bench->two);
	complaint_answer_free(bench->one);
	complaint_case_free(bench->other);
	complaint_case_free(bench->plain);
	complaint_set_free(bench->set);
}

/* --- the same case as often as it is wanted ---------------------------------------------- */

static int32_t draw_fact(struct bench *bench)
{
	static const int32_t truths[] = { COMPLAINT_TRUTH_NOT_GIVEN,
					  COMPLAINT_TRUTH_NOT_GIVEN,
					  COMPLAINT_FALSE,
					  COMPLAINT_FALSE,
					  COMPLAINT_FALSE,
					  COMPLAINT_TRUE,
					  COMPLAINT_TRUE,
					  COMPLAINT_UNKNOWN };

	return truths[test_random(&bench->random) % COUNT_OF(truths)];
}

static complaint_day draw_event(struct bench *bench, complaint_day day)
{
	switch (test_random(&bench->random) % 9) {
	case 0:
	case 1:
	case 2: return 0;
	case 3: return -COMPLAINT_EVENT_STATE_NOT_YET;
	case 4: return -COMPLAINT_EVENT_STATE_UNKNOWN;
	default: return day + (complaint_day)(test_random(&bench->random) % 30);
	}
}

/* A refusal or a closing now and then; every fourth case asks what holds without `now`. */
static void draw(struct bench *bench, complaint_day from)
{
	complaint_day day = from + (complaint_day)(test_random(&bench->random) % 1200);

	for (uint32_t i = 0; i < complaint_vocabulary_count(COMPLAINT_LIST_FACTS); i++)
		bench->facts[i] = draw_fact(bench);
	for (uint32_t i = 0; i < complaint_vocabulary_count(COMPLAINT_LIST_EVENTS); i++)
		bench->events[i] = draw_event(bench, day);
	if (test_random(&bench->random) % 3)
		bench->events[COMPLAINT_EVENT_COMPLAINT_REFUSED] =
			bench->events[COMPLAINT_EVENT_COMPLAINT_CLOSED] = 0;
	bench->now = test_random(&bench->random) % 4
			     ? day + (complaint_day)(test_random(&bench->random) % 90)
			     : 0;
}

static void fill(const struct bench *bench, struct complaint_case *given)
{
	complaint_case_clear(given);
	for (uint32_t i = 0; i < complaint_vocabulary_count(COMPLAINT_LIST_FACTS); i++)
		if (complaint_vocabulary_get_type(i) == COMPLAINT_TYPE_TRUE_FALSE)
			CHECK_STATUS(complaint_case_set_fact_at(given, i, bench->facts[i]),
				     COMPLAINT_OK);
	for (uint32_t i = 0; i < complaint_vocabulary_count(COMPLAINT_LIST_EVENTS); i++) {
		complaint_day day = bench->events[i];

		if (day > 0)
			CHECK_STATUS(complaint_case_set_event_day_at(given, i, day), COMPLAINT_OK);
		else if (day < 0)
			CHECK_STATUS(complaint_case_set_event_state_at(given, i, -day),
				     COMPLAINT_OK);
	}
	if (bench->now > 0)
		CHECK_STATUS(complaint_case_set_now_day(given, bench->now), COMPLAINT_OK);
}

/* --- duties, with and without a promise ------------------------------------------------------ */

static void compare_dates(const struct complaint_deadline *a, const struct complaint_deadline *b,
			  int32_t which)
{
	char one[80] = "", two[80] = "";

	CHECK_STATUS(
		complaint_date_get_text(complaint_deadline_get_date(a, which), one, sizeof(one)),
		COMPLAINT_OK);
	CHECK_STATUS(
		complaint_date_get_text(complaint_deadline_get_date(b, which), two, sizeof(two)),
		COMPLAINT_OK);
	CHECK_TEXT(one, two);
	CHECK_NUMBER(complaint_date_get_kind(complaint_deadline_get_date(a, which)),
		     complaint_date_get_kind(complaint_deadline_get_date(b, which)));
	CHECK_NUMBER(complaint_date_get_flags(complaint_deadline_get_date(a, which)),
		     complaint_date_get_flags(complaint_deadline_get_date(b, which)));
	CHECK_NUMBER(complaint_date_get_close_of_business(complaint_deadline_get_date(a, which)),
		     complaint_date_get_close_of_business(complaint_deadline_get_date(b, which)));
}

static void compare_deadlines(const struct complaint_deadline *a,
			      const struct complaint_deadline *b)
{
	static const int32_t dates[] = {
		COMPLAINT_DEADLINE_DUE,          COMPLAINT_DEADLINE_POLICY_DUE,
		COMPLAINT_DEADLINE_EXTENDED_DUE, COMPLAINT_DEADLINE_DONE,
		COMPLAINT_DEADLINE_ANCHOR,       COMPLAINT_DEADLINE_BEFORE
	};

	CHECK_NUMBER(complaint_deadline_get_state(a), complaint_deadline_get_state(b));
	CHECK_NUMBER(complaint_deadline_get_cause(a), complaint_deadline_get_cause(b));
	CHECK_NUMBER(complaint_deadline_get_flags(a), complaint_deadline_get_flags(b));
	for (size_t i = 0; i < COUNT_OF(dates); i++)
		compare_dates(a, b, dates[i]);
	CHECK_NUMBER(complaint_deadline_reading_count(a), complaint_deadline_reading_count(b));
	for (size_t i = 0; i < complaint_deadline_reading_count(a); i++)
		compare_deadlines(complaint_deadline_get_reading(a, i),
				  complaint_deadline_get_reading(b, i));
}

/* The last duty of the policy: that it is promised for some day changes no date of any. */
static const char *some_duty(const struct complaint_policy *policy)
{
	const char *id = NULL;

	for (uint32_t i = 0; i < complaint_policy_rule_count(policy); i++)
		if (complaint_policy_get_rule_kind(policy, i) == COMPLAINT_RULE_DUTY)
			id = complaint_policy_get_rule_id(policy, i);
	return id;
}

static void check_duties(struct bench *bench)
{
	const char *promised = some_duty(bench->policy);

	fill(bench, bench->plain);
	fill(bench, bench->other);
	CHECK_STATUS(complaint_case_add_promise(bench->other, promised, WHOLE, 19000),
		     COMPLAINT_OK);
	CHECK_STATUS(
		complaint_answer_evaluate(bench->one, bench->plain, COMPLAINT_ASK_STANDING, &whole),
		COMPLAINT_OK);
	CHECK_STATUS(
		complaint_answer_evaluate(bench->two, bench->other, COMPLAINT_ASK_STANDING, &whole),
		COMPLAINT_OK);
	CHECK_NUMBER(complaint_answer_deadline_count(bench->one),
		     complaint_answer_deadline_count(bench->two));
	for (size_t i = 0; i < complaint_answer_deadline_count(bench->one); i++)
		compare_deadlines(complaint_answer_get_deadline(bench->one, i),
				  complaint_answer_get_deadline(bench->two, i));
	CHECK_NUMBER(complaint_standing_get_state(complaint_answer_get_standing(bench->one)),
		     complaint_standing_get_state(complaint_answer_get_standing(bench->two)));
	CHECK_NUMBER(complaint_standing_overdue_count(complaint_answer_get_standing(bench->one)),
		     complaint_standing_overdue_count(complaint_answer_get_standing(bench->two)));
}

/*
 * --- readings, beside the answer and chosen -----------------------------------------------------
 */

static void compare_questions(const struct complaint_eligibility *a,
			      const struct complaint_eligibility *b)
{
	CHECK_NUMBER(complaint_eligibility_question_count(a),
		     complaint_eligibility_question_count(b));
	for (size_t i = 0; i < complaint_eligibility_question_count(a); i++) {
		CHECK_TEXT(complaint_eligibility_get_question_name(a, i),
			   complaint_eligibility_get_question_name(b, i));
		CHECK_NUMBER(complaint_eligibility_get_question_weight(a, i),
			     complaint_eligibility_get_question_weight(b, i));
	}
}

static void compare_verdicts(const struct complaint_eligibility *a,
			     const struct complaint_eligibility *b)
{
	CHECK_NUMBER(complaint_eligibility_verdict_count(a),
		     complaint_eligibility_verdict_count(b));
	for (size_t i = 0; i < complaint_eligibility_verdict_count(a); i++) {
		CHECK_NUMBER(complaint_eligibility_get_verdict_rule(a, i),
			     complaint_eligibility_get_verdict_rule(b, i));
		CHECK_NUMBER(complaint_eligibility_get_verdict_truth(a, i),
			     complaint_eligibility_get_verdict_truth(b, i));
	}
}

static void check_reading(struct bench *bench, const struct complaint_eligibility *reading)
{
	const struct complaint_eligibility *chosen;
	uint32_t rule = complaint_eligibility_get_reading_rule(reading);

	fill(bench, bench->other);
	CHECK_STATUS(complaint_case_add_reading(
			     bench->other, complaint_policy_get_rule_id(bench->policy, rule), WHOLE,
			     complaint_eligibility_get_reading_label(reading), WHOLE),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(bench->two, bench->other, COMPLAINT_ASK_ELIGIBILITY,
					       &whole),
		     COMPLAINT_OK);
	chosen = complaint_answer_get_eligibility(bench->two);
	CHECK_NUMBER(complaint_eligibility_get_outcome(reading),
		     complaint_eligibility_get_outcome(chosen));
	CHECK_NUMBER(complaint_eligibility_get_decider(reading),
		     complaint_eligibility_get_decider(chosen));
	CHECK_NUMBER(complaint_eligibility_get_route_state(reading),
		     complaint_eligibility_get_route_state(chosen));
	CHECK_NUMBER(complaint_eligibility_get_route(reading),
		     complaint_eligibility_get_route(chosen));
	CHECK_NUMBER(complaint_eligibility_undecided_count(reading),
		     complaint_eligibility_undecided_count(chosen));
	compare_verdicts(reading, chosen);
	compare_questions(reading, chosen);
}

static size_t check_readings(struct bench *bench)
{
	const struct complaint_eligibility *main_one;

	fill(bench, bench->plain);
	CHECK_STATUS(complaint_answer_evaluate(bench->one, bench->plain, COMPLAINT_ASK_ELIGIBILITY,
					       &whole),
		     COMPLAINT_OK);
	main_one = complaint_answer_get_eligibility(bench->one);
	for (size_t i = 0; i < complaint_eligibility_reading_count(main_one); i++)
		check_reading(bench, complaint_eligibility_get_reading(main_one, i));
	return complaint_eligibility_reading_count(main_one);
}

static void try_duties(const char *path, complaint_day from)
{
	struct bench bench;

	open_bench(&bench, path);
	test_case("a promise changes no date: %s, from day %d", path, from);
	for (size_t i = 0; i < CASES; i++) {
		draw(&bench, from);
		check_duties(&bench);
	}
	close_bench(&bench);
}

/* Round 31 December 2028, the last published day, and behind it. */
static void try_projected(void)
{
	struct complaint_calendar *published = NULL, *longer = NULL;

	test_case("a calendar can be projected");
	CHECK_STATUS(complaint_calendar_load_bundled("england-and-wales", WHOLE, &published),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_calendar_project(published, 2034, &longer), COMPLAINT_OK);
	projected[0].calendar = longer;
	whole.calendars = projected;
	whole.calendar_count = COUNT_OF(projected);
	try_duties("rules/brighter-places/2022-08/policy.yaml", 21200);
	try_duties("tests/model/policies/plain.yaml", 21200);
	whole.calendars = NULL;
	whole.calendar_count = 0;
	complaint_calendar_free(longer);
	complaint_calendar_free(published);
}

static size_t try_readings(const char *path)
{
	struct bench bench;
	size_t readings = 0;

	open_bench(&bench, path);
	test_case("a reading beside the answer says what choosing it says: %s", path);
	for (size_t i = 0; i < CASES; i++) {
		draw(&bench, 18600);
		readings += check_readings(&bench);
	}
	close_bench(&bench);
	return readings;
}

/* No extension was made, so nothing in its tiers is owed; why not, their reading decides. */
static void try_other_tiers(void)
{
	struct bench bench;
	size_t other = 0, none_made = 0;

	open_bench(&bench, "rules/brighter-places/2022-08/policy.yaml");
	test_case("of tiers that a reading has put others in the place of that is the cause");
	CHECK_STATUS(complaint_case_add_reading(bench.plain, "stage-1", WHOLE,
						"twenty-calendar-days", WHOLE),
		     COMPLAINT_OK);
	CHECK_STATUS(
		complaint_answer_evaluate(bench.one, bench.plain, COMPLAINT_ASK_DEADLINES, &whole),
		COMPLAINT_OK);
	for (size_t i = 0; i < complaint_answer_deadline_count(bench.one); i++) {
		const struct complaint_deadline *deadline =
			complaint_answer_get_deadline(bench.one, i);
		const char *id = complaint_policy_get_rule_id(
			bench.policy, complaint_deadline_get_rule(deadline));
		int32_t cause = complaint_deadline_get_cause(deadline);

		if (strcmp(id, "ombudsman-for-stage-1-time") == 0) {
			CHECK_NUMBER(cause, COMPLAINT_CAUSE_OTHER_READING);
			other++;
		} else if (strcmp(id, "ombudsman-for-over-20-calendar-days") == 0) {
			CHECK_NUMBER(cause, COMPLAINT_CAUSE_NO_EXTENSION_MADE);
			none_made++;
		}
	}
	CHECK_NUMBER(other, 1);
	CHECK_NUMBER(none_made, 1);
	close_bench(&bench);
}

int main(void)
{
	size_t readings = 0;

	for (size_t p = 0; p < COUNT_OF(policy_paths); p++) {
		try_duties(policy_paths[p], 18600);
		readings += try_readings(policy_paths[p]);
	}
	test_case("there were readings to compare");
	CHECK(readings > CASES, "%zu", readings);
	try_projected();
	try_other_tiers();
	return test_finish();
}
