/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_COLUMNS_H
#define COMPLAINT_COLUMNS_H

/**
 * @file
 * Many cases in one call: arrays in, arrays out, nothing allocated for a case.
 *
 * A column is an array of the caller's, read where it lies: a column of a table, a member of rows
 * of structs, a NumPy, pandas or Arrow array. Columns carry no promises, decisions or readings, and
 * at most one extension made a duty. The library starts no thread; a caller with two cores splits
 * the rows.
 */

#include <complaint/answer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a column of the caller's tells. */
enum {
	/** The fact `name` (complaint_set_find_fact()). */
	COMPLAINT_COLUMN_FACT = 1,
	/** The event `name` (complaint_set_find_event()). */
	COMPLAINT_COLUMN_EVENT = 2,
	/** The present; a day or a moment. Not given: asked without a present. */
	COMPLAINT_COLUMN_NOW = 3,
	/** Which of the request's landlords: 0 for the first. */
	COMPLAINT_COLUMN_LANDLORD = 4,
	/**
	 * Time added to the duty `rule` by the extension made, in units of `unit`. Not given: none
	 * was made.
	 */
	COMPLAINT_COLUMN_EXTENSION_ADDS = 5,
	/**
	 * The new last day of the duty `rule` by the extension made, a day. Not given: none was
	 * made.
	 */
	COMPLAINT_COLUMN_EXTENSION_UNTIL = 6,
	/** When the resident was told of the extension made to the duty `rule`. */
	COMPLAINT_COLUMN_EXTENSION_TOLD = 7,
	/** At which moment exclusions and routes are tested: a `COMPLAINT_AT_*`. */
	COMPLAINT_COLUMN_AT = 8
};

/**
 * Kinds of value. The least value of an integer kind is "not given", the next "not yet", the next
 * "unknown": INT64_MIN is what NumPy and pandas write for NaT. Truth is 0 or 1. A choice is its
 * value's number, from 0.
 */
enum {
	/** Signed bytes; truths, choices and small numbers. */
	COMPLAINT_KIND_BYTES = 1,
	/**
	 * Packed bits, the lowest first, as Arrow has them; truths. The stride is 1 (or 0: one for
	 * all).
	 */
	COMPLAINT_KIND_BITS = 2,
	COMPLAINT_KIND_INT32 = 3,
	COMPLAINT_KIND_INT64 = 4,
	/** NaN and minus infinity are not given; a fraction is an error of its row. */
	COMPLAINT_KIND_DOUBLE = 5,
	/** Days since 1970-01-01. */
	COMPLAINT_KIND_DAYS32 = 6,
	COMPLAINT_KIND_DAYS64 = 7,
	/** Months since 1970-01: an event known by its month. */
	COMPLAINT_KIND_MONTHS32 = 8,
	COMPLAINT_KIND_MONTHS64 = 9,
	/**
	 * Time since 1970-01-01T00:00, 64 bits, of which only the day counts (no zone: a date in a
	 * timestamp).
	 */
	COMPLAINT_KIND_SECONDS_AS_DAY = 10,
	COMPLAINT_KIND_MILLISECONDS_AS_DAY = 11,
	COMPLAINT_KIND_MICROSECONDS_AS_DAY = 12,
	COMPLAINT_KIND_NANOSECONDS_AS_DAY = 13,
	/** Time since 1970-01-01T00:00Z, 64 bits, to the second. */
	COMPLAINT_KIND_SECONDS = 14,
	COMPLAINT_KIND_MILLISECONDS = 15,
	COMPLAINT_KIND_MICROSECONDS = 16,
	COMPLAINT_KIND_NANOSECONDS = 17
};

/** Masks beside a column. */
enum {
	COMPLAINT_MASK_NONE = 0,
	/** A byte a row: 0 is not given. */
	COMPLAINT_MASK_BYTES = 1,
	/** A bit a row, the lowest first: 0 is not given. */
	COMPLAINT_MASK_BITS = 2
};

/** A column in. Zero all of it first; set `size`. */
struct complaint_column {
	size_t size;         /**< `sizeof(struct complaint_column)` */
	int32_t role;        /**< A `COMPLAINT_COLUMN_*`. */
	int32_t kind;        /**< A `COMPLAINT_KIND_*` that the role can have. */
	uint32_t name;       /**< Number of the fact or event. */
	int32_t unit;        /**< A `COMPLAINT_UNIT_*`, with ::COMPLAINT_COLUMN_EXTENSION_ADDS. */
	const char *rule;    /**< The duty's id, with an extension; NUL-terminated. */
	const void *values;  /**< Row 0. Any alignment. */
	int64_t stride;      /**< Bytes from row to row; 0: one value for all rows. Bits: 1 or 0. */
	int64_t first_bit;   /**< Bits: where row 0 is. */
	const uint8_t *mask; /**< NULL with ::COMPLAINT_MASK_NONE. */
	int32_t mask_kind;   /**< A `COMPLAINT_MASK_*`. */
	int64_t mask_first;  /**< The byte or bit of row 0. */
};

