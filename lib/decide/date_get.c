/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

COMPLAINT_API int32_t
complaint_date_get_kind(const struct complaint_date *date)
{
	return date ? date->kind : COMPLAINT_DATE_NONE;
}

COMPLAINT_API int32_t
complaint_date_get_flags(const struct complaint_date *date)
{
	return date ? date->flags : 0;
}

static complaint_status get_day(const struct complaint_date *date, bool last,
				complaint_day *ret_day)
{
	if (!date || !ret_day)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_date_known(date))
		return COMPLAINT_ERR_NOT_FOUND;
	*ret_day = last ? cmpl_date_last_day(date) : cmpl_date_first_day(date);
	return COMPLAINT_OK;
}

COMPLAINT_API complaint_status
complaint_date_get_day(const struct complaint_date *date, complaint_day *ret_day)
{
	return get_day(date, false, ret_day);
}

COMPLAINT_API complaint_status
complaint_date_get_last_day(const struct complaint_date *date, complaint_day *ret_day)
{
	return get_day(date, true, ret_day);
}

static complaint_status get_moment(const struct complaint_date *date, bool last,
				   complaint_moment *ret_moment)
{
	if (!date || !ret_moment)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (date->kind != COMPLAINT_DATE_MOMENT)
		return COMPLAINT_ERR_NOT_FOUND;
	*ret_moment = last ? date->last : date->first;
	return COMPLAINT_OK;
}

COMPLAINT_API complaint_status
complaint_date_get_moment(const struct complaint_date *date, complaint_moment *ret_moment)
{
	return get_moment(date, false, ret_moment);
}

COMPLAINT_API complaint_status
complaint_date_get_last_moment(const struct complaint_date *date, complaint_moment *ret_moment)
{
	return get_moment(date, true, ret_moment);
}

COMPLAINT_API int32_t
complaint_date_get_close_of_business(const struct complaint_date *date)
{
	return date && date->kind == COMPLAINT_DATE_DAY ? date->close_of_business : -1;
}

static bool is_beyond(const struct complaint_date *date)
{
	return date && date->kind == COMPLAINT_DATE_BEYOND_CALENDAR;
}

COMPLAINT_API const char *
complaint_date_get_beyond(const struct complaint_date *date, complaint_day *ret_covered)
{
	if (!is_beyond(date))
		return NULL;
	if (!date->calendar) {
		if (ret_covered)
			*ret_covered = date->at_last ? CMPL_DAY_LAST : CMPL_DAY_FIRST;
		return "the years 1900 to 2199";
	}
	if (ret_covered)
		*ret_covered = date->at_last ? date->calendar->last : date->calendar->first;
	return complaint_calendar_get_name(date->calendar);
}

COMPLAINT_API const char *
complaint_date_get_beyond_source(const struct complaint_date *date)
{
	if (!is_beyond(date))
		return NULL;
	return date->calendar ? cmpl_calendar_end_source(date->calendar, date->at_last)
			      : "this library";
}

/* Behind the text that is there; answers where it ends. */
static char *write_end(const struct complaint_date *date, int64_t value, char *at)
{
	enum cmpl_zone zone = (enum cmpl_zone)date->zone;

	if (date->kind == COMPLAINT_DATE_DAY)
		cmpl_day_write((cmpl_day)value, at);
	else
		cmpl_moment_write(value, cmpl_zone_offset(zone, value), zone == CMPL_ZONE_UTC, at);
	return at + strlen(at);
}

/* Both ends are told when they differ; of an hour limit from a day the earliest it could mean. */
static void write_known(const struct complaint_date *date, char *at)
{
	at = write_end(date, date->first, at);
	if (date->first != date->last && (date->flags & COMPLAINT_DATE_SPAN)) {
		memcpy(at, " to ", sizeof(" to "));
		write_end(date, date->last, at + strlen(" to "));
	}
}

COMPLAINT_API complaint_status
complaint_date_get_text(const struct complaint_date *date, char *buffer, size_t size)
{
	static const char words[][16] = { "none", "not-yet", "unknown", "", "", "beyond-calendar" };

	/* Two moments of 25 characters and what stands between them. */
	if (!date || !buffer || size < 64)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (cmpl_date_known(date))
		write_known(date, buffer);
	else
		memcpy(buffer, words[date->kind], sizeof(words[0]));
	return COMPLAINT_OK;
}
