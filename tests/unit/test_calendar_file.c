/* SPDX-License-Identifier: MIT */
#include "load/calendar_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "calendar/holidays_ics.h"
#include "support/test.h"

#define HEAD "format: 1\nkind: calendar\nsource: Offices\n"
#define SPAN "covers: { from: 2026-01, until: 2026-12 }\n"
#define WEEK "weekend: [saturday, sunday]\n"
#define WHOLE HEAD SPAN WEEK

static complaint_status load(const char *text, const struct complaint_text *texts, size_t count,
			     struct complaint_calendar **ret_calendar, char **ret_faults)
{
	struct complaint_diagnostics *diags = NULL;
	complaint_status status;

	complaint_diagnostics_new(&diags);
	status = complaint_calendar_load_memory("office.yaml", text, strlen(text), texts, count,
						ret_calendar, diags);
	*ret_faults = test_diagnostics_text(diags);
	complaint_diagnostics_free(diags);
	return status;
}

/* --- faults ---------------------------------------------------------------------- */

static const struct {
	const char *name, *text, *wanted;
} faults[] = {
	{ "a policy", "format: 1\nkind: policy\n", "office.yaml:2:7: error: " },
	{ "no span", HEAD WEEK,
	  "office.yaml:1:1: error: a calendar file lacks \"covers\" [missing-key]\n" },
	{ "no weekend", HEAD SPAN,
	  "office.yaml:1:1: error: a calendar file lacks \"weekend\" [missing-key]\n" },
	{ "no source", "format: 1\nkind: calendar\n" SPAN WEEK,
	  "office.yaml:1:1: error: a calendar file lacks \"source\" [missing-key]\n" },
	{ "a misspelt key", WHOLE "holiday: [scotland]\n",
	  "office.yaml:6:1: error: unknown key \"holiday\" in a calendar file [unknown-key]\n"
	  "  hint: did you mean \"holidays\"?\n" },
	{ "a misspelt weekday", HEAD SPAN "weekend: [saturday, sonday]\n",
	  "office.yaml:5:21: error: \"weekend\" cannot be \"sonday\" [unknown-value]\n"
	  "  hint: did you mean \"monday\"?\n" },
	{ "a week without a working day",
	  HEAD SPAN "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n",
	  "office.yaml:5:10: error: the week has no working day [calendar-without-working-day]\n"
	  "  hint: name under \"weekend\" the days on which nobody works\n" },
	{ "every day closed one by one",
	  WHOLE "closures:\n  - from: 2026-01-01\n    until: 2026-12-31\n    says: Closed\n",
	  "office.yaml:4:9: error: every covered day is closed [calendar-without-working-day]\n" },
	{ "a span that ends before it begins",
	  HEAD "covers: { from: 2026-12, until: 2026-01 }\n" WEEK,
	  "office.yaml:4:9: error: \"covers\" begins after it ends [calendar-empty-span]\n" },
	{ "a span of 180 years", HEAD "covers: { from: 1900-01, until: 2079-12 }\n" WEEK,
	  "office.yaml:4:9: error: the calendar covers 65744 days, but may cover 65534 at most "
	  "[calendar-too-long]\n" },
	{ "30 February", HEAD "covers: { from: 2026-01, until: 2026-02-30 }\n" WEEK,
	  "office.yaml:4:33: error: " },
	{ "a span beyond its source",
	  HEAD "covers: { from: 2026-01, until: 2029-06-30 }\n" WEEK
	       "holidays: [england-and-wales]\n",
	  "office.yaml:6:12: error: England and Wales bank holidays ends on 2028-12-31, before "
	  "this calendar does "
	  "[calendar-beyond-source]\n"
	  "  hint: let \"covers\" end on that day or earlier, or say how far days may be projected "
	  "by rule with "
	  "\"project-until\"\n" },
	{ "a span before its source",
	  HEAD "covers: { from: 2011-12, until: 2020-12 }\n" WEEK "holidays: [united-kingdom]\n",
	  "office.yaml:6:12: error: United Kingdom bank holidays begins on 2012-01-01, after this "
	  "calendar does "
	  "[calendar-beyond-source]\n"
	  "  hint: let \"covers\" begin on that day or later\n" },
	{ "a projection that ends before the span does",
	  HEAD "covers: { from: 2026-01, until: 2031-12 }\n" WEEK
	       "holidays: [scotland]\nproject-until: 2030\n",
	  "office.yaml:6:12: error: Scotland bank holidays ends on 2028-12-31, before this "
	  "calendar "
	  "does [calendar-beyond-source]\n" },
	{ "a projection into the past", WHOLE "project-until: 1800\n",
	  "office.yaml:6:16: error: " },
	{ "an unknown calendar", WHOLE "holidays: [skotland]\n",
	  "office.yaml:6:12: error: \"skotland\" is neither a bundled calendar nor an .ics file "
	  "[calendar-unknown]\n"
	  "  hint: did you mean \"scotland\"?\n" },
	{ "another calendar file", WHOLE "holidays: [other.yaml]\n",
	  "office.yaml:6:12: error: \"other.yaml\" is neither a bundled calendar nor an .ics file "
	  "[calendar-unknown]\n"
	  "  hint: write england-and-wales, scotland, northern-ireland, united-kingdom, or an .ics "
	  "file of this "
	  "folder\n" },
	{ "a text that the host did not give", WHOLE "holidays: [closures.ics]\n",
	  "office.yaml:6:12: error: no file \"closures.ics\" can be read beside this one "
	  "[calendar-unknown]\n" },
	{ "a file outside the folder", WHOLE "holidays: [../closures.ics]\n",
	  "office.yaml:6:12: error: \"../closures.ics\" does not lie in this file's folder "
	  "[calendar-outside-folder]\n" },
	{ "an absolute path", WHOLE "holidays: [/etc/closures.ics]\n",
	  "office.yaml:6:12: error: \"/etc/closures.ics\" does not lie in this file's folder "
	  "[calendar-outside-folder]\n" },
	{ "a source named twice", WHOLE "holidays: [scotland, scotland]\n",
	  "office.yaml:6:22: error: " },
	{ "no source in the list", WHOLE "holidays: []\n", "office.yaml:6:11: error: " },
	{ "a closure without a day", WHOLE "closures:\n  - says: Closed\n",
	  "office.yaml:7:5: error: a closure does not say when it is [missing-key]\n" },
	{ "a closure without a reason", WHOLE "closures:\n  - on: 2026-12-24\n",
	  "office.yaml:7:5: error: a closure lacks \"says\" [missing-key]\n" },
	{ "a closure on one day and several",
	  WHOLE "closures:\n  - on: 2026-12-24\n    from: 2026-12-24\n    says: A\n",
	  "office.yaml:7:9: error: \"on\" stands beside \"from\" or \"until\" "
	  "[keys-incompatible]\n" },
	{ "a closure without an end", WHOLE "closures:\n  - from: 2026-12-24\n    says: A\n",
	  "office.yaml:7:5: error: \"from\" and \"until\" belong together [companion-missing]\n" },
	{ "a closure that ends before it begins",
	  WHOLE "closures:\n  - from: 2026-12-24\n    until: 2026-12-23\n    says: A\n",
	  "office.yaml:8:12: error: the closure ends before it begins [calendar-empty-span]\n" },
	{ "a closure outside the span", WHOLE "closures:\n  - on: 2027-01-04\n    says: A\n",
	  "office.yaml:7:9: error: 2027-01-04 lies outside the days the calendar covers, "
	  "2026-01-01 to 2026-12-31 "
	  "[closure-outside-span]\n" },
	{ "a closure that runs out of the span",
	  WHOLE "closures:\n  - from: 2026-12-24\n    until: 2027-01-02\n    says: A\n",
	  "office.yaml:8:12: error: 2027-01-02 lies outside the days the calendar covers, "
	  "2026-01-01 to 2026-12-31 "
	  "[closure-outside-span]\n" },
	{ "an extra working day outside the span",
	  WHOLE "extra-working-days:\n  - on: 2025-12-27\n    says: A\n",
	  "office.yaml:7:9: error: 2025-12-27 lies outside the days the calendar covers, "
	  "2026-01-01 to 2026-12-31 "
	  "[closure-outside-span]\n" },
	{ "a recurring closure without a rule", WHOLE "recurring:\n  - says: A\n",
	  "office.yaml:7:5: error: a recurring closure does not say which days it is "
	  "[missing-key]\n" },
	{ "a recurring closure with both",
	  WHOLE "recurring:\n  - every: friday\n    rule: FREQ=DAILY\n    says: A\n",
	  "office.yaml:7:5: error: \"every\" and \"rule\" stand together [keys-incompatible]\n" },
	{ "a rule without its first day", WHOLE "recurring:\n  - rule: FREQ=WEEKLY\n    says: A\n",
	  "office.yaml:7:11: error: \"rule\" needs \"from\" [companion-missing]\n" },
	{ "words that are none", WHOLE "recurring:\n  - every: other friday\n    says: A\n",
	  "office.yaml:7:12: error: \"other friday\" is not a day that comes again "
	  "[recurrence-malformed]\n" },
	{ "a day that never comes", WHOLE "recurring:\n  - every: 31 june\n    says: A\n",
	  "office.yaml:7:12: error: \"31 june\" gives no day: the month does not have it "
	  "[recurrence-never]\n" },
	{ "a rule that comes every minute",
	  WHOLE "recurring:\n  - rule: FREQ=MINUTELY\n    from: 2026-01-01\n    says: A\n",
	  "office.yaml:7:11: error: \"MINUTELY\" comes more than once a day; a calendar closes "
	  "whole days "
	  "[recurrence-not-supported]\n" },
	{ "a time without quotes", WHOLE "close-of-business: 17:00\n",
	  "office.yaml:6:20: error: " },
	{ "a time that is none", WHOLE "close-of-business: \"24:00\"\n",
	  "office.yaml:6:20: error: " },
	{ "a year of two digits", WHOLE "project-until: 30\n", "office.yaml:6:16: error: " },
};

