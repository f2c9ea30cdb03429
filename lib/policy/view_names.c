/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

#include "base/text.h"
#include "policy/vocabulary.h"

static bool list_of(int32_t list, enum cmpl_list *ret_list)
{
	if (list < COMPLAINT_LIST_FACTS || list > COMPLAINT_LIST_RECORDS)
		return false;
	_Static_assert(COMPLAINT_LIST_RECORDS == CMPL_RECORDS + 1, "public lists count from 1");
	*ret_list = (enum cmpl_list)(list - 1);
	return true;
}

uint32_t
complaint_policy_own_name_count(const struct complaint_policy *policy, int32_t list)
{
	enum cmpl_list own;

	return policy && list_of(list, &own) ? policy->own_count[own] : 0;
}

const char *
complaint_policy_get_own_name(const struct complaint_policy *policy, int32_t list, uint32_t index)
{
	enum cmpl_list own;

	if (!policy || !list_of(list, &own) || index >= policy->own_count[own])
		return NULL;
	return cmpl_policy_text(policy, policy->own[own][index].id);
}

static uint32_t find(const struct complaint_policy *policy, enum cmpl_list list, const char *name,
		     size_t length)
{
	if (!policy || !name)
		return CMPL_NONE;
	return cmpl_policy_find_name(policy, list, name, cmpl_text_length(name, length));
}

int32_t
complaint_policy_get_fact_type(const struct complaint_policy *policy, const char *name,
			       size_t length)
{
	uint32_t fact = find(policy, CMPL_FACTS, name, length);

	return fact == CMPL_NONE ? 0 : cmpl_policy_name_type(policy, fact);
}

int32_t
complaint_policy_get_name_silence(const struct complaint_policy *policy, const char *name,
				  size_t length)
{
	enum cmpl_list list = CMPL_FACTS;
	uint32_t found = find(policy, list, name, length);

	if (found == CMPL_NONE) {
		list = CMPL_EVENTS;
		found = find(policy, list, name, length);
	}
	if (found == CMPL_NONE)
		return COMPLAINT_TRUTH_NOT_GIVEN;
	return cmpl_policy_name_silence(policy, list, found);
}

const char *
complaint_policy_get_fact_value(const struct complaint_policy *policy, const char *name,
				size_t length, uint32_t value)
{
	uint32_t fact = find(policy, CMPL_FACTS, name, length);

	return fact == CMPL_NONE ? NULL : cmpl_policy_choice_id(policy, fact, value);
}
