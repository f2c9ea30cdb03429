/* SPDX-License-Identifier: MIT */
/*
 * What a case holds besides facts and events: the question, extensions, promises, readings,
 * decisions.
 */
#include "case/case.h"

#include <string.h>

#include "base/abi.h"
#include "base/memory.h"
#include "base/text.h"

static void free_extension(struct cmpl_extension_made *made)
{
	cmpl_free(made->of);
	memset(made, 0, sizeof(*made));
}

static void free_pairs(struct cmpl_pair *pairs, uint32_t *count)
{
	for (uint32_t i = 0; i < *count; i++) {
		cmpl_free(pairs[i].rule);
		cmpl_free(pairs[i].label);
	}
	*count = 0;
}

static void clear_request(struct complaint_case *complaint_case)
{
	free_extension(&complaint_case->asked);
	complaint_case->request = CMPL_REQUEST_NONE;
	complaint_case->tested_at = 0;
}

void cmpl_case_clear_lists(struct complaint_case *complaint_case)
{
	clear_request(complaint_case);
	for (uint32_t i = 0; i < complaint_case->extension_count; i++)
		free_extension(&complaint_case->extensions[i]);
	complaint_case->extension_count = 0;
	free_pairs(complaint_case->promises, &complaint_case->promise_count);
	free_pairs(complaint_case->readings, &complaint_case->reading_count);
	free_pairs(complaint_case->decisions, &complaint_case->decision_count);
}

/* Does some policy of the set have a rule of this kind and id? Kind 0 is any. */
static bool knows_rule(const struct complaint_set *set, uint8_t kind, const char *id, size_t length)
{
	for (uint32_t i = 0; i < set->policy_count; i++) {
		const struct complaint_policy *policy = set->policies[i];
		uint32_t rule = cmpl_policy_find_rule(policy, id, length);

		if (rule != CMPL_NONE && (kind == 0 || policy->rules[rule].kind == kind))
			return true;
	}
	return false;
}

static bool knows_reading(const struct complaint_set *set, const char *id, size_t length,
			  const char *label, size_t label_length)
{
	for (uint32_t i = 0; i < set->policy_count; i++) {
		const struct complaint_policy *policy = set->policies[i];
		uint32_t rule = cmpl_policy_find_rule(policy, id, length);

		if (cmpl_policy_find_reading(policy, rule, label, label_length) != CMPL_NONE)
			return true;
	}
	return false;
}

complaint_status
complaint_case_set_request_at(struct complaint_case *complaint_case, int32_t at)
{
	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (at != 0 && at != COMPLAINT_AT_ACCEPTANCE && at != COMPLAINT_AT_ESCALATION &&
	    at != COMPLAINT_AT_ADDITIONAL_ISSUE)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	clear_request(complaint_case);
	complaint_case->tested_at = (uint8_t)at;
	complaint_case->request = at ? CMPL_REQUEST_TEST : CMPL_REQUEST_NONE;
	return COMPLAINT_OK;
}

/* The most of each unit that the format allows. */
static int32_t most_of(int32_t unit)
{
	switch (unit) {
	case COMPLAINT_UNIT_WORKING_DAYS:
	case COMPLAINT_UNIT_CALENDAR_DAYS: return 3660;
	case COMPLAINT_UNIT_HOURS: return 8784;
	case COMPLAINT_UNIT_WEEKS: return 520;
	case COMPLAINT_UNIT_MONTHS: return 120;
	case COMPLAINT_UNIT_YEARS: return 50;
	default: return 0;
	}
}

/* Amount with a unit, or a last day: one of the two. */
static complaint_status read_length(const struct complaint_extension_entry *entry,
				    struct cmpl_extension_made *ret_made)
{
	if (entry->amount == 0) {
		if (entry->unit != COMPLAINT_UNIT_NONE)
			return COMPLAINT_ERR_BAD_ARGUMENT;
		if (entry->until < CMPL_DAY_FIRST || entry->until > CMPL_DAY_LAST)
			return COMPLAINT_ERR_OUT_OF_RANGE;
		ret_made->until = entry->until;
		return COMPLAINT_OK;
	}
	if (entry->until != 0 || entry->amount < 0 || entry->amount > most_of(entry->unit))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	ret_made->amount = entry->amount;
	ret_made->unit = (uint8_t)entry->unit;
	return COMPLAINT_OK;
}

static complaint_status read_told(const struct complaint_extension_entry *entry,
				  struct cmpl_event_value *ret_told)
{
	switch (entry->told_kind) {
	case CMPL_EVENT_NOT_GIVEN:
	case CMPL_EVENT_NOT_YET:
	case CMPL_EVENT_UNKNOWN:
		*ret_told = (struct cmpl_event_value){ .kind = (uint8_t)entry->told_kind };
		return COMPLAINT_OK;
	case CMPL_EVENT_DAY: return cmpl_event_from_day(entry->told_day, ret_told);
	case CMPL_EVENT_MOMENT: return cmpl_event_from_moment(entry->told_moment, ret_told);
	default: return COMPLAINT_ERR_BAD_ARGUMENT;
	}
}

/* The caller's entry, checked and copied. */
static complaint_status read_entry(const struct complaint_case *complaint_case,
				   const struct complaint_extension_entry *given,
				   struct cmpl_extension_made *ret_made)
{
	struct complaint_extension_entry entry;
	struct cmpl_extension_made made = { 0 };
	complaint_status status;