static void test_faults(void)
{
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct complaint_calendar *calendar = NULL;
		char *is = NULL;

		test_case("%s is a fault", faults[i].name);
		CHECK_STATUS(load(faults[i].text, NULL, 0, &calendar, &is),
			     COMPLAINT_ERR_INVALID_FILE);
		CHECK(strstr(is, faults[i].wanted) == is, "%s", is);
		CHECK(!calendar);
		free(is);
	}
}

static void test_all_at_once(void)
{
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	test_case("every fault of a file is told in one run, in order of place");
	CHECK_STATUS(
		load(HEAD
		     "covers: { from: 2026-01, until: 2029-12 }\n"
		     "weekend: [saturday, sonday]\n"
		     "holidays: [scotland, wales]\n"
		     "closures:\n  - on: 2030-01-01\n    says: A\n  - on: 2026-02-30\n    says: B\n"
		     "recurring:\n  - every: fryday\n    says: C\n",
		     NULL, 0, &calendar, &is),
		COMPLAINT_ERR_INVALID_FILE);
	CHECK(strstr(is, ":5:21:") && strstr(is, ":6:12:") && strstr(is, ":6:22:") &&
		      strstr(is, ":8:9:") && strstr(is, ":10:9:") && strstr(is, ":13:12:"),
	      "%s", is);
	CHECK(!calendar);
	free(is);
}

