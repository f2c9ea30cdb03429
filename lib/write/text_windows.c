/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <ctype.h>

static const struct {
	int32_t state;
	const char *heading;
} groups[] = {
	{ COMPLAINT_WINDOW_OPEN, "Open:" },
	{ COMPLAINT_WINDOW_NOT_YET_OPEN, "Not open yet:" },
	{ COMPLAINT_WINDOW_UNDETERMINED, "That cannot be said yet:" },
	{ COMPLAINT_WINDOW_BEYOND_CALENDAR, "Beyond the calendar:" },
	{ COMPLAINT_WINDOW_USED_IN_TIME, "Used:" },
	{ COMPLAINT_WINDOW_USED_LATE, "Used too late:" },
	{ COMPLAINT_WINDOW_CLOSED, "Closed:" },
};

static uint32_t reading_of(const struct cmpl_report *report, const struct complaint_window *window)
{
	return cmpl_reading_used(report, complaint_window_get_rule(window),
				 complaint_window_get_reading_label(window));
}

static void say_opens(struct cmpl_report *report, const struct complaint_window *window)
{
	const struct complaint_date *opens =
		complaint_window_get_date(window, COMPLAINT_WINDOW_OPENS);
	int32_t state = complaint_window_get_state(window);
	uint32_t rule = complaint_window_get_rule(window);

	if (complaint_window_get_flags(window) & COMPLAINT_WINDOW_WAIT_LIFTED)
		cmpl_say(report, "There is no wait in this case. ");
	if (cmpl_date_is_known(opens)) {
		cmpl_say(report,
			 state == COMPLAINT_WINDOW_NOT_YET_OPEN ? "It opens on " : "It opened on ");
		cmpl_say_date(report, opens);
		cmpl_say(report, ". ");
	} else if (complaint_date_get_kind(opens) == COMPLAINT_DATE_NOT_YET ||
		   complaint_date_get_kind(opens) == COMPLAINT_DATE_UNKNOWN) {
		cmpl_say(report, "It opens after ");
		cmpl_say_anchor(report, rule, reading_of(report, window), COMPLAINT_ANCHOR_OPENS);
		cmpl_say(report, complaint_date_get_kind(opens) == COMPLAINT_DATE_NOT_YET
					 ? ", which has not happened. "
					 : ", which is not known. ");
	}
}

static void say_closes(struct cmpl_report *report, const struct complaint_window *window)
{
	const struct complaint_date *closes =
		complaint_window_get_date(window, COMPLAINT_WINDOW_CLOSES);
	bool closed = complaint_window_get_state(window) == COMPLAINT_WINDOW_CLOSED;
	uint32_t rule = complaint_window_get_rule(window);

	if (cmpl_date_is_known(closes)) {
		cmpl_say(report, closed ? "Its last day was " : "Its last day is ");
		cmpl_say_date(report, closes);
		cmpl_say(report, ".");
	} else if (complaint_date_get_kind(closes) == COMPLAINT_DATE_NONE) {
		cmpl_say(report, "The policy sets no end to it.");
	} else if (complaint_date_get_kind(closes) != COMPLAINT_DATE_BEYOND_CALENDAR) {
		cmpl_say(report, "Its end is counted from ");
		cmpl_say_anchor(report, rule, reading_of(report, window), COMPLAINT_ANCHOR_AFTER);
		cmpl_say(report, complaint_date_get_kind(closes) == COMPLAINT_DATE_NOT_YET
					 ? ", which has not happened."
					 : ", which is not known.");
	}
}

static void say_beyond(struct cmpl_report *report, const struct complaint_window *window)
{
	const struct complaint_date *closes =
		complaint_window_get_date(window, COMPLAINT_WINDOW_CLOSES);
	const struct complaint_date *opens =
		complaint_window_get_date(window, COMPLAINT_WINDOW_OPENS);
	complaint_day covered = 0;
	const char *calendar = complaint_date_get_beyond(closes, &covered);

	if (!calendar)
		calendar = complaint_date_get_beyond(opens, &covered);
	if (!calendar)
		return;
	cmpl_say(report, "No date is given, since the calendar \"");
	cmpl_say(report, calendar);
	cmpl_say(report, "\" reaches to ");
	cmpl_say_day(report, covered);
	cmpl_say(report, " only.");
}

static void say_unknown(struct cmpl_report *report, const struct complaint_window *window)
{
	size_t count = complaint_window_reason_count(window);

	for (size_t i = 0; i < count; i++) {
		const struct complaint_reason *reason = complaint_window_get_reason(window, i);

		if (complaint_reason_get_truth(reason) != COMPLAINT_UNKNOWN)
			continue;
		cmpl_say_line(report, 2);
		cmpl_say(report, "Ask: ");
		cmpl_say_question(
			report, complaint_policy_get_term_name(report->policy,
							       complaint_reason_get_term(reason)));
	}
}

