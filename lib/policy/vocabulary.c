/* SPDX-License-Identifier: MIT */
#include "policy/vocabulary.h"

#include <string.h>

#include "base/text.h"

/* Eight bytes, or as many as there are, as a number whose lowest is the first of them. */
static inline uint64_t number_of(const char *bytes, size_t length)
{
	const unsigned char *at = (const unsigned char *)bytes;
	uint64_t number = 0;

	if (length >= 8)
		return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 |
		       (uint64_t)at[3] << 24 | (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 |
		       (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
	while (length > 0)
		number = number << 8 | at[--length];
	return number;
}

/*
 * Of the first and the last eight bytes and the length, in which the names of one list differ;
 * scripts/vocabulary_tables.py has the same.
 */
static uint32_t hash(const char *id, size_t length)
{
	uint64_t first = number_of(id, length);
	uint64_t last = length >= 8 ? number_of(id + length - 8, 8) : 0;

	return (uint32_t)((first * UINT64_C(0x9e3779b97f4a7c15) +
			   (last + length) * UINT64_C(0xc2b2ae3d27d4eb4f)) >>
			  48);
}

uint32_t cmpl_vocabulary_find(enum cmpl_list list, const char *id, size_t length)
{
	const struct cmpl_vocabulary_slots *table = &cmpl_vocabulary_slots[list];
	uint32_t at = hash(id, length) & table->mask;

	for (; table->slots[at] != 0; at = (at + 1) & table->mask) {
		uint32_t place = table->slots[at] - 1u;
		const struct cmpl_standard_name *name = &cmpl_vocabulary[list][place];

		if (name->id_length == length && memcmp(name->id, id, length) == 0)
			return place;
	}
	return CMPL_NONE;
}

/* The entry, NULL when there is no such list or place. */
static const struct cmpl_standard_name *entry(int32_t list, uint32_t index)
{
	if (list < COMPLAINT_LIST_FACTS || list > COMPLAINT_LIST_RECORDS)
		return NULL;
	if (index >= cmpl_vocabulary_count[list - 1])
		return NULL;
	return &cmpl_vocabulary[list - 1][index];
}

uint32_t
complaint_vocabulary_count(int32_t list)
{
	if (list < COMPLAINT_LIST_FACTS || list > COMPLAINT_LIST_RECORDS)
		return 0;
	return cmpl_vocabulary_count[list - 1];
}

const char *
complaint_vocabulary_get_id(int32_t list, uint32_t index)
{
	const struct cmpl_standard_name *name = entry(list, index);

	return name ? name->id : NULL;
}

const char *
complaint_vocabulary_get_words(int32_t list, uint32_t index)
{
	const struct cmpl_standard_name *name = entry(list, index);

	return name ? name->words : NULL;
}

int32_t
complaint_vocabulary_get_type(uint32_t fact)
{
	const struct cmpl_standard_name *name = entry(COMPLAINT_LIST_FACTS, fact);

	return name ? name->type : 0;
}

int32_t
complaint_vocabulary_get_silence(int32_t list, uint32_t index)
{
	const struct cmpl_standard_name *name = entry(list, index);

	return name ? name->silence : COMPLAINT_TRUTH_NOT_GIVEN;
}

uint32_t
complaint_vocabulary_value_count(uint32_t fact)
{
	const struct cmpl_standard_name *name = entry(COMPLAINT_LIST_FACTS, fact);
	uint32_t count = 0;

	if (!name || !name->values)
		return 0;
	while (name->values[count])
		count++;
	return count;
}

const char *
complaint_vocabulary_get_value(uint32_t fact, uint32_t value)
{
	if (value >= complaint_vocabulary_value_count(fact))
		return NULL;
	return cmpl_vocabulary[CMPL_FACTS][fact].values[value];
}

uint32_t
complaint_vocabulary_find(int32_t list, const char *text, size_t length)
{
	if (list < COMPLAINT_LIST_FACTS || list > COMPLAINT_LIST_RECORDS || !text)
		return COMPLAINT_NONE;
	return cmpl_vocabulary_find((enum cmpl_list)(list - 1), text,
				    cmpl_text_length(text, length));
}
