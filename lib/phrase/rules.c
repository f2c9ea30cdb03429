/* SPDX-License-Identifier: MIT */
/*
 * What is said of a rule whatever the case: how it is counted, its words, whom it concerns. Of the
 * rules as the file has them the loader makes phrases of it, which lie ready in the policy.
 */
#include "phrase/phrase.h"

#include "base/date.h"
#include "policy/words.h"

void cmpl_put_day(struct cmpl_json *json, const char *key, size_t key_length, cmpl_day day)
{
	char text[11];

	cmpl_day_write(day, text);
	cmpl_json_put_plain(json, key, key_length, text, 10);
}

/* --- words ------------------------------------------------------------------------------- */

static void write_superseded(struct cmpl_json *json, const struct complaint_policy *policy,
			     const struct cmpl_rule *rule)
{
	if (rule->superseded_from == INT32_MIN)
		return;
	cmpl_json_put_open(json, CMPL_KEY("superseded"), '{');
	cmpl_put_day(json, CMPL_KEY("from"), rule->superseded_from);
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

void cmpl_phrase_rule_head(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_rule *rule)
{
	cmpl_put_text(json, CMPL_KEY("clause"), policy, rule->clause);
	cmpl_put_text(json, CMPL_KEY("says"), policy, rule->says);
}

void cmpl_phrase_rule_tail(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_rule *rule, int32_t strength)
{
	if (has_strength(rule))
		cmpl_put_word(json, CMPL_KEY("strength"), cmpl_word_strength(strength));
	write_superseded(json, policy, rule);
	write_left_open(json, policy, rule->left_open);
	write_conflicts(json, policy, rule->conflicts);
}

/* --- duties -------------------------------------------------------------------------------- */

void cmpl_phrase_duty_counting(struct cmpl_json *json, const struct complaint_policy *policy,
			       const struct cmpl_duty *duty)
{
	cmpl_put_limit(json, CMPL_KEY("within"), duty->within);
	cmpl_put_anchor(json, CMPL_KEY("after"), policy, duty->after);
	cmpl_put_anchor(json, CMPL_KEY("before"), policy, duty->before);
	cmpl_put_name(json, CMPL_KEY("done-by"), policy, CMPL_EVENTS, duty->done_by);
}

static void write_verb(struct cmpl_json *json, const struct complaint_policy *policy,
		       const struct cmpl_duty *duty)
{
	switch ((enum cmpl_verb)duty->verb) {
	case CMPL_VERB_NONE: break;
	case CMPL_VERB_TELL: cmpl_put_text(json, CMPL_KEY("tell"), policy, duty->whom); break;
	case CMPL_VERB_ASK: cmpl_put_text(json, CMPL_KEY("ask"), policy, duty->whom); break;
	case CMPL_VERB_REFER_TO:
		cmpl_put_text(json, CMPL_KEY("refer-to"), policy, duty->whom);
		break;
	}
}

void cmpl_phrase_duty_tail(struct cmpl_json *json, const struct complaint_policy *policy,
			   const struct cmpl_duty *duty, int32_t strength)
{
	const struct cmpl_rule *rule = &policy->rules[duty->rule];
	struct cmpl_range about = duty->about;

	cmpl_phrase_rule_tail(json, policy, rule, strength);
	cmpl_put_word(json, CMPL_KEY("place"), cmpl_word_place(duty->place + 1));
	if (rule->owner != CMPL_NONE)
		cmpl_json_put_phrase(json, CMPL_KEY("of"), cmpl_rule_phrase(policy, rule->owner));
	cmpl_put_text(json, CMPL_KEY("by"), policy, duty->by);
	write_verb(json, policy, duty);
	if (about.count == 0)
		return;
	cmpl_json_put_open(json, CMPL_KEY("about"), '[');
	for (uint32_t i = about.first; i < about.first + about.count; i++)
		cmpl_put_name(json, CMPL_NO_KEY, policy, CMPL_NOTICES, policy->notices[i]);
	cmpl_json_put_close(json, ']');
}

/* --- windows and reasons ------------------------------------------------------------------- */

void cmpl_phrase_window_counting(struct cmpl_json *json, const struct complaint_policy *policy,
				 const struct cmpl_window *window)
{
	cmpl_put_limit(json, CMPL_KEY("wait"), window->wait);
	cmpl_put_anchor(json, CMPL_KEY("opens-after"), policy, window->opens_after);
	cmpl_put_limit(json, CMPL_KEY("within"), window->closes);
	cmpl_put_anchor(json, CMPL_KEY("after"), policy, window->closes_after);
	cmpl_put_name(json, CMPL_KEY("used-by"), policy, CMPL_EVENTS, window->used_by);
}

void cmpl_phrase_test(struct cmpl_json *json, const struct complaint_policy *policy,
		      uint32_t number)
{
	const struct cmpl_term *term = &policy->terms[number];

	if (term->kind == CMPL_TERM_FACT)
		cmpl_put_name(json, CMPL_KEY("test"), policy, CMPL_FACTS, term->name);
	else
		cmpl_put_text(json, CMPL_KEY("test"), policy, term->words);
}
