/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_CALENDAR_H
#define COMPLAINT_CALENDAR_H

/**
 * @file
 * Working days: which days are, how to count them, and why a day is not one.
 */

#include <complaint/base.h>
#include <complaint/diagnostics.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A calendar: never changes after loading; share it between threads freely. */
struct complaint_calendar;

/** How calendars are joined. */
enum {
	/** A day is closed when any part is closed. */
	COMPLAINT_COMBINE_UNION = 1,
	/** A day is closed when every part is closed. */
	COMPLAINT_COMBINE_INTERSECTION = 2
};

/** How many calendars are compiled in. @since 0.1 */
COMPLAINT_API size_t
complaint_calendar_bundled_count(void);

/** The name of a compiled-in calendar, by number from 0; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_calendar_bundled_name(size_t index);

/**
 * One of the compiled-in calendars: "england-and-wales", "scotland", "northern-ireland",
 * "united-kingdom".
 *
 * @param ret_calendar On success, new; free with complaint_calendar_free(). Untouched on failure.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NOT_FOUND,
 * ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_load_bundled(const char *name, size_t length,
				struct complaint_calendar **ret_calendar);

/**
 * A calendar from a rule file (`kind: calendar`, docs/calendar-files.md) or from an `.ics` file,
 * told apart by the ending.
 *
 * A rule file may name bundled calendars and `.ics` files of its own folder. An `.ics` file alone
 * covers 1 January of its first year to 31 December of the last year in which it has a Christmas
 * Day, and closes Saturday and Sunday.
 *
 * @param diagnostics Gets every fault of the file; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_IO,
 *          ::COMPLAINT_ERR_INVALID_FILE, ::COMPLAINT_ERR_NOT_BUILT_IN (`.ics` without libical),
 *          ::COMPLAINT_ERR_NO_MEMORY.
 * @par Threads
 * Safe at once on several threads; `.ics` is read under one lock, and the host must not use libical
 * itself meanwhile.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_load_file(const char *path, struct complaint_calendar **ret_calendar,
			     struct complaint_diagnostics *diagnostics);

/** A text that the host holds: the file a rule file names, and what is in it. */
struct complaint_text {
	size_t size;      /**< `sizeof(struct complaint_text)` */
	const char *name; /**< As the rule file names it, "closures.ics"; NUL-terminated. */
	const char *bytes;
	size_t length; /**< Bytes. */
};

/**
 * A calendar from memory; touches no disk.
 *
 * @param name  How diagnostics name it. A name that ends in ".ics" is read as iCalendar.
 * @param texts Files that it may name; NULL when it names none. @param text_count How many.
 * @returns As complaint_calendar_load_file(), but never ::COMPLAINT_ERR_IO.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_load_memory(const char *name, const char *bytes, size_t length,
			       const struct complaint_text *texts, size_t text_count,
			       struct complaint_calendar **ret_calendar,
			       struct complaint_diagnostics *diagnostics);

/**
 * Join calendars. The result covers what all parts cover; a closed day keeps the causes of every
 * part that closes it. Its close of business is the earliest that a part states.
 *
 * @param combine ::COMPLAINT_COMBINE_UNION or ::COMPLAINT_COMBINE_INTERSECTION.
 * @param name    What the result is called in answers; not empty.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_OUT_OF_RANGE (no covered
 *          day in common), ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_combine(const struct complaint_calendar *const *calendars, size_t count,
			   int32_t combine, const char *name, size_t length,
			   struct complaint_calendar **ret_calendar);

/**
 * The same calendar with days after its last published one projected by rule up to 31 December of a
 * year: Easter, the Monday holidays, Christmas and New Year with their substitutes. Every answer
 * that counts such a day says so
 * ("provisional"). Only for bundled calendars and what complaint_calendar_combine() made of them; a
 * calendar file says `project-until` itself. Extra days are royal proclamations and cannot be
 * foreseen.
 *
 * @param until_year After the last published day; and a calendar has at most 65,534 days, so that
 * one which begins in 2012 ends in 2190 at the latest.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NOT_FOUND (no rule is
 *          known for this calendar), ::COMPLAINT_ERR_OUT_OF_RANGE, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_project(const struct complaint_calendar *calendar, int32_t until_year,
			   struct complaint_calendar **ret_calendar);

/** Give a calendar back; NULL is fine. Answers that used it keep what they need. @since 0.1 */
COMPLAINT_API void
complaint_calendar_free(struct complaint_calendar *calendar);

/** Its name. NULL for NULL. @since 0.1 */
COMPLAINT_API const char *
complaint_calendar_get_name(const struct complaint_calendar *calendar);

/** A digest of its inputs, 16 hexadecimal digits: equal digests count alike. @since 0.1 */
COMPLAINT_API const char *
complaint_calendar_get_revision(const struct complaint_calendar *calendar);

