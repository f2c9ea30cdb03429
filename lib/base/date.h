/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days since 1970-01-01. The library knows the years 1900 to 2199. */
typedef int32_t cmpl_day;

#define CMPL_DAY_FIRST ((cmpl_day)-25567) /* 1900-01-01 */
#define CMPL_DAY_LAST ((cmpl_day)84005)   /* 2199-12-31 */

enum {
	CMPL_MONDAY,
	CMPL_TUESDAY,
	CMPL_WEDNESDAY,
	CMPL_THURSDAY,
	CMPL_FRIDAY,
	CMPL_SATURDAY,
	CMPL_SUNDAY
};

bool cmpl_date_valid(int32_t year, int32_t month, int32_t day);
int32_t cmpl_month_length(int32_t year, int32_t month);
cmpl_day cmpl_day_from_date(int32_t year, int32_t month, int32_t day); /* a valid date only */
void cmpl_day_to_date(cmpl_day day, int32_t *year, int32_t *month, int32_t *day_of_month);
int cmpl_day_weekday(cmpl_day day);         /* CMPL_MONDAY ... */
const char *cmpl_weekday_name(int weekday); /* "Monday" */
const char *cmpl_month_name(int32_t month); /* "January" for 1 */

/* The corresponding date so many months on (or back), clamped to the month's last day. */
cmpl_day cmpl_day_add_months(cmpl_day day, int32_t months);

/* Four digits, "-", two, "-", two: a date's look, whether or not there is such a date. */
bool cmpl_date_shape(const char *text, size_t length, int32_t *ret_year, int32_t *ret_month,
		     int32_t *ret_day);
bool cmpl_day_parse(const char *text, size_t length, cmpl_day *ret_day); /* YYYY-MM-DD */
/* YYYY-MM: its first and last day. */
bool cmpl_month_parse(const char *text, size_t length, cmpl_day *ret_first, cmpl_day *ret_last);
/* YYYY-MM-DDTHH:MM[:SS](Z|+HH:MM|-HH:MM). Offsets to 14:00; 24:00 and second 60 are refused. */
bool cmpl_moment_parse(const char *text, size_t length, int64_t *ret_moment);
/* HH:MM, 00:00 to 23:59, into minutes. */
bool cmpl_time_parse(const char *text, size_t length, int32_t *ret_minutes);

void cmpl_day_write(cmpl_day day, char text[11]); /* 2022-09-19 */
/* The same without a NUL; answers where it ends. */
char *cmpl_day_put(char *at, cmpl_day day);
/*
 * 2022-10-29T09:30:00+01:00, or ...Z for offset 0 when utc. Seconds east of UTC are given, because
 * this layer knows no time zone. The local day must lie within the known years.
 */
void cmpl_moment_write(int64_t moment, int32_t offset, bool utc, char text[32]);
