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

struct lateness {
	const struct complaint_date *due; /* NULL: none was looked at */
	complaint_status status;
	int32_t days, working_days;
	complaint_moment seconds;
};

/* Limits are often the same, and what was found against one holds for the next. */
static bool is_same(const struct complaint_date *one, const struct complaint_date *other)
{
	return one && one->kind == other->kind && one->first == other->first &&
	       one->last == other->last && one->flags == other->flags && one->zone == other->zone &&
	       one->close_of_business == other->close_of_business;
}

static char *run_lateness(char *at, const struct complaint_deadline *deadline, size_t which,
			  struct lateness *late)
{
	int32_t against = latenesses[which].against;
	const struct complaint_date *due = complaint_deadline_get_date(deadline, against);

	if (!is_same(late->due, due))
		late->status = complaint_deadline_get_lateness(deadline, against, &late->days,
							       &late->working_days, &late->seconds);
	late->due = due;
	if (late->status != COMPLAINT_OK)
		return at;
	memcpy(at, latenesses[which].text, sizeof(latenesses[which].text));
	at = CMPL_RUN(at + latenesses[which].length, "{\"days\":");
	at = cmpl_run_number(at, late->days);
	if (late->working_days >= 0)
		at = cmpl_run_number(CMPL_RUN(at, ",\"working-days\":"), late->working_days);
	if (late->seconds >= 0)
		at = cmpl_run_number(CMPL_RUN(at, ",\"seconds\":"), late->seconds);
	return cmpl_run_sign(at, '}');
}

static char *run_dates(struct cmpl_json *json, char *at, const struct complaint_deadline *deadline)
{
	struct lateness late = { .due = NULL };

	at = cmpl_run_on(
		json, at,
		DATES_ROOM + cmpl_date_room(&deadline->policy_due) +
			cmpl_date_room(&deadline->extended_due) +
			cmpl_date_room(&deadline->promised_due) + cmpl_date_room(&deadline->done) +
			cmpl_date_room(&deadline->run_from) + cmpl_date_room(&deadline->before));
	if (!at)
		return NULL;
	at = cmpl_run_date(CMPL_RUN(at, ",\"policy-due\":"), &deadline->policy_due);
	at = cmpl_run_date(CMPL_RUN(at, ",\"extended-due\":"), &deadline->extended_due);
	at = cmpl_run_date(CMPL_RUN(at, ",\"promised-due\":"), &deadline->promised_due);
	at = cmpl_run_date(CMPL_RUN(at, ",\"done\":"), &deadline->done);
	at = cmpl_run_date(CMPL_RUN(at, ",\"anchor-date\":"), &deadline->run_from);
	at = cmpl_run_date(CMPL_RUN(at, ",\"before-date\":"), &deadline->before);
	for (size_t i = 0; i < sizeof(latenesses) / sizeof(latenesses[0]); i++)
		at = run_lateness(at, deadline, i, &late);
	return at;
}

/* Of what is not owed. */
static char *run_no_dates(struct cmpl_json *json, char *at)
{
	return cmpl_run_literal(json, at,
				CMPL_LITERAL(",\"policy-due\":null,\"extended-due\":null,"
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
static char *run_core(struct cmpl_json *json, char *at, struct cmpl_slice key,
		      const struct complaint_deadline *deadline)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);
	int32_t date_flags = due->flags;

	at = cmpl_run_on(json, at, key.length + cmpl_date_room(due) + CORE_ROOM);
	if (!at)
		return NULL;
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
	return at;
}

/* What is counted: limit, anchor, the event that fulfils it. Under a reading: as that reads it. */
static char *run_counted(struct cmpl_report *report, char *at,
			 const struct complaint_deadline *deadline, const struct cmpl_duty *as)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_slice done_by = { 0 }, from = { 0 };
	size_t room = COUNTED_ROOM;

	if (as->done_by != CMPL_NONE)
		done_by = cmpl_policy_name_slice(policy, CMPL_EVENTS, as->done_by);
	if (deadline->projected_from != CMPL_NONE)
		from = cmpl_rule_slice(policy, policy->duties[deadline->projected_from].rule);
	room += cmpl_run_room(done_by) + cmpl_run_room(from);
	room += as->after != CMPL_NONE ? cmpl_anchor_room(policy, as->after) : 0;
	room += as->before != CMPL_NONE ? cmpl_anchor_room(policy, as->before) : 0;
	at = cmpl_run_on(&report->json, at, room);
	if (!at)
		return NULL;
	if (as->within.unit != COMPLAINT_UNIT_NONE)
		at = cmpl_run_limit(CMPL_RUN(at, ",\"within\":"), &as->within);
	if (as->after != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"after\":"), policy, as->after);
	if (as->before != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"before\":"), policy, as->before);
	at = CMPL_RUN_OPTIONAL(at, "done-by", done_by);
	return CMPL_RUN_OPTIONAL(at, "projected-from", from);
}

static char *run_notices(struct cmpl_report *report, char *at, struct cmpl_range about)
{
	const uint32_t *notices = report->policy->notices + about.first;
	struct cmpl_json *json = &report->json;

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"about\":["));
	for (uint32_t i = 0; i < about.count; i++)
		at = cmpl_run_item(
			json, at, i,
			cmpl_policy_name_slice(report->policy, CMPL_NOTICES, notices[i]));
	return cmpl_run_literal(json, at, CMPL_LITERAL("]"));
}

