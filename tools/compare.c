/* SPDX-License-Identifier: MIT */
/* Only what is written is compared; a list is exact, and only `questions` have an order. */
#include "compare.h"

#include <string.h>

#define NAMES(object, noun, plural)                                                                \
	(struct actual_list)                                                                       \
	{                                                                                          \
		NULL, object, complaint_##noun##_##plural##_count(object), noun##_##plural, NULL   \
	}
#define RULES(object, noun, plural)                                                                \
	(struct actual_list)                                                                       \
	{                                                                                          \
		NULL, object, complaint_##noun##_##plural##_count(object), NULL, noun##_##plural   \
	}
/* The getters take their own types; a list is of any. */
#define NAME_GETTER(noun, plural, getter)                                                          \
	static const char *noun##_##plural(const void *object, size_t index)                       \
	{                                                                                          \
		return getter(object, index);                                                      \
	}
#define RULE_GETTER(noun, plural, getter)                                                          \
	static uint32_t noun##_##plural(const void *object, size_t index)                          \
	{                                                                                          \
		return getter(object, index);                                                      \
	}

RULE_GETTER(eligibility, because, complaint_eligibility_get_because)
RULE_GETTER(eligibility, undecided, complaint_eligibility_get_undecided)
NAME_GETTER(eligibility, question, complaint_eligibility_get_question_name)
NAME_GETTER(eligibility, factor_name, complaint_eligibility_get_factor_name)
NAME_GETTER(eligibility, notice, complaint_eligibility_get_notice)
NAME_GETTER(extension, missing, complaint_extension_get_missing)
NAME_GETTER(extension, unknown, complaint_extension_get_unknown)
NAME_GETTER(extension, notice, complaint_extension_get_notice)
RULE_GETTER(extension, duty, complaint_extension_get_duty_at)

/* Every key of a mapping through one function, with the path kept. */
typedef void compare_key(struct comparison *comparison, uint32_t node, const char *key,
			 const void *object);

static void compare_keys(struct comparison *comparison, uint32_t map, const void *object,
			 compare_key *compare)
{
	uint32_t child = complaint_expectation_get_first(comparison->scenarios, map);

	while (child != COMPLAINT_NONE) {
		const char *key = complaint_expectation_get_key(comparison->scenarios, child);
		size_t length = enter(comparison, key);

		compare(comparison, child, key, object);
		leave(comparison, length);
		child = complaint_expectation_get_next(comparison->scenarios, map, child);
	}
}

/* --- eligibility -------------------------------------------------------- */

static const char *route_of(const struct comparison *comparison,
			    const struct complaint_eligibility *answer)
{
	switch (complaint_eligibility_get_route_state(answer)) {
	case COMPLAINT_ROUTE_TAKEN:
		return name_of_rule(comparison->policy, complaint_eligibility_get_route(answer));
	case COMPLAINT_ROUTE_UNDETERMINED: return "undetermined";
	default: return NULL;
	}
}

static void compare_eligibility_list(struct comparison *comparison, uint32_t node, const char *key,
				     const struct complaint_eligibility *answer)
{
	if (strcmp(key, "because") == 0)
		compare_list(comparison, node, RULES(answer, eligibility, because), 0);
	else if (strcmp(key, "undecided") == 0)
		compare_list(comparison, node, RULES(answer, eligibility, undecided), 0);
	else if (strcmp(key, "questions") == 0)
		compare_list(comparison, node, NAMES(answer, eligibility, question), 1);
	else if (strcmp(key, "factors") == 0)
		compare_list(comparison, node, NAMES(answer, eligibility, factor_name), 0);
	else if (strcmp(key, "notices") == 0)
		compare_list(comparison, node, NAMES(answer, eligibility, notice), 0);
	else
		differ_absent(comparison, node);
}

static void compare_eligibility_key(struct comparison *comparison, uint32_t node, const char *key,
				    const void *object)
{
	const struct complaint_eligibility *answer = object;
	const struct {
		const char *key, *actual;
	} texts[] = {
		{ "outcome", word_outcome(complaint_eligibility_get_outcome(answer)) },
		{ "route", route_of(comparison, answer) },
		{ "treat-as", complaint_eligibility_get_treat_as(answer) },
		{ "starts-at",
		  name_of_rule(comparison->policy, complaint_eligibility_get_starts_at(answer)) },
		{ "part", complaint_eligibility_get_part(answer) },
		{ "refer-to", complaint_eligibility_get_refer_to(answer) },
		{ "decided-by", complaint_eligibility_get_decided_by(answer) },
		{ "rest", word_outcome(complaint_eligibility_get_rest(answer)) },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (strcmp(texts[i].key, key) != 0)
			continue;
		compare_text(comparison, node, texts[i].actual);
		return;
	}
	compare_eligibility_list(comparison, node, key, answer);
}

