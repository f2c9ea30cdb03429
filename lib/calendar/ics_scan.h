/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/text.h"
#include "calendar/recurrence.h"
#include "diag/diagnostics.h"

/*
 * The fence before libical: one pass over the bytes that keeps every limit, checks how components
 * nest and reads every date. libical passes over what it cannot read, takes 30 February, is
 * quadratic in the length of a line and writes to stderr; so it sees a text only when nothing was
 * found here.
 */
enum {
	CMPL_ICS_BYTES_MAX = 262144,
	CMPL_ICS_LINES_MAX = 10000,
	CMPL_ICS_LINE_MAX = 8192, /* unfolded */
	CMPL_ICS_DEPTH_MAX = 3,
	CMPL_ICS_VALUES_MAX = 366, /* of one property */
	CMPL_ICS_EVENT_DAYS_MAX = 366
};

struct cmpl_ics_event {
	uint32_t line;       /* of its BEGIN */
	cmpl_day start, end; /* [start, end) */
	bool cancelled, repeats, replaces;
	struct cmpl_recurrence rule; /* repeats */
	uint32_t rule_line;
	cmpl_day replaced; /* replaces: the day of the series it stands for (RECURRENCE-ID) */
	uint64_t uid;      /* digest of its UID, to find the series; 0: none */
	size_t added, added_count;     /* RDATE: in days */
	size_t removed, removed_count; /* EXDATE: in days */
};

struct cmpl_ics_scan {
	struct cmpl_ics_event *events;
	size_t event_count, event_capacity;
	cmpl_day *days;
	size_t day_count, day_capacity;
	struct cmpl_string title; /* X-WR-CALNAME, empty when there is none */
};

/*
 * COMPLAINT_ERR_INVALID_FILE: faults were reported; COMPLAINT_ERR_NO_MEMORY. The scan is to be
 * freed in either case. A byte order mark must have been dropped.
 */
complaint_status cmpl_ics_scan(const char *file, const char *bytes, size_t length,
			       struct cmpl_ics_scan *scan, struct complaint_diagnostics *diags);
void cmpl_ics_scan_free(struct cmpl_ics_scan *scan);
