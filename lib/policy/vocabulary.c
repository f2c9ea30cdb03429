/* SPDX-License-Identifier: MIT */
#include "policy/vocabulary.h"

#include <string.h>

#include "base/text.h"

static int compare(const char *text, size_t length, const struct cmpl_standard_name *name)
{
	size_t id_length = name->id_length;
	int order = memcmp(text, name->id, length < id_length ? length : id_length);

	if (order != 0 || length == id_length)
		return order;
	return length < id_length ? -1 : 1;
}

uint32_t cmpl_vocabulary_find(enum cmpl_list list, const char *id, size_t length)
{
	const uint16_t *order = cmpl_vocabulary_order[list];
	uint32_t low = 0, high = cmpl_vocabulary_count[list];

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int side = compare(id, length, &cmpl_vocabulary[list][order[middle]]);

		if (side == 0)
			return order[middle];
		if (side < 0)
			high = middle;
		else
			low = middle + 1;
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
