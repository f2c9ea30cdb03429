/* SPDX-License-Identifier: MIT */
#include "calendar/holidays_ics.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <complaint/calendar.h>

#include "calendar/calendar.h"
#include "support/test.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n" lines "END:VEVENT\r\n"
#define CHRISTMAS EVENT("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas Day\r\n")

static complaint_status load(const char *bytes, size_t length,
			     struct complaint_calendar **ret_calendar, char **ret_faults)
{
	struct complaint_diagnostics *diags = NULL;
	complaint_status status;

	complaint_diagnostics_new(&diags);
	status = complaint_calendar_load_memory("days.ics", bytes, length, NULL, 0, ret_calendar,
						diags);
	*ret_faults = test_diagnostics_text(diags);
	complaint_diagnostics_free(diags);
	return status;
}

/* --- faults ------------------------------------------------------------------ */

static const struct {
	const char *name, *text, *wanted; /* its first line */
} faults[] = {
	{ "an empty file", "", "days.ics: error: the file is empty [empty-file]" },
	{ "a web page", "<!DOCTYPE html><html><body>404</body></html>",
	  "days.ics:1:1: error: the file does not begin with BEGIN:VCALENDAR [ics-malformed]" },
	{ "JSON", "{\"england-and-wales\":{}}\n",
	  "days.ics:1:1: error: the file does not begin with BEGIN:VCALENDAR [ics-malformed]" },
	{ "nothing but blank lines", "\r\n\r\n",
	  "days.ics: error: the file does not begin with BEGIN:VCALENDAR [ics-malformed]" },
	{ "a calendar without events", HEAD TAIL,
	  "days.ics: error: the calendar has no event [ics-no-event]" },
	{ "a file cut short in an event",
	  HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Chr",
	  "days.ics:6:1: error: the file ends inside the VEVENT that begins on line 4 "
	  "[ics-malformed]" },
	{ "a file cut short between events", HEAD CHRISTMAS,
	  "days.ics:9:1: error: the file ends inside the VCALENDAR that begins on line 1 "
	  "[ics-malformed]" },
	{ "a file cut short in a name", HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMM",
	  "days.ics:6:1: error: a line is not a name, a colon and a value [ics-malformed]" },
	{ "an event that is not ended", HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\n" TAIL,
	  "days.ics:6:1: error: \"VCALENDAR\" ends here but was not open [ics-malformed]" },
	{ "an end without a beginning", HEAD "END:VEVENT\r\n" CHRISTMAS TAIL,
	  "days.ics:4:1: error: \"VEVENT\" ends here but was not open [ics-malformed]" },
	{ "two calendars", HEAD CHRISTMAS TAIL HEAD CHRISTMAS TAIL,
	  "days.ics:11:1: error: a second VCALENDAR begins [ics-two-calendars]" },
	{ "a calendar inside a calendar", HEAD HEAD TAIL TAIL,
	  "days.ics:4:1: error: a VCALENDAR begins inside another component [ics-malformed]" },
	{ "an event inside an event", HEAD "BEGIN:VEVENT\r\nBEGIN:VEVENT\r\n",
	  "days.ics:5:1: error: a VEVENT begins inside another component [ics-malformed]" },
	{ "text after the calendar", HEAD CHRISTMAS TAIL "DTSTART:20260101\r\n",
	  "days.ics:11:1: error: the file goes on after END:VCALENDAR [ics-malformed]" },
	{ "components four deep", HEAD "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nBEGIN:X\r\n",
	  "days.ics:6:1: error: \"X\" nests more than 3 deep [ics-nested-too-deep]" },
	{ "a date with dashes", HEAD EVENT("DTSTART;VALUE=DATE:2026-12-25\r\n") TAIL,
	  "days.ics:7:20: error: \"2026-12-25\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "month 13", HEAD EVENT("DTSTART;VALUE=DATE:20261301\r\n") TAIL,
	  "days.ics:7:20: error: \"20261301\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "30 February", HEAD EVENT("DTSTART;VALUE=DATE:20260230\r\n") TAIL,
	  "days.ics:7:20: error: \"20260230\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "a date in words", HEAD EVENT("DTSTART;VALUE=DATE:Christmas\r\n") TAIL,
	  "days.ics:7:20: error: \"Christmas\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "no date", HEAD EVENT("DTSTART;VALUE=DATE:\r\n") TAIL,
	  "days.ics:7:20: error: \"\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "a date with a time behind it", HEAD EVENT("DTSTART;VALUE=DATE:20261225T000000\r\n") TAIL,
	  "days.ics:7:20: error: \"20261225T000000\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "a time of day", HEAD EVENT("DTSTART:20261225T090000Z\r\n") TAIL,
	  "days.ics:7:9: error: \"20261225T090000Z\" has a time of day; a calendar closes whole "
	  "days "
	  "[ics-not-all-day]" },
	{ "a time of day with a zone",
	  HEAD EVENT("DTSTART;TZID=\"Europe/London\":20261225T090000\r\n") TAIL,
	  "days.ics:7:30: error: \"20261225T090000\" has a time of day; a calendar closes whole "
	  "days "
	  "[ics-not-all-day]" },
	{ "hours for a duration",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nDURATION:PT24H\r\n") TAIL,
	  "days.ics:8:10: error: \"PT24H\" is not a number of days or weeks up to 366 days "
	  "[ics-not-all-day]" },
	{ "two beginnings",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nDTSTART;VALUE=DATE:20261226\r\n") TAIL,
	  "days.ics:8:20: error: a second DTSTART in one event [ics-malformed]" },
	{ "no beginning", HEAD EVENT("SUMMARY:x\r\n") TAIL,
	  "days.ics:4:1: error: an event has no DTSTART [ics-malformed]" },
	{ "an end before the beginning",
	  HEAD EVENT("DTEND;VALUE=DATE:20261225\r\nDTSTART;VALUE=DATE:20261225\r\n") TAIL,
	  "days.ics:7:18: error: the event ends before it begins [ics-event-too-long]" },
	{ "an end and a duration",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\nDURATION:P1D\r\n")
		  TAIL,
	  "days.ics:9:10: error: an event has both DTEND and DURATION [ics-malformed]" },
	{ "an event of 367 days",
	  HEAD EVENT("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270103\r\n") TAIL,
	  "days.ics:8:18: error: the event lasts 367 days, but may last 366 at most "
	  "[ics-event-too-long]" },
	{ "a rule that comes every hour",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=HOURLY\r\n") TAIL,
	  "days.ics:8:7: error: \"HOURLY\" comes more than once a day; a calendar closes whole "
	  "days "
	  "[recurrence-not-supported]" },
	{ "a second rule",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=DAILY;COUNT=1\r\nRRULE:FREQ="
		     "YEARLY\r\n") TAIL,
	  "days.ics:9:7: error: a second RRULE in one event [ics-not-supported]" },
	{ "EXRULE", HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nEXRULE:FREQ=DAILY\r\n") TAIL,
	  "days.ics:8:8: error: an EXRULE, which RFC 5545 has given up [ics-not-supported]" },
	{ "a series that does not begin on a day of its rule",
	  HEAD EVENT("DTSTART;VALUE=DATE:20260107\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n") TAIL,
	  "days.ics:7:20: error: the event does not begin on a day of its RRULE "
	  "[recurrence-malformed]" },
	{ "a change of the rest of a series",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nRECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:"
		     "20261225\r\n") TAIL,
	  "days.ics:8:46: error: a change of a whole rest of a series (RANGE) "
	  "[ics-not-supported]" },
	{ "an impossible date among those left out",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
		     "EXDATE;VALUE=DATE:20261226,20261232\r\n") TAIL,
	  "days.ics:9:19: error: \"20261232\" is not a date of the years 1900 to 2199 "
	  "[ics-date-impossible]" },
	{ "a line that is none", HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nFOO BAR BAZ\r\n") TAIL,
	  "days.ics:8:1: error: a line is not a name, a colon and a value [ics-malformed]" },
	{ "a line that libical cannot read",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nPRIORITY:\r\n") TAIL,
	  "days.ics:4:1: error: libical cannot read a line of the event [ics-malformed]" },
	{ "a byte of Latin-1",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:No\xebl\r\n") TAIL,
	  "days.ics:8:11: error: the byte \\xeb is not UTF-8 here [not-utf8]" },
	{ "a control character", HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:a\x01") TAIL,
	  "days.ics:8:10: error: the control character \\x01 stands here [control-character]" },
	{ "no Christmas Day", HEAD EVENT("DTSTART;VALUE=DATE:20260701\r\n") TAIL,
	  "days.ics: error: the file has no Christmas Day, so nothing says what it covers "
	  "[ics-span-unknown]" },
	{ "Christmas within a longer closure",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20270102\r\n") TAIL,
	  "days.ics: error: the file has no Christmas Day, so nothing says what it covers "
	  "[ics-span-unknown]" },
	{ "a cancelled Christmas",
	  HEAD EVENT("DTSTART;VALUE=DATE:20261225\r\nSTATUS:CANCELLED\r\n") TAIL,
	  "days.ics: error: the file has no Christmas Day, so nothing says what it covers "
	  "[ics-span-unknown]" },
};

