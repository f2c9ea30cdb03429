/* SPDX-License-Identifier: MIT */
/*
 * Working days added for many rows. A row that is in order costs two looks into tables and two
 * comparisons, and no call, so that all a loop needs stays in registers. At one that is not the
 * loop stops; that row goes the way of a single addition, which says what is wrong with it.
 */
#include <string.h>

#include "calendar/calendar.h"

struct rows {
	const char *starts, *days;
	size_t start_stride, day_stride;
	complaint_day *found;
	complaint_status *statuses; /* NULL: not wanted */
};

/* For so many rows the loop is chosen anew. */
enum { CHUNK = 1024 };
enum direction { FORWARD, BACK, MIXED };

/* Rows of a packed struct need not be aligned, so values are copied out of them. */
static inline int32_t value_at(const char *at)
{
	int32_t value;

	memcpy(&value, at, sizeof(value));
	return value;
}

/*
 * How many rows could be added before one that is none of the loop's business, or all.
 *
 * Forward, the rank of the day behind the start is counted on from, and the first working day has
 * number 1; back, the start's own rank, and it has number 0. Numbers without a sign wrap round
 * where a count leaves the calendar at its beginning, so that one comparison is enough for both
 * ends: no amount is so large that it comes back into the tables. A row is read before it is
 * written, since days may be found in place of their starts.
 */
static inline size_t add_rows(const struct complaint_calendar *calendar, enum direction direction,
			      const struct rows *rows, size_t count)
{
	const char *const starts = rows->starts, *const days = rows->days;
	const size_t start_stride = rows->start_stride, day_stride = rows->day_stride;
	complaint_day *const found = rows->found;
	complaint_status *const statuses = rows->statuses;
	const uint32_t first = (uint32_t)calendar->first, span = calendar->span;
	const uint32_t end = (uint32_t)calendar->working_days + (direction == FORWARD);
	const uint16_t *const rank = calendar->rank + (direction == FORWARD);
	const uint16_t *const day_of = calendar->day_of;
	size_t i;

	for (i = 0; i < count; i++) {
		uint32_t at = (uint32_t)value_at(starts + i * start_stride) - first, to;
		int32_t by;

		if (at > span)
			break;
		by = value_at(days + i * day_stride);
		if (direction == FORWARD ? by <= 0 : direction == BACK ? by >= 0 : by == 0)
			break;
		to = direction == MIXED ? rank[at + (by > 0)] + (uint32_t)by - (by > 0)
					: rank[at] + (uint32_t)by;
		if (to >= end)
			break;
		found[i] = (complaint_day)(first + day_of[(size_t)to - (direction == FORWARD)]);
		if (statuses)
			statuses[i] = COMPLAINT_OK;
	}
	return i;
}

typedef size_t add_function(const struct complaint_calendar *calendar, struct rows rows,
			    size_t count);

/*
 * A loop for each direction; where values lie side by side the compiler knows the strides, and
 * whether there are statuses is asked outside of the loop.
 */
#define LOOPS(direction, name)                                                                     \
	static size_t add_##name(const struct complaint_calendar *calendar, struct rows rows,      \
				 size_t count)                                                     \
	{                                                                                          \
		return add_rows(calendar, direction, &rows, count);                                \
	}                                                                                          \
	static size_t add_packed_##name(const struct complaint_calendar *calendar,                 \
					struct rows rows, size_t count)                            \
	{                                                                                          \
		rows.start_stride = rows.day_stride = sizeof(int32_t);                             \
		if (rows.statuses)                                                                 \
			return add_rows(calendar, direction, &rows, count);                        \
		rows.statuses = NULL;                                                              \
		return add_rows(calendar, direction, &rows, count);                                \
	}
LOOPS(FORWARD, forward)
LOOPS(BACK, back)
LOOPS(MIXED, mixed)

/* Which way an amount goes; none goes neither way. */
static enum direction direction_of(int32_t by)
{
	return by > 0 ? FORWARD : by < 0 ? BACK : MIXED;
}

static void move_on(struct rows *rows, size_t count)
{
	rows->starts += count * rows->start_stride;
	rows->days += count * rows->day_stride;
	rows->found += count;
	if (rows->statuses)
		rows->statuses += count;
}

/* One that is not in order, or asks for no day at all. */
static void add_one(const struct complaint_calendar *calendar, struct rows *rows)
{
	int32_t start = value_at(rows->starts), days = value_at(rows->days);
	complaint_status status;

	*rows->found = COMPLAINT_DAY_NONE;
	status = complaint_calendar_add_working_days(calendar, start, days, rows->found);
	if (rows->statuses)
		*rows->statuses = status;
	move_on(rows, 1);
}

/* Amounts go one way as a rule, that of the first; where one goes the other, the loop for both. */
static void add_chunk(const struct complaint_calendar *calendar, struct rows *rows, size_t count)
{
	static add_function *const strided[] = { add_forward, add_back, add_mixed };
	static add_function *const packed[] = { add_packed_forward, add_packed_back,
						add_packed_mixed };
	bool is_packed =
		rows->start_stride == sizeof(int32_t) && rows->day_stride == sizeof(int32_t);
	add_function *const *loops = is_packed ? packed : strided;
	enum direction direction = direction_of(value_at(rows->days));

	while (count > 0) {
		enum direction here = direction_of(value_at(rows->days));
		size_t added;

		if (here != direction && here != MIXED)
			direction = MIXED;
		added = loops[direction](calendar, *rows, count);
		move_on(rows, added);
		count -= added;
		if (added == 0) {
			add_one(calendar, rows);
			count--;
		}
	}
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
	for (; count > CHUNK; count -= CHUNK)
		add_chunk(calendar, &rows, CHUNK);
	if (count > 0)
		add_chunk(calendar, &rows, count);
	return COMPLAINT_OK;
}
