/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

bool cmpl_say_no_longer_law(struct cmpl_report *report, uint32_t rule)
{
	complaint_day from = 0;
	const char *says = complaint_policy_get_rule_superseded(report->policy, rule, &from);

	if (!says)
		return false;
	cmpl_say(report, "This stands in the text, but from ");
	cmpl_say_day(report, from);
	cmpl_say(report, " it is no longer the law. ");
	cmpl_say(report, says);
	return true;
}

void cmpl_say_superseded(struct cmpl_report *report, int depth, uint32_t rule)
{
	if (!complaint_policy_get_rule_superseded(report->policy, rule, NULL))
		return;
	cmpl_say_line(report, depth);
	cmpl_say_no_longer_law(report, rule);
}

void cmpl_say_left_open(struct cmpl_report *report, const char *gap)
{
	cmpl_say(report, "The text leaves open: ");
	cmpl_say(report, gap);
}

void cmpl_say_conflict(struct cmpl_report *report, uint32_t rule, size_t index)
{
	const struct complaint_policy *policy = report->policy;

	cmpl_say(report, "Clause ");
	cmpl_say(report, complaint_policy_get_rule_conflict_clause(policy, rule, index));
	cmpl_say(report, " says otherwise: ");
	cmpl_say(report, complaint_policy_get_rule_conflict_says(policy, rule, index));
}

void cmpl_say_rule_gaps(struct cmpl_report *report, int depth, uint32_t rule)
{
	const struct complaint_policy *policy = report->policy;
	size_t open = complaint_policy_rule_left_open_count(policy, rule);
	size_t conflicts = complaint_policy_rule_conflict_count(policy, rule);

	cmpl_say_superseded(report, depth, rule);
	for (size_t i = 0; i < open; i++) {
		cmpl_say_line(report, depth);
		cmpl_say_left_open(report, complaint_policy_get_rule_left_open(policy, rule, i));
	}
	for (size_t i = 0; i < conflicts; i++) {
		cmpl_say_line(report, depth);
		cmpl_say_conflict(report, rule, i);
	}
}

void cmpl_say_reason(struct cmpl_report *report, int depth, const struct complaint_reason *reason)
{
	struct cmpl_string made = { 0 };
	char value[160] = "";

	cmpl_add_term(&made, report->policy, complaint_reason_get_term(reason));
	if (complaint_reason_get_value(reason, value, sizeof(value)) != COMPLAINT_OK)
		report->out->failed = true;
	cmpl_say_line(report, depth);
	cmpl_say(report, "Read from the case: ");
	cmpl_say_name(report, cmpl_string_text(&made));
	cmpl_say(report, " (");
	cmpl_say(report, value);
	cmpl_say(report, ").");
	report->out->failed = report->out->failed || made.failed;
	cmpl_string_free(&made);
}

static void say_label(struct cmpl_report *report, uint32_t rule, uint32_t reading,
		      const char *label)
{
	const char *says = complaint_policy_get_rule_reading_text(report->policy, rule, reading,
								  COMPLAINT_READING_SAYS);

	if (says) {
		cmpl_say(report, says);
		return;
	}
	cmpl_say_name(report, label);
	cmpl_say(report, ".");
}

static void say_reading_of(struct cmpl_report *report, uint32_t rule, const char *label)
{
	const struct complaint_policy *policy = report->policy;
	uint32_t reading = cmpl_reading_number(policy, rule, label);
	const char *words = complaint_policy_get_rule_reading_text(policy, rule, reading,
								   COMPLAINT_READING_WORDS);
	const char *clause = complaint_policy_get_rule_reading_text(policy, rule, reading,
								    COMPLAINT_READING_CLAUSE);

	if (reading == COMPLAINT_NONE) {
		cmpl_say(report, "The policy file itself reads it otherwise than this host.");
		return;
	}
	if (!clause)
		clause = complaint_policy_get_rule_clause(policy, rule);
	cmpl_say(report, "The words \"");
	cmpl_say(report, words);
	cmpl_say(report, "\"");
	if (clause) {
		cmpl_say(report, " (");
		cmpl_say(report, clause);
		cmpl_say(report, ")");
	}
	cmpl_say(report, " can also be read so: ");
	say_label(report, rule, reading, label);
}

/* The extension of a stage, whose readings go by the stage's name. COMPLAINT_NONE: it has none. */
static uint32_t extension_of(const struct complaint_policy *policy, uint32_t stage)
{
	uint32_t count = complaint_policy_rule_count(policy);

	for (uint32_t rule = 0; rule < count; rule++)
		if (complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_EXTENSION &&
		    complaint_policy_get_rule_owner(policy, rule) == stage)
			return rule;
	return COMPLAINT_NONE;
}

void cmpl_say_reading(struct cmpl_report *report, uint32_t rule, const char *label)
{
	const struct complaint_policy *policy = report->policy;
	uint32_t own = cmpl_reading_number(policy, rule, label);
	uint32_t of = own == COMPLAINT_NONE ? extension_of(policy, rule) : rule;

	if (complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_STAGE)
		rule = of;
	say_reading_of(report, rule, label);
}
