/* SPDX-License-Identifier: MIT */
/*
 * What is worth trying for each name: each value of a choice, numbers and dates around each
 * threshold.
 */
#include "check/check.h"

static bool add_value(struct cmpl_variable *variable, uint8_t kind, int32_t number)
{
	for (uint32_t i = 0; i < variable->value_count; i++)
		if (variable->values[i].kind == kind && variable->values[i].number == number)
			return true;
	if (variable->value_count == CMPL_WORLD_VALUES)
		return false;
	variable->values[variable->value_count++] = (struct cmpl_value){ kind, number };
	return true;
}

static const struct cmpl_term *term_of(const struct cmpl_worlds *worlds, uint32_t leaf)
{
	return &worlds->examination->policy->terms[worlds->leaves[leaf].term];
}

static bool reads(const struct cmpl_worlds *worlds, uint32_t leaf, uint32_t variable)
{
	return worlds->leaves[leaf].left == variable || worlds->leaves[leaf].right == variable;
}

/* --- facts ---------------------------------------------------------------------------- */

/* The two sides of every threshold, and the threshold. */
static bool choose_numbers(struct cmpl_worlds *worlds, uint32_t number)
{
	struct cmpl_variable *variable = &worlds->variables[number];

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		int32_t amount = term_of(worlds, i)->amount;

		if (!reads(worlds, i, number))
			continue;
		if (!add_value(variable, CMPL_VALUE_NUMBER, amount) ||
		    (amount < INT32_MAX && !add_value(variable, CMPL_VALUE_NUMBER, amount + 1)) ||
		    (amount > 0 && !add_value(variable, CMPL_VALUE_NUMBER, amount - 1)))
			return false;
	}
	return true;
}

static bool is_tested_for(const struct cmpl_worlds *worlds, uint32_t number, int32_t choice)
{
	const int32_t *values = worlds->examination->policy->values;

	for (uint32_t i = 0; i < worlds->leaf_count; i++) {
		const struct cmpl_term *term = term_of(worlds, i);

		for (int32_t k = 0; reads(worlds, i, number) && k < term->amount; k++)
			if (values[term->first_value + (uint32_t)k] == choice)
				return true;
	}
	return false;
}

/* Of the values that no test names one stands for all. */
static bool choose_choices(struct cmpl_worlds *worlds, uint32_t number)
{
	struct cmpl_variable *variable = &worlds->variables[number];
	const struct complaint_policy *policy = worlds->examination->policy;
	bool other = false;

	for (uint32_t i = 0; cmpl_policy_choice_id(policy, variable->name, i); i++) {
		if (!is_tested_for(worlds, number, (int32_t)i)) {
			if (other)
				continue;
			other = true;
		}
		if (!add_value(variable, CMPL_VALUE_NUMBER, (int32_t)i))
			return false;
	}
	return true;
}

static bool choose_facts(struct cmpl_worlds *worlds, uint32_t number)
{
	struct cmpl_variable *variable = &worlds->variables[number];
	const struct complaint_policy *policy = worlds->examination->policy;

	if (variable->list == CMPL_FACTS) {
		uint8_t type = cmpl_policy_name_type(policy, variable->name);

		if (type == COMPLAINT_TYPE_NUMBER)
			return choose_numbers(worlds, number);
		if (type == COMPLAINT_TYPE_CHOICE)
			return choose_choices(worlds, number);
	}
	return add_value(variable, CMPL_VALUE_NUMBER, 1) &&
	       add_value(variable, CMPL_VALUE_NUMBER, 0);
}

/* --- dates ------------------------------------------------------------------------------ */

