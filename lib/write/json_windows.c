/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

#include "decide/parts.h"
#include "policy/view.h"

#define CORE_ROOM 448
#define COUNTED_ROOM 320

/* The keys of `expect`, and what is special about the dates they give. */
static void write_core(struct cmpl_report *report, const struct complaint_window *window)
{
	const struct complaint_date *opens = &window->opens, *closes = &window->closes;
	int32_t date_flags = opens->flags | closes->flags;
	uint32_t record = cmpl_window_record(window)->if_late;
	struct cmpl_slice if_late = { 0 };
	char *at;

	if (record != CMPL_NONE)
		if_late = cmpl_policy_name_slice(report->policy, CMPL_RECORDS, record);
	at = cmpl_run_begin(&report->json, cmpl_date_room(opens) + cmpl_date_room(closes) +
						   cmpl_run_room(if_late) + CORE_ROOM);
	if (!at)
		return;
	if (report->json.needs_comma)
		*at++ = ',';
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
	cmpl_run_end(&report->json, at);
}

/* How it is counted; under a reading: as that reads it. */
static void write_rule(struct cmpl_report *report, const struct cmpl_window *as)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_slice used_by = { 0 };
	size_t room = COUNTED_ROOM;
	char *at;

	if (!as)
		return;
	if (as->used_by != CMPL_NONE)
		used_by = cmpl_policy_name_slice(policy, CMPL_EVENTS, as->used_by);
	room += cmpl_run_room(used_by);
	room += as->opens_after != CMPL_NONE ? cmpl_anchor_room(policy, as->opens_after) : 0;
	room += as->closes_after != CMPL_NONE ? cmpl_anchor_room(policy, as->closes_after) : 0;
	at = cmpl_run_begin(&report->json, room);
	if (!at)
		return;
	if (as->wait.unit != COMPLAINT_UNIT_NONE)
		at = cmpl_run_limit(CMPL_RUN(at, ",\"wait\":"), &as->wait);
	if (as->opens_after != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"opens-after\":"), policy, as->opens_after);
	if (as->closes.unit != COMPLAINT_UNIT_NONE)
		at = cmpl_run_limit(CMPL_RUN(at, ",\"within\":"), &as->closes);
	if (as->closes_after != CMPL_NONE)
		at = cmpl_run_anchor(CMPL_RUN(at, ",\"after\":"), policy, as->closes_after);
	at = CMPL_RUN_OPTIONAL(at, "used-by", used_by);
	cmpl_run_end(&report->json, at);
}

static void write_working(struct cmpl_report *report, const struct complaint_window *window,
			  const char *key, int32_t which)
{
	size_t count = complaint_window_working_count(window, which);
	complaint_day day = 0;

	if (report->detail < COMPLAINT_DETAIL_WORKING || count == 0)
		return;
	cmpl_json_open(&report->json, key, '[');
	for (size_t i = 0; i < count; i++)
		if (complaint_window_get_working_day(window, which, i, &day) == COMPLAINT_OK)
			cmpl_write_working(&report->json, day,
					   complaint_window_get_working_number(window, which, i),
					   complaint_window_get_working_text(window, which, i));
	cmpl_json_close(&report->json, ']');
}

static void write_workings(struct cmpl_report *report, const struct complaint_window *window)
{
	write_working(report, window, "opens-working", COMPLAINT_WINDOW_OPENS);
	write_working(report, window, "closes-working", COMPLAINT_WINDOW_CLOSES);
}

static void write_lists(struct cmpl_report *report, const struct complaint_window *window)
{
	if (window->reasons.count > 0)
		cmpl_write_reasons(report, window->reasons);
	if (window->rests_on.count > 0)
		cmpl_write_rule_list(report, CMPL_LITERAL(",\"rests-on\":["), window->rests_on);
}

static void write_readings(struct cmpl_report *report, const struct complaint_window *window)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_window_reading_count(window);

	if (count == 0)
		return;
	cmpl_json_open(json, "readings", '{');
	for (size_t i = 0; i < count; i++) {
		const struct complaint_window *reading = complaint_window_get_reading(window, i);
		const char *label = complaint_window_get_reading_label(reading);
		uint32_t rule = complaint_window_get_rule(reading);

		cmpl_json_open(json, label, '{');
		write_core(report, reading);
		write_rule(report,
			   cmpl_view_window(report->policy, rule,
					    cmpl_reading_number(report->policy, rule, label)));
		write_workings(report, reading);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, '}');
}

static struct cmpl_slice door_of(const struct cmpl_report *report,
				 const struct complaint_window *window)
{
	return cmpl_policy_name_slice(report->policy, CMPL_DOORS, cmpl_window_record(window)->door);
}

static void write_details(struct cmpl_report *report, const struct complaint_window *window)
{
	struct cmpl_json *json = &report->json;
	uint32_t rule = complaint_window_get_rule(window);
	uint32_t reading = cmpl_reading_chosen(report, rule);
	struct cmpl_slice says;

	cmpl_write_date(json, "used", &window->used);
	write_rule(report, cmpl_view_window(report->policy, rule, reading));
	write_workings(report, window);
	says = cmpl_view_words(report->policy, door_of(report, window));
	if (says.text)
		cmpl_json_slice(json, "door-says", says);
	cmpl_write_rule_words(json, report->policy, rule, reading);
	write_lists(report, window);
	write_readings(report, window);
}

void cmpl_write_windows(struct cmpl_report *report)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_answer_window_count(report->answer);

	cmpl_json_open(json, "windows", '{');
	for (size_t i = 0; i < count; i++) {
		const struct complaint_window *window = &report->answer->windows[i];

		cmpl_json_open(json,
			       cmpl_rule_name(report->policy, complaint_window_get_rule(window)),
			       '{');
		cmpl_json_slice(json, "door", door_of(report, window));
		write_core(report, window);
		if (report->detail > COMPLAINT_DETAIL_VERDICT)
			write_details(report, window);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, '}');
}

static void write_overdue(struct cmpl_report *report, const struct complaint_standing *standing)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_standing_overdue_count(standing);

	cmpl_run_alone(json, CMPL_LITERAL(",\"overdue\":["));
	for (size_t i = 0; i < count; i++)
		cmpl_write_item(
			json, i,
			cmpl_rule_slice(report->policy,
					complaint_deadline_get_rule(
						complaint_standing_get_overdue(standing, i))));
	cmpl_run_alone(json, CMPL_LITERAL("]"));
}

void cmpl_write_standing(struct cmpl_report *report)
{
	const struct complaint_standing *standing = complaint_answer_get_standing(report->answer);
	const struct complaint_deadline *next = complaint_standing_get_next(standing);
	struct cmpl_json *json = &report->json;

	if (!standing)
		return;
	cmpl_json_open(json, "standing", '{');
	cmpl_json_text(json, "state", cmpl_word_standing(complaint_standing_get_state(standing)));
	cmpl_json_text(json, "stage",
		       cmpl_rule_name(report->policy, complaint_standing_get_stage(standing)));
	cmpl_json_text(json, "next",
		       next ? cmpl_rule_name(report->policy, complaint_deadline_get_rule(next))
			    : NULL);
	write_overdue(report, standing);
	cmpl_write_names(report, CMPL_LITERAL(",\"questions\":["), standing->questions);
	if (report->detail > COMPLAINT_DETAIL_VERDICT)
		cmpl_write_question_words(report, standing->questions, false);
	cmpl_json_close(json, '}');
}
