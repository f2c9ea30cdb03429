/* SPDX-License-Identifier: MIT */
#include "write/words.h"

#include <stddef.h>

#include <complaint/standing.h>
#include <complaint/vocabulary.h>

#define SHORT(table, number)                                                                       \
	((number) > 0 && (size_t)(number) < sizeof(table) / sizeof((table)[0])                     \
		 ? (table)[number].text                                                            \
		 : NULL)
#define WORD(table, number)                                                                        \
	((number) > 0 && (size_t)(number) < sizeof(table) / sizeof((table)[0]) ? (table)[number]   \
									       : NULL)

const struct cmpl_short_word cmpl_short_truth[4] = {
	{ "", 0 },
	CMPL_SHORT_WORD("false"),
	CMPL_SHORT_WORD("true"),
	CMPL_SHORT_WORD("unknown"),
};

const struct cmpl_short_word cmpl_short_outcome[5] = {
	{ "", 0 },
	CMPL_SHORT_WORD("accepted"),
	CMPL_SHORT_WORD("excluded"),
	CMPL_SHORT_WORD("discretion"),
	CMPL_SHORT_WORD("undetermined"),
};

const struct cmpl_short_word cmpl_short_duty_state[10] = {
	{ "", 0 },
	CMPL_SHORT_WORD("not-owed"),
	CMPL_SHORT_WORD("waiting"),
	CMPL_SHORT_WORD("undetermined"),
	CMPL_SHORT_WORD("no-date"),
	CMPL_SHORT_WORD("beyond-calendar"),
	CMPL_SHORT_WORD("done-in-time"),
	CMPL_SHORT_WORD("done-late"),
	CMPL_SHORT_WORD("overdue"),
	CMPL_SHORT_WORD("running"),
};

const struct cmpl_short_word cmpl_short_cause[22] = {
	{ "", 0 },
	CMPL_SHORT_WORD("when-false"),
	CMPL_SHORT_WORD("exception"),
	CMPL_SHORT_WORD("stage-skipped"),
	CMPL_SHORT_WORD("not-in-force"),
	CMPL_SHORT_WORD("not-refused"),
	CMPL_SHORT_WORD("exclusion-not-used"),
	CMPL_SHORT_WORD("route-not-taken"),
	CMPL_SHORT_WORD("no-extension-made"),
	CMPL_SHORT_WORD("window-not-used"),
	CMPL_SHORT_WORD("refused"),
	CMPL_SHORT_WORD("closed"),
	CMPL_SHORT_WORD("route-duty"),
	CMPL_SHORT_WORD("other-reading"),
	CMPL_SHORT_WORD("stage-not-started"),
	CMPL_SHORT_WORD("anchor-not-yet"),
	CMPL_SHORT_WORD("anchor-unknown"),
	CMPL_SHORT_WORD("condition-unknown"),
	CMPL_SHORT_WORD("done-unknown"),
	CMPL_SHORT_WORD("no-now"),
	CMPL_SHORT_WORD("span"),
	CMPL_SHORT_WORD("chosen-readings-cycle"),
};

static const char *const extension_outcomes[] = {
	NULL, "permitted", "needs", "refused", "no-rule", "beyond-calendar", "undetermined",
};

const struct cmpl_short_word cmpl_short_window_state[9] = {
	{ "", 0 },
	CMPL_SHORT_WORD("not-available"),
	CMPL_SHORT_WORD("undetermined"),
	CMPL_SHORT_WORD("used-in-time"),
	CMPL_SHORT_WORD("used-late"),
	CMPL_SHORT_WORD("not-yet-open"),
	CMPL_SHORT_WORD("closed"),
	CMPL_SHORT_WORD("beyond-calendar"),
	CMPL_SHORT_WORD("open"),
};

const struct cmpl_short_word cmpl_short_standing[8] = {
	{ "", 0 },
	CMPL_SHORT_WORD("refused"),
	CMPL_SHORT_WORD("closed"),
	CMPL_SHORT_WORD("in-stage"),
	CMPL_SHORT_WORD("between-stages"),
	CMPL_SHORT_WORD("exhausted"),
	CMPL_SHORT_WORD("not-started"),
	CMPL_SHORT_WORD("undetermined"),
};

const struct cmpl_short_word cmpl_short_rule_kind[9] = {
	{ "", 0 },
	CMPL_SHORT_WORD("refusal"),
	CMPL_SHORT_WORD("exclusion"),
	CMPL_SHORT_WORD("route"),
	CMPL_SHORT_WORD("stage"),
	CMPL_SHORT_WORD("duty"),
	CMPL_SHORT_WORD("extension"),
	CMPL_SHORT_WORD("tier"),
	CMPL_SHORT_WORD("window"),
};

const struct cmpl_short_word cmpl_short_strength[6] = {
	{ "", 0 },
	CMPL_SHORT_WORD("must"),
	CMPL_SHORT_WORD("should"),
	CMPL_SHORT_WORD("aim"),
	CMPL_SHORT_WORD("normally"),
	CMPL_SHORT_WORD("may"),
};

