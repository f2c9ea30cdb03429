/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <complaint/names.h>

/*
 * Where a duty stands says when it is owed: on refusal, on a route, in a stage,
 * with an extension, when a window is used (docs/rule-format.md, 4, 15.5).
 */

/* --- places --------------------------------------------------------------------- */

static struct cmpl_place_of_duty place(uint8_t owed, uint8_t reached, uint8_t cause)
{
	return (struct cmpl_place_of_duty){ .owed = owed, .reached = reached, .cause = cause };
}

static uint8_t refused(const struct cmpl_context *context)
{
	return cmpl_event_done(context, COMPLAINT_EVENT_COMPLAINT_REFUSED);
}

static struct cmpl_place_of_duty on_refusal(void)
{
	return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NOT_REFUSED);
}

static struct cmpl_place_of_duty in_refusal(const struct cmpl_context *context)
{
	uint8_t truth = refused(context);

	if (truth == COMPLAINT_FALSE)
		return on_refusal();
	return place(truth, COMPLAINT_TRUE, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
}

static struct cmpl_place_of_duty in_exclusion(struct cmpl_context *context, uint32_t exclusion)
{
	uint8_t truth = refused(context), level;

	if (truth == COMPLAINT_FALSE)
		return on_refusal();
	if (!(cmpl_exclusion_at(context, exclusion)->tested_at & context->at) ||
	    cmpl_exclusion_applies(context, exclusion, &level) != COMPLAINT_TRUE)
		return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_EXCLUSION_NOT_USED);
	return place(truth, COMPLAINT_TRUE, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
}

/* Does a route before it certainly apply? Then it is not taken, whatever is still unknown. */
static bool another_comes_first(struct cmpl_context *context, uint32_t route, uint8_t at)
{
	for (uint32_t i = 0; i < route; i++) {
		if ((cmpl_route_at(context, i)->tested_at & at) &&
		    cmpl_route_applies(context, i) == COMPLAINT_TRUE)
			return true;
	}
	return false;
}

static struct cmpl_place_of_duty in_route(struct cmpl_context *context, uint32_t route)
{
	uint8_t tested_at = cmpl_route_at(context, route)->tested_at;
	struct cmpl_place_of_duty none =
		place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_ROUTE_NOT_TAKEN);
	bool open = false;

	for (int at_acceptance = 0; at_acceptance < 2; at_acceptance++) {
		const struct cmpl_route_taken *taken = cmpl_route_taken(context, at_acceptance);

		if (!(tested_at & (at_acceptance ? CMPL_AT_ACCEPTANCE : context->at)))
			continue;
		if (taken->state == COMPLAINT_ROUTE_TAKEN && taken->route == route)
			return place(COMPLAINT_TRUE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NONE);
		if (taken->state == COMPLAINT_ROUTE_UNDETERMINED)
			open = open || !another_comes_first(context, route,
							    at_acceptance ? CMPL_AT_ACCEPTANCE
									  : context->at);
	}
	if (!open || cmpl_route_applies(context, route) == COMPLAINT_FALSE)
		return none;
	return place(COMPLAINT_UNKNOWN, COMPLAINT_TRUE, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
}

/* In the stage that a route enters, a duty of the route may stand in for it. */
static struct cmpl_place_of_duty in_stage(struct cmpl_context *context, uint32_t duty,
					  uint32_t stage)
{
	struct cmpl_stage_seen at = *cmpl_stage_look(context, stage);

	if (at.entered && cmpl_duty_replaced_by(context, duty) != CMPL_NONE)
		return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_ROUTE_DUTY);
	return at.place;
}

/* --- extensions and tiers ------------------------------------------------------------ */

static uint32_t duty_extended(struct cmpl_context *context, uint32_t stage)
{
	uint32_t of = context->policy->extensions[context->policy->stages[stage].extension].of;
	uint32_t instead = cmpl_duty_replaced_by(context, of);

	return instead == CMPL_NONE ? of : instead;
}

static struct cmpl_place_of_duty in_extension(struct cmpl_context *context, uint32_t stage)
{
	uint32_t duty;

