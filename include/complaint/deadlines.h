/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_DEADLINES_H
#define COMPLAINT_DEADLINES_H

/**
 * @file
 * What is due, by when, counted how, met or not: one deadline a duty of the policy, in file order.
 */

#include <complaint/answer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Borrowed from an answer. Getters take NULL. */
struct complaint_deadline;

/** States of a duty: the first that holds, in the order of docs/rule-format.md, 15.5. */
enum {
	COMPLAINT_DUTY_NOT_OWED = 1,
	COMPLAINT_DUTY_WAITING = 2,
	COMPLAINT_DUTY_UNDETERMINED = 3,
	COMPLAINT_DUTY_NO_DATE = 4,
	COMPLAINT_DUTY_BEYOND_CALENDAR = 5,
	COMPLAINT_DUTY_DONE_IN_TIME = 6,
	COMPLAINT_DUTY_DONE_LATE = 7,
	COMPLAINT_DUTY_OVERDUE = 8,
	COMPLAINT_DUTY_RUNNING = 9
};

/** Why it is not owed, waiting or undetermined. 0: none of these. */
enum {
	COMPLAINT_CAUSE_NONE = 0,
	COMPLAINT_CAUSE_WHEN_FALSE = 1,    /**< its `when` is false */
	COMPLAINT_CAUSE_EXCEPTION = 2,     /**< one of its `unless` is true */
	COMPLAINT_CAUSE_STAGE_SKIPPED = 3, /**< the route does not go through its stage */
	COMPLAINT_CAUSE_NOT_IN_FORCE = 4,  /**< its `in-force` does not hold */
	COMPLAINT_CAUSE_NOT_REFUSED = 5,   /**< it is owed on refusal, and nothing was refused */
	COMPLAINT_CAUSE_EXCLUSION_NOT_USED = 6, /**< its exclusion does not certainly apply */
	COMPLAINT_CAUSE_ROUTE_NOT_TAKEN = 7,
	COMPLAINT_CAUSE_NO_EXTENSION_MADE = 8,
	COMPLAINT_CAUSE_WINDOW_NOT_USED = 9,
	COMPLAINT_CAUSE_REFUSED = 10,       /**< the complaint was refused */
	COMPLAINT_CAUSE_CLOSED = 11,        /**< the complaint was closed */
	COMPLAINT_CAUSE_ROUTE_DUTY = 12,    /**< a duty of the route stands in for it */
	COMPLAINT_CAUSE_OTHER_READING = 13, /**< only a reading that was not chosen has it */
	COMPLAINT_CAUSE_STAGE_NOT_STARTED = 14,
	COMPLAINT_CAUSE_ANCHOR_NOT_YET = 15, /**< what it runs from has not happened */
	COMPLAINT_CAUSE_ANCHOR_UNKNOWN = 16,
	COMPLAINT_CAUSE_CONDITION_UNKNOWN = 17,
	COMPLAINT_CAUSE_DONE_UNKNOWN = 18, /**< whether it was done is written unknown */
	COMPLAINT_CAUSE_NO_NOW = 19,       /**< the question was asked without a present */
	COMPLAINT_CAUSE_SPAN = 20, /**< a date known by its month only; its two ends differ */
	COMPLAINT_CAUSE_CHOSEN_READINGS_CYCLE =
		21 /**< the readings chosen together make it hang on itself */
};

/** Dates of a deadline. */
enum {
	/** With extensions that the resident was told of in time. The state goes by it. */
	COMPLAINT_DEADLINE_DUE = 1,
	/** As the policy alone has it. */
	COMPLAINT_DEADLINE_POLICY_DUE = 2,
	/** With every extension made, also those told late, not yet, or nobody knows when. */
	COMPLAINT_DEADLINE_EXTENDED_DUE = 3,
	/** As the resident was promised; ::COMPLAINT_DATE_NONE when nothing was. */
	COMPLAINT_DEADLINE_PROMISED_DUE = 4,
	/** When it was done. */
	COMPLAINT_DEADLINE_DONE = 5,
	/** What it runs from. */
	COMPLAINT_DEADLINE_ANCHOR = 6,
	/** `before`: what it must precede; has no limit of its own. */
	COMPLAINT_DEADLINE_BEFORE = 7
};

/** What is special about a deadline; bits. Dates carry flags of their own. */
enum {
	COMPLAINT_DEADLINE_BEYOND_TIERS = 1, /**< an extension that was made passes every tier */
	COMPLAINT_DEADLINE_TOLD_LATE =
		2, /**< an extension was told late, and does not count in `due` */
	COMPLAINT_DEADLINE_BY_DAY = 4,         /**< compared by days, since one side has no time */
	COMPLAINT_DEADLINE_SUPERSEDED = 8,     /**< still in the text, no longer the law */
	COMPLAINT_DEADLINE_HOST_READING = 16,  /**< the case chose the reading */
	COMPLAINT_DEADLINE_STAGE_UNKNOWN = 32, /**< whether its stage has started is not known */
	COMPLAINT_DEADLINE_ROUTE_UNDETERMINED =
		64,                             /**< the route is undetermined, and could skip it */
	COMPLAINT_DEADLINE_WINDOW_UNKNOWN = 128 /**< whether its window exists is not known */
};

