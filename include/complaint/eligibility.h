/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_ELIGIBILITY_H
#define COMPLAINT_ELIGIBILITY_H

/**
 * @file
 * May the complaint be refused, on which clause, and what must the resident be told? What is it
 * recorded as?
 *
 * A refusal is permitted, never commanded. Rules are numbers in the policy
 * (complaint_answer_get_policy()).
 */

#include <complaint/answer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Borrowed from an answer. Getters take NULL and give 0, NULL or ::COMPLAINT_NONE. */
struct complaint_eligibility;

/** Outcomes. `excluded` stands above `discretion`, and that above `accepted`. */
enum {
	COMPLAINT_OUTCOME_ACCEPTED = 1,
	/** An `exclude` or `normally-exclude` certainly applies. */
	COMPLAINT_OUTCOME_EXCLUDED = 2,
	/** A person must decide. */
	COMPLAINT_OUTCOME_DISCRETION = 3,
	/** An unknown exclusion could raise what is certain. */
	COMPLAINT_OUTCOME_UNDETERMINED = 4
};

/** How the route stands. */
enum {
	COMPLAINT_ROUTE_NONE = 1, /**< no route applies: a formal complaint from the first stage */
	COMPLAINT_ROUTE_TAKEN = 2,
	COMPLAINT_ROUTE_UNDETERMINED = 3
};

/** NULL when it was not asked for, or the version is undetermined. @since 0.1 */
COMPLAINT_API const struct complaint_eligibility *
complaint_answer_get_eligibility(const struct complaint_answer *answer);

/** One of `COMPLAINT_OUTCOME_*`; 0 for NULL. @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_outcome(const struct complaint_eligibility *eligibility);
/** The moment tested: one of `COMPLAINT_AT_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_at(const struct complaint_eligibility *eligibility);
/**
 * The exclusion that decides: the first of the highest certain level; ::COMPLAINT_NONE when none
 * does, or the outcome is undetermined.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_eligibility_get_decider(const struct complaint_eligibility *eligibility);

/** Tested exclusions that certainly apply, of any level, in file order. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_because_count(const struct complaint_eligibility *eligibility);
/** @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_because(const struct complaint_eligibility *eligibility, size_t index);
/** Tested exclusions that are unknown, in file order. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_undecided_count(const struct complaint_eligibility *eligibility);
/** @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_undecided(const struct complaint_eligibility *eligibility, size_t index);

/** Questions still worth asking, the most decisive first. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_question_count(const struct complaint_eligibility *eligibility);
/** The id of the fact or event to ask for. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_question_name(const struct complaint_eligibility *eligibility,
					size_t index);
/** The question in plain words. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_question_words(const struct complaint_eligibility *eligibility,
					 size_t index);
/** Which exclusions (or, last, routes) hang on it: how many. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_get_question_weight(const struct complaint_eligibility *eligibility,
					  size_t index);

/** Factors of the exclusions in `because`, with their truth. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_factor_count(const struct complaint_eligibility *eligibility);
/** The exclusion it belongs to. @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_factor_rule(const struct complaint_eligibility *eligibility,
				      size_t index);
/** Its words. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_factor_says(const struct complaint_eligibility *eligibility,
				      size_t index);
/** One of `COMPLAINT_FAVOURS_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_factor_favours(const struct complaint_eligibility *eligibility,
					 size_t index);
/** Does it hold? @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_factor_truth(const struct complaint_eligibility *eligibility,
				       size_t index);
/** The names that factors which certainly hold have read, each once, in file order. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_factor_name_count(const struct complaint_eligibility *eligibility);
/** @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_factor_name(const struct complaint_eligibility *eligibility,
				      size_t index);

/** One of `COMPLAINT_ROUTE_*`. @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_route_state(const struct complaint_eligibility *eligibility);
/** The route taken, or ::COMPLAINT_NONE. @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_route(const struct complaint_eligibility *eligibility);
/**
 * The record: of the exclusion that decides, else of the route; at acceptance without a route
 * "formal-complaint". NULL: nothing is said.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_eligibility_get_treat_as(const struct complaint_eligibility *eligibility);
/**
 * The stage at which it enters (a rule): of the route, or the first stage when no route applies.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_eligibility_get_starts_at(const struct complaint_eligibility *eligibility);
/** Of the exclusion that decides: the part it takes. NULL: the whole. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_part(const struct complaint_eligibility *eligibility);
/** Of the exclusion that decides: where the resident is sent. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_refer_to(const struct complaint_eligibility *eligibility);
/** Of the exclusion that decides: the role that decides. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_decided_by(const struct complaint_eligibility *eligibility);
/** The outcome for the rest of the complaint, when only parts are taken; else 0. @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_rest(const struct complaint_eligibility *eligibility);

/** Exceptions that certainly held and let in a part. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_let_in_count(const struct complaint_eligibility *eligibility);
/** The exclusion. @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_let_in_rule(const struct complaint_eligibility *eligibility,
				      size_t index);
/** The part. @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_let_in_part(const struct complaint_eligibility *eligibility,
				      size_t index);

/** What the resident must be told or asked: ids of notices, each once, in file order. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_notice_count(const struct complaint_eligibility *eligibility);
/** @since 0.1 */
COMPLAINT_API const char *
complaint_eligibility_get_notice(const struct complaint_eligibility *eligibility, size_t index);
/** The duty it comes from first. @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_notice_rule(const struct complaint_eligibility *eligibility,
				      size_t index);

/** Every exclusion and route tested at this moment, in file order. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_verdict_count(const struct complaint_eligibility *eligibility);
/** The rule. @since 0.1 */
COMPLAINT_API uint32_t
complaint_eligibility_get_verdict_rule(const struct complaint_eligibility *eligibility,
				       size_t index);
/** Does it apply? @since 0.1 */
COMPLAINT_API int32_t
complaint_eligibility_get_verdict_truth(const struct complaint_eligibility *eligibility,
					size_t index);
/** What its conditions read; 0 at detail "verdict" and in readings. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_verdict_reason_count(const struct complaint_eligibility *eligibility,
					   size_t index);
/** @since 0.1 */
COMPLAINT_API const struct complaint_reason *
complaint_eligibility_get_verdict_reason(const struct complaint_eligibility *eligibility,
					 size_t index, size_t reason);

/** The answer under other readings, one at a time. @since 0.1 */
COMPLAINT_API size_t
complaint_eligibility_reading_count(const struct complaint_eligibility *eligibility);
/** A whole eligibility (without readings and reasons) under one reading. @since 0.1 */
COMPLAINT_API const struct complaint_eligibility *
complaint_eligibility_get_reading(const struct complaint_eligibility *eligibility, size_t index);
/**
 * Of a reading: the rule that is read otherwise. ::COMPLAINT_NONE for the answer itself.
 *
 * @since 0.1
 */
COMPLAINT_API uint32_t
complaint_eligibility_get_reading_rule(const struct complaint_eligibility *reading);
/**
 * Of a reading: its label, "as-filed" for the file's own choice where the case chose another. NULL
 * for the answer itself.
 *
 * @since 0.1
 */
COMPLAINT_API const char *
complaint_eligibility_get_reading_label(const struct complaint_eligibility *reading);

#ifdef __cplusplus
}
#endif

#endif
