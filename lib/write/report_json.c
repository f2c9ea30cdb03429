/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include "load/case_load.h"
#include "write/json_parts.h"

#define FORMAT 1

static void write_policy(struct cmpl_json *json, const char *key,
			 const struct complaint_policy *policy)
{
	struct cmpl_slice id = cmpl_policy_slice(policy, policy->document.id);
	struct cmpl_slice issued_by = cmpl_policy_slice(policy, policy->document.issued_by);
	struct cmpl_slice title = cmpl_policy_slice(policy, policy->document.title);
	char *at = cmpl_run_begin_value(json, key,
					cmpl_run_room(id) + cmpl_run_room(issued_by) +
						cmpl_run_room(title) + CMPL_RUN_SPAN + 64);

	if (!at)
		return;
	at = cmpl_run_text(CMPL_RUN(at, "{\"id\":"), id);
	at = cmpl_run_text(CMPL_RUN(at, ",\"issued-by\":"), issued_by);
	at = cmpl_run_text(CMPL_RUN(at, ",\"title\":"), title);
	at = cmpl_run_in_force(CMPL_RUN(at, ",\"in-force\":"), &policy->document.in_force);
	cmpl_run_end(json, cmpl_run_sign(at, '}'));
}

/* Which versions it could be, and what to ask to know which. */
static void write_candidates(struct cmpl_report *report)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_answer_candidate_count(report->answer);

	if (count == 0)
		return;
	cmpl_json_open(json, "version", '{');
	cmpl_json_text(json, "ask", complaint_answer_get_candidate_event(report->answer));
	cmpl_json_open(json, "candidates", '[');
	for (size_t i = 0; i < count; i++)
		write_policy(json, NULL, complaint_answer_get_candidate(report->answer, i));
	cmpl_json_close(json, ']');
	cmpl_json_close(json, '}');
}

static void write_notes(struct cmpl_report *report)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_answer_note_count(report->answer);

	cmpl_json_open(json, "notes", '[');
	for (size_t i = 0; i < count; i++) {
		uint32_t rule = complaint_answer_get_note_rule(report->answer, i);

		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "slug", complaint_answer_get_note_slug(report->answer, i));
		cmpl_json_text(json, "text", complaint_answer_get_note_text(report->answer, i));
		cmpl_write_optional(json, "rule", cmpl_rule_name(report->policy, rule));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_calendars(struct cmpl_report *report)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_answer_calendar_count(report->answer);

	cmpl_json_open(json, "calendars", '[');
	for (size_t i = 0; i < count; i++) {
		const struct complaint_calendar *calendar =
			complaint_answer_get_calendar(report->answer, i);
		complaint_day first = 0, last = 0, published = 0;

		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "name", complaint_calendar_get_name(calendar));
		cmpl_json_text(json, "revision", complaint_calendar_get_revision(calendar));
		complaint_calendar_get_span(calendar, &first, &last, &published);
		cmpl_write_day(json, "first-covered", first);
		cmpl_write_day(json, "last-covered", last);
		cmpl_write_day(json, "last-published", published);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_chosen_readings(struct cmpl_report *report)
{
	const struct complaint_answer *answer = report->answer;
	bool any = false;

	for (uint32_t rule = 0; report->policy && rule < answer->chosen_count; rule++) {
		const char *label;

		if (answer->chosen[rule] == CMPL_NONE)
			continue;
		label = complaint_answer_get_chosen_reading(answer, rule);
		if (!any)
			cmpl_json_open(&report->json, "chosen-readings", '{');
		any = true;
		cmpl_json_text(&report->json, cmpl_rule_name(report->policy, rule), label);
	}
	if (any)
		cmpl_json_close(&report->json, '}');
}

/* What the text leaves open as a whole, and what it has no rule on. */
static void write_gaps(struct cmpl_report *report)
{
	const struct complaint_policy *policy = report->policy;

	struct cmpl_json *json = &report->json;
	char *at;

	if (!policy)
		return;
	at = cmpl_run_begin(json, 0);
	if (policy->document.left_open.count > 0)
		at = cmpl_run_lines(json, at, policy, CMPL_LITERAL(",\"left-open\":["),
				    policy->document.left_open);
	if (policy->silent_on.count > 0)
		at = cmpl_run_lines(json, at, policy, CMPL_LITERAL(",\"silent-on\":["),
				    policy->silent_on);
	cmpl_run_end(json, at);
}

