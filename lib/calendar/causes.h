/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

/*
 * Why days are closed. A calendar has few distinct reasons (26 titles, two weekend days) and
 * many closed days, so a reason stands once and a closed day holds the numbers of its reasons.
 */
struct cmpl_reason {
	const char *text;   /* "Good Friday"; lies in cmpl_calendar_causes.texts */
	const char *source; /* "England and Wales bank holidays", "weekend" */
	uint64_t digest;    /* of text, source, projected */
	bool projected;     /* by rule, not published */
};

struct cmpl_opened_day {
	cmpl_day day;
	uint16_t reason;
};

struct cmpl_calendar_causes {
	struct cmpl_reason *reasons;
	size_t reason_count;
	uint32_t *start;   /* start[c]: first entry of the c-th closed day; one more at the end */
	uint16_t *entries; /* numbers of reasons */
	struct cmpl_opened_day *opened; /* extra working days, by day */
	size_t opened_count;
	char *texts;
};

struct cmpl_calendar_ends {
	char *first, *last;
};

void cmpl_causes_free(struct cmpl_calendar_causes *causes); /* NULL is fine */

struct complaint_calendar;

/*
 * The reasons of a covered, closed day: *ret_entries numbers of reasons. Returns how many; 0 for a
 * working day.
 */
size_t cmpl_causes_of(const struct complaint_calendar *calendar, cmpl_day day,
		      const uint16_t **ret_entries);

/*
 * The first extra working day on or after `day` in causes->opened, as an index; opened_count when
 * there is none.
 */
size_t cmpl_causes_opened_from(const struct cmpl_calendar_causes *causes, cmpl_day day);
