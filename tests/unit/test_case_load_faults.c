/* SPDX-License-Identifier: MIT */
/* Cases that are wrong, each with its exact message. */
#include <complaint/case.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "small.h"

static struct complaint_set *set;

#define NUL COMPLAINT_NUL_TERMINATED
#define HEAD "format: 1\nkind: case\n"

/* Lines begin at 3: the head is put before them. */
static const struct {
	const char *name;
	const char *text;
	const char *want; /* every diagnostic, as a person reads it */
} faults[] = {
	{ "a case may be empty but for its head", "", "" },
	{ "a standard name that the policy does not read is no fault",
	  "facts:\n  every-supporter-complete: true\nevents:\n  petition-received: 2022-09\n", "" },
	{ "a misspelt key", "fatcs:\n  anonymous: true\n",
	  "case.yaml:3:1: error: unknown key \"fatcs\" in a case [unknown-key]\n"
	  "  hint: did you mean \"facts\"?\n" },
	{ "a misspelt fact", "facts:\n  anonimous: true\n",
	  "case.yaml:4:3: error: \"anonimous\" is not a fact that is known [unknown-name]\n"
	  "  hint: did you mean \"anonymous\"?\n" },
	{ "a misspelt fact of the policy's own", "facts:\n  pet-involvd: true\n",
	  "case.yaml:4:3: error: \"pet-involvd\" is not a fact that is known [unknown-name]\n"
	  "  hint: did you mean \"pet-involved\"?\n" },
	{ "a name unlike all others", "facts:\n  zzzzzzzzzzzz: true\n",
	  "case.yaml:4:3: error: \"zzzzzzzzzzzz\" is not a fact that is known [unknown-name]\n"
	  "  hint: use a name of the vocabulary, or one that the policy declares\n" },
	{ "an event among the facts", "facts:\n  complaint-received: true\n",
	  "case.yaml:4:3: error: \"complaint-received\" is an event, and a fact is wanted here "
	  "[name-of-another-list]\n"
	  "  hint: write it under \"events\", with its date\n" },
	{ "a fact among the events", "events:\n  anonymous: 2022-09-01\n",
	  "case.yaml:4:3: error: \"anonymous\" is a fact, and an event is wanted here "
	  "[name-of-another-list]\n"
	  "  hint: write it under \"facts\"\n" },
	{ "a notice among the facts", "facts:\n  reasons: true\n",
	  "case.yaml:4:3: error: \"reasons\" is a notice, and a fact is wanted here "
	  "[name-of-another-list]\n"
	  "  hint: write the name of a fact\n" },
	{ "yes is no truth", "facts:\n  anonymous: yes\n",
	  "case.yaml:4:14: error: \"yes\" is not a boolean here [boolean-look-alike]\n"
	  "  hint: write true\n" },
	{ "a text is no truth", "facts:\n  anonymous: perhaps\n",
	  "case.yaml:4:14: error: \"anonymous\" must be true or false, not \"perhaps\" "
	  "[wrong-type]\n"
	  "  hint: write true or false\n" },
	{ "nothing is no truth", "facts:\n  anonymous:\n",
	  "case.yaml:4:13: error: \"anonymous\" has nothing in it [empty-text]\n"
	  "  hint: leave \"anonymous\" out, or write true, false or unknown\n" },
	{ "a list is no truth", "facts:\n  anonymous: [true]\n",
	  "case.yaml:4:14: error: \"anonymous\" must be true or false, not a list [wrong-type]\n"
	  "  hint: give true, false or unknown\n" },
	{ "true is no number", "facts:\n  signatures: 012\n",
	  "case.yaml:4:15: error: \"012\" is not a number as the format writes it "
	  "[number-malformed]\n"
	  "  hint: write \"signatures: 12\"\n" },
	{ "a misspelt value of a choice", "facts:\n  tenure: leaseholders\n",
	  "case.yaml:4:11: error: \"tenure\" cannot be \"leaseholders\" [unknown-value]\n"
	  "  hint: did you mean \"leaseholder\"?\n" },
	{ "a value unlike all others", "facts:\n  block: true\n",
	  "case.yaml:4:10: error: \"block\" cannot be \"true\" [unknown-value]\n"
	  "  hint: write one of north, south, tower, unknown\n" },
	{ "a time without its offset", "events:\n  complaint-received: 2022-09-01T09:30\n",
	  "case.yaml:4:23: error: the time \"2022-09-01T09:30\" does not say its offset "
	  "[offset-missing]\n"
	  "  hint: write 2022-09-01T09:30+01:00 in British summer time, 2022-09-01T09:30Z in "
	  "winter\n" },
	{ "a day that there is not", "events:\n  complaint-received: 2022-02-30\n",
	  "case.yaml:4:23: error: there is no date \"2022-02-30\" [date-impossible]\n"
	  "  hint: February 2022 has 28 days\n" },
	{ "a moment that its offset puts beyond the known years",
	  "events:\n  complaint-received: 2199-12-31T23:30-01:00\n",
	  "case.yaml:4:23: error: \"complaint-received\" must be a day with a time and its offset, "
	  "not \"2199-12-31T23:30-01:00\" [date-malformed]\n"
	  "  hint: write it as 2022-10-29T09:30+01:00\n" },
	{ "the present is no month", "now: 2022-09\n",
	  "case.yaml:3:6: error: \"now\" must be a day, or a day with a time, not \"2022-09\" "
	  "[date-malformed]\n"
	  "  hint: write it as 2022-09-19, or as 2022-09-19T09:30+01:00\n" },
	{ "the unlisted are unknown or false", "unlisted-facts: true\n",
	  "case.yaml:3:17: error: \"unlisted-facts\" cannot be \"true\" [unknown-value]\n"
	  "  hint: write one of unknown, false\n" },
	{ "a request for nothing", "request: { asked: 2022-09-01 }\n",
	  "case.yaml:3:10: error: a request lacks \"at\" or \"extend\" [missing-key]\n"
	  "  hint: add \"at: acceptance\", or \"extend:\" and a duty\n" },
	{ "a request for two things",
	  "request: { at: acceptance, extend: respond-stage-1, adds: 1 week }\n",
	  "case.yaml:3:28: error: \"extend\" stands beside \"at\" [keys-incompatible]\n"
	  "  hint: ask one thing at a time: leave one of the two out\n"
	  "case.yaml:3:53: error: \"adds\" stands beside \"at\" [keys-incompatible]\n"
	  "  hint: ask one thing at a time: leave one of the two out\n" },
	{ "time to add, and no duty", "request: { adds: 1 week }\n",
	  "case.yaml:3:12: error: \"adds\" stands without \"extend\" [companion-missing]\n"
	  "  hint: add \"extend:\" and the duty to be extended\n" },
	{ "a misspelt moment", "request: { at: aceptance }\n",
	  "case.yaml:3:16: error: \"at\" cannot be \"aceptance\" [unknown-value]\n"
	  "  hint: did you mean \"acceptance\"?\n" },
	{ "an extension by neither time nor day", "request: { extend: respond-stage-1 }\n",
	  "case.yaml:3:10: error: an extension says neither \"adds\" nor \"until\" "
	  "[companion-missing]\n"
	  "  hint: add \"adds: 5 working days\", or \"until:\" and the new last day\n" },
	{ "an extension by both",
	  "request: { extend: respond-stage-1, adds: 1 week, until: 2022-09-30 }\n",
	  "case.yaml:3:51: error: \"adds\" and \"until\" both say how long [keys-incompatible]\n"
	  "  hint: leave one of the two out\n" },
	{ "an extension by bare days", "request: { extend: respond-stage-1, adds: 15 days }\n",
	  "case.yaml:3:43: error: \"15 days\" does not say which days [unit-missing]\n"
	  "  hint: write \"15 working days\" or \"15 calendar days\"\n" },
	{ "a misspelt duty", "request: { extend: respond-stage1, adds: 1 week }\n",
	  "case.yaml:3:20: error: the policy has no rule \"respond-stage1\" [unknown-rule]\n"
	  "  hint: did you mean \"respond-stage-1\"?\n" },
	{ "a window for a duty", "promises:\n  escalate: 2022-09-01\n",
	  "case.yaml:4:3: error: \"escalate\" is a window, and a duty is wanted here "
	  "[rule-of-another-kind]\n"
	  "  hint: write the id of a duty\n" },
	{ "extensions made: each has its faults",
	  "extensions:\n  - of: respond-stage-1\n    told: 2022-09-01\n  - adds: 1 week\n"
	  "  - { of: respond-stage-1, adds: 1 week, told: perhaps }\n  - text\n",
	  "case.yaml:4:5: error: an extension says neither \"adds\" nor \"until\" "
	  "[companion-missing]\n"
	  "  hint: add \"adds: 5 working days\", or \"until:\" and the new last day\n"
	  "case.yaml:6:5: error: an extension lacks \"of\" [missing-key]\n"
	  "  hint: add \"of:\", the duty whose limit was extended\n"
	  "case.yaml:7:48: error: \"told\" must be a day, or a day with a time, not \"perhaps\" "
	  "[date-malformed]\n"
	  "  hint: write it as 2022-09-19, or as 2022-09-19T09:30+01:00\n"
	  "case.yaml:8:5: error: an extension must be a mapping, not a text [wrong-type]\n"
	  "  hint: write its keys below one another, as \"of: ...\"\n" },
	{ "a misspelt label", "readings:\n  too-old: a-yaer\n",
	  "case.yaml:4:12: error: \"too-old\" has no reading \"a-yaer\" [unknown-reading]\n"
	  "  hint: did you mean \"a-year\"?\n" },
	{ "a label of a rule that has none", "readings:\n  escalate: working-days\n",
	  "case.yaml:4:13: error: \"escalate\" has no reading \"working-days\" [unknown-reading]\n"
	  "  hint: write a label that the rule has under \"or-read-as\"\n" },
	{ "an extension's reading goes by its stage", "readings:\n  stage-1: they-count\n", "" },
	{ "rules of each policy of the set are known",
	  "promises:\n  answer-once: 2022-09-01\nreadings:\n  answer-once: from-the-day\n"
	  "decisions:\n  not-ours: refuse\n",
	  "" },
	{ "a misspelt label of the second policy", "readings:\n  answer-once: from-that-day\n",
	  "case.yaml:4:16: error: \"answer-once\" has no reading \"from-that-day\" "
	  "[unknown-reading]\n"
	  "  hint: did you mean \"from-the-day\"?\n" },
	{ "a misspelt rule of the second policy", "decisions:\n  not-our: refuse\n",
	  "case.yaml:4:3: error: the policy has no rule \"not-our\" [unknown-rule]\n"
	  "  hint: did you mean \"not-ours\"?\n" },
	{ "a rule and its value can both be wrong",
	  "promises:\n  answer: soon\nreadings:\n  answr: A Label\ndecisions:\n  x: no\n",
	  "case.yaml:4:3: error: the policy has no rule \"answer\" [unknown-rule]\n"
	  "  hint: write the id of a rule of the policy\n"
	  "case.yaml:4:11: error: \"promise\" must be a day, not \"soon\" [date-malformed]\n"
	  "  hint: write the year, the month and the day, as 2022-09-19\n"
	  "case.yaml:6:3: error: the policy has no rule \"answr\" [unknown-rule]\n"
	  "  hint: write the id of a rule of the policy\n"
	  "case.yaml:6:10: error: \"A Label\" is not a name [id-malformed]\n"
	  "  hint: write \"a-label\": lower-case words joined by hyphens\n"
	  "case.yaml:8:3: error: the policy has no rule \"x\" [unknown-rule]\n"
	  "  hint: write the id of a rule of the policy\n"
	  "case.yaml:8:6: error: \"decision\" cannot be \"no\" [unknown-value]\n"
	  "  hint: write one of accept, refuse\n" },
	{ "a misspelt decision", "decisions:\n  too-old: acept\n",
	  "case.yaml:4:12: error: \"too-old\" cannot be \"acept\" [unknown-value]\n"
	  "  hint: did you mean \"accept\"?\n" },
	{ "a decision on what is no exclusion", "decisions:\n  straight-to-two: accept\n",
	  "case.yaml:4:3: error: \"straight-to-two\" is a route, and an exclusion is wanted here "
	  "[rule-of-another-kind]\n"
	  "  hint: write the id of an exclusion\n" },
	{ "an empty mapping is left out", "facts: {}\n",
	  "case.yaml:3:8: error: \"facts\" has no key in it [empty-mapping]\n"
	  "  hint: leave \"facts\" out, or write the facts that are known, each by its name\n" },
	{ "all faults in one run, also beside a doubled key",
	  "facts:\n  anonymous: true\n  anonymous: false\n  complex: no\nevents:\n  x: 2022\n",
	  "case.yaml:5:3: error: key \"anonymous\" stands twice in one mapping, first in line 4 "
	  "[duplicate-key]\n"
	  "  hint: keep one of them; two tests stand as a list under \"all\" or \"any\"\n"
	  "case.yaml:6:12: error: \"no\" is not a boolean here [boolean-look-alike]\n"
	  "  hint: write false\n"
	  "case.yaml:8:3: error: \"x\" is not an event that is known [unknown-name]\n"
	  "  hint: use a name of the vocabulary, or one that the policy declares\n" },
};

