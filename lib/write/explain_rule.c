/* SPDX-License-Identifier: MIT */
/* Any rule, told part by part; and its readings, told by the same parts. */
#include "write/explain.h"

#include "policy/view.h"
#include "policy/words.h"

/*
 * In the order of telling. A reading that changes one of the keys tells the part from both sides.
 */
static const struct {
	cmpl_part say;
	uint32_t changes;   /* CMPL_CHANGES_* */
	const char *absent; /* the sentence for a side that has no such part */
} parts[] = {
	{ cmpl_part_effect, CMPL_CHANGES_EFFECT, "" },
	{ cmpl_part_choice, CMPL_CHANGES_STRENGTH, "" },
	{ cmpl_part_grounds, CMPL_CHANGES_GROUNDS, "" },
	{ cmpl_part_starts, CMPL_CHANGES_STARTS, "" },
	{ cmpl_part_ends, CMPL_CHANGES_ENDS, "" },
	{ cmpl_part_limit,
	  CMPL_CHANGES_STRENGTH | CMPL_CHANGES_WITHIN | CMPL_CHANGES_AFTER | CMPL_CHANGES_BEFORE,
	  "" },
	{ cmpl_part_reach, CMPL_CHANGES_STRENGTH | CMPL_CHANGES_UP_TO | CMPL_CHANGES_IN_ALL, "" },
	{ cmpl_part_needs, CMPL_CHANGES_NEEDS, "" },
	{ cmpl_part_earlier, CMPL_CHANGES_EARLIER_EXTENSIONS, "" },
	{ cmpl_part_opens, CMPL_CHANGES_OPENS, "" },
	{ cmpl_part_closes, CMPL_CHANGES_STRENGTH | CMPL_CHANGES_CLOSES, "" },
	{ cmpl_part_told, 0, "" },
	{ cmpl_part_when, CMPL_CHANGES_WHEN, "There is no condition." },
	{ cmpl_part_unless, CMPL_CHANGES_UNLESS, "There is no exception." },
	{ cmpl_part_part, CMPL_CHANGES_PART, "This takes the whole of it." },
	{ cmpl_part_treat_as, CMPL_CHANGES_TREAT_AS, "It is not recorded as something else." },
	{ cmpl_part_starts_at, CMPL_CHANGES_STARTS_AT, "" },
	{ cmpl_part_refer_to, CMPL_CHANGES_REFER_TO, "The resident is not referred elsewhere." },
	{ cmpl_part_factors, 0, "" },
	{ cmpl_part_tested_at, CMPL_CHANGES_TESTED_AT, "" },
	{ cmpl_part_by, 0, "" },
	{ cmpl_part_done_by, 0, "" },
	{ cmpl_part_used_by, 0, "" },
	{ cmpl_part_if_late, CMPL_CHANGES_IF_LATE, "The policy does not say what a later use is." },
	{ cmpl_part_counting, CMPL_CHANGES_COUNTING, "Counted as in the rest of the file." },
};
#define PARTS (sizeof(parts) / sizeof(parts[0]))

static const struct complaint_policy *policy_of(const struct cmpl_page *page)
{
	return page->report.policy;
}

void cmpl_explain_says(struct cmpl_page *page, uint32_t rule)
{
	const char *clause = complaint_policy_get_rule_clause(policy_of(page), rule);

	cmpl_say(&page->report, complaint_policy_get_rule_says(policy_of(page), rule));
	cmpl_say(&page->report, " ");
	cmpl_page_mark(page, CMPL_MARK_CLAUSE, clause);
	cmpl_say(&page->report, clause && *clause ? " " : "");
	cmpl_page_mark(page, CMPL_MARK_ID, complaint_policy_get_rule_id(policy_of(page), rule));
}

/* "second working day": the name of a rule in words. */
void cmpl_explain_link(struct cmpl_page *page, uint32_t rule)
{
	const char *id = cmpl_rule_name(policy_of(page), rule);
	struct cmpl_string words = { 0 }, *line = page->report.out;

	page->report.out = &words;
	cmpl_say_name(&page->report, id);
	page->report.out = line;
	cmpl_page_link(page, "rule", id, cmpl_string_text(&words));
	page->line.failed = page->line.failed || words.failed;
	cmpl_string_free(&words);
}

/* --- what stands beside a rule ------------------------------------------------ */

static void put_in_force(struct cmpl_page *page, uint32_t rule)
{
	uint32_t number = policy_of(page)->rules[rule].in_force;
	const struct cmpl_span *span;

	if (number == CMPL_NONE)
		return;
	span = &policy_of(page)->spans[number];
	cmpl_say(&page->report, "This rule alone is ");
	cmpl_say_span(&page->report, span->from, span->until,
		      (span->from_month ? 1 : 0) | (span->until_month ? 2 : 0));
	cmpl_say(&page->report, ".");
	cmpl_page_point(page);
}

static void put_source(struct cmpl_page *page, uint32_t rule)
{
	const char *source = complaint_policy_get_rule_source(policy_of(page), rule);

	if (!source)
		return;
	cmpl_page_open(page, CMPL_MARK_QUIET);
	cmpl_say(&page->report, "Source: ");
	cmpl_say(&page->report, source);
	cmpl_say(&page->report, " (");
	cmpl_say(&page->report,
		 cmpl_word_sure(complaint_policy_get_rule_sure(policy_of(page), rule)));
	cmpl_say(&page->report, ").");
	cmpl_page_close(page, CMPL_MARK_QUIET);
	cmpl_page_point(page);
}

