/* SPDX-License-Identifier: MIT */
#include "write/report.h"

static const struct {
	int32_t state;
	const char *heading;
} groups[] = {
	{ COMPLAINT_DUTY_OVERDUE, "Overdue:" },
	{ COMPLAINT_DUTY_RUNNING, "Still to be done:" },
	{ COMPLAINT_DUTY_NO_DATE, "Without a date:" },
	{ COMPLAINT_DUTY_WAITING, "Not running yet:" },
	{ COMPLAINT_DUTY_UNDETERMINED, "That cannot be said yet:" },
	{ COMPLAINT_DUTY_BEYOND_CALENDAR, "Beyond the calendar:" },
	{ COMPLAINT_DUTY_DONE_LATE, "Done late:" },
	{ COMPLAINT_DUTY_DONE_IN_TIME, "Done in time:" },
};

static void say_no_date(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	uint32_t reading =
		cmpl_reading_used(report, rule, complaint_deadline_get_reading_label(deadline));
	int32_t amount = 0, unit = 0;

	if (complaint_policy_get_rule_limit(report->policy, rule, reading, COMPLAINT_LIMIT_WITHIN,
					    &amount, &unit) == COMPLAINT_OK) {
		cmpl_say_line(report, 2);
		cmpl_say(report,
			 unit == COMPLAINT_UNIT_IMMEDIATELY
				 ? "The policy says \"immediately\", which is no date."
				 : "The policy says \"as soon as possible\", which is no date.");
		return;
	}
	if (complaint_policy_describe_anchor(report->policy, rule, reading, COMPLAINT_ANCHOR_BEFORE,
					     NULL, 0, NULL) != COMPLAINT_OK)
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, "To be done before ");
	cmpl_say_anchor(report, rule, reading, COMPLAINT_ANCHOR_BEFORE);
	cmpl_say(report, ".");
}

static const char *cause_sentence(int32_t cause)
{
	switch (cause) {
	case COMPLAINT_CAUSE_CONDITION_UNKNOWN: return "Whether it is owed at all is not known.";
	case COMPLAINT_CAUSE_DONE_UNKNOWN: return "Whether it was done is not known.";
	case COMPLAINT_CAUSE_NO_NOW:
		return "The question was asked without a present, so nothing is called late.";
	case COMPLAINT_CAUSE_SPAN:
		return "What it runs from is known by its month only, which leaves open whether it "
		       "is late.";
	case COMPLAINT_CAUSE_CHOSEN_READINGS_CYCLE:
		return "The readings chosen make it hang on itself.";
	default: return NULL;
	}
}

static void say_cause(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	uint32_t reading =
		cmpl_reading_used(report, rule, complaint_deadline_get_reading_label(deadline));
	int32_t cause = complaint_deadline_get_cause(deadline);
	const char *sentence = cause_sentence(cause);

	if (sentence) {
		cmpl_say_line(report, 2);
		cmpl_say(report, sentence);
	}
	if (cause == COMPLAINT_CAUSE_ANCHOR_UNKNOWN || cause == COMPLAINT_CAUSE_ANCHOR_NOT_YET) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "It runs from ");
		cmpl_say_anchor(report, rule, reading, COMPLAINT_ANCHOR_AFTER);
		cmpl_say(report, cause == COMPLAINT_CAUSE_ANCHOR_UNKNOWN
					 ? ", which is not known."
					 : ", which has not happened.");
	}
}

/* What must be known before it can be said whether it is owed. */
static void say_unknown(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_reason_count(deadline);

	for (size_t i = 0; i < count; i++) {
		const struct complaint_reason *reason = complaint_deadline_get_reason(deadline, i);

		if (complaint_reason_get_truth(reason) != COMPLAINT_UNKNOWN)
			continue;
		cmpl_say_line(report, 2);
		cmpl_say(report, "Ask: ");
		cmpl_say_question(
			report, complaint_policy_get_term_name(report->policy,
							       complaint_reason_get_term(reason)));
	}
}

/* A limit in days has no hour to be judged by; elsewhere a time is missing. */
static const char *why_by_day(const struct complaint_deadline *deadline)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);

	return complaint_date_get_kind(due) == COMPLAINT_DATE_DAY
		       ? "It is judged by the day: a limit in days ends with its last day."
		       : "It is judged by the day, since a time of day is not known.";
}

static void say_doubts(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	const struct {
		int32_t bit;
		const char *sentence;
	} doubts[] = {
		{ COMPLAINT_DEADLINE_STAGE_UNKNOWN, "Whether its stage has started is not known." },
		{ COMPLAINT_DEADLINE_ROUTE_UNDETERMINED,
		  "How the matter is recorded is not known; that could do away with it." },
		{ COMPLAINT_DEADLINE_WINDOW_UNKNOWN,
		  "Whether the door it belongs to exists is not known." },
		{ COMPLAINT_DEADLINE_BY_DAY, why_by_day(deadline) },
		{ COMPLAINT_DEADLINE_BEYOND_TIERS,
		  "The extension that was made goes beyond what the policy allows." },
	};
	int32_t flags = complaint_deadline_get_flags(deadline);

	for (size_t i = 0; i < sizeof(doubts) / sizeof(doubts[0]); i++) {
		if (!(flags & doubts[i].bit))
			continue;
		cmpl_say_line(report, 2);
		cmpl_say(report, doubts[i].sentence);
	}
}

