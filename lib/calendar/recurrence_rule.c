/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "calendar/recurrence.h"

/*
 * RRULE text. libical takes BYDAY=255SU for BYDAY=-1SU, lets COUNT wrap and makes a single day of a
 * rule it cannot read; so the text is read here, and libical is given what was understood.
 */
struct piece {
	const char *text;
	size_t length;
};

struct reading {
	struct cmpl_recurrence *rule;
	struct cmpl_recurrence_fault *fault;
	unsigned seen; /* bits of the parts that have come */
};

enum part { FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, WKST, PARTS };

static const char *const part_names[PARTS] = {
	"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST",
};
static const char *const unsupported_parts[] = {
	"BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP",
};
static const char *const frequency_names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const sub_daily_names[] = { "HOURLY", "MINUTELY", "SECONDLY" };
static const char weekday_names[7][3] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static bool fault(struct reading *reading, enum cmpl_code code, struct piece piece,
		  const char *message, const char *hint)
{
	*reading->fault =
		(struct cmpl_recurrence_fault){ code, message, hint, piece.text, piece.length };
	return false;
}

static bool malformed(struct reading *reading, struct piece piece, const char *message,
		      const char *hint)
{
	return fault(reading, CMPL_CODE_RECURRENCE_MALFORMED, piece, message, hint);
}

/* RFC 5545 lets the words be written in either case. */
static bool is_word(struct piece piece, const char *word)
{
	size_t i = 0;

	for (; i < piece.length && word[i]; i++) {
		char c = piece.text[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c != word[i])
			return false;
	}
	return i == piece.length && !word[i];
}

static int find_word(struct piece piece, const char *const *words, int count)
{
	for (int i = 0; i < count; i++) {
		if (is_word(piece, words[i]))
			return i;
	}
	return -1;
}

/* What comes before the next separator; *rest is what comes after it. False: nothing was left. */
static bool next_piece(struct piece *rest, char separator, struct piece *ret_piece)
{
	const char *end;

	if (!rest->text)
		return false;
	end = memchr(rest->text, separator, rest->length);
	ret_piece->text = rest->text;
	ret_piece->length = end ? (size_t)(end - rest->text) : rest->length;
	if (end) {
		rest->text = end + 1;
		rest->length -= ret_piece->length + 1;
	} else {
		rest->text = NULL;
	}
	return true;
}

/* A number from 1, with a sign where there may be one; *used bytes. 0: there is none. */
static int32_t read_number(struct piece piece, bool with_sign, size_t *used)
{
	int32_t sign = 1, number = 0;
	size_t at = 0;

	if (with_sign && piece.length && (piece.text[0] == '+' || piece.text[0] == '-'))
		sign = piece.text[at++] == '-' ? -1 : 1;
	for (; at < piece.length && piece.text[at] >= '0' && piece.text[at] <= '9'; at++) {
		if (number > 100000)
			return 0;
		number = number * 10 + (piece.text[at] - '0');
	}
	*used = at;
	return sign * number;
}

static bool whole_number(struct piece piece, bool with_sign, int32_t most, int32_t *ret_number)
{
	size_t used = 0;
	int32_t number = read_number(piece, with_sign, &used);

	if (!number || used != piece.length || number > most || number < -most)
		return false;
	*ret_number = number;
	return true;
}

static bool read_frequency(struct reading *reading, struct piece value)
{
	int found = find_word(value, frequency_names, 4);

	if (found >= 0) {
		reading->rule->frequency = (enum cmpl_frequency)found;
		return true;
	}
	if (find_word(value, sub_daily_names, 3) >= 0)
		return fault(reading, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, value,
			     "comes more than once a day; a calendar closes whole days",
			     "write DAILY, WEEKLY, MONTHLY or YEARLY");
	return malformed(reading, value, "is not how often a day comes again",
			 "write DAILY, WEEKLY, MONTHLY or YEARLY");
}

static bool read_until(struct reading *reading, struct piece value)
{
	struct cmpl_recurrence *rule = reading->rule;
	int32_t number = 0;

	for (size_t i = 0; i < value.length && i < 8; i++) {
		if (value.text[i] < '0' || value.text[i] > '9')
			return malformed(reading, value, "is not a date of eight digits",
					 "write the last day, as in UNTIL=20281231");
		number = number * 10 + (value.text[i] - '0');
	}
	if (value.length > 8 && value.text[8] == 'T')
		return fault(reading, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, value,
			     "has a time of day; a calendar closes whole days",
			     "write the last day alone, as in UNTIL=20281231");
	if (value.length != 8)
		return malformed(reading, value, "is not a date of eight digits",
				 "write the last day, as in UNTIL=20281231");
	if (!cmpl_date_valid(number / 10000, number / 100 % 100, number % 100))
		return malformed(reading, value, "is not a date between 1900 and 2199", NULL);
	rule->has_until = true;
	rule->until = cmpl_day_from_date(number / 10000, number / 100 % 100, number % 100);
	return true;
}

