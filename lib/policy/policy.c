/* SPDX-License-Identifier: MIT */
#include "policy/policy.h"

#include <stdatomic.h>

#include "base/memory.h"

struct complaint_policy *cmpl_policy_new(void)
{
	struct complaint_policy *policy = cmpl_alloc(sizeof(*policy));

	if (!policy)
		return NULL;
	atomic_init(&policy->references, 1);
	policy->document.chosen_by = CMPL_NONE;
	policy->document.in_force.from = INT32_MIN;
	policy->document.in_force.until = INT32_MAX;
	policy->counting = CMPL_NONE;
	return policy;
}

struct complaint_policy *cmpl_policy_take(const struct complaint_policy *policy)
{
	/* The count is the one thing of a policy that changes. */
	struct complaint_policy *own = (struct complaint_policy *)policy;

	if (own)
		atomic_fetch_add_explicit(&own->references, 1, memory_order_relaxed);
	return own;
}

static void free_decided(struct complaint_policy *policy)
{
	cmpl_free(policy->terms);
	cmpl_free(policy->anchors);
	cmpl_free(policy->values);
	cmpl_free(policy->roots);
	cmpl_free(policy->exceptions);
	cmpl_free(policy->countings);
	cmpl_free(policy->refusals);
	cmpl_free(policy->exclusions);
	cmpl_free(policy->routes);
	cmpl_free(policy->stages);
	cmpl_free(policy->duties);
	cmpl_free(policy->extensions);
	cmpl_free(policy->tiers);
	cmpl_free(policy->windows);
	cmpl_free(policy->refusal_variants);
	cmpl_free(policy->exclusion_variants);
	cmpl_free(policy->route_variants);
	cmpl_free(policy->stage_variants);
	cmpl_free(policy->duty_variants);
	cmpl_free(policy->extension_variants);
	cmpl_free(policy->tier_variants);
	cmpl_free(policy->window_variants);
	cmpl_free(policy->order);
	cmpl_free(policy->notices);
	cmpl_free(policy->doers);
	cmpl_free(policy->first_doers);
}

static void free_shown(struct complaint_policy *policy)
{
	cmpl_free(policy->rules);
	cmpl_free(policy->readings);
	cmpl_free(policy->factors);
	cmpl_free(policy->conflicts);
	cmpl_free(policy->spans);
	cmpl_free(policy->lines);
	cmpl_free(policy->wordings);
	cmpl_free(policy->accepted);
	for (uint32_t i = 0; i < policy->calendars_count; i++)
		complaint_calendar_free(policy->calendars[i].calendar);
	cmpl_free(policy->calendars);
	for (int list = 0; list < CMPL_LIST_COUNT; list++)
		cmpl_free(policy->own[list]);
	cmpl_free(policy->text);
	cmpl_free(policy->file);
}

void
complaint_policy_free(struct complaint_policy *policy)
{
	if (!policy)
		return;
	if (atomic_fetch_sub_explicit(&policy->references, 1, memory_order_release) != 1)
		return;
	atomic_thread_fence(memory_order_acquire); /* what other threads did with it comes before */
	free_decided(policy);
	free_shown(policy);
	cmpl_free(policy);
}