const struct cmpl_short_word cmpl_short_effect[5] = {
	{ "", 0 },
	CMPL_SHORT_WORD("exclude"),
	CMPL_SHORT_WORD("normally-exclude"),
	CMPL_SHORT_WORD("refer-for-decision"),
	CMPL_SHORT_WORD("may-decline"),
};

const struct cmpl_short_word cmpl_short_favours[3] = {
	{ "", 0 },
	CMPL_SHORT_WORD("acceptance"),
	CMPL_SHORT_WORD("refusal"),
};
static const char *const sures[] = { NULL, "primary", "copy", "unconfirmed" };
static const char *const groundses[] = { NULL, "closed", "open" };
const struct cmpl_short_word cmpl_short_verb[4] = {
	{ "", 0 },
	CMPL_SHORT_WORD("tell"),
	CMPL_SHORT_WORD("ask"),
	CMPL_SHORT_WORD("refer-to"),
};
static const char *const types[] = { NULL, "true-false", "number", "choice" };
const struct cmpl_short_word cmpl_short_condition[6] = {
	{ "", 0 },
	CMPL_SHORT_WORD("when"),
	CMPL_SHORT_WORD("unless"),
	CMPL_SHORT_WORD("opens-unless"),
	CMPL_SHORT_WORD("needs"),
	CMPL_SHORT_WORD("factor"),
};

const struct cmpl_short_word cmpl_short_place[10] = {
	{ "", 0 },
	CMPL_SHORT_WORD("file"),
	CMPL_SHORT_WORD("refusal"),
	CMPL_SHORT_WORD("exclusion"),
	CMPL_SHORT_WORD("route"),
	CMPL_SHORT_WORD("stage"),
	CMPL_SHORT_WORD("extension"),
	CMPL_SHORT_WORD("tier"),
	CMPL_SHORT_WORD("otherwise"),
	CMPL_SHORT_WORD("window"),
};

static const char *const terms[] = {
	NULL, "all", "any", "not", "fact", "event", "number", "choice", "order", "elapsed",
};

static const char *const units[] = {
	NULL,
	"working days",
	"calendar days",
	"hours",
	"weeks",
	"months",
	"years",
	"close of business on the next working day",
	"close of business on the next calendar day",
	"immediately",
	"as soon as possible",
	"no limit",
};

static const char *const single_units[] = {
	NULL, "working day", "calendar day", "hour", "week", "month", "year",
};

const char *cmpl_word_truth(int32_t truth)
{
	return SHORT(cmpl_short_truth, truth);
}

const char *cmpl_word_outcome(int32_t outcome)
{
	return SHORT(cmpl_short_outcome, outcome);
}

const char *cmpl_word_duty_state(int32_t state)
{
	return SHORT(cmpl_short_duty_state, state);
}

const char *cmpl_word_cause(int32_t cause)
{
	return SHORT(cmpl_short_cause, cause);
}

const char *cmpl_word_extension_outcome(int32_t outcome)
{
	return WORD(extension_outcomes, outcome);
}

const char *cmpl_word_window_state(int32_t state)
{
	return SHORT(cmpl_short_window_state, state);
}

const char *cmpl_word_standing(int32_t state)
{
	return SHORT(cmpl_short_standing, state);
}

const char *cmpl_word_at(int32_t at)
{
	switch (at) {
	case COMPLAINT_AT_ACCEPTANCE: return "acceptance";
	case COMPLAINT_AT_ESCALATION: return "escalation";
	case COMPLAINT_AT_ADDITIONAL_ISSUE: return "additional-issue";
	}
	return NULL;
}

const char *cmpl_word_rule_kind(int32_t kind)
{
	return SHORT(cmpl_short_rule_kind, kind);
}

const char *cmpl_word_strength(int32_t strength)
{
	return SHORT(cmpl_short_strength, strength);
}

const char *cmpl_word_effect(int32_t effect)
{
	return SHORT(cmpl_short_effect, effect);
}

const char *cmpl_word_favours(int32_t favours)
{
	return SHORT(cmpl_short_favours, favours);
}

const char *cmpl_word_sure(int32_t sure)
{
	return WORD(sures, sure);
}

const char *cmpl_word_place(int32_t place)
{
	return SHORT(cmpl_short_place, place);
}

const char *cmpl_word_verb(int32_t verb)
{
	return SHORT(cmpl_short_verb, verb);
}

const char *cmpl_word_condition(int32_t sort)
{
	return SHORT(cmpl_short_condition, sort);
}

const char *cmpl_word_term(int32_t kind)
{
	return WORD(terms, kind);
}

const char *cmpl_word_type(int32_t type)
{
	return WORD(types, type);
}

const char *cmpl_word_grounds(int32_t grounds)
{
	return WORD(groundses, grounds);
}

const char *cmpl_word_unit(int32_t unit, int32_t amount)
{
	if (amount == 1 && WORD(single_units, unit))
		return WORD(single_units, unit);
	return WORD(units, unit);
}
