/* SPDX-License-Identifier: MIT */
/* A case, in YAML or JSON: refused with a diagnostic, or answered. */
#include <stdlib.h>

#include <complaint/complaint.h>

#include "fuzz.h"

static struct complaint_set *set; /* one for all inputs: it is never changed */

static void give_back(void)
{
	complaint_set_free(set);
}

static void load_set(void)
{
	struct complaint_policy *policy = NULL;

	HOLDS(complaint_policy_load_file(FUZZ_POLICY, &policy, NULL) == COMPLAINT_OK);
	HOLDS(complaint_set_new((const struct complaint_policy *const *)&policy, 1, &set, NULL) ==
	      COMPLAINT_OK);
	complaint_policy_free(policy);
	HOLDS(atexit(give_back) == 0);
}

static void evaluate(const struct complaint_case *given)
{
	struct complaint_options options = { .size = sizeof(options),
					     .detail = COMPLAINT_DETAIL_WORKING };
	struct complaint_answer *answer = NULL;
	complaint_status status;
	const char *text = NULL;

	HOLDS(complaint_answer_new(&answer) == COMPLAINT_OK);
	status = complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, &options);
	HOLDS(status == COMPLAINT_OK);
	HOLDS(complaint_answer_get_json(answer, &text, NULL) == COMPLAINT_OK);
	HOLDS(text && *text == '{');
	complaint_answer_free(answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_case *given = NULL;
	complaint_status status;

	if (!set)
		load_set();
	HOLDS(complaint_diagnostics_new(&diagnostics) == COMPLAINT_OK);
	status = complaint_case_load_memory(set, "fuzz", (const char *)bytes, length, &given,
					    diagnostics);
	HOLDS((status == COMPLAINT_OK) == (given != NULL));
	HOLDS(given || complaint_diagnostics_count(diagnostics) > 0);
	if (given)
		evaluate(given);
	complaint_case_free(given);
	complaint_diagnostics_free(diagnostics);
	return 0;
}
