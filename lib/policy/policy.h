/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The model: what a loaded rule file is. Read this first.
 *
 * Everything lies in flat arrays; records name one another by index, CMPL_NONE
 * where there is none. Text is an offset into one block, 0 where there is none.
 * What a decision reads (hot) stands apart from what people are shown (cold:
 * struct cmpl_rule and what hangs on it). A reading (`or-read-as`) is a second,
 * whole record of the same kind in the `..._variants` array, the changed keys
 * changed. A policy never changes after loading.
 */

#include <string.h>

#include "base/text.h"
#include "policy/records.h"

/* --- names ------------------------------------------------------------ */

enum cmpl_list { CMPL_FACTS, CMPL_EVENTS, CMPL_NOTICES, CMPL_DOORS, CMPL_RECORDS, CMPL_LIST_COUNT };

/* A name of the policy's own. Standard ones are in vocabulary.h. */
struct cmpl_own_name {
	cmpl_text id, words; /* the question, or what it says */
	uint8_t type;        /* COMPLAINT_TYPE_TRUE_FALSE, ...; facts only */
	uint8_t silence;     /* COMPLAINT_TRUTH_*; events: COMPLAINT_FALSE is not-yet; 0: none */
	struct cmpl_range values; /* a choice: of `lines`, ids */
};

struct cmpl_wording {
	uint8_t list; /* CMPL_FACTS or CMPL_EVENTS */
	uint32_t name;
	cmpl_text words;
};

struct cmpl_accepted {
	cmpl_text finding, rule, because;
	uint32_t line, column;
};

struct cmpl_document {
	uint8_t kind;       /* COMPLAINT_POLICY or COMPLAINT_NORM */
	cmpl_text id;       /* "brighter-places/2022-08": issued-by in kebab-case, then the month of
			       in-force */
	cmpl_text landlord; /* "brighter-places" */
	cmpl_text issued_by, title, owner, approved, review_by, follows;
	struct cmpl_span in_force;
	uint32_t chosen_by;          /* event */
	struct cmpl_range left_open; /* of lines */
};

/* --- the whole -------------------------------------------------------- */

#define CMPL_ARRAY(type, name)                                                                     \
	type *name;                                                                                \
	uint32_t name##_count

struct complaint_policy {
	_Atomic uint32_t references;
	struct cmpl_document document;
	uint32_t counting; /* the file's own convention */

	/* hot */
	CMPL_ARRAY(struct cmpl_term, terms);
	CMPL_ARRAY(struct cmpl_anchor, anchors);
	CMPL_ARRAY(int32_t, values);
	CMPL_ARRAY(uint32_t, roots);
	CMPL_ARRAY(struct cmpl_exception, exceptions);
	CMPL_ARRAY(struct cmpl_counting, countings);
	CMPL_ARRAY(struct cmpl_refusal, refusals); /* at most one */
	CMPL_ARRAY(struct cmpl_exclusion, exclusions);
	CMPL_ARRAY(struct cmpl_route, routes);
	CMPL_ARRAY(struct cmpl_stage, stages);
	CMPL_ARRAY(struct cmpl_duty, duties);
	CMPL_ARRAY(struct cmpl_extension, extensions);
	CMPL_ARRAY(struct cmpl_tier, tiers);
	CMPL_ARRAY(struct cmpl_window, windows);
	CMPL_ARRAY(struct cmpl_refusal, refusal_variants);
	CMPL_ARRAY(struct cmpl_exclusion, exclusion_variants);
	CMPL_ARRAY(struct cmpl_route, route_variants);
	CMPL_ARRAY(struct cmpl_stage, stage_variants);
	CMPL_ARRAY(struct cmpl_duty, duty_variants);
	CMPL_ARRAY(struct cmpl_extension, extension_variants);
	CMPL_ARRAY(struct cmpl_tier, tier_variants);
	CMPL_ARRAY(struct cmpl_window, window_variants);
	CMPL_ARRAY(uint32_t, order);   /* duties, each after those it hangs on; one entry a duty */
	CMPL_ARRAY(uint32_t, notices); /* what duties tell, run after run */
	struct cmpl_range file_duties;

	/* derived, by load/derive.c */
	CMPL_ARRAY(uint32_t, doers);       /* duties, by the event they are done by */
	CMPL_ARRAY(uint32_t, first_doers); /* by slot of event, and one more: the first of each */
	bool routes_hang_on_dues;

