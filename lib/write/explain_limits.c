/* SPDX-License-Identifier: MIT */
/* The parts of a rule that say what runs from when to when. */
#include "write/explain.h"

#include <string.h>

static const struct complaint_policy *policy_of(const struct cmpl_page *page)
{
	return page->report.policy;
}

static int32_t kind_of(const struct cmpl_page *page, uint32_t rule)
{
	return complaint_policy_get_rule_kind(policy_of(page), rule);
}

static bool has_anchor(const struct cmpl_page *page, uint32_t rule, uint32_t reading, int32_t which)
{
	return complaint_policy_describe_anchor(policy_of(page), rule, reading, which, NULL, 0,
						NULL) == COMPLAINT_OK;
}

/* 0 when there is no such limit. */
static int32_t unit_of(const struct cmpl_page *page, uint32_t rule, uint32_t reading, int32_t which)
{
	int32_t amount = 0, unit = 0;

	if (complaint_policy_get_rule_limit(policy_of(page), rule, reading, which, &amount,
					    &unit) != COMPLAINT_OK)
		return 0;
	return unit;
}

/* " after "x"": nothing when there is no such anchor. */
static void say_after(struct cmpl_page *page, const char *words, uint32_t rule, uint32_t reading,
		      int32_t which)
{
	if (!has_anchor(page, rule, reading, which))
		return;
	cmpl_say(&page->report, words);
	cmpl_say_anchor(&page->report, rule, reading, which);
}

bool cmpl_part_starts(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	if (!has_anchor(page, rule, reading, COMPLAINT_ANCHOR_STARTS))
		return false;
	cmpl_say(&page->report, lead);
	say_after(page, "It starts with ", rule, reading, COMPLAINT_ANCHOR_STARTS);
	cmpl_say(&page->report, ".");
	cmpl_page_point(page);
	return true;
}

/* A sentence that ends in the name of an event. */
static bool point_event(struct cmpl_page *page, const char *lead, const char *words, uint32_t rule,
			uint32_t reading, int32_t which)
{
	const char *event = complaint_policy_get_rule_name(policy_of(page), rule, reading, which);

	if (!event)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, words);
	cmpl_say(&page->report, "\"");
	cmpl_say_name(&page->report, event);
	cmpl_say(&page->report, "\".");
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_ends(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return point_event(page, lead, "It ends with ", rule, reading, COMPLAINT_NAME_ENDS);
}

/* --- a duty ------------------------------------------------------------------ */

/* " within 10 working days of "complaint logged"", also of a window's end. */
static void say_within(struct cmpl_page *page, uint32_t rule, uint32_t reading)
{
	int32_t unit = unit_of(page, rule, reading, COMPLAINT_LIMIT_WITHIN);
	bool of_day =
		unit == COMPLAINT_UNIT_NEXT_WORKING_DAY || unit == COMPLAINT_UNIT_NEXT_CALENDAR_DAY;
	bool counted = unit != 0 && unit <= COMPLAINT_UNIT_YEARS;

	if (unit != 0) {
		cmpl_say(&page->report, of_day ? " by " : counted ? " within " : " ");
		cmpl_say_limit(&page->report, rule, reading, COMPLAINT_LIMIT_WITHIN);
	}
	say_after(page, counted ? " of " : " after ", rule, reading, COMPLAINT_ANCHOR_AFTER);
}

bool cmpl_part_limit(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t unit = unit_of(page, rule, reading, COMPLAINT_LIMIT_WITHIN);
	int32_t strength =
		complaint_policy_get_rule_reading_strength(policy_of(page), rule, reading);
	const char *whom =
		complaint_policy_get_rule_text(policy_of(page), rule, reading, COMPLAINT_TEXT_WHOM);
	bool resident = whom && strcmp(whom, "resident") == 0 &&
			complaint_policy_rule_notice_count(policy_of(page), rule) > 0;
	bool any = unit != 0 || has_anchor(page, rule, reading, COMPLAINT_ANCHOR_AFTER) ||
		   has_anchor(page, rule, reading, COMPLAINT_ANCHOR_BEFORE);
	const char *words, *end;

	/* Of what the resident is only told or asked, the sentence on that says how strongly. */
	if (kind_of(page, rule) != COMPLAINT_RULE_DUTY || (!any && !*lead && resident))
		return false;
	words = cmpl_duty_strength(strength, &end);
	cmpl_say(&page->report, lead);
	cmpl_page_open(page, CMPL_MARK_STRONG);
	cmpl_say(&page->report, words);
	say_within(page, rule, reading);
	say_after(page, " before ", rule, reading, COMPLAINT_ANCHOR_BEFORE);
	cmpl_say(&page->report, end);
	cmpl_page_close(page, CMPL_MARK_STRONG);
	if (unit == COMPLAINT_UNIT_IMMEDIATELY || unit == COMPLAINT_UNIT_AS_SOON_AS_POSSIBLE)
		cmpl_say(&page->report, " That is no date.");
	cmpl_page_point(page);
	return true;
}

