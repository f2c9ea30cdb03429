/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Text to number, for names and ids while a file is loaded. Keys are borrowed and
 * must outlive the map. All zero is an empty one.
 */
struct cmpl_map_entry {
	const char *key; /* NULL: free */
	uint32_t length, hash, value;
};

struct cmpl_map {
	struct cmpl_map_entry *entries;
	size_t capacity, count;
};

#define CMPL_MAP_NONE UINT32_MAX

void cmpl_map_free(struct cmpl_map *map);
/* CMPL_MAP_NONE when it is not there. */
uint32_t cmpl_map_find(const struct cmpl_map *map, const char *key, size_t length);
/* False: out of memory. *ret_old: CMPL_MAP_NONE, or the value that was there before and stays. */
bool cmpl_map_add(struct cmpl_map *map, const char *key, size_t length, uint32_t value,
		  uint32_t *ret_old);
