/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include "base/date.h"
#include "decide/answer.h"

/* "August 2022" where only the month is published, else "Monday 1 August 2022". */
static void say_end(struct cmpl_report *report, complaint_day day, bool month_only)
{
	int32_t year = 0, month = 0;

	if (!month_only) {
		cmpl_say_day(report, day);
		return;
	}
	if (complaint_day_get_date(day, &year, &month, NULL) == COMPLAINT_OK)
		cmpl_string_addf(report->out, "%s %d", cmpl_month_name(month), (int)year);
}

bool cmpl_say_span(struct cmpl_report *report, complaint_day from, complaint_day until,
		   int32_t months)
{
	if (from == INT32_MIN && until == INT32_MAX)
		return false;
	cmpl_say(report, "in force");
	if (from != INT32_MIN) {
		cmpl_say(report, " from ");
		say_end(report, from, (months & 1) != 0);
	}
	if (until != INT32_MAX) {
		cmpl_say(report, " to ");
		say_end(report, until, (months & 2) != 0);
	}
	return true;
}

static void say_policy(struct cmpl_report *report, const struct complaint_policy *policy)
{
	complaint_day from = INT32_MIN, until = INT32_MAX;
	int32_t months = 0;

	complaint_policy_get_in_force(policy, &from, &until, &months);
	cmpl_say(report, complaint_policy_get_document_text(policy, COMPLAINT_DOCUMENT_ISSUED_BY));
	cmpl_say(report, ": ");
	cmpl_say(report, complaint_policy_get_document_text(policy, COMPLAINT_DOCUMENT_TITLE));
	if (from != INT32_MIN || until != INT32_MAX)
		cmpl_say(report, ", ");
	cmpl_say_span(report, from, until, months);
}

static void say_candidates(struct cmpl_report *report)
{
	const char *event = complaint_answer_get_candidate_event(report->answer);
	size_t count = complaint_answer_candidate_count(report->answer);
	const struct complaint_policy *first = complaint_answer_get_candidate(report->answer, 0);
	const char *question =
		event && first
			? complaint_policy_get_question(first, event, COMPLAINT_NUL_TERMINATED)
			: NULL;

	cmpl_say(report, "Which version of the policy governs this case is not known.");
	if (event) {
		cmpl_say_line(report, 0);
		cmpl_say(report, "Ask: ");
		cmpl_say(report, question ? question : event);
	}
	for (size_t i = 0; i < count; i++) {
		cmpl_say_item(report, 0);
		say_policy(report, complaint_answer_get_candidate(report->answer, i));
	}
}

static void say_top(struct cmpl_report *report)
{
	const struct complaint_date *now = complaint_answer_get_now(report->answer);

	if (report->policy) {
		say_policy(report, report->policy);
		cmpl_say(report, ".");
	} else {
		say_candidates(report);
	}
	cmpl_say_line(report, 0);
	if (!cmpl_date_is_known(now)) {
		cmpl_say(report, "Asked without a present.");
		return;
	}
	cmpl_say(report, "As at ");
	cmpl_say_date(report, now);
	cmpl_say(report, ".");
}

static void say_list(struct cmpl_report *report, const char *heading, size_t count,
		     const char *(*get)(const struct complaint_policy *, size_t))
{
	if (count == 0)
		return;
	cmpl_say_heading(report, heading);
	for (size_t i = 0; i < count; i++) {
		cmpl_say_item(report, 1);
		cmpl_say(report, get(report->policy, i));
	}
}

static void say_notes(struct cmpl_report *report)
{
	size_t count = complaint_answer_note_count(report->answer);

	if (count == 0)
		return;
	cmpl_say_heading(report, "To be noted:");
	for (size_t i = 0; i < count; i++) {
		cmpl_say_item(report, 1);
		cmpl_say(report, complaint_answer_get_note_text(report->answer, i));
	}
}

static void say_calendars(struct cmpl_report *report)
{
	size_t count = complaint_answer_calendar_count(report->answer);

	for (size_t i = 0; i < count; i++) {
		const struct complaint_calendar *calendar =
			complaint_answer_get_calendar(report->answer, i);
		complaint_day last = 0;

		if (i == 0)
			cmpl_say_line(report, 0);
		cmpl_say_line(report, 0);
		cmpl_say(report, "Working days by the calendar \"");
		cmpl_say(report, complaint_calendar_get_name(calendar));
		cmpl_say(report, "\", revision ");
		cmpl_say(report, complaint_calendar_get_revision(calendar));
		if (complaint_calendar_get_span(calendar, NULL, &last, NULL) == COMPLAINT_OK) {
			cmpl_say(report, ", known to ");
			cmpl_say_day(report, last);
		}
		cmpl_say(report, ".");
	}
}

static void say_answer(struct cmpl_report *report)
{
	int32_t asked = complaint_answer_get_questions(report->answer);
	bool standing = (asked & COMPLAINT_ASK_STANDING) != 0;

	if (standing)
		cmpl_say_standing(report);
	if (standing || (asked & COMPLAINT_ASK_ELIGIBILITY) != 0)
		cmpl_say_eligibility(report);
	if (standing || (asked & COMPLAINT_ASK_DEADLINES) != 0)
		cmpl_say_deadlines(report);
	if (standing || (asked & COMPLAINT_ASK_EXTENSION) != 0)
		cmpl_say_extension(report);
	if (standing || (asked & COMPLAINT_ASK_WINDOWS) != 0)
		cmpl_say_windows(report);
}

static void say_all(struct cmpl_report *report)
{
	say_top(report);
	if (report->policy)
		say_answer(report);
	if (report->detail > COMPLAINT_DETAIL_VERDICT && report->policy) {
		say_list(report, "The text as a whole leaves open:",
			 complaint_policy_left_open_count(report->policy),
			 complaint_policy_get_left_open);
		say_list(report, "The policy has no rule on:",
			 complaint_policy_silent_on_count(report->policy),
			 complaint_policy_get_silent_on);
	}
	say_notes(report);
	say_calendars(report);
	cmpl_say(report, "\n");
}

complaint_status
complaint_answer_get_text(struct complaint_answer *answer, const char **ret_text,
			  size_t *ret_length)
{
	struct cmpl_report report = { .answer = answer };

	if (!answer || !ret_text || complaint_answer_get_questions(answer) == 0)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	report.policy = complaint_answer_get_policy(answer);
	report.detail = complaint_answer_get_detail(answer);
	report.out = cmpl_answer_text(answer, 1);
	cmpl_string_clear(report.out);
	say_all(&report);
	if (report.out->failed)
		return COMPLAINT_ERR_NO_MEMORY;
	*ret_text = cmpl_string_text(report.out);
	if (ret_length)
		*ret_length = report.out->length;
	return COMPLAINT_OK;
}
