/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

struct cmpl_slice cmpl_rule_slice(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = rule < policy->rules_count ? &policy->rules[rule] : NULL;

	if (!own)
		return (struct cmpl_slice){ 0 };
	if (own->kind == CMPL_RULE_REFUSAL)
		return (struct cmpl_slice){ "refusal", 7, true };
	if (own->kind == CMPL_RULE_EXTENSION)
		return cmpl_policy_slice(policy, policy->rules[own->owner].id);
	return cmpl_policy_slice(policy, own->id);
}

void cmpl_write_day(struct cmpl_json *json, const char *key, complaint_day day)
{
	char *at = cmpl_run_begin_value(json, key, CMPL_RUN_DAY + 2);

	if (!at)
		return;
	if (day >= CMPL_DAY_FIRST && day <= CMPL_DAY_LAST)
		at = cmpl_run_sign(cmpl_run_day(cmpl_run_sign(at, '"'), day), '"');
	else
		at = CMPL_RUN(at, "null");
	cmpl_run_end(json, at);
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

void cmpl_write_date(struct cmpl_json *json, const char *key, const struct complaint_date *date)
{
	static const struct complaint_date none;
	char *at;

	date = date ? date : &none;
	at = cmpl_run_begin_value(json, key, cmpl_date_room(date));
	if (at)
		cmpl_run_end(json, cmpl_run_date(at, date));
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
	char *at = flags != 0 ? cmpl_run_begin(json, CMPL_RUN_DATE_FLAGS) : NULL;

	if (at)
		cmpl_run_end(json, cmpl_run_date_flags(at, flags));
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

static void write_superseded(struct cmpl_json *json, const struct complaint_policy *policy,
			     const struct cmpl_rule *rule)
{
	if (rule->superseded_from == INT32_MIN)
		return;
	cmpl_json_open(json, "superseded", '{');
	cmpl_write_day(json, "from", rule->superseded_from);
	cmpl_json_text(json, "says", cmpl_policy_text(policy, rule->superseded_says));
	cmpl_json_close(json, '}');
}

static void write_conflict(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_conflict *conflict)
{
	struct cmpl_slice clause = cmpl_policy_slice(policy, conflict->clause);
	struct cmpl_slice says = cmpl_policy_slice(policy, conflict->says);
	struct cmpl_slice other = cmpl_rule_slice(policy, conflict->rule);

	cmpl_json_open(json, NULL, '{');
	if (clause.text)
		cmpl_json_slice(json, "clause", clause);
	if (says.text)
		cmpl_json_slice(json, "says", says);
	if (other.text)
		cmpl_json_slice(json, "rule", other);
	cmpl_json_close(json, '}');
}

static void write_conflicts(struct cmpl_json *json, const struct complaint_policy *policy,
			    struct cmpl_range conflicts)
{
	if (conflicts.count == 0)
		return;
	cmpl_json_open(json, "conflicts-with", '[');
	for (uint32_t i = 0; i < conflicts.count; i++)
		write_conflict(json, policy, &policy->conflicts[conflicts.first + i]);
	cmpl_json_close(json, ']');
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
	struct cmpl_slice clause = cmpl_policy_slice(policy, rule->clause);
	struct cmpl_slice says = cmpl_policy_slice(policy, rule->says);
	int32_t strength = 0;
	char *at, *from;

	if (has_strength(rule))
		strength = reading == COMPLAINT_NONE ? rule->strength
						     : complaint_policy_get_rule_reading_strength(
							       policy, number, reading);
	from = at = cmpl_run_begin(json, cmpl_run_room(clause) + cmpl_run_room(says) + 80);
	if (!at)
		return;
	at = CMPL_RUN_OPTIONAL(at, "clause", clause);
	at = CMPL_RUN_OPTIONAL(at, "says", says);
	if (strength != 0)
		at = CMPL_RUN_KEY_WORD(at, "strength", &cmpl_short_strength[strength]);
	if (at > from) {
		/* The first entry of a map has no comma before it. */
		if (!json->needs_comma) {
			at--;
			memmove(from, from + 1, (size_t)(at - from));
		}
		cmpl_run_end(json, at);
	}
	write_superseded(json, policy, rule);
	cmpl_write_lines(json, policy, CMPL_LITERAL(",\"left-open\":["), rule->left_open);
	write_conflicts(json, policy, rule->conflicts);
}
