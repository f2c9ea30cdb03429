/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_WINDOWS_H
#define COMPLAINT_WINDOWS_H

/**
 * @file
 * Which doors are open to the resident, and until when: one window a rule, in file order.
 */

#include <complaint/answer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Borrowed from an answer. Getters take NULL. */
struct complaint_window;

/** States of a window: the first that holds. */
enum {
	COMPLAINT_WINDOW_NOT_AVAILABLE = 1,
	COMPLAINT_WINDOW_UNDETERMINED = 2,
	COMPLAINT_WINDOW_USED_IN_TIME = 3,
	COMPLAINT_WINDOW_USED_LATE = 4,
	COMPLAINT_WINDOW_NOT_YET_OPEN = 5,
	COMPLAINT_WINDOW_CLOSED = 6,
	COMPLAINT_WINDOW_BEYOND_CALENDAR = 7,
	COMPLAINT_WINDOW_OPEN = 8
};

/** Dates of a window. */
enum {
	/** ::COMPLAINT_DATE_NONE: open at any time. */
	COMPLAINT_WINDOW_OPENS = 1,
	/** Its last day. ::COMPLAINT_DATE_NONE: the policy sets no end. */
	COMPLAINT_WINDOW_CLOSES = 2,
	COMPLAINT_WINDOW_USED = 3
};

/** What is special about a window; bits. */
enum {
	COMPLAINT_WINDOW_WAIT_LIFTED = 1,
	COMPLAINT_WINDOW_SUPERSEDED = 2,
	COMPLAINT_WINDOW_HOST_READING = 4,
	COMPLAINT_WINDOW_BY_DAY = 8
};

/** How many windows the answer holds: one a window of the policy. @since 0.1 */
COMPLAINT_API size_t
complaint_answer_window_count(const struct complaint_answer *answer);
/** NULL beyond. @since 0.1 */
COMPLAINT_API const struct complaint_window *
complaint_answer_get_window(const struct complaint_answer *answer, size_t index);
/** By the window's id; NULL when there is none. @since 0.1 */
COMPLAINT_API const struct complaint_window *
complaint_answer_find_window(const struct complaint_answer *answer, const char *window,
			     size_t length);

/** The rule. @since 0.1 */
COMPLAINT_API uint32_t
complaint_window_get_rule(const struct complaint_window *window);
/** One of the states; 0 for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_window_get_state(const struct complaint_window *window);
/** Bits of the flags above. @since 0.1 */
COMPLAINT_API int32_t
complaint_window_get_flags(const struct complaint_window *window);
/** One of the dates. @since 0.1 */
COMPLAINT_API const struct complaint_date *
complaint_window_get_date(const struct complaint_window *window, int32_t which);
/** The door's id: "stage-2". @since 0.1 */
COMPLAINT_API const char *
complaint_window_get_door(const struct complaint_window *window);
/** What a later use is recorded as; NULL when the policy does not say. @since 0.1 */
COMPLAINT_API const char *
complaint_window_get_if_late(const struct complaint_window *window);

/** The same window under its other readings, one at a time. @since 0.1 */
COMPLAINT_API size_t
complaint_window_reading_count(const struct complaint_window *window);
/** @since 0.1 */
COMPLAINT_API const struct complaint_window *
complaint_window_get_reading(const struct complaint_window *window, size_t index);
/** Of a reading: its label, or "as-filed". NULL for the window itself. @since 0.1 */
COMPLAINT_API const char *
complaint_window_get_reading_label(const struct complaint_window *reading);

/**
 * Rules with readings that its dates hang on (through `due`), whose file's choice was taken.
 *
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_window_rests_on_count(const struct complaint_window *window);
/** Such a rule; ::COMPLAINT_NONE beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_window_get_rests_on(const struct complaint_window *window, size_t index);

/**
 * The day-by-day account of one of its dates, at detail "working": how many lines.
 * @param which ::COMPLAINT_WINDOW_OPENS or ::COMPLAINT_WINDOW_CLOSES; of another there is none.
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_window_working_count(const struct complaint_window *window, int32_t which);
/** The day of a line. @since 0.1 */
COMPLAINT_API complaint_status
complaint_window_get_working_day(const struct complaint_window *window, int32_t which, size_t index,
				 complaint_day *ret_day);
/** The number counted on that day: 1 for day 1; 0 when it is not counted. @since 0.1 */
COMPLAINT_API int32_t
complaint_window_get_working_number(const struct complaint_window *window, int32_t which,
				    size_t index);
/** "stage-1-response-sent", "day 3", "opens", "closes". Borrowed. NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_window_get_working_text(const struct complaint_window *window, int32_t which,
				  size_t index);

/** What its conditions read, at detail "answer" and above. @since 0.1 */
COMPLAINT_API size_t
complaint_window_reason_count(const struct complaint_window *window);
/** @since 0.1 */
COMPLAINT_API const struct complaint_reason *
complaint_window_get_reason(const struct complaint_window *window, size_t index);

#ifdef __cplusplus
}
#endif

#endif
