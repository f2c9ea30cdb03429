/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <string.h>

#include "base/abi.h"

void cmpl_answer_empty(struct complaint_answer *answer)
{
	answer->questions = 0;
	answer->policy = NULL;
	answer->candidate_event = CMPL_NONE;
	answer->candidates_count = answer->calendars_count = answer->chosen_count =
		answer->truths_count = 0;
	answer->deadlines_count = answer->windows_count = answer->eligibilities_count = 0;
	answer->extensions_count = answer->verdicts_count = answer->factors_count =
		answer->reasons_count = 0;
	answer->named_count = answer->couples_count = answer->numbers_count = answer->notes_count =
		0;
	answer->working_count = answer->asked_count = 0;
	answer->duty_count = answer->window_count = 0;
	cmpl_string_clear(&answer->note_text);
	cmpl_string_clear(&answer->working_text);
	cmpl_string_clear(&answer->text[0]);
	cmpl_string_clear(&answer->text[1]);
	cmpl_string_clear(&answer->anchor_text);
	answer->failed = false;
}

/* The answer keeps the set alive; asked again about the same one, no count is touched. */
void cmpl_answer_keep_set(struct complaint_answer *answer, const struct complaint_set *set)
{
	if (answer->set == set)
		return;
	complaint_set_free(answer->set);
	answer->set = cmpl_set_take(set);
	answer->room = NULL;
}

/* --- now ------------------------------------------------------------------------- */

static bool set_now(struct complaint_answer *answer, const struct complaint_case *given,
		    const struct complaint_options *options)
{
	answer->now = cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	switch (options->now_kind) {
	case COMPLAINT_NOW_OF_CASE:
		if (given->now.kind >= CMPL_EVENT_DAY)
			answer->now = cmpl_date_of_value(&given->now, CMPL_ZONE_LONDON);
		return true;
	case COMPLAINT_NOW_NONE: return true;
	case COMPLAINT_NOW_DAY:
		answer->now = cmpl_date_of_day(options->now_day);
		return options->now_day >= CMPL_DAY_FIRST && options->now_day <= CMPL_DAY_LAST;
	case COMPLAINT_NOW_MOMENT:
		answer->now.kind = COMPLAINT_DATE_MOMENT;
		answer->now.first = answer->now.last = options->now_moment;
		return options->now_moment >= (int64_t)CMPL_DAY_FIRST * 86400 &&
		       options->now_moment < ((int64_t)CMPL_DAY_LAST + 1) * 86400;
	default: return false;
	}
}

/* --- readings the case chose -------------------------------------------------------------- */

static void choose_reading(struct complaint_answer *answer, const struct cmpl_pair *pair)
{
	const struct complaint_policy *policy = answer->policy;
	uint32_t rule = cmpl_policy_find_rule(policy, pair->rule, strlen(pair->rule));
	uint32_t reading = rule == CMPL_NONE ? CMPL_NONE
					     : cmpl_policy_find_reading(policy, rule, pair->label,
									strlen(pair->label));

	if (reading == CMPL_NONE) {
		cmpl_note_add(
			answer, "reading-unknown", rule,
			"The case chooses the reading %s of %s; this version has no such reading.",
			pair->label, pair->rule);
		return;
	}
	answer->chosen[policy->readings[reading].rule] = reading;
}

static bool choose_readings(struct complaint_answer *answer, const struct complaint_case *given)
{
	if (given->reading_count == 0)
		return true;
	if (!CMPL_SIZE(answer, chosen, answer->policy->rules_count))
		return false;
	for (size_t i = 0; i < answer->chosen_count; i++)
		answer->chosen[i] = CMPL_NONE;
	for (uint32_t i = 0; i < given->reading_count; i++)
		choose_reading(answer, &given->readings[i]);
	return !answer->failed;
}

/* What the case says of rules that this version does not have: told, not lost. */
static void note_unknown_rules(struct cmpl_context *context)
{
	const struct complaint_case *given = context->given;
	const struct complaint_policy *policy = context->policy;

	for (uint32_t i = 0; i < given->extension_count; i++) {
		if (cmpl_policy_find_rule(policy, given->extensions[i].of,
					  strlen(given->extensions[i].of)) == CMPL_NONE)
			cmpl_note_add(context->answer, "duty-unknown", CMPL_NONE,
				      "An extension of %s was made; this version has no such duty.",
				      given->extensions[i].of);
	}
	for (uint32_t i = 0; i < given->promise_count; i++) {
		if (cmpl_policy_find_rule(policy, given->promises[i].rule,
					  strlen(given->promises[i].rule)) == CMPL_NONE)
			cmpl_note_add(context->answer, "duty-unknown", CMPL_NONE,
				      "A date was promised for %s; this version has no such duty.",
				      given->promises[i].rule);
	}
	for (uint32_t i = 0; i < given->decision_count; i++) {
		uint32_t rule = cmpl_policy_find_rule(policy, given->decisions[i].rule,
						      strlen(given->decisions[i].rule));
		uint8_t level;

		if (rule == CMPL_NONE || policy->rules[rule].kind != CMPL_RULE_EXCLUSION)
			cmpl_note_add(
				context->answer, "decision-unknown", CMPL_NONE,
				"A decision on %s is recorded; this version has no such exclusion.",
				given->decisions[i].rule);
		else if (given->decisions[i].decision == COMPLAINT_DECISION_REFUSE &&
			 cmpl_exclusion_applies(context, policy->rules[rule].index, &level) !=
				 COMPLAINT_TRUE)
			cmpl_note_add(
				context->answer, "decision-without-effect", rule,
				"It was decided to refuse on %s, which does not certainly apply.",
				given->decisions[i].rule);
	}
}

