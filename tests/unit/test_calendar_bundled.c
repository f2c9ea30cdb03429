/* SPDX-License-Identifier: MIT */
#include "calendar/bundled.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "json/reader.h"
#include "support/test.h"

static struct complaint_calendar *load(const char *name)
{
	struct complaint_calendar *calendar = NULL;

	CHECK_STATUS(complaint_calendar_load_bundled(name, COMPLAINT_NUL_TERMINATED, &calendar),
		     COMPLAINT_OK);
	return calendar;
}

static void test_names(void)
{
	struct complaint_calendar *calendar = NULL;

	test_case("four are bundled, by name");
	CHECK_NUMBER(complaint_calendar_bundled_count(), 4);
	CHECK_TEXT(complaint_calendar_bundled_name(0), "england-and-wales");
	CHECK_TEXT(complaint_calendar_bundled_name(3), "united-kingdom");
	CHECK(!complaint_calendar_bundled_name(4));
	CHECK_STATUS(complaint_calendar_load_bundled("wales", COMPLAINT_NUL_TERMINATED, &calendar),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_STATUS(complaint_calendar_load_bundled("", 0, &calendar), COMPLAINT_ERR_NOT_FOUND);
	CHECK(!calendar, "nothing is set on failure");
	CHECK_STATUS(complaint_calendar_load_bundled("scotland-and-more", 8, &calendar),
		     COMPLAINT_OK);
	CHECK_TEXT(complaint_calendar_get_name(calendar), "scotland");
	complaint_calendar_free(calendar);
}

/* Hosts keep revisions beside dates. One that changes without a change of the data is a fault. */
static void test_revisions(void)
{
	static const struct {
		const char *name, *revision;
		int32_t working_days;
	} pinned[] = {
		{ "england-and-wales", "eac0e886be545d1b", 4295 },
		{ "scotland", "3729c07d1804f7d9", 4277 },
		{ "northern-ireland", "0210abd4fd2e24b7", 4261 },
		{ "united-kingdom", "f0678c151d7b1913", 4209 },
	};

	for (size_t i = 0; i < COUNT_OF(pinned); i++) {
		struct complaint_calendar *calendar = load(pinned[i].name);
		complaint_day first, last, published;

		test_case("%s: its revision and its span", pinned[i].name);
		CHECK_TEXT(complaint_calendar_get_revision(calendar), pinned[i].revision);
		CHECK_NUMBER(calendar->working_days, pinned[i].working_days);
		CHECK_STATUS(complaint_calendar_get_span(calendar, &first, &last, &published),
			     COMPLAINT_OK);
		CHECK_NUMBER(first, cmpl_day_from_date(2012, 1, 1));
		CHECK_NUMBER(last, cmpl_day_from_date(2028, 12, 31));
		CHECK_NUMBER(published, last);
		CHECK_NUMBER(complaint_calendar_get_close_of_business(calendar), -1);
		complaint_calendar_free(calendar);
	}
}

/* --- against the data ------------------------------------------------------------ */

static bool has_cause(const struct complaint_calendar *calendar, cmpl_day day, const char *cause,
		      const char *source)
{
	for (size_t i = 0; i < complaint_calendar_cause_count(calendar, day); i++) {
		if (!strcmp(complaint_calendar_get_cause(calendar, day, i), cause) &&
		    !strcmp(complaint_calendar_get_cause_source(calendar, day, i), source) &&
		    !complaint_calendar_is_cause_projected(calendar, day, i))
			return true;
	}
	return false;
}

/* "New Year’s Day (substitute day)" of title and note. */
static void make_cause(char cause[200], const char *title, const char *note)
{
	strcpy(cause, title);
	if (!*note)
		return;
	strcat(cause, " (");
	strcat(cause, note);
	cause[strlen(title) + 2] = (char)(cause[strlen(title) + 2] - 'A' + 'a');
	strcat(cause, ")");
}

/*
 * Each entry is a cause of its day, in its division and in the union. Returns how many there are.
 */
static size_t check_division(const struct cmpl_tree *tree, const struct cmpl_node *list,
			     const struct complaint_calendar *calendar,
			     const struct complaint_calendar *whole, const char *source)
{
	const struct cmpl_node *entry = cmpl_node_first(tree, list);

	for (; entry; entry = cmpl_node_next(tree, list, entry)) {
		const struct cmpl_node *date = cmpl_node_get(tree, entry, "date");
		cmpl_day day = 0;
		char cause[200];

		make_cause(cause, cmpl_node_text(tree, cmpl_node_get(tree, entry, "title")),
			   cmpl_node_text(tree, cmpl_node_get(tree, entry, "notes")));
		CHECK(cmpl_day_parse(cmpl_node_text(tree, date), date->length, &day));
		CHECK(has_cause(calendar, day, cause, source), "%s: %s", cmpl_node_text(tree, date),
		      cause);
		CHECK(has_cause(whole, day, cause, source), "%s: %s", cmpl_node_text(tree, date),
		      cause);
		CHECK_NUMBER(complaint_calendar_cause_count(calendar, day), 1);
	}
	return list->count;
}

/* Every other closed day is a Saturday or a Sunday and nothing else. */
static size_t count_holidays(const struct complaint_calendar *calendar)
{
	size_t holidays = 0;

	for (cmpl_day day = calendar->first; day <= calendar->last; day++) {
		size_t causes = complaint_calendar_cause_count(calendar, day);
		int weekday = cmpl_day_weekday(day);

		if (weekday >= CMPL_SATURDAY)
			CHECK(causes == 1 &&
			      has_cause(calendar, day, cmpl_weekday_name(weekday), "weekend"));
		else
			holidays += causes != 0;
		CHECK((causes == 0) == cmpl_calendar_works(calendar, day));
	}
	return holidays;
}

static void test_data(void)
{
	size_t length, total = 0;
	char *bytes = test_read_file(test_source("data/bank-holidays.json"), &length);
	struct cmpl_tree *tree = NULL;
	struct complaint_calendar *whole = load("united-kingdom");

	CHECK_STATUS(cmpl_json_read("bank-holidays.json", bytes, length, &tree, NULL),
		     COMPLAINT_OK);
	for (size_t i = 0; tree && i < CMPL_DIVISIONS; i++) {
		const struct cmpl_bundled_division *division = &cmpl_bundled_divisions[i];
		const struct cmpl_node *list = cmpl_node_get(tree, &tree->nodes[0], division->name);
		struct complaint_calendar *calendar = load(division->name);
		size_t count;

		test_case("%s: the holidays are those of the data, each with its cause",
			  division->name);
		count = check_division(tree, list, calendar, whole, division->source);
		CHECK_NUMBER(count_holidays(calendar), count);
		CHECK_TEXT(complaint_calendar_get_end_source(calendar, 1), division->source);
		total += count;
		complaint_calendar_free(calendar);
	}
	test_case("the union has all of them, on 226 days");
	CHECK_NUMBER(total, 140 + 158 + 174);
	CHECK_NUMBER(count_holidays(whole), 226);
	complaint_calendar_free(whole);
	cmpl_tree_free(tree);
	free(bytes);
}

/* --- explained --------------------------------------------------------------------- */

static const struct {
	const char *calendar, *day, *wanted; /* without the revision */
} explained[] = {
	{ "england-and-wales", "2022-09-19",
	  "Monday 19 September 2022: closed, Bank Holiday for the State Funeral of Queen Elizabeth "
	  "II "
	  "(England and Wales bank holidays)" },
	{ "england-and-wales", "2012-06-04",
	  "Monday 4 June 2012: closed, Spring bank holiday (substitute day) (England and Wales "
	  "bank holidays)" },
	{ "england-and-wales", "2012-06-05",
	  "Tuesday 5 June 2012: closed, Queen’s Diamond Jubilee (extra bank holiday) (England and "
	  "Wales bank "
	  "holidays)" },
	{ "england-and-wales", "2012-05-28", "Monday 28 May 2012: working day" },
	{ "england-and-wales", "2020-05-08",
	  "Friday 8 May 2020: closed, Early May bank holiday (VE day) (England and Wales bank "
	  "holidays)" },
	{ "england-and-wales", "2020-05-04", "Monday 4 May 2020: working day" },
	{ "england-and-wales", "2022-06-02",
	  "Thursday 2 June 2022: closed, Spring bank holiday (England and Wales bank holidays)" },
	{ "england-and-wales", "2022-06-03",
	  "Friday 3 June 2022: closed, Platinum Jubilee bank holiday (England and Wales bank "
	  "holidays)" },
	{ "england-and-wales", "2022-05-30", "Monday 30 May 2022: working day" },
	{ "england-and-wales", "2023-05-08",
	  "Monday 8 May 2023: closed, Bank holiday for the coronation of King Charles III (England "
	  "and Wales bank "
	  "holidays)" },
	{ "england-and-wales", "2026-06-15", "Monday 15 June 2026: working day" },
	{ "scotland", "2026-06-15",
	  "Monday 15 June 2026: closed, World Cup bank holiday (Scotland bank holidays)" },
	{ "scotland", "2024-04-01", "Monday 1 April 2024: working day" },
	{ "northern-ireland", "2026-07-13",
	  "Monday 13 July 2026: closed, Battle of the Boyne (Orangemen’s Day) (substitute day) "
	  "(Northern Ireland bank "
	  "holidays)" },
	{ "united-kingdom", "2012-06-04",
	  "Monday 4 June 2012: closed, Spring bank holiday (substitute day) (England and Wales "
	  "bank holidays, "
	  "Scotland bank holidays); Spring bank holiday (Northern Ireland bank holidays)" },
	{ "united-kingdom", "2026-12-26", "Saturday 26 December 2026: closed, Saturday (weekend)" },
};

static void test_explained(void)
{
	for (size_t i = 0; i < COUNT_OF(explained); i++) {
		struct complaint_calendar *calendar = load(explained[i].calendar);
		char text[400], wanted[400];
		complaint_day day = 0;
		size_t length = 0;

		test_case("%s explains %s", explained[i].calendar, explained[i].day);
		complaint_day_from_text(explained[i].day, COMPLAINT_NUL_TERMINATED, &day);
		CHECK_STATUS(
			complaint_calendar_explain_day(calendar, day, text, sizeof(text), &length),
			COMPLAINT_OK);
		strcpy(wanted, explained[i].wanted);
		strcat(wanted, ", revision ");
		strcat(wanted, complaint_calendar_get_revision(calendar));
		CHECK_TEXT(text, wanted);
		CHECK_NUMBER(length, strlen(wanted));
		complaint_calendar_free(calendar);
	}
}

static void test_cut(void)
{
	struct complaint_calendar *calendar = load("england-and-wales");
	complaint_day day = cmpl_day_from_date(2013, 1, 1);
	const char *whole = "Tuesday 1 January 2013: closed, New Year’s Day (England";
	char text[64];
	size_t length = 0;

	test_case("an explanation is cut to fit, never through a character");
	for (size_t size = 1; size <= strlen(whole); size++) {
		CHECK_STATUS(complaint_calendar_explain_day(calendar, day, text, size, &length),
			     COMPLAINT_OK);
		CHECK(strlen(text) < size && !strncmp(text, whole, strlen(text)), "size %zu", size);
		CHECK(size - 1 - strlen(text) <= 2, "size %zu", size);
		CHECK(((unsigned char)whole[strlen(text)] & 0xc0) != 0x80, "size %zu", size);
	}
	CHECK_STATUS(complaint_calendar_explain_day(calendar, day, NULL, 0, &length), COMPLAINT_OK);
	CHECK_NUMBER(length, 109);

	test_case("a day that is not covered is not explained and has no cause");
	day = cmpl_day_from_date(2029, 1, 1);
	CHECK_STATUS(complaint_calendar_explain_day(calendar, day, text, sizeof(text), NULL),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK_NUMBER(complaint_calendar_cause_count(calendar, day), 0);
	CHECK(!complaint_calendar_get_cause(calendar, day, 0));
	CHECK(!complaint_calendar_get_cause_source(calendar, cmpl_day_from_date(2022, 9, 19), 1));
	complaint_calendar_free(calendar);
}

/* --- size, time, memory ------------------------------------------------------------- */

static void test_size(void)
{
	struct complaint_calendar *calendar = load("united-kingdom");
	size_t days = (size_t)(calendar->last - calendar->first + 1);

	test_case("seventeen years are counted on in less than 40 kB");
	CHECK((days + 1) * sizeof(*calendar->rank) +
		      (size_t)calendar->working_days * sizeof(*calendar->day_of) <
	      40000);
	complaint_calendar_free(calendar);
}

/*
 * Time depends on the neighbours: tests/bench/ measures it, and its instructions are held against
 * what is written down. Reading a text of events would take an allocation or more for each of them.
 */
static void nothing_is_parsed(void)
{
	struct complaint_calendar *calendar = NULL;
	long before = cmpl_memory_count();

	test_case("a bundled calendar is compiled in: fewer allocations than holidays");
	CHECK_STATUS(complaint_calendar_load_bundled("united-kingdom", COMPLAINT_NUL_TERMINATED,
						     &calendar),
		     COMPLAINT_OK);
	CHECK(cmpl_memory_count() - before < 150, "%ld allocations", cmpl_memory_count() - before);
	complaint_calendar_free(calendar);
}

static complaint_status load_once(void *context)
{
	struct complaint_calendar *calendar = NULL;
	complaint_status status = complaint_calendar_load_bundled(
		"united-kingdom", COMPLAINT_NUL_TERMINATED, &calendar);
	complaint_day day = cmpl_day_from_date(2022, 9, 19);

	(void)context;
	if (status == COMPLAINT_OK)
		status = complaint_calendar_explain_day(calendar, day, NULL, 0, NULL);
	complaint_calendar_free(calendar);
	return status;
}

int main(void)
{
	test_names();
	test_revisions();
	test_data();
	test_explained();
	test_cut();
	test_size();
	nothing_is_parsed();
	test_case("no allocation that fails leaves anything behind");
	CHECK(test_each_allocation(load_once, NULL, COMPLAINT_OK) > 50);
	return test_finish();
}
