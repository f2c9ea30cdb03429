/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

#include "decide/parts.h"
#include "policy/view.h"

#define CORE_ROOM 448
#define COUNTED_ROOM 320

static struct cmpl_slice door_of(const struct cmpl_report *report,
				 const struct complaint_window *window)
{
	return cmpl_policy_name_slice(report->policy, CMPL_DOORS, cmpl_window_record(window)->door);
}

/* The keys of `expect`, and what is special about the dates they give. */
static char *run_core(struct cmpl_report *report, char *at, const struct complaint_window *window)
{
	const struct complaint_date *opens = &window->opens, *closes = &window->closes;
	int32_t date_flags = opens->flags | closes->flags;
	uint32_t record = cmpl_window_record(window)->if_late;
	struct cmpl_slice if_late = { 0 };

	if (record != CMPL_NONE)
		if_late = cmpl_policy_name_slice(report->policy, CMPL_RECORDS, record);
	at = cmpl_run_on(&report->json, at,
			 cmpl_date_room(opens) + cmpl_date_room(closes) + cmpl_run_room(if_late) +
				 CORE_ROOM);
	if (!at)
		return NULL;
	at = cmpl_run_word(CMPL_RUN(at, "\"state\":\""), &cmpl_short_window_state[window->state]);
	at = cmpl_run_date(CMPL_RUN(at, "\",\"opens\":"), opens);
	at = cmpl_run_date(CMPL_RUN(at, ",\"closes\":"), closes);
	at = cmpl_run_text(CMPL_RUN(at, ",\"if-late\":"), if_late);
	if (window->flags & COMPLAINT_WINDOW_BY_DAY)
		date_flags |= COMPLAINT_DATE_BY_DAY;
	at = cmpl_run_date_flags(at, date_flags);
	if (window->flags & COMPLAINT_WINDOW_WAIT_LIFTED)
		at = CMPL_RUN(at, ",\"wait-lifted\":true");
	if (window->flags & COMPLAINT_WINDOW_HOST_READING)
		at = CMPL_RUN(at, ",\"host-reading\":true");
	return at;
}

/* How it is counted; under a reading: as that reads it. */
static char *run_rule(struct cmpl_report *report, char *at, const struct cmpl_window *as)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_slice used_by = { 0 };
	size_t room = COUNTED_ROOM;

	if (!as)
		return at;
	if (as->used_by != CMPL_NONE)
		used_by = cmpl_policy_name_slice(policy, CMPL_EVENTS, as->used_by);
	room += cmpl_run_room(used_by);
	room += as->opens_after != CMPL_NONE ? cmpl_anchor_room(policy, as->opens_after) : 0;
	room += as->closes_after != CMPL_NONE ? cmpl_anchor_room(policy, as->closes_after) : 0;
	at = cmpl_run_on(&report->json, at, room);
	if (!at)
		return NULL;
	if (as->wait.unit != COMPLAINT_UNIT_NONE)
		at = cmpl_run_limit(CMPL_RUN(at, ",\"wait\":"), &as->wait);
	if (as->opens_after != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"opens-after\":"), policy, as->opens_after);
	if (as->closes.unit != COMPLAINT_UNIT_NONE)
		at = cmpl_run_limit(CMPL_RUN(at, ",\"within\":"), &as->closes);
	if (as->closes_after != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"after\":"), policy, as->closes_after);
	return CMPL_RUN_OPTIONAL(at, "used-by", used_by);
}

static void write_working(struct cmpl_report *report, const struct complaint_window *window,
			  const char *key, int32_t which)
{
	size_t count = complaint_window_working_count(window, which);
	complaint_day day = 0;

	if (count == 0)
		return;
	cmpl_json_open(&report->json, key, '[');
	for (size_t i = 0; i < count; i++)
		if (complaint_window_get_working_day(window, which, i, &day) == COMPLAINT_OK)
			cmpl_write_working(&report->json, day,
					   complaint_window_get_working_number(window, which, i),
					   complaint_window_get_working_text(window, which, i));
	cmpl_json_close(&report->json, ']');
}

static char *run_workings(struct cmpl_report *report, char *at,
			  const struct complaint_window *window)
{
	if (!at || report->detail < COMPLAINT_DETAIL_WORKING)
		return at;
	cmpl_run_end(&report->json, at);
	write_working(report, window, "opens-working", COMPLAINT_WINDOW_OPENS);
	write_working(report, window, "closes-working", COMPLAINT_WINDOW_CLOSES);
	return cmpl_run_begin(&report->json, 0);
}

static char *run_reading(struct cmpl_report *report, char *at,
			 const struct complaint_window *reading)
{
	const struct complaint_policy *policy = report->policy;
	const char *label = complaint_window_get_reading_label(reading);
	uint32_t rule = complaint_window_get_rule(reading);
	uint32_t number = cmpl_reading_number(policy, rule, label);
	size_t length = strlen(label);

	at = cmpl_run_on(&report->json, at, length + 8);
	if (!at)
		return NULL;
	at = cmpl_run_bytes(cmpl_run_sign(at, '"'), label, length);
	at = run_core(report, CMPL_RUN(at, "\":{"), reading);
	at = run_rule(report, at, cmpl_view_window(policy, rule, number));
	at = run_workings(report, at, reading);
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("}"));
}

