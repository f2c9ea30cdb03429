/* SPDX-License-Identifier: MIT */
#include "decide/columns.h"

#include <string.h>

/* --- one value ----------------------------------------------------------------------------- */

enum { VALUE, NOT_GIVEN, NOT_YET, UNKNOWN, WRONG };

struct value {
	int64_t number;
	int what;
};

static bool bit_at(const uint8_t *bits, int64_t index)
{
	return bits[index >> 3] >> (index & 7) & 1;
}

static bool masked(const struct complaint_column *column, size_t row)
{
	int64_t at = column->mask_first + (int64_t)row;

	if (column->mask_kind == COMPLAINT_MASK_BYTES)
		return column->mask[at] == 0;
	return column->mask_kind == COMPLAINT_MASK_BITS && !bit_at(column->mask, at);
}

/* The least value is not given, the next not yet, the next unknown. */
static struct value of_integer(int64_t number, int64_t least)
{
	if (number > least + 2)
		return (struct value){ number, VALUE };
	return (struct value){ 0, number == least       ? NOT_GIVEN
				  : number == least + 1 ? NOT_YET
							: UNKNOWN };
}

static struct value of_double(double number)
{
	if (number != number || number < -1.7976931348623157e308)
		return (struct value){ 0, NOT_GIVEN };
	if (!(number >= -9.0e15 && number <= 9.0e15) || (double)(int64_t)number != number)
		return (struct value){ 0, WRONG };
	return (struct value){ (int64_t)number, VALUE };
}

/* Any alignment: the bytes are copied, which compilers make one load. */
static struct value read_value(const struct complaint_column *column, size_t row)
{
	const char *at = (const char *)column->values + (int64_t)row * column->stride;
	int64_t wide;
	int32_t narrow;
	double real;

	if (column->mask_kind != COMPLAINT_MASK_NONE && masked(column, row))
		return (struct value){ 0, NOT_GIVEN };
	switch (column->kind) {
	case COMPLAINT_KIND_BYTES: return of_integer(*(const int8_t *)at, INT8_MIN);
	case COMPLAINT_KIND_BITS:
		wide = column->first_bit + (int64_t)row * column->stride;
		return (struct value){ bit_at(column->values, wide), VALUE };
	case COMPLAINT_KIND_INT32:
	case COMPLAINT_KIND_DAYS32:
	case COMPLAINT_KIND_MONTHS32:
		memcpy(&narrow, at, sizeof(narrow));
		return of_integer(narrow, INT32_MIN);
	case COMPLAINT_KIND_DOUBLE: memcpy(&real, at, sizeof(real)); return of_double(real);
	default: memcpy(&wide, at, sizeof(wide)); return of_integer(wide, INT64_MIN);
	}
}

/*
 * --- what a column is for ----------------------------------------------------------------------
 */