static void test_faults(void)
{
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct complaint_calendar *calendar = NULL;
		char *is = NULL, *end;

		test_case("%s is refused", faults[i].name);
		CHECK_STATUS(load(faults[i].text, strlen(faults[i].text), &calendar, &is),
			     COMPLAINT_ERR_INVALID_FILE);
		end = strchr(is, '\n');
		if (end)
			*end = '\0';
		CHECK_TEXT(is, faults[i].wanted);
		CHECK(!calendar);
		free(is);
	}
}

static void test_all_at_once(void)
{
	static const char text[] = HEAD EVENT("DTSTART;VALUE=DATE:20260230\r\n")
		EVENT("DTSTART:20261225T090000Z\r\n") EVENT("SUMMARY:no date\r\n") TAIL;
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	test_case("every fault that can be told apart is told in one run");
	CHECK_STATUS(load(text, strlen(text), &calendar, &is), COMPLAINT_ERR_INVALID_FILE);
	CHECK(strstr(is, "days.ics:7:20: error:") && strstr(is, "days.ics:12:9: error:") &&
		      strstr(is, "days.ics:14:1: error:"),
	      "%s", is);
	free(is);
}

static void test_nul(void)
{
	static const char text[] = HEAD "\0" CHRISTMAS TAIL;
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	test_case("a NUL is refused: libical would take it for the end");
	CHECK_STATUS(load(text, sizeof(text) - 1, &calendar, &is), COMPLAINT_ERR_INVALID_FILE);
	CHECK(!strncmp(is, "days.ics:4:1: error: the control character", 42), "%s", is);
	free(is);
}

