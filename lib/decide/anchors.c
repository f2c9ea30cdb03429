/* SPDX-License-Identifier: MIT */
#include "decide/context.h"

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
	const struct complaint_policy *policy = context->policy;
	struct complaint_date best = cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);

	for (uint32_t i = 0; i < policy->duties_count; i++) {
		const struct complaint_deadline *other;

		if (policy->duties[i].done_by != event || i == duty)
			continue;
		other = cmpl_duty_result(context, i);
		if (other->state == COMPLAINT_DUTY_NOT_OWED || other->owed != COMPLAINT_TRUE)
			continue;
		if (other->due.kind == COMPLAINT_DATE_BEYOND_CALENDAR &&
		    best.kind == COMPLAINT_DATE_NOT_YET) {
			best = other->due;
			*projected_from = i;
		}
		if (!cmpl_date_known(&other->due))
			continue;
		if (!cmpl_date_known(&best) ||
		    cmpl_date_later(&best, &other->due, NULL) == COMPLAINT_TRUE) {
			best = other->due;
			*projected_from = i;
		}
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
			       : *one->context->now;
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
static struct complaint_date resolve_group(const struct one *one, const struct cmpl_anchor *anchor)
{
	const struct cmpl_anchor *members = &one->context->policy->anchors[anchor->index];
	bool later = anchor->kind == CMPL_ANCHOR_LATEST;
	bool unknown = false, not_yet = false, known = false;
	struct complaint_date best = cmpl_date_of_kind(COMPLAINT_DATE_UNKNOWN);
	struct complaint_date failed = best;

	for (uint32_t i = 0; i < anchor->count; i++) {
		struct complaint_date date = resolve_one(one, &members[i]);

		if (cmpl_date_known(&date)) {
			best = known ? cmpl_date_pick(&best, &date, later) : date;
			known = true;
		} else if (date.kind == COMPLAINT_DATE_NOT_YET) {
			not_yet = true;
		} else if (date.kind == COMPLAINT_DATE_BEYOND_CALENDAR) {
			failed = date;
			unknown = true;
		} else {
			unknown = true;
		}
	}
	if (later) {
		if (not_yet)
			return cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);
		return unknown ? failed : best;
	}
	if (!known)
		return unknown ? failed : cmpl_date_of_kind(COMPLAINT_DATE_NOT_YET);
	if (unknown)
		best.flags |= COMPLAINT_DATE_COULD_BE_EARLIER;
	return best;
}

static struct complaint_date resolve(const struct one *one, uint32_t index)
{
	const struct cmpl_anchor *anchor = &one->context->policy->anchors[index];

	if (anchor->kind == CMPL_ANCHOR_LATEST || anchor->kind == CMPL_ANCHOR_EARLIEST)
		return resolve_group(one, anchor);
	return resolve_one(one, anchor);
}

struct complaint_date cmpl_anchor_plain(struct cmpl_context *context, uint32_t anchor,
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
