/* SPDX-License-Identifier: MIT */
#include "policy/view.h"

#include <string.h>

/* A caller's buffer being filled; what does not fit is counted all the same. */
struct writer {
	char *buffer;
	size_t size, length;
};

static void put(struct writer *out, const char *text)
{
	size_t length = strlen(text);

	if (out->length + 1 < out->size) {
		size_t room = out->size - 1 - out->length;

		memcpy(out->buffer + out->length, text, length < room ? length : room);
	}
	out->length += length;
}

static void put_number(struct writer *out, int32_t number)
{
	char digits[12];
	char *at = digits + sizeof(digits);
	uint32_t rest = number < 0 ? 0 - (uint32_t)number : (uint32_t)number;

	*--at = '\0';
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		*--at = '-';
	put(out, at);
}

/* End the text, at the latest where the buffer does. All that is written here is ASCII. */
static void finish(struct writer *out, size_t *ret_length)
{
	if (out->size > 0)
		out->buffer[out->length < out->size ? out->length : out->size - 1] = '\0';
	if (ret_length)
		*ret_length = out->length;
}

static const char *unit_words(uint8_t unit, int32_t amount)
{
	static const char *const words[][2] = {
		[COMPLAINT_UNIT_WORKING_DAYS] = { "working days", "working day" },
		[COMPLAINT_UNIT_CALENDAR_DAYS] = { "calendar days", "calendar day" },
		[COMPLAINT_UNIT_HOURS] = { "hours", "hour" },
		[COMPLAINT_UNIT_WEEKS] = { "weeks", "week" },
		[COMPLAINT_UNIT_MONTHS] = { "months", "month" },
		[COMPLAINT_UNIT_YEARS] = { "years", "year" },
	};

	if (unit < COMPLAINT_UNIT_WORKING_DAYS || unit > COMPLAINT_UNIT_YEARS)
		return "";
	return words[unit][amount == 1];
}

static const char *compare_words(uint8_t compare)
{
	switch ((enum cmpl_compare)compare) {
	case CMPL_COMPARE_IS: return "is ";
	case CMPL_COMPARE_AT_LEAST: return "at least ";
	case CMPL_COMPARE_AT_MOST: return "at most ";
	case CMPL_COMPARE_MORE_THAN: return "more than ";
	case CMPL_COMPARE_LESS_THAN: return "less than ";
	case CMPL_COMPARE_BEFORE: return "before ";
	case CMPL_COMPARE_AFTER: return "after ";
	case CMPL_COMPARE_NONE: break;
	}
	return "";
}

static void put_single_anchor(struct writer *out, const struct complaint_policy *policy,
			      const struct cmpl_anchor *anchor)
{
	if (anchor->kind == CMPL_ANCHOR_EVENT) {
		put(out, cmpl_policy_name_id(policy, CMPL_EVENTS, anchor->index));
	} else if (anchor->kind == CMPL_ANCHOR_DUE) {
		put(out, "due ");
		put(out,
		    cmpl_policy_text(policy, policy->rules[policy->duties[anchor->index].rule].id));
	} else {
		put(out, "now");
	}
}

static void put_anchor(struct writer *out, const struct complaint_policy *policy, uint32_t number)
{
	const struct cmpl_anchor *anchor = &policy->anchors[number];

	if (anchor->kind != CMPL_ANCHOR_LATEST && anchor->kind != CMPL_ANCHOR_EARLIEST) {
		put_single_anchor(out, policy, anchor);
		return;
	}
	put(out, anchor->kind == CMPL_ANCHOR_LATEST ? "latest of " : "earliest of ");
	for (uint32_t i = 0; i < anchor->count; i++) {
		put(out, i > 0 ? ", " : "");
		put_single_anchor(out, policy, &policy->anchors[anchor->index + i]);
	}
}

static void put_choice(struct writer *out, const struct complaint_policy *policy,
		       const struct cmpl_term *term)
{
	put(out, term->amount > 1 ? " is one of " : " is ");
	for (int32_t i = 0; i < term->amount; i++) {
		int32_t value = policy->values[term->first_value + (uint32_t)i];
		const char *id = cmpl_policy_choice_id(policy, term->name, (uint32_t)value);

		put(out, i > 0 ? ", " : "");
		put(out, id ? id : "");
	}
}

