/* SPDX-License-Identifier: MIT */
#include "calendar/projection.h"

#include <string.h>

#include "calendar/bundled.h"
#include "support/test.h"

/*
 * Where the standing rules and what was published differ, and why. All divisions unless one is
 * named.
 */
static const struct {
	int32_t year, month, day;
	bool published; /* by proclamation; else the rule's day, which was not kept */
	int division;   /* -1: all */
	const char *why;
} exceptions[] = {
	{ 2012, 5, 28, false, -1,
	  "the spring holiday was moved to make one weekend with the Diamond Jubilee" },
	{ 2012, 6, 4, true, -1, "there it was moved" },
	{ 2012, 6, 5, true, -1, "Diamond Jubilee" },
	{ 2020, 5, 4, false, -1,
	  "the early May holiday was moved to the 75th anniversary of VE Day" },
	{ 2020, 5, 8, true, -1, "there it was moved" },
	{ 2022, 5, 30, false, -1,
	  "the spring holiday was moved to make one weekend with the Platinum Jubilee" },
	{ 2022, 6, 2, true, -1, "there it was moved" },
	{ 2022, 6, 3, true, -1, "Platinum Jubilee" },
	{ 2022, 9, 19, true, -1,
	  "State Funeral of Queen Elizabeth II, announced nine days before" },
	{ 2023, 5, 8, true, -1, "coronation of King Charles III" },
	{ 2026, 6, 15, true, CMPL_SCOTLAND, "the men's World Cup, in Scotland alone" },
};

static bool is_exception(cmpl_day day, bool published, unsigned division)
{
	for (size_t i = 0; i < COUNT_OF(exceptions); i++) {
		if (day == cmpl_day_from_date(exceptions[i].year, exceptions[i].month,
					      exceptions[i].day) &&
		    published == exceptions[i].published &&
		    (exceptions[i].division < 0 || exceptions[i].division == (int)division))
			return true;
	}
	return false;
}

static const struct cmpl_bundled_holiday *find_published(unsigned division, cmpl_day day)
{
	const struct cmpl_bundled_division *of = &cmpl_bundled_divisions[division];

	for (size_t i = 0; i < of->count; i++) {
		if (of->holidays[i].day == day)
			return &of->holidays[i];
	}
	return NULL;
}

/*
 * 51 division-years: each projected day was published, each published one is projected, but for the
 * exceptions.
 */
static void test_published(unsigned division)
{
	const struct cmpl_bundled_division *published = &cmpl_bundled_divisions[division];
	size_t projected = 0, kept = 0, used = 0;

	test_case("%s: the rules give what was published in 2012 to 2028", published->name);
	for (int32_t year = CMPL_BUNDLED_FROM; year <= CMPL_BUNDLED_UNTIL; year++) {
		struct cmpl_projected_day days[CMPL_PROJECTED_MAX];
		size_t count = cmpl_project_year(division, year, days);

		projected += count;
		for (size_t i = 0; i < count; i++) {
			const struct cmpl_bundled_holiday *holiday =
				find_published(division, days[i].day);
			char text[11];

			cmpl_day_write(days[i].day, text);
			if (!holiday) {
				CHECK(is_exception(days[i].day, false, division),
				      "%s was not published", text);
				continue;
			}
			kept++;
			/* In 2023 Scotland gave its two January substitutes each other's names. */
			if (division == CMPL_SCOTLAND && year == 2023 &&
			    days[i].day < cmpl_day_from_date(2023, 2, 1))
				continue;
			CHECK_TEXT(days[i].title, cmpl_bundled_titles[holiday->title]);
		}
	}
	for (size_t i = 0; i < published->count; i++)
		used += is_exception(published->holidays[i].day, true, division);
	CHECK_NUMBER(kept + used, published->count);
	CHECK_NUMBER(projected - kept, 3);
}

static void test_easter(void)
{
	/*
	 * Published tables; the first and the last that Easter can be are 1818 (not here) and 2038.
	 */
	static const struct {
		int32_t year, month, day;
	} easters[] = {
		{ 1900, 4, 15 }, { 1913, 3, 23 }, { 1943, 4, 25 }, { 1954, 4, 18 }, { 1981, 4, 19 },
		{ 2000, 4, 23 }, { 2008, 3, 23 }, { 2011, 4, 24 }, { 2024, 3, 31 }, { 2025, 4, 20 },
		{ 2029, 4, 1 },  { 2038, 4, 25 }, { 2049, 4, 18 }, { 2076, 4, 19 }, { 2100, 3, 28 },
	};

	test_case("Easter is on the Sunday of the tables");
	for (size_t i = 0; i < COUNT_OF(easters); i++)
		CHECK(cmpl_easter(easters[i].year) ==
			      cmpl_day_from_date(easters[i].year, easters[i].month, easters[i].day),
		      "Easter %d", (int)easters[i].year);
	test_case("Easter is a Sunday between 22 March and 25 April in every year");
	for (int32_t year = 1900; year <= 2199; year++) {
		cmpl_day easter = cmpl_easter(year);

		CHECK(cmpl_day_weekday(easter) == CMPL_SUNDAY &&
			      easter >= cmpl_day_from_date(year, 3, 22) &&
			      easter <= cmpl_day_from_date(year, 4, 25),
		      "Easter %d", (int)year);
	}
}

