/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

static bool is_leap_year(int32_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t cmpl_month_length(int32_t year, int32_t month)
{
	static const int8_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap_year(year) ? 29 : lengths[month - 1];
}

bool cmpl_date_valid(int32_t year, int32_t month, int32_t day)
{
	return year >= FIRST_YEAR && year <= LAST_YEAR && day >= 1 &&
	       day <= cmpl_month_length(year, month);
}

/*
 * Years are counted from March, so that the leap day is a year's last and the
 * days before a month are a straight line: (153 * months since March + 2) / 5.
 */
cmpl_day cmpl_day_from_date(int32_t year, int32_t month, int32_t day)
{
	int32_t shifted_year = month > 2 ? year : year - 1;
	int32_t shifted_month = month > 2 ? month - 3 : month + 9;
	int32_t day_of_year = (153 * shifted_month + 2) / 5 + day - 1;

	/* 719468: from 0000-03-01 to 1970-01-01. */
	return shifted_year * 365 + shifted_year / 4 - shifted_year / 100 + shifted_year / 400 +
	       day_of_year - 719468;
}

void cmpl_day_to_date(cmpl_day day, int32_t *year, int32_t *month, int32_t *day_of_month)
{
	int32_t since = day + 719468;
	int32_t era = since / 146097; /* 400 years always have as many days */
	int32_t in_era = since - era * 146097;
	int32_t year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int32_t day_of_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int32_t shifted_month = (5 * day_of_year + 2) / 153;

	*month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
	*year = era * 400 + year_of_era + (*month <= 2);
	*day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
}

int cmpl_day_weekday(cmpl_day day)
{
	/* 1970-01-01 was a Thursday; 7 * 100,000 keeps the sum positive. */
	return (int)((day + 700000 + CMPL_THURSDAY) % 7);
}

const char *cmpl_weekday_name(int weekday)
{
	static const char *const names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
					     "Friday", "Saturday", "Sunday" };

	return weekday < 0 || weekday > 6 ? "" : names[weekday];
}

const char *cmpl_month_name(int32_t month)
{
	static const char *const names[] = { "January",   "February", "March",    "April",
					     "May",       "June",     "July",     "August",
					     "September", "October",  "November", "December" };

	return month < 1 || month > 12 ? "" : names[month - 1];
}

cmpl_day cmpl_day_add_months(cmpl_day day, int32_t months)
{
	int32_t year, month, day_of_month, length, sum;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	sum = year * 12 + month - 1 + months;
	year = sum / 12;
	month = sum % 12 + 1;
	length = cmpl_month_length(year, month);
	return cmpl_day_from_date(year, month, day_of_month < length ? day_of_month : length);
}
