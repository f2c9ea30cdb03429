/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

static const struct complaint_policy *policy_of(const struct complaint_eligibility *eligibility)
{
	return eligibility->answer->policy;
}

/* The index in a pool of an entry of a range; -1 beyond. */
static int64_t at(struct cmpl_range range, size_t index)
{
	return index < range.count ? (int64_t)range.first + (int64_t)index : -1;
}

static uint32_t number_at(const struct complaint_answer *answer, struct cmpl_range range,
			  size_t index)
{
	int64_t i = at(range, index);

	return i < 0 ? COMPLAINT_NONE : answer->numbers[i];
}

static const struct cmpl_named *named_at(const struct complaint_answer *answer,
					 struct cmpl_range range, size_t index)
{
	int64_t i = at(range, index);

	return i < 0 ? NULL : &answer->named[i];
}

COMPLAINT_API const struct complaint_eligibility *
complaint_answer_get_eligibility(const struct complaint_answer *answer)
{
	if (!answer || !answer->policy || !(answer->questions & COMPLAINT_ASK_ELIGIBILITY) ||
	    answer->eligibilities_count == 0)
		return NULL;
	return &answer->eligibilities[0];
}

COMPLAINT_API int32_t
complaint_eligibility_get_outcome(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->outcome : 0;
}

COMPLAINT_API int32_t
complaint_eligibility_get_at(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->at : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_decider(const struct complaint_eligibility *eligibility)
{
	if (!eligibility || eligibility->decider == CMPL_NONE)
		return COMPLAINT_NONE;
	return policy_of(eligibility)->exclusions[eligibility->decider].rule;
}

COMPLAINT_API size_t
complaint_eligibility_because_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->because.count : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_because(const struct complaint_eligibility *eligibility, size_t index)
{
	return eligibility ? number_at(eligibility->answer, eligibility->because, index)
			   : COMPLAINT_NONE;
}

COMPLAINT_API size_t
complaint_eligibility_undecided_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->undecided.count : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_undecided(const struct complaint_eligibility *eligibility, size_t index)
{
	return eligibility ? number_at(eligibility->answer, eligibility->undecided, index)
			   : COMPLAINT_NONE;
}

COMPLAINT_API size_t
complaint_eligibility_question_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->questions.count : 0;
}

COMPLAINT_API const char *
complaint_eligibility_get_question_name(const struct complaint_eligibility *eligibility,
					size_t index)
{
	const struct cmpl_named *named =
		eligibility ? named_at(eligibility->answer, eligibility->questions, index) : NULL;

	return named ? cmpl_policy_name_id(policy_of(eligibility), (enum cmpl_list)named->list,
					   named->name)
		     : NULL;
}

COMPLAINT_API const char *
complaint_eligibility_get_question_words(const struct complaint_eligibility *eligibility,
					 size_t index)
{
	const struct cmpl_named *named =
		eligibility ? named_at(eligibility->answer, eligibility->questions, index) : NULL;

	return named ? cmpl_policy_name_words(policy_of(eligibility), (enum cmpl_list)named->list,
					      named->name)
		     : NULL;
}

COMPLAINT_API size_t
complaint_eligibility_get_question_weight(const struct complaint_eligibility *eligibility,
					  size_t index)
{
	const struct cmpl_named *named =
		eligibility ? named_at(eligibility->answer, eligibility->questions, index) : NULL;

	return named ? named->weight : 0;
}

static const struct cmpl_factor_held *factor_at(const struct complaint_eligibility *eligibility,
						size_t index)
{
	int64_t i = eligibility ? at(eligibility->factors, index) : -1;

	return i < 0 ? NULL : &eligibility->answer->factors[i];
}

COMPLAINT_API size_t
complaint_eligibility_factor_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->factors.count : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_factor_rule(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_factor_held *held = factor_at(eligibility, index);

	return held ? policy_of(eligibility)->exclusions[held->exclusion].rule : COMPLAINT_NONE;
}

COMPLAINT_API const char *
complaint_eligibility_get_factor_says(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_factor_held *held = factor_at(eligibility, index);
	const struct complaint_policy *policy = held ? policy_of(eligibility) : NULL;

	return held ? cmpl_policy_text_or_null(policy, policy->factors[held->factor].says) : NULL;
}

COMPLAINT_API int32_t
complaint_eligibility_get_factor_favours(const struct complaint_eligibility *eligibility,
					 size_t index)
{
	const struct cmpl_factor_held *held = factor_at(eligibility, index);

	return held ? policy_of(eligibility)->factors[held->factor].favours : 0;
}

COMPLAINT_API int32_t
complaint_eligibility_get_factor_truth(const struct complaint_eligibility *eligibility,
				       size_t index)
{
	const struct cmpl_factor_held *held = factor_at(eligibility, index);

	return held ? held->truth : COMPLAINT_TRUTH_NOT_GIVEN;
}

COMPLAINT_API size_t
complaint_eligibility_factor_name_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->factor_names.count : 0;
}

COMPLAINT_API const char *
complaint_eligibility_get_factor_name(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_named *named =
		eligibility ? named_at(eligibility->answer, eligibility->factor_names, index)
			    : NULL;

	return named ? cmpl_policy_name_id(policy_of(eligibility), (enum cmpl_list)named->list,
					   named->name)
		     : NULL;
}

