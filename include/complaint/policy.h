/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_POLICY_H
#define COMPLAINT_POLICY_H

/**
 * @file
 * A published complaints policy (or a norm): load it, look at its rules.
 *
 * Rules are numbered from 0 in the order of the file. ::COMPLAINT_NONE stands for "no such rule,
 * term, name". Texts are borrowed from the policy and live as long as it does.
 */

#include <complaint/base.h>
#include <complaint/calendar.h>
#include <complaint/diagnostics.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A loaded rule file. Never changes; share it between threads freely. */
struct complaint_policy;

/** What a rule file is. */
enum { COMPLAINT_POLICY = 1, COMPLAINT_NORM = 2 };

/** Kinds of rule. An extension and a refusal have no id; an extension is named by its stage. */
enum {
	COMPLAINT_RULE_REFUSAL = 1,
	COMPLAINT_RULE_EXCLUSION = 2,
	COMPLAINT_RULE_ROUTE = 3,
	COMPLAINT_RULE_STAGE = 4,
	COMPLAINT_RULE_DUTY = 5,
	COMPLAINT_RULE_EXTENSION = 6,
	COMPLAINT_RULE_TIER = 7,
	COMPLAINT_RULE_WINDOW = 8
};

/** How strongly a rule binds. It changes the words of an answer, never its sum. */
enum {
	COMPLAINT_STRENGTH_MUST = 1,
	COMPLAINT_STRENGTH_SHOULD = 2,
	COMPLAINT_STRENGTH_AIM = 3,
	COMPLAINT_STRENGTH_NORMALLY = 4,
	COMPLAINT_STRENGTH_MAY = 5
};

/** How strong an exclusion is, the strongest first. */
enum {
	COMPLAINT_EFFECT_EXCLUDE = 1,
	COMPLAINT_EFFECT_NORMALLY_EXCLUDE = 2,
	COMPLAINT_EFFECT_REFER_FOR_DECISION = 3,
	COMPLAINT_EFFECT_MAY_DECLINE = 4
};

/** What a factor speaks for. */
enum { COMPLAINT_FAVOURS_ACCEPTANCE = 1, COMPLAINT_FAVOURS_REFUSAL = 2 };

/** How sure a norm's figure is. 0: the file is no norm. */
enum { COMPLAINT_SURE_PRIMARY = 1, COMPLAINT_SURE_COPY = 2, COMPLAINT_SURE_UNCONFIRMED = 3 };

/** When an exclusion or a route is tested; bits of complaint_policy_get_rule_tested_at(). */
enum {
	COMPLAINT_AT_ACCEPTANCE = 1,
	COMPLAINT_AT_ESCALATION = 2,
	COMPLAINT_AT_ADDITIONAL_ISSUE = 4
};

/** Where a duty stands, which says when it is owed. 0: the rule is no duty. */
enum {
	COMPLAINT_PLACE_FILE = 1,
	COMPLAINT_PLACE_REFUSAL = 2,
	COMPLAINT_PLACE_EXCLUSION = 3,
	COMPLAINT_PLACE_ROUTE = 4,
	COMPLAINT_PLACE_STAGE = 5,
	COMPLAINT_PLACE_EXTENSION = 6,
	COMPLAINT_PLACE_TIER = 7,
	COMPLAINT_PLACE_OTHERWISE = 8,
	COMPLAINT_PLACE_WINDOW = 9
};

/** What a duty has somebody do. */
enum {
	COMPLAINT_VERB_NONE = 0,
	COMPLAINT_VERB_TELL = 1,
	COMPLAINT_VERB_ASK = 2,
	COMPLAINT_VERB_REFER_TO = 3
};

