/* SPDX-License-Identifier: MIT */
#include <complaint/rules.h>
#include <complaint/vocabulary.h>

#include <stdlib.h>
#include <string.h>

#include "policy/policy.h"

#include "small.h"

static struct complaint_policy *policy;

static uint32_t rule(const char *id)
{
	return complaint_policy_find_rule(policy, id, COMPLAINT_NUL_TERMINATED);
}

/* A rule without an id, by kind. */
static uint32_t rule_of_kind(int32_t kind)
{
	for (uint32_t i = 0; i < complaint_policy_rule_count(policy); i++)
		if (complaint_policy_get_rule_kind(policy, i) == kind)
			return i;
	return COMPLAINT_NONE;
}

static void test_document(void)
{
	static const struct {
		const char *name;
		int32_t which;
		const char *want;
	} rows[] = {
		{ "who issued it", COMPLAINT_DOCUMENT_ISSUED_BY, "Example Homes" },
		{ "its title", COMPLAINT_DOCUMENT_TITLE, "Complaints Policy" },
		{ "its owner", COMPLAINT_DOCUMENT_OWNER, "Head of Complaints" },
		{ "when it was approved", COMPLAINT_DOCUMENT_APPROVED, "2022-07" },
		{ "what the file does not say", COMPLAINT_DOCUMENT_REVIEW_BY, NULL },
		{ "which norm it follows: none", COMPLAINT_DOCUMENT_FOLLOWS, NULL },
		{ "what chooses it", COMPLAINT_DOCUMENT_CHOSEN_BY, "complaint-received" },
		{ "no such text", 99, NULL },
	};
	complaint_day from, until, wanted;
	int32_t months;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		test_case("document: %s", rows[i].name);
		CHECK_TEXT(complaint_policy_get_document_text(policy, rows[i].which), rows[i].want);
	}
	test_case("document: its names and its span");
	CHECK_TEXT(complaint_policy_get_id(policy), "example-homes/2022-08");
	CHECK_TEXT(complaint_policy_get_landlord(policy), "example-homes");
	CHECK_NUMBER(complaint_policy_get_kind(policy), COMPLAINT_POLICY);
	CHECK_NUMBER(complaint_policy_get_chosen_by(policy), COMPLAINT_EVENT_COMPLAINT_RECEIVED);
	CHECK_STATUS(complaint_policy_get_in_force(policy, &from, &until, &months), COMPLAINT_OK);
	CHECK_STATUS(complaint_day_from_text("2022-08-01", 10, &wanted), COMPLAINT_OK);
	CHECK_NUMBER(from, wanted);
	CHECK_STATUS(complaint_day_from_text("2023-07-15", 10, &wanted), COMPLAINT_OK);
	CHECK_NUMBER(until, wanted);
	CHECK_NUMBER(months, 1);
	CHECK_STATUS(complaint_policy_get_in_force(policy, NULL, NULL, NULL), COMPLAINT_OK);

	test_case("document: what it leaves open and is silent on");
	CHECK_NUMBER(complaint_policy_left_open_count(policy), 1);
	CHECK_TEXT(complaint_policy_get_left_open(policy, 0), "Where it begins.");
	CHECK_TEXT(complaint_policy_get_left_open(policy, 1), NULL);
	CHECK_NUMBER(complaint_policy_silent_on_count(policy), 2);
	CHECK_TEXT(complaint_policy_get_silent_on(policy, 1), "Behaviour.");
	CHECK_TEXT(complaint_policy_get_silent_on(policy, 2), NULL);

	test_case("document: its calendars");
	CHECK_NUMBER(complaint_policy_calendar_count(policy), 1);
	CHECK_TEXT(complaint_policy_get_calendar_name(policy, 0), "england-and-wales");
	CHECK(complaint_policy_get_calendar(policy, 0) != NULL);
	CHECK(!complaint_policy_get_calendar(policy, 1));
	CHECK(!complaint_policy_get_calendar_name(policy, 1));
}

