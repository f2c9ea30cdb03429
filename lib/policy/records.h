/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What a policy is made of: conditions, limits, counting, rules and their readings. See policy.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <complaint/policy.h>
#include <complaint/rules.h>

#include "base/date.h"
#include "calendar/calendar.h"
#include "calendar/zone.h"

#define CMPL_NONE UINT32_MAX
/* Names of a policy's own are numbered from here, standard ones from 0. */
#define CMPL_OWN 4096u

typedef uint32_t cmpl_text; /* offset in policy->text; 0: absent */

struct cmpl_range {
	uint32_t first, count;
};

/* --- conditions ------------------------------------------------------- */

enum cmpl_term_kind {
	CMPL_TERM_ALL, /* children follow until `end` */
	CMPL_TERM_ANY,
	CMPL_TERM_NOT,    /* one child */
	CMPL_TERM_FACT,   /* the true-false fact `name` */
	CMPL_TERM_EVENT,  /* the event `name` has happened */
	CMPL_TERM_NUMBER, /* the number `name`, `compare`, `amount` */
	CMPL_TERM_CHOICE, /* the choice `name` is one of values[first_value .. + amount) */
	CMPL_TERM_ORDER,  /* the event `name`, before or after `anchor` */
	CMPL_TERM_ELAPSED /* from the event `name` to `anchor`, `compare`, `amount` `unit` */
};

enum cmpl_compare {
	CMPL_COMPARE_NONE,
	CMPL_COMPARE_IS,
	CMPL_COMPARE_AT_LEAST,
	CMPL_COMPARE_AT_MOST,
	CMPL_COMPARE_MORE_THAN,
	CMPL_COMPARE_LESS_THAN,
	CMPL_COMPARE_BEFORE,
	CMPL_COMPARE_AFTER
};

/* One node of a condition, in prefix order: a group is followed by its children. */
struct cmpl_term {
	uint8_t kind;
	uint8_t compare;
	uint8_t unit;            /* COMPLAINT_UNIT_* */
	union {                  /* derived */
		uint8_t silence; /* of a fact: its truth when it is not given */
		bool is_flat;    /* of a group: all its children are facts */
	};
	uint32_t end;  /* index one past the last term of this subtree */
	uint32_t name; /* fact or event; own ones from CMPL_OWN */
	int32_t amount;
	union {
		uint32_t anchor;      /* index into anchors */
		uint32_t first_value; /* index into values */
	};
	cmpl_text words;         /* of a leaf that is no fact: "signatures at least 3"; derived */
	cmpl_text reason_phrase; /* of a leaf of a `when`: condition and test, as JSON; derived */
	uint32_t line, column;   /* in the file */
};

enum cmpl_anchor_kind {
	CMPL_ANCHOR_EVENT, /* index: the event */
	CMPL_ANCHOR_NOW,
	CMPL_ANCHOR_DUE,    /* index: the duty */
	CMPL_ANCHOR_LATEST, /* members: anchors[index .. index + count), each an event or a due */
	CMPL_ANCHOR_EARLIEST
};

struct cmpl_anchor {
	uint8_t kind;
	bool hangs_on_due; /* it is a due, or a member is; derived */
	uint32_t index;
	uint32_t count;
	cmpl_text words; /* of what is no plain event: "due respond-stage-1"; derived */
};

struct cmpl_limit {
	int32_t amount;
	uint8_t unit; /* COMPLAINT_UNIT_NONE: there is no limit here */
};

/* An `unless`: words of its own, and a condition. */
struct cmpl_exception {
	cmpl_text clause, says, part;
	uint32_t when; /* first term */
};

/* --- counting --------------------------------------------------------- */

enum { CMPL_DAY_AFTER_EVENT, CMPL_ON_EVENT_DAY };
enum { CMPL_AS_IT_FALLS, CMPL_DEEMED_NEXT_WORKING_DAY };
enum { CMPL_STAYS, CMPL_NEXT_WORKING_DAY, CMPL_PREVIOUS_WORKING_DAY };
enum { CMPL_MIDNIGHT, CMPL_CLOSE_OF_BUSINESS };

struct cmpl_counting {
	uint32_t calendar; /* slot in policy->calendars; CMPL_NONE when the file names none */
	uint8_t zone;      /* enum cmpl_zone */
	uint8_t first_day;
	uint8_t event_on_closed_day;
	uint8_t due_on_closed_day;
	uint8_t day_ends;
	int32_t cut_off;           /* minutes, -1: none */
	int32_t close_of_business; /* minutes, -1: the calendar's */
};

