/* SPDX-License-Identifier: MIT */
/* What it costs when a policy grows: more exclusions, more stages and duties, deeper conditions. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "made_policy.h"

static const struct {
	const char *name;
	struct made_policy size;
	int32_t questions;
	double units; /* what the cost is divided by */
	const char *unit;
} steps[] = {
#define EXCLUSIONS(count)                                                                          \
	{                                                                                          \
		"growth/exclusions-" #count, { .exclusions = count, .stages = 1, .facts = 100 },   \
			COMPLAINT_ASK_ELIGIBILITY, count, "nanoseconds an exclusion"               \
	}
#define STAGES(count)                                                                              \
	{                                                                                          \
		"growth/stages-" #count, { .stages = count, .facts = 2 }, COMPLAINT_ASK_STANDING,  \
			count, "nanoseconds a stage"                                               \
	}
#define DUTIES(count)                                                                              \
	{                                                                                          \
		"growth/duties-" #count, { .stages = 1, .duties = count - 1, .facts = 2 },         \
			COMPLAINT_ASK_DEADLINES, count, "nanoseconds a duty"                       \
	}
#define NESTED(depth)                                                                              \
	{                                                                                          \
		"growth/nested-" #depth,                                                           \
			{ .exclusions = 50, .stages = 1, .nested = depth, .facts = 100 },          \
			COMPLAINT_ASK_ELIGIBILITY, 50.0 * (depth + 1), "nanoseconds a leaf"        \
	}
	EXCLUSIONS(10), EXCLUSIONS(30), EXCLUSIONS(100), EXCLUSIONS(300), EXCLUSIONS(1000),
	STAGES(1),      STAGES(5),      STAGES(20),      STAGES(50),      DUTIES(1),
	DUTIES(5),      DUTIES(20),     DUTIES(50),      NESTED(0),       NESTED(4),
	NESTED(8),      NESTED(11),
};

static struct complaint_answer *answer;
static struct complaint_case *given;
static int32_t questions;
static const struct complaint_options verdict = { .size = sizeof(verdict),
						  .detail = COMPLAINT_DETAIL_VERDICT,
						  .without_readings = 1 };

static void run(void)
{
	complaint_answer_evaluate(answer, given, questions, &verdict);
}

/* Even own facts false and odd ones true, every stage begun and not ended. */
static void fill(const struct complaint_set *set, const struct made_policy *size)
{
	char name[64];

	for (size_t i = 0; i < size->facts; i++) {
		snprintf(name, sizeof(name), "own-fact-%zu", i);
		if (complaint_set_find_fact(set, name, COMPLAINT_NUL_TERMINATED) != COMPLAINT_NONE)
			complaint_case_set_fact(given, name, COMPLAINT_NUL_TERMINATED,
						i % 2 ? COMPLAINT_TRUE : COMPLAINT_FALSE);
	}
	for (size_t i = 0; i < size->stages; i++) {
		snprintf(name, sizeof(name), "begun-%zu", i);
		complaint_case_set_event_day(given, name, COMPLAINT_NUL_TERMINATED, 19300);
	}
	complaint_case_set_event_day_at(given, COMPLAINT_EVENT_COMPLAINT_RECEIVED, 19300);
	complaint_case_set_now_day(given, 19302);
}

static bool is_right(const struct made_policy *size)
{
	if (questions == COMPLAINT_ASK_ELIGIBILITY) {
		const struct complaint_eligibility *is = complaint_answer_get_eligibility(answer);

		return complaint_eligibility_verdict_count(is) == size->exclusions &&
		       complaint_eligibility_get_outcome(is) == COMPLAINT_OUTCOME_ACCEPTED;
	}
	return complaint_answer_deadline_count(answer) == size->stages * (size->duties + 1);
}

static bool measure(size_t step)
{
	struct complaint_policy *policy = NULL;
	struct complaint_set *set = NULL;
	size_t length = 0;
	char *text = made_policy_text(&steps[step].size, &length);
	bool right = text &&
		     complaint_policy_load_memory("made.yaml", text, length, NULL, 0, &policy,
						  NULL) == COMPLAINT_OK &&
		     complaint_set_new((const struct complaint_policy *const *)&policy, 1, &set,
				       NULL) == COMPLAINT_OK &&
		     complaint_case_new(set, &given) == COMPLAINT_OK &&
		     complaint_answer_new(&answer) == COMPLAINT_OK;

	questions = steps[step].questions;
	if (right) {
		fill(set, &steps[step].size);
		run();
		right = is_right(&steps[step].size);
	}
	if (right)
		bench_figure(steps[step].name, bench_median(run) / steps[step].units,
			     steps[step].unit);
	else
		bench_wrong("%s: wrong answers", steps[step].name);
	complaint_answer_free(answer);
	complaint_case_free(given);
	complaint_set_free(set);
	complaint_policy_free(policy);
	free(text);
	answer = NULL;
	given = NULL;
	return right;
}

static bool report(void)
{
	bool right = true;

	for (size_t i = 0; i < COUNT_OF(steps); i++)
		right = measure(i) && right;
	return right;
}

const struct bench_group bench_growth_group = { "growth", NULL, 0, report };
