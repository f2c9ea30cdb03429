/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

#include "base/date.h"

#define DATE_ROOM 80

void cmpl_say(struct cmpl_report *report, const char *text)
{
	cmpl_string_add(report->out, text ? text : "");
}

void cmpl_say_number(struct cmpl_report *report, int64_t number)
{
	cmpl_string_add_number(report->out, number);
}

void cmpl_say_line(struct cmpl_report *report, int depth)
{
	if (report->out->length > 0)
		cmpl_say(report, "\n");
	for (int i = 0; i < depth; i++)
		cmpl_say(report, "  ");
}

void cmpl_say_item(struct cmpl_report *report, int depth)
{
	cmpl_say_line(report, depth);
	cmpl_say(report, "- ");
}

void cmpl_say_heading(struct cmpl_report *report, const char *text)
{
	cmpl_say_line(report, 0);
	cmpl_say_line(report, 0);
	cmpl_say(report, text);
}

void cmpl_say_count(struct cmpl_report *report, int64_t count, const char *one, const char *many)
{
	cmpl_say_number(report, count);
	cmpl_say(report, " ");
	cmpl_say(report, count == 1 ? one : many);
}

void cmpl_say_day(struct cmpl_report *report, complaint_day day)
{
	int32_t year = 0, month = 0, day_of_month = 0;

	if (complaint_day_get_date(day, &year, &month, &day_of_month) != COMPLAINT_OK)
		return;
	cmpl_string_addf(report->out, "%s %d %s %d", cmpl_weekday_name(cmpl_day_weekday(day)),
			 (int)day_of_month, cmpl_month_name(month), (int)year);
}

void cmpl_say_working(struct cmpl_report *report, complaint_day day, const char *text)
{
	cmpl_say_line(report, 3);
	cmpl_say_day(report, day);
	cmpl_say(report, ": ");
	cmpl_say(report, text);
}

/* The "09:30" of a moment's text; "" for a day. */
static void clock_of(const char *text, char clock[6])
{
	const char *at = strchr(text, 'T');

	clock[0] = '\0';
	if (!at || strlen(at) < 6)
		return;
	memcpy(clock, at + 1, 5);
	clock[5] = '\0';
}

static void say_time(struct cmpl_report *report, const struct complaint_date *date,
		     const char *text)
{
	int32_t minutes = complaint_date_get_close_of_business(date);
	char clock[6];

	clock_of(text, clock);
	if (clock[0] != '\0') {
		cmpl_say(report, " at ");
		cmpl_say(report, clock);
	} else if (minutes >= 0) {
		cmpl_string_addf(report->out, ", close of business (%02d:%02d)", (int)minutes / 60,
				 (int)minutes % 60);
	}
}

bool cmpl_date_is_known(const struct complaint_date *date)
{
	int32_t kind = complaint_date_get_kind(date);

	return kind == COMPLAINT_DATE_DAY || kind == COMPLAINT_DATE_MOMENT;
}

/* First and last moment, or day, of a date; zeros where it is neither. */
static void ends_of(const struct complaint_date *date, complaint_moment ends[2])
{
	complaint_day first = 0, last = 0;

	ends[0] = ends[1] = 0;
	if (complaint_date_get_moment(date, &ends[0]) == COMPLAINT_OK) {
		complaint_date_get_last_moment(date, &ends[1]);
		return;
	}
	if (complaint_date_get_day(date, &first) != COMPLAINT_OK ||
	    complaint_date_get_last_day(date, &last) != COMPLAINT_OK)
		return;
	ends[0] = first;
	ends[1] = last;
}

bool cmpl_dates_equal(const struct complaint_date *a, const struct complaint_date *b)
{
	complaint_moment left[2], right[2];

	ends_of(a, left);
	ends_of(b, right);
	return complaint_date_get_kind(a) == complaint_date_get_kind(b) && left[0] == right[0] &&
	       left[1] == right[1];
}

