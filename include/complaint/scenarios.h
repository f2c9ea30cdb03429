/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_SCENARIOS_H
#define COMPLAINT_SCENARIOS_H

/**
 * @file
 * Scenarios: complaints to try on a policy, each with the answer its author expects.
 *
 * What is expected is a small tree whose keys are those of an answer's JSON document. Only what is
 * written is to be compared; lists are exact. A node is named by its number; ::COMPLAINT_NONE
 * stands for none.
 */

#include <complaint/case.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A loaded file of scenarios. Never changes; share it between threads freely. */
struct complaint_scenarios;

/**
 * Where the policy lies that a scenarios file belongs to: what it has under `policy`, beside the
 * file.
 *
 * Reads no more than that, for a set is needed to read the rest.
 *
 * @param buffer     Gets the path, NUL-terminated. @param size Its size.
 * @param ret_length Bytes the path has, without the NUL; may be NULL. Also set when the buffer is
 * too small.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (also for a buffer that is too small),
 *          ::COMPLAINT_ERR_IO, ::COMPLAINT_ERR_INVALID_FILE, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_scenarios_find_policy_file(const char *path, char *buffer, size_t size,
				     size_t *ret_length, struct complaint_diagnostics *diagnostics);

/**
 * The same from memory; the text is given as the file has it.
 *
 * @param name How diagnostics name the file. @param length Bytes, or ::COMPLAINT_NUL_TERMINATED.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_scenarios_find_policy_memory(const char *name, const char *bytes, size_t length,
				       char *buffer, size_t size, size_t *ret_length,
				       struct complaint_diagnostics *diagnostics);

/**
 * Load scenarios (`kind: scenarios`, YAML, or JSON by its ending ".json") and check them against a
 * set: keys, types, names of facts, events, rules, readings and notices, words of outcomes and
 * states.
 *
 * @param set           The policy they belong to, as a set of one, or any other.
 * @param ret_scenarios On success, new; free with complaint_scenarios_free(). Untouched on failure.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_IO,
 *          ::COMPLAINT_ERR_INVALID_FILE, ::COMPLAINT_ERR_NO_MEMORY.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_scenarios_load_file(const struct complaint_set *set, const char *path,
			      struct complaint_scenarios **ret_scenarios,
			      struct complaint_diagnostics *diagnostics);

/** The same from memory, as complaint_case_load_memory(). @since 0.1 */
COMPLAINT_API complaint_status
complaint_scenarios_load_memory(const struct complaint_set *set, const char *name,
				const char *bytes, size_t length,
				struct complaint_scenarios **ret_scenarios,
				struct complaint_diagnostics *diagnostics);

/** Free scenarios and their cases; NULL is fine. @since 0.1 */
COMPLAINT_API void
complaint_scenarios_free(struct complaint_scenarios *scenarios);

/** How many there are; 0 for NULL. @since 0.1 */
COMPLAINT_API size_t
complaint_scenarios_count(const struct complaint_scenarios *scenarios);

/** What the file has under `policy`. NULL for NULL. @since 0.1 */
COMPLAINT_API const char *
complaint_scenarios_get_policy_path(const struct complaint_scenarios *scenarios);

/** A scenario's name, a sentence; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_scenarios_get_name(const struct complaint_scenarios *scenarios, size_t index);

/** The line at which it begins, from 1; 0 beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_scenarios_get_line(const struct complaint_scenarios *scenarios, size_t index);

/** Its case, borrowed; NULL beyond. @since 0.1 */
COMPLAINT_API const struct complaint_case *
complaint_scenarios_get_case(const struct complaint_scenarios *scenarios, size_t index);

/** Its `expect`, a mapping; ::COMPLAINT_NONE beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_scenarios_get_expectation(const struct complaint_scenarios *scenarios, size_t index);

/** What a node of an expectation is. */
enum {
	COMPLAINT_EXPECTATION_MAPPING = 1,
	COMPLAINT_EXPECTATION_LIST = 2,
	/** An id, a word, a date, a sentence. */
	COMPLAINT_EXPECTATION_TEXT = 3,
	/** true or false. */
	COMPLAINT_EXPECTATION_TRUTH = 4
};

/** One of `COMPLAINT_EXPECTATION_*`; 0 beyond. @since 0.1 */
COMPLAINT_API int32_t
complaint_expectation_get_kind(const struct complaint_scenarios *scenarios, uint32_t node);

/**
 * The key under which it stands in its mapping; NULL for an entry of a list, and beyond.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_expectation_get_key(const struct complaint_scenarios *scenarios, uint32_t node);

/** The text of a TEXT; "true" or "false" of a TRUTH; NULL for the others, and beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_expectation_get_text(const struct complaint_scenarios *scenarios, uint32_t node);

/** Its line in the file, from 1; 0 beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_expectation_get_line(const struct complaint_scenarios *scenarios, uint32_t node);

/** How many entries a mapping or a list has; 0 for the others, and beyond. @since 0.1 */
COMPLAINT_API size_t
complaint_expectation_count(const struct complaint_scenarios *scenarios, uint32_t node);

/** The first entry of a mapping or a list; ::COMPLAINT_NONE when there is none. @since 0.1 */
COMPLAINT_API uint32_t
complaint_expectation_get_first(const struct complaint_scenarios *scenarios, uint32_t node);

/** The entry of @p parent after @p node; ::COMPLAINT_NONE after the last. @since 0.1 */
COMPLAINT_API uint32_t
complaint_expectation_get_next(const struct complaint_scenarios *scenarios, uint32_t parent,
			       uint32_t node);

#ifdef __cplusplus
}
#endif

#endif
