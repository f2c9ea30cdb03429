/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <complaint/calendar.h>

#include "base/date.h"

/*
 * A calendar ready to count with: three flat arrays over the covered days.
 * Immutable once made; shared by counting references.
 */
struct complaint_calendar {
	_Atomic uint32_t references;
	cmpl_day first, last; /* covered, both included */
	uint32_t span;        /* last - first, ready for one comparison without a sign */
	cmpl_day
		published_last; /* days after it are projected by rule; equals last when none are */
	int32_t close_of_business; /* minutes after midnight, -1: not stated */
	int32_t working_days;      /* in the covered span */
	uint16_t *rank;    /* rank[day - first]: working days before that day; one more entry at the
			      end */
	uint16_t *day_of;  /* day_of[rank]: that working day, counted from first */
	char *name;        /* "england-and-wales" */
	char revision[17]; /* hexadecimal digest of the inputs, 16 digits */
	struct cmpl_calendar_causes *causes; /* why a day is closed; see causes.h */
	struct cmpl_calendar_ends *ends;     /* which source ends at first and last */
	/*
	 * What it is made of when that is bundled divisions alone, so that it can be projected; 0:
	 * other things too.
	 */
	unsigned divisions; /* 1 << CMPL_SCOTLAND | ...; see bundled.h */
	int32_t combine;    /* COMPLAINT_COMBINE_... */
};

struct complaint_calendar *
cmpl_calendar_take(const struct complaint_calendar *calendar); /* one more reference */

static inline bool cmpl_calendar_covers(const struct complaint_calendar *calendar, cmpl_day day)
{
	return day >= calendar->first && day <= calendar->last;
}

/* Is a covered day a working day? */
static inline bool cmpl_calendar_works(const struct complaint_calendar *calendar, cmpl_day day)
{
	const uint16_t *rank = calendar->rank + (day - calendar->first);

	return rank[1] != rank[0];
}

/*
 * The n-th working day on or after `from` (n >= 1), or on or before it (n <= -1). `from` may be one
 * day outside the covered span on the side it counts from. False: the count leaves the covered
 * span.
 */
static inline bool cmpl_calendar_nth(const struct complaint_calendar *calendar, cmpl_day from,
				     int32_t n, cmpl_day *ret_day)
{
	int64_t rank;

	if (from < calendar->first || from > calendar->last)
		return false; /* also one day outside, where a count from the last day begins: none
				 is left */
	if (n > 0)
		rank = (int64_t)calendar->rank[from - calendar->first] + n - 1;
	else
		rank = (int64_t)calendar->rank[from - calendar->first + 1] + n;
	if (n == 0 || rank < 0 || rank >= calendar->working_days)
		return false;
	*ret_day = calendar->first + calendar->day_of[rank];
	return true;
}

/*
 * Working days in (after, until], both covered. When until is earlier: those in [until, after),
 * negative, so that it stays the inverse of counting on: from d to d less n working days is -n,
 * also where d is closed.
 */
int32_t cmpl_calendar_between(const struct complaint_calendar *calendar, cmpl_day after,
			      cmpl_day until);

/*
 * A cause why a covered day is closed, by number from 0: "State Funeral of Queen Elizabeth II", its
 * source, whether projected.
 */
size_t cmpl_calendar_cause_count(const struct complaint_calendar *calendar, cmpl_day day);
bool cmpl_calendar_cause(const struct complaint_calendar *calendar, cmpl_day day, size_t index,
			 const char **ret_cause, const char **ret_source, bool *ret_projected);
/*
 * The source that ends the span at its last day (or, with false, begins it at its first): "England
 * and Wales bank holidays".
 */
const char *cmpl_calendar_end_source(const struct complaint_calendar *calendar, bool at_last);
