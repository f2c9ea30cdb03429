/* SPDX-License-Identifier: MIT */
/* A made-up case and today's answer to it, as an entry of a scenarios file. */
#include "suggest.h"

#include <string.h>

static void grow_line(struct growing *text, const char *indent, const char *key, const char *value)
{
	if (!value)
		return;
	grow_text(text, indent);
	grow_text(text, key);
	grow_text(text, ": ");
	grow_text(text, value);
	grow_text(text, "\n");
}

static void write_day(struct growing *text, const char *key, complaint_day day)
{
	char written[16] = "";

	complaint_day_to_text(day, written, sizeof(written));
	grow_line(text, "    ", key, written);
}

static void write_given(struct growing *text, const struct world *world, int events)
{
	const char *head = events ? "    events:\n" : "    facts:\n";

	for (size_t i = 0; i < world->count; i++) {
		if (world->given[i].is_event != events)
			continue;
		grow_text(text, head);
		head = "";
		grow_line(text, "      ", world->given[i].name, world->given[i].value);
	}
}

void suggest_case(struct growing *text, const struct world *world)
{
	write_day(text, "now", world->now);
	if (*world->extend) {
		grow_text(text, "    request: { ");
		grow_text(text, world->extend);
		grow_text(text, " }\n");
	} else if (world->at) {
		grow_text(text, "    request: { at: ");
		grow_text(text, world->at);
		grow_text(text, " }\n");
	}
	write_given(text, world, 0);
	if (world->unlisted_false)
		grow_text(text, "    unlisted-facts: false\n");
	write_given(text, world, 1);
}

/* --- what is expected --------------------------------------------------------------- */

static void write_entry(struct growing *text, size_t index, const char *name)
{
	grow_text(text, index > 0 ? ", " : "");
	grow_text(text, name);
}

static void write_eligibility(struct growing *text, const struct goal *goal,
			      const struct complaint_answer *answer)
{
	const struct complaint_eligibility *own = complaint_answer_get_eligibility(answer);
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	const char *route = "none";

	grow_text(text, "      eligibility:\n");
	grow_line(text, "        ", "outcome",
		  word_outcome(complaint_eligibility_get_outcome(own)));
	grow_text(text, "        because: [");
	for (size_t i = 0; i < complaint_eligibility_because_count(own); i++)
		write_entry(text, i,
			    name_of_rule(policy, complaint_eligibility_get_because(own, i)));
	grow_text(text, "]\n        undecided: [");
	for (size_t i = 0; i < complaint_eligibility_undecided_count(own); i++)
		write_entry(text, i,
			    name_of_rule(policy, complaint_eligibility_get_undecided(own, i)));
	grow_text(text, "]\n");
	if (goal->item->fact) {
		grow_text(text, "        questions: [");
		for (size_t i = 0; i < complaint_eligibility_question_count(own); i++)
			write_entry(text, i, complaint_eligibility_get_question_name(own, i));
		grow_text(text, "]\n        factors: [");
		for (size_t i = 0; i < complaint_eligibility_factor_name_count(own); i++)
			write_entry(text, i, complaint_eligibility_get_factor_name(own, i));
		grow_text(text, "]\n");
	}
	if (complaint_eligibility_get_route_state(own) == COMPLAINT_ROUTE_UNDETERMINED)
		route = "undetermined";
	else if (complaint_eligibility_get_route_state(own) == COMPLAINT_ROUTE_TAKEN)
		route = name_of_rule(policy, complaint_eligibility_get_route(own));
	grow_line(text, "        ", "route", route);
}

static void write_date(struct growing *text, const char *indent, const char *key,
		       const struct complaint_date *date)
{
	char written[80] = "";
	complaint_day first = 0, last = 0;

	if (complaint_date_get_day(date, &first) == COMPLAINT_OK &&
	    complaint_date_get_last_day(date, &last) == COMPLAINT_OK && first == last &&
	    complaint_date_get_text(date, written, sizeof(written)) == COMPLAINT_OK)
		grow_line(text, indent, key, written);
}

static void write_deadline(struct growing *text, const char *id,
			   const struct complaint_answer *answer, int with_dates)
{
	const struct complaint_deadline *own =
		complaint_answer_find_deadline(answer, id, COMPLAINT_NUL_TERMINATED);

	grow_text(text, "      deadlines:\n        ");
	grow_text(text, id);
	grow_text(text, ":\n");
	grow_line(text, "          ", "state", word_duty_state(complaint_deadline_get_state(own)));
	if (with_dates)
		write_date(text, "          ", "due",
			   complaint_deadline_get_date(own, COMPLAINT_DEADLINE_DUE));
}

static void write_window(struct growing *text, const char *id,
			 const struct complaint_answer *answer, int with_dates)
{
	const struct complaint_window *own =
		complaint_answer_find_window(answer, id, COMPLAINT_NUL_TERMINATED);

	grow_text(text, "      windows:\n        ");
	grow_text(text, id);
	grow_text(text, ":\n");
	grow_line(text, "          ", "state", word_window_state(complaint_window_get_state(own)));
	if (!with_dates)
		return;
	write_date(text, "          ", "opens",
		   complaint_window_get_date(own, COMPLAINT_WINDOW_OPENS));
	write_date(text, "          ", "closes",
		   complaint_window_get_date(own, COMPLAINT_WINDOW_CLOSES));
}

static void write_extension(struct growing *text, const struct complaint_answer *answer,
			    int with_dates)
{
	const struct complaint_extension *own = complaint_answer_get_extension(answer);
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	const char *tier = name_of_rule(policy, complaint_extension_get_tier(own));

	grow_text(text, "      extension:\n");
	grow_line(text, "        ", "outcome",
		  word_extension(complaint_extension_get_outcome(own)));
	grow_line(text, "        ", "tier", tier);
	if (with_dates)
		write_date(text, "        ", "due",
			   complaint_extension_get_date(own, COMPLAINT_EXTENSION_NEW_DUE));
	grow_text(text, "        missing: [");
	for (size_t i = 0; i < complaint_extension_missing_count(own); i++)
		write_entry(text, i, complaint_extension_get_missing(own, i));
	grow_text(text, "]\n        unknown: [");
	for (size_t i = 0; i < complaint_extension_unknown_count(own); i++)
		write_entry(text, i, complaint_extension_get_unknown(own, i));
	grow_text(text, "]\n        duties: [");
	for (size_t i = 0; i < complaint_extension_duty_count(own); i++)
		write_entry(text, i, name_of_rule(policy, complaint_extension_get_duty_at(own, i)));
	grow_text(text, "]\n");
}

void suggest_answer(struct growing *text, const struct goal *goal,
		    const struct complaint_answer *answer, int with_dates)
{
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	const char *id = name_of_rule(policy, goal->rule);

	switch (complaint_policy_get_rule_kind(policy, goal->rule)) {
	case COMPLAINT_RULE_DUTY:
		if (complaint_answer_get_extension(answer))
			write_extension(text, answer, with_dates);
		else
			write_deadline(text, id, answer, with_dates);
		break;
	case COMPLAINT_RULE_WINDOW: write_window(text, id, answer, with_dates); break;
	case COMPLAINT_RULE_TIER: write_extension(text, answer, with_dates); break;
	default: write_eligibility(text, goal, answer); break;
	}
}
