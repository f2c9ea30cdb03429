/* SPDX-License-Identifier: MIT */
/* What frames the rules: the document, its limits at a glance, its silence, its own names. */
#include "write/explain.h"

#include <complaint/vocabulary.h>

#include <string.h>

#include "policy/words.h"

static const struct complaint_policy *policy_of(const struct cmpl_page *page)
{
	return page->report.policy;
}

static void put_lines(struct cmpl_page *page, size_t count,
		      const char *(*get)(const struct complaint_policy *, size_t), bool gaps)
{
	for (size_t i = 0; i < count; i++) {
		if (gaps) {
			cmpl_explain_left_open(page, get(policy_of(page), i));
			continue;
		}
		cmpl_say(&page->report, get(policy_of(page), i));
		cmpl_page_point(page);
	}
}

static void put_fact(struct cmpl_page *page, const char *words, const char *text)
{
	if (!text)
		return;
	cmpl_page_mark(page, CMPL_MARK_STRONG, words);
	cmpl_say(&page->report, " ");
	cmpl_say(&page->report, text);
	cmpl_page_point(page);
}

static void put_chosen_by(struct cmpl_page *page)
{
	const char *event =
		complaint_policy_get_document_text(policy_of(page), COMPLAINT_DOCUMENT_CHOSEN_BY);

	cmpl_page_mark(page, CMPL_MARK_STRONG, "Which version governs a complaint:");
	cmpl_say(&page->report, " the one in force on the day of \"");
	cmpl_say_name(&page->report, event);
	cmpl_say(&page->report, "\".");
	cmpl_page_point(page);
}

static void put_span(struct cmpl_page *page)
{
	complaint_day from = INT32_MIN, until = INT32_MAX;
	int32_t months = 0;

	complaint_policy_get_in_force(policy_of(page), &from, &until, &months);
	cmpl_page_mark(page, CMPL_MARK_STRONG, "When it governs:");
	cmpl_say(&page->report, " ");
	if (!cmpl_say_span(&page->report, from, until, months))
		cmpl_say(&page->report, "in force always");
	cmpl_say(&page->report, until == INT32_MAX ? ", until further notice." : ".");
	cmpl_page_point(page);
}

void cmpl_explain_document(struct cmpl_page *page)
{
	static const struct {
		const char *words;
		int32_t which;
	} texts[] = {
		{ "Owner:", COMPLAINT_DOCUMENT_OWNER },
		{ "Approved:", COMPLAINT_DOCUMENT_APPROVED },
		{ "To be reviewed by:", COMPLAINT_DOCUMENT_REVIEW_BY },
		{ "The norm that it says it meets:", COMPLAINT_DOCUMENT_FOLLOWS },
	};
	const struct complaint_policy *policy = policy_of(page);

	cmpl_page_list(page);
	put_fact(page, "Issued by:",
		 complaint_policy_get_document_text(policy, COMPLAINT_DOCUMENT_ISSUED_BY));
	put_span(page);
	put_chosen_by(page);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		put_fact(page, texts[i].words,
			 complaint_policy_get_document_text(policy, texts[i].which));
	put_fact(page, "Name of the file:", complaint_policy_get_id(policy));
	put_lines(page, complaint_policy_left_open_count(policy), complaint_policy_get_left_open,
		  true);
	cmpl_page_list_end(page);
	cmpl_explain_counting(page);
}

/* --- the limits at a glance --------------------------------------------------- */

static bool has_limit(const struct complaint_policy *policy, uint32_t rule)
{
	int32_t amount, unit;

	return complaint_policy_get_rule_kind(policy, rule) == COMPLAINT_RULE_DUTY &&
	       policy->rules[rule].reading == CMPL_NONE &&
	       complaint_policy_get_rule_limit(policy, rule, COMPLAINT_NONE, COMPLAINT_LIMIT_WITHIN,
					       &amount, &unit) == COMPLAINT_OK;
}

static void put_row(struct cmpl_page *page, uint32_t rule)
{
	const struct complaint_policy *policy = policy_of(page);
	int32_t strength = complaint_policy_get_rule_strength(policy, rule);

	cmpl_page_row(page, false);
	cmpl_say(&page->report, complaint_policy_get_rule_says(policy, rule));
	cmpl_say(&page->report, " ");
	cmpl_page_mark(page, CMPL_MARK_CLAUSE, complaint_policy_get_rule_clause(policy, rule));
	cmpl_page_cell(page);
	cmpl_page_open(page, CMPL_MARK_STRONG);
	cmpl_say_limit(&page->report, rule, COMPLAINT_NONE, COMPLAINT_LIMIT_WITHIN);
	cmpl_page_close(page, CMPL_MARK_STRONG);
	if (strength != COMPLAINT_STRENGTH_MUST) {
		cmpl_say(&page->report, " (");
		cmpl_say(&page->report, cmpl_word_strength(strength));
		cmpl_say(&page->report, ")");
	}
	if (complaint_policy_rule_reading_count(policy, rule) > 0) {
		cmpl_say(&page->report, ", ");
		cmpl_page_link(page, "rule", complaint_policy_get_rule_id(policy, rule),
			       "can be read otherwise");
	}
	cmpl_page_cell(page);
	/* In plain text no head of the column says it. */
	cmpl_say(&page->report, page->format == COMPLAINT_FORMAT_TEXT ? "from " : "");
	cmpl_say_anchor(&page->report, rule, COMPLAINT_NONE, COMPLAINT_ANCHOR_AFTER);
	cmpl_page_cell(page);
	cmpl_page_row_end(page);
}

