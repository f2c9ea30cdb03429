/* SPDX-License-Identifier: MIT */
/* The days a calendar file names itself: closures, closures that come again, extra working days. */
#include <string.h>

#include "base/memory.h"
#include "calendar/holidays_ics.h"
#include "calendar/recurrence.h"
#include "load/calendar_file.h"
#include "load/scalars.h"

#define NO_DAY (CMPL_DAY_LAST + 1)

struct day_draft {
	cmpl_day on, from, until; /* NO_DAY: not given */
	const struct cmpl_node *says, *rule, *every;
};

enum { ON = 1, FROM = 2, UNTIL = 4, RULE = 8, EVERY = 16 };

static const struct cmpl_field closure_rows[] = {
	CMPL_MAY_FLAG("on", cmpl_read_day, struct day_draft, on, NULL, ON, "one day"),
	CMPL_MAY_FLAG("from", cmpl_read_day, struct day_draft, from, NULL, FROM,
		      "the first of several days"),
	CMPL_MAY_FLAG("until", cmpl_read_day, struct day_draft, until, NULL, UNTIL,
		      "the last of them"),
	CMPL_MUST("says", cmpl_read_text, struct day_draft, says, NULL, "why, as people are told"),
};
static const struct cmpl_fields closure_fields = CMPL_FIELDS("a closure", closure_rows);

static const struct cmpl_field recurring_rows[] = {
	CMPL_MAY_FLAG("every", cmpl_read_text, struct day_draft, every, NULL, EVERY,
		      "which day, such as last friday of the month"),
	CMPL_MAY_FLAG("rule", cmpl_read_text, struct day_draft, rule, NULL, RULE,
		      "the same as an RRULE, such as FREQ=MONTHLY;BYDAY=-1FR"),
	CMPL_MAY_FLAG("from", cmpl_read_day, struct day_draft, from, NULL, FROM,
		      "the first day it may fall on"),
	CMPL_MAY_FLAG("until", cmpl_read_day, struct day_draft, until, NULL, UNTIL,
		      "the last day it may fall on"),
	CMPL_MUST("says", cmpl_read_text, struct day_draft, says, NULL, "why, as people are told"),
};
static const struct cmpl_fields recurring_fields =
	CMPL_FIELDS("a recurring closure", recurring_rows);

static const struct cmpl_field extra_rows[] = {
	CMPL_MUST_FLAG("on", cmpl_read_day, struct day_draft, on, NULL, ON, "the day"),
	CMPL_MUST("says", cmpl_read_text, struct day_draft, says, NULL, "why, as people are told"),
};
static const struct cmpl_fields extra_fields = CMPL_FIELDS("an extra working day", extra_rows);

static bool read_entry(struct cmpl_calendar_load *load, const struct cmpl_node *node,
		       const struct cmpl_fields *fields, struct day_draft *draft, uint32_t *flags)
{
	const struct day_draft none = { .on = NO_DAY, .from = NO_DAY, .until = NO_DAY };

	*draft = none;
	return cmpl_read_mapping(&load->reader, node, fields, draft, flags);
}

static uint16_t reason_of(struct cmpl_calendar_load *load, const struct day_draft *draft)
{
	return cmpl_calendar_builder_reason(&load->builder,
					    cmpl_node_text(load->reader.tree, draft->says),
					    draft->says->length, load->source, false);
}

/* Of the keys of an entry. */
static struct cmpl_place place_of(const struct cmpl_calendar_load *load,
				  const struct cmpl_node *node, const char *key)
{
	const struct cmpl_node *value = cmpl_node_get(load->reader.tree, node, key);

	return cmpl_node_place(value ? value : node);
}

static bool check_covered(struct cmpl_calendar_load *load, const struct cmpl_node *node,
			  const char *key, cmpl_day day)
{
	const struct cmpl_calendar_builder *builder = &load->builder;
	char wrong[11], first[11], last[11];

	if (day >= builder->first && day <= builder->last)
		return true;
	cmpl_day_write(day, wrong);
	cmpl_day_write(builder->first, first);
	cmpl_day_write(builder->last, last);
	cmpl_fault(&load->reader, CMPL_CODE_CLOSURE_OUTSIDE_SPAN, place_of(load, node, key),
		   "%s lies outside the days the calendar covers, %s to %s", wrong, first, last);
	cmpl_hint(&load->reader, "mend the date, or let \"covers\" reach so far");
	return false;
}

static bool close_day(struct cmpl_calendar_load *load, const struct cmpl_node *node, cmpl_day day,
		      uint16_t reason)
{
	if (day < load->builder.first || day > load->builder.last)
		return true;
	if (load->budget.closures++ >= CMPL_ICS_CLOSURES_MAX) {
		/* Told once: what comes after it cannot be counted any more. */
		if (load->budget.closures == CMPL_ICS_CLOSURES_MAX + 1) {
			cmpl_fault(&load->reader, CMPL_CODE_RECURRENCE_TOO_MANY,
				   cmpl_node_place(node),
				   "the calendar closes more than %d days by itself",
				   CMPL_ICS_CLOSURES_MAX);
			cmpl_hint(&load->reader, "let it cover fewer years, or close fewer days");
		}
		return false;
	}
	cmpl_calendar_builder_close(&load->builder, day, reason);
	return true;
}