struct cmpl_calendar_slot {
	cmpl_text name;                      /* as the file writes it */
	struct complaint_calendar *calendar; /* bound at load */
};

/* --- what people are shown -------------------------------------------- */

enum cmpl_rule_kind {
	CMPL_RULE_REFUSAL = 1, /* values are those of COMPLAINT_RULE_* */
	CMPL_RULE_EXCLUSION,
	CMPL_RULE_ROUTE,
	CMPL_RULE_STAGE,
	CMPL_RULE_DUTY,
	CMPL_RULE_EXTENSION,
	CMPL_RULE_TIER,
	CMPL_RULE_WINDOW
};

struct cmpl_span {
	cmpl_day from, until;         /* INT32_MIN, INT32_MAX: open */
	bool from_month, until_month; /* only the month is published */
};

struct cmpl_conflict {
	cmpl_text clause, says;
	uint32_t rule; /* CMPL_NONE when none is named */
};

struct cmpl_rule {
	uint8_t kind;     /* enum cmpl_rule_kind */
	uint8_t strength; /* COMPLAINT_STRENGTH_* */
	uint8_t sure;     /* COMPLAINT_SURE_*, 0 outside a norm */
	uint32_t index;   /* in the array of its kind */
	uint32_t owner;   /* the rule it stands in, CMPL_NONE for one of the file's lists */
	uint32_t reading; /* the reading that alone brings this rule (a tier of other tiers), else
			     CMPL_NONE */
	cmpl_text id;     /* "" for refusal and extension */
	cmpl_text clause; /* extension: "" */
	cmpl_text says;
	cmpl_text source;
	uint32_t in_force;        /* index into spans, CMPL_NONE: as the file */
	cmpl_day superseded_from; /* INT32_MIN: it is not */
	cmpl_text superseded_says;
	struct cmpl_range readings;  /* of `readings` */
	struct cmpl_range left_open; /* of `lines` */
	struct cmpl_range conflicts;
	uint32_t line, column;
};

/* Which keys a reading changes. */
enum {
	CMPL_CHANGES_GROUNDS = 1 << 0,
	CMPL_CHANGES_TESTED_AT = 1 << 1,
	CMPL_CHANGES_WHEN = 1 << 2,
	CMPL_CHANGES_UNLESS = 1 << 3,
	CMPL_CHANGES_EFFECT = 1 << 4,
	CMPL_CHANGES_PART = 1 << 5,
	CMPL_CHANGES_REFER_TO = 1 << 6,
	CMPL_CHANGES_TREAT_AS = 1 << 7,
	CMPL_CHANGES_COUNTING = 1 << 8,
	CMPL_CHANGES_STARTS_AT = 1 << 9,
	CMPL_CHANGES_STARTS = 1 << 10,
	CMPL_CHANGES_ENDS = 1 << 11,
	CMPL_CHANGES_STRENGTH = 1 << 12,
	CMPL_CHANGES_WITHIN = 1 << 13,
	CMPL_CHANGES_AFTER = 1 << 14,
	CMPL_CHANGES_BEFORE = 1 << 15,
	CMPL_CHANGES_EARLIER_EXTENSIONS = 1 << 16,
	CMPL_CHANGES_TIERS = 1 << 17,
	CMPL_CHANGES_UP_TO = 1 << 18,
	CMPL_CHANGES_IN_ALL = 1 << 19,
	CMPL_CHANGES_NEEDS = 1 << 20,
	CMPL_CHANGES_OPENS = 1 << 21,
	CMPL_CHANGES_CLOSES = 1 << 22,
	CMPL_CHANGES_IF_LATE = 1 << 23
};

struct cmpl_reading {
	uint32_t rule;
	uint32_t variant; /* index into the ..._variants array of the rule's kind */
	uint32_t changes; /* CMPL_CHANGES_* */
	uint8_t strength; /* of the rule under this reading */
	cmpl_text label, words, says, clause;
};

/* --- the five kinds --------------------------------------------------- */

/* Moments at which a rule is tested, as bits. */
enum { CMPL_AT_ACCEPTANCE = 1, CMPL_AT_ESCALATION = 2, CMPL_AT_ADDITIONAL_ISSUE = 4 };

struct cmpl_refusal {
	uint32_t rule;
	uint8_t open; /* grounds: 1 open, 0 closed */
	struct cmpl_range duties;
};

struct cmpl_factor {
	cmpl_text clause, says;
	uint32_t when;
	uint8_t favours; /* COMPLAINT_FAVOURS_* */
};