static void write_answer(struct cmpl_report *report)
{
	int32_t asked = complaint_answer_get_questions(report->answer);
	bool standing = (asked & COMPLAINT_ASK_STANDING) != 0;

	if (standing || (asked & COMPLAINT_ASK_ELIGIBILITY) != 0)
		cmpl_write_eligibility(report);
	if (standing || (asked & COMPLAINT_ASK_DEADLINES) != 0)
		cmpl_write_deadlines(report);
	if (standing || (asked & COMPLAINT_ASK_EXTENSION) != 0)
		cmpl_write_extension(report);
	if (standing || (asked & COMPLAINT_ASK_WINDOWS) != 0)
		cmpl_write_windows(report);
	if (standing)
		cmpl_write_standing(report);
}

static void write_document(struct cmpl_report *report)
{
	struct cmpl_json *json = &report->json;

	cmpl_json_open(json, NULL, '{');
	cmpl_json_number(json, "format", FORMAT);
	if (report->policy)
		write_policy(json, "policy", report->policy);
	else
		cmpl_json_null(json, "policy");
	cmpl_write_date(json, "now", complaint_answer_get_now(report->answer));
	write_candidates(report);
	if (report->policy)
		write_answer(report);
	if (report->detail > COMPLAINT_DETAIL_VERDICT) {
		write_chosen_readings(report);
		write_notes(report);
		write_calendars(report);
		write_gaps(report);
	}
	cmpl_json_close(json, '}');
}

complaint_status
complaint_answer_get_json(struct complaint_answer *answer, const char **ret_text,
			  size_t *ret_length)
{
	struct cmpl_report report = { .answer = answer };
	struct cmpl_string *out;

	if (!answer || !ret_text || complaint_answer_get_questions(answer) == 0)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	report.policy = complaint_answer_get_policy(answer);
	report.detail = complaint_answer_get_detail(answer);
	out = cmpl_answer_text(answer, 0);
	cmpl_string_clear(out);
	cmpl_json_begin(&report.json, out);
	write_document(&report);
	cmpl_json_end(&report.json);
	if (out->failed)
		return COMPLAINT_ERR_NO_MEMORY;
	*ret_text = cmpl_string_text(out);
	if (ret_length)
		*ret_length = out->length;
	return COMPLAINT_OK;
}

/* The answer's own case, emptied; made when there is none for this set. */
static complaint_status lend_case(struct complaint_answer *answer, const struct complaint_set *set)
{
	if (answer->lent && answer->lent->set == set) {
		complaint_case_clear(answer->lent);
		return COMPLAINT_OK;
	}
	complaint_case_free(answer->lent);
	answer->lent = NULL;
	return complaint_case_new(set, &answer->lent);
}

/* *ret_made is the caller's to free; NULL: the case lies in the answer. */
static complaint_status read_case(struct complaint_answer *answer, const struct complaint_set *set,
				  const char *json, size_t length, struct complaint_case **ret_made,
				  struct complaint_diagnostics *diagnostics)
{
	complaint_status status = lend_case(answer, set);

	length = cmpl_text_length(json, length);
	if (status != COMPLAINT_OK || cmpl_case_read_plain(answer->lent, json, length))
		return status;
	return complaint_case_load_memory(set, "case", json, length, ret_made, diagnostics);
}

complaint_status
complaint_answer_evaluate_json(struct complaint_answer *answer, const struct complaint_set *set,
			       int32_t questions, const char *json, size_t length,
			       const struct complaint_options *options, const char **ret_text,
			       size_t *ret_length, struct complaint_diagnostics *diagnostics)
{
	struct complaint_case *made = NULL;
	complaint_status status;

	if (!answer || !set || !json || !ret_text)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = read_case(answer, set, json, length, &made, diagnostics);
	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate(answer, made ? made : answer->lent, questions,
						   options);
	if (status == COMPLAINT_OK)
		status = complaint_answer_get_json(answer, ret_text, ret_length);
	complaint_case_free(made);
	return status;
}
