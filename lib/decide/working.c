/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/* The account of a date, day by day, for the auditor who asks why that date. */

static void add_line(struct complaint_answer *answer, struct complaint_deadline *deadline,
		     cmpl_day day, int32_t number, size_t text)
{
	struct cmpl_working *line = CMPL_ADD(answer, working);

	cmpl_string_add_bytes(&answer->working_text, "", 1);
	if (answer->working_text.failed)
		answer->failed = true;
	if (!line)
		return;
	*line = (struct cmpl_working){ day, number, (uint32_t)text };
	deadline->working.count++;
}

static void add_causes(struct cmpl_string *text, const struct complaint_calendar *calendar,
		       cmpl_day day)
{
	const char *cause, *source;
	bool projected;

	for (size_t i = 0; cmpl_calendar_cause(calendar, day, i, &cause, &source, &projected);
	     i++) {
		cmpl_string_addf(text, "%s%s", i ? "; " : "", cause);
		if (strcmp(source, "weekend") != 0)
			cmpl_string_addf(text, " (%s%s)", source,
					 projected ? ", projected by rule" : "");
	}
}

void cmpl_anchor_write(const struct cmpl_context *context, uint32_t index, struct cmpl_string *text)
{
	const struct complaint_policy *policy = context->policy;
	const struct cmpl_anchor *anchor = &policy->anchors[index];

	switch ((enum cmpl_anchor_kind)anchor->kind) {
	case CMPL_ANCHOR_EVENT:
		cmpl_string_add(text, cmpl_policy_name_id(policy, CMPL_EVENTS, anchor->index));
		break;
	case CMPL_ANCHOR_NOW: cmpl_string_add(text, "now"); break;
	case CMPL_ANCHOR_DUE:
		cmpl_string_addf(
			text, "due %s",
			cmpl_policy_text(policy,
					 policy->rules[policy->duties[anchor->index].rule].id));
		break;
	case CMPL_ANCHOR_LATEST:
	case CMPL_ANCHOR_EARLIEST:
		cmpl_string_add(text,
				anchor->kind == CMPL_ANCHOR_LATEST ? "latest of " : "earliest of ");
		for (uint32_t i = 0; i < anchor->count; i++) {
			cmpl_string_add(text, i ? ", " : "");
			cmpl_anchor_write(context, anchor->index + i, text);
		}
		break;
	}
}

static void write_start(struct cmpl_context *context, struct complaint_deadline *deadline,
			cmpl_day event_day, cmpl_day deemed)
{
	struct complaint_answer *answer = context->answer;
	struct cmpl_string *text = &answer->working_text;
	size_t begin = text->length;

	cmpl_anchor_write(context, deadline->anchor, text);
	if (deadline->run_from.flags & COMPLAINT_DATE_PROJECTED)
		cmpl_string_add(text, ", projected");
	add_line(answer, deadline, event_day, 0, begin);
	if (deemed != event_day) {
		begin = text->length;
		cmpl_string_add(
			text, "counts as this day's: it came on a closed day or after the cut-off");
		add_line(answer, deadline, deemed, 0, begin);
	}
}

/* Every day from the first that can count to the last. */
static void write_days(struct cmpl_context *context, struct complaint_deadline *deadline,
		       const struct complaint_calendar *calendar, cmpl_day from, cmpl_day until,
		       bool working)
{
	struct complaint_answer *answer = context->answer;
	struct cmpl_string *text = &answer->working_text;
	int32_t number = 0;

	for (cmpl_day day = from; day <= until; day++) {
		size_t begin = text->length;

		if (working && !cmpl_calendar_works(calendar, day)) {
			cmpl_string_add(text, "not counted: ");
			add_causes(text, calendar, day);
			add_line(answer, deadline, day, 0, begin);
			continue;
		}
		cmpl_string_addf(text, "day %d", ++number);
		add_line(answer, deadline, day, number, begin);
	}
}

