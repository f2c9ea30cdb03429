/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* `all` is settled by one false, `any` by one true; else one unknown makes it unknown. */
static inline uint8_t settles(const struct cmpl_term *group)
{
	return group->kind == CMPL_TERM_ALL ? COMPLAINT_FALSE : COMPLAINT_TRUE;
}

/* --- every term's truth is kept, nothing is cut short ----------------------------------- */

static uint8_t test_all(struct cmpl_context *context, uint32_t index, uint32_t counting)
{
	const struct cmpl_term *terms = context->policy->terms;
	uint8_t settled_by = settles(&terms[index]), result = cmpl_not(settled_by);

	if (terms[index].kind > CMPL_TERM_NOT) {
		result = cmpl_leaf_test(context, &terms[index], counting);
	} else if (terms[index].kind == CMPL_TERM_NOT) {
		result = cmpl_not(test_all(context, index + 1, counting));
	} else {
		for (uint32_t child = index + 1; child < terms[index].end;
		     child = terms[child].end) {
			uint8_t truth = test_all(context, child, counting);

			if (truth == settled_by ||
			    (truth == COMPLAINT_UNKNOWN && result != settled_by))
				result = truth;
		}
	}
	context->truths[index] = result;
	return result;
}

/* --- the truth alone ------------------------------------------------------------------------ */

/*
 * A group of facts alone: what was met is kept as bits, for these loops are short, and their
 * branches would not be foreseen.
 */
static uint8_t test_flat(const struct cmpl_context *context, const struct cmpl_term *group)
{
	const struct cmpl_term *end = &context->policy->terms[group->end];
	uint8_t settled_by = settles(group);
	unsigned met = 0;

	for (const struct cmpl_term *term = group + 1; term < end; term++)
		met |= 1u << cmpl_fact_truth(context, term);
	if (met & 1u << settled_by)
		return settled_by;
	return met & 1u << COMPLAINT_UNKNOWN ? (uint8_t)COMPLAINT_UNKNOWN : cmpl_not(settled_by);
}

/* Depth is bounded by the 16 levels that the loader allows. Most leaves are facts: no call. */
static uint8_t test(struct cmpl_context *context, const struct cmpl_term *term, uint32_t counting)
{
	const struct cmpl_term *terms = context->policy->terms, *end;
	uint8_t settled_by, result;

	if (term->kind > CMPL_TERM_NOT)
		return cmpl_leaf_test(context, term, counting);
	if (term->kind == CMPL_TERM_NOT)
		return cmpl_not(term[1].kind == CMPL_TERM_FACT ? cmpl_fact_truth(context, &term[1])
							       : test(context, &term[1], counting));
	if (term->is_flat)
		return test_flat(context, term);
	settled_by = settles(term);
	result = cmpl_not(settled_by);
	end = &terms[term->end];
	for (const struct cmpl_term *child = term + 1; child < end; child = &terms[child->end]) {
		uint8_t truth = child->kind == CMPL_TERM_FACT ? cmpl_fact_truth(context, child)
							      : test(context, child, counting);

		if (truth == settled_by)
			return truth;
		if (truth == COMPLAINT_UNKNOWN)
			result = truth;
	}
	return result;
}

uint8_t cmpl_term_test(struct cmpl_context *context, uint32_t index, uint32_t counting)
{
	const struct cmpl_term *term = &context->policy->terms[index];

	if (context->truths)
		return test_all(context, index, counting);
	return term->kind < CMPL_TERM_NOT && term->is_flat ? test_flat(context, term)
							   : test(context, term, counting);
}

uint8_t cmpl_exceptions_silent(struct cmpl_context *context, struct cmpl_range unless,
			       uint32_t counting)
{
	const struct cmpl_exception *exceptions = context->policy->exceptions;
	uint8_t truth = COMPLAINT_TRUE;

	for (uint32_t i = unless.first; i < unless.first + unless.count; i++) {
		truth = cmpl_and(truth, cmpl_not(cmpl_condition_test(context, exceptions[i].when,
								     counting)));
		if (truth == COMPLAINT_FALSE && !context->truths)
			break;
	}
	return truth;
}

uint8_t cmpl_span_in_force(struct cmpl_context *context, uint32_t index)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_span *span;
	struct complaint_date date;
	cmpl_day first, last;

	span = &policy->spans[index];
	date = cmpl_event_date(context, policy->document.chosen_by, CMPL_ROLE_CONDITION,
			       cmpl_counting_of(context, CMPL_NONE)->zone);
	if (!cmpl_date_known(&date))
		return COMPLAINT_UNKNOWN;
	first = cmpl_date_first_day(&date);
	last = cmpl_date_last_day(&date);
	if (first >= span->from && last <= span->until)
		return COMPLAINT_TRUE;
	return last < span->from || first > span->until ? COMPLAINT_FALSE : COMPLAINT_UNKNOWN;
}
