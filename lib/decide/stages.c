/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

/* Stages: has one started, is it skipped, which route enters it. */

static bool route_enters(struct cmpl_context *context, uint32_t stage)
{
	const struct cmpl_route_taken *taken = cmpl_route_taken(context, true);

	return taken->state == COMPLAINT_ROUTE_TAKEN &&
	       cmpl_route_at(context, taken->route)->starts_at == stage;
}

/* Only the route taken at acceptance skips stages: those before the one it enters, or all. */
static bool skipped(struct cmpl_context *context, uint32_t stage)
{
	const struct cmpl_route_taken *taken = cmpl_route_taken(context, true);
	uint32_t starts_at;

	if (taken->state != COMPLAINT_ROUTE_TAKEN)
		return false;
	starts_at = cmpl_route_at(context, taken->route)->starts_at;
	return starts_at == CMPL_NONE || stage < starts_at;
}

/* Nothing was said of what starts a stage: of the event, or of any event of a group. */
static bool not_given(const struct cmpl_context *context, const struct cmpl_anchor *anchor)
{
	if (anchor->kind == CMPL_ANCHOR_EVENT)
		return cmpl_event_value(context, anchor->index)->kind == CMPL_EVENT_NOT_GIVEN;
	if (anchor->kind != CMPL_ANCHOR_LATEST && anchor->kind != CMPL_ANCHOR_EARLIEST)
		return false;
	for (uint32_t i = 0; i < anchor->count; i++) {
		if (!not_given(context, &context->policy->anchors[anchor->index + i]))
			return false;
	}
	return true;
}

static bool any_event(const struct complaint_case *given)
{
	for (uint32_t i = 0; i < given->event_count; i++) {
		if (given->events[i].kind >= CMPL_EVENT_DAY)
			return true;
	}
	return false;
}

static uint8_t started(struct cmpl_context *context, uint32_t index)
{
	const struct cmpl_stage *stage = cmpl_stage_at(context, index);
	const struct cmpl_anchor *anchor = &context->policy->anchors[stage->starts];
	uint8_t zone = cmpl_counting_of(context, CMPL_NONE)->zone;
	struct complaint_date date;
	bool missing;

	if (anchor->kind == CMPL_ANCHOR_EVENT && cmpl_event_happened(context, anchor->index))
		return COMPLAINT_TRUE;
	if (anchor->kind == CMPL_ANCHOR_EVENT && index > 0 &&
	    cmpl_event_done(context, anchor->index) == COMPLAINT_FALSE)
		return cmpl_truth(route_enters(context, index));
	missing = not_given(context, anchor);
	/* What is not given has not happened, save the start of the first stage. */
	date = cmpl_anchor_plain(context, stage->starts,
				 index > 0 ? CMPL_ROLE_START : CMPL_ROLE_CONDITION, zone);
	if (cmpl_date_known(&date))
		return COMPLAINT_TRUE;
	/*
	 * A route that enters here starts the stage; the first one only if anything has happened at
	 * all.
	 */
	if ((index > 0 || missing) && route_enters(context, index) &&
	    (index > 0 || any_event(context->given)))
		return COMPLAINT_TRUE;
	return date.kind == COMPLAINT_DATE_NOT_YET ? COMPLAINT_FALSE : COMPLAINT_UNKNOWN;
}

static struct cmpl_place_of_duty place(uint8_t owed, uint8_t cause)
{
	return (struct cmpl_place_of_duty){ .owed = owed,
					    .reached = COMPLAINT_TRUE,
					    .cause = cause };
}

/* Of a duty of the stage that nothing stands in for. */
static struct cmpl_place_of_duty place_in(struct cmpl_context *context, uint32_t stage,
					  const struct cmpl_stage_seen *seen)
{
	uint8_t in_force = cmpl_rule_in_force(context, context->policy->stages[stage].rule);
	struct cmpl_place_of_duty here = place(in_force, COMPLAINT_CAUSE_NONE);

	if (seen->skipped)
		return place(COMPLAINT_FALSE, COMPLAINT_CAUSE_STAGE_SKIPPED);
	if (in_force == COMPLAINT_FALSE)
		return place(COMPLAINT_FALSE, COMPLAINT_CAUSE_NOT_IN_FORCE);
	if (seen->started == COMPLAINT_FALSE) { /* while it is unknown a duty waits all the same */
		here.reached = COMPLAINT_FALSE;
		here.cause = COMPLAINT_CAUSE_STAGE_NOT_STARTED;
	} else if (seen->started == COMPLAINT_UNKNOWN) {
		here.flags |= COMPLAINT_DEADLINE_STAGE_UNKNOWN;
	}
	if (cmpl_route_taken(context, true)->state == COMPLAINT_ROUTE_UNDETERMINED)
		here.flags |= COMPLAINT_DEADLINE_ROUTE_UNDETERMINED;
	return here;
}

/* Asked for each duty of it, and for the standing. */
const struct cmpl_stage_seen *cmpl_stage_see(struct cmpl_context *context, uint32_t stage)
{
	struct cmpl_stage_seen *kept = &context->seen[stage % CMPL_STAGES_SEEN];
	struct cmpl_stage_seen fresh = { .stage = stage + 1 };

	fresh.skipped = skipped(context, stage);
	fresh.entered = route_enters(context, stage);
	fresh.started = started(context, stage);
	fresh.place = place_in(context, stage, &fresh);
	*kept = fresh; /* only now: a start may hang on a due, and look at other stages */
	return kept;
}

/*
 * In the stage a route enters, a duty of the route stands in for the stage's duty done by the same
 * event.
 */
uint32_t cmpl_duty_replaced_by(struct cmpl_context *context, uint32_t index)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_duty *duty = &policy->duties[index];
	struct cmpl_range duties;

	/*
	 * Not by cmpl_stage_look(): a start can hang on the very limit whose stand-in is looked
	 * for.
	 */
	if (duty->place != CMPL_IN_STAGE || duty->done_by == CMPL_NONE ||
	    !route_enters(context, duty->owner))
		return CMPL_NONE;
	duties = policy->routes[cmpl_route_taken(context, true)->route].duties;
	for (uint32_t i = duties.first; i < duties.first + duties.count; i++) {
		if (policy->duties[i].done_by == duty->done_by)
			return i;
	}
	return CMPL_NONE;
}

uint32_t cmpl_stage_extending(struct cmpl_context *context, uint32_t duty)
{
	const struct complaint_policy *policy = context->policy;

	for (uint32_t i = 0; i < policy->stages_count; i++) {
		uint32_t extension = policy->stages[i].extension;
		uint32_t of;

		if (extension == CMPL_NONE)
			continue;
		of = policy->extensions[extension].of;
		if (of == duty || cmpl_duty_replaced_by(context, of) == duty)
			return i;
	}
	return CMPL_NONE;
}
