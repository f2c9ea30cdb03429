/* SPDX-License-Identifier: MIT */
#include "calendar/projection.h"

#include "base/date.h"
#include "base/memory.h"
#include "base/text.h"
#include "calendar/bundled.h"

enum { EW = 1 << CMPL_ENGLAND_AND_WALES, SC = 1 << CMPL_SCOTLAND, NI = 1 << CMPL_NORTHERN_IRELAND };

enum kind {
	FIXED,       /* month, day; moves to the next free weekday */
	FROM_EASTER, /* days after Easter Sunday */
	MONDAY       /* month, which: 1 the first, -1 the last */
};

/*
 * Extra days are royal proclamations and cannot be foreseen, and now and then a proclamation moves
 * a Monday (1995, 2002, 2012, 2020, 2022): hence "provisional". The order decides who takes a free
 * day first: New Year's Day before the 2nd of January, Christmas Day before Boxing Day.
 */
static const struct rule {
	const char *title, *substitute;
	unsigned divisions;
	enum kind kind;
	int32_t a, b;
} rules[] = {
	{ "New Year’s Day", "New Year’s Day (substitute day)", EW | SC | NI, FIXED, 1, 1 },
	{ "2nd January", "2nd January (substitute day)", SC, FIXED, 1, 2 },
	{ "St Patrick’s Day", "St Patrick’s Day (substitute day)", NI, FIXED, 3, 17 },
	{ "Good Friday", NULL, EW | SC | NI, FROM_EASTER, -2, 0 },
	{ "Easter Monday", NULL, EW | NI, FROM_EASTER, 1, 0 },
	{ "Early May bank holiday", NULL, EW | SC | NI, MONDAY, 5, 1 },
	{ "Spring bank holiday", NULL, EW | SC | NI, MONDAY, 5, -1 },
	{ "Battle of the Boyne (Orangemen’s Day)",
	  "Battle of the Boyne (Orangemen’s Day) (substitute day)", NI, FIXED, 7, 12 },
	{ "Summer bank holiday", NULL, SC, MONDAY, 8, 1 },
	{ "Summer bank holiday", NULL, EW | NI, MONDAY, 8, -1 },
	{ "St Andrew’s Day", "St Andrew’s Day (substitute day)", SC, FIXED, 11, 30 },
	{ "Christmas Day", "Christmas Day (substitute day)", EW | SC | NI, FIXED, 12, 25 },
	{ "Boxing Day", "Boxing Day (substitute day)", EW | SC | NI, FIXED, 12, 26 },
};

/* The Gregorian computus in the form of Meeus, Jones and Butcher. */
cmpl_day cmpl_easter(int32_t year)
{
	int32_t a = year % 19, b = year / 100, c = year % 100;
	int32_t g = (8 * b + 13) / 25;
	int32_t h = (19 * a + b - b / 4 - g + 15) % 30;
	int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int32_t m = (a + 11 * h + 19 * l) / 433;
	int32_t n = h + l - 7 * m;
	int32_t month = (n + 90) / 25;

	return cmpl_day_from_date(year, month, (n + 33 * month + 19) % 32);
}

static cmpl_day monday_of(int32_t year, int32_t month, int32_t which)
{
	cmpl_day day =
		cmpl_day_from_date(year, month, which > 0 ? 1 : cmpl_month_length(year, month));
	int weekday = cmpl_day_weekday(day);

	if (which > 0)
		return day + (7 - weekday) % 7 + 7 * (which - 1);
	return day - weekday;
}

static cmpl_day original(const struct rule *rule, int32_t year)
{
	switch (rule->kind) {
	case FIXED: return cmpl_day_from_date(year, rule->a, rule->b);
	case FROM_EASTER: return cmpl_easter(year) + rule->a;
	case MONDAY: return monday_of(year, rule->a, rule->b);
	}
	return 0; /* no default: the compiler names a forgotten kind */
}

static bool is_weekend(cmpl_day day)
{
	return cmpl_day_weekday(day) >= CMPL_SATURDAY;
}

static bool taken(const struct cmpl_projected_day *days, size_t count, cmpl_day day)
{
	for (size_t i = 0; i < count; i++) {
		if (days[i].day == day)
			return true;
	}
	return false;
}

size_t cmpl_project_year(unsigned division, int32_t year,
			 struct cmpl_projected_day days[CMPL_PROJECTED_MAX])
{
	size_t count = 0;

	/* Holidays that fall on a weekday keep it; only then do the others look for a free one. */
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
			cmpl_day day = original(&rules[i], year);
			bool moved = is_weekend(day);