/* A file of `count` times `part` between head and tail of an event. */
static void test_limit(const char *name, const char *before, const char *part, size_t count,
		       const char *after, const char *slug)
{
	size_t length = strlen(before) + count * strlen(part) + strlen(after);
	char *text = malloc(length + 1), *at = text, *is = NULL;
	struct complaint_calendar *calendar = NULL;

	test_case("%s", name);
	if (!text)
		abort();
	at += sprintf(at, "%s", before);
	for (size_t i = 0; i < count; i++)
		at += sprintf(at, "%s", part);
	strcpy(at, after);
	CHECK_STATUS(load(text, length, &calendar, &is),
		     slug ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK);
	CHECK(!slug || strstr(is, slug), "%.300s", is);
	complaint_calendar_free(calendar);
	free(text);
	free(is);
}

#define DATED "DTSTART;VALUE=DATE:20261225\r\n"

static void test_limits(void)
{
	const char *in_event = HEAD "BEGIN:VEVENT\r\n" DATED;
	const char *end = "\r\nEND:VEVENT\r\n" TAIL;

	test_limit("a line of 8,192 bytes is read", HEAD "BEGIN:VEVENT\r\n" DATED "SUMMARY:", "A",
		   8184, end, NULL);
	test_limit("a line of 8,193 is not", HEAD "BEGIN:VEVENT\r\n" DATED "SUMMARY:", "A", 8185,
		   end, "[ics-too-long-line]");
	test_limit("nor one made so by folding",
		   HEAD "BEGIN:VEVENT\r\n" DATED "SUMMARY:", "AAAA\r\n ", 2100, end,
		   "[ics-too-long-line]");
	test_limit("366 dates in a line are read", HEAD "BEGIN:VEVENT\r\n" DATED "EXDATE:20270101",
		   ",20270101", 365, end, NULL);
	test_limit("367 are not", HEAD "BEGIN:VEVENT\r\n" DATED "EXDATE:20270101", ",20270101", 366,
		   end, "[ics-too-large]");
	test_limit("a hundred thousand events that begin and never end", in_event,
		   "BEGIN:VEVENT\r\n", 18000, "", "[ics-malformed]");
	test_limit("ends without beginnings", HEAD, "END:VEVENT\r\n", 20000, "", "[ics-malformed]");
	test_limit("10,001 lines", in_event, "X:\r\n", 9995, "END:VEVENT\r\n" TAIL,
		   "[ics-too-large]");
	test_limit("300 KiB", in_event, "X-FILLER:0123456789012345678901234567890\r\n", 7500, end,
		   "[file-too-large]");
	test_limit("events that close more days than are read", HEAD CHRISTMAS,
		   "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:"
		   "20270101\r\nEND:VEVENT\r\n",
		   60, TAIL, "[recurrence-too-many]");
	test_limit("more series than are read", HEAD CHRISTMAS,
		   "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=YEARLY;INTERVAL="
		   "9\r\nEND:VEVENT\r\n",
		   500, TAIL, "[recurrence-too-many]");
}