static char *run_duty(struct cmpl_report *report, char *at, uint32_t rule, uint32_t reading,
		      const struct cmpl_duty *as)
{
	const struct complaint_policy *policy = report->policy;
	const struct cmpl_duty *duty = &policy->duties[policy->rules[rule].index];
	struct cmpl_slice of = cmpl_rule_slice(policy, policy->rules[rule].owner);
	struct cmpl_slice by = cmpl_policy_slice(policy, as->by);
	struct cmpl_slice whom = cmpl_policy_slice(policy, as->whom);

	at = cmpl_run_rule_words(&report->json, at, policy, rule, reading);
	at = cmpl_run_on(&report->json, at,
			 cmpl_run_room(of) + cmpl_run_room(by) + cmpl_run_room(whom) + DUTY_ROOM);
	if (!at)
		return NULL;
	at = CMPL_RUN_KEY_WORD(at, "place", &cmpl_short_place[duty->place + 1]);
	at = CMPL_RUN_OPTIONAL(at, "of", of);
	at = CMPL_RUN_OPTIONAL(at, "by", by);
	if (duty->verb != CMPL_VERB_NONE && whom.text) {
		at = cmpl_run_word(CMPL_RUN(at, ",\""), &cmpl_short_verb[duty->verb]);
		at = cmpl_run_text(CMPL_RUN(at, "\":"), whom);
	}
	return duty->about.count > 0 ? run_notices(report, at, duty->about) : at;
}

static void write_working(struct cmpl_json *json, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_working_count(deadline);
	complaint_day day = 0;

	cmpl_json_open(json, "working", '[');
	for (size_t i = 0; i < count; i++) {
		if (complaint_deadline_get_working_day(deadline, i, &day) == COMPLAINT_OK)
			cmpl_write_working(json, day,
					   complaint_deadline_get_working_number(deadline, i),
					   complaint_deadline_get_working_text(deadline, i));
	}
	cmpl_json_close(json, ']');
}

static char *run_working(struct cmpl_report *report, char *at,
			 const struct complaint_deadline *deadline)
{
	if (!at || report->detail < COMPLAINT_DETAIL_WORKING || deadline->working.count == 0)
		return at;
	cmpl_run_end(&report->json, at);
	write_working(&report->json, deadline);
	return cmpl_run_begin(&report->json, 0);
}

/* Dates and what they were counted from. */
static char *run_counting(struct cmpl_report *report, char *at,
			  const struct complaint_deadline *deadline, const struct cmpl_duty *as)
{
	at = deadline->dated ? run_dates(&report->json, at, deadline)
			     : run_no_dates(&report->json, at);
	return as ? run_counted(report, at, deadline, as) : at;
}

static char *run_reading(struct cmpl_report *report, char *at,
			 const struct complaint_deadline *reading)
{
	const char *label = complaint_deadline_get_reading_label(reading);
	uint32_t rule = reading->rule_of_duty;
	uint32_t number = cmpl_reading_number(report->policy, rule, label);

	at = run_core(&report->json, at,
		      (struct cmpl_slice){ label, (uint32_t)strlen(label), true }, reading);
	at = run_counting(report, at, reading, cmpl_view_duty(report->policy, rule, number));
	at = run_working(report, at, reading);
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("}"));
}

static char *run_readings(struct cmpl_report *report, char *at,
			  const struct complaint_deadline *deadline)
{
	struct cmpl_json *json = &report->json;

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"readings\":{"));
	for (uint32_t i = 0; i < deadline->readings.count; i++) {
		if (i > 0)
			at = cmpl_run_literal(json, at, CMPL_LITERAL(","));
		at = run_reading(report, at, complaint_deadline_get_reading(deadline, i));
	}
	return cmpl_run_literal(json, at, CMPL_LITERAL("}"));
}

static char *run_details(struct cmpl_report *report, char *at,
			 const struct complaint_deadline *deadline)
{
	uint32_t rule = deadline->rule_of_duty;
	uint32_t reading = cmpl_reading_chosen(report, rule);
	const struct cmpl_duty *as = cmpl_view_duty(report->policy, rule, reading);

	at = run_counting(report, at, deadline, as);
	if (as)
		at = run_duty(report, at, rule, reading, as);
	if (deadline->reasons.count > 0)
		at = cmpl_run_reasons(report, at, deadline->reasons);
	if (deadline->rests_on.count > 0)
		at = cmpl_run_rules(report, at, CMPL_LITERAL(",\"rests-on\":["),
				    deadline->rests_on);
	at = run_working(report, at, deadline);
	return deadline->readings.count > 0 ? run_readings(report, at, deadline) : at;
}

void cmpl_write_deadlines(struct cmpl_report *report)
{
	const struct complaint_deadline *deadlines = report->answer->deadlines;
	size_t count = complaint_answer_deadline_count(report->answer);
	struct cmpl_json *json = &report->json;
	char *at = cmpl_run_begin(json, 0);

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"deadlines\":{"));
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			at = cmpl_run_literal(json, at, CMPL_LITERAL(","));
		at = run_core(json, at, cmpl_rule_slice(report->policy, deadlines[i].rule_of_duty),
			      &deadlines[i]);
		if (report->detail > COMPLAINT_DETAIL_VERDICT)
			at = run_details(report, at, &deadlines[i]);
		at = cmpl_run_literal(json, at, CMPL_LITERAL("}"));
	}
	cmpl_run_end(json, cmpl_run_literal(json, at, CMPL_LITERAL("}")));
}