	if (context->given->extension_count == 0)
		return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NO_EXTENSION_MADE);
	duty = duty_extended(context, stage);
	for (uint32_t i = 0; i < context->given->extension_count; i++) {
		if (cmpl_extension_is_of(context, &context->given->extensions[i], duty))
			return place(COMPLAINT_TRUE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NONE);
	}
	return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NO_EXTENSION_MADE);
}

static uint8_t all_needs(struct cmpl_context *context, const struct cmpl_tier *tier)
{
	uint8_t truth = COMPLAINT_TRUE;

	for (uint32_t i = 0; i < tier->needs.count; i++)
		truth = cmpl_and(truth,
				 cmpl_condition_test(context,
						     context->policy->roots[tier->needs.first + i],
						     CMPL_NONE));
	return truth;
}

/* Does an extension that was made need this tier? The chain of all that were made is followed. */
static uint8_t is_needed_by(struct cmpl_context *context, uint32_t tier, uint32_t stage,
			    const struct complaint_deadline *deadline)
{
	struct cmpl_limit_date stands = { deadline->policy_raw, deadline->policy_due };
	uint8_t needed = COMPLAINT_FALSE;

	for (uint32_t i = 0; i < context->given->extension_count; i++) {
		const struct cmpl_extension_made *made = &context->given->extensions[i];
		struct cmpl_limit_date added;
		struct complaint_date reach;
		bool unknown, any;
		uint32_t decides;

		if (!cmpl_extension_is_of(context, made, deadline->duty))
			continue;
		if (!cmpl_date_known(&stands.raw) || !cmpl_date_known(&stands.settled))
			return COMPLAINT_UNKNOWN;
		added.raw =
			cmpl_extension_add(context, deadline, &stands.raw, made, &added.settled);
		if (!cmpl_date_known(&added.settled))
			return COMPLAINT_UNKNOWN;
		if (!cmpl_date_extends(&added, &stands)) /* needs no tier */
			continue;
		decides = cmpl_tier_for(context, deadline, stage, &stands.raw, &added.settled,
					&reach, &unknown, &any);
		if (decides == tier)
			needed = COMPLAINT_TRUE;
		else if (unknown && needed == COMPLAINT_FALSE)
			needed = COMPLAINT_UNKNOWN;
		stands = added;
	}
	return needed;
}

/* Where only a month is known, both its ends must need it. */
static uint8_t is_needed(struct cmpl_context *context, uint32_t tier, uint32_t stage, uint32_t duty)
{
	const struct complaint_deadline *deadline = cmpl_duty_result(context, duty);
	struct complaint_deadline end;
	uint8_t needed[2];

	if (deadline->state == COMPLAINT_DUTY_NOT_OWED)
		return COMPLAINT_FALSE;
	if (!deadline->dated)
		return COMPLAINT_UNKNOWN;
	if (!(deadline->policy_due.flags & COMPLAINT_DATE_SPAN))
		return is_needed_by(context, tier, stage, deadline);
	for (int i = 0; i < 2; i++) {
		end = *deadline;
		cmpl_deadline_keep_end(&end, i == 1);
		needed[i] = is_needed_by(context, tier, stage, &end);
	}
	return needed[0] == needed[1] ? needed[0] : (uint8_t)COMPLAINT_UNKNOWN;
}

static struct cmpl_place_of_duty in_tier(struct cmpl_context *context, uint32_t tier,
					 bool otherwise)
{
	uint32_t stage = context->policy->tiers[tier].stage;
	const struct cmpl_extension *extension =
		cmpl_extension_at(context, context->policy->stages[stage].extension);
	uint8_t needed = COMPLAINT_FALSE;

	/* Tiers that a reading has put others in the place of are none. */
	if (tier < extension->tiers.first ||
	    tier >= extension->tiers.first + extension->tiers.count)
		return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_OTHER_READING);
	if (context->given->extension_count > 0)
		needed = cmpl_and(cmpl_rule_in_force(context, context->policy->tiers[tier].rule),
				  is_needed(context, tier, stage, duty_extended(context, stage)));
	if (needed == COMPLAINT_FALSE)
		return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NO_EXTENSION_MADE);
	if (otherwise) {
		needed =
			cmpl_and(needed, cmpl_not(all_needs(context, cmpl_tier_at(context, tier))));
		if (needed == COMPLAINT_FALSE)
			return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_WHEN_FALSE);
	}
	return place(needed, COMPLAINT_TRUE, COMPLAINT_CAUSE_CONDITION_UNKNOWN);
}

