/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

struct complaint_date cmpl_due_of(struct cmpl_context *context, uint32_t duty)
{
	const struct complaint_deadline *result = cmpl_duty_result(context, duty);

	if (result->state == COMPLAINT_DUTY_NOT_OWED)
		return cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);
	/* Whether it is owed at all is not known, or it hangs on itself. */
	if (result->owed != COMPLAINT_TRUE)
		return cmpl_date_of_kind(COMPLAINT_DATE_UNKNOWN);
	if (result->due.kind == COMPLAINT_DATE_NONE)
		return cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);
	return result->due;
}

/* What has not happened, but is due: the earliest due of the duties that are done by it. */
static struct complaint_date project(struct cmpl_context *context, uint32_t duty, uint32_t event,
				     uint32_t *projected_from)
{
	struct cmpl_range doers = cmpl_doers_of(context->policy, event);
	struct complaint_date best = cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);

	for (uint32_t d = doers.first; d < doers.first + doers.count; d++) {
		const struct complaint_deadline *other;
		struct complaint_date picked;
		uint32_t i = context->policy->doers[d];

		if (i == duty)
			continue;
		other = cmpl_duty_result(context, i);
		if (other->state == COMPLAINT_DUTY_NOT_OWED || other->owed != COMPLAINT_TRUE ||
		    other->cause == COMPLAINT_CAUSE_STAGE_NOT_STARTED)
			continue;
		if (other->due.kind == COMPLAINT_DATE_BEYOND_CALENDAR &&
		    best.kind == COMPLAINT_DATE_NOT_YET) {
			best = other->due;
			*projected_from = i;
		}
		if (!cmpl_date_known(&other->due))
			continue;
		picked = cmpl_date_known(&best) ? cmpl_date_pick(&best, &other->due, false)
						: other->due;
		if (!cmpl_date_known(&best) || picked.first != best.first)
			*projected_from = i;
		/* Either could come earlier than it seems, and then be the earliest. */
		picked.flags |= (best.flags | other->due.flags) & COMPLAINT_DATE_COULD_BE_EARLIER;
		best = picked;
	}
	if (cmpl_date_known(&best)) {
		best.flags |= COMPLAINT_DATE_PROJECTED;
		best.close_of_business = -1;
	}
	return best;
}

struct one {
	struct cmpl_context *context;
	enum cmpl_role role;
	uint8_t zone;
	uint32_t duty; /* CMPL_NONE: nothing is projected */
	uint32_t *projected_from;
};

static struct complaint_date resolve_one(const struct one *one, const struct cmpl_anchor *anchor)
{
	struct complaint_date date;

	switch ((enum cmpl_anchor_kind)anchor->kind) {
	case CMPL_ANCHOR_NOW:
		return one->context->now->kind == COMPLAINT_DATE_NONE
			       ? cmpl_date_of_kind(COMPLAINT_DATE_UNKNOWN)
			       : cmpl_now_in(one->context, one->zone);
	case CMPL_ANCHOR_DUE: return cmpl_due_of(one->context, anchor->index);
	case CMPL_ANCHOR_EVENT:
		date = cmpl_event_date(one->context, anchor->index, one->role, one->zone);
		if (date.kind == COMPLAINT_DATE_NOT_YET && one->duty != CMPL_NONE)
			return project(one->context, one->duty, anchor->index, one->projected_from);
		return date;
	case CMPL_ANCHOR_LATEST:
	case CMPL_ANCHOR_EARLIEST: break;
	}
	return cmpl_date_of_kind(COMPLAINT_DATE_UNKNOWN); /* groups do not nest */
}

/*
 * docs/rule-format.md, 15.4.1: all must be known for the latest; the earliest is the first of those
 * known.
 */
/* What the members of a group are: the best of each sort, and whether there is one. */
struct members {
	struct complaint_date known, projected, beyond;
	bool any_known, any_unknown, any_beyond;
	/* not yet: without a date, projected, or projected beyond the calendar */
	bool any_not_yet, any_projected, any_projected_beyond;
	uint16_t known_flags, projected_flags; /* of every one of that sort */
};

