/* SPDX-License-Identifier: MIT */
/* Why: the leaves of conditions with what was read; and the lists of names and rules. */
#include "write/json_parts.h"

#include "policy/view.h"

/* More than complaint_reason_get_value() gives. */
#define VALUE_ROOM 160

static const struct cmpl_short_word values[] = {
	CMPL_SHORT_WORD("false"),
	CMPL_SHORT_WORD("true"),
	CMPL_SHORT_WORD("false (by silence)"),
	CMPL_SHORT_WORD("true (by silence)"),
	CMPL_SHORT_WORD("false (not listed)"),
	CMPL_SHORT_WORD("true (not listed)"),
};
static const struct cmpl_short_word unknown = CMPL_SHORT_WORD("unknown");
static const struct cmpl_short_word not_given = CMPL_SHORT_WORD("not given");

/* Of a true-false fact. */
static const struct cmpl_short_word *value_of_fact(const struct complaint_reason *reason)
{
	unsigned truth = reason->value != 0;

	if (reason->given == CMPL_GIVEN)
		return &values[truth];
	if (reason->given == CMPL_WRITTEN_UNKNOWN)
		return &unknown;
	return reason->by_silence ? &values[2 * reason->by_silence + truth] : &not_given;
}

/* The exception or factor it stands in, in its words; none for `when`. */
static struct cmpl_slice says_of(const struct cmpl_report *report,
				 const struct complaint_reason *reason)
{
	if (reason->condition == COMPLAINT_CONDITION_WHEN)
		return (struct cmpl_slice){ 0 };
	return cmpl_policy_slice(report->policy,
				 cmpl_view_condition_says(report->policy, reason->rule,
							  cmpl_reading_chosen(report, reason->rule),
							  reason->condition, reason->index));
}

/* Behind `"test":`: a plain fact and its value. */
static char *run_fact(char *at, struct cmpl_slice name, const struct complaint_reason *reason)
{
	at = CMPL_RUN(cmpl_run_text(at, name), ",\"value\":\"");
	at = CMPL_RUN(cmpl_run_word(at, value_of_fact(reason)), "\",\"truth\":\"");
	return CMPL_RUN(cmpl_run_word(at, &cmpl_short_truth[reason->truth]), "\"}");
}

/* Any other test and value, as the policy's view and the reason tell them. */
static char *run_other(struct cmpl_report *report, char *at, const struct complaint_reason *reason)
{
	struct cmpl_json *json = &report->json;
	char value[VALUE_ROOM];

	cmpl_run_end(json, at);
	json->needs_comma = false;
	json->made.length = 0;
	cmpl_add_term(&json->made, report->policy, reason->term);
	cmpl_json_text(json, NULL, cmpl_string_text(&json->made));
	if (complaint_reason_get_value(reason, value, sizeof(value)) == COMPLAINT_OK)
		cmpl_json_text(json, "value", value);
	else
		json->out->failed = true;
	cmpl_json_text(json, "truth", cmpl_word_truth(reason->truth));
	at = cmpl_run_begin(json, 1);
	return at ? cmpl_run_sign(at, '}') : NULL;
}

static char *run_reason(struct cmpl_report *report, char *at, const struct complaint_reason *reason,
			bool first)
{
	const struct cmpl_term *term = &report->policy->terms[reason->term];
	bool is_fact = term->kind == CMPL_TERM_FACT;
	struct cmpl_slice says = says_of(report, reason), name = { 0 };

	if (is_fact)
		name = cmpl_policy_name_slice(report->policy, CMPL_FACTS, term->name);
	at = cmpl_run_on(&report->json, at, cmpl_run_room(says) + cmpl_run_room(name) + 192);
	if (!at)
		return NULL;
	if (!first)
		at = cmpl_run_sign(at, ',');
	at = cmpl_run_word(CMPL_RUN(at, "{\"condition\":\""),
			   &cmpl_short_condition[reason->condition]);
	at = cmpl_run_sign(at, '"');
	if (reason->condition != COMPLAINT_CONDITION_WHEN) {
		at = cmpl_run_number(CMPL_RUN(at, ",\"index\":"), reason->index);
		at = CMPL_RUN_OPTIONAL(at, "says", says);
	}
	at = CMPL_RUN(at, ",\"test\":");
	return is_fact ? run_fact(at, name, reason) : run_other(report, at, reason);
}

char *cmpl_run_reasons(struct cmpl_report *report, char *at, struct cmpl_range reasons)
{
	at = cmpl_run_literal(&report->json, at, CMPL_LITERAL(",\"why\":["));
	for (uint32_t i = 0; i < reasons.count; i++)
		at = run_reason(report, at, &report->answer->reasons[reasons.first + i], i == 0);
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("]"));
}

/* --- lists ------------------------------------------------------------------------------ */

char *cmpl_run_names(struct cmpl_report *report, char *at, const char *begin, size_t length,
		     struct cmpl_range range)
{
	const struct cmpl_named *named = report->answer->named + range.first;

	at = cmpl_run_literal(&report->json, at, begin, length);
	for (uint32_t i = 0; i < range.count; i++)
		at = cmpl_run_item(&report->json, at, i,
				   cmpl_policy_name_slice(report->policy,
							  (enum cmpl_list)named[i].list,
							  named[i].name));
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("]"));
}

char *cmpl_run_rules(struct cmpl_report *report, char *at, const char *begin, size_t length,
		     struct cmpl_range numbers)
{
	const uint32_t *rules = report->answer->numbers + numbers.first;

	at = cmpl_run_literal(&report->json, at, begin, length);
	for (uint32_t i = 0; i < numbers.count; i++)
		at = cmpl_run_item(&report->json, at, i, cmpl_rule_slice(report->policy, rules[i]));
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("]"));
}

char *cmpl_run_lines(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
		     const char *begin, size_t length, struct cmpl_range lines)
{
	at = cmpl_run_literal(json, at, begin, length);
	for (uint32_t i = 0; i < lines.count; i++)
		at = cmpl_run_item(json, at, i,
				   cmpl_policy_slice(policy, policy->lines[lines.first + i]));
	return cmpl_run_literal(json, at, CMPL_LITERAL("]"));
}

static char *run_question(struct cmpl_report *report, char *at, const struct cmpl_named *named,
			  bool weights)
{
	enum cmpl_list list = (enum cmpl_list)named->list;
	struct cmpl_slice name = cmpl_policy_name_slice(report->policy, list, named->name);
	struct cmpl_slice words = cmpl_policy_words_slice(report->policy, list, named->name);

	at = cmpl_run_on(&report->json, at, cmpl_run_room(name) + cmpl_run_room(words) + 64);
	if (!at)
		return NULL;
	at = cmpl_run_text(CMPL_RUN(at, "{\"name\":"), name);
	at = cmpl_run_text(CMPL_RUN(at, ",\"question\":"), words);
	if (weights)
		at = cmpl_run_number(CMPL_RUN(at, ",\"weight\":"), named->weight);
	return cmpl_run_sign(at, '}');
}

char *cmpl_run_questions(struct cmpl_report *report, char *at, struct cmpl_range range,
			 bool weights)
{
	const struct cmpl_named *named = report->answer->named + range.first;

	at = cmpl_run_literal(&report->json, at, CMPL_LITERAL(",\"question-words\":["));
	for (uint32_t i = 0; i < range.count; i++) {
		if (i > 0)
			at = cmpl_run_literal(&report->json, at, CMPL_LITERAL(","));
		at = run_question(report, at, &named[i], weights);
	}
	return cmpl_run_literal(&report->json, at, CMPL_LITERAL("]"));
}