/* --- what is read ----------------------------------------------------------------- */

static const char office[] =
	"format: 1\nkind: calendar\nname: example-homes-offices\nsource: Example Homes\n"
	"covers: { from: 2024-01, until: 2028-12 }\n" WEEK "holidays: [england-and-wales]\n"
	"closures:\n"
	"  - on: 2026-12-24\n    says: Christmas closure\n"
	"  - from: 2026-12-25\n    until: 2026-12-31\n    says: Christmas closure\n"
	"recurring:\n"
	"  - every: last friday of the month\n    from: 2025-01-01\n    until: 2026-12-31\n    "
	"says: Training\n"
	"  - every: 5 november\n    says: Bonfire night\n"
	"extra-working-days:\n"
	"  - on: 2026-12-30\n    says: Emergency rota\n"
	"  - on: 2026-12-25\n    says: Somebody is in\n"
	"  - on: 2026-12-19\n    says: Saturday opening\n"
	"close-of-business: \"16:30\"\n";

/* Without the revision. */
static const struct {
	const char *day, *wanted;
} explained[] = {
	{ "2026-12-24", "Thursday 24 December 2026: closed, Christmas closure (Example Homes)" },
	{ "2026-12-26", "Saturday 26 December 2026: closed, Saturday (weekend); Christmas closure "
			"(Example Homes)" },
	{ "2026-12-28",
	  "Monday 28 December 2026: closed, Boxing Day (substitute day) (England and Wales bank "
	  "holidays); Christmas closure (Example Homes)" },
	{ "2026-12-30", "Wednesday 30 December 2026: working day, Emergency rota (Example Homes)" },
	{ "2026-12-25", "Friday 25 December 2026: working day, Somebody is in (Example Homes)" },
	{ "2026-12-19",
	  "Saturday 19 December 2026: working day, Saturday opening (Example Homes)" },
	{ "2026-07-31", "Friday 31 July 2026: closed, Training (Example Homes)" },
	{ "2026-07-24", "Friday 24 July 2026: working day" },
	{ "2024-12-27", "Friday 27 December 2024: working day" },
	{ "2027-01-29", "Friday 29 January 2027: working day" },
	{ "2024-11-05", "Tuesday 5 November 2024: closed, Bonfire night (Example Homes)" },
	{ "2028-11-05",
	  "Sunday 5 November 2028: closed, Sunday (weekend); Bonfire night (Example Homes)" },
};

