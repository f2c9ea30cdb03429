/* SPDX-License-Identifier: MIT */
/*
 * The short way into a case. A host sends thousands of cases as JSON, and nearly all are plain:
 * `now`, `facts` and `events`, names that are known, days, true and false. They are read in one
 * pass, without a tree. Whatever else the text holds, a fault above all, is left to the whole
 * reader, which reads it from the start and alone finds faults: nothing is refused here.
 */
#include "load/case_load.h"

#include <string.h>

#include "base/date.h"
#include "base/plain.h"

struct plain {
	struct complaint_case *into;
	const char *at, *end;
};

/* A text between quotes, without escapes, of printable ASCII. */
struct word {
	const char *text;
	size_t length;
};

/* All that may stand between two signs comes before them in ASCII, and nothing else that may. */
static inline void skip_blanks(struct plain *plain)
{
	while (plain->at < plain->end && *plain->at <= ' ' &&
	       (*plain->at == ' ' || *plain->at == '\n' || *plain->at == '\r' ||
		*plain->at == '\t'))
		plain->at++;
}

/* Is this sign next? Then it is passed over. */
static inline bool takes(struct plain *plain, char sign)
{
	skip_blanks(plain);
	if (plain->at == plain->end || *plain->at != sign)
		return false;
	plain->at++;
	return true;
}

static bool takes_literal(struct plain *plain, const char *literal, size_t length)
{
	if ((size_t)(plain->end - plain->at) <= length || memcmp(plain->at, literal, length) != 0)
		return false;
	plain->at += length;
	return true;
}

static inline bool read_word(struct plain *plain, struct word *ret_word)
{
	if (!takes(plain, '"'))
		return false;
	ret_word->text = plain->at;
	ret_word->length = cmpl_plain_length(plain->at, (size_t)(plain->end - plain->at), true);
	plain->at += ret_word->length;
	return plain->at < plain->end && *plain->at++ == '"';
}

static inline bool is(struct word word, const char *text, size_t length)
{
	return word.length == length && memcmp(word.text, text, length) == 0;
}

/* So many digits that every number of them fits; no sign, no fraction, no leading zero. */
static bool read_number(struct plain *plain, int32_t *ret_number)
{
	const char *first = plain->at;
	int32_t number = 0;

	while (plain->at < plain->end && *plain->at >= '0' && *plain->at <= '9' &&
	       plain->at - first < 9)
		number = number * 10 + (*plain->at++ - '0');
	*ret_number = number;
	return plain->at > first && (*first != '0' || plain->at == first + 1);
}

/* --- facts and events ------------------------------------------------------------- */

static bool read_fact_value(struct plain *plain, uint32_t fact, uint32_t slot)
{
	uint8_t type = cmpl_set_fact_type(plain->into->set, fact);
	struct word word;
	int32_t number;
	uint32_t choice;

	skip_blanks(plain);
	if (plain->at < plain->end && *plain->at == '"') {
		if (!read_word(plain, &word))
			return false;
		if (is(word, "unknown", 7)) {
			cmpl_case_give_none(plain->into, slot, COMPLAINT_UNKNOWN);
			return true;
		}
		if (type != COMPLAINT_TYPE_CHOICE)
			return false;
		choice = cmpl_set_find_choice(plain->into->set, fact, word.text, word.length);
		if (choice == CMPL_NONE)
			return false;
		cmpl_case_give(plain->into, slot, (int32_t)choice);
		return true;
	}
	if (type == COMPLAINT_TYPE_NUMBER && read_number(plain, &number))
		cmpl_case_give(plain->into, slot, number);
	else if (type == COMPLAINT_TYPE_TRUE_FALSE && takes_literal(plain, "true", 4))
		cmpl_case_give(plain->into, slot, 1);
	else if (type == COMPLAINT_TYPE_TRUE_FALSE && takes_literal(plain, "false", 5))
		cmpl_case_give(plain->into, slot, 0);
	else
		return false;
	return true;
}

/* A name that was given before stands twice: a fault, and not told here. */
static bool read_fact(struct plain *plain, struct word name)
{
	uint32_t fact = cmpl_set_find_name(plain->into->set, CMPL_FACTS, name.text, name.length);
	uint32_t slot = cmpl_case_fact_slot(plain->into, fact);

	return slot != CMPL_NONE && plain->into->truths[slot] == COMPLAINT_TRUTH_NOT_GIVEN &&
	       read_fact_value(plain, fact, slot);
}

static bool read_day(struct plain *plain, struct cmpl_event_value *ret_value)
{
	struct word word;
	cmpl_day day;

	if (!read_word(plain, &word))
		return false;
	if (cmpl_day_parse(word.text, word.length, &day))
		return cmpl_event_from_day(day, ret_value) == COMPLAINT_OK;
	if (is(word, "not-yet", 7))
		ret_value->kind = CMPL_EVENT_NOT_YET;
	else if (is(word, "unknown", 7))
		ret_value->kind = CMPL_EVENT_UNKNOWN;
	return ret_value->kind != CMPL_EVENT_NOT_GIVEN;
}

static bool read_event(struct plain *plain, struct word name)
{
	uint32_t event = cmpl_set_find_name(plain->into->set, CMPL_EVENTS, name.text, name.length);
	uint32_t slot = cmpl_case_event_slot(plain->into, event);

	return slot != CMPL_NONE && plain->into->events[slot].kind == CMPL_EVENT_NOT_GIVEN &&
	       read_day(plain, &plain->into->events[slot]);
}

/* --- the whole -------------------------------------------------------------------------- */

static bool read_members(struct plain *plain, bool (*read)(struct plain *, struct word))
{
	struct word name;

	if (!takes(plain, '{'))
		return false;
	do {
		if (!read_word(plain, &name) || !takes(plain, ':') || !read(plain, name))
			return false;
	} while (takes(plain, ','));
	return takes(plain, '}');
}

static bool read_member(struct plain *plain, struct word name)
{
	struct complaint_case *into = plain->into;

	if (is(name, "facts", 5))
		return read_members(plain, read_fact);
	if (is(name, "events", 6))
		return read_members(plain, read_event);
	return is(name, "now", 3) && into->now.kind == CMPL_EVENT_NOT_GIVEN &&
	       read_day(plain, &into->now) && into->now.kind == CMPL_EVENT_DAY;
}

bool cmpl_case_read_plain(struct complaint_case *into, const char *bytes, size_t length)
{
	struct plain plain = { into, bytes, bytes + length };

	if (length > CMPL_PLAIN_CASE || !read_members(&plain, read_member))
		return false;
	skip_blanks(&plain);
	return plain.at == plain.end;
}
