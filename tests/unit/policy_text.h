/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The policy under test, and its names, anchors and conditions as text, so that a whole tree is one
 * line.
 */
#include <stdio.h>
#include <string.h>

#include "policy/policy.h"

static struct complaint_policy *policy;

static inline const char *text(cmpl_text offset)
{
	return cmpl_policy_text(policy, offset);
}

static inline const char *rule_id(uint32_t index)
{
	return index == CMPL_NONE ? "none" : text(policy->rules[index].id);
}

static inline const char *event_id(uint32_t event)
{
	return cmpl_policy_name_id(policy, CMPL_EVENTS, event);
}

/* --- conditions as one line, so that a whole tree can be compared ---------------- */

static char line[1024];

static inline void add(const char *word)
{
	strncat(line, word, sizeof(line) - strlen(line) - 1);
}

static inline void add_anchor(uint32_t index);

static inline void add_members(const struct cmpl_anchor *anchor, const char *word)
{
	add(word);
	for (uint32_t i = 0; i < anchor->count; i++) {
		add(i ? ", " : "(");
		add_anchor(anchor->index + i);
	}
	add(")");
}

static inline void add_anchor(uint32_t index)
{
	const struct cmpl_anchor *anchor = &policy->anchors[index];

	switch ((enum cmpl_anchor_kind)anchor->kind) {
	case CMPL_ANCHOR_EVENT: add(event_id(anchor->index)); break;
	case CMPL_ANCHOR_NOW: add("now"); break;
	case CMPL_ANCHOR_DUE:
		add("due ");
		add(rule_id(policy->duties[anchor->index].rule));
		break;
	case CMPL_ANCHOR_LATEST: add_members(anchor, "latest"); break;
	case CMPL_ANCHOR_EARLIEST: add_members(anchor, "earliest"); break;
	}
}

static inline void add_amount(const struct cmpl_term *term)
{
	static const char *const compares[] = {
		"?", "is", ">=", "<=", ">", "<", "before", "after"
	};
	char amount[32];

	snprintf(amount, sizeof(amount), " %s %d", compares[term->compare], (int)term->amount);
	add(amount);
}

static inline void add_term(uint32_t index);

static inline void add_group(uint32_t index, const char *word)
{
	const struct cmpl_term *term = &policy->terms[index];

	add(word);
	add("(");
	for (uint32_t child = index + 1; child < term->end; child = policy->terms[child].end) {
		if (child != index + 1)
			add(", ");
		add_term(child);
	}
	add(")");
}

static inline void add_term(uint32_t index)
{
	const struct cmpl_term *term = &policy->terms[index];

	switch ((enum cmpl_term_kind)term->kind) {
	case CMPL_TERM_ALL: add_group(index, "all"); break;
	case CMPL_TERM_ANY: add_group(index, "any"); break;
	case CMPL_TERM_NOT: add_group(index, "not"); break;
	case CMPL_TERM_FACT: add(cmpl_policy_name_id(policy, CMPL_FACTS, term->name)); break;
	case CMPL_TERM_EVENT: add(event_id(term->name)); break;
	case CMPL_TERM_NUMBER:
		add(cmpl_policy_name_id(policy, CMPL_FACTS, term->name));
		add_amount(term);
		break;
	case CMPL_TERM_CHOICE:
		add(cmpl_policy_name_id(policy, CMPL_FACTS, term->name));
		for (int32_t i = 0; i < term->amount; i++) {
			int32_t value = policy->values[term->first_value + (uint32_t)i];

			add(i ? "|" : "=");
			add(cmpl_policy_choice_id(policy, term->name, (uint32_t)value));
		}
		break;
	case CMPL_TERM_ORDER:
		add(event_id(term->name));
		add(term->compare == CMPL_COMPARE_BEFORE ? " before " : " after ");
		add_anchor(term->anchor);
		break;
	case CMPL_TERM_ELAPSED:
		add(event_id(term->name));
		add_amount(term);
		add(term->unit == COMPLAINT_UNIT_MONTHS ? " months" : " of another unit");
		add(" before ");
		add_anchor(term->anchor);
		break;
	}
}

static inline const char *condition(uint32_t first)
{
	line[0] = '\0';
	if (first == CMPL_NONE)
		return "always";
	add_term(first);
	return line;
}

static inline const char *anchor(uint32_t index)
{
	line[0] = '\0';
	if (index == CMPL_NONE)
		return "none";
	add_anchor(index);
	return line;
}
