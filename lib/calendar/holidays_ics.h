/* SPDX-License-Identifier: MIT */
#pragma once

#include "calendar/ics_scan.h"
#include "calendar/recurrence.h"

/*
 * What libical is asked for, and the only file of this folder that includes it. Nothing of libical
 * is kept: texts are copied, the lock is released before these return. In a build without it they
 * answer COMPLAINT_ERR_NOT_BUILT_IN.
 */
bool cmpl_ical_built_in(void);

/*
 * Why libical and the pass before it do not agree; no text of the file, so that it needs no
 * quoting.
 */
struct cmpl_ical_fault {
	const char *message;
	uint32_t line; /* of the event, 0: the whole file */
};

/*
 * The title of each event of a scan, in its order; to be freed with cmpl_ical_titles_free(). The
 * text must have passed cmpl_ics_scan(). COMPLAINT_ERR_INVALID_FILE: libical read something else
 * than was scanned.
 */
complaint_status cmpl_ical_titles(const struct cmpl_ics_scan *scan, const char *bytes,
				  size_t length, char ***ret_titles,
				  struct cmpl_ical_fault *ret_fault);
void cmpl_ical_titles_free(char **titles, size_t count);

/*
 * The days of a rule from its first up to `last`, in order; to be freed with cmpl_free(). Each was
 * asked for at cmpl_recurrence_matches(), and no matching day is left out. After
 * cmpl_recurrence_begin(). COMPLAINT_ERR_OUT_OF_RANGE: more than `most`.
 * COMPLAINT_ERR_INVALID_FILE: libical gave other days.
 */
complaint_status cmpl_ical_expand(const struct cmpl_recurrence *recurrence, cmpl_day last,
				  size_t most, cmpl_day **ret_days, size_t *ret_count);