static bool read_month(struct reading *reading, struct piece value)
{
	int32_t number;

	if (!whole_number(value, false, 12, &number))
		return malformed(reading, value, "is not a month from 1 to 12", NULL);
	reading->rule->months |= 1u << number;
	return true;
}

static bool read_month_day(struct reading *reading, struct piece value)
{
	int32_t number;

	if (!whole_number(value, true, 31, &number))
		return malformed(reading, value, "is not a day of a month, 1 to 31 or -1 to -31",
				 "-1 is the last day of the month");
	if (number > 0)
		reading->rule->month_days |= 1u << number;
	else
		reading->rule->month_days_back |= 1u << -number;
	return true;
}

static bool read_weekday_name(struct piece value, int *ret_weekday)
{
	for (int i = 0; i < 7; i++) {
		if (is_word(value, weekday_names[i])) {
			*ret_weekday = i;
			return true;
		}
	}
	return false;
}

static bool read_weekday(struct reading *reading, struct piece value)
{
	struct cmpl_recurrence *rule = reading->rule;
	size_t used = 0;
	int32_t ordinal = read_number(value, true, &used);
	struct piece name = { value.text + used, value.length - used };
	int weekday;

	if (!read_weekday_name(name, &weekday) || (used && !ordinal) || abs((int)ordinal) > 53)
		return malformed(reading, value, "is not a day of the week",
				 "write MO, TU, WE, TH, FR, SA or SU; -1FR is the last Friday");
	if (rule->weekday_count == CMPL_RECURRENCE_PARTS_MAX)
		return malformed(reading, value, "is one day too many", NULL);
	rule->weekdays[rule->weekday_count].ordinal = (int8_t)ordinal;
	rule->weekdays[rule->weekday_count++].weekday = (int8_t)weekday;
	return true;
}

static bool read_position(struct reading *reading, struct piece value)
{
	struct cmpl_recurrence *rule = reading->rule;
	int32_t number;

	if (!whole_number(value, true, 366, &number) ||
	    rule->position_count == CMPL_RECURRENCE_PARTS_MAX)
		return malformed(reading, value, "is not a position, 1 to 366 or -1 to -366", NULL);
	rule->positions[rule->position_count++] = (int16_t)number;
	return true;
}

static bool read_values(struct reading *reading, struct piece values,
			bool (*read)(struct reading *reading, struct piece value))
{
	struct piece value;

	while (next_piece(&values, ',', &value)) {
		if (!read(reading, value))
			return false;
	}
	return true;
}

static bool read_part(struct reading *reading, enum part part, struct piece value)
{
	struct cmpl_recurrence *rule = reading->rule;

	switch (part) {
	case FREQ: return read_frequency(reading, value);
	case INTERVAL:
		return whole_number(value, false, 1000, &rule->interval) ||
		       malformed(reading, value, "is not an interval from 1 to 1000", NULL);
	case COUNT:
		return whole_number(value, false, CMPL_RECURRENCE_COUNT_MAX, &rule->count) ||
		       malformed(reading, value, "is not a count from 1 to 10000", NULL);
	case UNTIL: return read_until(reading, value);
	case BYMONTH: return read_values(reading, value, read_month);
	case BYMONTHDAY: return read_values(reading, value, read_month_day);
	case BYDAY: return read_values(reading, value, read_weekday);
	case BYSETPOS: return read_values(reading, value, read_position);
	case WKST:
		return read_weekday_name(value, &rule->week_start) ||
		       malformed(reading, value, "is not a day of the week", NULL);
	case PARTS: break;
	}
	return false;
}

