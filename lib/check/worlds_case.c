/* SPDX-License-Identifier: MIT */
/* A world put into a case: its values, and the names of what it reads. */
#include "check/check.h"

static uint32_t slot_of(const struct cmpl_examination *examination, enum cmpl_list list,
			uint32_t name)
{
	const struct complaint_set *set = examination->set;

	if (name >= CMPL_OWN)
		name = (list == CMPL_FACTS ? set->fact_of : set->event_of)[0][name - CMPL_OWN];
	return cmpl_case_slot(name, cmpl_vocabulary_count[list]);
}

static struct cmpl_event_value event_of(struct cmpl_value value)
{
	struct cmpl_event_value event = { .kind = CMPL_EVENT_UNKNOWN };

	if (value.kind == CMPL_VALUE_NOT_YET)
		event.kind = CMPL_EVENT_NOT_YET;
	if (value.kind == CMPL_VALUE_DAY) {
		event.kind = CMPL_EVENT_DAY;
		event.first = event.last = value.number;
	}
	return event;
}

/* The probe's present is that of the answer in which it is tried. */
static void set_now(const struct cmpl_examination *examination, struct complaint_case *given,
		    struct cmpl_value value)
{
	struct complaint_date date = cmpl_date_of_kind(COMPLAINT_DATE_NONE);

	if (value.kind == CMPL_VALUE_DAY)
		date = cmpl_date_of_day(value.number);
	if (given == examination->probe)
		examination->answer->now = date;
	given->now = (struct cmpl_event_value){ .kind = CMPL_EVENT_NOT_GIVEN };
	if (value.kind == CMPL_VALUE_DAY)
		given->now = event_of(value);
}

void cmpl_value_set(const struct cmpl_examination *examination, struct complaint_case *given,
		    uint8_t list, uint32_t name, struct cmpl_value value)
{
	if (list == CMPL_WORLD_NOW) {
		set_now(examination, given, value);
	} else if (list == CMPL_EVENTS) {
		given->events[slot_of(examination, CMPL_EVENTS, name)] = event_of(value);
	} else if (list == CMPL_FACTS) {
		uint32_t slot = slot_of(examination, CMPL_FACTS, name);

		if (value.kind == CMPL_VALUE_NUMBER)
			cmpl_case_give(given, slot, value.number);
		else
			cmpl_case_give_none(given, slot, COMPLAINT_UNKNOWN);
	}
}

/*
 * How long before the base day an event makes an opaque test come out as wanted, as well as can be.
 */
static cmpl_day days_before(const struct cmpl_term *term, bool truth)
{
	bool long_ago =
		term->compare == CMPL_COMPARE_MORE_THAN || term->compare == CMPL_COMPARE_AT_LEAST;

	return term->kind == CMPL_TERM_ELAPSED && truth == long_ago ? term->amount / 24 + 2 : 0;
}

static void apply_opaque(const struct cmpl_worlds *worlds, uint32_t leaf, struct cmpl_value value,
			 struct complaint_case *given)
{
	const struct cmpl_examination *examination = worlds->examination;
	const struct cmpl_term *term = &examination->policy->terms[worlds->leaves[leaf].term];
	const struct cmpl_anchor *anchor = &examination->policy->anchors[term->anchor];
	struct cmpl_value event = { CMPL_VALUE_UNKNOWN, 0 };
	struct cmpl_value base = { CMPL_VALUE_DAY, examination->base };

	if (value.kind == CMPL_VALUE_NUMBER) {
		event.kind = value.number || term->kind == CMPL_TERM_ELAPSED ? CMPL_VALUE_DAY
									     : CMPL_VALUE_NOT_YET;
		event.number = examination->base - days_before(term, value.number != 0);
	}
	cmpl_value_set(examination, given, CMPL_EVENTS, term->name, event);
	if (anchor->kind == CMPL_ANCHOR_EVENT)
		cmpl_value_set(examination, given, CMPL_EVENTS, anchor->index, base);
}

struct cmpl_value cmpl_world_value(const struct cmpl_worlds *worlds, const struct cmpl_world *world,
				   uint32_t number)
{
	const struct cmpl_variable *variable = &worlds->variables[number];
	const struct cmpl_component *component = &worlds->components[variable->component];
	const struct cmpl_state *state = &component->states[world->at[variable->component]];

	for (uint32_t m = 0; m < component->member_count; m++)
		if (component->member[m] == number && state->value[m] != UINT8_MAX)
			return variable->values[state->value[m]];
	return (struct cmpl_value){ CMPL_VALUE_UNKNOWN, 0 };
}

void cmpl_world_apply(const struct cmpl_worlds *worlds, const struct cmpl_world *world,
		      struct complaint_case *given)
{
	for (uint32_t i = 0; i < worlds->variable_count; i++) {
		const struct cmpl_variable *variable = &worlds->variables[i];
		struct cmpl_value value = cmpl_world_value(worlds, world, i);

		if (variable->list == CMPL_WORLD_OPAQUE)
			apply_opaque(worlds, variable->name, value, given);
		else
			cmpl_value_set(worlds->examination, given, variable->list, variable->name,
				       value);
	}
}

const char *cmpl_variable_id(const struct cmpl_worlds *worlds, uint32_t number)
{
	const struct complaint_policy *policy = worlds->examination->policy;
	const struct cmpl_variable *variable = &worlds->variables[number];

	if (variable->list == CMPL_WORLD_NOW)
		return "now";
	if (variable->list == CMPL_WORLD_OPAQUE)
		return cmpl_policy_name_id(policy, CMPL_EVENTS,
					   policy->terms[worlds->leaves[variable->name].term].name);
	return cmpl_policy_name_id(policy, (enum cmpl_list)variable->list, variable->name);
}
