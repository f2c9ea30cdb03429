/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

struct complaint_date cmpl_date_of_day(cmpl_day day)
{
	return (struct complaint_date){
		.kind = COMPLAINT_DATE_DAY, .close_of_business = -1, .first = day, .last = day
	};
}

struct complaint_date cmpl_date_of_value(const struct cmpl_event_value *value, uint8_t zone)
{
	struct complaint_date date = cmpl_date_of_kind(COMPLAINT_DATE_NONE);

	date.zone = zone;
	switch ((enum cmpl_event_kind)value->kind) {
	case CMPL_EVENT_NOT_GIVEN:
	case CMPL_EVENT_UNKNOWN: date.kind = COMPLAINT_DATE_UNKNOWN; break;
	case CMPL_EVENT_NOT_YET: date.kind = COMPLAINT_DATE_NOT_YET; break;
	case CMPL_EVENT_MOMENT:
		date.kind = COMPLAINT_DATE_MOMENT;
		date.first = date.last = value->moment;
		break;
	case CMPL_EVENT_DAY:
	case CMPL_EVENT_MONTH:
		date.kind = COMPLAINT_DATE_DAY;
		date.first = value->first;
		date.last = value->last;
		if (value->first != value->last)
			date.flags = COMPLAINT_DATE_SPAN;
		break;
	}
	return date;
}

cmpl_day cmpl_date_first_day(const struct complaint_date *date)
{
	if (date->kind == COMPLAINT_DATE_MOMENT)
		return cmpl_zone_day((enum cmpl_zone)date->zone, date->first, NULL);
	return (cmpl_day)date->first;
}

cmpl_day cmpl_date_last_day(const struct complaint_date *date)
{
	if (date->kind == COMPLAINT_DATE_MOMENT)
		return cmpl_zone_day((enum cmpl_zone)date->zone, date->last, NULL);
	return (cmpl_day)date->last;
}

static uint8_t later_span(int64_t a_first, int64_t a_last, int64_t b_first, int64_t b_last)
{
	if (a_first > b_last)
		return COMPLAINT_TRUE;
	return a_last <= b_first ? COMPLAINT_FALSE : COMPLAINT_UNKNOWN;
}

uint8_t cmpl_date_later(const struct complaint_date *a, const struct complaint_date *b,
			bool *by_day)
{
	if (a->kind == COMPLAINT_DATE_DAY && b->kind == COMPLAINT_DATE_DAY)
		return later_span(a->first, a->last, b->first, b->last);
	if (a->kind == COMPLAINT_DATE_MOMENT && b->kind == COMPLAINT_DATE_MOMENT)
		return later_span(a->first, a->last, b->first, b->last);

	/* A day that ends at close of business against a moment: that hour decides. */
	if (a->kind == COMPLAINT_DATE_MOMENT && b->kind == COMPLAINT_DATE_DAY &&
	    b->close_of_business >= 0) {
		enum cmpl_zone zone = (enum cmpl_zone)b->zone;
		int32_t second = b->close_of_business * 60;

		return later_span(a->first, a->last,
				  cmpl_zone_moment(zone, (cmpl_day)b->first, second),
				  cmpl_zone_moment(zone, (cmpl_day)b->last, second));
	}
	if (a->kind != b->kind && by_day)
		*by_day = true;
	return later_span(cmpl_date_first_day(a), cmpl_date_last_day(a), cmpl_date_first_day(b),
			  cmpl_date_last_day(b));
}

uint8_t cmpl_date_late(const struct complaint_date *done, const struct complaint_date *due,
		       bool *by_day)
{
	struct complaint_date limit = *due;

	/*
	 * 48 hours from a day run out somewhere in a day: nobody is late before the latest of it.
	 * Of a month each end has a latest of its own.
	 */
	if (limit.kind == COMPLAINT_DATE_MOMENT && (limit.flags & COMPLAINT_DATE_BY_DAY)) {
		if (limit.flags & COMPLAINT_DATE_SPAN)
			limit.first += (int64_t)limit.close_of_business * 60 - 1;
		else
			limit.first = limit.last;
	}
	return cmpl_date_later(done, &limit, by_day);
}

static struct complaint_date as_days(const struct complaint_date *date)
{
	struct complaint_date days = cmpl_date_of_day(cmpl_date_first_day(date));

	days.last = cmpl_date_last_day(date);
	days.zone = date->zone;
	return days;
}

struct complaint_date cmpl_date_pick(const struct complaint_date *a, const struct complaint_date *b,
				     bool later)
{
	uint16_t flags = (uint16_t)((a->flags | b->flags) & ~COMPLAINT_DATE_SPAN);
	struct complaint_date x = *a, y = *b, picked;

	/* One that is certainly the later (or the earlier) is taken as it is. */
	if (cmpl_date_later(a, b, NULL) == COMPLAINT_TRUE)
		return later ? *a : *b;
	if (cmpl_date_later(b, a, NULL) == COMPLAINT_TRUE)
		return later ? *b : *a;
	if (x.kind != y.kind) { /* one has no time: days are all that can be compared */
		x = as_days(a);
		y = as_days(b);
	}
	picked = x;
	picked.first = (x.first > y.first) == later ? x.first : y.first;
	picked.last = (x.last > y.last) == later ? x.last : y.last;
	if (picked.kind == COMPLAINT_DATE_DAY) /* days have both their ends told */
		flags &= (uint16_t)~COMPLAINT_DATE_BY_DAY;
	else if (y.flags & COMPLAINT_DATE_BY_DAY)
		picked.close_of_business = y.close_of_business;
	picked.flags = flags;
	if (picked.first != picked.last &&
	    (!(flags & COMPLAINT_DATE_BY_DAY) || ((a->flags | b->flags) & COMPLAINT_DATE_SPAN)))
		picked.flags |= COMPLAINT_DATE_SPAN;
	return picked;
}
