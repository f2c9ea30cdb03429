/* SPDX-License-Identifier: MIT */
#include "policy/words.h"

#include <stddef.h>

#include <complaint/standing.h>
#include <complaint/vocabulary.h>

/*
 * With their lengths before them, and without an address that would have to be put right at load.
 */
struct word {
	uint8_t length;
	char text[23];
};
#define W(text)                                                                                    \
	{                                                                                          \
		sizeof(text) - 1, text                                                             \
	}
#define IS_IN(table, number) ((number) > 0 && (size_t)(number) < sizeof(table) / sizeof((table)[0]))
#define WORD(table, number) (IS_IN(table, number) ? (table)[number].text : NULL)

static const struct word truths[] = { W(""), W("false"), W("true"), W("unknown") };

static const struct word outcomes[] = { W(""), W("accepted"), W("excluded"), W("discretion"),
					W("undetermined") };

static const struct word duty_states[] = {
	W(""),        W("not-owed"),        W("waiting"),      W("undetermined"),
	W("no-date"), W("beyond-calendar"), W("done-in-time"), W("done-late"),
	W("overdue"), W("running"),
};

static const struct word causes[] = {
	W(""),
	W("when-false"),
	W("exception"),
	W("stage-skipped"),
	W("not-in-force"),
	W("not-refused"),
	W("exclusion-not-used"),
	W("route-not-taken"),
	W("no-extension-made"),
	W("window-not-used"),
	W("refused"),
	W("closed"),
	W("route-duty"),
	W("other-reading"),
	W("stage-not-started"),
	W("anchor-not-yet"),
	W("anchor-unknown"),
	W("condition-unknown"),
	W("done-unknown"),
	W("no-now"),
	W("span"),
	W("chosen-readings-cycle"),
};

static const struct word extension_outcomes[] = {
	W(""),        W("permitted"),       W("needs"),        W("refused"),
	W("no-rule"), W("beyond-calendar"), W("undetermined"),
};

static const struct word window_states[] = {
	W(""),          W("not-available"), W("undetermined"), W("used-in-time"),
	W("used-late"), W("not-yet-open"),  W("closed"),       W("beyond-calendar"),
	W("open"),
};

static const struct word standings[] = {
	W(""),          W("refused"),     W("closed"),       W("in-stage"), W("between-stages"),
	W("exhausted"), W("not-started"), W("undetermined"),
};

static const struct word kinds[] = {
	W(""),     W("refusal"),   W("exclusion"), W("route"),  W("stage"),
	W("duty"), W("extension"), W("tier"),      W("window"),
};

static const struct word strengths[] = { W(""),    W("must"),     W("should"),
					 W("aim"), W("normally"), W("may") };

static const struct word effects[] = {
	W(""), W("exclude"), W("normally-exclude"), W("refer-for-decision"), W("may-decline"),
};

static const struct word sides[] = { W(""), W("acceptance"), W("refusal") };
static const struct word sures[] = { W(""), W("primary"), W("copy"), W("unconfirmed") };
static const struct word groundses[] = { W(""), W("closed"), W("open") };
static const struct word verbs[] = { W(""), W("tell"), W("ask"), W("refer-to") };
static const struct word types[] = { W(""), W("true-false"), W("number"), W("choice") };
static const struct word sorts[] = { W(""),      W("when"),  W("unless"), W("opens-unless"),
				     W("needs"), W("factor") };

static const struct word places[] = {
	W(""),      W("file"),      W("refusal"), W("exclusion"), W("route"),
	W("stage"), W("extension"), W("tier"),    W("otherwise"), W("window"),
};

static const struct word terms[] = {
	W(""),      W("all"),    W("any"),    W("not"),   W("fact"),
	W("event"), W("number"), W("choice"), W("order"), W("elapsed"),
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

static const struct word moments[] = { W("acceptance"), W("escalation"), W("additional-issue") };

const char *cmpl_word_truth(int32_t truth)
{
	return WORD(truths, truth);
}

const char *cmpl_word_outcome(int32_t outcome)
{
	return WORD(outcomes, outcome);
}

const char *cmpl_word_duty_state(int32_t state)
{
	return WORD(duty_states, state);
}

const char *cmpl_word_cause(int32_t cause)
{
	return WORD(causes, cause);
}

const char *cmpl_word_extension_outcome(int32_t outcome)
{
	return WORD(extension_outcomes, outcome);
}

const char *cmpl_word_window_state(int32_t state)
{
	return WORD(window_states, state);
}

const char *cmpl_word_standing(int32_t state)
{
	return WORD(standings, state);
}

const char *cmpl_word_at(int32_t at)
{
	switch (at) {
	case COMPLAINT_AT_ACCEPTANCE: return moments[0].text;
	case COMPLAINT_AT_ESCALATION: return moments[1].text;
	case COMPLAINT_AT_ADDITIONAL_ISSUE: return moments[2].text;
	}
	return NULL;
}

const char *cmpl_word_rule_kind(int32_t kind)
{
	return WORD(kinds, kind);
}

const char *cmpl_word_strength(int32_t strength)
{
	return WORD(strengths, strength);
}

const char *cmpl_word_effect(int32_t effect)
{
	return WORD(effects, effect);
}

const char *cmpl_word_favours(int32_t favours)
{
	return WORD(sides, favours);
}

const char *cmpl_word_sure(int32_t sure)
{
	return WORD(sures, sure);
}

const char *cmpl_word_place(int32_t place)
{
	return WORD(places, place);
}

const char *cmpl_word_verb(int32_t verb)
{
	return WORD(verbs, verb);
}

const char *cmpl_word_condition(int32_t sort)
{
	return WORD(sorts, sort);
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
	if (amount == 1 && IS_IN(single_units, unit))
		return single_units[unit];
	return IS_IN(units, unit) ? units[unit] : NULL;
}
