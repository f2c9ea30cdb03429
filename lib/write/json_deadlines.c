/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include "policy/view.h"
#include "policy/words.h"

/* Against one of its limits; as against the limit before it, when they are the same. */
struct lateness {
	const struct complaint_date *due;
	complaint_status status;
	int32_t days, working_days;
	complaint_moment seconds;
};

static bool is_same(const struct complaint_date *one, const struct complaint_date *other)
{
	return one && one->kind == other->kind && one->first == other->first &&
	       one->last == other->last && one->flags == other->flags && one->zone == other->zone &&
	       one->close_of_business == other->close_of_business;
}

static void write_lateness(struct cmpl_json *json, const char *key, size_t key_length,
			   const struct complaint_deadline *deadline, int32_t against,
			   struct lateness *late)
{
	const struct complaint_date *due = complaint_deadline_get_date(deadline, against);

	if (!is_same(late->due, due))
		late->status = complaint_deadline_get_lateness(deadline, against, &late->days,
							       &late->working_days, &late->seconds);
	late->due = due;
	if (late->status != COMPLAINT_OK)
		return;
	cmpl_json_put_open(json, key, key_length, '{');
	cmpl_json_put_large(json, CMPL_KEY("days"), late->days);
	if (late->working_days >= 0)
		cmpl_json_put_large(json, CMPL_KEY("working-days"), late->working_days);
	if (late->seconds >= 0)
		cmpl_json_put_large(json, CMPL_KEY("seconds"), late->seconds);
	cmpl_json_put_close(json, '}');
}

static const struct complaint_date none = { .close_of_business = -1 };

/* The keys of `expect`, and what is special about the dates they give. */
static void write_core(struct cmpl_json *json, const struct complaint_deadline *deadline)
{
	const struct complaint_date *due = deadline->dated ? &deadline->due : &none;
	int32_t flags = deadline->flags, date_flags = due->flags;

	if (flags & COMPLAINT_DEADLINE_BY_DAY)
		date_flags |= COMPLAINT_DATE_BY_DAY;
	cmpl_put_word(json, CMPL_KEY("state"), cmpl_word_duty_state(deadline->state));
	cmpl_put_date(json, CMPL_KEY("due"), due);
	if (date_flags)
		cmpl_write_date_flags(json, date_flags);
	if (flags) {
		cmpl_write_flag(json, "beyond-tiers", flags, COMPLAINT_DEADLINE_BEYOND_TIERS);
		cmpl_write_flag(json, "told-late", flags, COMPLAINT_DEADLINE_TOLD_LATE);
		cmpl_write_flag(json, "host-reading", flags, COMPLAINT_DEADLINE_HOST_READING);
		cmpl_write_flag(json, "stage-unknown", flags, COMPLAINT_DEADLINE_STAGE_UNKNOWN);
		cmpl_write_flag(json, "route-undetermined", flags,
				COMPLAINT_DEADLINE_ROUTE_UNDETERMINED);
		cmpl_write_flag(json, "window-unknown", flags, COMPLAINT_DEADLINE_WINDOW_UNKNOWN);
	}
	cmpl_put_word(json, CMPL_KEY("cause"), cmpl_word_cause(deadline->cause));
}

static void write_dates(struct cmpl_json *json, const struct complaint_deadline *deadline)
{
	static const char nothing[] = "\"policy-due\":null,\"extended-due\":null,"
				      "\"promised-due\":null,\"done\":null,"
				      "\"anchor-date\":null,\"before-date\":null";
	struct lateness late = { .due = NULL };

	if (!deadline->dated) { /* what is not owed */
		cmpl_json_put_literal(json, CMPL_NO_KEY, nothing, sizeof(nothing) - 1);
		return;
	}
	cmpl_put_date(json, CMPL_KEY("policy-due"), &deadline->policy_due);
	cmpl_put_date(json, CMPL_KEY("extended-due"), &deadline->extended_due);
	cmpl_put_date(json, CMPL_KEY("promised-due"), &deadline->promised_due);
	cmpl_put_date(json, CMPL_KEY("done"), &deadline->done);
	cmpl_put_date(json, CMPL_KEY("anchor-date"), &deadline->run_from);
	cmpl_put_date(json, CMPL_KEY("before-date"), &deadline->before);
	write_lateness(json, CMPL_KEY("late"), deadline, COMPLAINT_DEADLINE_DUE, &late);
	write_lateness(json, CMPL_KEY("late-against-policy"), deadline,
		       COMPLAINT_DEADLINE_POLICY_DUE, &late);
	write_lateness(json, CMPL_KEY("late-against-extended"), deadline,
		       COMPLAINT_DEADLINE_EXTENDED_DUE, &late);
	write_lateness(json, CMPL_KEY("late-against-promise"), deadline,
		       COMPLAINT_DEADLINE_PROMISED_DUE, &late);
}

