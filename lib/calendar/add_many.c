/* SPDX-License-Identifier: MIT */
/*
 * Working days added for many rows. A row that is in order costs two looks into tables and two
 * comparisons; one that is not goes the way of a single addition, which says what is wrong with it.
 */
#include <string.h>

#include "calendar/calendar.h"

struct rows {
	const char *start, *days;
	size_t start_stride, day_stride;
	complaint_day *found;
	complaint_status *statuses; /* NULL: not wanted */
};

/* So many rows at a time are asked for the sign of their amounts. */
enum { CHUNK = 256 };
enum direction { FORWARD, BACK, MIXED };

/* Rows of a packed struct need not be aligned, so values are copied out of them. */
static inline int32_t value_at(const char *at)
{
	int32_t value;

	memcpy(&value, at, sizeof(value));
	return value;
}

/* What failed, or is 0; a row in place of its own start has been read by now. */
static complaint_status add_one(const struct complaint_calendar *calendar, int32_t start,
				int32_t days, complaint_day *ret_day)
{
	*ret_day = COMPLAINT_DAY_NONE;
	return complaint_calendar_add_working_days(calendar, start, days, ret_day);
}

/*
 * Forward, the rank of the day behind the start is counted on from, and the first working day has
 * number 1; back, the start's own rank, and it has number 0. Numbers without a sign wrap round
 * where a count leaves the calendar at its beginning, so that one comparison is enough for both
 * ends: no amount is so large that it comes back into the tables.
 */
static inline void add_rows(const struct complaint_calendar *calendar, enum direction direction,
			    struct rows rows, size_t count)
{
	const uint32_t first = (uint32_t)calendar->first;
	const uint32_t last = (uint32_t)calendar->last - first;
	const uint32_t working_days = (uint32_t)calendar->working_days;
	const uint16_t *rank = calendar->rank + (direction == FORWARD), *day_of = calendar->day_of;

	for (size_t i = 0; i < count; i++) {
		int32_t from = value_at(rows.start + i * rows.start_stride);
		int32_t by = value_at(rows.days + i * rows.day_stride);
		uint32_t at = (uint32_t)from - first, to = working_days;
		uint32_t number =
			(uint32_t)by - (direction == MIXED ? by > 0 : direction == FORWARD);
		complaint_status status = COMPLAINT_OK;

		if (at <= last && (direction != MIXED || by != 0))
			to = rank[at + (direction == MIXED && by > 0)] + number;
		if (to < working_days)
			rows.found[i] = (complaint_day)(first + day_of[to]);
		else
			status = add_one(calendar, from, by, &rows.found[i]);
		if (rows.statuses)
			rows.statuses[i] = status;
	}
}

/* Amounts side by side have one sign as a rule; then none is asked for its own. */
static enum direction direction_of(const char *days)
{
	int32_t up = 0, down = 0;

	for (size_t i = 0; i < CHUNK; i++) {
		int32_t by = value_at(days + i * sizeof(by));

		up |= by > 0;
		down |= by < 0;
		up |= by == 0;
		down |= by == 0;
	}
	return !down ? FORWARD : !up ? BACK : MIXED;
}

/* Values side by side: the compiler knows the strides. */
static inline void add_packed(const struct complaint_calendar *calendar, enum direction direction,
			      struct rows rows)
{
	rows.start_stride = rows.day_stride = sizeof(int32_t);
	if (rows.statuses) {
		add_rows(calendar, direction, rows, CHUNK);
	} else {
		rows.statuses = NULL;
		add_rows(calendar, direction, rows, CHUNK);
	}
}

/* A loop for each direction, and one for those that are mixed. */
static void add_chunk(const struct complaint_calendar *calendar, struct rows rows)
{
	switch (direction_of(rows.days)) {
	case FORWARD: add_packed(calendar, FORWARD, rows); break;
	case BACK: add_packed(calendar, BACK, rows); break;
	case MIXED: add_packed(calendar, MIXED, rows); break;
	}
}

static void move_on(struct rows *rows, size_t count)
{
	rows->start += count * rows->start_stride;
	rows->days += count * rows->day_stride;
	rows->found += count;
	if (rows->statuses)
		rows->statuses += count;
}

complaint_status
complaint_calendar_add_working_days_many(const struct complaint_calendar *calendar,
					 const complaint_day *starts, size_t start_stride,
					 const int32_t *days, size_t day_stride, size_t count,
					 complaint_day *ret_days, complaint_status *ret_statuses)
{
	struct rows rows = { (const char *)starts, (const char *)days, start_stride,
			     day_stride,           ret_days,           ret_statuses };

	if (!calendar || (count && (!starts || !days || !ret_days)))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (start_stride == sizeof(*starts) && day_stride == sizeof(*days))
		for (; count >= CHUNK; count -= CHUNK) {
			add_chunk(calendar, rows);
			move_on(&rows, CHUNK);
		}
	add_rows(calendar, MIXED, rows, count);
	return COMPLAINT_OK;
}
