/* SPDX-License-Identifier: MIT */
/*
 * May a complaint be refused, and if so on which clause? What is still to be asked, and what must
 * the resident be told? The case comes from your database; here it stands in the code.
 *
 *   decide rules/brighter-places/2022-08/policy.yaml
 */
#include <stdio.h>

#include <complaint/complaint.h>

/* Policies and sets never change after loading: keep them for the life of the program. */
static complaint_status load(const char *path, struct complaint_set **ret_set)
{
	const struct complaint_policy *policies[1];
	struct complaint_policy *policy = NULL;
	struct complaint_diagnostics *faults = NULL;
	complaint_status status = complaint_diagnostics_new(&faults);

	if (status == COMPLAINT_OK)
		status = complaint_policy_load_file(path, &policy, faults);
	policies[0] = policy;
	if (status == COMPLAINT_OK)
		status = complaint_set_new(policies, 1, ret_set, faults);
	for (size_t i = 0; i < complaint_diagnostics_count(faults); i++)
		fprintf(stderr, "%s\n", complaint_diagnostics_get_text(faults, i));
	complaint_policy_free(policy); /* the set keeps what it needs */
	complaint_diagnostics_free(faults);
	return status;
}

/* One row: what its columns say. Names can also be numbers, the same for every landlord. */
static complaint_status fill(struct complaint_case *row)
{
	const size_t all = COMPLAINT_NUL_TERMINATED;
	complaint_status status = complaint_case_set_unlisted_facts_false(row, 1);

	if (status == COMPLAINT_OK)
		status = complaint_case_set_fact(row, "service-by-us-or-partners", all,
						 COMPLAINT_TRUE);
	if (status == COMPLAINT_OK)
		status = complaint_case_set_fact_at(row, COMPLAINT_FACT_CLAIM_FILED_AT_COURT,
						    COMPLAINT_UNKNOWN);
	if (status == COMPLAINT_OK)
		status = complaint_case_set_event_text(row, "issue-arose", all, "2022-02-14", all);
	if (status == COMPLAINT_OK)
		status = complaint_case_set_event_text(row, "complaint-made", all, "2022-10-03",
						       all);
	return status;
}

static void print(const struct complaint_answer *answer)
{
	static const char *const outcomes[] = { "", "accept it", "it may be refused",
						"a person must decide", "not known yet" };
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	const struct complaint_eligibility *found = complaint_answer_get_eligibility(answer);

	printf("Outcome: %s\n", outcomes[complaint_eligibility_get_outcome(found)]);
	for (size_t i = 0; i < complaint_eligibility_because_count(found); i++) {
		uint32_t rule = complaint_eligibility_get_because(found, i);

		printf("Because: %s (%s)\n", complaint_policy_get_rule_says(policy, rule),
		       complaint_policy_get_rule_clause(policy, rule));
	}
	for (size_t i = 0; i < complaint_eligibility_question_count(found); i++)
		printf("Ask: %s\n", complaint_eligibility_get_question_words(found, i));
	for (size_t i = 0; i < complaint_eligibility_notice_count(found); i++)
		printf("If refused, tell the resident: %s\n",
		       complaint_policy_get_words(policy,
						  complaint_eligibility_get_notice(found, i),
						  COMPLAINT_NUL_TERMINATED));
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
	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate(answer, row, COMPLAINT_ASK_ELIGIBILITY, NULL);
	if (status == COMPLAINT_OK)
		print(answer);
	else
		fprintf(stderr, "decide: %s\n", complaint_status_text(status));
	complaint_answer_free(answer);
	complaint_case_free(row);
	complaint_set_free(set);
	return status == COMPLAINT_OK ? 0 : 1;
}
