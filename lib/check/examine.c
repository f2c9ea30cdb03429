/* SPDX-License-Identifier: MIT */
/* The whole examination of a policy, and what its file accepts of the outcome. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "check/check.h"

/* --- the day on which things are tried -------------------------------------------- */

static bool plain_day(const struct complaint_calendar *calendar, cmpl_day day)
{
	int32_t year, month, day_of_month;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	return cmpl_day_weekday(day) == CMPL_WEDNESDAY && day_of_month > 8 && day_of_month < 23 &&
	       month > 1 && month < 12 &&
	       (!calendar ||
		(cmpl_calendar_covers(calendar, day) && cmpl_calendar_works(calendar, day)));
}

/* A Wednesday in the middle of a month, half a year into the policy where that is possible. */
static cmpl_day base_day(const struct complaint_policy *policy)
{
	const struct cmpl_span *span = &policy->document.in_force;
	uint32_t slot = policy->countings[policy->counting].calendar;
	const struct complaint_calendar *calendar =
		slot == CMPL_NONE ? NULL : policy->calendars[slot].calendar;
	cmpl_day from = span->from == INT32_MIN ? cmpl_day_from_date(2022, 1, 1) : span->from;
	cmpl_day until = span->until == INT32_MAX ? from + 1461 : span->until;
	cmpl_day begin = until - from > 400 ? from + 180 : from;

	/* Where that can be, later than the day on which the last of its rules comes into force. */
	for (uint32_t i = 0; i < policy->rules_count; i++)
		if (policy->rules[i].in_force != CMPL_NONE) {
			cmpl_day own = policy->spans[policy->rules[i].in_force].from;

			if (own > begin && own < until)
				begin = own;
		}
	for (cmpl_day day = begin; day <= until && day < begin + 400; day++)
		if (plain_day(calendar, day))
			return day;
	return begin;
}

/* --- making ready ---------------------------------------------------------------------- */

/*
 * An empty case, answered once: the answer then holds the calendars, and room for all that is
 * asked.
 */
static complaint_status open_context(struct cmpl_examination *examination)
{
	complaint_status status = complaint_answer_evaluate(examination->answer, examination->probe,
							    COMPLAINT_ASK_DEADLINES, NULL);

	if (status != COMPLAINT_OK)
		return status;
	cmpl_context_open(&examination->context, examination->answer, examination->probe);
	return COMPLAINT_OK;
}

static complaint_status begin(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;
	complaint_status status = complaint_set_new(&policy, 1, &examination->set, NULL);

	if (status == COMPLAINT_OK)
		status = complaint_case_new(examination->set, &examination->probe);
	if (status == COMPLAINT_OK)
		status = complaint_case_new(examination->set, &examination->draft);
	if (status == COMPLAINT_OK)
		status = complaint_answer_new(&examination->answer);
	if (status == COMPLAINT_OK)
		status = complaint_answer_new(&examination->expected);
	if (status != COMPLAINT_OK)
		return status;
	examination->findings = cmpl_alloc(sizeof(*examination->findings));
	examination->worlds = cmpl_alloc(sizeof(*examination->worlds));
	examination->others = cmpl_alloc(sizeof(*examination->others));
	examination->leaf_of = cmpl_alloc_array(policy->terms_count, 1);
	if (!examination->findings || !examination->worlds || !examination->others ||
	    !examination->leaf_of)
		return COMPLAINT_ERR_NO_MEMORY;
	examination->findings->policy = cmpl_policy_take(policy);
	examination->worlds->examination = examination->others->examination = examination;
	examination->worlds->leaf_of = examination->others->leaf_of = examination->leaf_of;
	examination->base = base_day(policy);
	return open_context(examination);
}

static void end(struct cmpl_examination *examination)
{
	complaint_findings_free(examination->findings);
	cmpl_free(examination->worlds);
	cmpl_free(examination->others);
	cmpl_free(examination->leaf_of);
	complaint_answer_free(examination->answer);
	complaint_answer_free(examination->expected);
	complaint_case_free(examination->probe);
	complaint_case_free(examination->draft);
	complaint_set_free(examination->set);
}