void cmpl_say_date(struct cmpl_report *report, const struct complaint_date *date)
{
	bool span = (complaint_date_get_flags(date) & COMPLAINT_DATE_SPAN) != 0;
	char text[DATE_ROOM] = "";
	const char *second;
	complaint_day day = 0, last = 0;

	if (complaint_date_get_day(date, &day) != COMPLAINT_OK) {
		cmpl_say(report, complaint_date_get_kind(date) == COMPLAINT_DATE_NOT_YET
					 ? "not yet"
					 : "not known");
		return;
	}
	if (complaint_date_get_text(date, text, sizeof(text)) != COMPLAINT_OK)
		report->out->failed = true;
	if (span)
		cmpl_say(report, strchr(text, 'T') ? "some time from " : "a day from ");
	cmpl_say_day(report, day);
	say_time(report, date, text);
	second = strstr(text, " to ");
	if (!span || !second || complaint_date_get_last_day(date, &last) != COMPLAINT_OK)
		return;
	cmpl_say(report, " to ");
	cmpl_say_day(report, last);
	say_time(report, date, second);
}

void cmpl_say_date_flags(struct cmpl_report *report, int depth, int32_t flags)
{
	static const struct {
		int32_t bit;
		const char *sentence;
	} sentences[] = {
		{ COMPLAINT_DATE_PROVISIONAL, "This date is provisional: it counts days for which "
					      "no bank holidays are published yet." },
		{ COMPLAINT_DATE_COULD_BE_EARLIER,
		  "It could be earlier: one of the events it may run from is not known." },
		{ COMPLAINT_DATE_BY_DAY,
		  "Some of it is known by the day only, where the time of day matters." },
		{ COMPLAINT_DATE_CLOSE_OF_BUSINESS_UNKNOWN,
		  "It ends at close of business; nobody says when that is, so the whole day "
		  "counts." },
	};

	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
		if (!(flags & sentences[i].bit))
			continue;
		cmpl_say_line(report, depth);
		cmpl_say(report, sentences[i].sentence);
	}
}

void cmpl_say_name(struct cmpl_report *report, const char *id)
{
	for (; id && *id; id++)
		cmpl_string_add_char(report->out, *id == '-' ? ' ' : *id);
}

void cmpl_say_rule(struct cmpl_report *report, uint32_t rule)
{
	const char *clause = complaint_policy_get_rule_clause(report->policy, rule);

	cmpl_say(report, complaint_policy_get_rule_says(report->policy, rule));
	if (clause) {
		cmpl_say(report, " (");
		cmpl_say(report, clause);
		cmpl_say(report, ")");
	}
}

void cmpl_say_question(struct cmpl_report *report, const char *name)
{
	const char *question =
		complaint_policy_get_question(report->policy, name, COMPLAINT_NUL_TERMINATED);

	if (question)
		cmpl_say(report, question);
	else
		cmpl_say_name(report, name);
}

bool cmpl_say_limit(struct cmpl_report *report, uint32_t rule, uint32_t reading, int32_t which)
{
	return cmpl_add_limit(report->out, report->policy, rule, reading, which);
}

/* One member of an anchor, as the view writes it, up to its comma. */
static const char *say_member(struct cmpl_report *report, const char *at)
{
	static const char due[] = "due ";
	bool of_duty = strncmp(at, due, strlen(due)) == 0;

	cmpl_say(report, of_duty ? "the last day for \"" : "\"");
	if (of_duty)
		at += strlen(due);
	for (; *at && *at != ','; at++)
		cmpl_string_add_char(report->out, *at == '-' ? ' ' : *at);
	cmpl_say(report, "\"");
	return at;
}

bool cmpl_say_anchor(struct cmpl_report *report, uint32_t rule, uint32_t reading, int32_t which)
{
	static const char *const groups[] = { "latest of ", "earliest of " };
	struct cmpl_string made = { 0 };
	bool any = cmpl_add_anchor(&made, report->policy, rule, reading, which);
	const char *at = cmpl_string_text(&made);

	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		if (strncmp(at, groups[i], strlen(groups[i])) != 0)
			continue;
		cmpl_say(report, "the ");
		cmpl_say(report, groups[i]);
		at += strlen(groups[i]);
	}
	while (any && *at) {
		at = say_member(report, at);
		if (*at == ',') {
			cmpl_say(report, " and ");
			at += strlen(", ");
		}
	}
	report->out->failed = report->out->failed || made.failed;
	cmpl_string_free(&made);
	return any;
}
