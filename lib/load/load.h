/* SPDX-License-Identifier: MIT */
#pragma once

#include "load/fields.h"
#include "load/map.h"
#include "load/scalars.h"
#include "policy/policy.h"
#include "policy/vocabulary.h"

/*
 * What the files that load a policy share. A file's sections are read in an order in which names
 * come first; rules may name rules that stand further down, so a reference to a rule is kept as the
 * node that makes it until every rule is known (references.c).
 *
 * Everything here goes on after a fault: a record with a fault in it is made all the same, so that
 * what names it is not reported too. Nothing of a faulty file ever leaves the loader.
 */

/* The growing arrays of struct complaint_policy. */
/* clang-format off */
#define CMPL_POLICY_ARRAYS(X)                                                                      \
	X(terms) X(anchors) X(values) X(roots) X(exceptions) X(countings) X(refusals)              \
	X(exclusions) X(routes) X(stages) X(duties) X(extensions) X(tiers) X(windows)              \
	X(refusal_variants) X(exclusion_variants) X(route_variants) X(stage_variants)              \
	X(duty_variants) X(extension_variants) X(tier_variants) X(window_variants) X(order)        \
	X(notices) X(rules) X(readings) X(factors) X(conflicts) X(spans) X(lines) X(wordings)      \
	X(accepted) X(calendars) X(doers) X(first_doers)

enum cmpl_policy_array {
#define X(name) CMPL_ARRAY_##name,
	CMPL_POLICY_ARRAYS(X)
#undef X
	CMPL_ARRAY_COUNT
};
/* clang-format on */

struct cmpl_load {
	struct cmpl_reader reader; /* first, so that a row's reader finds its load */
	struct complaint_policy *policy;
	size_t capacities[CMPL_ARRAY_COUNT];
	size_t own_capacities[CMPL_LIST_COUNT];
	size_t text_capacity;
	struct cmpl_map names;         /* the policy's own: list << 24 | number */
	struct cmpl_map rules;         /* ids: rule */
	struct cmpl_map texts;         /* kept once each */
	struct cmpl_map calendars;     /* names: slot */
	uint32_t reading;              /* whose content is being read, else CMPL_NONE */
	const struct cmpl_node *hours; /* the first limit in hours */
	bool has_zone;
	bool is_vocabulary; /* its names are the standard ones, or are to be */
	const char *path;   /* NULL: from memory */
	const struct complaint_text *host_texts;
	size_t host_text_count;
};

static inline struct cmpl_load *cmpl_load_of(struct cmpl_reader *reader)
{
	return (struct cmpl_load *)reader;
}

/* --- builder.c: the policy grows ------------------------------------------ */

/* Index of the new item; CMPL_NONE: out of memory, which the reader now knows. */
uint32_t cmpl_load_append(struct cmpl_load *load, enum cmpl_policy_array array, const void *item);
/* Every array as large as what is in it. */
void cmpl_load_shrink(struct cmpl_load *load);
/* Everything but the policy is given back. */
void cmpl_load_end(struct cmpl_load *load);
/* A text, kept once; 0 for NULL and when out of memory. Blanks at its end are left out. */
cmpl_text cmpl_load_text(struct cmpl_load *load, const struct cmpl_node *node);
cmpl_text cmpl_load_bytes(struct cmpl_load *load, const char *bytes, size_t length);
/* A phrase, which stands in JSON as it is by its making; shorter than CMPL_TEXT_LONG. */
cmpl_text cmpl_load_raw(struct cmpl_load *load, const char *bytes, size_t length);
/* A list of texts into `lines`; none for NULL. */
struct cmpl_range cmpl_load_lines(struct cmpl_load *load, const struct cmpl_node *list);
/* Where the next item of an array will be: the `first` of a range. */
uint32_t cmpl_load_count(const struct cmpl_load *load, enum cmpl_policy_array array);

/* --- names_load.c --------------------------------------------------------- */

struct cmpl_names_draft {
	const struct cmpl_node *lists[CMPL_LIST_COUNT];
	const struct cmpl_node *wording;
};

void cmpl_load_names(struct cmpl_load *load, const struct cmpl_names_draft *draft);
/* What a name is: "a fact", "an event" ... */
const char *cmpl_list_text(enum cmpl_list list);
/* A standard name of any list. */
bool cmpl_load_find_standard(const char *text, size_t length, enum cmpl_list *ret_list,
			     uint32_t *ret_name);