static bool read_pair(struct reading *reading, struct piece pair)
{
	const char *equals = pair.length ? memchr(pair.text, '=', pair.length) : NULL;
	struct piece name, value;
	int part;

	if (!equals)
		return malformed(reading, pair, "is not a part of a recurrence rule",
				 "write it as in FREQ=MONTHLY;BYDAY=-1FR");
	name = (struct piece){ pair.text, (size_t)(equals - pair.text) };
	value = (struct piece){ equals + 1, pair.length - name.length - 1 };
	part = find_word(name, part_names, PARTS);
	if (part < 0 &&
	    find_word(name, unsupported_parts,
		      (int)(sizeof(unsupported_parts) / sizeof(unsupported_parts[0]))) >= 0)
		return fault(reading, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, pair,
			     "is a part that is not read",
			     "say it with BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS");
	if (part < 0)
		return malformed(reading, pair, "is not a part of a recurrence rule", NULL);
	if (reading->seen >> part & 1)
		return malformed(reading, pair, "comes twice", NULL);
	reading->seen |= 1u << part;
	return read_part(reading, (enum part)part, value);
}

static bool has_ordinal(const struct cmpl_recurrence *rule, int above)
{
	for (size_t i = 0; i < rule->weekday_count; i++) {
		if (abs(rule->weekdays[i].ordinal) > above)
			return true;
	}
	return false;
}

/* Which parts go together. */
static bool check_parts(struct reading *reading, struct piece whole)
{
	const struct cmpl_recurrence *rule = reading->rule;
	bool month_days = rule->month_days || rule->month_days_back;
	bool in_month =
		rule->frequency == CMPL_MONTHLY || (rule->frequency == CMPL_YEARLY && rule->months);

	if (!(reading->seen >> FREQ & 1))
		return malformed(reading, whole, "does not say how often the day comes again",
				 "begin with FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY");
	if (rule->count && rule->has_until)
		return malformed(reading, whole, "has COUNT and UNTIL; only one may stand", NULL);
	if (rule->frequency == CMPL_WEEKLY && month_days)
		return malformed(reading, whole, "has BYMONTHDAY, which WEEKLY cannot have", NULL);
	if (rule->frequency < CMPL_MONTHLY && has_ordinal(rule, 0))
		return malformed(reading, whole, "numbers a weekday, which needs MONTHLY or YEARLY",
				 NULL);
	if (in_month && has_ordinal(rule, 5))
		return malformed(reading, whole, "numbers a weekday beyond the fifth of a month",
				 NULL);
	if (month_days && has_ordinal(rule, 0))
		return fault(reading, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, whole,
			     "numbers a weekday and names a day of the month",
			     "keep one of the two");
	/* Both are in RFC 5545, and libical reads neither. */
	if (rule->position_count && rule->frequency < CMPL_MONTHLY)
		return fault(reading, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, whole,
			     "has BYSETPOS, which is read in MONTHLY and YEARLY only", NULL);
	if (rule->month_days_back && rule->frequency == CMPL_DAILY)
		return fault(reading, CMPL_CODE_RECURRENCE_NOT_SUPPORTED, whole,
			     "counts days from the end of the month, but is DAILY",
			     "write FREQ=MONTHLY");
	if (rule->position_count && !rule->weekday_count && !month_days && !rule->months)
		return malformed(reading, whole, "has BYSETPOS, but nothing it could choose from",
				 NULL);
	return true;
}

/* 30 February and the like, for which libical would look until the year 2582. */
static bool check_possible(struct reading *reading, struct piece whole)
{
	const struct cmpl_recurrence *rule = reading->rule;

	if (!rule->month_days && !rule->month_days_back)
		return true;
	for (int32_t month = 1; month <= 12; month++) {
		uint32_t days = (2u << cmpl_month_length(2000, month)) - 2;

		if (rule->months && !(rule->months >> month & 1))
			continue;
		if ((rule->month_days | rule->month_days_back) & days)
			return true;
	}
	return fault(reading, CMPL_CODE_RECURRENCE_NEVER, whole,
		     "gives no day: no such month has it", "write a day that the month has");
}

bool cmpl_recurrence_parse(const char *text, size_t length, struct cmpl_recurrence *ret_recurrence,
			   struct cmpl_recurrence_fault *ret_fault)
{
	struct cmpl_recurrence rule = { .interval = 1, .week_start = CMPL_MONDAY };
	struct reading reading = { &rule, ret_fault, 0 };
	struct piece whole = { text, length }, rest = whole, pair;

	while (next_piece(&rest, ';', &pair)) {
		if (!read_pair(&reading, pair))
			return false;
	}
	if (!check_parts(&reading, whole) || !check_possible(&reading, whole))
		return false;
	*ret_recurrence = rule;
	return true;
}