static struct complaint_calendar *project(const char *name, int32_t year, complaint_status wanted)
{
	struct complaint_calendar *calendar = NULL, *projected = NULL;

	complaint_calendar_load_bundled(name, COMPLAINT_NUL_TERMINATED, &calendar);
	CHECK_STATUS(complaint_calendar_project(calendar, year, &projected), wanted);
	complaint_calendar_free(calendar);
	return projected;
}

static void test_project(void)
{
	struct complaint_calendar *calendar = project("england-and-wales", 2030, COMPLAINT_OK),
				  *again = NULL;
	complaint_day first, last, published, day = 0;
	char text[200];

	test_case("a projected calendar goes on after the published days, and says where they end");
	complaint_calendar_get_span(calendar, &first, &last, &published);
	CHECK_NUMBER(first, cmpl_day_from_date(2012, 1, 1));
	CHECK_NUMBER(last, cmpl_day_from_date(2030, 12, 31));
	CHECK_NUMBER(published, cmpl_day_from_date(2028, 12, 31));

	test_case("20 December 2028 and ten working days is 8 January, not the 5th");
	CHECK_STATUS(complaint_calendar_add_working_days(calendar, cmpl_day_from_date(2028, 12, 20),
							 10, &day),
		     COMPLAINT_OK);
	CHECK_NUMBER(day, cmpl_day_from_date(2029, 1, 8));

	test_case("projected causes are marked, published ones are not, weekends never are");
	CHECK_NUMBER(complaint_calendar_is_cause_projected(calendar,
							   cmpl_day_from_date(2029, 12, 25), 0),
		     1);
	CHECK_NUMBER(complaint_calendar_is_cause_projected(calendar,
							   cmpl_day_from_date(2028, 12, 25), 0),
		     0);
	CHECK_NUMBER(
		complaint_calendar_is_cause_projected(calendar, cmpl_day_from_date(2029, 1, 6), 0),
		0);
	complaint_calendar_explain_day(calendar, cmpl_day_from_date(2029, 12, 25), text,
				       sizeof(text), NULL);
	text[strlen("Tuesday 25 December 2029: closed, Christmas Day (England and Wales bank "
		    "holidays, projected by "
		    "rule), provisional")] = '\0';
	CHECK_TEXT(
		text,
		"Tuesday 25 December 2029: closed, Christmas Day (England and Wales bank holidays, "
		"projected by rule), provisional");
	complaint_calendar_explain_day(calendar, cmpl_day_from_date(2029, 1, 2), text, sizeof(text),
				       NULL);
	text[strlen("Tuesday 2 January 2029: working day, provisional")] = '\0';
	CHECK_TEXT(text, "Tuesday 2 January 2029: working day, provisional");

	test_case("a projected calendar can be projected further, and less far");
	CHECK_STATUS(complaint_calendar_project(calendar, 2040, &again), COMPLAINT_OK);
	complaint_calendar_free(again);
	CHECK_STATUS(complaint_calendar_project(calendar, 2029, &again), COMPLAINT_OK);
	complaint_calendar_free(again);
	again = project("england-and-wales", 2030, COMPLAINT_OK);
	CHECK_TEXT(complaint_calendar_get_revision(again),
		   complaint_calendar_get_revision(calendar));
	complaint_calendar_free(again);
	complaint_calendar_free(calendar);
}

static void test_refused(void)
{
	test_case("what is published already is not projected, nor is more than a calendar holds");
	CHECK(!project("scotland", 2028, COMPLAINT_ERR_OUT_OF_RANGE));
	CHECK(!project("scotland", 1999, COMPLAINT_ERR_OUT_OF_RANGE));
	CHECK(!project("scotland", 2191, COMPLAINT_ERR_OUT_OF_RANGE));
	CHECK(!project("scotland", 2200, COMPLAINT_ERR_OUT_OF_RANGE));
	complaint_calendar_free(project("scotland", 2190, COMPLAINT_OK));
}

