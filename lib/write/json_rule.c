/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include "policy/words.h"

#include <string.h>

void cmpl_write_counting(struct cmpl_json *json, const struct complaint_policy *policy,
			 uint32_t rule, uint32_t reading)
{
	static const struct {
		const char *key;
		int32_t which;
	} keys[] = {
		{ "calendar", COMPLAINT_COUNTING_CALENDAR },
		{ "time-zone", COMPLAINT_COUNTING_TIME_ZONE },
		{ "first-day", COMPLAINT_COUNTING_FIRST_DAY },
		{ "event-on-closed-day", COMPLAINT_COUNTING_EVENT_ON_CLOSED_DAY },
		{ "cut-off", COMPLAINT_COUNTING_CUT_OFF },
		{ "due-on-closed-day", COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY },
		{ "day-ends", COMPLAINT_COUNTING_DAY_ENDS },
		{ "close-of-business", COMPLAINT_COUNTING_CLOSE_OF_BUSINESS },
	};
	char word[80];

	cmpl_json_open(json, "counting", '{');
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (complaint_policy_describe_counting(policy, rule, reading, keys[i].which, word,
						       sizeof(word)) == COMPLAINT_OK &&
		    word[0] != '\0')
			cmpl_json_text(json, keys[i].key, word);
	cmpl_json_close(json, '}');
}

/* Its number, so that a reader can find it again; groups carry their children. */
static uint32_t write_term(struct cmpl_json *json, const char *key,
			   const struct complaint_policy *policy, uint32_t term)
{
	int32_t kind = complaint_policy_get_term_kind(policy, term);
	uint32_t end = complaint_policy_get_term_end(policy, term);

	cmpl_json_open(json, key, '{');
	cmpl_json_text(json, "kind", cmpl_word_term(kind));
	if (kind == COMPLAINT_TERM_ALL || kind == COMPLAINT_TERM_ANY ||
	    kind == COMPLAINT_TERM_NOT) {
		cmpl_json_open(json, "of", '[');
		for (uint32_t child = term + 1; child < end;)
			child = write_term(json, NULL, policy, child);
		cmpl_json_close(json, ']');
	} else {
		cmpl_json_text(json, "name", complaint_policy_get_term_name(policy, term));
		cmpl_write_term(json, "test", policy, term);
	}
	cmpl_json_close(json, '}');
	return end;
}

static void write_condition(struct cmpl_json *json, const struct complaint_policy *policy,
			    uint32_t rule, uint32_t reading, int32_t sort, size_t index)
{
	uint32_t term = complaint_policy_get_condition(policy, rule, reading, sort, index);

	cmpl_json_open(json, NULL, '{');
	cmpl_write_optional(
		json, "clause",
		complaint_policy_get_condition_clause(policy, rule, reading, sort, index));
	cmpl_write_optional(
		json, "says",
		complaint_policy_get_condition_says(policy, rule, reading, sort, index));
	cmpl_write_optional(
		json, "part",
		complaint_policy_get_condition_part(policy, rule, reading, sort, index));
	if (sort == COMPLAINT_CONDITION_FACTOR)
		cmpl_json_text(json, "favours",
			       cmpl_word_favours(
				       complaint_policy_get_factor_favours(policy, rule, index)));
	write_term(json, "when", policy, term);
	cmpl_json_close(json, '}');
}

static void write_conditions(struct cmpl_json *json, const struct complaint_policy *policy,
			     uint32_t rule, uint32_t reading)
{
	static const struct {
		const char *key;
		int32_t sort;
	} lists[] = {
		{ "unless", COMPLAINT_CONDITION_UNLESS },
		{ "opens-unless", COMPLAINT_CONDITION_OPENS_UNLESS },
		{ "needs", COMPLAINT_CONDITION_NEED },
		{ "factors", COMPLAINT_CONDITION_FACTOR },
	};
	uint32_t when =
		complaint_policy_get_condition(policy, rule, reading, COMPLAINT_CONDITION_WHEN, 0);

	if (when != COMPLAINT_NONE)
		write_term(json, "when", policy, when);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		size_t count =
			complaint_policy_condition_count(policy, rule, reading, lists[i].sort);

		if (count == 0)
			continue;
		cmpl_json_open(json, lists[i].key, '[');
		for (size_t j = 0; j < count; j++)
			write_condition(json, policy, rule, reading, lists[i].sort, j);
		cmpl_json_close(json, ']');
	}
}

