/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * One evaluation: a policy, a case, calendars, `now`, and which readings hold.
 * Deadlines are worked out when they are first needed and kept (`deadlines`,
 * by generation), so that chains of duties cost each duty once.
 */

#include <complaint/names.h>

#include "decide/answer.h"

struct cmpl_route_taken {
	uint8_t progress; /* 0 not yet, 1 being worked out, 2 done */
	uint8_t state;    /* COMPLAINT_ROUTE_* */
	uint32_t route;
};

/* Where a duty stands: may it be owed, and is its place reached? */
struct cmpl_place_of_duty {
	uint8_t owed;
	uint8_t reached;
	uint8_t cause;
	uint16_t flags;
};

/* What the duties of a stage ask of it, kept from one duty to the next. */
struct cmpl_stage_seen {
	uint32_t stage; /* and one; 0: none yet */
	bool skipped;
	bool entered; /* by a route, whose duties may stand in for the stage's */
	uint8_t started;
	struct cmpl_place_of_duty place; /* of each duty of it that nothing stands in for */
};
/* Room for as many stages as policies have; of more, two share a place and put each other out. */
#define CMPL_STAGES_SEEN 4

struct cmpl_context {
	const struct complaint_policy *policy;
	const struct complaint_case *given;
	struct complaint_answer *answer;
	const uint32_t *fact_of, *event_of;                /* the policy's own names in the case */
	const struct complaint_calendar *const *calendars; /* by slot */
	const struct complaint_date *now;
	const uint32_t *chosen;    /* by rule: reading; NULL when the case chose none */
	uint32_t override_rule;    /* the one rule read otherwise, CMPL_NONE */
	uint32_t override_reading; /* CMPL_NONE: as filed */
	bool as_filed;             /* no rule is read otherwise than the file has it */
	bool is_plain;             /* see cmpl_case_is_plain() */
	bool due_alone;            /* of a plain duty no other limit than `due` will be read */
	uint8_t at;                /* moment tested, CMPL_AT_* */
	bool has_worlds;           /* other readings will be asked about: what is found is kept */
	uint32_t known_in;         /* the generation whose findings hold here too; 0: none */
	uint8_t *truths;           /* when set: every term's truth is kept, nothing is cut short */
	struct complaint_deadline *deadlines;
	uint32_t *worked; /* by duty: the generation in which it was worked out */
	uint32_t generation;
	struct cmpl_route_taken at_acceptance, at_request;
	struct cmpl_stage_seen seen[CMPL_STAGES_SEEN];
	bool idle_known;
	uint8_t idle[CMPL_PLACES]; /* by place: why no duty there is owed in this case; 0: some may
				      be */
};

/* --- readings in force --------------------------------------------------- */

/* The reading by which a rule is read in this world; CMPL_NONE: the file's own choice. */
static inline uint32_t cmpl_reading_of(const struct cmpl_context *context, uint32_t rule)
{
	if (rule == context->override_rule)
		return context->override_reading;
	return context->chosen ? context->chosen[rule] : CMPL_NONE;
}

#define CMPL_RECORD(kind, plural)                                                                  \
	static inline const struct cmpl_##kind *cmpl_##kind##_at(                                  \
		const struct cmpl_context *context, uint32_t index)                                \
	{                                                                                          \
		const struct complaint_policy *policy = context->policy;                           \
		const struct cmpl_##kind *record = &policy->plural[index];                         \
		uint32_t reading;                                                                  \
		if (context->as_filed)                                                             \
			return record;                                                             \
		reading = cmpl_reading_of(context, record->rule);                                  \
		return reading == CMPL_NONE                                                        \
			       ? record                                                            \
			       : &policy->kind##_variants[policy->readings[reading].variant];      \
	}
CMPL_RECORD(exclusion, exclusions)
CMPL_RECORD(route, routes)
CMPL_RECORD(stage, stages)
CMPL_RECORD(duty, duties)
CMPL_RECORD(extension, extensions)
CMPL_RECORD(tier, tiers)
CMPL_RECORD(window, windows)
#undef CMPL_RECORD

/* --- what holds in this world as in the main one ------------------------------ */

