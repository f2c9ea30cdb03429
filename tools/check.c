/* SPDX-License-Identifier: MIT */
/* complaint check: every fault of every file, with its place and its cure, on standard output. */
#include "reporter.h"

#include <getopt.h>
#include <string.h>

static const char usage[] =
	"usage: complaint check [OPTION...] FILE|DIR...\n"
	"\n"
	"Checks policies, norms, vocabularies, calendars (.yaml and .ics), cases and\n"
	"scenarios; each file says itself what it is (`kind:`). In a folder, every .yaml\n"
	"file below it. Prints every fault as FILE:LINE:COLUMN with its line and a hint,\n"
	"and at the end how many there are.\n"
	"`complaint help NAME` tells more of the name in square brackets.\n"
	"Of a policy without faults it says what its author can hardly have meant, each\n"
	"with a scenario that shows it; `accepted` in the file answers one.\n"
	"\n"
	"Options:\n"
	"  --policy NAME|FILE  the policy that cases and scenarios are read against; without\n"
	"                      it scenarios are read against the policy they name, and a\n"
	"                      case by the standard names alone\n"
	"  --rules DIR         the folder with the rules; a case is then read against every\n"
	"                      policy below it\n"
	"  --strict            warnings count as faults\n"
	"  --format FORMAT     text; json (docs/schema/diagnostics.schema.json); sarif, as\n"
	"                      SARIF 2.1.0; github, as annotations of a GitHub workflow\n"
	"  --no-sense          faults of form only\n"
	"  --accepted          show what the file accepts, too\n"
	"  --quiet             only the faults, no last line\n"
	"  --help              this text\n";

struct checking {
	struct wanted wanted;
	struct complaint_set *all;       /* for cases; made when first needed */
	struct complaint_policy *policy; /* just checked, if it is one */
	size_t files, errors, warnings;
	struct findings_count findings;
	struct reporter reporter;
	int trouble;
	int strict, quiet, no_sense, accepted;
};

/* The policy is kept until its faults are printed: what is found comes after them. */
static complaint_status check_policy(struct checking *checking, const char *path,
				     struct complaint_diagnostics *diagnostics)
{
	complaint_policy_free(checking->policy);
	checking->policy = NULL;
	return complaint_policy_load_file(path, &checking->policy, diagnostics);
}

static complaint_status check_calendar(const char *path, struct complaint_diagnostics *diagnostics)
{
	struct complaint_calendar *calendar = NULL;
	complaint_status status = complaint_calendar_load_file(path, &calendar, diagnostics);

	complaint_calendar_free(calendar);
	return status;
}

/*
 * The policies that a case is read against, loaded when they are first needed. NULL: that failed.
 */
static const struct complaint_set *policies(struct checking *checking)
{
	if (!checking->all && load_set(&checking->wanted, &checking->all) != TOOL_CLEAN) {
		complain("cases are not checked, since there is nothing to read them against",
			 NULL);
		checking->trouble = 1;
	}
	return checking->all;
}

static complaint_status check_case(struct checking *checking, const char *path,
				   struct complaint_diagnostics *diagnostics)
{
	struct complaint_case *complaint_case = NULL;
	const struct complaint_set *set;
	complaint_status status;

	if (!checking->wanted.policy && !checking->wanted.rules)
		return complaint_case_check_file(path, diagnostics);
	set = policies(checking);
	if (!set)
		return COMPLAINT_OK;
	status = complaint_case_load_file(set, path, &complaint_case, diagnostics);
	complaint_case_free(complaint_case);
	return status;
}

static complaint_status check_scenarios(struct checking *checking, const char *path,
					struct complaint_diagnostics *diagnostics)
{
	struct complaint_scenarios *scenarios = NULL;
	struct complaint_set *set = NULL;
	complaint_status status;
	char policy[4096];
	int code;

	if (checking->wanted.policy) {
		code = load_set(&checking->wanted, &set);
	} else {
		struct wanted own = { .policy = policy };

		status = complaint_scenarios_find_policy_file(path, policy, sizeof(policy), NULL,
							      diagnostics);
		if (status != COMPLAINT_OK)
			return status;
		code = load_set(&own, &set);
	}
	if (code != TOOL_CLEAN) {
		complain("not checked, since its policy cannot be loaded", path);
		checking->trouble = 1;
		return COMPLAINT_OK;
	}
	status = complaint_scenarios_load_file(set, path, &scenarios, diagnostics);
	complaint_scenarios_free(scenarios);
	complaint_set_free(set);
	return status;
}

