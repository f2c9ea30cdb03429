/* SPDX-License-Identifier: MIT */
#include "load/map.h"

#include <string.h>

#include "base/memory.h"

static uint32_t hash_text(const char *text, size_t length)
{
	uint32_t hash = 2166136261u; /* FNV-1a */

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return hash ^ hash >> 15;
}

/* The entry of a key, or the free one where it belongs. There is always one free. */
static struct cmpl_map_entry *locate(struct cmpl_map_entry *entries, size_t capacity,
				     const char *key, size_t length, uint32_t hash)
{
	size_t at = hash & (capacity - 1);

	while (entries[at].key && (entries[at].hash != hash || entries[at].length != length ||
				   memcmp(entries[at].key, key, length) != 0))
		at = (at + 1) & (capacity - 1);
	return &entries[at];
}

static bool make_room(struct cmpl_map *map)
{
	size_t capacity = map->capacity ? map->capacity * 2 : 32;
	struct cmpl_map_entry *entries;

	if (map->count * 2 < map->capacity)
		return true;
	entries = cmpl_alloc_array(capacity, sizeof(*entries));
	if (!entries)
		return false;
	for (size_t i = 0; i < map->capacity; i++) {
		const struct cmpl_map_entry *old = &map->entries[i];

		if (old->key)
			*locate(entries, capacity, old->key, old->length, old->hash) = *old;
	}
	cmpl_free(map->entries);
	map->entries = entries;
	map->capacity = capacity;
	return true;
}

void cmpl_map_free(struct cmpl_map *map)
{
	cmpl_free(map->entries);
	memset(map, 0, sizeof(*map));
}

uint32_t cmpl_map_find(const struct cmpl_map *map, const char *key, size_t length)
{
	const struct cmpl_map_entry *entry;

	if (map->count == 0)
		return CMPL_MAP_NONE;
	entry = locate(map->entries, map->capacity, key, length, hash_text(key, length));
	return entry->key ? entry->value : CMPL_MAP_NONE;
}

bool cmpl_map_add(struct cmpl_map *map, const char *key, size_t length, uint32_t value,
		  uint32_t *ret_old)
{
	uint32_t hash = hash_text(key, length);
	struct cmpl_map_entry *entry;

	if (!make_room(map))
		return false;
	entry = locate(map->entries, map->capacity, key, length, hash);
	*ret_old = entry->key ? entry->value : CMPL_MAP_NONE;
	if (entry->key)
		return true;
	entry->key = key;
	entry->length = (uint32_t)length;
	entry->hash = hash;
	entry->value = value;
	map->count++;
	return true;
}
