/* SPDX-License-Identifier: MIT */
#include "write/report.h"

/* The words round a date, by how strongly the duty binds: before, link, date, after. */
struct words {
	const char *before, *after, *link;
};

const char *cmpl_duty_strength(int32_t strength, const char **ret_end)
{
	*ret_end = strength == COMPLAINT_STRENGTH_MAY ? "; nothing commands it." : ".";
	switch (strength) {
	case COMPLAINT_STRENGTH_SHOULD: return "It should be done";
	case COMPLAINT_STRENGTH_AIM: return "The aim is to do it";
	case COMPLAINT_STRENGTH_NORMALLY: return "It is normally done";
	case COMPLAINT_STRENGTH_MAY: return "It may be done";
	default: return "It must be done";
	}
}

static struct words running_words(int32_t strength)
{
	struct words words = { .link = " by " };

	words.before = cmpl_duty_strength(strength, &words.after);
	return words;
}

static struct words overdue_words(int32_t strength)
{
	switch (strength) {
	case COMPLAINT_STRENGTH_SHOULD:
		return (struct words){ "It should have been done by ", ".", "" };
	case COMPLAINT_STRENGTH_AIM: return (struct words){ "The aim was to do it by ", ".", "" };
	case COMPLAINT_STRENGTH_NORMALLY:
		return (struct words){ "It would normally have been done by ", ".", "" };
	case COMPLAINT_STRENGTH_MAY:
		return (struct words){ "It might have been done by ", "; nothing commanded it.",
				       "" };
	default: return (struct words){ "It had to be done by ", ".", "" };
	}
}

static struct words words_for(const struct cmpl_report *report,
			      const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	int32_t strength = complaint_policy_get_rule_reading_strength(
		report->policy, rule, cmpl_reading_used(report, rule, NULL));
	bool hours = complaint_date_get_kind(complaint_deadline_get_date(
			     deadline, COMPLAINT_DEADLINE_DUE)) == COMPLAINT_DATE_MOMENT;

	switch (complaint_deadline_get_state(deadline)) {
	case COMPLAINT_DUTY_OVERDUE: return overdue_words(strength);
	case COMPLAINT_DUTY_WAITING:
		return (struct words){ "It is expected to fall due on ", ".", "" };
	case COMPLAINT_DUTY_UNDETERMINED:
		return (struct words){ hours ? "Its time runs out on " : "Its last day is ",
				       ", if it is owed.", "" };
	case COMPLAINT_DUTY_DONE_LATE:
	case COMPLAINT_DUTY_DONE_IN_TIME:
		return (struct words){ hours ? "Its time ran out on " : "Its last day was ", ".",
				       "" };
	default: return running_words(strength);
	}
}

/* " It is 4 days late (2 working days)." Nothing when it is not, or cannot be said. */
static void say_lateness(struct cmpl_report *report, const struct complaint_deadline *deadline,
			 int32_t against, const char *before, const char *after)
{
	int32_t days = 0, working_days = 0;
	complaint_moment seconds = 0;

	if (complaint_deadline_get_lateness(deadline, against, &days, &working_days, &seconds) !=
		    COMPLAINT_OK ||
	    (days == 0 && seconds <= 0))
		return;
	cmpl_say(report, before);
	if (days == 0)
		cmpl_say_count(report, (seconds + 59) / 60, "minute", "minutes");
	else
		cmpl_say_count(report, days, "day", "days");
	if (days > 0 && working_days >= 0) {
		cmpl_say(report, " (");
		cmpl_say_count(report, working_days, "working day", "working days");
		cmpl_say(report, ")");
	}
	cmpl_say(report, after);
}

static void say_done(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	const struct complaint_date *done =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DONE);

	if (!cmpl_date_is_known(done))
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, "It was done on ");
	cmpl_say_date(report, done);
	cmpl_say(report, ".");
}

static void say_beyond(struct cmpl_report *report, const struct complaint_date *due)
{
	complaint_day covered = 0;
	const char *calendar = complaint_date_get_beyond(due, &covered);
	const char *source = complaint_date_get_beyond_source(due);

	if (!calendar)
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, "No date is given, since the calendar \"");
	cmpl_say(report, calendar);
	cmpl_say(report, "\" reaches to ");
	cmpl_say_day(report, covered);
	if (source) {
		cmpl_say(report, " only: there end the ");
		cmpl_say(report, source);
	} else {
		cmpl_say(report, " only");
	}
	cmpl_say(report, ".");
}

/* How the date was counted: the limit, and what it runs from. */
static void say_counted(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	const struct complaint_date *from =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_ANCHOR);
	uint32_t rule = complaint_deadline_get_rule(deadline);
	uint32_t reading = cmpl_reading_used(report, rule, NULL);
	uint32_t source = complaint_deadline_get_projected_from(deadline);

	cmpl_say_line(report, 2);
	cmpl_say(report, "Counted: ");
	cmpl_say_limit(report, rule, reading, COMPLAINT_LIMIT_WITHIN);
	cmpl_say(report, " from ");
	cmpl_say_anchor(report, rule, reading, COMPLAINT_ANCHOR_AFTER);
	if (source != COMPLAINT_NONE) {
		cmpl_say(report, ", which has not happened; so from the last day for it, ");
		cmpl_say_date(report, from);
	} else if (cmpl_date_is_known(from)) {
		cmpl_say(report, ", ");
		cmpl_say_date(report, from);
	}
	cmpl_say(report, ".");
}

static void say_extended(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);
	const struct complaint_date *policy =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_POLICY_DUE);
	const struct complaint_date *extended =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_EXTENDED_DUE);

	if (cmpl_date_is_known(policy) && !cmpl_dates_equal(due, policy)) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "This is with the extension made; without it the last day was ");
		cmpl_say_date(report, policy);
		cmpl_say(report, ".");
	}
	if (cmpl_date_is_known(extended) && !cmpl_dates_equal(due, extended)) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "An extension to ");
		cmpl_say_date(report, extended);
		cmpl_say(report, " was made, but the resident was not told of it in time, so it "
				 "does not count.");
	}
}

static void say_promise(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	const struct complaint_date *promised =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_PROMISED_DUE);

	if (!cmpl_date_is_known(promised))
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, "The resident was promised ");
	cmpl_say_date(report, promised);
	cmpl_say(report, ".");
	say_lateness(report, deadline, COMPLAINT_DEADLINE_PROMISED_DUE, " That is missed by ", ".");
}

void cmpl_say_deadline_dates(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);
	bool overdue = complaint_deadline_get_state(deadline) == COMPLAINT_DUTY_OVERDUE;

	say_done(report, deadline);
	if (cmpl_date_is_known(due)) {
		struct words words = words_for(report, deadline);

		cmpl_say_line(report, 2);
		cmpl_say(report, words.before);
		cmpl_say(report, words.link);
		cmpl_say_date(report, due);
		cmpl_say(report, words.after);
		say_lateness(report, deadline, COMPLAINT_DEADLINE_DUE,
			     overdue ? " It is " : " It was ", " late.");
		say_counted(report, deadline);
	}
	say_beyond(report, due);
	say_extended(report, deadline);
	say_promise(report, deadline);
	cmpl_say_date_flags(report, 2, complaint_date_get_flags(due));
}
