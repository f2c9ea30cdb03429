/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_FINDINGS_H
#define COMPLAINT_FINDINGS_H

/**
 * @file
 * Sense, not form: what a sound rule file says that its author can hardly have meant, each shown by
 * a case.
 *
 * Nothing is guessed and nothing is proved by a solver: one rule, or two that share a name, is
 * tried with every value that its conditions can tell apart (true, false, unknown; each value of a
 * choice; numbers and dates around each threshold). docs/findings.md says what each kind of finding
 * means and what is not looked at.
 */

#include <complaint/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What was found in one policy; never changes. Share it between threads freely. */
struct complaint_findings;

/**
 * Look for everything there is to be found in a policy or a norm.
 *
 * @param policy       Borrowed, not changed; what is found keeps it alive.
 * @param ret_findings On success, new; free with complaint_findings_free(). Untouched on failure.
 * @returns ::COMPLAINT_OK, also when there are findings; ::COMPLAINT_ERR_BAD_ARGUMENT,
 * ::COMPLAINT_ERR_NO_MEMORY.
 * @par Threads
 * Safe at once on the same policy.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_examine(const struct complaint_policy *policy,
			 struct complaint_findings **ret_findings);

/** Free what was found; NULL is fine. @since 0.1 */
COMPLAINT_API void
complaint_findings_free(struct complaint_findings *findings);

/**
 * How many there are, those that the file accepts included, in the order of the file; 0 for
 * NULL.
 * @since 0.1
 */
COMPLAINT_API size_t
complaint_findings_count(const struct complaint_findings *findings);

/**
 * The stable name of the kind of finding, such as "never-applies". NULL when there is no such
 * index.
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_findings_get_slug(const struct complaint_findings *findings, size_t index);

/**
 * ::COMPLAINT_SEVERITY_WARNING or ::COMPLAINT_SEVERITY_NOTE; 0 when there is no such index.
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_findings_get_severity(const struct complaint_findings *findings, size_t index);

/**
 * The rule it is about; ::COMPLAINT_NONE when it is about none, or there is no such index.
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_findings_get_rule(const struct complaint_findings *findings, size_t index);

/**
 * The file as it was named when the policy was loaded. NULL when there is no such index.
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_findings_get_file(const struct complaint_findings *findings, size_t index);

/**
 * Line from 1 at which the rule, or the entry it is about, begins; 0 for the file.
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_findings_get_line(const struct complaint_findings *findings, size_t index);

/** Column from 1; 0 for the file. @since 0.1 */
COMPLAINT_API uint32_t
complaint_findings_get_column(const struct complaint_findings *findings, size_t index);

/** What was found; one line, no full stop. NULL when there is no such index. @since 0.1 */
COMPLAINT_API const char *
complaint_findings_get_message(const struct complaint_findings *findings, size_t index);

/** What to write instead, or NULL when there is nothing to say. @since 0.1 */
COMPLAINT_API const char *
complaint_findings_get_hint(const struct complaint_findings *findings, size_t index);

/**
 * A case that shows it: one entry of a scenarios file, ready to be pasted below `scenarios:`, which
 * passes as the policy now stands. Lines end with a line feed; the entry is indented by two blanks.
 *
 * @returns NULL when there is no such index, or nothing to be shown by a case.
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_findings_get_scenario(const struct complaint_findings *findings, size_t index);

/** 1 when the file accepts it (`accepted`), else 0. @since 0.1 */
COMPLAINT_API int32_t
complaint_findings_is_accepted(const struct complaint_findings *findings, size_t index);

/** Why the file accepts it; NULL when it does not. @since 0.1 */
COMPLAINT_API const char *
complaint_findings_get_because(const struct complaint_findings *findings, size_t index);

#ifdef __cplusplus
}
#endif

#endif
