/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

#include "policy/words.h"

static const char *name_of(const struct cmpl_report *report, uint32_t rule)
{
	return cmpl_rule_name(report->policy, rule);
}

static void write_rules(struct cmpl_report *report, const char *key, size_t key_length,
			struct cmpl_range rules)
{
	cmpl_json_put_open(&report->json, key, key_length, '[');
	for (uint32_t i = rules.first; i < rules.first + rules.count; i++)
		cmpl_json_put_phrase(&report->json, CMPL_NO_KEY,
				     cmpl_rule_phrase(report->policy, report->answer->numbers[i]));
	cmpl_json_put_close(&report->json, ']');
}

static void write_names(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;
	const struct cmpl_named *named = report->answer->named + answer->questions.first;
	size_t count;

	cmpl_json_put_open(json, CMPL_KEY("questions"), '[');
	for (uint32_t i = 0; i < answer->questions.count; i++)
		cmpl_put_name(json, CMPL_NO_KEY, report->policy, (enum cmpl_list)named[i].list,
			      named[i].name);
	cmpl_json_put_close(json, ']');

	count = complaint_eligibility_factor_name_count(answer);
	cmpl_json_open(json, "factors", '[');
	for (size_t i = 0; i < count; i++)
		cmpl_json_text(json, NULL, complaint_eligibility_get_factor_name(answer, i));
	cmpl_json_close(json, ']');

	count = complaint_eligibility_notice_count(answer);
	cmpl_json_open(json, "notices", '[');
	for (size_t i = 0; i < count; i++)
		cmpl_json_text(json, NULL, complaint_eligibility_get_notice(answer, i));
	cmpl_json_close(json, ']');
}

static const char *route_word(const struct cmpl_report *report,
			      const struct complaint_eligibility *answer)
{
	switch (complaint_eligibility_get_route_state(answer)) {
	case COMPLAINT_ROUTE_TAKEN: return name_of(report, complaint_eligibility_get_route(answer));
	case COMPLAINT_ROUTE_UNDETERMINED: return "undetermined";
	default: return "none";
	}
}

/* The keys of `expect`: the same for the answer and for each reading. */
static void write_core(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;

	cmpl_put_word(json, CMPL_KEY("outcome"), cmpl_word_outcome(answer->outcome));
	write_rules(report, CMPL_KEY("because"), answer->because);
	write_rules(report, CMPL_KEY("undecided"), answer->undecided);
	write_names(report, answer);
	cmpl_json_text(json, "route", route_word(report, answer));
	cmpl_json_text(json, "treat-as", complaint_eligibility_get_treat_as(answer));
	cmpl_json_text(json, "starts-at",
		       name_of(report, complaint_eligibility_get_starts_at(answer)));
	cmpl_json_text(json, "part", complaint_eligibility_get_part(answer));
	cmpl_json_text(json, "refer-to", complaint_eligibility_get_refer_to(answer));
	cmpl_json_text(json, "decided-by", complaint_eligibility_get_decided_by(answer));
	cmpl_json_text(json, "rest", cmpl_word_outcome(complaint_eligibility_get_rest(answer)));
}

static void write_question_words(struct cmpl_report *report,
				 const struct complaint_eligibility *answer)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;
	const struct cmpl_named *named = report->answer->named + answer->questions.first;

	cmpl_json_put_open(json, CMPL_KEY("question-words"), '[');
	for (uint32_t i = 0; i < answer->questions.count; i++) {
		enum cmpl_list list = (enum cmpl_list)named[i].list;

		cmpl_json_put_open(json, CMPL_NO_KEY, '{');
		cmpl_put_name(json, CMPL_KEY("name"), policy, list, named[i].name);
		cmpl_json_put_phrase(json, CMPL_KEY("question"),
				     cmpl_policy_words_phrase(policy, list, named[i].name));
		cmpl_json_put_number(json, CMPL_KEY("weight"), named[i].weight);
		cmpl_json_put_close(json, '}');
	}
	cmpl_json_put_close(json, ']');
}

