/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar/ics_scan.h"

/* Lines of an .ics file, unfolded: a line that begins with a space goes on with the one before. */
struct cmpl_ics_lines {
	const char *bytes;
	size_t length, at;
	uint32_t line; /* lines passed */
	/* the line read last */
	char text[CMPL_ICS_LINE_MAX + 1];
	size_t text_length;
	uint32_t text_line; /* where it begins, from 1 */
};

enum cmpl_ics_next { CMPL_ICS_LINE, CMPL_ICS_END, CMPL_ICS_LINE_TOO_LONG, CMPL_ICS_TOO_MANY_LINES };

enum cmpl_ics_next cmpl_ics_next_line(struct cmpl_ics_lines *lines);

struct cmpl_ics_text {
	const char *text;
	size_t length;
};

/* DTSTART;VALUE=DATE:20261225 */
struct cmpl_ics_property {
	struct cmpl_ics_text name, parameters, value;
	struct cmpl_place place; /* of the value; of the line where it is folded */
};

/* False: the line is none. */
bool cmpl_ics_split(const struct cmpl_ics_lines *lines, struct cmpl_ics_property *ret_property);
/* Names and fixed words may be in either case; `word` in upper case. */
bool cmpl_ics_is(struct cmpl_ics_text text, const char *word);
/* The value of a parameter without its quotes. */
bool cmpl_ics_parameter(const struct cmpl_ics_property *property, const char *name,
			struct cmpl_ics_text *ret_value);