static void write_tested_at(struct cmpl_json *json, int32_t tested_at)
{
	if (tested_at == 0)
		return;
	cmpl_json_open(json, "tested-at", '[');
	for (int32_t at = COMPLAINT_AT_ACCEPTANCE; at <= COMPLAINT_AT_ADDITIONAL_ISSUE; at *= 2)
		if (tested_at & at)
			cmpl_json_text(json, NULL, cmpl_word_at(at));
	cmpl_json_close(json, ']');
}

static void write_names(struct cmpl_json *json, const struct complaint_policy *policy,
			uint32_t rule, uint32_t reading)
{
	static const struct {
		const char *key;
		int32_t which;
	} names[] = {
		{ "treat-as", COMPLAINT_NAME_TREAT_AS }, { "done-by", COMPLAINT_NAME_DONE_BY },
		{ "ends", COMPLAINT_NAME_ENDS },         { "used-by", COMPLAINT_NAME_USED_BY },
		{ "if-late", COMPLAINT_NAME_IF_LATE },   { "door", COMPLAINT_NAME_DOOR },
	};
	static const struct {
		const char *key;
		int32_t which;
	} texts[] = {
		{ "decided-by", COMPLAINT_TEXT_DECIDED_BY },
		{ "part", COMPLAINT_TEXT_PART },
		{ "refer-to", COMPLAINT_TEXT_REFER_TO },
		{ "by", COMPLAINT_TEXT_BY },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		cmpl_write_optional(
			json, names[i].key,
			complaint_policy_get_rule_name(policy, rule, reading, names[i].which));
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		cmpl_write_optional(
			json, texts[i].key,
			complaint_policy_get_rule_text(policy, rule, reading, texts[i].which));
}

static void write_limits(struct cmpl_json *json, const struct complaint_policy *policy,
			 uint32_t rule, uint32_t reading)
{
	bool window = complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_WINDOW;

	cmpl_write_limit(json, "within", policy, rule, reading, COMPLAINT_LIMIT_WITHIN);
	cmpl_write_limit(json, "wait", policy, rule, reading, COMPLAINT_LIMIT_WAIT);
	cmpl_write_limit(json, "up-to", policy, rule, reading, COMPLAINT_LIMIT_UP_TO);
	cmpl_write_limit(json, "in-all", policy, rule, reading, COMPLAINT_LIMIT_IN_ALL);
	cmpl_write_anchor(json, "after", policy, rule, reading, COMPLAINT_ANCHOR_AFTER);
	cmpl_write_anchor(json, "before", policy, rule, reading, COMPLAINT_ANCHOR_BEFORE);
	if (window)
		cmpl_write_anchor(json, "opens-after", policy, rule, reading,
				  COMPLAINT_ANCHOR_OPENS);
	cmpl_write_anchor(json, "starts", policy, rule, reading, COMPLAINT_ANCHOR_STARTS);
}

/* What a reading can change, besides strength. */
static void write_body(struct cmpl_json *json, const struct complaint_policy *policy, uint32_t rule,
		       uint32_t reading)
{
	int32_t kind = complaint_policy_get_rule_kind(policy, rule);
	uint32_t target = complaint_policy_get_rule_target(policy, rule, reading);

	cmpl_write_optional(
		json, "grounds",
		cmpl_word_grounds(complaint_policy_get_rule_grounds(policy, rule, reading)));
	write_tested_at(json, complaint_policy_get_rule_tested_at(policy, rule, reading));
	write_conditions(json, policy, rule, reading);
	cmpl_write_optional(
		json, "effect",
		cmpl_word_effect(complaint_policy_get_rule_effect(policy, rule, reading)));
	write_names(json, policy, rule, reading);
	if (target != COMPLAINT_NONE)
		cmpl_json_text(json, kind == COMPLAINT_RULE_ROUTE ? "starts-at" : "of",
			       cmpl_rule_name(policy, target));
	write_limits(json, policy, rule, reading);
	if (kind == COMPLAINT_RULE_EXTENSION)
		cmpl_json_text(json, "earlier-extensions",
			       complaint_policy_do_earlier_extensions_count(policy, rule, reading)
				       ? "count"
				       : "do-not-count");
	if (kind == COMPLAINT_RULE_EXCLUSION || kind == COMPLAINT_RULE_ROUTE ||
	    kind == COMPLAINT_RULE_DUTY || kind == COMPLAINT_RULE_WINDOW)
		cmpl_write_counting(json, policy, rule, reading);
}

static void write_readings(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t rule)
{
	static const struct {
		const char *key;
		int32_t which;
	} texts[] = {
		{ "label", COMPLAINT_READING_LABEL },
		{ "words", COMPLAINT_READING_WORDS },
		{ "says", COMPLAINT_READING_SAYS },
		{ "clause", COMPLAINT_READING_CLAUSE },
	};
	size_t count = complaint_policy_rule_reading_count(policy, rule);

	if (count == 0)
		return;
	cmpl_json_open(json, "or-read-as", '[');
	for (uint32_t i = 0; i < count; i++) {
		cmpl_json_open(json, NULL, '{');
		for (size_t j = 0; j < sizeof(texts) / sizeof(texts[0]); j++)
			cmpl_write_optional(json, texts[j].key,
					    complaint_policy_get_rule_reading_text(policy, rule, i,
										   texts[j].which));
		write_body(json, policy, rule, i);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_duty(struct cmpl_json *json, const struct complaint_policy *policy, uint32_t rule)
{
	size_t count = complaint_policy_rule_notice_count(policy, rule);
	int32_t verb = complaint_policy_get_rule_verb(policy, rule);

	cmpl_write_optional(json, "place",
			    cmpl_word_place(complaint_policy_get_rule_place(policy, rule)));
	if (verb == COMPLAINT_VERB_TELL || verb == COMPLAINT_VERB_ASK)
		cmpl_json_text(json, cmpl_word_verb(verb),
			       complaint_policy_get_rule_text(policy, rule, COMPLAINT_NONE,
							      COMPLAINT_TEXT_WHOM));
	if (count == 0)
		return;
	cmpl_json_open(json, "about", '[');
	for (size_t i = 0; i < count; i++)
		cmpl_json_text(json, NULL, complaint_policy_get_rule_notice(policy, rule, i));
	cmpl_json_close(json, ']');
}

static void write_in_force(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t rule)
{
	complaint_day from = 0, until = 0;

	if (complaint_policy_get_rule_in_force(policy, rule, &from, &until) != COMPLAINT_OK)
		return;
	cmpl_json_open(json, "in-force", '{');
	if (from != INT32_MIN)
		cmpl_write_day(json, "from", from);
	if (until != INT32_MAX)
		cmpl_write_day(json, "until", until);
	cmpl_json_close(json, '}');
}

void cmpl_write_policy_rule(struct cmpl_json *json, const struct complaint_policy *policy,
			    uint32_t rule)
{
	uint32_t owner = complaint_policy_get_rule_owner(policy, rule);

	cmpl_json_open(json, NULL, '{');
	cmpl_json_text(json, "kind",
		       cmpl_word_rule_kind(complaint_policy_get_rule_kind(policy, rule)));
	cmpl_json_text(json, "id", complaint_policy_get_rule_id(policy, rule));
	cmpl_json_number(json, "line", complaint_policy_get_rule_line(policy, rule));
	cmpl_write_optional(json, "owner", cmpl_rule_name(policy, owner));
	cmpl_write_rule_words(json, policy, rule, COMPLAINT_NONE);
	write_in_force(json, policy, rule);
	cmpl_write_optional(json, "source", complaint_policy_get_rule_source(policy, rule));
	cmpl_write_optional(json, "sure",
			    cmpl_word_sure(complaint_policy_get_rule_sure(policy, rule)));
	write_duty(json, policy, rule);
	write_body(json, policy, rule, COMPLAINT_NONE);
	write_readings(json, policy, rule);
	cmpl_json_close(json, '}');
}
