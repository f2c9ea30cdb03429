/* SPDX-License-Identifier: MIT */
/*
 * What is due, by when, and how each date was counted: what a case screen shows on each refresh.
 *   due_dates rules/brighter-places/2022-08/policy.yaml examples/cases/brighter-places.yaml
 */
#include <stdio.h>

#include <complaint/complaint.h>

static const char *state_of(const struct complaint_deadline *deadline)
{
	switch (complaint_deadline_get_state(deadline)) {
	case COMPLAINT_DUTY_OVERDUE: return "OVERDUE";
	case COMPLAINT_DUTY_RUNNING: return "running";
	case COMPLAINT_DUTY_DONE_LATE: return "done late";
	case COMPLAINT_DUTY_DONE_IN_TIME: return "done in time";
	case COMPLAINT_DUTY_BEYOND_CALENDAR: return "beyond the calendar";
	default: return NULL; /* not owed, waiting, without a date, undetermined */
	}
}

static void print_deadline(const struct complaint_policy *policy,
			   const struct complaint_deadline *deadline)
{
	uint32_t rule = complaint_deadline_get_rule(deadline);
	char due[64] = "", line[11] = "";
	complaint_day day;

	complaint_date_get_text(complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE), due,
				sizeof(due));
	printf("%s by %s: %s\n", state_of(deadline), due,
	       complaint_policy_get_rule_says(policy, rule));
	printf("    clause %s\n", complaint_policy_get_rule_clause(policy, rule));
	for (size_t i = 0; i < complaint_deadline_working_count(deadline); i++) {
		complaint_deadline_get_working_day(deadline, i, &day);
		complaint_day_to_text(day, line, sizeof(line));
		printf("    %s  %s\n", line, complaint_deadline_get_working_text(deadline, i));
	}
	for (size_t i = 0; i < complaint_deadline_reading_count(deadline); i++) {
		const struct complaint_deadline *other =
			complaint_deadline_get_reading(deadline, i);

		complaint_date_get_text(complaint_deadline_get_date(other, COMPLAINT_DEADLINE_DUE),
					due, sizeof(due));
		printf("    read as \"%s\": %s\n", complaint_deadline_get_reading_label(other),
		       due);
	}
}

static complaint_status ask(const struct complaint_set *set, const char *path,
			    struct complaint_diagnostics *faults)
{
	struct complaint_options options = { .size = sizeof(options),
					     .detail = COMPLAINT_DETAIL_WORKING };
	struct complaint_case *row = NULL;
	struct complaint_answer *answer = NULL;
	complaint_status status = complaint_case_load_file(set, path, &row, faults);

	if (status == COMPLAINT_OK)
		status = complaint_answer_new(&answer);
	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate(answer, row, COMPLAINT_ASK_DEADLINES, &options);
	for (size_t i = 0; i < complaint_answer_deadline_count(answer); i++) {
		const struct complaint_deadline *found = complaint_answer_get_deadline(answer, i);

		if (state_of(found))
			print_deadline(complaint_answer_get_policy(answer), found);
	}
	complaint_answer_free(answer);
	complaint_case_free(row);
	return status;
}

int main(int argc, char **argv)
{
	const struct complaint_policy *policies[1];
	struct complaint_policy *policy = NULL;
	struct complaint_set *set = NULL;
	struct complaint_diagnostics *faults = NULL;
	complaint_status status = argc == 3 ? COMPLAINT_OK : COMPLAINT_ERR_BAD_ARGUMENT;

	if (status == COMPLAINT_OK)
		status = complaint_diagnostics_new(&faults);
	if (status == COMPLAINT_OK)
		status = complaint_policy_load_file(argv[1], &policy, faults);
	policies[0] = policy;
	if (status == COMPLAINT_OK)
		status = complaint_set_new(policies, 1, &set, faults);
	if (status == COMPLAINT_OK)
		status = ask(set, argv[2], faults);
	for (size_t i = 0; i < complaint_diagnostics_count(faults); i++)
		fprintf(stderr, "%s\n", complaint_diagnostics_get_text(faults, i));
	if (status != COMPLAINT_OK)
		fprintf(stderr, "due_dates: %s\n", complaint_status_text(status));
	complaint_set_free(set);
	complaint_policy_free(policy);
	complaint_diagnostics_free(faults);
	return status == COMPLAINT_OK ? 0 : 1;
}
