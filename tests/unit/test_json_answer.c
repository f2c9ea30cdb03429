/* SPDX-License-Identifier: MIT */
/*
 * What is written as JSON is read where it lies and not asked of the getters. It must be what they
 * say, whatever stands in the texts, and however much of it there is.
 */
#include <stdlib.h>
#include <string.h>

#include <complaint/complaint.h>

#include "base/text.h"
#include "json/reader.h"

#include "support/test.h"

#define WHOLE COMPLAINT_NUL_TERMINATED
#define ROOM 512

struct bench {
	struct complaint_set *set;
	const struct complaint_policy *policy;
	struct complaint_answer *answer;
	struct cmpl_tree *tree;
};

static void ask(struct bench *bench, struct complaint_policy *policy, const char *given)
{
	const char *json = NULL;
	size_t length = 0;

	memset(bench, 0, sizeof(*bench));
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)&policy, 1,
				       &bench->set, NULL),
		     COMPLAINT_OK);
	complaint_policy_free(policy);
	bench->policy = complaint_set_get_policy(bench->set, 0);
	CHECK_STATUS(complaint_answer_new(&bench->answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate_json(bench->answer, bench->set,
						    COMPLAINT_ASK_STANDING, given, WHOLE, NULL,
						    &json, &length, NULL),
		     COMPLAINT_OK);
	CHECK_NUMBER(strlen(json), length);
	CHECK_STATUS(cmpl_json_read("answer", json, length, &bench->tree, NULL), COMPLAINT_OK);
}

static void close_bench(struct bench *bench)
{
	cmpl_tree_free(bench->tree);
	complaint_answer_free(bench->answer);
	complaint_set_free(bench->set);
}

static const struct cmpl_node *part(const struct bench *bench, const struct cmpl_node *node,
				    const char *key)
{
	const struct cmpl_node *found = node ? cmpl_node_get(bench->tree, node, key) : NULL;

	return found;
}

/* A text under a key, or nothing where there is none. */
static void check_text(const struct bench *bench, const struct cmpl_node *node, const char *key,
		       const char *wanted)
{
	const struct cmpl_node *found = part(bench, node, key);

	if (!wanted) {
		CHECK(!found, "%s", key);
		return;
	}
	if (CHECK(found != NULL, "%s is missing: %s", key, wanted))
		CHECK_TEXT(cmpl_node_text(bench->tree, found), wanted);
}

static const char *anchor(const struct bench *bench, uint32_t rule, int32_t which, char *room)
{
	return complaint_policy_describe_anchor(bench->policy, rule, COMPLAINT_NONE, which, room,
						ROOM, NULL) == COMPLAINT_OK
		       ? room
		       : NULL;
}

static void check_reasons(const struct bench *bench, const struct cmpl_node *why,
			  const struct complaint_eligibility *eligibility, size_t verdict)
{
	const struct cmpl_node *reason = why ? cmpl_node_first(bench->tree, why) : NULL;
	size_t count = complaint_eligibility_verdict_reason_count(eligibility, verdict);

	for (size_t i = 0; i < count; i++) {
		const struct complaint_reason *is =
			complaint_eligibility_get_verdict_reason(eligibility, verdict, i);
		char test[ROOM], value[ROOM];

		if (!CHECK(reason != NULL, "reason %zu", i))
			return;
		complaint_policy_describe_term(bench->policy, complaint_reason_get_term(is), test,
					       sizeof(test), NULL);
		CHECK_STATUS(complaint_reason_get_value(is, value, sizeof(value)), COMPLAINT_OK);
		check_text(bench, reason, "test", test);
		check_text(bench, reason, "value", value);
		reason = cmpl_node_next(bench->tree, why, reason);
	}
	CHECK(!reason, "one reason more");
}

static void check_verdicts(const struct bench *bench)
{
	const struct complaint_eligibility *eligibility =
		complaint_answer_get_eligibility(bench->answer);
	const struct cmpl_node *verdicts =
		part(bench, part(bench, bench->tree->nodes, "eligibility"), "verdicts");
	const struct cmpl_node *node = verdicts ? cmpl_node_first(bench->tree, verdicts) : NULL;

	for (size_t i = 0; i < complaint_eligibility_verdict_count(eligibility); i++) {
		uint32_t rule = complaint_eligibility_get_verdict_rule(eligibility, i);

		if (!CHECK(node != NULL, "verdict %zu", i))
			return;
		check_text(bench, node, "rule", complaint_policy_get_rule_id(bench->policy, rule));
		check_text(bench, node, "clause",
			   complaint_policy_get_rule_clause(bench->policy, rule));
		check_text(bench, node, "says",
			   complaint_policy_get_rule_says(bench->policy, rule));
		check_reasons(bench, part(bench, node, "why"), eligibility, i);
		node = cmpl_node_next(bench->tree, verdicts, node);
	}
}

