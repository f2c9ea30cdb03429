/* SPDX-License-Identifier: MIT */
#include "calendar/ics_event.h"

#include <string.h>

#include "base/memory.h"
#include "calendar/digest.h"

/* Properties of an event that are read here. All but the last four may come once. */
enum property {
	DTSTART,
	DTEND,
	DURATION,
	RRULE,
	RECURRENCE_ID,
	STATUS,
	UID,
	EXDATE,
	RDATE,
	EXRULE,
	NONE
};

static const char *const names[NONE] = {
	"DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID",
	"STATUS",  "UID",   "EXDATE",   "RDATE", "EXRULE",
};

const char *cmpl_ics_quote(struct cmpl_ics_scanner *scanner, struct cmpl_ics_text text)
{
	cmpl_string_clear(&scanner->quote);
	cmpl_string_add_quoted(&scanner->quote, text.text, text.length);
	return cmpl_string_text(&scanner->quote);
}

void cmpl_ics_event_begin(struct cmpl_ics_scanner *scanner, uint32_t line)
{
	const struct cmpl_ics_event event = { .line = line };

	scanner->event = event;
	scanner->event.added = scanner->event.removed = scanner->scan->day_count;
	scanner->seen = 0;
	scanner->duration = 0;
}

static void impossible(struct cmpl_ics_scanner *scanner, const struct cmpl_ics_property *property,
		       struct cmpl_ics_text text)
{
	cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_DATE_IMPOSSIBLE, property->place,
			"%s is not a date of the years 1900 to 2199",
			cmpl_ics_quote(scanner, text));
	cmpl_diag_hint(scanner->form.diags,
		       "write eight digits, year, month and day, as in 20261225");
}

/* Eight digits. With `cut` a time may follow, which is passed over. */
static bool read_date(struct cmpl_ics_scanner *scanner, const struct cmpl_ics_property *property,
		      struct cmpl_ics_text text, bool cut, cmpl_day *ret_day)
{
	int32_t number = 0;
	struct cmpl_ics_text value;

	for (size_t i = 0; i < 8; i++) {
		if (i >= text.length || text.text[i] < '0' || text.text[i] > '9') {
			impossible(scanner, property, text);
			return false;
		}
		number = number * 10 + (text.text[i] - '0');
	}
	if (text.length > 8 && text.text[8] == 'T' && !cut &&
	    !(cmpl_ics_parameter(property, "VALUE", &value) && cmpl_ics_is(value, "DATE"))) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_NOT_ALL_DAY, property->place,
				"%s has a time of day; a calendar closes whole days",
				cmpl_ics_quote(scanner, text));
		cmpl_diag_hint(scanner->form.diags,
			       "make it an all-day event, as in %.*s;VALUE=DATE:%.8s",
			       (int)property->name.length, property->name.text, text.text);
		return false;
	}
	if ((text.length > 8 && !(cut && text.text[8] == 'T')) ||
	    !cmpl_date_valid(number / 10000, number / 100 % 100, number % 100)) {
		impossible(scanner, property, text);
		return false;
	}
	*ret_day = cmpl_day_from_date(number / 10000, number / 100 % 100, number % 100);
	return true;
}

/* P1D, P2W */
static void read_duration(struct cmpl_ics_scanner *scanner,
			  const struct cmpl_ics_property *property)
{
	struct cmpl_ics_text text = property->value;
	int32_t number = 0;
	size_t at = text.length && text.text[0] == '+' ? 1 : 0;
	bool whole = at < text.length && text.text[at] == 'P';

	for (at++; at < text.length && text.text[at] >= '0' && text.text[at] <= '9'; at++) {
		number = number * 10 + (text.text[at] - '0');
		whole = whole && number <= CMPL_ICS_EVENT_DAYS_MAX;
		number = whole ? number : 0;
	}
	if (!whole || !number || at + 1 != text.length ||
	    (text.text[at] != 'D' && text.text[at] != 'W')) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_NOT_ALL_DAY, property->place,
				"%s is not a number of days or weeks up to 366 days",
				cmpl_ics_quote(scanner, text));
		cmpl_diag_hint(scanner->form.diags, "write P1D for a day, P2W for two weeks");
		return;
	}
	scanner->duration = text.text[at] == 'W' ? 7 * number : number;
}