static void test_rules(void)
{
	complaint_day from, until, wanted;

	test_case("a rule: kind, clause, words, strength, owner, line");
	CHECK_NUMBER(complaint_policy_get_rule_kind(policy, rule("too-old")),
		     COMPLAINT_RULE_EXCLUSION);
	CHECK_TEXT(complaint_policy_get_rule_id(policy, rule("too-old")), "too-old");
	CHECK_TEXT(complaint_policy_get_rule_clause(policy, rule("too-old")), "2.2");
	CHECK_TEXT(complaint_policy_get_rule_says(policy, rule("too-old")),
		   "It happened too long ago.");
	CHECK_NUMBER(complaint_policy_get_rule_strength(policy, rule("call-first")),
		     COMPLAINT_STRENGTH_AIM);
	CHECK_NUMBER(complaint_policy_get_rule_strength(policy, rule("respond-stage-1")),
		     COMPLAINT_STRENGTH_MUST);
	CHECK_NUMBER(complaint_policy_get_rule_owner(policy, rule("respond-stage-1")),
		     rule("stage-1"));
	CHECK_NUMBER(complaint_policy_get_rule_owner(policy, rule("too-old")), COMPLAINT_NONE);
	CHECK(complaint_policy_get_rule_line(policy, rule("too-old")) > 40);
	CHECK_TEXT(complaint_policy_get_rule_source(policy, rule("too-old")), NULL);
	CHECK_NUMBER(complaint_policy_get_rule_sure(policy, rule("too-old")), 0);

	test_case("a rule without an id is not found by an empty one");
	CHECK_NUMBER(rule(""), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_policy_find_rule(policy, "too-old-x", 7), rule("too-old"));
	CHECK_NUMBER(rule("too-ol"), COMPLAINT_NONE);
	CHECK_TEXT(complaint_policy_get_rule_id(policy, rule_of_kind(COMPLAINT_RULE_EXTENSION)),
		   NULL);
	CHECK_NUMBER(complaint_policy_get_rule_owner(policy, rule("usual-stage-1")),
		     rule_of_kind(COMPLAINT_RULE_EXTENSION));

	test_case("a rule: its own span, and that it is no longer the law");
	CHECK_STATUS(complaint_policy_get_rule_in_force(policy, rule("many-things"), &from, &until),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_day_from_text("2022-09-01", 10, &wanted), COMPLAINT_OK);
	CHECK_NUMBER(from, wanted);
	CHECK_NUMBER(until, INT32_MAX);
	CHECK_STATUS(complaint_policy_get_rule_in_force(policy, rule("too-old"), &from, &until),
		     COMPLAINT_ERR_NOT_FOUND);
	CHECK_TEXT(complaint_policy_get_rule_superseded(policy, rule("many-things"), &from),
		   "The law changed.");
	CHECK_STATUS(complaint_day_from_text("2023-01-01", 10, &wanted), COMPLAINT_OK);
	CHECK_NUMBER(from, wanted);
	CHECK_TEXT(complaint_policy_get_rule_superseded(policy, rule("too-old"), NULL), NULL);

	test_case("a rule: what it leaves open, and what it conflicts with");
	CHECK_NUMBER(complaint_policy_rule_left_open_count(policy, rule("too-old")), 1);
	CHECK_TEXT(complaint_policy_get_rule_left_open(policy, rule("too-old"), 0), "How old.");
	CHECK_TEXT(complaint_policy_get_rule_left_open(policy, rule("too-old"), 1), NULL);
	CHECK_NUMBER(complaint_policy_rule_conflict_count(policy, rule("too-old")), 1);
	CHECK_TEXT(complaint_policy_get_rule_conflict_clause(policy, rule("too-old"), 0), "7");
	CHECK_TEXT(complaint_policy_get_rule_conflict_says(policy, rule("too-old"), 0),
		   "Clause 7 says nothing of it.");
	CHECK_NUMBER(complaint_policy_get_rule_conflict_rule(policy, rule("too-old"), 0),
		     rule("many-things"));
	CHECK_NUMBER(complaint_policy_get_rule_conflict_rule(policy, rule("too-old"), 1),
		     COMPLAINT_NONE);
}