static void say_reading(struct cmpl_report *report, const struct complaint_deadline *reading)
{
	const struct complaint_date *due =
		complaint_deadline_get_date(reading, COMPLAINT_DEADLINE_DUE);
	int32_t state = complaint_deadline_get_state(reading);

	cmpl_say_line(report, 2);
	cmpl_say_reading(report, complaint_deadline_get_rule(reading),
			 complaint_deadline_get_reading_label(reading));
	if (state == COMPLAINT_DUTY_NOT_OWED) {
		cmpl_say(report, " Then it is not owed.");
		return;
	}
	if (cmpl_date_is_known(due)) {
		cmpl_say(report, " Then the last day is ");
		cmpl_say_date(report, due);
		cmpl_say(report, state == COMPLAINT_DUTY_OVERDUE     ? ", which has passed."
				 : state == COMPLAINT_DUTY_DONE_LATE ? ", and it was done late."
				 : state == COMPLAINT_DUTY_DONE_IN_TIME
					 ? ", and it was done in time."
					 : ".");
	} else {
		cmpl_say(report, " Then no date can be given.");
	}
}

static bool reads_alike(const struct complaint_deadline *a, const struct complaint_deadline *b)
{
	return complaint_deadline_get_state(a) == complaint_deadline_get_state(b) &&
	       cmpl_dates_equal(complaint_deadline_get_date(a, COMPLAINT_DEADLINE_DUE),
				complaint_deadline_get_date(b, COMPLAINT_DEADLINE_DUE));
}

static void say_readings(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_reading_count(deadline);
	bool host = (complaint_deadline_get_flags(deadline) & COMPLAINT_DEADLINE_HOST_READING) != 0;
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		const struct complaint_deadline *reading =
			complaint_deadline_get_reading(deadline, i);

		if (reads_alike(deadline, reading))
			continue;
		say_reading(report, reading);
		any = true;
	}
	if (!any)
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, host ? "What stands above is the reading this host chose."
			      : "What stands above is the policy file's choice.");
}

static void say_rests_on(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_rests_on_count(deadline);

	for (size_t i = 0; i < count; i++) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "It hangs on \"");
		cmpl_say_name(report, cmpl_rule_name(report->policy,
						     complaint_deadline_get_rests_on(deadline, i)));
		cmpl_say(report, "\", which can be read otherwise; see there.");
	}
}

static void say_working(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	size_t count = complaint_deadline_working_count(deadline);
	complaint_day day = 0;

	for (size_t i = 0; i < count; i++)
		if (complaint_deadline_get_working_day(deadline, i, &day) == COMPLAINT_OK)
			cmpl_say_working(report, day,
					 complaint_deadline_get_working_text(deadline, i));
}

static void say_deadline(struct cmpl_report *report, const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	int32_t state = complaint_deadline_get_state(deadline);
	bool pressing = state == COMPLAINT_DUTY_OVERDUE || state == COMPLAINT_DUTY_RUNNING ||
			state == COMPLAINT_DUTY_UNDETERMINED || state == COMPLAINT_DUTY_NO_DATE;

	cmpl_say_item(report, 1);
	cmpl_say_rule(report, rule);
	if (state == COMPLAINT_DUTY_NO_DATE)
		say_no_date(report, deadline);
	say_cause(report, deadline);
	if (state == COMPLAINT_DUTY_UNDETERMINED)
		say_unknown(report, deadline);
	cmpl_say_deadline_dates(report, deadline);
	say_doubts(report, deadline);
	if (report->detail >= COMPLAINT_DETAIL_WORKING)
		say_working(report, deadline);
	if (report->detail <= COMPLAINT_DETAIL_VERDICT)
		return;
	say_readings(report, deadline);
	say_rests_on(report, deadline);
	if (pressing)
		cmpl_say_rule_gaps(report, 2, rule);
	else
		cmpl_say_superseded(report, 2, rule);
}

static size_t say_group(struct cmpl_report *report, int32_t state, const char *heading)
{
	size_t count = complaint_answer_deadline_count(report->answer), found = 0;

	for (size_t i = 0; i < count; i++) {
		const struct complaint_deadline *deadline =
			complaint_answer_get_deadline(report->answer, i);

		if (complaint_deadline_get_state(deadline) != state)
			continue;
		if (found++ == 0) {
			cmpl_say_line(report, 1);
			cmpl_say(report, heading);
		}
		say_deadline(report, deadline);
	}
	return found;
}

void cmpl_say_deadlines(struct cmpl_report *report)
{
	size_t count = complaint_answer_deadline_count(report->answer), shown = 0;

	cmpl_say_heading(report, "What is due, and when?");
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		shown += say_group(report, groups[i].state, groups[i].heading);
	if (count == shown)
		return;
	cmpl_say_line(report, 1);
	if (shown == 0)
		cmpl_say(report, "Nothing is owed now.");
	else
		cmpl_say_count(report, (int64_t)(count - shown),
			       "other duty of the policy is not owed here.",
			       "other duties of the policy are not owed here.");
}