static int64_t floor_divide(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

/* How many of a kind's units make a second. */
static int64_t units_a_second(int32_t kind)
{
	switch (kind) {
	case COMPLAINT_KIND_MILLISECONDS_AS_DAY:
	case COMPLAINT_KIND_MILLISECONDS: return 1000;
	case COMPLAINT_KIND_MICROSECONDS_AS_DAY:
	case COMPLAINT_KIND_MICROSECONDS: return 1000000;
	case COMPLAINT_KIND_NANOSECONDS_AS_DAY:
	case COMPLAINT_KIND_NANOSECONDS: return 1000000000;
	default: return 1;
	}
}

static bool set_day(int64_t day, struct cmpl_event_value *into)
{
	if (day < CMPL_DAY_FIRST || day > CMPL_DAY_LAST)
		return false;
	into->kind = CMPL_EVENT_DAY;
	into->first = into->last = (cmpl_day)day;
	return true;
}

static bool set_month(int64_t month, struct cmpl_event_value *into)
{
	int32_t year;

	if (month < INT64_C(12) * (1900 - 1970) || month > INT64_C(12) * (2199 - 1970) + 11)
		return false;
	year = 1970 + (int32_t)floor_divide(month, 12);
	into->kind = CMPL_EVENT_MONTH;
	into->first =
		cmpl_day_from_date(year, (int32_t)(month - (int64_t)(year - 1970) * 12) + 1, 1);
	into->last = cmpl_day_add_months(into->first, 1) - 1;
	return true;
}

static bool set_event(const struct complaint_column *column, struct value value,
		      struct cmpl_event_value *into)
{
	static const uint8_t kinds[] = { [NOT_GIVEN] = CMPL_EVENT_NOT_GIVEN,
					 [NOT_YET] = CMPL_EVENT_NOT_YET,
					 [UNKNOWN] = CMPL_EVENT_UNKNOWN };

	if (value.what != VALUE) {
		into->kind = kinds[value.what];
		return true;
	}
	switch (column->kind) {
	case COMPLAINT_KIND_DAYS32:
	case COMPLAINT_KIND_DAYS64: return set_day(value.number, into);
	case COMPLAINT_KIND_MONTHS32:
	case COMPLAINT_KIND_MONTHS64: return set_month(value.number, into);
	case COMPLAINT_KIND_SECONDS_AS_DAY:
	case COMPLAINT_KIND_MILLISECONDS_AS_DAY:
	case COMPLAINT_KIND_MICROSECONDS_AS_DAY:
	case COMPLAINT_KIND_NANOSECONDS_AS_DAY:
		return set_day(floor_divide(value.number, units_a_second(column->kind) * 86400),
			       into);
	default:
		return cmpl_event_from_moment(
			       floor_divide(value.number, units_a_second(column->kind)), into) ==
		       COMPLAINT_OK;
	}
}

static bool set_fact(const struct cmpl_column *column, struct value value,
		     struct complaint_case *into)
{
	int64_t most = column->type == COMPLAINT_TYPE_TRUE_FALSE ? 1
		       : column->type == COMPLAINT_TYPE_CHOICE   ? column->value_count - 1
								 : INT32_MAX;

	if (value.what == NOT_GIVEN || value.what == UNKNOWN) {
		cmpl_case_give_none(into, column->slot,
				    value.what == UNKNOWN ? COMPLAINT_UNKNOWN
							  : COMPLAINT_TRUTH_NOT_GIVEN);
		return true;
	}
	if (value.what != VALUE || value.number < 0 || value.number > most)
		return false;
	cmpl_case_give(into, column->slot, (int32_t)value.number);
	return true;
}

/* The most that an extension may add, by unit. */
static bool fits(uint8_t unit, int64_t amount)
{
	static const int32_t most[] = {
		[COMPLAINT_UNIT_WORKING_DAYS] = 3660, [COMPLAINT_UNIT_CALENDAR_DAYS] = 3660,
		[COMPLAINT_UNIT_HOURS] = 8784,        [COMPLAINT_UNIT_WEEKS] = 520,
		[COMPLAINT_UNIT_MONTHS] = 120,        [COMPLAINT_UNIT_YEARS] = 50
	};

	return amount >= 1 && amount <= most[unit];
}

static bool set_extension(struct cmpl_batch *batch, const struct cmpl_column *column,
			  struct value value)
{
	struct cmpl_extension_made *made = &batch->extensions[column->slot];
	struct cmpl_event_value day;

	if (column->given.role == COMPLAINT_COLUMN_EXTENSION_TOLD)
		return set_event(&column->given, value, &made->told);
	if (value.what == NOT_GIVEN)
		return true;
	if (value.what != VALUE)
		return false;
	batch->made[column->slot] = 1;
	if (column->given.role == COMPLAINT_COLUMN_EXTENSION_UNTIL) {
		if (!set_event(&column->given, value, &day))
			return false;
		made->amount = 0;
		made->until = day.first;
		return true;
	}
	if (!fits(made->unit, value.number))
		return false;
	made->amount = (int32_t)value.number;
	return true;
}

static bool set_now(struct cmpl_batch *batch, const struct cmpl_column *column, struct value value)
{
	return (value.what == VALUE || value.what == NOT_GIVEN) &&
	       set_event(&column->given, value, &batch->given->now);
}

static bool set_at(struct cmpl_batch *batch, struct value value)
{
	batch->given->request = CMPL_REQUEST_NONE;
	if (value.what == NOT_GIVEN)
		return true;
	if (value.what != VALUE ||
	    (value.number != COMPLAINT_AT_ACCEPTANCE && value.number != COMPLAINT_AT_ESCALATION &&
	     value.number != COMPLAINT_AT_ADDITIONAL_ISSUE))
		return false;
	batch->given->request = CMPL_REQUEST_TEST;
	batch->given->tested_at = (uint8_t)value.number;
	return true;
}

/*
 * --- the short way of the two sorts of column of which most tables are made ---------------------
 *
 * False: the value is none of the usual ones, and goes the whole way.
 */

static inline bool set_plain_truth(const struct cmpl_column *column, size_t row,
				   struct complaint_case *into)
{
	const int8_t *value =
		(const int8_t *)column->given.values + (int64_t)row * column->given.stride;

	if (*value == 0 || *value == 1)
		cmpl_case_give(into, column->slot, *value);
	else if (*value == INT8_MIN)
		cmpl_case_give_none(into, column->slot, COMPLAINT_TRUTH_NOT_GIVEN);
	else
		return false;
	return true;
}

static inline bool set_plain_day(const struct cmpl_column *column, size_t row,
				 struct complaint_case *into)
{
	struct cmpl_event_value *event = &into->events[column->slot];
	cmpl_day day;

	memcpy(&day, (const char *)column->given.values + (int64_t)row * column->given.stride,
	       sizeof(day));
	if (day >= CMPL_DAY_FIRST && day <= CMPL_DAY_LAST) {
		event->kind = CMPL_EVENT_DAY;
		event->first = event->last = day;
	} else if (day == INT32_MIN) {
		event->kind = CMPL_EVENT_NOT_GIVEN;
	} else if (day == INT32_MIN + 1) {
		event->kind = CMPL_EVENT_NOT_YET;
	} else {
		return false;
	}
	return true;
}

/* --- any column ---------------------------------------------------------------------------- */

static bool set_column(struct cmpl_batch *batch, const struct cmpl_column *column, size_t row,
		       struct cmpl_range *members)
{
	struct value value;

	value = read_value(&column->given, row);
	if (value.what == WRONG)
		return false;
	switch (column->given.role) {
	case COMPLAINT_COLUMN_FACT: return set_fact(column, value, batch->given);
	case COMPLAINT_COLUMN_EVENT:
		return set_event(&column->given, value, &batch->given->events[column->slot]);
	case COMPLAINT_COLUMN_NOW: return set_now(batch, column, value);
	case COMPLAINT_COLUMN_AT: return set_at(batch, value);
	case COMPLAINT_COLUMN_LANDLORD:
		if (value.what != VALUE || value.number < 0 ||
		    (uint64_t)value.number >= batch->landlord_count)
			return false;
		*members = batch->landlords[value.number];
		return true;
	default: return set_extension(batch, column, value);
	}
}

/* The case borrows those extensions that the row has made. */
static void lend_extensions(struct cmpl_batch *batch)
{
	uint32_t count = 0;

	for (size_t i = 0; i < batch->extension_count; i++) {
		if (batch->made[i])
			batch->lent[count++] = batch->extensions[i];
	}
	batch->given->extensions = batch->lent;
	batch->given->extension_count = count;
}

complaint_status cmpl_batch_read(struct cmpl_batch *batch, size_t row,
				 struct cmpl_range *ret_members)
{
	const struct cmpl_column *column = batch->columns, *truths = column + batch->truth_count;
	const struct cmpl_column *days = truths + batch->day_count;
	const struct cmpl_column *end = batch->columns + batch->column_count;

	*ret_members = batch->landlords[0];
	if (batch->extension_count > 0)
		memset(batch->made, 0, batch->extension_count);
	for (; column < truths; column++) {
		if (!set_plain_truth(column, row, batch->given) &&
		    !set_column(batch, column, row, ret_members))
			return COMPLAINT_ERR_OUT_OF_RANGE;
	}
	for (; column < days; column++) {
		if (!set_plain_day(column, row, batch->given) &&
		    !set_column(batch, column, row, ret_members))
			return COMPLAINT_ERR_OUT_OF_RANGE;
	}
	for (; column < end; column++) {
		if (!set_column(batch, column, row, ret_members))
			return COMPLAINT_ERR_OUT_OF_RANGE;
	}
	if (batch->extension_count > 0)
		lend_extensions(batch);
	return COMPLAINT_OK;
}