static complaint_status check_by_kind(struct checking *checking, const char *path,
				      struct complaint_diagnostics *diagnostics)
{
	switch (kind_of(path)) {
	case KIND_POLICY: return check_policy(checking, path, diagnostics);
	case KIND_VOCABULARY: return complaint_vocabulary_check_file(path, diagnostics);
	case KIND_CALENDAR: return check_calendar(path, diagnostics);
	case KIND_CASE: return check_case(checking, path, diagnostics);
	case KIND_SCENARIOS: return check_scenarios(checking, path, diagnostics);
	}
	return COMPLAINT_ERR_BAD_ARGUMENT;
}

static void check_file(struct checking *checking, const char *path)
{
	struct complaint_diagnostics *diagnostics = NULL;
	complaint_status status = complaint_diagnostics_new(&diagnostics);

	if (status == COMPLAINT_OK)
		status = check_by_kind(checking, path, diagnostics);
	report_all(&checking->reporter, diagnostics);
	if (status == COMPLAINT_OK && checking->policy && !checking->no_sense)
		status = print_findings(&checking->reporter, checking->policy, checking->accepted,
					&checking->findings);
	complaint_policy_free(checking->policy);
	checking->policy = NULL;
	checking->files++;
	checking->errors +=
		complaint_diagnostics_count_severity(diagnostics, COMPLAINT_SEVERITY_ERROR);
	checking->warnings +=
		complaint_diagnostics_count_severity(diagnostics, COMPLAINT_SEVERITY_WARNING);
	if (status != COMPLAINT_OK && status != COMPLAINT_ERR_INVALID_FILE) {
		checking->trouble = 1;
		if (complaint_diagnostics_count(diagnostics) == 0)
			complain_status(path, status);
	}
	complaint_diagnostics_free(diagnostics);
}

static int is_rule_file(const char *name)
{
	const char *end = strrchr(name, '.');

	return end && strcmp(end, ".yaml") == 0;
}

static void check_found(void *checking, const char *path)
{
	check_file(checking, path);
}

/* A folder without any is told like a file that is none. */
static void check_argument(struct checking *checking, const char *path)
{
	if (!is_directory(path) || each_file_below(path, is_rule_file, check_found, checking) == 0)
		check_file(checking, path);
}

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static int sum_up(const struct checking *checking)
{
	size_t warnings = checking->warnings + checking->findings.warnings;
	int format = checking->reporter.format;

	if (!checking->quiet && (format == REPORT_TEXT || format == REPORT_GITHUB)) {
		printf("%zu file%s, %zu error%s, %zu warning%s", checking->files,
		       plural(checking->files), checking->errors, plural(checking->errors),
		       warnings, plural(warnings));
		if (checking->findings.accepted > 0)
			printf(", %zu accepted finding%s", checking->findings.accepted,
			       plural(checking->findings.accepted));
		putchar('\n');
	}
	if (checking->trouble)
		return TOOL_TROUBLE;
	return checking->errors > 0 || (checking->strict && warnings > 0) ? TOOL_FAULTS
									  : TOOL_CLEAN;
}

static int check_files(struct checking *checking, int format, char **files)
{
	struct totals totals;

	report_begin(&checking->reporter, stdout, format);
	for (; *files; files++)
		check_argument(checking, *files);
	totals = (struct totals){ .files = checking->files,
				  .errors = checking->errors,
				  .warnings = checking->warnings + checking->findings.warnings,
				  .accepted = checking->findings.accepted,
				  .trouble = checking->trouble };
	report_end(&checking->reporter, &totals);
	return sum_up(checking);
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "policy", required_argument, NULL, 'p' },
		{ "rules", required_argument, NULL, 'r' },
		{ "strict", no_argument, NULL, 's' },
		{ "quiet", no_argument, NULL, 'q' },
		{ "no-sense", no_argument, NULL, 'n' },
		{ "accepted", no_argument, NULL, 'a' },
		{ "format", required_argument, NULL, 'f' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct checking checking = { 0 };
	int option, code, format = REPORT_TEXT;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'p': checking.wanted.policy = optarg; break;
		case 'r': checking.wanted.rules = optarg; break;
		case 's': checking.strict = 1; break;
		case 'q': checking.quiet = 1; break;
		case 'n': checking.no_sense = 1; break;
		case 'a': checking.accepted = 1; break;
		case 'f': format = report_format(optarg); break;
		case 'h': return print_usage(&check_command);
		default: return usage_error(&check_command);
		}
	}
	if (optind == argc) {
		complain("no file to check", NULL);
		return usage_error(&check_command);
	}
	if (format < 0) {
		complain("there is no such format; text, json, sarif and github are", NULL);
		return usage_error(&check_command);
	}
	code = check_files(&checking, format, argv + optind);
	complaint_set_free(checking.all);
	return code;
}

const struct command check_command = {
	.name = "check",
	.summary = "find the faults of rule files, calendars, cases and scenarios",
	.usage = usage,
	.run = run,
};