/* How long a door stays shut at first, and what that runs from; a wait that was lifted is none. */
static void say_wait(struct cmpl_report *report, const struct complaint_window *window)
{
	uint32_t rule = complaint_window_get_rule(window), reading = reading_of(report, window);

	if (!cmpl_date_is_known(complaint_window_get_date(window, COMPLAINT_WINDOW_OPENS)) ||
	    (complaint_window_get_flags(window) & COMPLAINT_WINDOW_WAIT_LIFTED) ||
	    complaint_policy_get_rule_limit(report->policy, rule, reading, COMPLAINT_LIMIT_WAIT,
					    NULL, NULL) != COMPLAINT_OK)
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, "Counted: a wait of ");
	cmpl_say_limit(report, rule, reading, COMPLAINT_LIMIT_WAIT);
	cmpl_say(report, " from ");
	cmpl_say_anchor(report, rule, reading, COMPLAINT_ANCHOR_OPENS);
	cmpl_say(report, ".");
}

static void say_counted(struct cmpl_report *report, const struct complaint_window *window)
{
	uint32_t rule = complaint_window_get_rule(window), reading = reading_of(report, window);

	say_wait(report, window);
	if (!cmpl_date_is_known(complaint_window_get_date(window, COMPLAINT_WINDOW_CLOSES)))
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, "Counted: ");
	cmpl_say_limit(report, rule, reading, COMPLAINT_LIMIT_WITHIN);
	cmpl_say(report, " from ");
	cmpl_say_anchor(report, rule, reading, COMPLAINT_ANCHOR_AFTER);
	cmpl_say(report, ".");
}

static void say_use(struct cmpl_report *report, const struct complaint_window *window)
{
	const struct complaint_date *used =
		complaint_window_get_date(window, COMPLAINT_WINDOW_USED);
	const char *if_late = complaint_window_get_if_late(window);
	int32_t state = complaint_window_get_state(window);
	const char *record = complaint_policy_get_words(report->policy, if_late ? if_late : "",
							COMPLAINT_NUL_TERMINATED);

	if (cmpl_date_is_known(used) &&
	    (state == COMPLAINT_WINDOW_USED_IN_TIME || state == COMPLAINT_WINDOW_USED_LATE)) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "It was used on ");
		cmpl_say_date(report, used);
		cmpl_say(report, ".");
	}
	if (!if_late || (state != COMPLAINT_WINDOW_CLOSED && state != COMPLAINT_WINDOW_USED_LATE))
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, state == COMPLAINT_WINDOW_CLOSED ? "Used later, it is recorded as "
							  : "It is recorded as ");
	cmpl_say(report, record ? record : if_late);
	cmpl_say(report, ".");
}

static bool reads_alike(const struct complaint_window *a, const struct complaint_window *b)
{
	return complaint_window_get_state(a) == complaint_window_get_state(b) &&
	       cmpl_dates_equal(complaint_window_get_date(a, COMPLAINT_WINDOW_OPENS),
				complaint_window_get_date(b, COMPLAINT_WINDOW_OPENS)) &&
	       cmpl_dates_equal(complaint_window_get_date(a, COMPLAINT_WINDOW_CLOSES),
				complaint_window_get_date(b, COMPLAINT_WINDOW_CLOSES));
}

static const char *reading_sentence(int32_t state)
{
	switch (state) {
	case COMPLAINT_WINDOW_NOT_AVAILABLE: return " Then there is no such door here.";
	case COMPLAINT_WINDOW_USED_IN_TIME: return " Then it was used in time. ";
	case COMPLAINT_WINDOW_USED_LATE: return " Then it was used too late. ";
	case COMPLAINT_WINDOW_NOT_YET_OPEN: return " Then it is not open yet. ";
	case COMPLAINT_WINDOW_CLOSED: return " Then it is closed. ";
	case COMPLAINT_WINDOW_OPEN: return " Then it is open. ";
	default: return " Then that cannot be said yet. ";
	}
}

