/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Columns: the caller's arrays, checked once, then read row by row into one case that is used
 * again.
 */

#include <complaint/columns.h>

#include "decide/parts.h"

/* A column ready to be read. */
struct cmpl_column {
	struct complaint_column given;
	uint32_t slot; /* of the fact or event in the case; of the extension in `extensions` */
	uint8_t type;  /* COMPLAINT_TYPE_* of a fact */
	int32_t value_count; /* of a choice */
	/* No mask, and values as they come most: a true-false fact in bytes, an event in days. */
	bool is_plain_truth, is_plain_day;
};

/* An output ready to be written: what it means in each policy of the set. */
struct cmpl_output {
	struct complaint_output given;
	uint32_t *index_of; /* by member: index of the duty, window, or the rule; CMPL_NONE: it has
			       none */
	uint32_t index;     /* in the policy at hand */
	int32_t nothing;    /* what stands there when there is nothing to say */
};

struct cmpl_batch {
	const struct complaint_set *set;
	struct complaint_answer *answer;
	struct complaint_case *given; /* used again for every row */
	struct cmpl_column *columns;  /* the plain truths, then the plain days, then the others */
	size_t column_count, truth_count, day_count;
	struct cmpl_output *outputs;
	size_t output_count;
	struct cmpl_range *landlords; /* members of each landlord of the request */
	size_t landlord_count;
	struct cmpl_extension_made *extensions; /* one a duty that has columns */
	uint8_t *made;                          /* which of them the row has */
	struct cmpl_extension_made *lent;       /* those, side by side, for the case */
	size_t extension_count;
	bool wants_eligibility, wants_standing, wants_all_duties;
};

/*
 * columns_check.c: everything that can be wrong before the first row. *ret_place: which column or
 * output.
 */
complaint_status cmpl_batch_open(struct cmpl_batch *batch, const struct complaint_columns *columns,
				 size_t *ret_place);
void cmpl_batch_close(struct cmpl_batch *batch);

/* columns_read.c: one row of all columns into the case; *ret_members: the landlord's policies. */
complaint_status cmpl_batch_read(struct cmpl_batch *batch, size_t row,
				 struct cmpl_range *ret_members);

/* columns_write.c: the rows that follow are judged by another policy. */
void cmpl_batch_turn_to(struct cmpl_batch *batch, uint32_t member);
/* columns_write.c: the answer of one row into all outputs; NULL: the row failed. */
void cmpl_batch_write(struct cmpl_batch *batch, size_t row, struct cmpl_context *context);