/* --- the evaluation --------------------------------------------------------------------------- */

void cmpl_context_open(struct cmpl_context *context, struct complaint_answer *answer,
		       const struct complaint_case *given)
{
	*context =
		(struct cmpl_context){ .policy = answer->policy,
				       .given = given,
				       .answer = answer,
				       .fact_of = answer->set->fact_of[answer->member],
				       .event_of = answer->set->event_of[answer->member],
				       .calendars = answer->calendars,
				       .now = &answer->now,
				       .chosen = answer->chosen_count > 0 ? answer->chosen : NULL,
				       .override_rule = CMPL_NONE,
				       .override_reading = CMPL_NONE,
				       .as_filed = answer->chosen_count == 0,
				       .at = CMPL_AT_ACCEPTANCE,
				       .deadlines = answer->deadlines,
				       .worked = answer->worked,
				       .generation = ++answer->generation };

	if (given->request == CMPL_REQUEST_TEST)
		context->at = given->tested_at;
	answer->now.zone = answer->policy->countings[answer->policy->counting].zone;
	context->is_plain = cmpl_case_is_plain(context);
}

/* Facts and events of every case of the set. */
static size_t slots_of(const struct complaint_set *set)
{
	return (size_t)cmpl_vocabulary_count[CMPL_FACTS] + set->fact_count +
	       cmpl_vocabulary_count[CMPL_EVENTS] + set->event_count;
}

bool cmpl_answer_make_room(struct complaint_answer *answer)
{
	const struct complaint_policy *policy = answer->policy;

	if (!CMPL_SIZE(answer, deadlines, policy->duties_count) ||
	    !CMPL_SIZE(answer, scratch, policy->duties_count) ||
	    !CMPL_SIZE(answer, truths, policy->terms_count) ||
	    !CMPL_SIZE(answer, worked, 2 * (size_t)policy->duties_count) ||
	    !CMPL_SIZE(answer, windows, policy->windows_count) ||
	    !CMPL_SIZE(answer, seen, policy->windows_count) ||
	    !CMPL_SIZE(answer, known, (size_t)policy->exclusions_count + policy->routes_count) ||
	    !CMPL_SIZE(answer, met, slots_of(answer->set)))
		return false;
	for (size_t i = 0; i < answer->worked_count; i++)
		answer->worked[i] = 0;
	for (size_t i = 0; i < answer->seen_count; i++)
		answer->seen[i] = 0;
	for (size_t i = 0; i < answer->known_count; i++)
		answer->known[i] = (struct cmpl_known){ 0 };
	for (size_t i = 0; i < answer->met_count; i++)
		answer->met[i] = (struct cmpl_met){ 0 };
	answer->generation = answer->list = 0;
	answer->room = policy;
	return true;
}

/* Calendars and room for the policy of the answer, as a rule those of the last time. */
static complaint_status enter_policy(struct complaint_answer *answer,
				     const struct complaint_options *options)
{
	const struct complaint_policy *policy = answer->policy;
	complaint_status status;

	/*
	 * What was worked out is told apart by generation; before those run out all is forgotten.
	 */
	if (answer->room == policy && options->calendar_count == 0 && answer->kept_count == 0 &&
	    answer->generation < UINT32_MAX / 2) {
		answer->calendars_count = policy->calendars_count;
		answer->deadlines_count = answer->scratch_count = policy->duties_count;
		answer->truths_count = policy->terms_count;
		answer->windows_count = policy->windows_count;
		return COMPLAINT_OK;
	}
	status = cmpl_answer_bind_calendars(answer, options->calendars, options->calendar_count);
	if (status != COMPLAINT_OK)
		return status;
	return cmpl_answer_make_room(answer) ? COMPLAINT_OK : COMPLAINT_ERR_NO_MEMORY;
}

/* Anchors that are no plain event get their words once, so that getters only hand them out. */
static void name_anchors(struct cmpl_context *context)
{
	struct complaint_answer *answer = context->answer;

	cmpl_string_add_bytes(&answer->anchor_text, "", 1);
	for (size_t i = 0; i < answer->deadlines_count; i++) {
		struct complaint_deadline *deadline = &answer->deadlines[i];

		if (deadline->anchor == CMPL_NONE ||
		    answer->policy->anchors[deadline->anchor].kind == CMPL_ANCHOR_EVENT)
			continue;
		deadline->anchor_text = (uint32_t)answer->anchor_text.length;
		cmpl_anchor_write(context, deadline->anchor, &answer->anchor_text);
		cmpl_string_add_bytes(&answer->anchor_text, "", 1);
	}
	if (answer->anchor_text.failed)
		answer->failed = true;
}