/** What an array out can hold; always 32-bit integers. */
enum {
	/** Which policy governs: its number in the set; -1 when undetermined. */
	COMPLAINT_OUTPUT_POLICY = 1,
	/** `COMPLAINT_OUTCOME_*`. */
	COMPLAINT_OUTPUT_OUTCOME = 2,
	/** The exclusion that decides, a rule's number; -1: none. */
	COMPLAINT_OUTPUT_DECIDER = 3,
	/** `COMPLAINT_ROUTE_*`. */
	COMPLAINT_OUTPUT_ROUTE_STATE = 4,
	/** The route taken, a rule's number; -1: none. */
	COMPLAINT_OUTPUT_ROUTE = 5,
	/** Of the exclusion or route `rule`: its truth; 0 when it is not tested. */
	COMPLAINT_OUTPUT_VERDICT = 6,
	/** Of the duty `rule`: `COMPLAINT_DUTY_*`. */
	COMPLAINT_OUTPUT_DUTY_STATE = 7,
	/**
	 * Of the duty `rule`: its due day (the first it could be); ::COMPLAINT_DAY_NONE when there
	 * is none.
	 */
	COMPLAINT_OUTPUT_DUTY_DUE = 8,
	/** Of the duty `rule`: the flags of its due date, `COMPLAINT_DATE_*`. */
	COMPLAINT_OUTPUT_DUTY_DUE_FLAGS = 9,
	/**
	 * Of the duty `rule`: days late against its due; 0 in time; ::COMPLAINT_DAY_NONE when it
	 * cannot be said.
	 */
	COMPLAINT_OUTPUT_DUTY_LATE_DAYS = 10,
	/** Of the window `rule`: `COMPLAINT_WINDOW_*`. */
	COMPLAINT_OUTPUT_WINDOW_STATE = 11,
	/** Of the window `rule`: the day it opens; ::COMPLAINT_DAY_NONE when there is none. */
	COMPLAINT_OUTPUT_WINDOW_OPENS = 12,
	/** Of the window `rule`: its last day; ::COMPLAINT_DAY_NONE when there is none. */
	COMPLAINT_OUTPUT_WINDOW_CLOSES = 13,
	/** `COMPLAINT_STANDING_*`. */
	COMPLAINT_OUTPUT_STANDING = 14,
	/** The stage it is in, or was in last, a rule's number; -1: none. */
	COMPLAINT_OUTPUT_STAGE = 15,
	/** How many duties are overdue. */
	COMPLAINT_OUTPUT_OVERDUE_COUNT = 16,
	/** The day on which the next running duty is due; ::COMPLAINT_DAY_NONE when none is. */
	COMPLAINT_OUTPUT_NEXT_DUE = 17,
	/** That duty, a rule's number; -1: none. */
	COMPLAINT_OUTPUT_NEXT_DUTY = 18
};

/** An array out. Zero all of it first; set `size`. */
struct complaint_output {
	size_t size;      /**< `sizeof(struct complaint_output)` */
	int32_t what;     /**< A `COMPLAINT_OUTPUT_*`. */
	const char *rule; /**< The rule's id, where one is meant; a policy without it gives 0 (a
			     state) or ::COMPLAINT_DAY_NONE. */
	int32_t *values;  /**< Row 0. */
	int64_t stride;   /**< Bytes from row to row. */
};

/** Many cases. Zero all of it first; set `size`. */
struct complaint_columns {
	size_t size;                            /**< `sizeof(struct complaint_columns)` */
	const struct complaint_set *set;        /**< The policies. */
	size_t row_count;                       /**< How many rows. */
	const struct complaint_column *columns; /**< In. */
	size_t column_count;
	const struct complaint_output *outputs; /**< Out. */
	size_t output_count;
	int32_t *row_statuses; /**< A `complaint_status` a row, next to one another; or NULL. */
	int32_t unlisted_facts_false; /**< As complaint_case_set_unlisted_facts_false(). */
	const char *const
		*landlords; /**< For ::COMPLAINT_COLUMN_LANDLORD; NULL: the set's only one. */
	size_t landlord_count;
	const struct complaint_calendar_entry *calendars; /**< As in struct complaint_options. */
	size_t calendar_count;
};

/**
 * Evaluate many cases at detail "verdict", by the file's own choice of readings.
 *
 * A row that holds what cannot be (a truth of 7, a day in the year 3000, a landlord that is not
 * there) gets a status of its own, and 0, -1 or ::COMPLAINT_DAY_NONE in every output; the other
 * rows are not touched by it. A column that cannot be at all (an unknown fact, a kind that its role
 * has not) fails the call before the first row.
 *
 * @param workspace    An answer to work in; afterwards it holds nothing. One thread at a time.
 * @param ret_failed   How many rows failed; may be NULL.
 * @param ret_column   On a failed call, which column is at fault; counting on after the columns,
 *                     which output; after those, which landlord. May be NULL.
 * @returns ::COMPLAINT_OK, also when rows failed; ::COMPLAINT_ERR_BAD_ARGUMENT;
 * ::COMPLAINT_ERR_NOT_FOUND (no such fact, event, rule, landlord); ::COMPLAINT_ERR_WRONG_TYPE (a
 * kind that does not fit); ::COMPLAINT_ERR_NO_MEMORY.
 * @par Threads
 * Safe on several threads at once with workspaces and outputs of their own.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_columns_evaluate(struct complaint_answer *workspace,
			   const struct complaint_columns *columns, size_t *ret_failed,
			   size_t *ret_column);

#ifdef __cplusplus
}
#endif

#endif
