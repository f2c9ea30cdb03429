/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

static uint32_t refusal_of(const struct complaint_policy *policy)
{
	uint32_t count = complaint_policy_rule_count(policy);

	for (uint32_t rule = 0; rule < count; rule++)
		if (complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_REFUSAL)
			return rule;
	return COMPLAINT_NONE;
}

static void say_accepted(struct cmpl_report *report)
{
	uint32_t refusal = refusal_of(report->policy);
	uint32_t reading = cmpl_reading_used(report, refusal, NULL);

	cmpl_say(report, "No. None of the policy's grounds for refusing it applies.");
	if (complaint_policy_get_rule_grounds(report->policy, refusal, reading) !=
	    COMPLAINT_GROUNDS_OPEN)
		return;
	cmpl_say_line(report, 1);
	cmpl_say(report, "The policy gives its grounds as examples only. (");
	cmpl_say(report, complaint_policy_get_rule_clause(report->policy, refusal));
	cmpl_say(report, ")");
}

static void say_verdict(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	uint32_t decider = complaint_eligibility_get_decider(answer);
	uint32_t reading = cmpl_reading_used(report, decider, NULL);
	const char *role = complaint_eligibility_get_decided_by(answer);

	switch (complaint_policy_get_rule_effect(report->policy, decider, reading)) {
	case COMPLAINT_EFFECT_EXCLUDE:
		cmpl_say(report, "Yes. The policy allows it to be refused; nobody has to.");
		break;
	case COMPLAINT_EFFECT_NORMALLY_EXCLUDE:
		cmpl_say(report, "Normally, yes. Such a complaint is not normally accepted, though "
				 "it can be.");
		break;
	case COMPLAINT_EFFECT_REFER_FOR_DECISION:
		cmpl_say(report, "That is for a person to decide: ");
		cmpl_say(report, role ? role : "the policy does not say who");
		cmpl_say(report, ".");
		break;
	default:
		cmpl_say(report,
			 "It may be declined. That is a choice, to be made for this complaint.");
		break;
	}
}

static void say_outcome(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	cmpl_say_line(report, 1);
	switch (complaint_eligibility_get_outcome(answer)) {
	case COMPLAINT_OUTCOME_ACCEPTED: say_accepted(report); break;
	case COMPLAINT_OUTCOME_UNDETERMINED: cmpl_say(report, "That cannot be said yet."); break;
	default: say_verdict(report, answer); break;
	}
}

/* What the conditions of a tested rule have read. */
static void say_reasons(struct cmpl_report *report, const struct complaint_eligibility *answer,
			uint32_t rule, int32_t truth)
{
	size_t count = complaint_eligibility_verdict_count(answer);

	for (size_t i = 0; i < count; i++) {
		size_t reasons = complaint_eligibility_verdict_reason_count(answer, i);

		if (complaint_eligibility_get_verdict_rule(answer, i) != rule)
			continue;
		for (size_t j = 0; j < reasons; j++) {
			const struct complaint_reason *reason =
				complaint_eligibility_get_verdict_reason(answer, i, j);

			/* What a factor read is told with the factor. */
			if (complaint_reason_get_condition(reason, NULL) ==
			    COMPLAINT_CONDITION_FACTOR)
				continue;
			if (!truth || complaint_reason_get_truth(reason) == truth)
				cmpl_say_reason(report, 2, reason);
		}
	}
}

const char *cmpl_effect_sentence(int32_t effect)
{
	switch (effect) {
	case COMPLAINT_EFFECT_EXCLUDE: return "It may be refused for this.";
	case COMPLAINT_EFFECT_NORMALLY_EXCLUDE: return "It is normally refused for this.";
	case COMPLAINT_EFFECT_REFER_FOR_DECISION:
		return "For this, somebody must be asked to decide.";
	default: return "For this it may be declined.";
	}
}

static void say_grounds(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	size_t count = complaint_eligibility_because_count(answer);

	if (count == 0)
		return;
	cmpl_say_line(report, 1);
	cmpl_say(report, count == 1 ? "This ground applies:" : "These grounds apply:");
	for (size_t i = 0; i < count; i++) {
		uint32_t rule = complaint_eligibility_get_because(answer, i);
		uint32_t reading = cmpl_reading_used(report, rule, NULL);

		cmpl_say_item(report, 1);
		cmpl_say_rule(report, rule);
		if (count > 1) {
			cmpl_say(report, " ");
			cmpl_say(report, cmpl_effect_sentence(complaint_policy_get_rule_effect(
						 report->policy, rule, reading)));
		}
		say_reasons(report, answer, rule, 0);
		cmpl_say_rule_gaps(report, 2, rule);
	}
}