/* --- what is read --------------------------------------------------------------- */

static char read_days[4096];

/*
 * The closed days that are no plain weekend of a text with a Christmas Day, "day cause; day cause",
 * one year.
 */
static const char *days_of(const char *text, int32_t year)
{
	struct complaint_calendar *calendar = NULL;
	char *is = NULL, *at = read_days;

	*at = '\0';
	CHECK_STATUS(load(text, strlen(text), &calendar, &is), COMPLAINT_OK);
	for (cmpl_day day = cmpl_day_from_date(year, 1, 1);
	     calendar && day <= cmpl_day_from_date(year, 12, 31); day++) {
		for (size_t i = 0; i < complaint_calendar_cause_count(calendar, day); i++) {
			int32_t y, month, day_of_month;
			const char *source = complaint_calendar_get_cause_source(calendar, day, i);

			cmpl_day_to_date(day, &y, &month, &day_of_month);
			if (strcmp(source, "weekend") != 0)
				at += sprintf(at, "%s%02d%02d %s", *read_days ? "; " : "",
					      (int)month, (int)day_of_month,
					      complaint_calendar_get_cause(calendar, day, i));
		}
	}
	complaint_calendar_free(calendar);
	free(is);
	return read_days;
}

static const struct {
	const char *name, *text, *wanted; /* days of 2026 besides Christmas Day */
} texts[] = {
	{ "an event ends the day before its end",
	  EVENT("DTEND;VALUE=DATE:20260105\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:Closed\r\n"),
	  "0101 Closed; 0102 Closed; 0103 Closed; 0104 Closed; " },
	{ "an event without an end is one day",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:A\r\n"), "0701 A; " },
	{ "a date needs no VALUE=DATE", EVENT("DTSTART:20260701\r\nSUMMARY:A\r\n"), "0701 A; " },
	{ "a duration of days, of weeks",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nDURATION:P2D\r\nSUMMARY:A\r\n")
		  EVENT("DTSTART;VALUE=DATE:20260704\r\nDURATION:P1W\r\nSUMMARY:B\r\n"),
	  "0701 A; 0702 A; 0704 B; 0705 B; 0706 B; 0707 B; 0708 B; 0709 B; 0710 B; " },
	{ "a folded line, a comma, a line break and a tab in a title",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:Summer\\, \r\n and\\nthe\r\n\t\trest \r\n"),
	  "0701 Summer, and the rest; " },
	{ "no title", EVENT("DTSTART;VALUE=DATE:20260701\r\n"), "0701 closed; " },
	{ "a cancelled event closes nothing",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:A\r\nSTATUS:cancelled\r\n"), "" },
	{ "a day that shows as free is closed all the same",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:A\r\nTRANSP:TRANSPARENT\r\n"), "0701 A; " },
	{ "a series, with days left out by date and by time, and one added twice",
	  EVENT("DTSTART;VALUE=DATE:20260702\r\nSUMMARY:A\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
		"RDATE;VALUE=DATE:20260702,20260703\r\nEXDATE;VALUE=DATE:20260709\r\nEXDATE:"
		"20260716T000000\r\n"),
	  "0702 A; 0703 A; 0723 A; " },
	{ "a series of several days each",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20260703\r\nSUMMARY:A\r\n"
		"RRULE:FREQ=MONTHLY;COUNT=2\r\n"),
	  "0701 A; 0702 A; 0801 A; 0802 A; " },
	{ "one of a series is moved",
	  EVENT("DTSTART;VALUE=DATE:20260703\r\nSUMMARY:A\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")
		  EVENT("RECURRENCE-ID;VALUE=DATE:20260710\r\nDTSTART;VALUE=DATE:"
			"20260713\r\nSUMMARY:B\r\n"),
	  "0703 A; 0713 B; 0717 A; " },
	{ "one of a series has another title",
	  EVENT("DTSTART;VALUE=DATE:20260703\r\nSUMMARY:A\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n")
		  EVENT("RECURRENCE-ID;VALUE=DATE:20260710\r\nDTSTART;VALUE=DATE:"
			"20260710\r\nSUMMARY:B\r\n"),
	  "0703 A; 0710 B; " },
	{ "a folded date, and a colon in quotes before it",
	  EVENT("DTSTART;X-NOTE=\"a:b\";VALUE=DATE:2026\r\n 0701\r\nSUMMARY:A\r\n"), "0701 A; " },
	{ "one of a series is cancelled",
	  EVENT("DTSTART;VALUE=DATE:20260703\r\nSUMMARY:A\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")
		  EVENT("RECURRENCE-ID;VALUE=DATE:20260710\r\nDTSTART;VALUE=DATE:"
			"20260710\r\nSTATUS:CANCELLED\r\n"),
	  "0703 A; 0717 A; " },
	{ "alarms, unknown components and unknown properties are passed over",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:A\r\nX-FOO;BAR=\"a:b;c\":d\r\n"
		"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-P1D\r\nEND:"
		"VALARM\r\n") "BEGIN:VTODO\r\nUID:t\r\nDTSTAMP:20260101T000000Z\r\nDUE:"
			      "20260101T000000Z\r\nEND:VTODO\r\n",
	  "0701 A; " },
	{ "two events on one day give it two causes",
	  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:A\r\n")
		  EVENT("DTSTART;VALUE=DATE:20260701\r\nSUMMARY:B\r\n"),
	  "0701 A; 0701 B; " },
};

static void test_read(void)
{
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		char text[4096], wanted[4096];

		test_case("%s", texts[i].name);
		sprintf(text, "%s%s%s%s", HEAD, texts[i].text, CHRISTMAS, TAIL);
		sprintf(wanted, "%s1225 Christmas Day", texts[i].wanted);
		CHECK_TEXT(days_of(text, 2026), wanted);
	}
}

