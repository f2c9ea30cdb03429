/* SPDX-License-Identifier: MIT */
#include "calendar/holidays_ics.h"

#ifdef COMPLAINT_HAVE_ICAL
#include <libical/ical.h>
#endif

#include <string.h>

#include "base/memory.h"
#include "calendar/ical_lock.h"

void cmpl_ical_titles_free(char **titles, size_t count)
{
	for (size_t i = 0; titles && i < count; i++)
		cmpl_free(titles[i]);
	cmpl_free(titles);
}

#ifndef COMPLAINT_HAVE_ICAL

bool cmpl_ical_built_in(void)
{
	return false;
}

complaint_status cmpl_ical_titles(const struct cmpl_ics_scan *scan, const char *bytes,
				  size_t length, char ***ret_titles,
				  struct cmpl_ical_fault *ret_fault)
{
	(void)scan, (void)bytes, (void)length, (void)ret_titles, (void)ret_fault;
	return COMPLAINT_ERR_NOT_BUILT_IN;
}

complaint_status cmpl_ical_expand(const struct cmpl_recurrence *recurrence, cmpl_day last,
				  size_t most, cmpl_day **ret_days, size_t *ret_count)
{
	(void)recurrence, (void)last, (void)most, (void)ret_days, (void)ret_count;
	return COMPLAINT_ERR_NOT_BUILT_IN;
}

#else

bool cmpl_ical_built_in(void)
{
	return true;
}

/* A host may have told libical to abort on a fault. Not on ours. */
static bool enter(void)
{
	bool fatal;

	cmpl_ical_lock();
	fatal = icalerror_get_errors_are_fatal();
	icalerror_set_errors_are_fatal(false);
	icalerror_clear_errno();
	return fatal;
}

static void leave(bool fatal)
{
	icalmemory_free_ring();
	icalerror_clear_errno();
	icalerror_set_errors_are_fatal(fatal);
	cmpl_ical_unlock();
}

/* A cause is shown in one line. */
static char *copy_title(const char *summary)
{
	char *title = cmpl_text_copy(summary, strlen(summary));
	size_t used = 0;

	for (size_t i = 0; title && title[i]; i++) {
		char c = (unsigned char)title[i] < ' ' ? ' ' : title[i];

		if (c != ' ' || (used && title[used - 1] != ' '))
			title[used++] = c;
	}
	while (used && title[used - 1] == ' ')
		used--;
	if (!title || !used) {
		cmpl_free(title);
		return title ? cmpl_text_copy("closed", 6) : NULL;
	}
	title[used] = '\0';
	return title;
}

static bool is_day(struct icaltimetype time, cmpl_day day)
{
	return time.is_date && cmpl_date_valid(time.year, time.month, time.day) &&
	       cmpl_day_from_date(time.year, time.month, time.day) == day;
}

static complaint_status read_event(icalcomponent *event, const struct cmpl_ics_event *scanned,
				   char **ret_title, struct cmpl_ical_fault *fault)
{
	icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
	icalproperty *summary;
	const char *text;

	fault->line = scanned->line;
	if (icalcomponent_count_errors(event)) {
		fault->message = "libical cannot read a line of the event";
		return COMPLAINT_ERR_INVALID_FILE;
	}
	if (!start || !is_day(icalproperty_get_dtstart(start), scanned->start)) {
		fault->message = "libical reads another first day of the event";
		return COMPLAINT_ERR_INVALID_FILE;
	}
	summary = icalcomponent_get_first_property(event, ICAL_SUMMARY_PROPERTY);
	text = summary ? icalproperty_get_summary(summary) : NULL;
	*ret_title = copy_title(text ? text : "");
	return *ret_title ? COMPLAINT_OK : COMPLAINT_ERR_NO_MEMORY;
}

static complaint_status read_events(icalcomponent *root, const struct cmpl_ics_scan *scan,
				    char **titles, struct cmpl_ical_fault *fault)
{
	icalcomponent *event = icalcomponent_get_first_component(root, ICAL_VEVENT_COMPONENT);
	size_t count = 0;

	for (; event; event = icalcomponent_get_next_component(root, ICAL_VEVENT_COMPONENT)) {
		complaint_status status;

		if (count == scan->event_count)
			break;
		status = read_event(event, &scan->events[count], &titles[count], fault);
		if (status != COMPLAINT_OK)
			return status;
		count++;
	}
	fault->line = 0;
	fault->message = "libical reads another number of events";
	return event || count != scan->event_count ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK;
}

