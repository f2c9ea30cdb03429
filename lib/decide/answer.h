/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What an answer holds. Lists are ranges of the answer's pools, so that a
 * reused answer allocates nothing; entries are handed out as borrowed, opaque
 * pointers once the evaluation is over and no pool grows any more.
 */

#include <stdbool.h>

#include <complaint/answer.h>
#include <complaint/standing.h>

#include "base/text.h"
#include "case/case.h"

/* A reading number that means: the file's own choice, where the case chose another. */
#define CMPL_AS_FILED (UINT32_MAX - 1)

struct complaint_date {
	uint8_t kind;    /* COMPLAINT_DATE_* */
	uint8_t zone;    /* enum cmpl_zone: in which a moment has its day */
	uint8_t at_last; /* BEYOND_CALENDAR: beyond the last covered day, else before the first */
	uint16_t flags;
	/*
	 * Minutes at which a DAY ends; -1: it counts whole. Of a MOMENT that was counted from a day
	 * (BY_DAY), the minutes that day had: the limit runs out somewhere within so many.
	 */
	int16_t close_of_business;
	int64_t first, last; /* days or seconds; equal unless it is a span */
	const struct complaint_calendar
		*calendar; /* BEYOND_CALENDAR: which; NULL: beyond 1900 to 2199 */
};

struct complaint_reason {
	const struct complaint_answer *answer;
	uint32_t rule, term;
	uint8_t condition; /* COMPLAINT_CONDITION_* */
	uint8_t truth;
	uint8_t given;      /* of a fact: enum cmpl_given */
	uint8_t by_silence; /* 1: its silence spoke; 2: not listed, so false */
	int32_t value;      /* of a fact */
	uint32_t index;
	struct complaint_date left, right; /* of events */
};

struct cmpl_note {
	const char *slug;
	uint32_t rule;
	uint32_t text; /* offset in note_text */
};

struct cmpl_working {
	cmpl_day day;
	int32_t number;
	uint32_t text; /* offset in working_text */
};

struct complaint_deadline {
	const struct complaint_answer *answer;
	uint32_t duty; /* index */
	uint32_t rule_of_duty;
	uint32_t reading; /* CMPL_NONE: the deadline itself; a reading; CMPL_AS_FILED */
	uint8_t state, cause;
	uint8_t owed; /* truth: is it certainly owed, whenever it comes to it */
	bool dated;   /* the dates below are written; of what is not owed they are not */
	uint16_t flags;
	uint32_t anchor;         /* index, CMPL_NONE: none */
	uint32_t anchor_text;    /* offset in anchor_text, of an anchor that is no plain event */
	uint32_t projected_from; /* duty, CMPL_NONE */
	uint32_t counting;
	struct cmpl_limit within;
	struct complaint_date due, policy_due, extended_due, promised_due, done, run_from, before;
	/* before `due-on-closed-day` moves them: what extensions run from */
	struct complaint_date policy_raw, due_raw, extended_raw;
	struct cmpl_range readings; /* of answer->deadlines */
	struct cmpl_range reasons, working;
	struct cmpl_range rests_on; /* of numbers: rules */
};

struct complaint_window {
	const struct complaint_answer *answer;
	uint32_t window;
	uint32_t reading;
	uint8_t state;
	uint8_t exists; /* truth of when and unless */
	uint8_t use;    /* is it used, in time or late */
	uint16_t flags;
	struct complaint_date opens, closes, used;
	struct cmpl_range working[2]; /* of its opening and its closing */
	struct cmpl_range readings;   /* of answer->windows */
	struct cmpl_range reasons;
	struct cmpl_range rests_on; /* of numbers: rules */
};

struct cmpl_verdict {
	uint32_t rule;
	uint8_t truth;
	uint8_t level; /* exclusions: 2 excluded, 1 discretion; routes: 0 */
	uint8_t is_route;
	struct cmpl_range reasons;
};

struct cmpl_factor_held {
	uint32_t exclusion, factor;
	uint8_t truth;
};

