/* SPDX-License-Identifier: MIT */
/* Lengths of time. Nothing is implied: an amount without its unit is a fault. */
#include <string.h>

#include "load/ascii.h"
#include "load/scalars.h"

static const struct unit {
	const char *one, *many;
	uint8_t unit;
	int32_t most;
} units[] = {
	{ "working day", "working days", COMPLAINT_UNIT_WORKING_DAYS, 3660 },
	{ "calendar day", "calendar days", COMPLAINT_UNIT_CALENDAR_DAYS, 3660 },
	{ "hour", "hours", COMPLAINT_UNIT_HOURS, 8784 },
	{ "week", "weeks", COMPLAINT_UNIT_WEEKS, 520 },
	{ "month", "months", COMPLAINT_UNIT_MONTHS, 120 },
	{ "year", "years", COMPLAINT_UNIT_YEARS, 50 },
};
#define UNIT_COUNT (sizeof(units) / sizeof(units[0]))

static const struct cmpl_word limit_words[] = {
	{ "close of business on the next working day", COMPLAINT_UNIT_NEXT_WORKING_DAY },
	{ "close of business on the next calendar day", COMPLAINT_UNIT_NEXT_CALENDAR_DAY },
	{ "immediately", COMPLAINT_UNIT_IMMEDIATELY },
	{ "as soon as possible", COMPLAINT_UNIT_AS_SOON_AS_POSSIBLE },
	{ NULL, 0 },
};
static const struct cmpl_word last_day_words[] = {
	{ "close of business on the next working day", COMPLAINT_UNIT_NEXT_WORKING_DAY },
	{ "close of business on the next calendar day", COMPLAINT_UNIT_NEXT_CALENDAR_DAY },
	{ NULL, 0 },
};
static const struct cmpl_word no_limit_words[] = {
	{ "no limit", COMPLAINT_UNIT_NO_LIMIT },
	{ NULL, 0 },
};

/* A text cut in two: the digits in front and the words behind them. */
struct cut {
	const char *digits, *rest;
	size_t digit_count, rest_length;
	long amount; /* cut off above what any unit allows */
};

static struct cut cut_text(const char *text, size_t length)
{
	struct cut cut = { text, text, 0, 0, 0 };
	size_t at = 0;

	while (at < length && cmpl_ascii_digit(text[at])) {
		if (cut.amount <= 1000000)
			cut.amount = cut.amount * 10 + (text[at] - '0');
		at++;
	}
	cut.digit_count = at;
	while (at < length && cmpl_ascii_space(text[at]))
		at++;
	cut.rest = text + at;
	cut.rest_length = length - at;
	while (cut.rest_length > 0 && cmpl_ascii_space(cut.rest[cut.rest_length - 1]))
		cut.rest_length--;
	return cut;
}

static bool rest_is(const struct cut *cut, const char *word)
{
	return cmpl_text_is(cut->rest, cut->rest_length, word);
}

/* Compares without regard to case, and with any of " -_" for a space: "Working-Days". */
static bool rest_is_nearly(const struct cut *cut, const char *word)
{
	if (strlen(word) != cut->rest_length)
		return false;
	for (size_t i = 0; i < cut->rest_length; i++) {
		char c = cmpl_ascii_lower(cut->rest[i]);

		if (word[i] == ' ' ? (c != ' ' && c != '-' && c != '_') : c != word[i])
			return false;
	}
	return true;
}

/* What people write for a unit of ours. */
static const struct unit *find_nearly(const struct cut *cut)
{
	static const struct {
		const char *word;
		size_t unit;
	} others[] = {
		{ "business day", 0 },
		{ "business days", 0 },
		{ "workdays", 0 },
		{ "wd", 0 },
		{ "weekdays", 0 },
		{ "weekday", 0 },
		{ "hrs", 2 },
		{ "hr", 2 },
		{ "h", 2 },
		{ "wk", 3 },
		{ "wks", 3 },
		{ "mths", 4 },
	};

	for (size_t i = 0; i < UNIT_COUNT; i++)
		if (rest_is_nearly(cut, units[i].one) || rest_is_nearly(cut, units[i].many))
			return &units[i];
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (rest_is_nearly(cut, others[i].word))
			return &units[others[i].unit];
	return NULL;
}

static void hint_duration(struct cmpl_reader *reader, long amount, const struct unit *unit)
{
	cmpl_hint(reader, "write \"%ld %s\"", amount, amount == 1 ? unit->one : unit->many);
}

static void fault_unit_missing(struct cmpl_reader *reader, const struct cmpl_node *node,
			       const struct cut *cut)
{
	const char *end = cut->amount == 1 ? "" : "s";

	if (cut->rest_length > 0) {
		cmpl_fault(reader, CMPL_CODE_UNIT_MISSING, cmpl_node_place(node),
			   "%s does not say which days", cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write \"%ld working day%s\" or \"%ld calendar day%s\"",
			  cut->amount, end, cut->amount, end);
		return;
	}
	cmpl_fault(reader, CMPL_CODE_UNIT_MISSING, cmpl_node_place(node),
		   "%s does not say what it counts", cmpl_quote_node(reader, node));
	cmpl_hint(reader, "write the unit, as \"%ld working day%s\"", cut->amount, end);
}

