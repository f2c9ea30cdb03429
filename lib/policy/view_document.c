/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

#include "base/text.h"

int32_t
complaint_policy_get_kind(const struct complaint_policy *policy)
{
	return policy ? policy->document.kind : 0;
}

const char *
complaint_policy_get_id(const struct complaint_policy *policy)
{
	return policy ? cmpl_policy_text_or_null(policy, policy->document.id) : NULL;
}

const char *
complaint_policy_get_landlord(const struct complaint_policy *policy)
{
	return policy ? cmpl_policy_text_or_null(policy, policy->document.landlord) : NULL;
}

const char *
complaint_policy_get_document_text(const struct complaint_policy *policy, int32_t which)
{
	if (!policy)
		return NULL;
	switch (which) {
	case COMPLAINT_DOCUMENT_ISSUED_BY:
		return cmpl_policy_text_or_null(policy, policy->document.issued_by);
	case COMPLAINT_DOCUMENT_TITLE:
		return cmpl_policy_text_or_null(policy, policy->document.title);
	case COMPLAINT_DOCUMENT_OWNER:
		return cmpl_policy_text_or_null(policy, policy->document.owner);
	case COMPLAINT_DOCUMENT_APPROVED:
		return cmpl_policy_text_or_null(policy, policy->document.approved);
	case COMPLAINT_DOCUMENT_REVIEW_BY:
		return cmpl_policy_text_or_null(policy, policy->document.review_by);
	case COMPLAINT_DOCUMENT_FOLLOWS:
		return cmpl_policy_text_or_null(policy, policy->document.follows);
	case COMPLAINT_DOCUMENT_CHOSEN_BY:
		if (policy->document.chosen_by == CMPL_NONE)
			return NULL;
		return cmpl_policy_name_id(policy, CMPL_EVENTS, policy->document.chosen_by);
	default: return NULL;
	}
}

complaint_status
complaint_policy_get_in_force(const struct complaint_policy *policy, complaint_day *ret_from,
			      complaint_day *ret_until, int32_t *ret_months)
{
	const struct cmpl_span *span;

	if (!policy)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	span = &policy->document.in_force;
	if (ret_from)
		*ret_from = span->from;
	if (ret_until)
		*ret_until = span->until;
	if (ret_months)
		*ret_months = (span->from_month ? 1 : 0) | (span->until_month ? 2 : 0);
	return COMPLAINT_OK;
}

uint32_t
complaint_policy_get_chosen_by(const struct complaint_policy *policy)
{
	return policy ? policy->document.chosen_by : COMPLAINT_NONE;
}

static const char *line(const struct complaint_policy *policy, struct cmpl_range range,
			size_t index)
{
	if (index >= range.count)
		return NULL;
	return cmpl_policy_text(policy, policy->lines[range.first + index]);
}

size_t
complaint_policy_left_open_count(const struct complaint_policy *policy)
{
	return policy ? policy->document.left_open.count : 0;
}

const char *
complaint_policy_get_left_open(const struct complaint_policy *policy, size_t index)
{
	return policy ? line(policy, policy->document.left_open, index) : NULL;
}

size_t
complaint_policy_silent_on_count(const struct complaint_policy *policy)
{
	return policy ? policy->silent_on.count : 0;
}

const char *
complaint_policy_get_silent_on(const struct complaint_policy *policy, size_t index)
{
	return policy ? line(policy, policy->silent_on, index) : NULL;
}

size_t
complaint_policy_calendar_count(const struct complaint_policy *policy)
{
	return policy ? policy->calendars_count : 0;
}

const char *
complaint_policy_get_calendar_name(const struct complaint_policy *policy, size_t index)
{
	if (!policy || index >= policy->calendars_count)
		return NULL;
	return cmpl_policy_text(policy, policy->calendars[index].name);
}

const struct complaint_calendar *
complaint_policy_get_calendar(const struct complaint_policy *policy, size_t index)
{
	if (!policy || index >= policy->calendars_count)
		return NULL;
	return policy->calendars[index].calendar;
}

/* The words of a name that stands in one of the lists from first to last, none when in none. */
static struct cmpl_slice words(const struct complaint_policy *policy, enum cmpl_list first,
			       enum cmpl_list last, const char *name, size_t length)
{
	for (enum cmpl_list list = first; list <= last; list++) {
		uint32_t found = cmpl_policy_find_name(policy, list, name, length);

		if (found != CMPL_NONE)
			return cmpl_policy_words_slice(policy, list, found);
	}
	return (struct cmpl_slice){ 0 };
}

struct cmpl_slice cmpl_view_words(const struct complaint_policy *policy, struct cmpl_slice name)
{
	return words(policy, CMPL_NOTICES, CMPL_RECORDS, name.text, name.length);
}

const char *
complaint_policy_get_question(const struct complaint_policy *policy, const char *name,
			      size_t length)
{
	if (!policy || !name)
		return NULL;
	return words(policy, CMPL_FACTS, CMPL_EVENTS, name, cmpl_text_length(name, length)).text;
}

const char *
complaint_policy_get_words(const struct complaint_policy *policy, const char *name, size_t length)
{
	if (!policy || !name)
		return NULL;
	return words(policy, CMPL_NOTICES, CMPL_RECORDS, name, cmpl_text_length(name, length)).text;
}