/* What is counted: limit, anchor, the event that fulfils it. Under a reading: as that reads it. */
static void write_counting(struct cmpl_report *report, const struct complaint_deadline *deadline,
			   const struct cmpl_duty *duty)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;

	if (!cmpl_put_ready(json, policy, duty->counting_phrase))
		cmpl_phrase_duty_counting(json, policy, duty);
	if (deadline->projected_from != CMPL_NONE)
		cmpl_json_put_phrase(
			json, CMPL_KEY("projected-from"),
			cmpl_rule_phrase(policy, policy->duties[deadline->projected_from].rule));
}

/* Its words, where it stands, and what is said to whom. */
static void write_words(struct cmpl_report *report, const struct cmpl_duty *duty, uint32_t reading)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;

	cmpl_phrase_rule_head(json, policy, &policy->rules[duty->rule]);
	if (!cmpl_put_ready(json, policy, duty->tail_phrase))
		cmpl_phrase_duty_tail(
			json, policy, duty,
			complaint_policy_get_rule_reading_strength(policy, duty->rule, reading));
}

static void write_why(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_reason_count(deadline);

	if (count == 0)
		return;
	cmpl_json_open(&report->json, "why", '[');
	for (size_t i = 0; i < count; i++)
		cmpl_write_reason(report, complaint_deadline_get_reason(deadline, i));
	cmpl_json_close(&report->json, ']');
}

static void write_working(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_deadline_working_count(deadline);
	complaint_day day = 0;

	if (count == 0)
		return;
	cmpl_json_open(json, "working", '[');
	for (size_t i = 0; i < count; i++) {
		if (complaint_deadline_get_working_day(deadline, i, &day) == COMPLAINT_OK)
			cmpl_write_working(json, day,
					   complaint_deadline_get_working_number(deadline, i),
					   complaint_deadline_get_working_text(deadline, i));
	}
	cmpl_json_close(json, ']');
}

static void write_rests_on(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_rests_on_count(deadline);

	if (count == 0)
		return;
	cmpl_json_open(&report->json, "rests-on", '[');
	for (size_t i = 0; i < count; i++)
		cmpl_json_put_phrase(
			&report->json, CMPL_NO_KEY,
			cmpl_rule_phrase(report->policy,
					 complaint_deadline_get_rests_on(deadline, i)));
	cmpl_json_close(&report->json, ']');
}

static void write_reading(struct cmpl_report *report, const struct complaint_deadline *reading)
{
	const char *label = complaint_deadline_get_reading_label(reading);
	uint32_t rule = complaint_deadline_get_rule(reading);

	cmpl_json_open(&report->json, label, '{');
	write_core(&report->json, reading);
	write_dates(&report->json, reading);
	write_counting(report, reading,
		       cmpl_view_duty(report->policy, rule,
				      cmpl_reading_number(report->policy, rule, label)));
	if (report->detail >= COMPLAINT_DETAIL_WORKING)
		write_working(report, reading);
	cmpl_json_close(&report->json, '}');
}

static void write_details(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	uint32_t reading = cmpl_reading_chosen(report, rule);
	const struct cmpl_duty *duty = cmpl_view_duty(report->policy, rule, reading);
	size_t count = complaint_deadline_reading_count(deadline);

	write_dates(&report->json, deadline);
	write_counting(report, deadline, duty);
	write_words(report, duty, reading);
	write_why(report, deadline);
	write_rests_on(report, deadline);
	if (report->detail >= COMPLAINT_DETAIL_WORKING)
		write_working(report, deadline);
	if (count == 0)
		return;
	cmpl_json_open(&report->json, "readings", '{');
	for (size_t i = 0; i < count; i++)
		write_reading(report, complaint_deadline_get_reading(deadline, i));
	cmpl_json_close(&report->json, '}');
}

void cmpl_write_deadlines(struct cmpl_report *report)
{
	size_t count = complaint_answer_deadline_count(report->answer);

	cmpl_json_open(&report->json, "deadlines", '{');
	for (size_t i = 0; i < count; i++) {
		const struct complaint_deadline *deadline =
			complaint_answer_get_deadline(report->answer, i);
		cmpl_json_put_open_phrase(&report->json,
					  cmpl_rule_phrase(report->policy, deadline->rule_of_duty),
					  '{');
		write_core(&report->json, deadline);
		if (report->detail > COMPLAINT_DETAIL_VERDICT)
			write_details(report, deadline);
		cmpl_json_close(&report->json, '}');
	}
	cmpl_json_close(&report->json, '}');
}