static void say_undecided(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	size_t count = complaint_eligibility_undecided_count(answer);
	size_t questions = complaint_eligibility_question_count(answer);

	if (count > 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, count == 1 ? "It is not known whether this ground applies:"
					    : "It is not known whether these grounds apply:");
	}
	for (size_t i = 0; i < count; i++) {
		uint32_t rule = complaint_eligibility_get_undecided(answer, i);

		cmpl_say_item(report, 1);
		cmpl_say_rule(report, rule);
		if (report->detail >= COMPLAINT_DETAIL_WORKING)
			say_reasons(report, answer, rule, COMPLAINT_UNKNOWN);
	}
	if (questions > 0) {
		cmpl_say_line(report, 1);
		cmpl_say(report, questions == 1 ? "To know, ask:" : "To know, ask in this order:");
	}
	for (size_t i = 0; i < questions; i++) {
		cmpl_say_line(report, 1);
		cmpl_say_number(report, (int64_t)i + 1);
		cmpl_say(report, ". ");
		cmpl_say(report, complaint_eligibility_get_question_words(answer, i));
	}
}

static void say_rest(struct cmpl_report *report, int32_t rest)
{
	switch (rest) {
	case COMPLAINT_OUTCOME_ACCEPTED:
		cmpl_say(report, " The rest of it may not be refused.");
		break;
	case COMPLAINT_OUTCOME_EXCLUDED:
		cmpl_say(report, " The rest of it may be refused too.");
		break;
	case COMPLAINT_OUTCOME_DISCRETION:
		cmpl_say(report, " On the rest of it a person must decide.");
		break;
	case COMPLAINT_OUTCOME_UNDETERMINED:
		cmpl_say(report, " Of the rest of it nothing can be said yet.");
		break;
	default: break;
	}
}

static void say_part(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	const char *part = complaint_eligibility_get_part(answer);
	const char *refer_to = complaint_eligibility_get_refer_to(answer);
	size_t let_in = complaint_eligibility_let_in_count(answer);

	if (part) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "This takes only a part of it: ");
		cmpl_say(report, part);
		cmpl_say(report, ".");
		say_rest(report, complaint_eligibility_get_rest(answer));
	}
	if (refer_to) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "The resident is referred elsewhere: ");
		cmpl_say(report, refer_to);
		cmpl_say(report, ".");
	}
	for (size_t i = 0; i < let_in; i++) {
		uint32_t rule = complaint_eligibility_get_let_in_rule(answer, i);

		cmpl_say_line(report, 1);
		cmpl_say(report, "An exception lets in a part: ");
		cmpl_say(report, complaint_eligibility_get_let_in_part(answer, i));
		cmpl_say(report, ". Without it this would apply: ");
		cmpl_say_rule(report, rule);
	}
}

static void say_factors(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	size_t count = complaint_eligibility_factor_count(answer);

	if (count == 0)
		return;
	cmpl_say_line(report, 1);
	cmpl_say(report, "Whoever decides weighs this:");
	for (size_t i = 0; i < count; i++) {
		bool accept = complaint_eligibility_get_factor_favours(answer, i) ==
			      COMPLAINT_FAVOURS_ACCEPTANCE;

		cmpl_say_item(report, 1);
		cmpl_say(report, complaint_eligibility_get_factor_says(answer, i));
		switch (complaint_eligibility_get_factor_truth(answer, i)) {
		case COMPLAINT_TRUE:
			cmpl_say(report, accept ? " This is so, and speaks for accepting it."
						: " This is so, and speaks for refusing it.");
			break;
		case COMPLAINT_FALSE: cmpl_say(report, " This is not so."); break;
		default:
			cmpl_say(report,
				 accept ? " This is not known; it would speak for accepting it."
					: " This is not known; it would speak for refusing it.");
			break;
		}
	}
}

static void say_route(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	const char *record = complaint_eligibility_get_treat_as(answer);
	uint32_t route = complaint_eligibility_get_route(answer);
	uint32_t stage = complaint_eligibility_get_starts_at(answer);
	bool refused = complaint_eligibility_get_outcome(answer) == COMPLAINT_OUTCOME_EXCLUDED;

	if (record) {
		const char *says = complaint_policy_get_words(report->policy, record,
							      COMPLAINT_NUL_TERMINATED);

		cmpl_say_line(report, 1);
		cmpl_say(report, "It is recorded as ");
		cmpl_say(report, says ? says : record);
		cmpl_say(report, ".");
	}
	if (refused)
		return;
	switch (complaint_eligibility_get_route_state(answer)) {
	case COMPLAINT_ROUTE_UNDETERMINED:
		cmpl_say_line(report, 1);
		cmpl_say(report, "What it is recorded as cannot be said yet.");
		break;
	case COMPLAINT_ROUTE_TAKEN:
		cmpl_say_line(report, 1);
		cmpl_say(report, "By this rule: ");
		cmpl_say_rule(report, route);
		if (stage == COMPLAINT_NONE)
			cmpl_say(report, " It does not enter the formal procedure.");
		cmpl_say_rule_gaps(report, 1, route);
		break;
	default: break;
	}
	if (stage != COMPLAINT_NONE) {
		cmpl_say_line(report, 1);
		cmpl_say(report, "It enters the procedure at ");
		cmpl_say_name(report, cmpl_rule_name(report->policy, stage));
		cmpl_say(report, ".");
	}
}

