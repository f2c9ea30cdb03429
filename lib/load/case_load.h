/* SPDX-License-Identifier: MIT */
#pragma once

#include "case/case.h"
#include "load/fields.h"
#include "load/scalars.h"

/* What the files that read a case share; scenarios are cases with something expected. */

struct cmpl_case_load {
	struct cmpl_reader reader; /* first, so that a row's reader finds its load */
	const struct complaint_set
		*set; /* NULL: no policy is at hand, only standard names are known */
	const struct cmpl_node *rule; /* scenarios: whose readings are being read */
};

static inline struct cmpl_case_load *cmpl_case_load_of(struct cmpl_reader *reader)
{
	return (struct cmpl_case_load *)reader;
}

/* --- case_load.c -------------------------------------------------------------- */

/* YAML or JSON bytes into a tree; set also when faults left it whole. */
complaint_status cmpl_case_read_tree(const char *name, const char *bytes, size_t length, bool json,
				     struct cmpl_tree **ret_tree,
				     struct complaint_diagnostics *diags);
/* Does the text begin with "{", after white space? */
bool cmpl_case_looks_like_json(const char *bytes, size_t length);
bool cmpl_case_ends_in_json(const char *path);

struct cmpl_case_draft {
	const struct cmpl_node *format, *kind; /* a file's */
	const struct cmpl_node *name, *expect; /* a scenario's */
	struct cmpl_event_value now;
	const struct cmpl_node *request, *facts, *events, *extensions, *promises, *readings,
		*decisions;
	int32_t unlisted;
};

/* The rows of a case's keys. */
#define CMPL_CASE_ROWS                                                                             \
	CMPL_MAY("now", cmpl_read_asked, struct cmpl_case_draft, now, NULL,                        \
		 "the moment at which the question is asked"),                                     \
		CMPL_MAY("request", cmpl_read_map, struct cmpl_case_draft, request, NULL,          \
			 "what is asked for: at, or extend with adds or until"),                   \
		CMPL_MAY("facts", cmpl_read_case_map, struct cmpl_case_draft, facts, NULL,         \
			 "the facts that are known, each by its name"),                            \
		CMPL_MAY("unlisted-facts", cmpl_read_word, struct cmpl_case_draft, unlisted,       \
			 cmpl_unlisted_words, "what a fact not listed is: unknown or false"),      \
		CMPL_MAY("events", cmpl_read_case_map, struct cmpl_case_draft, events, NULL,       \
			 "the events, each by its name"),                                          \
		CMPL_MAY("extensions", cmpl_read_case_list, struct cmpl_case_draft, extensions,    \
			 NULL, "a list of the extensions made already"),                           \
		CMPL_MAY("promises", cmpl_read_case_map, struct cmpl_case_draft, promises, NULL,   \
			 "the dates promised, each by its duty"),                                  \
		CMPL_MAY("readings", cmpl_read_case_map, struct cmpl_case_draft, readings, NULL,   \
			 "the readings preferred, each by its rule"),                              \
		CMPL_MAY("decisions", cmpl_read_case_map, struct cmpl_case_draft, decisions, NULL, \
			 "what was decided on an exclusion: accept or refuse")

/* --- case_plain.c ------------------------------------------------------------- */

/* The longest text that is read the short way; far below every limit of a file. */
#define CMPL_PLAIN_CASE 65536
/*
 * An ordinary case as JSON into an empty one. False: it is no such text, and what lies in the case
 * is of no use; the whole reader must read it, and tells what is wrong, if anything is.
 */
bool cmpl_case_read_plain(struct complaint_case *into, const char *bytes, size_t length);

/* --- case_load.c again: what a case's keys hold ------------------------------------ */

extern const struct cmpl_word cmpl_unlisted_words[];
/* As cmpl_read_map and cmpl_read_list, but an encoder of JSON may write empty ones. */
bool cmpl_read_case_map(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot);
bool cmpl_read_case_list(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field, void *slot);

/* Read a mapping that is a case. `into` may be NULL: then it is checked only. */
void cmpl_case_load_map(struct cmpl_case_load *load, const struct cmpl_node *map,
			const struct cmpl_fields *fields, struct cmpl_case_draft *draft,
			struct complaint_case *into);
/*
 * How a setter fared whose arguments were checked before: all that is left to go wrong is memory.
 */
void cmpl_case_note(struct cmpl_case_load *load, complaint_status status);

/* --- case_names.c --------------------------------------------------------------- */

/* "a fact", "an exclusion". */
const char *cmpl_rule_kind_text(enum cmpl_rule_kind kind);
/*
 * The number of a name in one of the lists (bits, 1 << enum cmpl_list), and which list that is;
 * numbers mean something for facts and events only. CMPL_NONE: nobody knows it, and that was
 * reported (without a set: noted).
 */
uint32_t cmpl_case_find(struct cmpl_case_load *load, const char *text, size_t length,
			struct cmpl_place place, unsigned lists, enum cmpl_list *ret_list);
/* Is there a rule of one of the kinds (bits, 1 << enum cmpl_rule_kind)? Reports it when not. */
bool cmpl_case_find_rule(struct cmpl_case_load *load, const char *text, size_t length,
			 struct cmpl_place place, unsigned kinds);
/*
 * Does some policy have a rule of this id and a reading of it under this label? Reports it when
 * not.
 */
bool cmpl_case_find_label(struct cmpl_case_load *load, const char *rule, size_t rule_length,
			  const char *label, size_t length, struct cmpl_place place);
/* Of a fact or event found before. */
const char *cmpl_case_name_id(const struct cmpl_case_load *load, enum cmpl_list list,
			      uint32_t name);
uint8_t cmpl_case_fact_type(const struct cmpl_case_load *load, uint32_t fact);
/* NULL beyond. */
const char *cmpl_case_choice_id(const struct cmpl_case_load *load, uint32_t fact, uint32_t value);

/* --- case_values.c ---------------------------------------------------------------- */

void cmpl_case_load_facts(struct cmpl_case_load *load, const struct cmpl_node *map,
			  struct complaint_case *into);
void cmpl_case_load_events(struct cmpl_case_load *load, const struct cmpl_node *map,
			   struct complaint_case *into);
/* struct cmpl_event_value: a moment, `not-yet`, `unknown`. */
bool cmpl_read_told(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot);
/* The same without the two words. */
bool cmpl_read_asked(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot);

/* --- case_lists.c ------------------------------------------------------------------ */

void cmpl_case_load_request(struct cmpl_case_load *load, const struct cmpl_node *node,
			    struct complaint_case *into);
void cmpl_case_load_extensions(struct cmpl_case_load *load, const struct cmpl_node *list,
			       struct complaint_case *into);
void cmpl_case_load_promises(struct cmpl_case_load *load, const struct cmpl_node *map,
			     struct complaint_case *into);
void cmpl_case_load_readings(struct cmpl_case_load *load, const struct cmpl_node *map,
			     struct complaint_case *into);
void cmpl_case_load_decisions(struct cmpl_case_load *load, const struct cmpl_node *map,
			      struct complaint_case *into);
