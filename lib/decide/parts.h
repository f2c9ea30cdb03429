/* SPDX-License-Identifier: MIT */
#pragma once

/* What the parts of one evaluation offer one another: the questions, stages, duties, windows. */

#include "decide/context.h"

/* --- the questions ---------------------------------------------------------- */

/* exclusions and routes */
uint8_t cmpl_exclusion_applies(struct cmpl_context *context, uint32_t exclusion,
			       uint8_t *ret_level);
const struct cmpl_route_taken *cmpl_route_taken(struct cmpl_context *context, bool at_acceptance);
uint8_t cmpl_route_applies(struct cmpl_context *context, uint32_t route);
/* Levels of outcome: 0 accepted, 1 discretion, 2 excluded. */
struct cmpl_levels {
	uint8_t certain;  /* the highest that certainly applies */
	uint8_t possible; /* the highest that could */
};
void cmpl_levels_raise(struct cmpl_levels *levels, const struct cmpl_verdict *verdict);
uint8_t cmpl_outcome_of(struct cmpl_levels levels);
/* Verdicts on every exclusion tested at this moment, those that apply, and what they come to. */
struct cmpl_levels cmpl_exclusions_test(struct cmpl_context *context,
					struct complaint_eligibility *into);
const struct cmpl_exclusion *cmpl_verdict_exclusion(const struct cmpl_context *context,
						    const struct cmpl_verdict *verdict);
/* eligibility_lists.c and questions.c: what stands beside the outcome */
void cmpl_eligibility_list_notices(struct cmpl_context *context,
				   struct complaint_eligibility *into);
void cmpl_eligibility_list_factors(struct cmpl_context *context,
				   struct complaint_eligibility *into);
void cmpl_eligibility_list_let_in(struct cmpl_context *context, struct complaint_eligibility *into);
void cmpl_eligibility_list_questions(struct cmpl_context *context,
				     struct complaint_eligibility *into);
void cmpl_eligibility_evaluate(struct cmpl_context *context, bool readings);
/* The outcome alone, and the exclusion that decides (index). */
uint8_t cmpl_outcome(struct cmpl_context *context, uint32_t *ret_decider);
/* Is a duty owed as far as its own conditions say, and certainly? */
bool cmpl_duty_certain(struct cmpl_context *context, const struct cmpl_duty *duty);
/*
 * What certain duties of a range tell or ask the resident, each notice once, behind a range of
 * couples.
 */
void cmpl_notices_add(struct cmpl_context *context, struct cmpl_range *notices,
		      struct cmpl_range duties);
void cmpl_eligibility_fill(struct cmpl_context *context, struct complaint_eligibility *into,
			   bool whole);

/* stages */
/* Has it started, is it skipped, does a route enter it: kept for the rest of this world. */
const struct cmpl_stage_seen *cmpl_stage_see(struct cmpl_context *context, uint32_t stage);
static inline const struct cmpl_stage_seen *cmpl_stage_look(struct cmpl_context *context,
							    uint32_t stage)
{
	const struct cmpl_stage_seen *kept = &context->seen[stage % CMPL_STAGES_SEEN];

	return kept->stage == stage + 1 ? kept : cmpl_stage_see(context, stage);
}
/* The duty of the route that stands in for a stage's duty; CMPL_NONE when none does. */
uint32_t cmpl_duty_replaced_by(struct cmpl_context *context, uint32_t duty);
/* The stage whose extension extends a duty; CMPL_NONE: no rule. */
uint32_t cmpl_stage_extending(struct cmpl_context *context, uint32_t duty);

/* duties */
struct cmpl_owing {
	uint8_t truth; /* is it owed, as far as anything but its stage's start says */
	uint8_t cause; /* of what is not true */
	uint8_t reached;
	uint8_t reached_cause;
};
static inline void cmpl_duty_set_state(struct complaint_deadline *into, uint8_t state,
				       uint8_t cause)
{
	into->state = state;
	into->cause = cause;
}
/* duty_state.c: from its dates, and then whether a refusal or a closing has ended it. */
void cmpl_duty_find_state(const struct cmpl_context *context, const struct cmpl_duty *duty,
			  const struct cmpl_owing *owing, struct complaint_deadline *into);
