/* SPDX-License-Identifier: MIT */
/* The arrays and the text block of a policy while it grows. */
#include <string.h>

#include "base/memory.h"
#include "json/writer.h"
#include "load/ascii.h"
#include "load/load.h"

static const struct {
	size_t items, count, item;
} arrays[] = {
#define X(name)                                                                                    \
	{ offsetof(struct complaint_policy, name),                                                 \
	  offsetof(struct complaint_policy, name##_count),                                         \
	  sizeof(*((struct complaint_policy *)NULL)->name) },
	CMPL_POLICY_ARRAYS(X)
#undef X
};

/* An array's pointer has its own type; through void * it is copied, never aliased. */
static void *get_items(const struct cmpl_load *load, enum cmpl_policy_array array)
{
	void *items;

	memcpy(&items, (const char *)load->policy + arrays[array].items, sizeof(items));
	return items;
}

static void set_items(struct cmpl_load *load, enum cmpl_policy_array array, void *items)
{
	memcpy((char *)load->policy + arrays[array].items, &items, sizeof(items));
}

static uint32_t *count_of(const struct cmpl_load *load, enum cmpl_policy_array array)
{
	return (uint32_t *)(void *)((char *)load->policy + arrays[array].count);
}

uint32_t cmpl_load_count(const struct cmpl_load *load, enum cmpl_policy_array array)
{
	return *count_of(load, array);
}

uint32_t cmpl_load_append(struct cmpl_load *load, enum cmpl_policy_array array, const void *item)
{
	void *items = get_items(load, array);
	uint32_t *count = count_of(load, array);

	if (!cmpl_grow(&items, &load->capacities[array], *count, arrays[array].item)) {
		load->reader.out_of_memory = true;
		return CMPL_NONE;
	}
	set_items(load, array, items);
	memcpy((char *)items + *count * arrays[array].item, item, arrays[array].item);
	return (*count)++;
}

static void *shrunk(struct cmpl_load *load, void *items, size_t count, size_t item)
{
	void *smaller = items ? cmpl_realloc_array(items, count, item) : NULL;

	if (items && !smaller)
		load->reader.out_of_memory = true;
	return smaller ? smaller : items;
}

void cmpl_load_shrink(struct cmpl_load *load)
{
	struct complaint_policy *policy = load->policy;

	for (unsigned i = 0; i < CMPL_ARRAY_COUNT; i++) {
		enum cmpl_policy_array array = (enum cmpl_policy_array)i;

		set_items(load, array,
			  shrunk(load, get_items(load, array), *count_of(load, array),
				 arrays[i].item));
	}
	for (int list = 0; list < CMPL_LIST_COUNT; list++)
		policy->own[list] = shrunk(load, policy->own[list], policy->own_count[list],
					   sizeof(*policy->own[list]));
	policy->text = shrunk(load, policy->text, policy->text_length, 1);
}

void cmpl_load_end(struct cmpl_load *load)
{
	cmpl_map_free(&load->names);
	cmpl_map_free(&load->rules);
	cmpl_map_free(&load->texts);
	cmpl_map_free(&load->calendars);
	cmpl_reader_end(&load->reader);
}

/* --- text ------------------------------------------------------------------- */

static bool make_text_room(struct cmpl_load *load, size_t length)
{
	struct complaint_policy *policy = load->policy;
	size_t wanted = load->text_capacity ? load->text_capacity : 1024;
	char *text;

	/* Offset 0 is an empty string, so that 0 can stand for "there is none". */
	while (wanted < policy->text_length + length + 2 + CMPL_TEXT_HEAD)
		wanted *= 2;
	if (wanted == load->text_capacity)
		return true;
	text = cmpl_realloc_array(policy->text, wanted, 1);
	if (!text)
		return false;
	policy->text = text;
	load->text_capacity = wanted;
	if (policy->text_length == 0)
		text[policy->text_length++] = '\0';
	return true;
}

static cmpl_text add_text(struct cmpl_load *load, const char *bytes, size_t length, uint16_t head)
{
	struct complaint_policy *policy = load->policy;
	cmpl_text offset;

	if (!make_text_room(load, length)) {
		load->reader.out_of_memory = true;
		return 0;
	}
	memcpy(policy->text + policy->text_length, &head, CMPL_TEXT_HEAD);
	offset = policy->text_length + CMPL_TEXT_HEAD;
	memcpy(policy->text + offset, bytes, length);
	policy->text[offset + length] = '\0';
	policy->text_length = offset + (uint32_t)length + 1;
	return offset;
}

cmpl_text cmpl_load_bytes(struct cmpl_load *load, const char *bytes, size_t length)
{
	bool plain = length < CMPL_TEXT_LONG && cmpl_json_is_plain(bytes, length);

	return add_text(load, bytes, length, plain ? (uint16_t)length : CMPL_TEXT_LONG);
}

cmpl_text cmpl_load_raw(struct cmpl_load *load, const char *bytes, size_t length)
{
	return add_text(load, bytes, length, (uint16_t)length);
}

cmpl_text cmpl_load_text(struct cmpl_load *load, const struct cmpl_node *node)
{
	const char *text;
	size_t length;
	uint32_t old;
	cmpl_text offset;

	if (!node)
		return 0;
	text = cmpl_node_text(load->reader.tree, node);
	length = node->length;
	while (length > 0 && cmpl_ascii_space(text[length - 1]))
		length--;

	old = cmpl_map_find(&load->texts, text, length);
	if (old != CMPL_MAP_NONE)
		return old;
	offset = cmpl_load_bytes(load, text, length);
	if (!offset || !cmpl_map_add(&load->texts, text, length, offset, &old)) {
		load->reader.out_of_memory = true;
		return 0;
	}
	return offset;
}

struct cmpl_range cmpl_load_lines(struct cmpl_load *load, const struct cmpl_node *list)
{
	struct cmpl_range range = { cmpl_load_count(load, CMPL_ARRAY_lines), 0 };
	const struct cmpl_node *child;

	if (!list)
		return range;
	for (child = cmpl_node_first(load->reader.tree, list); child;
	     child = cmpl_node_next(load->reader.tree, list, child)) {
		cmpl_text line = cmpl_load_text(load, child);

		if (cmpl_load_append(load, CMPL_ARRAY_lines, &line) != CMPL_NONE)
			range.count++;
	}
	return range;
}
