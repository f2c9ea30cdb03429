/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_ANSWER_H
#define COMPLAINT_ANSWER_H

/**
 * @file
 * Ask about a case. One answer object holds what was asked: eligibility, deadlines, extension,
 * windows, standing.
 *
 * An answer can be used again and again; it keeps its memory, so that a reused answer allocates
 * nothing. Everything got from it is borrowed and valid until it is evaluated again or freed, in
 * whatever order the host frees policies, calendars, sets and cases. An answer belongs to one
 * thread at a time.
 */

#include <complaint/case.h>
#include <complaint/date.h>

#ifdef __cplusplus
extern "C" {
#endif

struct complaint_answer;

/** What can be asked; bits. */
enum {
	COMPLAINT_ASK_ELIGIBILITY = 1,
	COMPLAINT_ASK_DEADLINES = 2,
	/**
	 * Needs a request for an extension in the case; without one the answer has no extension.
	 */
	COMPLAINT_ASK_EXTENSION = 4,
	COMPLAINT_ASK_WINDOWS = 8,
	/** Where the case stands; brings the others with it. */
	COMPLAINT_ASK_STANDING = 16
};

/** How much an answer holds. */
enum {
	/** Outcomes, states, dates, numbers of rules. */
	COMPLAINT_DETAIL_VERDICT = 1,
	/** With questions, reasons, readings, notices, notes. It is what 0 means too. */
	COMPLAINT_DETAIL_ANSWER = 2,
	/** With the day-by-day account of each date. */
	COMPLAINT_DETAIL_WORKING = 3
};

/** Kinds of `now` in the options. */
enum {
	/** The case's own. */
	COMPLAINT_NOW_OF_CASE = 0,
	COMPLAINT_NOW_NONE = 1,
	COMPLAINT_NOW_DAY = 2,
	COMPLAINT_NOW_MOMENT = 3
};

/** A calendar to use in place of the one a policy names. */
struct complaint_calendar_entry {
	size_t size;                               /**< `sizeof(struct complaint_calendar_entry)` */
	const char *name;                          /**< As the policy has it; NUL-terminated. */
	const struct complaint_calendar *calendar; /**< Kept alive by the answer. */
};

/** How to ask. Zero all of it, then set `size` and what is wanted. */
struct complaint_options {
	size_t size;              /**< `sizeof(struct complaint_options)` */
	int32_t detail;           /**< One of `COMPLAINT_DETAIL_*`; 0: answer. */
	int32_t without_readings; /**< 1: the file's choice (or the case's) alone. */
	int32_t now_kind;         /**< One of `COMPLAINT_NOW_*`. */
	complaint_day now_day;
	complaint_moment now_moment;
	const struct complaint_calendar_entry *calendars; /**< NULL: those bound at load. */
	size_t calendar_count;
	const char *landlord; /**< "brighter-places": whose policy, when the set has several
				 landlords. Or a policy's id. NULL: the only one. */
};

/** An empty answer. @param ret_answer Free with complaint_answer_free(). @since 0.1 */
COMPLAINT_API complaint_status
complaint_answer_new(struct complaint_answer **ret_answer);

/** Free an answer and everything borrowed from it; NULL is fine. @since 0.1 */
COMPLAINT_API void
complaint_answer_free(struct complaint_answer *answer);

/**
 * Ask. The version of the policy is picked by the case's own dates.
 *
 * @param answer    Filled anew; what was borrowed from it before is gone. On failure it holds
 * nothing.
 * @param questions Bits of `COMPLAINT_ASK_*`.
 * @param options   NULL: the case's own `now`, detail "answer", the calendars bound at load.
 * @returns ::COMPLAINT_OK, also when the answer is "undetermined" or "beyond the calendar";
 *          ::COMPLAINT_ERR_BAD_ARGUMENT; ::COMPLAINT_ERR_NOT_FOUND (no such landlord, or several
 *          and none named; a calendar entry that no policy names); ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_answer_evaluate(struct complaint_answer *answer,
			  const struct complaint_case *complaint_case, int32_t questions,
			  const struct complaint_options *options);

/** Which questions this answer holds; bits of `COMPLAINT_ASK_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_answer_get_questions(const struct complaint_answer *answer);

/** How much it holds: one of `COMPLAINT_DETAIL_*`; 0 when nothing was asked. @since 0.1 */
COMPLAINT_API int32_t
complaint_answer_get_detail(const struct complaint_answer *answer);

/**
 * The policy the answer rests on; NULL when the version is undetermined or nothing was asked.
 *
 * @since 0.1
 */
COMPLAINT_API const struct complaint_policy *
complaint_answer_get_policy(const struct complaint_answer *answer);

/**
 * The label of the reading that the case chose for a rule (an extension too) and the answer used;
 * NULL: the file's choice.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_answer_get_chosen_reading(const struct complaint_answer *answer, uint32_t rule);

/** Versions that could be the right one, when it is undetermined. @since 0.1 */
COMPLAINT_API size_t
complaint_answer_candidate_count(const struct complaint_answer *answer);
/** NULL beyond. @since 0.1 */
COMPLAINT_API const struct complaint_policy *
complaint_answer_get_candidate(const struct complaint_answer *answer, size_t index);
/** The event to ask for when the version is undetermined: its id. NULL otherwise. @since 0.1 */
COMPLAINT_API const char *
complaint_answer_get_candidate_event(const struct complaint_answer *answer);

/** The `now` it was asked for: kind one of `COMPLAINT_NOW_*`. @since 0.1 */
COMPLAINT_API const struct complaint_date *
complaint_answer_get_now(const struct complaint_answer *answer);

/**
 * Notes: what a careful reader should know beside the answer ("not-in-force",
 * "unusual-order", "reading-unknown", "decision-without-effect" ...). Slugs are stable;
 * docs/answers.md lists them.
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_answer_note_count(const struct complaint_answer *answer);
/** NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_answer_get_note_slug(const struct complaint_answer *answer, size_t index);
/** One sentence. NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_answer_get_note_text(const struct complaint_answer *answer, size_t index);
/** The rule it is about, or ::COMPLAINT_NONE. @since 0.1 */
COMPLAINT_API uint32_t
complaint_answer_get_note_rule(const struct complaint_answer *answer, size_t index);

/** Calendars that the answer used. @since 0.1 */
COMPLAINT_API size_t
complaint_answer_calendar_count(const struct complaint_answer *answer);
/** NULL beyond. Its name and revision are got with calendar.h. @since 0.1 */
COMPLAINT_API const struct complaint_calendar *
complaint_answer_get_calendar(const struct complaint_answer *answer, size_t index);

/* --- names and conditions read: used by several answers ------------------------------------------
 */

/** A leaf of a condition with what was read: why, or why not. */
struct complaint_reason;

/** The rule whose condition it is. @since 0.1 */
COMPLAINT_API uint32_t
complaint_reason_get_rule(const struct complaint_reason *reason);
/**
 * The term in the policy's view (complaint_policy_describe_term() gives it in words).
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_reason_get_term(const struct complaint_reason *reason);
/** One of `COMPLAINT_CONDITION_*`, and which of them. @since 0.1 */
COMPLAINT_API int32_t
complaint_reason_get_condition(const struct complaint_reason *reason, uint32_t *ret_index);
/** Its truth: ::COMPLAINT_TRUE, ::COMPLAINT_FALSE, ::COMPLAINT_UNKNOWN. @since 0.1 */
COMPLAINT_API int32_t
complaint_reason_get_truth(const struct complaint_reason *reason);
/**
 * The value read: "true", "5", "leaseholder", "2022-09-19", "not-yet", "unknown", "not given",
 * "false (by silence)".
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_reason_get_value(const struct complaint_reason *reason, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
