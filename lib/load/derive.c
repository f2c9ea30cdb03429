/* SPDX-License-Identifier: MIT */
/*
 * What follows from the policy and is asked of it for every case, worked out once: which duties an
 * event fulfils, what a fact's silence says, what hangs on the due of a duty.
 */
#include "case/case.h"
#include "load/load.h"

/* --- the duties that an event fulfils ----------------------------------------------- */

static uint32_t slot_of(uint32_t event)
{
	return cmpl_case_slot(event, cmpl_vocabulary_count[CMPL_EVENTS]);
}

/* By event, and those of one event in the order of the file, which is how they are projected. */
static void derive_doers(struct cmpl_load *load)
{
	static const uint32_t zero;
	struct complaint_policy *policy = load->policy;
	uint32_t slots = slot_of(CMPL_OWN + policy->own_count[CMPL_EVENTS]), *next;

	for (uint32_t i = 0; i <= slots + 1 && !load->reader.out_of_memory; i++)
		cmpl_load_append(load, CMPL_ARRAY_first_doers, &zero);
	for (uint32_t i = 0; i < policy->duties_count && !load->reader.out_of_memory; i++)
		if (policy->duties[i].done_by != CMPL_NONE)
			cmpl_load_append(load, CMPL_ARRAY_doers, &zero);
	if (load->reader.out_of_memory)
		return;
	/* Two places on: how many each has; then one place on: where the next of each goes. */
	next = policy->first_doers + 1;
	for (uint32_t i = 0; i < policy->duties_count; i++)
		if (policy->duties[i].done_by != CMPL_NONE)
			next[slot_of(policy->duties[i].done_by) + 1]++;
	for (uint32_t slot = 1; slot <= slots; slot++)
		next[slot] += next[slot - 1];
	for (uint32_t i = 0; i < policy->duties_count; i++)
		if (policy->duties[i].done_by != CMPL_NONE)
			policy->doers[next[slot_of(policy->duties[i].done_by)]++] = i;
}

/* --- silence, and groups that are facts alone ------------------------------------------- */

static bool is_flat(const struct complaint_policy *policy, uint32_t group)
{
	for (uint32_t i = group + 1; i < policy->terms[group].end; i++)
		if (policy->terms[i].kind != CMPL_TERM_FACT)
			return false;
	return true;
}

static void derive_terms(struct complaint_policy *policy)
{
	for (uint32_t i = 0; i < policy->terms_count; i++) {
		struct cmpl_term *term = &policy->terms[i];

		if (term->kind == CMPL_TERM_ALL || term->kind == CMPL_TERM_ANY)
			term->is_flat = is_flat(policy, i);
		if (term->kind != CMPL_TERM_FACT)
			continue;
		term->silence = cmpl_policy_name_silence(policy, CMPL_FACTS, term->name);
		if (term->silence == COMPLAINT_TRUTH_NOT_GIVEN)
			term->silence = COMPLAINT_UNKNOWN;
	}
}

/* --- what hangs on a due ------------------------------------------------------------- */

static void derive_anchors(struct complaint_policy *policy)
{
	for (uint32_t i = 0; i < policy->anchors_count; i++) {
		struct cmpl_anchor *anchor = &policy->anchors[i];
		bool is_group =
			anchor->kind == CMPL_ANCHOR_LATEST || anchor->kind == CMPL_ANCHOR_EARLIEST;

		anchor->hangs_on_due = anchor->kind == CMPL_ANCHOR_DUE;
		for (uint32_t m = 0; is_group && m < anchor->count; m++)
			if (policy->anchors[anchor->index + m].kind == CMPL_ANCHOR_DUE)
				anchor->hangs_on_due = true;
	}
}

static bool condition_hangs(const struct complaint_policy *policy, uint32_t root)
{
	if (root == CMPL_NONE)
		return false;
	for (uint32_t i = root; i < policy->terms[root].end; i++) {
		const struct cmpl_term *term = &policy->terms[i];

		if ((term->kind == CMPL_TERM_ORDER || term->kind == CMPL_TERM_ELAPSED) &&
		    policy->anchors[term->anchor].hangs_on_due)
			return true;
	}
	return false;
}

