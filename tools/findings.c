/* SPDX-License-Identifier: MIT */
/* What `complaint check` says of the sense of a policy. */
#include "tool.h"

#include <string.h>

static const char *severity_word(int32_t severity)
{
	return severity == COMPLAINT_SEVERITY_WARNING ? "warning" : "note";
}

/* A scenario as it is to be pasted, a little further in. */
static void print_scenario(const char *scenario)
{
	puts("  scenario:");
	while (*scenario) {
		size_t length = strcspn(scenario, "\n");

		printf("  %.*s\n", (int)length, scenario);
		scenario += length + (scenario[length] == '\n');
	}
}

static void print_finding(const struct complaint_findings *findings, size_t index)
{
	const char *hint = complaint_findings_get_hint(findings, index);
	const char *because = complaint_findings_get_because(findings, index);
	const char *scenario = complaint_findings_get_scenario(findings, index);
	uint32_t line = complaint_findings_get_line(findings, index);

	print_name(stdout, complaint_findings_get_file(findings, index));
	if (line > 0)
		printf(":%lu:%lu", (unsigned long)line,
		       (unsigned long)complaint_findings_get_column(findings, index));
	printf(": %s: ", because ? "accepted"
				 : severity_word(complaint_findings_get_severity(findings, index)));
	print_name(stdout, complaint_findings_get_message(findings, index));
	printf(" [%s]\n", complaint_findings_get_slug(findings, index));
	if (because) {
		fputs("  because: ", stdout);
		print_name(stdout, because);
		putchar('\n');
		return;
	}
	if (hint) {
		fputs("  hint: ", stdout);
		print_name(stdout, hint);
		putchar('\n');
	}
	if (scenario)
		print_scenario(scenario);
}

complaint_status print_findings(const struct complaint_policy *policy, int with_accepted,
				struct findings_count *count)
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
		print_finding(findings, i);
	}
	complaint_findings_free(findings);
	return status;
}
