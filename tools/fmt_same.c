/* SPDX-License-Identifier: MIT */
/*
 * Is it still the same file? Twice over: every character that is no blank must be there, in its
 * order; and what the library reads must be what it read before.
 */
#include "fmt.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_space(const char *at)
{
	while (*at == ' ' || *at == '\n' || *at == '\r')
		at++;
	return at;
}

static int is_quote(char character)
{
	return character == '"' || character == '\'';
}

int same_content(const char *name, const char *before, const char *after)
{
	if (strncmp(before, "\xef\xbb\xbf", 3) == 0)
		before += 3;
	for (;; before++, after++) {
		before = skip_space(before);
		after = skip_space(after);
		/*
		 * What a text is wrapped under, and the quotes of a clause, are all that may
		 * differ.
		 */
		if (*before != *after && strncmp(after, ">-\n", 3) == 0)
			after = skip_space(after + 2);
		if (*before != *after && !(is_quote(*before) && is_quote(*after)))
			break;
		if (!*before)
			return 1;
	}
	complain("something would be lost, so the file stays as it is", name);
	return 0;
}

/* --- what the library reads ---------------------------------------------------- */

/* One side of the comparison: all that public functions tell, as one text. */
struct told {
	struct growing text;
	struct complaint_diagnostics *diagnostics;
	complaint_status status;
};

/* Numbers of lines move, and are the only thing that may. */
static void tell_without_lines(struct told *told, const char *json)
{
	static const char key[] = "\"line\":";

	while (json && *json) {
		const char *next = strstr(json, key);

		grow(&told->text, json, next ? (size_t)(next - json) : strlen(json));
		if (next)
			for (next += strlen(key); *next == ' ' || isdigit((unsigned char)*next);)
				next++;
		json = next;
	}
	grow_text(&told->text, "\n");
}

static void tell_policy(struct told *told, const char *path)
{
	struct complaint_policy *policy = NULL;
	char *json = NULL;

	told->status = complaint_policy_load_file(path, &policy, told->diagnostics);
	if (told->status == COMPLAINT_OK)
		told->status = complaint_policy_to_json(policy, &json, NULL);
	tell_without_lines(told, json);
	complaint_string_free(json);
	complaint_policy_free(policy);
}

static void tell_calendar(struct told *told, const char *path)
{
	struct complaint_calendar *calendar = NULL;

	told->status = complaint_calendar_load_file(path, &calendar, told->diagnostics);
	if (told->status == COMPLAINT_OK)
		grow_text(&told->text, complaint_calendar_get_revision(calendar));
	complaint_calendar_free(calendar);
}

static void tell_expectation(struct told *told, const struct complaint_scenarios *scenarios,
			     uint32_t node)
{
	const char *key = complaint_expectation_get_key(scenarios, node);
	const char *text = complaint_expectation_get_text(scenarios, node);
	uint32_t entry = complaint_expectation_get_first(scenarios, node);

	grow_text(&told->text, key ? key : "-");
	grow_text(&told->text, text ? "=" : "{");
	grow_text(&told->text, text ? text : "");
	for (; entry != COMPLAINT_NONE;
	     entry = complaint_expectation_get_next(scenarios, node, entry))
		tell_expectation(told, scenarios, entry);
	grow_text(&told->text, text ? "\n" : "}\n");
}

static void tell_scenario(struct told *told, const struct complaint_scenarios *scenarios,
			  size_t index, struct complaint_answer *answer)
{
	const char *json = NULL;

	grow_text(&told->text, complaint_scenarios_get_name(scenarios, index));
	tell_expectation(told, scenarios, complaint_scenarios_get_expectation(scenarios, index));
	told->status =
		complaint_answer_evaluate(answer, complaint_scenarios_get_case(scenarios, index),
					  COMPLAINT_ASK_STANDING | COMPLAINT_ASK_EXTENSION, NULL);
	if (told->status == COMPLAINT_OK)
		told->status = complaint_answer_get_json(answer, &json, NULL);
	tell_without_lines(told, json);
}

static void tell_scenarios(struct told *told, const char *path)
{
	struct complaint_scenarios *scenarios = NULL;
	struct complaint_answer *answer = NULL;
	struct complaint_set *set = NULL;
	char policy[4096];
	struct wanted wanted = { .policy = policy };

	told->status = complaint_scenarios_find_policy_file(path, policy, sizeof(policy), NULL,
							    told->diagnostics);
	if (told->status == COMPLAINT_OK && load_set(&wanted, &set) != TOOL_CLEAN)
		told->status = COMPLAINT_ERR_IO;
	if (told->status == COMPLAINT_OK)
		told->status =
			complaint_scenarios_load_file(set, path, &scenarios, told->diagnostics);
	if (told->status == COMPLAINT_OK)
		told->status = complaint_answer_new(&answer);
	for (size_t i = 0; i < complaint_scenarios_count(scenarios); i++)
		if (told->status == COMPLAINT_OK)
			tell_scenario(told, scenarios, i, answer);
	complaint_answer_free(answer);
	complaint_scenarios_free(scenarios);
	complaint_set_free(set);
}

static void tell(struct told *told, const char *path, enum kind kind)
{
	complaint_diagnostics_new(&told->diagnostics);
	switch (kind) {
	case KIND_POLICY: tell_policy(told, path); break;
	case KIND_CALENDAR: tell_calendar(told, path); break;
	case KIND_SCENARIOS: tell_scenarios(told, path); break;
	case KIND_VOCABULARY:
		told->status = complaint_vocabulary_check_file(path, told->diagnostics);
		break;
	case KIND_CASE: told->status = complaint_case_check_file(path, told->diagnostics); break;
	}
	if (told->text.failed)
		told->status = COMPLAINT_ERR_NO_MEMORY;
	for (size_t i = 0; i < complaint_diagnostics_count(told->diagnostics); i++)
		grow_text(&told->text, complaint_diagnostics_get_message(told->diagnostics, i));
}

static void forget(struct told *told)
{
	complaint_diagnostics_free(told->diagnostics);
	free_growing(&told->text);
}

/* The faults of a file as it is; a file with faults is not formatted. */
int is_sound(const char *path, enum kind kind)
{
	struct told told = { 0 };
	int code;

	tell(&told, path, kind);
	code = told.status == COMPLAINT_OK                 ? TOOL_CLEAN
	       : told.status == COMPLAINT_ERR_INVALID_FILE ? TOOL_FAULTS
							   : TOOL_TROUBLE;
	if (code != TOOL_CLEAN) {
		print_diagnostics(stderr, told.diagnostics);
		complain(path, code == TOOL_FAULTS
				       ? "mend its faults first; the file stays as it is"
				       : complaint_status_text(told.status));
	}
	forget(&told);
	return code;
}

int same_meaning(const char *path, const char *made, enum kind kind)
{
	struct told before = { 0 }, after = { 0 };
	int same;

	tell(&before, path, kind);
	tell(&after, made, kind);
	same = before.status == COMPLAINT_OK && after.status == COMPLAINT_OK &&
	       before.text.length == after.text.length &&
	       (before.text.length == 0 ||
		memcmp(before.text.text, after.text.text, before.text.length) == 0);
	if (!same)
		complain("it would not mean the same, so the file stays as it is", path);
	forget(&before);
	forget(&after);
	return same;
}