/* Findings about a rule that is read as in the main world, and hangs on no date that may not be. */
static inline const struct cmpl_known *
cmpl_known_of(const struct cmpl_context *context, uint32_t place, uint32_t rule, bool hangs_on_due)
{
	return context->known_in == 0 || rule == context->override_rule || hangs_on_due
		       ? NULL
		       : &context->answer->known[place];
}

/* --- truth --------------------------------------------------------------- */

static inline uint8_t cmpl_truth(bool is)
{
	return is ? COMPLAINT_TRUE : COMPLAINT_FALSE;
}

static inline uint8_t cmpl_not(uint8_t truth)
{
	return truth == COMPLAINT_UNKNOWN ? COMPLAINT_UNKNOWN
					  : (uint8_t)(COMPLAINT_TRUE + COMPLAINT_FALSE - truth);
}

static inline uint8_t cmpl_and(uint8_t a, uint8_t b)
{
	if (a == COMPLAINT_FALSE || b == COMPLAINT_FALSE)
		return COMPLAINT_FALSE;
	return a == COMPLAINT_UNKNOWN || b == COMPLAINT_UNKNOWN ? COMPLAINT_UNKNOWN
								: COMPLAINT_TRUE;
}

/* --- values.c: what the case says of a name -------------------------------- */

/* In which role an event is read: it decides what "not given" means (docs/rule-format.md, 15.1). */
enum cmpl_role { CMPL_ROLE_CONDITION, CMPL_ROLE_ANCHOR, CMPL_ROLE_DONE, CMPL_ROLE_START };

static inline uint32_t cmpl_fact_slot(const struct cmpl_context *context, uint32_t fact)
{
	return fact < CMPL_OWN ? fact
			       : cmpl_case_slot(context->fact_of[fact - CMPL_OWN],
						cmpl_vocabulary_count[CMPL_FACTS]);
}

static inline struct cmpl_fact_value cmpl_fact_value(const struct cmpl_context *context,
						     uint32_t fact)
{
	return cmpl_case_fact(context->given, cmpl_fact_slot(context, fact));
}

static inline uint32_t cmpl_event_slot(const struct cmpl_context *context, uint32_t event)
{
	return event < CMPL_OWN ? event
				: cmpl_case_slot(context->event_of[event - CMPL_OWN],
						 cmpl_vocabulary_count[CMPL_EVENTS]);
}

static inline const struct cmpl_event_value *cmpl_event_value(const struct cmpl_context *context,
							      uint32_t event)
{
	return &context->given->events[cmpl_event_slot(context, event)];
}

/* The duties that an event fulfils: a range of policy->doers. No reading changes them. */
static inline struct cmpl_range cmpl_doers_of(const struct complaint_policy *policy, uint32_t event)
{
	const uint32_t *first =
		&policy->first_doers[cmpl_case_slot(event, cmpl_vocabulary_count[CMPL_EVENTS])];

	return (struct cmpl_range){ first[0], first[1] - first[0] };
}

/* Standard names, which most are, are read straight from the table. */
static inline uint8_t cmpl_silence_of(const struct cmpl_context *context, enum cmpl_list list,
				      uint32_t name)
{
	return name < CMPL_OWN ? cmpl_vocabulary[list][name].silence
			       : cmpl_policy_name_silence(context->policy, list, name);
}

/* A true-false fact's truth, silence and unlisted facts included. */
static inline uint8_t cmpl_fact_truth(const struct cmpl_context *context,
				      const struct cmpl_term *term)
{
	uint8_t truth = context->given->truths[cmpl_fact_slot(context, term->name)];

	if (truth != COMPLAINT_TRUTH_NOT_GIVEN)
		return truth;
	return context->given->unlisted_false ? (uint8_t)COMPLAINT_FALSE : term->silence;
}

struct complaint_date cmpl_event_date_of(const struct cmpl_context *context, uint32_t event,
					 const struct cmpl_event_value *value, enum cmpl_role role,
					 uint8_t zone);