static void check_fault(const char *name, const char *bytes, const char *want)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_case *given = NULL, *unheard = NULL;
	complaint_status wanted =
		strstr(want, ": error:") ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK;
	char *text;

	complaint_diagnostics_new(&diags);
	CHECK_STATUS(complaint_case_load_memory(set, name, bytes, NUL, &given, diags), wanted);
	CHECK(!given == (wanted != COMPLAINT_OK));
	CHECK_STATUS(complaint_case_load_memory(set, name, bytes, NUL, &unheard, NULL), wanted);
	text = test_diagnostics_text(diags);
	CHECK_TEXT(text, want);
	free(text);
	complaint_case_free(given);
	complaint_case_free(unheard);
	complaint_diagnostics_free(diags);
}

static void test_faults(void)
{
	char bytes[2048];

	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		test_case("%s", faults[i].name);
		snprintf(bytes, sizeof(bytes), "%s%s", HEAD, faults[i].text);
		check_fault("case.yaml", bytes, faults[i].want);
	}
	test_case("a file of another kind");
	check_fault(
		"case.yaml", "format: 1\nkind: policy\nfacts:\n  x: 1\n",
		"case.yaml:2:7: error: the file is of kind \"policy\", and \"case\" is wanted here "
		"[kind-wrong]\n"
		"  hint: give another file, or mend its \"kind\"\n");
	test_case("a file without a head");
	check_fault("case.yaml", "now: 2022-09-01\n",
		    "case.yaml:1:1: error: the file lacks \"format\" [missing-key]\n"
		    "  hint: begin it with \"format: 1\"\n"
		    "case.yaml:1:1: error: the file lacks \"kind\" [missing-key]\n"
		    "  hint: add \"kind: case\"\n");
}

