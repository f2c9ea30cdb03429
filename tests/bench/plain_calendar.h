/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>

#include <complaint/base.h>

/*
 * Working days as fast as they can be added: two tables, made from a list of closed days, with the
 * checks that an answer needs, and nothing of a library.
 */

struct plain_calendar {
	complaint_day first;
	int32_t days, working_days;
	uint16_t *rank;   /* working days before each day */
	uint16_t *day_of; /* the day of each working day */
};

struct plain_result {
	complaint_day day;
	int32_t status;
};

enum { PLAIN_OK, PLAIN_NO_ARGUMENT, PLAIN_NO_START, PLAIN_NO_END };

/* The covered span and the closed days of a calendar of the library's. */
bool plain_calendar_fill(struct plain_calendar *calendar, complaint_day first, complaint_day last,
			 bool (*is_working)(complaint_day day));
int plain_add(const struct plain_calendar *calendar, complaint_day start, int32_t days,
	      struct plain_result *ret_result);
/* A status as wide as the library's, so that both write as much. */
void plain_add_many(const struct plain_calendar *calendar, const complaint_day *restrict starts,
		    const int32_t *restrict days, size_t count, complaint_day *restrict ret_days,
		    int32_t *restrict ret_statuses); /* amounts of one and more */