static void test_office(void)
{
	struct complaint_calendar *calendar = NULL, *again = NULL;
	complaint_day first, last, published, day = 0;
	char *is = NULL, text[300];

	test_case("a calendar file is what it says");
	CHECK_STATUS(load(office, NULL, 0, &calendar, &is), COMPLAINT_OK);
	CHECK_TEXT(is, "");
	free(is);
	complaint_calendar_get_span(calendar, &first, &last, &published);
	CHECK_NUMBER(first, cmpl_day_from_date(2024, 1, 1));
	CHECK_NUMBER(last, cmpl_day_from_date(2028, 12, 31));
	CHECK_NUMBER(published, last);
	CHECK_TEXT(complaint_calendar_get_name(calendar), "example-homes-offices");
	CHECK_NUMBER(complaint_calendar_get_close_of_business(calendar), 16 * 60 + 30);
	CHECK_TEXT(complaint_calendar_get_end_source(calendar, 1),
		   "England and Wales bank holidays");
	CHECK_TEXT(complaint_calendar_get_end_source(calendar, 0), "Example Homes");
	for (size_t i = 0; i < COUNT_OF(explained); i++) {
		test_case("%s", explained[i].wanted);
		complaint_day_from_text(explained[i].day, COMPLAINT_NUL_TERMINATED, &day);
		complaint_calendar_explain_day(calendar, day, text, sizeof(text), NULL);
		*strstr(text, ", revision ") = '\0';
		CHECK_TEXT(text, explained[i].wanted);
	}
	test_case("an extra working day is counted; ten working days over Christmas");
	CHECK_STATUS(complaint_calendar_add_working_days(calendar, cmpl_day_from_date(2026, 12, 18),
							 10, &day),
		     COMPLAINT_OK);
	/* 19, 21, 22, 23, 25, 30 December; 4, 5, 6, 7 January. */
	CHECK_NUMBER(day, cmpl_day_from_date(2027, 1, 7));

	test_case("a file with closures of its own is not projected from outside");
	CHECK_STATUS(complaint_calendar_project(calendar, 2030, &again), COMPLAINT_ERR_NOT_FOUND);
	complaint_calendar_free(calendar);
}

static struct complaint_calendar *read_whole(const char *text)
{
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	CHECK_STATUS(load(text, NULL, 0, &calendar, &is), COMPLAINT_OK);
	CHECK_TEXT(is, "");
	free(is);
	return calendar;
}

