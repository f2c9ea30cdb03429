/* SPDX-License-Identifier: MIT */
#include "sample_case.h"

#include <stdlib.h>

const char sample_case_json[] =
	"{\"now\":\"2022-11-14\","
	"\"facts\":{\"service-by-us-or-partners\":true,\"first-time-service-request\":false,"
	"\"other-policy-more-suitable\":false,\"claim-filed-at-court\":false,"
	"\"personal-injury-claim\":false,\"investigation-needed\":true,"
	"\"still-dissatisfied\":true,\"works-outstanding-at-outcome\":false},"
	"\"events\":{\"issue-arose\":\"2022-05-20\",\"complaint-made\":\"2022-09-01\","
	"\"complaint-received\":\"2022-09-02\",\"complaint-logged\":\"2022-09-05\","
	"\"complaint-acknowledged\":\"2022-09-07\",\"stage-1-response-sent\":\"2022-09-21\","
	"\"escalation-requested\":\"2022-10-03\"}}";

struct complaint_case *sample_case(void)
{
	static struct complaint_case *made;

	if (!made &&
	    complaint_case_load_memory(bench_brighter_places(), "case", sample_case_json,
				       COMPLAINT_NUL_TERMINATED, &made, NULL) != COMPLAINT_OK) {
		bench_wrong("the sample case does not load");
		exit(2);
	}
	return made;
}

/* Twenty working days from 3 October end on 31 October; the answer was not sent by 14 November. */
bool sample_is_right(const struct complaint_answer *answer)
{
	const struct complaint_standing *standing = complaint_answer_get_standing(answer);
	const struct complaint_deadline *overdue;
	complaint_day due = 0;

	if (complaint_standing_get_state(standing) != COMPLAINT_STANDING_IN_STAGE ||
	    complaint_standing_overdue_count(standing) == 0)
		return bench_wrong("the sample case: not in a stage, or nothing overdue");
	for (size_t i = 0; i < complaint_standing_overdue_count(standing); i++) {
		overdue = complaint_standing_get_overdue(standing, i);
		if (complaint_date_get_day(
			    complaint_deadline_get_date(overdue, COMPLAINT_DEADLINE_DUE), &due) ==
			    COMPLAINT_OK &&
		    due == 19296)
			return true;
	}
	return bench_wrong("the sample case: stage 2 was not due on 31 October 2022");
}
