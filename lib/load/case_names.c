/* SPDX-License-Identifier: MIT */
/* Names that a case or a scenario uses: whose they are, and what may have been meant. */
#include <string.h>

#include "load/case_load.h"
#include "load/load.h"

/* A set may hold thousands of policies; a near name is not worth a second. */
#define MOST_CANDIDATES 4000

static uint32_t find_in_policies(const struct complaint_set *set, enum cmpl_list list,
				 const char *text, size_t length)
{
	uint32_t found = CMPL_NONE;

	for (uint32_t i = 0; i < set->policy_count && found == CMPL_NONE; i++)
		found = cmpl_policy_find_name(set->policies[i], list, text, length);
	return found;
}

static uint32_t find_in_list(const struct cmpl_case_load *load, enum cmpl_list list,
			     const char *text, size_t length)
{
	if (!load->set)
		return cmpl_vocabulary_find(list, text, length);
	if (list == CMPL_FACTS || list == CMPL_EVENTS)
		return cmpl_set_find_name(load->set, list, text, length);
	return find_in_policies(load->set, list, text, length);
}

static void offer_own(const struct complaint_policy *policy, struct cmpl_suggest *suggest,
		      enum cmpl_list list, size_t *left)
{
	for (uint32_t i = 0; i < policy->own_count[list] && *left > 0; i++, (*left)--) {
		const char *id = cmpl_policy_text(policy, policy->own[list][i].id);

		cmpl_suggest_offer(suggest, id, strlen(id));
	}
}

static void offer_names(const struct cmpl_case_load *load, struct cmpl_suggest *suggest,
			unsigned lists)
{
	size_t left = MOST_CANDIDATES;

	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++) {
		if (!(lists & 1u << list))
			continue;
		for (uint32_t i = 0; i < cmpl_vocabulary_count[list]; i++) {
			const char *id = cmpl_vocabulary[list][i].id;

			cmpl_suggest_offer(suggest, id, strlen(id));
		}
		for (uint32_t i = 0; load->set && i < load->set->policy_count; i++)
			offer_own(load->set->policies[i], suggest, (enum cmpl_list)list, &left);
	}
}

/* "a fact", "a fact or an event": what one of the lists has. */
static const char *lists_text(unsigned lists)
{
	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++)
		if (lists == 1u << list)
			return cmpl_list_text((enum cmpl_list)list);
	return "a fact or an event";
}

static void fault_other_list(struct cmpl_case_load *load, const char *text, size_t length,
			     struct cmpl_place place, unsigned lists, enum cmpl_list other)
{
	struct cmpl_reader *reader = &load->reader;

	cmpl_fault(reader, CMPL_CODE_NAME_OF_ANOTHER_LIST, place, "%s is %s, and %s is wanted here",
		   cmpl_quote(reader, text, length), cmpl_list_text(other), lists_text(lists));
	if (lists == 1u << CMPL_FACTS && other == CMPL_EVENTS)
		cmpl_hint(reader, "write it under \"events\", with its date");
	else if (lists == 1u << CMPL_EVENTS && other == CMPL_FACTS)
		cmpl_hint(reader, "write it under \"facts\"");
	else
		cmpl_hint(reader, "write the name of %s", lists_text(lists));
}

/*
 * Without a policy nobody can tell a name of its own from a misspelt one. One that is near a
 * standard name is a warning, any other a note.
 */
static void note_unknown(struct cmpl_case_load *load, const char *text, size_t length,
			 struct cmpl_place place, unsigned lists)
{
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_suggest suggest;
	size_t near_length;
	const char *near;

	cmpl_suggest_begin(&suggest, text, length);
	offer_names(load, &suggest, lists);
	near = cmpl_suggest_best(&suggest, &near_length);
	if (near) {
		cmpl_warn(reader, CMPL_CODE_NAME_NOT_STANDARD, place,
			  "%s is not %s of the vocabulary", cmpl_quote(reader, text, length),
			  lists_text(lists));
		cmpl_hint(reader, "did you mean %s? Else check it with its policy",
			  cmpl_quote(reader, near, near_length));
		return;
	}
	cmpl_diag_add(reader->diags, COMPLAINT_SEVERITY_NOTE, CMPL_CODE_NAME_NOT_STANDARD,
		      reader->tree->file, place, "%s is not %s of the vocabulary",
		      cmpl_quote(reader, text, length), lists_text(lists));
	cmpl_hint(reader, "check the case with its policy");
}

static void fault_unknown(struct cmpl_case_load *load, const char *text, size_t length,
			  struct cmpl_place place, unsigned lists)
{
	struct cmpl_reader *reader = &load->reader;
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNKNOWN_NAME, place, "%s is not %s that is known",
		   cmpl_quote(reader, text, length), lists_text(lists));
	if (!cmpl_suggest_start(reader, &suggest, text, length))
		return;
	offer_names(load, &suggest, lists);
	cmpl_suggest_end(reader, &suggest,
			 "use a name of the vocabulary, or one that the policy declares");
}

uint32_t cmpl_case_find(struct cmpl_case_load *load, const char *text, size_t length,
			struct cmpl_place place, unsigned lists, enum cmpl_list *ret_list)
{
	unsigned other = CMPL_LIST_COUNT;

	for (unsigned list = 0; list < CMPL_LIST_COUNT; list++) {
		uint32_t found = find_in_list(load, (enum cmpl_list)list, text, length);

		if (found == CMPL_NONE)
			continue;
		if (lists & 1u << list) {
			*ret_list = (enum cmpl_list)list;
			return found;
		}
		other = list;
	}
	if (other != CMPL_LIST_COUNT)
		fault_other_list(load, text, length, place, lists, (enum cmpl_list)other);
	else if (load->set || !cmpl_id_valid(text, length))
		fault_unknown(load, text, length, place, lists);
	else
		note_unknown(load, text, length, place, lists);
	return CMPL_NONE;
}

const char *cmpl_case_name_id(const struct cmpl_case_load *load, enum cmpl_list list, uint32_t name)
{
	return load->set ? cmpl_set_name_id(load->set, list, name) : cmpl_vocabulary[list][name].id;
}

uint8_t cmpl_case_fact_type(const struct cmpl_case_load *load, uint32_t fact)
{
	return load->set ? cmpl_set_fact_type(load->set, fact)
			 : cmpl_vocabulary[CMPL_FACTS][fact].type;
}

const char *cmpl_case_choice_id(const struct cmpl_case_load *load, uint32_t fact, uint32_t value)
{
	return load->set ? cmpl_set_choice_id(load->set, fact, value)
			 : complaint_vocabulary_get_value(fact, value);
}