/* --- windows --------------------------------------------------------------------------- */

/* A window's duties are owed when it is used; those with `before` from when it exists. */
static struct cmpl_place_of_duty in_window(struct cmpl_context *context,
					   const struct cmpl_duty *duty, uint32_t index)
{
	struct complaint_window room;
	const struct complaint_window *window = cmpl_window_result(context, index, &room);
	uint8_t owed = duty->before != CMPL_NONE ? window->exists : window->use;

	return place(owed, COMPLAINT_TRUE,
		     owed == COMPLAINT_FALSE ? COMPLAINT_CAUSE_WINDOW_NOT_USED
					     : COMPLAINT_CAUSE_CONDITION_UNKNOWN);
}

/* --- where nothing is owed ------------------------------------------------------------- */

/* Neither at acceptance nor at the moment asked about is any route taken, or could one be. */
static bool no_route(struct cmpl_context *context)
{
	return !context->policy
			->routes_hang_on_dues && /* or a route would be asked about too soon */
	       cmpl_route_taken(context, true)->state == COMPLAINT_ROUTE_NONE &&
	       cmpl_route_taken(context, false)->state == COMPLAINT_ROUTE_NONE;
}

/* Most duties of a policy stand where most cases never come: one look a place, not one a duty. */
void cmpl_places_find_idle(struct cmpl_context *context)
{
	uint8_t *idle = context->idle;

	context->idle_known = true;
	if (refused(context) == COMPLAINT_FALSE)
		idle[CMPL_IN_REFUSAL] = idle[CMPL_IN_EXCLUSION] = COMPLAINT_CAUSE_NOT_REFUSED;
	if (no_route(context))
		idle[CMPL_IN_ROUTE] = COMPLAINT_CAUSE_ROUTE_NOT_TAKEN;
	if (context->given->extension_count > 0)
		return;
	idle[CMPL_IN_EXTENSION] = COMPLAINT_CAUSE_NO_EXTENSION_MADE;
	if (context->as_filed) /* else another reading may have put other tiers in their place */
		idle[CMPL_IN_TIER] = idle[CMPL_IN_OTHERWISE] = COMPLAINT_CAUSE_NO_EXTENSION_MADE;
}

/* Is the rule one that only a reading brings, and does that reading hold here? */
static bool is_of_another_reading(const struct cmpl_context *context, const struct cmpl_duty *duty)
{
	uint32_t reading;

	if (!duty->is_of_reading)
		return false;
	reading = context->policy->rules[duty->rule].reading;
	return cmpl_reading_of(context, context->policy->readings[reading].rule) != reading;
}

struct cmpl_place_of_duty cmpl_place_find(struct cmpl_context *context, uint32_t index,
					  const struct cmpl_duty *duty)
{
	if (is_of_another_reading(context, duty))
		return place(COMPLAINT_FALSE, COMPLAINT_TRUE, COMPLAINT_CAUSE_OTHER_READING);
	switch ((enum cmpl_standing_place)duty->place) {
	case CMPL_IN_FILE: break;
	case CMPL_IN_REFUSAL: return in_refusal(context);
	case CMPL_IN_EXCLUSION: return in_exclusion(context, duty->owner);
	case CMPL_IN_ROUTE: return in_route(context, duty->owner);
	case CMPL_IN_STAGE: return in_stage(context, index, duty->owner);
	case CMPL_IN_EXTENSION: return in_extension(context, duty->owner);
	case CMPL_IN_TIER: return in_tier(context, duty->owner, false);
	case CMPL_IN_OTHERWISE: return in_tier(context, duty->owner, true);
	case CMPL_IN_WINDOW: return in_window(context, duty, duty->owner);
	case CMPL_PLACES: break;
	}
	return place(COMPLAINT_TRUE, COMPLAINT_TRUE, COMPLAINT_CAUSE_NONE);
}
