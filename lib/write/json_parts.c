/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

#include "base/date.h"
#include "policy/words.h"

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
	case COMPLAINT_DATE_NONE: cmpl_json_put_literal(json, key, key_length, "null", 4); return;
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

/* The words of an exception or a factor; a condition itself has none. */
static void put_says(struct cmpl_report *report, const struct complaint_reason *reason)
{
	const char *says = complaint_policy_get_condition_says(
		report->policy, reason->rule, cmpl_reading_chosen(report, reason->rule),
		reason->condition, reason->index);

	if (says)
		cmpl_json_put_escaped(&report->json, CMPL_KEY("says"), says, strlen(says));
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
	if (reason->condition != COMPLAINT_CONDITION_WHEN) {
		cmpl_put_word(json, CMPL_KEY("condition"), cmpl_word_condition(reason->condition));
		cmpl_json_put_number(json, CMPL_KEY("index"), reason->index);
		put_says(report, reason);
		cmpl_phrase_test(json, report->policy, reason->term);
	} else if (!cmpl_put_ready(json, report->policy,
				   report->policy->terms[reason->term].reason_phrase)) {
		cmpl_json_put_plain(json, CMPL_KEY("condition"), "when", 4);
		cmpl_phrase_test(json, report->policy, reason->term);
	}
	put_value(json, report->policy, reason);
	cmpl_put_word(json, CMPL_KEY("truth"), cmpl_word_truth(reason->truth));
	cmpl_json_put_close(json, '}');
}

void cmpl_write_rule_words(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t rule, uint32_t reading)
{
	cmpl_phrase_rule_head(json, policy, &policy->rules[rule]);
	cmpl_phrase_rule_tail(json, policy, &policy->rules[rule],
			      complaint_policy_get_rule_reading_strength(policy, rule, reading));
}