static bool conditions_hang(const struct complaint_policy *policy, uint32_t when,
			    struct cmpl_range unless)
{
	bool hang = condition_hangs(policy, when);

	for (uint32_t e = unless.first; !hang && e < unless.first + unless.count; e++)
		hang = condition_hangs(policy, policy->exceptions[e].when);
	return hang;
}

static void derive_exclusions(const struct complaint_policy *policy,
			      struct cmpl_exclusion *exclusions, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		exclusions[i].level = exclusions[i].effect <= COMPLAINT_EFFECT_NORMALLY_EXCLUDE
					      ? CMPL_LEVEL_EXCLUDED
					      : CMPL_LEVEL_DISCRETION;
		exclusions[i].hangs_on_due =
			conditions_hang(policy, exclusions[i].when, exclusions[i].unless);
	}
}

static void derive_routes(struct complaint_policy *policy, struct cmpl_route *routes,
			  uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		routes[i].hangs_on_due = conditions_hang(policy, routes[i].when, routes[i].unless);
		policy->routes_hang_on_dues = policy->routes_hang_on_dues || routes[i].hangs_on_due;
	}
}

/* --- duties that are counted in the plainest way -------------------------------------- */

static bool counts_plainly(const struct cmpl_counting *counting, uint8_t unit)
{
	if (counting->event_on_closed_day != CMPL_AS_IT_FALLS || counting->cut_off >= 0 ||
	    counting->day_ends != CMPL_MIDNIGHT)
		return false;
	return unit == COMPLAINT_UNIT_WORKING_DAYS ||
	       ((unit == COMPLAINT_UNIT_CALENDAR_DAYS || unit == COMPLAINT_UNIT_WEEKS ||
		 unit == COMPLAINT_UNIT_MONTHS || unit == COMPLAINT_UNIT_YEARS) &&
		counting->due_on_closed_day == CMPL_STAYS);
}

static void derive_duties(const struct complaint_policy *policy, struct cmpl_duty *duties,
			  uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		struct cmpl_duty *duty = &duties[i];
		const struct cmpl_rule *rule = &policy->rules[duty->rule];
		uint32_t counting = duty->counting == CMPL_NONE ? policy->counting : duty->counting;

		duty->plainly_after = CMPL_NONE;
		if (duty->after != CMPL_NONE && duty->before == CMPL_NONE &&
		    policy->anchors[duty->after].kind == CMPL_ANCHOR_EVENT &&
		    counts_plainly(&policy->countings[counting], duty->within.unit))
			duty->plainly_after = policy->anchors[duty->after].index;
		duty->is_superseded = rule->superseded_from != INT32_MIN;
		duty->is_of_reading = rule->reading != CMPL_NONE;
	}
}

static void derive_windows(const struct complaint_policy *policy, struct cmpl_window *windows,
			   uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		windows[i].is_superseded =
			policy->rules[windows[i].rule].superseded_from != INT32_MIN;
}

void cmpl_load_derive(struct cmpl_load *load)
{
	struct complaint_policy *policy = load->policy;

	derive_doers(load);
	derive_terms(policy);
	derive_anchors(policy);
	derive_exclusions(policy, policy->exclusions, policy->exclusions_count);
	derive_exclusions(policy, policy->exclusion_variants, policy->exclusion_variants_count);
	derive_duties(policy, policy->duties, policy->duties_count);
	derive_duties(policy, policy->duty_variants, policy->duty_variants_count);
	derive_windows(policy, policy->windows, policy->windows_count);
	derive_windows(policy, policy->window_variants, policy->window_variants_count);
	derive_routes(policy, policy->routes, policy->routes_count);
	derive_routes(policy, policy->route_variants, policy->route_variants_count);
	cmpl_load_phrases(load);
}
