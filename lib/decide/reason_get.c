/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

COMPLAINT_API uint32_t
complaint_reason_get_rule(const struct complaint_reason *reason)
{
	return reason ? reason->rule : COMPLAINT_NONE;
}

COMPLAINT_API uint32_t
complaint_reason_get_term(const struct complaint_reason *reason)
{
	return reason ? reason->term : COMPLAINT_NONE;
}

COMPLAINT_API int32_t
complaint_reason_get_condition(const struct complaint_reason *reason, uint32_t *ret_index)
{
	if (!reason)
		return 0;
	if (ret_index)
		*ret_index = reason->index;
	return reason->condition;
}

COMPLAINT_API int32_t
complaint_reason_get_truth(const struct complaint_reason *reason)
{
	return reason ? reason->truth : COMPLAINT_TRUTH_NOT_GIVEN;
}

static void write_fact(const struct complaint_reason *reason, const struct cmpl_term *term,
		       struct cmpl_string *text)
{
	const struct complaint_policy *policy = reason->answer->policy;

	if (reason->given == CMPL_WRITTEN_UNKNOWN)
		cmpl_string_add(text, "unknown");
	else if (reason->given == CMPL_NOT_GIVEN && !reason->by_silence)
		cmpl_string_add(text, "not given");
	else if (term->kind == CMPL_TERM_NUMBER)
		cmpl_string_add_number(text, reason->value);
	else if (term->kind == CMPL_TERM_CHOICE)
		cmpl_string_add(text,
				cmpl_policy_choice_id(policy, term->name, (uint32_t)reason->value));
	else
		cmpl_string_add(text, reason->value ? "true" : "false");
	if (reason->given == CMPL_NOT_GIVEN && reason->by_silence)
		cmpl_string_add(text, reason->by_silence == 2 ? " (not listed)" : " (by silence)");
}

static void write_date(const struct complaint_date *date, struct cmpl_string *text)
{
	char buffer[80];

	if (complaint_date_get_text(date, buffer, sizeof(buffer)) == COMPLAINT_OK)
		cmpl_string_add(text, buffer);
	else
		text->failed = true;
}

static void write_value(const struct complaint_reason *reason, struct cmpl_string *text)
{
	const struct cmpl_term *term = &reason->answer->policy->terms[reason->term];

	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_ALL:
	case CMPL_TERM_ANY:
	case CMPL_TERM_NOT: break;
	case CMPL_TERM_FACT:
	case CMPL_TERM_NUMBER:
	case CMPL_TERM_CHOICE: write_fact(reason, term, text); break;
	case CMPL_TERM_EVENT: write_date(&reason->left, text); break;
	case CMPL_TERM_ORDER:
	case CMPL_TERM_ELAPSED:
		write_date(&reason->left, text);
		cmpl_string_add(text, ", ");
		write_date(&reason->right, text);
		break;
	}
}

COMPLAINT_API complaint_status
complaint_reason_get_value(const struct complaint_reason *reason, char *buffer, size_t size)
{
	struct cmpl_string text = { 0 };
	complaint_status status = COMPLAINT_OK;
	size_t length;

	if (!reason || !buffer || size == 0)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	write_value(reason, &text);
	if (text.failed) {
		status = COMPLAINT_ERR_NO_MEMORY;
	} else {
		length = text.length < size ? text.length : size - 1;
		memcpy(buffer, cmpl_string_text(&text), length);
		buffer[length] = '\0';
	}
	cmpl_string_free(&text);
	return status;
}
