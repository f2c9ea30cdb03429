/* SPDX-License-Identifier: MIT */
#pragma once

#include "policy/policy.h"
#include "write/page.h"

/*
 * A policy told from its rules alone. Every rule is told the same way: its sentence, clause and
 * name, then an item for each part that it has, then its gaps, then its readings: of what a reading
 * changes, both sides are told by the same words.
 */

/*
 * A part of a rule as an item of the open list, `lead` before it. `reading` as in rules.h. False:
 * the rule has no such part, and nothing was said.
 */
typedef bool (*cmpl_part)(struct cmpl_page *page, const char *lead, uint32_t rule,
			  uint32_t reading);

/* explain_words.c: single sentences */
bool cmpl_part_effect(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_tested_at(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_choice(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_grounds(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_part(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_refer_to(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_treat_as(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_starts_at(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_by(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_told(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_done_by(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_earlier(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_counting(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
/* The file's own conventions, as a paragraph. */
void cmpl_explain_counting(struct cmpl_page *page);

/* explain_limits.c: what runs from when to when */
bool cmpl_part_starts(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_ends(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_limit(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_reach(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_opens(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_closes(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_used_by(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_if_late(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);

/* explain_conditions.c */
bool cmpl_part_when(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_unless(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_needs(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
bool cmpl_part_factors(struct cmpl_page *page, const char *lead, uint32_t rule, uint32_t reading);
/* Exceptions that lift a window's wait: a list below the open item. */
void cmpl_explain_opens_unless(struct cmpl_page *page, uint32_t rule, uint32_t reading);

/* explain_rule.c */
/* Into the line: the sentence, the clause, the name. */
void cmpl_explain_says(struct cmpl_page *page, uint32_t rule);
/* Into the line: a link to the rule, by its name. */
void cmpl_explain_link(struct cmpl_page *page, uint32_t rule);
/* Every part, gap and reading of a rule, as items of the open list. */
void cmpl_explain_parts(struct cmpl_page *page, uint32_t rule);
/* What the text leaves open, as an item. */
void cmpl_explain_left_open(struct cmpl_page *page, const char *gap);
/* Duties below an item that leads to them; nothing when there are none. */
void cmpl_explain_duties(struct cmpl_page *page, const char *lead, struct cmpl_range duties);
void cmpl_explain_tiers(struct cmpl_page *page, struct cmpl_range tiers);

/* explain_document.c */
void cmpl_explain_document(struct cmpl_page *page);
void cmpl_explain_limits_table(struct cmpl_page *page);
void cmpl_explain_silence(struct cmpl_page *page);
void cmpl_explain_names(struct cmpl_page *page);

/* timeline.c: the stages drawn, in HTML alone */
void cmpl_explain_timeline(struct cmpl_page *page);
