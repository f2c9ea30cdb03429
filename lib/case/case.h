/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What is known of one complaint. Facts and events lie in two arrays, standard
 * names first at their own place, then the set's own names: slot of own name n
 * is count-of-standard + (n - CMPL_OWN).
 */

#include <stdbool.h>

#include <complaint/case.h>

#include "base/date.h"
#include "policy/set.h"
#include "policy/vocabulary.h"

enum cmpl_given { CMPL_NOT_GIVEN, CMPL_GIVEN, CMPL_WRITTEN_UNKNOWN };

struct cmpl_fact_value {
	int32_t value; /* true-false: 1 or 0; number; choice: its number */
	uint8_t given; /* enum cmpl_given */
};

/*
 * Facts lie as bytes of their truth, since nearly all of them are true-false: the facts of a case
 * are in two or three lines of the processor's cache. What a number or a choice says lies beside.
 */

enum cmpl_event_kind {
	CMPL_EVENT_NOT_GIVEN,
	CMPL_EVENT_NOT_YET,
	CMPL_EVENT_UNKNOWN,
	CMPL_EVENT_DAY, /* first == last */
	CMPL_EVENT_MOMENT,
	CMPL_EVENT_MONTH /* first and last day */
};

struct cmpl_event_value {
	uint8_t kind;
	cmpl_day first, last; /* a moment has neither: its day depends on the rule's time zone */
	int64_t moment;
};

enum cmpl_request { CMPL_REQUEST_NONE, CMPL_REQUEST_TEST, CMPL_REQUEST_EXTENSION };

/* An extension that was made, or (in request) asked for. */
struct cmpl_extension_made {
	char *of;       /* duty id */
	int32_t amount; /* `adds`; 0 when `until` is used */
	uint8_t unit;
	cmpl_day until;
	struct cmpl_event_value told; /* when the resident was told (made), or `asked` (request) */
};

struct cmpl_pair {
	char *rule;
	char *label;      /* reading label */
	cmpl_day day;     /* promise */
	int32_t decision; /* COMPLAINT_DECISION_* */
};

struct complaint_case {
	struct complaint_set *set;
	uint8_t *truths;  /* by slot: COMPLAINT_TRUE when what is given is not 0 */
	int32_t *numbers; /* by slot: what is given, else 0 */
	struct cmpl_event_value *events;
	uint32_t fact_count, event_count;
	bool unlisted_false;
	struct cmpl_event_value now;      /* DAY, MOMENT, or NOT_GIVEN */
	uint8_t request;                  /* enum cmpl_request */
	uint8_t tested_at;                /* one of COMPLAINT_AT_*, with CMPL_REQUEST_TEST */
	struct cmpl_extension_made asked; /* with CMPL_REQUEST_EXTENSION */
	struct cmpl_extension_made *extensions;
	struct cmpl_pair *promises, *readings, *decisions;
	uint32_t extension_count, promise_count, reading_count, decision_count;
	size_t extension_capacity, promise_capacity, reading_capacity, decision_capacity;
};

static inline uint32_t cmpl_case_slot(uint32_t name, uint32_t standard_count)
{
	return name < CMPL_OWN ? name : standard_count + (name - CMPL_OWN);
}

static inline struct cmpl_fact_value cmpl_case_fact(const struct complaint_case *complaint_case,
						    uint32_t slot)
{
	static const uint8_t given[] = { [COMPLAINT_TRUTH_NOT_GIVEN] = CMPL_NOT_GIVEN,
					 [COMPLAINT_FALSE] = CMPL_GIVEN,
					 [COMPLAINT_TRUE] = CMPL_GIVEN,
					 [COMPLAINT_UNKNOWN] = CMPL_WRITTEN_UNKNOWN };

	return (struct cmpl_fact_value){ complaint_case->numbers[slot],
					 given[complaint_case->truths[slot]] };
}

static inline void cmpl_case_give(struct complaint_case *complaint_case, uint32_t slot,
				  int32_t value)
{
	complaint_case->truths[slot] = value != 0 ? COMPLAINT_TRUE : COMPLAINT_FALSE;
	complaint_case->numbers[slot] = value;
}

/* Of what is not given, or written unknown. */
static inline void cmpl_case_give_none(struct complaint_case *complaint_case, uint32_t slot,
				       uint8_t truth)
{
	complaint_case->truths[slot] = truth;
	complaint_case->numbers[slot] = 0;
}

/* Where a fact or event lies; CMPL_NONE when the set has no such name. */
uint32_t cmpl_case_fact_slot(const struct complaint_case *complaint_case, uint32_t fact);
uint32_t cmpl_case_event_slot(const struct complaint_case *complaint_case, uint32_t event);
/* Drop request, extensions, promises, readings and decisions; their arrays stay. */
void cmpl_case_clear_lists(struct complaint_case *complaint_case);
/* Within the years the library knows; else COMPLAINT_ERR_OUT_OF_RANGE and nothing is set. */
complaint_status cmpl_event_from_day(cmpl_day day, struct cmpl_event_value *ret_value);
complaint_status cmpl_event_from_moment(int64_t moment, struct cmpl_event_value *ret_value);