/**
 * Load a policy or a norm from its file. A calendar it names is bundled, or a file of the same
 * folder.
 *
 * @param path        NUL-terminated; read within 256 KiB.
 * @param ret_policy  On success, new; free with complaint_policy_free(). Untouched on failure.
 * @param diagnostics Gets all faults, warnings and notes of the file in one run; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_IO,
 *          ::COMPLAINT_ERR_INVALID_FILE, ::COMPLAINT_ERR_NO_MEMORY.
 * @par Threads
 * Safe at once on several threads with lists of their own.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_load_file(const char *path, struct complaint_policy **ret_policy,
			   struct complaint_diagnostics *diagnostics);

/**
 * Load a policy or a norm from memory; touches no disk.
 *
 * @param name  How diagnostics name it. @param bytes UTF-8. @param length Bytes, or
 * ::COMPLAINT_NUL_TERMINATED.
 * @param texts Calendar files that it names; NULL when there are none.
 * @returns As complaint_policy_load_file(), but never ::COMPLAINT_ERR_IO.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_load_memory(const char *name, const char *bytes, size_t length,
			     const struct complaint_text *texts, size_t text_count,
			     struct complaint_policy **ret_policy,
			     struct complaint_diagnostics *diagnostics);

/**
 * Give a policy back; NULL is fine. Sets, cases and answers made with it keep what they need.
 *
 * @since 0.1
 */
COMPLAINT_API void
complaint_policy_free(struct complaint_policy *policy);

/** ::COMPLAINT_POLICY or ::COMPLAINT_NORM; 0 for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_kind(const struct complaint_policy *policy);

/** "brighter-places/2022-08": who issued it, and the month from which it is in force. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_id(const struct complaint_policy *policy);

/** The part of the id before the stroke: "brighter-places". @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_landlord(const struct complaint_policy *policy);

/** Texts of `document`. */
enum {
	COMPLAINT_DOCUMENT_ISSUED_BY = 1,
	COMPLAINT_DOCUMENT_TITLE = 2,
	COMPLAINT_DOCUMENT_OWNER = 3,
	COMPLAINT_DOCUMENT_APPROVED = 4,
	COMPLAINT_DOCUMENT_REVIEW_BY = 5,
	COMPLAINT_DOCUMENT_FOLLOWS = 6,
	/** The id of the event whose date picks this version. */
	COMPLAINT_DOCUMENT_CHOSEN_BY = 7
};

/** One of `COMPLAINT_DOCUMENT_*`; NULL when the file does not say. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_document_text(const struct complaint_policy *policy, int32_t which);

/**
 * The span in which the policy is in force. An open end is INT32_MIN or INT32_MAX.
 *
 * @param ret_months Bits: 1 the beginning is known only by its month, 2 the end. Outputs may be
 * NULL.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_get_in_force(const struct complaint_policy *policy, complaint_day *ret_from,
			      complaint_day *ret_until, int32_t *ret_months);

/** The event whose date picks this version: a standard index, or from 4096. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_get_chosen_by(const struct complaint_policy *policy);

/** What the document leaves open as a whole, and what it has no rule on. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_left_open_count(const struct complaint_policy *policy);
/** NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_left_open(const struct complaint_policy *policy, size_t index);
/** How many lines `silent-on` has. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_silent_on_count(const struct complaint_policy *policy);
/** NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_silent_on(const struct complaint_policy *policy, size_t index);

/** How many calendars the file names. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_calendar_count(const struct complaint_policy *policy);
/** A calendar's name as the file has it: a key of a calendar map. NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_calendar_name(const struct complaint_policy *policy, size_t index);
/** The calendar bound to it at load; borrowed. NULL beyond. @since 0.1 */
COMPLAINT_API const struct complaint_calendar *
complaint_policy_get_calendar(const struct complaint_policy *policy, size_t index);

/* --- names of the file's own; `list` is one of COMPLAINT_LIST_* of vocabulary.h --------------- */

