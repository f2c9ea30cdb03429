/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "calendar/recurrence.h"

/* The same in words, for those who have never seen an RRULE. */
enum { WORDS_MAX = 5, WORD_MAX = 16 };

struct words {
	char word[WORDS_MAX][WORD_MAX]; /* lower case */
	size_t count;
};

static bool split(const char *text, size_t length, struct words *words)
{
	size_t used = 0;

	for (size_t i = 0; i < length; i++) {
		char c = text[i];

		if (c == ' ') {
			used = 0;
			continue;
		}
		if (!used && words->count++ == WORDS_MAX)
			return false;
		if (used == WORD_MAX - 1)
			return false;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		words->word[words->count - 1][used++] = c;
		words->word[words->count - 1][used] = '\0';
	}
	return words->count > 0;
}

/* "friday" against "Friday". */
static bool same(const char *word, const char *name)
{
	return word[0] == name[0] - 'A' + 'a' && !strcmp(word + 1, name + 1);
}

static bool find_weekday(const char *word, int8_t *ret_weekday)
{
	for (int i = 0; i < 7; i++) {
		if (same(word, cmpl_weekday_name(i))) {
			*ret_weekday = (int8_t)i;
			return true;
		}
	}
	return false;
}

static int32_t find_month(const char *word)
{
	for (int32_t i = 1; i <= 12; i++) {
		if (same(word, cmpl_month_name(i)))
			return i;
	}
	return 0;
}

static bool find_ordinal(const char *word, int8_t *ret_ordinal)
{
	static const struct {
		const char *word;
		int8_t ordinal;
	} ordinals[] = {
		{ "first", 1 }, { "second", 2 }, { "third", 3 }, { "fourth", 4 }, { "last", -1 }
	};

	for (size_t i = 0; i < sizeof(ordinals) / sizeof(ordinals[0]); i++) {
		if (!strcmp(word, ordinals[i].word)) {
			*ret_ordinal = ordinals[i].ordinal;
			return true;
		}
	}
	return false;
}

/* "friday" */
static bool read_weekly(const struct words *words, struct cmpl_recurrence *rule)
{
	rule->frequency = CMPL_WEEKLY;
	rule->weekday_count = 1;
	return words->count == 1 && find_weekday(words->word[0], &rule->weekdays[0].weekday);
}

/* "last friday of the month", "first monday of may" */
static bool read_numbered(const struct words *words, struct cmpl_recurrence *rule)
{
	int32_t month;

	if (words->count < 4 || strcmp(words->word[2], "of") != 0 ||
	    !find_ordinal(words->word[0], &rule->weekdays[0].ordinal) ||
	    !find_weekday(words->word[1], &rule->weekdays[0].weekday))
		return false;
	rule->weekday_count = 1;
	rule->frequency = CMPL_MONTHLY;
	if (words->count == 5)
		return !strcmp(words->word[3], "the") && !strcmp(words->word[4], "month");
	month = find_month(words->word[3]);
	rule->frequency = CMPL_YEARLY;
	rule->months = 1u << month;
	return month != 0;
}

/* "24 december" */
static bool read_yearly(const struct words *words, struct cmpl_recurrence *rule,
			bool *ret_impossible)
{
	const char *digits = words->word[0];
	int32_t day = 0, month;

	if (words->count != 2 || strlen(digits) > 2)
		return false;
	for (; *digits; digits++) {
		if (*digits < '0' || *digits > '9')
			return false;
		day = day * 10 + (*digits - '0');
	}
	month = find_month(words->word[1]);
	if (!month || !day)
		return false;
	rule->frequency = CMPL_YEARLY;
	rule->months = 1u << month;
	rule->month_days = 1u << (day & 31);
	*ret_impossible = day > cmpl_month_length(2000, month);
	return true;
}

bool cmpl_recurrence_parse_words(const char *text, size_t length,
				 struct cmpl_recurrence *ret_recurrence,
				 struct cmpl_recurrence_fault *ret_fault)
{
	const struct cmpl_recurrence none = { .interval = 1, .week_start = CMPL_MONDAY };
	struct words words = { .count = 0 };
	bool impossible = false;
	bool found = split(text, length, &words);

	*ret_recurrence = none;
	found = found && read_weekly(&words, ret_recurrence);
	if (!found) {
		*ret_recurrence = none;
		found = words.count <= WORDS_MAX && read_numbered(&words, ret_recurrence);
	}
	if (!found) {
		*ret_recurrence = none;
		found = words.count <= WORDS_MAX &&
			read_yearly(&words, ret_recurrence, &impossible);
	}
	if (found && !impossible)
		return true;
	*ret_fault =
		(struct cmpl_recurrence_fault){ CMPL_CODE_RECURRENCE_MALFORMED,
						"is not a day that comes again",
						"write \"friday\", \"last friday of the month\", "
						"\"first monday of may\" or \"24 december\"",
						text, length };
	if (impossible) {
		ret_fault->code = CMPL_CODE_RECURRENCE_NEVER;
		ret_fault->message = "gives no day: the month does not have it";
		ret_fault->hint = "write a day that the month has";
	}
	return false;
}
