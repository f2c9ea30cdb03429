/* SPDX-License-Identifier: MIT */
#include "calendar/causes.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "calendar/calendar.h"

void cmpl_causes_free(struct cmpl_calendar_causes *causes)
{
	if (!causes)
		return;
	cmpl_free(causes->reasons);
	cmpl_free(causes->start);
	cmpl_free(causes->entries);
	cmpl_free(causes->opened);
	cmpl_free(causes->texts);
	cmpl_free(causes);
}

size_t cmpl_causes_of(const struct complaint_calendar *calendar, cmpl_day day,
		      const uint16_t **ret_entries)
{
	const struct cmpl_calendar_causes *causes = calendar->causes;
	cmpl_day offset = day - calendar->first;
	size_t closed;

	if (!cmpl_calendar_covers(calendar, day) || cmpl_calendar_works(calendar, day))
		return 0;
	closed = (size_t)(offset - calendar->rank[offset]); /* closed days before this one */
	*ret_entries = causes->entries + causes->start[closed];
	return causes->start[closed + 1] - causes->start[closed];
}

size_t cmpl_causes_opened_from(const struct cmpl_calendar_causes *causes, cmpl_day day)
{
	size_t low = 0, high = causes->opened_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (causes->opened[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t cmpl_calendar_cause_count(const struct complaint_calendar *calendar, cmpl_day day)
{
	const uint16_t *entries;

	return cmpl_causes_of(calendar, day, &entries);
}

static const struct cmpl_reason *reason_of(const struct complaint_calendar *calendar, cmpl_day day,
					   size_t index)
{
	const uint16_t *entries;

	if (!calendar || index >= cmpl_causes_of(calendar, day, &entries))
		return NULL;
	return &calendar->causes->reasons[entries[index]];
}

bool cmpl_calendar_cause(const struct complaint_calendar *calendar, cmpl_day day, size_t index,
			 const char **ret_cause, const char **ret_source, bool *ret_projected)
{
	const struct cmpl_reason *reason = reason_of(calendar, day, index);

	if (!reason)
		return false;
	*ret_cause = reason->text;
	*ret_source = reason->source;
	*ret_projected = reason->projected;
	return true;
}

const char *cmpl_calendar_end_source(const struct complaint_calendar *calendar, bool at_last)
{
	return at_last ? calendar->ends->last : calendar->ends->first;
}

const char *
complaint_calendar_get_end_source(const struct complaint_calendar *calendar, int32_t at_last)
{
	return calendar ? cmpl_calendar_end_source(calendar, at_last != 0) : NULL;
}

size_t
complaint_calendar_cause_count(const struct complaint_calendar *calendar, complaint_day day)
{
	return calendar ? cmpl_calendar_cause_count(calendar, day) : 0;
}

const char *
complaint_calendar_get_cause(const struct complaint_calendar *calendar, complaint_day day,
			     size_t index)
{
	const struct cmpl_reason *reason = reason_of(calendar, day, index);

	return reason ? reason->text : NULL;
}

const char *
complaint_calendar_get_cause_source(const struct complaint_calendar *calendar, complaint_day day,
				    size_t index)
{
	const struct cmpl_reason *reason = reason_of(calendar, day, index);

	return reason ? reason->source : NULL;
}

int32_t
complaint_calendar_is_cause_projected(const struct complaint_calendar *calendar, complaint_day day,
				      size_t index)
{
	const struct cmpl_reason *reason = reason_of(calendar, day, index);

	return reason ? reason->projected : 0;
}
