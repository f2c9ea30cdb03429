/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

static uint8_t applies(struct cmpl_context *context, const struct cmpl_route *route)
{
	uint8_t truth = cmpl_rule_in_force(context, route->rule);

	if (truth != COMPLAINT_FALSE)
		truth = cmpl_and(truth, cmpl_condition_test(context, route->when, route->counting));
	if (truth != COMPLAINT_FALSE && route->unless.count > 0)
		truth = cmpl_and(truth,
				 cmpl_exceptions_silent(context, route->unless, route->counting));
	return truth;
}

uint8_t cmpl_route_applies(struct cmpl_context *context, uint32_t index)
{
	const struct cmpl_route *route = cmpl_route_at(context, index);
	uint32_t place = context->policy->exclusions_count + index;
	const struct cmpl_known *known =
		cmpl_known_of(context, place, route->rule, route->hangs_on_due);
	uint8_t truth;

	if (known && known->generation == context->known_in)
		return known->truth;
	truth = applies(context, route);
	if (context->has_worlds) {
		context->answer->known[place].truth = truth;
		context->answer->known[place].generation = context->generation;
	}
	return truth;
}

/*
 * Routes are read in order: the first that applies is taken; one unknown before it leaves it open.
 */
static void take(struct cmpl_context *context, uint8_t at, struct cmpl_route_taken *taken)
{
	/* Should a route hang on itself, it is undetermined there. */
	*taken = (struct cmpl_route_taken){ 1, COMPLAINT_ROUTE_UNDETERMINED, CMPL_NONE };
	for (uint32_t i = 0; i < context->policy->routes_count; i++) {
		uint8_t truth;

		if (!(cmpl_route_at(context, i)->tested_at & at))
			continue;
		truth = cmpl_route_applies(context, i);
		if (truth == COMPLAINT_FALSE)
			continue;
		if (truth == COMPLAINT_TRUE) {
			taken->state = COMPLAINT_ROUTE_TAKEN;
			taken->route = i;
		}
		taken->progress = 2;
		return;
	}
	taken->state = COMPLAINT_ROUTE_NONE;
	taken->progress = 2;
}

const struct cmpl_route_taken *cmpl_route_taken(struct cmpl_context *context, bool at_acceptance)
{
	bool acceptance = at_acceptance || context->at == CMPL_AT_ACCEPTANCE;
	struct cmpl_route_taken *taken =
		acceptance ? &context->at_acceptance : &context->at_request;

	if (taken->progress == 0)
		take(context, acceptance ? CMPL_AT_ACCEPTANCE : context->at, taken);
	return taken;
}
