/* SPDX-License-Identifier: MIT */
#include "calendar/ics_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "calendar/holidays_ics.h"

static const struct cmpl_place whole_file = { 0, 0 };

complaint_status cmpl_ics_not_built_in(const char *file, struct cmpl_place place, const char *what,
				       struct complaint_diagnostics *diags)
{
	cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_ICS_NOT_BUILT_IN, file, place,
		      "this build of the library does not read %s", what);
	cmpl_diag_hint(diags,
		       "build it with libical, or write the days under \"closures\" and \"every\"");
	return COMPLAINT_ERR_NOT_BUILT_IN;
}

/*
 * On 25 December, or on a weekday in its stead. A longer closure over Christmas says nothing about
 * the year.
 */
static bool is_christmas(const struct cmpl_ics_event *event, int32_t year)
{
	cmpl_day christmas = cmpl_day_from_date(year, 12, 25);
	bool weekend = cmpl_day_weekday(christmas) >= CMPL_SATURDAY;

	if (event->cancelled || event->repeats || event->end != event->start + 1)
		return false;
	return event->start == christmas || (weekend && event->start == christmas + 2);
}

static void find_span(struct cmpl_ics_file *ics)
{
	int32_t first = 2199, last = 0, year, month, day;

	for (size_t i = 0; i < ics->scan.event_count; i++) {
		cmpl_day_to_date(ics->scan.events[i].start, &year, &month, &day);
		if (ics->scan.events[i].cancelled)
			continue;
		if (year < first)
			first = year;
		if (year > last && is_christmas(&ics->scan.events[i], year))
			last = year;
	}
	ics->has_span = last >= first;
	if (ics->has_span) {
		ics->first = cmpl_day_from_date(first, 1, 1);
		ics->last = cmpl_day_from_date(last, 12, 31);
	}
}

static complaint_status read_titles(struct cmpl_ics_file *ics, const char *bytes, size_t length,
				    struct complaint_diagnostics *diags)
{
	struct cmpl_ical_fault fault = { 0 };
	complaint_status status = cmpl_ical_titles(&ics->scan, bytes, length, &ics->titles, &fault);

	if (status == COMPLAINT_ERR_INVALID_FILE)
		cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_ICS_MALFORMED, ics->file,
			      (struct cmpl_place){ fault.line, fault.line ? 1 : 0 }, "%s",
			      fault.message);
	return status;
}

complaint_status cmpl_ics_open(const char *file, const char *source, const char *bytes,
			       size_t length, struct cmpl_ics_file *ret_ics,
			       struct complaint_diagnostics *diags)
{
	struct cmpl_ics_file ics = { .file = file, .source = source };
	complaint_status status;

	if (!cmpl_ical_built_in())
		return cmpl_ics_not_built_in(file, whole_file, ".ics files", diags);
	if (length >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		length -= 3;
	}
	status = cmpl_ics_scan(file, bytes, length, &ics.scan, diags);
	if (status == COMPLAINT_OK)
		status = read_titles(&ics, bytes, length, diags);
	if (status != COMPLAINT_OK) {
		cmpl_ics_close(&ics);
		return status;
	}
	if (ics.scan.title.length)
		ics.source = cmpl_string_text(&ics.scan.title);
	find_span(&ics);
	*ret_ics = ics;
	return COMPLAINT_OK;
}

void cmpl_ics_close(struct cmpl_ics_file *ics)
{
	cmpl_ical_titles_free(ics->titles, ics->scan.event_count);
	cmpl_ics_scan_free(&ics->scan);
	memset(ics, 0, sizeof(*ics));
}

/* --- closing -------------------------------------------------------------- */

struct closing {
	const struct cmpl_ics_file *ics;
	struct cmpl_calendar_builder *builder;
	struct cmpl_ics_budget *budget;
	struct complaint_diagnostics *diags;
	/* of the event at hand */
	const struct cmpl_ics_event *event;
	uint16_t reason;
	cmpl_day *removed; /* EXDATE and the days that other events stand for, in order */
	size_t removed_count;
};

static complaint_status too_many(const struct closing *closing, const char *message)
{
	cmpl_diag_add(closing->diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_RECURRENCE_TOO_MANY,
		      closing->ics->file, (struct cmpl_place){ closing->event->line, 1 }, "%s",
		      message);
	cmpl_diag_hint(closing->diags, "let its series begin later, or end with UNTIL");
	return COMPLAINT_ERR_INVALID_FILE;
}

static int compare_days(const void *a, const void *b)
{
	cmpl_day x = *(const cmpl_day *)a, y = *(const cmpl_day *)b;

	return (x > y) - (x < y);
}

