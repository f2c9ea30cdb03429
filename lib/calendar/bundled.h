/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "calendar/builder.h"

/* The divisions whose bank holidays are compiled in. The order is that of causes in a union. */
enum { CMPL_ENGLAND_AND_WALES, CMPL_SCOTLAND, CMPL_NORTHERN_IRELAND, CMPL_DIVISIONS };

enum { CMPL_BUNDLED_TITLES = 26, CMPL_BUNDLED_FROM = 2012, CMPL_BUNDLED_UNTIL = 2028 };

struct cmpl_bundled_holiday {
	int16_t day;   /* days since 1970-01-01; enough until 2059 */
	uint8_t title; /* of cmpl_bundled_titles */
};

struct cmpl_bundled_division {
	const char *name;   /* "england-and-wales" */
	const char *source; /* "England and Wales bank holidays" */
	const struct cmpl_bundled_holiday *holidays;
	size_t count;
};

extern const char *const cmpl_bundled_titles[CMPL_BUNDLED_TITLES];
extern const struct cmpl_bundled_division cmpl_bundled_divisions[CMPL_DIVISIONS];

/* The divisions of a bundled calendar as a bit mask (1 << CMPL_SCOTLAND); 0: no such name. */
unsigned cmpl_bundled_find(const char *name, size_t length);

/*
 * What a mask of divisions is called: "England and Wales bank holidays", or "United Kingdom bank
 * holidays".
 */
const char *cmpl_bundled_source(unsigned divisions);

/* Close the published bank holidays of a division. */
void cmpl_bundled_close(struct cmpl_calendar_builder *builder, size_t division);

cmpl_day cmpl_bundled_first(void);
cmpl_day cmpl_bundled_last(void);
