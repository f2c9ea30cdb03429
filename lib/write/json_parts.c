/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

#include "base/date.h"
#include "write/words.h"

/* Longer than any text of complaint_date_get_text(). */
#define DATE_ROOM 80

void cmpl_write_day(struct cmpl_json *json, const char *key, complaint_day day)
{
	char text[11];

	if (complaint_day_to_text(day, text, sizeof(text)) == COMPLAINT_OK)
		cmpl_json_text(json, key, text);
	else
		cmpl_json_null(json, key);
}

/* A day of a span that may be known by its month only: "2022-08". Nothing for an open end. */
static void write_end(struct cmpl_json *json, const char *key, complaint_day day, bool month_only)
{
	char text[11];

	if (complaint_day_to_text(day, text, sizeof(text)) != COMPLAINT_OK)
		return;
	if (month_only)
		text[7] = '\0';
	cmpl_json_text(json, key, text);
}

void cmpl_write_in_force(struct cmpl_json *json, const struct complaint_policy *policy)
{
	complaint_day from = INT32_MIN, until = INT32_MAX;
	int32_t months = 0;

	complaint_policy_get_in_force(policy, &from, &until, &months);
	cmpl_json_open(json, "in-force", '{');
	write_end(json, "from", from, (months & 1) != 0);
	write_end(json, "until", until, (months & 2) != 0);
	cmpl_json_close(json, '}');
}

static void write_beyond(struct cmpl_json *json, const char *key, const struct complaint_date *date)
{
	complaint_day covered = 0;
	const char *calendar = complaint_date_get_beyond(date, &covered);

	cmpl_json_open(json, key, '{');
	cmpl_json_text(json, "beyond-calendar", calendar);
	cmpl_write_day(json, "covered", covered);
	cmpl_write_optional(json, "source", complaint_date_get_beyond_source(date));
	cmpl_json_close(json, '}');
}

/* "A to B" as it stands in the date's text becomes { from: A, until: B }. */
static void write_span(struct cmpl_json *json, const char *key, char *text)
{
	char *middle = strstr(text, " to ");

	if (!middle) {
		cmpl_json_text(json, key, text);
		return;
	}
	*middle = '\0';
	cmpl_json_open(json, key, '{');
	cmpl_json_text(json, "from", text);
	cmpl_json_text(json, "until", middle + strlen(" to "));
	cmpl_json_close(json, '}');
}

/* Beyond the calendar, or with more to it than a day. */
static void write_other_date(struct cmpl_json *json, const char *key,
			     const struct complaint_date *date)
{
	char text[DATE_ROOM] = "";

	if (date->kind == COMPLAINT_DATE_BEYOND_CALENDAR) {
		write_beyond(json, key, date);
		return;
	}
	if (complaint_date_get_text(date, text, sizeof(text)) != COMPLAINT_OK)
		json->out->failed = true;
	write_span(json, key, text);
}

void cmpl_put_date(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_date *date)
{
	char name[32];

	switch (date->kind) {
	case COMPLAINT_DATE_NONE:
		cmpl_json_put_literal(json, key, key_length, "null", 4);
		return;
	case COMPLAINT_DATE_NOT_YET:
		cmpl_json_put_plain(json, key, key_length, "not-yet", 7);
		return;
	case COMPLAINT_DATE_UNKNOWN:
		cmpl_json_put_plain(json, key, key_length, "unknown", 7);
		return;
	case COMPLAINT_DATE_DAY:
		if (date->first != date->last)
			break;
		if (json->day != date->first) /* the dates of a duty are mostly one */
			cmpl_day_write((cmpl_day)date->first, json->day_text);
		json->day = date->first;
		cmpl_json_put_plain(json, key, key_length, json->day_text, 10);
		return;
	default: break;
	}
	/* the name without its quotes and the colon */
	memcpy(name, key + 1, key_length - 3);
	name[key_length - 3] = '\0';
	write_other_date(json, name, date);
}

void cmpl_write_date(struct cmpl_json *json, const char *key, const struct complaint_date *date)
{
	if (date->kind == COMPLAINT_DATE_NONE)
		cmpl_json_null(json, key);
	else
		write_other_date(json, key, date);
}

void cmpl_write_working(struct cmpl_json *json, complaint_day day, int32_t number, const char *text)
{
	cmpl_json_open(json, NULL, '{');
	cmpl_write_day(json, "day", day);
	cmpl_json_number(json, "number", number);
	cmpl_json_text(json, "text", text);
	cmpl_json_close(json, '}');
}

void cmpl_write_flag(struct cmpl_json *json, const char *key, int32_t flags, int32_t bit)
{
	if (flags & bit)
		cmpl_json_truth(json, key, true);
}