const char *cmpl_notice_heading(int32_t strength, bool ask)
{
	switch (strength) {
	case COMPLAINT_STRENGTH_SHOULD:
		return ask ? "resident should be asked for:" : "resident should be told:";
	case COMPLAINT_STRENGTH_AIM:
		return ask ? "aim is to ask the resident for:" : "aim is to tell the resident:";
	case COMPLAINT_STRENGTH_NORMALLY:
		return ask ? "resident is normally asked for:" : "resident is normally told:";
	case COMPLAINT_STRENGTH_MAY:
		return ask ? "resident may be asked for:" : "resident may be told:";
	default: return ask ? "resident must be asked for:" : "resident must be told:";
	}
}

static void say_notices_of(struct cmpl_report *report, const struct complaint_eligibility *answer,
			   int32_t strength, bool ask)
{
	size_t count = complaint_eligibility_notice_count(answer);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		uint32_t duty = complaint_eligibility_get_notice_rule(answer, i);
		uint32_t reading = cmpl_reading_used(report, duty, NULL);
		const char *notice = complaint_eligibility_get_notice(answer, i);

		if (complaint_policy_get_rule_reading_strength(report->policy, duty, reading) !=
			    strength ||
		    (complaint_policy_get_rule_verb(report->policy, duty) == COMPLAINT_VERB_ASK) !=
			    ask)
			continue;
		if (!any) {
			cmpl_say_line(report, 1);
			cmpl_say(report, complaint_eligibility_because_count(answer) > 0
						 ? "If it is refused, the "
						 : "The ");
			cmpl_say(report, cmpl_notice_heading(strength, ask));
		}
		any = true;
		cmpl_say_item(report, 1);
		cmpl_say(report, complaint_policy_get_words(report->policy, notice,
							    COMPLAINT_NUL_TERMINATED));
		cmpl_say(report, " (");
		cmpl_say(report, complaint_policy_get_rule_clause(report->policy, duty));
		cmpl_say(report, ")");
	}
}

static void say_notices(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	for (int32_t strength = COMPLAINT_STRENGTH_MUST; strength <= COMPLAINT_STRENGTH_MAY;
	     strength++) {
		say_notices_of(report, answer, strength, false);
		say_notices_of(report, answer, strength, true);
	}
}

/* At detail "working": the grounds that do not apply, and why not. */
static void say_others(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	size_t count = complaint_eligibility_verdict_count(answer);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		uint32_t rule = complaint_eligibility_get_verdict_rule(answer, i);

		if (complaint_policy_get_rule_kind(report->policy, rule) !=
			    COMPLAINT_RULE_EXCLUSION ||
		    complaint_eligibility_get_verdict_truth(answer, i) != COMPLAINT_FALSE)
			continue;
		if (!any) {
			cmpl_say_line(report, 1);
			cmpl_say(report, "Tested, and not so:");
		}
		any = true;
		cmpl_say_item(report, 1);
		cmpl_say_rule(report, rule);
		say_reasons(report, answer, rule, 0);
	}
}

void cmpl_say_eligibility(struct cmpl_report *report)
{
	const struct complaint_eligibility *answer =
		complaint_answer_get_eligibility(report->answer);

	if (!answer)
		return;
	cmpl_say_heading(report,
			 complaint_eligibility_get_at(answer) == COMPLAINT_AT_ESCALATION
				 ? "May the next stage be refused?"
			 : complaint_eligibility_get_at(answer) == COMPLAINT_AT_ADDITIONAL_ISSUE
				 ? "May the new issue be refused?"
				 : "May the complaint be refused?");
	say_outcome(report, answer);
	say_grounds(report, answer);
	say_part(report, answer);
	say_factors(report, answer);
	say_route(report, answer);
	say_undecided(report, answer);
	say_notices(report, answer);
	cmpl_say_eligibility_readings(report, answer);
	if (report->detail >= COMPLAINT_DETAIL_WORKING)
		say_others(report, answer);
}
