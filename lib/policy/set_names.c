/* SPDX-License-Identifier: MIT */
/* The own facts and events of a set: one number for one name, whoever declares it. */
#include "policy/set.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "policy/vocabulary.h"

/* FNV-1a: short names, no adversary who could gain anything but a slow load of his own rules. */
static uint32_t hash(const char *text, size_t length)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < length; i++)
		value = (value ^ (unsigned char)text[i]) * 16777619u;
	return value;
}

static const struct cmpl_own_name *declaration(struct cmpl_set_name name, enum cmpl_list list)
{
	return &name.policy->own[list][name.own];
}

static const char *own_id(struct cmpl_set_name name, enum cmpl_list list)
{
	return cmpl_policy_text(name.policy, declaration(name, list)->id);
}

/* The slot where a name is, or belongs. */
static uint32_t *slot_of(const struct cmpl_set_index *index, const struct cmpl_set_name *names,
			 enum cmpl_list list, const char *id, size_t length)
{
	uint32_t at = hash(id, length) & index->mask;

	while (index->slots[at] != 0 &&
	       !cmpl_text_is(id, length, own_id(names[index->slots[at] - 1], list)))
		at = (at + 1) & index->mask;
	return &index->slots[at];
}

/* Number among the set's own, CMPL_NONE when it has none of that name. */
static uint32_t find_own(const struct complaint_set *set, enum cmpl_list list, const char *id,
			 size_t length)
{
	const struct cmpl_set_index *index =
		list == CMPL_FACTS ? &set->fact_index : &set->event_index;
	const struct cmpl_set_name *names = list == CMPL_FACTS ? set->facts : set->events;
	uint32_t found;

	if (!index->slots)
		return CMPL_NONE;
	found = *slot_of(index, names, list, id, length);
	return found == 0 ? CMPL_NONE : found - 1;
}

static bool same_values(struct cmpl_set_name a, struct cmpl_set_name b, enum cmpl_list list)
{
	struct cmpl_range first = declaration(a, list)->values;
	struct cmpl_range second = declaration(b, list)->values;

	if (first.count != second.count)
		return false;
	for (uint32_t i = 0; i < first.count; i++)
		if (strcmp(cmpl_policy_text(a.policy, a.policy->lines[first.first + i]),
			   cmpl_policy_text(b.policy, b.policy->lines[second.first + i])) != 0)
			return false;
	return true;
}

/* What two declarations of one name disagree in, NULL when in nothing. */
static const char *disagreement(struct cmpl_set_name a, struct cmpl_set_name b, enum cmpl_list list)
{
	const struct cmpl_own_name *first = declaration(a, list);
	const struct cmpl_own_name *second = declaration(b, list);

	if (list == CMPL_FACTS && first->type != second->type)
		return "type";
	if (first->silence != second->silence)
		return "silence";
	if (list == CMPL_FACTS && first->type == COMPLAINT_TYPE_CHOICE && !same_values(a, b, list))
		return "values";
	return NULL;
}

static void report(struct cmpl_set_name known, struct cmpl_set_name other, enum cmpl_list list,
		   const char *what, struct complaint_diagnostics *diags)
{
	const char *file = other.policy->file;

	cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_NAMES_DISAGREE, file,
		      (struct cmpl_place){ 0, 0 },
		      "\"%s\" and \"%s\" declare \"%s\" differently: its %s",
		      cmpl_policy_text(known.policy, known.policy->document.id),
		      cmpl_policy_text(other.policy, other.policy->document.id),
		      own_id(other, list), what);
	cmpl_diag_hint(diags, "declare it alike, or call one of them by another name");
	cmpl_diag_finish_file(diags, file);
}

/* One list of the set while it is being numbered. */
struct joining {
	struct complaint_set *set;
	enum cmpl_list list;
	struct cmpl_set_name *names;
	uint32_t count;
	struct cmpl_set_index index;
	uint32_t **of;
	struct complaint_diagnostics *diags;
};

static bool make_room(struct joining *join)
{
	uint64_t total = 0;
	uint32_t size = 8;

	for (uint32_t i = 0; i < join->set->policy_count; i++)
		total += join->set->policies[i]->own_count[join->list];
	while (size < total * 2)
		size *= 2;
	join->of = cmpl_alloc_array(join->set->policy_count, sizeof(uint32_t *));
	join->names = cmpl_alloc_array((size_t)total, sizeof(struct cmpl_set_name));
	join->index.slots = cmpl_alloc_array(size, sizeof(uint32_t));
	join->index.mask = size - 1;
	return join->of && join->names && join->index.slots;
}

/*
 * The number of one declared name; a new one when it is new. False: it contradicts an earlier one.
 */
static bool join_name(struct joining *join, struct cmpl_set_name name, uint32_t *ret_number)
{
	const char *id = own_id(name, join->list);
	size_t length = strlen(id);
	uint32_t *slot = slot_of(&join->index, join->names, join->list, id, length);
	const char *what;

	if (*slot == 0) {
		uint32_t fact;

		join->names[join->count++] = name;
		*slot = join->count;
		*ret_number = join->count - 1;
		fact = join->list == CMPL_EVENTS ? find_own(join->set, CMPL_FACTS, id, length)
						 : CMPL_NONE;
		if (fact == CMPL_NONE)
			return true;
		report(join->set->facts[fact], name, join->list, "list, facts or events",
		       join->diags);
		return false;
	}
	*ret_number = *slot - 1;
	what = disagreement(join->names[*ret_number], name, join->list);
	if (what)
		report(join->names[*ret_number], name, join->list, what, join->diags);
	return !what;
}

