/* SPDX-License-Identifier: MIT */
#include "calendar/calendar.h"

#include <stdatomic.h>

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

/* Of what is no plain addition: nothing to add, or why it fails. */
static complaint_status add_nothing(const struct complaint_calendar *calendar, complaint_day start,
				    int32_t days, complaint_day *ret_day)
{
	if (days < -DAYS_MAX || days > DAYS_MAX)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (days != 0 || !cmpl_calendar_covers(calendar, start))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_day = start;
	return COMPLAINT_OK;
}

complaint_status
complaint_calendar_add_working_days(const struct complaint_calendar *calendar, complaint_day start,
				    int32_t days, complaint_day *ret_day)
{
	uint32_t at, to;

	if (!calendar || !ret_day)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	at = (uint32_t)start - (uint32_t)calendar->first;
	if (at > calendar->span || days == 0)
		return add_nothing(calendar, start, days, ret_day);
	/* The n-th working day strictly after start, or strictly before it; see add_many.c. */
	to = calendar->rank[at + (days > 0)] + (uint32_t)days - (days > 0);
	if (to >= (uint32_t)calendar->working_days)
		return add_nothing(calendar, start, days, ret_day);
	*ret_day = calendar->first + calendar->day_of[to];
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
