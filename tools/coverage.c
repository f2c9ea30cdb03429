/* SPDX-License-Identifier: MIT */
/* How often the scenarios of a policy assert each rule both ways, and each fact as unknown. */
#include "coverage.h"

#include <stdlib.h>
#include <string.h>

#define BOTH (1 << COVERED_APPLIES | 1 << COVERED_DOES_NOT)

/* --- the table ----------------------------------------------------------- */

static struct covered *add_item(struct coverage *coverage)
{
	if (coverage->count == coverage->room) {
		size_t room = coverage->room ? coverage->room * 2 : 64;
		struct covered *items = realloc(coverage->items, room * sizeof(*items));

		if (!items)
			return NULL;
		coverage->items = items;
		coverage->room = room;
	}
	memset(&coverage->items[coverage->count], 0, sizeof(*coverage->items));
	return &coverage->items[coverage->count++];
}

static size_t conditions(const struct complaint_policy *policy, uint32_t rule, int32_t sort)
{
	return complaint_policy_condition_count(policy, rule, COMPLAINT_NONE, sort);
}

static int has_anchor(const struct complaint_policy *policy, uint32_t rule, int32_t which)
{
	return complaint_policy_describe_anchor(policy, rule, COMPLAINT_NONE, which, NULL, 0,
						NULL) == COMPLAINT_OK;
}

/* A window that is always there, and a duty that is always owed, cannot fail to be. */
static int can_fail(const struct complaint_policy *policy, uint32_t rule)
{
	int conditional =
		conditions(policy, rule, COMPLAINT_CONDITION_WHEN) > 0 ||
		conditions(policy, rule, COMPLAINT_CONDITION_UNLESS) > 0 ||
		complaint_policy_get_rule_in_force(policy, rule, NULL, NULL) == COMPLAINT_OK;

	switch (complaint_policy_get_rule_kind(policy, rule)) {
	case COMPLAINT_RULE_WINDOW:
		return conditional || has_anchor(policy, rule, COMPLAINT_ANCHOR_OPENS) ||
		       has_anchor(policy, rule, COMPLAINT_ANCHOR_AFTER);
	case COMPLAINT_RULE_DUTY:
		return conditional ||
		       complaint_policy_get_rule_place(policy, rule) != COMPLAINT_PLACE_FILE ||
		       has_anchor(policy, rule, COMPLAINT_ANCHOR_AFTER);
	default: return 1;
	}
}

static int add_rule(struct coverage *coverage, uint32_t rule, int32_t kind)
{
	static const int32_t sorts[] = { COMPLAINT_CONDITION_UNLESS,
					 COMPLAINT_CONDITION_OPENS_UNLESS };
	struct covered *item = add_item(coverage);

	if (!item)
		return 0;
	item->kind = kind;
	item->rule = rule;
	/*
	 * Of two routes that share all cases between them, the second cannot fail when it is
	 * reached.
	 */
	item->demands = kind != COMPLAINT_RULE_ROUTE && can_fail(coverage->policy, rule)
				? BOTH
				: 1 << COVERED_APPLIES;
	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		size_t count = conditions(coverage->policy, rule, sorts[i]);

		for (uint32_t j = 0; j < count; j++) {
			item = add_item(coverage);
			if (!item)
				return 0;
			item->kind = kind;
			item->rule = rule;
			item->sort = sorts[i];
			item->index = j;
			item->demands = BOTH;
		}
	}
	return 1;
}

static int knows_fact(const struct coverage *coverage, const char *fact)
{
	for (size_t i = 0; i < coverage->count; i++)
		if (coverage->items[i].fact && strcmp(coverage->items[i].fact, fact) == 0)
			return 1;
	return 0;
}

