/* SPDX-License-Identifier: MIT */
/* Conditions as questions with their answers, groups as lists. */
#include "write/explain.h"

#include <ctype.h>
#include <string.h>

static const struct complaint_policy *policy_of(const struct cmpl_page *page)
{
	return page->report.policy;
}

/* A text made of ids begins a sentence: its first letter becomes a capital. */
static void say_capital(struct cmpl_page *page, const char *text)
{
	if (!*text)
		return;
	cmpl_string_add_char(&page->line, (char)toupper((unsigned char)*text));
	cmpl_say_name(&page->report, text + 1);
}

/*
 * What a leaf says, behind its name where `name` is given: "issue-arose more than 6 months before
 * complaint-made", "at least 5".
 */
static void say_term(struct cmpl_page *page, uint32_t term, const char *name)
{
	struct cmpl_string made = { 0 };
	const char *text, *due;

	cmpl_add_term(&made, policy_of(page), term);
	text = cmpl_string_text(&made);
	if (name && strncmp(text, name, strlen(name)) == 0)
		text += strlen(name);
	text += strspn(text, " ");
	due = strstr(text, " due ");
	if (due) { /* no name has a blank in it */
		struct cmpl_string begin = { 0 };

		cmpl_string_add_bytes(&begin, text, (size_t)(due - text));
		say_capital(page, cmpl_string_text(&begin));
		cmpl_say(&page->report, " the last day for \"");
		cmpl_say_name(&page->report, due + strlen(" due "));
		cmpl_say(&page->report, "\"");
		page->line.failed = page->line.failed || begin.failed;
		cmpl_string_free(&begin);
	} else {
		say_capital(page, text);
	}
	page->line.failed = page->line.failed || made.failed;
	cmpl_string_free(&made);
}

/* A fact's question, and which answer makes the leaf true. */
static void say_answer(struct cmpl_page *page, uint32_t term, int32_t kind, bool denied)
{
	const char *name = complaint_policy_get_term_name(policy_of(page), term);

	cmpl_say_question(&page->report, name);
	cmpl_say(&page->report, " ");
	cmpl_page_open(page, CMPL_MARK_STRONG);
	if (kind == COMPLAINT_TERM_FACT) {
		cmpl_say(&page->report, denied ? "No." : "Yes.");
	} else {
		cmpl_say(&page->report, denied ? "Not so: " : "");
		say_term(page, term, name);
		cmpl_say(&page->report, ".");
	}
	cmpl_page_close(page, CMPL_MARK_STRONG);
	cmpl_say(&page->report, " ");
	cmpl_page_mark(page, CMPL_MARK_ID, name);
}

static bool is_question(int32_t kind)
{
	return kind == COMPLAINT_TERM_FACT || kind == COMPLAINT_TERM_NUMBER ||
	       kind == COMPLAINT_TERM_CHOICE;
}

/* A leaf, or the denial of one, on one line. */
static void say_leaf(struct cmpl_page *page, uint32_t term)
{
	bool denied = complaint_policy_get_term_kind(policy_of(page), term) == COMPLAINT_TERM_NOT;
	uint32_t leaf = denied ? term + 1 : term;
	int32_t kind = complaint_policy_get_term_kind(policy_of(page), leaf);

	if (is_question(kind)) {
		say_answer(page, leaf, kind, denied);
		return;
	}
	say_term(page, term, NULL);
	cmpl_say(&page->report, ".");
}

static bool is_leaf(const struct complaint_policy *policy, uint32_t term)
{
	int32_t kind = complaint_policy_get_term_kind(policy, term);

	if (kind == COMPLAINT_TERM_NOT)
		kind = complaint_policy_get_term_kind(policy, term + 1);
	return kind != COMPLAINT_TERM_ALL && kind != COMPLAINT_TERM_ANY &&
	       kind != COMPLAINT_TERM_NOT;
}

static const char *group_words(int32_t kind, bool denied)
{
	if (kind == COMPLAINT_TERM_ALL)
		return denied ? "not all of these are so:" : "all of these are so:";
	if (kind == COMPLAINT_TERM_ANY)
		return denied ? "none of these is so:" : "any of these is so:";
	return "this is so:";
}

static void put_members(struct cmpl_page *page, uint32_t term);

/*
 * A condition as an item, going on with the sentence in the line or (begins) beginning one.
 * Conditions nest at most 16 deep, so recursing is safe.
 */
static void put_condition(struct cmpl_page *page, bool begins, uint32_t term)
{
	const struct complaint_policy *policy = policy_of(page);
	bool denied = complaint_policy_get_term_kind(policy, term) == COMPLAINT_TERM_NOT;
	uint32_t group = denied ? term + 1 : term;
	const char *words = group_words(complaint_policy_get_term_kind(policy, group), denied);

	if (is_leaf(policy, term)) {
		cmpl_say(&page->report, begins ? "" : "this is so: ");
		say_leaf(page, term);
		cmpl_page_point(page);
		return;
	}
	if (begins)
		say_capital(page, words);
	else
		cmpl_say(&page->report, words);
	cmpl_page_item(page);
	put_members(page, group);
	cmpl_page_item_end(page);
}

