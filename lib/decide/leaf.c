/* SPDX-License-Identifier: MIT */
/*
 * What one term of a condition says: a fact, an event, an order, elapsed time. A file of its own,
 * so that condition.c, which most conditions never leave, stays small.
 */
#include "decide/context.h"

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
	struct cmpl_fact_value value = cmpl_fact_value(context, term->name);

	if (value.given != CMPL_GIVEN)
		return COMPLAINT_UNKNOWN;
	return cmpl_truth(number_passes(term->compare, value.value, term->amount));
}

static uint8_t test_choice(const struct cmpl_context *context, const struct cmpl_term *term)
{
	struct cmpl_fact_value value = cmpl_fact_value(context, term->name);
	const int32_t *values = &context->policy->values[term->first_value];

	if (value.given != CMPL_GIVEN)
		return COMPLAINT_UNKNOWN;
	for (int32_t i = 0; i < term->amount; i++) {
		if (values[i] == value.value)
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

/* How the anchor lies to the last day of the amount: behind it, or at least on it. */
static uint8_t compare_elapsed(uint8_t compare, uint8_t beyond, uint8_t reached, uint8_t backwards)
{
	switch ((enum cmpl_compare)compare) {
	case CMPL_COMPARE_MORE_THAN: return beyond;
	case CMPL_COMPARE_AT_LEAST: return reached;
	case CMPL_COMPARE_AT_MOST: return cmpl_and(cmpl_not(beyond), cmpl_not(backwards));
	case CMPL_COMPARE_LESS_THAN: return cmpl_and(cmpl_not(reached), cmpl_not(backwards));
	case CMPL_COMPARE_NONE:
	case CMPL_COMPARE_IS:
	case CMPL_COMPARE_BEFORE:
	case CMPL_COMPARE_AFTER: break;
	}
	return COMPLAINT_UNKNOWN;
}

/* The event and the anchor are two plain days, which is usual: whole numbers are all it takes. */
static bool plain_days(const struct cmpl_context *context, const struct cmpl_term *term,
		       cmpl_day *ret_left, cmpl_day *ret_right)
{
	const struct cmpl_anchor *anchor = &context->policy->anchors[term->anchor];
	const struct cmpl_event_value *left = cmpl_event_value(context, term->name), *right;

	if (anchor->kind != CMPL_ANCHOR_EVENT || term->unit == COMPLAINT_UNIT_HOURS)
		return false;
	right = cmpl_event_value(context, anchor->index);
	*ret_left = left->first;
	*ret_right = right->first;
	return left->kind == CMPL_EVENT_DAY && right->kind == CMPL_EVENT_DAY;
}

/*
 * So many months end 28 to 31 days for each of them later: what lies clearly before that or behind
 * needs no calendar. *ret_beyond: the right one lies behind.
 */
static bool is_clear(const struct cmpl_term *term, cmpl_day left, cmpl_day right,
		     uint8_t *ret_beyond)
{
	int64_t months = term->amount, apart = (int64_t)right - left;

	if (term->unit == COMPLAINT_UNIT_YEARS)
		months *= 12;
	else if (term->unit != COMPLAINT_UNIT_MONTHS)
		return false;
	*ret_beyond = cmpl_truth(apart > 31 * months);
	return left + 31 * months <= CMPL_DAY_LAST && (apart < 28 * months || apart > 31 * months);
}

static uint8_t test_elapsed_days(const struct cmpl_context *context, const struct cmpl_term *term,
				 const struct cmpl_counting *counting, cmpl_day left,
				 cmpl_day right)
{
	struct cmpl_limit limit = { term->amount, term->unit };
	uint8_t beyond;
	cmpl_day end;

	if (left > right)
		return COMPLAINT_FALSE;
	if (is_clear(term, left, right, &beyond))
		return compare_elapsed(term->compare, beyond, beyond, COMPLAINT_FALSE);
	if (!cmpl_limit_end_day(context, counting, left, limit, &end))
		return COMPLAINT_UNKNOWN;
	return compare_elapsed(term->compare, cmpl_truth(right > end), cmpl_truth(right >= end),
			       COMPLAINT_FALSE);
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
	uint8_t truth, backwards, beyond, reached;
	cmpl_day from, to;

	if (plain_days(context, term, &from, &to))
		return test_elapsed_days(context, term, counting, from, to);
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
	return compare_elapsed(term->compare, beyond, reached, backwards);
}

uint8_t cmpl_leaf_test(struct cmpl_context *context, const struct cmpl_term *term,
		       uint32_t counting)
{
	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_FACT: return cmpl_fact_truth(context, term);
	case CMPL_TERM_EVENT: return test_event(context, term);
	case CMPL_TERM_NUMBER: return test_number(context, term);
	case CMPL_TERM_CHOICE: return test_choice(context, term);
	case CMPL_TERM_ORDER: return test_order(context, term, cmpl_counting_of(context, counting));
	case CMPL_TERM_ELAPSED:
		return test_elapsed(context, term, cmpl_counting_of(context, counting));
	case CMPL_TERM_ALL:
	case CMPL_TERM_ANY:
	case CMPL_TERM_NOT: break;
	}
	return COMPLAINT_UNKNOWN;
}
