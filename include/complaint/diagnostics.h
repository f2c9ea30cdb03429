/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_DIAGNOSTICS_H
#define COMPLAINT_DIAGNOSTICS_H

/**
 * @file
 * What is wrong with a file: where, which fault, how to mend it.
 */

#include <complaint/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A list of faults, warnings and notes. One thread at a time. */
struct complaint_diagnostics;

/** How grave one is. Only errors make a load fail. */
enum { COMPLAINT_SEVERITY_ERROR = 1, COMPLAINT_SEVERITY_WARNING = 2, COMPLAINT_SEVERITY_NOTE = 3 };

/**
 * An empty list, to be given to a loading function.
 *
 * @param ret_diagnostics On success, new; free with complaint_diagnostics_free().
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_diagnostics_new(struct complaint_diagnostics **ret_diagnostics);

/** Free a list; NULL is fine. @since 0.1 */
COMPLAINT_API void
complaint_diagnostics_free(struct complaint_diagnostics *diagnostics);

/** How many there are, of all severities; 0 for NULL. @since 0.1 */
COMPLAINT_API size_t
complaint_diagnostics_count(const struct complaint_diagnostics *diagnostics);

/** How many of one severity there are. @since 0.1 */
COMPLAINT_API size_t
complaint_diagnostics_count_severity(const struct complaint_diagnostics *diagnostics,
				     int32_t severity);

/** One of `COMPLAINT_SEVERITY_*`; 0 when there is no such index. @since 0.1 */
COMPLAINT_API int32_t
complaint_diagnostics_get_severity(const struct complaint_diagnostics *diagnostics, size_t index);

/**
 * The stable name of the kind of fault, such as "unit-missing". NULL when there is no such index.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_diagnostics_get_slug(const struct complaint_diagnostics *diagnostics, size_t index);

/**
 * The file as it was named to the loading function. NULL when there is no such index.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_diagnostics_get_file(const struct complaint_diagnostics *diagnostics, size_t index);

/** Line from 1; 0 when the whole file is meant. @since 0.1 */
COMPLAINT_API uint32_t
complaint_diagnostics_get_line(const struct complaint_diagnostics *diagnostics, size_t index);

/** Column from 1, in characters; 0 when the whole line or file is meant. @since 0.1 */
COMPLAINT_API uint32_t
complaint_diagnostics_get_column(const struct complaint_diagnostics *diagnostics, size_t index);

/**
 * What is wrong; one line, no full stop. Control characters of the file stand escaped.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_diagnostics_get_message(const struct complaint_diagnostics *diagnostics, size_t index);

/** What to write instead, or NULL when there is nothing to say. @since 0.1 */
COMPLAINT_API const char *
complaint_diagnostics_get_hint(const struct complaint_diagnostics *diagnostics, size_t index);

/**
 * Line from 1 of the same file where the fault began, when that is elsewhere: the quote that was
 * opened, the key that stands already. 0 when there is nothing to say.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_diagnostics_get_related_line(const struct complaint_diagnostics *diagnostics,
				       size_t index);

/** Column from 1 there, in characters; 0 when the whole line is meant, or none. @since 0.1 */
COMPLAINT_API uint32_t
complaint_diagnostics_get_related_column(const struct complaint_diagnostics *diagnostics,
					 size_t index);

/**
 * What stands there, such as "the first stands here". NULL when there is nothing to say.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_diagnostics_get_related_message(const struct complaint_diagnostics *diagnostics,
					  size_t index);

/**
 * One of the list as a person reads it: "file:line:column: error: message [slug]" and, on a second
 * line, "  hint: ...".
 *
 * @returns Borrowed from the list, valid until it changes or is freed; NULL when there is no such
 * index.
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_diagnostics_get_text(const struct complaint_diagnostics *diagnostics, size_t index);

/** How many kinds of fault this version knows. @since 0.1 */
COMPLAINT_API size_t
complaint_diagnostics_kind_count(void);

/** The slug of a kind, by number from 0; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_diagnostics_kind_slug(size_t kind);

/** One sentence on a kind of fault, for the author's documentation; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_diagnostics_kind_meaning(size_t kind);

#ifdef __cplusplus
}
#endif

#endif