	if (!complaint_case || !cmpl_abi_read(&entry, sizeof(entry), given) || !entry.of)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = read_length(&entry, &made);
	if (status == COMPLAINT_OK)
		status = read_told(&entry, &made.told);
	if (status != COMPLAINT_OK)
		return status;
	if (!knows_rule(complaint_case->set, CMPL_RULE_DUTY, entry.of, strlen(entry.of)))
		return COMPLAINT_ERR_NOT_FOUND;
	made.of = cmpl_text_copy(entry.of, COMPLAINT_NUL_TERMINATED);
	if (!made.of)
		return COMPLAINT_ERR_NO_MEMORY;
	*ret_made = made;
	return COMPLAINT_OK;
}

complaint_status
complaint_case_set_request_extension(struct complaint_case *complaint_case,
				     const struct complaint_extension_entry *entry)
{
	struct cmpl_extension_made asked;
	complaint_status status = read_entry(complaint_case, entry, &asked);

	if (status != COMPLAINT_OK)
		return status;
	if (asked.told.kind == CMPL_EVENT_NOT_YET || asked.told.kind == CMPL_EVENT_UNKNOWN) {
		free_extension(&asked);
		return COMPLAINT_ERR_BAD_ARGUMENT;
	}
	clear_request(complaint_case);
	complaint_case->asked = asked;
	complaint_case->request = CMPL_REQUEST_EXTENSION;
	return COMPLAINT_OK;
}

complaint_status
complaint_case_add_extension(struct complaint_case *complaint_case,
			     const struct complaint_extension_entry *entry)
{
	struct cmpl_extension_made made;
	complaint_status status = read_entry(complaint_case, entry, &made);

	if (status != COMPLAINT_OK)
		return status;
	if (!cmpl_grow((void **)&complaint_case->extensions, &complaint_case->extension_capacity,
		       complaint_case->extension_count, sizeof(complaint_case->extensions[0]))) {
		free_extension(&made);
		return COMPLAINT_ERR_NO_MEMORY;
	}
	complaint_case->extensions[complaint_case->extension_count++] = made;
	return COMPLAINT_OK;
}

/* The pair of a rule, a new one at the end when there is none yet. NULL: out of memory. */
static struct cmpl_pair *pair_of(struct cmpl_pair **pairs, uint32_t *count, size_t *capacity,
				 const char *rule, size_t length)
{
	struct cmpl_pair *pair;
	char *copy;

	for (uint32_t i = 0; i < *count; i++)
		if (cmpl_text_is(rule, length, (*pairs)[i].rule))
			return &(*pairs)[i];
	if (!cmpl_grow((void **)pairs, capacity, *count, sizeof(**pairs)))
		return NULL;
	copy = cmpl_text_copy(rule, length);
	if (!copy)
		return NULL;
	pair = &(*pairs)[(*count)++];
	memset(pair, 0, sizeof(*pair));
	pair->rule = copy;
	return pair;
}

complaint_status
complaint_case_add_promise(struct complaint_case *complaint_case, const char *duty, size_t length,
			   complaint_day day)
{
	struct cmpl_pair *pair;

	if (!complaint_case || !duty)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(duty, length);
	if (day < CMPL_DAY_FIRST || day > CMPL_DAY_LAST)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	if (!knows_rule(complaint_case->set, CMPL_RULE_DUTY, duty, length))
		return COMPLAINT_ERR_NOT_FOUND;
	pair = pair_of(&complaint_case->promises, &complaint_case->promise_count,
		       &complaint_case->promise_capacity, duty, length);
	if (!pair)
		return COMPLAINT_ERR_NO_MEMORY;
	pair->day = day;
	return COMPLAINT_OK;
}

complaint_status
complaint_case_add_reading(struct complaint_case *complaint_case, const char *rule, size_t length,
			   const char *label, size_t label_length)
{
	struct cmpl_pair *pair;
	char *copy;

	if (!complaint_case || !rule || !label)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(rule, length);
	label_length = cmpl_text_length(label, label_length);
	if (!knows_reading(complaint_case->set, rule, length, label, label_length))
		return COMPLAINT_ERR_NOT_FOUND;
	copy = cmpl_text_copy(label, label_length);
	pair = copy ? pair_of(&complaint_case->readings, &complaint_case->reading_count,
			      &complaint_case->reading_capacity, rule, length)
		    : NULL;
	if (!pair) {
		cmpl_free(copy);
		return COMPLAINT_ERR_NO_MEMORY;
	}
	cmpl_free(pair->label);
	pair->label = copy;
	return COMPLAINT_OK;
}

complaint_status
complaint_case_add_decision(struct complaint_case *complaint_case, const char *exclusion,
			    size_t length, int32_t decision)
{
	struct cmpl_pair *pair;

	if (!complaint_case || !exclusion ||
	    (decision != COMPLAINT_DECISION_ACCEPT && decision != COMPLAINT_DECISION_REFUSE))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(exclusion, length);
	if (!knows_rule(complaint_case->set, CMPL_RULE_EXCLUSION, exclusion, length))
		return COMPLAINT_ERR_NOT_FOUND;
	pair = pair_of(&complaint_case->decisions, &complaint_case->decision_count,
		       &complaint_case->decision_capacity, exclusion, length);
	if (!pair)
		return COMPLAINT_ERR_NO_MEMORY;
	pair->decision = decision;
	return COMPLAINT_OK;
}
