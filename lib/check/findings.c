/* SPDX-License-Identifier: MIT */
/* The list of what was found: how it grows, and what a host gets of it. */
#include <stdarg.h>
#include <string.h>

#include "base/memory.h"
#include "check/check.h"

const char *cmpl_rule_id(const struct complaint_policy *policy, uint32_t rule)
{
	const struct cmpl_rule *own = &policy->rules[rule];

	if (own->kind == CMPL_RULE_REFUSAL)
		return "refusal";
	if (own->kind == CMPL_RULE_EXTENSION && own->owner != CMPL_NONE)
		own = &policy->rules[own->owner];
	return cmpl_policy_text(policy, own->id);
}

const char *cmpl_side_name(const struct cmpl_examination *examination, const struct cmpl_side *side,
			   struct cmpl_string *text)
{
	const struct complaint_policy *policy = examination->policy;

	cmpl_string_clear(text);
	cmpl_string_addf(text, "\"%s\"", cmpl_rule_id(policy, side->rule));
	if (side->reading != CMPL_NONE)
		cmpl_string_addf(text, ", read as \"%s\",",
				 cmpl_policy_text(policy, policy->readings[side->reading].label));
	return cmpl_string_text(text);
}

static void clear(struct cmpl_finding *finding)
{
	cmpl_free(finding->message);
	cmpl_free(finding->hint);
	cmpl_free(finding->scenario);
}

void cmpl_finding_add(struct cmpl_examination *examination, enum cmpl_code code, int32_t severity,
		      uint32_t rule, char *scenario, const char *hint, const char *format, ...)
{
	struct complaint_findings *findings = examination->findings;
	struct cmpl_finding finding = { .code = code,
					.severity = severity,
					.rule = rule,
					.order = findings->count,
					.accepted = CMPL_NONE,
					.scenario = scenario };
	struct cmpl_string message = { 0 };
	va_list arguments;

	if (rule != CMPL_NONE) {
		finding.line = examination->policy->rules[rule].line;
		finding.column = examination->policy->rules[rule].column;
	}
	va_start(arguments, format);
	cmpl_string_addv(&message, format, arguments);
	va_end(arguments);
	finding.message = cmpl_string_take(&message);
	finding.hint = hint ? cmpl_text_copy(hint, COMPLAINT_NUL_TERMINATED) : NULL;
	if (examination->failed || !finding.message || (hint && !finding.hint) ||
	    !cmpl_grow((void **)&findings->items, &findings->capacity, findings->count,
		       sizeof(findings->items[0]))) {
		examination->failed = true;
		clear(&finding);
		return;
	}
	findings->items[findings->count++] = finding;
}

void
complaint_findings_free(struct complaint_findings *findings)
{
	if (!findings)
		return;
	for (size_t i = 0; i < findings->count; i++)
		clear(&findings->items[i]);
	cmpl_free(findings->items);
	complaint_policy_free(findings->policy);
	cmpl_free(findings);
}

/* --- what a host gets ------------------------------------------------------------- */

static const struct cmpl_finding *item(const struct complaint_findings *findings, size_t index)
{
	return findings && index < findings->count ? &findings->items[index] : NULL;
}

size_t
complaint_findings_count(const struct complaint_findings *findings)
{
	return findings ? findings->count : 0;
}

const char *
complaint_findings_get_slug(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? complaint_diagnostics_kind_slug((size_t)own->code) : NULL;
}

int32_t
complaint_findings_get_severity(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->severity : 0;
}

uint32_t
complaint_findings_get_rule(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->rule : COMPLAINT_NONE;
}

const char *
complaint_findings_get_file(const struct complaint_findings *findings, size_t index)
{
	return item(findings, index) ? findings->policy->file : NULL;
}

uint32_t
complaint_findings_get_line(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->line : 0;
}

uint32_t
complaint_findings_get_column(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->column : 0;
}

const char *
complaint_findings_get_message(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->message : NULL;
}

const char *
complaint_findings_get_hint(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->hint : NULL;
}

const char *
complaint_findings_get_scenario(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own ? own->scenario : NULL;
}

int32_t
complaint_findings_is_accepted(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	return own && own->accepted != CMPL_NONE;
}

const char *
complaint_findings_get_because(const struct complaint_findings *findings, size_t index)
{
	const struct cmpl_finding *own = item(findings, index);

	if (!own || own->accepted == CMPL_NONE)
		return NULL;
	return cmpl_policy_text(findings->policy,
				findings->policy->accepted[own->accepted].because);
}