static void append_day(struct cmpl_ics_scanner *scanner, cmpl_day day)
{
	struct cmpl_ics_scan *scan = scanner->scan;
	void *days = scan->days;

	if (!cmpl_grow(&days, &scan->day_capacity, scan->day_count, sizeof(*scan->days))) {
		scanner->form.no_memory = true;
		return;
	}
	scan->days = days;
	scan->days[scan->day_count++] = day;
}

/*
 * Days of one list stand together: those of RDATE come after those of EXDATE, whatever the file's
 * order.
 */
static void insert_day(struct cmpl_ics_scanner *scanner, cmpl_day day, bool removed)
{
	struct cmpl_ics_event *event = &scanner->event;
	cmpl_day *days;

	append_day(scanner, day);
	if (scanner->form.no_memory)
		return;
	if (!removed) {
		event->added_count++;
		return;
	}
	days = scanner->scan->days + event->added;
	memmove(days + 1, days, event->added_count * sizeof(*days));
	days[0] = day;
	event->added++;
	event->removed_count++;
}

static void read_dates(struct cmpl_ics_scanner *scanner, const struct cmpl_ics_property *property,
		       bool removed)
{
	struct cmpl_ics_text rest = property->value;
	size_t count = 0;

	while (rest.text) {
		const char *comma = rest.length ? memchr(rest.text, ',', rest.length) : NULL;
		struct cmpl_ics_text one = { rest.text,
					     comma ? (size_t)(comma - rest.text) : rest.length };
		cmpl_day day;

		if (++count > CMPL_ICS_VALUES_MAX) {
			cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_TOO_LARGE, property->place,
					"more than %d dates in one line", CMPL_ICS_VALUES_MAX);
			cmpl_diag_hint(scanner->form.diags, "spread them over several lines");
			return;
		}
		/*
		 * A series of whole days is often thinned out by moments; their day is what was
		 * meant.
		 */
		if (read_date(scanner, property, one, removed, &day))
			insert_day(scanner, day, removed);
		rest.length -= comma ? one.length + 1 : one.length;
		rest.text = comma ? comma + 1 : NULL;
	}
}

static void read_rule(struct cmpl_ics_scanner *scanner, const struct cmpl_ics_property *property)
{
	struct cmpl_recurrence_fault fault;

	scanner->event.rule_line = property->place.line;
	scanner->event.repeats = true;
	if (cmpl_recurrence_parse(property->value.text, property->value.length,
				  &scanner->event.rule, &fault))
		return;
	cmpl_form_fault(&scanner->form, fault.code, property->place, "%s %s",
			cmpl_ics_quote(scanner, (struct cmpl_ics_text){ fault.text, fault.length }),
			fault.message);
	if (fault.hint)
		cmpl_diag_hint(scanner->form.diags, "%s", fault.hint);
}

static void not_supported(struct cmpl_ics_scanner *scanner,
			  const struct cmpl_ics_property *property, const char *message,
			  const char *hint)
{
	cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_NOT_SUPPORTED, property->place, "%s",
			message);
	cmpl_diag_hint(scanner->form.diags, "%s", hint);
}

/* Once more where only one may stand: libical takes the first and says nothing. */
static void twice(struct cmpl_ics_scanner *scanner, const struct cmpl_ics_property *property,
		  enum property which)
{
	if (which == RRULE)
		not_supported(scanner, property, "a second RRULE in one event",
			      "make an event of its own for each rule");
	else
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_MALFORMED, property->place,
				"a second %s in one event", names[which]);
}

static enum property find(struct cmpl_ics_text name)
{
	int which = 0;

	while (which < NONE && !cmpl_ics_is(name, names[which]))
		which++;
	return (enum property)which;
}

static void read_replaced(struct cmpl_ics_scanner *scanner,
			  const struct cmpl_ics_property *property)
{
	struct cmpl_ics_text range;

	if (cmpl_ics_parameter(property, "RANGE", &range)) {
		not_supported(scanner, property, "a change of a whole rest of a series (RANGE)",
			      "end the series with UNTIL and begin another");
		return;
	}
	scanner->event.replaces =
		read_date(scanner, property, property->value, true, &scanner->event.replaced);
}

