/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

/* --- what is told, what steers, what is let in --------------------------------------- */

bool cmpl_duty_certain(struct cmpl_context *context, const struct cmpl_duty *duty)
{
	return cmpl_rule_in_force(context, duty->rule) == COMPLAINT_TRUE &&
	       cmpl_condition_test(context, duty->when, duty->counting) == COMPLAINT_TRUE &&
	       cmpl_exceptions_silent(context, duty->unless, duty->counting) == COMPLAINT_TRUE;
}

void cmpl_notices_add(struct cmpl_context *context, struct cmpl_range *notices,
		      struct cmpl_range duties)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;

	for (uint32_t d = duties.first; d < duties.first + duties.count; d++) {
		const struct cmpl_duty *duty = cmpl_duty_at(context, d);

		if ((duty->verb != CMPL_VERB_TELL && duty->verb != CMPL_VERB_ASK) ||
		    strcmp(cmpl_policy_text(policy, duty->whom), "resident") != 0 ||
		    !cmpl_duty_certain(context, duty))
			continue;
		for (uint32_t n = duty->about.first; n < duty->about.first + duty->about.count;
		     n++) {
			struct cmpl_couple *couple;
			bool known = false;

			for (uint32_t k = 0; k < notices->count && !known; k++)
				known = answer->couples[notices->first + k].a == policy->notices[n];
			if (known || !(couple = CMPL_ADD(answer, couples)))
				continue;
			*couple = (struct cmpl_couple){ policy->notices[n], duty->rule };
			notices->count++;
		}
	}
}

void cmpl_eligibility_list_notices(struct cmpl_context *context, struct complaint_eligibility *into)
{
	const struct complaint_policy *policy = context->policy;
	const struct complaint_answer *answer = context->answer;

	into->notices.first = (uint32_t)answer->couples_count;
	if (into->because.count == 0) {
		if (into->route_state == COMPLAINT_ROUTE_TAKEN)
			cmpl_notices_add(context, &into->notices,
					 policy->routes[into->route].duties);
		return;
	}
	if (policy->refusals_count)
		cmpl_notices_add(context, &into->notices, policy->refusals[0].duties);
	for (uint32_t i = 0; i < into->because.count; i++) {
		uint32_t rule = answer->numbers[into->because.first + i];

		cmpl_notices_add(context, &into->notices,
				 policy->exclusions[policy->rules[rule].index].duties);
	}
}

void cmpl_eligibility_list_factors(struct cmpl_context *context, struct complaint_eligibility *into)
{
	const struct complaint_policy *policy = context->policy;
	struct complaint_answer *answer = context->answer;
	struct cmpl_gather gather = { answer, 0, answer->named_count };

	into->factors.first = (uint32_t)answer->factors_count;
	into->factor_names.first = (uint32_t)answer->named_count;
	for (uint32_t i = 0; i < into->because.count; i++) {
		uint32_t rule = answer->numbers[into->because.first + i];
		const struct cmpl_exclusion *exclusion =
			cmpl_exclusion_at(context, policy->rules[rule].index);
		struct cmpl_range factors = exclusion->factors;

		for (uint32_t f = factors.first; f < factors.first + factors.count; f++) {
			struct cmpl_factor_held *held = CMPL_ADD(answer, factors);
			uint32_t when = policy->factors[f].when;

			if (!held)
				return;
			*held = (struct cmpl_factor_held){
				policy->rules[rule].index, f,
				cmpl_condition_test(context, when, exclusion->counting)
			};
			into->factors.count++;
			if (held->truth == COMPLAINT_TRUE)
				cmpl_gather_all(context, &gather, when);
		}
	}
	into->factor_names.count = (uint32_t)(answer->named_count - into->factor_names.first);
}

/* An exception that holds makes its exclusion not apply; with `part` it lets in that part. */
void cmpl_eligibility_list_let_in(struct cmpl_context *context, struct complaint_eligibility *into)
{
	struct complaint_answer *answer = context->answer;

	into->let_in.first = (uint32_t)answer->couples_count;
	for (uint32_t i = 0; i < into->verdicts.count; i++) {
		const struct cmpl_verdict *verdict = &answer->verdicts[into->verdicts.first + i];
		const struct cmpl_exclusion *exclusion = cmpl_verdict_exclusion(context, verdict);
		struct cmpl_range unless = exclusion->unless;

		if (unless.count == 0 || verdict->truth != COMPLAINT_FALSE ||
		    cmpl_condition_test(context, exclusion->when, exclusion->counting) !=
			    COMPLAINT_TRUE)
			continue;
		for (uint32_t e = unless.first; e < unless.first + unless.count; e++) {
			const struct cmpl_exception *exception = &context->policy->exceptions[e];
			struct cmpl_couple *couple;

			if (!exception->part ||
			    cmpl_condition_test(context, exception->when, exclusion->counting) !=
				    COMPLAINT_TRUE)
				continue;
			couple = CMPL_ADD(answer, couples);
			if (!couple)
				return;
			*couple = (struct cmpl_couple){ context->policy->rules[verdict->rule].index,
							e };
			into->let_in.count++;
		}
	}
}
