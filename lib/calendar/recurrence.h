/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/text.h"
#include "diag/diagnostics.h"

/*
 * Days that come again: an RRULE of RFC 5545, as far as whole days need it, or the same in words.
 * Here are the rule, its check and the question whether a day belongs to it. Days are
 * iterated by libical (holidays_ics.c) and each of them is asked for here.
 */
enum cmpl_frequency { CMPL_DAILY, CMPL_WEEKLY, CMPL_MONTHLY, CMPL_YEARLY };

enum { CMPL_RECURRENCE_COUNT_MAX = 10000, CMPL_RECURRENCE_PARTS_MAX = 32 };

struct cmpl_recurrence_weekday {
	int8_t ordinal; /* 0: each; 1: the first of month or year; -1: the last */
	int8_t weekday; /* CMPL_MONDAY ... */
};

struct cmpl_recurrence {
	enum cmpl_frequency frequency;
	int32_t interval; /* 1: each day, week, month, year */
	int32_t count;    /* 0: no end */
	bool has_until;
	cmpl_day until;
	uint32_t months;          /* bits 1 to 12; 0: all */
	uint32_t month_days;      /* bits 1 to 31 */
	uint32_t month_days_back; /* bit 1: the last day */
	struct cmpl_recurrence_weekday weekdays[CMPL_RECURRENCE_PARTS_MAX];
	size_t weekday_count;
	int16_t positions[CMPL_RECURRENCE_PARTS_MAX]; /* BYSETPOS */
	size_t position_count;
	int week_start;
	cmpl_day start; /* since cmpl_recurrence_begin() */
};

struct cmpl_recurrence_fault {
	enum cmpl_code code;
	const char *message; /* "is not a part of a recurrence rule" */
	const char *hint;    /* or NULL */
	const char *text;    /* what is wrong; a piece of what was parsed */
	size_t length;
};

/* "FREQ=MONTHLY;BYDAY=-1FR" */
bool cmpl_recurrence_parse(const char *text, size_t length, struct cmpl_recurrence *ret_recurrence,
			   struct cmpl_recurrence_fault *ret_fault);
/* "friday", "last friday of the month", "first monday of may", "24 december" */
bool cmpl_recurrence_parse_words(const char *text, size_t length,
				 struct cmpl_recurrence *ret_recurrence,
				 struct cmpl_recurrence_fault *ret_fault);
/* The rule for libical: what was checked, not what was written. */
void cmpl_recurrence_write(const struct cmpl_recurrence *recurrence, struct cmpl_string *string);

/* What RFC 5545 takes from the first day: FREQ=WEEKLY alone means that day's weekday. */
void cmpl_recurrence_begin(struct cmpl_recurrence *recurrence, cmpl_day start);
/* Does the rule give this day, COUNT left aside? After cmpl_recurrence_begin(). */
bool cmpl_recurrence_matches(const struct cmpl_recurrence *recurrence, cmpl_day day);
