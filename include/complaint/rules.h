/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_RULES_H
#define COMPLAINT_RULES_H

/**
 * @file
 * What the rules of a policy hold: effects, names, limits, anchors, conditions. For tools that
 * explain, compare or edit policies; to decide a complaint none of it is needed.
 */

#include <complaint/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/* --- what a rule holds. The rule must be of the kind named; else NULL, 0 or COMPLAINT_NONE ---- */

/**
 * A side of a rule: as the file chose it, or under one of its readings.
 * In all of the following, @p reading is ::COMPLAINT_NONE for the file's choice, else the reading's
 * number in the rule.
 */

/** Whether the list of exclusions is complete (refusal). */
enum { COMPLAINT_GROUNDS_CLOSED = 1, COMPLAINT_GROUNDS_OPEN = 2 };
/** One of `COMPLAINT_GROUNDS_*` (refusal). @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_grounds(const struct complaint_policy *policy, uint32_t rule,
				  uint32_t reading);

/** Bits of `COMPLAINT_AT_*` (exclusion, route). @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_tested_at(const struct complaint_policy *policy, uint32_t rule,
				    uint32_t reading);
/** One of `COMPLAINT_EFFECT_*` (exclusion). @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_effect(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading);

/** Texts that some kinds of rule have. */
enum {
	COMPLAINT_TEXT_DECIDED_BY = 1, /**< exclusion: the role that decides */
	COMPLAINT_TEXT_PART = 2,       /**< exclusion: it takes only this part */
	COMPLAINT_TEXT_REFER_TO =
		3, /**< exclusion: where the resident is sent; duty: to whom it is referred */
	COMPLAINT_TEXT_BY = 4,  /**< duty: who acts */
	COMPLAINT_TEXT_WHOM = 5 /**< duty: who is told or asked */
};
/** One of `COMPLAINT_TEXT_*`, NULL when the rule has none. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_text(const struct complaint_policy *policy, uint32_t rule,
			       uint32_t reading, int32_t which);

/** Names that some kinds of rule have. */
enum {
	COMPLAINT_NAME_TREAT_AS = 1, /**< exclusion, route: record */
	COMPLAINT_NAME_DONE_BY = 2,  /**< duty: event */
	COMPLAINT_NAME_ENDS = 3,     /**< stage: event */
	COMPLAINT_NAME_USED_BY = 4,  /**< window: event */
	COMPLAINT_NAME_IF_LATE = 5,  /**< window: record */
	COMPLAINT_NAME_DOOR = 6      /**< window: door */
};
/** The id of that name; NULL when the rule has none. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_name(const struct complaint_policy *policy, uint32_t rule,
			       uint32_t reading, int32_t which);

/**
 * Rules that some kinds of rule name: a route's stage (`starts-at`), an extension's duty (`of`).
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_policy_get_rule_target(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading);

/**
 * 1 when earlier extensions count towards a tier's limit, 0 when they do not (extension).
 *
 * @since 0.1
 */
COMPLAINT_API int32_t
complaint_policy_do_earlier_extensions_count(const struct complaint_policy *policy, uint32_t rule,
					     uint32_t reading);

/** Where a duty stands: one of `COMPLAINT_PLACE_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_place(const struct complaint_policy *policy, uint32_t rule);
/** One of `COMPLAINT_VERB_*` (duty). @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_verb(const struct complaint_policy *policy, uint32_t rule);
/** How many notices a duty tells or asks. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_rule_notice_count(const struct complaint_policy *policy, uint32_t rule);
/** The id of a notice; NULL beyond. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_rule_notice(const struct complaint_policy *policy, uint32_t rule,
				 size_t index);

/** Limits that some kinds of rule have. */
enum {
	COMPLAINT_LIMIT_WITHIN = 1, /**< duty; for a window: `closes` */
	COMPLAINT_LIMIT_WAIT = 2,   /**< window: `opens` */
	COMPLAINT_LIMIT_UP_TO = 3,  /**< tier */
	COMPLAINT_LIMIT_IN_ALL = 4  /**< tier */
};
/**
 * Amount and unit of a limit. @returns ::COMPLAINT_OK or ::COMPLAINT_ERR_NOT_FOUND when the rule
 * has none.
 *
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_get_rule_limit(const struct complaint_policy *policy, uint32_t rule,
				uint32_t reading, int32_t which, int32_t *ret_amount,
				int32_t *ret_unit);

/** Anchors that some kinds of rule have. */
enum {
	COMPLAINT_ANCHOR_AFTER = 1,  /**< duty; window: of `closes` */
	COMPLAINT_ANCHOR_BEFORE = 2, /**< duty */
	COMPLAINT_ANCHOR_OPENS = 3,  /**< window */
	COMPLAINT_ANCHOR_STARTS = 4  /**< stage */
};
/**
 * An anchor in words of the format: "complaint-logged", "due respond-stage-1", "latest of a, b".
 *
 * @param buffer     Gets the text, cut to fit; may be NULL when size is 0.
 * @param ret_length Bytes the whole text has, without the NUL; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT, ::COMPLAINT_ERR_NOT_FOUND when the rule
 * has no such anchor.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_describe_anchor(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading, int32_t which, char *buffer, size_t size,
				 size_t *ret_length);

/** The strength of a rule under a reading; one of `COMPLAINT_STRENGTH_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_rule_reading_strength(const struct complaint_policy *policy, uint32_t rule,
					   uint32_t reading);

/** How days are counted. */
enum {
	COMPLAINT_COUNTING_CALENDAR = 1,
	COMPLAINT_COUNTING_TIME_ZONE = 2,
	COMPLAINT_COUNTING_FIRST_DAY = 3,           /**< "day-after-event", "event-day" */
	COMPLAINT_COUNTING_EVENT_ON_CLOSED_DAY = 4, /**< "as-it-falls", "next-working-day" */
	COMPLAINT_COUNTING_CUT_OFF = 5,             /**< "17:00", "" when there is none */
	COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY =
		6,                       /**< "stays", "next-working-day", "previous-working-day" */
	COMPLAINT_COUNTING_DAY_ENDS = 7, /**< "midnight", "close-of-business" */
	COMPLAINT_COUNTING_CLOSE_OF_BUSINESS = 8 /**< "17:00", "" when the file does not say */
};
/**
 * One of `COMPLAINT_COUNTING_*` that holds for a rule (::COMPLAINT_NONE: for the file), in the
 * format's words.
 * @param size At least 64. @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT,
 * ::COMPLAINT_ERR_NOT_FOUND.
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_describe_counting(const struct complaint_policy *policy, uint32_t rule,
				   uint32_t reading, int32_t which, char *buffer, size_t size);

/* --- conditions: terms in prefix order, a group followed by its children ---------------------- */