/* --- closures --------------------------------------------------------------- */

static bool check_closure_keys(struct cmpl_calendar_load *load, const struct cmpl_node *node,
			       uint32_t flags)
{
	struct cmpl_reader *reader = &load->reader;
	bool range = flags & (FROM | UNTIL);

	if ((flags & ON) && range) {
		cmpl_fault(reader, CMPL_CODE_KEYS_INCOMPATIBLE, place_of(load, node, "on"),
			   "\"on\" stands beside \"from\" or \"until\"");
		cmpl_hint(reader, "write \"on\" for one day, \"from\" and \"until\" for several");
		return false;
	}
	if (!(flags & ON) && (flags & (FROM | UNTIL)) != (FROM | UNTIL)) {
		cmpl_fault(reader, range ? CMPL_CODE_COMPANION_MISSING : CMPL_CODE_MISSING_KEY,
			   cmpl_node_place(node),
			   range ? "\"from\" and \"until\" belong together"
				 : "a closure does not say when it is");
		cmpl_hint(reader, "write \"on\" for one day, \"from\" and \"until\" for several");
		return false;
	}
	return true;
}

static void load_closure(struct cmpl_calendar_load *load, const struct cmpl_node *node)
{
	struct day_draft draft;
	uint32_t flags;
	uint16_t reason;

	if (!read_entry(load, node, &closure_fields, &draft, &flags) ||
	    !check_closure_keys(load, node, flags))
		return;
	if (flags & ON) {
		draft.from = draft.until = draft.on;
		if (!check_covered(load, node, "on", draft.on))
			return;
	} else {
		bool from = check_covered(load, node, "from", draft.from);

		if (!check_covered(load, node, "until", draft.until) || !from)
			return;
	}
	if (draft.until < draft.from) {
		cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_EMPTY_SPAN,
			   place_of(load, node, "until"), "the closure ends before it begins");
		cmpl_hint(&load->reader,
			  "write the first day under \"from\", the last under \"until\"");
		return;
	}
	reason = reason_of(load, &draft);
	for (cmpl_day day = draft.from; day <= draft.until; day++) {
		if (!close_day(load, node, day, reason))
			return;
	}
}

void cmpl_calendar_load_closures(struct cmpl_calendar_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *node = list ? cmpl_node_first(tree, list) : NULL;

	for (; node; node = cmpl_node_next(tree, list, node))
		load_closure(load, node);
}

/* --- recurring -------------------------------------------------------------- */

static bool check_recurring_keys(struct cmpl_calendar_load *load, const struct cmpl_node *node,
				 const struct day_draft *draft, uint32_t flags)
{
	struct cmpl_reader *reader = &load->reader;

	if (!(flags & (RULE | EVERY)) || (flags & (RULE | EVERY)) == (RULE | EVERY)) {
		cmpl_fault(reader,
			   flags & RULE ? CMPL_CODE_KEYS_INCOMPATIBLE : CMPL_CODE_MISSING_KEY,
			   cmpl_node_place(node),
			   flags & RULE ? "\"every\" and \"rule\" stand together"
					: "a recurring closure does not say which days it is");
		cmpl_hint(reader, "write \"every\", such as last friday of the month, or \"rule\"");
		return false;
	}
	if ((flags & RULE) && !(flags & FROM)) {
		cmpl_fault(reader, CMPL_CODE_COMPANION_MISSING, place_of(load, node, "rule"),
			   "\"rule\" needs \"from\"");
		cmpl_hint(reader, "write the day from which it counts, as in from: 2026-01-01");
		return false;
	}
	if ((flags & FROM) && (flags & UNTIL) && draft->until < draft->from) {
		cmpl_fault(reader, CMPL_CODE_CALENDAR_EMPTY_SPAN, place_of(load, node, "until"),
			   "the closure ends before it begins");
		cmpl_hint(reader, "write the first day under \"from\", the last under \"until\"");
		return false;
	}
	return true;
}

static bool parse(struct cmpl_calendar_load *load, const struct day_draft *draft,
		  struct cmpl_recurrence *rule)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_node *node = draft->every ? draft->every : draft->rule;
	const char *text = cmpl_node_text(reader->tree, node);
	struct cmpl_recurrence_fault fault;

	if (draft->every ? cmpl_recurrence_parse_words(text, node->length, rule, &fault)
			 : cmpl_recurrence_parse(text, node->length, rule, &fault))
		return true;
	cmpl_fault(reader, fault.code, cmpl_node_place(node), "%s %s",
		   cmpl_quote(reader, fault.text, fault.length), fault.message);
	if (fault.hint)
		cmpl_hint(reader, "%s", fault.hint);
	return false;
}