void cmpl_write_date_flags(struct cmpl_json *json, int32_t flags)
{
	cmpl_write_flag(json, "projected", flags, COMPLAINT_DATE_PROJECTED);
	cmpl_write_flag(json, "provisional", flags, COMPLAINT_DATE_PROVISIONAL);
	cmpl_write_flag(json, "by-day", flags, COMPLAINT_DATE_BY_DAY);
	cmpl_write_flag(json, "could-be-earlier", flags, COMPLAINT_DATE_COULD_BE_EARLIER);
	cmpl_write_flag(json, "close-of-business-unknown", flags,
			COMPLAINT_DATE_CLOSE_OF_BUSINESS_UNKNOWN);
}

void cmpl_write_optional(struct cmpl_json *json, const char *key, const char *text)
{
	if (text)
		cmpl_json_text(json, key, text);
}

/* Where a text is put together, emptied; a failure is kept until the end. */
static struct cmpl_string *begin_made(struct cmpl_json *json)
{
	json->made.length = 0;
	return &json->made;
}

/* It under its key; nothing when there was none to make. */
static void write_made(struct cmpl_json *json, const char *key, bool any)
{
	if (any)
		cmpl_json_text(json, key, cmpl_string_text(&json->made));
}

void cmpl_write_limit(struct cmpl_json *json, const char *key,
		      const struct complaint_policy *policy, uint32_t rule, uint32_t reading,
		      int32_t which)
{
	write_made(json, key, cmpl_add_limit(begin_made(json), policy, rule, reading, which));
}

void cmpl_write_anchor(struct cmpl_json *json, const char *key,
		       const struct complaint_policy *policy, uint32_t rule, uint32_t reading,
		       int32_t which)
{
	write_made(json, key, cmpl_add_anchor(begin_made(json), policy, rule, reading, which));
}

void cmpl_write_term(struct cmpl_json *json, const char *key, const struct complaint_policy *policy,
		     uint32_t term)
{
	write_made(json, key, cmpl_add_term(begin_made(json), policy, term));
}

/* --- read where it lies --------------------------------------------------------------- */

void cmpl_put_text(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_policy *policy, cmpl_text text)
{
	if (text)
		cmpl_json_put_phrase(json, key, key_length, cmpl_policy_phrase(policy, text));
}

void cmpl_put_word(struct cmpl_json *json, const char *key, size_t key_length, const char *word)
{
	if (word)
		cmpl_json_put_plain(json, key, key_length, word, cmpl_word_length(word));
}

void cmpl_put_limit(struct cmpl_json *json, const char *key, size_t key_length,
		    struct cmpl_limit limit)
{
	if (limit.unit == COMPLAINT_UNIT_NONE)
		return;
	json->made.length = 0;
	if (limit.unit <= COMPLAINT_UNIT_YEARS) {
		cmpl_string_add_number(&json->made, limit.amount);
		cmpl_string_add_char(&json->made, ' ');
	}
	cmpl_string_add(&json->made, cmpl_word_unit(limit.unit, limit.amount));
	if (!json->made.failed)
		cmpl_json_put_plain(json, key, key_length, json->made.text, json->made.length);
}

void cmpl_put_anchor(struct cmpl_json *json, const char *key, size_t key_length,
		     const struct complaint_policy *policy, uint32_t anchor)
{
	const struct cmpl_anchor *from;

	if (anchor == CMPL_NONE)
		return;
	from = &policy->anchors[anchor];
	if (from->kind == CMPL_ANCHOR_EVENT)
		cmpl_put_name(json, key, key_length, policy, CMPL_EVENTS, from->index);
	else
		cmpl_put_text(json, key, key_length, policy, from->words);
}

void cmpl_put_name(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_policy *policy, enum cmpl_list list, uint32_t name)
{
	if (name != CMPL_NONE)
		cmpl_json_put_phrase(json, key, key_length,
				     cmpl_policy_name_phrase(policy, list, name));
}

struct cmpl_phrase cmpl_rule_phrase(const struct complaint_policy *policy, uint32_t rule)
{
	static const struct cmpl_phrase none = { NULL, 0 }, refusal = { "refusal", 7 };

	if (rule >= policy->rules_count)
		return none;
	if (policy->rules[rule].kind == CMPL_RULE_REFUSAL)
		return refusal;
	if (policy->rules[rule].kind == CMPL_RULE_EXTENSION)
		rule = policy->rules[rule].owner;
	return cmpl_policy_phrase(policy, policy->rules[rule].id);
}

/* The words of an exception or a factor; a condition itself has none. */
static void put_says(struct cmpl_report *report, const struct complaint_reason *reason)
{
	const char *says = complaint_policy_get_condition_says(
		report->policy, reason->rule, cmpl_reading_chosen(report, reason->rule),
		reason->condition, reason->index);

	if (says)
		cmpl_json_put_escaped(&report->json, CMPL_KEY("says"), says, strlen(says));
}

static void put_test(struct cmpl_report *report, const struct complaint_reason *reason)
{
	const struct cmpl_term *term = &report->policy->terms[reason->term];

	if (term->kind == CMPL_TERM_FACT)
		cmpl_put_name(&report->json, CMPL_KEY("test"), report->policy, CMPL_FACTS,
			      term->name);
	else
		cmpl_put_text(&report->json, CMPL_KEY("test"), report->policy, term->words);
}