static void put_members(struct cmpl_page *page, uint32_t term)
{
	const struct complaint_policy *policy = policy_of(page);
	uint32_t end = complaint_policy_get_term_end(policy, term);

	cmpl_page_list(page);
	for (uint32_t child = term + 1; child < end;
	     child = complaint_policy_get_term_end(policy, child))
		put_condition(page, true, child);
	cmpl_page_list_end(page);
}

/* --- parts ----------------------------------------------------------------- */

static const char *when_words(int32_t kind)
{
	switch (kind) {
	case COMPLAINT_RULE_DUTY: return "It is owed when ";
	case COMPLAINT_RULE_WINDOW: return "It is there when ";
	default: return "It applies when ";
	}
}

bool cmpl_part_when(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	uint32_t when = complaint_policy_get_condition(policy_of(page), rule, reading,
						       COMPLAINT_CONDITION_WHEN, 0);

	if (when == COMPLAINT_NONE)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, when_words(complaint_policy_get_rule_kind(policy_of(page), rule)));
	put_condition(page, false, when);
	return true;
}

/* The sentence, the clause of its own, and its condition below it. */
static void put_exception(struct cmpl_page *page, uint32_t rule, uint32_t reading, int32_t sort,
			  size_t index)
{
	const struct complaint_policy *policy = policy_of(page);
	const char *part = complaint_policy_get_condition_part(policy, rule, reading, sort, index);
	uint32_t term = complaint_policy_get_condition(policy, rule, reading, sort, index);
	int32_t favours = complaint_policy_get_factor_favours(policy, rule, index);

	cmpl_say(&page->report,
		 complaint_policy_get_condition_says(policy, rule, reading, sort, index));
	cmpl_say(&page->report, " ");
	cmpl_page_mark(page, CMPL_MARK_CLAUSE,
		       complaint_policy_get_condition_clause(policy, rule, reading, sort, index));
	if (sort == COMPLAINT_CONDITION_FACTOR)
		cmpl_say(&page->report, favours == COMPLAINT_FAVOURS_ACCEPTANCE
						? " It would speak for accepting it."
						: " It would speak for refusing it.");
	cmpl_page_item(page);
	cmpl_page_list(page);
	put_condition(page, true, term);
	if (part) {
		cmpl_say(&page->report, "This exception lets in a part: ");
		cmpl_say(&page->report, part);
		cmpl_say(&page->report, ".");
		cmpl_page_point(page);
	}
	cmpl_page_list_end(page);
	cmpl_page_item_end(page);
}

static bool put_exceptions(struct cmpl_page *page, const char *lead, const char *words,
			   uint32_t rule, uint32_t reading, int32_t sort)
{
	size_t count = complaint_policy_condition_count(policy_of(page), rule, reading, sort);

	if (count == 0)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, words);
	cmpl_page_item(page);
	cmpl_page_list(page);
	for (size_t i = 0; i < count; i++)
		put_exception(page, rule, reading, sort, i);
	cmpl_page_list_end(page);
	cmpl_page_item_end(page);
	return true;
}

bool cmpl_part_unless(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return put_exceptions(page, lead, "But not when:", rule, reading,
			      COMPLAINT_CONDITION_UNLESS);
}

bool cmpl_part_factors(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return put_exceptions(page, lead, "Whoever decides weighs this:", rule, reading,
			      COMPLAINT_CONDITION_FACTOR);
}

void cmpl_explain_opens_unless(struct cmpl_page *page, uint32_t rule, uint32_t reading)
{
	size_t count = complaint_policy_condition_count(policy_of(page), rule, reading,
							COMPLAINT_CONDITION_OPENS_UNLESS);

	if (count == 0)
		return;
	cmpl_page_list(page);
	put_exceptions(page, "", "There is no wait when:", rule, reading,
		       COMPLAINT_CONDITION_OPENS_UNLESS);
	cmpl_page_list_end(page);
}

bool cmpl_part_needs(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	const struct complaint_policy *policy = policy_of(page);
	size_t count =
		complaint_policy_condition_count(policy, rule, reading, COMPLAINT_CONDITION_NEED);

	if (complaint_policy_get_rule_kind(policy, rule) != COMPLAINT_RULE_TIER)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, count == 0   ? "It needs nothing more."
				: count == 1 ? "It needs this:"
					     : "It needs all of these:");
	cmpl_page_item(page);
	if (count > 0)
		cmpl_page_list(page);
	for (size_t i = 0; i < count; i++)
		put_condition(page, true,
			      complaint_policy_get_condition(policy, rule, reading,
							     COMPLAINT_CONDITION_NEED, i));
	if (count > 0)
		cmpl_page_list_end(page);
	cmpl_page_item_end(page);
	return true;
}