/* The reading of a rule by its label; NULL: the answer has none. */
static const void *find_eligibility(const struct comparison *comparison, const void *object,
				    const char *rule, const char *label)
{
	const struct complaint_eligibility *answer = object;

	for (size_t i = 0; i < complaint_eligibility_reading_count(answer); i++) {
		const struct complaint_eligibility *reading =
			complaint_eligibility_get_reading(answer, i);
		const char *own = name_of_rule(comparison->policy,
					       complaint_eligibility_get_reading_rule(reading));

		if (strcmp(own, rule) == 0 &&
		    strcmp(complaint_eligibility_get_reading_label(reading), label) == 0)
			return reading;
	}
	return NULL;
}

/* --- extension ---------------------------------------------------------- */

static void compare_extension_key(struct comparison *comparison, uint32_t node, const char *key,
				  const void *object)
{
	const struct complaint_extension *answer = object;

	if (strcmp(key, "outcome") == 0)
		compare_text(comparison, node,
			     word_extension(complaint_extension_get_outcome(answer)));
	else if (strcmp(key, "tier") == 0)
		compare_text(
			comparison, node,
			name_of_rule(comparison->policy, complaint_extension_get_tier(answer)));
	else if (strcmp(key, "due") == 0)
		compare_counted(comparison, node,
				complaint_extension_get_date(answer, COMPLAINT_EXTENSION_NEW_DUE),
				working_of_extension(answer));
	else if (strcmp(key, "missing") == 0)
		compare_list(comparison, node, NAMES(answer, extension, missing), 0);
	else if (strcmp(key, "unknown") == 0)
		compare_list(comparison, node, NAMES(answer, extension, unknown), 0);
	else if (strcmp(key, "notices") == 0)
		compare_list(comparison, node, NAMES(answer, extension, notice), 0);
	else if (strcmp(key, "duties") == 0)
		compare_list(comparison, node, RULES(answer, extension, duty), 0);
	else
		differ_absent(comparison, node);
}

static const void *find_extension(const struct comparison *comparison, const void *object,
				  const char *rule, const char *label)
{
	const struct complaint_extension *answer = object;

	for (size_t i = 0; i < complaint_extension_reading_count(answer); i++) {
		const struct complaint_extension *reading =
			complaint_extension_get_reading(answer, i);
		const char *own = name_of_rule(comparison->policy,
					       complaint_extension_get_reading_rule(reading));

		if (strcmp(own, rule) == 0 &&
		    strcmp(complaint_extension_get_reading_label(reading), label) == 0)
			return reading;
	}
	return NULL;
}

/* --- readings: rule -> label -> the same keys ---------------------------- */

typedef const void *find_reading(const struct comparison *comparison, const void *object,
				 const char *rule, const char *label);

static void compare_labels(struct comparison *comparison, uint32_t labels, const char *rule,
			   const void *object, compare_key *compare, find_reading *find)
{
	uint32_t child = complaint_expectation_get_first(comparison->scenarios, labels);

	while (child != COMPLAINT_NONE) {
		const char *label = complaint_expectation_get_key(comparison->scenarios, child);
		const void *reading = find(comparison, object, rule, label);
		size_t length = enter(comparison, label);

		if (reading)
			compare_keys(comparison, child, reading, compare);
		else
			differ_absent(comparison, child);
		leave(comparison, length);
		child = complaint_expectation_get_next(comparison->scenarios, labels, child);
	}
}

static void compare_rule_readings(struct comparison *comparison, uint32_t node, const void *object,
				  compare_key *compare, find_reading *find)
{
	uint32_t child = complaint_expectation_get_first(comparison->scenarios, node);

	while (child != COMPLAINT_NONE) {
		const char *rule = complaint_expectation_get_key(comparison->scenarios, child);
		size_t length = enter(comparison, rule);

		compare_labels(comparison, child, rule, object, compare, find);
		leave(comparison, length);
		child = complaint_expectation_get_next(comparison->scenarios, node, child);
	}
}

static void compare_eligibility(struct comparison *comparison, uint32_t node, const char *key,
				const void *object)
{
	if (strcmp(key, "readings") == 0)
		compare_rule_readings(comparison, node, object, compare_eligibility_key,
				      find_eligibility);
	else
		compare_eligibility_key(comparison, node, key, object);
}

static void compare_extension(struct comparison *comparison, uint32_t node, const char *key,
			      const void *object)
{
	if (strcmp(key, "readings") == 0)
		compare_rule_readings(comparison, node, object, compare_extension_key,
				      find_extension);
	else
		compare_extension_key(comparison, node, key, object);
}

/* --- deadlines and windows ----------------------------------------------- */