/* The facts of a condition that have no silence: each can leave an answer open. */
static int add_facts(struct coverage *coverage, uint32_t rule, int32_t sort, size_t index)
{
	const struct complaint_policy *policy = coverage->policy;
	uint32_t term = complaint_policy_get_condition(policy, rule, COMPLAINT_NONE, sort, index);
	uint32_t end = complaint_policy_get_term_end(policy, term);

	for (; term != COMPLAINT_NONE && term < end; term++) {
		const char *name = complaint_policy_get_term_name(policy, term);
		struct covered *item;

		if (!name ||
		    complaint_policy_get_fact_type(policy, name, COMPLAINT_NUL_TERMINATED) == 0 ||
		    complaint_policy_get_name_silence(policy, name, COMPLAINT_NUL_TERMINATED) !=
			    COMPLAINT_TRUTH_NOT_GIVEN ||
		    knows_fact(coverage, name))
			continue;
		item = add_item(coverage);
		if (!item)
			return 0;
		item->fact = name;
		item->demands = 1 << COVERED_UNKNOWN;
	}
	return 1;
}

static int add_facts_of_rule(struct coverage *coverage, uint32_t rule)
{
	for (int32_t sort = COMPLAINT_CONDITION_WHEN; sort <= COMPLAINT_CONDITION_FACTOR; sort++)
		for (size_t i = 0; i < conditions(coverage->policy, rule, sort); i++)
			if (!add_facts(coverage, rule, sort, i))
				return 0;
	return 1;
}

static int fill(struct coverage *coverage)
{
	static const int32_t kinds[] = { COMPLAINT_RULE_EXCLUSION, COMPLAINT_RULE_ROUTE,
					 COMPLAINT_RULE_DUTY, COMPLAINT_RULE_TIER,
					 COMPLAINT_RULE_WINDOW };
	uint32_t count = complaint_policy_rule_count(coverage->policy);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		for (uint32_t rule = 0; rule < count; rule++)
			if (complaint_policy_get_rule_kind(coverage->policy, rule) == kinds[i] &&
			    !add_rule(coverage, rule, kinds[i]))
				return 0;
	for (uint32_t rule = 0; rule < count; rule++)
		if (!add_facts_of_rule(coverage, rule))
			return 0;
	return 1;
}

struct coverage *coverage_new(const struct complaint_policy *policy)
{
	struct coverage *coverage = calloc(1, sizeof(*coverage));

	if (!coverage)
		return NULL;
	coverage->policy = policy;
	if (!fill(coverage)) {
		coverage_free(coverage);
		return NULL;
	}
	return coverage;
}

void coverage_free(struct coverage *coverage)
{
	if (coverage)
		free(coverage->items);
	free(coverage);
}

/* --- counting -------------------------------------------------------------- */

void cover_exception(struct coverage *coverage, uint32_t rule, int32_t sort, uint32_t index,
		     int how)
{
	for (size_t i = 0; i < coverage->count; i++) {
		struct covered *item = &coverage->items[i];

		if (!item->fact && item->rule == rule && item->sort == sort && item->index == index)
			item->counts[how]++;
	}
}

void cover_rule(struct coverage *coverage, uint32_t rule, int how)
{
	cover_exception(coverage, rule, 0, 0, how);
}

void cover_fact(struct coverage *coverage, const char *fact)
{
	for (size_t i = 0; i < coverage->count; i++)
		if (coverage->items[i].fact && strcmp(coverage->items[i].fact, fact) == 0)
			coverage->items[i].counts[COVERED_UNKNOWN]++;
}

void coverage_add(struct coverage *coverage, const struct asserted *asserted)
{
	static const struct {
		const char *key;
		void (*cover)(struct coverage *, const struct asserted *, uint32_t);
	} sections[] = {
		{ "eligibility", cover_eligibility },
		{ "deadlines", cover_deadlines },
		{ "extension", cover_extension },
		{ "windows", cover_windows },
	};

	coverage->scenarios++;
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		uint32_t node =
			expected_under(asserted->scenarios, asserted->expectation, sections[i].key);

		if (node != COMPLAINT_NONE)
			sections[i].cover(coverage, asserted, node);
	}
}

