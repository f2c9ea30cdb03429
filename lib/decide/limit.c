/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

static const struct complaint_calendar *calendar_of(const struct cmpl_context *context,
						    const struct cmpl_counting *counting)
{
	return counting->calendar == CMPL_NONE ? NULL : context->calendars[counting->calendar];
}

static struct complaint_date beyond(const struct complaint_calendar *calendar, bool at_last)
{
	struct complaint_date date = cmpl_date_of_kind(COMPLAINT_DATE_BEYOND_CALENDAR);

	date.calendar = calendar;
	date.at_last = at_last;
	return date;
}

/* The n-th working day from a day on, or why there is none. */
static bool nth_working_day(const struct complaint_calendar *calendar, cmpl_day from, int32_t n,
			    cmpl_day *ret_day, struct complaint_date *ret_beyond)
{
	if (calendar && cmpl_calendar_nth(calendar, from, n, ret_day))
		return true;
	*ret_beyond = beyond(calendar, calendar && n > 0 && from >= calendar->first);
	return false;
}

static bool covered(const struct complaint_calendar *calendar, cmpl_day day,
		    struct complaint_date *ret_beyond)
{
	if (calendar && cmpl_calendar_covers(calendar, day))
		return true;
	*ret_beyond = beyond(calendar, calendar && day > calendar->last);
	return false;
}

bool cmpl_limit_deem(const struct cmpl_context *context, const struct cmpl_counting *counting,
		     const struct complaint_date *from, bool last, cmpl_day *ret_day,
		     struct complaint_date *ret_beyond)
{
	const struct complaint_calendar *calendar = calendar_of(context, counting);
	int64_t value = last ? from->last : from->first;
	cmpl_day day = (cmpl_day)value;
	int32_t second = 0;

	if (from->kind == COMPLAINT_DATE_MOMENT) {
		day = cmpl_zone_day((enum cmpl_zone)counting->zone, value, &second);
		/* At the cut-off is still the same day; no time counts as before it. */
		if (counting->cut_off >= 0 && second > counting->cut_off * 60) {
			if (!covered(calendar, day, ret_beyond))
				return false;
			return nth_working_day(calendar, day + 1, 1, ret_day, ret_beyond);
		}
	}
	if (counting->event_on_closed_day == CMPL_DEEMED_NEXT_WORKING_DAY) {
		if (!covered(calendar, day, ret_beyond))
			return false;
		return nth_working_day(calendar, day, 1, ret_day, ret_beyond);
	}
	*ret_day = day;
	return true;
}

/* The last day of so many months or years from a day; false beyond the years the library knows. */
static bool add_months(cmpl_day day, int64_t months, cmpl_day *ret_day)
{
	const int64_t all = (int64_t)12 * 300; /* months from CMPL_DAY_FIRST to CMPL_DAY_LAST */
	cmpl_day end;

	if (months < -all || months > all)
		return false;
	end = cmpl_day_add_months(day, (int32_t)months);
	if (end < CMPL_DAY_FIRST || end > CMPL_DAY_LAST)
		return false;
	*ret_day = end;
	return true;
}

/* One end of a day limit from its deemed day. */
static bool end_day(const struct complaint_calendar *calendar, const struct cmpl_counting *counting,
		    cmpl_day deemed, struct cmpl_limit limit, cmpl_day *ret_day,
		    struct complaint_date *ret_beyond)
{
	int32_t event_day = counting->first_day == CMPL_ON_EVENT_DAY ? 1 : 0;
	int64_t day;

	switch (limit.unit) {
	case COMPLAINT_UNIT_WORKING_DAYS:
		if (!covered(calendar, deemed, ret_beyond))
			return false;
		return nth_working_day(calendar, deemed + 1 - event_day, limit.amount, ret_day,
				       ret_beyond);
	case COMPLAINT_UNIT_NEXT_WORKING_DAY:
		if (!covered(calendar, deemed, ret_beyond))
			return false;
		return nth_working_day(calendar, deemed + 1, 1, ret_day, ret_beyond);
	case COMPLAINT_UNIT_NEXT_CALENDAR_DAY: day = (int64_t)deemed + 1; break;
	case COMPLAINT_UNIT_WEEKS:
		day = (int64_t)deemed + (int64_t)7 * limit.amount - event_day;
		break;
	case COMPLAINT_UNIT_MONTHS:
	case COMPLAINT_UNIT_YEARS:
		if (add_months(deemed,
			       (int64_t)limit.amount *
				       (limit.unit == COMPLAINT_UNIT_YEARS ? 12 : 1),
			       ret_day))
			return true;
		*ret_beyond = beyond(NULL, true);
		return false;
	default: /* calendar days */ day = (int64_t)deemed + limit.amount - event_day; break;
	}
	if (day < CMPL_DAY_FIRST || day > CMPL_DAY_LAST) {
		*ret_beyond = beyond(NULL, day > CMPL_DAY_LAST);
		return false;
	}
	*ret_day = (cmpl_day)day;
	return true;
}

/*
 * Hours are elapsed time. From an event known by its day they run out somewhere in a day: both ends
 * are kept.
 */
static struct complaint_date end_of_hours(const struct cmpl_counting *counting,
					  const struct complaint_date *from,
					  struct cmpl_limit limit)
{
	struct complaint_date end = *from;
	enum cmpl_zone zone = (enum cmpl_zone)counting->zone;
	int64_t seconds = (int64_t)limit.amount * 3600;