/* The day so much earlier or later; that it is only near for working days does no harm. */
static cmpl_day shifted(const struct cmpl_worlds *worlds, uint32_t leaf, cmpl_day day, int32_t sign)
{
	const struct cmpl_term *term = term_of(worlds, leaf);
	const struct complaint_policy *policy = worlds->examination->policy;
	const struct cmpl_counting *counting =
		cmpl_counting_of(&worlds->examination->context, worlds->leaves[leaf].counting);
	cmpl_day there;

	switch (term->unit) {
	case COMPLAINT_UNIT_MONTHS: return cmpl_day_add_months(day, sign * term->amount);
	case COMPLAINT_UNIT_YEARS: return cmpl_day_add_months(day, sign * 12 * term->amount);
	case COMPLAINT_UNIT_WEEKS: return day + sign * 7 * term->amount;
	case COMPLAINT_UNIT_WORKING_DAYS:
		if (counting->calendar != CMPL_NONE &&
		    cmpl_calendar_nth(policy->calendars[counting->calendar].calendar, day + sign,
				      sign * term->amount, &there))
			return there;
		return day + sign * (term->amount * 7 / 5);
	default: return day + sign * term->amount;
	}
}

/*
 * From a day of the one that is known, the days of the other between which the test's answer
 * changes.
 */
static bool add_days_around(const struct cmpl_worlds *worlds, uint32_t leaf, bool is_left,
			    cmpl_day known, size_t count, struct cmpl_variable *variable)
{
	static const int8_t steps[] = { 0, 1, -1, 2, -2 };
	bool elapsed = term_of(worlds, leaf)->kind == CMPL_TERM_ELAPSED;
	cmpl_day middle = known;

	if (elapsed)
		middle = shifted(worlds, leaf, known, is_left ? -1 : 1);
	for (size_t i = 0; i < count; i++)
		if (!add_value(variable, CMPL_VALUE_DAY, middle + steps[i]))
			return false;
	return !elapsed || add_value(variable, CMPL_VALUE_DAY, known);
}

static bool follow_leaf(struct cmpl_worlds *worlds, uint32_t leaf, uint32_t from, uint32_t to)
{
	const struct cmpl_variable *known = &worlds->variables[from];
	struct cmpl_variable *variable = &worlds->variables[to];
	/* Of three that hang together fewer are tried, since they multiply. */
	size_t steps = worlds->components[variable->component].member_count > 2 ? 3 : 5;

	for (uint32_t i = 0; i < known->value_count; i++)
		if (known->values[i].kind == CMPL_VALUE_DAY &&
		    !add_days_around(worlds, leaf, worlds->leaves[leaf].left == to,
				     known->values[i].number, steps, variable))
			return false;
	return true;
}

/*
 * An event that only tests of elapsed time read has happened, known or not: "issue-arose: not-yet"
 * is no complaint. One whose happening is tested, or whose place in an order is, may also be not
 * yet.
 */
static bool may_be_not_yet(const struct cmpl_worlds *worlds, uint32_t number)
{
	const struct cmpl_variable *variable = &worlds->variables[number];

	if (variable->list != CMPL_EVENTS)
		return false;
	for (uint32_t i = 0; i < worlds->leaf_count; i++)
		if (reads(worlds, i, number) && term_of(worlds, i)->kind != CMPL_TERM_ELAPSED)
			return true;
	return cmpl_policy_name_silence(worlds->examination->policy, CMPL_EVENTS, variable->name) !=
	       COMPLAINT_TRUTH_NOT_GIVEN;
}

/* Where a component's days begin: the name that most tests measure against. */
static uint8_t root_of(const struct cmpl_worlds *worlds, const struct cmpl_component *component)
{
	uint32_t most = 0;
	uint8_t best = 0;

	for (uint32_t m = 0; m < component->member_count; m++) {
		uint32_t count = 0;

		for (uint32_t i = 0; i < worlds->leaf_count; i++)
			count += worlds->leaves[i].right == component->member[m];
		if (count > most) {
			most = count;
			best = (uint8_t)m;
		}
	}
	return best;
}

/* The next member that a leaf ties to one whose days are chosen; all such leaves have their say. */
static bool choose_next(struct cmpl_worlds *worlds, uint32_t component, bool *ret_more)
{
	const struct cmpl_component *own = &worlds->components[component];

	*ret_more = false;
	for (uint32_t m = 0; m < own->member_count; m++) {
		uint32_t number = own->member[m];
		bool tied = false;

		for (uint32_t i = 0; !worlds->variables[number].valued && i < worlds->leaf_count;
		     i++) {
			uint32_t left = worlds->leaves[i].left, right = worlds->leaves[i].right;
			uint32_t other = left == number ? right : left;

			if (!reads(worlds, i, number) || other == number ||
			    !worlds->variables[other].valued)
				continue;
			if (!follow_leaf(worlds, i, other, number))
				return false;
			tied = true;
		}
		if (tied) {
			worlds->variables[number].valued = true;
			*ret_more = true;
			return true;
		}
	}
	return true;
}