static void test_json(void)
{
	test_case("JSON may leave out the head, and write empty ones");
	check_fault("case.json", "{}", "");
	check_fault("case.json", "{\"facts\": {}, \"events\": {}, \"extensions\": []}", "");
	check_fault("case.json", "\xef\xbb\xbf\r\n{}", "");

	test_case("a head that is there must be right");
	check_fault("case.json", "{\"format\": 1, \"kind\": \"policy\"}",
		    "case.json:1:23: error: the file is of kind \"policy\", and \"case\" is wanted "
		    "here "
		    "[kind-wrong]\n"
		    "  hint: give another file, or mend its \"kind\"\n");

	test_case("null could mean two things");
	check_fault(
		"case.json",
		"{\"facts\": {\"complex\": null}, \"events\": {\"issue-arose\": null}}",
		"case.json:1:23: error: \"complex\" cannot be null [wrong-type]\n"
		"  hint: leave it out when nobody asked, or write \"unknown\" when nobody knows\n"
		"case.json:1:56: error: \"issue-arose\" cannot be null [wrong-type]\n"
		"  hint: leave it out when nobody asked, or write \"unknown\" when nobody knows\n");

	test_case("a truth in quotes is a text");
	check_fault("case.json", "{\"facts\": {\"complex\": \"true\"}}",
		    "case.json:1:23: error: \"true\" in quotes is not a boolean here "
		    "[boolean-look-alike]\n"
		    "  hint: write true without quotes\n");

	test_case("what is no object");
	check_fault(
		"case.json", "{\"facts\": [1]}",
		"case.json:1:11: error: \"facts\" must be a mapping, not a list [wrong-type]\n"
		"  hint: give the facts that are known, each by its name, as keys of its own\n");
}

