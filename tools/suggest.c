/* SPDX-License-Identifier: MIT */
/*
 * complaint test --suggest: the scenarios that would cover what none covers yet. A case is made up
 * for each, answered, and written down with that answer; then the library reads it back, runs it
 * and counts what it covers, so that nothing is printed that does not load, pass and help.
 */
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

struct suggesting {
	const struct complaint_set *set;
	struct coverage *coverage; /* what is covered so far */
	struct coverage *trial;    /* what one suggestion covers by itself */
	struct complaint_answer *answer;
	size_t suggested, left;
};

static const char head[] = "format: 1\nkind: scenarios\npolicy: ";

/* --- one suggestion ------------------------------------------------------------------ */

static void write_words(struct growing *text, const char *words)
{
	char piece[2] = { '\0', '\0' };

	for (size_t i = 0; words && words[i] && i < 100; i++) {
		piece[0] = words[i];
		grow_text(text, words[i] == '\n' ? " " : piece);
	}
	/* Do not end within a character. */
	while (text->length > 0 && words && strlen(words) > 100 &&
	       (unsigned char)text->text[text->length - 1] >= 0x80)
		text->text[--text->length] = '\0';
}

static void write_name(struct growing *text, const struct suggesting *suggesting,
		       const struct goal *goal)
{
	static const char *const words[] = { "applies", "does not apply" };
	const struct covered *item = goal->item;
	const char *rule = name_of_rule(suggesting->coverage->policy, goal->rule);
	char name[240];

	if (item->fact)
		snprintf(name, sizeof(name), "it is not known, for %s, whether %s", rule,
			 item->fact);
	else if (item->sort)
		snprintf(name, sizeof(name), "%s %lu of %s %s",
			 item->sort == COMPLAINT_CONDITION_UNLESS ? "exception" : "wait exception",
			 (unsigned long)item->index + 1, rule, words[goal->how]);
	else
		snprintf(name, sizeof(name), "%s %s", rule, words[goal->how]);
	grow_text(text, "  - name: ");
	grow_text(text, name);
	grow_text(text, "\n");
}

static void write_confirm(struct growing *text, const struct suggesting *suggesting,
			  const struct goal *goal)
{
	const struct complaint_policy *policy = suggesting->coverage->policy;

	grow_text(text, "    expect: # confirm: is this what ");
	grow_text(text, complaint_policy_get_rule_clause(policy, goal->rule));
	grow_text(text, " says? ");
	write_words(text, complaint_policy_get_rule_says(policy, goal->rule));
	grow_text(text, "\n");
}

static struct complaint_scenarios *load(const struct suggesting *suggesting, const char *entry)
{
	struct complaint_scenarios *scenarios = NULL;
	struct growing text = { 0 };

	grow_text(&text, head);
	grow_text(&text, "policy.yaml\nscenarios:\n");
	grow_text(&text, entry);
	if (!text.failed &&
	    complaint_scenarios_load_memory(suggesting->set, "a suggestion", text.text, text.length,
					    &scenarios, NULL) != COMPLAINT_OK)
		scenarios = NULL;
	free_growing(&text);
	return scenarios;
}

static int answer(struct suggesting *suggesting, const struct complaint_scenarios *scenarios)
{
	return complaint_answer_evaluate(
		       suggesting->answer, complaint_scenarios_get_case(scenarios, 0),
		       COMPLAINT_ASK_STANDING | COMPLAINT_ASK_EXTENSION, NULL) == COMPLAINT_OK &&
	       complaint_answer_get_policy(suggesting->answer);
}

/* Does it pass, and cover the goal? Then it is covered. */
static int counts(struct suggesting *suggesting, const struct goal *goal,
		  const struct complaint_scenarios *scenarios)
{
	struct comparison comparison = { .scenarios = scenarios, .file = "", .name = "" };
	uint32_t expectation = complaint_scenarios_get_expectation(scenarios, 0);
	const struct asserted asserted = { suggesting->answer, scenarios, expectation };
	size_t index = (size_t)(goal->item - suggesting->coverage->items), length = 0;
	char *text = NULL;

	comparison.stream = open_memstream(&text, &length);
	if (!comparison.stream)
		return 0;
	compare_answer(&comparison, suggesting->answer, expectation);
	fclose(comparison.stream);
	free(text);
	for (size_t i = 0; i < suggesting->trial->count; i++)
		memset(suggesting->trial->items[i].counts, 0,
		       sizeof(suggesting->trial->items[i].counts));
	coverage_add(suggesting->trial, &asserted);
	if (comparison.differences > 0 || suggesting->trial->items[index].counts[goal->how] == 0)
		return 0;
	coverage_add(suggesting->coverage, &asserted);
	return 1;
}

