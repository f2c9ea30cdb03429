/* SPDX-License-Identifier: MIT */
#include "calendar/zone.h"

#include <string.h>

#include <complaint/base.h>

#include "base/text.h"
#include "calendar/zone_table.h"

enum { DAY = 86400, HOUR = 3600, RULE_FROM = 1996 };

static const char *const names[] = {
	[CMPL_ZONE_LONDON] = "Europe/London", [CMPL_ZONE_UTC] = "UTC"
};

bool cmpl_zone_find(const char *name, size_t length, enum cmpl_zone *ret_zone)
{
	if (cmpl_text_is(name, length, names[CMPL_ZONE_LONDON]))
		*ret_zone = CMPL_ZONE_LONDON;
	else if (cmpl_text_is(name, length, names[CMPL_ZONE_UTC]))
		*ret_zone = CMPL_ZONE_UTC;
	else
		return false;
	return true;
}

const char *cmpl_zone_name(enum cmpl_zone zone)
{
	return names[zone];
}

static int64_t floor_divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* 01:00 UTC on the last Sunday of a month: how clocks have changed since RULE_FROM. */
static int64_t last_sunday(int32_t year, int32_t month)
{
	cmpl_day last = cmpl_day_from_date(year, month, 31);

	return (int64_t)(last - (cmpl_day_weekday(last) + 1) % 7) * DAY + HOUR;
}

/* The change at or before a moment, with what it brought. Before the first: GMT. */
static struct cmpl_zone_change change_before(int64_t moment)
{
	struct cmpl_zone_change change = { INT64_MIN, 0 };
	size_t low = 0, high = cmpl_zone_change_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cmpl_zone_changes[middle].moment <= moment)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? cmpl_zone_changes[low - 1] : change;
}

static struct cmpl_zone_change rule_before(int64_t moment, int32_t year)
{
	int64_t spring = last_sunday(year, 3), autumn = last_sunday(year, 10);

	if (moment >= autumn)
		return (struct cmpl_zone_change){ autumn, 0 };
	if (moment >= spring)
		return (struct cmpl_zone_change){ spring, HOUR };
	if (year == RULE_FROM)
		return cmpl_zone_changes[cmpl_zone_change_count -
					 1]; /* 1995's was not on the last Sunday */
	return (struct cmpl_zone_change){ last_sunday(year - 1, 10), 0 };
}

static struct cmpl_zone_change london(int64_t moment)
{
	int64_t day = floor_divide(moment, DAY);
	int32_t year, month, day_of_month;

	if (day < CMPL_DAY_FIRST)
		day = CMPL_DAY_FIRST;
	if (day > CMPL_DAY_LAST)
		day = CMPL_DAY_LAST;
	cmpl_day_to_date((cmpl_day)day, &year, &month, &day_of_month);
	return year < RULE_FROM ? change_before(moment) : rule_before(moment, year);
}

int32_t cmpl_zone_offset(enum cmpl_zone zone, int64_t moment)
{
	return zone == CMPL_ZONE_LONDON ? london(moment).offset : 0;
}

cmpl_day cmpl_zone_day(enum cmpl_zone zone, int64_t moment, int32_t *ret_second)
{
	int64_t local, day = floor_divide(moment, DAY);

	/*
	 * A moment may come from a host and be anything: beyond what is known it stays beyond, and
	 * nothing overflows.
	 */
	if (day < CMPL_DAY_FIRST - 1)
		moment = (int64_t)(CMPL_DAY_FIRST - 1) * DAY;
	if (day > CMPL_DAY_LAST + 1)
		moment = (int64_t)(CMPL_DAY_LAST + 1) * DAY;
	local = moment + cmpl_zone_offset(zone, moment);
	day = floor_divide(local, DAY);
	if (ret_second)
		*ret_second = (int32_t)(local - day * DAY);
	return (cmpl_day)day;
}

int64_t cmpl_zone_moment(enum cmpl_zone zone, cmpl_day day, int32_t second)
{
	int64_t local = (int64_t)day * DAY + second;
	int64_t moment;
	int32_t before, after;

	if (zone != CMPL_ZONE_LONDON)
		return local;
	before = london(local - DAY).offset;
	moment = local - before;
	if (london(moment).offset == before)
		return moment; /* the usual; of a time that comes twice, the first */
	after = london(local + DAY).offset;
	moment = local - after;
	if (london(moment).offset == after)
		return moment;
	return london(local + DAY).moment; /* skipped: the moment the clock jumps */
}

complaint_status
complaint_moment_to_text(complaint_moment moment, const char *time_zone, char *buffer, size_t size)
{
	enum cmpl_zone zone = CMPL_ZONE_UTC;
	char text[32];
	int64_t day;
	int32_t offset;

	if (!buffer)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (time_zone && !cmpl_zone_find(time_zone, strlen(time_zone), &zone))
		return COMPLAINT_ERR_NOT_FOUND;
	offset = cmpl_zone_offset(zone, moment);
	day = floor_divide(moment, DAY);
	if (day < CMPL_DAY_FIRST || day > CMPL_DAY_LAST ||
	    cmpl_zone_day(zone, moment, NULL) > CMPL_DAY_LAST)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	cmpl_moment_write(moment, offset, zone == CMPL_ZONE_UTC, text);
	if (strlen(text) >= size)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	memcpy(buffer, text, strlen(text) + 1);
	return COMPLAINT_OK;
}
