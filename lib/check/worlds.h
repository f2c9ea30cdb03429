/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Every case that one rule, or two rules together, can tell apart. Each leaf of their conditions
 * reads names; names that one leaf reads together form a component; a component has states, one for
 * each way its leaves can come out, with values that bring it about. A world picks a state of each
 * component. Truths of leaves are asked of decide/ itself; only `all`, `any` and `not` are worked
 * out here, because that is done thousands of times.
 */

#include "decide/parts.h"

struct cmpl_examination;

enum {
	CMPL_WORLD_LEAVES = 12,
	CMPL_WORLD_SIDES = 2,
	CMPL_WORLD_VARIABLES = 2 * CMPL_WORLD_LEAVES,
	CMPL_WORLD_VALUES = 40,
	CMPL_WORLD_MEMBERS = 5,         /* variables of one component */
	CMPL_WORLD_COMBINATIONS = 8192, /* of values in one component */
	CMPL_WORLD_COMPLETE = 64,       /* states in which all is known: bits of a mask */
	CMPL_WORLD_STATES = 256,
	CMPL_WORLD_PRODUCT = 65536
};

/* A rule as it is read: its own condition, or that of a reading. */
struct cmpl_side {
	uint32_t rule;
	uint32_t reading; /* CMPL_NONE: the file's choice */
	uint32_t when;    /* CMPL_NONE: always */
	struct cmpl_range unless, needs;
	uint32_t counting;
};

/* Days far from the base day, which most amounts of time do not reach. */
enum { CMPL_WORLD_FAR_AHEAD = 3653, CMPL_WORLD_FAR_BACK = -3653 };

enum { CMPL_VALUE_UNKNOWN, CMPL_VALUE_NUMBER, CMPL_VALUE_NOT_YET, CMPL_VALUE_DAY };
struct cmpl_value {
	uint8_t kind;
	int32_t number; /* a truth 1 or 0, a number, a choice; a day */
};

/*
 * Beside CMPL_FACTS and CMPL_EVENTS: the present; a leaf that hangs on a date worked out elsewhere.
 */
enum { CMPL_WORLD_NOW = CMPL_LIST_COUNT, CMPL_WORLD_OPAQUE };

struct cmpl_variable {
	uint8_t list;
	uint8_t component;
	uint8_t value_count;
	bool valued;   /* while values are gathered */
	uint32_t name; /* OPAQUE: the leaf */
	struct cmpl_value values[CMPL_WORLD_VALUES];
};

struct cmpl_leaf {
	uint32_t term, counting;
	uint8_t side;
	uint8_t left, right; /* variables; equal when it reads one */
	bool opaque;
};

struct cmpl_state {
	uint32_t code; /* truths of the component's leaves, two bits each */
	uint64_t
		completions; /* of one not wholly known: which complete states it can turn out as */
	uint8_t value[CMPL_WORLD_MEMBERS]; /* by member, UINT8_MAX: unknown */
};

struct cmpl_component {
	uint8_t member[CMPL_WORLD_MEMBERS];
	uint8_t member_count, leaf_count;
	uint8_t root;      /* the member around whose first value the others were chosen */
	uint16_t complete; /* states [0, complete) know everything */
	uint16_t count;
	/* By member and complete state: the states that differ in that member alone. */
	uint64_t beside[CMPL_WORLD_MEMBERS][CMPL_WORLD_COMPLETE];
	struct cmpl_state states[CMPL_WORLD_STATES];
};

struct cmpl_worlds {
	struct cmpl_examination *examination;
	struct cmpl_side sides[CMPL_WORLD_SIDES];
	struct cmpl_leaf leaves[CMPL_WORLD_LEAVES];
	struct cmpl_variable variables[CMPL_WORLD_VARIABLES];
	struct cmpl_component components[CMPL_WORLD_LEAVES];
	/*
	 * While states are looked for: the state of each combination, UINT8_MAX: none to be tried.
	 */
	uint8_t state_of[CMPL_WORLD_COMBINATIONS];
	uint8_t *leaf_of; /* by term of the policy */
	uint32_t side_count, leaf_count, variable_count, component_count;
	uint32_t tests; /* leaves there would be, also beyond the limit */
};

