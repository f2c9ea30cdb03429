/* SPDX-License-Identifier: MIT */
#include "calendar/recurrence.h"

void cmpl_recurrence_begin(struct cmpl_recurrence *recurrence, cmpl_day start)
{
	int32_t year, month, day;
	bool open = !recurrence->weekday_count && !recurrence->month_days &&
		    !recurrence->month_days_back;

	cmpl_day_to_date(start, &year, &month, &day);
	recurrence->start = start;
	switch (recurrence->frequency) {
	case CMPL_DAILY: break;
	case CMPL_WEEKLY:
		if (open)
			recurrence->weekdays[recurrence->weekday_count++].weekday =
				(int8_t)cmpl_day_weekday(start);
		break;
	case CMPL_MONTHLY:
		if (open)
			recurrence->month_days = 1u << day;
		break;
	case CMPL_YEARLY:
		if (open) {
			recurrence->month_days = 1u << day;
			if (!recurrence->months)
				recurrence->months = 1u << month;
		}
		break;
	}
}

struct date {
	cmpl_day day;
	int32_t year, month, day_of_month, month_length;
};

static struct date date_of(cmpl_day day)
{
	struct date date = { .day = day };

	cmpl_day_to_date(day, &date.year, &date.month, &date.day_of_month);
	date.month_length = cmpl_month_length(date.year, date.month);
	return date;
}

/* Days of the month, or of the year where no month is named, before this one and after it. */
static void surroundings(const struct cmpl_recurrence *recurrence, const struct date *date,
			 int32_t *ret_before, int32_t *ret_after)
{
	if (recurrence->frequency == CMPL_YEARLY && !recurrence->months) {
		*ret_before = date->day - cmpl_day_from_date(date->year, 1, 1);
		*ret_after = cmpl_day_from_date(date->year, 12, 31) - date->day;
	} else {
		*ret_before = date->day_of_month - 1;
		*ret_after = date->month_length - date->day_of_month;
	}
}

static bool matches_weekday(const struct cmpl_recurrence *recurrence, const struct date *date)
{
	int weekday = cmpl_day_weekday(date->day);
	int32_t before, after;

	if (!recurrence->weekday_count)
		return true;
	surroundings(recurrence, date, &before, &after);
	for (size_t i = 0; i < recurrence->weekday_count; i++) {
		int ordinal = recurrence->weekdays[i].ordinal;

		if (recurrence->weekdays[i].weekday != weekday)
			continue;
		if (!ordinal || ordinal == before / 7 + 1 || ordinal == -(after / 7 + 1))
			return true;
	}
	return false;
}

static bool matches_parts(const struct cmpl_recurrence *recurrence, cmpl_day day)
{
	struct date date = date_of(day);
	int32_t back = date.month_length - date.day_of_month + 1;

	if (recurrence->months && !(recurrence->months >> date.month & 1))
		return false;
	if ((recurrence->month_days || recurrence->month_days_back) &&
	    !(recurrence->month_days >> date.day_of_month & 1) &&
	    !(recurrence->month_days_back >> back & 1))
		return false;
	return matches_weekday(recurrence, &date);
}

static cmpl_day week_of(const struct cmpl_recurrence *recurrence, cmpl_day day)
{
	return day - (cmpl_day_weekday(day) - recurrence->week_start + 7) % 7;
}

static bool matches_interval(const struct cmpl_recurrence *recurrence, cmpl_day day)
{
	struct date here = date_of(day), start = date_of(recurrence->start);
	int32_t passed = 0;

	switch (recurrence->frequency) {
	case CMPL_DAILY: passed = day - recurrence->start; break;
	case CMPL_WEEKLY:
		passed = (week_of(recurrence, day) - week_of(recurrence, recurrence->start)) / 7;
		break;
	case CMPL_MONTHLY: passed = 12 * (here.year - start.year) + here.month - start.month; break;
	case CMPL_YEARLY: passed = here.year - start.year; break;
	}
	return passed % recurrence->interval == 0;
}

/* The first and last day of the day, week, month or year that a position counts in. */
static void period_of(const struct cmpl_recurrence *recurrence, cmpl_day day, cmpl_day *ret_first,
		      cmpl_day *ret_last)
{
	struct date date = date_of(day);

	*ret_first = *ret_last = day;
	switch (recurrence->frequency) {
	case CMPL_DAILY: break;
	case CMPL_WEEKLY:
		*ret_first = week_of(recurrence, day);
		*ret_last = *ret_first + 6;
		break;
	case CMPL_MONTHLY:
		*ret_first = day - date.day_of_month + 1;
		*ret_last = *ret_first + date.month_length - 1;
		break;
	case CMPL_YEARLY:
		*ret_first = cmpl_day_from_date(date.year, 1, 1);
		*ret_last = cmpl_day_from_date(date.year, 12, 31);
		break;
	}
}

static bool matches_position(const struct cmpl_recurrence *recurrence, cmpl_day day)
{
	int32_t from_first = 0, from_last = 0;
	cmpl_day first, last;

	if (!recurrence->position_count)
		return true;
	period_of(recurrence, day, &first, &last);
	for (cmpl_day other = first; other <= last; other++) {
		if (matches_parts(recurrence, other)) {
			from_first += other <= day;
			from_last += other >= day;
		}
	}
	for (size_t i = 0; i < recurrence->position_count; i++) {
		int32_t position = recurrence->positions[i];

		if (position == from_first || position == -from_last)
			return true;
	}
	return false;
}

bool cmpl_recurrence_matches(const struct cmpl_recurrence *recurrence, cmpl_day day)
{
	if (day < recurrence->start || (recurrence->has_until && day > recurrence->until))
		return false;
	return matches_parts(recurrence, day) && matches_interval(recurrence, day) &&
	       matches_position(recurrence, day);
}
