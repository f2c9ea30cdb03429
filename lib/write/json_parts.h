/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Pieces of JSON of which the records of an answer are made; see json/run.h. They read the answer
 * and the policy themselves: a standing has a thousand of them, and it is written for each refresh
 * of a screen. Nothing is told that the public getters do not tell.
 */

#include "base/date.h"
#include "decide/answer.h"
#include "json/run.h"
#include "write/report.h"
#include "write/words.h"

/* The most that these can take, with their keys. */
#define CMPL_RUN_DATE_FLAGS 128
#define CMPL_RUN_SPAN 64

/* What cmpl_rule_name() gives, with its length. */
struct cmpl_slice cmpl_rule_slice(const struct complaint_policy *policy, uint32_t rule);

/* The reading by which the case has a rule read; COMPLAINT_NONE: as it was filed. */
static inline uint32_t cmpl_reading_chosen(const struct cmpl_report *report, uint32_t rule)
{
	const struct complaint_answer *answer = report->answer;

	return rule < answer->chosen_count && answer->chosen[rule] != CMPL_NONE
		       ? cmpl_reading_used(report, rule, NULL)
		       : COMPLAINT_NONE;
}

/* `"key":` and a text behind a comma; nothing when there is no text. */
#define CMPL_RUN_OPTIONAL(at, key, slice)                                                          \
	((slice).text ? cmpl_run_text(CMPL_RUN((at), ",\"" key "\":"), (slice)) : (at))
/* A word under a key, and behind a comma. */
#define CMPL_RUN_KEY_WORD(at, key, word)                                                           \
	cmpl_run_sign(cmpl_run_word(CMPL_RUN((at), ",\"" key "\":\""), (word)), '"')

/* --- dates, limits, anchors ------------------------------------------------------------ */

size_t cmpl_date_room_of_beyond(const struct complaint_date *date);
/* How many bytes a date can take: two moments with their keys, or what is said of a calendar. */
static inline size_t cmpl_date_room(const struct complaint_date *date)
{
	return date->kind == COMPLAINT_DATE_BEYOND_CALENDAR ? cmpl_date_room_of_beyond(date) : 96;
}

char *cmpl_run_any_date(char *at, const struct complaint_date *date);
static inline char *cmpl_run_date(char *at, const struct complaint_date *date)
{
	if (date->kind == COMPLAINT_DATE_NONE)
		return CMPL_RUN(at, "null");
	if (date->kind != COMPLAINT_DATE_DAY || date->first != date->last)
		return cmpl_run_any_date(at, date);
	at = cmpl_day_put(cmpl_run_sign(at, '"'), (cmpl_day)date->first);
	return cmpl_run_sign(at, '"');
}

/* A span in a map; a day known by its month only as "2022-08", an open end left out. */
char *cmpl_run_in_force(char *at, const struct cmpl_span *span);

/* "projected" and its like, where they are true. */
char *cmpl_run_date_flags(char *at, int32_t flags);

/* "10 working days", "immediately"; in quotes. */
char *cmpl_run_limit(char *at, const struct cmpl_limit *limit);

size_t cmpl_anchor_room(const struct complaint_policy *policy, uint32_t anchor);
/* "complaint-logged", "latest of a, due b"; in quotes. */
char *cmpl_run_anchor(char *at, const struct complaint_policy *policy, uint32_t anchor);

/* --- in a run that goes on: NULL when there is no memory ---------------------------------- */

/* One more text of a list. */
static inline char *cmpl_run_item(struct cmpl_json *json, char *at, size_t index,
				  struct cmpl_slice text)
{
	at = cmpl_run_on(json, at, cmpl_run_room(text) + 1);
	return at ? cmpl_run_text(index > 0 ? cmpl_run_sign(at, ',') : at, text) : NULL;
}

/*
 * Lists of names of facts and events, of rules, of lines of the policy. How each begins is given as
 * a CMPL_LITERAL(), comma, key and bracket.
 */
char *cmpl_run_names(struct cmpl_report *report, char *at, const char *begin, size_t length,
		     struct cmpl_range named);
char *cmpl_run_rules(struct cmpl_report *report, char *at, const char *begin, size_t length,
		     struct cmpl_range numbers);
char *cmpl_run_lines(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
		     const char *begin, size_t length, struct cmpl_range lines);
/* Names with the words of each question, for some with its weight. */
char *cmpl_run_questions(struct cmpl_report *report, char *at, struct cmpl_range named,
			 bool weights);
/* Why: reasons of the answer. */
char *cmpl_run_reasons(struct cmpl_report *report, char *at, struct cmpl_range reasons);
/* What cmpl_write_rule_words() writes, a comma before the first of it too. */
char *cmpl_run_rule_words(struct cmpl_json *json, char *at, const struct complaint_policy *policy,
			  uint32_t rule, uint32_t reading);
