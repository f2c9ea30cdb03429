/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

/* The time zones a rule file may name. Compiled in: no tzdata is read. */
enum cmpl_zone { CMPL_ZONE_LONDON, CMPL_ZONE_UTC };

bool cmpl_zone_find(const char *name, size_t length, enum cmpl_zone *ret_zone);
const char *cmpl_zone_name(enum cmpl_zone zone);
/* Seconds east of UTC at a moment. */
int32_t cmpl_zone_offset(enum cmpl_zone zone, int64_t moment);
/* The local day of a moment, and the seconds since local midnight by the clock on the wall. */
cmpl_day cmpl_zone_day(enum cmpl_zone zone, int64_t moment, int32_t *ret_second);
/*
 * The moment at which a local day begins, plus wall-clock seconds into it (a time skipped in spring
 * is the moment the clock jumps; a time that comes twice in autumn is the first).
 */
int64_t cmpl_zone_moment(enum cmpl_zone zone, cmpl_day day, int32_t second);