static void sort_member(struct members *members, const struct complaint_date *date, bool is_event,
			bool later)
{
	struct complaint_date *best = &members->known;
	bool *any = &members->any_known;

	if (date->kind == COMPLAINT_DATE_BEYOND_CALENDAR) {
		if (!members->any_beyond || !date->at_last) /* of several the one that says least */
			members->beyond = *date;
		if (is_event) /* an event has such a date only by projection */
			members->any_projected_beyond = true;
		else
			members->any_beyond = true;
		return;
	}
	if (date->kind == COMPLAINT_DATE_NOT_YET) {
		members->any_not_yet = true;
		return;
	}
	if (!cmpl_date_known(date)) {
		members->any_unknown = true;
		return;
	}
	if (date->flags & COMPLAINT_DATE_PROJECTED) {
		best = &members->projected;
		any = &members->any_projected;
		members->projected_flags |= date->flags;
	} else {
		members->known_flags |= date->flags;
	}
	*best = *any ? cmpl_date_pick(best, date, later) : *date;
	*any = true;
}

/* All must be known for the latest; what is projected has not happened either. */
static struct complaint_date latest(const struct members *members)
{
	bool not_yet = members->any_projected || members->any_projected_beyond;
	struct complaint_date both;

	if (members->any_not_yet || (not_yet && members->any_unknown))
		return cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);
	if (members->any_unknown)
		return cmpl_date_of_kind(COMPLAINT_DATE_UNKNOWN);
	if (members->any_beyond || members->any_projected_beyond)
		return members->beyond;
	if (!members->any_projected)
		return members->known;
	if (!members->any_known)
		return members->projected;
	both = cmpl_date_pick(&members->known, &members->projected, true);
	both.flags |= COMPLAINT_DATE_PROJECTED;
	return both;
}

/* Is what no calendar reaches certainly later than a date? Past the last covered day it is. */
static bool is_later(const struct complaint_date *beyond, const struct complaint_date *date)
{
	return beyond->at_last && beyond->calendar &&
	       cmpl_date_last_day(date) <= beyond->calendar->last;
}

/*
 * The first of those that have happened; while one is unknown, or could itself be earlier than it
 * seems, so could the first.
 */
static struct complaint_date earliest(const struct members *members)
{
	struct complaint_date first = members->any_known ? members->known : members->projected;
	uint16_t flags = members->any_known ? members->known_flags : members->projected_flags;

	first.flags |= flags & COMPLAINT_DATE_COULD_BE_EARLIER;
	if (members->any_known) {
		if (members->any_unknown ||
		    (members->any_beyond && !is_later(&members->beyond, &first)))
			first.flags |= COMPLAINT_DATE_COULD_BE_EARLIER;
		return first;
	}
	if (members->any_unknown)
		return cmpl_date_of_kind(COMPLAINT_DATE_UNKNOWN);
	if (members->any_beyond)
		return members->beyond;
	if (members->any_projected)
		return first;
	return members->any_projected_beyond ? members->beyond
					     : cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);
}

/* docs/rule-format.md, 15.4.1 */
static struct complaint_date resolve_group(const struct one *one, const struct cmpl_anchor *anchor)
{
	const struct cmpl_anchor *list = &one->context->policy->anchors[anchor->index];
	bool later = anchor->kind == CMPL_ANCHOR_LATEST;
	struct members members = { 0 };

	for (uint32_t i = 0; i < anchor->count; i++) {
		struct complaint_date date = resolve_one(one, &list[i]);

		sort_member(&members, &date, list[i].kind == CMPL_ANCHOR_EVENT, later);
	}
	return later ? latest(&members) : earliest(&members);
}

static struct complaint_date resolve(const struct one *one, uint32_t index)
{
	const struct cmpl_anchor *anchor = &one->context->policy->anchors[index];

	if (anchor->kind == CMPL_ANCHOR_LATEST || anchor->kind == CMPL_ANCHOR_EARLIEST)
		return resolve_group(one, anchor);
	return resolve_one(one, anchor);
}

struct complaint_date cmpl_anchor_resolve(struct cmpl_context *context, uint32_t anchor,
					  enum cmpl_role role, uint8_t zone)
{
	uint32_t unused = CMPL_NONE;
	struct one one = { context, role, zone, CMPL_NONE, &unused };

	return resolve(&one, anchor);
}

struct complaint_date cmpl_anchor_of_duty(struct cmpl_context *context, uint32_t duty,
					  uint32_t anchor, uint8_t zone, uint32_t *projected_from)
{
	struct one one = { context, CMPL_ROLE_ANCHOR, zone, duty, projected_from };

	return resolve(&one, anchor);
}
