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

/* A caller's buffer; what does not fit is left out. */
struct room {
	char *at;
	size_t left; /* one more byte ends the text */
};

static void add(struct room *room, const char *text)
{
	size_t length = strlen(text);

	if (length > room->left)
		length = room->left;
	memcpy(room->at, text, length);
	room->at += length;
	room->left -= length;
}

static void add_number(struct room *room, int32_t number)
{
	char digits[12], *at = digits + sizeof(digits) - 1;
	uint32_t rest = number < 0 ? 0 - (uint32_t)number : (uint32_t)number;

	*at = '\0';
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--at = '-';
	add(room, at);
}

static void add_fact(const struct complaint_reason *reason, const struct cmpl_term *term,
		     struct room *room)
{
	const struct complaint_policy *policy = reason->answer->policy;

	if (reason->given == CMPL_WRITTEN_UNKNOWN)
		add(room, "unknown");
	else if (reason->given == CMPL_NOT_GIVEN && !reason->by_silence)
		add(room, "not given");
	else if (term->kind == CMPL_TERM_NUMBER)
		add_number(room, reason->value);
	else if (term->kind == CMPL_TERM_CHOICE)
		add(room, cmpl_policy_choice_id(policy, term->name, (uint32_t)reason->value));
	else
		add(room, reason->value ? "true" : "false");
	if (reason->given == CMPL_NOT_GIVEN && reason->by_silence)
		add(room, reason->by_silence == 2 ? " (not listed)" : " (by silence)");
}

static void add_date(const struct complaint_date *date, struct room *room)
{
	char buffer[80];

	if (complaint_date_get_text(date, buffer, sizeof(buffer)) == COMPLAINT_OK)
		add(room, buffer);
}

static void add_value(const struct complaint_reason *reason, struct room *room)
{
	const struct cmpl_term *term = &reason->answer->policy->terms[reason->term];

	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_ALL:
	case CMPL_TERM_ANY:
	case CMPL_TERM_NOT: break;
	case CMPL_TERM_FACT:
	case CMPL_TERM_NUMBER:
	case CMPL_TERM_CHOICE: add_fact(reason, term, room); break;
	case CMPL_TERM_EVENT: add_date(&reason->left, room); break;
	case CMPL_TERM_ORDER:
	case CMPL_TERM_ELAPSED:
		add_date(&reason->left, room);
		add(room, ", ");
		add_date(&reason->right, room);
		break;
	}
}

COMPLAINT_API complaint_status
complaint_reason_get_value(const struct complaint_reason *reason, char *buffer, size_t size)
{
	struct room room = { buffer, size - 1 };

	if (!reason || !buffer || size == 0)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	add_value(reason, &room);
	*room.at = '\0';
	return COMPLAINT_OK;
}