	if (from->kind == COMPLAINT_DATE_DAY) {
		end.first = cmpl_zone_moment(zone, (cmpl_day)from->first, 0);
		end.last = cmpl_zone_moment(zone, (cmpl_day)from->last + 1, 0) - 1;
		end.flags |= COMPLAINT_DATE_BY_DAY;
		end.close_of_business =
			(int16_t)((cmpl_zone_moment(zone, (cmpl_day)from->first + 1, 0) -
				   end.first) /
				  60);
	}
	end.kind = COMPLAINT_DATE_MOMENT;
	end.zone = counting->zone;
	end.first += seconds;
	end.last += seconds;
	return end;
}

static bool published(const struct complaint_calendar *calendar, cmpl_day day)
{
	return !calendar || day <= calendar->published_last;
}

static bool reads_calendar(const struct cmpl_counting *counting, uint8_t unit)
{
	return unit == COMPLAINT_UNIT_WORKING_DAYS || unit == COMPLAINT_UNIT_NEXT_WORKING_DAY ||
	       counting->event_on_closed_day == CMPL_DEEMED_NEXT_WORKING_DAY ||
	       counting->cut_off >= 0;
}

struct complaint_date cmpl_limit_end(const struct cmpl_context *context,
				     const struct cmpl_counting *counting,
				     const struct complaint_date *from, struct cmpl_limit limit,
				     enum cmpl_purpose purpose)
{
	const struct complaint_calendar *calendar = calendar_of(context, counting);
	struct complaint_date end, none;
	cmpl_day day[2];

	if (limit.unit == COMPLAINT_UNIT_HOURS)
		return end_of_hours(counting, from, limit);

	end = cmpl_date_of_kind(COMPLAINT_DATE_DAY);
	end.zone = counting->zone;
	for (int i = 0; i < 2; i++) {
		cmpl_day deemed = i ? cmpl_date_last_day(from) : cmpl_date_first_day(from);

		if (i == 1 && from->first == from->last) {
			day[1] = day[0];
			break;
		}
		if (purpose == CMPL_FOR_DEADLINE &&
		    !cmpl_limit_deem(context, counting, from, i == 1, &deemed, &none))
			return none;
		if (!end_day(calendar, counting, deemed, limit, &day[i], &none))
			return none;
	}
	end.first = day[0];
	end.last = day[1];
	end.flags = (uint16_t)(from->flags & ~(COMPLAINT_DATE_SPAN | COMPLAINT_DATE_BY_DAY));
	if (day[0] != day[1])
		end.flags |= COMPLAINT_DATE_SPAN;
	if (reads_calendar(counting, limit.unit) && !published(calendar, day[1]))
		end.flags |= COMPLAINT_DATE_PROVISIONAL;
	return end;
}

bool cmpl_limit_end_day(const struct cmpl_context *context, const struct cmpl_counting *counting,
			cmpl_day from, struct cmpl_limit limit, cmpl_day *ret_day)
{
	struct complaint_date ignored;

	return end_day(calendar_of(context, counting), counting, from, limit, ret_day, &ignored);
}

/*
 * Calendar days, weeks, months and years can end on a closed day and be moved; so can a day given
 * as such.
 */
static bool can_move(uint8_t unit)
{
	return unit == COMPLAINT_UNIT_CALENDAR_DAYS || unit == COMPLAINT_UNIT_WEEKS ||
	       unit == COMPLAINT_UNIT_MONTHS || unit == COMPLAINT_UNIT_YEARS ||
	       unit == COMPLAINT_UNIT_NONE;
}

static void end_at_close_of_business(const struct cmpl_counting *counting,
				     const struct complaint_calendar *calendar,
				     struct complaint_date *date)
{
	int32_t minutes = counting->close_of_business;

	if (minutes < 0 && calendar)
		minutes = calendar->close_of_business;
	date->close_of_business = (int16_t)minutes;
	if (minutes < 0)
		date->flags |= COMPLAINT_DATE_CLOSE_OF_BUSINESS_UNKNOWN;
}

struct complaint_date cmpl_limit_settle(const struct cmpl_context *context,
					const struct cmpl_counting *counting,
					struct complaint_date raw, uint8_t unit)
{
	const struct complaint_calendar *calendar = calendar_of(context, counting);
	int32_t step = counting->due_on_closed_day == CMPL_NEXT_WORKING_DAY ? 1 : -1;
	struct complaint_date none;
	cmpl_day day[2];

	if (raw.kind != COMPLAINT_DATE_DAY)
		return raw;
	if (counting->due_on_closed_day != CMPL_STAYS && can_move(unit)) {
		day[0] = (cmpl_day)raw.first;
		day[1] = (cmpl_day)raw.last;
		for (int i = 0; i < 2; i++) {
			/* A day moved back was looked at as well. */
			if (!published(calendar, day[i]))
				raw.flags |= COMPLAINT_DATE_PROVISIONAL;
			if (!covered(calendar, day[i], &none) ||
			    !nth_working_day(calendar, day[i], step, &day[i], &none))
				return none;
		}
		raw.first = day[0];
		raw.last = day[1];
		if (day[0] == day[1])
			raw.flags &= (uint16_t)~COMPLAINT_DATE_SPAN;
		if (!published(calendar, day[1]))
			raw.flags |= COMPLAINT_DATE_PROVISIONAL;
	}
	if (counting->day_ends == CMPL_CLOSE_OF_BUSINESS ||
	    unit == COMPLAINT_UNIT_NEXT_WORKING_DAY || unit == COMPLAINT_UNIT_NEXT_CALENDAR_DAY)
		end_at_close_of_business(counting, calendar, &raw);
	return raw;
}
