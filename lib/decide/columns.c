/* SPDX-License-Identifier: MIT */
#include "decide/columns.h"

#include "base/abi.h"

/* The policy of the row: room and calendars are made when it is another than the last row's. */
static complaint_status enter_policy(struct cmpl_batch *batch,
				     const struct complaint_policy **bound,
				     const struct complaint_columns *columns)
{
	complaint_status status;

	/* Rows are told apart by generation; before they run out, the slate is wiped. */
	if (*bound == batch->answer->policy && batch->answer->generation < UINT32_MAX / 2)
		return COMPLAINT_OK;
	*bound = NULL;
	status = cmpl_answer_bind_calendars(batch->answer, columns->calendars,
					    columns->calendar_count);
	if (status == COMPLAINT_OK &&
	    (!cmpl_answer_make_room(batch->answer) || !cmpl_deadlines_list_dated(batch->answer)))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status != COMPLAINT_OK)
		return status;
	cmpl_batch_turn_to(batch, batch->answer->member);
	*bound = batch->answer->policy;
	return COMPLAINT_OK;
}

static void empty_row(struct complaint_answer *answer)
{
	answer->policy = NULL;
	answer->candidates_count = 0;
	answer->verdicts_count = answer->numbers_count = answer->named_count = 0;
	answer->couples_count = answer->factors_count = 0;
	answer->duty_count = 0;
}

static void undetermined_row(struct cmpl_batch *batch, size_t row)
{
	cmpl_batch_write(batch, row, NULL);
	for (size_t i = 0; i < batch->output_count; i++) {
		const struct complaint_output *output = &batch->outputs[i].given;
		int32_t *value =
			(int32_t *)(void *)((char *)output->values + (int64_t)row * output->stride);

		if (output->what == COMPLAINT_OUTPUT_OUTCOME)
			*value = COMPLAINT_OUTCOME_UNDETERMINED;
		if (output->what == COMPLAINT_OUTPUT_STANDING)
			*value = COMPLAINT_STANDING_UNDETERMINED;
		if (output->what == COMPLAINT_OUTPUT_ROUTE_STATE)
			*value = COMPLAINT_ROUTE_UNDETERMINED;
		if (output->what == COMPLAINT_OUTPUT_DUTY_STATE)
			*value = COMPLAINT_DUTY_UNDETERMINED;
		if (output->what == COMPLAINT_OUTPUT_WINDOW_STATE)
			*value = COMPLAINT_WINDOW_UNDETERMINED;
		if (output->what == COMPLAINT_OUTPUT_VERDICT)
			*value = COMPLAINT_UNKNOWN;
	}
}

static complaint_status evaluate_row(struct cmpl_batch *batch, size_t row,
				     const struct complaint_policy **bound,
				     const struct complaint_columns *columns)
{
	struct complaint_answer *answer = batch->answer;
	struct cmpl_context context;
	struct cmpl_range members;
	complaint_status status = cmpl_batch_read(batch, row, &members);

	if (status != COMPLAINT_OK)
		return status;
	empty_row(answer);
	answer->now = batch->given->now.kind >= CMPL_EVENT_DAY
			      ? cmpl_date_of_value(&batch->given->now, CMPL_ZONE_LONDON)
			      : cmpl_date_of_kind(COMPLAINT_DATE_NONE);
	cmpl_version_pick(answer, batch->given, members);
	if (answer->failed)
		return COMPLAINT_ERR_NO_MEMORY;
	if (!answer->policy) {
		undetermined_row(batch, row);
		return COMPLAINT_OK;
	}
	status = enter_policy(batch, bound, columns);
	if (status != COMPLAINT_OK)
		return status;
	cmpl_context_open(&context, answer, batch->given);
	context.due_alone = true; /* no output tells another, and no getter will be asked */
	cmpl_batch_write(batch, row, &context);
	return answer->failed ? COMPLAINT_ERR_NO_MEMORY : COMPLAINT_OK;
}

static complaint_status evaluate_rows(struct cmpl_batch *batch,
				      const struct complaint_columns *columns, size_t *ret_failed)
{
	const struct complaint_policy *bound = NULL;
	size_t failed = 0;

	for (size_t row = 0; row < columns->row_count; row++) {
		complaint_status status = evaluate_row(batch, row, &bound, columns);

		/* Only a row's own values are its own fault. */
		if (status != COMPLAINT_OK && status != COMPLAINT_ERR_OUT_OF_RANGE)
			return status;
		if (status != COMPLAINT_OK) {
			cmpl_batch_write(batch, row, NULL);
			failed++;
		}
		if (columns->row_statuses)
			columns->row_statuses[row] = status;
	}
	if (ret_failed)
		*ret_failed = failed;
	return COMPLAINT_OK;
}

static bool complete(const struct complaint_columns *columns)
{
	return columns->set && (columns->columns || columns->column_count == 0) &&
	       (columns->outputs || columns->output_count == 0) &&
	       (columns->landlords || columns->landlord_count == 0) &&
	       (columns->unlisted_facts_false == 0 || columns->unlisted_facts_false == 1);
}

COMPLAINT_API complaint_status
complaint_columns_evaluate(struct complaint_answer *workspace,
			   const struct complaint_columns *columns, size_t *ret_failed,
			   size_t *ret_column)
{
	struct complaint_columns own;
	struct cmpl_batch batch = { .answer = workspace };
	complaint_status status;
	size_t place = 0;

	if (!workspace || !columns || !cmpl_abi_read(&own, sizeof(own), columns) || !complete(&own))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	cmpl_answer_empty(workspace);
	workspace->detail = COMPLAINT_DETAIL_VERDICT;
	cmpl_answer_keep_set(workspace, own.set);
	batch.set = own.set;
	status = cmpl_batch_open(&batch, &own, &place);
	if (status != COMPLAINT_OK && ret_column)
		*ret_column = place;
	if (status == COMPLAINT_OK)
		status = evaluate_rows(&batch, &own, ret_failed);
	cmpl_batch_close(&batch);
	cmpl_answer_empty(workspace);
	return status;
}
