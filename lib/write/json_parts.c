/* SPDX-License-Identifier: MIT */
#include "write/json_parts.h"

struct cmpl_slice cmpl_rule_slice(const struct complaint_policy *policy, uint32_t number)
{
	const struct cmpl_rule *rule;

	if (number >= policy->rules_count)
		return (struct cmpl_slice){ 0 };
	rule = &policy->rules[number];
	if (rule->kind == CMPL_RULE_REFUSAL)
		return (struct cmpl_slice){ "refusal", 7, true };
	if (rule->kind == CMPL_RULE_EXTENSION)
		rule = &policy->rules[rule->owner];
	return cmpl_policy_slice(policy, rule->id);
}

static bool is_known(cmpl_day day)
{
	return day >= CMPL_DAY_FIRST && day <= CMPL_DAY_LAST;
}

/* A day of a span that may be known by its month only: "2022-08". */
static char *run_end(char *at, cmpl_day day, bool month_only)
{
	char *end = cmpl_day_put(cmpl_run_sign(at, '"'), day);

	return cmpl_run_sign(month_only ? end - strlen("-01") : end, '"');
}

void cmpl_write_day(struct cmpl_json *json, const char *key, complaint_day day)
{
	char *at = cmpl_run_begin_value(json, key, CMPL_RUN_DAY + 2);

	if (!at)
		return;
	at = is_known(day) ? run_end(at, day, false) : CMPL_RUN(at, "null");
	cmpl_run_end(json, at);
}

char *cmpl_run_in_force(char *at, const struct cmpl_span *span)
{
	bool from = is_known(span->from);

	at = cmpl_run_sign(at, '{');
	if (from)
		at = run_end(CMPL_RUN(at, "\"from\":"), span->from, span->from_month);
	if (is_known(span->until)) {
		at = from ? cmpl_run_sign(at, ',') : at;
		at = run_end(CMPL_RUN(at, "\"until\":"), span->until, span->until_month);
	}
	return cmpl_run_sign(at, '}');
}

void cmpl_write_in_force(struct cmpl_json *json, const struct complaint_policy *policy)
{
	char *at = cmpl_run_begin_value(json, "in-force", CMPL_RUN_SPAN);

	if (at)
		cmpl_run_end(json, cmpl_run_in_force(at, &policy->document.in_force));
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
	struct cmpl_slice line = { text, (uint32_t)strlen(text), false };
	char *at = cmpl_run_begin_value(json, NULL, cmpl_run_room(line) + 64);

	if (!at)
		return;
	at = cmpl_day_put(CMPL_RUN(at, "{\"day\":\""), day);
	at = cmpl_run_number(CMPL_RUN(at, "\",\"number\":"), number);
	at = cmpl_run_text(CMPL_RUN(at, ",\"text\":"), line);
	cmpl_run_end(json, cmpl_run_sign(at, '}'));
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

static char *run_superseded(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
			    const struct cmpl_rule *rule)
{
	struct cmpl_slice says = cmpl_policy_slice(policy, rule->superseded_says);

	at = cmpl_run_on(json, at, cmpl_run_room(says) + 64);
	if (!at)
		return NULL;
	at = cmpl_day_put(CMPL_RUN(at, ",\"superseded\":{\"from\":\""), rule->superseded_from);
	at = CMPL_RUN(at, "\",\"says\":");
	at = says.text ? cmpl_run_text(at, says) : CMPL_RUN(at, "\"\"");
	return cmpl_run_sign(at, '}');
}

static char *run_conflict(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
			  const struct cmpl_conflict *conflict)
{
	struct cmpl_slice clause = cmpl_policy_slice(policy, conflict->clause);
	struct cmpl_slice says = cmpl_policy_slice(policy, conflict->says);
	struct cmpl_slice other = cmpl_rule_slice(policy, conflict->rule);
	char *first;

	at = cmpl_run_on(json, at,
			 cmpl_run_room(clause) + cmpl_run_room(says) + cmpl_run_room(other) + 64);
	if (!at)
		return NULL;
	first = at;
	at = CMPL_RUN_OPTIONAL(at, "clause", clause);
	at = CMPL_RUN_OPTIONAL(at, "says", says);
	at = CMPL_RUN_OPTIONAL(at, "rule", other);
	if (at == first)
		at++;
	*first = '{'; /* in place of the comma */
	return cmpl_run_sign(at, '}');
}

static char *run_conflicts(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
			   struct cmpl_range conflicts)
{
	at = cmpl_run_literal(json, at, CMPL_LITERAL(",\"conflicts-with\":["));
	for (uint32_t i = 0; i < conflicts.count; i++) {
		if (i > 0)
			at = cmpl_run_literal(json, at, CMPL_LITERAL(","));
		at = run_conflict(json, at, policy, &policy->conflicts[conflicts.first + i]);
	}
	return cmpl_run_literal(json, at, CMPL_LITERAL("]"));
}

/* Only these kinds say how strongly they bind; the strength of an exclusion is its effect. */
static bool has_strength(const struct cmpl_rule *rule)
{
	return rule->kind == CMPL_RULE_DUTY || rule->kind == CMPL_RULE_TIER ||
	       rule->kind == CMPL_RULE_ROUTE || rule->kind == CMPL_RULE_WINDOW;
}

char *cmpl_run_rule_words(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
			  uint32_t number, uint32_t reading)
{
	const struct cmpl_rule *rule = &policy->rules[number];
	struct cmpl_slice clause = cmpl_policy_slice(policy, rule->clause);
	struct cmpl_slice says = cmpl_policy_slice(policy, rule->says);
	int32_t strength = rule->strength;

	at = cmpl_run_on(json, at, cmpl_run_room(clause) + cmpl_run_room(says) + 80);
	if (!at)
		return NULL;
	if (reading != COMPLAINT_NONE)
		strength = complaint_policy_get_rule_reading_strength(policy, number, reading);
	at = CMPL_RUN_OPTIONAL(at, "clause", clause);
	at = CMPL_RUN_OPTIONAL(at, "says", says);
	if (strength != 0 && has_strength(rule))
		at = CMPL_RUN_KEY_WORD(at, "strength", &cmpl_short_strength[strength]);
	if (rule->superseded_from != INT32_MIN)
		at = run_superseded(json, at, policy, rule);
	if (rule->left_open.count > 0)
		at = cmpl_run_lines(json, at, policy, CMPL_LITERAL(",\"left-open\":["),
				    rule->left_open);
	if (rule->conflicts.count > 0)
		at = run_conflicts(json, at, policy, rule->conflicts);
	return at;
}

void cmpl_write_rule_words(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t rule, uint32_t reading)
{
	size_t from = json->out->length;
	bool is_first = !json->needs_comma;
	char *at, *first;

	at = cmpl_run_rule_words(json, cmpl_run_begin(json, 0), policy, rule, reading);
	first = at ? json->out->text + from : NULL;
	if (!at || at == first)
		return;
	/* The first entry of a map has no comma before it. */
	if (is_first) {
		at--;
		memmove(first, first + 1, (size_t)(at - first));
	}
	cmpl_run_end(json, at);
}
