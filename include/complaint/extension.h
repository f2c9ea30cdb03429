/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_EXTENSION_H
#define COMPLAINT_EXTENSION_H

/**
 * @file
 * May a limit be extended as the case's request asks, on what condition, at what duty?
 */

#include <complaint/answer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Borrowed from an answer. Getters take NULL. */
struct complaint_extension;

/** Outcomes of a request. */
enum {
	COMPLAINT_EXTENSION_PERMITTED = 1,
	/** A tier is wide enough; some need is false or unknown. */
	COMPLAINT_EXTENSION_NEEDS = 2,
	/** No tier is wide enough. */
	COMPLAINT_EXTENSION_REFUSED = 3,
	/** The policy has no rule on it, which is not a refusal. */
	COMPLAINT_EXTENSION_NO_RULE = 4,
	COMPLAINT_EXTENSION_BEYOND_CALENDAR = 5,
	COMPLAINT_EXTENSION_UNDETERMINED = 6
};

/** Dates of an extension. */
enum {
	COMPLAINT_EXTENSION_NEW_DUE = 1,     /**< as asked */
	COMPLAINT_EXTENSION_CURRENT_DUE = 2, /**< before; the notices are owed by then */
	COMPLAINT_EXTENSION_POLICY_DUE = 3,
	COMPLAINT_EXTENSION_REACH =
		4, /**< how far the tier reaches; ::COMPLAINT_DATE_NONE: no limit, or no tier */
	COMPLAINT_EXTENSION_ASKED = 5
};

/** What is special; bits. */
enum {
	COMPLAINT_EXTENSION_LATE = 1, /**< asked after the current due */
	COMPLAINT_EXTENSION_ALREADY_DONE = 2,
	COMPLAINT_EXTENSION_BY_DAY = 4
};

/** NULL when it was not asked for, or the case has no request for one. @since 0.1 */
COMPLAINT_API const struct complaint_extension *
complaint_answer_get_extension(const struct complaint_answer *answer);

/** One of the outcomes; 0 for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_extension_get_outcome(const struct complaint_extension *extension);
/**
 * The duty that was asked about; ::COMPLAINT_NONE: unknown to this version. Where a route's duty
 * stands in for the stage's, ask about the route's: the stage's own is not owed, and has no rule.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_extension_get_duty(const struct complaint_extension *extension);
/** The tier that decides, a rule; ::COMPLAINT_NONE when none does. @since 0.1 */
COMPLAINT_API uint32_t
complaint_extension_get_tier(const struct complaint_extension *extension);
/** Bits of the flags above. @since 0.1 */
COMPLAINT_API int32_t
complaint_extension_get_flags(const struct complaint_extension *extension);
/** One of the dates. @since 0.1 */
COMPLAINT_API const struct complaint_date *
complaint_extension_get_date(const struct complaint_extension *extension, int32_t which);

/** Names that make a need false. @since 0.1 */
COMPLAINT_API size_t
complaint_extension_missing_count(const struct complaint_extension *extension);
/** @since 0.1 */
COMPLAINT_API const char *
complaint_extension_get_missing(const struct complaint_extension *extension, size_t index);
/** Names that leave a need unknown. @since 0.1 */
COMPLAINT_API size_t
complaint_extension_unknown_count(const struct complaint_extension *extension);
/** @since 0.1 */
COMPLAINT_API const char *
complaint_extension_get_unknown(const struct complaint_extension *extension, size_t index);

/**
 * Duties owed: when permitted by a tier, those of the extension and of the tier; when a need is
 * false, the tier's `otherwise`. Rules, in file order.
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_extension_duty_count(const struct complaint_extension *extension);
/** @since 0.1 */
COMPLAINT_API uint32_t
complaint_extension_get_duty_at(const struct complaint_extension *extension, size_t index);
/** What those duties tell or ask the resident: ids of notices, each once. @since 0.1 */
COMPLAINT_API size_t
complaint_extension_notice_count(const struct complaint_extension *extension);
/** @since 0.1 */
COMPLAINT_API const char *
complaint_extension_get_notice(const struct complaint_extension *extension, size_t index);

/** The day-by-day account of the new due date, at detail "working": how many lines. @since 0.1 */
COMPLAINT_API size_t
complaint_extension_working_count(const struct complaint_extension *extension);
/** The day of a line. @since 0.1 */
COMPLAINT_API complaint_status
complaint_extension_get_working_day(const struct complaint_extension *extension, size_t index,
				    complaint_day *ret_day);
/** The number counted on that day: 1 for day 1; 0 when it is not counted. @since 0.1 */
COMPLAINT_API int32_t
complaint_extension_get_working_number(const struct complaint_extension *extension, size_t index);
/** "due before it is extended", "day 3", "due as asked for". Borrowed. NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_extension_get_working_text(const struct complaint_extension *extension, size_t index);

/**
 * The answer under other readings of the extension, its tiers and its duty, one at a time.
 *
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_extension_reading_count(const struct complaint_extension *extension);
/** @since 0.1 */
COMPLAINT_API const struct complaint_extension *
complaint_extension_get_reading(const struct complaint_extension *extension, size_t index);
/**
 * Of a reading: the rule that is read otherwise (for the extension itself: its stage).
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_extension_get_reading_rule(const struct complaint_extension *reading);
/** Of a reading: its label, or "as-filed". NULL for the answer itself. @since 0.1 */
COMPLAINT_API const char *
complaint_extension_get_reading_label(const struct complaint_extension *reading);

#ifdef __cplusplus
}
#endif

#endif