/* A window can hang on a duty that nobody asked about; then it was worked out on the way. */
static void rest_windows(struct cmpl_context *context, int32_t questions)
{
	if (!(questions & COMPLAINT_ASK_DEADLINES)) {
		for (uint32_t i = 0; i < context->policy->duties_count; i++)
			cmpl_duty_result(context, i);
	}
	cmpl_rests_of_windows(context);
}

static void ask(struct complaint_answer *answer, const struct complaint_case *given,
		int32_t questions, bool readings)
{
	struct cmpl_context context;

	cmpl_context_open(&context, answer, given);
	context.has_worlds = readings;
	if (questions & COMPLAINT_ASK_ELIGIBILITY)
		cmpl_eligibility_evaluate(&context, readings);
	if (questions & COMPLAINT_ASK_DEADLINES) {
		cmpl_deadlines_evaluate(&context, readings);
		context.deadlines = answer->deadlines;
		answer->duty_count = answer->policy->duties_count;
		name_anchors(&context);
	}
	if (questions & COMPLAINT_ASK_WINDOWS) {
		cmpl_windows_evaluate(&context, readings);
		answer->window_count = answer->policy->windows_count;
	}
	if ((questions & COMPLAINT_ASK_EXTENSION) && given->request == CMPL_REQUEST_EXTENSION)
		cmpl_extension_evaluate(&context, readings);
	if (answer->failed)
		return;
	if (answer->detail >= COMPLAINT_DETAIL_ANSWER && (questions & COMPLAINT_ASK_DEADLINES))
		cmpl_rests_of_deadlines(&context);
	if (answer->detail >= COMPLAINT_DETAIL_ANSWER && (questions & COMPLAINT_ASK_WINDOWS))
		rest_windows(&context, questions);
	if (questions & COMPLAINT_ASK_STANDING)
		cmpl_standing_evaluate(&context);
	if (answer->detail >= COMPLAINT_DETAIL_ANSWER) {
		note_unknown_rules(&context);
		cmpl_notes_on_order(&context);
	}
	/* What was only worked out on the way is no part of the answer. */
	if (!(questions & COMPLAINT_ASK_DEADLINES))
		answer->deadlines_count = 0;
	if (!(questions & COMPLAINT_ASK_WINDOWS))
		answer->windows_count = 0;
	answer->questions = questions;
}

static complaint_status evaluate(struct complaint_answer *answer,
				 const struct complaint_case *given, int32_t questions,
				 const struct complaint_options *options)
{
	struct cmpl_range members;
	complaint_status status;

	if (!set_now(answer, given, options))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = cmpl_landlord_find(given->set, options->landlord, &members);
	if (status != COMPLAINT_OK)
		return status;
	cmpl_version_pick(answer, given, members);
	if (answer->failed)
		return COMPLAINT_ERR_NO_MEMORY;
	if (!answer->policy) { /* undetermined: the candidates are the answer */
		answer->questions = questions;
		return COMPLAINT_OK;
	}
	status = enter_policy(answer, options);
	if (status != COMPLAINT_OK)
		return status;
	if (!choose_readings(answer, given))
		return COMPLAINT_ERR_NO_MEMORY;
	ask(answer, given, questions, !options->without_readings);
	return answer->failed ? COMPLAINT_ERR_NO_MEMORY : COMPLAINT_OK;
}

COMPLAINT_API complaint_status
complaint_answer_evaluate(struct complaint_answer *answer,
			  const struct complaint_case *complaint_case, int32_t questions,
			  const struct complaint_options *options)
{
	const int32_t all = COMPLAINT_ASK_ELIGIBILITY | COMPLAINT_ASK_DEADLINES |
			    COMPLAINT_ASK_EXTENSION | COMPLAINT_ASK_WINDOWS;
	struct complaint_options own = { .size = sizeof(own) };
	complaint_status status;

	if (!answer || !complaint_case || questions == 0 ||
	    (questions & ~(all | COMPLAINT_ASK_STANDING)))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	cmpl_answer_empty(answer);
	if (options && !cmpl_abi_read(&own, sizeof(own), options))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (own.detail < 0 || own.detail > COMPLAINT_DETAIL_WORKING || own.without_readings < 0 ||
	    own.without_readings > 1)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	answer->detail = (uint8_t)(own.detail ? own.detail : COMPLAINT_DETAIL_ANSWER);
	if (questions & COMPLAINT_ASK_STANDING)
		questions |= all;
	cmpl_answer_keep_set(answer, complaint_case->set);
	status = evaluate(answer, complaint_case, questions, &own);
	if (status != COMPLAINT_OK)
		cmpl_answer_empty(answer);
	return status;
}
