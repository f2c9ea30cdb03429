/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/set.h>

#include "diag/diagnostics.h"
#include "policy/policy.h"

/*
 * The policies against which a case is made. Their own facts and events get
 * numbers from CMPL_OWN that hold for the whole set; `fact_of[m][k]` is the slot
 * in a case of member m's own fact k, `event_of` likewise.
 */
struct cmpl_set_name {
	const struct complaint_policy *policy; /* one that declares it */
	uint32_t own;                          /* its number there, from 0 */
};

/*
 * Own names by the hash of their id: slots hold number + 1, 0 is free. `mask` is size - 1; no
 * slots: no names.
 */
struct cmpl_set_index {
	uint32_t *slots;
	uint32_t mask;
};

struct complaint_set {
	_Atomic uint32_t references;
	struct complaint_policy **policies; /* by landlord, then in order of in-force */
	uint32_t policy_count;
	struct cmpl_set_name *facts, *events;
	uint32_t fact_count, event_count; /* own ones */
	uint32_t **fact_of, **event_of;
	struct cmpl_set_index fact_index, event_index;
};

/*
 * For set.c: number the own facts and events. Disagreements are diagnosed and give
 * COMPLAINT_ERR_CONFLICT.
 */
complaint_status cmpl_set_join_names(struct complaint_set *set,
				     struct complaint_diagnostics *diags);
struct complaint_set *cmpl_set_take(const struct complaint_set *set);
/*
 * Find a fact or event of the set by id: a standard index, or from CMPL_OWN. CMPL_NONE when
 * unknown.
 */
uint32_t cmpl_set_find_name(const struct complaint_set *set, enum cmpl_list list, const char *id,
			    size_t length);
uint8_t cmpl_set_fact_type(const struct complaint_set *set, uint32_t fact);
/* NULL when there is none. */
const char *cmpl_set_name_id(const struct complaint_set *set, enum cmpl_list list, uint32_t name);
uint32_t cmpl_set_choice_count(const struct complaint_set *set, uint32_t fact);
/* The id of a choice's value by number; NULL beyond. */
const char *cmpl_set_choice_id(const struct complaint_set *set, uint32_t fact, uint32_t value);
/* Number of a choice's value by id, CMPL_NONE when it has no such value. */
uint32_t cmpl_set_find_choice(const struct complaint_set *set, uint32_t fact, const char *id,
			      size_t length);