/** How many names of its own the file declares in a list. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_own_name_count(const struct complaint_policy *policy, int32_t list);
/**
 * The id of one; NULL beyond. complaint_policy_get_question() and complaint_policy_get_words() have
 * its words.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_policy_get_own_name(const struct complaint_policy *policy, int32_t list, uint32_t index);
/**
 * Of a fact, its own or a standard one: `COMPLAINT_TYPE_*` of vocabulary.h; 0 when it is unknown.
 *
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_policy_get_fact_type(const struct complaint_policy *policy, const char *name,
			       size_t length);
/**
 * Of a fact or event, its own or a standard one: as complaint_vocabulary_get_silence().
 *
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_policy_get_name_silence(const struct complaint_policy *policy, const char *name,
				  size_t length);
/** A value of a choice, its own or a standard one, by number from 0; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_fact_value(const struct complaint_policy *policy, const char *name,
				size_t length, uint32_t value);

/* --- rules ------------------------------------------------------------------------------------ */

/** How many rules there are, of all kinds; those that only a reading brings included. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_rule_count(const struct complaint_policy *policy);
/**
 * The number of the rule with this id (for an extension: that of its stage gives the stage).
 * ::COMPLAINT_NONE if none.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_policy_find_rule(const struct complaint_policy *policy, const char *id, size_t length);
/** One of `COMPLAINT_RULE_*`; 0 beyond. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_kind(const struct complaint_policy *policy, uint32_t rule);
/** NULL for a refusal, an extension, and beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_id(const struct complaint_policy *policy, uint32_t rule);
/** The clause as the policy numbers it. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_clause(const struct complaint_policy *policy, uint32_t rule);
/** What a person is shown. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_says(const struct complaint_policy *policy, uint32_t rule);
/** One of `COMPLAINT_STRENGTH_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_strength(const struct complaint_policy *policy, uint32_t rule);
/**
 * The rule it stands in (a tier: its extension; a duty of a stage: the stage); ::COMPLAINT_NONE for
 * one of the file's lists.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_policy_get_rule_owner(const struct complaint_policy *policy, uint32_t rule);
/** Line in the file, from 1. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_get_rule_line(const struct complaint_policy *policy, uint32_t rule);
/** A norm's source; NULL elsewhere. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_source(const struct complaint_policy *policy, uint32_t rule);
/** One of `COMPLAINT_SURE_*`; 0 outside a norm. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_sure(const struct complaint_policy *policy, uint32_t rule);
/**
 * Why a rule is kept that is no longer the law; NULL when it still is. ret_from may be NULL.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_policy_get_rule_superseded(const struct complaint_policy *policy, uint32_t rule,
				     complaint_day *ret_from);
/**
 * The span of `in-force` of this rule alone; ::COMPLAINT_ERR_NOT_FOUND when it has none. Outputs
 * may be NULL.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_get_rule_in_force(const struct complaint_policy *policy, uint32_t rule,
				   complaint_day *ret_from, complaint_day *ret_until);
/** What the rule's text leaves open. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_rule_left_open_count(const struct complaint_policy *policy, uint32_t rule);
/** NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_left_open(const struct complaint_policy *policy, uint32_t rule,
				    size_t index);
/** Other clauses that say otherwise. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_rule_conflict_count(const struct complaint_policy *policy, uint32_t rule);
/** The other clause; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_conflict_clause(const struct complaint_policy *policy, uint32_t rule,
					  size_t index);
/** How the file deals with it; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_conflict_says(const struct complaint_policy *policy, uint32_t rule,
					size_t index);
/** The other rule; ::COMPLAINT_NONE when none is named. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_get_rule_conflict_rule(const struct complaint_policy *policy, uint32_t rule,
					size_t index);

/** Readings of a rule. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_rule_reading_count(const struct complaint_policy *policy, uint32_t rule);
/** Texts of a reading. */
enum {
	COMPLAINT_READING_LABEL = 1,
	COMPLAINT_READING_WORDS = 2,
	COMPLAINT_READING_SAYS = 3,
	COMPLAINT_READING_CLAUSE = 4
};
/**
 * One of `COMPLAINT_READING_*` of a reading of a rule; NULL beyond, or when the file does not say.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_policy_get_rule_reading_text(const struct complaint_policy *policy, uint32_t rule,
				       size_t index, int32_t which);

#ifdef __cplusplus
}
#endif

#endif