static void test_small(void)
{
	struct complaint_calendar *calendar = read_whole(HEAD SPAN "weekend: none\n");
	char *is = NULL;

	test_case("an office that never closes");
	CHECK_NUMBER(calendar->working_days, 365);
	CHECK_TEXT(complaint_calendar_get_name(calendar), "office");
	CHECK_NUMBER(complaint_calendar_get_close_of_business(calendar), -1);
	complaint_calendar_free(calendar);

	test_case("of a bundled calendar only the bank holidays are taken");
	calendar = read_whole(HEAD SPAN "weekend: [friday]\nholidays: [scotland]\n");
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 6, 13)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 6, 15)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 6, 12)));
	complaint_calendar_free(calendar);

	test_case("an intersection closes what all sources close, a union what any does");
	calendar = read_whole(WHOLE
			      "holidays: [scotland, england-and-wales]\ncombine: intersection\n");
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 4, 6)));
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 6, 15)));
	CHECK_NUMBER(complaint_calendar_cause_count(calendar, cmpl_day_from_date(2026, 4, 3)), 2);
	complaint_calendar_free(calendar);
	calendar = read_whole(WHOLE "holidays: [scotland, england-and-wales]\ncombine: union\n");
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 4, 6)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 6, 15)));
	complaint_calendar_free(calendar);

	test_case("a recurring closure reaches up to and including its last day");
	calendar = read_whole(
		WHOLE "recurring:\n  - every: friday\n    from: 2026-07-10\n    until: 2026-07-24\n"
		      "    says: A\n");
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 3)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 10)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 24)));
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 31)));
	complaint_calendar_free(calendar);

	test_case("a calendar of years before 1970 is not taken for a projected one");
	calendar = read_whole(HEAD "covers: { from: 1950-01, until: 1960-12 }\n" WEEK);
	CHECK_NUMBER(calendar->last, cmpl_day_from_date(1960, 12, 31));
	CHECK_NUMBER(calendar->published_last, calendar->last);
	complaint_calendar_free(calendar);

	test_case("an extra working day that is one already is a warning and changes nothing");
	calendar = NULL;
	CHECK_STATUS(load(WHOLE "extra-working-days:\n  - on: 2026-12-21\n    says: A\n", NULL, 0,
			  &calendar, &is),
		     COMPLAINT_OK);
	CHECK_TEXT(is, "office.yaml:7:9: warning: the day is a working day already "
		       "[extra-day-already-works]\n"
		       "  hint: mend the date, or leave the entry out\n");
	free(is);
	complaint_calendar_free(calendar);

	test_case("so is a recurring closure that falls on no covered day");
	calendar = NULL;
	CHECK_STATUS(load(WHOLE "recurring:\n  - every: 29 february\n    says: A\n", NULL, 0,
			  &calendar, &is),
		     COMPLAINT_OK);
	CHECK(!strncmp(is,
		       "office.yaml:7:5: warning: the closure falls on no day that the calendar "
		       "covers [recurrence-never]\n",
		       98),
	      "%s", is);
	free(is);
	complaint_calendar_free(calendar);
}

