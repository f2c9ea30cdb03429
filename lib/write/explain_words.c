/* SPDX-License-Identifier: MIT */
/* The parts of a rule that a single sentence tells. */
#include "write/explain.h"
#include "policy/words.h"

#include <string.h>

static const struct complaint_policy *policy_of(const struct cmpl_page *page)
{
	return page->report.policy;
}

/* A sentence that ends in a text of the file: "Who acts: the manager." */
static bool point_text(struct cmpl_page *page, const char *lead, const char *words,
		       const char *text)
{
	if (!text)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, words);
	cmpl_say(&page->report, text);
	cmpl_say(&page->report, ".");
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_effect(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t effect = complaint_policy_get_rule_effect(policy_of(page), rule, reading);
	const char *role = complaint_policy_get_rule_text(policy_of(page), rule, reading,
							  COMPLAINT_TEXT_DECIDED_BY);

	if (!effect)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_page_mark(page, CMPL_MARK_BADGE, cmpl_effect_sentence(effect));
	if (role && effect == COMPLAINT_EFFECT_REFER_FOR_DECISION) {
		cmpl_say(&page->report, " That is for a person to decide: ");
		cmpl_say(&page->report, role);
		cmpl_say(&page->report, ".");
	}
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_tested_at(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t tested = complaint_policy_get_rule_tested_at(policy_of(page), rule, reading);
	int32_t rest = tested;

	if (!tested)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, "Tested at ");
	for (int32_t at = COMPLAINT_AT_ACCEPTANCE; at <= COMPLAINT_AT_ADDITIONAL_ISSUE; at *= 2) {
		if (!(tested & at))
			continue;
		rest &= ~at;
		cmpl_say(&page->report, at == COMPLAINT_AT_ADDITIONAL_ISSUE ? "an " : "");
		cmpl_say_name(&page->report, cmpl_word_at(at));
		cmpl_say(&page->report, rest == 0                  ? "."
					: (rest & (rest - 1)) == 0 ? " and "
								   : ", ");
	}
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_choice(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t strength =
		complaint_policy_get_rule_reading_strength(policy_of(page), rule, reading);

	if (complaint_policy_get_rule_kind(policy_of(page), rule) != COMPLAINT_RULE_ROUTE ||
	    (strength == COMPLAINT_STRENGTH_MUST && !*lead))
		return false;
	cmpl_say(&page->report, lead);
	switch (strength) {
	case COMPLAINT_STRENGTH_SHOULD: cmpl_say(&page->report, "It should be taken."); break;
	case COMPLAINT_STRENGTH_AIM: cmpl_say(&page->report, "The aim is to take it."); break;
	case COMPLAINT_STRENGTH_NORMALLY: cmpl_say(&page->report, "It is normally taken."); break;
	case COMPLAINT_STRENGTH_MAY:
		cmpl_say(&page->report, "It may be taken; nothing commands it.");
		break;
	default: cmpl_say(&page->report, "It must be taken."); break;
	}
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_grounds(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t grounds = complaint_policy_get_rule_grounds(policy_of(page), rule, reading);

	if (!grounds)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, grounds == COMPLAINT_GROUNDS_OPEN
					? "The policy gives its grounds as examples only."
					: "The list of grounds is complete.");
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_part(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return point_text(page, lead, "This takes only a part of it: ",
			  complaint_policy_get_rule_text(policy_of(page), rule, reading,
							 COMPLAINT_TEXT_PART));
}

bool cmpl_part_refer_to(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	bool duty = complaint_policy_get_rule_kind(policy_of(page), rule) == COMPLAINT_RULE_DUTY;

	return point_text(page, lead,
			  duty ? "It is referred to: " : "The resident is referred elsewhere: ",
			  complaint_policy_get_rule_text(policy_of(page), rule, reading,
							 COMPLAINT_TEXT_REFER_TO));
}

static const char *words_of(const struct cmpl_page *page, const char *name)
{
	const char *words = complaint_policy_get_words(policy_of(page), name ? name : "",
						       COMPLAINT_NUL_TERMINATED);

	return words ? words : name;
}

bool cmpl_part_treat_as(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return point_text(
		page, lead, "It is recorded as ",
		words_of(page, complaint_policy_get_rule_name(policy_of(page), rule, reading,
							      COMPLAINT_NAME_TREAT_AS)));
}

bool cmpl_part_starts_at(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	uint32_t stage = complaint_policy_get_rule_target(policy_of(page), rule, reading);

	if (complaint_policy_get_rule_kind(policy_of(page), rule) != COMPLAINT_RULE_ROUTE)
		return false;
	cmpl_say(&page->report, lead);
	if (stage == COMPLAINT_NONE) {
		cmpl_say(&page->report, "It does not enter the formal procedure.");
	} else {
		cmpl_say(&page->report, "It enters the procedure at ");
		cmpl_explain_link(page, stage);
		cmpl_say(&page->report, ".");
	}
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_by(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return point_text(
		page, lead, "Who acts: ",
		complaint_policy_get_rule_text(policy_of(page), rule, reading, COMPLAINT_TEXT_BY));
}

static void say_notices(struct cmpl_page *page, uint32_t rule)
{
	size_t count = complaint_policy_rule_notice_count(policy_of(page), rule);

	for (size_t i = 0; i < count; i++) {
		cmpl_say(&page->report, i > 0 ? "; " : " ");
		cmpl_say(&page->report, words_of(page, complaint_policy_get_rule_notice(
							       policy_of(page), rule, i)));
	}
	cmpl_say(&page->report, ".");
}

bool cmpl_part_told(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	const struct complaint_policy *policy = policy_of(page);
	int32_t verb = complaint_policy_get_rule_verb(policy, rule);
	const char *whom =
		complaint_policy_get_rule_text(policy, rule, reading, COMPLAINT_TEXT_WHOM);
	bool ask = verb == COMPLAINT_VERB_ASK;

	if ((!ask && verb != COMPLAINT_VERB_TELL) || !whom)
		return false;
	cmpl_say(&page->report, lead);
	if (strcmp(whom, "resident") == 0 && complaint_policy_rule_notice_count(policy, rule) > 0) {
		cmpl_say(&page->report, "The ");
		cmpl_say(&page->report,
			 cmpl_notice_heading(
				 complaint_policy_get_rule_reading_strength(policy, rule, reading),
				 ask));
	} else {
		cmpl_say(&page->report, ask ? "Who is asked: " : "Who is told: ");
		cmpl_say(&page->report, whom);
		if (complaint_policy_rule_notice_count(policy, rule) > 0)
			cmpl_say(&page->report, ":");
	}
	say_notices(page, rule);
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_done_by(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	const char *event = complaint_policy_get_rule_name(policy_of(page), rule, reading,
							   COMPLAINT_NAME_DONE_BY);

	if (!event)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, "It is done once this has happened: \"");
	cmpl_say_name(&page->report, event);
	cmpl_say(&page->report, "\".");
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_earlier(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	const struct complaint_policy *policy = policy_of(page);

	if (complaint_policy_get_rule_kind(policy, rule) != COMPLAINT_RULE_EXTENSION)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, complaint_policy_do_earlier_extensions_count(policy, rule, reading)
					? "Earlier extensions count towards the limit."
					: "Earlier extensions do not count towards the limit.");
	cmpl_page_point(page);
	return true;
}

/* --- how days are counted ---------------------------------------------------- */

/* For each key and word of the format a sentence; `word` NULL: the word stands in it. */
static const struct {
	int32_t which;
	const char *word, *before, *after;
} countings[] = {
	{ COMPLAINT_COUNTING_CALENDAR, NULL, "Working days are those of the calendar \"", "\"." },
	{ COMPLAINT_COUNTING_TIME_ZONE, NULL, "Days and hours are those of ", "." },
	{ COMPLAINT_COUNTING_FIRST_DAY, "day-after-event", "The day after the event is day 1.",
	  "" },
	{ COMPLAINT_COUNTING_FIRST_DAY, "event-day", "The day of the event itself is day 1.", "" },
	{ COMPLAINT_COUNTING_EVENT_ON_CLOSED_DAY, "as-it-falls",
	  "An event counts on the day on which it falls, a closed day too.", "" },
	{ COMPLAINT_COUNTING_EVENT_ON_CLOSED_DAY, "next-working-day",
	  "What falls on a closed day counts as the next working day's.", "" },
	{ COMPLAINT_COUNTING_CUT_OFF, NULL, "What comes after ",
	  " counts as the next working day's." },
	{ COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY, "stays",
	  "A last day that is a closed day stays where it is.", "" },
	{ COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY, "next-working-day",
	  "A last day that is a closed day moves to the next working day.", "" },
	{ COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY, "previous-working-day",
	  "A last day that is a closed day moves to the working day before it.", "" },
	{ COMPLAINT_COUNTING_DAY_ENDS, "midnight", "A last day ends at midnight.", "" },
	{ COMPLAINT_COUNTING_DAY_ENDS, "close-of-business", "A last day ends at close of business.",
	  "" },
	{ COMPLAINT_COUNTING_CLOSE_OF_BUSINESS, NULL, "Close of business is ", "." },
};

#define WORD_ROOM 256

static bool find_word(const struct complaint_policy *policy, uint32_t rule, uint32_t reading,
		      int32_t which, char word[WORD_ROOM])
{
	word[0] = '\0';
	return complaint_policy_describe_counting(policy, rule, reading, which, word, WORD_ROOM) ==
		       COMPLAINT_OK &&
	       word[0] != '\0';
}

/* Those that a rule shares with its file are left out. */
static bool say_counting(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	const struct complaint_policy *policy = policy_of(page);
	char word[WORD_ROOM], shared[WORD_ROOM];
	bool any = false;

	for (size_t i = 0; i < sizeof(countings) / sizeof(countings[0]); i++) {
		int32_t which = countings[i].which;

		if (!find_word(policy, rule, reading, which, word) ||
		    (countings[i].word && strcmp(countings[i].word, word) != 0))
			continue;
		if (rule != COMPLAINT_NONE &&
		    find_word(policy, COMPLAINT_NONE, COMPLAINT_NONE, which, shared) &&
		    strcmp(word, shared) == 0)
			continue;
		cmpl_say(&page->report, any ? " " : lead);
		cmpl_say(&page->report, countings[i].before);
		cmpl_say(&page->report, countings[i].word ? "" : word);
		cmpl_say(&page->report, countings[i].after);
		any = true;
	}
	return any;
}

void cmpl_explain_counting(struct cmpl_page *page)
{
	if (say_counting(page, "", COMPLAINT_NONE, COMPLAINT_NONE))
		cmpl_page_paragraph(page);
}

bool cmpl_part_counting(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	struct cmpl_string before = { 0 };
	bool any;

	cmpl_string_add(&before, lead);
	cmpl_string_add(&before, "Counted otherwise here. ");
	any = say_counting(page, cmpl_string_text(&before), rule, reading);
	page->line.failed = page->line.failed || before.failed;
	cmpl_string_free(&before);
	if (any)
		cmpl_page_point(page);
	return any;
}
