/* SPDX-License-Identifier: MIT */
/* What holds for any calendar: counting undoes adding, and nothing is told beyond its span. */
#include "calendar.h"

#include "fuzz.h"

static void ask(const struct complaint_calendar *calendar, complaint_day day)
{
	complaint_day there = 0;
	int32_t count = -1;
	char text[200];

	if (complaint_calendar_add_working_days(calendar, day, 5, &there) == COMPLAINT_OK) {
		HOLDS(there > day);
		HOLDS(complaint_calendar_count_working_days(calendar, day, there, &count) ==
		      COMPLAINT_OK);
		HOLDS(count == 5);
	}
	complaint_calendar_explain_day(calendar, day, text, sizeof(text), NULL);
}

void fuzz_calendar(const char *name, const uint8_t *bytes, size_t length)
{
	static const char own[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:own\r\nBEGIN:VEVENT\r\n"
				  "UID:1\r\nDTSTAMP:20220101T000000Z\r\nSUMMARY:Closed\r\n"
				  "DTSTART;VALUE=DATE:20220919\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
	const struct complaint_text texts[] = { { sizeof(struct complaint_text), "own.ics", own,
						  sizeof(own) - 1 } };
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_calendar *calendar = NULL;
	complaint_day first = 0, last = 0;
	complaint_status status;

	HOLDS(complaint_diagnostics_new(&diagnostics) == COMPLAINT_OK);
	status = complaint_calendar_load_memory(name, (const char *)bytes, length, texts, 1,
						&calendar, diagnostics);
	HOLDS((status == COMPLAINT_OK) == (calendar != NULL));
	HOLDS(calendar || complaint_diagnostics_count(diagnostics) > 0);
	if (calendar) {
		HOLDS(complaint_calendar_get_span(calendar, &first, &last, NULL) == COMPLAINT_OK);
		HOLDS(first <= last);
		ask(calendar, first);
		ask(calendar, first + (last - first) / 2);
		ask(calendar, last);
		HOLDS(complaint_calendar_add_working_days(calendar, last, 1, &first) ==
		      COMPLAINT_ERR_OUT_OF_RANGE);
	}
	complaint_calendar_free(calendar);
	complaint_diagnostics_free(diagnostics);
}