COMPLAINT_API int32_t
complaint_eligibility_get_route_state(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->route_state : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_route(const struct complaint_eligibility *eligibility)
{
	if (!eligibility || eligibility->route == CMPL_NONE)
		return COMPLAINT_NONE;
	return policy_of(eligibility)->routes[eligibility->route].rule;
}

COMPLAINT_API const char *
complaint_eligibility_get_treat_as(const struct complaint_eligibility *eligibility)
{
	if (!eligibility || eligibility->treat_as == CMPL_NONE)
		return NULL;
	return cmpl_policy_name_id(policy_of(eligibility), CMPL_RECORDS, eligibility->treat_as);
}

COMPLAINT_API uint32_t
complaint_eligibility_get_starts_at(const struct complaint_eligibility *eligibility)
{
	if (!eligibility || eligibility->starts_at == CMPL_NONE)
		return COMPLAINT_NONE;
	return policy_of(eligibility)->stages[eligibility->starts_at].rule;
}

COMPLAINT_API const char *
complaint_eligibility_get_part(const struct complaint_eligibility *eligibility)
{
	return eligibility ? cmpl_policy_text_or_null(policy_of(eligibility), eligibility->part)
			   : NULL;
}

COMPLAINT_API const char *
complaint_eligibility_get_refer_to(const struct complaint_eligibility *eligibility)
{
	return eligibility ? cmpl_policy_text_or_null(policy_of(eligibility), eligibility->refer_to)
			   : NULL;
}

COMPLAINT_API const char *
complaint_eligibility_get_decided_by(const struct complaint_eligibility *eligibility)
{
	return eligibility
		       ? cmpl_policy_text_or_null(policy_of(eligibility), eligibility->decided_by)
		       : NULL;
}

COMPLAINT_API int32_t
complaint_eligibility_get_rest(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->rest : 0;
}

static const struct cmpl_couple *couple_at(const struct complaint_eligibility *eligibility,
					   struct cmpl_range range, size_t index)
{
	int64_t i = at(range, index);

	return i < 0 ? NULL : &eligibility->answer->couples[i];
}

COMPLAINT_API size_t
complaint_eligibility_let_in_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->let_in.count : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_let_in_rule(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_couple *couple =
		eligibility ? couple_at(eligibility, eligibility->let_in, index) : NULL;

	return couple ? policy_of(eligibility)->exclusions[couple->a].rule : COMPLAINT_NONE;
}

COMPLAINT_API const char *
complaint_eligibility_get_let_in_part(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_couple *couple =
		eligibility ? couple_at(eligibility, eligibility->let_in, index) : NULL;
	const struct complaint_policy *policy = couple ? policy_of(eligibility) : NULL;

	return couple ? cmpl_policy_text_or_null(policy, policy->exceptions[couple->b].part) : NULL;
}

COMPLAINT_API size_t
complaint_eligibility_notice_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->notices.count : 0;
}

COMPLAINT_API const char *
complaint_eligibility_get_notice(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_couple *couple =
		eligibility ? couple_at(eligibility, eligibility->notices, index) : NULL;

	return couple ? cmpl_policy_name_id(policy_of(eligibility), CMPL_NOTICES, couple->a) : NULL;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_notice_rule(const struct complaint_eligibility *eligibility, size_t index)
{
	const struct cmpl_couple *couple =
		eligibility ? couple_at(eligibility, eligibility->notices, index) : NULL;

	return couple ? couple->b : COMPLAINT_NONE;
}

static const struct cmpl_verdict *verdict_at(const struct complaint_eligibility *eligibility,
					     size_t index)
{
	int64_t i = eligibility ? at(eligibility->verdicts, index) : -1;

	return i < 0 ? NULL : &eligibility->answer->verdicts[i];
}

COMPLAINT_API size_t
complaint_eligibility_verdict_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->verdicts.count : 0;
}

COMPLAINT_API uint32_t
complaint_eligibility_get_verdict_rule(const struct complaint_eligibility *eligibility,
				       size_t index)
{
	const struct cmpl_verdict *verdict = verdict_at(eligibility, index);

	return verdict ? verdict->rule : COMPLAINT_NONE;
}

COMPLAINT_API int32_t
complaint_eligibility_get_verdict_truth(const struct complaint_eligibility *eligibility,
					size_t index)
{
	const struct cmpl_verdict *verdict = verdict_at(eligibility, index);

	return verdict ? verdict->truth : COMPLAINT_TRUTH_NOT_GIVEN;
}

COMPLAINT_API size_t
complaint_eligibility_verdict_reason_count(const struct complaint_eligibility *eligibility,
					   size_t index)
{
	const struct cmpl_verdict *verdict = verdict_at(eligibility, index);

	return verdict ? verdict->reasons.count : 0;
}

COMPLAINT_API const struct complaint_reason *
complaint_eligibility_get_verdict_reason(const struct complaint_eligibility *eligibility,
					 size_t index, size_t reason)
{
	const struct cmpl_verdict *verdict = verdict_at(eligibility, index);
	int64_t i = verdict ? at(verdict->reasons, reason) : -1;

	return i < 0 ? NULL : &eligibility->answer->reasons[i];
}

COMPLAINT_API size_t
complaint_eligibility_reading_count(const struct complaint_eligibility *eligibility)
{
	return eligibility ? eligibility->readings.count : 0;
}

COMPLAINT_API const struct complaint_eligibility *
complaint_eligibility_get_reading(const struct complaint_eligibility *eligibility, size_t index)
{
	int64_t i = eligibility ? at(eligibility->readings, index) : -1;

	return i < 0 ? NULL : &eligibility->answer->eligibilities[i];
}

COMPLAINT_API uint32_t
complaint_eligibility_get_reading_rule(const struct complaint_eligibility *reading)
{
	return reading ? reading->reading_rule : COMPLAINT_NONE;
}

COMPLAINT_API const char *
complaint_eligibility_get_reading_label(const struct complaint_eligibility *reading)
{
	return reading ? cmpl_reading_label(policy_of(reading), reading->reading) : NULL;
}
