/* SPDX-License-Identifier: MIT */
#include "write/report.h"

static void say_state(struct cmpl_report *report, const struct complaint_standing *standing)
{
	uint32_t stage = complaint_standing_get_stage(standing);

	switch (complaint_standing_get_state(standing)) {
	case COMPLAINT_STANDING_REFUSED:
		cmpl_say(report, "The complaint has been refused.");
		return;
	case COMPLAINT_STANDING_CLOSED: cmpl_say(report, "The complaint has been closed."); return;
	case COMPLAINT_STANDING_EXHAUSTED: cmpl_say(report, "The procedure is exhausted."); return;
	case COMPLAINT_STANDING_NOT_STARTED:
		cmpl_say(report, "The procedure has not started.");
		return;
	case COMPLAINT_STANDING_IN_STAGE: cmpl_say(report, "In "); break;
	case COMPLAINT_STANDING_BETWEEN_STAGES: cmpl_say(report, "Between stages, after "); break;
	default: cmpl_say(report, "That cannot be said yet."); return;
	}
	cmpl_say_name(report, cmpl_rule_name(report->policy, stage));
	cmpl_say(report, ".");
	if (complaint_standing_get_state(standing) != COMPLAINT_STANDING_IN_STAGE)
		return;
	cmpl_say(report, " ");
	cmpl_say_rule(report, stage);
}

static void say_due(struct cmpl_report *report, const char *label,
		    const struct complaint_deadline *deadline)
{
	cmpl_say_line(report, 1);
	cmpl_say(report, label);
	cmpl_say_date(report, complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE));
	cmpl_say(report, ": ");
	cmpl_say_rule(report, complaint_deadline_get_rule(deadline));
}

void cmpl_say_standing(struct cmpl_report *report)
{
	const struct complaint_standing *standing = complaint_answer_get_standing(report->answer);
	const struct complaint_deadline *next = complaint_standing_get_next(standing);
	size_t overdue = complaint_standing_overdue_count(standing);
	size_t questions = complaint_standing_question_count(standing);

	if (!standing)
		return;
	cmpl_say_heading(report, "Where does it stand?");
	cmpl_say_line(report, 1);
	say_state(report, standing);
	for (size_t i = 0; i < overdue; i++)
		say_due(report, "Overdue, due by ", complaint_standing_get_overdue(standing, i));
	if (next)
		say_due(report, "Next, by ", next);
	if (questions > 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "To ask:");
	}
	for (size_t i = 0; i < questions; i++) {
		cmpl_say_item(report, 1);
		cmpl_say(report, complaint_standing_get_question_words(standing, i));
	}
}