void cmpl_ics_event_property(struct cmpl_ics_scanner *scanner,
			     const struct cmpl_ics_property *property)
{
	enum property which = find(property->name);

	if (which < EXDATE && (scanner->seen >> which & 1)) {
		twice(scanner, property, which);
		return;
	}
	scanner->seen |= 1u << which;
	switch (which) {
	case DTSTART:
		scanner->start_place = property->place;
		if (!read_date(scanner, property, property->value, false, &scanner->event.start))
			scanner->event.start = CMPL_DAY_LAST + 1;
		break;
	case DTEND:
		scanner->end_place = property->place;
		if (!read_date(scanner, property, property->value, false, &scanner->event.end))
			scanner->event.start = CMPL_DAY_LAST + 1;
		break;
	case DURATION:
		scanner->end_place = property->place;
		read_duration(scanner, property);
		break;
	case RRULE: read_rule(scanner, property); break;
	case RECURRENCE_ID: read_replaced(scanner, property); break;
	case STATUS: scanner->event.cancelled = cmpl_ics_is(property->value, "CANCELLED"); break;
	case UID:
		scanner->event.uid = cmpl_digest_text(CMPL_DIGEST_BEGIN, property->value.text,
						      property->value.length);
		break;
	case EXDATE: read_dates(scanner, property, true); break;
	case RDATE: read_dates(scanner, property, false); break;
	case EXRULE:
		not_supported(scanner, property, "an EXRULE, which RFC 5545 has given up",
			      "name the days left out with EXDATE");
		break;
	case NONE: break;
	}
}

/* [start, end), where the dates themselves were sound. */
static bool settle_span(struct cmpl_ics_scanner *scanner)
{
	struct cmpl_ics_event *event = &scanner->event;
	cmpl_day start = event->start;

	if (!(scanner->seen >> DTSTART & 1)) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_MALFORMED,
				(struct cmpl_place){ event->line, 1 }, "an event has no DTSTART");
		cmpl_diag_hint(scanner->form.diags,
			       "say its day, as in DTSTART;VALUE=DATE:20261225");
		return false;
	}
	if (start > CMPL_DAY_LAST)
		return false;
	if ((scanner->seen >> DTEND & 1) && (scanner->seen >> DURATION & 1)) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_MALFORMED, scanner->end_place,
				"an event has both DTEND and DURATION");
		cmpl_diag_hint(scanner->form.diags, "keep one of the two");
		return false;
	}
	if (scanner->seen >> DURATION & 1)
		event->end = start + scanner->duration;
	else if (!(scanner->seen >> DTEND & 1))
		event->end = start + 1;
	if (event->end <= start) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_EVENT_TOO_LONG, scanner->end_place,
				"the event ends before it begins");
		cmpl_diag_hint(scanner->form.diags, "DTEND is the day after the last day");
	} else if (event->end - start > CMPL_ICS_EVENT_DAYS_MAX) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_EVENT_TOO_LONG, scanner->end_place,
				"the event lasts %d days, but may last %d at most",
				(int)(event->end - start), CMPL_ICS_EVENT_DAYS_MAX);
		cmpl_diag_hint(scanner->form.diags, "mend DTEND, the day after the last day");
	}
	return true;
}

void cmpl_ics_event_end(struct cmpl_ics_scanner *scanner)
{
	struct cmpl_ics_scan *scan = scanner->scan;
	struct cmpl_ics_event *event = &scanner->event;
	void *events = scan->events;

	if (settle_span(scanner) && event->repeats && !scanner->form.faults) {
		cmpl_recurrence_begin(&event->rule, event->start);
		if (!cmpl_recurrence_matches(&event->rule, event->start)) {
			cmpl_form_fault(&scanner->form, CMPL_CODE_RECURRENCE_MALFORMED,
					scanner->start_place,
					"the event does not begin on a day of its RRULE");
			cmpl_diag_hint(scanner->form.diags,
				       "let DTSTART be the first day of the series");
		}
	}
	if (!cmpl_grow(&events, &scan->event_capacity, scan->event_count, sizeof(*event))) {
		scanner->form.no_memory = true;
		return;
	}
	scan->events = events;
	scan->events[scan->event_count++] = *event;
}