static void say_readings(struct cmpl_report *report, const struct complaint_window *window)
{
	size_t count = complaint_window_reading_count(window);
	bool host = (complaint_window_get_flags(window) & COMPLAINT_WINDOW_HOST_READING) != 0;
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		const struct complaint_window *reading = complaint_window_get_reading(window, i);

		if (reads_alike(window, reading))
			continue;
		any = true;
		cmpl_say_line(report, 2);
		cmpl_say_reading(report, complaint_window_get_rule(reading),
				 complaint_window_get_reading_label(reading));
		cmpl_say(report, reading_sentence(complaint_window_get_state(reading)));
		if (complaint_window_get_state(reading) == COMPLAINT_WINDOW_NOT_AVAILABLE)
			continue;
		say_opens(report, reading);
		say_closes(report, reading);
	}
	if (!any)
		return;
	cmpl_say_line(report, 2);
	cmpl_say(report, host ? "What stands above is the reading this host chose."
			      : "What stands above is the policy file's choice.");
}

const char *cmpl_window_strength(int32_t strength)
{
	switch (strength) {
	case COMPLAINT_STRENGTH_SHOULD: return " The policy says \"should\".";
	case COMPLAINT_STRENGTH_AIM: return " The policy calls it an aim.";
	case COMPLAINT_STRENGTH_NORMALLY: return " So it is normally.";
	case COMPLAINT_STRENGTH_MAY: return " The landlord may open it; nothing commands it.";
	default: return "";
	}
}

/* The door's name begins the item: its first letter becomes a capital. */
static void say_door(struct cmpl_report *report, const struct complaint_window *window)
{
	const char *door = complaint_window_get_door(window);
	const char *says = complaint_policy_get_words(report->policy, door ? door : "",
						      COMPLAINT_NUL_TERMINATED);
	uint32_t rule = complaint_window_get_rule(window);

	if (says && *says) {
		cmpl_string_add_char(report->out, (char)toupper((unsigned char)*says));
		cmpl_say(report, says + 1);
		cmpl_say(report, ". ");
	}
	cmpl_say_rule(report, rule);
	cmpl_say(report, cmpl_window_strength(complaint_policy_get_rule_reading_strength(
				 report->policy, rule, reading_of(report, window))));
}

static void say_working(struct cmpl_report *report, const struct complaint_window *window,
			int32_t which)
{
	size_t count = complaint_window_working_count(window, which);
	complaint_day day = 0;

	if (count <= 2) /* no wait: the sentence has said it */
		return;
	for (size_t i = 0; i < count; i++)
		if (complaint_window_get_working_day(window, which, i, &day) == COMPLAINT_OK)
			cmpl_say_working(report, day,
					 complaint_window_get_working_text(window, which, i));
}

static void say_window(struct cmpl_report *report, const struct complaint_window *window)
{
	uint32_t rule = complaint_window_get_rule(window);
	int32_t state = complaint_window_get_state(window);
	int32_t flags = complaint_date_get_flags(
				complaint_window_get_date(window, COMPLAINT_WINDOW_OPENS)) |
			complaint_date_get_flags(
				complaint_window_get_date(window, COMPLAINT_WINDOW_CLOSES));

	cmpl_say_item(report, 1);
	say_door(report, window);
	cmpl_say_line(report, 2);
	say_opens(report, window);
	say_closes(report, window);
	if (state == COMPLAINT_WINDOW_BEYOND_CALENDAR)
		say_beyond(report, window);
	if (state == COMPLAINT_WINDOW_UNDETERMINED)
		say_unknown(report, window);
	say_counted(report, window);
	say_use(report, window);
	cmpl_say_date_flags(report, 2, flags);
	if (report->detail <= COMPLAINT_DETAIL_VERDICT)
		return;
	if (report->detail >= COMPLAINT_DETAIL_WORKING) {
		say_working(report, window, COMPLAINT_WINDOW_OPENS);
		say_working(report, window, COMPLAINT_WINDOW_CLOSES);
	}
	say_readings(report, window);
	cmpl_say_rule_gaps(report, 2, rule);
}

static size_t say_group(struct cmpl_report *report, int32_t state, const char *heading)
{
	size_t count = complaint_answer_window_count(report->answer), found = 0;

	for (size_t i = 0; i < count; i++) {
		const struct complaint_window *window =
			complaint_answer_get_window(report->answer, i);

		if (complaint_window_get_state(window) != state)
			continue;
		if (found++ == 0) {
			cmpl_say_line(report, 1);
			cmpl_say(report, heading);
		}
		say_window(report, window);
	}
	return found;
}

void cmpl_say_windows(struct cmpl_report *report)
{
	size_t count = complaint_answer_window_count(report->answer), shown = 0;

	cmpl_say_heading(report, "Which doors are open to the resident?");
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		shown += say_group(report, groups[i].state, groups[i].heading);
	if (count == 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "The policy names none.");
	} else if (count > shown) {
		cmpl_say_line(report, 1);
		cmpl_say_count(report, (int64_t)(count - shown),
			       "door of the policy is not there in this case.",
			       "doors of the policy are not there in this case.");
	}
}