/* A name with the list it is of: facts and events asked for. */
struct cmpl_named {
	uint32_t name;
	uint8_t list; /* CMPL_FACTS, CMPL_EVENTS */
	uint8_t level;
	uint32_t weight;
};

/* What the main world has found of an exclusion or a route, for the worlds beside it. */
struct cmpl_known {
	uint32_t generation;     /* in which its truth was found */
	uint32_t asked_in;       /* in which the names below were gathered */
	struct cmpl_range asked; /* of asked: what is open in its conditions */
	uint8_t truth, level;
};

/* Where a name stands in the list of questions that is being made. */
struct cmpl_met {
	uint32_t list, place;
};

struct cmpl_couple {
	uint32_t a, b;
};

struct complaint_eligibility {
	const struct complaint_answer *answer;
	uint32_t reading_rule, reading; /* CMPL_NONE: the answer itself */
	uint8_t outcome, at, rest, route_state;
	uint32_t decider;   /* exclusion, index */
	uint32_t route;     /* index */
	uint32_t starts_at; /* stage, index */
	uint32_t treat_as;  /* record */
	cmpl_text part, refer_to, decided_by;
	struct cmpl_range because, undecided; /* of numbers: rules */
	struct cmpl_range questions;          /* of named */
	struct cmpl_range factors;            /* of factors */
	struct cmpl_range factor_names;       /* of named */
	struct cmpl_range let_in;             /* of couples: exclusion, exception */
	struct cmpl_range notices;            /* of couples: notice, duty's rule */
	struct cmpl_range verdicts;
	struct cmpl_range readings; /* of eligibilities */
};

struct complaint_extension {
	const struct complaint_answer *answer;
	uint32_t reading_rule, reading;
	uint8_t outcome;
	uint8_t flags;
	bool otherwise;      /* some need of the tier is certainly false */
	uint32_t duty, tier; /* indexes */
	struct complaint_date new_due, current_due, policy_due, reach, asked;
	struct cmpl_range missing, unknown; /* of named */
	struct cmpl_range duties;           /* of numbers: rules */
	struct cmpl_range notices;          /* of couples */
	struct cmpl_range readings;         /* of extensions */
	struct cmpl_range working;          /* of the date asked for */
};

struct complaint_standing {
	const struct complaint_answer *answer;
	uint8_t state;
	uint32_t stage;              /* index */
	uint32_t next;               /* deadline, index; CMPL_NONE */
	struct cmpl_range overdue;   /* of numbers: deadlines */
	struct cmpl_range questions; /* of named */
};

/* A pool that grows and is emptied, not freed, between evaluations. */
#define CMPL_POOL(type, name)                                                                      \
	type *name;                                                                                \
	size_t name##_count, name##_capacity

struct complaint_answer {
	int32_t questions; /* asked and held */
	uint8_t detail;
	struct complaint_set *set;             /* kept alive */
	const struct complaint_policy *policy; /* of the set; NULL: undetermined */
	uint32_t member;                       /* of the set */
	const struct complaint_policy *room;   /* whose calendars are bound and who has room */
	struct complaint_date now;
	uint32_t candidate_event; /* CMPL_NONE */

