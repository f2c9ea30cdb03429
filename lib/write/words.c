/* SPDX-License-Identifier: MIT */
#include "write/words.h"

#include <stddef.h>

#include <complaint/standing.h>
#include <complaint/vocabulary.h>

#define WORD(table, number)                                                                        \
	((number) > 0 && (size_t)(number) < sizeof(table) / sizeof((table)[0]) ? (table)[number]   \
									       : NULL)

static const char *const truths[] = { NULL, "false", "true", "unknown" };

static const char *const outcomes[] = { NULL, "accepted", "excluded", "discretion",
					"undetermined" };

static const char *const duty_states[] = {
	NULL,           "not-owed",  "waiting", "undetermined", "no-date", "beyond-calendar",
	"done-in-time", "done-late", "overdue", "running",
};

static const char *const causes[] = {
	NULL,
	"when-false",
	"exception",
	"stage-skipped",
	"not-in-force",
	"not-refused",
	"exclusion-not-used",
	"route-not-taken",
	"no-extension-made",
	"window-not-used",
	"refused",
	"closed",
	"route-duty",
	"other-reading",
	"stage-not-started",
	"anchor-not-yet",
	"anchor-unknown",
	"condition-unknown",
	"done-unknown",
	"no-now",
	"span",
	"chosen-readings-cycle",
};

static const char *const extension_outcomes[] = {
	NULL, "permitted", "needs", "refused", "no-rule", "beyond-calendar", "undetermined",
};

static const char *const window_states[] = {
	NULL,           "not-available", "undetermined",    "used-in-time", "used-late",
	"not-yet-open", "closed",        "beyond-calendar", "open",
};

static const char *const standings[] = {
	NULL,        "refused",     "closed",       "in-stage", "between-stages",
	"exhausted", "not-started", "undetermined",
};

static const char *const kinds[] = {
	NULL, "refusal", "exclusion", "route", "stage", "duty", "extension", "tier", "window",
};

static const char *const strengths[] = { NULL, "must", "should", "aim", "normally", "may" };

static const char *const effects[] = {
	NULL, "exclude", "normally-exclude", "refer-for-decision", "may-decline",
};

static const char *const sides[] = { NULL, "acceptance", "refusal" };
static const char *const sures[] = { NULL, "primary", "copy", "unconfirmed" };
static const char *const groundses[] = { NULL, "closed", "open" };
static const char *const verbs[] = { NULL, "tell", "ask", "refer-to" };
static const char *const types[] = { NULL, "true-false", "number", "choice" };
static const char *const sorts[] = { NULL, "when", "unless", "opens-unless", "needs", "factor" };

static const char *const places[] = {
	NULL,    "file",      "refusal", "exclusion", "route",
	"stage", "extension", "tier",    "otherwise", "window",
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
	case COMPLAINT_AT_ACCEPTANCE: return "acceptance";
	case COMPLAINT_AT_ESCALATION: return "escalation";
	case COMPLAINT_AT_ADDITIONAL_ISSUE: return "additional-issue";
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
	if (amount == 1 && WORD(single_units, unit))
		return WORD(single_units, unit);
	return WORD(units, unit);
}
