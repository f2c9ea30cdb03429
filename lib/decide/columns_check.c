/* SPDX-License-Identifier: MIT */
#include "decide/columns.h"

#include <string.h>

#include "base/abi.h"
#include "base/memory.h"

/* --- columns in ---------------------------------------------------------------------- */

/* Kinds that a role can have, as bits. */
enum {
	BIT_TRUTHS = 1 << COMPLAINT_KIND_BYTES | 1 << COMPLAINT_KIND_BITS |
		     1 << COMPLAINT_KIND_INT32 | 1 << COMPLAINT_KIND_INT64 |
		     1 << COMPLAINT_KIND_DOUBLE,
	BIT_NUMBERS = BIT_TRUTHS & ~(1 << COMPLAINT_KIND_BITS),
	BIT_DAYS = 1 << COMPLAINT_KIND_DAYS32 | 1 << COMPLAINT_KIND_DAYS64 |
		   1 << COMPLAINT_KIND_SECONDS_AS_DAY | 1 << COMPLAINT_KIND_MILLISECONDS_AS_DAY |
		   1 << COMPLAINT_KIND_MICROSECONDS_AS_DAY | 1 << COMPLAINT_KIND_NANOSECONDS_AS_DAY,
	BIT_MOMENTS = 1 << COMPLAINT_KIND_SECONDS | 1 << COMPLAINT_KIND_MILLISECONDS |
		      1 << COMPLAINT_KIND_MICROSECONDS | 1 << COMPLAINT_KIND_NANOSECONDS,
	BIT_MONTHS = 1 << COMPLAINT_KIND_MONTHS32 | 1 << COMPLAINT_KIND_MONTHS64
};

static int kinds_of(const struct complaint_column *column, uint8_t type)
{
	switch (column->role) {
	case COMPLAINT_COLUMN_FACT:
		return type == COMPLAINT_TYPE_TRUE_FALSE ? BIT_TRUTHS : BIT_NUMBERS;
	case COMPLAINT_COLUMN_EVENT: return BIT_DAYS | BIT_MOMENTS | BIT_MONTHS;
	case COMPLAINT_COLUMN_NOW:
	case COMPLAINT_COLUMN_EXTENSION_TOLD: return BIT_DAYS | BIT_MOMENTS;
	case COMPLAINT_COLUMN_EXTENSION_UNTIL: return BIT_DAYS;
	case COMPLAINT_COLUMN_LANDLORD:
	case COMPLAINT_COLUMN_EXTENSION_ADDS:
	case COMPLAINT_COLUMN_AT: return BIT_NUMBERS;
	default: return 0;
	}
}

static bool is_extension(int32_t role)
{
	return role >= COMPLAINT_COLUMN_EXTENSION_ADDS && role <= COMPLAINT_COLUMN_EXTENSION_TOLD;
}

static bool is_duty(const struct complaint_set *set, const char *id)
{
	for (uint32_t i = 0; i < set->policy_count; i++) {
		uint32_t rule = cmpl_policy_find_rule(set->policies[i], id, strlen(id));

		if (rule != CMPL_NONE && set->policies[i]->rules[rule].kind == CMPL_RULE_DUTY)
			return true;
	}
	return false;
}

/* The extension of a duty: its columns share one entry. */
static complaint_status find_extension(struct cmpl_batch *batch, struct cmpl_column *column)
{
	const char *duty = column->given.rule;
	size_t i = 0;

	if (!duty)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!is_duty(batch->set, duty))
		return COMPLAINT_ERR_NOT_FOUND;
	while (i < batch->extension_count && strcmp(batch->extensions[i].of, duty) != 0)
		i++;
	if (i == batch->extension_count) {
		batch->extensions[i].of = cmpl_text_copy(duty, strlen(duty));
		if (!batch->extensions[i].of)
			return COMPLAINT_ERR_NO_MEMORY;
		batch->extension_count++;
	}
	column->slot = (uint32_t)i;
	if (column->given.role != COMPLAINT_COLUMN_EXTENSION_ADDS)
		return COMPLAINT_OK;
	if (column->given.unit < COMPLAINT_UNIT_WORKING_DAYS ||
	    column->given.unit > COMPLAINT_UNIT_YEARS)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	batch->extensions[i].unit = (uint8_t)column->given.unit;
	return COMPLAINT_OK;
}

