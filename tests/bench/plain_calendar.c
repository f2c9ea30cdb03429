/* SPDX-License-Identifier: MIT */
#include "plain_calendar.h"

#include <stdlib.h>

bool plain_calendar_fill(struct plain_calendar *calendar, complaint_day first, complaint_day last,
			 bool (*is_working)(complaint_day day))
{
	uint16_t working = 0;

	calendar->first = first;
	calendar->days = last - first + 1;
	calendar->rank = calloc((size_t)calendar->days + 1, sizeof(*calendar->rank));
	calendar->day_of = calloc((size_t)calendar->days, sizeof(*calendar->day_of));
	if (!calendar->rank || !calendar->day_of)
		return false;
	for (int32_t i = 0; i < calendar->days; i++) {
		calendar->rank[i] = working;
		if (is_working(first + i))
			calendar->day_of[working++] = (uint16_t)i;
	}
	calendar->rank[calendar->days] = working;
	calendar->working_days = working;
	return true;
}

/* Forward the start's own day is passed over, back it is the first that can be reached. */
int plain_add(const struct plain_calendar *calendar, complaint_day start, int32_t days,
	      struct plain_result *ret_result)
{
	uint32_t at, to;

	if (!calendar || !ret_result)
		return PLAIN_NO_ARGUMENT;
	at = (uint32_t)start - (uint32_t)calendar->first;
	if (at >= (uint32_t)calendar->days)
		return ret_result->status = PLAIN_NO_START;
	if (days == 0) {
		ret_result->day = start;
		return ret_result->status = PLAIN_OK;
	}
	to = calendar->rank[at + (days > 0)] + (uint32_t)days - (days > 0);
	if (to >= (uint32_t)calendar->working_days)
		return ret_result->status = PLAIN_NO_END;
	ret_result->day = calendar->first + calendar->day_of[to];
	return ret_result->status = PLAIN_OK;
}

/*
 * As bare as it can be and still be checked. Its caller counts forward, so that no amount is asked
 * which way it goes; numbers without a sign need one comparison for both ends.
 */
void plain_add_many(const struct plain_calendar *calendar, const complaint_day *restrict starts,
		    const int32_t *restrict days, size_t count, complaint_day *restrict ret_days,
		    int32_t *restrict ret_statuses)
{
	const uint16_t *restrict rank = calendar->rank + 1, *restrict day_of = calendar->day_of;
	const uint32_t first = (uint32_t)calendar->first, span = (uint32_t)calendar->days;
	const uint32_t working_days = (uint32_t)calendar->working_days;

	for (size_t i = 0; i < count; i++) {
		uint32_t at = (uint32_t)starts[i] - first, to = UINT32_MAX;

		if (at < span && days[i] > 0)
			to = rank[at] + (uint32_t)days[i] - 1;
		if (to < working_days) {
			ret_days[i] = (complaint_day)(first + day_of[to]);
			ret_statuses[i] = PLAIN_OK;
		} else {
			ret_days[i] = INT32_MIN;
			ret_statuses[i] = at < span ? PLAIN_NO_END : PLAIN_NO_START;
		}
	}
}
