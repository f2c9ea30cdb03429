/* SPDX-License-Identifier: MIT */
/*
 * Chains of duties: which hang on themselves, by the file's choice or by one reading alone; tiers
 * and windows that make no sense.
 */
#include <complaint/policy.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "policy/policy.h"

#include "support/test.h"

#define HEAD                                                                                       \
	"format: 1\n"                                                                              \
	"kind: policy\n"                                                                           \
	"document: { issued-by: Example, title: T, in-force: { from: 2022-08 }, chosen-by: "       \
	"complaint-received }\n"                                                                   \
	"counting: { calendar: england-and-wales, time-zone: UTC }\n"
#define STAGE                                                                                      \
	"stages:\n"                                                                                \
	"  - id: stage-1\n"                                                                        \
	"    clause: \"1\"\n"                                                                      \
	"    says: s\n"                                                                            \
	"    starts: complaint-received\n"                                                         \
	"    ends: stage-1-response-sent\n"                                                        \
	"    duties:\n"
/* Duties in flow style, a line each. */
#define DUTY(id, rest) "      - { id: " id ", clause: \"1\", says: s, " rest " }\n"
#define AFTER(id, after, done) DUTY(id, "within: 1 week, after: " after ", done-by: " done)
#define RULE(id) "id: " id ", clause: \"1\", says: s, "

