/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_VOCABULARY_H
#define COMPLAINT_VOCABULARY_H

/**
 * @file
 * The standard names: facts, events, notices, doors, records. One meaning for every landlord,
 * compiled in.
 *
 * Each has a number within its list that it keeps for ever (names.h), so that a host can fill one
 * row for all landlords. A policy's own names are no part of this: see complaint_set_find_fact().
 */

#include <complaint/base.h>
#include <complaint/diagnostics.h>
#include <complaint/names.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The lists. */
enum {
	COMPLAINT_LIST_FACTS = 1,
	COMPLAINT_LIST_EVENTS = 2,
	COMPLAINT_LIST_NOTICES = 3,
	COMPLAINT_LIST_DOORS = 4,
	COMPLAINT_LIST_RECORDS = 5
};

/** Types of a fact. */
enum { COMPLAINT_TYPE_TRUE_FALSE = 1, COMPLAINT_TYPE_NUMBER = 2, COMPLAINT_TYPE_CHOICE = 3 };

/** How many standard names a list has; 0 when there is no such list. @since 0.1 */
COMPLAINT_API uint32_t
complaint_vocabulary_count(int32_t list);

/** A name, such as "issue-ongoing". Static, not to be freed; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_vocabulary_get_id(int32_t list, uint32_t index);

/**
 * The question that asks for a fact or event; what a notice, a door or a record says. NULL beyond.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_vocabulary_get_words(int32_t list, uint32_t index);

/** One of `COMPLAINT_TYPE_*`; 0 beyond. @since 0.1 */
COMPLAINT_API int32_t
complaint_vocabulary_get_type(uint32_t fact);

/**
 * What it means when a fact or event is not given: ::COMPLAINT_FALSE or ::COMPLAINT_TRUE (an event
 * that is false has not happened yet), ::COMPLAINT_TRUTH_NOT_GIVEN when nothing can be concluded,
 * for other lists, and beyond.
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_vocabulary_get_silence(int32_t list, uint32_t index);

/** How many values a choice has; 0 for another type and beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_vocabulary_value_count(uint32_t fact);

/** The name of a choice's value, such as "leaseholder"; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_vocabulary_get_value(uint32_t fact, uint32_t value);

/**
 * The number of a standard name.
 *
 * @param text UTF-8. @param length Bytes, or ::COMPLAINT_NUL_TERMINATED.
 * @returns ::COMPLAINT_NONE when the list has no such name, there is no such list, or text is NULL.
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_vocabulary_find(int32_t list, const char *text, size_t length);

/**
 * Check a file of `kind: vocabulary`, such as rules/vocabulary.yaml: form, ids, types, values,
 * silence. It changes nothing; the standard names are compiled in.
 *
 * @param path        NUL-terminated; read within 256 KiB.
 * @param diagnostics Gets all its faults in one run; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_IO,
 *          ::COMPLAINT_ERR_INVALID_FILE, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_vocabulary_check_file(const char *path, struct complaint_diagnostics *diagnostics);

#ifdef __cplusplus
}
#endif

#endif
