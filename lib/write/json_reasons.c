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

/* Behind `"test":`: a plain fact and its value, or what the policy's view and the reason tell. */
static void write_fact(struct cmpl_json *json, char *at, struct cmpl_slice name,
		       const struct complaint_reason *reason)
{
	at = CMPL_RUN(cmpl_run_text(at, name), ",\"value\":\"");
	at = CMPL_RUN(cmpl_run_word(at, value_of_fact(reason)), "\",\"truth\":\"");
	at = CMPL_RUN(cmpl_run_word(at, &cmpl_short_truth[reason->truth]), "\"}");
	cmpl_run_end(json, at);
}

static void write_other(struct cmpl_report *report, char *at, const struct complaint_reason *reason)
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
	cmpl_json_close(json, '}');
}

static void write_reason(struct cmpl_report *report, const struct complaint_reason *reason,
			 bool first)
{
	const struct cmpl_term *term = &report->policy->terms[reason->term];
	bool is_fact = term->kind == CMPL_TERM_FACT;
	struct cmpl_slice says = says_of(report, reason), name = { 0 };
	char *at;

	if (is_fact)
		name = cmpl_policy_name_slice(report->policy, CMPL_FACTS, term->name);
	at = cmpl_run_begin(&report->json, cmpl_run_room(says) + cmpl_run_room(name) + 192);
	if (!at)
		return;
	if (!first)
		at = cmpl_run_sign(at, ',');
	at = cmpl_run_word(CMPL_RUN(at, "{\"condition\":\""),
			   &cmpl_short_condition[reason->condition]);
	if (reason->condition != COMPLAINT_CONDITION_WHEN) {
		at = cmpl_run_number(CMPL_RUN(at, "\",\"index\":"), reason->index);
		if (says.text)
			at = cmpl_run_text(CMPL_RUN(at, ",\"says\":"), says);
		at = CMPL_RUN(at, ",\"test\":");
	} else {
		at = CMPL_RUN(at, "\",\"test\":");
	}
	if (is_fact)
		write_fact(&report->json, at, name, reason);
	else
		write_other(report, at, reason);
}

void cmpl_write_reasons(struct cmpl_report *report, struct cmpl_range reasons)
{
	cmpl_run_alone(&report->json, CMPL_LITERAL(",\"why\":["));
	for (uint32_t i = 0; i < reasons.count; i++)
		write_reason(report, &report->answer->reasons[reasons.first + i], i == 0);
	cmpl_run_alone(&report->json, CMPL_LITERAL("]"));
}

/* --- lists ------------------------------------------------------------------------------ */

void cmpl_write_item(struct cmpl_json *json, size_t index, struct cmpl_slice text)
{
	char *at = cmpl_run_begin(json, cmpl_run_room(text) + 1);

	if (at)
		cmpl_run_end(json, cmpl_run_item(at, index, text));
}

static struct cmpl_slice name_at(const struct cmpl_report *report, uint32_t index)
{
	const struct cmpl_named *named = &report->answer->named[index];

	return cmpl_policy_name_slice(report->policy, (enum cmpl_list)named->list, named->name);
}

void cmpl_write_names(struct cmpl_report *report, const char *begin, size_t length,
		      struct cmpl_range named)
{
	cmpl_run_alone(&report->json, begin, length);
	for (uint32_t i = 0; i < named.count; i++)
		cmpl_write_item(&report->json, i, name_at(report, named.first + i));
	cmpl_run_alone(&report->json, CMPL_LITERAL("]"));
}

void cmpl_write_rule_list(struct cmpl_report *report, const char *begin, size_t length,
			  struct cmpl_range numbers)
{
	const uint32_t *rules = report->answer->numbers + numbers.first;

	cmpl_run_alone(&report->json, begin, length);
	for (uint32_t i = 0; i < numbers.count; i++)
		cmpl_write_item(&report->json, i, cmpl_rule_slice(report->policy, rules[i]));
	cmpl_run_alone(&report->json, CMPL_LITERAL("]"));
}

void cmpl_write_lines(struct cmpl_json *json, const struct complaint_policy *policy,
		      const char *begin, size_t length, struct cmpl_range lines)
{
	if (lines.count == 0)
		return;
	cmpl_run_alone(json, begin, length);
	for (uint32_t i = 0; i < lines.count; i++)
		cmpl_write_item(json, i, cmpl_policy_slice(policy, policy->lines[lines.first + i]));
	cmpl_run_alone(json, CMPL_LITERAL("]"));
}

void cmpl_write_question_words(struct cmpl_report *report, struct cmpl_range named, bool weights)
{
	struct cmpl_json *json = &report->json;

	cmpl_run_alone(json, CMPL_LITERAL(",\"question-words\":["));
	for (uint32_t i = 0; i < named.count; i++) {
		const struct cmpl_named *asked = &report->answer->named[named.first + i];
		struct cmpl_slice name = name_at(report, named.first + i);
		struct cmpl_slice words = cmpl_policy_words_slice(
			report->policy, (enum cmpl_list)asked->list, asked->name);
		char *at = cmpl_run_begin(json, cmpl_run_room(name) + cmpl_run_room(words) + 64);

		if (!at)
			return;
		if (i > 0)
			at = cmpl_run_sign(at, ',');
		at = cmpl_run_text(CMPL_RUN(at, "{\"name\":"), name);
		at = cmpl_run_text(CMPL_RUN(at, ",\"question\":"), words);
		if (weights)
			at = cmpl_run_number(CMPL_RUN(at, ",\"weight\":"), asked->weight);
		cmpl_run_end(json, cmpl_run_sign(at, '}'));
	}
	cmpl_run_alone(json, CMPL_LITERAL("]"));
}
