/* SPDX-License-Identifier: MIT */
/* complaint test: scenarios run against the policy they belong to, each difference named. */
#include "test.h"

#include <dirent.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
	"usage: complaint test [OPTION...] FILE|DIR...\n"
	"\n"
	"Runs scenarios against the policy they name. In a folder, every scenarios.yaml\n"
	"below it. Each difference is printed as FILE:LINE with what was expected and what\n"
	"the answer is; the last line says how many scenarios passed and failed.\n"
	"\n"
	"Options:\n"
	"  --policy NAME|FILE  run them against this policy instead\n"
	"  --rules DIR         the folder with the rules\n"
	"  --coverage          print how often the scenarios assert each rule to apply, not\n"
	"                      to apply, and to be unknown; what is never asserted fails\n"
	"  --verbose           print the name of each scenario that passes too\n"
	"  --help              this text\n";

struct testing {
	const char *policy, *rules;
	int coverage, verbose;
	size_t passed, failed, missing;
	int trouble;
};

/* --- one file ---------------------------------------------------------- */

static int run_scenario(struct testing *testing, const struct complaint_scenarios *scenarios,
			size_t index, const char *file, struct complaint_answer *answer,
			struct coverage *coverage)
{
	struct comparison comparison = {
		.scenarios = scenarios,
		.file = file,
		.name = complaint_scenarios_get_name(scenarios, index),
	};
	uint32_t expectation = complaint_scenarios_get_expectation(scenarios, index);
	complaint_status status =
		complaint_answer_evaluate(answer, complaint_scenarios_get_case(scenarios, index),
					  COMPLAINT_ASK_STANDING | COMPLAINT_ASK_EXTENSION, NULL);

	if (status != COMPLAINT_OK || !complaint_answer_get_policy(answer)) {
		complain_status(comparison.name, status);
		return 0;
	}
	compare_answer(&comparison, answer, expectation);
	if (comparison.differences == 0 && coverage)
		coverage_add(coverage, &(struct asserted){ answer, scenarios, expectation });
	if (comparison.differences == 0 && testing->verbose) {
		fputs("ok: ", stdout);
		print_name(stdout, comparison.name);
		putchar('\n');
	}
	return comparison.differences == 0;
}

static void run_scenarios(struct testing *testing, const struct complaint_scenarios *scenarios,
			  const char *file, struct coverage *coverage)
{
	struct complaint_answer *answer = NULL;

	if (complaint_answer_new(&answer) != COMPLAINT_OK) {
		testing->trouble = 1;
		return;
	}
	for (size_t i = 0; i < complaint_scenarios_count(scenarios); i++) {
		if (run_scenario(testing, scenarios, i, file, answer, coverage))
			testing->passed++;
		else
			testing->failed++;
	}
	complaint_answer_free(answer);
}

/* The set that the scenarios of a file are run against. */
static int load_policy_of(const struct testing *testing, const char *file,
			  struct complaint_set **ret_set, struct complaint_diagnostics *diagnostics)
{
	struct wanted wanted = { .policy = testing->policy, .rules = testing->rules };
	complaint_status status;
	char path[4096];

	if (!testing->policy) {
		status = complaint_scenarios_find_policy_file(file, path, sizeof(path), NULL,
							      diagnostics);
		if (status == COMPLAINT_ERR_INVALID_FILE)
			return TOOL_FAULTS;
		if (status != COMPLAINT_OK)
			return TOOL_TROUBLE;
		wanted.policy = path;
	}
	return load_set(&wanted, ret_set);
}

static void run_loaded(struct testing *testing, const struct complaint_set *set,
		       const struct complaint_scenarios *scenarios, const char *file)
{
	struct coverage *coverage = NULL;

	if (testing->coverage) {
		coverage = coverage_new(complaint_set_get_policy(set, 0));
		testing->trouble |= !coverage;
	}
	run_scenarios(testing, scenarios, file, coverage);
	if (coverage)
		testing->missing += coverage_print(coverage, file);
	coverage_free(coverage);
}

static void run_file(struct testing *testing, const char *file)
{
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_scenarios *scenarios = NULL;
	struct complaint_set *set = NULL;
	complaint_status status;
	int code;

	complaint_diagnostics_new(&diagnostics);
	code = load_policy_of(testing, file, &set, diagnostics);
	if (code == TOOL_CLEAN) {
		status = complaint_scenarios_load_file(set, file, &scenarios, diagnostics);
		code = status == COMPLAINT_OK                 ? TOOL_CLEAN
		       : status == COMPLAINT_ERR_INVALID_FILE ? TOOL_FAULTS
							      : TOOL_TROUBLE;
	}
	if (code == TOOL_CLEAN) {
		run_loaded(testing, set, scenarios, file);
	} else {
		print_diagnostics(stderr, diagnostics);
		complain("not run", file);
		testing->failed += code == TOOL_FAULTS;
		testing->trouble |= code == TOOL_TROUBLE;
	}
	complaint_scenarios_free(scenarios);
	complaint_set_free(set);
	complaint_diagnostics_free(diagnostics);
}

/* --- folders ------------------------------------------------------------ */

/* Folders lie in folders; a rule folder lies two below the top. */
#define DEEPEST 8

/* Runs every scenarios.yaml below; returns how many there were. */
static size_t run_folder(struct testing *testing, const char *folder, int depth)
{
	struct dirent **entries = NULL;
	int count = depth < DEEPEST ? scandir(folder, &entries, NULL, alphasort) : 0;
	size_t files = 0;

	for (int i = 0; i < count; i++) {
		size_t size = strlen(folder) + strlen(entries[i]->d_name) + 2;
		char *path = malloc(size);

		if (path && entries[i]->d_name[0] != '.') {
			snprintf(path, size, "%s/%s", folder, entries[i]->d_name);
			if (is_directory(path)) {
				files += run_folder(testing, path, depth + 1);
			} else if (strcmp(entries[i]->d_name, "scenarios.yaml") == 0) {
				run_file(testing, path);
				files++;
			}
		}
		free(path);
		free(entries[i]);
	}
	free(entries);
	return files;
}

static void run_argument(struct testing *testing, const char *path)
{
	if (!is_directory(path)) {
		run_file(testing, path);
	} else if (run_folder(testing, path, 0) == 0) {
		complain("no scenarios.yaml below this folder", path);
		testing->trouble = 1;
	}
}

static int sum_up(const struct testing *testing)
{
	if (testing->coverage)
		printf("coverage: %zu missing\n", testing->missing);
	printf("%zu passed, %zu failed\n", testing->passed, testing->failed);
	if (testing->trouble)
		return TOOL_TROUBLE;
	return testing->failed > 0 || testing->missing > 0 ? TOOL_FAULTS : TOOL_CLEAN;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "policy", required_argument, NULL, 'p' },
		{ "rules", required_argument, NULL, 'r' },
		{ "coverage", no_argument, NULL, 'c' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct testing testing = { 0 };
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'p': testing.policy = optarg; break;
		case 'r': testing.rules = optarg; break;
		case 'c': testing.coverage = 1; break;
		case 'v': testing.verbose = 1; break;
		case 'h': return print_usage(&test_command);
		default: return usage_error(&test_command);
		}
	}
	if (optind == argc) {
		complain("no scenarios to run", NULL);
		return usage_error(&test_command);
	}
	for (; optind < argc; optind++)
		run_argument(&testing, argv[optind]);
	return sum_up(&testing);
}

const struct command test_command = {
	.name = "test",
	.summary = "run scenarios against their policy",
	.usage = usage,
	.run = run,
};
