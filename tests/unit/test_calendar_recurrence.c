/* SPDX-License-Identifier: MIT */
#include "calendar/recurrence.h"

#include <string.h>

#include "base/memory.h"
#include "calendar/holidays_ics.h"
#include "support/test.h"

static const char *slug_of(enum cmpl_code code)
{
	return complaint_diagnostics_kind_slug((size_t)code);
}

static const struct {
	const char *rule, *slug, *piece;
} faults[] = {
	{ "", "recurrence-malformed", "" },
	{ "BYDAY=MO", "recurrence-malformed", "BYDAY=MO" },
	{ "FREQ=FORTNIGHTLY", "recurrence-malformed", "FORTNIGHTLY" },
	{ "FREQ=HOURLY", "recurrence-not-supported", "HOURLY" },
	{ "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "recurrence-not-supported", "SECONDLY" },
	{ "FREQ=DAILY;FREQ=WEEKLY", "recurrence-malformed", "FREQ=WEEKLY" },
	{ "FREQ=DAILY;INTERVAL=0", "recurrence-malformed", "0" },
	{ "FREQ=DAILY;INTERVAL=1001", "recurrence-malformed", "1001" },
	{ "FREQ=DAILY;INTERVAL=99999999999999999999", "recurrence-malformed",
	  "99999999999999999999" },
	{ "FREQ=DAILY;COUNT=-5", "recurrence-malformed", "-5" },
	{ "FREQ=DAILY;COUNT=2000000000", "recurrence-malformed", "2000000000" },
	{ "FREQ=DAILY;COUNT=4294967297", "recurrence-malformed", "4294967297" },
	{ "FREQ=DAILY;COUNT=2;UNTIL=20260201", "recurrence-malformed",
	  "FREQ=DAILY;COUNT=2;UNTIL=20260201" },
	{ "FREQ=DAILY;UNTIL=20260230", "recurrence-malformed", "20260230" },
	{ "FREQ=DAILY;UNTIL=2026", "recurrence-malformed", "2026" },
	{ "FREQ=DAILY;UNTIL=20260201T000000Z", "recurrence-not-supported", "20260201T000000Z" },
	{ "FREQ=MONTHLY;BYDAY=255SU", "recurrence-malformed", "255SU" },
	{ "FREQ=MONTHLY;BYDAY=9MO", "recurrence-malformed", "FREQ=MONTHLY;BYDAY=9MO" },
	{ "FREQ=MONTHLY;BYDAY=0MO", "recurrence-malformed", "0MO" },
	{ "FREQ=MONTHLY;BYDAY=", "recurrence-malformed", "" },
	{ "FREQ=MONTHLY;BYDAY=MO,,TU", "recurrence-malformed", "" },
	{ "FREQ=WEEKLY;BYDAY=2MO", "recurrence-malformed", "FREQ=WEEKLY;BYDAY=2MO" },
	{ "FREQ=WEEKLY;BYMONTHDAY=1", "recurrence-malformed", "FREQ=WEEKLY;BYMONTHDAY=1" },
	{ "FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=2", "recurrence-not-supported", NULL },
	{ "FREQ=DAILY;BYMONTHDAY=-1", "recurrence-not-supported", NULL },
	{ "FREQ=MONTHLY;BYSETPOS=1", "recurrence-malformed", NULL },
	{ "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1", "recurrence-not-supported", NULL },
	{ "FREQ=YEARLY;BYMONTH=13", "recurrence-malformed", "13" },
	{ "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "recurrence-never", NULL },
	{ "FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31", "recurrence-never", NULL },
	{ "FREQ=YEARLY;BYWEEKNO=20", "recurrence-not-supported", "BYWEEKNO=20" },
	{ "FREQ=YEARLY;BYYEARDAY=100", "recurrence-not-supported", "BYYEARDAY=100" },
	{ "FREQ=YEARLY;BYHOUR=9", "recurrence-not-supported", "BYHOUR=9" },
	{ "FREQ=YEARLY;BYEASTER=1", "recurrence-malformed", "BYEASTER=1" },
	{ "FREQ=WEEKLY;", "recurrence-malformed", "" },
	{ "FREQ=WEEKLY;WKST=XX", "recurrence-malformed", "XX" },
};

static void test_faults(void)
{
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct cmpl_recurrence rule = { .interval = 77 };
		struct cmpl_recurrence_fault fault = { 0 };
		char piece[64] = "";
		const char *wanted = faults[i].piece ? faults[i].piece : faults[i].rule;

		test_case("\"%s\" is refused", faults[i].rule);
		CHECK(!cmpl_recurrence_parse(faults[i].rule, strlen(faults[i].rule), &rule,
					     &fault));
		CHECK_TEXT(slug_of(fault.code), faults[i].slug);
		memcpy(piece, fault.text, fault.length);
		CHECK_TEXT(piece, wanted);
		CHECK_NUMBER(rule.interval, 77);
	}
}

/* First days of each rule, worked out by hand; ended by 0. */
static const struct {
	const char *rule;
	int32_t start;
	int32_t days[6]; /* YYYYMMDD */
} examples[] = {
	{ "FREQ=MONTHLY;BYDAY=-1MO;COUNT=4", 20260101, { 20260126, 20260223, 20260330, 20260427 } },
	{ "FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO;UNTIL=20280828",
	  20260101,
	  { 20260831, 20270830, 20280828 } },
	{ "FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO;UNTIL=20280827", 20260101, { 20260831, 20270830 } },
	{ "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4",
	  20260131,
	  { 20260131, 20260331, 20260531, 20260731 } },
	{ "FREQ=MONTHLY;COUNT=3", 20260131, { 20260131, 20260331, 20260531 } },
	{ "FREQ=YEARLY;COUNT=3", 20240229, { 20240229, 20280229, 20320229 } },
	{ "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2;COUNT=3",
	  20240229,
	  { 20240229, 20250228, 20260228 } },
	{ "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU;COUNT=5",
	  20260102,
	  { 20260102, 20260112, 20260116, 20260126, 20260130 } },
	{ "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
	  20260101,
	  { 20260130, 20260227, 20260331 } },
	{ "freq=weekly;byday=mo;count=2", 20260107, { 20260112, 20260119 } },
	{ "FREQ=YEARLY;BYMONTHDAY=1;COUNT=3", 20260115, { 20260201, 20260301, 20260401 } },
	{ "FREQ=YEARLY;BYDAY=20MO;COUNT=2", 20260101, { 20260518, 20270517 } },
	{ "FREQ=DAILY;BYMONTH=12;BYMONTHDAY=24,27;COUNT=3",
	  20261225,
	  { 20261227, 20271224, 20271227 } },
};

static cmpl_day day_of(int32_t number)
{
	return cmpl_day_from_date(number / 10000, number / 100 % 100, number % 100);
}

static void test_examples(void)
{
	for (size_t i = 0; i < COUNT_OF(examples); i++) {
		struct cmpl_recurrence rule;
		struct cmpl_recurrence_fault fault;
		cmpl_day *days = NULL;
		size_t count = 0, wanted = 0;

		test_case("%s", examples[i].rule);
		CHECK(cmpl_recurrence_parse(examples[i].rule, strlen(examples[i].rule), &rule,
					    &fault));
		cmpl_recurrence_begin(&rule, day_of(examples[i].start));
		while (examples[i].days[wanted])
			wanted++;
		if (!cmpl_ical_built_in()) {
			CHECK_STATUS(cmpl_ical_expand(&rule, day_of(20401231), 9, &days, &count),
				     COMPLAINT_ERR_NOT_BUILT_IN);
			continue;
		}
		CHECK_STATUS(cmpl_ical_expand(&rule, day_of(20401231), 10000, &days, &count),
			     COMPLAINT_OK);
		CHECK_NUMBER(count, wanted);
		for (size_t j = 0; j < count && j < wanted; j++)
			CHECK_NUMBER(days[j], day_of(examples[i].days[j]));
		cmpl_free(days);
	}
}

/* libical and the rule, walked day by day here, give the same over twenty years. */
static void test_agreement(void)
{
	static const char *const rules[] = {
		"FREQ=DAILY;INTERVAL=3",
		"FREQ=WEEKLY",
		"FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA",
		"FREQ=MONTHLY;INTERVAL=5;BYDAY=1MO,-1FR",
		"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
		"FREQ=MONTHLY;BYMONTHDAY=29,30,31,-31",
		"FREQ=MONTHLY;BYDAY=5MO",
		"FREQ=YEARLY;BYMONTH=1,2;BYDAY=MO;BYSETPOS=3,-1",
		"FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=1,-1",
		"FREQ=YEARLY;BYDAY=53FR",
		"FREQ=YEARLY;BYDAY=TH",
		"FREQ=YEARLY;BYMONTH=2;BYDAY=5SU",
	};
	static const int32_t starts[] = { 20240131, 20240229, 20250228, 20261227 };

	test_case("libical gives the days of the rule, from four starts");
	for (size_t i = 0; cmpl_ical_built_in() && i < COUNT_OF(rules) * COUNT_OF(starts); i++) {
		const char *text = rules[i / COUNT_OF(starts)];
		cmpl_day last = day_of(20441231), *days = NULL;
		struct cmpl_recurrence rule;
		struct cmpl_recurrence_fault fault;
		size_t count = 0;

		CHECK(cmpl_recurrence_parse(text, strlen(text), &rule, &fault));
		cmpl_recurrence_begin(&rule, day_of(starts[i % COUNT_OF(starts)]));
		CHECK(cmpl_ical_expand(&rule, last, 10000, &days, &count) == COMPLAINT_OK, "%s",
		      text);
		CHECK(count > 0, "%s", text);
		for (cmpl_day day = rule.start, at = 0; day <= last; day++) {
			bool there = (size_t)at < count && days[at] == day;

			CHECK(there == cmpl_recurrence_matches(&rule, day), "%s", text);
			at += there;
		}
		cmpl_free(days);
	}
}

/* A rule that libical 3 gets wrong: it leaves out Sunday and Monday of the first week. */
static void test_disagreement(void)
{
	const char *text = "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=WE";
	struct cmpl_recurrence rule;
	struct cmpl_recurrence_fault fault;
	cmpl_day *days = NULL;
	size_t count = 0;

	test_case("a rule that libical reads otherwise is refused, not believed");
	CHECK(cmpl_recurrence_parse(text, strlen(text), &rule, &fault));
	cmpl_recurrence_begin(&rule, day_of(20240131));
	CHECK(cmpl_recurrence_matches(&rule, day_of(20240204)));
	if (cmpl_ical_built_in())
		CHECK_STATUS(cmpl_ical_expand(&rule, day_of(20250101), 100, &days, &count),
			     COMPLAINT_ERR_INVALID_FILE);
	CHECK(!days);

	test_case("more days than were allowed are refused");
	CHECK(cmpl_recurrence_parse("FREQ=DAILY", 10, &rule, &fault));
	cmpl_recurrence_begin(&rule, day_of(20240101));
	if (cmpl_ical_built_in())
		CHECK_STATUS(cmpl_ical_expand(&rule, day_of(20241231), 365, &days, &count),
			     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK(!days);
}

static const struct {
	const char *words;
	const char *rule; /* NULL: refused */
} phrases[] = {
	{ "friday", "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR;WKST=MO" },
	{ "Friday", "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR;WKST=MO" },
	{ "last friday of the month", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR;WKST=MO" },
	{ "second tuesday of the month", "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU;WKST=MO" },
	{ "first monday of may", "FREQ=YEARLY;INTERVAL=1;BYMONTH=5;BYDAY=1MO;WKST=MO" },
	{ "24 december", "FREQ=YEARLY;INTERVAL=1;BYMONTH=12;BYMONTHDAY=24;WKST=MO" },
	{ "29 February", "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=29;WKST=MO" },
	{ "  first  monday of may ", "FREQ=YEARLY;INTERVAL=1;BYMONTH=5;BYDAY=1MO;WKST=MO" },
	{ "", NULL },
	{ "fryday", NULL },
	{ "fifth friday of the month", NULL },
	{ "last friday of the year", NULL },
	{ "last friday of the", NULL },
	{ "last friday in may", NULL },
	{ "last friday of brumaire", NULL },
	{ "last friday of the month please", NULL },
	{ "a b c d e f g h", NULL },
	{ "0 december", NULL },
	{ "100 december", NULL },
	{ "32 december", NULL },
	{ "30 february", NULL },
	{ "december 24", NULL },
	{ "averyveryverylongword", NULL },
};

static void test_phrases(void)
{
	for (size_t i = 0; i < COUNT_OF(phrases); i++) {
		struct cmpl_recurrence rule;
		struct cmpl_recurrence_fault fault = { 0 };
		struct cmpl_string text = { 0 };
		bool sound = cmpl_recurrence_parse_words(phrases[i].words, strlen(phrases[i].words),
							 &rule, &fault);

		test_case("every \"%s\"", phrases[i].words);
		CHECK(sound == (phrases[i].rule != NULL));
		if (sound) {
			cmpl_recurrence_write(&rule, &text);
			CHECK_TEXT(cmpl_string_text(&text), phrases[i].rule);
		} else {
			CHECK(fault.message && fault.length == strlen(phrases[i].words));
		}
		cmpl_string_free(&text);
	}
}

int main(void)
{
	test_faults();
	test_examples();
	test_agreement();
	test_disagreement();
	test_phrases();
	return test_finish();
}