/* Tries one way; the entry is in `text` when it succeeds. */
static int try_way(struct suggesting *suggesting, const struct goal *goal, const struct way *way,
		   int with_dates, struct growing *text)
{
	struct complaint_scenarios *scenarios;
	struct world *world = malloc(sizeof(*world));
	int success = 0;
	size_t length;

	if (!world)
		return 0;
	world_begin(world, suggesting->coverage->policy, goal);
	world_fill(world, goal, way);
	write_name(text, suggesting, goal);
	suggest_case(text, world);
	free(world);
	length = text->length;
	grow_text(text, "    expect: { eligibility: { outcome: accepted } }\n");
	scenarios = text->failed ? NULL : load(suggesting, text->text);
	if (scenarios && answer(suggesting, scenarios)) {
		text->text[text->length = length] = '\0';
		write_confirm(text, suggesting, goal);
		suggest_answer(text, goal, suggesting->answer, with_dates);
		complaint_scenarios_free(scenarios);
		scenarios = text->failed ? NULL : load(suggesting, text->text);
		success = scenarios && answer(suggesting, scenarios) &&
			  counts(suggesting, goal, scenarios);
	}
	complaint_scenarios_free(scenarios);
	return success;
}

/* The ways from the plainest: how many there are of each. */
static int next_way(struct way *way)
{
	if (++way->child < 6)
		return 1;
	way->child = 0;
	if (++way->stage < 4)
		return 1;
	way->stage = 0;
	if (++way->amount < 5)
		return 1;
	way->amount = 0;
	if (++way->later < 3)
		return 1;
	way->later = 0;
	if (++way->noisy < 2)
		return 1;
	way->noisy = 0;
	return ++way->decided < 2;
}

static int reach(struct suggesting *suggesting, const struct goal *goal)
{
	struct way way = { 0 };
	int found = 0, is_tier;

	is_tier = complaint_policy_get_rule_kind(suggesting->coverage->policy, goal->rule) ==
		  COMPLAINT_RULE_TIER;
	do {
		/* The amount matters where time is asked for. */
		if (way.amount > 0 && !is_tier &&
		    complaint_policy_get_rule_kind(suggesting->coverage->policy, goal->rule) !=
			    COMPLAINT_RULE_DUTY)
			continue;
		for (int with_dates = 1; with_dates >= 0 && !found; with_dates--) {
			struct growing text = { 0 };

			found = try_way(suggesting, goal, &way, with_dates, &text);
			if (found)
				printf("\n%s", text.text);
			free_growing(&text);
		}
	} while (!found && next_way(&way));
	return found;
}

/* --- all of them ------------------------------------------------------------------------ */

/* Each condition that reads the fact, until one shows it unknown. */
static int reach_fact(struct suggesting *suggesting, struct goal *goal)
{
	const struct complaint_policy *policy = suggesting->coverage->policy;
	uint32_t count = complaint_policy_rule_count(policy);

	for (goal->rule = 0; goal->rule < count; goal->rule++)
		for (goal->sort = COMPLAINT_CONDITION_WHEN;
		     goal->sort <= COMPLAINT_CONDITION_FACTOR; goal->sort++)
			for (goal->index = 0;
			     goal->index < complaint_policy_condition_count(
						   policy, goal->rule, COMPLAINT_NONE, goal->sort);
			     goal->index++)
				if (condition_reads(policy, goal) && reach(suggesting, goal))
					return 1;
	return 0;
}

static void tell_left(struct suggesting *suggesting, const struct goal *goal)
{
	static const char *const words[] = { "applies", "does not apply", "is unknown" };
	const struct covered *item = goal->item;

	suggesting->left++;
	printf("\n  # none was found in which %s%s %s: write one yourself, or is the rule at "
	       "fault?\n",
	       item->fact ? item->fact : name_of_rule(suggesting->coverage->policy, item->rule),
	       item->sort ? ", an exception," : "", words[goal->how]);
}

static void suggest_item(struct suggesting *suggesting, const struct covered *item)
{
	for (int how = COVERED_APPLIES; how <= COVERED_UNKNOWN; how++) {
		struct goal goal = { .item = item, .how = how, .rule = item->rule };

		if (!(item->demands & 1 << how) || item->counts[how] > 0)
			continue;
		if (item->fact ? reach_fact(suggesting, &goal) : reach(suggesting, &goal))
			suggesting->suggested++;
		else
			tell_left(suggesting, &goal);
	}
}

static int is_missing(const struct coverage *coverage)
{
	for (size_t i = 0; i < coverage->count; i++)
		for (int how = COVERED_APPLIES; how <= COVERED_UNKNOWN; how++)
			if ((coverage->items[i].demands & 1 << how) &&
			    coverage->items[i].counts[how] == 0)
				return 1;
	return 0;
}

int suggest_scenarios(const struct complaint_set *set, struct coverage *coverage, const char *file)
{
	struct suggesting suggesting = { .set = set, .coverage = coverage };
	int success = 0;

	if (!is_missing(coverage)) {
		complain("nothing is missing", file);
		return 1;
	}
	suggesting.trial = coverage_new(coverage->policy);
	if (suggesting.trial && complaint_answer_new(&suggesting.answer) == COMPLAINT_OK) {
		fputs("# Suggested for ", stdout);
		print_name(stdout, file);
		printf(". Each answer is today's: hold it against the policy's text, give\n"
		       "# the case a name that says what it shows, and take the mark \"confirm\" "
		       "out.\n"
		       "%spolicy.yaml\nscenarios:",
		       head);
		for (size_t i = 0; i < coverage->count; i++)
			suggest_item(&suggesting, &coverage->items[i]);
		if (suggesting.suggested == 0)
			fputs(" []", stdout);
		fputs("\n", stdout);
		success = 1;
	}
	complaint_answer_free(suggesting.answer);
	coverage_free(suggesting.trial);
	return success;
}