static const struct {
	const char *name, *before, *body;
	const char *cycles; /* the ends of the messages, a line each */
} rows[] = {
	{ "a chain with an end", "",
	  AFTER("a", "complaint-received", "complaint-logged")
		  AFTER("b", "complaint-logged", "complaint-acknowledged")
			  AFTER("c", "{ due: b }", "stage-1-response-sent"),
	  "" },
	{ "two that run from one another's events", "",
	  AFTER("a", "complaint-logged", "complaint-acknowledged")
		  AFTER("b", "complaint-acknowledged", "complaint-logged"),
	  "a → b → a\n" },
	{ "one that runs from what it is done by", "",
	  AFTER("a", "complaint-logged", "complaint-logged"), "a → a\n" },
	{ "one that runs from its own due date", "", AFTER("a", "{ due: a }", "complaint-logged"),
	  "a → a\n" },
	{ "told from the one that stands first", "",
	  AFTER("a", "complaint-received", "contact-made") AFTER("b", "{ due: d }",
								 "complaint-logged")
		  AFTER("c", "{ due: b }", "contact-made") AFTER("d", "{ due: c }", "contact-made"),
	  "b → d → c → b\n" },
	{ "two cycles", "",
	  AFTER("a", "{ due: b }", "complaint-logged") AFTER("b", "{ due: a }", "complaint-logged")
		  AFTER("c", "{ due: d }", "complaint-logged")
			  AFTER("d", "{ due: c }", "complaint-logged"),
	  "a → b → a\nc → d → c\n" },
	{ "through every duty of one event", "",
	  AFTER("a", "complaint-received", "complaint-logged")
		  AFTER("b", "{ due: c }", "complaint-logged")
			  AFTER("c", "complaint-logged", "stage-1-response-sent"),
	  "b → c → b\n" },
	{ "through the latest of some", "",
	  AFTER("a", "{ latest-of: [complaint-received, { due: b }] }", "complaint-logged")
		  AFTER("b", "{ earliest-of: [complaint-logged, complaint-made] }", "contact-made"),
	  "a → b → a\n" },
	{ "through an order without a limit", "",
	  AFTER("a", "contact-made", "complaint-logged")
		  DUTY("b", "before: complaint-logged, done-by: contact-made"),
	  "a → b → a\n" },
	{ "through a due date in a condition", "",
	  DUTY("a", "when: { contact-made: { before: { due: b } } }, within: 1 week, after: "
		    "complaint-received, done-by: complaint-logged")
		  AFTER("b", "complaint-logged", "stage-1-response-sent"),
	  "a → b → a\n" },
	{ "through a due date in an exception", "",
	  DUTY("a", "unless: [{ says: s, when: { all: [complex, { contact-made: { after: { due: b "
		    "} } }] "
		    "} }], within: 1 week, after: complaint-received, done-by: complaint-logged")
		  AFTER("b", "complaint-logged", "stage-1-response-sent"),
	  "a → b → a\n" },
	{ "a plain event in a condition is never projected", "",
	  DUTY("a",
	       "when: { contact-made: { before: stage-1-response-sent } }, within: 1 week, after: "
	       "complaint-received, done-by: complaint-logged")
		  AFTER("b", "complaint-logged", "stage-1-response-sent"),
	  "" },
	{ "through an exclusion and its duty",
	  "exclusions:\n  - { " RULE(
		  "x") "tested-at: [acceptance], effect: exclude, when: { contact-made: { "
		       "before: { due: b } } }, duties: [{ " RULE(
			       "a") "within: 1 week, after: complaint-received, "
				    "done-by: complaint-logged }] }\n",
	  AFTER("b", "complaint-logged", "stage-1-response-sent"), "a → b → a\n" },
	{ "a stage waits for the route taken at acceptance",
	  "routes:\n  - { " RULE(
		  "r") "tested-at: [acceptance], treat-as: feedback, when: { contact-made: "
		       "{ before: { due: a } } } }\n",
	  AFTER("a", "complaint-received", "stage-1-response-sent"), "a → a\n" },
	{ "and for no other route",
	  "routes:\n  - { " RULE(
		  "r") "tested-at: [escalation], treat-as: feedback, when: { contact-made: "
		       "{ before: { due: a } } } }\n",
	  AFTER("a", "complaint-received", "stage-1-response-sent"), "" },
	{ "by a reading alone", "",
	  AFTER("a", "complaint-received", "complaint-logged") DUTY(
		  "b", "within: 1 week, after: complaint-logged, done-by: stage-1-response-sent")
		  DUTY("c", "within: 1 week, after: complaint-received, done-by: "
			    "complaint-logged, or-read-as: [{ label: other, words: w, after: "
			    "stage-1-response-sent }]"),
	  "when read as \"other\": b → c → b\n" },
	{ "two readings, neither of which does it alone", "",
	  DUTY("a", "within: 1 week, after: complaint-received, done-by: complaint-logged, "
		    "or-read-as: [{ "
		    "label: x, words: w, after: { due: b } }]")
		  DUTY("b", "within: 1 week, after: complaint-received, done-by: contact-made, "
			    "or-read-as: [{ label: y, words: w, after: { due: a } }]"),
	  "" },
	{ "a reading that cuts what hangs on itself does not cure the file's choice", "",
	  DUTY("a", "within: 1 week, after: { due: b }, done-by: complaint-logged, or-read-as: [{ "
		    "label: x, "
		    "words: w, after: complaint-received }]")
		  AFTER("b", "{ due: a }", "contact-made"),
	  "a → b → a\n" },
	{ "by when a route is tested",
	  "routes:\n  - { " RULE(
		  "r") "tested-at: [escalation], treat-as: feedback, when: { contact-made: "
		       "{ before: { due: a } } }, or-read-as: [{ label: early, words: w, "
		       "tested-at: [acceptance] }] }\n",
	  AFTER("a", "complaint-received", "stage-1-response-sent"),
	  "when read as \"early\": a → a\n" },
	{ "through a duty that only a reading's tier brings", "",
	  AFTER("a", "complaint-logged",
		"stage-1-response-sent") "    extension:\n"
					 "      of: a\n"
					 "      tiers: [{ " RULE(
						 "t") "up-to: 1 week }]\n"
						      "      or-read-as:\n"
						      "        - label: other\n"
						      "          words: w\n"
						      "          tiers: [{ " RULE(
							      "u") "up-to: 1 week, duties: "
								   "[{ " RULE("b") "within: 1 "
										   "week, after: "
										   "stage-1-"
										   "response-sent, "
										   "done-by: "
										   "complaint-"
										   "logged }] }]\n",
	  "when read as \"other\": a → b → a\n" },
	{ "through a tier's needs and its duty", "",
	  AFTER("a", "complaint-logged",
		"stage-1-response-sent") "    extension:\n"
					 "      of: a\n"
					 "      tiers: [{ " RULE(
						 "t") "up-to: 1 week, needs: [{ extension-agreed: "
						      "{ before: { due: a } } }], "
						      "duties: [{ " RULE(
							      "b") "within: 1 week, after: "
								   "complaint-received, done-by: "
								   "complaint-logged }] }]\n",
	  "a → b → a\n" },
	{ "through a window and its duty", "",
	  AFTER("a", "complaint-logged", "stage-1-response-sent") "windows:\n  - { " RULE(
		  "w") "door: stage-2, opens: { after: { due: a } }, duties: [{ " RULE("b") "within"
											    ": 1 "
											    "week, "
											    "after:"
											    " compl"
											    "aint-"
											    "receiv"
											    "ed, "
											    "done-"
											    "by: "
											    "compla"
											    "int-"
											    "logged"
											    " }] "
											    "}\n",
	  "a → b → a\n" },
};