static int32_t count_values(const struct complaint_set *set, uint32_t fact)
{
	int32_t count = 0;

	if (fact < CMPL_OWN) {
		while (cmpl_vocabulary[CMPL_FACTS][fact].values[count])
			count++;
		return count;
	}
	return (int32_t)set->facts[fact - CMPL_OWN]
		.policy->own[CMPL_FACTS][set->facts[fact - CMPL_OWN].own]
		.values.count;
}

static complaint_status find_name(struct cmpl_batch *batch, struct cmpl_column *column)
{
	uint32_t name = column->given.name;

	if (column->given.role == COMPLAINT_COLUMN_EVENT) {
		column->slot = cmpl_case_event_slot(batch->given, name);
		return column->slot == CMPL_NONE ? COMPLAINT_ERR_NOT_FOUND : COMPLAINT_OK;
	}
	column->slot = cmpl_case_fact_slot(batch->given, name);
	if (column->slot == CMPL_NONE)
		return COMPLAINT_ERR_NOT_FOUND;
	column->type = cmpl_set_fact_type(batch->set, name);
	if (column->type == COMPLAINT_TYPE_CHOICE)
		column->value_count = count_values(batch->set, name);
	return COMPLAINT_OK;
}

static bool sound(const struct complaint_column *column)
{
	if (!column->values || column->kind < COMPLAINT_KIND_BYTES ||
	    column->kind > COMPLAINT_KIND_NANOSECONDS)
		return false;
	if (column->kind == COMPLAINT_KIND_BITS && column->stride != 0 && column->stride != 1)
		return false;
	if (column->mask_kind == COMPLAINT_MASK_NONE)
		return true;
	return (column->mask_kind == COMPLAINT_MASK_BYTES ||
		column->mask_kind == COMPLAINT_MASK_BITS) &&
	       column->mask;
}

static void find_short_way(struct cmpl_column *column)
{
	if (column->given.mask_kind != COMPLAINT_MASK_NONE)
		return;
	column->is_plain_truth = column->given.role == COMPLAINT_COLUMN_FACT &&
				 column->given.kind == COMPLAINT_KIND_BYTES &&
				 column->type == COMPLAINT_TYPE_TRUE_FALSE;
	column->is_plain_day = column->given.role == COMPLAINT_COLUMN_EVENT &&
			       column->given.kind == COMPLAINT_KIND_DAYS32;
}

static complaint_status check_column(struct cmpl_batch *batch, struct cmpl_column *column)
{
	complaint_status status = COMPLAINT_OK;

	if (!sound(&column->given))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (column->given.role == COMPLAINT_COLUMN_FACT ||
	    column->given.role == COMPLAINT_COLUMN_EVENT)
		status = find_name(batch, column);
	else if (is_extension(column->given.role))
		status = find_extension(batch, column);
	else if (column->given.role < COMPLAINT_COLUMN_FACT ||
		 column->given.role > COMPLAINT_COLUMN_AT)
		status = COMPLAINT_ERR_BAD_ARGUMENT;
	if (status != COMPLAINT_OK)
		return status;
	find_short_way(column);
	return kinds_of(&column->given, column->type) & 1 << column->given.kind
		       ? COMPLAINT_OK
		       : COMPLAINT_ERR_WRONG_TYPE;
}

/*
 * Columns of one sort side by side: each sort has a loop of its own. Nothing hangs on their order.
 */
static void sort_columns(struct cmpl_batch *batch)
{
	size_t *const counts[] = { &batch->truth_count, &batch->day_count };
	size_t next = 0;

	for (size_t sort = 0; sort < 2; sort++) {
		for (size_t i = next; i < batch->column_count; i++) {
			struct cmpl_column column = batch->columns[i];

			if (!(sort == 0 ? column.is_plain_truth : column.is_plain_day))
				continue;
			batch->columns[i] = batch->columns[next];
			batch->columns[next++] = column;
			(*counts[sort])++;
		}
	}
}

