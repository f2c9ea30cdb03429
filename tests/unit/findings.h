/* SPDX-License-Identifier: MIT */
#pragma once

/* A small policy from its sections, and what is found in it as lines "slug rule". */
#include <complaint/findings.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"

#define HEAD                                                                                       \
	"format: 1\n"                                                                              \
	"kind: policy\n"                                                                           \
	"document: { issued-by: Example, title: T, in-force: { from: 2022-08 }, chosen-by: "       \
	"complaint-received }\n"                                                                   \
	"counting: { calendar: england-and-wales, time-zone: Europe/London }\n"
#define REFUSAL                                                                                    \
	"refusal:\n"                                                                               \
	"  clause: \"5\"\n"                                                                        \
	"  says: s\n"                                                                              \
	"  grounds: closed\n"                                                                      \
	"  duties: [{ id: explain, clause: \"5\", says: s, tell: resident, about: [reasons] }]\n"
#define STAGE                                                                                      \
	"stages:\n"                                                                                \
	"  - id: stage-1\n"                                                                        \
	"    clause: \"7\"\n"                                                                      \
	"    says: s\n"                                                                            \
	"    starts: complaint-received\n"                                                         \
	"    ends: stage-1-response-sent\n"                                                        \
	"    duties:\n"                                                                            \
	"      - { id: respond, clause: \"7\", says: s, within: 10 working days, after: "          \
	"complaint-received, done-by: stage-1-response-sent }\n"
#define RULE(id) "id: " id ", clause: \"5\", says: s, "
#define EXCLUSION(id, when)                                                                        \
	"  - { " RULE(id) "tested-at: [acceptance], effect: exclude, when: " when " }\n"
/* With more keys: another effect, exceptions. */
#define EXCLUSION_AT(id, at, rest) "  - { " RULE(id) "tested-at: " at ", " rest " }\n"
#define WINDOW(id, door, rest) "  - { " RULE(id) "door: " door ", " rest " }\n"
#define AGE(compare, months) "{ issue-arose: { " compare ": " months ", before: complaint-made } }"

static inline struct complaint_policy *policy_of(const char *before, const char *after)
{
	struct complaint_policy *policy = NULL;
	struct complaint_diagnostics *diags = NULL;
	char *text = malloc(strlen(HEAD) + strlen(before) + strlen(STAGE) + strlen(after) + 1);
	char *said;

	sprintf(text, "%s%s%s%s", HEAD, before, STAGE, after);
	CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK);
	complaint_policy_load_memory("small.yaml", text, COMPLAINT_NUL_TERMINATED, NULL, 0, &policy,
				     diags);
	said = test_diagnostics_text(diags);
	CHECK_TEXT(said, "");
	free(said);
	free(text);
	complaint_diagnostics_free(diags);
	return policy;
}

/* To be freed. */
static inline char *lines_of(const struct complaint_policy *policy)
{
	struct complaint_findings *findings = NULL;
	char *lines = calloc(1, 10000);

	CHECK_STATUS(complaint_policy_examine(policy, &findings), COMPLAINT_OK);
	for (size_t i = 0; i < complaint_findings_count(findings); i++) {
		uint32_t rule = complaint_findings_get_rule(findings, i);
		const char *id = complaint_policy_get_rule_id(policy, rule);

		sprintf(lines + strlen(lines), "%s%s %s\n",
			complaint_findings_is_accepted(findings, i) ? "accepted " : "",
			complaint_findings_get_slug(findings, i), id ? id : "-");
	}
	complaint_findings_free(findings);
	return lines;
}

struct findings_row {
	const char *name, *before, *after, *wanted;
};

static inline void check_rows(const struct findings_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct complaint_policy *policy;
		char *lines;

		test_case("%s", rows[i].name);
		policy = policy_of(rows[i].before, rows[i].after);
		lines = lines_of(policy);
		CHECK_TEXT(lines, rows[i].wanted);
		free(lines);
		complaint_policy_free(policy);
	}
}