static char *run_readings(struct cmpl_report *report, char *at,
			  const struct complaint_window *window)
{
	struct cmpl_json *json = &report->json;

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"readings\":{"));
	for (uint32_t i = 0; i < window->readings.count; i++) {
		if (i > 0)
			at = cmpl_run_literal(json, at, CMPL_LITERAL(","));
		at = run_reading(report, at, complaint_window_get_reading(window, i));
	}
	return cmpl_run_literal(json, at, CMPL_LITERAL("}"));
}

static char *run_details(struct cmpl_report *report, char *at,
			 const struct complaint_window *window)
{
	struct cmpl_json *json = &report->json;
	uint32_t rule = complaint_window_get_rule(window);
	uint32_t reading = cmpl_reading_chosen(report, rule);
	struct cmpl_slice says = cmpl_view_words(report->policy, door_of(report, window));

	at = cmpl_run_on(json, at, cmpl_date_room(&window->used) + 16);
	if (!at)
		return NULL;
	at = cmpl_run_date(CMPL_RUN(at, ",\"used\":"), &window->used);
	at = run_rule(report, at, cmpl_view_window(report->policy, rule, reading));
	at = run_workings(report, at, window);
	at = cmpl_run_on(json, at, cmpl_run_room(says) + 16);
	if (!at)
		return NULL;
	at = CMPL_RUN_OPTIONAL(at, "door-says", says);
	at = cmpl_run_rule_words(json, at, report->policy, rule, reading);
	if (window->reasons.count > 0)
		at = cmpl_run_reasons(report, at, window->reasons);
	if (window->rests_on.count > 0)
		at = cmpl_run_rules(report, at, CMPL_LITERAL(",\"rests-on\":["), window->rests_on);
	return window->readings.count > 0 ? run_readings(report, at, window) : at;
}

static char *run_window(struct cmpl_report *report, char *at, const struct complaint_window *window)
{
	struct cmpl_slice rule = cmpl_rule_slice(report->policy, complaint_window_get_rule(window));
	struct cmpl_slice door = door_of(report, window);

	at = cmpl_run_on(&report->json, at, rule.length + cmpl_run_room(door) + 16);
	if (!at)
		return NULL;
	at = cmpl_run_bytes(cmpl_run_sign(at, '"'), rule.text, rule.length);
	at = cmpl_run_text(CMPL_RUN(at, "\":{\"door\":"), door);
	at = run_core(report, cmpl_run_sign(at, ','), window);
	if (report->detail > COMPLAINT_DETAIL_VERDICT)
		at = run_details(report, at, window);
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("}"));
}

void cmpl_write_windows(struct cmpl_report *report)
{
	size_t count = complaint_answer_window_count(report->answer);
	struct cmpl_json *json = &report->json;
	char *at = cmpl_run_begin(json, 0);

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"windows\":{"));
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			at = cmpl_run_literal(json, at, CMPL_LITERAL(","));
		at = run_window(report, at, &report->answer->windows[i]);
	}
	cmpl_run_end(json, cmpl_run_literal(json, at, CMPL_LITERAL("}")));
}

static char *run_overdue(struct cmpl_report *report, char *at,
			 const struct complaint_standing *standing)
{
	size_t count = complaint_standing_overdue_count(standing);
	struct cmpl_json *json = &report->json;

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"overdue\":["));
	for (size_t i = 0; i < count; i++)
		at = cmpl_run_item(
			json, at, i,
			cmpl_rule_slice(report->policy,
					complaint_standing_get_overdue(standing, i)->rule_of_duty));
	return cmpl_run_literal(json, at, CMPL_LITERAL("]"));
}

void cmpl_write_standing(struct cmpl_report *report)
{
	const struct complaint_standing *standing = complaint_answer_get_standing(report->answer);
	const struct complaint_deadline *due = complaint_standing_get_next(standing);
	struct cmpl_json *json = &report->json;
	struct cmpl_slice stage, next = { 0 };
	char *at;

	if (!standing)
		return;
	stage = cmpl_rule_slice(report->policy, complaint_standing_get_stage(standing));
	if (due)
		next = cmpl_rule_slice(report->policy, due->rule_of_duty);
	at = cmpl_run_begin(json, cmpl_run_room(stage) + cmpl_run_room(next) + 96);
	if (!at)
		return;
	at = CMPL_RUN(at, ",\"standing\":{\"state\":\"");
	at = cmpl_run_word(at, &cmpl_short_standing[standing->state]);
	at = cmpl_run_text(CMPL_RUN(at, "\",\"stage\":"), stage);
	at = cmpl_run_text(CMPL_RUN(at, ",\"next\":"), next);
	at = run_overdue(report, at, standing);
	at = cmpl_run_names(report, at, CMPL_LITERAL(",\"questions\":["), standing->questions);
	if (report->detail > COMPLAINT_DETAIL_VERDICT)
		at = cmpl_run_questions(report, at, standing->questions, false);
	cmpl_run_end(json, cmpl_run_literal(json, at, CMPL_LITERAL("}")));
}