static complaint_status open_columns(struct cmpl_batch *batch,
				     const struct complaint_columns *columns, size_t *ret_place)
{
	const char *next = (const char *)columns->columns;
	size_t stride = columns->column_count ? columns->columns->size : 0;

	for (size_t i = 0; i < columns->column_count; i++) {
		struct cmpl_column *column = &batch->columns[i];
		complaint_status status = COMPLAINT_ERR_BAD_ARGUMENT;

		*ret_place = i;
		if (cmpl_abi_read(&column->given, sizeof(column->given), next + i * stride))
			status = check_column(batch, column);
		if (status != COMPLAINT_OK)
			return status;
		batch->column_count++;
	}
	sort_columns(batch);
	return COMPLAINT_OK;
}

/* --- outputs ------------------------------------------------------------------------- */

static int32_t nothing_in(int32_t what)
{
	switch (what) {
	case COMPLAINT_OUTPUT_POLICY:
	case COMPLAINT_OUTPUT_DECIDER:
	case COMPLAINT_OUTPUT_ROUTE:
	case COMPLAINT_OUTPUT_STAGE:
	case COMPLAINT_OUTPUT_NEXT_DUTY: return -1;
	case COMPLAINT_OUTPUT_DUTY_DUE:
	case COMPLAINT_OUTPUT_DUTY_LATE_DAYS:
	case COMPLAINT_OUTPUT_WINDOW_OPENS:
	case COMPLAINT_OUTPUT_WINDOW_CLOSES:
	case COMPLAINT_OUTPUT_NEXT_DUE: return COMPLAINT_DAY_NONE;
	default: return 0;
	}
}

/* Kinds of rule that an output is about, as bits; 0: it is about no one rule. */
static int rules_of(int32_t what)
{
	if (what == COMPLAINT_OUTPUT_VERDICT)
		return 1 << CMPL_RULE_EXCLUSION | 1 << CMPL_RULE_ROUTE;
	if (what >= COMPLAINT_OUTPUT_DUTY_STATE && what <= COMPLAINT_OUTPUT_DUTY_LATE_DAYS)
		return 1 << CMPL_RULE_DUTY;
	if (what >= COMPLAINT_OUTPUT_WINDOW_STATE && what <= COMPLAINT_OUTPUT_WINDOW_CLOSES)
		return 1 << CMPL_RULE_WINDOW;
	return 0;
}

static complaint_status find_rules(const struct complaint_set *set, struct cmpl_output *output,
				   int kinds)
{
	bool any = false;

	if (!output->given.rule)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	output->index_of = cmpl_alloc_array(set->policy_count, sizeof(*output->index_of));
	if (!output->index_of)
		return COMPLAINT_ERR_NO_MEMORY;
	for (uint32_t i = 0; i < set->policy_count; i++) {
		const struct complaint_policy *policy = set->policies[i];
		uint32_t rule = cmpl_policy_find_rule(policy, output->given.rule,
						      strlen(output->given.rule));

		output->index_of[i] = CMPL_NONE;
		if (rule == CMPL_NONE || !(kinds & 1 << policy->rules[rule].kind))
			continue;
		output->index_of[i] =
			kinds & 1 << CMPL_RULE_ROUTE ? rule : policy->rules[rule].index;
		any = true;
	}
	return any ? COMPLAINT_OK : COMPLAINT_ERR_NOT_FOUND;
}

static complaint_status check_output(struct cmpl_batch *batch, struct cmpl_output *output)
{
	int32_t what = output->given.what;
	int kinds = rules_of(what);

	if (what < COMPLAINT_OUTPUT_POLICY || what > COMPLAINT_OUTPUT_NEXT_DUTY ||
	    !output->given.values ||
	    (output->given.stride != 0 && output->given.stride % (int64_t)sizeof(int32_t) != 0))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (output->given.stride == 0)
		return COMPLAINT_ERR_BAD_ARGUMENT; /* all rows would write one place */
	output->nothing = nothing_in(what);
	if (what == COMPLAINT_OUTPUT_OUTCOME || what == COMPLAINT_OUTPUT_DECIDER)
		batch->wants_eligibility = true;
	if (what >= COMPLAINT_OUTPUT_STANDING)
		batch->wants_standing = true;
	if (what >= COMPLAINT_OUTPUT_OVERDUE_COUNT)
		batch->wants_all_duties = true;
	return kinds ? find_rules(batch->set, output, kinds) : COMPLAINT_OK;
}