void cmpl_explain_limits_table(struct cmpl_page *page)
{
	static const char *const heads[] = { "What is to be done", "Time limit", "Counted from" };
	uint32_t count = complaint_policy_rule_count(policy_of(page));

	cmpl_say(&page->report,
		 "Every time limit of the policy; \"must\" unless another word stands "
		 "beside it");
	cmpl_page_table(page);
	cmpl_page_row(page, true);
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		cmpl_say(&page->report, heads[i]);
		cmpl_page_cell(page);
	}
	cmpl_page_row_end(page);
	for (uint32_t rule = 0; rule < count; rule++)
		if (has_limit(policy_of(page), rule))
			put_row(page, rule);
	cmpl_page_table_end(page);
}

/* --- silence, and names ----------------------------------------------------------- */

void cmpl_explain_silence(struct cmpl_page *page)
{
	size_t count = complaint_policy_silent_on_count(policy_of(page));

	if (count == 0)
		return;
	cmpl_page_section(page, "silent", "What the policy has no rule on");
	cmpl_page_list(page);
	put_lines(page, count, complaint_policy_get_silent_on, false);
	cmpl_page_list_end(page);
}

/* Heading and list are opened with the first name there is. */
static void put_name(struct cmpl_page *page, bool *any, const char *name, const char *words)
{
	if (!*any) {
		cmpl_page_section(page, "words", "Words of its own");
		cmpl_page_list(page);
	}
	*any = true;
	cmpl_say(&page->report, words);
	cmpl_say(&page->report, " ");
	cmpl_page_mark(page, CMPL_MARK_ID, name);
}

static void say_type(struct cmpl_page *page, const char *name, int32_t list)
{
	int32_t silence =
		complaint_policy_get_name_silence(policy_of(page), name, COMPLAINT_NUL_TERMINATED);
	const char *value;
	bool any = false;

	for (uint32_t i = 0; (value = complaint_policy_get_fact_value(policy_of(page), name,
								      COMPLAINT_NUL_TERMINATED, i));
	     i++) {
		cmpl_say(&page->report, i > 0 ? ", " : " One of: ");
		cmpl_say_name(&page->report, value);
		any = true;
	}
	cmpl_say(&page->report, any ? "." : "");
	if (silence == COMPLAINT_TRUTH_NOT_GIVEN)
		return;
	cmpl_say(&page->report, " Not answered, it is taken as ");
	cmpl_say(&page->report,
		 list == COMPLAINT_LIST_EVENTS ? "not yet" : cmpl_word_truth(silence));
	cmpl_say(&page->report, ".");
}

static void put_own_names(struct cmpl_page *page, bool *any, int32_t list)
{
	const struct complaint_policy *policy = policy_of(page);
	uint32_t count = complaint_policy_own_name_count(policy, list);
	bool asked = list == COMPLAINT_LIST_FACTS || list == COMPLAINT_LIST_EVENTS;

	for (uint32_t i = 0; i < count; i++) {
		const char *name = complaint_policy_get_own_name(policy, list, i);

		put_name(
			page, any, name,
			asked ? complaint_policy_get_question(policy, name,
							      COMPLAINT_NUL_TERMINATED)
			      : complaint_policy_get_words(policy, name, COMPLAINT_NUL_TERMINATED));
		if (asked)
			say_type(page, name, list);
		cmpl_page_point(page);
	}
}

/* Standard questions that the policy asks in words of its own. */
static void put_wordings(struct cmpl_page *page, bool *any, int32_t list)
{
	uint32_t count = complaint_vocabulary_count(list);

	for (uint32_t i = 0; i < count; i++) {
		const char *name = complaint_vocabulary_get_id(list, i);
		const char *words = complaint_policy_get_question(policy_of(page), name,
								  COMPLAINT_NUL_TERMINATED);

		if (!words || strcmp(words, complaint_vocabulary_get_words(list, i)) == 0)
			continue;
		put_name(page, any, name, words);
		cmpl_page_point(page);
	}
}

void cmpl_explain_names(struct cmpl_page *page)
{
	bool any = false;

	for (int32_t list = COMPLAINT_LIST_FACTS; list <= COMPLAINT_LIST_RECORDS; list++)
		put_own_names(page, &any, list);
	put_wordings(page, &any, COMPLAINT_LIST_FACTS);
	put_wordings(page, &any, COMPLAINT_LIST_EVENTS);
	if (any)
		cmpl_page_list_end(page);
}