static void test_forms(void)
{
	char *gone, *crlf, text[8192], *at = text;

	test_case("a byte order mark, line feeds alone and a file without a last line end");
	sprintf(text, "\xef\xbb\xbf%s%s%s", HEAD, CHRISTMAS, TAIL);
	CHECK_TEXT(days_of(text, 2026), "1225 Christmas Day");
	for (crlf = gone = text; *crlf; crlf++) {
		if (*crlf != '\r')
			*gone++ = *crlf;
	}
	gone[-1] = '\0';
	CHECK_TEXT(days_of(text, 2026), "1225 Christmas Day");

	test_case("what an .ics file covers: its first year to its last Christmas Day");
	at += sprintf(at, "%s%s", HEAD, EVENT("DTSTART;VALUE=DATE:20250506\r\n"));
	at += sprintf(at, "%s%s", CHRISTMAS, EVENT("DTSTART;VALUE=DATE:20270101\r\n"));
	sprintf(at, "%s", TAIL);
	{
		struct complaint_calendar *calendar = NULL;
		char *is = NULL;

		CHECK_STATUS(load(text, strlen(text), &calendar, &is), COMPLAINT_OK);
		CHECK_NUMBER(calendar->first, cmpl_day_from_date(2025, 1, 1));
		CHECK_NUMBER(calendar->last, cmpl_day_from_date(2026, 12, 31));
		CHECK_TEXT(is, "days.ics: note: taken to cover 2025-01-01 to 2026-12-31, the year "
			       "of its last Christmas "
			       "Day [ics-span-assumed]\n  hint: name the file in a calendar file "
			       "to say what it covers\n");
		CHECK_TEXT(complaint_calendar_get_name(calendar), "days");
		CHECK_TEXT(complaint_calendar_get_end_source(calendar, 1), "days.ics");
		complaint_calendar_free(calendar);
		free(is);
	}
	test_case("where Christmas falls on a weekend, its substitute tells");
	sprintf(text, "%s%s%s", HEAD, EVENT("DTSTART;VALUE=DATE:20211227\r\nSUMMARY:Christmas\r\n"),
		TAIL);
	CHECK_TEXT(days_of(text, 2021), "1227 Christmas");
}

