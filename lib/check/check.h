/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Sense, not form: what a sound file says that its author can hardly have meant. Each file of this
 * folder looks for some kinds of finding; scenario.c writes the case that shows one.
 */

#include <complaint/findings.h>

#include "base/text.h"
#include "check/worlds.h"
#include "diag/diagnostics.h"

struct cmpl_finding {
	enum cmpl_code code;
	int32_t severity;
	uint32_t rule; /* CMPL_NONE: none */
	uint32_t line, column;
	size_t order;      /* of arrival */
	uint32_t accepted; /* entry of the policy's `accepted`, CMPL_NONE */
	char *message, *hint, *scenario;
};

struct complaint_findings {
	struct complaint_policy *policy; /* kept alive */
	struct cmpl_finding *items;
	size_t count, capacity;
};

struct cmpl_examination {
	const struct complaint_policy *policy;
	struct complaint_findings *findings;
	struct complaint_set *set;
	struct complaint_case *probe; /* in which leaves are asked for their truth */
	struct complaint_case *draft; /* the scenario that is being made */
	struct complaint_answer *answer, *expected;
	struct cmpl_context context; /* over `probe` */
	struct cmpl_worlds *worlds;
	struct cmpl_worlds *others; /* while a scenario is made */
	uint8_t *leaf_of;
	cmpl_day base; /* a plain working day on which the policy is in force */
	bool failed;   /* out of memory */
};

/* --- findings.c ------------------------------------------------------------- */

/*
 * Note a finding about a rule. Takes the scenario (may be NULL when there is none). The message is
 * that of printf; the hint is text. NULL scenario because memory ran out must have set `failed`.
 */
#if defined(__GNUC__)
__attribute__((format(printf, 7, 8)))
#endif
void cmpl_finding_add(struct cmpl_examination *examination, enum cmpl_code code, int32_t severity,
		      uint32_t rule, char *scenario, const char *hint, const char *format, ...);
/* The id of a rule; of an extension that of its stage, of the refusal "refusal". */
const char *cmpl_rule_id(const struct complaint_policy *policy, uint32_t rule);
/*
 * `"over-6-months-old"`, or `"over-6-months-old", read as "until-today",`: how messages name a
 * side.
 */
const char *cmpl_side_name(const struct cmpl_examination *examination, const struct cmpl_side *side,
			   struct cmpl_string *text);

/* --- sides.c ------------------------------------------------------------------ */

/* Every rule with a condition, its readings too, by number from 0; false beyond. */
bool cmpl_side_at(const struct complaint_policy *policy, uint32_t number,
		  struct cmpl_side *ret_side);
/* The conditions of a side by number: its `when`, its exceptions, its needs. False beyond. */
bool cmpl_side_root(const struct complaint_policy *policy, const struct cmpl_side *side,
		    uint32_t number, uint32_t *ret_root);
/* Does a leaf read a fact, an event or the present? */
bool cmpl_term_reads(const struct complaint_policy *policy, const struct cmpl_term *term,
		     uint8_t list, uint32_t name);
/* Do two sides read a name in common? */
bool cmpl_sides_share_name(const struct complaint_policy *policy, const struct cmpl_side *sides);
struct cmpl_side cmpl_side_of_exclusion(const struct cmpl_exclusion *exclusion);
struct cmpl_side cmpl_side_of_route(const struct cmpl_route *route);
struct cmpl_side cmpl_side_of_window(const struct cmpl_window *window);
struct cmpl_side cmpl_side_of_duty(const struct cmpl_duty *duty);
struct cmpl_side cmpl_side_of_tier(const struct cmpl_tier *tier);

/* --- scenario.c ----------------------------------------------------------------- */

/* An empty case; the event that picks the version lies on the base day. */
void cmpl_scenario_begin(struct cmpl_examination *examination);
/* The same for the rules in question: later than the day on which they come into force. */
void cmpl_scenario_begin_for(struct cmpl_examination *examination, uint32_t rule);
void cmpl_scenario_event(struct cmpl_examination *examination, uint32_t event, cmpl_day day);
/* The events that an anchor hangs on in the end, all on one day. */
void cmpl_scenario_anchor(struct cmpl_examination *examination, uint32_t anchor, cmpl_day day);
/* Prefer the reading that a side is of. */
void cmpl_scenario_reading(struct cmpl_examination *examination, const struct cmpl_side *side);
/* Make every other exclusion of that moment false, as far as what is set already lets it. */
void cmpl_scenario_quiet(struct cmpl_examination *examination, uint8_t at, uint32_t rule,
			 uint32_t other_rule);
/* `at` one moment: what is asked of exclusions and routes. */
void cmpl_scenario_ask(struct cmpl_examination *examination, uint8_t at);
void cmpl_scenario_ask_extension(struct cmpl_examination *examination, uint32_t duty,
				 struct cmpl_limit adds, cmpl_day until);
void cmpl_scenario_now(struct cmpl_examination *examination, cmpl_day day);

/* What is expected: bits, and rules whose deadline or window is. */
enum {
	CMPL_EXPECT_OUTCOME = 1,
	CMPL_EXPECT_NOTICES = 2,
	CMPL_EXPECT_ROUTE = 4,
	CMPL_EXPECT_EXTENSION = 8,
	CMPL_EXPECT_EXTENSION_NOTICES = 16
};
/*
 * The scenario as text, NULL and `failed` when out of memory. Rules are duties or windows, or
 * CMPL_NONE.
 */
char *cmpl_scenario_write(struct cmpl_examination *examination, const char *name, int expect,
			  uint32_t rule, uint32_t other_rule);
/* The lowest moment in a set of bits. */
uint8_t cmpl_first_moment(uint8_t moments);

/* --- a file a kind of question --------------------------------------------------- */

void cmpl_check_conditions(struct cmpl_examination *examination);
void cmpl_check_exclusion_pairs(struct cmpl_examination *examination);
void cmpl_check_tiers(struct cmpl_examination *examination);
void cmpl_check_windows(struct cmpl_examination *examination);
void cmpl_check_deadlines(struct cmpl_examination *examination);
void cmpl_check_fulfilment(struct cmpl_examination *examination);
void cmpl_check_told(struct cmpl_examination *examination);
void cmpl_check_names(struct cmpl_examination *examination);