/* True, false and unknown as facts are given; all else is put together. */
static void put_value(struct cmpl_json *json, const struct complaint_policy *policy,
		      const struct complaint_reason *reason)
{
	char value[DATE_ROOM * 2];

	if (policy->terms[reason->term].kind == CMPL_TERM_FACT && !reason->by_silence) {
		if (reason->given == CMPL_NOT_GIVEN)
			cmpl_json_put_plain(json, CMPL_KEY("value"), "not given", 9);
		else if (reason->given == CMPL_WRITTEN_UNKNOWN)
			cmpl_json_put_plain(json, CMPL_KEY("value"), "unknown", 7);
		else if (reason->value)
			cmpl_json_put_plain(json, CMPL_KEY("value"), "true", 4);
		else
			cmpl_json_put_plain(json, CMPL_KEY("value"), "false", 5);
	} else if (complaint_reason_get_value(reason, value, sizeof(value)) == COMPLAINT_OK) {
		cmpl_json_put_escaped(json, CMPL_KEY("value"), value, strlen(value));
	}
}

void cmpl_write_reason(struct cmpl_report *report, const struct complaint_reason *reason)
{
	struct cmpl_json *json = &report->json;

	cmpl_json_put_open(json, CMPL_NO_KEY, '{');
	if (reason->condition == COMPLAINT_CONDITION_WHEN) {
		cmpl_json_put_plain(json, CMPL_KEY("condition"), "when", 4);
	} else {
		cmpl_put_word(json, CMPL_KEY("condition"), cmpl_word_condition(reason->condition));
		cmpl_json_number(json, "index", reason->index);
		put_says(report, reason);
	}
	put_test(report, reason);
	put_value(json, report->policy, reason);
	cmpl_put_word(json, CMPL_KEY("truth"), cmpl_word_truth(reason->truth));
	cmpl_json_put_close(json, '}');
}

static void write_superseded(struct cmpl_json *json, const struct complaint_policy *policy,
			     const struct cmpl_rule *rule)
{
	if (rule->superseded_from == INT32_MIN)
		return;
	cmpl_json_put_open(json, CMPL_KEY("superseded"), '{');
	cmpl_write_day(json, "from", rule->superseded_from);
	cmpl_json_put_phrase(json, CMPL_KEY("says"),
			     rule->superseded_says
				     ? cmpl_policy_phrase(policy, rule->superseded_says)
				     : (struct cmpl_phrase){ "", 0 });
	cmpl_json_put_close(json, '}');
}

static void write_left_open(struct cmpl_json *json, const struct complaint_policy *policy,
			    struct cmpl_range lines)
{
	if (lines.count == 0)
		return;
	cmpl_json_put_open(json, CMPL_KEY("left-open"), '[');
	for (uint32_t i = lines.first; i < lines.first + lines.count; i++)
		cmpl_put_text(json, CMPL_NO_KEY, policy, policy->lines[i]);
	cmpl_json_put_close(json, ']');
}

static void write_conflicts(struct cmpl_json *json, const struct complaint_policy *policy,
			    struct cmpl_range conflicts)
{
	if (conflicts.count == 0)
		return;
	cmpl_json_put_open(json, CMPL_KEY("conflicts-with"), '[');
	for (uint32_t i = conflicts.first; i < conflicts.first + conflicts.count; i++) {
		const struct cmpl_conflict *conflict = &policy->conflicts[i];

		cmpl_json_put_open(json, CMPL_NO_KEY, '{');
		cmpl_put_text(json, CMPL_KEY("clause"), policy, conflict->clause);
		cmpl_put_text(json, CMPL_KEY("says"), policy, conflict->says);
		if (conflict->rule != CMPL_NONE)
			cmpl_json_put_phrase(json, CMPL_KEY("rule"),
					     cmpl_rule_phrase(policy, conflict->rule));
		cmpl_json_put_close(json, '}');
	}
	cmpl_json_put_close(json, ']');
}

/* Only these kinds say how strongly they bind; the strength of an exclusion is its effect. */
static bool has_strength(const struct cmpl_rule *rule)
{
	return rule->kind == CMPL_RULE_DUTY || rule->kind == CMPL_RULE_TIER ||
	       rule->kind == CMPL_RULE_ROUTE || rule->kind == CMPL_RULE_WINDOW;
}

void cmpl_write_rule_words(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t number, uint32_t reading)
{
	const struct cmpl_rule *rule = &policy->rules[number];

	cmpl_put_text(json, CMPL_KEY("clause"), policy, rule->clause);
	cmpl_put_text(json, CMPL_KEY("says"), policy, rule->says);
	if (has_strength(rule))
		cmpl_put_word(json, CMPL_KEY("strength"),
			      cmpl_word_strength(complaint_policy_get_rule_reading_strength(
				      policy, number, reading)));
	write_superseded(json, policy, rule);
	write_left_open(json, policy, rule->left_open);
	write_conflicts(json, policy, rule->conflicts);
}