/* --- the bundled ones ------------------------------------------------------------- */

/* Each cause of a day in the one is a cause in the other. */
static bool same_causes(const struct complaint_calendar *one,
			const struct complaint_calendar *other, cmpl_day day)
{
	for (size_t i = 0; i < complaint_calendar_cause_count(one, day); i++) {
		bool found = false;

		for (size_t j = 0; j < complaint_calendar_cause_count(other, day); j++)
			found = found || !strcmp(complaint_calendar_get_cause(one, day, i),
						 complaint_calendar_get_cause(other, day, j));
		if (!found)
			return false;
	}
	return true;
}

static void test_bundled(void)
{
	for (size_t i = 0; i < complaint_calendar_bundled_count(); i++) {
		const char *name = complaint_calendar_bundled_name(i);
		struct complaint_calendar *compiled = NULL, *read = NULL;
		char path[100];
		int64_t wrong = 0;

		test_case("%s.ics and the compiled-in table are the same calendar", name);
		complaint_calendar_load_bundled(name, COMPLAINT_NUL_TERMINATED, &compiled);
		sprintf(path, "rules/calendars/%s.ics", name);
		CHECK_STATUS(complaint_calendar_load_file(test_source(path), &read, NULL),
			     COMPLAINT_OK);
		CHECK(read->first == compiled->first && read->last == compiled->last);
		for (cmpl_day day = compiled->first; day <= compiled->last; day++) {
			wrong += cmpl_calendar_works(compiled, day) !=
				 cmpl_calendar_works(read, day);
			wrong += !same_causes(compiled, read, day) ||
				 !same_causes(read, compiled, day);
		}
		CHECK_NUMBER(wrong, 0);
		/* One file cannot name three sources, so the causes of the union differ in them. */
		if (strcmp(name, "united-kingdom") != 0)
			CHECK_TEXT(complaint_calendar_get_revision(read),
				   complaint_calendar_get_revision(compiled));
		complaint_calendar_free(read);
		read = NULL;

		test_case("%s.yaml too, to the last cause", name);
		sprintf(path, "rules/calendars/%s.yaml", name);
		CHECK_STATUS(complaint_calendar_load_file(test_source(path), &read, NULL),
			     COMPLAINT_OK);
		CHECK_TEXT(complaint_calendar_get_revision(read),
			   complaint_calendar_get_revision(compiled));
		CHECK_TEXT(complaint_calendar_get_name(read), name);
		complaint_calendar_free(read);
		complaint_calendar_free(compiled);
	}
}