/* What follows "hangs on itself" in each message, the ": " before a bare cycle left out. */
static char *cycles_of(const struct complaint_diagnostics *diags)
{
	static char all[2048];

	all[0] = '\0';
	for (size_t i = 0; i < complaint_diagnostics_count(diags); i++) {
		const char *message = complaint_diagnostics_get_message(diags, i);
		const char *at = strstr(message, "hangs on itself");

		CHECK_TEXT(complaint_diagnostics_get_slug(diags, i), "duty-cycle");
		if (!at)
			continue;
		at += strlen("hangs on itself");
		strcat(all, at + (*at == ':' ? 2 : 1));
		strcat(all, "\n");
	}
	return all;
}

static complaint_status load(const char *before, const char *body, struct complaint_policy **policy,
			     struct complaint_diagnostics *diags)
{
	char text[8192];

	snprintf(text, sizeof(text), "%s%s%s%s", HEAD, before, STAGE, body);
	return complaint_policy_load_memory("p.yaml", text, COMPLAINT_NUL_TERMINATED, NULL, 0,
					    policy, diags);
}

static void test_chains(void)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct complaint_diagnostics *diags = NULL;
		struct complaint_policy *policy = NULL;

		test_case("a chain: %s", rows[i].name);
		if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
			return;
		CHECK_STATUS(load(rows[i].before, rows[i].body, &policy, diags),
			     *rows[i].cycles ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK);
		CHECK((policy != NULL) == !*rows[i].cycles);
		CHECK_TEXT(cycles_of(diags), rows[i].cycles);
		complaint_policy_free(policy);
		complaint_diagnostics_free(diags);
	}
}

/* --- tiers and windows --------------------------------------------------------- */

#define RESPOND AFTER("a", "complaint-received", "stage-1-response-sent")
#define TIERS "    extension:\n      of: a\n      tiers:\n"
#define TIER(id, rest) "        - { " RULE(id) rest " }\n"
#define WINDOW(rest) RESPOND "windows:\n  - { " RULE("w") "door: stage-2, " rest " }\n"
#define OPENS(wait) "opens: { wait: " wait ", after: stage-1-response-sent }, "
#define CLOSES(within) "closes: { within: " within ", after: stage-1-response-sent }"

