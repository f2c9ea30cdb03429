/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

#include "policy/view.h"

static struct cmpl_slice name_of(const struct cmpl_report *report, uint32_t rule)
{
	return cmpl_rule_slice(report->policy, rule);
}

static char *run_notices(struct cmpl_report *report, char *at,
			 const struct complaint_eligibility *answer)
{
	const struct cmpl_couple *couples = report->answer->couples + answer->notices.first;
	struct cmpl_json *json = &report->json;

	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"notices\":["));
	for (uint32_t i = 0; i < answer->notices.count; i++)
		at = cmpl_run_item(
			json, at, i,
			cmpl_policy_name_slice(report->policy, CMPL_NOTICES, couples[i].a));
	return cmpl_run_literal(json, at, CMPL_LITERAL("]"));
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
static char *run_result(struct cmpl_report *report, char *at,
			const struct complaint_eligibility *answer)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_slice route = route_word(report, answer), treat_as = { 0 };
	struct cmpl_slice starts_at = name_of(report, complaint_eligibility_get_starts_at(answer));
	struct cmpl_slice part = cmpl_policy_slice(policy, answer->part);
	struct cmpl_slice refer_to = cmpl_policy_slice(policy, answer->refer_to);
	struct cmpl_slice decided_by = cmpl_policy_slice(policy, answer->decided_by);

	if (answer->treat_as != CMPL_NONE)
		treat_as = cmpl_policy_name_slice(policy, CMPL_RECORDS, answer->treat_as);
	at = cmpl_run_on(&report->json, at,
			 cmpl_run_room(route) + cmpl_run_room(treat_as) + cmpl_run_room(starts_at) +
				 cmpl_run_room(part) + cmpl_run_room(refer_to) +
				 cmpl_run_room(decided_by) + 160);
	if (!at)
		return NULL;
	at = cmpl_run_text(CMPL_RUN(at, ",\"route\":"), route);
	at = cmpl_run_text(CMPL_RUN(at, ",\"treat-as\":"), treat_as);
	at = cmpl_run_text(CMPL_RUN(at, ",\"starts-at\":"), starts_at);
	at = cmpl_run_text(CMPL_RUN(at, ",\"part\":"), part);
	at = cmpl_run_text(CMPL_RUN(at, ",\"refer-to\":"), refer_to);
	at = cmpl_run_text(CMPL_RUN(at, ",\"decided-by\":"), decided_by);
	if (answer->rest == 0)
		return CMPL_RUN(at, ",\"rest\":null");
	return CMPL_RUN_KEY_WORD(at, "rest", &cmpl_short_outcome[answer->rest]);
}

/* The keys of `expect`: the same for the answer and for each reading. */
static char *run_core(struct cmpl_report *report, char *at,
		      const struct complaint_eligibility *answer)
{
	at = cmpl_run_on(&report->json, at, 64);
	if (!at)
		return NULL;
	at = cmpl_run_word(CMPL_RUN(at, "\"outcome\":\""), &cmpl_short_outcome[answer->outcome]);
	at = cmpl_run_sign(at, '"');
	at = cmpl_run_rules(report, at, CMPL_LITERAL(",\"because\":["), answer->because);
	at = cmpl_run_rules(report, at, CMPL_LITERAL(",\"undecided\":["), answer->undecided);
	at = cmpl_run_names(report, at, CMPL_LITERAL(",\"questions\":["), answer->questions);
	at = cmpl_run_names(report, at, CMPL_LITERAL(",\"factors\":["), answer->factor_names);
	at = run_notices(report, at, answer);
	return run_result(report, at, answer);
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

static char *run_verdict(struct cmpl_report *report, char *at, const struct cmpl_verdict *verdict,
			 bool first)
{
	const struct complaint_policy *policy = report->policy;
	struct cmpl_json *json = &report->json;
	struct cmpl_slice name = name_of(report, verdict->rule);
	uint32_t reading = cmpl_reading_chosen(report, verdict->rule);
	const struct cmpl_exclusion *exclusion =
		cmpl_view_exclusion(policy, verdict->rule, reading);

	at = cmpl_run_on(json, at, cmpl_run_room(name) + 192);
	if (!at)
		return NULL;
	at = first ? CMPL_RUN(at, "{\"rule\":") : CMPL_RUN(at, ",{\"rule\":");
	at = cmpl_run_text(at, name);
	at = CMPL_RUN_KEY_WORD(at, "kind",
			       &cmpl_short_rule_kind[policy->rules[verdict->rule].kind]);
	at = CMPL_RUN_KEY_WORD(at, "truth", &cmpl_short_truth[verdict->truth]);
	if (exclusion)
		at = CMPL_RUN_KEY_WORD(at, "effect", &cmpl_short_effect[exclusion->effect]);
	at = cmpl_run_rule_words(json, at, policy, verdict->rule, reading);
	at = cmpl_run_reasons(report, at, verdict->reasons);
	return cmpl_run_literal(json, at, CMPL_LITERAL("}"));
}

static void write_verdicts(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	const struct cmpl_verdict *verdicts = report->answer->verdicts + answer->verdicts.first;
	char *at = cmpl_run_begin(&report->json, 0);

	at = cmpl_run_literal(&report->json, at, CMPL_LITERAL(",\"verdicts\":["));
	for (uint32_t i = 0; i < answer->verdicts.count; i++)
		at = run_verdict(report, at, &verdicts[i], i == 0);
	cmpl_run_end(&report->json, cmpl_run_literal(&report->json, at, CMPL_LITERAL("]")));
}

static void write_details(struct cmpl_report *report, const struct complaint_eligibility *answer)
{
	uint32_t decider = complaint_eligibility_get_decider(answer);

	cmpl_json_slice(&report->json, "decider", name_of(report, decider));
	cmpl_run_end(&report->json, cmpl_run_questions(report, cmpl_run_begin(&report->json, 0),
						       answer->questions, true));
	write_factor_words(report, answer);
	write_notice_words(report, answer);
	write_let_in(report, answer);
	write_verdicts(report, answer);
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
		cmpl_run_end(json, run_core(report, cmpl_run_begin(json, 0), reading));
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

static struct cmpl_slice at_word(int32_t moment)
{
	const char *word = cmpl_word_at(moment);

	return (struct cmpl_slice){ word, word ? (uint32_t)strlen(word) : 0, true };
}

void cmpl_write_eligibility(struct cmpl_report *report)
{
	const struct complaint_eligibility *answer =
		complaint_answer_get_eligibility(report->answer);
	char *at;

	if (!answer)
		return;
	at = cmpl_run_begin(&report->json, 64);
	if (!at)
		return;
	at = CMPL_RUN(at, ",\"eligibility\":{\"at\":");
	at = cmpl_run_text(at, at_word(complaint_eligibility_get_at(answer)));
	at = run_core(report, cmpl_run_sign(at, ','), answer);
	cmpl_run_end(&report->json, at);
	if (report->detail > COMPLAINT_DETAIL_VERDICT) {
		write_details(report, answer);
		write_readings(report, answer);
	}
	cmpl_json_close(&report->json, '}');
}