void cmpl_duty_stop_if_over(struct cmpl_context *context, const struct cmpl_duty *duty,
			    struct complaint_deadline *into, struct cmpl_owing *owing);
/* Nothing of the case but its events has a say in the dates of a duty. */
bool cmpl_case_is_plain(const struct cmpl_context *context);
void cmpl_duty_evaluate(struct cmpl_context *context, uint32_t duty, const struct cmpl_duty *as,
			struct complaint_deadline *into);
/* Worked out when it is first asked for in this world. */
static inline struct complaint_deadline *cmpl_duty_result(struct cmpl_context *context,
							  uint32_t duty)
{
	struct complaint_deadline *kept = &context->deadlines[duty];

	if (context->worked[duty] != context->generation) {
		context->worked[duty] = context->generation;
		cmpl_duty_evaluate(context, duty, cmpl_duty_at(context, duty), kept);
	}
	return kept;
}
/* Does a limit of this unit end on a date? */
bool cmpl_unit_has_date(uint8_t unit);
/* For columns: answer->dated, by the file's own choice of readings. */
bool cmpl_deadlines_list_dated(struct complaint_answer *answer);
void cmpl_deadlines_evaluate(struct cmpl_context *context, bool readings);

/* places.c: where a duty stands */
/*
 * Why no duty of a place is owed in this case, whatever else holds; COMPLAINT_CAUSE_NONE: some may.
 */
void cmpl_places_find_idle(struct cmpl_context *context);
static inline uint8_t cmpl_place_idle(struct cmpl_context *context, const struct cmpl_duty *duty)
{
	if (duty->is_of_reading)
		return COMPLAINT_CAUSE_NONE;
	if (!context->idle_known)
		cmpl_places_find_idle(context);
	return context->idle[duty->place];
}

struct cmpl_place_of_duty cmpl_place_find(struct cmpl_context *context, uint32_t index,
					  const struct cmpl_duty *as);
static inline struct cmpl_place_of_duty cmpl_duty_place(struct cmpl_context *context,
							uint32_t index, const struct cmpl_duty *as)
{
	const struct cmpl_stage_seen *stage;

	if (as->place == CMPL_IN_STAGE && !as->is_of_reading) {
		stage = cmpl_stage_look(context, as->owner);
		if (!stage->entered)
			return stage->place;
	}
	return cmpl_place_find(context, index, as);
}

/* extensions */
void cmpl_extensions_apply(struct cmpl_context *context, struct complaint_deadline *deadline);
/*
 * The first tier in force that is wide enough, by paired ends; CMPL_NONE: none. *ret_unknown: it
 * cannot be told.
 */
uint32_t cmpl_tier_for(struct cmpl_context *context, const struct complaint_deadline *deadline,
		       uint32_t stage, const struct complaint_date *base_raw,
		       const struct complaint_date *new_due, struct complaint_date *ret_reach,
		       bool *ret_unknown, bool *ret_any);
/* The new date, raw and settled, when `made` is added to a base. */
struct complaint_date cmpl_extension_add(const struct cmpl_context *context,
					 const struct complaint_deadline *deadline,
					 const struct complaint_date *base_raw,
					 const struct cmpl_extension_made *made,
					 struct complaint_date *ret_settled);
/* Which made extensions a duty has: is `made` one of this duty's? */
bool cmpl_extension_is_of(struct cmpl_context *context, const struct cmpl_extension_made *made,
			  uint32_t duty);
/* Of a deadline from a month: as if its first, or its last, day were known. */
void cmpl_deadline_keep_end(struct complaint_deadline *deadline, bool last);
bool cmpl_duty_is_named(const struct complaint_policy *policy, const char *id, uint32_t duty);
/* Is a no later than b, each end of a span with its own? */
uint8_t cmpl_date_within(const struct complaint_date *a, const struct complaint_date *b);
/* Would it lengthen a limit that stands? */
struct cmpl_limit_date {
	struct complaint_date raw, settled; /* before and after `due-on-closed-day` */
};
bool cmpl_date_extends(const struct cmpl_limit_date *added, const struct cmpl_limit_date *stands);
void cmpl_extension_evaluate(struct cmpl_context *context, bool readings);

