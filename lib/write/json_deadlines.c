/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

#include "policy/view.h"

/* The most that the parts of a deadline take beside texts, names and dates. */
#define CORE_ROOM 512
#define DATES_ROOM 768
#define COUNTED_ROOM 192
#define DUTY_ROOM 160

/* How late against each date. */
#define KEY(key) ",\"" key "\":", sizeof(",\"" key "\":") - 1
static const struct {
	char text[32];
	uint8_t length;
	uint8_t against;
} latenesses[] = {
	{ KEY("late"), COMPLAINT_DEADLINE_DUE },
	{ KEY("late-against-policy"), COMPLAINT_DEADLINE_POLICY_DUE },
	{ KEY("late-against-extended"), COMPLAINT_DEADLINE_EXTENDED_DUE },
	{ KEY("late-against-promise"), COMPLAINT_DEADLINE_PROMISED_DUE },
#undef KEY
};

static char *run_lateness(char *at, const struct complaint_deadline *deadline, size_t which)
{
	int32_t days = 0, working_days = 0;
	complaint_moment seconds = 0;

	if (complaint_deadline_get_lateness(deadline, latenesses[which].against, &days,
					    &working_days, &seconds) != COMPLAINT_OK)
		return at;
	memcpy(at, latenesses[which].text, sizeof(latenesses[which].text));
	at = CMPL_RUN(at + latenesses[which].length, "{\"days\":");
	at = cmpl_run_number(at, days);
	if (working_days >= 0)
		at = cmpl_run_number(CMPL_RUN(at, ",\"working-days\":"), working_days);
	if (seconds >= 0)
		at = cmpl_run_number(CMPL_RUN(at, ",\"seconds\":"), seconds);
	return cmpl_run_sign(at, '}');
}

static void write_dates(struct cmpl_json *json, const struct complaint_deadline *deadline)
{
	size_t room = DATES_ROOM + cmpl_date_room(&deadline->policy_due) +
		      cmpl_date_room(&deadline->extended_due) +
		      cmpl_date_room(&deadline->promised_due) + cmpl_date_room(&deadline->done) +
		      cmpl_date_room(&deadline->run_from) + cmpl_date_room(&deadline->before);
	char *at = cmpl_run_begin(json, room);

	if (!at)
		return;
	at = cmpl_run_date(CMPL_RUN(at, ",\"policy-due\":"), &deadline->policy_due);
	at = cmpl_run_date(CMPL_RUN(at, ",\"extended-due\":"), &deadline->extended_due);
	at = cmpl_run_date(CMPL_RUN(at, ",\"promised-due\":"), &deadline->promised_due);
	at = cmpl_run_date(CMPL_RUN(at, ",\"done\":"), &deadline->done);
	at = cmpl_run_date(CMPL_RUN(at, ",\"anchor-date\":"), &deadline->run_from);
	at = cmpl_run_date(CMPL_RUN(at, ",\"before-date\":"), &deadline->before);
	for (size_t i = 0; i < sizeof(latenesses) / sizeof(latenesses[0]); i++)
		at = run_lateness(at, deadline, i);
	cmpl_run_end(json, at);
}

static void write_no_dates(struct cmpl_json *json)
{
	char *at = cmpl_run_begin(json, DATES_ROOM);

	if (at)
		cmpl_run_end(json, CMPL_RUN(at, ",\"policy-due\":null,\"extended-due\":null,"
						"\"promised-due\":null,\"done\":null,"
						"\"anchor-date\":null,\"before-date\":null"));
}

