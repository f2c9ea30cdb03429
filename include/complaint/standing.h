/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_STANDING_H
#define COMPLAINT_STANDING_H

/**
 * @file
 * Where the case stands: its stage, what is overdue, what is next, what to ask. It is what a case
 * screen shows.
 *
 * Asking for it brings eligibility, deadlines, windows and, with a request, the extension into the
 * same answer.
 */

#include <complaint/deadlines.h>
#include <complaint/eligibility.h>
#include <complaint/extension.h>
#include <complaint/windows.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Borrowed from an answer. Getters take NULL. */
struct complaint_standing;

/** Where a case can stand. */
enum {
	COMPLAINT_STANDING_REFUSED = 1,
	COMPLAINT_STANDING_CLOSED = 2,
	COMPLAINT_STANDING_IN_STAGE = 3,
	COMPLAINT_STANDING_BETWEEN_STAGES = 4,
	COMPLAINT_STANDING_EXHAUSTED = 5,
	COMPLAINT_STANDING_NOT_STARTED = 6,
	COMPLAINT_STANDING_UNDETERMINED = 7
};

/** NULL when it was not asked for, or the version is undetermined. @since 0.1 */
COMPLAINT_API const struct complaint_standing *
complaint_answer_get_standing(const struct complaint_answer *answer);

/** One of `COMPLAINT_STANDING_*`; 0 for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_standing_get_state(const struct complaint_standing *standing);
/** The stage it is in, or was in last; a rule. ::COMPLAINT_NONE when there is none. @since 0.1 */
COMPLAINT_API uint32_t
complaint_standing_get_stage(const struct complaint_standing *standing);

/** Deadlines that are overdue, the longest first. @since 0.1 */
COMPLAINT_API size_t
complaint_standing_overdue_count(const struct complaint_standing *standing);
/** @since 0.1 */
COMPLAINT_API const struct complaint_deadline *
complaint_standing_get_overdue(const struct complaint_standing *standing, size_t index);
/** The running deadline that is due next; NULL when none is. @since 0.1 */
COMPLAINT_API const struct complaint_deadline *
complaint_standing_get_next(const struct complaint_standing *standing);

/**
 * Names to ask for: the questions of eligibility first, then what leaves a deadline or a window
 * undetermined.
 *
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_standing_question_count(const struct complaint_standing *standing);
/** The id of the fact or event. @since 0.1 */
COMPLAINT_API const char *
complaint_standing_get_question_name(const struct complaint_standing *standing, size_t index);
/** The question in plain words. @since 0.1 */
COMPLAINT_API const char *
complaint_standing_get_question_words(const struct complaint_standing *standing, size_t index);

#ifdef __cplusplus
}
#endif

#endif