	/* cold */
	CMPL_ARRAY(struct cmpl_rule, rules); /* in file order */
	CMPL_ARRAY(struct cmpl_reading, readings);
	CMPL_ARRAY(struct cmpl_factor, factors);
	CMPL_ARRAY(struct cmpl_conflict, conflicts);
	CMPL_ARRAY(struct cmpl_span, spans);
	CMPL_ARRAY(cmpl_text, lines); /* left-open, silent-on, values of choices */
	CMPL_ARRAY(struct cmpl_wording, wordings);
	CMPL_ARRAY(struct cmpl_accepted, accepted);
	CMPL_ARRAY(struct cmpl_calendar_slot, calendars);
	struct cmpl_own_name *own[CMPL_LIST_COUNT];
	uint32_t own_count[CMPL_LIST_COUNT];
	struct cmpl_range silent_on;

	/*
	 * Offset 0 is an empty string. Before each of the others lies its length in two bytes, if
	 * it stands in JSON as it is: then nobody has to look for its end, or for what to escape in
	 * it.
	 */
	char *text;
	uint32_t text_length;
	char *file;
};

static inline const char *cmpl_policy_text(const struct complaint_policy *policy, cmpl_text text)
{
	return policy->text + text;
}

/* CMPL_TEXT_LONG: it is longer, or something in it is escaped in JSON. */
enum { CMPL_TEXT_HEAD = 2, CMPL_TEXT_LONG = 0xffff };

/* Of a text that is there: its length, or CMPL_TEXT_LONG. */
static inline uint16_t cmpl_policy_text_head(const struct complaint_policy *policy, cmpl_text text)
{
	uint16_t head;

	memcpy(&head, policy->text + text - CMPL_TEXT_HEAD, sizeof(head));
	return head;
}

static inline struct cmpl_phrase cmpl_policy_phrase(const struct complaint_policy *policy,
						    cmpl_text text)
{
	uint16_t head;

	if (!text)
		return (struct cmpl_phrase){ NULL, 0 };
	head = cmpl_policy_text_head(policy, text);
	return (struct cmpl_phrase){ policy->text + text,
				     head == CMPL_TEXT_LONG ? CMPL_PHRASE_OPEN : head };
}

/* The text, NULL when it is absent: what a public getter returns. */
static inline const char *cmpl_policy_text_or_null(const struct complaint_policy *policy,
						   cmpl_text text)
{
	return text ? policy->text + text : NULL;
}

struct complaint_policy *cmpl_policy_new(void); /* all empty, one reference */
struct complaint_policy *
cmpl_policy_take(const struct complaint_policy *policy); /* one more reference */

/*
 * Names, standard or own: the id, the words (the policy's own `wording` first), type and silence.
 * "" for no name of this policy.
 */
const char *cmpl_policy_name_id(const struct complaint_policy *policy, enum cmpl_list list,
				uint32_t name);
const char *cmpl_policy_name_words(const struct complaint_policy *policy, enum cmpl_list list,
				   uint32_t name);
/* The same as phrases. */
struct cmpl_phrase cmpl_policy_name_phrase(const struct complaint_policy *policy,
					   enum cmpl_list list, uint32_t name);
struct cmpl_phrase cmpl_policy_words_phrase(const struct complaint_policy *policy,
					    enum cmpl_list list, uint32_t name);
uint8_t cmpl_policy_name_type(const struct complaint_policy *policy, uint32_t fact);
uint8_t cmpl_policy_name_silence(const struct complaint_policy *policy, enum cmpl_list list,
				 uint32_t name);
/* A choice fact's value: its id, by number from 0; NULL beyond. */
const char *cmpl_policy_choice_id(const struct complaint_policy *policy, uint32_t fact,
				  uint32_t value);
/* Find by id; CMPL_NONE when unknown. Standard names first; own ones cannot clash with them. */
uint32_t cmpl_policy_find_name(const struct complaint_policy *policy, enum cmpl_list list,
			       const char *id, size_t length);
/*
 * A rule by its id. Tiers that only a reading brings are found too. CMPL_NONE when there is none.
 */
uint32_t cmpl_policy_find_rule(const struct complaint_policy *policy, const char *id,
			       size_t length);
/*
 * A reading of a rule by label, as an index into `readings`; for a stage its own and its
 * extension's.
 */
uint32_t cmpl_policy_find_reading(const struct complaint_policy *policy, uint32_t rule,
				  const char *label, size_t length);