static void test_projected(void)
{
	struct complaint_calendar *calendar =
		read_whole(HEAD "covers: { from: 2026-01, until: 2028-12 }\n" WEEK
				"holidays: [england-and-wales]\nproject-until: 2030\n");
	struct complaint_calendar *bundled = NULL, *projected = NULL;
	int64_t wrong = 0;

	test_case("project-until goes on by rule, as projecting the bundled calendar does");
	complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED, &bundled);
	CHECK_STATUS(complaint_calendar_project(bundled, 2030, &projected), COMPLAINT_OK);
	CHECK_NUMBER(calendar->last, cmpl_day_from_date(2030, 12, 31));
	CHECK_NUMBER(calendar->published_last, cmpl_day_from_date(2028, 12, 31));
	for (cmpl_day day = calendar->first; day <= calendar->last; day++)
		wrong +=
			cmpl_calendar_works(calendar, day) != cmpl_calendar_works(projected, day) ||
			complaint_calendar_is_cause_projected(calendar, day, 0) !=
				complaint_calendar_is_cause_projected(projected, day, 0);
	CHECK_NUMBER(wrong, 0);
	complaint_calendar_free(calendar);

	test_case("days after covers are provisional, published or not");
	calendar = read_whole(HEAD "covers: { from: 2026-01, until: 2027-06 }\n" WEEK
				   "holidays: [england-and-wales]\nproject-until: 2029-06-30\n");
	CHECK_NUMBER(calendar->published_last, cmpl_day_from_date(2027, 6, 30));
	CHECK_NUMBER(calendar->last, cmpl_day_from_date(2029, 6, 30));
	CHECK_NUMBER(complaint_calendar_is_cause_projected(calendar,
							   cmpl_day_from_date(2028, 12, 25), 0),
		     0);
	CHECK_NUMBER(
		complaint_calendar_is_cause_projected(calendar, cmpl_day_from_date(2029, 4, 2), 0),
		1);
	complaint_calendar_free(calendar);

	test_case("with it, covers may reach beyond the sources");
	calendar = read_whole(HEAD "covers: { from: 2026-01, until: 2030-12 }\n" WEEK
				   "holidays: [england-and-wales]\nproject-until: 2030\n");
	CHECK_NUMBER(calendar->published_last, cmpl_day_from_date(2028, 12, 31));
	complaint_calendar_free(calendar);
	complaint_calendar_free(bundled);
	complaint_calendar_free(projected);
}

/* --- .ics and rules, through libical ------------------------------------------------- */

#define ICS(events) "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" events "END:VCALENDAR\n"
#define DAY(date, title)                                                                           \
	"BEGIN:VEVENT\nDTSTART;VALUE=DATE:" date "\nSUMMARY:" title "\nEND:VEVENT\n"

static void test_with_ical(void)
{
	const char *bytes = ICS(DAY("20260701", "Picnic"));
	const char *holidays = ICS(DAY("20261225", "Christmas") DAY("20270101", "New Year"));
	const char *broken = ICS("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260231\nEND:VEVENT\n");
	struct complaint_text texts[3] = {
		{ sizeof(struct complaint_text), "closures.ics", bytes, strlen(bytes) },
		{ sizeof(struct complaint_text), "days.ics", holidays, COMPLAINT_NUL_TERMINATED },
		{ sizeof(struct complaint_text), "broken.ics", broken, strlen(broken) },
	};
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	test_case("closures from an .ics file bound nothing");
	CHECK_STATUS(load(WHOLE "holidays: [england-and-wales, closures.ics]\n", texts, 3,
			  &calendar, &is),
		     COMPLAINT_OK);
	CHECK_TEXT(is, "");
	CHECK_TEXT(complaint_calendar_get_cause(calendar, cmpl_day_from_date(2026, 7, 1), 0),
		   "Picnic");
	CHECK_TEXT(complaint_calendar_get_cause_source(calendar, cmpl_day_from_date(2026, 7, 1), 0),
		   "closures.ics");
	complaint_calendar_free(calendar);
	free(is);
	calendar = NULL;

	test_case("holidays from an .ics file do, at both ends");
	CHECK_STATUS(load(HEAD "covers: { from: 2025-12, until: 2027-01 }\n" WEEK
			       "holidays: [days.ics]\n",
			  texts, 3, &calendar, &is),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK(strstr(is, "days.ics begins on 2026-01-01, after this calendar does "
			 "[calendar-beyond-source]") &&
		      strstr(is, "days.ics ends on 2026-12-31, before this calendar does "
				 "[calendar-beyond-source]"),
	      "%s", is);
	free(is);

	test_case("and cannot be projected");
	CHECK_STATUS(
		load(WHOLE "holidays: [days.ics]\nproject-until: 2028\n", texts, 3, &calendar, &is),
		COMPLAINT_ERR_INVALID_FILE);
	CHECK(strstr(is, "office.yaml:7:16: error: days.ics cannot be projected; no rule is known "
			 "for it "
			 "[calendar-not-projected]"),
	      "%s", is);
	free(is);

	test_case("a fault of an .ics file is told at the file");
	CHECK_STATUS(load(WHOLE "holidays: [broken.ics]\n", texts, 3, &calendar, &is),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK(!strncmp(is, "broken.ics:5:20: error: \"20260231\" is not a date", 48), "%s", is);
	CHECK(!calendar);
	free(is);

	test_case("every second Friday, by RRULE");
	CHECK_STATUS(load(WHOLE "recurring:\n  - rule: FREQ=WEEKLY;INTERVAL=2\n    from: "
				"2025-12-26\n    until: "
				"2026-02-01\n    says: A\n",
			  NULL, 0, &calendar, &is),
		     COMPLAINT_OK);
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 1, 2)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 1, 9)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 1, 23)));
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 2, 6)));
	complaint_calendar_free(calendar);
	free(is);
}

