/* SPDX-License-Identifier: MIT */
#pragma once

#include "policy/policy.h"

/* What the files of the read-only view share. All take a NULL policy and any number. */

/* The rule, NULL when there is none. */
const struct cmpl_rule *cmpl_view_rule(const struct complaint_policy *policy, uint32_t rule);

/*
 * The record of a rule, as the file chose it (reading COMPLAINT_NONE) or under a reading of the
 * rule by number. NULL when the rule is of another kind, or has no such reading.
 */
const struct cmpl_refusal *cmpl_view_refusal(const struct complaint_policy *policy, uint32_t rule,
					     uint32_t reading);
const struct cmpl_exclusion *cmpl_view_exclusion(const struct complaint_policy *policy,
						 uint32_t rule, uint32_t reading);
const struct cmpl_route *cmpl_view_route(const struct complaint_policy *policy, uint32_t rule,
					 uint32_t reading);
const struct cmpl_stage *cmpl_view_stage(const struct complaint_policy *policy, uint32_t rule,
					 uint32_t reading);
const struct cmpl_duty *cmpl_view_duty(const struct complaint_policy *policy, uint32_t rule,
				       uint32_t reading);
const struct cmpl_extension *cmpl_view_extension(const struct complaint_policy *policy,
						 uint32_t rule, uint32_t reading);
const struct cmpl_tier *cmpl_view_tier(const struct complaint_policy *policy, uint32_t rule,
				       uint32_t reading);
const struct cmpl_window *cmpl_view_window(const struct complaint_policy *policy, uint32_t rule,
					   uint32_t reading);

/* An anchor by its number, in the words of complaint_policy_describe_anchor(). */
void cmpl_policy_describe_anchor(const struct complaint_policy *policy, uint32_t anchor,
				 char *buffer, size_t size, size_t *ret_length);
