/* SPDX-License-Identifier: MIT */
#include "decide/context.h"

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

static void write_end(const struct complaint_date *date, int64_t value, struct cmpl_string *text)
{
	char buffer[40];
	enum cmpl_zone zone = (enum cmpl_zone)date->zone;

	if (date->kind == COMPLAINT_DATE_DAY)
		cmpl_day_write((cmpl_day)value, buffer);
	else
		cmpl_moment_write(value, cmpl_zone_offset(zone, value), zone == CMPL_ZONE_UTC,
				  buffer);
	cmpl_string_add(text, buffer);
}

/* Both ends are told when they differ; of an hour limit from a day the earliest it could mean. */
static void write_known(const struct complaint_date *date, struct cmpl_string *text)
{
	write_end(date, date->first, text);
	if (date->first != date->last && (date->flags & COMPLAINT_DATE_SPAN)) {
		cmpl_string_add(text, " to ");
		write_end(date, date->last, text);
	}
}

COMPLAINT_API complaint_status
complaint_date_get_text(const struct complaint_date *date, char *buffer, size_t size)
{
	static const char *const words[] = { "none", "not-yet", "unknown",
					     NULL,   NULL,      "beyond-calendar" };
	struct cmpl_string text = { 0 };
	complaint_status status = COMPLAINT_OK;

	if (!date || !buffer || size < 64)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (cmpl_date_known(date))
		write_known(date, &text);
	else
		cmpl_string_add(&text, words[date->kind]);
	if (text.failed)
		status = COMPLAINT_ERR_NO_MEMORY;
	else
		for (size_t i = 0; i <= text.length && i < size; i++)
			buffer[i] = text.text[i];
	cmpl_string_free(&text);
	return status;
}
