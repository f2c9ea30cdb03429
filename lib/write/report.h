/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/report.h>
#include <complaint/rules.h>

#include "decide/answer.h"
#include "phrase/phrase.h"

/*
 * What the writers of an answer share. They read it by the public getters alone, so that whatever a
 * document says can be had by any host.
 */
struct cmpl_report {
	struct cmpl_json json;   /* of a JSON document */
	struct cmpl_string *out; /* of sentences */
	const struct complaint_answer *answer;
	const struct complaint_policy *policy; /* NULL: the version is undetermined */
	int32_t detail;                        /* COMPLAINT_DETAIL_* */
};

/*
 * A rule by the name that readings and scenarios use: its id, "refusal", an extension's stage.
 * NULL: none.
 */
const char *cmpl_rule_name(const struct complaint_policy *policy, uint32_t rule);
/*
 * The number of a rule's reading by its label; COMPLAINT_NONE for NULL, "as-filed" and when there
 * is none.
 */
uint32_t cmpl_reading_number(const struct complaint_policy *policy, uint32_t rule,
			     const char *label);
/*
 * The reading by which a rule was counted: that of the label, else (label NULL) the one the case
 * chose.
 */
uint32_t cmpl_reading_used(const struct cmpl_report *report, uint32_t rule, const char *label);
/* The same for no label, where the answer lies open. */
static inline uint32_t cmpl_reading_chosen(const struct cmpl_report *report, uint32_t rule)
{
	return report->answer->chosen_count == 0 ? COMPLAINT_NONE
						 : cmpl_reading_used(report, rule, NULL);
}
/*
 * "10 working days", "close of business on the next working day". False: the rule has no such
 * limit.
 */
bool cmpl_add_limit(struct cmpl_string *out, const struct complaint_policy *policy, uint32_t rule,
		    uint32_t reading, int32_t which);
/* "complaint-logged", "due respond-stage-1". False: the rule has no such anchor. */
bool cmpl_add_anchor(struct cmpl_string *out, const struct complaint_policy *policy, uint32_t rule,
		     uint32_t reading, int32_t which);
/* "issue-arose more than 6 months before complaint-made" */
bool cmpl_add_term(struct cmpl_string *out, const struct complaint_policy *policy, uint32_t term);

/* --- JSON ------------------------------------------------------------- */

/* What is written for every duty, exclusion and window is read where it lies: see phrase.h. */
void cmpl_put_date(struct cmpl_json *json, const char *key, size_t key_length,
		   const struct complaint_date *date);
void cmpl_write_date(struct cmpl_json *json, const char *key, const struct complaint_date *date);
/* One line of a day-by-day account. */
void cmpl_write_working(struct cmpl_json *json, complaint_day day, int32_t number,
			const char *text);
void cmpl_write_day(struct cmpl_json *json, const char *key, complaint_day day);
/* The policy's own span; a day known by its month only as "2022-08", an open end left out. */
void cmpl_write_in_force(struct cmpl_json *json, const struct complaint_policy *policy);
/* What is said of dates beside them, as booleans that stand there only when true. */
void cmpl_write_date_flags(struct cmpl_json *json, int32_t flags);
void cmpl_write_flag(struct cmpl_json *json, const char *key, int32_t flags, int32_t bit);
/* Left out when it is NULL, or an append failed. */
void cmpl_write_optional(struct cmpl_json *json, const char *key, const char *text);
void cmpl_write_reason(struct cmpl_report *report, const struct complaint_reason *reason);
/* clause, says, strength, superseded, left-open, conflicts-with */
void cmpl_write_rule_words(struct cmpl_json *json, const struct complaint_policy *policy,
			   uint32_t rule, uint32_t reading);
/* A limit or anchor of the rule under its key; nothing when it has none. */
void cmpl_write_limit(struct cmpl_json *json, const char *key,
		      const struct complaint_policy *policy, uint32_t rule, uint32_t reading,
		      int32_t which);
void cmpl_write_anchor(struct cmpl_json *json, const char *key,
		       const struct complaint_policy *policy, uint32_t rule, uint32_t reading,
		       int32_t which);
void cmpl_write_term(struct cmpl_json *json, const char *key, const struct complaint_policy *policy,
		     uint32_t term);
void cmpl_write_eligibility(struct cmpl_report *report);
void cmpl_write_deadlines(struct cmpl_report *report);
void cmpl_write_extension(struct cmpl_report *report);
void cmpl_write_windows(struct cmpl_report *report);
void cmpl_write_standing(struct cmpl_report *report);
void cmpl_write_counting(struct cmpl_json *json, const struct complaint_policy *policy,
			 uint32_t rule, uint32_t reading);