static void test_joined(void)
{
	struct complaint_calendar *parts[2] = { NULL, NULL }, *both = NULL, *projected = NULL,
				  *whole;
	const cmpl_day easter_monday = cmpl_day_from_date(2029, 4, 2);

	complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED, &parts[0]);
	complaint_calendar_load_bundled("scotland", COMPLAINT_NUL_TERMINATED, &parts[1]);
	test_case("an intersection is projected as one: Easter Monday is not Scotland's");
	complaint_calendar_combine((const struct complaint_calendar *const *)parts, 2,
				   COMPLAINT_COMBINE_INTERSECTION, "both", 4, &both);
	CHECK_STATUS(complaint_calendar_project(both, 2029, &projected), COMPLAINT_OK);
	CHECK(cmpl_calendar_works(projected, easter_monday));
	CHECK(!cmpl_calendar_works(projected, easter_monday - 3), "Good Friday is both's");
	complaint_calendar_free(projected);
	complaint_calendar_free(both);

	test_case("a union too, and it is as if each part had been");
	complaint_calendar_combine((const struct complaint_calendar *const *)parts, 2,
				   COMPLAINT_COMBINE_UNION, "both", 4, &both);
	CHECK_STATUS(complaint_calendar_project(both, 2033, &projected), COMPLAINT_OK);
	for (int i = 0; i < 2; i++) {
		struct complaint_calendar *old = parts[i];

		CHECK_STATUS(complaint_calendar_project(old, 2033, &parts[i]), COMPLAINT_OK);
		complaint_calendar_free(old);
	}
	complaint_calendar_free(both);
	complaint_calendar_combine((const struct complaint_calendar *const *)parts, 2,
				   COMPLAINT_COMBINE_UNION, "both", 4, &both);
	CHECK_TEXT(complaint_calendar_get_revision(projected),
		   complaint_calendar_get_revision(both));
	complaint_calendar_free(projected);
	complaint_calendar_free(both);
	projected = NULL;

	test_case("an intersection with the whole kingdom is not of that form");
	whole = project("united-kingdom", 2033, COMPLAINT_OK);
	complaint_calendar_combine((const struct complaint_calendar *[]){ parts[0], whole }, 2,
				   COMPLAINT_COMBINE_INTERSECTION, "both", 4, &both);
	CHECK_STATUS(complaint_calendar_project(both, 2034, &projected), COMPLAINT_ERR_NOT_FOUND);
	CHECK(!projected);
	complaint_calendar_free(whole);
	complaint_calendar_free(both);
	complaint_calendar_free(parts[0]);
	complaint_calendar_free(parts[1]);
}

/* Substitute days, worked out by hand from the calendar of the year. */
static void test_substitutes(void)
{
	static const struct {
		unsigned division;
		int32_t year, month, day;
		const char *title;
	} wanted[] = {
		/* 2033: 25 December is a Sunday. */
		{ CMPL_ENGLAND_AND_WALES, 2033, 12, 26, "Boxing Day" },
		{ CMPL_ENGLAND_AND_WALES, 2033, 12, 27, "Christmas Day (substitute day)" },
		/* 2032: 25 December is a Saturday. */
		{ CMPL_ENGLAND_AND_WALES, 2032, 12, 27, "Christmas Day (substitute day)" },
		{ CMPL_ENGLAND_AND_WALES, 2032, 12, 28, "Boxing Day (substitute day)" },
		/* 2033: 1 January is a Saturday; both January days move past the weekend. */
		{ CMPL_SCOTLAND, 2033, 1, 3, "New Year’s Day (substitute day)" },
		{ CMPL_SCOTLAND, 2033, 1, 4, "2nd January (substitute day)" },
		/* 2034: 1 January is a Sunday. */
		{ CMPL_SCOTLAND, 2034, 1, 2, "2nd January" },
		{ CMPL_SCOTLAND, 2034, 1, 3, "New Year’s Day (substitute day)" },
		{ CMPL_SCOTLAND, 2030, 12, 2, "St Andrew’s Day (substitute day)" },
		{ CMPL_SCOTLAND, 2030, 8, 5, "Summer bank holiday" },
		{ CMPL_ENGLAND_AND_WALES, 2030, 8, 26, "Summer bank holiday" },
		{ CMPL_NORTHERN_IRELAND, 2030, 3, 18, "St Patrick’s Day (substitute day)" },
		{ CMPL_NORTHERN_IRELAND, 2031, 7, 14,
		  "Battle of the Boyne (Orangemen’s Day) (substitute day)" },
	};

	for (size_t i = 0; i < COUNT_OF(wanted); i++) {
		struct cmpl_projected_day days[CMPL_PROJECTED_MAX];
		size_t count = cmpl_project_year(wanted[i].division, wanted[i].year, days),
		       found = 0;

		test_case("%s on %d-%d-%d", wanted[i].title, (int)wanted[i].year,
			  (int)wanted[i].month, (int)wanted[i].day);
		for (size_t j = 0; j < count; j++)
			found += days[j].day == cmpl_day_from_date(wanted[i].year, wanted[i].month,
								   wanted[i].day) &&
				 !strcmp(days[j].title, wanted[i].title);
		CHECK_NUMBER(found, 1);
	}
}

static complaint_status project_once(void *context)
{
	struct complaint_calendar *calendar = NULL, *projected = NULL;
	complaint_status status = complaint_calendar_load_bundled("scotland", 8, &calendar);

	(void)context;
	if (status == COMPLAINT_OK)
		status = complaint_calendar_project(calendar, 2029, &projected);
	complaint_calendar_free(calendar);
	complaint_calendar_free(projected);
	return status;
}

int main(void)
{
	for (unsigned division = 0; division < CMPL_DIVISIONS; division++)
		test_published(division);
	test_easter();
	test_project();
	test_refused();
	test_joined();
	test_substitutes();
	test_case("no allocation that fails leaves anything behind");
	CHECK(test_each_allocation(project_once, NULL, COMPLAINT_OK) > 80);
	return test_finish();
}
