/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include "write/words.h"

static void write_lateness(struct cmpl_json *json, const char *key,
			   const struct complaint_deadline *deadline, int32_t against)
{
	int32_t days = 0, working_days = 0;
	complaint_moment seconds = 0;

	if (complaint_deadline_get_lateness(deadline, against, &days, &working_days, &seconds) !=
	    COMPLAINT_OK)
		return;
	cmpl_json_open(json, key, '{');
	cmpl_json_number(json, "days", days);
	if (working_days >= 0)
		cmpl_json_number(json, "working-days", working_days);
	if (seconds >= 0)
		cmpl_json_number(json, "seconds", seconds);
	cmpl_json_close(json, '}');
}

/* The keys of `expect`, and what is special about the dates they give. */
static void write_core(struct cmpl_json *json, const struct complaint_deadline *deadline)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);
	int32_t flags = complaint_deadline_get_flags(deadline);
	int32_t date_flags = complaint_date_get_flags(due);

	if (flags & COMPLAINT_DEADLINE_BY_DAY)
		date_flags |= COMPLAINT_DATE_BY_DAY;
	cmpl_json_text(json, "state", cmpl_word_duty_state(complaint_deadline_get_state(deadline)));
	cmpl_write_date(json, "due", due);
	cmpl_write_date_flags(json, date_flags);
	cmpl_write_flag(json, "beyond-tiers", flags, COMPLAINT_DEADLINE_BEYOND_TIERS);
	cmpl_write_flag(json, "told-late", flags, COMPLAINT_DEADLINE_TOLD_LATE);
	cmpl_write_flag(json, "host-reading", flags, COMPLAINT_DEADLINE_HOST_READING);
	cmpl_write_flag(json, "stage-unknown", flags, COMPLAINT_DEADLINE_STAGE_UNKNOWN);
	cmpl_write_flag(json, "route-undetermined", flags, COMPLAINT_DEADLINE_ROUTE_UNDETERMINED);
	cmpl_write_flag(json, "window-unknown", flags, COMPLAINT_DEADLINE_WINDOW_UNKNOWN);
	cmpl_write_optional(json, "cause", cmpl_word_cause(complaint_deadline_get_cause(deadline)));
}

static void write_dates(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	static const struct {
		const char *key;
		int32_t which;
	} dates[] = {
		{ "policy-due", COMPLAINT_DEADLINE_POLICY_DUE },
		{ "extended-due", COMPLAINT_DEADLINE_EXTENDED_DUE },
		{ "promised-due", COMPLAINT_DEADLINE_PROMISED_DUE },
		{ "done", COMPLAINT_DEADLINE_DONE },
		{ "anchor-date", COMPLAINT_DEADLINE_ANCHOR },
		{ "before-date", COMPLAINT_DEADLINE_BEFORE },
	};
	static const struct {
		const char *key;
		int32_t against;
	} latenesses[] = {
		{ "late", COMPLAINT_DEADLINE_DUE },
		{ "late-against-policy", COMPLAINT_DEADLINE_POLICY_DUE },
		{ "late-against-extended", COMPLAINT_DEADLINE_EXTENDED_DUE },
		{ "late-against-promise", COMPLAINT_DEADLINE_PROMISED_DUE },
	};

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		cmpl_write_date(&report->json, dates[i].key,
				complaint_deadline_get_date(deadline, dates[i].which));
	for (size_t i = 0; i < sizeof(latenesses) / sizeof(latenesses[0]); i++)
		write_lateness(&report->json, latenesses[i].key, deadline, latenesses[i].against);
}

/* What is counted: limit, anchor, the event that fulfils it. Under a reading: as that reads it. */
static void write_rule(struct cmpl_report *report, const struct complaint_deadline *deadline,
		       uint32_t reading)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;
	uint32_t rule = complaint_deadline_get_rule(deadline);
	uint32_t from = complaint_deadline_get_projected_from(deadline);

	cmpl_write_limit(json, "within", policy, rule, reading, COMPLAINT_LIMIT_WITHIN);
	cmpl_write_anchor(json, "after", policy, rule, reading, COMPLAINT_ANCHOR_AFTER);
	cmpl_write_anchor(json, "before", policy, rule, reading, COMPLAINT_ANCHOR_BEFORE);
	cmpl_write_optional(
		json, "done-by",
		complaint_policy_get_rule_name(policy, rule, reading, COMPLAINT_NAME_DONE_BY));
	cmpl_write_optional(json, "projected-from", cmpl_rule_name(policy, from));
}

static void write_duty(struct cmpl_report *report, uint32_t rule, uint32_t reading)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;
	size_t count = complaint_policy_rule_notice_count(policy, rule);
	int32_t verb = complaint_policy_get_rule_verb(policy, rule);
	uint32_t owner = complaint_policy_get_rule_owner(policy, rule);

	cmpl_write_rule_words(json, policy, rule, reading);
	cmpl_write_optional(json, "place",
			    cmpl_word_place(complaint_policy_get_rule_place(policy, rule)));
	cmpl_write_optional(json, "of", cmpl_rule_name(policy, owner));
	cmpl_write_optional(
		json, "by",
		complaint_policy_get_rule_text(policy, rule, reading, COMPLAINT_TEXT_BY));
	if (verb != COMPLAINT_VERB_NONE)
		cmpl_write_optional(json, cmpl_word_verb(verb),
				    complaint_policy_get_rule_text(policy, rule, reading,
								   verb == COMPLAINT_VERB_REFER_TO
									   ? COMPLAINT_TEXT_REFER_TO
									   : COMPLAINT_TEXT_WHOM));
	if (count == 0)
		return;
	cmpl_json_open(json, "about", '[');
	for (size_t i = 0; i < count; i++)
		cmpl_json_text(json, NULL, complaint_policy_get_rule_notice(policy, rule, i));
	cmpl_json_close(json, ']');
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
		cmpl_json_text(&report->json, NULL,
			       cmpl_rule_name(report->policy,
					      complaint_deadline_get_rests_on(deadline, i)));
	cmpl_json_close(&report->json, ']');
}

static void write_reading(struct cmpl_report *report, const struct complaint_deadline *reading)
{
	const char *label = complaint_deadline_get_reading_label(reading);
	uint32_t rule = complaint_deadline_get_rule(reading);

	cmpl_json_open(&report->json, label, '{');
	write_core(&report->json, reading);
	write_dates(report, reading);
	write_rule(report, reading, cmpl_reading_number(report->policy, rule, label));
	if (report->detail >= COMPLAINT_DETAIL_WORKING)
		write_working(report, reading);
	cmpl_json_close(&report->json, '}');
}

static void write_details(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	uint32_t reading = cmpl_reading_used(report, rule, NULL);
	size_t count = complaint_deadline_reading_count(deadline);

	write_dates(report, deadline);
	write_rule(report, deadline, reading);
	write_duty(report, rule, reading);
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
		uint32_t rule = complaint_deadline_get_rule(deadline);

		cmpl_json_open(&report->json, cmpl_rule_name(report->policy, rule), '{');
		write_core(&report->json, deadline);
		if (report->detail > COMPLAINT_DETAIL_VERDICT)
			write_details(report, deadline);
		cmpl_json_close(&report->json, '}');
	}
	cmpl_json_close(&report->json, '}');
}
