/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>

#include "calendar/builder.h"

/* Bank holidays as the standing rules give them, for years that are not published yet. */
enum { CMPL_PROJECTED_MAX = 12 };

struct cmpl_projected_day {
	cmpl_day day;
	const char *title;
};

cmpl_day cmpl_easter(int32_t year);

/* Those of one division (CMPL_SCOTLAND ...) in one year, in no order; how many. */
size_t cmpl_project_year(unsigned division, int32_t year,
			 struct cmpl_projected_day days[CMPL_PROJECTED_MAX]);

/*
 * Close the projected days of a mask of divisions after `after` up to 31 December of `until_year`,
 * marked as projected. With COMPLAINT_COMBINE_INTERSECTION those that all divisions share.
 */
void cmpl_project_close(struct cmpl_calendar_builder *builder, unsigned divisions, int32_t combine,
			cmpl_day after, int32_t until_year);
