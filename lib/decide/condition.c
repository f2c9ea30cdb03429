/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

static bool number_passes(uint8_t compare, int32_t value, int32_t amount)
{
	switch ((enum cmpl_compare)compare) {
	case CMPL_COMPARE_IS: return value == amount;
	case CMPL_COMPARE_AT_LEAST: return value >= amount;
	case CMPL_COMPARE_AT_MOST: return value <= amount;
	case CMPL_COMPARE_MORE_THAN: return value > amount;
	case CMPL_COMPARE_LESS_THAN: return value < amount;
	case CMPL_COMPARE_NONE:
	case CMPL_COMPARE_BEFORE:
	case CMPL_COMPARE_AFTER: break;
	}
	return false;
}

static uint8_t test_number(const struct cmpl_context *context, const struct cmpl_term *term)
{
	const struct cmpl_fact_value *value = cmpl_fact_value(context, term->name);

	if (value->given != CMPL_GIVEN)
		return COMPLAINT_UNKNOWN;
	return cmpl_truth(number_passes(term->compare, value->value, term->amount));
}

static uint8_t test_choice(const struct cmpl_context *context, const struct cmpl_term *term)
{
	const struct cmpl_fact_value *value = cmpl_fact_value(context, term->name);
	const int32_t *values = &context->policy->values[term->first_value];

	if (value->given != CMPL_GIVEN)
		return COMPLAINT_UNKNOWN;
	for (int32_t i = 0; i < term->amount; i++) {
		if (values[i] == value->value)
			return COMPLAINT_TRUE;
	}
	return COMPLAINT_FALSE;
}

static uint8_t test_event(const struct cmpl_context *context, const struct cmpl_term *term)
{
	struct complaint_date date =
		cmpl_event_date(context, term->name, CMPL_ROLE_CONDITION, CMPL_ZONE_LONDON);

	if (date.kind == COMPLAINT_DATE_UNKNOWN)
		return COMPLAINT_UNKNOWN;
	return cmpl_truth(date.kind != COMPLAINT_DATE_NOT_YET);
}

/* Both sides of a test of order or of elapsed time; true when the kinds alone decide. */
static bool sides(struct cmpl_context *context, const struct cmpl_term *term,
		  const struct cmpl_counting *counting, struct complaint_date *left,
		  struct complaint_date *right, uint8_t *ret_truth)
{
	bool before = term->kind == CMPL_TERM_ORDER && term->compare == CMPL_COMPARE_BEFORE;

	*left = cmpl_event_date(context, term->name, CMPL_ROLE_CONDITION, counting->zone);
	*right = cmpl_anchor_plain(context, term->anchor, CMPL_ROLE_CONDITION, counting->zone);

	/* What is not yet fails every test; what has happened came before it. */
	if (left->kind == COMPLAINT_DATE_NOT_YET)
		*ret_truth = COMPLAINT_FALSE;
	else if (right->kind == COMPLAINT_DATE_NOT_YET && !before)
		*ret_truth = COMPLAINT_FALSE;
	else if (right->kind == COMPLAINT_DATE_NOT_YET && cmpl_date_known(left))
		*ret_truth = COMPLAINT_TRUE;
	else if (!cmpl_date_known(left) || !cmpl_date_known(right))
		*ret_truth = COMPLAINT_UNKNOWN; /* a date beyond the calendar is unknown here */
	else
		return false;
	return true;
}

static bool is_limit(const struct complaint_policy *policy, uint32_t anchor)
{
	return policy->anchors[anchor].kind == CMPL_ANCHOR_DUE;
}

static uint8_t test_order(struct cmpl_context *context, const struct cmpl_term *term,
			  const struct cmpl_counting *counting)
{
	struct complaint_date left, right;
	uint8_t truth;

	if (sides(context, term, counting, &left, &right, &truth))
		return truth;
	if (is_limit(context->policy,
		     term->anchor)) { /* before a limit: no later than it runs out */
		truth = cmpl_date_late(&left, &right, NULL);
		return term->compare == CMPL_COMPARE_BEFORE ? cmpl_not(truth) : truth;
	}
	return term->compare == CMPL_COMPARE_BEFORE ? cmpl_date_later(&right, &left, NULL)
						    : cmpl_date_later(&left, &right, NULL);
}

/*
 * docs/rule-format.md, 15.2.4: D is the last day of the amount counted from the event; the anchor B
 * lies beyond D, on it, or before it. All are false when B is earlier than the event.
 */