/** Conditions that rules have. */
enum {
	COMPLAINT_CONDITION_WHEN = 1,
	COMPLAINT_CONDITION_UNLESS = 2,       /**< index: which exception */
	COMPLAINT_CONDITION_OPENS_UNLESS = 3, /**< window; index: which exception */
	COMPLAINT_CONDITION_NEED = 4,         /**< tier; index: which need */
	COMPLAINT_CONDITION_FACTOR = 5        /**< exclusion; index: which factor */
};
/** How many conditions of a sort a rule has. @since 0.1 */
COMPLAINT_API size_t
complaint_policy_condition_count(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading, int32_t sort);
/** The first term of a condition; ::COMPLAINT_NONE beyond. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_get_condition(const struct complaint_policy *policy, uint32_t rule,
			       uint32_t reading, int32_t sort, size_t index);
/** The words an exception or a factor has of its own; NULL when it has none. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_condition_says(const struct complaint_policy *policy, uint32_t rule,
				    uint32_t reading, int32_t sort, size_t index);
/** The clause an exception or a factor has of its own; NULL when it has the rule's. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_condition_clause(const struct complaint_policy *policy, uint32_t rule,
				      uint32_t reading, int32_t sort, size_t index);
/** What an exception lets in when it is not the whole complaint; NULL when it is. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_condition_part(const struct complaint_policy *policy, uint32_t rule,
				    uint32_t reading, int32_t sort, size_t index);
/** What a factor of an exclusion speaks for: one of `COMPLAINT_FAVOURS_*`; 0 beyond. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_factor_favours(const struct complaint_policy *policy, uint32_t rule,
				    size_t index);

/** Kinds of term. */
enum {
	COMPLAINT_TERM_ALL = 1,
	COMPLAINT_TERM_ANY = 2,
	COMPLAINT_TERM_NOT = 3,
	COMPLAINT_TERM_FACT = 4,
	COMPLAINT_TERM_EVENT = 5,
	COMPLAINT_TERM_NUMBER = 6,
	COMPLAINT_TERM_CHOICE = 7,
	COMPLAINT_TERM_ORDER = 8,
	COMPLAINT_TERM_ELAPSED = 9
};
/** One of `COMPLAINT_TERM_*`; 0 beyond. @since 0.1 */
COMPLAINT_API int32_t
complaint_policy_get_term_kind(const struct complaint_policy *policy, uint32_t term);
/** One past the last term of this subtree; children of a group begin at term + 1. @since 0.1 */
COMPLAINT_API uint32_t
complaint_policy_get_term_end(const struct complaint_policy *policy, uint32_t term);
/** The id of the fact or event it reads; NULL for a group. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_term_name(const struct complaint_policy *policy, uint32_t term);
/**
 * A term as one line of plain words: "issue-arose more than 6 months before complaint-made", "not
 * landlord-responsible", "any of: claim-filed-at-court; (all of: disrepair-claim;
 * letter-of-claim-received)".
 *
 * @param buffer     Gets the text, cut to fit; may be NULL when size is 0.
 * @param ret_length Bytes the whole text has, without the NUL; may be NULL.
 * @returns ::COMPLAINT_OK, ::COMPLAINT_ERR_BAD_ARGUMENT (also for no such term).
 * @since 0.1
 */
COMPLAINT_API complaint_status
complaint_policy_describe_term(const struct complaint_policy *policy, uint32_t term, char *buffer,
			       size_t size, size_t *ret_length);
/**
 * The question to ask for a fact or event, in the policy's own words where it has them. NULL when
 * the name is unknown.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_policy_get_question(const struct complaint_policy *policy, const char *name,
			      size_t length);
/** What a notice, a door or a record says to people. NULL when the name is unknown. @since 0.1 */
COMPLAINT_API const char *
complaint_policy_get_words(const struct complaint_policy *policy, const char *name, size_t length);

#ifdef __cplusplus
}
#endif

#endif
