/* SPDX-License-Identifier: MIT */
/* Answers of people, as a case has them. */
#include "interview.h"

#include <stdlib.h>
#include <string.h>

static int is_one_of(const char *typed, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(typed, *words) == 0)
			return 1;
	return 0;
}

static const char *const yes_words[] = { "yes", "y", "true", NULL };
static const char *const no_words[] = { "no", "n", "false", NULL };
static const char *const not_yet_words[] = { "not-yet", "not yet", "no", "n", NULL };
static const char *const unknown_words[] = { "unknown", "u", "don't know", NULL };

/* A value of a choice, by its name or by its place in the list that was printed. */
static const char *find_choice(const struct interview *interview, const struct question *question,
			       const char *typed)
{
	char *end = NULL;
	unsigned long place = strtoul(typed, &end, 10);
	const char *value;

	if (*typed >= '0' && *typed <= '9' && !*end && place > 0 && place < 1000)
		return complaint_policy_get_fact_value(interview->policy, question->name,
						       COMPLAINT_NUL_TERMINATED,
						       (uint32_t)place - 1);
	for (uint32_t i = 0;; i++) {
		value = complaint_policy_get_fact_value(interview->policy, question->name,
							COMPLAINT_NUL_TERMINATED, i);
		if (!value || strcmp(value, typed) == 0)
			return value;
	}
}

static const char *read_fact(const struct interview *interview, const struct question *question,
			     const char *typed)
{
	size_t digits = strspn(typed, "0123456789");

	switch (question->type) {
	case COMPLAINT_TYPE_TRUE_FALSE:
		return is_one_of(typed, yes_words)  ? "true"
		       : is_one_of(typed, no_words) ? "false"
						    : NULL;
	case COMPLAINT_TYPE_NUMBER:
		while (typed[0] == '0' && typed[1] && digits > 1) {
			typed++;
			digits--;
		}
		return digits > 0 && digits < 10 && !typed[digits] ? typed : NULL;
	default: return find_choice(interview, question, typed);
	}
}

/* A day, a month, a day with a time: what a case takes. */
static const char *read_event(const struct interview *interview, const struct question *question,
			      const char *typed)
{
	if (is_one_of(typed, not_yet_words))
		return "not-yet";
	if (strcmp(typed, "today") == 0 && interview->now[0])
		return interview->now;
	return complaint_case_set_event_text(interview->known, question->name,
					     COMPLAINT_NUL_TERMINATED, typed,
					     COMPLAINT_NUL_TERMINATED) == COMPLAINT_OK
		       ? typed
		       : NULL;
}

int read_answer(const struct interview *interview, const struct question *question,
		const char *typed, char value[LONGEST_ANSWER])
{
	const char *read = is_one_of(typed, unknown_words) ? "unknown"
			   : question->is_event            ? read_event(interview, question, typed)
							   : read_fact(interview, question, typed);

	if (!read || strlen(read) >= LONGEST_ANSWER) {
		complain("this is no answer to the question", typed);
		return 0;
	}
	strcpy(value, read);
	return 1;
}

void print_choices(const struct interview *interview, const struct question *question)
{
	const char *value;

	if (question->is_event) {
		fputs("a day (2022-09-19), a month (2022-09), a day with its time\n"
		      "  (2022-09-19T09:30+01:00), today, not-yet, unknown\n",
		      stderr);
	} else if (question->type == COMPLAINT_TYPE_TRUE_FALSE) {
		fputs("yes, no, unknown\n", stderr);
	} else if (question->type == COMPLAINT_TYPE_NUMBER) {
		fputs("a number, unknown\n", stderr);
	} else {
		for (uint32_t i = 0;; i++) {
			value = complaint_policy_get_fact_value(interview->policy, question->name,
								COMPLAINT_NUL_TERMINATED, i);
			if (!value)
				break;
			fprintf(stderr, "%lu ", (unsigned long)i + 1);
			print_name(stderr, value);
			fputs(", ", stderr);
		}
		fputs("unknown\n", stderr);
	}
}

/* --- the case ---------------------------------------------------------------- */

static complaint_status set_fact(struct complaint_case *known, const struct complaint_set *set,
				 const struct answered *answered)
{
	uint32_t fact = complaint_set_find_fact(set, answered->name, COMPLAINT_NUL_TERMINATED);
	const char *value = answered->value;

	if (strcmp(value, "unknown") == 0)
		return complaint_case_set_fact_state(known, fact, COMPLAINT_UNKNOWN);
	switch (complaint_set_get_fact_type(set, fact)) {
	case COMPLAINT_TYPE_TRUE_FALSE:
		return complaint_case_set_fact_at(
			known, fact, strcmp(value, "true") == 0 ? COMPLAINT_TRUE : COMPLAINT_FALSE);
	case COMPLAINT_TYPE_NUMBER:
		return complaint_case_set_number_at(known, fact, (int32_t)strtol(value, NULL, 10));
	default:
		return complaint_case_set_choice(known, answered->name, COMPLAINT_NUL_TERMINATED,
						 value, COMPLAINT_NUL_TERMINATED);
	}
}

static complaint_status set_now(struct complaint_case *known, const char *now)
{
	complaint_moment moment;
	complaint_day day;

	if (!*now)
		return COMPLAINT_OK;
	if (complaint_day_from_text(now, COMPLAINT_NUL_TERMINATED, &day) == COMPLAINT_OK)
		return complaint_case_set_now_day(known, day);
	if (complaint_moment_from_text(now, COMPLAINT_NUL_TERMINATED, &moment) == COMPLAINT_OK)
		return complaint_case_set_now_moment(known, moment);
	return COMPLAINT_ERR_BAD_ARGUMENT;
}

complaint_status build_case(struct interview *interview)
{
	complaint_status status;

	complaint_case_clear(interview->known);
	status = set_now(interview->known, interview->now);
	if (status == COMPLAINT_OK && interview->at)
		status = complaint_case_set_request_at(interview->known, interview->at);
	for (size_t i = 0; i < interview->count && status == COMPLAINT_OK; i++) {
		const struct answered *answered = &interview->answers[i];

		if (!answered->value[0])
			continue;
		status = answered->is_event
				 ? complaint_case_set_event_text(interview->known, answered->name,
								 COMPLAINT_NUL_TERMINATED,
								 answered->value,
								 COMPLAINT_NUL_TERMINATED)
				 : set_fact(interview->known, interview->set, answered);
	}
	return status;
}
