/* SPDX-License-Identifier: MIT */
/* What the rules of a policy hold: names, texts, limits, anchors, conditions. */
#include <complaint/rules.h>

#include <string.h>

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

static void test_names_of_rules(void)
{
	static const struct {
		const char *id;
		int32_t which;
		const char *want;
	} rows[] = {
		{ "too-old", COMPLAINT_NAME_TREAT_AS, "feedback" },
		{ "too-old", COMPLAINT_NAME_DOOR, NULL },
		{ "many-things", COMPLAINT_NAME_TREAT_AS, NULL },
		{ "straight-to-two", COMPLAINT_NAME_TREAT_AS, "formal-complaint" },
		{ "respond-stage-1", COMPLAINT_NAME_DONE_BY, "stage-1-response-sent" },
		{ "call-first", COMPLAINT_NAME_DONE_BY, NULL },
		{ "stage-2", COMPLAINT_NAME_ENDS, "stage-2-response-sent" },
		{ "escalate", COMPLAINT_NAME_USED_BY, "escalation-requested" },
		{ "escalate", COMPLAINT_NAME_IF_LATE, "new-complaint" },
		{ "escalate", COMPLAINT_NAME_DOOR, "stage-2" },
		{ "escalate", COMPLAINT_NAME_ENDS, NULL },
	};
	uint32_t explain = rule("explain-refusal");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		test_case("name %d of %s", (int)rows[i].which, rows[i].id);
		CHECK_TEXT(complaint_policy_get_rule_name(policy, rule(rows[i].id), COMPLAINT_NONE,
							  rows[i].which),
			   rows[i].want);
	}

	test_case("a rule names others");
	CHECK_NUMBER(
		complaint_policy_get_rule_target(policy, rule("straight-to-two"), COMPLAINT_NONE),
		rule("stage-2"));
	CHECK_NUMBER(complaint_policy_get_rule_target(
			     policy, rule_of_kind(COMPLAINT_RULE_EXTENSION), COMPLAINT_NONE),
		     rule("respond-stage-1"));
	CHECK_NUMBER(complaint_policy_get_rule_target(policy, rule("stage-1"), COMPLAINT_NONE),
		     COMPLAINT_NONE);

	test_case("an exclusion and a duty have texts of their own");
	CHECK_TEXT(complaint_policy_get_rule_text(policy, rule("too-old"), COMPLAINT_NONE,
						  COMPLAINT_TEXT_DECIDED_BY),
		   "the board");
	CHECK_TEXT(complaint_policy_get_rule_text(policy, rule("too-old"), COMPLAINT_NONE,
						  COMPLAINT_TEXT_PART),
		   "the old part");
	CHECK_TEXT(complaint_policy_get_rule_text(policy, rule("too-old"), COMPLAINT_NONE,
						  COMPLAINT_TEXT_BY),
		   NULL);
	CHECK_TEXT(
		complaint_policy_get_rule_text(policy, explain, COMPLAINT_NONE, COMPLAINT_TEXT_BY),
		"the manager");
	CHECK_TEXT(complaint_policy_get_rule_text(policy, explain, COMPLAINT_NONE,
						  COMPLAINT_TEXT_WHOM),
		   "resident");
	CHECK_TEXT(complaint_policy_get_rule_text(policy, explain, COMPLAINT_NONE,
						  COMPLAINT_TEXT_REFER_TO),
		   NULL);

	test_case("a duty: place, verb, notices");
	CHECK_NUMBER(complaint_policy_get_rule_place(policy, explain), COMPLAINT_PLACE_REFUSAL);
	CHECK_NUMBER(complaint_policy_get_rule_place(policy, rule("call-first")),
		     COMPLAINT_PLACE_STAGE);
	CHECK_NUMBER(complaint_policy_get_rule_place(policy, rule("stage-1")), 0);
	CHECK_NUMBER(complaint_policy_get_rule_verb(policy, explain), COMPLAINT_VERB_TELL);
	CHECK_NUMBER(complaint_policy_get_rule_verb(policy, rule("call-first")),
		     COMPLAINT_VERB_ASK);
	CHECK_NUMBER(complaint_policy_rule_notice_count(policy, explain), 2);
	CHECK_TEXT(complaint_policy_get_rule_notice(policy, explain, 0), "reasons");
	CHECK_TEXT(complaint_policy_get_rule_notice(policy, explain, 1), "visit-times");
	CHECK_TEXT(complaint_policy_get_rule_notice(policy, explain, 2), NULL);

	test_case("the moments and the grounds");
	CHECK_NUMBER(complaint_policy_get_rule_tested_at(policy, rule("too-old"), COMPLAINT_NONE),
		     COMPLAINT_AT_ACCEPTANCE | COMPLAINT_AT_ESCALATION);
	CHECK_NUMBER(complaint_policy_get_rule_tested_at(policy, rule("straight-to-two"),
							 COMPLAINT_NONE),
		     COMPLAINT_AT_ACCEPTANCE);
	CHECK_NUMBER(complaint_policy_get_rule_tested_at(policy, explain, COMPLAINT_NONE), 0);
	CHECK_NUMBER(complaint_policy_get_rule_grounds(policy, rule_of_kind(COMPLAINT_RULE_REFUSAL),
						       COMPLAINT_NONE),
		     COMPLAINT_GROUNDS_OPEN);
}

