/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "calendar/builder.h"
#include "support/test.h"

static struct complaint_calendar *load(const char *name)
{
	struct complaint_calendar *calendar = NULL;

	CHECK_STATUS(complaint_calendar_load_bundled(name, COMPLAINT_NUL_TERMINATED, &calendar),
		     COMPLAINT_OK);
	return calendar;
}

/* January 2026, closed on the days given by bits; one source. */
static struct complaint_calendar *january(const char *source, cmpl_day from, cmpl_day until,
					  int32_t close)
{
	struct cmpl_calendar_builder builder = { .close_of_business = close };
	struct complaint_calendar *calendar = NULL;

	builder.first = cmpl_day_from_date(2026, 1, from);
	builder.last = builder.published_last = cmpl_day_from_date(2026, 1, until);
	cmpl_calendar_builder_close(&builder, cmpl_day_from_date(2026, 1, 15),
				    cmpl_calendar_builder_reason(&builder, source,
								 COMPLAINT_NUL_TERMINATED, source,
								 false));
	if (*source == 'b')
		cmpl_calendar_builder_open(&builder, cmpl_day_from_date(2026, 1, 14),
					   cmpl_calendar_builder_reason(&builder, "rota",
									COMPLAINT_NUL_TERMINATED,
									source, false));
	CHECK_STATUS(cmpl_calendar_builder_build(&builder, source, strlen(source), source, source,
						 &calendar),
		     COMPLAINT_OK);
	cmpl_calendar_builder_free(&builder);
	return calendar;
}

static void test_divisions(void)
{
	const struct complaint_calendar *parts[3] = { load("england-and-wales"), load("scotland"),
						      load("northern-ireland") };
	struct complaint_calendar *whole = load("united-kingdom"), *any = NULL, *all = NULL;
	int64_t wrong = 0;

	test_case("the union of the three divisions is united-kingdom, cause by cause");
	CHECK_STATUS(complaint_calendar_combine(parts, 3, COMPLAINT_COMBINE_UNION, "three",
						COMPLAINT_NUL_TERMINATED, &any),
		     COMPLAINT_OK);
	CHECK_TEXT(complaint_calendar_get_name(any), "three");
	CHECK_TEXT(complaint_calendar_get_revision(any), complaint_calendar_get_revision(whole));

	test_case("a union is closed when any part is, an intersection when all are");
	CHECK_STATUS(complaint_calendar_combine(parts, 3, COMPLAINT_COMBINE_INTERSECTION, "common",
						6, &all),
		     COMPLAINT_OK);
	for (cmpl_day day = any->first; day <= any->last; day++) {
		int working = 0;

		for (int i = 0; i < 3; i++)
			working += cmpl_calendar_works(parts[i], day);
		wrong += cmpl_calendar_works(any, day) != (working == 3);
		wrong += cmpl_calendar_works(all, day) != (working > 0);
	}
	CHECK_NUMBER(wrong, 0);

	test_case("the causes of a common holiday come from every part");
	CHECK_NUMBER(complaint_calendar_cause_count(all, cmpl_day_from_date(2022, 9, 19)), 3);
	CHECK_NUMBER(complaint_calendar_cause_count(all, cmpl_day_from_date(2026, 6, 15)), 0);
	complaint_calendar_free(any);
	complaint_calendar_free(all);
	complaint_calendar_free(whole);
	for (int i = 0; i < 3; i++)
		complaint_calendar_free((struct complaint_calendar *)(uintptr_t)parts[i]);
}

