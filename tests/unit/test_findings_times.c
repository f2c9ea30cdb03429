/* SPDX-License-Identifier: MIT */
/* Tiers, windows, deadlines, and who is told. */
#include "findings.h"

#define EXTENSION(tiers)                                                                           \
	"    extension:\n      of: respond\n"                                                      \
	"      duties: [{ id: tell, clause: \"5\", says: s, tell: resident, about: [new-date] "    \
	"}]\n"                                                                                     \
	"      tiers:\n" tiers
#define TIER(id, limit) "        - { " RULE(id) limit ", needs: [good-reason] }\n"

static const struct findings_row tiers[] = {
	{ "working days reach further than calendar days", "",
	  EXTENSION(TIER("a", "up-to: 10 calendar days") TIER("b", "up-to: 10 working days")), "" },
	{ "and never the other way round", "",
	  EXTENSION(TIER("a", "up-to: 10 working days") TIER("b", "up-to: 10 calendar days")),
	  "tier-never-reached b\n" },
	{ "two weeks can be further than ten working days of an ordinary fortnight", "",
	  EXTENSION(TIER("a", "up-to: 9 working days") TIER("b", "up-to: 2 weeks")), "" },
	{ "a month can be longer than thirty days, in some months", "",
	  EXTENSION(TIER("a", "up-to: 30 calendar days") TIER("b", "up-to: 1 month")), "" },
	{ "and never than thirty-one", "",
	  EXTENSION(TIER("a", "up-to: 31 calendar days") TIER("b", "up-to: 1 month")),
	  "tier-never-reached b\n" },
	{ "in all, no longer than the limit itself", "",
	  EXTENSION(TIER("a", "in-all: 10 working days")), "tier-never-reached a\n" },
	{ "in all, a day longer", "", EXTENSION(TIER("a", "in-all: 11 working days")), "" },
	{ "in all, hidden behind what is added", "",
	  EXTENSION(TIER("a", "up-to: 10 working days") TIER("b", "in-all: 20 working days")),
	  "tier-never-reached b\n" },
	{ "and a day beyond it", "",
	  EXTENSION(TIER("a", "up-to: 10 working days") TIER("b", "in-all: 21 working days")), "" },
	{ "no limit is reached behind any", "",
	  EXTENSION(TIER("a", "up-to: 10 working days") TIER("b", "up-to: no limit")), "" },
	{ "behind one that has a span of its own there may be cases", "",
	  EXTENSION(TIER("a", "in-force: { from: 2023-05 }, up-to: 10 working days")
			    TIER("b", "up-to: 10 calendar days")),
	  "" },
	{ "tiers of a reading", "",
	  EXTENSION(TIER("a", "up-to: 10 working days")) "      or-read-as: [{ label: r, words: w, "
							 "tiers: [{ " RULE(
								 "x") "up-to: 10 working days }, "
								      "{ " RULE("y") "up-to: 12 "
										     "calendar "
										     "days }] }]\n",
	  "tier-never-reached y\n" },
	{ "hidden on one day, and not on another", "",
	  EXTENSION(TIER("a", "up-to: 1 month") TIER("b", "up-to: 30 calendar days")), "" },
};

#define OPENS "opens: { after: stage-1-response-sent }"
#define BY "used-by: escalation-requested"
#define W "windows:\n"

