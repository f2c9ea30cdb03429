/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_SET_H
#define COMPLAINT_SET_H

/**
 * @file
 * Policies together: the versions of one landlord, or several landlords. A case is made against a
 * set.
 */

#include <complaint/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A set never changes after it is made; share it between threads freely. */
struct complaint_set;

/**
 * Put policies together. Versions of one landlord must follow one another without overlap or gap: a
 * version ends the day before the next begins (a month alone begins with its first day and ends
 * with its last), and only the last may be in force until further notice. A norm may stand in a
 * set; whoever issued it counts as a landlord.
 *
 * Own facts and events of one name are the same fact or event, and must agree in type, values and
 * silence.
 *
 * @param policies    Kept alive by the set; the caller may free his own handles.
 * @param count       1 to 4,096.
 * @param diagnostics Says which versions clash; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_CONFLICT,
 * ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_set_new(const struct complaint_policy *const *policies, size_t count,
		  struct complaint_set **ret_set, struct complaint_diagnostics *diagnostics);

/** Give a set back; NULL is fine. Cases and answers made with it keep what they need. @since 0.1 */
COMPLAINT_API void
complaint_set_free(struct complaint_set *set);

/** How many policies there are. @since 0.1 */
COMPLAINT_API size_t
complaint_set_policy_count(const struct complaint_set *set);

/**
 * A policy of the set, ordered by landlord and then by date; borrowed from the set. NULL beyond.
 *
 * @since 0.1
 */
COMPLAINT_API const struct complaint_policy *
complaint_set_get_policy(const struct complaint_set *set, size_t index);

/**
 * The number of a fact by name: a standard one (`COMPLAINT_FACT_*`) or, from 4096, one of the set's
 * own.
 * ::COMPLAINT_NONE when no policy of the set knows it.
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_set_find_fact(const struct complaint_set *set, const char *name, size_t length);

/** The number of an event by name; ::COMPLAINT_NONE when unknown. @since 0.1 */
COMPLAINT_API uint32_t
complaint_set_find_event(const struct complaint_set *set, const char *name, size_t length);

/** The name of a fact by number; NULL when there is none. @since 0.1 */
COMPLAINT_API const char *
complaint_set_get_fact_name(const struct complaint_set *set, uint32_t fact);

/** The name of an event by number; NULL when there is none. @since 0.1 */
COMPLAINT_API const char *
complaint_set_get_event_name(const struct complaint_set *set, uint32_t event);

/**
 * The type of a fact: one of `COMPLAINT_TYPE_*` of vocabulary.h; 0 when there is none.
 *
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_set_get_fact_type(const struct complaint_set *set, uint32_t fact);

#ifdef __cplusplus
}
#endif

#endif
