/* SPDX-License-Identifier: MIT */
/* What a loaded policy holds, on a published one: counts, terms, anchors, readings, owners. */
#include <complaint/policy.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "policy/policy.h"
#include "policy/vocabulary.h"

#include "support/test.h"
#include "unit/policy_text.h"

static uint32_t rule(const char *id)
{
	uint32_t found = cmpl_policy_find_rule(policy, id, strlen(id));

	CHECK(found != CMPL_NONE, "there is a rule \"%s\"", id);
	return found == CMPL_NONE ? 0 : found;
}

static uint32_t record(const char *id)
{
	return policy->rules[rule(id)].index;
}

/* --- Brighter Places, August 2022 ------------------------------------------------- */

static void test_document(void)
{
	const struct cmpl_document *document = &policy->document;
	const struct cmpl_counting *counting = &policy->countings[policy->counting];

	test_case("the document has its names and its span");
	CHECK_NUMBER(document->kind, COMPLAINT_POLICY);
	CHECK_TEXT(text(document->id), "brighter-places/2022-08");
	CHECK_TEXT(text(document->landlord), "brighter-places");
	CHECK_TEXT(text(document->follows), "housing-ombudsman/2022-04");
	CHECK_TEXT(text(document->review_by), "2023-07");
	CHECK_NUMBER(document->in_force.from, 19205); /* 2022-08-01 */
	CHECK_NUMBER(document->in_force.until, INT32_MAX);
	CHECK(document->in_force.from_month);
	CHECK_TEXT(event_id(document->chosen_by), "complaint-received");
	CHECK_NUMBER(document->left_open.count, 1);

	test_case("the counting names its calendar, and the calendar is there");
	CHECK_NUMBER(counting->zone, CMPL_ZONE_LONDON);
	CHECK_NUMBER(counting->cut_off, -1);
	CHECK_NUMBER(policy->calendars_count, 1);
	CHECK_TEXT(text(policy->calendars[counting->calendar].name), "england-and-wales");
	CHECK(policy->calendars[counting->calendar].calendar != NULL);
}

static void test_counts(void)
{
	uint32_t kinds[CMPL_RULE_WINDOW + 1] = { 0 };

	test_case("every rule is there, in the order of the file, and once");
	CHECK_NUMBER(policy->refusals_count, 1);
	CHECK_NUMBER(policy->exclusions_count, 11);
	CHECK_NUMBER(policy->routes_count, 5);
	CHECK_NUMBER(policy->stages_count, 2);
	CHECK_NUMBER(policy->extensions_count, 2);
	CHECK_NUMBER(policy->tiers_count, 9); /* four of them in a reading */
	for (uint32_t i = 0; i < policy->rules_count; i++) {
		const struct cmpl_rule *one = &policy->rules[i];

		kinds[one->kind]++;
		CHECK(i == 0 || one->line > policy->rules[i - 1].line);
		CHECK(one->owner == CMPL_NONE || one->owner < i, "an owner comes first");
	}
	CHECK_NUMBER(kinds[CMPL_RULE_EXCLUSION], policy->exclusions_count);
	CHECK_NUMBER(kinds[CMPL_RULE_TIER], policy->tiers_count);
	CHECK_NUMBER(kinds[CMPL_RULE_DUTY], policy->duties_count);
	CHECK_NUMBER(kinds[CMPL_RULE_WINDOW], policy->windows_count);
	CHECK_NUMBER(kinds[CMPL_RULE_EXTENSION], 2);
	CHECK_NUMBER(kinds[CMPL_RULE_REFUSAL], 1);
	for (uint32_t i = 0; i < policy->duties_count; i++)
		CHECK_NUMBER(policy->rules[policy->duties[i].rule].index, i);
}

