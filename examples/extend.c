/* SPDX-License-Identifier: MIT */
/*
 * A manager wants more time. May he have it, on what condition, and what does it bring with it?
 * Asked twice: before and after it is known whether the circumstances are exceptional.
 *   extend rules/brighter-places/2022-08/policy.yaml
 */
#include <stdio.h>

#include <complaint/complaint.h>

static complaint_status load(const char *path, struct complaint_set **ret_set)
{
	const struct complaint_policy *policies[1];
	struct complaint_policy *policy = NULL;
	complaint_status status = complaint_policy_load_file(path, &policy, NULL);

	policies[0] = policy;
	if (status == COMPLAINT_OK)
		status = complaint_set_new(policies, 1, ret_set, NULL);
	complaint_policy_free(policy);
	return status;
}

/* A response counted from 9 September 2022, and twelve working days more asked for on the 20th. */
static complaint_status fill(struct complaint_case *row)
{
	struct complaint_extension_entry entry = { .size = sizeof(entry) };
	complaint_day logged = 0;
	complaint_status status = complaint_day_from_date(2022, 9, 9, &logged);

	if (status == COMPLAINT_OK)
		status = complaint_case_set_event_day_at(row, COMPLAINT_EVENT_COMPLAINT_LOGGED,
							 logged);
	if (status == COMPLAINT_OK)
		status =
			complaint_case_set_fact_at(row, COMPLAINT_FACT_GOOD_REASON, COMPLAINT_TRUE);
	if (status == COMPLAINT_OK)
		status = complaint_case_set_now_day(row, logged + 11);
	entry.of = "respond-stage-1";
	entry.amount = 12;
	entry.unit = COMPLAINT_UNIT_WORKING_DAYS;
	return status == COMPLAINT_OK ? complaint_case_set_request_extension(row, &entry) : status;
}

static void print(const struct complaint_answer *answer)
{
	static const char *const outcomes[] = { "no answer", "yes",           "not yet",
						"no",        "no rule on it", "beyond the calendar",
						"not known" };
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	const struct complaint_extension *found = complaint_answer_get_extension(answer);
	uint32_t tier = complaint_extension_get_tier(found);
	char due[64] = "";

	complaint_date_get_text(complaint_extension_get_date(found, COMPLAINT_EXTENSION_NEW_DUE),
				due, sizeof(due));
	printf("Until %s: %s\n", due, outcomes[complaint_extension_get_outcome(found)]);
	if (tier != COMPLAINT_NONE)
		printf("  Rule: %s (%s)\n", complaint_policy_get_rule_says(policy, tier),
		       complaint_policy_get_rule_clause(policy, tier));
	for (size_t i = 0; i < complaint_extension_unknown_count(found); i++)
		printf("  Ask: %s\n", complaint_policy_get_question(
					      policy, complaint_extension_get_unknown(found, i),
					      COMPLAINT_NUL_TERMINATED));
	for (size_t i = 0; i < complaint_extension_duty_count(found); i++)
		printf("  Owed: %s\n", complaint_policy_get_rule_says(
					       policy, complaint_extension_get_duty_at(found, i)));
}

int main(int argc, char **argv)
{
	struct complaint_set *set = NULL;
	struct complaint_case *row = NULL;
	struct complaint_answer *answer = NULL;
	complaint_status status = argc == 2 ? load(argv[1], &set) : COMPLAINT_ERR_BAD_ARGUMENT;

	if (status == COMPLAINT_OK)
		status = complaint_case_new(set, &row);
	if (status == COMPLAINT_OK)
		status = fill(row);
	if (status == COMPLAINT_OK)
		status = complaint_answer_new(&answer);
	for (int turn = 0; status == COMPLAINT_OK && turn < 2; turn++) {
		if (turn == 1)
			status = complaint_case_set_fact_at(
				row, COMPLAINT_FACT_EXCEPTIONAL_CIRCUMSTANCES, COMPLAINT_TRUE);
		if (status == COMPLAINT_OK)
			status = complaint_answer_evaluate(answer, row, COMPLAINT_ASK_EXTENSION,
							   NULL);
		if (status == COMPLAINT_OK)
			print(answer);
	}
	if (status != COMPLAINT_OK)
		fprintf(stderr, "extend: %s\n", complaint_status_text(status));
	complaint_answer_free(answer);
	complaint_case_free(row);
	complaint_set_free(set);
	return status == COMPLAINT_OK ? 0 : 1;
}