static void test_spans(void)
{
	const struct complaint_calendar *parts[2] = { january("early", 1, 20, 1020),
						      january("b late", 10, 31, 960) };
	const struct complaint_calendar *apart[2] = { january("before", 1, 9, -1), parts[1] };
	struct complaint_calendar *both = NULL;
	complaint_day first, last, published;

	test_case("what is joined covers what all parts cover, and says which part ends it");
	CHECK_STATUS(
		complaint_calendar_combine(parts, 2, COMPLAINT_COMBINE_UNION, "both", 4, &both),
		COMPLAINT_OK);
	complaint_calendar_get_span(both, &first, &last, &published);
	CHECK_NUMBER(first, cmpl_day_from_date(2026, 1, 10));
	CHECK_NUMBER(last, cmpl_day_from_date(2026, 1, 20));
	CHECK_NUMBER(published, last);
	CHECK_TEXT(complaint_calendar_get_end_source(both, 0), "b late");
	CHECK_TEXT(complaint_calendar_get_end_source(both, 1), "early");
	CHECK_NUMBER(complaint_calendar_get_close_of_business(both), 960);
	CHECK_NUMBER(complaint_calendar_cause_count(both, cmpl_day_from_date(2026, 1, 15)), 2);
	complaint_calendar_free(both);
	both = NULL;

	test_case("parts without a common day cannot be joined");
	CHECK_STATUS(
		complaint_calendar_combine(apart, 2, COMPLAINT_COMBINE_UNION, "apart", 5, &both),
		COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK(!both);

	test_case("how to join must be said");
	CHECK_STATUS(complaint_calendar_combine(parts, 2, 0, "x", 1, &both),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_combine(parts, 2, 3, "x", 1, &both),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_calendar_combine(parts, 0, 1, "x", 1, &both),
		     COMPLAINT_ERR_BAD_ARGUMENT);

	test_case("what is joined has a name");
	CHECK_STATUS(complaint_calendar_combine(parts, 2, 1, "", COMPLAINT_NUL_TERMINATED, &both),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	for (int i = 0; i < 2; i++)
		complaint_calendar_free((struct complaint_calendar *)(uintptr_t)parts[i]);
	complaint_calendar_free((struct complaint_calendar *)(uintptr_t)apart[0]);
}

static void test_shared(void)
{
	struct complaint_calendar *one = load("scotland"), *more = cmpl_calendar_take(one);

	test_case("a calendar lives until its last reference goes");
	complaint_calendar_free(one);
	CHECK_TEXT(complaint_calendar_get_name(more), "scotland");
	CHECK(!cmpl_calendar_take(NULL));
	complaint_calendar_free(more);
}

/* Equal revisions must mean that days count alike: whatever is different shows. */
static void test_revision(void)
{
	char seen[8][17];
	size_t count = 0;

	test_case("whatever counts or explains differently has another revision");
	for (int change = 0; change < 7; change++) {
		struct cmpl_calendar_builder builder = { .close_of_business =
								 change == 1 ? 1020 : -1 };
		struct complaint_calendar *calendar = NULL;
		uint16_t reason;

		builder.first = cmpl_day_from_date(2026, 1, change == 2 ? 2 : 1);
		builder.last = builder.published_last = cmpl_day_from_date(2026, 12, 31);
		if (change == 3)
			builder.published_last--;
		reason = cmpl_calendar_builder_reason(&builder, change == 4 ? "b" : "a", 1,
						      change == 5 ? "y" : "x", change == 6);
		cmpl_calendar_builder_close(&builder, cmpl_day_from_date(2026, 6, 1), reason);
		CHECK_STATUS(cmpl_calendar_builder_build(&builder, "n", 1, "x", "x", &calendar),
			     COMPLAINT_OK);
		strcpy(seen[count], complaint_calendar_get_revision(calendar));
		for (size_t i = 0; i < count; i++)
			CHECK(strcmp(seen[i], seen[count]) != 0, "change %d and %zu", change, i);
		count++;
		complaint_calendar_free(calendar);
		cmpl_calendar_builder_free(&builder);
	}
}

static void test_limits(void)
{
	struct cmpl_calendar_builder builder = { .close_of_business = -1 };
	struct complaint_calendar *calendar = NULL;
	complaint_day day = 0;

	test_case("65,534 days are the most, and can be counted to the end");
	builder.first = CMPL_DAY_FIRST;
	builder.last = builder.published_last = CMPL_DAY_FIRST + CMPL_CALENDAR_DAYS_MAX - 1;
	CHECK_STATUS(cmpl_calendar_builder_build(&builder, "n", 1, "x", "x", &calendar),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_calendar_add_working_days(calendar, builder.first, 65533, &day),
		     COMPLAINT_OK);
	CHECK_NUMBER(day, builder.last);
	complaint_calendar_free(calendar);
	calendar = NULL;
	builder.last++;
	CHECK_STATUS(cmpl_calendar_builder_build(&builder, "n", 1, "x", "x", &calendar),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	builder.last = builder.first - 1;
	CHECK_STATUS(cmpl_calendar_builder_build(&builder, "n", 1, "x", "x", &calendar),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	CHECK(!calendar);

	test_case("a calendar in which nobody works counts nothing");
	builder.last = builder.published_last = builder.first + 6;
	builder.weekend = 127;
	CHECK_STATUS(cmpl_calendar_builder_build(&builder, "n", 1, "x", "x", &calendar),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_calendar_next_working_day(calendar, builder.first, &day),
		     COMPLAINT_ERR_OUT_OF_RANGE);
	complaint_calendar_free(calendar);
	cmpl_calendar_builder_free(&builder);
}

static complaint_status combine_once(void *context)
{
	struct complaint_calendar *one = NULL, *two = NULL, *both = NULL;
	complaint_status status = complaint_calendar_load_bundled("scotland", 8, &one);

	(void)context;
	if (status == COMPLAINT_OK)
		status = complaint_calendar_load_bundled("england-and-wales", 17, &two);
	if (status == COMPLAINT_OK) {
		const struct complaint_calendar *parts[2] = { one, two };

		status = complaint_calendar_combine(parts, 2, COMPLAINT_COMBINE_UNION, "two", 3,
						    &both);
	}
	complaint_calendar_free(one);
	complaint_calendar_free(two);
	complaint_calendar_free(both);
	return status;
}

int main(void)
{
	test_divisions();
	test_spans();
	test_shared();
	test_revision();
	test_limits();
	test_case("no allocation that fails leaves anything behind");
	CHECK(test_each_allocation(combine_once, NULL, COMPLAINT_OK) > 100);
	return test_finish();
}
