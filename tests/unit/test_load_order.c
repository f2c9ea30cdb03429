/* SPDX-License-Identifier: MIT */
/*
 * Every published policy loads without a word, and its duties are ordered so that each can be
 * computed.
 */
#include <complaint/policy.h>

#include <stdlib.h>
#include <string.h>

#include "policy/policy.h"

#include "support/test.h"

static struct complaint_policy *policy;

static const char *duty_id(uint32_t duty)
{
	return cmpl_policy_text(policy, policy->rules[policy->duties[duty].rule].id);
}

static const char *const files[] = {
	"rules/brighter-places/2022-08/policy.yaml",
	"rules/livewest/2018-10/policy.yaml",
	"rules/livewest/2020-06/policy.yaml",
	"rules/settle/2020-10/policy.yaml",
	"rules/trafford-housing-trust/2020-10/policy.yaml",
	"rules/housing-ombudsman/2024-04/policy.yaml",
};

static void check_before(const uint32_t *positions, uint32_t duty, uint32_t index)
{
	const struct cmpl_anchor *one = &policy->anchors[index];

	if (one->kind == CMPL_ANCHOR_DUE)
		CHECK(positions[one->index] < positions[duty]);
	for (uint32_t i = 0; i < policy->duties_count && one->kind == CMPL_ANCHOR_EVENT; i++)
		if (policy->duties[i].done_by == one->index)
			CHECK(positions[i] < positions[duty], "%s after %s", duty_id(duty),
			      duty_id(i));
	if (one->kind == CMPL_ANCHOR_LATEST || one->kind == CMPL_ANCHOR_EARLIEST)
		for (uint32_t i = 0; i < one->count; i++)
			check_before(positions, duty, one->index + i);
}

static void check_order(const char *path)
{
	uint32_t *positions;

	test_case("duties are ordered so that each comes after what it runs from: %s", path);
	positions = calloc(policy->duties_count, sizeof(*positions));
	if (!CHECK(positions != NULL) || !CHECK(policy->order_count == policy->duties_count))
		goto out;
	memset(positions, 0xff, policy->duties_count * sizeof(*positions));
	for (uint32_t i = 0; i < policy->order_count; i++) {
		CHECK(positions[policy->order[i]] == CMPL_NONE, "each duty once");
		positions[policy->order[i]] = i;
	}
	for (uint32_t i = 0; i < policy->duties_count; i++) {
		if (policy->duties[i].after != CMPL_NONE)
			check_before(positions, i, policy->duties[i].after);
		if (policy->duties[i].before != CMPL_NONE)
			check_before(positions, i, policy->duties[i].before);
	}
out:
	free(positions);
}

static bool load(const char *path)
{
	struct complaint_diagnostics *diags = NULL;
	char *faults;
	bool loaded;

	test_case("loads without a word: %s", path);
	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return false;
	loaded = CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, diags),
			      COMPLAINT_OK);
	faults = test_diagnostics_text(diags);
	CHECK_TEXT(faults, "");
	free(faults);
	complaint_diagnostics_free(diags);
	return loaded;
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		if (load(files[i]))
			check_order(files[i]);
		complaint_policy_free(policy);
		policy = NULL;
	}
	return test_finish();
}