static void test_without_ical(void)
{
	struct complaint_calendar *calendar = NULL;
	char *is = NULL;

	test_case("without libical an RRULE is refused by name, and words are read");
	CHECK_STATUS(load(WHOLE
			  "recurring:\n  - rule: FREQ=WEEKLY\n    from: 2026-01-01\n    says: A\n",
			  NULL, 0, &calendar, &is),
		     COMPLAINT_ERR_NOT_BUILT_IN);
	CHECK(strstr(is, "office.yaml:7:11: error: this build of the library does not read "
			 "recurrence rules "
			 "[ics-not-built-in]"),
	      "%s", is);
	CHECK(!calendar);
	free(is);
}

/* --- files, and names ------------------------------------------------------------------- */

static void test_files(void)
{
	const char *path = test_write_file("office.yaml", office, strlen(office));
	struct complaint_calendar *calendar = NULL;
	struct complaint_diagnostics *diags = NULL;
	char missing[600];

	test_case("from a file");
	CHECK_STATUS(complaint_calendar_load_file(path, &calendar, NULL), COMPLAINT_OK);
	complaint_calendar_free(calendar);
	calendar = NULL;

	test_case("from a folder, and from nowhere");
	CHECK_STATUS(complaint_calendar_load_file(test_folder(), &calendar, NULL),
		     COMPLAINT_ERR_IO);
	complaint_diagnostics_new(&diags);
	snprintf(missing, sizeof(missing), "%s/missing.ics", test_folder());
	CHECK_STATUS(complaint_calendar_load_file(missing, &calendar, diags), COMPLAINT_ERR_IO);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), "file-not-found");
	CHECK_TEXT(complaint_diagnostics_get_file(diags, 0), missing);
	CHECK(!calendar);
	complaint_diagnostics_free(diags);
}

