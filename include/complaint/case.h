/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_CASE_H
#define COMPLAINT_CASE_H

/**
 * @file
 * What is known of one complaint: facts, events, what was asked for. A case belongs to one thread
 * at a time.
 *
 * Facts and events are named, or given by number for speed (complaint_set_find_fact(), or the
 * constants of vocabulary.h). What was never set is "not given", which is not the same as
 * "unknown": see docs/rule-format.md, 15.1.
 */

#include <complaint/set.h>
#include <complaint/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

struct complaint_case;

/** What the person with the discretion decided on an exclusion. */
enum { COMPLAINT_DECISION_ACCEPT = 1, COMPLAINT_DECISION_REFUSE = 2 };

/** An empty case against a set. @param ret_case Free with complaint_case_free(). @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_new(const struct complaint_set *set, struct complaint_case **ret_case);

/**
 * A case file (`kind: case`, YAML, or JSON by its ending ".json"). Faults as for a policy.
 *
 * Names that no policy of the set knows are faults; standard names that no policy reads are not. In
 * JSON `format` and `kind` may be left out, and lists and mappings may be empty.
 *
 * @param ret_case On success, new; free with complaint_case_free(). Untouched on failure.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_IO,
 *          ::COMPLAINT_ERR_INVALID_FILE, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_load_file(const struct complaint_set *set, const char *path,
			 struct complaint_case **ret_case,
			 struct complaint_diagnostics *diagnostics);

/**
 * A case from memory: YAML, or JSON when the first character that is no white space is "{".
 *
 * @param name How diagnostics name it. @param length Bytes, or ::COMPLAINT_NUL_TERMINATED.
 * @returns As complaint_case_load_file(), but never ::COMPLAINT_ERR_IO.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_load_memory(const struct complaint_set *set, const char *name, const char *bytes,
			   size_t length, struct complaint_case **ret_case,
			   struct complaint_diagnostics *diagnostics);

/**
 * Check a case file when no policy is at hand: its form, its types, its standard names. A name that
 * is no standard one may be a policy's own: it is a note, and a warning when it is near a standard
 * name. Rules and readings are taken as written.
 *
 * @returns As complaint_case_load_file().
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_check_file(const char *path, struct complaint_diagnostics *diagnostics);

/** The same from memory, as complaint_case_load_memory(). @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_check_memory(const char *name, const char *bytes, size_t length,
			    struct complaint_diagnostics *diagnostics);

/** Free a case; NULL is fine. Answers made from it stay valid. @since 0.1 */
COMPLAINT_API void
complaint_case_free(struct complaint_case *complaint_case);

/**
 * Forget everything, as after complaint_case_new(); keeps the memory for the next case.
 *
 * @since 0.1
 */
COMPLAINT_API void
complaint_case_clear(struct complaint_case *complaint_case);

/* --- facts ------------------------------------------------------------------------------------ */

/**
 * A true-false fact. @param truth ::COMPLAINT_TRUE, ::COMPLAINT_FALSE, ::COMPLAINT_UNKNOWN (written
 * unknown, which outdoes `silence`) or ::COMPLAINT_TRUTH_NOT_GIVEN. The last two are taken for a
 * fact of any type.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NOT_FOUND,
 * ::COMPLAINT_ERR_WRONG_TYPE.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_fact(struct complaint_case *complaint_case, const char *name, size_t length,
			int32_t truth);
/** The same by number. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_fact_at(struct complaint_case *complaint_case, uint32_t fact, int32_t truth);
/** A number fact, 0 to 2,147,483,647; less than 0 is ::COMPLAINT_ERR_BAD_ARGUMENT. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_number(struct complaint_case *complaint_case, const char *name, size_t length,
			  int32_t number);
/** The same by number. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_number_at(struct complaint_case *complaint_case, uint32_t fact, int32_t number);
/**
 * A choice fact, its value by id. ::COMPLAINT_ERR_WRONG_TYPE when it has no such value.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_choice(struct complaint_case *complaint_case, const char *name, size_t length,
			  const char *value, size_t value_length);
/**
 * The same by numbers: the values of a choice count from 0 in the order of the vocabulary.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_choice_at(struct complaint_case *complaint_case, uint32_t fact, uint32_t value);
/**
 * Write a fact of any type as unknown, or (::COMPLAINT_TRUTH_NOT_GIVEN) take it back.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_fact_state(struct complaint_case *complaint_case, uint32_t fact, int32_t truth);
/**
 * Many true-false facts at once: facts[i] gets truths[i]. Stops at the first that fails; *ret_done
 * says how many were set.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_facts(struct complaint_case *complaint_case, const uint32_t *facts,
			 const int32_t *truths, size_t count, size_t *ret_done);
/**
 * 1: every true-false fact not given is false, also one whose silence is true. 0: as usual.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_unlisted_facts_false(struct complaint_case *complaint_case, int32_t yes);

/* --- events ----------------------------------------------------------------------------------- */

