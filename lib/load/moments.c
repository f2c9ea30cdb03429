/* SPDX-License-Identifier: MIT */
/* Days, months, moments and times of day. */
#include <string.h>

#include "load/ascii.h"
#include "load/scalars.h"

static bool digits_at(const char *text, size_t count, int32_t *ret_value)
{
	int32_t value = 0;

	for (size_t i = 0; i < count; i++) {
		if (!cmpl_ascii_digit(text[i]))
			return false;
		value = value * 10 + (text[i] - '0');
	}
	*ret_value = value;
	return true;
}

/* Does it begin like a date with a time behind it: "2022-10-29T09:30", "2022-10-29 09:30"? */
static bool time_shape(const char *text, size_t length)
{
	int32_t number;

	return length >= 16 && (text[10] == 'T' || text[10] == 't' || text[10] == ' ') &&
	       cmpl_date_shape(text, 10, &number, &number, &number) && text[13] == ':' &&
	       digits_at(text + 11, 2, &number) && digits_at(text + 14, 2, &number);
}

static bool month_shape(const char *text, size_t length, int32_t *year, int32_t *month)
{
	return length == 7 && text[4] == '-' && digits_at(text, 4, year) &&
	       digits_at(text + 5, 2, month);
}

/*
 * A date that has the right look: is there such a date? Reports and says false when there is none.
 */
static bool check_date(struct cmpl_reader *reader, const struct cmpl_node *node, int32_t year,
		       int32_t month, int32_t day)
{
	const char *quoted;

	if (year >= 1900 && year <= 2199 && cmpl_date_valid(year, month, day))
		return true;
	quoted = cmpl_quote_node(reader, node);
	if (month < 1 || month > 12) {
		cmpl_fault(reader, CMPL_CODE_DATE_IMPOSSIBLE, cmpl_node_place(node),
			   "there is no date %s", quoted);
		cmpl_hint(reader, "months run from 01 to 12; write the year, the month, the day");
	} else if (year < 1900 || year > 2199) {
		cmpl_fault(reader, CMPL_CODE_DATE_OUT_OF_RANGE, cmpl_node_place(node),
			   "the date %s is too far away", quoted);
		cmpl_hint(reader, "write a year from 1900 to 2199");
	} else {
		cmpl_fault(reader, CMPL_CODE_DATE_IMPOSSIBLE, cmpl_node_place(node),
			   "there is no date %s", quoted);
		cmpl_hint(reader, "%s %d has %d days", cmpl_month_name(month), (int)year,
			  (int)cmpl_month_length(year, month));
	}
	return false;
}

static void fault_malformed(struct cmpl_reader *reader, const struct cmpl_node *node,
			    const struct cmpl_field *field, const char *wanted, const char *example)
{
	cmpl_fault(reader, CMPL_CODE_DATE_MALFORMED, cmpl_node_place(node),
		   "\"%s\" must be %s, not %s", field->key, wanted, cmpl_quote_node(reader, node));
	cmpl_hint(reader, "write %s", example);
}

static bool read_day_text(struct cmpl_reader *reader, const struct cmpl_node *node,
			  const char *text, cmpl_day *ret_day)
{
	int32_t year, month, day;

	if (!cmpl_date_shape(text, 10, &year, &month, &day) ||
	    !check_date(reader, node, year, month, day))
		return false;
	*ret_day = cmpl_day_from_date(year, month, day);
	return true;
}

static bool read_month_text(struct cmpl_reader *reader, const struct cmpl_node *node, int32_t year,
			    int32_t month, struct cmpl_date_value *value)
{
	if (!check_date(reader, node, year, month, 1))
		return false;
	value->kind = CMPL_DATE_MONTH;
	value->first = cmpl_day_from_date(year, month, 1);
	value->last = value->first + cmpl_month_length(year, month) - 1;
	return true;
}

static void fault_offset(struct cmpl_reader *reader, const struct cmpl_node *node, const char *text)
{
	cmpl_fault(reader, CMPL_CODE_OFFSET_MISSING, cmpl_node_place(node),
		   "the time %s does not say its offset", cmpl_quote_node(reader, node));
	cmpl_hint(reader, "write %.10sT%.5s+01:00 in British summer time, %.10sT%.5sZ in winter",
		  text, text + 11, text, text + 11);
}