/* How far an exclusion can take the outcome. */
enum cmpl_level { CMPL_LEVEL_ACCEPTED, CMPL_LEVEL_DISCRETION, CMPL_LEVEL_EXCLUDED, CMPL_LEVELS };

struct cmpl_exclusion {
	uint32_t rule;
	uint8_t tested_at;
	uint8_t effect;    /* COMPLAINT_EFFECT_*, the strongest has the lowest value */
	uint8_t level;     /* what it raises the outcome to; see enum cmpl_level; derived */
	bool hangs_on_due; /* a condition of it reads one, factors aside; derived */
	uint32_t when;
	struct cmpl_range unless; /* of exceptions */
	struct cmpl_range factors;
	struct cmpl_range duties;
	cmpl_text decided_by, part, refer_to;
	uint32_t treat_as; /* record, CMPL_NONE: nothing */
	uint32_t counting;
};

struct cmpl_route {
	uint32_t rule;
	uint8_t tested_at;
	bool hangs_on_due; /* derived */
	uint32_t when;
	struct cmpl_range unless;
	uint32_t treat_as;
	uint32_t starts_at; /* stage, CMPL_NONE: it does not enter */
	struct cmpl_range duties;
	uint32_t counting;
};

/* Where a duty stands: it says when it is owed. `owner` is the index in that kind's array. */
enum cmpl_standing_place {
	CMPL_IN_FILE,
	CMPL_IN_REFUSAL,
	CMPL_IN_EXCLUSION,
	CMPL_IN_ROUTE,
	CMPL_IN_STAGE,
	CMPL_IN_EXTENSION, /* owner: the stage */
	CMPL_IN_TIER,      /* owner: the tier */
	CMPL_IN_OTHERWISE, /* owner: the tier */
	CMPL_IN_WINDOW,
	CMPL_PLACES
};

enum cmpl_verb { CMPL_VERB_NONE, CMPL_VERB_TELL, CMPL_VERB_ASK, CMPL_VERB_REFER_TO };

struct cmpl_duty {
	uint32_t rule;
	uint8_t place;
	uint8_t verb;
	/* derived: */
	bool is_superseded; /* its rule is, from some day on */
	bool is_of_reading; /* a reading alone brings its rule */
	uint32_t owner;
	uint32_t when; /* CMPL_NONE: always */
	struct cmpl_range unless;
	struct cmpl_limit within; /* unit NONE: none */
	uint32_t after, before;   /* anchors */
	uint32_t done_by;         /* event */
	uint32_t counting;
	struct cmpl_range about; /* of notices */
	cmpl_text by, whom;
	/*
	 * Derived: the event after which so many days are counted without any rule besides;
	 * CMPL_NONE: it is not so plain.
	 */
	uint32_t plainly_after;
	cmpl_text counting_phrase, tail_phrase; /* derived: see phrase/phrase.h */
};

struct cmpl_tier {
	uint32_t rule;
	uint32_t stage;
	uint8_t in_all; /* 1: `limit` is the time in all, from the duty's anchor; 0: the time added
			 */
	struct cmpl_limit limit; /* COMPLAINT_UNIT_NO_LIMIT is possible */
	struct cmpl_range needs; /* of roots: first terms */
	struct cmpl_range duties, otherwise;
};

struct cmpl_extension {
	uint32_t rule;
	uint32_t of;           /* duty */
	uint8_t earlier_count; /* 1: earlier extensions count towards the limit */
	struct cmpl_range tiers;
	struct cmpl_range duties;
};

struct cmpl_stage {
	uint32_t rule;
	uint32_t starts;    /* anchor */
	uint32_t ends;      /* event */
	uint32_t extension; /* index into extensions, CMPL_NONE: no rule */
	struct cmpl_range duties;
};

struct cmpl_window {
	uint32_t rule;
	uint32_t door;
	uint32_t when;
	struct cmpl_range unless;
	struct cmpl_limit wait;         /* unit NONE: no wait */
	uint32_t opens_after;           /* anchor, CMPL_NONE: open at any time */
	struct cmpl_range opens_unless; /* lifts the wait */
	struct cmpl_limit closes;       /* unit NONE: no end */
	uint32_t closes_after;
	uint32_t used_by;
	uint32_t if_late;          /* record */
	bool is_superseded;        /* its rule is, from some day on; derived */
	cmpl_text counting_phrase; /* derived: see phrase/phrase.h */
	struct cmpl_range duties;
	uint32_t counting;
};
