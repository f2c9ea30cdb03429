/* SPDX-License-Identifier: MIT */
/* A rule file: refused with at least one diagnostic, or a policy that can be asked and told. */
#include <complaint/complaint.h>

#include "fuzz.h"

static void ask(const struct complaint_policy *policy)
{
	static const char json[] = "{\"now\":\"2022-09-20\",\"unlisted-facts\":false,"
				   "\"events\":{\"complaint-received\":\"2022-09\","
				   "\"complaint-made\":\"2022-09-01T00:30:00+01:00\","
				   "\"stage-1-response-sent\":\"2028-12-20\"}}";
	const struct complaint_policy *policies[] = { policy };
	struct complaint_answer *answer = NULL;
	struct complaint_set *set = NULL;
	const char *text = NULL;

	HOLDS(complaint_set_new(policies, 1, &set, NULL) == COMPLAINT_OK);
	HOLDS(complaint_answer_new(&answer) == COMPLAINT_OK);
	HOLDS(complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_STANDING, json,
					     COMPLAINT_NUL_TERMINATED, NULL, &text, NULL,
					     NULL) == COMPLAINT_OK);
	HOLDS(text && *text == '{');
	complaint_answer_free(answer);
	complaint_set_free(set);
}

static void tell(const struct complaint_policy *policy)
{
	char *text = NULL;

	HOLDS(complaint_policy_to_json(policy, &text, NULL) == COMPLAINT_OK);
	complaint_string_free(text);
	for (int32_t format = COMPLAINT_FORMAT_TEXT; format <= COMPLAINT_FORMAT_HTML; format++) {
		text = NULL;
		HOLDS(complaint_policy_explain(policy, format, &text, NULL) == COMPLAINT_OK);
		complaint_string_free(text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_policy *policy = NULL;
	complaint_status status;

	HOLDS(complaint_diagnostics_new(&diagnostics) == COMPLAINT_OK);
	status = complaint_policy_load_memory("fuzz.yaml", (const char *)bytes, length, NULL, 0,
					      &policy, diagnostics);
	HOLDS((status == COMPLAINT_OK) == (policy != NULL));
	HOLDS(policy || complaint_diagnostics_count(diagnostics) > 0);
	if (policy) {
		ask(policy);
		tell(policy);
	}
	complaint_policy_free(policy);
	complaint_diagnostics_free(diagnostics);
	return 0;
}