/* --- what the file accepts ------------------------------------------------------------- */

static bool accepts(const struct complaint_policy *policy, const struct cmpl_accepted *accepted,
		    const struct cmpl_finding *finding)
{
	return finding->rule != CMPL_NONE &&
	       strcmp(cmpl_policy_text(policy, accepted->finding),
		      complaint_diagnostics_kind_slug((size_t)finding->code)) == 0 &&
	       strcmp(cmpl_policy_text(policy, accepted->rule),
		      cmpl_rule_id(policy, finding->rule)) == 0;
}

static bool is_kind_of_finding(const char *slug)
{
	for (size_t i = 0; i < complaint_diagnostics_kind_count(); i++)
		if (strcmp(complaint_diagnostics_kind_slug(i), slug) == 0)
			return true;
	return false;
}

static void report_unused(struct cmpl_examination *examination,
			  const struct cmpl_accepted *accepted)
{
	const struct complaint_policy *policy = examination->policy;
	const char *slug = cmpl_policy_text(policy, accepted->finding);
	const char *rule = cmpl_policy_text(policy, accepted->rule);
	struct complaint_findings *findings = examination->findings;
	uint32_t number = cmpl_policy_find_rule(policy, rule, strlen(rule));
	size_t before = findings->count;

	if (number == CMPL_NONE)
		return; /* told when the file was read */
	if (is_kind_of_finding(slug))
		cmpl_finding_add(
			examination, CMPL_CODE_ACCEPTED_UNUSED, COMPLAINT_SEVERITY_WARNING, number,
			NULL, "remove the entry, since there is nothing left to accept",
			"\"%s\" is accepted for \"%s\", and is not found there", slug, rule);
	else
		cmpl_finding_add(
			examination, CMPL_CODE_ACCEPTED_UNUSED, COMPLAINT_SEVERITY_WARNING, number,
			NULL, "write the word in square brackets at the end of the finding",
			"\"%s\", accepted for \"%s\", is not the name of a finding", slug, rule);
	if (findings->count > before) {
		findings->items[before].line = accepted->line;
		findings->items[before].column = accepted->column;
	}
}

static void accept(struct cmpl_examination *examination)
{
	const struct complaint_policy *policy = examination->policy;
	struct complaint_findings *findings = examination->findings;
	size_t found = findings->count;

	for (uint32_t i = 0; i < policy->accepted_count; i++) {
		bool used = false;

		for (size_t k = 0; k < found; k++) {
			if (!accepts(policy, &policy->accepted[i], &findings->items[k]))
				continue;
			used = true;
			if (findings->items[k].accepted == CMPL_NONE)
				findings->items[k].accepted = i;
		}
		if (!used)
			report_unused(examination, &policy->accepted[i]);
	}
}

/* --- the order of the file ------------------------------------------------------------- */

static int compare(const void *left, const void *right)
{
	const struct cmpl_finding *a = left, *b = right;

	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static void examine(struct cmpl_examination *examination)
{
	struct complaint_findings *findings = examination->findings;

	cmpl_check_names(examination);
	cmpl_check_conditions(examination);
	cmpl_check_exclusion_pairs(examination);
	cmpl_check_tiers(examination);
	cmpl_check_windows(examination);
	cmpl_check_deadlines(examination);
	cmpl_check_fulfilment(examination);
	cmpl_check_told(examination);
	accept(examination);
	if (findings->count > 1)
		qsort(findings->items, findings->count, sizeof(findings->items[0]), compare);
}

complaint_status
complaint_policy_examine(const struct complaint_policy *policy,
			 struct complaint_findings **ret_findings)
{
	struct cmpl_examination examination = { .policy = policy };
	complaint_status status;

	if (!policy || !ret_findings)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = begin(&examination);
	if (status == COMPLAINT_OK)
		examine(&examination);
	if (status == COMPLAINT_OK && (examination.failed || examination.answer->failed))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status == COMPLAINT_OK) {
		*ret_findings = examination.findings;
		examination.findings = NULL;
	}
	end(&examination);
	return status;
}