static const struct findings_row windows[] = {
	{ "opposite conditions abut", "",
	  W WINDOW("a", "stage-2", "when: works-outstanding-at-outcome, " OPENS)
		  WINDOW("b", "stage-2", "when: { not: works-outstanding-at-outcome }, " OPENS),
	  "" },
	{ "with more in common, too", "",
	  W WINDOW("a", "stage-2",
		   "when: { all: [still-dissatisfied, works-outstanding-at-outcome] }, " OPENS)
		  WINDOW("b", "stage-2",
			 "when: { all: [still-dissatisfied, { not: works-outstanding-at-outcome }] "
			 "}, " OPENS),
	  "" },
	{ "with more in one of them there is a gap", "",
	  W WINDOW("a", "stage-2",
		   "when: { all: [still-dissatisfied, works-outstanding-at-outcome] }, " OPENS)
		  WINDOW("b", "stage-2", "when: { not: works-outstanding-at-outcome }, " OPENS),
	  "windows-gap b\n" },
	{ "that a third one fills", "",
	  W WINDOW("a", "stage-2",
		   "when: { all: [still-dissatisfied, works-outstanding-at-outcome] }, " OPENS)
		  WINDOW("b", "stage-2", "when: { not: works-outstanding-at-outcome }, " OPENS)
			  WINDOW("c", "stage-2",
				 "when: { all: [works-outstanding-at-outcome, { not: "
				 "still-dissatisfied }] }, " OPENS),
	  "" },
	{ "with less in one of them there is an overlap", "",
	  W WINDOW("a", "stage-2",
		   "when: { any: [still-dissatisfied, works-outstanding-at-outcome] }, " OPENS)
		  WINDOW("b", "stage-2", "when: { not: works-outstanding-at-outcome }, " OPENS),
	  "windows-overlap b\n" },
	{ "numbers that miss one", "",
	  W WINDOW("a", "stage-2", "when: { signatures: { less-than: 5 } }")
		  WINDOW("b", "stage-2", "when: { signatures: { more-than: 5 } }"),
	  "windows-gap b\n" },
	{ "numbers that have one twice", "",
	  W WINDOW("a", "stage-2", "when: { signatures: { at-most: 5 } }")
		  WINDOW("b", "stage-2", "when: { signatures: { at-least: 5 } }"),
	  "windows-overlap b\n" },
	{ "two ways that do not take turns", "",
	  W WINDOW("a", "stage-2", "when: still-dissatisfied")
		  WINDOW("b", "stage-2",
			 "when: { all: [still-dissatisfied, works-outstanding-at-outcome] }"),
	  "" },
	{ "two doors", "",
	  W WINDOW("a", "stage-2", "when: { signatures: { less-than: 5 } }")
		  WINDOW("b", "reply", "when: { signatures: { more-than: 5 } }"),
	  "" },
	{ "eight weeks and eight weeks abut", "",
	  W WINDOW("a", "designated-person", "closes: { within: 8 weeks, after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "" },
	{ "also as days", "",
	  W WINDOW("a", "designated-person",
		   "closes: { within: 56 calendar days, after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "" },
	{ "a day too late", "",
	  W WINDOW("a", "designated-person",
		   "closes: { within: 55 calendar days, after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "windows-gap b\n" },
	{ "a day too early", "",
	  W WINDOW("a", "designated-person",
		   "closes: { within: 57 calendar days, after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "windows-overlap b\n" },
	{ "moved off closed days, on some days only", "",
	  W WINDOW("a", "designated-person",
		   "counting: { due-on-closed-day: next-working-day }, closes: { within: 8 weeks, "
		   "after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "windows-overlap b\n" },
	{ "far apart, and to other doors", "",
	  W WINDOW("a", "designated-person", "closes: { within: 4 weeks, after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "" },
	{ "far apart, to one door", "",
	  W WINDOW("a", "housing-ombudsman", "closes: { within: 4 weeks, after: complaint-made }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "windows-gap b\n" },
	{ "from other events", "",
	  W WINDOW("a", "designated-person",
		   "closes: { within: 55 calendar days, after: complaint-received }")
		  WINDOW("b", "housing-ombudsman",
			 "opens: { wait: 8 weeks, after: complaint-made }"),
	  "" },
	{ "never for the same person", "",
	  W WINDOW("a", "designated-person",
		   "when: with-ombudsman, closes: { within: 55 calendar days, after: "
		   "complaint-made }") WINDOW("b", "housing-ombudsman",
					      "when: { not: with-ombudsman }, opens: { wait: 8 "
					      "weeks, after: complaint-made }"),
	  "" },
	{ "that a window to another door does not fill", "",
	  W WINDOW("a", "stage-2",
		   "when: { all: [still-dissatisfied, works-outstanding-at-outcome] }, " OPENS)
		  WINDOW("b", "stage-2", "when: { not: works-outstanding-at-outcome }, " OPENS)
			  WINDOW("c", "reply",
				 "when: { all: [works-outstanding-at-outcome, { not: "
				 "still-dissatisfied }] }, " OPENS),
	  "windows-gap b\n" },
};

#define STAGE_2(within, after)                                                                     \
	"  - " RULE_LINES(                                                                         \
		"stage-2") "    starts: escalation-requested\n    ends: stage-2-response-sent\n"   \
			   "    duties: [{ " RULE(                                                 \
				   "review") "within: " within ", after: " after                   \
					     ", done-by: stage-2-response-sent }]\n"
#define RULE_LINES(id) "id: " id "\n    clause: \"7\"\n    says: s\n"
#define ESCALATE WINDOW("escalate", "stage-2", OPENS ", " BY)

static const struct findings_row deadlines[] = {
	{ "a review from its own beginning", "",
	  STAGE_2("5 working days", "escalation-requested") W ESCALATE, "" },
	{ "a review due before it can begin, should stage 1 take its time", "",
	  STAGE_2("9 working days", "complaint-received") W ESCALATE,
	  "deadline-before-event review\n" },
	{ "on the last day of stage 1 it can", "",
	  STAGE_2("10 working days", "complaint-received") W ESCALATE, "" },
	{ "with a wait before it", "",
	  STAGE_2("10 working days", "complaint-received")
		  W WINDOW("escalate", "stage-2",
			   "opens: { wait: 1 week, after: stage-1-response-sent }, " BY),
	  "deadline-before-event review\n" },
	{ "that somebody can lift nothing is certain", "",
	  STAGE_2("10 working days", "complaint-received")
		  W WINDOW("escalate", "stage-2",
			   "opens: { wait: 1 week, after: stage-1-response-sent, unless: [{ says: "
			   "s, when: with-ombudsman }] }, " BY),
	  "" },
	{ "another way in is open at any time", "",
	  STAGE_2("9 working days", "complaint-received")
		  W ESCALATE WINDOW("other", "stage-2", "when: with-ombudsman, " BY),
	  "" },
	{ "what is done through a window that is not open yet", "",
	  "duties: [{ " RULE("hear") "within: 1 week, after: complaint-made, done-by: "
				     "ombudsman-approached }]\n" W WINDOW(
					     "a", "housing-ombudsman",
					     "opens: { wait: 8 weeks, after: complaint-made }, "
					     "used-by: ombudsman-approached"),
	  "deadline-before-event hear\n" },
	{ "or is by then", "",
	  "duties: [{ " RULE("hear") "within: 9 weeks, after: complaint-made, done-by: "
				     "ombudsman-approached }]\n" W WINDOW(
					     "a", "housing-ombudsman",
					     "opens: { wait: 8 weeks, after: complaint-made }, "
					     "used-by: ombudsman-approached"),
	  "" },
	{ "a condition that is met only by then", "",
	  "duties: [{ " RULE("hear") "when: ombudsman-approached, within: 1 week, after: "
				     "complaint-made, done-by: contact-made }]\n" W WINDOW(
					     "a", "housing-ombudsman",
					     "opens: { wait: 8 weeks, after: complaint-made }, "
					     "used-by: ombudsman-approached"),
	  "deadline-before-event hear\n" },
	{ "or need not be met by then", "",
	  "duties: [{ " RULE(
		  "hear") "when: { any: [ombudsman-approached, with-ombudsman] }, within: 1 week, "
			  "after: complaint-made, done-by: contact-made }]\n" W WINDOW(
				  "a", "housing-ombudsman",
				  "opens: { wait: 8 weeks, after: complaint-made }, "
				  "used-by: ombudsman-approached"),
	  "" },
	{ "a duty that is gone once it is done", "",
	  "duties: [{ " RULE("call") "when: { not: contact-made }, within: 1 week, after: "
				     "complaint-made, done-by: contact-made }]\n",
	  "never-fulfilled call\n" },
	{ "in a roundabout way", "",
	  "duties: [{ " RULE(
		  "call") "when: complaint-unclear, unless: [{ says: s, when: { contact-made: { "
			  "after: complaint-made } } }, { says: s, when: { not: { contact-made: { "
			  "after: complaint-made } } } }], within: 1 week, after: complaint-made, "
			  "done-by: contact-made }]\n",
	  "never-applies call\nunknown-though-settled call\n" },
	{ "a duty that stays", "",
	  "duties: [{ " RULE("call") "when: { not: with-ombudsman }, within: 1 week, after: "
				     "complaint-made, done-by: contact-made }]\n",
	  "" },
	{ "a window that is gone once it is used", "",
	  W WINDOW("a", "housing-ombudsman",
		   "when: { not: ombudsman-approached }, used-by: ombudsman-approached"),
	  "never-fulfilled a\n" },
	{ "owed on a use that nothing records", "",
	  W WINDOW("a", "housing-ombudsman",
		   "duties: [{ " RULE("x") "tell: resident, about: [reasons] }]"),
	  "never-fulfilled x\n" },
	{ "owed before an event it is, whoever uses it", "",
	  W WINDOW("a", "housing-ombudsman",
		   "duties: [{ " RULE(
			   "x") "tell: resident, about: [reasons], before: complaint-closed }]"),
	  "" },
	{ "a fortnight is enough, but for Easter", "",
	  STAGE_2("2 weeks", "complaint-received") W ESCALATE, "deadline-before-event review\n" },
};

#define SILENT_REFUSAL "refusal: { clause: \"5\", says: s, grounds: closed }\n"

static const struct findings_row told[] = {
	{ "the refusal tells", REFUSAL "exclusions:\n" EXCLUSION("a", "with-ombudsman"), "", "" },
	{ "nobody tells", SILENT_REFUSAL "exclusions:\n" EXCLUSION("a", "with-ombudsman"), "",
	  "nobody-told a\n" },
	{ "there is no refusal", "exclusions:\n" EXCLUSION("a", "with-ombudsman"), "",
	  "nobody-told a\n" },
	{ "the exclusion tells itself",
	  SILENT_REFUSAL
	  "exclusions:\n" EXCLUSION_AT("a", "[acceptance]",
				       "effect: exclude, when: with-ombudsman, duties: [{ " RULE(
					       "x") "tell: resident, about: [reasons] }]"),
	  "", "" },
	{ "it tells somebody else",
	  SILENT_REFUSAL
	  "exclusions:\n" EXCLUSION_AT("a", "[acceptance]",
				       "effect: exclude, when: with-ombudsman, duties: [{ " RULE(
					       "x") "tell: insurers, about: [reasons] }]"),
	  "", "nobody-told a\n" },
	{ "it tells nothing",
	  SILENT_REFUSAL
	  "exclusions:\n" EXCLUSION_AT("a", "[acceptance]",
				       "effect: exclude, when: with-ombudsman, duties: [{ " RULE(
					       "x") "tell: resident }]"),
	  "", "nobody-told a\nnobody-told x\n" },
	{ "a tier of two tells", "",
	  "    extension:\n      of: respond\n      tiers: [{ " RULE(
		  "a") "up-to: 5 working days, duties: [{ " RULE("x") "tell: resident, "
								      "about: [new-date] "
								      "}] }, { " RULE(
									      "b") "up-to: 9 "
										   "working days "
										   "}]\n",
	  "nobody-told b\n" },
	{ "what is told when a need is not met is no notice of the extension", "",
	  "    extension:\n      of: respond\n      tiers: [{ " RULE("a") "up-to: 5 "
									  "working days, "
									  "needs: "
									  "[good-reason], "
									  "otherwise: "
									  "[{ " RULE("x") "tel"
											  "l: "
											  "res"
											  "ide"
											  "nt,"
											  " ab"
											  "out"
											  ": "
											  "[ne"
											  "w-"
											  "dat"
											  "e] "
											  "}] "
											  "}]"
											  "\n",
	  "nobody-told a\n" },
};

int main(void)
{
	check_rows(tiers, COUNT_OF(tiers));
	check_rows(windows, COUNT_OF(windows));
	check_rows(deadlines, COUNT_OF(deadlines));
	check_rows(told, COUNT_OF(told));
	return test_finish();
}