static const void *find_deadline_reading(const struct comparison *comparison, const void *object,
					 const char *rule, const char *label)
{
	const struct complaint_deadline *deadline = object;

	(void)comparison;
	(void)rule;
	for (size_t i = 0; i < complaint_deadline_reading_count(deadline); i++) {
		const struct complaint_deadline *reading =
			complaint_deadline_get_reading(deadline, i);

		if (strcmp(complaint_deadline_get_reading_label(reading), label) == 0)
			return reading;
	}
	return NULL;
}

static void compare_deadline(struct comparison *comparison, uint32_t node, const char *key,
			     const void *object)
{
	const struct complaint_deadline *deadline = object;
	const struct complaint_date *due =
		complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE);

	if (strcmp(key, "state") == 0)
		compare_text(comparison, node,
			     word_duty_state(complaint_deadline_get_state(deadline)));
	else if (strcmp(key, "due") == 0)
		compare_counted(comparison, node, due, working_of_deadline(deadline));
	else if (strcmp(key, "projected") == 0)
		compare_truth(comparison, node,
			      complaint_date_get_flags(due) & COMPLAINT_DATE_PROJECTED);
	else if (strcmp(key, "readings") == 0)
		compare_labels(comparison, node, NULL, object, compare_deadline,
			       find_deadline_reading);
	else
		differ_absent(comparison, node);
}

static const void *find_window_reading(const struct comparison *comparison, const void *object,
				       const char *rule, const char *label)
{
	const struct complaint_window *window = object;

	(void)comparison;
	(void)rule;
	for (size_t i = 0; i < complaint_window_reading_count(window); i++) {
		const struct complaint_window *reading = complaint_window_get_reading(window, i);

		if (strcmp(complaint_window_get_reading_label(reading), label) == 0)
			return reading;
	}
	return NULL;
}

static void compare_window_date(struct comparison *comparison, uint32_t node,
				const struct complaint_window *window, int32_t which)
{
	compare_counted(comparison, node, complaint_window_get_date(window, which),
			working_of_window(window, which));
}

static void compare_window(struct comparison *comparison, uint32_t node, const char *key,
			   const void *object)
{
	const struct complaint_window *window = object;

	if (strcmp(key, "state") == 0)
		compare_text(comparison, node,
			     word_window_state(complaint_window_get_state(window)));
	else if (strcmp(key, "opens") == 0)
		compare_window_date(comparison, node, window, COMPLAINT_WINDOW_OPENS);
	else if (strcmp(key, "closes") == 0)
		compare_window_date(comparison, node, window, COMPLAINT_WINDOW_CLOSES);
	else if (strcmp(key, "if-late") == 0)
		compare_text(comparison, node, complaint_window_get_if_late(window));
	else if (strcmp(key, "readings") == 0)
		compare_labels(comparison, node, NULL, object, compare_window, find_window_reading);
	else
		differ_absent(comparison, node);
}

/* --- the whole ----------------------------------------------------------- */

static void compare_duty(struct comparison *comparison, uint32_t node, const char *key,
			 const void *object)
{
	const struct complaint_deadline *deadline =
		complaint_answer_find_deadline(object, key, COMPLAINT_NUL_TERMINATED);

	if (deadline)
		compare_keys(comparison, node, deadline, compare_deadline);
	else
		differ_absent(comparison, node);
}

static void compare_door(struct comparison *comparison, uint32_t node, const char *key,
			 const void *object)
{
	const struct complaint_window *window =
		complaint_answer_find_window(object, key, COMPLAINT_NUL_TERMINATED);

	if (window)
		compare_keys(comparison, node, window, compare_window);
	else
		differ_absent(comparison, node);
}

static void compare_section(struct comparison *comparison, uint32_t node, const char *key,
			    const void *object)
{
	const struct complaint_answer *answer = object;
	const struct complaint_eligibility *eligibility = complaint_answer_get_eligibility(answer);
	const struct complaint_extension *extension = complaint_answer_get_extension(answer);

	if (strcmp(key, "eligibility") == 0 && eligibility)
		compare_keys(comparison, node, eligibility, compare_eligibility);
	else if (strcmp(key, "extension") == 0 && extension)
		compare_keys(comparison, node, extension, compare_extension);
	else if (strcmp(key, "deadlines") == 0)
		compare_keys(comparison, node, answer, compare_duty);
	else if (strcmp(key, "windows") == 0)
		compare_keys(comparison, node, answer, compare_door);
	else
		differ_absent(comparison, node);
}

void compare_answer(struct comparison *comparison, const struct complaint_answer *answer,
		    uint32_t expectation)
{
	comparison->policy = complaint_answer_get_policy(answer);
	comparison->path[0] = '\0';
	compare_keys(comparison, expectation, answer, compare_section);
}
