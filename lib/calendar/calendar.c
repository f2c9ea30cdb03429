/* SPDX-License-Identifier: MIT */
#include "calendar/calendar.h"

#include <stdatomic.h>
#include <string.h>

#include "base/memory.h"
#include "calendar/causes.h"

struct complaint_calendar *cmpl_calendar_take(const struct complaint_calendar *calendar)
{
	/* The count is the one thing about a calendar that changes; callers hold it const. */
	struct complaint_calendar *taken = (struct complaint_calendar *)(uintptr_t)calendar;

	if (taken)
		atomic_fetch_add_explicit(&taken->references, 1, memory_order_relaxed);
	return taken;
}

void
complaint_calendar_free(struct complaint_calendar *calendar)
{
	if (!calendar ||
	    atomic_fetch_sub_explicit(&calendar->references, 1, memory_order_acq_rel) > 1)
		return;
	cmpl_causes_free(calendar->causes);
	if (calendar->ends) {
		cmpl_free(calendar->ends->first);
		cmpl_free(calendar->ends->last);
		cmpl_free(calendar->ends);
	}
	cmpl_free(calendar->rank);
	cmpl_free(calendar->day_of);
	cmpl_free(calendar->name);
	cmpl_free(calendar);
}

int32_t cmpl_calendar_between(const struct complaint_calendar *calendar, cmpl_day after,
			      cmpl_day until)
{
	cmpl_day zero = calendar->first - (until >= after);

	return (int32_t)calendar->rank[until - zero] - (int32_t)calendar->rank[after - zero];
}

const char *
complaint_calendar_get_name(const struct complaint_calendar *calendar)
{
	return calendar ? calendar->name : NULL;
}

const char *
complaint_calendar_get_revision(const struct complaint_calendar *calendar)
{
	return calendar ? calendar->revision : NULL;
}

complaint_status
complaint_calendar_get_span(const struct complaint_calendar *calendar, complaint_day *ret_first,
			    complaint_day *ret_last, complaint_day *ret_published_last)
{
	if (!calendar)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (ret_first)
		*ret_first = calendar->first;
	if (ret_last)
		*ret_last = calendar->last;
	if (ret_published_last)
		*ret_published_last = calendar->published_last;
	return COMPLAINT_OK;
}

int32_t
complaint_calendar_get_close_of_business(const struct complaint_calendar *calendar)
{
	return calendar ? calendar->close_of_business : -1;
}

complaint_status
complaint_calendar_is_working_day(const struct complaint_calendar *calendar, complaint_day day,
				  int32_t *ret_is)
{
	if (!calendar || !ret_is)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_calendar_covers(calendar, day))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_is = cmpl_calendar_works(calendar, day);
	return COMPLAINT_OK;
}

enum { DAYS_MAX = 100000 };

static inline complaint_status add(const struct complaint_calendar *calendar, complaint_day start,
				   int32_t days, complaint_day *ret_day)
{
	uint32_t offset = (uint32_t)start - (uint32_t)calendar->first;
	int32_t forward = days > 0;
	int64_t rank;

	if (days < -DAYS_MAX || days > DAYS_MAX)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (offset > (uint32_t)calendar->last - (uint32_t)calendar->first)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	if (days == 0) {
		*ret_day = start;
		return COMPLAINT_OK;
	}
	/* The n-th working day strictly after start, or strictly before it. */
	rank = (int64_t)calendar->rank[offset + (uint32_t)forward] + days - forward;
	if (rank < 0 || rank >= calendar->working_days)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_day = calendar->first + calendar->day_of[rank];
	return COMPLAINT_OK;
}

complaint_status
complaint_calendar_add_working_days(const struct complaint_calendar *calendar, complaint_day start,
				    int32_t days, complaint_day *ret_day)
{
	if (!calendar || !ret_day)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return add(calendar, start, days, ret_day);
}

complaint_status
complaint_calendar_add_working_days_many(const struct complaint_calendar *calendar,
					 const complaint_day *starts, size_t start_stride,
					 const int32_t *days, size_t day_stride, size_t count,
					 complaint_day *ret_days, complaint_status *ret_statuses)
{
	const char *start = (const char *)starts, *number = (const char *)days;

	if (!calendar || (count && (!starts || !days || !ret_days)))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	for (size_t i = 0; i < count; i++, start += start_stride, number += day_stride) {
		complaint_day from, day = COMPLAINT_DAY_NONE;
		int32_t by;
		complaint_status status;

		/* Rows of a packed struct need not be aligned. */
		memcpy(&from, start, sizeof(from));
		memcpy(&by, number, sizeof(by));
		status = add(calendar, from, by, &day);
		ret_days[i] = day;
		if (ret_statuses)
			ret_statuses[i] = status;
	}
	return COMPLAINT_OK;
}

complaint_status
complaint_calendar_count_working_days(const struct complaint_calendar *calendar, complaint_day from,
				      complaint_day to, int32_t *ret_count)
{
	if (!calendar || !ret_count)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_calendar_covers(calendar, from) || !cmpl_calendar_covers(calendar, to))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_count = cmpl_calendar_between(calendar, from, to);
	return COMPLAINT_OK;
}

static complaint_status nearest(const struct complaint_calendar *calendar, complaint_day day,
				int32_t direction, complaint_day *ret_day)
{
	if (!calendar || !ret_day)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return cmpl_calendar_nth(calendar, day, direction, ret_day) ? COMPLAINT_OK
								    : COMPLAINT_ERR_OUT_OF_RANGE;
}

complaint_status
complaint_calendar_next_working_day(const struct complaint_calendar *calendar, complaint_day day,
				    complaint_day *ret_day)
{
	return nearest(calendar, day, 1, ret_day);
}

complaint_status
complaint_calendar_previous_working_day(const struct complaint_calendar *calendar,
					complaint_day day, complaint_day *ret_day)
{
	return nearest(calendar, day, -1, ret_day);
}
