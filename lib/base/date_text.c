/* SPDX-License-Identifier: MIT */
/*
 * Dates, months, times and moments from text and back. No locale, no sscanf: only what ISO 8601
 * says.
 */
#include "base/date.h"

#include <string.h>

/* Two digits at text, no sign, no blank. */
static inline bool read_pair(const char *text, int32_t *ret_value)
{
	unsigned tens = (unsigned char)text[0] - (unsigned)'0';
	unsigned ones = (unsigned char)text[1] - (unsigned)'0';

	*ret_value = (int32_t)(tens * 10 + ones);
	return tens <= 9 && ones <= 9;
}

static inline bool read_year(const char *text, int32_t *ret_year)
{
	int32_t century, year;

	if (!read_pair(text, &century) || !read_pair(text + 2, &year))
		return false;
	*ret_year = century * 100 + year;
	return true;
}

bool cmpl_date_shape(const char *text, size_t length, int32_t *ret_year, int32_t *ret_month,
		     int32_t *ret_day)
{
	return length == 10 && text[4] == '-' && text[7] == '-' && read_year(text, ret_year) &&
	       read_pair(text + 5, ret_month) && read_pair(text + 8, ret_day);
}

bool cmpl_day_parse(const char *text, size_t length, cmpl_day *ret_day)
{
	int32_t year, month, day;

	if (!cmpl_date_shape(text, length, &year, &month, &day) ||
	    !cmpl_date_valid(year, month, day))
		return false;
	*ret_day = cmpl_day_from_date(year, month, day);
	return true;
}

bool cmpl_month_parse(const char *text, size_t length, cmpl_day *ret_first, cmpl_day *ret_last)
{
	int32_t year, month;

	if (length != 7 || text[4] != '-' || !read_year(text, &year) ||
	    !read_pair(text + 5, &month) || !cmpl_date_valid(year, month, 1))
		return false;
	*ret_first = cmpl_day_from_date(year, month, 1);
	*ret_last = *ret_first + cmpl_month_length(year, month) - 1;
	return true;
}

bool cmpl_time_parse(const char *text, size_t length, int32_t *ret_minutes)
{
	int32_t hours, minutes;

	if (length != 5 || text[2] != ':' || !read_pair(text, &hours) ||
	    !read_pair(text + 3, &minutes) || hours > 23 || minutes > 59)
		return false;
	*ret_minutes = hours * 60 + minutes;
	return true;
}

/*
 * "Z", "+01:00", "-14:00" into seconds east of UTC. -00:00 is refused: ISO 8601 has no such offset.
 */
static bool read_offset(const char *text, size_t length, int32_t *ret_seconds)
{
	int32_t hours, minutes, seconds;

	if (length == 1 && text[0] == 'Z') {
		*ret_seconds = 0;
		return true;
	}
	if (length != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' ||
	    !read_pair(text + 1, &hours) || !read_pair(text + 4, &minutes))
		return false;

	seconds = hours * 3600 + minutes * 60;
	if (minutes > 59 || seconds > 14 * 3600 || (text[0] == '-' && seconds == 0))
		return false;
	*ret_seconds = text[0] == '-' ? -seconds : seconds;
	return true;
}

bool cmpl_moment_parse(const char *text, size_t length, int64_t *ret_moment)
{
	size_t at = 16; /* after "2022-10-29T09:30" */
	int32_t minutes, offset, seconds = 0;
	int64_t moment;
	cmpl_day day;

	if (length < 17 || !cmpl_day_parse(text, 10, &day) || text[10] != 'T' ||
	    !cmpl_time_parse(text + 11, 5, &minutes))
		return false;
	if (text[at] == ':') {
		if (length < 20 || !read_pair(text + 17, &seconds) || seconds > 59)
			return false;
		at = 19;
	}
	if (!read_offset(text + at, length - at, &offset))
		return false;

	moment = (int64_t)day * 86400 + (int64_t)minutes * 60 + seconds - offset;
	if (moment < (int64_t)CMPL_DAY_FIRST * 86400 ||
	    moment >= ((int64_t)CMPL_DAY_LAST + 1) * 86400)
		return false;
	*ret_moment = moment;
	return true;
}

static inline char *write_pair(char *at, uint32_t number)
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
				    "25262728293031323334353637383940414243444546474849"
				    "50515253545556575859606162636465666768697071727374"
				    "75767778798081828384858687888990919293949596979899";

	memcpy(at, pairs + (size_t)2 * number, 2);
	return at + 2;
}

char *cmpl_day_put(char *at, cmpl_day day)
{
	int32_t year, month, day_of_month;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	at = write_pair(at, (uint32_t)year / 100);
	at = write_pair(at, (uint32_t)year % 100);
	*at++ = '-';
	at = write_pair(at, (uint32_t)month);
	*at++ = '-';
	return write_pair(at, (uint32_t)day_of_month);
}

void cmpl_day_write(cmpl_day day, char text[11])
{
	*cmpl_day_put(text, day) = '\0';
}

void cmpl_moment_write(int64_t moment, int32_t offset, bool utc, char text[32])
{
	int64_t local = moment + offset;
	cmpl_day day = (cmpl_day)(local >= 0 ? local / 86400 : -((86399 - local) / 86400));
	int32_t second = (int32_t)(local - (int64_t)day * 86400);
	int32_t east = offset < 0 ? -offset : offset;
	char *at = cmpl_day_put(text, day);

	*at++ = 'T';
	at = write_pair(at, (uint32_t)(second / 3600));
	*at++ = ':';
	at = write_pair(at, (uint32_t)(second / 60 % 60));
	*at++ = ':';
	at = write_pair(at, (uint32_t)(second % 60));
	if (utc && offset == 0) {
		*at++ = 'Z';
	} else {
		*at++ = offset < 0 ? '-' : '+';
		at = write_pair(at, (uint32_t)(east / 3600));
		*at++ = ':';
		at = write_pair(at, (uint32_t)(east / 60 % 60));
	}
	*at = '\0';
}