static void test_limits(void)
{
	static const struct {
		const char *id;
		int32_t which, amount, unit;
		complaint_status want;
	} rows[] = {
		{ "respond-stage-1", COMPLAINT_LIMIT_WITHIN, 10, COMPLAINT_UNIT_WORKING_DAYS,
		  COMPLAINT_OK },
		{ "respond-stage-2", COMPLAINT_LIMIT_WITHIN, 48, COMPLAINT_UNIT_HOURS,
		  COMPLAINT_OK },
		{ "call-first", COMPLAINT_LIMIT_WITHIN, 0, 0, COMPLAINT_ERR_NOT_FOUND },
		{ "escalate", COMPLAINT_LIMIT_WITHIN, 15, COMPLAINT_UNIT_CALENDAR_DAYS,
		  COMPLAINT_OK },
		{ "escalate", COMPLAINT_LIMIT_WAIT, 1, COMPLAINT_UNIT_WEEKS, COMPLAINT_OK },
		{ "usual-stage-1", COMPLAINT_LIMIT_UP_TO, 10, COMPLAINT_UNIT_WORKING_DAYS,
		  COMPLAINT_OK },
		{ "usual-stage-1", COMPLAINT_LIMIT_IN_ALL, 0, 0, COMPLAINT_ERR_NOT_FOUND },
		{ "agreed-stage-1", COMPLAINT_LIMIT_UP_TO, 0, COMPLAINT_UNIT_NO_LIMIT,
		  COMPLAINT_OK },
		{ "stage-1", COMPLAINT_LIMIT_WITHIN, 0, 0, COMPLAINT_ERR_NOT_FOUND },
		{ "nothing", COMPLAINT_LIMIT_WITHIN, 0, 0, COMPLAINT_ERR_BAD_ARGUMENT },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int32_t amount = 0, unit = 0;

		test_case("limit %d of %s", (int)rows[i].which, rows[i].id);
		CHECK_STATUS(complaint_policy_get_rule_limit(policy, rule(rows[i].id),
							     COMPLAINT_NONE, rows[i].which, &amount,
							     &unit),
			     rows[i].want);
		CHECK_NUMBER(amount, rows[i].amount);
		CHECK_NUMBER(unit, rows[i].unit);
	}
}

