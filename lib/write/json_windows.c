/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include "policy/view.h"
#include "policy/words.h"

/* The keys of `expect`, and what is special about the dates they give. */
static void write_core(struct cmpl_json *json, const struct complaint_window *window)
{
	int32_t flags = window->flags, date_flags = window->opens.flags | window->closes.flags;
	const char *if_late = complaint_window_get_if_late(window);

	if (flags & COMPLAINT_WINDOW_BY_DAY)
		date_flags |= COMPLAINT_DATE_BY_DAY;
	cmpl_put_word(json, CMPL_KEY("state"), cmpl_word_window_state(window->state));
	cmpl_put_date(json, CMPL_KEY("opens"), &window->opens);
	cmpl_put_date(json, CMPL_KEY("closes"), &window->closes);
	cmpl_json_text(json, "if-late", if_late);
	if (date_flags)
		cmpl_write_date_flags(json, date_flags);
	cmpl_write_flag(json, "wait-lifted", flags, COMPLAINT_WINDOW_WAIT_LIFTED);
	cmpl_write_flag(json, "host-reading", flags, COMPLAINT_WINDOW_HOST_READING);
}

/* How it is counted; under a reading: as that reads it. */
static void write_counting(struct cmpl_report *report, const struct cmpl_window *window)
{
	if (!cmpl_put_ready(&report->json, report->policy, window->counting_phrase))
		cmpl_phrase_window_counting(&report->json, report->policy, window);
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
	struct cmpl_json *json = &report->json;
	size_t reasons = complaint_window_reason_count(window);
	size_t rests_on = complaint_window_rests_on_count(window);

	if (reasons > 0) {
		cmpl_json_open(json, "why", '[');
		for (size_t i = 0; i < reasons; i++)
			cmpl_write_reason(report, complaint_window_get_reason(window, i));
		cmpl_json_close(json, ']');
	}
	if (rests_on > 0) {
		cmpl_json_open(json, "rests-on", '[');
		for (size_t i = 0; i < rests_on; i++)
			cmpl_json_text(json, NULL,
				       cmpl_rule_name(report->policy,
						      complaint_window_get_rests_on(window, i)));
		cmpl_json_close(json, ']');
	}
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
		write_core(json, reading);
		write_counting(report,
			       cmpl_view_window(report->policy, rule,
						cmpl_reading_number(report->policy, rule, label)));
		write_workings(report, reading);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, '}');
}

static void write_details(struct cmpl_report *report, const struct complaint_window *window)
{
	struct cmpl_json *json = &report->json;
	uint32_t rule = complaint_window_get_rule(window);
	uint32_t reading = cmpl_reading_chosen(report, rule);

	cmpl_put_date(json, CMPL_KEY("used"), &window->used);
	write_counting(report, cmpl_view_window(report->policy, rule, reading));
	write_workings(report, window);
	cmpl_json_put_phrase(
		json, CMPL_KEY("door-says"),
		cmpl_policy_words_phrase(report->policy, CMPL_DOORS,
					 report->policy->windows[window->window].door));
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
		const struct complaint_window *window =
			complaint_answer_get_window(report->answer, i);

		const struct cmpl_window *filed = &report->policy->windows[window->window];

		cmpl_json_put_open_phrase(json, cmpl_rule_phrase(report->policy, filed->rule), '{');
		cmpl_put_name(json, CMPL_KEY("door"), report->policy, CMPL_DOORS, filed->door);
		write_core(json, window);
		if (report->detail > COMPLAINT_DETAIL_VERDICT)
			write_details(report, window);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, '}');
}

static void write_standing_names(struct cmpl_report *report,
				 const struct complaint_standing *standing)
{
	const struct complaint_policy *policy = report->policy;
	const struct complaint_answer *answer = report->answer;
	struct cmpl_json *json = &report->json;
	const struct cmpl_named *named = answer->named + standing->questions.first;
	const uint32_t *overdue = answer->numbers + standing->overdue.first;

	cmpl_json_put_open(json, CMPL_KEY("overdue"), '[');
	for (uint32_t i = 0; i < standing->overdue.count; i++)
		cmpl_json_put_phrase(
			json, CMPL_NO_KEY,
			cmpl_rule_phrase(policy, cmpl_answer_rule(answer, overdue[i])));
	cmpl_json_put_close(json, ']');
	cmpl_json_put_open(json, CMPL_KEY("questions"), '[');
	for (uint32_t i = 0; i < standing->questions.count; i++)
		cmpl_put_name(json, CMPL_NO_KEY, policy, (enum cmpl_list)named[i].list,
			      named[i].name);
	cmpl_json_put_close(json, ']');
	if (report->detail <= COMPLAINT_DETAIL_VERDICT)
		return;

	cmpl_json_put_open(json, CMPL_KEY("question-words"), '[');
	for (uint32_t i = 0; i < standing->questions.count; i++) {
		enum cmpl_list list = (enum cmpl_list)named[i].list;

		cmpl_json_put_open(json, CMPL_NO_KEY, '{');
		cmpl_put_name(json, CMPL_KEY("name"), policy, list, named[i].name);
		cmpl_json_put_phrase(json, CMPL_KEY("question"),
				     cmpl_policy_words_phrase(policy, list, named[i].name));
		cmpl_json_put_close(json, '}');
	}
	cmpl_json_put_close(json, ']');
}

void cmpl_write_standing(struct cmpl_report *report)
{
	const struct complaint_standing *standing = complaint_answer_get_standing(report->answer);
	const struct complaint_deadline *next = complaint_standing_get_next(standing);
	struct cmpl_json *json = &report->json;

	if (!standing)
		return;
	cmpl_json_open(json, "standing", '{');
	cmpl_put_word(json, CMPL_KEY("state"), cmpl_word_standing(standing->state));
	cmpl_json_put_phrase(
		json, CMPL_KEY("stage"),
		cmpl_rule_phrase(report->policy, complaint_standing_get_stage(standing)));
	cmpl_json_put_phrase(json, CMPL_KEY("next"),
			     cmpl_rule_phrase(report->policy, complaint_deadline_get_rule(next)));
	write_standing_names(report, standing);
	cmpl_json_close(json, '}');
}