/* --- threads ------------------------------------------------------------------------ */

enum { THREADS = 8, TURNS = 6 };

static void *load_and_count(void *context)
{
	static const char text[] =
		HEAD CHRISTMAS EVENT("DTSTART;VALUE=DATE:20260102\r\nSUMMARY:A\r\nRRULE:FREQ="
				     "MONTHLY;BYDAY=FR;BYSETPOS=1\r\n") TAIL;
	const struct complaint_calendar *shared = context;
	intptr_t wrong = 0;

	for (int i = 0; i < TURNS; i++) {
		struct complaint_calendar *calendar = NULL, *whole = NULL,
					  *also = cmpl_calendar_take(shared);
		complaint_day day = 0;

		wrong += complaint_calendar_load_memory("t.ics", text, strlen(text), NULL, 0,
							&calendar, NULL) != COMPLAINT_OK;
		wrong += complaint_calendar_add_working_days(calendar,
							     cmpl_day_from_date(2026, 1, 1), 20,
							     &day) != COMPLAINT_OK ||
			 day != cmpl_day_from_date(2026, 1, 30);
		wrong += complaint_calendar_load_bundled("united-kingdom", COMPLAINT_NUL_TERMINATED,
							 &whole) != COMPLAINT_OK;
		wrong += complaint_calendar_add_working_days(also, cmpl_day_from_date(2026, 12, 24),
							     1, &day) != COMPLAINT_OK ||
			 day != cmpl_day_from_date(2026, 12, 29);
		complaint_calendar_free(also);
		complaint_calendar_free(whole);
		complaint_calendar_free(calendar);
	}
	return (void *)wrong;
}

static void test_threads(void)
{
	struct complaint_calendar *shared = NULL;
	pthread_t threads[THREADS];
	void *wrong;

	test_case("eight threads load and count at once");
	complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED, &shared);
	for (int i = 0; i < THREADS; i++)
		CHECK(!pthread_create(&threads[i], NULL, load_and_count, shared));
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], &wrong);
		CHECK_NUMBER((intptr_t)wrong, 0);
	}
	CHECK_NUMBER(shared->references, 1);
	complaint_calendar_free(shared);
}

static void test_not_built_in(void)
{
	static const char text[] = HEAD CHRISTMAS TAIL;
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	test_case("without libical an .ics file is refused by name");
	CHECK_STATUS(load(text, strlen(text), &calendar, &is), COMPLAINT_ERR_NOT_BUILT_IN);
	CHECK(strstr(is, "days.ics: error: this build of the library does not read .ics files "
			 "[ics-not-built-in]"),
	      "%s", is);
	free(is);
}

int main(void)
{
	if (!cmpl_ical_built_in()) {
		test_not_built_in();
		return test_finish();
	}
	test_faults();
	test_all_at_once();
	test_nul();
	test_limits();
	test_read();
	test_forms();
	test_bundled();
	test_threads();
	return test_finish();
}
