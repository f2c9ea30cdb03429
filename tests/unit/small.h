/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The small policy and the second one, loaded: what most tests of cases and scenarios begin with.
 */
#include <complaint/set.h>

#include "support/test.h"

static inline struct complaint_policy *small_policy(const char *path)
{
	struct complaint_policy *policy = NULL;

	test_case("%s loads", path);
	CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, NULL), COMPLAINT_OK);
	return policy;
}

/* A set of both, which keeps them: the handles are given back here. */
static inline struct complaint_set *small_set(void)
{
	struct complaint_policy *policies[2] = {
		small_policy("tests/unit/small_policy.yaml"),
		small_policy("tests/unit/second_policy.yaml"),
	};
	struct complaint_set *set = NULL;

	test_case("the two make a set");
	CHECK_STATUS(
		complaint_set_new((const struct complaint_policy *const *)policies, 2, &set, NULL),
		COMPLAINT_OK);
	complaint_policy_free(policies[0]);
	complaint_policy_free(policies[1]);
	return set;
}