/* Most events are days: no call for them. */
static inline struct complaint_date cmpl_event_date(const struct cmpl_context *context,
						    uint32_t event, enum cmpl_role role,
						    uint8_t zone)
{
	const struct cmpl_event_value *value = cmpl_event_value(context, event);

	if (value->kind == CMPL_EVENT_DAY)
		return (struct complaint_date){ .kind = COMPLAINT_DATE_DAY,
						.zone = zone,
						.close_of_business = -1,
						.first = value->first,
						.last = value->first };
	if (role == CMPL_ROLE_DONE && value->kind < CMPL_EVENT_UNKNOWN)
		return (struct complaint_date){ .kind = COMPLAINT_DATE_NOT_YET,
						.close_of_business = -1 };
	return cmpl_event_date_of(context, event, value, role, zone);
}
/* `now` as a rule that counts in a zone reads it: a moment's day is its day there. */
static inline struct complaint_date cmpl_now_in(const struct cmpl_context *context, uint8_t zone)
{
	struct complaint_date now = *context->now;

	now.zone = zone;
	return now;
}

static inline bool cmpl_event_happened(const struct cmpl_context *context, uint32_t event)
{
	return cmpl_event_value(context, event)->kind >= CMPL_EVENT_DAY;
}

/* Has what ends something happened? What is not given has not (docs/rule-format.md, 15.1). */
static inline uint8_t cmpl_event_done(const struct cmpl_context *context, uint32_t event)
{
	uint8_t kind = cmpl_event_value(context, event)->kind;

	if (kind == CMPL_EVENT_UNKNOWN)
		return COMPLAINT_UNKNOWN;
	return kind < CMPL_EVENT_UNKNOWN ? COMPLAINT_FALSE : COMPLAINT_TRUE;
}

/* Neither refused nor closed, and neither is in doubt: what most cases are. */
static inline bool cmpl_case_is_open(const struct cmpl_context *context)
{
	return cmpl_event_done(context, COMPLAINT_EVENT_COMPLAINT_REFUSED) == COMPLAINT_FALSE &&
	       cmpl_event_done(context, COMPLAINT_EVENT_COMPLAINT_CLOSED) == COMPLAINT_FALSE;
}

/* --- dates.c: dates and their order ---------------------------------------- */

static inline struct complaint_date cmpl_date_of_kind(uint8_t kind)
{
	return (struct complaint_date){ .kind = kind, .close_of_business = -1 };
}

struct complaint_date cmpl_date_of_day(cmpl_day day);
struct complaint_date cmpl_date_of_value(const struct cmpl_event_value *value, uint8_t zone);
static inline bool cmpl_date_known(const struct complaint_date *date)
{
	return date->kind == COMPLAINT_DATE_DAY || date->kind == COMPLAINT_DATE_MOMENT;
}
cmpl_day cmpl_date_first_day(const struct complaint_date *date);
cmpl_day cmpl_date_last_day(const struct complaint_date *date);
/*
 * Is a known date strictly later than another? *by_day is set when one side had no time where the
 * other had.
 */
uint8_t cmpl_date_later(const struct complaint_date *a, const struct complaint_date *b,
			bool *by_day);
/*
 * Is a known date beyond a limit: as cmpl_date_later(), but of an hour limit from a day only the
 * latest counts.
 */
uint8_t cmpl_date_late(const struct complaint_date *done, const struct complaint_date *due,
		       bool *by_day);
/* The later (or earlier) of two known dates. */
struct complaint_date cmpl_date_pick(const struct complaint_date *a, const struct complaint_date *b,
				     bool later);

/* --- limit.c: counting ------------------------------------------------------ */

/* What a limit is added for: conditions deem and move nothing. */
enum cmpl_purpose { CMPL_FOR_DEADLINE, CMPL_FOR_CONDITION };

/* The end of a limit that runs from a known date, before it is moved off a closed day. */
struct complaint_date cmpl_limit_end(const struct cmpl_context *context,
				     const struct cmpl_counting *counting,
				     const struct complaint_date *from, struct cmpl_limit limit,
				     enum cmpl_purpose purpose);
/* Of a condition, from a day: the day alone. False: it lies beyond, or is no day. */
bool cmpl_limit_end_day(const struct cmpl_context *context, const struct cmpl_counting *counting,
			cmpl_day from, struct cmpl_limit limit, cmpl_day *ret_day);
/* `due-on-closed-day`, and the hour at which the day ends. */
struct complaint_date cmpl_limit_settle(const struct cmpl_context *context,
					const struct cmpl_counting *counting,
					struct complaint_date raw, uint8_t unit);
/* The deemed day of a day or moment; false: the calendar does not reach, *ret_beyond says so. */
bool cmpl_limit_deem(const struct cmpl_context *context, const struct cmpl_counting *counting,
		     const struct complaint_date *from, bool last, cmpl_day *ret_day,
		     struct complaint_date *ret_beyond);
