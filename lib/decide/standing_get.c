/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

COMPLAINT_API const struct complaint_standing *
complaint_answer_get_standing(const struct complaint_answer *answer)
{
	if (!answer || !answer->policy || !(answer->questions & COMPLAINT_ASK_STANDING))
		return NULL;
	return &answer->standing;
}

COMPLAINT_API int32_t
complaint_standing_get_state(const struct complaint_standing *standing)
{
	return standing ? standing->state : 0;
}

COMPLAINT_API uint32_t
complaint_standing_get_stage(const struct complaint_standing *standing)
{
	if (!standing || standing->stage == CMPL_NONE)
		return COMPLAINT_NONE;
	return standing->answer->policy->stages[standing->stage].rule;
}

COMPLAINT_API size_t
complaint_standing_overdue_count(const struct complaint_standing *standing)
{
	return standing ? standing->overdue.count : 0;
}

COMPLAINT_API const struct complaint_deadline *
complaint_standing_get_overdue(const struct complaint_standing *standing, size_t index)
{
	if (index >= complaint_standing_overdue_count(standing))
		return NULL;
	return &standing->answer
			->deadlines[standing->answer->numbers[standing->overdue.first + index]];
}

COMPLAINT_API const struct complaint_deadline *
complaint_standing_get_next(const struct complaint_standing *standing)
{
	if (!standing || standing->next == CMPL_NONE)
		return NULL;
	return &standing->answer->deadlines[standing->next];
}

COMPLAINT_API size_t
complaint_standing_question_count(const struct complaint_standing *standing)
{
	return standing ? standing->questions.count : 0;
}

static const struct cmpl_named *question_at(const struct complaint_standing *standing, size_t index)
{
	if (index >= complaint_standing_question_count(standing))
		return NULL;
	return &standing->answer->named[standing->questions.first + index];
}

COMPLAINT_API const char *
complaint_standing_get_question_name(const struct complaint_standing *standing, size_t index)
{
	const struct cmpl_named *named = question_at(standing, index);

	return named ? cmpl_policy_name_id(standing->answer->policy, (enum cmpl_list)named->list,
					   named->name)
		     : NULL;
}

COMPLAINT_API const char *
complaint_standing_get_question_words(const struct complaint_standing *standing, size_t index)
{
	const struct cmpl_named *named = question_at(standing, index);

	return named ? cmpl_policy_name_words(standing->answer->policy, (enum cmpl_list)named->list,
					      named->name)
		     : NULL;
}
