/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* --- why -------------------------------------------------------------------- */

static void read_fact(const struct cmpl_context *context, const struct cmpl_term *term,
		      struct complaint_reason *reason)
{
	struct cmpl_fact_value value = cmpl_fact_value(context, term->name);

	reason->given = value.given;
	reason->value = value.value;
	if (value.given == CMPL_NOT_GIVEN && term->kind == CMPL_TERM_FACT) {
		if (context->given->unlisted_false)
			reason->by_silence = 2;
		else if (cmpl_policy_name_silence(context->policy, CMPL_FACTS, term->name))
			reason->by_silence = 1;
		reason->value = cmpl_fact_truth(context, term) == COMPLAINT_TRUE;
	}
}

static void read_leaf(struct cmpl_context *context, const struct cmpl_term *term, uint8_t zone,
		      struct complaint_reason *reason)
{
	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_ALL:
	case CMPL_TERM_ANY:
	case CMPL_TERM_NOT: break;
	case CMPL_TERM_FACT:
	case CMPL_TERM_NUMBER:
	case CMPL_TERM_CHOICE: read_fact(context, term, reason); break;
	case CMPL_TERM_ORDER:
	case CMPL_TERM_ELAPSED:
		reason->right = cmpl_anchor_plain(context, term->anchor, CMPL_ROLE_CONDITION, zone);
		reason->left = cmpl_event_date(context, term->name, CMPL_ROLE_CONDITION, zone);
		break;
	case CMPL_TERM_EVENT:
		reason->left = cmpl_event_date(context, term->name, CMPL_ROLE_CONDITION, zone);
		break;
	}
}

void cmpl_reasons_add(struct cmpl_context *context, uint32_t rule, uint8_t sort, uint32_t index,
		      uint32_t term, uint32_t counting)
{
	const struct cmpl_term *terms = context->policy->terms;
	uint8_t zone = cmpl_counting_of(context, counting)->zone;

	if (term == CMPL_NONE)
		return;
	for (uint32_t i = term; i < terms[term].end; i++) {
		struct complaint_reason filled = { .answer = context->answer,
						   .rule = rule,
						   .term = i,
						   .condition = sort,
						   .index = index,
						   .left = cmpl_date_of_kind(COMPLAINT_DATE_NONE),
						   .right =
							   cmpl_date_of_kind(COMPLAINT_DATE_NONE) };
		struct complaint_reason *reason;

		if (terms[i].kind <= CMPL_TERM_NOT)
			continue;
		read_leaf(context, &terms[i], zone, &filled);
		filled.truth = cmpl_condition_test(context, i, counting);
		reason = CMPL_ADD(context->answer, reasons);
		if (!reason)
			return;
		*reason = filled;
	}
}

/* --- names ------------------------------------------------------------------- */

/* Lists of names are short; each name stands once in a list, its weight is how often it was met. */
void cmpl_gather_name(struct cmpl_gather *gather, uint8_t list, uint32_t name)
{
	struct complaint_answer *answer = gather->answer;
	struct cmpl_named *named;

	for (size_t i = gather->begin; i < answer->named_count; i++) {
		named = &answer->named[i];
		if (named->list == list && named->name == name) {
			if (named->level < gather->level)
				named->level = gather->level;
			return;
		}
	}
	named = CMPL_ADD(answer, named);
	if (named)
		*named = (struct cmpl_named){ .name = name, .list = list, .level = gather->level };
}

static bool is_open(const struct cmpl_context *context, uint32_t event, enum cmpl_role role)
{
	struct complaint_date date = cmpl_event_date(context, event, role, CMPL_ZONE_LONDON);

	return date.kind == COMPLAINT_DATE_UNKNOWN ||
	       cmpl_event_value(context, event)->kind == CMPL_EVENT_MONTH;
}

bool cmpl_event_is_open(const struct cmpl_context *context, uint32_t event)
{
	return is_open(context, event, CMPL_ROLE_CONDITION);
}

/* Chains are acyclic by the loader's check; the depth only guards readings chosen together. */
enum { DEPTH = 64 };

static void gather_anchor(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t index,
			  bool only_open, int depth);

/* What a due hangs on: the anchor of its duty, and so on back to events. */
static void gather_behind(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t duty,
			  int depth)
{
	uint32_t after = cmpl_duty_at(context, duty)->after;

	if (after != CMPL_NONE && depth < DEPTH)
		gather_anchor(context, gather, after, true, depth + 1);
}