/* --- a tier ------------------------------------------------------------------ */

static const char *tier_strength(int32_t strength)
{
	switch (strength) {
	case COMPLAINT_STRENGTH_SHOULD: return " The policy says \"should\".";
	case COMPLAINT_STRENGTH_AIM: return " The policy calls it an aim.";
	case COMPLAINT_STRENGTH_NORMALLY: return " So much is usual.";
	case COMPLAINT_STRENGTH_MAY: return " It may be, if that is wanted.";
	default: return "";
	}
}

bool cmpl_part_reach(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t added = unit_of(page, rule, reading, COMPLAINT_LIMIT_UP_TO);
	int32_t in_all = unit_of(page, rule, reading, COMPLAINT_LIMIT_IN_ALL);

	if (!added && !in_all)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_page_open(page, CMPL_MARK_STRONG);
	if (in_all) {
		cmpl_say(&page->report, "In all it may take ");
		cmpl_say_limit(&page->report, rule, reading, COMPLAINT_LIMIT_IN_ALL);
		cmpl_say(&page->report, ", counted from the same day as the limit itself.");
	} else if (added == COMPLAINT_UNIT_NO_LIMIT) {
		cmpl_say(&page->report, "There is no limit to the time that may be added.");
	} else {
		cmpl_say(&page->report, "Up to ");
		cmpl_say_limit(&page->report, rule, reading, COMPLAINT_LIMIT_UP_TO);
		cmpl_say(&page->report, " may be added.");
	}
	cmpl_page_close(page, CMPL_MARK_STRONG);
	cmpl_say(&page->report, tier_strength(complaint_policy_get_rule_reading_strength(
					policy_of(page), rule, reading)));
	cmpl_page_point(page);
	return true;
}

/* --- a window ---------------------------------------------------------------- */

bool cmpl_part_opens(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	if (kind_of(page, rule) != COMPLAINT_RULE_WINDOW)
		return false;
	cmpl_say(&page->report, lead);
	if (!has_anchor(page, rule, reading, COMPLAINT_ANCHOR_OPENS)) {
		cmpl_say(&page->report, "It is open at any time.");
	} else {
		cmpl_say(&page->report, "It opens ");
		if (unit_of(page, rule, reading, COMPLAINT_LIMIT_WAIT) != 0) {
			cmpl_say(&page->report, "after a wait of ");
			cmpl_say_limit(&page->report, rule, reading, COMPLAINT_LIMIT_WAIT);
			cmpl_say(&page->report, " from ");
		} else {
			cmpl_say(&page->report, "with ");
		}
		cmpl_say_anchor(&page->report, rule, reading, COMPLAINT_ANCHOR_OPENS);
		cmpl_say(&page->report, ".");
	}
	cmpl_page_item(page);
	cmpl_explain_opens_unless(page, rule, reading);
	cmpl_page_item_end(page);
	return true;
}

bool cmpl_part_closes(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	int32_t strength =
		complaint_policy_get_rule_reading_strength(policy_of(page), rule, reading);

	if (kind_of(page, rule) != COMPLAINT_RULE_WINDOW)
		return false;
	cmpl_say(&page->report, lead);
	if (unit_of(page, rule, reading, COMPLAINT_LIMIT_WITHIN) == 0) {
		cmpl_say(&page->report, "The policy sets no end to it.");
	} else {
		cmpl_page_open(page, CMPL_MARK_STRONG);
		cmpl_say(&page->report, "It must be used");
		say_within(page, rule, reading);
		cmpl_say(&page->report, ".");
		cmpl_page_close(page, CMPL_MARK_STRONG);
	}
	cmpl_say(&page->report, cmpl_window_strength(strength));
	cmpl_page_point(page);
	return true;
}

bool cmpl_part_used_by(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	return point_event(page, lead, "It is used by ", rule, reading, COMPLAINT_NAME_USED_BY);
}

bool cmpl_part_if_late(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading)
{
	const char *record = complaint_policy_get_rule_name(policy_of(page), rule, reading,
							    COMPLAINT_NAME_IF_LATE);
	const char *words = complaint_policy_get_words(policy_of(page), record ? record : "",
						       COMPLAINT_NUL_TERMINATED);

	if (!record)
		return false;
	cmpl_say(&page->report, lead);
	cmpl_say(&page->report, "Used later, it is recorded as ");
	cmpl_say(&page->report, words ? words : record);
	cmpl_say(&page->report, ".");
	cmpl_page_point(page);
	return true;
}