	CMPL_POOL(uint32_t, candidates);                         /* members of the set */
	CMPL_POOL(const struct complaint_calendar *, calendars); /* by slot of the policy */
	CMPL_POOL(struct complaint_calendar *, kept);            /* from the options, kept alive */
	CMPL_POOL(uint32_t, chosen); /* by rule: the reading the case chose, CMPL_NONE */
	CMPL_POOL(uint8_t, truths);  /* by term, while collecting */
	CMPL_POOL(struct complaint_deadline, deadlines); /* one a duty, then readings */
	CMPL_POOL(struct complaint_deadline, scratch);   /* one a duty: another world */
	CMPL_POOL(uint32_t, dated);  /* duties with a limit that ends on a date, in working order */
	CMPL_POOL(uint32_t, worked); /* by duty, twice: in which generation it was worked out */
	CMPL_POOL(uint32_t, seen);   /* by window: in which generation it was looked at */
	CMPL_POOL(struct cmpl_known, known); /* by exclusion, then by route */
	CMPL_POOL(struct cmpl_named, asked);
	CMPL_POOL(struct cmpl_met, met);                        /* by slot of fact, then of event */
	uint32_t list;                                          /* the last one that was begun */
	CMPL_POOL(struct complaint_window, windows);            /* one a window, then readings */
	CMPL_POOL(struct complaint_eligibility, eligibilities); /* [0] the answer, then readings */
	CMPL_POOL(struct complaint_extension, extensions);
	CMPL_POOL(struct cmpl_verdict, verdicts);
	CMPL_POOL(struct cmpl_factor_held, factors);
	CMPL_POOL(struct complaint_reason, reasons);
	CMPL_POOL(struct cmpl_named, named);
	CMPL_POOL(struct cmpl_couple, couples);
	CMPL_POOL(uint32_t, numbers);
	CMPL_POOL(struct cmpl_note, notes);
	CMPL_POOL(struct cmpl_working, working);
	struct complaint_standing standing;
	uint32_t duty_count, window_count; /* entries that are no readings */
	uint32_t generation;
	struct cmpl_string note_text, working_text;
	struct cmpl_string text[2]; /* 0: JSON, 1: sentences; kept for report.h */
	struct cmpl_string anchor_text;
	bool failed; /* out of memory while evaluating */
	struct complaint_case
		*lent; /* into which cases of JSON are read, kept from one to the next */
};

/* Room for one more in a pool; sets answer->failed and gives NULL when there is none. */
void *cmpl_pool_grow(struct complaint_answer *answer, void **items, size_t *capacity, size_t *count,
		     size_t item);
static inline void *cmpl_pool_add(struct complaint_answer *answer, void **items, size_t *capacity,
				  size_t *count, size_t item)
{
	if (*count < *capacity && !answer->failed)
		return (char *)*items + (*count)++ * item;
	return cmpl_pool_grow(answer, items, capacity, count, item);
}
#define CMPL_ADD(answer, pool)                                                                     \
	cmpl_pool_add((answer), (void **)&(answer)->pool, &(answer)->pool##_capacity,              \
		      &(answer)->pool##_count, sizeof(*(answer)->pool))
bool cmpl_pool_enlarge(struct complaint_answer *answer, void **items, size_t *capacity, size_t item,
		       size_t wanted);
/* Exactly so many entries; what is in them is left as it was. */
static inline bool cmpl_pool_size(struct complaint_answer *answer, void **items, size_t *capacity,
				  size_t *count, size_t item, size_t wanted)
{
	if (wanted > *capacity && !cmpl_pool_enlarge(answer, items, capacity, item, wanted))
		return false;
	*count = wanted;
	return true;
}
/* Room for so many more, which then are there: they are counted when they are filled. */
#define CMPL_RESERVE(answer, pool, more)                                                           \
	((answer)->pool##_count + (more) <= (answer)->pool##_capacity ||                           \
	 cmpl_pool_enlarge((answer), (void **)&(answer)->pool, &(answer)->pool##_capacity,         \
			   sizeof(*(answer)->pool), (answer)->pool##_count + (more)))
#define CMPL_SIZE(answer, pool, wanted)                                                            \
	cmpl_pool_size((answer), (void **)&(answer)->pool, &(answer)->pool##_capacity,             \
		       &(answer)->pool##_count, sizeof(*(answer)->pool), (wanted))

/* One more at the end of a range of numbers, which ends where they do. */
static inline void cmpl_number_add(struct complaint_answer *answer, struct cmpl_range *range,
				   uint32_t number)
{
	uint32_t *slot = CMPL_ADD(answer, numbers);

	if (slot) {
		*slot = number;
		range->count++;
	}
}

/* Two growing texts of the answer for report.h: 0 JSON, 1 sentences. */
struct cmpl_string *cmpl_answer_text(struct complaint_answer *answer, int which);

static inline uint32_t cmpl_answer_rule(const struct complaint_answer *answer, uint32_t duty)
{
	return answer->policy->duties[duty].rule;
}
