/* SPDX-License-Identifier: MIT */
/* What `complaint check` says of the sense of a policy. */
#include "reporter.h"

static void report_finding(struct reporter *reporter, const struct complaint_findings *findings,
			   size_t index)
{
	const struct reported reported = {
		.file = complaint_findings_get_file(findings, index),
		.line = complaint_findings_get_line(findings, index),
		.column = complaint_findings_get_column(findings, index),
		.severity = complaint_findings_get_severity(findings, index),
		.slug = complaint_findings_get_slug(findings, index),
		.message = complaint_findings_get_message(findings, index),
		.hint = complaint_findings_get_hint(findings, index),
		.because = complaint_findings_get_because(findings, index),
		.scenario = complaint_findings_get_scenario(findings, index),
	};

	report_one(reporter, &reported);
}

complaint_status print_findings(struct reporter *reporter, const struct complaint_policy *policy,
				int with_accepted, struct findings_count *count)
{
	struct complaint_findings *findings = NULL;
	complaint_status status = complaint_policy_examine(policy, &findings);

	for (size_t i = 0; i < complaint_findings_count(findings); i++) {
		int32_t severity = complaint_findings_get_severity(findings, i);

		if (complaint_findings_is_accepted(findings, i)) {
			count->accepted++;
			if (!with_accepted)
				continue;
		} else {
			count->warnings += severity == COMPLAINT_SEVERITY_WARNING;
		}
		report_finding(reporter, findings, i);
	}
	complaint_findings_free(findings);
	return status;
}
