/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_DATE_H
#define COMPLAINT_DATE_H

/**
 * @file
 * A date in an answer: a day, a moment, a span of what it could be, or why there is none.
 *
 * Borrowed from the answer; valid until the answer is evaluated again or freed. Every getter takes
 * NULL.
 */

#include <complaint/base.h>

#ifdef __cplusplus
extern "C" {
#endif

struct complaint_date;

/** What a date is. */
enum {
	/** There is no date here: no limit, no event, nothing promised. */
	COMPLAINT_DATE_NONE = 0,
	/** It hangs on something that has not happened. */
	COMPLAINT_DATE_NOT_YET = 1,
	/** It hangs on something that is not known. */
	COMPLAINT_DATE_UNKNOWN = 2,
	/** A day; or, with ::COMPLAINT_DATE_SPAN, the first and last day it could be. */
	COMPLAINT_DATE_DAY = 3,
	/** A moment; or, with ::COMPLAINT_DATE_SPAN, the first and last it could be. */
	COMPLAINT_DATE_MOMENT = 4,
	/** The calendar does not reach so far (or so early): there is no date. */
	COMPLAINT_DATE_BEYOND_CALENDAR = 5
};

/** What is special about a date; bits. */
enum {
	/** Counted from an event that has not happened, from the date on which that is due. */
	COMPLAINT_DATE_PROJECTED = 1,
	/** Counted over days after the last published bank holidays. */
	COMPLAINT_DATE_PROVISIONAL = 2,
	/** Something was known by its day only where the time of day matters. */
	COMPLAINT_DATE_BY_DAY = 4,
	/** An earlier event that is not known yet could make it earlier. */
	COMPLAINT_DATE_COULD_BE_EARLIER = 8,
	/** It is known only to lie between first and last. */
	COMPLAINT_DATE_SPAN = 16,
	/**
	 * The day ends at close of business, and nobody says when that is: the whole day counts.
	 */
	COMPLAINT_DATE_CLOSE_OF_BUSINESS_UNKNOWN = 32
};

/** One of the kinds above; ::COMPLAINT_DATE_NONE for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_date_get_kind(const struct complaint_date *date);

/** Bits of the flags above. @since 0.1 */
COMPLAINT_API int32_t
complaint_date_get_flags(const struct complaint_date *date);

/**
 * The day (of a moment: its day in the rule's time zone), the first one of a span.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_NOT_FOUND when it is neither day nor moment,
 * ::COMPLAINT_ERR_BAD_ARGUMENT.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_date_get_day(const struct complaint_date *date, complaint_day *ret_day);

/** The last day of a span; else the day. @since 0.1 */
COMPLAINT_API complaint_status
complaint_date_get_last_day(const struct complaint_date *date, complaint_day *ret_day);

/**
 * The moment, the first one of a span. ::COMPLAINT_ERR_NOT_FOUND when it is no moment.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_date_get_moment(const struct complaint_date *date, complaint_moment *ret_moment);

/** The last moment of a span; else the moment. @since 0.1 */
COMPLAINT_API complaint_status
complaint_date_get_last_moment(const struct complaint_date *date, complaint_moment *ret_moment);

/**
 * Minutes after midnight at which a day ends that ends at close of business; -1 when it counts
 * whole.
 *
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_date_get_close_of_business(const struct complaint_date *date);

/**
 * The calendar that does not reach: its name, and its last (or, too early, its first) covered day.
 * NULL, and nothing set, for another kind.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_date_get_beyond(const struct complaint_date *date, complaint_day *ret_covered);

/**
 * The source that ends there: "England and Wales bank holidays". NULL for another kind.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_date_get_beyond_source(const struct complaint_date *date);

/**
 * The date as text: "2022-09-26", "2022-10-31T09:30:00+00:00", "2022-09-01 to 2022-09-30",
 * "not-yet", "unknown", "none", "beyond-calendar".
 * @param buffer At least 64 bytes.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_date_get_text(const struct complaint_date *date, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
