/* SPDX-License-Identifier: MIT */
#include "test.h"

static const char *word(const char *const *words, size_t count, int32_t number)
{
	return number > 0 && (size_t)number < count ? words[number] : NULL;
}

#define WORD(words, number) word(words, sizeof(words) / sizeof((words)[0]), number)

const char *word_outcome(int32_t outcome)
{
	static const char *const words[] = { NULL, "accepted", "excluded", "discretion",
					     "undetermined" };

	return WORD(words, outcome);
}

const char *word_duty_state(int32_t state)
{
	static const char *const words[] = {
		NULL,      "not-owed",        "waiting",      "undetermined",
		"no-date", "beyond-calendar", "done-in-time", "done-late",
		"overdue", "running",
	};

	return WORD(words, state);
}

const char *word_extension(int32_t outcome)
{
	static const char *const words[] = {
		NULL, "permitted", "needs", "refused", "no-rule", "beyond-calendar", "undetermined",
	};

	return WORD(words, outcome);
}

const char *word_window_state(int32_t state)
{
	static const char *const words[] = {
		NULL,           "not-available", "undetermined",    "used-in-time", "used-late",
		"not-yet-open", "closed",        "beyond-calendar", "open",
	};

	return WORD(words, state);
}

const char *name_of_rule(const struct complaint_policy *policy, uint32_t rule)
{
	switch (complaint_policy_get_rule_kind(policy, rule)) {
	case 0: return NULL;
	case COMPLAINT_RULE_REFUSAL: return "refusal";
	case COMPLAINT_RULE_EXTENSION:
		return complaint_policy_get_rule_id(policy,
						    complaint_policy_get_rule_owner(policy, rule));
	default: return complaint_policy_get_rule_id(policy, rule);
	}
}