/* A world: a state of each component. */
struct cmpl_world {
	uint16_t at[CMPL_WORLD_LEAVES];
	bool partial; /* components with several leaves may be partly unknown */
	uint32_t code;
};

/* False: too many tests or cases to try them all. No leaf at all is fine: there is one world. */
bool cmpl_worlds_build(struct cmpl_worlds *worlds, const struct cmpl_side *sides, uint32_t count);
/* Walk over all worlds; false from next: there are no more. */
void cmpl_world_first(const struct cmpl_worlds *worlds, struct cmpl_world *world, bool partial);
bool cmpl_world_next(const struct cmpl_worlds *worlds, struct cmpl_world *world);
/* Walk over the worlds that one not wholly known can turn out as, itself when it is. */
void cmpl_completion_first(const struct cmpl_worlds *worlds, const struct cmpl_world *partial,
			   struct cmpl_world *world);
bool cmpl_completion_next(const struct cmpl_worlds *worlds, const struct cmpl_world *partial,
			  struct cmpl_world *world);
uint32_t cmpl_world_code(const struct cmpl_worlds *worlds, const struct cmpl_world *world);
/* Truth of a side when its leaves are so. */
uint8_t cmpl_side_truth(const struct cmpl_worlds *worlds, uint32_t side, uint32_t code);
/* The same for one condition of it. */
uint8_t cmpl_term_truth(const struct cmpl_worlds *worlds, uint32_t term, uint32_t code);
/* Put the world's values into a case, or take one variable's value back to unknown. */
void cmpl_world_apply(const struct cmpl_worlds *worlds, const struct cmpl_world *world,
		      struct complaint_case *given);
/* Value of a variable in a world. */
struct cmpl_value cmpl_world_value(const struct cmpl_worlds *worlds, const struct cmpl_world *world,
				   uint32_t variable);
void cmpl_value_set(const struct cmpl_examination *examination, struct complaint_case *given,
		    uint8_t list, uint32_t name, struct cmpl_value value);
/* "issue-arose", "now" */
const char *cmpl_variable_id(const struct cmpl_worlds *worlds, uint32_t variable);

/* worlds_values.c: what is worth trying for each variable. False: too much. */
bool cmpl_worlds_choose_values(struct cmpl_worlds *worlds);
/*
 * What one member could be while the others are as chosen: days around each threshold that ties it
 * to them. False: too many.
 */
bool cmpl_worlds_try_member(const struct cmpl_worlds *worlds, uint32_t component, uint32_t member,
			    const struct cmpl_value *chosen, struct cmpl_variable *ret_trial);
/* worlds_states.c */
bool cmpl_worlds_find_states(struct cmpl_worlds *worlds);
/* The truths of a component's leaves with these values. *ret_known: none is unknown. */
uint32_t cmpl_worlds_code(struct cmpl_worlds *worlds, uint32_t component,
			  const struct cmpl_value *chosen, bool *ret_known);
/* An issue that arose after the complaint about it is a slip of the pen, not a case to be tried. */
bool cmpl_worlds_run_backwards(const struct cmpl_worlds *worlds, uint32_t component,
			       const struct cmpl_value *chosen);
/* Values of a combination by its number. */
void cmpl_worlds_unfold(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
			uint32_t number, uint8_t *values);
void cmpl_worlds_choose(const struct cmpl_worlds *worlds, const struct cmpl_component *component,
			const uint8_t *values, struct cmpl_value *ret_chosen);
/* False: too many states. */
bool cmpl_component_add_state(struct cmpl_component *component, uint32_t code, uint64_t completions,
			      const uint8_t *values, uint16_t most, uint16_t *ret_state);
/* worlds_partial.c: states in which something is unknown, of `count` combinations */
bool cmpl_worlds_find_partial(struct cmpl_worlds *worlds, uint32_t component, uint32_t count);
