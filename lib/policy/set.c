/* SPDX-License-Identifier: MIT */
#include "policy/set.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "policy/vocabulary.h"

#define MOST_POLICIES 4096

static const char *landlord(const struct complaint_policy *policy)
{
	return cmpl_policy_text(policy, policy->document.landlord);
}

/* By landlord, then by the day from which they are in force. */
static int compare(const void *left, const void *right)
{
	const struct complaint_policy *a = *(struct complaint_policy *const *)left;
	const struct complaint_policy *b = *(struct complaint_policy *const *)right;
	const struct cmpl_span *a_span = &a->document.in_force, *b_span = &b->document.in_force;
	int order = strcmp(landlord(a), landlord(b));

	if (order == 0)
		order = (a_span->from > b_span->from) - (a_span->from < b_span->from);
	if (order == 0)
		order = (a_span->until > b_span->until) - (a_span->until < b_span->until);
	return order;
}

static const char *id(const struct complaint_policy *policy)
{
	return cmpl_policy_text(policy, policy->document.id);
}

/* An open end may stand only last: then there is nothing to hold the next version against. */
static void report_open_end(const struct complaint_policy *first,
			    const struct complaint_policy *second,
			    struct complaint_diagnostics *diags)
{
	char from[11], wanted[11];

	cmpl_day_write(second->document.in_force.from, from);
	cmpl_day_write(second->document.in_force.from - 1, wanted);
	cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_VERSIONS_OVERLAP, first->file,
		      (struct cmpl_place){ 0, 0 },
		      "\"%s\" is in force until further notice, but \"%s\" begins on %s", id(first),
		      id(second), from);
	if (second->document.in_force.from > first->document.in_force.from)
		cmpl_diag_hint(diags, "give the earlier version \"until: %s\" under \"in-force\"",
			       wanted);
	cmpl_diag_finish_file(diags, first->file);
}

static void report_clash(const struct complaint_policy *first,
			 const struct complaint_policy *second, bool overlap,
			 struct complaint_diagnostics *diags)
{
	char until[11], from[11];

	cmpl_day_write(first->document.in_force.until, until);
	cmpl_day_write(second->document.in_force.from, from);
	cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR,
		      overlap ? CMPL_CODE_VERSIONS_OVERLAP : CMPL_CODE_VERSIONS_GAP, second->file,
		      (struct cmpl_place){ 0, 0 }, "\"%s\" ends on %s and \"%s\" begins on %s",
		      id(first), until, id(second), from);
	cmpl_diag_hint(diags, "a version begins on the day after the one before it ends");
	cmpl_diag_finish_file(diags, second->file);
}

/* Do two neighbours of one landlord abut? Reports it when not. */
static bool abut(const struct complaint_policy *first, const struct complaint_policy *second,
		 struct complaint_diagnostics *diags)
{
	cmpl_day until = first->document.in_force.until;
	cmpl_day from = second->document.in_force.from;

	if (strcmp(landlord(first), landlord(second)) != 0)
		return true;
	if (until == INT32_MAX || from == INT32_MIN) {
		report_open_end(first, second, diags);
		return false;
	}
	if (from == until + 1)
		return true;
	report_clash(first, second, from <= until, diags);
	return false;
}

static complaint_status check_spans(const struct complaint_set *set,
				    struct complaint_diagnostics *diags)
{
	complaint_status status = COMPLAINT_OK;

	for (uint32_t i = 1; i < set->policy_count; i++)
		if (!abut(set->policies[i - 1], set->policies[i], diags))
			status = COMPLAINT_ERR_CONFLICT;
	return status;
}

/* An empty set that holds the policies in order. NULL: out of memory. */
static struct complaint_set *gather(const struct complaint_policy *const *policies, size_t count)
{
	struct complaint_set *set = cmpl_alloc(sizeof(*set));