static inline const struct cmpl_counting *cmpl_counting_of(const struct cmpl_context *context,
							   uint32_t counting)
{
	const struct complaint_policy *policy = context->policy;

	return &policy->countings[counting == CMPL_NONE ? policy->counting : counting];
}

/* --- anchors.c -------------------------------------------------------------- */

/* An anchor in a condition, or of a window: never projected, but for a due inside it. */
struct complaint_date cmpl_anchor_resolve(struct cmpl_context *context, uint32_t anchor,
					  enum cmpl_role role, uint8_t zone);
/* Most are an event on a day: no call for them. */
static inline struct complaint_date cmpl_anchor_plain(struct cmpl_context *context, uint32_t anchor,
						      enum cmpl_role role, uint8_t zone)
{
	const struct cmpl_anchor *from = &context->policy->anchors[anchor];

	if (from->kind == CMPL_ANCHOR_EVENT)
		return cmpl_event_date(context, from->index, role, zone);
	return cmpl_anchor_resolve(context, anchor, role, zone);
}
/*
 * The anchor of a duty: what has not happened may be projected. *projected_from: the duty that
 * stands in.
 */
struct complaint_date cmpl_anchor_of_duty(struct cmpl_context *context, uint32_t duty,
					  uint32_t anchor, uint8_t zone, uint32_t *projected_from);
/* The due of a duty, as an anchor reads it. */
struct complaint_date cmpl_due_of(struct cmpl_context *context, uint32_t duty);

/* --- condition.c ------------------------------------------------------------ */

/* leaf.c: a term that is no group. */
uint8_t cmpl_leaf_test(struct cmpl_context *context, const struct cmpl_term *term,
		       uint32_t counting);
uint8_t cmpl_term_test(struct cmpl_context *context, uint32_t term, uint32_t counting);
/* Truth of the condition that begins at a term; CMPL_NONE is true. Many are one fact: no call. */
static inline uint8_t cmpl_condition_test(struct cmpl_context *context, uint32_t term,
					  uint32_t counting)
{
	const struct cmpl_term *first;

	if (term == CMPL_NONE)
		return COMPLAINT_TRUE;
	first = &context->policy->terms[term];
	if (first->kind == CMPL_TERM_FACT && !context->truths)
		return cmpl_fact_truth(context, first);
	return cmpl_term_test(context, term, counting);
}
/* Is no exception true? */
uint8_t cmpl_exceptions_silent(struct cmpl_context *context, struct cmpl_range unless,
			       uint32_t counting);
/* Is a rule in force by its own span? */
uint8_t cmpl_span_in_force(struct cmpl_context *context, uint32_t span);
static inline uint8_t cmpl_rule_in_force(struct cmpl_context *context, uint32_t rule)
{
	const struct complaint_policy *policy = context->policy;
	uint32_t span;

	if (policy->spans_count == 0) /* which is usual; the rules need not be looked at */
		return COMPLAINT_TRUE;
	span = policy->rules[rule].in_force;
	return span == CMPL_NONE ? (uint8_t)COMPLAINT_TRUE : cmpl_span_in_force(context, span);
}

/* --- reasons.c: why, and what to ask ------------------------------------------- */

/* Keep the leaves of a condition with what they read. */
void cmpl_reasons_add(struct cmpl_context *context, uint32_t rule, uint8_t sort, uint32_t index,
		      uint32_t term, uint32_t counting);
/* For each name that a live leaf of an unknown condition reads and that is not known. */
struct cmpl_gather {
	struct complaint_answer *answer;
	uint8_t level;
	size_t begin; /* of the list being made, in answer->named */
};
void cmpl_gather_unknown(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t term,
			 uint32_t counting);
/* For each name that makes a false need false. */
void cmpl_gather_false(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t term,
		       uint32_t counting);
/* All names a condition reads. */
void cmpl_gather_all(struct cmpl_context *context, struct cmpl_gather *gather, uint32_t term);
/* Is an event unknown, or known by its month only: worth asking for? */
bool cmpl_event_is_open(const struct cmpl_context *context, uint32_t event);
void cmpl_gather_name(struct cmpl_gather *gather, uint8_t list, uint32_t name);
