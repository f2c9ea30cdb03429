/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* From `moment` on, clocks in London stand `offset` seconds before UTC. */
struct cmpl_zone_change {
	int64_t moment;
	int32_t offset;
};

/* The changes of 1900 to 1995, by moment. */
extern const struct cmpl_zone_change cmpl_zone_changes[];
extern const size_t cmpl_zone_change_count;