static void write_end(struct cmpl_context *context, struct complaint_deadline *deadline,
		      const struct complaint_calendar *calendar)
{
	struct complaint_answer *answer = context->answer;
	struct cmpl_string *text = &answer->working_text;
	cmpl_day raw = cmpl_date_first_day(&deadline->policy_raw);
	cmpl_day policy = cmpl_date_first_day(&deadline->policy_due);
	size_t begin;

	for (cmpl_day day = raw; calendar && day != policy; day += policy > raw ? 1 : -1) {
		begin = text->length;
		cmpl_string_add(text, "moved: ");
		add_causes(text, calendar, day);
		add_line(answer, deadline, day, 0, begin);
	}
	if (cmpl_date_known(&deadline->due) && cmpl_date_first_day(&deadline->due) != policy) {
		begin = text->length;
		cmpl_string_add(text, "due by the policy, before extensions");
		add_line(answer, deadline, policy, 0, begin);
	}
	if (!cmpl_date_known(&deadline->due))
		return;
	begin = text->length;
	cmpl_string_add(text, "due");
	if ((deadline->due.flags & COMPLAINT_DATE_PROVISIONAL) && calendar) {
		char last[11];

		cmpl_day_write(calendar->published_last, last);
		cmpl_string_addf(text, ", provisional: holidays are published to %s only", last);
	}
	add_line(answer, deadline, cmpl_date_first_day(&deadline->due), 0, begin);
}

static void write_hours(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	struct complaint_answer *answer = context->answer;
	struct cmpl_string *text = &answer->working_text;
	enum cmpl_zone zone = (enum cmpl_zone)deadline->policy_raw.zone;
	int64_t end = deadline->policy_raw.first,
		begin = end - (int64_t)deadline->within.amount * 3600;
	size_t at = text->length;

	cmpl_string_addf(text, "%d elapsed hours", deadline->within.amount);
	if (deadline->policy_raw.flags & COMPLAINT_DATE_BY_DAY)
		cmpl_string_add(text, ", from the first moment of the day, since no time is known");
	if (cmpl_zone_offset(zone, begin) != cmpl_zone_offset(zone, end))
		cmpl_string_add(text, ", over a change of the clocks");
	add_line(answer, deadline, cmpl_date_first_day(&deadline->policy_raw), 0, at);
}

/*
 * A span is accounted for from its first end. Limits of more than a year are not listed day by day.
 */
void cmpl_working_write(struct cmpl_context *context, struct complaint_deadline *deadline)
{
	const struct cmpl_counting *counting = cmpl_counting_of(context, deadline->counting);
	const struct complaint_calendar *calendar =
		counting->calendar == CMPL_NONE ? NULL : context->calendars[counting->calendar];
	struct complaint_date none;
	cmpl_day event_day, deemed, from, until;
	uint8_t unit = deadline->within.unit;

	deadline->working.first = (uint32_t)context->answer->working_count;
	if (!deadline->dated || !cmpl_date_known(&deadline->run_from) ||
	    !cmpl_date_known(&deadline->policy_due))
		return;
	event_day = cmpl_date_first_day(&deadline->run_from);
	if (unit == COMPLAINT_UNIT_HOURS) {
		write_start(context, deadline, event_day, event_day);
		write_hours(context, deadline);
	} else {
		if (!cmpl_limit_deem(context, counting, &deadline->run_from, false, &deemed, &none))
			return;
		write_start(context, deadline, event_day, deemed);
		from = deemed + (counting->first_day == CMPL_EVENT_DAY ? 0 : 1);
		until = (cmpl_day)deadline->policy_raw.first;
		if (unit != COMPLAINT_UNIT_MONTHS && unit != COMPLAINT_UNIT_YEARS &&
		    until - from <= 366)
			write_days(context, deadline, calendar, from, until,
				   unit == COMPLAINT_UNIT_WORKING_DAYS ||
					   unit == COMPLAINT_UNIT_NEXT_WORKING_DAY);
	}
	write_end(context, deadline, calendar);
}