/** How many deadlines the answer holds: one a duty of the policy. @since 0.1 */
COMPLAINT_API size_t
complaint_answer_deadline_count(const struct complaint_answer *answer);
/** One of them, in file order. NULL beyond. @since 0.1 */
COMPLAINT_API const struct complaint_deadline *
complaint_answer_get_deadline(const struct complaint_answer *answer, size_t index);
/** The deadline of a duty by its id; NULL when there is none. @since 0.1 */
COMPLAINT_API const struct complaint_deadline *
complaint_answer_find_deadline(const struct complaint_answer *answer, const char *duty,
			       size_t length);

/** The duty, a rule of the policy. @since 0.1 */
COMPLAINT_API uint32_t
complaint_deadline_get_rule(const struct complaint_deadline *deadline);
/** One of `COMPLAINT_DUTY_*`; 0 for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_deadline_get_state(const struct complaint_deadline *deadline);
/** One of `COMPLAINT_CAUSE_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_deadline_get_cause(const struct complaint_deadline *deadline);
/** Bits of `COMPLAINT_DEADLINE_BEYOND_TIERS` and the rest. @since 0.1 */
COMPLAINT_API int32_t
complaint_deadline_get_flags(const struct complaint_deadline *deadline);
/** One of the dates; never NULL for a deadline and a known number. @since 0.1 */
COMPLAINT_API const struct complaint_date *
complaint_deadline_get_date(const struct complaint_deadline *deadline, int32_t which);
/**
 * What it runs from, in the format's words: "complaint-logged", "due respond-stage-1". NULL:
 * nothing.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_deadline_get_anchor_name(const struct complaint_deadline *deadline);
/**
 * The duty whose due date stands in for the anchor of a projected date; ::COMPLAINT_NONE otherwise.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_deadline_get_projected_from(const struct complaint_deadline *deadline);
/**
 * How late it is, or was, against one of the dues: days after the due day (0: in time), of hour
 * limits also seconds.
 *
 * @param against ::COMPLAINT_DEADLINE_DUE, _POLICY_DUE, _EXTENDED_DUE or _PROMISED_DUE.
 * @param ret_days Calendar days. @param ret_working_days Working days, -1 when the calendar does
 * not reach.
 * @param ret_seconds Seconds, -1 where one side is known by its day only. Outputs may be NULL.
 * @returns ::COMPLAINT_OK; ::COMPLAINT_ERR_NOT_FOUND when it cannot be said: no such due, not done
 * and no `now`, a span.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_deadline_get_lateness(const struct complaint_deadline *deadline, int32_t against,
				int32_t *ret_days, int32_t *ret_working_days,
				complaint_moment *ret_seconds);

/** The same duty under its other readings, one at a time. @since 0.1 */
COMPLAINT_API size_t
complaint_deadline_reading_count(const struct complaint_deadline *deadline);
/** @since 0.1 */
COMPLAINT_API const struct complaint_deadline *
complaint_deadline_get_reading(const struct complaint_deadline *deadline, size_t index);
/** Of a reading: its label, or "as-filed". NULL for the deadline itself. @since 0.1 */
COMPLAINT_API const char *
complaint_deadline_get_reading_label(const struct complaint_deadline *reading);

/**
 * Other rules with readings that its date hangs on (through `due`, or by projection), whose file's
 * choice was taken.
 *
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_deadline_rests_on_count(const struct complaint_deadline *deadline);
/** Such a rule; ::COMPLAINT_NONE beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_deadline_get_rests_on(const struct complaint_deadline *deadline, size_t index);

/** What its conditions read, at detail "answer" and above. @since 0.1 */
COMPLAINT_API size_t
complaint_deadline_reason_count(const struct complaint_deadline *deadline);
/** @since 0.1 */
COMPLAINT_API const struct complaint_reason *
complaint_deadline_get_reason(const struct complaint_deadline *deadline, size_t index);

/** The day-by-day account, at detail "working": how many lines. @since 0.1 */
COMPLAINT_API size_t
complaint_deadline_working_count(const struct complaint_deadline *deadline);
/** The day of a line. @since 0.1 */
COMPLAINT_API complaint_status
complaint_deadline_get_working_day(const struct complaint_deadline *deadline, size_t index,
				   complaint_day *ret_day);
/** The number counted on that day: 1 for day 1; 0 when it is not counted. @since 0.1 */
COMPLAINT_API int32_t
complaint_deadline_get_working_number(const struct complaint_deadline *deadline, size_t index);
/**
 * "complaint-logged", "not counted: Saturday", "day 3", "due". Borrowed. NULL beyond.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_deadline_get_working_text(const struct complaint_deadline *deadline, size_t index);

#ifdef __cplusplus
}
#endif

#endif