static void check_about(const struct bench *bench, const struct cmpl_node *duty, uint32_t rule)
{
	const struct cmpl_node *about = part(bench, duty, "about"), *notice = NULL;
	size_t count = complaint_policy_rule_notice_count(bench->policy, rule);

	if (about)
		notice = cmpl_node_first(bench->tree, about);
	for (size_t i = 0; i < count; i++) {
		if (!CHECK(notice != NULL, "notice %zu", i))
			return;
		CHECK_TEXT(cmpl_node_text(bench->tree, notice),
			   complaint_policy_get_rule_notice(bench->policy, rule, i));
		notice = cmpl_node_next(bench->tree, about, notice);
	}
	CHECK(!notice, "one notice more");
}

static void check_deadlines(const struct bench *bench)
{
	const struct cmpl_node *deadlines = part(bench, bench->tree->nodes, "deadlines");

	for (size_t i = 0; i < complaint_answer_deadline_count(bench->answer); i++) {
		uint32_t rule = complaint_deadline_get_rule(
			complaint_answer_get_deadline(bench->answer, i));
		const char *id = complaint_policy_get_rule_id(bench->policy, rule);
		const struct cmpl_node *duty = part(bench, deadlines, id);
		char room[ROOM];

		check_text(bench, duty, "clause",
			   complaint_policy_get_rule_clause(bench->policy, rule));
		check_text(bench, duty, "says",
			   complaint_policy_get_rule_says(bench->policy, rule));
		check_text(bench, duty, "by",
			   complaint_policy_get_rule_text(bench->policy, rule, COMPLAINT_NONE,
							  COMPLAINT_TEXT_BY));
		check_text(bench, duty, "after", anchor(bench, rule, COMPLAINT_ANCHOR_AFTER, room));
		check_text(bench, duty, "before",
			   anchor(bench, rule, COMPLAINT_ANCHOR_BEFORE, room));
		check_text(bench, duty, "done-by",
			   complaint_policy_get_rule_name(bench->policy, rule, COMPLAINT_NONE,
							  COMPLAINT_NAME_DONE_BY));
		check_about(bench, duty, rule);
	}
}

static void check_windows(const struct bench *bench)
{
	const struct cmpl_node *windows = part(bench, bench->tree->nodes, "windows");

	for (size_t i = 0; i < complaint_answer_window_count(bench->answer); i++) {
		uint32_t rule =
			complaint_window_get_rule(complaint_answer_get_window(bench->answer, i));
		const struct cmpl_node *window =
			part(bench, windows, complaint_policy_get_rule_id(bench->policy, rule));
		char room[ROOM];

		check_text(bench, window, "says",
			   complaint_policy_get_rule_says(bench->policy, rule));
		check_text(bench, window, "after",
			   anchor(bench, rule, COMPLAINT_ANCHOR_AFTER, room));
		check_text(bench, window, "opens-after",
			   anchor(bench, rule, COMPLAINT_ANCHOR_OPENS, room));
		check_text(bench, window, "used-by",
			   complaint_policy_get_rule_name(bench->policy, rule, COMPLAINT_NONE,
							  COMPLAINT_NAME_USED_BY));
	}
}

static void check_all(const char *name, struct complaint_policy *policy, const char *given)
{
	struct bench bench;

	test_case("the answer says what the getters say: %s", name);
	ask(&bench, policy, given);
	if (bench.tree) {
		check_verdicts(&bench);
		check_deadlines(&bench);
		check_windows(&bench);
	}
	close_bench(&bench);
}

/* --- policies ------------------------------------------------------------------------------- */

static const char *const paths[] = {
	"rules/brighter-places/2022-08/policy.yaml",
	"rules/livewest/2018-10/policy.yaml",
	"rules/settle/2020-10/policy.yaml",
	"rules/trafford-housing-trust/2020-10/policy.yaml",
	"tests/model/policies/chains.yaml",
	"tests/model/policies/counting.yaml",
	"tests/model/policies/plain.yaml",
	"tests/unit/small_policy.yaml",
};