static void test_readings(void)
{
	uint32_t old = rule("too-old"), extension = rule_of_kind(COMPLAINT_RULE_EXTENSION);
	int32_t amount, unit;

	test_case("a reading: its texts");
	CHECK_NUMBER(complaint_policy_rule_reading_count(policy, old), 1);
	CHECK_TEXT(complaint_policy_get_rule_reading_text(policy, old, 0, COMPLAINT_READING_LABEL),
		   "a-year");
	CHECK_TEXT(complaint_policy_get_rule_reading_text(policy, old, 0, COMPLAINT_READING_WORDS),
		   "a long time");
	CHECK_TEXT(complaint_policy_get_rule_reading_text(policy, old, 0, COMPLAINT_READING_SAYS),
		   "A year.");
	CHECK_TEXT(complaint_policy_get_rule_reading_text(policy, old, 0, COMPLAINT_READING_CLAUSE),
		   "9");
	CHECK_TEXT(complaint_policy_get_rule_reading_text(policy, old, 1, COMPLAINT_READING_LABEL),
		   NULL);
	CHECK_TEXT(complaint_policy_get_rule_reading_text(policy, old, 0, 9), NULL);

	test_case("a reading changes what it says and keeps the rest");
	CHECK_NUMBER(complaint_policy_get_rule_effect(policy, old, COMPLAINT_NONE),
		     COMPLAINT_EFFECT_REFER_FOR_DECISION);
	CHECK_NUMBER(complaint_policy_get_rule_effect(policy, old, 0), COMPLAINT_EFFECT_EXCLUDE);
	CHECK_NUMBER(complaint_policy_get_rule_effect(policy, old, 1), 0);
	CHECK_TEXT(complaint_policy_get_rule_text(policy, old, 0, COMPLAINT_TEXT_REFER_TO),
		   "the council");
	CHECK_NUMBER(
		complaint_policy_do_earlier_extensions_count(policy, extension, COMPLAINT_NONE), 0);
	CHECK_NUMBER(complaint_policy_do_earlier_extensions_count(policy, extension, 0), 1);
	CHECK_STATUS(complaint_policy_get_rule_limit(policy, rule("respond-stage-1"), 0,
						     COMPLAINT_LIMIT_WITHIN, &amount, &unit),
		     COMPLAINT_OK);
	CHECK_NUMBER(amount, 10);
	CHECK_NUMBER(unit, COMPLAINT_UNIT_CALENDAR_DAYS);

	test_case("a reading has the strength of its rule, unless it changes it");
	CHECK_NUMBER(complaint_policy_get_rule_reading_strength(policy, rule("straight-to-two"),
								COMPLAINT_NONE),
		     COMPLAINT_STRENGTH_MAY);
	CHECK_NUMBER(complaint_policy_get_rule_reading_strength(policy, rule("call-first"), 0),
		     COMPLAINT_STRENGTH_MUST);
	CHECK_NUMBER(complaint_policy_get_rule_reading_strength(policy, rule("call-first"), 1), 0);

	test_case("a stage's readings are found with its extension's");
	CHECK(cmpl_policy_find_reading(policy, rule("stage-1"), "they-count", 10) != CMPL_NONE);
	CHECK_NUMBER(cmpl_policy_find_reading(policy, rule("stage-2"), "they-count", 10),
		     CMPL_NONE);
	CHECK_NUMBER(cmpl_policy_find_reading(policy, old, "a-yea", 5), CMPL_NONE);
	CHECK_NUMBER(cmpl_policy_find_reading(policy, CMPL_NONE, "a-year", 6), CMPL_NONE);
}

static void test_names(void)
{
	static const struct {
		int32_t which;
		const char *want;
	} counted[] = {
		{ COMPLAINT_COUNTING_CALENDAR, "england-and-wales" },
		{ COMPLAINT_COUNTING_TIME_ZONE, "Europe/London" },
		{ COMPLAINT_COUNTING_FIRST_DAY, "day-after-event" },
		{ COMPLAINT_COUNTING_EVENT_ON_CLOSED_DAY, "as-it-falls" },
		{ COMPLAINT_COUNTING_CUT_OFF, "16:30" },
		{ COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY, "stays" },
		{ COMPLAINT_COUNTING_DAY_ENDS, "midnight" },
		{ COMPLAINT_COUNTING_CLOSE_OF_BUSINESS, "" },
	};
	char text[64];

	test_case("questions come in the policy's own words where it has them");
	CHECK_TEXT(complaint_policy_get_question(policy, "issue-ongoing", COMPLAINT_NUL_TERMINATED),
		   "Does it go on?");
	CHECK_TEXT(complaint_policy_get_question(policy, "pet-involved", COMPLAINT_NUL_TERMINATED),
		   "Is a pet part of it?");
	CHECK_TEXT(complaint_policy_get_question(policy, "visit-made", 10), "When was the visit?");
	CHECK_TEXT(
		complaint_policy_get_question(policy, "issue-arose", 11),
		complaint_vocabulary_get_words(COMPLAINT_LIST_EVENTS, COMPLAINT_EVENT_ISSUE_AROSE));
	CHECK_TEXT(complaint_policy_get_question(policy, "reasons", 7), NULL);
	CHECK_TEXT(complaint_policy_get_words(policy, "visit-times", 11), "when we can come");
	CHECK_TEXT(complaint_policy_get_words(policy, "stage-2", 7), "a review at stage 2");
	CHECK_TEXT(complaint_policy_get_words(policy, "issue-ongoing", 13), NULL);

	test_case("names of its own");
	CHECK_NUMBER(complaint_policy_own_name_count(policy, COMPLAINT_LIST_FACTS), 3);
	CHECK_TEXT(complaint_policy_get_own_name(policy, COMPLAINT_LIST_FACTS, 2), "rooms");
	CHECK_TEXT(complaint_policy_get_own_name(policy, COMPLAINT_LIST_FACTS, 3), NULL);
	CHECK_NUMBER(complaint_policy_own_name_count(policy, 0), 0);
	CHECK_NUMBER(complaint_policy_own_name_count(policy, 6), 0);
	CHECK_NUMBER(complaint_policy_get_fact_type(policy, "rooms", 5), COMPLAINT_TYPE_NUMBER);
	CHECK_NUMBER(complaint_policy_get_fact_type(policy, "visit-made", 10), 0);
	CHECK_NUMBER(complaint_policy_get_name_silence(policy, "pet-involved", 12),
		     COMPLAINT_FALSE);
	CHECK_NUMBER(complaint_policy_get_name_silence(policy, "visit-made", 10), COMPLAINT_FALSE);
	CHECK_NUMBER(complaint_policy_get_name_silence(policy, "rooms", 5),
		     COMPLAINT_TRUTH_NOT_GIVEN);
	CHECK_TEXT(complaint_policy_get_fact_value(policy, "block", 5, 2), "tower");
	CHECK_TEXT(complaint_policy_get_fact_value(policy, "block", 5, 3), NULL);
	CHECK_TEXT(complaint_policy_get_fact_value(policy, "tenure", 6, 1), "leaseholder");

	test_case("how days are counted when the file does not say");
	for (size_t i = 0; i < COUNT_OF(counted); i++) {
		CHECK_STATUS(complaint_policy_describe_counting(policy, COMPLAINT_NONE,
								COMPLAINT_NONE, counted[i].which,
								text, sizeof(text)),
			     COMPLAINT_OK);
		CHECK_TEXT(text, counted[i].want);
	}

	test_case("how days are counted, in the file and in a rule");
	CHECK_STATUS(complaint_policy_describe_counting(policy, COMPLAINT_NONE, COMPLAINT_NONE,
							COMPLAINT_COUNTING_CUT_OFF, text,
							sizeof(text)),
		     COMPLAINT_OK);
	CHECK_TEXT(text, "16:30");
	CHECK_STATUS(complaint_policy_describe_counting(
			     policy, rule("respond-stage-1"), COMPLAINT_NONE,
			     COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY, text, sizeof(text)),
		     COMPLAINT_OK);
	CHECK_TEXT(text, "next-working-day");
	CHECK_STATUS(complaint_policy_describe_counting(
			     policy, rule("respond-stage-2"), COMPLAINT_NONE,
			     COMPLAINT_COUNTING_DUE_ON_CLOSED_DAY, text, sizeof(text)),
		     COMPLAINT_OK);
	CHECK_TEXT(text, "stays");
	CHECK_STATUS(complaint_policy_describe_counting(policy, COMPLAINT_NONE, COMPLAINT_NONE,
							COMPLAINT_COUNTING_CALENDAR, text, 17),
		     COMPLAINT_ERR_BAD_ARGUMENT);
}