/* --- printing --------------------------------------------------------------- */

static const char *kind_word(const struct covered *item)
{
	static const char *const words[] = { "fact", "refusal",   "exclusion", "route", "stage",
					     "duty", "extension", "tier",      "window" };

	return item->sort ? "exception" : words[item->kind];
}

static void print_item(const struct coverage *coverage, FILE *stream, const struct covered *item)
{
	const char *clause =
		item->fact ? "" : complaint_policy_get_rule_clause(coverage->policy, item->rule);
	char name[128];

	if (item->fact)
		snprintf(name, sizeof(name), "%s", item->fact);
	else if (item->sort)
		snprintf(name, sizeof(name), "%s, %s %lu",
			 name_of_rule(coverage->policy, item->rule),
			 item->sort == COMPLAINT_CONDITION_UNLESS ? "unless" : "opens unless",
			 (unsigned long)item->index + 1);
	else
		snprintf(name, sizeof(name), "%s", name_of_rule(coverage->policy, item->rule));
	fprintf(stream, "  %-10s %-44s %7zu %9zu %8zu  ", kind_word(item), name,
		item->counts[COVERED_APPLIES], item->counts[COVERED_DOES_NOT],
		item->counts[COVERED_UNKNOWN]);
	print_name(stream, clause ? clause : "");
	fputc('\n', stream);
}

/* Does any scenario say anything of it? */
static int is_seen(const struct covered *item)
{
	return item->counts[COVERED_APPLIES] + item->counts[COVERED_DOES_NOT] +
		       item->counts[COVERED_UNKNOWN] >
	       0;
}

static void print_missing(const struct coverage *coverage, FILE *stream, const struct covered *item,
			  struct covered_so_far *so_far)
{
	static const char *const words[] = { "never applies", "never fails to apply",
					     "is never unknown where it matters" };
	const char *name = item->fact ? item->fact : name_of_rule(coverage->policy, item->rule);

	for (int how = COVERED_APPLIES; how <= COVERED_UNKNOWN; how++) {
		if (!(item->demands & 1 << how))
			continue;
		so_far->demanded++;
		if (item->counts[how] > 0)
			continue;
		so_far->missing++;
		fprintf(stream, "  missing: %s %s", kind_word(item), name);
		if (item->sort)
			fprintf(stream, ", number %lu,", (unsigned long)item->index + 1);
		fprintf(stream, " %s\n", words[how]);
	}
}

/* Rules that no scenario says anything of. */
static void print_unseen(const struct coverage *coverage, FILE *stream)
{
	const char *before = "  without a scenario: ";

	for (size_t i = 0; i < coverage->count; i++) {
		const struct covered *item = &coverage->items[i];

		if (item->fact || item->sort || is_seen(item))
			continue;
		fprintf(stream, "%s%s", before, name_of_rule(coverage->policy, item->rule));
		before = ", ";
	}
	if (*before == ',')
		fputc('\n', stream);
}

struct covered_so_far coverage_print(const struct coverage *coverage, FILE *stream,
				     const char *file)
{
	struct covered_so_far so_far = { 0, 0 };

	fprintf(stream, "%s: what %zu scenarios assert\n",
		complaint_policy_get_id(coverage->policy), coverage->scenarios);
	fputs("  from ", stream);
	print_name(stream, file);
	fprintf(stream, "\n  %-10s %-44s %7s %9s %8s  %s\n", "", "", "applies", "does not",
		"unknown", "clause");
	for (size_t i = 0; i < coverage->count; i++)
		print_item(coverage, stream, &coverage->items[i]);
	print_unseen(coverage, stream);
	for (size_t i = 0; i < coverage->count; i++)
		print_missing(coverage, stream, &coverage->items[i], &so_far);
	return so_far;
}