static char *run_flags(char *at, int32_t flags)
{
	if (flags & COMPLAINT_DEADLINE_BEYOND_TIERS)
		at = CMPL_RUN(at, ",\"beyond-tiers\":true");
	if (flags & COMPLAINT_DEADLINE_TOLD_LATE)
		at = CMPL_RUN(at, ",\"told-late\":true");
	if (flags & COMPLAINT_DEADLINE_HOST_READING)
		at = CMPL_RUN(at, ",\"host-reading\":true");
	if (flags & COMPLAINT_DEADLINE_STAGE_UNKNOWN)
		at = CMPL_RUN(at, ",\"stage-unknown\":true");
	if (flags & COMPLAINT_DEADLINE_ROUTE_UNDETERMINED)
		at = CMPL_RUN(at, ",\"route-undetermined\":true");
	if (flags & COMPLAINT_DEADLINE_WINDOW_UNKNOWN)
		at = CMPL_RUN(at, ",\"window-unknown\":true");
	return at;
}

/*
 * Its key and bracket, the keys of `expect`, and what is special about the dates they give. A key
 * is an id or a label and stands as it is.
 */
static void write_core(struct cmpl_json *json, struct cmpl_slice key,
		       const struct complaint_deadline *deadline)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);
	int32_t date_flags = due->flags;
	char *at = cmpl_run_begin(json, key.length + cmpl_date_room(due) + CORE_ROOM);

	if (!at)
		return;
	if (json->needs_comma)
		*at++ = ',';
	at = cmpl_run_bytes(cmpl_run_sign(at, '"'), key.text, key.length);
	at = cmpl_run_word(CMPL_RUN(at, "\":{\"state\":\""),
			   &cmpl_short_duty_state[deadline->state]);
	at = cmpl_run_date(CMPL_RUN(at, "\",\"due\":"), due);
	if (deadline->flags & COMPLAINT_DEADLINE_BY_DAY)
		date_flags |= COMPLAINT_DATE_BY_DAY;
	if (date_flags != 0)
		at = cmpl_run_date_flags(at, date_flags);
	if (deadline->flags != 0)
		at = run_flags(at, deadline->flags);
	if (deadline->cause != COMPLAINT_CAUSE_NONE)
		at = CMPL_RUN_KEY_WORD(at, "cause", &cmpl_short_cause[deadline->cause]);
	cmpl_run_end(json, at);
}

/* What is counted: limit, anchor, the event that fulfils it. Under a reading: as that reads it. */
static void write_counted(struct cmpl_report *report, const struct complaint_deadline *deadline,
			  const struct cmpl_duty *duty)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_slice done_by = { 0 }, from = { 0 };
	size_t room = COUNTED_ROOM;
	char *at;

	if (duty->done_by != CMPL_NONE)
		done_by = cmpl_policy_name_slice(policy, CMPL_EVENTS, duty->done_by);
	if (deadline->projected_from != CMPL_NONE)
		from = cmpl_rule_slice(policy, policy->duties[deadline->projected_from].rule);
	room += cmpl_run_room(done_by) + cmpl_run_room(from);
	room += duty->after != CMPL_NONE ? cmpl_anchor_room(policy, duty->after) : 0;
	room += duty->before != CMPL_NONE ? cmpl_anchor_room(policy, duty->before) : 0;
	at = cmpl_run_begin(&report->json, room);
	if (!at)
		return;
	if (duty->within.unit != COMPLAINT_UNIT_NONE)
		at = cmpl_run_limit(CMPL_RUN(at, ",\"within\":"), &duty->within);
	if (duty->after != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"after\":"), policy, duty->after);
	if (duty->before != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"before\":"), policy, duty->before);
	at = CMPL_RUN_OPTIONAL(at, "done-by", done_by);
	at = CMPL_RUN_OPTIONAL(at, "projected-from", from);
	cmpl_run_end(&report->json, at);
}

static void write_notices(struct cmpl_report *report, struct cmpl_range about)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;

	cmpl_run_alone(json, CMPL_LITERAL(",\"about\":["));
	for (uint32_t i = 0; i < about.count; i++) {
		struct cmpl_slice notice = cmpl_policy_name_slice(policy, CMPL_NOTICES,
								  policy->notices[about.first + i]);
		char *at = cmpl_run_begin(json, cmpl_run_room(notice) + 1);

		if (at)
			cmpl_run_end(json, cmpl_run_item(at, i, notice));
	}
	cmpl_json_close(json, ']');
}