static bool read_moment_text(struct cmpl_reader *reader, const struct cmpl_node *node,
			     const struct cmpl_field *field, struct cmpl_date_value *value)
{
	const char *text = cmpl_node_text(reader->tree, node);
	int32_t year, month, day;

	(void)cmpl_date_shape(text, 10, &year, &month, &day);
	if (!check_date(reader, node, year, month, day))
		return false;
	if (cmpl_moment_parse(text, node->length, &value->moment)) {
		value->kind = CMPL_DATE_MOMENT;
		return true;
	}
	/* "...T09:30", "...T09:30:00": nothing behind the time. */
	if (node->length == 16 || (node->length == 19 && text[16] == ':'))
		fault_offset(reader, node, text);
	else
		fault_malformed(reader, node, field, "a day with a time and its offset",
				"it as 2022-10-29T09:30+01:00");
	return false;
}

/* What a key takes besides a day. */
enum { TAKES_MONTH = 1, TAKES_TIME = 2 };

static const char *wanted_text(unsigned takes)
{
	switch (takes) {
	case TAKES_MONTH: return "a day or a month";
	case TAKES_TIME: return "a day, or a day with a time";
	case TAKES_MONTH | TAKES_TIME: return "a day, a month, or a day with a time";
	default: return "a day";
	}
}

static const char *example_text(unsigned takes)
{
	switch (takes) {
	case TAKES_MONTH: return "it as 2022-09-19, or as 2022-09 when only the month is known";
	case TAKES_TIME: return "it as 2022-09-19, or as 2022-09-19T09:30+01:00";
	case TAKES_MONTH | TAKES_TIME: return "it as 2022-09-19, 2022-09 or 2022-09-19T09:30+01:00";
	default: return "the year, the month and the day, as 2022-09-19";
	}
}

static bool read_value(struct cmpl_reader *reader, const struct cmpl_node *node,
		       const struct cmpl_field *field, unsigned takes,
		       struct cmpl_date_value *value)
{
	const char *text;
	int32_t year, month;

	if (!cmpl_node_scalar(reader, node, field, wanted_text(takes)))
		return false;
	text = cmpl_node_text(reader->tree, node);
	if (node->length == 10 && cmpl_date_shape(text, 10, &year, &month, &month)) {
		if (!read_day_text(reader, node, text, &value->first))
			return false;
		value->kind = CMPL_DATE_DAY;
		value->last = value->first;
		return true;
	}
	if ((takes & TAKES_MONTH) && month_shape(text, node->length, &year, &month))
		return read_month_text(reader, node, year, month, value);
	if ((takes & TAKES_TIME) && time_shape(text, node->length))
		return read_moment_text(reader, node, field, value);
	fault_malformed(reader, node, field, wanted_text(takes), example_text(takes));
	return false;
}

static bool read_into(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, unsigned takes, struct cmpl_date_value *slot)
{
	struct cmpl_date_value value;

	memset(&value, 0, sizeof(value));
	if (!read_value(reader, node, field, takes, &value))
		return false;
	*slot = value;
	return true;
}

bool cmpl_read_day(struct cmpl_reader *reader, const struct cmpl_node *node,
		   const struct cmpl_field *field, void *slot)
{
	struct cmpl_date_value value;

	if (!read_into(reader, node, field, 0, &value))
		return false;
	*(cmpl_day *)slot = value.first;
	return true;
}

bool cmpl_read_day_or_month(struct cmpl_reader *reader, const struct cmpl_node *node,
			    const struct cmpl_field *field, void *slot)
{
	return read_into(reader, node, field, TAKES_MONTH, slot);
}

bool cmpl_read_moment(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot)
{
	return read_into(reader, node, field, TAKES_TIME, slot);
}

bool cmpl_read_date(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	return read_into(reader, node, field, TAKES_MONTH | TAKES_TIME, slot);
}

bool cmpl_read_time(struct cmpl_reader *reader, const struct cmpl_node *node,
		    const struct cmpl_field *field, void *slot)
{
	const char *text;
	int32_t minutes;
	bool quoted = node->style == CMPL_STYLE_QUOTED || node->style == CMPL_STYLE_JSON;

	if (!cmpl_node_scalar(reader, node, field, "a time in quotes"))
		return false;
	text = cmpl_node_text(reader->tree, node);
	if (!cmpl_time_parse(text, node->length, &minutes)) {
		cmpl_fault(reader, CMPL_CODE_TIME_MALFORMED, cmpl_node_place(node),
			   "%s is not a time", cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write hours and minutes in quotes, as \"09:30\" or \"17:00\"");
		return false;
	}
	/* 17:00 without quotes is the number 1020 to a YAML 1.1 program. */
	if (!quoted) {
		cmpl_fault(reader, CMPL_CODE_TIME_MALFORMED, cmpl_node_place(node),
			   "the time %s is not in quotes", cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write %s: %s", field->key, cmpl_quote_node(reader, node));
		return false;
	}
	*(int32_t *)slot = minutes;
	return true;
}
