/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/* The route taken is another only if a route is read otherwise, or hangs on a date that is. */
static void forget_routes(struct cmpl_context *world)
{
	const struct complaint_policy *policy = world->policy;

	if (world->known_in != 0 && !policy->routes_hang_on_dues &&
	    policy->rules[world->override_rule].kind != CMPL_RULE_ROUTE)
		return;
	world->at_acceptance = (struct cmpl_route_taken){ 0 };
	world->at_request = (struct cmpl_route_taken){ 0 };
}

struct cmpl_context cmpl_context_with(const struct cmpl_context *context, uint32_t rule,
				      uint32_t reading)
{
	struct cmpl_context world = *context;

	world.override_rule = rule;
	world.override_reading = reading;
	world.as_filed = false;
	world.deadlines = context->answer->scratch;
	world.worked = context->answer->worked + context->policy->duties_count;
	world.generation = ++context->answer->generation;
	world.truths = NULL;
	world.known_in = context->has_worlds && rule != CMPL_NONE ? context->generation : 0;
	world.has_worlds = false;
	forget_routes(&world);
	memset(world.seen, 0, sizeof(world.seen));
	world.idle_known = false;
	memset(world.idle, 0, sizeof(world.idle));
	return world;
}

/* One at a time: where the case chose a reading, the file's own comes first, then the rest. */
bool cmpl_reading_beside(const struct cmpl_context *context, uint32_t rule, uint32_t number,
			 uint32_t *ret_reading)
{
	struct cmpl_range readings = context->policy->rules[rule].readings;
	uint32_t chosen = context->chosen ? context->chosen[rule] : CMPL_NONE;

	if (number >= readings.count)
		return false;
	if (chosen == CMPL_NONE) {
		*ret_reading = readings.first + number;
		return true;
	}
	if (number == 0) {
		*ret_reading = CMPL_AS_FILED;
		return true;
	}
	*ret_reading = readings.first + number - 1;
	if (*ret_reading >= chosen)
		(*ret_reading)++;
	return true;
}

const char *cmpl_reading_label(const struct complaint_policy *policy, uint32_t reading)
{
	if (reading == CMPL_NONE)
		return NULL;
	return reading == CMPL_AS_FILED ? "as-filed"
					: cmpl_policy_text(policy, policy->readings[reading].label);
}