void cmpl_write_policy_rule(struct cmpl_json *json, const struct complaint_policy *policy,
			    uint32_t rule);

/*
 * --- text: short sentences, a rule's own words whole and with its clause in brackets -------------
 */

/* Begin a line, so many steps in; as an item of a list with a dash. */
void cmpl_say_line(struct cmpl_report *report, int depth);
void cmpl_say_item(struct cmpl_report *report, int depth);
void cmpl_say(struct cmpl_report *report, const char *text);
void cmpl_say_number(struct cmpl_report *report, int64_t number);
/* An empty line, and a heading on a line of its own. */
void cmpl_say_heading(struct cmpl_report *report, const char *text);
/* "3 days", "1 day" */
void cmpl_say_count(struct cmpl_report *report, int64_t count, const char *one, const char *many);
/*
 * "Monday 26 September 2022", with a time of day where there is one; a span as "a day from A to B".
 */
void cmpl_say_date(struct cmpl_report *report, const struct complaint_date *date);
void cmpl_say_day(struct cmpl_report *report, complaint_day day);
/* One line of a day-by-day account. */
void cmpl_say_working(struct cmpl_report *report, complaint_day day, const char *text);
bool cmpl_date_is_known(const struct complaint_date *date); /* a day or a moment */
/* Same kind, same ends? */
bool cmpl_dates_equal(const struct complaint_date *a, const struct complaint_date *b);
/* Sentences on what is special about a date, each on a line of its own. */
void cmpl_say_date_flags(struct cmpl_report *report, int depth, int32_t flags);
/* An id, or a text made of ids, with spaces for hyphens: "complaint logged". */
void cmpl_say_name(struct cmpl_report *report, const char *id);
/* The rule's sentence and its clause: "We respond in full. (7.ii.b)" */
void cmpl_say_rule(struct cmpl_report *report, uint32_t rule);
/*
 * An anchor in words: "complaint logged", 'the last day for "respond stage 1"'. False: there is
 * none.
 */
bool cmpl_say_anchor(struct cmpl_report *report, uint32_t rule, uint32_t reading, int32_t which);
bool cmpl_say_limit(struct cmpl_report *report, uint32_t rule, uint32_t reading, int32_t which);
/* The question for a fact or event, or its name when the policy has no question for it. */
void cmpl_say_question(struct cmpl_report *report, const char *name);
/* superseded, left-open and conflicts-with of a rule, each on a line of its own. */
void cmpl_say_rule_gaps(struct cmpl_report *report, int depth, uint32_t rule);
void cmpl_say_superseded(struct cmpl_report *report, int depth, uint32_t rule);
/* The sentences of cmpl_say_rule_gaps() one by one. False: the rule is still the law. */
bool cmpl_say_no_longer_law(struct cmpl_report *report, uint32_t rule);
void cmpl_say_left_open(struct cmpl_report *report, const char *gap);
void cmpl_say_conflict(struct cmpl_report *report, uint32_t rule, size_t index);
/* "in force from August 2022 to ..."; `months` as complaint_policy_get_in_force(). False: open. */
bool cmpl_say_span(struct cmpl_report *report, complaint_day from, complaint_day until,
		   int32_t months);
/* "It may be refused for this." */
const char *cmpl_effect_sentence(int32_t effect);
/* It goes on from "The " or "If it is refused, the ". */
const char *cmpl_notice_heading(int32_t strength, bool ask);
/* "It must be done", and in *ret_end what stands after the limit. */
const char *cmpl_duty_strength(int32_t strength, const char **ret_end);
/* " So it is normally."; "" for what must be. */
const char *cmpl_window_strength(int32_t strength);
/* 'issue arose more than 6 months before complaint made: 2022-02-14' */
void cmpl_say_reason(struct cmpl_report *report, int depth, const struct complaint_reason *reason);
/* 'The words "15 days" (7.ii.i) can be read otherwise: working days.' */
void cmpl_say_reading(struct cmpl_report *report, uint32_t rule, const char *label);

void cmpl_say_eligibility(struct cmpl_report *report);
void cmpl_say_eligibility_readings(struct cmpl_report *report,
				   const struct complaint_eligibility *answer);
void cmpl_say_deadlines(struct cmpl_report *report);
void cmpl_say_deadline_dates(struct cmpl_report *report, const struct complaint_deadline *deadline);
void cmpl_say_extension(struct cmpl_report *report);
void cmpl_say_windows(struct cmpl_report *report);
void cmpl_say_standing(struct cmpl_report *report);
