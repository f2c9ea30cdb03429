/* SPDX-License-Identifier: MIT */
#include "write/report.h"

static const struct complaint_date *date_of(const struct complaint_extension *extension,
					    int32_t which)
{
	return complaint_extension_get_date(extension, which);
}

static void say_new_date(struct cmpl_report *report, const struct complaint_extension *extension)
{
	const struct complaint_date *due = date_of(extension, COMPLAINT_EXTENSION_NEW_DUE);
	const struct complaint_date *current = date_of(extension, COMPLAINT_EXTENSION_CURRENT_DUE);

	if (cmpl_date_is_known(due)) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "The last day would be ");
		cmpl_say_date(report, due);
		if (cmpl_date_is_known(current)) {
			cmpl_say(report, " instead of ");
			cmpl_say_date(report, current);
		}
		cmpl_say(report, ".");
	}
	if (complaint_date_get_flags(due) & COMPLAINT_DATE_PROJECTED) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "Both are projected: what they run from has not happened yet.");
	}
	cmpl_say_date_flags(report, 1, complaint_date_get_flags(due));
}

static const char *permitted_sentence(const struct cmpl_report *report, uint32_t tier)
{
	uint32_t reading = cmpl_reading_used(report, tier, NULL);

	if (tier == COMPLAINT_NONE)
		return "Yes. It ends no later than the last day there is already.";
	switch (complaint_policy_get_rule_reading_strength(report->policy, tier, reading)) {
	case COMPLAINT_STRENGTH_NORMALLY:
		return "Yes. All that it needs is there, and so much is usual.";
	case COMPLAINT_STRENGTH_MAY:
		return "Yes, it may be, if that is wanted. All that it needs is there.";
	default: return "Yes. All that it needs is there.";
	}
}

static const char *outcome_sentence(const struct cmpl_report *report,
				    const struct complaint_extension *extension)
{
	switch (complaint_extension_get_outcome(extension)) {
	case COMPLAINT_EXTENSION_PERMITTED:
		return permitted_sentence(report, complaint_extension_get_tier(extension));
	case COMPLAINT_EXTENSION_NEEDS:
		return complaint_extension_missing_count(extension) > 0
			       ? "Not as it stands: something that it needs is missing."
			       : "That hangs on what is not known yet.";
	case COMPLAINT_EXTENSION_REFUSED: return "No. The policy allows no extension that long.";
	case COMPLAINT_EXTENSION_NO_RULE:
		return "The policy has no rule on extending this. That is neither a yes nor a no.";
	case COMPLAINT_EXTENSION_BEYOND_CALENDAR:
		return "That cannot be said: the new date lies beyond what the calendar covers.";
	default: return "That cannot be said yet, since the date to be extended is not known.";
	}
}

static void say_tier(struct cmpl_report *report, const struct complaint_extension *extension)
{
	const struct complaint_date *reach = date_of(extension, COMPLAINT_EXTENSION_REACH);
	uint32_t tier = complaint_extension_get_tier(extension);

	if (tier == COMPLAINT_NONE)
		return;
	cmpl_say_line(report, 1);
	cmpl_say(report, "The rule: ");
	cmpl_say_rule(report, tier);
	if (cmpl_date_is_known(reach)) {
		cmpl_say(report, " It reaches to ");
		cmpl_say_date(report, reach);
		cmpl_say(report, ".");
	}
	cmpl_say_rule_gaps(report, 1, tier);
}

static void say_needs(struct cmpl_report *report, const struct complaint_extension *extension)
{
	size_t missing = complaint_extension_missing_count(extension);
	size_t unknown = complaint_extension_unknown_count(extension);

	if (missing > 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "Missing, going by the answers to these questions:");
	}
	for (size_t i = 0; i < missing; i++) {
		cmpl_say_item(report, 1);
		cmpl_say_question(report, complaint_extension_get_missing(extension, i));
	}
	if (unknown > 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "Not known. Ask:");
	}
	for (size_t i = 0; i < unknown; i++) {
		cmpl_say_item(report, 1);
		cmpl_say_question(report, complaint_extension_get_unknown(extension, i));
	}
}

