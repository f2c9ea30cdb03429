/* SPDX-License-Identifier: MIT */
/* Facts and events of a made-up case, so that one leaf of a condition comes out as wanted. */
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

static void set(struct world *world, int is_event, const char *name, const char *value)
{
	/* What was set first is nearest to what is to be shown. */
	for (size_t i = 0; i < world->count; i++)
		if (world->given[i].is_event == is_event && strcmp(world->given[i].name, name) == 0)
			return;
	if (world->count == MOST_GIVEN)
		return;
	world->given[world->count].is_event = is_event;
	snprintf(world->given[world->count].name, sizeof(world->given[0].name), "%s", name);
	snprintf(world->given[world->count].value, sizeof(world->given[0].value), "%s", value);
	world->count++;
}

void world_set_day(struct world *world, const char *event, complaint_day day)
{
	char text[16] = "";

	if (complaint_day_to_text(day, text, sizeof(text)) == COMPLAINT_OK)
		set(world, 1, event, text);
}

static int is_fact(const struct world *world, const char *name)
{
	return complaint_policy_get_fact_type(world->policy, name, COMPLAINT_NUL_TERMINATED) != 0;
}

/*
 * Every event that an anchor names gets the value: "complaint-made", "now", "due respond-stage-1",
 * "latest of a, due b".
 */
static void set_named(struct world *world, const char *anchor, const char *value, int depth)
{
	char word[72], inner[512];

	while (*anchor && depth < 4) {
		size_t length = strcspn(anchor, ", ;)");
		int due = length == 3 && strncmp(anchor, "due", 3) == 0;
		uint32_t rule;

		snprintf(word, sizeof(word), "%.*s", (int)length, anchor);
		anchor += length + strspn(anchor + length, ", ;)");
		if (due) {
			length = strcspn(anchor, ", ;)");
			rule = complaint_policy_find_rule(world->policy, anchor, length);
			anchor += length + strspn(anchor + length, ", ;)");
			if (complaint_policy_describe_anchor(world->policy, rule, COMPLAINT_NONE,
							     COMPLAINT_ANCHOR_AFTER, inner,
							     sizeof(inner), NULL) == COMPLAINT_OK)
				set_named(world, inner, value, depth + 1);
		} else if (strcmp(word, "now") != 0 && strcmp(word, "of") != 0 &&
			   strcmp(word, "latest") != 0 && strcmp(word, "earliest") != 0) {
			set(world, 1, word, value);
		}
	}
}

static void set_anchor(struct world *world, const char *anchor, complaint_day day)
{
	char text[16] = "";

	if (complaint_day_to_text(day, text, sizeof(text)) == COMPLAINT_OK)
		set_named(world, anchor, text, 0);
}

void world_set_anchor_value(struct world *world, uint32_t rule, int32_t which, const char *value)
{
	char text[512];

	if (complaint_policy_describe_anchor(world->policy, rule, COMPLAINT_NONE, which, text,
					     sizeof(text), NULL) == COMPLAINT_OK)
		set_named(world, text, value, 0);
}

void world_set_anchor(struct world *world, uint32_t rule, int32_t which, complaint_day day)
{
	char text[16] = "";

	if (complaint_day_to_text(day, text, sizeof(text)) == COMPLAINT_OK)
		world_set_anchor_value(world, rule, which, text);
}

/* --- leaves, from what they say --------------------------------------------------- */

static long number_in(const char *text)
{
	const char *at = text + strcspn(text, "0123456789");

	return strtol(at, NULL, 10);
}

/* "signatures at least 5" */
static void set_number(struct world *world, const char *name, const char *text, int32_t want)
{
	long number = number_in(text);
	char value[24];

	if (strstr(text, "more than "))
		number += want == COMPLAINT_TRUE;
	else if (strstr(text, "less than "))
		number -= want == COMPLAINT_TRUE;
	else if (strstr(text, "at least "))
		number -= want != COMPLAINT_TRUE;
	else
		number += want != COMPLAINT_TRUE; /* at most, is */
	snprintf(value, sizeof(value), "%ld", number < 0 ? 0 : number);
	set(world, 0, name, value);
}

/* "tenure is one of social-tenant, leaseholder" */
static void set_choice(struct world *world, const char *name, const char *text, int32_t want)
{
	const char *list = strstr(text, " is one of ");
	const char *value;
	char wanted[80], inside[600];

	list = list ? list + strlen(" is one of ") : strstr(text, " is ") + strlen(" is ");
	snprintf(inside, sizeof(inside), " %s,", list);
	for (uint32_t i = 0; (value = complaint_policy_get_fact_value(world->policy, name,
								      COMPLAINT_NUL_TERMINATED, i));
	     i++) {
		snprintf(wanted, sizeof(wanted), " %s,", value);
		if ((strstr(inside, wanted) != NULL) == (want == COMPLAINT_TRUE)) {
			set(world, 0, name, value);
			return;
		}
	}
}

/* "issue-arose more than 6 months before complaint-made" */
static void set_elapsed(struct world *world, const char *name, const char *text, int32_t want)
{
	static const struct {
		const char *word;
		int days;
	} units[] = {
		{ "year", 366 }, { "month", 31 }, { "week", 7 }, { "day", 2 }, { "hour", 1 }
	};
	int is_long = strstr(text, "more than ") || strstr(text, "at least ");
	const char *anchor = strstr(text, " before ");
	long days = number_in(text);

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strstr(text + strlen(name), units[i].word)) {
			days *= units[i].days;
			break;
		}
	if (anchor)
		set_anchor(world, anchor + strlen(" before "), world->base - WORLD_AGO);
	world_set_day(world, name,
		      world->base - WORLD_AGO -
			      (is_long == (want == COMPLAINT_TRUE) ? (complaint_day)days + 10 : 1));
}

/* "additional-issue-raised after stage-1-response-sent" */
static void set_order(struct world *world, const char *name, const char *text, int32_t want)
{
	const char *before = strstr(text, " before "), *after = strstr(text, " after ");
	int first = (before != NULL) == (want == COMPLAINT_TRUE);

	set_anchor(world, before ? before + strlen(" before ") : after + strlen(" after "),
		   world->base - WORLD_AGO / 2);
	world_set_day(world, name,
		      world->base - WORLD_AGO / 2 + (first ? -WORLD_STEP : WORLD_STEP));
}

void world_set_leaf(struct world *world, uint32_t term, int32_t want)
{
	const char *name = complaint_policy_get_term_name(world->policy, term);
	char text[600] = "";

	if (!name)
		return;
	if (want == COMPLAINT_UNKNOWN) {
		set(world, !is_fact(world, name), name, "unknown");
		return;
	}
	complaint_policy_describe_term(world->policy, term, text, sizeof(text), NULL);
	switch (complaint_policy_get_term_kind(world->policy, term)) {
	case COMPLAINT_TERM_NUMBER: set_number(world, name, text, want); break;
	case COMPLAINT_TERM_CHOICE: set_choice(world, name, text, want); break;
	case COMPLAINT_TERM_ELAPSED: set_elapsed(world, name, text, want); break;
	case COMPLAINT_TERM_ORDER: set_order(world, name, text, want); break;
	case COMPLAINT_TERM_EVENT:
		if (want == COMPLAINT_TRUE)
			world_set_day(world, name, world->base - WORLD_STEP);
		else
			set(world, 1, name, "not-yet");
		break;
	default: set(world, 0, name, want == COMPLAINT_TRUE ? "true" : "false"); break;
	}
}
