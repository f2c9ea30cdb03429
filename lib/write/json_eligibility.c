/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

#include "policy/view.h"

static struct cmpl_slice name_of(const struct cmpl_report *report, uint32_t rule)
{
	return cmpl_rule_slice(report->policy, rule);
}

static void write_notices(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;

	cmpl_run_alone(json, CMPL_LITERAL(",\"notices\":["));
	for (uint32_t i = 0; i < answer->notices.count; i++)
		cmpl_write_item(json, i,
				cmpl_policy_name_slice(
					report->policy, CMPL_NOTICES,
					report->answer->couples[answer->notices.first + i].a));
	cmpl_run_alone(json, CMPL_LITERAL("]"));
}

static struct cmpl_slice route_word(const struct cmpl_report *report,
				    const struct complaint_eligibility *answer)
{
	switch (answer->route_state) {
	case COMPLAINT_ROUTE_TAKEN: return name_of(report, complaint_eligibility_get_route(answer));
	case COMPLAINT_ROUTE_UNDETERMINED: return (struct cmpl_slice){ "undetermined", 12, true };
	default: return (struct cmpl_slice){ "none", 4, true };
	}
}

/* What it comes to, where it is sent and who decides: null where there is nothing to say. */
static void write_result(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_slice route = route_word(report, answer), treat_as = { 0 };
	struct cmpl_slice starts_at = name_of(report, complaint_eligibility_get_starts_at(answer));
	struct cmpl_slice part = cmpl_policy_slice(policy, answer->part);
	struct cmpl_slice refer_to = cmpl_policy_slice(policy, answer->refer_to);
	struct cmpl_slice decided_by = cmpl_policy_slice(policy, answer->decided_by);
	char *at;

	if (answer->treat_as != CMPL_NONE)
		treat_as = cmpl_policy_name_slice(policy, CMPL_RECORDS, answer->treat_as);
	at = cmpl_run_begin(&report->json, cmpl_run_room(route) + cmpl_run_room(treat_as) +
						   cmpl_run_room(starts_at) + cmpl_run_room(part) +
						   cmpl_run_room(refer_to) +
						   cmpl_run_room(decided_by) + 160);
	if (!at)
		return;
	at = cmpl_run_text(CMPL_RUN(at, ",\"route\":"), route);
	at = cmpl_run_text(CMPL_RUN(at, ",\"treat-as\":"), treat_as);
	at = cmpl_run_text(CMPL_RUN(at, ",\"starts-at\":"), starts_at);
	at = cmpl_run_text(CMPL_RUN(at, ",\"part\":"), part);
	at = cmpl_run_text(CMPL_RUN(at, ",\"refer-to\":"), refer_to);
	at = cmpl_run_text(CMPL_RUN(at, ",\"decided-by\":"), decided_by);
	if (answer->rest != 0)
		at = CMPL_RUN_KEY_WORD(at, "rest", &cmpl_short_outcome[answer->rest]);
	else
		at = CMPL_RUN(at, ",\"rest\":null");
	cmpl_run_end(&report->json, at);
}

/* The keys of `expect`: the same for the answer and for each reading. */
static void write_core(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	char *at = cmpl_run_begin(&report->json, 64);

	if (!at)
		return;
	if (report->json.needs_comma)
		*at++ = ',';
	at = cmpl_run_word(CMPL_RUN(at, "\"outcome\":\""), &cmpl_short_outcome[answer->outcome]);
	cmpl_run_end(&report->json, cmpl_run_sign(at, '"'));
	cmpl_write_rule_list(report, CMPL_LITERAL(",\"because\":["), answer->because);
	cmpl_write_rule_list(report, CMPL_LITERAL(",\"undecided\":["), answer->undecided);
	cmpl_write_names(report, CMPL_LITERAL(",\"questions\":["), answer->questions);
	cmpl_write_names(report, CMPL_LITERAL(",\"factors\":["), answer->factor_names);
	write_notices(report, answer);
	write_result(report, answer);
}

static void write_factor_words(struct cmpl_report *report,
			       const struct complaint_eligibility *answer)
{
	struct cmpl_json *json = &report->json;
	size_t count = complaint_eligibility_factor_count(answer);

	cmpl_json_open(json, "factor-words", '[');
	for (size_t i = 0; i < count; i++) {
		cmpl_json_open(json, NULL, '{');
		cmpl_json_slice(json, "rule",
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
		cmpl_json_slice(json, "duty", name_of(report, duty));
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
		cmpl_json_slice(json, "rule",
				name_of(report, complaint_eligibility_get_let_in_rule(answer, i)));
		cmpl_json_text(json, "part", complaint_eligibility_get_let_in_part(answer, i));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_verdict(struct cmpl_report *report, const struct cmpl_verdict *verdict,
			  bool first)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;
	struct cmpl_slice name = name_of(report, verdict->rule);
	uint32_t reading = cmpl_reading_chosen(report, verdict->rule);
	const struct cmpl_exclusion *exclusion =
		cmpl_view_exclusion(policy, verdict->rule, reading);
	char *at = cmpl_run_begin(json, cmpl_run_room(name) + 192);

	if (!at)
		return;
	at = first ? CMPL_RUN(at, "{\"rule\":") : CMPL_RUN(at, ",{\"rule\":");
	at = cmpl_run_text(at, name);
	at = CMPL_RUN_KEY_WORD(at, "kind",
			       &cmpl_short_rule_kind[policy->rules[verdict->rule].kind]);
	at = CMPL_RUN_KEY_WORD(at, "truth", &cmpl_short_truth[verdict->truth]);
	if (exclusion)
		at = CMPL_RUN_KEY_WORD(at, "effect", &cmpl_short_effect[exclusion->effect]);
	cmpl_run_end(json, at);
	cmpl_write_rule_words(json, policy, verdict->rule, reading);
	cmpl_write_reasons(report, verdict->reasons);
	cmpl_run_alone(json, CMPL_LITERAL("}"));
}

static void write_details(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	uint32_t decider = complaint_eligibility_get_decider(answer);

	cmpl_json_slice(&report->json, "decider", name_of(report, decider));
	cmpl_write_question_words(report, answer->questions, true);
	write_factor_words(report, answer);
	write_notice_words(report, answer);
	write_let_in(report, answer);
	cmpl_json_open(&report->json, "verdicts", '[');
	for (uint32_t i = 0; i < answer->verdicts.count; i++)
		write_verdict(report, &report->answer->verdicts[answer->verdicts.first + i],
			      i == 0);
	cmpl_json_close(&report->json, ']');
}

static const char *reading_rule(const struct cmpl_report *report,
				const struct complaint_eligibility *answer, size_t index)
{
	const struct complaint_eligibility *reading =
		complaint_eligibility_get_reading(answer, index);

	return cmpl_rule_name(report->policy, complaint_eligibility_get_reading_rule(reading));
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