/* A leaf; `denied` where an event stands alone under `not`, so that it reads as a sentence. */
static void put_leaf(struct writer *out, const struct complaint_policy *policy, uint32_t number,
		     bool denied)
{
	const struct cmpl_term *term = &policy->terms[number];

	put(out, complaint_policy_get_term_name(policy, number));
	if (term->kind == CMPL_TERM_EVENT) {
		put(out, denied ? " has not happened" : " has happened");
	} else if (term->kind == CMPL_TERM_CHOICE) {
		put_choice(out, policy, term);
	} else if (term->kind == CMPL_TERM_NUMBER) {
		put(out, " ");
		put(out, compare_words(term->compare));
		put_number(out, term->amount);
	} else if (term->kind == CMPL_TERM_ORDER) {
		put(out, " ");
		put(out, compare_words(term->compare));
		put_anchor(out, policy, term->anchor);
	} else if (term->kind == CMPL_TERM_ELAPSED) {
		put(out, " ");
		put(out, compare_words(term->compare));
		put_number(out, term->amount);
		put(out, " ");
		put(out, unit_words(term->unit, term->amount));
		put(out, " before ");
		put_anchor(out, policy, term->anchor);
	}
}

static bool is_group(const struct cmpl_term *term)
{
	return term->kind == CMPL_TERM_ALL || term->kind == CMPL_TERM_ANY;
}

static void put_term(struct writer *out, const struct complaint_policy *policy, uint32_t number,
		     bool nested);

static void put_group(struct writer *out, const struct complaint_policy *policy, uint32_t number)
{
	const struct cmpl_term *term = &policy->terms[number];

	put(out, term->kind == CMPL_TERM_ALL ? "all of: " : "any of: ");
	for (uint32_t child = number + 1; child < term->end; child = policy->terms[child].end) {
		put(out, child > number + 1 ? "; " : "");
		put_term(out, policy, child, true);
	}
}

/* Conditions nest at most 16 deep, so recursing is safe. */
static void put_term(struct writer *out, const struct complaint_policy *policy, uint32_t number,
		     bool nested)
{
	const struct cmpl_term *term = &policy->terms[number];

	if (is_group(term)) {
		put(out, nested ? "(" : "");
		put_group(out, policy, number);
		put(out, nested ? ")" : "");
	} else if (term->kind != CMPL_TERM_NOT) {
		put_leaf(out, policy, number, false);
	} else if (policy->terms[number + 1].kind == CMPL_TERM_EVENT) {
		put_leaf(out, policy, number + 1, true);
	} else {
		put(out, "not ");
		put_term(out, policy, number + 1, true);
	}
}

complaint_status
complaint_policy_describe_term(const struct complaint_policy *policy, uint32_t term, char *buffer,
			       size_t size, size_t *ret_length)
{
	struct writer out = { .buffer = buffer, .size = size };

	if (!policy || term >= policy->terms_count || (!buffer && size > 0))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	put_term(&out, policy, term, false);
	finish(&out, ret_length);
	return COMPLAINT_OK;
}

void cmpl_policy_describe_anchor(const struct complaint_policy *policy, uint32_t anchor,
				 char *buffer, size_t size, size_t *ret_length)
{
	struct writer out = { .buffer = buffer, .size = size };

	put_anchor(&out, policy, anchor);
	finish(&out, ret_length);
}

static uint32_t anchor_of(const struct complaint_policy *policy, uint32_t rule, uint32_t reading,
			  int32_t which)
{
	const struct cmpl_duty *duty = cmpl_view_duty(policy, rule, reading);
	const struct cmpl_window *window = cmpl_view_window(policy, rule, reading);
	const struct cmpl_stage *stage = cmpl_view_stage(policy, rule, reading);

	if (duty && which == COMPLAINT_ANCHOR_AFTER)
		return duty->after;
	if (duty && which == COMPLAINT_ANCHOR_BEFORE)
		return duty->before;
	if (window && which == COMPLAINT_ANCHOR_AFTER)
		return window->closes_after;
	if (window && which == COMPLAINT_ANCHOR_OPENS)
		return window->opens_after;
	if (stage && which == COMPLAINT_ANCHOR_STARTS)
		return stage->starts;
	return CMPL_NONE;
}

complaint_status
complaint_policy_describe_anchor(const struct complaint_policy *policy, uint32_t rule,
				 uint32_t reading, int32_t which, char *buffer, size_t size,
				 size_t *ret_length)
{
	uint32_t anchor;

	if (!cmpl_view_rule(policy, rule) || (!buffer && size > 0))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	anchor = anchor_of(policy, rule, reading, which);
	if (anchor == CMPL_NONE)
		return COMPLAINT_ERR_NOT_FOUND;
	cmpl_policy_describe_anchor(policy, anchor, buffer, size, ret_length);
	return COMPLAINT_OK;
}
