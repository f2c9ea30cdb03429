/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_BASE_H
#define COMPLAINT_BASE_H

/**
 * @file
 * What every other header needs: export marks, statuses, days, moments, truth.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define COMPLAINT_API __declspec(dllexport)
#elif defined(__GNUC__)
#define COMPLAINT_API __attribute__((visibility("default")))
#else
#define COMPLAINT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** A day: days since 1970-01-01, which is day 0. Years 1900 to 2199. */
typedef int32_t complaint_day;

/** A moment: seconds since 1970-01-01T00:00Z, leap seconds not counted. */
typedef int64_t complaint_moment;

/**
 * How a *call* went; one of the `COMPLAINT_OK`/`COMPLAINT_ERR_*` values. Never how a complaint
 * fared.
 */
typedef int32_t complaint_status;

/** Give it as a length to say "this text ends at its NUL". */
#define COMPLAINT_NUL_TERMINATED ((size_t)-1)

/** "There is none", where a number of a rule, a term or a name could stand. */
#define COMPLAINT_NONE UINT32_MAX

/** Statuses. Public for ever: appended only. */
enum {
	COMPLAINT_OK = 0,
	/**
	 * NULL where something is needed, an index or a value outside its range, a struct size of
	 * 0.
	 */
	COMPLAINT_ERR_BAD_ARGUMENT = 1,
	COMPLAINT_ERR_NO_MEMORY = 2,
	/** The file could not be opened or read; the diagnostics name it. */
	COMPLAINT_ERR_IO = 3,
	/** The text breaks the format; the diagnostics say where and how to mend it. */
	COMPLAINT_ERR_INVALID_FILE = 4,
	/** A day beyond what the calendar covers, or a date beyond 1900 to 2199. */
	COMPLAINT_ERR_OUT_OF_RANGE = 5,
	/** No such fact, event, rule, calendar, landlord, version. */
	COMPLAINT_ERR_NOT_FOUND = 6,
	/** The build left this out (`.ics` without libical). */
	COMPLAINT_ERR_NOT_BUILT_IN = 7,
	/** A truth for a number fact, a value that the choice does not have, and the like. */
	COMPLAINT_ERR_WRONG_TYPE = 8,
	/**
	 * Versions of one landlord that overlap or leave a gap; own names that contradict one
	 * another.
	 */
	COMPLAINT_ERR_CONFLICT = 9
};

/** Truths. 0 is for callers who did not fill a member. */
enum {
	COMPLAINT_TRUTH_NOT_GIVEN = 0,
	COMPLAINT_FALSE = 1,
	COMPLAINT_TRUE = 2,
	COMPLAINT_UNKNOWN = 3
};

/** Units of an amount of time. */
enum {
	COMPLAINT_UNIT_NONE = 0,
	COMPLAINT_UNIT_WORKING_DAYS = 1,
	COMPLAINT_UNIT_CALENDAR_DAYS = 2,
	COMPLAINT_UNIT_HOURS = 3,
	COMPLAINT_UNIT_WEEKS = 4,
	COMPLAINT_UNIT_MONTHS = 5,
	COMPLAINT_UNIT_YEARS = 6,
	/** Close of business on the next working day. */
	COMPLAINT_UNIT_NEXT_WORKING_DAY = 7,
	/** Close of business on the next calendar day. */
	COMPLAINT_UNIT_NEXT_CALENDAR_DAY = 8,
	COMPLAINT_UNIT_IMMEDIATELY = 9,
	COMPLAINT_UNIT_AS_SOON_AS_POSSIBLE = 10,
	COMPLAINT_UNIT_NO_LIMIT = 11
};

/**
 * The name of a status for people, such as "no memory".
 *
 * @returns Never NULL; "unknown status" for a value this version does not have. Static, not to be
 * freed.
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_status_text(complaint_status status);

/**
 * The day of a date of the Gregorian calendar.
 *
 * @param year 1900 to 2199. @param month 1 to 12. @param day 1 to 31, one the month has.
 * @param ret_day Set on success, untouched on failure.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (NULL, or no such date),
 * ::COMPLAINT_ERR_OUT_OF_RANGE (year).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_day_from_date(int32_t year, int32_t month, int32_t day, complaint_day *ret_day);

/**
 * Year, month and day of a day. Any of the three outputs may be NULL.
 *
 * @returns ::COMPLAINT_OK or ::COMPLAINT_ERR_OUT_OF_RANGE (outside 1900 to 2199).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_day_get_date(complaint_day day, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day);

/**
 * Read "2022-09-19".
 *
 * @param text UTF-8. @param length Bytes, or ::COMPLAINT_NUL_TERMINATED.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (not such a text, or no such date),
 *          ::COMPLAINT_ERR_OUT_OF_RANGE (year).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_day_from_text(const char *text, size_t length, complaint_day *ret_day);

/**
 * Write a day as "2022-09-19".
 *
 * @param buffer At least 11 bytes. @param size Its size.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (too small), ::COMPLAINT_ERR_OUT_OF_RANGE.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_day_to_text(complaint_day day, char *buffer, size_t size);

/**
 * Read "2022-10-29T09:30+01:00" or "2022-10-29T08:30:00Z". An offset is required.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_moment_from_text(const char *text, size_t length, complaint_moment *ret_moment);

/**
 * Write a moment with its offset in a time zone, as "2022-10-29T09:30:00+01:00".
 *
 * @param time_zone "Europe/London" or "UTC"; NULL means UTC.
 * @param buffer At least 26 bytes.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NOT_FOUND (another zone),
 *          ::COMPLAINT_ERR_OUT_OF_RANGE.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_moment_to_text(complaint_moment moment, const char *time_zone, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
