/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <complaint/vocabulary.h>

#include "base/memory.h"
#include "policy/words.h"

static void write_document(struct cmpl_json *json, const struct complaint_policy *policy)
{
	static const struct {
		const char *key;
		int32_t which;
	} texts[] = {
		{ "issued-by", COMPLAINT_DOCUMENT_ISSUED_BY },
		{ "title", COMPLAINT_DOCUMENT_TITLE },
		{ "owner", COMPLAINT_DOCUMENT_OWNER },
		{ "approved", COMPLAINT_DOCUMENT_APPROVED },
		{ "review-by", COMPLAINT_DOCUMENT_REVIEW_BY },
		{ "chosen-by", COMPLAINT_DOCUMENT_CHOSEN_BY },
		{ "follows", COMPLAINT_DOCUMENT_FOLLOWS },
	};
	size_t open = complaint_policy_left_open_count(policy);

	cmpl_json_open(json, "document", '{');
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		cmpl_write_optional(json, texts[i].key,
				    complaint_policy_get_document_text(policy, texts[i].which));
	cmpl_write_in_force(json, policy);
	if (open > 0) {
		cmpl_json_open(json, "left-open", '[');
		for (size_t i = 0; i < open; i++)
			cmpl_json_text(json, NULL, complaint_policy_get_left_open(policy, i));
		cmpl_json_close(json, ']');
	}
	cmpl_json_close(json, '}');
}

static void write_calendars(struct cmpl_json *json, const struct complaint_policy *policy)
{
	size_t count = complaint_policy_calendar_count(policy);

	cmpl_json_open(json, "calendars", '[');
	for (size_t i = 0; i < count; i++) {
		const struct complaint_calendar *calendar =
			complaint_policy_get_calendar(policy, i);

		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "name", complaint_policy_get_calendar_name(policy, i));
		cmpl_json_text(json, "revision", complaint_calendar_get_revision(calendar));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

/* A value's or a silence's worth of a fact or an event of the file's own. */
static void write_fact(struct cmpl_json *json, const struct complaint_policy *policy,
		       const char *name, int32_t list)
{
	int32_t silence = complaint_policy_get_name_silence(policy, name, COMPLAINT_NUL_TERMINATED);
	const char *value;

	cmpl_json_text(json, "question",
		       complaint_policy_get_question(policy, name, COMPLAINT_NUL_TERMINATED));
	if (silence != COMPLAINT_TRUTH_NOT_GIVEN)
		cmpl_json_text(json, "silence",
			       list == COMPLAINT_LIST_EVENTS ? "not-yet"
							     : cmpl_word_truth(silence));
	if (list == COMPLAINT_LIST_EVENTS)
		return;
	cmpl_json_text(json, "type",
		       cmpl_word_type(complaint_policy_get_fact_type(policy, name,
								     COMPLAINT_NUL_TERMINATED)));
	if (!complaint_policy_get_fact_value(policy, name, COMPLAINT_NUL_TERMINATED, 0))
		return;
	cmpl_json_open(json, "values", '[');
	for (uint32_t i = 0;
	     (value = complaint_policy_get_fact_value(policy, name, COMPLAINT_NUL_TERMINATED, i));
	     i++)
		cmpl_json_text(json, NULL, value);
	cmpl_json_close(json, ']');
}

static void write_own_names(struct cmpl_json *json, const struct complaint_policy *policy,
			    const char *key, int32_t list)
{
	uint32_t count = complaint_policy_own_name_count(policy, list);

	cmpl_json_open(json, key, '[');
	for (uint32_t i = 0; i < count; i++) {
		const char *name = complaint_policy_get_own_name(policy, list, i);

		cmpl_json_open(json, NULL, '{');
		cmpl_json_text(json, "id", name);
		if (list == COMPLAINT_LIST_FACTS || list == COMPLAINT_LIST_EVENTS)
			write_fact(json, policy, name, list);
		else
			cmpl_json_text(
				json, "says",
				complaint_policy_get_words(policy, name, COMPLAINT_NUL_TERMINATED));
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, ']');
}

static void write_policy(struct cmpl_json *json, const struct complaint_policy *policy)
{
	static const char *const lists[] = {
		NULL, "facts", "events", "notices", "doors", "records"
	};
	size_t silent = complaint_policy_silent_on_count(policy);
	uint32_t count = complaint_policy_rule_count(policy);

	cmpl_json_open(json, NULL, '{');
	cmpl_json_number(json, "format", 1);
	cmpl_json_text(json, "kind",
		       complaint_policy_get_kind(policy) == COMPLAINT_NORM ? "norm" : "policy");
	cmpl_json_text(json, "id", complaint_policy_get_id(policy));
	write_document(json, policy);
	cmpl_write_counting(json, policy, COMPLAINT_NONE, COMPLAINT_NONE);
	write_calendars(json, policy);
	for (int32_t list = COMPLAINT_LIST_FACTS; list <= COMPLAINT_LIST_RECORDS; list++)
		write_own_names(json, policy, lists[list], list);
	cmpl_json_open(json, "rules", '[');
	for (uint32_t rule = 0; rule < count; rule++)
		cmpl_write_policy_rule(json, policy, rule);
	cmpl_json_close(json, ']');
	cmpl_json_open(json, "silent-on", '[');
	for (size_t i = 0; i < silent; i++)
		cmpl_json_text(json, NULL, complaint_policy_get_silent_on(policy, i));
	cmpl_json_close(json, ']');
	cmpl_json_close(json, '}');
}

complaint_status
complaint_policy_to_json(const struct complaint_policy *policy, char **ret_text, size_t *ret_length)
{
	struct cmpl_string out = { 0 };
	struct cmpl_json json;
	size_t length;
	char *text;

	if (!policy || !ret_text)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	cmpl_json_begin(&json, &out);
	write_policy(&json, policy);
	cmpl_json_end(&json);
	length = out.length;
	text = cmpl_string_take(&out);
	if (!text) {
		cmpl_string_free(&out);
		return COMPLAINT_ERR_NO_MEMORY;
	}
	*ret_text = text;
	if (ret_length)
		*ret_length = length;
	return COMPLAINT_OK;
}

void
complaint_string_free(char *text)
{
	cmpl_free(text);
}