static bool is_removed(const struct closing *closing, cmpl_day day)
{
	return closing->removed_count &&
	       bsearch(&day, closing->removed, closing->removed_count, sizeof(day), compare_days);
}

/* The event, or one of its series, beginning on a day. */
static complaint_status close_from(const struct closing *closing, cmpl_day start)
{
	cmpl_day end = start + (closing->event->end - closing->event->start);

	if (is_removed(closing, start))
		return COMPLAINT_OK;
	for (cmpl_day day = start; day < end; day++) {
		if (day < closing->builder->first || day > closing->builder->last)
			continue;
		if (closing->budget->closures++ == CMPL_ICS_CLOSURES_MAX)
			return too_many(closing, "the file closes more than 20,000 days");
		cmpl_calendar_builder_close(closing->builder, day, closing->reason);
	}
	return COMPLAINT_OK;
}

/* RECURRENCE-ID: another event of the same UID says what becomes of one day of the series. */
static complaint_status find_removed(struct closing *closing)
{
	const struct cmpl_ics_scan *scan = &closing->ics->scan;
	const struct cmpl_ics_event *series = closing->event;
	size_t count = series->removed_count;

	closing->removed = cmpl_alloc_array(count + scan->event_count, sizeof(*closing->removed));
	if (!closing->removed)
		return COMPLAINT_ERR_NO_MEMORY;
	if (count)
		memcpy(closing->removed, scan->days + series->removed,
		       count * sizeof(*closing->removed));
	for (size_t i = 0; i < scan->event_count; i++) {
		const struct cmpl_ics_event *other = &scan->events[i];

		if (other->replaces && !series->replaces && other->uid && other->uid == series->uid)
			closing->removed[count++] = other->replaced;
	}
	closing->removed_count = count;
	if (count > 1)
		qsort(closing->removed, count, sizeof(*closing->removed), compare_days);
	return COMPLAINT_OK;
}

static complaint_status disagree(const struct closing *closing)
{
	cmpl_diag_add(closing->diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_RECURRENCE_NOT_SUPPORTED,
		      closing->ics->file, (struct cmpl_place){ closing->event->rule_line, 1 },
		      "libical does not give the days that RFC 5545 has for this rule");
	cmpl_diag_hint(closing->diags, "write it in another way, or as single days");
	return COMPLAINT_ERR_INVALID_FILE;
}

static complaint_status close_series(struct closing *closing)
{
	const struct cmpl_recurrence *rule = &closing->event->rule;
	cmpl_day last = closing->builder->last, *days = NULL;
	size_t count = 0;
	complaint_status status;

	if (last < rule->start)
		return COMPLAINT_OK;
	closing->budget->looked_at += (size_t)(last - rule->start + 1);
	if (closing->budget->looked_at > CMPL_ICS_LOOKED_AT_MAX)
		return too_many(closing, "the file has more series, or longer ones, than are read");
	status = cmpl_ical_expand(rule, last, CMPL_ICS_LOOKED_AT_MAX, &days, &count);
	if (status == COMPLAINT_ERR_INVALID_FILE)
		return disagree(closing);
	for (size_t i = 0; status == COMPLAINT_OK && i < count; i++)
		status = close_from(closing, days[i]);
	cmpl_free(days);
	return status;
}

static complaint_status close_event(struct closing *closing)
{
	const struct cmpl_ics_event *event = closing->event;
	complaint_status status = find_removed(closing);

	if (status == COMPLAINT_OK)
		status = event->repeats ? close_series(closing) : close_from(closing, event->start);
	for (size_t i = 0; status == COMPLAINT_OK && i < event->added_count; i++)
		status = close_from(closing, closing->ics->scan.days[event->added + i]);
	cmpl_free(closing->removed);
	closing->removed = NULL;
	return status;
}

complaint_status cmpl_ics_close_days(const struct cmpl_ics_file *ics,
				     struct cmpl_calendar_builder *builder,
				     struct cmpl_ics_budget *budget,
				     struct complaint_diagnostics *diags)
{
	struct closing closing = {
		.ics = ics, .builder = builder, .budget = budget, .diags = diags
	};

	for (size_t i = 0; i < ics->scan.event_count; i++) {
		complaint_status status;

		closing.event = &ics->scan.events[i];
		if (closing.event->cancelled)
			continue;
		closing.reason = cmpl_calendar_builder_reason(
			builder, ics->titles[i], COMPLAINT_NUL_TERMINATED, ics->source, false);
		status = close_event(&closing);
		if (status != COMPLAINT_OK)
			return status;
	}
	return builder->status;
}