static void gather_anchor(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t index,
			  bool only_open, int depth)
{
	/*
	 * Behind a due an event is the anchor of a duty, which counts what is not given otherwise.
	 */
	enum cmpl_role role = depth > 0 ? CMPL_ROLE_ANCHOR : CMPL_ROLE_CONDITION;
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_anchor *anchor = &policy->anchors[index];

	switch ((enum cmpl_anchor_kind)anchor->kind) {
	case CMPL_ANCHOR_NOW: break;
	case CMPL_ANCHOR_EVENT:
		if (!only_open || is_open(context, anchor->index, role))
			cmpl_gather_name(gather, CMPL_EVENTS, anchor->index);
		break;
	case CMPL_ANCHOR_DUE:
		if (only_open)
			gather_behind(context, gather, anchor->index, depth);
		break;
	case CMPL_ANCHOR_LATEST:
	case CMPL_ANCHOR_EARLIEST:
		for (uint32_t i = 0; i < anchor->count; i++)
			gather_anchor(context, gather, anchor->index + i, only_open, depth);
		break;
	}
}

static bool fact_is_open(const struct cmpl_context *context, const struct cmpl_term *term)
{
	if (term->kind == CMPL_TERM_FACT)
		return cmpl_fact_truth(context, term) == COMPLAINT_UNKNOWN;
	return cmpl_fact_value(context, term->name).given != CMPL_GIVEN;
}

static void gather_leaf(struct cmpl_context *context, struct cmpl_gather *gather,
			const struct cmpl_term *term, bool only_open)
{
	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_ALL:
	case CMPL_TERM_ANY:
	case CMPL_TERM_NOT: break;
	case CMPL_TERM_FACT:
	case CMPL_TERM_NUMBER:
	case CMPL_TERM_CHOICE:
		if (!only_open || fact_is_open(context, term))
			cmpl_gather_name(gather, CMPL_FACTS, term->name);
		break;
	case CMPL_TERM_EVENT:
		if (!only_open || cmpl_event_is_open(context, term->name))
			cmpl_gather_name(gather, CMPL_EVENTS, term->name);
		break;
	case CMPL_TERM_ORDER:
	case CMPL_TERM_ELAPSED:
		if (!only_open || cmpl_event_is_open(context, term->name))
			cmpl_gather_name(gather, CMPL_EVENTS, term->name);
		if (only_open)
			gather_anchor(context, gather, term->anchor, true, 0);
		break;
	}
}

/*
 * A live leaf: its own value and all its enclosing conditions are unknown. The truths of all terms
 * are worked out once; then one pass goes down where it is unknown and jumps where it is not.
 */
void cmpl_gather_unknown(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t term,
			 uint32_t counting)
{
	struct complaint_answer *answer = context->answer;
	const struct cmpl_term *terms = context->policy->terms;
	uint8_t *kept = context->truths;
	uint32_t i = term;

	if (term == CMPL_NONE)
		return;
	context->truths = answer->truths;
	cmpl_condition_test(context, term, counting);
	context->truths = kept;
	while (i < terms[term].end) {
		if (answer->truths[i] != COMPLAINT_UNKNOWN) {
			i = terms[i].end;
			continue;
		}
		gather_leaf(context, gather, &terms[i], true);
		i++;
	}
}

/* Below a false (or, under a `not`, true) term: the leaves that make it so. */
static void gather_causes(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t index,
			  uint8_t truth)
{
	const struct cmpl_term *terms = context->policy->terms;

	if (context->answer->truths[index] != truth)
		return;
	if (terms[index].kind == CMPL_TERM_NOT) {
		gather_causes(context, gather, index + 1, cmpl_not(truth));
		return;
	}
	if (terms[index].kind > CMPL_TERM_NOT) {
		gather_leaf(context, gather, &terms[index], false);
		return;
	}
	for (uint32_t child = index + 1; child < terms[index].end; child = terms[child].end)
		gather_causes(context, gather, child, truth);
}

void cmpl_gather_false(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t term,
		       uint32_t counting)
{
	uint8_t *kept = context->truths;

	context->truths = context->answer->truths;
	cmpl_condition_test(context, term, counting);
	context->truths = kept;
	gather_causes(context, gather, term, COMPLAINT_FALSE);
}

void cmpl_gather_all(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t term)
{
	const struct cmpl_term *terms = context->policy->terms;

	for (uint32_t i = term; i < terms[term].end; i++) {
		gather_leaf(context, gather, &terms[i], false);
		if (terms[i].kind == CMPL_TERM_ORDER || terms[i].kind == CMPL_TERM_ELAPSED)
			gather_anchor(context, gather, terms[i].anchor, false, 0);
	}
}