/* A name of any list. False: nobody knows it. */
bool cmpl_load_find_name(const struct cmpl_load *load, const char *text, size_t length,
			 enum cmpl_list *ret_list, uint32_t *ret_name);
/* A name of this list; NULL gives CMPL_NONE, and so does a fault. */
uint32_t cmpl_load_name(struct cmpl_load *load, const struct cmpl_node *node, enum cmpl_list list);
/* The same for a key of a mapping. */
uint32_t cmpl_load_key_name(struct cmpl_load *load, const struct cmpl_node *child,
			    enum cmpl_list list);
/* `unknown-name`; lists are bits, 1 << enum cmpl_list. */
void cmpl_load_fault_name(struct cmpl_load *load, const char *text, size_t length,
			  struct cmpl_place place, unsigned lists);
/* Words of the format that no name and no rule can be. */
bool cmpl_load_check_reserved(struct cmpl_load *load, const struct cmpl_node *node);
uint32_t cmpl_load_value_count(const struct cmpl_load *load, uint32_t fact);

/* --- counting_load.c ------------------------------------------------------ */

/* The file's own convention, then every rule's. */
void cmpl_load_file_counting(struct cmpl_load *load, const struct cmpl_node *node);
uint32_t cmpl_load_counting(struct cmpl_load *load, const struct cmpl_node *node);
/* Hours ask for a time zone. NULL, or a limit of another unit: nothing to note. */
void cmpl_load_note_hours(struct cmpl_load *load, const struct cmpl_node *node,
			  struct cmpl_limit limit);
void cmpl_load_check_zone(struct cmpl_load *load);

/* --- condition_load.c, anchors_load.c --------------------------------------- */

/* The first term; CMPL_NONE for NULL and for a fault. */
uint32_t cmpl_load_condition(struct cmpl_load *load, const struct cmpl_node *node);
/* A list of exceptions; none for NULL. */
struct cmpl_range cmpl_load_unless(struct cmpl_load *load, const struct cmpl_node *list);
/* A list of conditions, their first terms in `roots`. */
struct cmpl_range cmpl_load_needs(struct cmpl_load *load, const struct cmpl_node *list);
/* An anchor; CMPL_NONE for NULL and for a fault. `now` can stand in conditions only. */
uint32_t cmpl_load_anchor(struct cmpl_load *load, const struct cmpl_node *node, bool in_condition);

/* --- rule_load.c: what every rule has --------------------------------------- */

struct cmpl_rule_draft {
	const struct cmpl_node *id, *clause, *says, *in_force, *readings, *left_open, *conflicts,
		*superseded, *source;
	int32_t sure;
	int32_t strength; /* 0: not given */
};

/* The rows of those keys; `type` is the draft of the kind, which has a member `rule`. */
#define CMPL_RULE_ROWS(type)                                                                       \
	CMPL_MUST("clause", cmpl_read_clause, type, rule.clause, NULL,                             \
		  "the clause as the policy numbers it, in double quotes"),                        \
		CMPL_MUST("says", cmpl_read_text, type, rule.says, NULL,                           \
			  "what it says in plain words"),                                          \
		CMPL_MAY("in-force", cmpl_read_map, type, rule.in_force, NULL,                     \
			 "the span of this rule alone, as { from: 2021-11 }"),                     \
		CMPL_MAY("or-read-as", cmpl_read_list, type, rule.readings, NULL,                  \
			 "the other readings that can be computed"),                               \
		CMPL_MAY("left-open", cmpl_read_texts, type, rule.left_open, NULL,                 \
			 "a list of what the text does not settle"),                               \
		CMPL_MAY("conflicts-with", cmpl_read_list, type, rule.conflicts, NULL,             \
			 "a list of clauses that say otherwise"),                                  \
		CMPL_MAY("superseded", cmpl_read_map, type, rule.superseded, NULL,                 \
			 "the day from which it is no longer the law, and why"),                   \
		CMPL_MAY("source", cmpl_read_text, type, rule.source, NULL,                        \
			 "the place where the figure was seen"),                                   \
		CMPL_MAY("sure", cmpl_read_word, type, rule.sure, cmpl_sure_words,                 \
			 "one of primary, copy, unconfirmed")
#define CMPL_ID_ROW(type)                                                                          \
	CMPL_MUST("id", cmpl_read_id, type, rule.id, NULL,                                         \
		  "its name: lower-case words joined by hyphens, unique in the file")