void cmpl_explain_left_open(struct cmpl_page *page, const char *gap)
{
	cmpl_page_open(page, CMPL_MARK_GAP);
	cmpl_say_left_open(&page->report, gap);
	cmpl_page_close(page, CMPL_MARK_GAP);
	cmpl_page_point(page);
}

static void put_conflict(struct cmpl_page *page, uint32_t rule, size_t index)
{
	uint32_t other = complaint_policy_get_rule_conflict_rule(policy_of(page), rule, index);

	cmpl_page_open(page, CMPL_MARK_GAP);
	cmpl_say_conflict(&page->report, rule, index);
	cmpl_page_close(page, CMPL_MARK_GAP);
	if (other != COMPLAINT_NONE) {
		cmpl_say(&page->report, " See \"");
		cmpl_explain_link(page, other);
		cmpl_say(&page->report, "\".");
	}
	cmpl_page_point(page);
}

static void put_gaps(struct cmpl_page *page, uint32_t rule)
{
	const struct complaint_policy *policy = policy_of(page);
	size_t open = complaint_policy_rule_left_open_count(policy, rule);
	size_t conflicts = complaint_policy_rule_conflict_count(policy, rule);

	put_in_force(page, rule);
	if (complaint_policy_get_rule_superseded(policy, rule, NULL)) {
		cmpl_page_open(page, CMPL_MARK_GAP);
		cmpl_say_no_longer_law(&page->report, rule);
		cmpl_page_close(page, CMPL_MARK_GAP);
		cmpl_page_point(page);
	}
	for (size_t i = 0; i < open; i++)
		cmpl_explain_left_open(page, complaint_policy_get_rule_left_open(policy, rule, i));
	for (size_t i = 0; i < conflicts; i++)
		put_conflict(page, rule, i);
	put_source(page, rule);
}

/* --- readings ------------------------------------------------------------------- */

static void put_side(struct cmpl_page *page, const char *lead, size_t part, uint32_t rule,
		     uint32_t reading)
{
	if (parts[part].say(page, lead, rule, reading) || !*parts[part].absent)
		return;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, parts[part].absent);
	cmpl_page_point(page);
}

static void put_tiers(struct cmpl_page *page, const char *lead, struct cmpl_range tiers)
{
	cmpl_say(&page->report, lead);
	cmpl_page_item(page);
	cmpl_page_list(page);
	cmpl_explain_tiers(page, tiers);
	cmpl_page_list_end(page);
	cmpl_page_item_end(page);
}

static void put_reading(struct cmpl_page *page, uint32_t rule, uint32_t reading)
{
	const struct complaint_policy *policy = policy_of(page);
	const struct cmpl_reading *about =
		&policy->readings[policy->rules[rule].readings.first + reading];
	const struct cmpl_extension *extension = cmpl_view_extension(policy, rule, reading);

	cmpl_page_open(page, CMPL_MARK_READING);
	cmpl_say_reading(&page->report, rule, cmpl_policy_text(policy, about->label));
	cmpl_page_close(page, CMPL_MARK_READING);
	cmpl_say(&page->report, " ");
	cmpl_page_mark(page, CMPL_MARK_ID, cmpl_policy_text(policy, about->label));
	cmpl_page_item(page);
	cmpl_page_list(page);
	for (size_t part = 0; part < PARTS; part++) {
		if (!(about->changes & parts[part].changes))
			continue;
		put_side(page, "The policy file's choice: ", part, rule, COMPLAINT_NONE);
		put_side(page, "Read so: ", part, rule, reading);
	}
	if (extension && (about->changes & CMPL_CHANGES_TIERS))
		put_tiers(page, "Read so, these are the steps:", extension->tiers);
	cmpl_page_list_end(page);
	cmpl_page_item_end(page);
}

void cmpl_explain_parts(struct cmpl_page *page, uint32_t rule)
{
	size_t readings = complaint_policy_rule_reading_count(policy_of(page), rule);

	for (size_t part = 0; part < PARTS; part++)
		parts[part].say(page, "", rule, COMPLAINT_NONE);
	put_gaps(page, rule);
	for (size_t i = 0; i < readings; i++)
		put_reading(page, rule, (uint32_t)i);
}

/* --- rules below rules ------------------------------------------------------------ */

static void put_rule(struct cmpl_page *page, uint32_t rule)
{
	cmpl_explain_says(page, rule);
	cmpl_page_item_at(page, "rule", complaint_policy_get_rule_id(policy_of(page), rule));
	cmpl_page_list(page);
	cmpl_explain_parts(page, rule);
}

void cmpl_explain_duties(struct cmpl_page *page, const char *lead, struct cmpl_range duties)
{
	if (duties.count == 0)
		return;
	if (*lead) {
		cmpl_say(&page->report, lead);
		cmpl_page_item(page);
		cmpl_page_list(page);
	}
	for (uint32_t i = 0; i < duties.count; i++) {
		put_rule(page, policy_of(page)->duties[duties.first + i].rule);
		cmpl_page_list_end(page);
		cmpl_page_item_end(page);
	}
	if (*lead) {
		cmpl_page_list_end(page);
		cmpl_page_item_end(page);
	}
}

void cmpl_explain_tiers(struct cmpl_page *page, struct cmpl_range tiers)
{
	for (uint32_t i = 0; i < tiers.count; i++) {
		const struct cmpl_tier *tier = &policy_of(page)->tiers[tiers.first + i];

		put_rule(page, tier->rule);
		cmpl_explain_duties(page, "It brings this with it:", tier->duties);
		cmpl_explain_duties(page,
				    "When something that it needs is missing:", tier->otherwise);
		cmpl_page_list_end(page);
		cmpl_page_item_end(page);
	}
}
