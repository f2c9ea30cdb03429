/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* --- what is still worth asking ------------------------------------------------------- */

/* Where a name's place in the list is kept. */
static struct cmpl_met *met_of(const struct cmpl_context *context, const struct cmpl_named *named)
{
	uint32_t slot = named->list == CMPL_FACTS ? cmpl_fact_slot(context, named->name)
						  : context->given->fact_count +
							    cmpl_event_slot(context, named->name);

	return &context->answer->met[slot];
}

/* One rule's names join the list; each weighs as many rules as ask for it. */
static void merge(struct cmpl_context *context, size_t begin, struct cmpl_range asked,
		  uint8_t level)
{
	struct complaint_answer *answer = context->answer;

	for (uint32_t i = asked.first; i < asked.first + asked.count; i++) {
		struct cmpl_named fresh = answer->asked[i], *named;
		struct cmpl_met *met = met_of(context, &fresh);

		if (met->list == answer->list) {
			named = &answer->named[begin + met->place];
			named->weight++;
			if (named->level < level)
				named->level = level;
			continue;
		}
		named = CMPL_ADD(answer, named);
		if (!named)
			return;
		*met = (struct cmpl_met){ answer->list,
					  (uint32_t)(answer->named_count - begin) - 1 };
		*named = (struct cmpl_named){ fresh.name, fresh.list, level, 1 };
	}
}

/* A rule whose truth is open: its conditions, and where what is found of it is kept. */
struct open_rule {
	uint32_t place, rule, when, counting;
	struct cmpl_range unless;
	bool hangs_on_due;
};

/* The names go to the end of `named`, and from there to `asked`. */
static struct cmpl_range gather(struct cmpl_context *context, const struct open_rule *open)
{
	struct complaint_answer *answer = context->answer;
	const size_t known = answer->named_count;
	struct cmpl_range asked = { (uint32_t)answer->asked_count, 0 };
	struct cmpl_gather names = { answer, 0, known };

	if (cmpl_rule_in_force(context, open->rule) == COMPLAINT_UNKNOWN &&
	    cmpl_event_is_open(context, context->policy->document.chosen_by))
		cmpl_gather_name(&names, CMPL_EVENTS, context->policy->document.chosen_by);
	cmpl_gather_unknown(context, &names, open->when, open->counting);
	for (uint32_t e = open->unless.first; e < open->unless.first + open->unless.count; e++)
		cmpl_gather_unknown(context, &names, context->policy->exceptions[e].when,
				    open->counting);
	for (size_t i = known; i < answer->named_count; i++) {
		struct cmpl_named *slot = CMPL_ADD(answer, asked);

		if (!slot)
			break;
		*slot = answer->named[i];
		asked.count++;
	}
	answer->named_count = known;
	return asked;
}

static void ask_rule(struct cmpl_context *context, size_t begin, uint8_t level,
		     const struct open_rule *open)
{
	struct cmpl_known *kept = &context->answer->known[open->place];
	const struct cmpl_known *known =
		cmpl_known_of(context, open->place, open->rule, open->hangs_on_due);
	struct cmpl_range asked;

	if (known && known->asked_in == context->known_in) {
		merge(context, begin, known->asked, level);
		return;
	}
	asked = gather(context, open);
	merge(context, begin, asked, level);
	if (!context->has_worlds) {
		context->answer->asked_count = asked.first;
		return;
	}
	kept->asked = asked;
	kept->asked_in = context->generation;
}

/*
 * The highest level a name could raise to, then the number of exclusions; the place in the file
 * breaks ties.
 */
static void sort_questions(struct cmpl_context *context, size_t begin)
{
	struct cmpl_named *named = context->answer->named + begin;
	size_t count = context->answer->named_count - begin;

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
	for (size_t i = 0; i < count; i++)
		met_of(context, &named[i])->place = (uint32_t)i;
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
			ask_rule(context, begin, 0,
				 &(struct open_rule){ context->policy->exclusions_count + i,
						      route->rule, route->when, route->counting,
						      route->unless, route->hangs_on_due });
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
	answer->list++;
	for (uint32_t i = 0; i < into->verdicts.count; i++) {
		const struct cmpl_verdict verdict = answer->verdicts[into->verdicts.first + i];
		const struct cmpl_exclusion *exclusion = cmpl_verdict_exclusion(context, &verdict);

		if (verdict.truth == COMPLAINT_UNKNOWN && verdict.level > levels.certain)
			ask_rule(context, begin, verdict.level,
				 &(struct open_rule){ context->policy->rules[verdict.rule].index,
						      verdict.rule, exclusion->when,
						      exclusion->counting, exclusion->unless,
						      exclusion->hangs_on_due });
	}
	if (answer->named_count > begin) /* there may be no list yet */
		sort_questions(context, begin);
	if (into->outcome != COMPLAINT_OUTCOME_EXCLUDED)
		ask_routes(context, begin);
	into->questions.count = (uint32_t)(answer->named_count - begin);
}
