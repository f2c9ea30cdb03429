/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* --- what is still worth asking ------------------------------------------------------- */

/*
 * One rule's names were gathered into a list of their own behind the list: merge them, each
 * weighing one more.
 */
static void merge(struct complaint_answer *answer, size_t begin, size_t known)
{
	size_t end = answer->named_count;

	for (size_t i = known; i < end; i++) {
		struct cmpl_named fresh = answer->named[i];
		size_t k = begin;

		while (k < known &&
		       (answer->named[k].name != fresh.name || answer->named[k].list != fresh.list))
			k++;
		if (k == known) {
			fresh.weight = 1;
			answer->named[known++] = fresh;
		} else {
			answer->named[k].weight++;
			if (answer->named[k].level < fresh.level)
				answer->named[k].level = fresh.level;
		}
	}
	answer->named_count = known;
}

static void ask_rule(struct cmpl_context *context, size_t begin, uint8_t level, uint32_t rule,
		     uint32_t when, struct cmpl_range unless, uint32_t counting)
{
	struct complaint_answer *answer = context->answer;
	size_t known = answer->named_count;
	struct cmpl_gather gather = { answer, level, known };

	if (cmpl_rule_in_force(context, rule) == COMPLAINT_UNKNOWN &&
	    cmpl_event_is_open(context, context->policy->document.chosen_by))
		cmpl_gather_name(&gather, CMPL_EVENTS, context->policy->document.chosen_by);
	cmpl_gather_unknown(context, &gather, when, counting);
	for (uint32_t e = unless.first; e < unless.first + unless.count; e++)
		cmpl_gather_unknown(context, &gather, context->policy->exceptions[e].when,
				    counting);
	merge(answer, begin, known);
}

/*
 * The highest level a name could raise to, then the number of exclusions; the place in the file
 * breaks ties.
 */
static void sort_questions(struct cmpl_named *named, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct cmpl_named moving = named[i];
		size_t k = i;

		while (k > 0 && (named[k - 1].level < moving.level ||
				 (named[k - 1].level == moving.level &&
				  named[k - 1].weight < moving.weight))) {
			named[k] = named[k - 1];
			k--;
		}
		named[k] = moving;
	}
}

static void ask_routes(struct cmpl_context *context, size_t begin)
{
	for (uint32_t i = 0; i < context->policy->routes_count; i++) {
		const struct cmpl_route *route = cmpl_route_at(context, i);
		uint8_t truth;

		if (!(route->tested_at & context->at))
			continue;
		truth = cmpl_route_applies(context, i);
		if (truth == COMPLAINT_TRUE)
			return;
		if (truth == COMPLAINT_UNKNOWN)
			ask_rule(context, begin, 0, route->rule, route->when, route->unless,
				 route->counting);
	}
}

void cmpl_eligibility_list_questions(struct cmpl_context *context,
				     struct complaint_eligibility *into)
{
	struct complaint_answer *answer = context->answer;
	size_t begin = answer->named_count;
	struct cmpl_levels levels = { 0, 0 };

	for (uint32_t i = 0; i < into->verdicts.count; i++)
		cmpl_levels_raise(&levels, &answer->verdicts[into->verdicts.first + i]);
	into->questions.first = (uint32_t)begin;
	for (uint32_t i = 0; i < into->verdicts.count; i++) {
		const struct cmpl_verdict verdict = answer->verdicts[into->verdicts.first + i];
		const struct cmpl_exclusion *exclusion = cmpl_verdict_exclusion(context, &verdict);

		if (verdict.truth == COMPLAINT_UNKNOWN && verdict.level > levels.certain)
			ask_rule(context, begin, verdict.level, verdict.rule, exclusion->when,
				 exclusion->unless, exclusion->counting);
	}
	if (answer->named_count > begin) /* there may be no list yet */
		sort_questions(answer->named + begin, answer->named_count - begin);
	if (into->outcome != COMPLAINT_OUTCOME_EXCLUDED)
		ask_routes(context, begin);
	into->questions.count = (uint32_t)(answer->named_count - begin);
}
