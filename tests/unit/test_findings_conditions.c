/* SPDX-License-Identifier: MIT */
/* What is found in one rule, and in two that share a name. */
#include "findings.h"

#define X REFUSAL "exclusions:\n"
#define OLD EXCLUSION("old", AGE("more-than", "6 months"))

static const struct findings_row alone[] = {
	{ "a plain ground is fine", X OLD, "", "" },
	{ "a fact and its opposite are never both so",
	  X EXCLUSION("a", "{ all: [with-ombudsman, { not: with-ombudsman }] }"), "",
	  "never-applies a\nunknown-though-settled a\n" },
	{ "and always one of them",
	  X EXCLUSION("a", "{ any: [with-ombudsman, { not: with-ombudsman }] }"), "",
	  "always-applies a\nunknown-though-settled a\n" },
	{ "an exception that takes everything",
	  X EXCLUSION_AT("a", "[acceptance]",
			 "effect: exclude, when: with-ombudsman, unless: [{ says: s, when: "
			 "with-ombudsman }]"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "an exception that takes some",
	  X EXCLUSION_AT("a", "[acceptance]",
			 "effect: exclude, when: with-ombudsman, unless: [{ says: s, when: "
			 "previously-considered }]"),
	  "", "" },
	{ "numbers that leave none",
	  X EXCLUSION("a",
		      "{ all: [{ signatures: { at-most: 4 } }, { signatures: { at-least: 5 } }] }"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "numbers that leave one",
	  X EXCLUSION("a",
		      "{ all: [{ signatures: { at-most: 5 } }, { signatures: { at-least: 5 } }] }"),
	  "", "" },
	{ "numbers that leave out none",
	  X EXCLUSION(
		  "a",
		  "{ any: [{ signatures: { less-than: 5 } }, { signatures: { more-than: 4 } }] }"),
	  "", "always-applies a\nunknown-though-settled a\n" },
	{ "numbers that leave out one",
	  X EXCLUSION(
		  "a",
		  "{ any: [{ signatures: { less-than: 5 } }, { signatures: { more-than: 5 } }] }"),
	  "", "" },
	{ "a choice cannot have two values",
	  X EXCLUSION("a",
		      "{ all: [{ tenure: { is: leaseholder } }, { tenure: { is: freeholder } }] }"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "but one of two",
	  X EXCLUSION("a",
		      "{ any: [{ tenure: { is: leaseholder } }, { tenure: { is: freeholder } }] }"),
	  "", "" },
	{ "an age that lies nowhere",
	  X EXCLUSION("a", "{ all: [" AGE("more-than", "12 months") ", " AGE("at-most",
									     "6 months") "] }"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "an age on the very day",
	  X EXCLUSION("a",
		      "{ all: [" AGE("at-least", "6 months") ", " AGE("at-most", "6 months") "] }"),
	  "", "" },
	{ "an age beyond the day and not beyond it",
	  X EXCLUSION("a", "{ all: [" AGE("more-than", "6 months") ", " AGE("at-most",
									    "6 months") "] }"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "an age between two others",
	  X EXCLUSION("a", "{ all: [" AGE("more-than", "6 months") ", " AGE("at-most",
									    "12 months") "] }"),
	  "", "" },
	{ "working days and weeks measure apart",
	  X EXCLUSION("a", "{ all: [" AGE("more-than", "10 working days") ", " AGE(
				   "less-than", "3 weeks") "] }"),
	  "", "" },
	{ "ten working days are never within a week",
	  X EXCLUSION("a", "{ all: [" AGE("more-than", "10 working days") ", " AGE("less-than",
										   "1 week") "] }"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "an order both ways",
	  X EXCLUSION("a", "{ all: [{ complaint-made: { before: stage-1-response-sent } }, { "
			   "complaint-made: { after: stage-1-response-sent } }] }"),
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "a date that a duty sets can be on either side",
	  X EXCLUSION("a", "{ complaint-made: { after: { due: respond } } }"), "", "" },
	{ "a fact under another that says it already",
	  X EXCLUSION("a", "{ all: [previously-considered, { any: [previously-considered, "
			   "with-ombudsman] }] }"),
	  "", "fact-never-matters a\n" },
	{ "a fact whose both answers are let in",
	  X EXCLUSION("a", "{ any: [{ all: [previously-considered, with-ombudsman] }, { all: "
			   "[previously-considered, { not: with-ombudsman }] }] }"),
	  "", "fact-never-matters a\nunknown-though-settled a\n" },
	{ "what silence answers is never asked", X EXCLUSION("a", "anonymous"), "",
	  "never-undetermined a\n" },
	{ "what silence answers in part is",
	  X EXCLUSION("a", "{ any: [anonymous, with-ombudsman] }"), "", "" },
	{ "a reading is tried, too",
	  X "  - "
	    "{ " RULE("a") "tested-at: [acceptance], effect: exclude, when: with-ombudsman, "
			   "or-read-as: [{ label: b, words: w, when: { all: [with-ombudsman, { "
			   "not: with-ombudsman }] } }] }\n",
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "an age beyond two of three thresholds",
	  X EXCLUSION("a",
		      "{ all: [" AGE("at-least", "6 months") ", " AGE(
			      "more-than", "12 months") ", " AGE("at-most", "24 months") "] }"),
	  "", "" },
	{ "two ages that leave no room between them, whatever lies there",
	  X EXCLUSION("a", "{ any: [{ all: [" AGE(
				   "more-than",
				   "6 months") ", { complaint-made: { more-than: 1 month, before: "
					       "complaint-received } }] }, { all: [with-ombudsman, "
					       "{ complaint-made: { more-than: 1 month, before: "
					       "complaint-received } }] }] }"),
	  "", "" },
	{ "a date that a duty sets, and another test of the same event",
	  X EXCLUSION("a",
		      "{ all: [{ complaint-made: { after: { due: respond } } }, complaint-made] }"),
	  "", "not-examined a\n" },
	{ "what hangs on today is never silent",
	  X EXCLUSION("a", "{ all: [anonymous, { stage-1-response-sent: { more-than: 6 months, "
			   "before: now } }] }"),
	  "", "" },
	{ "hours come out either way",
	  X EXCLUSION("a", "{ any: [with-ombudsman, { issue-arose: { at-most: 2 hours, before: "
			   "complaint-made } }] }"),
	  "", "" },
	{ "hours, and another test of the same date",
	  X EXCLUSION("a", "{ all: [" AGE("more-than", "6 hours") ", " AGE("less-than",
									   "12 hours") "] }"),
	  "", "not-examined a\n" },
	{ "what follows from two dates is no slip",
	  X EXCLUSION(
		  "a",
		  "{ all: [" AGE("more-than",
				 "12 months") ", { any: [with-ombudsman, { issue-known: { "
					      "at-least: 1 year, before: complaint-made } }] }] }"),
	  "", "" },
};

static const struct findings_row other_kinds[] = {
	{ "a route",
	  "routes:\n  - { " RULE("a") "tested-at: [acceptance], treat-as: feedback, when: { all: "
				      "[with-ombudsman, { not: with-ombudsman }] } }\n",
	  "", "never-applies a\nunknown-though-settled a\n" },
	{ "a route that takes all before another",
	  "routes:\n  - { " RULE(
		  "a") "tested-at: [acceptance], treat-as: feedback, when: { any: [{ signatures: { "
		       "at-most: 4 } }, { signatures: { at-least: 5 } }] } }\n"
		       "  - { " RULE("b") "tested-at: [acceptance], treat-as: feedback, when: "
					  "with-ombudsman }\n",
	  "", "always-applies a\nunknown-though-settled a\n" },
	{ "the last route may take all",
	  "routes:\n  - { " RULE(
		  "b") "tested-at: [acceptance], treat-as: feedback, when: with-ombudsman }\n"
		       "  - { " RULE("a") "tested-at: [acceptance], treat-as: feedback, when: { "
					  "any: [{ signatures: { at-most: 4 } }, { signatures: { "
					  "at-least: 5 } }] } }\n",
	  "", "unknown-though-settled a\n" },
	{ "a duty", "",
	  "duties:\n  - { " RULE("a") "tell: resident, about: [reasons], when: { all: "
				      "[with-ombudsman, { not: with-ombudsman }] } }\n",
	  "never-applies a\nunknown-though-settled a\n" },
	{ "a window", "",
	  "windows:\n" WINDOW("a", "reply",
			      "when: { any: [with-ombudsman, { not: with-ombudsman }] }"),
	  "always-applies a\nunknown-though-settled a\n" },
	{ "a tier's needs", "",
	  "    extension:\n      of: respond\n      duties: [{ id: tell, clause: \"5\", says: s, "
	  "tell: resident, about: [new-date] }]\n"
	  "      tiers: [{ " RULE(
		  "a") "up-to: 5 working days, needs: [good-reason, { not: good-reason }] }]\n",
	  "never-applies a\nunknown-though-settled a\n" },
	{ "a need that is a date before a limit", "",
	  "    extension:\n      of: respond\n      duties: [{ id: tell, clause: \"5\", says: s, "
	  "tell: resident, about: [new-date] }]\n"
	  "      tiers: [{ " RULE("a") "up-to: 5 working days, needs: [{ extension-agreed: { "
				       "before: { due: respond } } }] }]\n",
	  "" },
};

#define ROUTE(id, when)                                                                            \
	"  - { " RULE(id) "tested-at: [acceptance], treat-as: feedback, when: " when " }\n"

static const struct findings_row together[] = {
	{ "an older age within a younger", X OLD EXCLUSION("older", AGE("more-than", "12 months")),
	  "", "swallowed older\n" },
	{ "also when the wider comes later",
	  X EXCLUSION("older", AGE("more-than", "12 months")) OLD, "", "swallowed older\n" },
	{ "of two that are the same the later",
	  X OLD EXCLUSION("same", AGE("more-than", "6 months")), "", "swallowed same\n" },
	{ "not when it is the stronger",
	  X EXCLUSION_AT("old", "[acceptance]",
			 "effect: may-decline, when: " AGE("more-than", "6 months"))
		  EXCLUSION("older", AGE("more-than", "12 months")),
	  "", "" },
	{ "but when it is the weaker",
	  X OLD EXCLUSION_AT("older", "[acceptance]",
			     "effect: may-decline, when: " AGE("more-than", "12 months")),
	  "", "swallowed older\n" },
	{ "not when it is tested where the other is not",
	  X OLD EXCLUSION_AT("older", "[acceptance, escalation]",
			     "effect: exclude, when: " AGE("more-than", "12 months")),
	  "", "" },
	{ "not by one that takes only a part",
	  X EXCLUSION_AT("old", "[acceptance]",
			 "effect: exclude, part: p, when: " AGE("more-than", "6 months"))
		  EXCLUSION("older", AGE("more-than", "12 months")),
	  "", "" },
	{ "not by one whose exception lets it through",
	  X EXCLUSION_AT(
		  "old", "[acceptance]",
		  "effect: exclude, when: " AGE(
			  "more-than", "6 months") ", unless: [{ says: s, when: issue-ongoing }]")
		  EXCLUSION("older", AGE("more-than", "12 months")),
	  "", "" },
	{ "no name in common, nothing to compare",
	  X EXCLUSION("a", "with-ombudsman")
		  EXCLUSION("b", "{ any: [previously-considered, proceedings-issued] }"),
	  "", "" },
	{ "between them they leave no case", X OLD EXCLUSION("young", AGE("at-most", "6 months")),
	  "", "unknown-though-settled young\n" },
	{ "where one only may decline it is not settled",
	  X OLD EXCLUSION_AT("young", "[acceptance]",
			     "effect: may-decline, when: " AGE("at-most", "6 months")),
	  "", "" },
	{ "they leave a month", X OLD EXCLUSION("young", AGE("at-most", "5 months")), "", "" },
	{ "both moments apart",
	  X OLD EXCLUSION_AT("young", "[escalation]",
			     "effect: exclude, when: " AGE("at-most", "6 months")),
	  "", "" },
	{ "a route that another before it takes",
	  "routes:\n" ROUTE("wide", "with-ombudsman")
		  ROUTE("narrow", "{ all: [with-ombudsman, previously-considered] }"),
	  "", "swallowed narrow\n" },
	{ "a route that another after it takes too",
	  "routes:\n" ROUTE("narrow", "{ all: [with-ombudsman, previously-considered] }")
		  ROUTE("wide", "with-ombudsman"),
	  "", "" },
	{ "one that always applies settles it alone",
	  X EXCLUSION("a", "{ any: [with-ombudsman, { not: with-ombudsman }] }")
		  EXCLUSION("b", "with-ombudsman"),
	  "", "always-applies a\nunknown-though-settled a\n" },
	{ "a route that is tested where the other is not",
	  "routes:\n" ROUTE("wide", "with-ombudsman") "  - { " RULE(
		  "narrow") "tested-at: [acceptance, escalation], treat-as: feedback, when: { all: "
			    "[with-ombudsman, previously-considered] } }\n",
	  "", "" },
};

#define SIX(a) a "1, " a "2, " a "3, " a "4, " a "5, " a "6"
#define FACT(id) "  - { id: " id ", type: true-false, question: q }\n"
#define SIX_FACTS(a) FACT(a "1") FACT(a "2") FACT(a "3") FACT(a "4") FACT(a "5") FACT(a "6")

static const struct findings_row limits[] = {
	{ "twelve tests are tried",
	  "facts:\n" SIX_FACTS("a") SIX_FACTS("b")
		  X EXCLUSION("wide", "{ any: [" SIX("a") ", " SIX("b") "] }"),
	  "", "" },
	{ "with something amiss in them, too",
	  "facts:\n" SIX_FACTS("a") FACT("b1") FACT("b2") FACT("b3") FACT("b4") FACT("b5")
		  X EXCLUSION("wide", "{ any: [" SIX("a") ", b1, b2, b3, b4, { all: [b4, b5] }] }"),
	  "", "fact-never-matters wide\n" },
	{ "thirteen are not",
	  "facts:\n" SIX_FACTS("a") SIX_FACTS("b")
		  X EXCLUSION("wide", "{ any: [" SIX("a") ", " SIX("b") ", with-ombudsman] }"),
	  "", "not-examined wide\n" },
	{ "nor two rules with thirteen",
	  "facts:\n" SIX_FACTS("a") SIX_FACTS("b")
		  X EXCLUSION("one", "{ any: [" SIX("a") ", with-ombudsman] }")
			  EXCLUSION("two", "{ any: [" SIX("b") ", { not: with-ombudsman }] }"),
	  "", "not-examined two\n" },
	{ "unless they share nothing",
	  "facts:\n" SIX_FACTS("a") SIX_FACTS("b")
		  X EXCLUSION("one", "{ any: [" SIX("a") ", with-ombudsman] }")
			  EXCLUSION("two", "{ any: [" SIX("b") ", previously-considered] }"),
	  "", "" },
	{ "a name that nothing reads", "facts:\n" FACT("a1") FACT("a2") X EXCLUSION("a", "a2"), "",
	  "name-never-read -\n" },
	{ "one that a reading reads",
	  "facts:\n" FACT("a1") X
	  "  - { " RULE("a") "tested-at: [acceptance], effect: exclude, when: with-ombudsman, "
			     "or-read-as: [{ label: b, words: w, when: a1 }] }\n",
	  "", "" },
	{ "an event that is only an end",
	  "events:\n  - { id: e, question: q }\n  - { id: f, question: q }\n",
	  "  - { " RULE("last") "starts: complaint-received, ends: e, duties: [{ " RULE(
		  "x") "after: f }] }\n",
	  "" },
	{ "an event that only a window is used by", "events:\n  - { id: e, question: q }\n",
	  "windows:\n" WINDOW("a", "reply", "used-by: e"), "" },
	{ "an event that only a group names", "events:\n  - { id: e, question: q }\n",
	  "duties: [{ " RULE("x") "within: 1 week, after: { latest-of: [e, complaint-made] }, "
				  "done-by: contact-made }]\n",
	  "" },
};

int main(void)
{
	check_rows(alone, COUNT_OF(alone));
	check_rows(other_kinds, COUNT_OF(other_kinds));
	check_rows(together, COUNT_OF(together));
	check_rows(limits, COUNT_OF(limits));
	return test_finish();
}
