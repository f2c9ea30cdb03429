/* SPDX-License-Identifier: MIT */
#pragma once

#include "base/date.h"
#include "load/fields.h"
#include "policy/policy.h"

/*
 * Readers for the rows of a table (fields.h). Typing is ours, not YAML 1.1's: `no`, `012`, `1_000`
 * and `12:30` mean nothing by accident, and each look-alike is told apart by name. A JSON string
 * stands for any of them but true, false and a number.
 *
 * Each comment names the slot.
 */

/* Nodes, as they stand: const struct cmpl_node *. */
bool cmpl_read_node(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot);
bool cmpl_read_map(struct cmpl_reader *reader, const struct cmpl_node *node,
		   const struct cmpl_field *field, void *slot); /* with one key at least */
bool cmpl_read_list(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot); /* with one entry at least */

/* Scalars whose text the loader takes itself: const struct cmpl_node *. */
bool cmpl_read_text(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot);
bool cmpl_read_id(struct cmpl_reader *reader, const struct cmpl_node *node,
		  const struct cmpl_field *field, void *slot);
bool cmpl_read_clause(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot);
/* Lists of them, one at least; walk it by cmpl_node_first(). */
bool cmpl_read_texts(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot);
bool cmpl_read_ids(struct cmpl_reader *reader, const struct cmpl_node *node,
		   const struct cmpl_field *field, void *slot);

/* int32_t: 1 for true, 0 for false. */
bool cmpl_read_truth(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot);
/* int32_t: 0 to 2,147,483,647. `extra`: NULL or a struct cmpl_number_range. */
struct cmpl_number_range {
	int32_t least, most;
};
bool cmpl_read_number(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot);
/* int32_t: the value of one of the words in `extra` (struct cmpl_word, ended by NULL). */
bool cmpl_read_word(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot);
/* int32_t: the values of a list of them, or-ed together; each value is a bit. */
bool cmpl_read_words(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot);

/* --- dates and times (moments.c) ------------------------------------------ */

enum cmpl_date_kind { CMPL_DATE_NONE, CMPL_DATE_DAY, CMPL_DATE_MONTH, CMPL_DATE_MOMENT };

struct cmpl_date_value {
	uint8_t kind;
	cmpl_day first, last; /* a day: the same; a month: its first and last; a moment: unset */
	int64_t moment;
};

bool cmpl_read_day(struct cmpl_reader *reader, const struct cmpl_node *node,
		   const struct cmpl_field *field, void *slot); /* cmpl_day */
bool cmpl_read_day_or_month(struct cmpl_reader *reader, const struct cmpl_node *node,
			    const struct cmpl_field *field,
			    void *slot); /* struct cmpl_date_value */
bool cmpl_read_moment(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot); /* the same: a day or a moment */
bool cmpl_read_date(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field,
		    void *slot); /* the same: day, month or moment */
bool cmpl_read_time(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field,
		    void *slot); /* int32_t: minutes; always in quotes */

/* --- lengths of time (durations.c) ---------------------------------------- */

/* struct cmpl_limit. */
bool cmpl_read_duration(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot);
bool cmpl_read_limit(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot); /* or one of the four words */
bool cmpl_read_last_day(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field,
			void *slot); /* or close of business on ... */
bool cmpl_read_up_to(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot); /* a duration or `no limit` */

/* Is this text an id: lower-case words joined by hyphens, at most 64 characters? */
bool cmpl_id_valid(const char *text, size_t length);
/*
 * A scalar of the kind asked for by the field? Else `wrong-type`, or `empty-text`. For readers of
 * one's own.
 */
bool cmpl_node_scalar(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, const char *wanted);