/**
 * The first and last covered day, and the last published one. Any output may be NULL.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_get_span(const struct complaint_calendar *calendar, complaint_day *ret_first,
			    complaint_day *ret_last, complaint_day *ret_published_last);

/**
 * The source for which the calendar ends where it does: at_last 1: at its last day, 0: at its
 * first.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_calendar_get_end_source(const struct complaint_calendar *calendar, int32_t at_last);

/** Close of business in minutes after midnight; -1 when the calendar states none. @since 0.1 */
COMPLAINT_API int32_t
complaint_calendar_get_close_of_business(const struct complaint_calendar *calendar);

/**
 * Is a day a working day?
 *
 * @param ret_is 1 or 0. @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT,
 * ::COMPLAINT_ERR_OUT_OF_RANGE (not covered).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_is_working_day(const struct complaint_calendar *calendar, complaint_day day,
				  int32_t *ret_is);

/**
 * Count forward (or back) a number of working days.
 *
 * Day zero is @p start itself, working or not; day one is the first working day after it. 0 gives
 * @p start.
 *
 * @param days    -100,000 to 100,000.
 * @param ret_day Set on success, untouched on failure.
 * @returns ::COMPLAINT_OK; ::COMPLAINT_ERR_OUT_OF_RANGE when start is not covered or the count
 * leaves the covered days (it never guesses); ::COMPLAINT_ERR_BAD_ARGUMENT.
 * @par Threads
 * Safe to call at once on the same calendar.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_add_working_days(const struct complaint_calendar *calendar, complaint_day start,
				    int32_t days, complaint_day *ret_day);

/**
 * The same for many starts at once, strides in bytes (0: one value for all rows). Rows need not be
 * aligned.
 *
 * @param ret_days     One day a row; COMPLAINT_DAY_NONE where the row failed. It may be the array
 * of starts, or of days, where its values lie side by side.
 * @param ret_statuses One status a row, or NULL.
 * @returns ::COMPLAINT_OK when the call itself was in order, also when rows failed.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_add_working_days_many(const struct complaint_calendar *calendar,
					 const complaint_day *starts, size_t start_stride,
					 const int32_t *days, size_t day_stride, size_t count,
					 complaint_day *ret_days, complaint_status *ret_statuses);

/** What a failed row holds in an array of days. */
#define COMPLAINT_DAY_NONE INT32_MIN

/**
 * Working days after @p from up to and including @p to. When @p to is earlier: those before @p
 * from, back to and including @p to, as a negative number. It is the inverse of adding: the count
 * from d to d plus n working days is n.
 *
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_OUT_OF_RANGE (either day
 * is not covered).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_count_working_days(const struct complaint_calendar *calendar, complaint_day from,
				      complaint_day to, int32_t *ret_count);

/**
 * The day itself when it is a working day, else the next (or previous) one within the covered days.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_next_working_day(const struct complaint_calendar *calendar, complaint_day day,
				    complaint_day *ret_day);
/** @copydoc complaint_calendar_next_working_day @since 0.1 */
COMPLAINT_API complaint_status
complaint_calendar_previous_working_day(const struct complaint_calendar *calendar,
					complaint_day day, complaint_day *ret_day);

/**
 * How many causes close a covered day: 0 for a working day or one that is not covered.
 *
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_calendar_cause_count(const struct complaint_calendar *calendar, complaint_day day);

/**
 * A cause: "Saturday", "Good Friday", "Christmas closure". NULL beyond. Borrowed from the calendar.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_calendar_get_cause(const struct complaint_calendar *calendar, complaint_day day,
			     size_t index);

/**
 * Where that cause comes from: "weekend", "England and Wales bank holidays", a file's name. NULL
 * beyond.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_calendar_get_cause_source(const struct complaint_calendar *calendar, complaint_day day,
				    size_t index);

/** 1 when that cause was projected by rule and not published. @since 0.1 */
COMPLAINT_API int32_t
complaint_calendar_is_cause_projected(const struct complaint_calendar *calendar, complaint_day day,
				      size_t index);

/**
 * A day explained in one line: "Monday 19 September 2022: closed, Bank Holiday for the State
 * Funeral of Queen Elizabeth II (England and Wales bank holidays), revision 0123456789abcdef".
 *
 * @param buffer May be NULL when size is 0. @param ret_length Bytes without the NUL that the whole
 * text has; may be NULL.
 * @returns ::COMPLAINT_OK, also when the text was cut to fit; ::COMPLAINT_ERR_BAD_ARGUMENT;
 *          ::COMPLAINT_ERR_OUT_OF_RANGE; ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_calendar_explain_day(const struct complaint_calendar *calendar, complaint_day day,
			       char *buffer, size_t size, size_t *ret_length);

#ifdef __cplusplus
}
#endif

#endif