static void write_factor_words(struct cmpl_report *report,
			       const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_eligibility_factor_count(answer);

	cmpl_json_open(json, "factor-words", '[');
	for (size_t i = 0; i < count; i++) {
		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "rule",
			       name_of(report, complaint_eligibility_get_factor_rule(answer, i)));
		cmpl_json_text(json, "says", complaint_eligibility_get_factor_says(answer, i));
		cmpl_json_text(
			json, "favours",
			cmpl_word_favours(complaint_eligibility_get_factor_favours(answer, i)));
		cmpl_json_text(json, "truth",
			       cmpl_word_truth(complaint_eligibility_get_factor_truth(answer, i)));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_notice_words(struct cmpl_report *report,
			       const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_eligibility_notice_count(answer);

	cmpl_json_open(json, "notice-words", '[');
	for (size_t i = 0; i < count; i++) {
		const char *notice = complaint_eligibility_get_notice(answer, i);
		uint32_t duty = complaint_eligibility_get_notice_rule(answer, i);

		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "notice", notice);
		cmpl_json_text(json, "says",
			       complaint_policy_get_words(report->policy, notice,
							  COMPLAINT_NUL_TERMINATED));
		cmpl_json_text(json, "duty", name_of(report, duty));
		cmpl_write_optional(json, "clause",
				    complaint_policy_get_rule_clause(report->policy, duty));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_let_in(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_eligibility_let_in_count(answer);

	cmpl_json_open(json, "let-in", '[');
	for (size_t i = 0; i < count; i++) {
		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "rule",
			       name_of(report, complaint_eligibility_get_let_in_rule(answer, i)));
		cmpl_json_text(json, "part", complaint_eligibility_get_let_in_part(answer, i));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_verdict(struct cmpl_report *report, const struct cmpl_verdict *verdict)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;
	uint32_t reading = cmpl_reading_chosen(report, verdict->rule);
	const struct complaint_reason *reasons = report->answer->reasons + verdict->reasons.first;

	cmpl_json_put_open(json, CMPL_NO_KEY, '{');
	cmpl_json_put_phrase(json, CMPL_KEY("rule"), cmpl_rule_phrase(policy, verdict->rule));
	cmpl_put_word(json, CMPL_KEY("kind"),
		      cmpl_word_rule_kind(policy->rules[verdict->rule].kind));
	cmpl_put_word(json, CMPL_KEY("truth"), cmpl_word_truth(verdict->truth));
	cmpl_put_word(
		json, CMPL_KEY("effect"),
		cmpl_word_effect(complaint_policy_get_rule_effect(policy, verdict->rule, reading)));
	cmpl_write_rule_words(json, policy, verdict->rule, reading);
	cmpl_json_put_open(json, CMPL_KEY("why"), '[');
	for (uint32_t i = 0; i < verdict->reasons.count; i++)
		cmpl_write_reason(report, &reasons[i]);
	cmpl_json_put_close(json, ']');
	cmpl_json_put_close(json, '}');
}

static void write_details(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	const struct cmpl_verdict *verdicts = report->answer->verdicts + answer->verdicts.first;
	uint32_t decider = complaint_eligibility_get_decider(answer);

	cmpl_json_text(&report->json, "decider", name_of(report, decider));
	write_question_words(report, answer);
	write_factor_words(report, answer);
	write_notice_words(report, answer);
	write_let_in(report, answer);
	cmpl_json_open(&report->json, "verdicts", '[');
	for (uint32_t i = 0; i < answer->verdicts.count; i++)
		write_verdict(report, &verdicts[i]);
	cmpl_json_close(&report->json, ']');
}

static const char *reading_rule(const struct cmpl_report *report,
				const struct complaint_eligibility *answer, size_t index)
{
	const struct complaint_eligibility *reading =
		complaint_eligibility_get_reading(answer, index);

	return name_of(report, complaint_eligibility_get_reading_rule(reading));
}

/* Every reading of the rule that the first-th reading is of. */
static void write_readings_of(struct cmpl_report *report,
			      const struct complaint_eligibility *answer, size_t first)
{
	struct cmpl_json *json = &report->json;
	const char *rule = reading_rule(report, answer, first);
	size_t count = complaint_eligibility_reading_count(answer);

	cmpl_json_open(json, rule, '{');
	for (size_t i = first; i < count; i++) {
		const struct complaint_eligibility *reading =
			complaint_eligibility_get_reading(answer, i);

		if (strcmp(reading_rule(report, answer, i), rule) != 0)
			continue;
		cmpl_json_open(json, complaint_eligibility_get_reading_label(reading), '{');
		write_core(report, reading);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, '}');
}

/* rule -> label -> the keys of the answer */
static void write_readings(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	size_t count = complaint_eligibility_reading_count(answer);

	cmpl_json_open(&report->json, "readings", '{');
	for (size_t i = 0; i < count; i++) {
		const char *rule = reading_rule(report, answer, i);
		bool seen = false;

		for (size_t j = 0; j < i; j++)
			seen = seen || strcmp(reading_rule(report, answer, j), rule) == 0;
		if (!seen)
			write_readings_of(report, answer, i);
	}
	cmpl_json_close(&report->json, '}');
}

void cmpl_write_eligibility(struct cmpl_report *report)
{
	const struct complaint_eligibility *answer =
		complaint_answer_get_eligibility(report->answer);

	if (!answer)
		return;
	cmpl_json_open(&report->json, "eligibility", '{');
	cmpl_json_text(&report->json, "at", cmpl_word_at(complaint_eligibility_get_at(answer)));
	write_core(report, answer);
	if (report->detail > COMPLAINT_DETAIL_VERDICT) {
		write_details(report, answer);
		write_readings(report, answer);
	}
	cmpl_json_close(&report->json, '}');
}
