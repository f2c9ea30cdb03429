/* SPDX-License-Identifier: MIT */
#pragma once

#include "calendar/ics_lines.h"
#include "tree/form.h"

/* What the pass over an .ics file knows while it goes; shared by ics_scan.c and ics_event.c. */
struct cmpl_ics_scanner {
	struct cmpl_form form; /* file, diagnostics, faults */
	struct cmpl_ics_scan *scan;
	struct cmpl_string quote;
	/* of the event that is being read */
	struct cmpl_ics_event event;
	unsigned seen; /* bits of the properties that may come once */
	struct cmpl_place start_place, end_place;
	int32_t duration; /* days */
};

void cmpl_ics_event_begin(struct cmpl_ics_scanner *scanner, uint32_t line);
void cmpl_ics_event_property(struct cmpl_ics_scanner *scanner,
			     const struct cmpl_ics_property *property);
void cmpl_ics_event_end(struct cmpl_ics_scanner *scanner);

/* In double quotes, for a message; good until the next call. */
const char *cmpl_ics_quote(struct cmpl_ics_scanner *scanner, struct cmpl_ics_text text);