static complaint_status join_policy(struct joining *join, uint32_t member)
{
	const struct complaint_policy *policy = join->set->policies[member];
	uint32_t own_count = policy->own_count[join->list];
	complaint_status status = COMPLAINT_OK;

	join->of[member] = cmpl_alloc_array(own_count, sizeof(uint32_t));
	if (!join->of[member])
		return COMPLAINT_ERR_NO_MEMORY;
	for (uint32_t own = 0; own < own_count; own++) {
		uint32_t number;

		if (!join_name(join, (struct cmpl_set_name){ policy, own }, &number))
			status = COMPLAINT_ERR_CONFLICT;
		join->of[member][own] = cmpl_vocabulary_count[join->list] + number;
	}
	return status;
}

/* What has been made belongs to the set, also after a failure: complaint_set_free() frees it. */
static void hand_over(const struct joining *join)
{
	struct complaint_set *set = join->set;

	if (join->list == CMPL_FACTS) {
		set->facts = join->names;
		set->fact_count = join->count;
		set->fact_index = join->index;
		set->fact_of = join->of;
	} else {
		set->events = join->names;
		set->event_count = join->count;
		set->event_index = join->index;
		set->event_of = join->of;
	}
}

static complaint_status join_list(struct complaint_set *set, enum cmpl_list list,
				  struct complaint_diagnostics *diags)
{
	struct joining join = { .set = set, .list = list, .diags = diags };
	complaint_status status = COMPLAINT_OK;

	if (!make_room(&join))
		status = COMPLAINT_ERR_NO_MEMORY;
	for (uint32_t i = 0; i < set->policy_count && status != COMPLAINT_ERR_NO_MEMORY; i++) {
		complaint_status one = join_policy(&join, i);

		if (one != COMPLAINT_OK)
			status = one;
	}
	hand_over(&join);
	return status;
}

complaint_status cmpl_set_join_names(struct complaint_set *set, struct complaint_diagnostics *diags)
{
	complaint_status facts = join_list(set, CMPL_FACTS, diags);
	complaint_status events;

	if (facts == COMPLAINT_ERR_NO_MEMORY)
		return facts;
	events = join_list(set, CMPL_EVENTS, diags);
	return events != COMPLAINT_OK ? events : facts;
}

uint32_t cmpl_set_find_name(const struct complaint_set *set, enum cmpl_list list, const char *id,
			    size_t length)
{
	uint32_t name = cmpl_vocabulary_find(list, id, length);

	if (name == CMPL_NONE) {
		name = find_own(set, list, id, length);
		if (name != CMPL_NONE)
			name += CMPL_OWN;
	}
	return name;
}

/* The declaration of an own name, false for a standard one and beyond. */
static bool own_name(const struct complaint_set *set, enum cmpl_list list, uint32_t name,
		     struct cmpl_set_name *ret_name)
{
	uint32_t count = list == CMPL_FACTS ? set->fact_count : set->event_count;

	if (name < CMPL_OWN || name - CMPL_OWN >= count)
		return false;
	*ret_name = list == CMPL_FACTS ? set->facts[name - CMPL_OWN] : set->events[name - CMPL_OWN];
	return true;
}

uint8_t cmpl_set_fact_type(const struct complaint_set *set, uint32_t fact)
{
	struct cmpl_set_name name;

	if (own_name(set, CMPL_FACTS, fact, &name))
		return declaration(name, CMPL_FACTS)->type;
	return (uint8_t)complaint_vocabulary_get_type(fact);
}

const char *cmpl_set_name_id(const struct complaint_set *set, enum cmpl_list list, uint32_t name)
{
	struct cmpl_set_name own;

	if (own_name(set, list, name, &own))
		return own_id(own, list);
	return name < cmpl_vocabulary_count[list] ? cmpl_vocabulary[list][name].id : NULL;
}

uint32_t cmpl_set_choice_count(const struct complaint_set *set, uint32_t fact)
{
	struct cmpl_set_name own;

	if (own_name(set, CMPL_FACTS, fact, &own))
		return declaration(own, CMPL_FACTS)->values.count;
	return complaint_vocabulary_value_count(fact);
}

const char *cmpl_set_choice_id(const struct complaint_set *set, uint32_t fact, uint32_t value)
{
	struct cmpl_set_name own;

	if (own_name(set, CMPL_FACTS, fact, &own))
		return cmpl_policy_choice_id(own.policy, CMPL_OWN + own.own, value);
	return complaint_vocabulary_get_value(fact, value);
}

uint32_t cmpl_set_find_choice(const struct complaint_set *set, uint32_t fact, const char *id,
			      size_t length)
{
	uint32_t count = cmpl_set_choice_count(set, fact);

	for (uint32_t value = 0; value < count; value++)
		if (cmpl_text_is(id, length, cmpl_set_choice_id(set, fact, value)))
			return value;
	return CMPL_NONE;
}