			if (!(rules[i].divisions >> division & 1) || moved != (pass == 1))
				continue;
			while (is_weekend(day) || taken(days, count, day))
				day++;
			days[count].title = moved ? rules[i].substitute : rules[i].title;
			days[count++].day = day;
		}
	}
	return count;
}

struct year {
	struct cmpl_projected_day days[CMPL_DIVISIONS][CMPL_PROJECTED_MAX];
	size_t count[CMPL_DIVISIONS];
};

static bool in_all(const struct year *year, unsigned divisions, cmpl_day day)
{
	for (unsigned i = 0; i < CMPL_DIVISIONS; i++) {
		if ((divisions >> i & 1) && !taken(year->days[i], year->count[i], day))
			return false;
	}
	return true;
}

static void close_division(struct cmpl_calendar_builder *builder, const struct year *year,
			   unsigned division, unsigned all_of, cmpl_day after)
{
	for (size_t i = 0; i < year->count[division]; i++) {
		const struct cmpl_projected_day *holiday = &year->days[division][i];

		if (holiday->day <= after || !in_all(year, all_of, holiday->day))
			continue;
		cmpl_calendar_builder_close(builder, holiday->day,
					    cmpl_calendar_builder_reason(
						    builder, holiday->title,
						    COMPLAINT_NUL_TERMINATED,
						    cmpl_bundled_divisions[division].source, true));
	}
}

void cmpl_project_close(struct cmpl_calendar_builder *builder, unsigned divisions, int32_t combine,
			cmpl_day after, int32_t until_year)
{
	int32_t from, month, day;
	unsigned all_of = combine == COMPLAINT_COMBINE_INTERSECTION ? divisions : 0;

	cmpl_day_to_date(after + 1, &from, &month, &day);
	for (unsigned division = 0; division < CMPL_DIVISIONS; division++) {
		if (!(divisions >> division & 1))
			continue;
		for (int32_t year = from; year <= until_year; year++) {
			struct year of = { 0 };

			for (unsigned i = 0; i < CMPL_DIVISIONS; i++)
				of.count[i] = cmpl_project_year(i, year, of.days[i]);
			close_division(builder, &of, division, all_of, after);
		}
	}
}

/*
 * What is published, as it stands; weekends again after it, since the calendar knows them only as
 * causes.
 */
static complaint_status copy_published(struct cmpl_calendar_builder *builder,
				       const struct complaint_calendar *calendar)
{
	uint16_t *map = cmpl_calendar_builder_map_reasons(builder, calendar->causes);

	if (!map)
		return COMPLAINT_ERR_NO_MEMORY;
	for (cmpl_day day = calendar->first; day <= calendar->published_last; day++) {
		const uint16_t *entries;
		size_t count = cmpl_causes_of(calendar, day, &entries);

		for (size_t i = 0; i < count; i++)
			cmpl_calendar_builder_close(builder, day, map[entries[i]]);
	}
	cmpl_free(map);
	for (cmpl_day day = calendar->published_last + 1; day <= builder->last; day++) {
		if (is_weekend(day))
			cmpl_calendar_builder_close(
				builder, day,
				cmpl_calendar_builder_reason(
					builder, cmpl_weekday_name(cmpl_day_weekday(day)),
					COMPLAINT_NUL_TERMINATED, "weekend", false));
	}
	return builder->status;
}

static complaint_status project(struct cmpl_calendar_builder *builder,
				const struct complaint_calendar *calendar, int32_t until_year,
				struct complaint_calendar **ret_calendar)
{
	complaint_status status = copy_published(builder, calendar);

	if (status != COMPLAINT_OK)
		return status;
	cmpl_project_close(builder, calendar->divisions, calendar->combine,
			   calendar->published_last, until_year);
	return cmpl_calendar_builder_build(
		builder, calendar->name, cmpl_text_length(calendar->name, COMPLAINT_NUL_TERMINATED),
		calendar->ends->first, calendar->ends->last, ret_calendar);
}

complaint_status
complaint_calendar_project(const struct complaint_calendar *calendar, int32_t until_year,
			   struct complaint_calendar **ret_calendar)
{
	struct cmpl_calendar_builder builder = { 0 };
	complaint_status status;

	if (!calendar || !ret_calendar)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!calendar->divisions)
		return COMPLAINT_ERR_NOT_FOUND;
	if (!cmpl_date_valid(until_year, 12, 31))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	builder.first = calendar->first;
	builder.last = cmpl_day_from_date(until_year, 12, 31);
	builder.published_last = calendar->published_last;
	builder.close_of_business = calendar->close_of_business;
	builder.divisions = calendar->divisions;
	builder.combine = calendar->combine;
	if (builder.last <= calendar->published_last)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	status = project(&builder, calendar, until_year, ret_calendar);
	cmpl_calendar_builder_free(&builder);
	return status;
}