#define CMPL_STRENGTH_ROW(type, flag)                                                              \
	CMPL_MAY_FLAG("strength", cmpl_read_word, type, rule.strength, cmpl_strength_words, flag,  \
		      "one of must, should, aim, normally, may")

extern const struct cmpl_word cmpl_sure_words[], cmpl_strength_words[], cmpl_moment_words[];

/* The rule of a record that is still to come; its `index` is set by cmpl_load_set_index(). */
uint32_t cmpl_load_rule(struct cmpl_load *load, const struct cmpl_node *node,
			enum cmpl_rule_kind kind, const struct cmpl_fields *fields,
			const struct cmpl_rule_draft *draft, uint32_t owner);
void cmpl_load_set_index(struct cmpl_load *load, uint32_t rule, uint32_t index);
/* A span of `in-force`; false when a fault leaves none. NULL is an open one. */
bool cmpl_load_span(struct cmpl_load *load, const struct cmpl_node *node,
		    struct cmpl_span *ret_span);

/* Does the rule, or the reading of it (may be NULL), have this key? */
const struct cmpl_node *cmpl_load_key(const struct cmpl_load *load, const struct cmpl_node *rule,
				      const struct cmpl_node *reading, const char *key);
/*
 * `companion-missing` when `key` stands without `other`; `keys-incompatible` when it stands with
 * it.
 */
void cmpl_load_need_key(struct cmpl_load *load, const struct cmpl_node *rule,
			const struct cmpl_node *reading, const char *key, const char *other);
void cmpl_load_refuse_key(struct cmpl_load *load, const struct cmpl_node *rule,
			  const struct cmpl_node *reading, const char *key, const char *other);

/* --- readings_load.c -------------------------------------------------------- */

/*
 * How a kind of rule makes its variants: the same table and draft as the rule itself, and a
 * function that copies record `index`, changes what the flags say, and appends it to the variants.
 */
struct cmpl_variation {
	const struct cmpl_fields *fields;
	const void *blank; /* a draft with nothing in it */
	void *draft;       /* room for one */
	size_t size;
	uint32_t index;
	uint32_t (*make)(struct cmpl_load *load, const struct cmpl_variation *variation,
			 const struct cmpl_node *node, uint32_t flags, uint32_t reading);
	const struct cmpl_node *node; /* the rule's mapping */
};

void cmpl_load_readings(struct cmpl_load *load, uint32_t rule, const struct cmpl_node *list,
			const struct cmpl_variation *variation);

/* --- a file a section ------------------------------------------------------- */

void cmpl_load_document(struct cmpl_load *load, const struct cmpl_node *node);
void cmpl_load_refusal(struct cmpl_load *load, const struct cmpl_node *node);
void cmpl_load_exclusions(struct cmpl_load *load, const struct cmpl_node *list);
void cmpl_load_routes(struct cmpl_load *load, const struct cmpl_node *list);
void cmpl_load_stages(struct cmpl_load *load, const struct cmpl_node *list);
struct cmpl_range cmpl_load_tiers(struct cmpl_load *load, const struct cmpl_node *list,
				  uint32_t stage, uint32_t extension_rule);
void cmpl_load_windows(struct cmpl_load *load, const struct cmpl_node *list);
/* `owner`: the index of what they stand in; `owner_rule`: its rule. */
struct cmpl_range cmpl_load_duties(struct cmpl_load *load, const struct cmpl_node *list,
				   enum cmpl_standing_place place, uint32_t owner,
				   uint32_t owner_rule);

/* --- when everything is read ------------------------------------------------ */

void cmpl_load_resolve(struct cmpl_load *load); /* references.c */
void cmpl_load_accepted(struct cmpl_load *load, const struct cmpl_node *list);
void cmpl_load_sort_rules(struct cmpl_load *load);    /* in file order */
void cmpl_load_check(struct cmpl_load *load);         /* policy_check.c */
void cmpl_load_derive(struct cmpl_load *load);        /* derive.c: once all else is there */
void cmpl_load_phrases(struct cmpl_load *load);       /* phrases_load.c: part of that */
void cmpl_load_check_repeats(struct cmpl_load *load); /* repeats.c: twice in one list */
void cmpl_load_check_roles(struct cmpl_load *load);   /* roles.c: one letter away */
void cmpl_load_check_chains(struct cmpl_load *load); /* chains_check.c: cycles, and policy->order */