static void write_duty(struct cmpl_report *report, uint32_t rule, uint32_t reading,
		       const struct cmpl_duty *as)
{
	const struct complaint_policy *policy = report->policy;
	const struct cmpl_duty *duty = &policy->duties[policy->rules[rule].index];
	struct cmpl_slice of = cmpl_rule_slice(policy, policy->rules[rule].owner);
	struct cmpl_slice by = cmpl_policy_slice(policy, as->by);
	struct cmpl_slice whom = cmpl_policy_slice(policy, as->whom);
	char *at;

	cmpl_write_rule_words(&report->json, policy, rule, reading);
	at = cmpl_run_begin(&report->json, cmpl_run_room(of) + cmpl_run_room(by) +
						   cmpl_run_room(whom) + DUTY_ROOM);
	if (!at)
		return;
	at = CMPL_RUN_KEY_WORD(at, "place", &cmpl_short_place[duty->place + 1]);
	at = CMPL_RUN_OPTIONAL(at, "of", of);
	at = CMPL_RUN_OPTIONAL(at, "by", by);
	if (duty->verb != CMPL_VERB_NONE && whom.text) {
		at = cmpl_run_word(CMPL_RUN(at, ",\""), &cmpl_short_verb[duty->verb]);
		at = cmpl_run_text(CMPL_RUN(at, "\":"), whom);
	}
	cmpl_run_end(&report->json, at);
	if (duty->about.count > 0)
		write_notices(report, duty->about);
}

static void write_working(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_deadline_working_count(deadline);
	complaint_day day = 0;

	if (report->detail < COMPLAINT_DETAIL_WORKING || count == 0)
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

/* Dates and what they were counted from; the duty's record as it was read, for what follows. */
static const struct cmpl_duty *write_counting(struct cmpl_report *report,
					      const struct complaint_deadline *deadline,
					      uint32_t reading)
{
	const struct cmpl_duty *as =
		cmpl_view_duty(report->policy, deadline->rule_of_duty, reading);

	if (deadline->dated)
		write_dates(&report->json, deadline);
	else
		write_no_dates(&report->json);
	if (as)
		write_counted(report, deadline, as);
	return as;
}

static void write_reading(struct cmpl_report *report, const struct complaint_deadline *reading)
{
	const char *label = complaint_deadline_get_reading_label(reading);
	uint32_t rule = reading->rule_of_duty;

	write_core(&report->json, (struct cmpl_slice){ label, (uint32_t)strlen(label), true },
		   reading);
	write_counting(report, reading, cmpl_reading_number(report->policy, rule, label));
	write_working(report, reading);
	cmpl_json_close(&report->json, '}');
}

static void write_details(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	uint32_t rule = deadline->rule_of_duty;
	uint32_t reading = cmpl_reading_chosen(report, rule);
	size_t count = deadline->readings.count;
	const struct cmpl_duty *as = write_counting(report, deadline, reading);

	if (as)
		write_duty(report, rule, reading, as);
	if (deadline->reasons.count > 0)
		cmpl_write_reasons(report, deadline->reasons);
	if (deadline->rests_on.count > 0)
		cmpl_write_rule_list(report, CMPL_LITERAL(",\"rests-on\":["), deadline->rests_on);
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
		const struct complaint_deadline *deadline = &report->answer->deadlines[i];

		write_core(&report->json, cmpl_rule_slice(report->policy, deadline->rule_of_duty),
			   deadline);
		if (report->detail > COMPLAINT_DETAIL_VERDICT)
			write_details(report, deadline);
		cmpl_run_alone(&report->json, CMPL_LITERAL("}"));
	}
	cmpl_json_close(&report->json, '}');
}