static complaint_status read_calendar(const char *text, const struct cmpl_ics_scan *scan,
				      char **titles, struct cmpl_ical_fault *fault)
{
	icalcomponent *root = icalparser_parse_string(text);
	complaint_status status;

	fault->line = 0;
	if (!root || icalcomponent_isa(root) != ICAL_VCALENDAR_COMPONENT) {
		fault->message = "libical cannot read the file";
		status = COMPLAINT_ERR_INVALID_FILE;
	} else {
		status = read_events(root, scan, titles, fault);
		if (status == COMPLAINT_OK && icalcomponent_count_errors(root)) {
			fault->line = 0;
			fault->message = "libical cannot read a line of the file";
			status = COMPLAINT_ERR_INVALID_FILE;
		}
	}
	if (root)
		icalcomponent_free(root);
	return status;
}

complaint_status cmpl_ical_titles(const struct cmpl_ics_scan *scan, const char *bytes,
				  size_t length, char ***ret_titles,
				  struct cmpl_ical_fault *ret_fault)
{
	char **titles = cmpl_alloc_array(scan->event_count, sizeof(*titles));
	char *text = cmpl_text_copy(bytes, length); /* libical wants its NUL */
	complaint_status status = COMPLAINT_ERR_NO_MEMORY;
	bool fatal;

	if (titles && text) {
		fatal = enter();
		status = read_calendar(text, scan, titles, ret_fault);
		leave(fatal);
	}
	cmpl_free(text);
	if (status == COMPLAINT_OK)
		*ret_titles = titles;
	else
		cmpl_ical_titles_free(titles, scan->event_count);
	return status;
}

struct expansion {
	const struct cmpl_recurrence *recurrence;
	cmpl_day last;
	size_t most;
	cmpl_day *days;
	size_t count, capacity;
};

static struct icaltimetype time_of(cmpl_day day)
{
	struct icaltimetype time = icaltime_null_time(); /* a null date has hours of -1 */
	int32_t year, month, day_of_month;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	time.year = year;
	time.month = month;
	time.day = day_of_month;
	time.is_date = 1;
	return time;
}

static complaint_status append(struct expansion *expansion, cmpl_day day)
{
	void *days = expansion->days;

	if (expansion->count == expansion->most)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	if (!cmpl_grow(&days, &expansion->capacity, expansion->count, sizeof(day)))
		return COMPLAINT_ERR_NO_MEMORY;
	expansion->days = days;
	expansion->days[expansion->count++] = day;
	return COMPLAINT_OK;
}

/*
 * libical leaves days out of some rules (negative days of DAILY, an INTERVAL of weeks that begin
 * midweek), libical 4 gives days that do not belong to others; and it looks until the year 2582 for
 * a day that never comes. So it is asked for as many days as the rule has, and each must be the
 * one.
 */
static complaint_status iterate(icalrecur_iterator *iterator, struct expansion *expansion)
{
	const struct cmpl_recurrence *rule = expansion->recurrence;

	for (cmpl_day day = rule->start; day <= expansion->last; day++) {
		complaint_status status;

		if (rule->count && expansion->count == (size_t)rule->count)
			break;
		if (!cmpl_recurrence_matches(rule, day))
			continue;
		if (!is_day(icalrecur_iterator_next(iterator), day))
			return COMPLAINT_ERR_INVALID_FILE;
		status = append(expansion, day);
		if (status != COMPLAINT_OK)
			return status;
	}
	return COMPLAINT_OK;
}

static complaint_status expand(const char *rule, struct expansion *expansion)
{
	struct icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule);
	icalrecur_iterator *iterator = NULL;
	complaint_status status = COMPLAINT_ERR_INVALID_FILE;

	if (recurrence.freq != ICAL_NO_RECURRENCE)
		iterator =
			icalrecur_iterator_new(recurrence, time_of(expansion->recurrence->start));
	if (iterator) {
		status = iterate(iterator, expansion);
		icalrecur_iterator_free(iterator);
	}
	return status;
}

complaint_status cmpl_ical_expand(const struct cmpl_recurrence *recurrence, cmpl_day last,
				  size_t most, cmpl_day **ret_days, size_t *ret_count)
{
	struct expansion expansion = { .recurrence = recurrence, .last = last, .most = most };
	struct cmpl_string rule = { 0 };
	complaint_status status = COMPLAINT_ERR_NO_MEMORY;

	cmpl_recurrence_write(recurrence, &rule);
	if (!rule.failed) {
		bool fatal = enter();

		status = expand(cmpl_string_text(&rule), &expansion);
		leave(fatal);
	}
	cmpl_string_free(&rule);
	if (status != COMPLAINT_OK) {
		cmpl_free(expansion.days);
		return status;
	}
	*ret_days = expansion.days;
	*ret_count = expansion.count;
	return COMPLAINT_OK;
}

#endif
