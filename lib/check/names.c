/* SPDX-License-Identifier: MIT */
/* Names that a file declares and no rule of it reads. */
#include "check/check.h"

/* Members of groups are anchors too. Conditions hold their own. */
static bool is_read(const struct complaint_policy *policy, enum cmpl_list list, uint32_t name)
{
	bool found = list == CMPL_EVENTS && policy->document.chosen_by == name;

	for (uint32_t i = 0; i < policy->terms_count && !found; i++) {
		uint8_t kind = policy->terms[i].kind;
		bool fact = kind == CMPL_TERM_FACT || kind == CMPL_TERM_NUMBER ||
			    kind == CMPL_TERM_CHOICE;

		found = kind > CMPL_TERM_NOT && fact == (list == CMPL_FACTS) &&
			policy->terms[i].name == name;
	}
	if (list != CMPL_EVENTS || found)
		return found;
	for (uint32_t i = 0; i < policy->anchors_count; i++)
		found = found || (policy->anchors[i].kind == CMPL_ANCHOR_EVENT &&
				  policy->anchors[i].index == name);
	for (uint32_t i = 0; i < policy->duties_count; i++)
		found = found || policy->duties[i].done_by == name;
	for (uint32_t i = 0; i < policy->stages_count; i++)
		found = found || policy->stages[i].ends == name;
	for (uint32_t i = 0; i < policy->stage_variants_count; i++)
		found = found || policy->stage_variants[i].ends == name;
	for (uint32_t i = 0; i < policy->windows_count; i++)
		found = found || policy->windows[i].used_by == name;
	return found;
}

void cmpl_check_names(struct cmpl_examination *examination)
{
	static const enum cmpl_list lists[] = { CMPL_FACTS, CMPL_EVENTS };
	const struct complaint_policy *policy = examination->policy;

	for (size_t l = 0; l < sizeof(lists) / sizeof(lists[0]); l++)
		for (uint32_t i = 0; i < policy->own_count[lists[l]]; i++)
			if (!is_read(policy, lists[l], CMPL_OWN + i))
				cmpl_finding_add(
					examination, CMPL_CODE_NAME_NEVER_READ,
					COMPLAINT_SEVERITY_WARNING, CMPL_NONE, NULL,
					"read it in a rule, or remove it: hosts would ask for it "
					"in vain",
					"the %s \"%s\" is declared, and no rule reads it",
					lists[l] == CMPL_FACTS ? "fact" : "event",
					cmpl_policy_name_id(policy, lists[l], CMPL_OWN + i));
}