static const char *const cases[] = {
	"{}",
	"{\"now\":\"2022-11-14\",\"facts\":{\"complex\":true,\"issue-ongoing\":false},"
	"\"events\":{\"complaint-made\":\"2022-09-01\",\"complaint-received\":\"2022-09-02\","
	"\"complaint-logged\":\"2022-09-05\",\"issue-arose\":\"2021-05-20\","
	"\"stage-1-response-sent\":\"2022-09-21\",\"escalation-requested\":\"2022-10-03\"}}",
};

/* Everything that JSON escapes and YAML can say, and letters of more than one byte. */
static const char awkward[] =
	"format: 1\nkind: policy\n"
	"document: { issued-by: \"Quoting \\\"Homes\\\"\", title: \"A \\\\ B\",\n"
	"  in-force: { from: 2020-01-01 }, chosen-by: complaint-received }\n"
	"counting: { calendar: england-and-wales, time-zone: Europe/London }\n"
	"stages:\n"
	"  - id: only\n    clause: '7 \"ii\"'\n    says: 'Said \"so\".'\n"
	"    starts: complaint-received\n    ends: stage-1-response-sent\n"
	"    duties:\n"
	"      - id: reply\n        clause: '\\\\'\n"
	"        says: \"\\\"\\\\ \\u00e9\\u20ac \\U0001F600 'x' /\"\n"
	"        by: 'the \"lead\"'\n        tell: 'caf\\u00e9 \"x\" \\\\'\n"
	"        about: [decision]\n        within: 5 working days\n"
	"        after: complaint-received\n        done-by: stage-1-response-sent\n"
	"      - id: end\n        clause: '1'\n        says: 'Ends with a quote\"'\n"
	"        tell: resident\n        about: [decision]\n";

static struct complaint_policy *load(const char *text)
{
	struct complaint_policy *policy = NULL;
	struct complaint_diagnostics *diagnostics = NULL;

	CHECK_STATUS(complaint_diagnostics_new(&diagnostics), COMPLAINT_OK);
	if (!CHECK(complaint_policy_load_memory("made", text, WHOLE, NULL, 0, &policy,
						diagnostics) == COMPLAINT_OK,
		   "%s", complaint_diagnostics_get_text(diagnostics, 0)))
		exit(test_finish());
	complaint_diagnostics_free(diagnostics);
	return policy;
}

/* So many notices that a duty needs more room than any other part of an answer. */
static struct complaint_policy *load_long(void)
{
	struct cmpl_string text = { 0 };
	struct complaint_policy *policy;

	cmpl_string_add(&text, "format: 1\nkind: policy\n"
			       "document:\n  issued-by: Long Homes\n  title: Long\n"
			       "  in-force: { from: 2020-01-01 }\n"
			       "  chosen-by: complaint-received\n"
			       "counting: { calendar: england-and-wales, "
			       "time-zone: Europe/London }\nnotices:\n");
	for (int i = 0; i < 1700; i++)
		cmpl_string_addf(&text,
				 "  - id: a-notice-with-a-rather-long-name-%d\n    says: it\n", i);
	cmpl_string_add(&text, "stages:\n  - id: only\n    clause: '1'\n    says: It.\n"
			       "    starts: complaint-received\n"
			       "    ends: stage-1-response-sent\n    duties:\n"
			       "      - id: tell-all\n        clause: '1'\n        says: All.\n"
			       "        tell: resident\n        about:\n");
	for (int i = 0; i < 1700; i++)
		cmpl_string_addf(&text, "          - a-notice-with-a-rather-long-name-%d\n", i);
	policy = load(cmpl_string_text(&text));
	cmpl_string_free(&text);
	return policy;
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		for (size_t k = 0; k < COUNT_OF(cases); k++) {
			struct complaint_policy *policy = NULL;

			CHECK_STATUS(
				complaint_policy_load_file(test_source(paths[i]), &policy, NULL),
				COMPLAINT_OK);
			check_all(paths[i], policy, cases[k]);
		}
	}
	check_all("quotes, backslashes, letters of many bytes", load(awkward), cases[1]);
	check_all("a duty of 80 kB", load_long(), cases[1]);
	return test_finish();
}