static void test_null(void)
{
	test_case("NULL is an empty policy");
	CHECK_NUMBER(complaint_policy_rule_count(NULL), 0);
	CHECK_NUMBER(complaint_policy_find_rule(NULL, "a", 1), COMPLAINT_NONE);
	CHECK_NUMBER(complaint_policy_find_rule(policy, NULL, 1), COMPLAINT_NONE);
	CHECK(!complaint_policy_get_id(NULL));
	CHECK(!complaint_policy_get_landlord(NULL));
	CHECK_NUMBER(complaint_policy_get_kind(NULL), 0);
	CHECK_NUMBER(complaint_policy_get_chosen_by(NULL), COMPLAINT_NONE);
	CHECK_STATUS(complaint_policy_get_in_force(NULL, NULL, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_describe_term(NULL, 0, NULL, 0, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_describe_term(policy, 0, NULL, 5, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_describe_term(policy, policy->terms_count, NULL, 0, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_describe_counting(NULL, 0, 0, 1, NULL, 0),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_describe_counting(policy, 0, 0, 1, NULL, 9),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_describe_anchor(policy, rule("stage-2"), COMPLAINT_NONE,
						      COMPLAINT_ANCHOR_STARTS, NULL, 9, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK(!complaint_policy_get_question(NULL, "a", 1));
	CHECK(!complaint_policy_get_question(policy, NULL, 1));
	CHECK(!complaint_policy_get_words(policy, NULL, 0));
	complaint_policy_free(NULL);
}

int main(void)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_policy *second;
	char *text;

	complaint_diagnostics_new(&diags);
	test_case("the small policy loads without a word");
	CHECK_STATUS(complaint_policy_load_file(test_source("tests/unit/small_policy.yaml"),
						&policy, diags),
		     COMPLAINT_OK);
	text = test_diagnostics_text(diags);
	CHECK_TEXT(text, "");
	free(text);
	complaint_diagnostics_free(diags);
	if (policy) {
		/* One handle is given back: the other keeps everything. */
		second = cmpl_policy_take(policy);
		complaint_policy_free(second);
		test_document();
		test_rules();
		test_readings();
		test_names();
		test_null();
	}
	complaint_policy_free(policy);
	return test_finish();
}