static void test_anchors(void)
{
	static const struct {
		const char *id;
		int32_t which;
		const char *want; /* NULL: there is none */
	} rows[] = {
		{ "respond-stage-1", COMPLAINT_ANCHOR_AFTER,
		  "earliest of complaint-made, complaint-received" },
		{ "respond-stage-1", COMPLAINT_ANCHOR_BEFORE, NULL },
		{ "call-first", COMPLAINT_ANCHOR_BEFORE, "stage-1-response-sent" },
		{ "escalate", COMPLAINT_ANCHOR_AFTER,
		  "latest of stage-1-response-sent, visit-made" },
		{ "escalate", COMPLAINT_ANCHOR_OPENS, "stage-1-response-sent" },
		{ "stage-2", COMPLAINT_ANCHOR_STARTS, "escalation-request-received" },
		{ "stage-2", COMPLAINT_ANCHOR_AFTER, NULL },
	};
	char text[80];

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		complaint_status status;

		test_case("anchor %d of %s", (int)rows[i].which, rows[i].id);
		text[0] = '\0';
		status = complaint_policy_describe_anchor(policy, rule(rows[i].id), COMPLAINT_NONE,
							  rows[i].which, text, sizeof(text), NULL);
		CHECK_STATUS(status, rows[i].want ? COMPLAINT_OK : COMPLAINT_ERR_NOT_FOUND);
		CHECK_TEXT(text, rows[i].want ? rows[i].want : "");
	}
}

static void test_conditions(void)
{
	static const struct {
		const char *id;
		uint32_t reading;
		int32_t sort;
		const char *want;
	} rows[] = {
		{ "too-old", COMPLAINT_NONE, COMPLAINT_CONDITION_WHEN,
		  "issue-arose more than 6 months before complaint-made" },
		{ "too-old", 0, COMPLAINT_CONDITION_WHEN,
		  "issue-arose at least 1 year before complaint-made" },
		{ "too-old", COMPLAINT_NONE, COMPLAINT_CONDITION_UNLESS, "issue-ongoing" },
		{ "too-old", COMPLAINT_NONE, COMPLAINT_CONDITION_FACTOR, "further-evidence" },
		{ "usual-stage-1", COMPLAINT_NONE, COMPLAINT_CONDITION_NEED, "good-reason" },
		{ "escalate", COMPLAINT_NONE, COMPLAINT_CONDITION_OPENS_UNLESS,
		  "fully-investigated" },
		{ "many-things", COMPLAINT_NONE, COMPLAINT_CONDITION_WHEN,
		  "any of: claim-filed-at-court; (all of: not landlord-responsible; visit-made has "
		  "not happened; not (any of: pet-involved; anonymous)); block is tower; tenure is "
		  "one of leaseholder, freeholder; rooms at least 5; stage-1-response-sent has "
		  "happened; extension-agreed before due respond-stage-1" },
	};
	char text[512];
	size_t length;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		uint32_t term;

		test_case("condition %d of %s, reading %d", (int)rows[i].sort, rows[i].id,
			  (int)rows[i].reading);
		term = complaint_policy_get_condition(policy, rule(rows[i].id), rows[i].reading,
						      rows[i].sort, 0);
		CHECK_STATUS(
			complaint_policy_describe_term(policy, term, text, sizeof(text), &length),
			COMPLAINT_OK);
		CHECK_TEXT(text, rows[i].want);
		CHECK_NUMBER(length, strlen(rows[i].want));
		for (size_t size = 1; size <= length; size++) {
			char cut[512];

			complaint_policy_describe_term(policy, term, cut, size, NULL);
			if (!CHECK(strlen(cut) == size - 1 && !strncmp(cut, text, size - 1)))
				break;
		}
	}
}

