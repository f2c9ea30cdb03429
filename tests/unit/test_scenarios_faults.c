/* SPDX-License-Identifier: MIT */
/* Scenarios that are wrong, each with its exact message. */
#include <complaint/scenarios.h>

#include <stdlib.h>

#include "small.h"

static struct complaint_set *set;

#define NUL COMPLAINT_NUL_TERMINATED
#define HEAD "format: 1\nkind: scenarios\npolicy: policy.yaml\nscenarios:\n"
/* Lines begin at 6. */
#define ONE HEAD "  - name: one\n"

static const struct {
	const char *name;
	const char *text;
	const char *want;
} faults[] = {
	{ "everything that can be expected",
	  ONE "    request: { extend: respond-stage-1, adds: 1 week }\n"
	      "    expect:\n"
	      "      eligibility:\n"
	      "        outcome: discretion\n"
	      "        because: [too-old]\n"
	      "        undecided: []\n"
	      "        questions: [issue-arose, pet-involved]\n"
	      "        factors: [further-evidence]\n"
	      "        route: none\n"
	      "        treat-as: feedback\n"
	      "        starts-at: stage-1\n"
	      "        part: the old part\n"
	      "        refer-to: the council\n"
	      "        decided-by: the board\n"
	      "        rest: accepted\n"
	      "        notices: [reasons, visit-times]\n"
	      "        readings:\n"
	      "          too-old:\n"
	      "            a-year: { outcome: accepted, because: [] }\n"
	      "            as-filed: { outcome: discretion }\n"
	      "      deadlines:\n"
	      "        respond-stage-1:\n"
	      "          state: waiting\n"
	      "          due: 2022-09-01\n"
	      "          projected: true\n"
	      "          readings:\n"
	      "            calendar-days: { state: overdue, due: 2022-09-01T10:00+01:00 }\n"
	      "      extension:\n"
	      "        outcome: needs\n"
	      "        tier: usual-stage-1\n"
	      "        due: 2022-09-01\n"
	      "        missing: [good-reason]\n"
	      "        unknown: [extension-agreed]\n"
	      "        notices: []\n"
	      "        duties: [explain-refusal]\n"
	      "        readings:\n"
	      "          stage-1:\n"
	      "            they-count: { outcome: refused }\n"
	      "      windows:\n"
	      "        escalate: { state: closed, opens: not-yet, closes: 2022-09-01, if-late: "
	      "new-complaint }\n",
	  "" },
	{ "a name, and something expected", HEAD "  - facts: { anonymous: true }\n",
	  "s.yaml:5:5: error: a scenario lacks \"name\" [missing-key]\n"
	  "  hint: add \"name:\", a sentence that one could dispute\n"
	  "s.yaml:5:5: error: a scenario lacks \"expect\" [missing-key]\n"
	  "  hint: add \"expect:\", the answer that is expected\n" },
	{ "the keys of a case, and no others",
	  ONE "    evnts: { issue-arose: 2022 }\n    expect: { windows: { escalate: { state: open "
	      "} } }\n",
	  "s.yaml:6:5: error: unknown key \"evnts\" in a scenario [unknown-key]\n"
	  "  hint: did you mean \"events\"?\n" },
	{ "the faults of its case",
	  ONE "    facts: { anonimous: true }\n    expect: { windows: { escalate: { state: open } "
	      "} }\n",
	  "s.yaml:6:14: error: \"anonimous\" is not a fact that is known [unknown-name]\n"
	  "  hint: did you mean \"anonymous\"?\n" },
	{ "nothing is expected", ONE "    expect: {}\n",
	  "s.yaml:6:13: error: \"expect\" has no key in it [empty-mapping]\n"
	  "  hint: write the answer that is expected\n" },
	{ "nothing of an answer is expected",
	  ONE "    expect: { eligibility: {}, deadlines: { respond-stage-1: {} } }\n",
	  "s.yaml:6:28: error: an expected eligibility has no key in it [empty-mapping]\n"
	  "  hint: leave it out, or write what is expected\n"
	  "s.yaml:6:62: error: an expected deadline has no key in it [empty-mapping]\n"
	  "  hint: leave it out, or write what is expected\n" },
	{ "a misspelt answer", ONE "    expect: { eligibilty: { outcome: accepted } }\n",
	  "s.yaml:6:15: error: unknown key \"eligibilty\" in \"expect\" [unknown-key]\n"
	  "  hint: did you mean \"eligibility\"?\n" },
	{ "a misspelt outcome", ONE "    expect: { eligibility: { outcome: acepted } }\n",
	  "s.yaml:6:39: error: \"outcome\" cannot be \"acepted\" [unknown-value]\n"
	  "  hint: did you mean \"accepted\"?\n" },
	{ "a misspelt exclusion", ONE "    expect: { eligibility: { because: [to-old] } }\n",
	  "s.yaml:6:40: error: the policy has no rule \"to-old\" [unknown-rule]\n"
	  "  hint: did you mean \"too-old\"?\n" },
	{ "an exclusion twice",
	  ONE "    expect: { eligibility: { because: [too-old, too-old] } }\n",
	  "s.yaml:6:49: error: \"too-old\" stands twice in \"because\" [duplicate-entry]\n"
	  "  hint: remove one of the two\n" },
	{ "a route is none of the exclusions",
	  ONE "    expect: { eligibility: { because: [straight-to-two] } }\n",
	  "s.yaml:6:40: error: \"straight-to-two\" is a route, and an exclusion is wanted here "
	  "[rule-of-another-kind]\n"
	  "  hint: write the id of an exclusion\n" },
	{ "one route, not a list", ONE "    expect: { eligibility: { route: [none] } }\n",
	  "s.yaml:6:37: error: \"route\" must be a name, not a list [wrong-type]\n"
	  "  hint: give a route, none or undetermined\n" },
	{ "a list, not one exclusion", ONE "    expect: { eligibility: { because: too-old } }\n",
	  "s.yaml:6:39: error: \"because\" must be a list, not a text [wrong-type]\n"
	  "  hint: give a list of the exclusions that apply, each on a line of its own, after \"- "
	  "\"\n" },
	{ "a misspelt question", ONE "    expect: { eligibility: { questions: [isue-arose] } }\n",
	  "s.yaml:6:42: error: \"isue-arose\" is not a fact or an event that is known "
	  "[unknown-name]\n"
	  "  hint: did you mean \"issue-arose\"?\n" },
	{ "a misspelt notice", ONE "    expect: { eligibility: { notices: [reason] } }\n",
	  "s.yaml:6:40: error: \"reason\" is not a notice that is known [unknown-name]\n"
	  "  hint: did you mean \"reasons\"?\n" },
	{ "a misspelt record", ONE "    expect: { eligibility: { treat-as: fedback } }\n",
	  "s.yaml:6:40: error: \"fedback\" is not a record that is known [unknown-name]\n"
	  "  hint: did you mean \"feedback\"?\n" },
	{ "a misspelt duty",
	  ONE "    expect: { deadlines: { respond-stage1: { state: overdue } } }\n",
	  "s.yaml:6:28: error: the policy has no rule \"respond-stage1\" [unknown-rule]\n"
	  "  hint: did you mean \"respond-stage-1\"?\n" },
	{ "a misspelt state",
	  ONE "    expect: { deadlines: { respond-stage-1: { state: over-due } } }\n",
	  "s.yaml:6:54: error: \"state\" cannot be \"over-due\" [unknown-value]\n"
	  "  hint: did you mean \"overdue\"?\n" },
	{ "a due date is no month",
	  ONE "    expect: { deadlines: { respond-stage-1: { due: 2022-09 } } }\n",
	  "s.yaml:6:52: error: \"due\" must be a day, or a day with a time, not \"2022-09\" "
	  "[date-malformed]\n"
	  "  hint: write it as 2022-09-19, or as 2022-09-19T09:30+01:00\n" },
	{ "projected is true or false",
	  ONE "    expect: { deadlines: { respond-stage-1: { projected: yes } } }\n",
	  "s.yaml:6:58: error: \"yes\" is not a boolean here [boolean-look-alike]\n"
	  "  hint: write true\n" },
	{ "a misspelt label",
	  ONE "    expect: { deadlines: { respond-stage-1: { readings: { calender-days: { state: "
	      "overdue } } } } }\n",
	  "s.yaml:6:59: error: \"respond-stage-1\" has no reading \"calender-days\" "
	  "[unknown-reading]\n"
	  "  hint: did you mean \"calendar-days\"?\n" },
	{ "a reading has no readings",
	  ONE "    expect: { deadlines: { respond-stage-1: { readings: { calendar-days: { "
	      "readings: { a: { state: overdue } } } } } } }\n",
	  "s.yaml:6:76: error: unknown key \"readings\" in a reading of a deadline [unknown-key]\n"
	  "  hint: the keys of a reading of a deadline are state, due, projected\n" },
	{ "a label of another rule",
	  ONE "    expect: { eligibility: { readings: { many-things: { a-year: { outcome: accepted "
	      "} } } } }\n",
	  "s.yaml:6:57: error: \"many-things\" has no reading \"a-year\" [unknown-reading]\n"
	  "  hint: write a label that the rule has under \"or-read-as\"\n" },
	{ "an extension that nobody asked for",
	  ONE "    expect: { extension: { outcome: no-rule } }\n",
	  "s.yaml:6:15: error: an extension is expected, and none is asked for "
	  "[nothing-expected]\n"
	  "  hint: add \"request: { extend: ..., adds: ... }\" to the scenario\n" },
	{ "two scenarios of one name",
	  ONE "    expect: { windows: { escalate: { state: open } } }\n"
	      "  - name: one\n    expect: { windows: { escalate: { state: opened } } }\n",
	  "s.yaml:7:11: error: the scenario of line 5 has the same name [duplicate-scenario]\n"
	  "  hint: say in the name what is different here\n"
	  "s.yaml:8:45: error: \"state\" cannot be \"opened\" [unknown-value]\n"
	  "  hint: did you mean \"open\"?\n" },
	{ "a policy that lies elsewhere",
	  "format: 1\nkind: scenarios\npolicy: ../policy.yaml\nscenarios:\n  - name: one\n"
	  "    expect: { windows: { escalate: { state: open } } }\n",
	  "s.yaml:3:9: error: the policy \"../policy.yaml\" does not lie beside the scenarios "
	  "[policy-outside-folder]\n"
	  "  hint: write the name of a file of the same folder, as policy.yaml\n" },
	{ "no policy and no scenarios", "format: 1\nkind: scenarios\n",
	  "s.yaml:1:1: error: a scenarios file lacks \"policy\" [missing-key]\n"
	  "  hint: add \"policy:\", the policy file they belong to, as policy.yaml\n"
	  "s.yaml:1:1: error: a scenarios file lacks \"scenarios\" [missing-key]\n"
	  "  hint: add \"scenarios:\", the list of scenarios\n" },
	{ "scenarios that are no mappings", HEAD "  - one\n",
	  "s.yaml:5:5: error: a scenario must be a mapping, not a text [wrong-type]\n"
	  "  hint: write its keys below one another, as \"name: ...\"\n" },
};

static void test_faults(void)
{
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct complaint_diagnostics *diags = NULL;
		struct complaint_scenarios *own = NULL, *unheard = NULL;
		complaint_status wanted =
			faults[i].want[0] ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK;
		char *text;

		test_case("%s", faults[i].name);
		complaint_diagnostics_new(&diags);
		CHECK_STATUS(complaint_scenarios_load_memory(set, "s.yaml", faults[i].text, NUL,
							     &own, diags),
			     wanted);
		CHECK_STATUS(complaint_scenarios_load_memory(set, "s.yaml", faults[i].text, NUL,
							     &unheard, NULL),
			     wanted);
		CHECK(!own == (wanted != COMPLAINT_OK));
		text = test_diagnostics_text(diags);
		CHECK_TEXT(text, faults[i].want);
		free(text);
		complaint_scenarios_free(own);
		complaint_scenarios_free(unheard);
		complaint_diagnostics_free(diags);
	}
}

int main(void)
{
	set = small_set();
	if (set) {
		test_faults();
	}
	complaint_set_free(set);
	return test_finish();
}