static void test_conditions(void)
{
	static const struct {
		const char *id, *want;
	} rows[] = {
		{ "first-time-request", "first-time-service-request" },
		{ "concluded-before", "any(reopening-request, final-decision-given)" },
		{ "legal-proceedings",
		  "any(claim-filed-at-court, all(disrepair-claim, letter-of-claim-received))" },
		{ "not-our-service", "not(service-by-us-or-partners)" },
		{ "over-6-months-old", "issue-arose > 6 months before complaint-made" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		test_case("the condition of \"%s\"", rows[i].id);
		CHECK_TEXT(condition(policy->exclusions[record(rows[i].id)].when), rows[i].want);
	}
	test_case("a choice with two values");
	CHECK_TEXT(condition(policy->routes[record("new-issue-apart")].when),
		   "any(would-delay-unreasonably, raised-at=escalation|stage-2)");
	test_case("an exception has its words, its clause and its part");
	CHECK_NUMBER(policy->exclusions[record("another-policy")].unless.count, 1);
	if (policy->exceptions_count > 0) {
		const struct cmpl_exception *exception =
			&policy->exceptions[policy->exclusions[record("another-policy")]
						    .unless.first];

		CHECK_TEXT(text(exception->clause), "5.i.b; 5.iii");
		CHECK_TEXT(text(exception->part), "the failure, not the issue itself");
		CHECK_TEXT(condition(exception->when), "other-policy-failed");
	}
	test_case("a factor steers, and says which way");
	CHECK_NUMBER(policy->factors_count, 1);
	CHECK_TEXT(condition(policy->factors[0].when), "continuing-problem");
	CHECK_NUMBER(policy->factors[0].favours, COMPLAINT_FAVOURS_ACCEPTANCE);
}

static void test_duties(void)
{
	const struct cmpl_duty *duty = &policy->duties[record("acknowledge-stage-1")];
	const struct cmpl_stage *stage = &policy->stages[record("stage-1")];

	test_case("a duty has its limit, its anchor and its notices");
	CHECK_NUMBER(duty->place, CMPL_IN_STAGE);
	CHECK_NUMBER(duty->owner, record("stage-1"));
	CHECK_NUMBER(duty->within.amount, 5);
	CHECK_NUMBER(duty->within.unit, COMPLAINT_UNIT_WORKING_DAYS);
	CHECK_TEXT(anchor(duty->after), "complaint-received");
	CHECK_TEXT(anchor(duty->before), "none");
	CHECK_TEXT(event_id(duty->done_by), "complaint-acknowledged");
	CHECK_NUMBER(duty->verb, CMPL_VERB_TELL);
	CHECK_TEXT(text(duty->whom), "resident");
	CHECK_NUMBER(duty->about.count, 3);
	CHECK_TEXT(
		cmpl_policy_name_id(policy, CMPL_NOTICES, policy->notices[duty->about.first + 2]),
		"investigator");
	CHECK_TEXT(rule_id(policy->rules[duty->rule].owner), "stage-1");

	test_case("a stage's duties lie together");
	CHECK_TEXT(rule_id(policy->duties[stage->duties.first].rule), "acknowledge-stage-1");
	CHECK_NUMBER(stage->duties.count, 6);
	CHECK_TEXT(anchor(stage->starts), "complaint-received");
	CHECK_TEXT(event_id(stage->ends), "stage-1-response-sent");

	test_case("the file's own duties belong to nothing");
	CHECK_NUMBER(policy->file_duties.count, 3);
	CHECK_NUMBER(policy->duties[policy->file_duties.first].place, CMPL_IN_FILE);
	CHECK_NUMBER(policy->rules[rule("review-restriction")].owner, CMPL_NONE);
}

static void test_extension(void)
{
	const struct cmpl_stage *stage = &policy->stages[record("stage-1")];
	const struct cmpl_extension *extension = &policy->extensions[stage->extension];
	const struct cmpl_tier *tier = &policy->tiers[extension->tiers.first];

	test_case("an extension has its duty, its tiers and its duties");
	CHECK_TEXT(rule_id(policy->duties[extension->of].rule), "respond-stage-1");
	CHECK_TEXT(rule_id(policy->rules[extension->rule].owner), "stage-1");
	CHECK_TEXT(text(policy->rules[extension->rule].id), "");
	CHECK_NUMBER(extension->earlier_count, 1);
	CHECK_NUMBER(extension->tiers.count, 3);
	CHECK_NUMBER(extension->duties.count, 2);
	CHECK_NUMBER(policy->duties[extension->duties.first].owner, record("stage-1"));

	test_case("tiers stand in their order, with their needs");
	CHECK_TEXT(rule_id(tier[0].rule), "usual-stage-1");
	CHECK_NUMBER(policy->rules[tier[0].rule].strength, COMPLAINT_STRENGTH_NORMALLY);
	CHECK_NUMBER(policy->rules[tier[0].rule].owner, extension->rule);
	CHECK_NUMBER(tier[1].limit.amount, 20);
	CHECK_NUMBER(tier[1].needs.count, 2);
	CHECK_TEXT(condition(policy->roots[tier[1].needs.first + 1]), "exceptional-circumstances");
	CHECK_NUMBER(tier[2].limit.unit, COMPLAINT_UNIT_NO_LIMIT);
	CHECK_NUMBER(tier[2].otherwise.count, 1);
	CHECK_NUMBER(policy->duties[tier[2].otherwise.first].place, CMPL_IN_OTHERWISE);
	CHECK_NUMBER(policy->duties[tier[2].otherwise.first].owner, extension->tiers.first + 2);
}

/* --- readings ---------------------------------------------------------------------- */

static const struct cmpl_reading *reading(const char *id, const char *label)
{
	uint32_t found = cmpl_policy_find_reading(policy, rule(id), label, strlen(label));

	CHECK(found != CMPL_NONE, "\"%s\" can be read as \"%s\"", id, label);
	return &policy->readings[found == CMPL_NONE ? 0 : found];
}

static void test_readings(void)
{
	const struct cmpl_reading *one = reading("acknowledge-stage-1", "from-logging");
	const struct cmpl_duty *duty = &policy->duty_variants[one->variant];
	const struct cmpl_extension *extension;

	test_case("a reading is a whole second record with its key changed");
	CHECK_NUMBER(one->changes, CMPL_CHANGES_AFTER);
	CHECK_TEXT(text(one->words), "within 5 working days");
	CHECK_TEXT(anchor(duty->after), "complaint-logged");
	CHECK_NUMBER(duty->within.amount, 5);
	CHECK_TEXT(event_id(duty->done_by), "complaint-acknowledged");
	CHECK_NUMBER(duty->rule, one->rule);

	test_case("a reading of an exclusion");
	one = reading("injury-or-liability", "failed-process");
	CHECK_NUMBER(one->changes, CMPL_CHANGES_UNLESS);
	CHECK_TEXT(text(one->clause), "5.iii");
	CHECK_NUMBER(policy->exclusions[record("injury-or-liability")].unless.count, 0);
	CHECK_NUMBER(policy->exclusion_variants[one->variant].unless.count, 1);

	test_case("a reading of an extension goes by its stage, and brings tiers of its own");
	one = reading("stage-1", "twenty-calendar-days");
	extension = &policy->extension_variants[one->variant];
	CHECK_NUMBER(one->changes, CMPL_CHANGES_TIERS);
	CHECK_NUMBER(extension->tiers.count, 4);
	CHECK_NUMBER(extension->of, policy->extensions[0].of);
	CHECK_TEXT(rule_id(policy->tiers[extension->tiers.first].rule), "usual-stage-1-calendar");
	CHECK_NUMBER(policy->rules[rule("usual-stage-1-calendar")].reading, one - policy->readings);
	CHECK_NUMBER(policy->tiers[extension->tiers.first].stage, record("stage-1"));
	CHECK_NUMBER(policy->rules[rule("usual-stage-1")].reading, CMPL_NONE);

	test_case("a reading of a tier, and one of a window");
	one = reading("usual-stage-2", "ten-calendar-days");
	CHECK_NUMBER(policy->tier_variants[one->variant].limit.unit, COMPLAINT_UNIT_CALENDAR_DAYS);
	CHECK_NUMBER(one->strength, COMPLAINT_STRENGTH_NORMALLY);
	one = reading("escalate", "working-days");
	CHECK_NUMBER(policy->window_variants[one->variant].closes.unit,
		     COMPLAINT_UNIT_WORKING_DAYS);
	CHECK_TEXT(anchor(policy->window_variants[one->variant].opens_after),
		   "stage-1-response-sent");
}

static void test_rules(void)
{
	const struct cmpl_rule *one = &policy->rules[rule("concluded-before")];

	test_case("a conflict names its clause and its rule");
	CHECK_NUMBER(one->conflicts.count, 1);
	CHECK_TEXT(text(policy->conflicts[one->conflicts.first].clause), "7.ii.e");
	CHECK_TEXT(rule_id(policy->conflicts[one->conflicts.first].rule), "reply-before-closing");
	test_case("a gap is kept with its rule");
	one = &policy->rules[rule("legal-proceedings")];
	CHECK_NUMBER(one->left_open.count, 1);
	CHECK_TEXT(text(policy->lines[one->left_open.first]),
		   "Whether the Claim Form alone is enough without the Particulars.");
	test_case("the policy's own wording of a standard question");
	CHECK_TEXT(cmpl_policy_name_words(policy, CMPL_FACTS, COMPLAINT_FACT_CONTINUING_PROBLEM),
		   "Is there evidence of a longstanding or continuing problem?");
}

/* --- readings that replace one key by another, or name another rule ----------------- */

static void test_replacements(void)
{
	static const char replacing[] =
		"format: 1\nkind: policy\n"
		"document: { issued-by: E, title: T, in-force: { from: 2022-08 }, chosen-by: "
		"complaint-received }\n"
		"counting: { calendar: england-and-wales }\n"
		"routes:\n"
		"  - { id: r, clause: \"1\", says: s, tested-at: [acceptance], when: complex, "
		"treat-as: "
		"petition, starts-at: two, or-read-as: [{ label: kept, words: w, treat-as: "
		"feedback }, "
		"{ label: moved, words: w, starts-at: one }] }\n"
		"stages:\n"
		"  - { id: one, clause: \"1\", says: s, starts: complaint-received, ends: "
		"stage-1-response-sent, duties: [{ id: a, clause: \"1\", says: s }], extension: { "
		"of: a, "
		"tiers: [{ id: t, clause: \"1\", says: s, in-all: 9 weeks, or-read-as: [{ label: "
		"added, "
		"words: w, up-to: 2 weeks, strength: aim }] }] } }\n"
		"  - { id: two, clause: \"1\", says: s, starts: { due: a }, ends: "
		"stage-2-response-sent, "
		"duties: [{ id: b, clause: \"1\", says: s, after: { latest-of: [complaint-logged, "
		"{ due: a "
		"}] } }] }\n";
	const struct cmpl_reading *one;

	test_case("readings that name another stage, or keep it");
	if (!CHECK_STATUS(complaint_policy_load_memory("p", replacing, COMPLAINT_NUL_TERMINATED,
						       NULL, 0, &policy, NULL),
			  COMPLAINT_OK))
		return;
	CHECK_NUMBER(policy->routes[0].starts_at, record("two"));
	CHECK_NUMBER(policy->route_variants[reading("r", "kept")->variant].starts_at,
		     record("two"));
	CHECK_NUMBER(policy->route_variants[reading("r", "moved")->variant].starts_at,
		     record("one"));

	test_case("a reading that adds a time where the tier has one in all");
	one = reading("t", "added");
	CHECK_NUMBER(policy->tiers[0].in_all, 1);
	CHECK_NUMBER(policy->tier_variants[one->variant].in_all, 0);
	CHECK_NUMBER(policy->tier_variants[one->variant].limit.amount, 2);
	CHECK_NUMBER(one->strength, COMPLAINT_STRENGTH_AIM);

	test_case("anchors that are due dates, alone and in a list");
	CHECK_TEXT(anchor(policy->stages[record("two")].starts), "due a");
	CHECK_TEXT(anchor(policy->duties[record("b")].after), "latest(complaint-logged, due a)");
	complaint_policy_free(policy);
	policy = NULL;
}

int main(void)
{
	struct complaint_diagnostics *diags = NULL;
	char *faults;

	test_replacements();
	test_case("loads without a word");
	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return test_finish();
	CHECK_STATUS(
		complaint_policy_load_file(test_source("rules/brighter-places/2022-08/policy.yaml"),
					   &policy, diags),
		COMPLAINT_OK);
	faults = test_diagnostics_text(diags);
	CHECK_TEXT(faults, "");
	free(faults);
	complaint_diagnostics_free(diags);
	if (policy) {
		test_document();
		test_counts();
		test_conditions();
		test_duties();
		test_extension();
		test_readings();
		test_rules();
	}
	complaint_policy_free(policy);
	return test_finish();
}