static void test_condition_parts(void)
{
	uint32_t old = rule("too-old"), many = rule("many-things"), term;

	test_case("conditions are counted");
	CHECK_NUMBER(complaint_policy_condition_count(policy, old, COMPLAINT_NONE,
						      COMPLAINT_CONDITION_WHEN),
		     1);
	CHECK_NUMBER(complaint_policy_condition_count(policy, rule("usual-stage-1"), COMPLAINT_NONE,
						      COMPLAINT_CONDITION_NEED),
		     2);
	CHECK_NUMBER(complaint_policy_condition_count(policy, rule("call-first"), COMPLAINT_NONE,
						      COMPLAINT_CONDITION_WHEN),
		     0);
	CHECK_NUMBER(complaint_policy_condition_count(policy, old, COMPLAINT_NONE, 0), 0);
	CHECK_NUMBER(complaint_policy_get_condition(policy, rule("usual-stage-1"), COMPLAINT_NONE,
						    COMPLAINT_CONDITION_NEED, 2),
		     COMPLAINT_NONE);

	test_case("an exception and a factor have words of their own");
	CHECK_TEXT(complaint_policy_get_condition_says(policy, old, COMPLAINT_NONE,
						       COMPLAINT_CONDITION_UNLESS, 0),
		   "It is still going on.");
	CHECK_TEXT(complaint_policy_get_condition_clause(policy, old, COMPLAINT_NONE,
							 COMPLAINT_CONDITION_UNLESS, 0),
		   "2.3");
	CHECK_TEXT(complaint_policy_get_condition_part(policy, old, COMPLAINT_NONE,
						       COMPLAINT_CONDITION_UNLESS, 0),
		   "what still goes on");
	CHECK_TEXT(complaint_policy_get_condition_says(policy, old, COMPLAINT_NONE,
						       COMPLAINT_CONDITION_FACTOR, 0),
		   "There is new evidence.");
	CHECK_TEXT(complaint_policy_get_condition_clause(policy, old, COMPLAINT_NONE,
							 COMPLAINT_CONDITION_FACTOR, 0),
		   NULL);
	CHECK_NUMBER(complaint_policy_get_factor_favours(policy, old, 0),
		     COMPLAINT_FAVOURS_ACCEPTANCE);
	CHECK_NUMBER(complaint_policy_get_factor_favours(policy, old, 1), 0);

	test_case("terms are walked as a tree");
	term = complaint_policy_get_condition(policy, many, COMPLAINT_NONE,
					      COMPLAINT_CONDITION_WHEN, 0);
	CHECK_NUMBER(complaint_policy_get_term_kind(policy, term), COMPLAINT_TERM_ANY);
	CHECK_TEXT(complaint_policy_get_term_name(policy, term), NULL);
	CHECK_NUMBER(complaint_policy_get_term_kind(policy, term + 1), COMPLAINT_TERM_FACT);
	CHECK_TEXT(complaint_policy_get_term_name(policy, term + 1), "claim-filed-at-court");
	CHECK_NUMBER(complaint_policy_get_term_end(policy, term + 1), term + 2);
	CHECK_NUMBER(complaint_policy_get_term_kind(policy, term + 2), COMPLAINT_TERM_ALL);
	CHECK_NUMBER(complaint_policy_get_term_kind(
			     policy, complaint_policy_get_term_end(policy, term + 2)),
		     COMPLAINT_TERM_CHOICE);
	CHECK_NUMBER(complaint_policy_get_term_kind(policy, COMPLAINT_NONE), 0);
}

/* Every getter, with every rule and some beyond, must answer without reading what is not there. */
static void test_any_number(void)
{
	static const uint32_t readings[] = { COMPLAINT_NONE, 0, 1, 77 };
	uint32_t count = complaint_policy_rule_count(policy);
	char text[16];

	test_case("any rule, any reading, any sort: nothing is read that is not there");
	for (uint32_t i = 0; i < count + 3; i++) {
		uint32_t number = i == count + 2 ? COMPLAINT_NONE : i;

		for (size_t j = 0; j < COUNT_OF(readings); j++) {
			for (int32_t which = -1; which < 9; which++) {
				complaint_policy_get_rule_text(policy, number, readings[j], which);
				complaint_policy_get_rule_name(policy, number, readings[j], which);
				complaint_policy_condition_count(policy, number, readings[j],
								 which);
				complaint_policy_get_condition(policy, number, readings[j], which,
							       j);
				complaint_policy_describe_anchor(policy, number, readings[j], which,
								 text, sizeof(text), NULL);
				complaint_policy_describe_counting(policy, number, readings[j],
								   which, text, sizeof(text));
			}
			complaint_policy_get_rule_target(policy, number, readings[j]);
			complaint_policy_get_rule_effect(policy, number, readings[j]);
		}
		if (number >= count)
			CHECK_NUMBER(complaint_policy_get_rule_kind(policy, number), 0);
	}
}

int main(void)
{
	policy = small_policy("tests/unit/small_policy.yaml");
	if (policy) {
		test_names_of_rules();
		test_limits();
		test_anchors();
		test_conditions();
		test_condition_parts();
		test_any_number();
	}
	complaint_policy_free(policy);
	return test_finish();
}