	if (!set)
		return NULL;
	atomic_init(&set->references, 1);
	set->policies = cmpl_alloc_array(count, sizeof(struct complaint_policy *));
	if (!set->policies) {
		cmpl_free(set);
		return NULL;
	}
	for (size_t i = 0; i < count; i++)
		set->policies[i] = cmpl_policy_take(policies[i]);
	set->policy_count = (uint32_t)count;
	qsort(set->policies, count, sizeof(set->policies[0]), compare);
	return set;
}

complaint_status
complaint_set_new(const struct complaint_policy *const *policies, size_t count,
		  struct complaint_set **ret_set, struct complaint_diagnostics *diagnostics)
{
	complaint_status status, names;
	struct complaint_set *set;

	if (!policies || count < 1 || count > MOST_POLICIES || !ret_set)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	for (size_t i = 0; i < count; i++)
		if (!policies[i])
			return COMPLAINT_ERR_BAD_ARGUMENT;

	set = gather(policies, count);
	if (!set)
		return COMPLAINT_ERR_NO_MEMORY;
	status = check_spans(set, diagnostics);
	names = cmpl_set_join_names(set, diagnostics);
	if (names != COMPLAINT_OK && status != COMPLAINT_ERR_NO_MEMORY)
		status = names;
	if (cmpl_diag_out_of_memory(diagnostics))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status != COMPLAINT_OK) {
		complaint_set_free(set);
		return status;
	}
	*ret_set = set;
	return COMPLAINT_OK;
}

struct complaint_set *cmpl_set_take(const struct complaint_set *set)
{
	/* The count is the one thing of a set that changes. */
	struct complaint_set *own = (struct complaint_set *)set;

	if (own)
		atomic_fetch_add_explicit(&own->references, 1, memory_order_relaxed);
	return own;
}

static void free_rows(uint32_t **rows, uint32_t count)
{
	for (uint32_t i = 0; rows && i < count; i++)
		cmpl_free(rows[i]);
	cmpl_free(rows);
}

void
complaint_set_free(struct complaint_set *set)
{
	if (!set)
		return;
	if (atomic_fetch_sub_explicit(&set->references, 1, memory_order_release) != 1)
		return;
	atomic_thread_fence(memory_order_acquire); /* what other threads did with it comes before */
	free_rows(set->fact_of, set->policy_count);
	free_rows(set->event_of, set->policy_count);
	for (uint32_t i = 0; i < set->policy_count; i++)
		complaint_policy_free(set->policies[i]);
	cmpl_free(set->policies);
	cmpl_free(set->facts);
	cmpl_free(set->events);
	cmpl_free(set->fact_index.slots);
	cmpl_free(set->event_index.slots);
	cmpl_free(set);
}

size_t
complaint_set_policy_count(const struct complaint_set *set)
{
	return set ? set->policy_count : 0;
}

const struct complaint_policy *
complaint_set_get_policy(const struct complaint_set *set, size_t index)
{
	return set && index < set->policy_count ? set->policies[index] : NULL;
}

static uint32_t find(const struct complaint_set *set, enum cmpl_list list, const char *name,
		     size_t length)
{
	if (!set || !name)
		return COMPLAINT_NONE;
	return cmpl_set_find_name(set, list, name, cmpl_text_length(name, length));
}

uint32_t
complaint_set_find_fact(const struct complaint_set *set, const char *name, size_t length)
{
	return find(set, CMPL_FACTS, name, length);
}

uint32_t
complaint_set_find_event(const struct complaint_set *set, const char *name, size_t length)
{
	return find(set, CMPL_EVENTS, name, length);
}

const char *
complaint_set_get_fact_name(const struct complaint_set *set, uint32_t fact)
{
	return set ? cmpl_set_name_id(set, CMPL_FACTS, fact) : NULL;
}

const char *
complaint_set_get_event_name(const struct complaint_set *set, uint32_t event)
{
	return set ? cmpl_set_name_id(set, CMPL_EVENTS, event) : NULL;
}

int32_t
complaint_set_get_fact_type(const struct complaint_set *set, uint32_t fact)
{
	return set ? cmpl_set_fact_type(set, fact) : 0;
}
