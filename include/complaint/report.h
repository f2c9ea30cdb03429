/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_REPORT_H
#define COMPLAINT_REPORT_H

/**
 * @file
 * Answers and policies as text: one JSON document with a documented schema, sentences for people,
 * calendar entries.
 */

#include <complaint/standing.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The whole answer as one JSON document (schema: docs/schema/answer.schema.json).
 *
 * @param answer   Changed only in that it keeps the text.
 * @param ret_text Borrowed from the answer, NUL-terminated UTF-8; valid until it is evaluated again
 * or freed.
 * @param ret_length Bytes without the NUL; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_answer_get_json(struct complaint_answer *answer, const char **ret_text,
			  size_t *ret_length);

/**
 * The whole answer in sentences for people, plain text with line breaks. As
 * complaint_answer_get_json().
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_answer_get_text(struct complaint_answer *answer, const char **ret_text,
			  size_t *ret_length);

/**
 * A case as JSON in, an answer as JSON out: the two-line integration.
 *
 * @param set       The policies. @param questions Bits of `COMPLAINT_ASK_*`.
 * @param json      A case, as docs/rule-format.md has it. @param length Bytes, or
 * ::COMPLAINT_NUL_TERMINATED.
 * @param options   May be NULL. @param answer Holds the answer and owns the text.
 * @param diagnostics Gets the faults of the case; may be NULL.
 * @returns As complaint_case_load_memory(), complaint_answer_evaluate(),
 * complaint_answer_get_json().
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_answer_evaluate_json(struct complaint_answer *answer, const struct complaint_set *set,
			       int32_t questions, const char *json, size_t length,
			       const struct complaint_options *options, const char **ret_text,
			       size_t *ret_length, struct complaint_diagnostics *diagnostics);

/**
 * A policy as JSON: document, names, rules with their conditions, limits and readings (schema:
 * docs/schema/policy.schema.json).
 *
 * @param ret_text On success, new; free with complaint_string_free().
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_to_json(const struct complaint_policy *policy, char **ret_text,
			 size_t *ret_length);

/** What complaint_policy_explain() writes. */
enum {
	COMPLAINT_FORMAT_TEXT = 1,
	COMPLAINT_FORMAT_MARKDOWN = 2, /**< CommonMark, with tables */
	COMPLAINT_FORMAT_HTML = 3      /**< one page that needs no other file and runs no script */
};

/**
 * A policy in plain English, told from its rules alone, so that its author can hold it against the
 * published text: what may be refused, what is due when, how far it may be extended, which rights
 * the resident has; each rule with its clause, its other readings and what the text leaves open.
 *
 * @param format     One of `COMPLAINT_FORMAT_*`.
 * @param ret_text   On success, new, NUL-terminated UTF-8; free with complaint_string_free().
 *                   Untouched on failure.
 * @param ret_length Bytes without the NUL; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_explain(const struct complaint_policy *policy, int32_t format, char **ret_text,
			 size_t *ret_length);

/** Free a text that the library made; NULL is fine. @since 0.1 */
COMPLAINT_API void
complaint_string_free(char *text);

/** For complaint_answer_get_ics(). Zero all of it first; set `size`. */
struct complaint_ics_request {
	size_t size;            /**< `sizeof(struct complaint_ics_request)` */
	const char *case_id;    /**< The host's own name of the case; part of every UID. Needed. */
	const char *uid_domain; /**< The end of every UID: "homes.example". Needed. */
	complaint_moment stamp; /**< DTSTAMP, given by the caller so that output is reproducible. */
	int32_t sequence;       /**< SEQUENCE, 0 or more. */
	int32_t alarm_days;     /**< An alarm so many days before, at most 366; 0: none. */
	int32_t withdrawn; /**< 1: with the deadlines that are done or no longer owed, as cancelled
			      events, so that a program which imported them earlier takes them away.
			    */
};

/**
 * The due dates of an answer as iCalendar text, one event a deadline that is running or overdue: on
 * its day, or at its moment in UTC where the limit is in hours. A date that is a span stands on its
 * first day. Same answer and request, same text.
 *
 * @param ret_text On success, new; free with complaint_string_free(). Untouched on failure.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NOT_FOUND (there is no
 * such deadline, or the answer holds none), ::COMPLAINT_ERR_NOT_BUILT_IN (without libical),
 * ::COMPLAINT_ERR_NO_MEMORY.
 * @par Threads
 * One lock round libical: the host must not use libical itself meanwhile.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_answer_get_ics(const struct complaint_answer *answer,
			 const struct complaint_ics_request *request, char **ret_text,
			 size_t *ret_length);

#ifdef __cplusplus
}
#endif

#endif
