/* SPDX-License-Identifier: MIT */
/* Names looked up: the standard ones, and the policy's own beside them. */
#include <string.h>

#include "load/load.h"

bool cmpl_load_find_standard(const char *text, size_t length, enum cmpl_list *ret_list,
			     uint32_t *ret_name)
{
	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++) {
		*ret_name = cmpl_vocabulary_find((enum cmpl_list)list, text, length);
		*ret_list = (enum cmpl_list)list;
		if (*ret_name != CMPL_NONE)
			return true;
	}
	return false;
}

bool cmpl_load_find_name(const struct cmpl_load *load, const char *text, size_t length,
			 enum cmpl_list *ret_list, uint32_t *ret_name)
{
	uint32_t own = cmpl_map_find(&load->names, text, length);

	if (own == CMPL_MAP_NONE)
		return cmpl_load_find_standard(text, length, ret_list, ret_name);
	*ret_list = (enum cmpl_list)(own >> 24);
	*ret_name = own & 0xffffff;
	return true;
}

static void offer_names(const struct cmpl_load *load, struct cmpl_suggest *suggest,
			enum cmpl_list list)
{
	const struct complaint_policy *policy = load->policy;

	for (uint32_t i = 0; i < cmpl_vocabulary_count[list]; i++) {
		const char *id = cmpl_vocabulary[list][i].id;

		cmpl_suggest_offer(suggest, id, strlen(id));
	}
	for (uint32_t i = 0; i < policy->own_count[list]; i++) {
		const char *id = cmpl_policy_text(policy, policy->own[list][i].id);

		cmpl_suggest_offer(suggest, id, strlen(id));
	}
}

#define DECLARE(key)                                                                               \
	"use a name of the vocabulary, or declare it under \"" key "\" at the top of the file"

/* Where a name of one's own is declared. */
static const char *declaring(unsigned lists)
{
	switch (lists) {
	case 1u << CMPL_FACTS: return DECLARE("facts");
	case 1u << CMPL_EVENTS: return DECLARE("events");
	case 1u << CMPL_NOTICES: return DECLARE("notices");
	case 1u << CMPL_DOORS: return DECLARE("doors");
	case 1u << CMPL_RECORDS: return DECLARE("records");
	}
	return "use a name of the vocabulary, or declare it at the top of the file";
}

void cmpl_load_fault_name(struct cmpl_load *load, const char *text, size_t length,
			  struct cmpl_place place, unsigned lists)
{
	struct cmpl_reader *reader = &load->reader;
	const char *wanted = NULL;
	struct cmpl_suggest suggest;

	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++)
		if (lists == 1u << list)
			wanted = cmpl_list_text(list);
	if (wanted)
		cmpl_fault(reader, CMPL_CODE_UNKNOWN_NAME, place, "%s is not %s that is known",
			   cmpl_quote(reader, text, length), wanted);
	else
		cmpl_fault(reader, CMPL_CODE_UNKNOWN_NAME, place,
			   "%s is no fact and no event that is known",
			   cmpl_quote(reader, text, length));
	if (!cmpl_suggest_start(reader, &suggest, text, length))
		return;
	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++)
		if (lists & 1u << list)
			offer_names(load, &suggest, (enum cmpl_list)list);
	cmpl_suggest_end(reader, &suggest, declaring(lists));
}

static uint32_t find_in_list(struct cmpl_load *load, const char *text, size_t length,
			     struct cmpl_place place, enum cmpl_list wanted)
{
	struct cmpl_reader *reader = &load->reader;
	enum cmpl_list list;
	uint32_t name;

	if (!cmpl_load_find_name(load, text, length, &list, &name)) {
		cmpl_load_fault_name(load, text, length, place, 1u << wanted);
		return CMPL_NONE;
	}
	if (list == wanted)
		return name;
	cmpl_fault(reader, CMPL_CODE_NAME_OF_ANOTHER_LIST, place, "%s is %s, and %s is wanted here",
		   cmpl_quote(reader, text, length), cmpl_list_text(list), cmpl_list_text(wanted));
	if (wanted == CMPL_EVENTS && list == CMPL_FACTS)
		cmpl_hint(reader, "write an event: only what has a date can begin or end a limit");
	else
		cmpl_hint(reader, "write the name of %s", cmpl_list_text(wanted));
	return CMPL_NONE;
}

uint32_t cmpl_load_name(struct cmpl_load *load, const struct cmpl_node *node, enum cmpl_list list)
{
	if (!node)
		return CMPL_NONE;
	return find_in_list(load, cmpl_node_text(load->reader.tree, node), node->length,
			    cmpl_node_place(node), list);
}

uint32_t cmpl_load_key_name(struct cmpl_load *load, const struct cmpl_node *child,
			    enum cmpl_list list)
{
	return find_in_list(load, cmpl_node_key(load->reader.tree, child), child->key_length,
			    cmpl_node_key_place(child), list);
}

uint32_t cmpl_load_value_count(const struct cmpl_load *load, uint32_t fact)
{
	const struct complaint_policy *policy = load->policy;

	if (fact < CMPL_OWN)
		return complaint_vocabulary_value_count(fact);
	return fact - CMPL_OWN < policy->own_count[CMPL_FACTS]
		       ? policy->own[CMPL_FACTS][fact - CMPL_OWN].values.count
		       : 0;
}
