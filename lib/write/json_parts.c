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

void cmpl_write_date(struct cmpl_json *json, const char *key, const struct complaint_date *date)
{
	char text[DATE_ROOM] = "";
	int32_t kind = complaint_date_get_kind(date);

	if (kind == COMPLAINT_DATE_BEYOND_CALENDAR) {
		write_beyond(json, key, date);
	} else if (kind == COMPLAINT_DATE_NONE) {
		cmpl_json_null(json, key);
	} else {
		if (complaint_date_get_text(date, text, sizeof(text)) != COMPLAINT_OK)
			json->out->failed = true;
		write_span(json, key, text);
	}
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

void cmpl_write_reason(struct cmpl_report *report, const struct complaint_reason *reason)
{
	struct cmpl_json *json = &report->json;
	uint32_t index = 0, rule = complaint_reason_get_rule(reason);
	int32_t sort = complaint_reason_get_condition(reason, &index);
	char value[DATE_ROOM * 2];

	cmpl_json_open(json, NULL, '{');
	cmpl_json_text(json, "condition", cmpl_word_condition(sort));
	if (sort != COMPLAINT_CONDITION_WHEN)
		cmpl_json_number(json, "index", index);
	cmpl_write_optional(
		json, "says",
		complaint_policy_get_condition_says(
			report->policy, rule, cmpl_reading_used(report, rule, NULL), sort, index));
	cmpl_write_term(json, "test", report->policy, complaint_reason_get_term(reason));
	if (complaint_reason_get_value(reason, value, sizeof(value)) == COMPLAINT_OK)
		cmpl_json_text(json, "value", value);
	else
		json->out->failed = true;
	cmpl_json_text(json, "truth", cmpl_word_truth(complaint_reason_get_truth(reason)));
	cmpl_json_close(json, '}');
}

static void write_superseded(struct cmpl_json *json, const struct complaint_policy *policy,
			     uint32_t rule)
{
	complaint_day from = 0;
	const char *says = complaint_policy_get_rule_superseded(policy, rule, &from);

	if (!says)
		return;
	cmpl_json_open(json, "superseded", '{');
	cmpl_write_day(json, "from", from);
	cmpl_json_text(json, "says", says);
	cmpl_json_close(json, '}');
}

static void write_conflicts(struct cmpl_json *json, const struct complaint_policy *policy,
			    uint32_t rule)
{
	size_t count = complaint_policy_rule_conflict_count(policy, rule);

	if (count == 0)
		return;
	cmpl_json_open(json, "conflicts-with", '[');
	for (size_t i = 0; i < count; i++) {
		uint32_t other = complaint_policy_get_rule_conflict_rule(policy, rule, i);

		cmpl_json_open(json, NULL, '{');
		cmpl_write_optional(json, "clause",
				    complaint_policy_get_rule_conflict_clause(policy, rule, i));
		cmpl_write_optional(json, "says",
				    complaint_policy_get_rule_conflict_says(policy, rule, i));
		cmpl_write_optional(json, "rule", cmpl_rule_name(policy, other));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

/* Only these kinds say how strongly they bind; the strength of an exclusion is its effect. */
static bool has_strength(const struct complaint_policy *policy, uint32_t rule)
{
	int32_t kind = complaint_policy_get_rule_kind(policy, rule);

	return kind == COMPLAINT_RULE_DUTY || kind == COMPLAINT_RULE_TIER ||
	       kind == COMPLAINT_RULE_ROUTE || kind == COMPLAINT_RULE_WINDOW;
}

void cmpl_write_rule_words(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t rule, uint32_t reading)
{
	size_t open = complaint_policy_rule_left_open_count(policy, rule);
	int32_t strength = complaint_policy_get_rule_reading_strength(policy, rule, reading);

	cmpl_write_optional(json, "clause", complaint_policy_get_rule_clause(policy, rule));
	cmpl_write_optional(json, "says", complaint_policy_get_rule_says(policy, rule));
	if (has_strength(policy, rule))
		cmpl_write_optional(json, "strength", cmpl_word_strength(strength));
	write_superseded(json, policy, rule);
	if (open > 0) {
		cmpl_json_open(json, "left-open", '[');
		for (size_t i = 0; i < open; i++)
			cmpl_json_text(json, NULL,
				       complaint_policy_get_rule_left_open(policy, rule, i));
		cmpl_json_close(json, ']');
	}
	write_conflicts(json, policy, rule);
}