static void test_named(void)
{
	const struct cmpl_place place = { 7, 21 };
	const char *policy = test_write_file("policy.yaml", "x", 1);
	struct complaint_text text = { sizeof(text), "given.yaml", office, strlen(office) };
	static const struct {
		const char *name, *wanted; /* NULL: found */
	} names[] = {
		{ "scotland", NULL },
		{ "office.yaml", NULL },
		{ "given.yaml", NULL },
		{ "skotland",
		  "p.yaml:7:21: error: no calendar \"skotland\" is bundled [calendar-unknown]\n"
		  "  hint: did you mean \"scotland\"?\n" },
		{ "office",
		  "p.yaml:7:21: error: no calendar \"office\" is bundled [calendar-unknown]\n"
		  "  hint: write england-and-wales, scotland, northern-ireland, united-kingdom, or "
		  "a file of "
		  "this folder, such as office.yaml\n" },
		{ "gone.yaml",
		  "p.yaml:7:21: error: no calendar file \"gone.yaml\" can be read beside this file "
		  "[calendar-unknown]\n" },
		{ "../office.yaml", "p.yaml:7:21: error: the calendar \"../office.yaml\" does not "
				    "lie in this file's folder "
				    "[calendar-outside-folder]\n" },
		{ "policy.yaml", "" },
	};

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct complaint_calendar *calendar = NULL;
		struct complaint_diagnostics *diags = NULL;
		complaint_status status;
		char *is;

		test_case("a policy names \"%s\"", names[i].name);
		complaint_diagnostics_new(&diags);
		status = cmpl_calendar_load_named(policy, names[i].name, strlen(names[i].name),
						  &text, 1, &calendar, diags, "p.yaml", place);
		is = test_diagnostics_text(diags);
		CHECK((status == COMPLAINT_OK) == !names[i].wanted);
		CHECK((calendar != NULL) == !names[i].wanted);
		CHECK(strstr(is, names[i].wanted ? names[i].wanted : "") == is, "%s", is);
		complaint_calendar_free(calendar);
		complaint_diagnostics_free(diags);
		free(is);
	}
	test_case("a calendar file beside a policy names .ics files beside it");
	if (cmpl_ical_built_in()) {
		const char *closures = ICS(DAY("20260701", "Picnic"));
		struct complaint_calendar *calendar = NULL;

		test_write_file("closures.ics", closures, strlen(closures));
		test_write_file("with.yaml", WHOLE "holidays: [closures.ics]\n",
				strlen(WHOLE "holidays: [closures.ics]\n"));
		CHECK_STATUS(cmpl_calendar_load_named(policy, "with.yaml", 9, NULL, 0, &calendar,
						      NULL, "p.yaml", place),
			     COMPLAINT_OK);
		CHECK(calendar && !cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 1)));
		complaint_calendar_free(calendar);
	}
	test_case("from memory a policy reaches no file");
	{
		struct complaint_calendar *calendar = NULL;

		CHECK_STATUS(cmpl_calendar_load_named(NULL, "office.yaml", 11, &text, 1, &calendar,
						      NULL, "p.yaml", place),
			     COMPLAINT_ERR_INVALID_FILE);
		CHECK(!calendar);
	}
}

/* --- the manual --------------------------------------------------------------------------- */

/* The first example of docs/calendar-files.md, and what the page says of it. */
static void test_manual(void)
{
	size_t length;
	char *page = test_read_file(test_source("docs/calendar-files.md"), &length);
	char *begin = strstr(page, "```yaml\nformat: 1"), *end;
	struct complaint_calendar *calendar;

	test_case("the example of the manual is read, and does what the page says");
	CHECK(begin != NULL);
	if (!begin) {
		free(page);
		return;
	}
	begin += strlen("```yaml\n");
	end = strstr(begin, "```");
	*end = '\0';
	calendar = read_whole(begin);
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 24)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 7, 31)));
	CHECK(!cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 12, 31)));
	CHECK_TEXT(
		complaint_calendar_get_cause_source(calendar, cmpl_day_from_date(2026, 12, 31), 0),
		"Example Homes, office closures agreed on 3 November 2025");
	CHECK(cmpl_calendar_works(calendar, cmpl_day_from_date(2026, 12, 30)));
	complaint_calendar_free(calendar);
	free(page);
}

static complaint_status load_once(void *context)
{
	struct complaint_calendar *calendar = NULL;
	struct complaint_diagnostics *diags = NULL;
	complaint_status status = complaint_diagnostics_new(&diags);

	if (status == COMPLAINT_OK)
		status = complaint_calendar_load_memory("office.yaml", context,
							COMPLAINT_NUL_TERMINATED, NULL, 0,
							&calendar, diags);
	CHECK((status == COMPLAINT_OK) == (calendar != NULL));
	complaint_calendar_free(calendar);
	complaint_diagnostics_free(diags);
	return status;
}

int main(void)
{
	static char wrong[] =
		WHOLE "holidays: [skotland]\nclosures:\n  - on: 2030-01-01\n    says: A\n";
	static char right[sizeof(office)];

	memcpy(right, office, sizeof(office));
	test_faults();
	test_all_at_once();
	test_office();
	test_small();
	test_projected();
	if (cmpl_ical_built_in())
		test_with_ical();
	else
		test_without_ical();
	test_files();
	test_named();
	test_manual();
	test_case("no allocation that fails leaves anything behind");
	CHECK(test_each_allocation(load_once, right, COMPLAINT_OK) > 60);
	CHECK(test_each_allocation(load_once, wrong, COMPLAINT_ERR_INVALID_FILE) > 20);
	return test_finish();
}