/* windows */
void cmpl_window_evaluate(struct cmpl_context *context, uint32_t window,
			  const struct cmpl_window *as, struct complaint_window *into);
/* Its own in answer->windows, or *room; valid until another window is asked for. */
const struct complaint_window *cmpl_window_result(struct cmpl_context *context, uint32_t window,
						  struct complaint_window *room);
void cmpl_windows_evaluate(struct cmpl_context *context, bool readings);

/* The stage; then each duty, in file order: is it overdue, or the next one due? */
void cmpl_standing_begin(struct cmpl_context *context);
void cmpl_standing_add(struct complaint_answer *answer, uint32_t duty); /* one that is due */
static inline void cmpl_standing_consider(struct complaint_answer *answer, uint32_t duty)
{
	uint8_t state = answer->deadlines[duty].state;

	if (state == COMPLAINT_DUTY_OVERDUE || state == COMPLAINT_DUTY_RUNNING)
		cmpl_standing_add(answer, duty);
}
void cmpl_standing_evaluate(struct cmpl_context *context);

/* windows_get.c: the record of a window under the reading it was evaluated with */
const struct cmpl_window *cmpl_window_record(const struct complaint_window *window);

/* working.c: the lines of an account, for getters */
complaint_status cmpl_working_day(const struct complaint_answer *answer, struct cmpl_range lines,
				  size_t index, complaint_day *ret_day);
int32_t cmpl_working_number(const struct complaint_answer *answer, struct cmpl_range lines,
			    size_t index);
const char *cmpl_working_text(const struct complaint_answer *answer, struct cmpl_range lines,
			      size_t index);

/* working.c: the day-by-day account of a deadline, a window's two dates, the date asked for */
void cmpl_working_write(struct cmpl_context *context, struct complaint_deadline *deadline);
void cmpl_working_write_window(struct cmpl_context *context, const struct cmpl_window *window,
			       struct complaint_window *into);
void cmpl_working_write_extension(struct cmpl_context *context,
				  const struct complaint_deadline *deadline,
				  struct complaint_extension *into);

/* An anchor in the format's words: "complaint-logged", "due respond-stage-1", "latest of a, b". */
void cmpl_anchor_write(const struct cmpl_context *context, uint32_t index,
		       struct cmpl_string *text);

/* rests.c: after deadlines and windows, with their readings, are worked out */
void cmpl_rests_of_deadlines(struct cmpl_context *context);
void cmpl_rests_of_windows(struct cmpl_context *context);

/* notes.c */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void cmpl_note_add(struct complaint_answer *answer, const char *slug, uint32_t rule, const char *format, ...);
void cmpl_notes_on_order(struct cmpl_context *context);

/* versions.c */
complaint_status cmpl_landlord_find(const struct complaint_set *set, const char *landlord,
				    struct cmpl_range *ret_members);
/* Sets answer->policy, or the candidates; answer->failed when out of memory. */
void cmpl_version_pick(struct complaint_answer *answer, const struct complaint_case *given,
		       struct cmpl_range members);

/* evaluate.c and calendars.c: the steps of one evaluation */
void cmpl_answer_empty(struct complaint_answer *answer);
void cmpl_answer_keep_set(struct complaint_answer *answer, const struct complaint_set *set);
complaint_status cmpl_answer_bind_calendars(struct complaint_answer *answer,
					    const struct complaint_calendar_entry *entries,
					    size_t count);
bool cmpl_answer_make_room(struct complaint_answer *answer);
void cmpl_context_open(struct cmpl_context *context, struct complaint_answer *answer,
		       const struct complaint_case *given);

/*
 * Another world: the same case with one rule read otherwise. Its deadlines are worked out afresh.
 */
struct cmpl_context cmpl_context_with(const struct cmpl_context *context, uint32_t rule,
				      uint32_t reading);
/*
 * The readings to answer beside the main one for a rule: by number from 0; false beyond.
 * *ret_reading may be CMPL_AS_FILED.
 */
bool cmpl_reading_beside(const struct cmpl_context *context, uint32_t rule, uint32_t number,
			 uint32_t *ret_reading);
/* The label of a reading, "as-filed", or NULL for CMPL_NONE. */
const char *cmpl_reading_label(const struct complaint_policy *policy, uint32_t reading);