static void say_duties(struct cmpl_report *report, const struct complaint_extension *extension)
{
	const struct complaint_date *current = date_of(extension, COMPLAINT_EXTENSION_CURRENT_DUE);
	size_t duties = complaint_extension_duty_count(extension);
	size_t notices = complaint_extension_notice_count(extension);

	if (duties > 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "It brings this with it:");
	}
	for (size_t i = 0; i < duties; i++) {
		cmpl_say_item(report, 1);
		cmpl_say_rule(report, complaint_extension_get_duty_at(extension, i));
	}
	if (notices == 0)
		return;
	cmpl_say_line(report, 1);
	cmpl_say(report, "The resident is told");
	if (cmpl_date_is_known(current)) {
		cmpl_say(report, ", by ");
		cmpl_say_date(report, current);
		cmpl_say(report, " at the latest");
	}
	cmpl_say(report, ":");
	for (size_t i = 0; i < notices; i++) {
		const char *notice = complaint_extension_get_notice(extension, i);

		cmpl_say_item(report, 1);
		cmpl_say(report, complaint_policy_get_words(report->policy, notice,
							    COMPLAINT_NUL_TERMINATED));
	}
}

static void say_flags(struct cmpl_report *report, const struct complaint_extension *extension)
{
	int32_t flags = complaint_extension_get_flags(extension);

	if (flags & COMPLAINT_EXTENSION_LATE) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "It was asked for after the last day had passed. That does not "
				 "undo the delay.");
	}
	if (flags & COMPLAINT_EXTENSION_ALREADY_DONE) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "What it would extend has been done already.");
	}
}

static bool reads_alike(const struct complaint_extension *a, const struct complaint_extension *b)
{
	return complaint_extension_get_outcome(a) == complaint_extension_get_outcome(b) &&
	       complaint_extension_get_tier(a) == complaint_extension_get_tier(b) &&
	       cmpl_dates_equal(date_of(a, COMPLAINT_EXTENSION_NEW_DUE),
				date_of(b, COMPLAINT_EXTENSION_NEW_DUE));
}

static const char *reading_sentence(int32_t outcome)
{
	switch (outcome) {
	case COMPLAINT_EXTENSION_PERMITTED: return " Then it is permitted";
	case COMPLAINT_EXTENSION_NEEDS: return " Then more is needed";
	case COMPLAINT_EXTENSION_REFUSED: return " Then it is refused";
	case COMPLAINT_EXTENSION_NO_RULE: return " Then there is no rule on it";
	default: return " Then that cannot be said";
	}
}

static void say_readings(struct cmpl_report *report, const struct complaint_extension *extension)
{
	size_t count = complaint_extension_reading_count(extension);

	for (size_t i = 0; i < count; i++) {
		const struct complaint_extension *reading =
			complaint_extension_get_reading(extension, i);
		uint32_t rule = complaint_extension_get_reading_rule(reading);
		uint32_t tier = complaint_extension_get_tier(reading);

		if (reads_alike(extension, reading))
			continue;
		cmpl_say_line(report, 1);
		cmpl_say_reading(report, rule, complaint_extension_get_reading_label(reading));
		cmpl_say(report, reading_sentence(complaint_extension_get_outcome(reading)));
		if (tier != COMPLAINT_NONE) {
			cmpl_say(report, ", by this rule: ");
			cmpl_say_rule(report, tier);
		} else {
			cmpl_say(report, ".");
		}
	}
}

static void say_working(struct cmpl_report *report, const struct complaint_extension *extension)
{
	size_t count = complaint_extension_working_count(extension);
	complaint_day day = 0;

	for (size_t i = 0; i < count; i++)
		if (complaint_extension_get_working_day(extension, i, &day) == COMPLAINT_OK)
			cmpl_say_working(report, day,
					 complaint_extension_get_working_text(extension, i));
}

void cmpl_say_extension(struct cmpl_report *report)
{
	const struct complaint_extension *extension =
		complaint_answer_get_extension(report->answer);
	uint32_t duty = complaint_extension_get_duty(extension);

	if (!extension)
		return;
	cmpl_say_heading(report, "May the time be extended?");
	if (duty != COMPLAINT_NONE) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "Asked for: ");
		cmpl_say_rule(report, duty);
	}
	cmpl_say_line(report, 1);
	cmpl_say(report, outcome_sentence(report, extension));
	say_new_date(report, extension);
	if (report->detail >= COMPLAINT_DETAIL_WORKING)
		say_working(report, extension);
	say_tier(report, extension);
	say_needs(report, extension);
	say_duties(report, extension);
	say_flags(report, extension);
	if (report->detail > COMPLAINT_DETAIL_VERDICT)
		say_readings(report, extension);
}