/*
 * Days were chosen around the first day of the root. Now the root moves on and back over each
 * threshold, and everything can lie as near together or as far apart as there is: every day of one
 * is tried for each.
 */
static bool share_days(struct cmpl_worlds *worlds, const struct cmpl_component *component,
		       struct cmpl_variable *root)
{
	static const int32_t steps[] = { 1, -1, CMPL_WORLD_FAR_AHEAD, CMPL_WORLD_FAR_BACK };
	cmpl_day base = worlds->examination->base;

	if (component->member_count == 1)
		return true;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (!add_value(root, CMPL_VALUE_DAY, base + steps[i]))
			return false;
	for (uint32_t m = 0; m < component->member_count; m++) {
		const struct cmpl_variable *from = &worlds->variables[component->member[m]];

		for (uint32_t i = 0; i < from->value_count; i++)
			if (!add_value(root, from->values[i].kind, from->values[i].number))
				return false;
	}
	for (uint32_t m = 0; m < component->member_count; m++) {
		struct cmpl_variable *to = &worlds->variables[component->member[m]];

		for (uint32_t i = 0; i < root->value_count; i++)
			if (!add_value(to, root->values[i].kind, root->values[i].number))
				return false;
	}
	return true;
}

static bool choose_dates(struct cmpl_worlds *worlds, uint32_t component)
{
	const struct cmpl_component *own = &worlds->components[component];
	struct cmpl_variable *root = &worlds->variables[own->member[root_of(worlds, own)]];
	bool more = true;

	root->valued = true;
	if (!add_value(root, CMPL_VALUE_DAY, worlds->examination->base))
		return false;
	while (more)
		if (!choose_next(worlds, component, &more))
			return false;
	if (!share_days(worlds, own, root))
		return false;
	for (uint32_t m = 0; m < own->member_count; m++)
		if (may_be_not_yet(worlds, own->member[m]) &&
		    !add_value(&worlds->variables[own->member[m]], CMPL_VALUE_NOT_YET, 0))
			return false;
	return true;
}

bool cmpl_worlds_choose_values(struct cmpl_worlds *worlds)
{
	for (uint32_t i = 0; i < worlds->component_count; i++) {
		uint32_t first = worlds->components[i].member[0];
		uint8_t list = worlds->variables[first].list;
		bool dates = list == CMPL_EVENTS || list == CMPL_WORLD_NOW;

		if (!(dates ? choose_dates(worlds, i) : choose_facts(worlds, first)))
			return false;
	}
	return true;
}

bool cmpl_worlds_try_member(const struct cmpl_worlds *worlds, uint32_t component, uint32_t member,
			    const struct cmpl_value *chosen, struct cmpl_variable *ret_trial)
{
	const struct cmpl_component *own = &worlds->components[component];
	uint32_t number = own->member[member];

	*ret_trial = worlds->variables[number];
	ret_trial->value_count = 0;
	for (uint32_t m = 0; m < own->member_count; m++) {
		for (uint32_t i = 0; i < worlds->leaf_count && chosen[m].kind == CMPL_VALUE_DAY;
		     i++) {
			bool is_left = worlds->leaves[i].left == number;

			if (m == member || !reads(worlds, i, number) ||
			    !reads(worlds, i, own->member[m]))
				continue;
			if (!add_days_around(worlds, i, is_left, chosen[m].number, 5, ret_trial))
				return false;
		}
	}
	if (may_be_not_yet(worlds, number) && !add_value(ret_trial, CMPL_VALUE_NOT_YET, 0))
		return false;
	return add_value(ret_trial, CMPL_VALUE_DAY, worlds->examination->base);
}