static const struct {
	const char *name, *body;
	const char *slug; /* NULL: sound */
} senses[] = {
	{ "tiers that widen",
	  RESPOND TIERS TIER("t", "up-to: 5 working days") TIER("u", "up-to: 10 working days"),
	  NULL },
	{ "tiers of different units are not compared",
	  RESPOND TIERS TIER("t", "up-to: 20 calendar days") TIER("u", "up-to: 10 working days"),
	  NULL },
	{ "added and total time are not compared",
	  RESPOND TIERS TIER("t", "up-to: 20 working days") TIER("u", "in-all: 10 working days"),
	  NULL },
	{ "the same width twice",
	  RESPOND TIERS TIER("t", "up-to: 10 working days") TIER("u", "up-to: 10 working days"),
	  "tier-order" },
	{ "narrower after another unit between",
	  RESPOND TIERS TIER("t", "up-to: 10 working days") TIER("u", "up-to: 4 weeks")
		  TIER("v", "up-to: 9 working days"),
	  "tier-order" },
	{ "anything after no limit",
	  RESPOND TIERS TIER("t", "up-to: no limit") TIER("u", "in-all: 3 months"), "tier-order" },
	{ "a tier in force by itself may repeat another's width",
	  RESPOND TIERS TIER("t", "up-to: 1 week, in-force: { until: 2023-01 }")
		  TIER("u", "up-to: 1 week, in-force: { from: 2023-02 }"),
	  NULL },
	{ "tiers of a reading are compared among themselves",
	  RESPOND TIERS TIER("t",
			     "up-to: 1 week") "      or-read-as: [{ label: x, words: w, tiers: "
					      "[{ " RULE("u") "up-to: 2 weeks }, { " RULE(
						      "v") "up-to: 1 week }] }]\n",
	  "tier-order" },

	{ "a stage and its extension share their labels",
	  RESPOND TIERS TIER("t", "up-to: 1 week") "      or-read-as: [{ label: x, words: w, "
						   "earlier-extensions: do-not-count }]\n"
						   "    or-read-as: [{ label: x, words: w, ends: "
						   "stage-2-response-sent }]\n",
	  "duplicate-label" },
	{ "duties owed when no need can be false",
	  RESPOND TIERS TIER("t", "up-to: 1 week, otherwise: [{ " RULE("b") "tell: resident }]"),
	  "companion-missing" },
	{ "which a reading may change",
	  RESPOND TIERS TIER("t", "up-to: 1 week, otherwise: [{ " RULE(
					  "b") "tell: resident }], or-read-as: [{ label: x, words: "
					       "w, needs: [complex] }]"),
	  NULL },
	{ "a late use without an end", WINDOW("if-late: feedback"), "companion-missing" },
	{ "an end that only a reading has",
	  WINDOW(OPENS("1 week") "or-read-as: [{ label: x, words: w, if-late: feedback, " CLOSES(
		  "2 weeks") " }]"),
	  NULL },
	{ "an order and a limit, by a reading",
	  RESPOND DUTY("b", "before: stage-1-response-sent, done-by: contact-made, or-read-as: [{ "
			    "label: x, words: w, within: 1 week, after: complaint-made }]"),
	  "keys-incompatible" },

	{ "a window that abuts its wait", WINDOW(OPENS("8 weeks") CLOSES("8 weeks")),
	  "window-never-open" },
	{ "a window of one day", WINDOW(OPENS("8 weeks") CLOSES("57 calendar days")), NULL },
	{ "days against weeks", WINDOW(OPENS("8 weeks") CLOSES("56 calendar days")),
	  "window-never-open" },
	{ "a month is at most 31 days", WINDOW(OPENS("31 calendar days") CLOSES("1 month")),
	  "window-never-open" },
	{ "and can be more than 30", WINDOW(OPENS("30 calendar days") CLOSES("1 month")), NULL },
	{ "as many working days are never less",
	  WINDOW(OPENS("10 working days") CLOSES("10 calendar days")), "window-never-open" },
	{ "calendar days can be fewer than working days",
	  WINDOW(OPENS("10 calendar days") CLOSES("10 working days")), NULL },
	{ "hours against hours", WINDOW(OPENS("48 hours") CLOSES("48 hours")),
	  "window-never-open" },
	{ "an hour more", WINDOW(OPENS("48 hours") CLOSES("49 hours")), NULL },
	{ "hours and days are not compared", WINDOW(OPENS("2 weeks") CLOSES("1 hour")), NULL },
	{ "a closing that moves to a working day can outlast the wait",
	  WINDOW("counting: { due-on-closed-day: next-working-day }, " OPENS("8 weeks")
			 CLOSES("8 weeks")),
	  NULL },
	{ "working days never move",
	  WINDOW("counting: { due-on-closed-day: next-working-day }, " OPENS("9 working days")
			 CLOSES("9 working days")),
	  "window-never-open" },
	{ "other events are not compared",
	  WINDOW("opens: { wait: 8 weeks, after: complaint-made }, " CLOSES("1 week")), NULL },
	{ "a wait that an exception lifts",
	  WINDOW("opens: { wait: 8 weeks, after: stage-1-response-sent, unless: [{ says: s, when: "
		 "complex }] }, " CLOSES("1 week")),
	  NULL },
	{ "no wait, no fault", WINDOW("opens: { after: stage-1-response-sent }, " CLOSES("1 week")),
	  NULL },
	{ "the same list of events",
	  WINDOW("opens: { wait: 8 weeks, after: { latest-of: [complaint-made, { due: a }] } }, "
		 "closes: { within: 2 weeks, after: { latest-of: [complaint-made, { due: a }] } }"),
	  "window-never-open" },
	{ "by a reading alone",
	  WINDOW(OPENS("8 weeks") CLOSES("12 weeks") ", or-read-as: [{ label: x, words: w, " CLOSES(
		  "8 weeks") " }]"),
	  "window-never-open" },
};

static void test_senses(void)
{
	for (size_t i = 0; i < COUNT_OF(senses); i++) {
		struct complaint_diagnostics *diags = NULL;
		struct complaint_policy *policy = NULL;

		test_case("%s", senses[i].name);
		if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
			return;
		CHECK_STATUS(load("", senses[i].body, &policy, diags),
			     senses[i].slug ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK);
		CHECK_NUMBER(complaint_diagnostics_count(diags), senses[i].slug ? 1 : 0);
		CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), senses[i].slug);
		complaint_policy_free(policy);
		complaint_diagnostics_free(diags);
	}
}

int main(void)
{
	test_chains();
	test_senses();
	return test_finish();
}