static uint8_t test_elapsed(struct cmpl_context *context, const struct cmpl_term *term,
			    const struct cmpl_counting *counting)
{
	struct cmpl_limit limit = { term->amount, term->unit };
	struct complaint_date left, right, end;
	uint8_t truth = COMPLAINT_UNKNOWN, backwards, beyond, reached;

	if (sides(context, term, counting, &left, &right, &truth))
		return truth;
	backwards = cmpl_date_later(&left, &right, NULL);
	if (backwards == COMPLAINT_TRUE)
		return COMPLAINT_FALSE;
	end = cmpl_limit_end(context, counting, &left, limit, CMPL_FOR_CONDITION);
	if (!cmpl_date_known(&end))
		return COMPLAINT_UNKNOWN;

	beyond = cmpl_date_later(&right, &end, NULL);            /* B > D */
	reached = cmpl_not(cmpl_date_later(&end, &right, NULL)); /* B >= D */
	switch ((enum cmpl_compare)term->compare) {
	case CMPL_COMPARE_MORE_THAN: truth = beyond; break;
	case CMPL_COMPARE_AT_LEAST: truth = reached; break;
	case CMPL_COMPARE_AT_MOST: truth = cmpl_and(cmpl_not(beyond), cmpl_not(backwards)); break;
	case CMPL_COMPARE_LESS_THAN:
		truth = cmpl_and(cmpl_not(reached), cmpl_not(backwards));
		break;
	case CMPL_COMPARE_NONE:
	case CMPL_COMPARE_IS:
	case CMPL_COMPARE_BEFORE:
	case CMPL_COMPARE_AFTER: truth = COMPLAINT_UNKNOWN; break;
	}
	return truth;
}

static uint8_t test(struct cmpl_context *context, uint32_t index,
		    const struct cmpl_counting *counting);

/* `all` is settled by one false, `any` by one true; else one unknown makes it unknown. */
static uint8_t test_group(struct cmpl_context *context, uint32_t index,
			  const struct cmpl_counting *counting, uint8_t settled_by)
{
	const struct cmpl_term *terms = context->policy->terms;
	uint8_t result = (uint8_t)(COMPLAINT_TRUE + COMPLAINT_FALSE - settled_by);

	for (uint32_t child = index + 1; child < terms[index].end; child = terms[child].end) {
		/* Most leaves are facts: no call for them. */
		uint8_t truth = terms[child].kind == CMPL_TERM_FACT && !context->truths
					? cmpl_fact_truth(context, terms[child].name)
					: test(context, child, counting);

		if (truth == settled_by) {
			result = truth;
			if (!context->truths)
				break;
		} else if (truth == COMPLAINT_UNKNOWN && result != settled_by) {
			result = truth;
		}
	}
	return result;
}

/* Depth is bounded by the 16 levels that the loader allows. */
static uint8_t test(struct cmpl_context *context, uint32_t index,
		    const struct cmpl_counting *counting)
{
	const struct cmpl_term *term = &context->policy->terms[index];
	uint8_t truth = COMPLAINT_UNKNOWN;

	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_ALL: truth = test_group(context, index, counting, COMPLAINT_FALSE); break;
	case CMPL_TERM_ANY: truth = test_group(context, index, counting, COMPLAINT_TRUE); break;
	case CMPL_TERM_NOT: truth = cmpl_not(test(context, index + 1, counting)); break;
	case CMPL_TERM_FACT: truth = cmpl_fact_truth(context, term->name); break;
	case CMPL_TERM_EVENT: truth = test_event(context, term); break;
	case CMPL_TERM_NUMBER: truth = test_number(context, term); break;
	case CMPL_TERM_CHOICE: truth = test_choice(context, term); break;
	case CMPL_TERM_ORDER: truth = test_order(context, term, counting); break;
	case CMPL_TERM_ELAPSED: truth = test_elapsed(context, term, counting); break;
	}
	if (context->truths)
		context->truths[index] = truth;
	return truth;
}

uint8_t cmpl_condition_test(struct cmpl_context *context, uint32_t term, uint32_t counting)
{
	const struct cmpl_term *first;

	if (term == CMPL_NONE)
		return COMPLAINT_TRUE;
	first = &context->policy->terms[term];
	if (first->kind == CMPL_TERM_FACT && !context->truths)
		return cmpl_fact_truth(context, first->name);
	return test(context, term, cmpl_counting_of(context, counting));
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