static complaint_status open_outputs(struct cmpl_batch *batch,
				     const struct complaint_columns *columns, size_t *ret_place)
{
	const char *next = (const char *)columns->outputs;
	size_t stride = columns->output_count ? columns->outputs->size : 0;

	for (size_t i = 0; i < columns->output_count; i++) {
		struct cmpl_output *output = &batch->outputs[i];
		complaint_status status = COMPLAINT_ERR_BAD_ARGUMENT;

		*ret_place = columns->column_count + i;
		batch->output_count++;
		if (cmpl_abi_read(&output->given, sizeof(output->given), next + i * stride))
			status = check_output(batch, output);
		if (status != COMPLAINT_OK)
			return status;
	}
	return COMPLAINT_OK;
}

/* --- landlords ------------------------------------------------------------------------- */

static complaint_status open_landlords(struct cmpl_batch *batch,
				       const struct complaint_columns *columns, size_t *ret_place)
{
	batch->landlord_count = columns->landlord_count ? columns->landlord_count : 1;
	batch->landlords = cmpl_alloc_array(batch->landlord_count, sizeof(*batch->landlords));
	if (!batch->landlords)
		return COMPLAINT_ERR_NO_MEMORY;
	for (size_t i = 0; i < batch->landlord_count; i++) {
		const char *landlord = columns->landlord_count ? columns->landlords[i] : NULL;
		complaint_status status =
			columns->landlord_count && !landlord
				? COMPLAINT_ERR_BAD_ARGUMENT
				: cmpl_landlord_find(batch->set, landlord, &batch->landlords[i]);

		*ret_place = columns->column_count + columns->output_count + i;
		if (status != COMPLAINT_OK)
			return status;
	}
	return COMPLAINT_OK;
}

complaint_status cmpl_batch_open(struct cmpl_batch *batch, const struct complaint_columns *columns,
				 size_t *ret_place)
{
	complaint_status status = complaint_case_new(columns->set, &batch->given);

	if (status != COMPLAINT_OK)
		return status;
	batch->columns = cmpl_alloc_array(columns->column_count, sizeof(*batch->columns));
	batch->outputs = cmpl_alloc_array(columns->output_count, sizeof(*batch->outputs));
	batch->extensions = cmpl_alloc_array(columns->column_count, sizeof(*batch->extensions));
	batch->lent = cmpl_alloc_array(columns->column_count, sizeof(*batch->lent));
	batch->made = cmpl_alloc_array(columns->column_count, sizeof(*batch->made));
	if (!batch->columns || !batch->outputs || !batch->extensions || !batch->lent ||
	    !batch->made)
		return COMPLAINT_ERR_NO_MEMORY;
	batch->given->unlisted_false = columns->unlisted_facts_false != 0;
	status = open_landlords(batch, columns, ret_place);
	if (status == COMPLAINT_OK)
		status = open_columns(batch, columns, ret_place);
	if (status == COMPLAINT_OK)
		status = open_outputs(batch, columns, ret_place);
	return status;
}

void cmpl_batch_close(struct cmpl_batch *batch)
{
	for (size_t i = 0; i < batch->extension_count; i++)
		cmpl_free(batch->extensions[i].of);
	for (size_t i = 0; i < batch->output_count; i++)
		cmpl_free(batch->outputs[i].index_of);
	if (batch->given) { /* its extensions are lent */
		batch->given->extensions = NULL;
		batch->given->extension_count = 0;
		batch->given->extension_capacity = 0;
	}
	complaint_case_free(batch->given);
	cmpl_free(batch->columns);
	cmpl_free(batch->outputs);
	cmpl_free(batch->extensions);
	cmpl_free(batch->lent);
	cmpl_free(batch->made);
	cmpl_free(batch->landlords);
}
