/* SPDX-License-Identifier: MIT */
#include "write/report.h"

/* Do two eligibilities come to the same, as far as a reader is told it? */
static bool same_grounds(const struct complaint_eligibility *a,
			 const struct complaint_eligibility *b)
{
	size_t count = complaint_eligibility_because_count(a);

	if (count != complaint_eligibility_because_count(b))
		return false;
	for (size_t i = 0; i < count; i++)
		if (complaint_eligibility_get_because(a, i) !=
		    complaint_eligibility_get_because(b, i))
			return false;
	return true;
}

static bool same_answer(const struct complaint_eligibility *a,
			const struct complaint_eligibility *b)
{
	return complaint_eligibility_get_outcome(a) == complaint_eligibility_get_outcome(b) &&
	       complaint_eligibility_get_route_state(a) ==
		       complaint_eligibility_get_route_state(b) &&
	       complaint_eligibility_get_route(a) == complaint_eligibility_get_route(b) &&
	       same_grounds(a, b);
}

static const char *outcome_sentence(int32_t outcome)
{
	switch (outcome) {
	case COMPLAINT_OUTCOME_ACCEPTED: return "Then it may not be refused.";
	case COMPLAINT_OUTCOME_EXCLUDED: return "Then it may be refused.";
	case COMPLAINT_OUTCOME_DISCRETION: return "Then a person must decide.";
	default: return "Then that cannot be said yet.";
	}
}

static void say_reading(struct cmpl_report *report, const struct complaint_eligibility *reading)
{
	size_t count = complaint_eligibility_because_count(reading);
	uint32_t route = complaint_eligibility_get_route(reading);

	cmpl_say_item(report, 1);
	cmpl_say_reading(report, complaint_eligibility_get_reading_rule(reading),
			 complaint_eligibility_get_reading_label(reading));
	cmpl_say(report, " ");
	cmpl_say(report, outcome_sentence(complaint_eligibility_get_outcome(reading)));
	for (size_t i = 0; i < count; i++) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "Ground: ");
		cmpl_say_rule(report, complaint_eligibility_get_because(reading, i));
	}
	if (route != COMPLAINT_NONE) {
		cmpl_say_line(report, 2);
		cmpl_say(report, "By this rule: ");
		cmpl_say_rule(report, route);
	}
}

void cmpl_say_eligibility_readings(struct cmpl_report *report,
				   const struct complaint_eligibility *answer)
{
	size_t count = complaint_eligibility_reading_count(answer), same = 0;

	for (size_t i = 0; i < count; i++)
		if (same_answer(answer, complaint_eligibility_get_reading(answer, i)))
			same++;
	if (count > same) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "The text can be read otherwise. The answer above is the policy "
				 "file's choice.");
	}
	for (size_t i = 0; i < count; i++) {
		const struct complaint_eligibility *reading =
			complaint_eligibility_get_reading(answer, i);

		if (!same_answer(answer, reading))
			say_reading(report, reading);
	}
	if (same > 0 && report->detail >= COMPLAINT_DETAIL_WORKING) {
		cmpl_say_line(report, 1);
		cmpl_say_count(report, (int64_t)same, "other reading gives", "other readings give");
		cmpl_say(report, " the same answer.");
	}
}
