/* SPDX-License-Identifier: MIT */
#include "decide/answer.h"

#include "base/memory.h"

#include <string.h>

void *cmpl_pool_grow(struct complaint_answer *answer, void **items, size_t *capacity, size_t *count,
		     size_t item)
{
	if (answer->failed || !cmpl_grow(items, capacity, *count, item)) {
		answer->failed = true;
		return NULL;
	}
	return (char *)*items + (*count)++ * item;
}

bool cmpl_pool_enlarge(struct complaint_answer *answer, void **items, size_t *capacity, size_t item,
		       size_t wanted)
{
	void *grown = cmpl_realloc_array(*items, wanted, item);

	if (!grown) {
		answer->failed = true;
		return false;
	}
	*items = grown;
	*capacity = wanted;
	return true;
}

COMPLAINT_API complaint_status
complaint_answer_new(struct complaint_answer **ret_answer)
{
	struct complaint_answer *answer;

	if (!ret_answer)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	answer = cmpl_alloc(sizeof(*answer));
	if (!answer)
		return COMPLAINT_ERR_NO_MEMORY;
	*ret_answer = answer;
	return COMPLAINT_OK;
}

COMPLAINT_API void
complaint_answer_free(struct complaint_answer *answer)
{
	if (!answer)
		return;
	for (size_t i = 0; i < answer->kept_count; i++)
		complaint_calendar_free(answer->kept[i]);
	complaint_set_free(answer->set);
	complaint_case_free(answer->lent);
	cmpl_free(answer->candidates);
	cmpl_free(answer->calendars);
	cmpl_free(answer->kept);
	cmpl_free(answer->chosen);
	cmpl_free(answer->truths);
	cmpl_free(answer->deadlines);
	cmpl_free(answer->scratch);
	cmpl_free(answer->worked);
	cmpl_free(answer->seen);
	cmpl_free(answer->known);
	cmpl_free(answer->asked);
	cmpl_free(answer->met);
	cmpl_free(answer->dated);
	cmpl_free(answer->windows);
	cmpl_free(answer->eligibilities);
	cmpl_free(answer->extensions);
	cmpl_free(answer->verdicts);
	cmpl_free(answer->factors);
	cmpl_free(answer->reasons);
	cmpl_free(answer->named);
	cmpl_free(answer->couples);
	cmpl_free(answer->numbers);
	cmpl_free(answer->notes);
	cmpl_free(answer->working);
	cmpl_string_free(&answer->note_text);
	cmpl_string_free(&answer->working_text);
	cmpl_string_free(&answer->text[0]);
	cmpl_string_free(&answer->text[1]);
	cmpl_string_free(&answer->anchor_text);
	cmpl_free(answer);
}

struct cmpl_string *cmpl_answer_text(struct complaint_answer *answer, int which)
{
	return &answer->text[which];
}

COMPLAINT_API int32_t
complaint_answer_get_questions(const struct complaint_answer *answer)
{
	return answer ? answer->questions : 0;
}

COMPLAINT_API int32_t
complaint_answer_get_detail(const struct complaint_answer *answer)
{
	return answer && answer->questions ? answer->detail : 0;
}

COMPLAINT_API const char *
complaint_answer_get_chosen_reading(const struct complaint_answer *answer, uint32_t rule)
{
	const struct complaint_policy *policy = complaint_answer_get_policy(answer);
	uint32_t reading;

	if (!policy || rule >= answer->chosen_count)
		return NULL;
	reading = answer->chosen[rule];
	return reading == CMPL_NONE ? NULL
				    : cmpl_policy_text(policy, policy->readings[reading].label);
}

COMPLAINT_API const struct complaint_policy *
complaint_answer_get_policy(const struct complaint_answer *answer)
{
	return answer ? answer->policy : NULL;
}

COMPLAINT_API size_t
complaint_answer_candidate_count(const struct complaint_answer *answer)
{
	return answer ? answer->candidates_count : 0;
}

COMPLAINT_API const struct complaint_policy *
complaint_answer_get_candidate(const struct complaint_answer *answer, size_t index)
{
	if (!answer || index >= answer->candidates_count)
		return NULL;
	return answer->set->policies[answer->candidates[index]];
}

COMPLAINT_API const char *
complaint_answer_get_candidate_event(const struct complaint_answer *answer)
{
	const struct complaint_policy *policy = complaint_answer_get_candidate(answer, 0);

	return policy ? cmpl_policy_name_id(policy, CMPL_EVENTS, answer->candidate_event) : NULL;
}

COMPLAINT_API const struct complaint_date *
complaint_answer_get_now(const struct complaint_answer *answer)
{
	return answer ? &answer->now : NULL;
}

static const struct cmpl_note *note_at(const struct complaint_answer *answer, size_t index)
{
	return answer && index < answer->notes_count ? &answer->notes[index] : NULL;
}

COMPLAINT_API size_t
complaint_answer_note_count(const struct complaint_answer *answer)
{
	return answer ? answer->notes_count : 0;
}

COMPLAINT_API const char *
complaint_answer_get_note_slug(const struct complaint_answer *answer, size_t index)
{
	const struct cmpl_note *note = note_at(answer, index);

	return note ? note->slug : NULL;
}

COMPLAINT_API const char *
complaint_answer_get_note_text(const struct complaint_answer *answer, size_t index)
{
	const struct cmpl_note *note = note_at(answer, index);

	return note ? cmpl_string_text(&answer->note_text) + note->text : NULL;
}

COMPLAINT_API uint32_t
complaint_answer_get_note_rule(const struct complaint_answer *answer, size_t index)
{
	const struct cmpl_note *note = note_at(answer, index);

	return note ? note->rule : COMPLAINT_NONE;
}

COMPLAINT_API size_t
complaint_answer_calendar_count(const struct complaint_answer *answer)
{
	return answer ? answer->calendars_count : 0;
}

COMPLAINT_API const struct complaint_calendar *
complaint_answer_get_calendar(const struct complaint_answer *answer, size_t index)
{
	return answer && index < answer->calendars_count ? answer->calendars[index] : NULL;
}
