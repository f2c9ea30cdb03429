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

/*
 * Backwards by multiplying and shifting alone, after Neri and Schneider, "Euclidean affine
 * functions and their application to calendar algorithms" (2023): 2939745 is 2^32 / 1461 rounded
 * up, and 2141 / 2^16 is 5 / 153 for every day of a year.
 */
void cmpl_day_to_date(cmpl_day day, int32_t *year, int32_t *month, int32_t *day_of_month)
{
	uint32_t quarters = 4 * (uint32_t)(day + 719468) + 3;
	uint32_t century = quarters / 146097; /* 400 years always have as many days */
	uint32_t in_century = quarters % 146097 | 3;
	uint64_t years = UINT64_C(2939745) * in_century;
	uint32_t day_of_year = (uint32_t)years / 2939745 / 4;
	uint32_t months = 2141 * day_of_year + 197913;
	bool is_next_year = day_of_year >= 306; /* January and February */

	*year = (int32_t)(100 * century + (uint32_t)(years >> 32)) + is_next_year;
	*month = (int32_t)(months >> 16) - (is_next_year ? 12 : 0);
	*day_of_month = (int32_t)((months & 0xffff) / 2141) + 1;
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
