/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar/calendar.h"
#include "calendar/causes.h"

/* Ranks are 16 bits wide: about 179 years. */
enum { CMPL_CALENDAR_DAYS_MAX = 65534, CMPL_CALENDAR_REASONS_MAX = 65535 };

struct cmpl_calendar_builder_reason {
	char *text; /* owned; source lies behind it */
	const char *source;
	uint64_t digest;
	bool projected;
};

/*
 * Collects what a calendar is made of, in any order of days; the order of calls is the order of a
 * day's causes. Days outside the span are ignored. All zero but for close_of_business is an empty
 * one. Appends cannot fail visibly: cmpl_calendar_builder_build() answers for them.
 */
struct cmpl_calendar_builder {
	cmpl_day first, last;      /* covered */
	cmpl_day published_last;   /* last, or earlier when days are projected */
	unsigned weekend;          /* 1 << CMPL_SATURDAY | ... */
	int32_t close_of_business; /* minutes, -1: not stated */
	unsigned divisions;        /* as in struct complaint_calendar */
	int32_t combine;
	struct cmpl_calendar_builder_reason *reasons;
	size_t reason_count, reason_capacity;
	struct cmpl_opened_day *closed;
	size_t closed_count, closed_capacity;
	struct cmpl_opened_day *opened;
	size_t opened_count, opened_capacity;
	complaint_status status; /* of the appends so far */
};

/* The number of a reason; the same text, source and mark give the same number. */
uint16_t cmpl_calendar_builder_reason(struct cmpl_calendar_builder *builder, const char *text,
				      size_t length, const char *source, bool projected);
/* The numbers that the reasons of a ready calendar have here; to be freed. NULL: out of memory. */
uint16_t *cmpl_calendar_builder_map_reasons(struct cmpl_calendar_builder *builder,
					    const struct cmpl_calendar_causes *causes);
void cmpl_calendar_builder_close(struct cmpl_calendar_builder *builder, cmpl_day day,
				 uint16_t reason);
/* An extra working day: opens the day whatever else closes it. */
void cmpl_calendar_builder_open(struct cmpl_calendar_builder *builder, cmpl_day day,
				uint16_t reason);

/*
 * COMPLAINT_ERR_OUT_OF_RANGE: the span is empty, or longer than CMPL_CALENDAR_DAYS_MAX, or there
 * are too many reasons. The builder stays as it is and is still to be freed.
 */
complaint_status cmpl_calendar_builder_build(struct cmpl_calendar_builder *builder,
					     const char *name, size_t length,
					     const char *first_source, const char *last_source,
					     struct complaint_calendar **ret_calendar);
void cmpl_calendar_builder_free(struct cmpl_calendar_builder *builder);