static void fault_unit_unknown(struct cmpl_reader *reader, const struct cmpl_node *node,
			       const struct cut *cut)
{
	const struct unit *nearly = find_nearly(cut);
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_UNIT_UNKNOWN, cmpl_node_place(node),
		   "%s has a unit that is not known", cmpl_quote_node(reader, node));
	if (nearly) {
		hint_duration(reader, cut->amount, nearly);
		return;
	}
	if (!cmpl_suggest_start(reader, &suggest, cut->rest, cut->rest_length))
		return;
	for (size_t i = 0; i < UNIT_COUNT; i++) {
		cmpl_suggest_offer(&suggest, units[i].one, strlen(units[i].one));
		cmpl_suggest_offer(&suggest, units[i].many, strlen(units[i].many));
	}
	cmpl_suggest_end(reader, &suggest,
			 "the units are working days, calendar days, hours, weeks, months, years");
}

/*
 * Spaces and digits just as the format writes them: "10 working days", never "010  working days".
 */
static bool is_tidy(const struct cut *cut, size_t length)
{
	return cut->rest == cut->digits + cut->digit_count + 1 &&
	       cut->digits[cut->digit_count] == ' ' &&
	       cut->digit_count + 1 + cut->rest_length == length &&
	       (cut->digit_count == 1 || cut->digits[0] != '0');
}

static bool check_amount(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cut *cut, const struct unit *unit)
{
	bool is_one = rest_is(cut, unit->one);

	if (!is_tidy(cut, node->length)) {
		cmpl_fault(reader, CMPL_CODE_DURATION_MALFORMED, cmpl_node_place(node),
			   "%s is not written as the format has it", cmpl_quote_node(reader, node));
		hint_duration(reader, cut->amount, unit);
		return false;
	}
	if (cut->amount == 0) {
		cmpl_fault(reader, CMPL_CODE_DURATION_ZERO, cmpl_node_place(node),
			   "%s is no length of time", cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write 1 %s or more, or \"immediately\" for a limit", unit->one);
		return false;
	}
	if (cut->amount > unit->most) {
		cmpl_fault(reader, CMPL_CODE_DURATION_TOO_LARGE, cmpl_node_place(node),
			   "%s is too long", cmpl_quote_node(reader, node));
		cmpl_hint(reader, "write at most %d %s", (int)unit->most, unit->many);
		return false;
	}
	if (is_one != (cut->amount == 1)) {
		cmpl_fault(reader, CMPL_CODE_UNIT_PLURAL, cmpl_node_place(node),
			   "%s has its unit in the %s", cmpl_quote_node(reader, node),
			   is_one ? "singular" : "plural");
		hint_duration(reader, cut->amount, unit);
		return false;
	}
	return true;
}

static bool read_amount(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cut *cut, struct cmpl_limit *ret_limit)
{
	for (size_t i = 0; i < UNIT_COUNT; i++) {
		if (!rest_is(cut, units[i].one) && !rest_is(cut, units[i].many))
			continue;
		if (!check_amount(reader, node, cut, &units[i]))
			return false;
		ret_limit->amount = (int32_t)cut->amount;
		ret_limit->unit = units[i].unit;
		return true;
	}
	if (cut->rest_length == 0 || rest_is_nearly(cut, "day") || rest_is_nearly(cut, "days"))
		fault_unit_missing(reader, node, cut);
	else
		fault_unit_unknown(reader, node, cut);
	return false;
}

static void fault_words(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, const struct cmpl_word *words)
{
	struct cmpl_suggest suggest;

	cmpl_fault(reader, CMPL_CODE_DURATION_MALFORMED, cmpl_node_place(node),
		   "\"%s\" must be a length of time, not %s", field->key,
		   cmpl_quote_node(reader, node));
	if (!cmpl_suggest_start(reader, &suggest, cmpl_node_text(reader->tree, node), node->length))
		return;
	for (size_t i = 0; words && words[i].word; i++)
		cmpl_suggest_offer(&suggest, words[i].word, strlen(words[i].word));
	cmpl_suggest_end(reader, &suggest,
			 "write a number in digits and its unit, as \"10 working days\"");
}

static bool read_length(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, const struct cmpl_word *words,
			struct cmpl_limit *slot)
{
	struct cmpl_limit limit = { 0, COMPLAINT_UNIT_NONE };
	struct cut cut;

	if (!cmpl_node_scalar(reader, node, field, "a length of time"))
		return false;
	for (size_t i = 0; words && words[i].word; i++)
		if (cmpl_node_is(reader, node, words[i].word)) {
			slot->amount = 0;
			slot->unit = (uint8_t)words[i].value;
			return true;
		}
	cut = cut_text(cmpl_node_text(reader->tree, node), node->length);
	/* "ten working days", "1_000 hours", "1.5 hours": the number is at fault, not the unit. */
	if (cut.digit_count == 0 || (cut.rest_length > 0 && strchr("_.,", cut.rest[0]))) {
		fault_words(reader, node, field, words);
		return false;
	}
	if (!read_amount(reader, node, &cut, &limit))
		return false;
	*slot = limit;
	return true;
}

bool cmpl_read_duration(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	return read_length(reader, node, field, NULL, slot);
}

bool cmpl_read_limit(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	return read_length(reader, node, field, limit_words, slot);
}

bool cmpl_read_last_day(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	return read_length(reader, node, field, last_day_words, slot);
}

bool cmpl_read_up_to(struct cmpl_reader *reader, const struct cmpl_node *node,
		     const struct cmpl_field *field, void *slot)
{
	return read_length(reader, node, field, no_limit_words, slot);
}
