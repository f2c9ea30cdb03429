/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

#include "base/memory.h"
#include "policy/words.h"

const char *cmpl_rule_name(const struct complaint_policy *policy, uint32_t rule)
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

uint32_t cmpl_reading_number(const struct complaint_policy *policy, uint32_t rule,
			     const char *label)
{
	size_t count = complaint_policy_rule_reading_count(policy, rule);

	for (size_t i = 0; label && i < count; i++) {
		const char *other = complaint_policy_get_rule_reading_text(policy, rule, i,
									   COMPLAINT_READING_LABEL);

		if (other && strcmp(other, label) == 0)
			return (uint32_t)i;
	}
	return COMPLAINT_NONE;
}

uint32_t cmpl_reading_used(const struct cmpl_report *report, uint32_t rule, const char *label)
{
	if (!label)
		label = complaint_answer_get_chosen_reading(report->answer, rule);
	if (!label) /* which is usual */
		return COMPLAINT_NONE;
	return cmpl_reading_number(report->policy, rule, label);
}

bool cmpl_add_limit(struct cmpl_string *out, const struct complaint_policy *policy, uint32_t rule,
		    uint32_t reading, int32_t which)
{
	int32_t amount = 0, unit = 0;

	if (complaint_policy_get_rule_limit(policy, rule, reading, which, &amount, &unit) !=
	    COMPLAINT_OK)
		return false;
	if (unit <= COMPLAINT_UNIT_YEARS) {
		cmpl_string_add_number(out, amount);
		cmpl_string_add_char(out, ' ');
	}
	cmpl_string_add(out, cmpl_word_unit(unit, amount));
	return true;
}

/* The view writes into a buffer; these ask once more when the usual one is too small. */
#define ROOM 256

static bool add_whole(struct cmpl_string *out, const char *text, size_t length, size_t room)
{
	if (length >= room)
		return false;
	cmpl_string_add_bytes(out, text, length);
	return true;
}

bool cmpl_add_anchor(struct cmpl_string *out, const struct complaint_policy *policy, uint32_t rule,
		     uint32_t reading, int32_t which)
{
	char room[ROOM], *larger;
	size_t length = 0;

	if (complaint_policy_describe_anchor(policy, rule, reading, which, room, sizeof(room),
					     &length) != COMPLAINT_OK)
		return false;
	if (add_whole(out, room, length, sizeof(room)))
		return true;
	larger = cmpl_alloc(length + 1);
	if (larger)
		complaint_policy_describe_anchor(policy, rule, reading, which, larger, length + 1,
						 &length);
	out->failed = out->failed || !larger;
	if (larger)
		cmpl_string_add(out, larger);
	cmpl_free(larger);
	return true;
}

bool cmpl_add_term(struct cmpl_string *out, const struct complaint_policy *policy, uint32_t term)
{
	char room[ROOM], *larger;
	size_t length = 0;

	if (complaint_policy_describe_term(policy, term, room, sizeof(room), &length) !=
	    COMPLAINT_OK)
		return false;
	if (add_whole(out, room, length, sizeof(room)))
		return true;
	larger = cmpl_alloc(length + 1);
	if (larger)
		complaint_policy_describe_term(policy, term, larger, length + 1, &length);
	out->failed = out->failed || !larger;
	if (larger)
		cmpl_string_add(out, larger);
	cmpl_free(larger);
	return true;
}