/* In words, every rule is simple enough to be walked here; so it works without libical. */
static complaint_status walk(const struct cmpl_recurrence *rule, cmpl_day last, cmpl_day **ret_days,
			     size_t *ret_count)
{
	size_t capacity = 0, count = 0;
	void *days = NULL;

	for (cmpl_day day = rule->start; day <= last; day++) {
		if (!cmpl_recurrence_matches(rule, day))
			continue;
		if (!cmpl_grow(&days, &capacity, count, sizeof(day))) {
			cmpl_free(days);
			return COMPLAINT_ERR_NO_MEMORY;
		}
		((cmpl_day *)days)[count++] = day;
	}
	*ret_days = days;
	*ret_count = count;
	return COMPLAINT_OK;
}

/* The days of a rule, or false with what was wrong. */
static bool expand(struct cmpl_calendar_load *load, const struct day_draft *draft,
		   const struct cmpl_recurrence *rule, cmpl_day last, cmpl_day **ret_days,
		   size_t *ret_count)
{
	const struct cmpl_node *node = draft->every ? draft->every : draft->rule;
	struct cmpl_reader *reader = &load->reader;
	complaint_status status;

	if (last >= rule->start)
		load->budget.looked_at += (size_t)(last - rule->start + 1);
	if (load->budget.looked_at > CMPL_ICS_LOOKED_AT_MAX) {
		cmpl_fault(reader, CMPL_CODE_RECURRENCE_TOO_MANY, cmpl_node_place(node),
			   "the file has more recurring closures, or longer ones, than are read");
		cmpl_hint(reader, "let it cover fewer years, or have fewer of them");
		return false;
	}
	if (draft->every)
		status = walk(rule, last, ret_days, ret_count);
	else
		status = cmpl_ical_expand(rule, last, CMPL_ICS_LOOKED_AT_MAX, ret_days, ret_count);
	if (status == COMPLAINT_ERR_NO_MEMORY) {
		reader->out_of_memory = true;
	} else if (status == COMPLAINT_ERR_NOT_BUILT_IN) {
		load->not_built_in = true;
		cmpl_ics_not_built_in(reader->tree->file, cmpl_node_place(node), "recurrence rules",
				      reader->diags);
	} else if (status != COMPLAINT_OK) {
		cmpl_fault(reader, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, cmpl_node_place(node),
			   "libical does not give the days that RFC 5545 has for this rule");
		cmpl_hint(reader, "write it in another way, with \"every\", or as single days");
	}
	return status == COMPLAINT_OK;
}

static void load_recurring(struct cmpl_calendar_load *load, const struct cmpl_node *node)
{
	const struct cmpl_calendar_builder *builder = &load->builder;
	struct cmpl_recurrence rule;
	struct day_draft draft;
	cmpl_day *days = NULL, last;
	size_t count = 0, covered = 0;
	uint32_t flags;
	uint16_t reason;

	if (!read_entry(load, node, &recurring_fields, &draft, &flags) ||
	    !check_recurring_keys(load, node, &draft, flags) || !parse(load, &draft, &rule))
		return;
	last = (flags & UNTIL) && draft.until < builder->last ? draft.until : builder->last;
	cmpl_recurrence_begin(&rule, flags & FROM ? draft.from : builder->first);
	if (!expand(load, &draft, &rule, last, &days, &count))
		return;
	reason = reason_of(load, &draft);
	for (size_t i = 0; i < count && close_day(load, node, days[i], reason); i++)
		covered += days[i] >= builder->first;
	cmpl_free(days);
	if (covered)
		return;
	cmpl_warn(&load->reader, CMPL_CODE_RECURRENCE_NEVER, cmpl_node_place(node),
		  "the closure falls on no day that the calendar covers");
	cmpl_hint(&load->reader, "mend its dates, or leave it out");
}

void cmpl_calendar_load_recurring(struct cmpl_calendar_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *node = list ? cmpl_node_first(tree, list) : NULL;

	for (; node; node = cmpl_node_next(tree, list, node))
		load_recurring(load, node);
}

/* --- extra working days ----------------------------------------------------- */

static bool is_closed(const struct cmpl_calendar_builder *builder, cmpl_day day)
{
	if (builder->weekend >> cmpl_day_weekday(day) & 1)
		return true;
	for (size_t i = 0; i < builder->closed_count; i++) {
		if (builder->closed[i].day == day)
			return true;
	}
	return false;
}

static void load_extra_day(struct cmpl_calendar_load *load, const struct cmpl_node *node)
{
	struct cmpl_reader *reader = &load->reader;
	struct day_draft draft;
	uint32_t flags;

	if (!read_entry(load, node, &extra_fields, &draft, &flags) ||
	    !check_covered(load, node, "on", draft.on))
		return;
	if (!is_closed(&load->builder, draft.on)) {
		cmpl_warn(reader, CMPL_CODE_EXTRA_DAY_ALREADY_WORKS, place_of(load, node, "on"),
			  "the day is a working day already");
		cmpl_hint(reader, "mend the date, or leave the entry out");
		return;
	}
	cmpl_calendar_builder_open(&load->builder, draft.on, reason_of(load, &draft));
}

void cmpl_calendar_load_extra(struct cmpl_calendar_load *load, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *node = list ? cmpl_node_first(tree, list) : NULL;

	for (; node; node = cmpl_node_next(tree, list, node))
		load_extra_day(load, node);
}