static void test_without_policy(void)
{
	static const struct {
		const char *name, *text, *want;
	} rows[] = {
		{ "names of the vocabulary", "facts:\n  anonymous: true\n  tenure: other\n", "" },
		{ "a name that may be a policy's own",
		  "facts:\n  pet-involved: true\nevents:\n  lift-broke: 2022-09-01\n",
		  "case.yaml:4:3: note: \"pet-involved\" is not a fact of the vocabulary "
		  "[name-not-standard]\n"
		  "  hint: check the case with its policy\n"
		  "case.yaml:6:3: note: \"lift-broke\" is not an event of the vocabulary "
		  "[name-not-standard]\n"
		  "  hint: check the case with its policy\n" },
		{ "a name near a standard one", "facts:\n  anonimous: true\n",
		  "case.yaml:4:3: warning: \"anonimous\" is not a fact of the vocabulary "
		  "[name-not-standard]\n"
		  "  hint: did you mean \"anonymous\"? Else check it with its policy\n" },
		{ "what can be no name", "facts:\n  Anonymous Letter: true\n",
		  "case.yaml:4:3: error: \"Anonymous Letter\" is not a fact that is known "
		  "[unknown-name]\n"
		  "  hint: use a name of the vocabulary, or one that the policy declares\n" },
		{ "values of standard names are checked", "facts:\n  anonymous: yes\n",
		  "case.yaml:4:14: error: \"yes\" is not a boolean here [boolean-look-alike]\n"
		  "  hint: write true\n" },
		{ "a value that no fact can have", "facts:\n  pets: [a]\n",
		  "case.yaml:4:3: note: \"pets\" is not a fact of the vocabulary "
		  "[name-not-standard]\n"
		  "  hint: check the case with its policy\n"
		  "case.yaml:4:9: error: \"pets\" must have one value, not a list or a mapping "
		  "[wrong-type]\n"
		  "  hint: write the value behind the name, on one line\n" },
		{ "rules and labels are taken as written",
		  "promises:\n  any-duty: 2022-09-01\nreadings:\n  any-rule: any-label\n"
		  "request: { extend: any-duty, adds: 1 week }\n",
		  "" },
		{ "what can be no rule", "promises:\n  \"any duty\": 2022-09-01\n",
		  "case.yaml:4:3: error: \"any duty\" is not a name [id-malformed]\n"
		  "  hint: write the id of a duty\n" },
	};
	char bytes[512];

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct complaint_diagnostics *diags = NULL;
		char *text;

		test_case("without a policy: %s", rows[i].name);
		complaint_diagnostics_new(&diags);
		snprintf(bytes, sizeof(bytes), "%s%s", HEAD, rows[i].text);
		CHECK_STATUS(complaint_case_check_memory("case.yaml", bytes, NUL, diags),
			     strstr(rows[i].want, ": error:") ? COMPLAINT_ERR_INVALID_FILE
							      : COMPLAINT_OK);
		text = test_diagnostics_text(diags);
		CHECK_TEXT(text, rows[i].want);
		free(text);
		complaint_diagnostics_free(diags);
	}
}

int main(void)
{
	set = small_set();
	if (set) {
		test_faults();
		test_json();
	}
	test_without_policy();
	complaint_set_free(set);
	return test_finish();
}