/** What an event is known as. */
enum {
	COMPLAINT_EVENT_STATE_NOT_GIVEN = 0,
	COMPLAINT_EVENT_STATE_NOT_YET = 1,
	COMPLAINT_EVENT_STATE_UNKNOWN = 2
};

/**
 * An event known by its day.
 *
 * @returns For all of these ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (NULL, no such month or
 * state, a text that is none of those below), ::COMPLAINT_ERR_NOT_FOUND,
 * ::COMPLAINT_ERR_OUT_OF_RANGE (beyond 1900 to 2199).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_event_day(struct complaint_case *complaint_case, const char *name, size_t length,
			     complaint_day day);
/** The same by number. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_day_at(struct complaint_case *complaint_case, uint32_t event,
				complaint_day day);
/** An event known to the second. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_moment(struct complaint_case *complaint_case, const char *name,
				size_t length, complaint_moment moment);
/** The same by number. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_moment_at(struct complaint_case *complaint_case, uint32_t event,
				   complaint_moment moment);
/** An event known by its month only. @param month 1 to 12. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_month(struct complaint_case *complaint_case, const char *name,
			       size_t length, int32_t year, int32_t month);
/** The same by number. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_month_at(struct complaint_case *complaint_case, uint32_t event,
				  int32_t year, int32_t month);
/** Not yet, unknown, or not given. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_state(struct complaint_case *complaint_case, const char *name,
			       size_t length, int32_t state);
/** The same by number. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_event_state_at(struct complaint_case *complaint_case, uint32_t event,
				  int32_t state);
/**
 * An event as text: "2022-09-19", "2022-09-19T17:05+01:00", "2022-09", "not-yet", "unknown".
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_event_text(struct complaint_case *complaint_case, const char *name,
			      size_t length, const char *text, size_t text_length);

/* --- the present and the question ------------------------------------------------------------- */

/** The present as a day. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_now_day(struct complaint_case *complaint_case, complaint_day day);
/** The present to the second. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_now_moment(struct complaint_case *complaint_case, complaint_moment moment);
/** Ask without a present. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_set_now_none(struct complaint_case *complaint_case);
/**
 * Take the exclusions and routes of one moment: one of `COMPLAINT_AT_*`; 0 takes back what was
 * asked.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_request_at(struct complaint_case *complaint_case, int32_t at);

/** An extension: asked for, or made. Zero all of it first; set `size`. */
struct complaint_extension_entry {
	size_t size;    /**< `sizeof(struct complaint_extension_entry)` */
	const char *of; /**< The duty's id, NUL-terminated. Borrowed for the call. */
	int32_t amount; /**< Time added, 1 or more; 0 when `until` says it. */
	int32_t unit;   /**< A `COMPLAINT_UNIT_*`, working days to years; with `amount` only. */
	complaint_day until; /**< The new last day, with `amount` 0. */
	int32_t told_kind; /**< 0 not given, 1 not yet, 2 unknown, 3 `told_day`, 4 `told_moment`. */
	complaint_day
		told_day; /**< Made: when the resident was told. Asked for: when it was asked. */
	complaint_moment told_moment;
};

/**
 * Ask for an extension; replaces an earlier question. The entry's `told_kind` is 0, 3 or 4 here.
 *
 * @returns Here and for the next, ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (also for both or
 *          neither of `amount` and `until`, and for more than 3,660 days, 8,784 hours, 520 weeks,
 *          120 months, 50 years), ::COMPLAINT_ERR_NOT_FOUND (no policy of the set has that duty),
 *          ::COMPLAINT_ERR_OUT_OF_RANGE, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_set_request_extension(struct complaint_case *complaint_case,
				     const struct complaint_extension_entry *entry);
/** Add an extension that was made already; the order of adding counts. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_add_extension(struct complaint_case *complaint_case,
			     const struct complaint_extension_entry *entry);
/**
 * A date that the resident was promised for a duty; a second one for the same duty takes its place,
 * and so with readings and decisions. ::COMPLAINT_ERR_NOT_FOUND: no policy of the set has that duty
 * (rule, label, exclusion).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_case_add_promise(struct complaint_case *complaint_case, const char *duty, size_t length,
			   complaint_day day);
/** Prefer a reading of a rule (an extension by its stage). @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_add_reading(struct complaint_case *complaint_case, const char *rule, size_t length,
			   const char *label, size_t label_length);
/** What was decided on an exclusion: one of `COMPLAINT_DECISION_*`. @since 0.1 */
COMPLAINT_API complaint_status
complaint_case_add_decision(struct complaint_case *complaint_case, const char *exclusion,
			    size_t length, int32_t decision);

#ifdef __cplusplus
}
#endif

#endif
