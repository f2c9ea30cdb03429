/* SPDX-License-Identifier: MIT */
/* complaint test: scenarios run against the policy they belong to, each difference named. */
#include "test.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char usage[] =
	"usage: complaint test [OPTION...] FILE|DIR...\n"
	"\n"
	"Runs scenarios against the policy they name. In a folder, every scenarios.yaml\n"
	"below it. Each difference is printed as FILE:LINE with what was expected and what\n"
	"the answer is, a date with how it was counted; the last line says how many\n"
	"scenarios passed and failed.\n"
	"\n"
	"Options:\n"
	"  --policy NAME|FILE  run them against this policy instead\n"
	"  --rules DIR         the folder with the rules\n"
	"  --name TEXT         only scenarios in whose name this stands\n"
	"  --coverage          print how often the scenarios assert each rule to apply, not\n"
	"                      to apply, and to be unknown; what is never asserted fails\n"
	"  --threshold PERCENT so much of it is enough; brings --coverage with it\n"
	"  --suggest           print the scenarios that are missing, with the answers of\n"
	"                      today: each is to be confirmed by you, then pasted. Of a\n"
	"                      policy file, all that it needs\n"
	"  --format FORMAT     text, tap (TAP 13) or junit (JUnit XML)\n"
	"  --verbose           print the name of each scenario that passes too\n"
	"  --help              this text\n";

struct testing {
	const char *policy, *rules, *name;
	int coverage, suggest, help;
	long threshold; /* percent of the coverage that is enough */
	struct covered_so_far so_far;
	size_t seen;
	struct test_report report;
	int trouble;
};

/* --- one file ---------------------------------------------------------- */

/* Does the name hold the text, whatever the case of its letters? */
static int is_wanted(const struct testing *testing, const char *name)
{
	size_t length = testing->name ? strlen(testing->name) : 0;

	for (; *name && strncasecmp(name, testing->name ? testing->name : "", length) != 0; name++)
		continue;
	return length == 0 || *name;
}

/* The differences of one scenario as text, for free(); NULL in *ret_text: there are none. */
static int compare_scenario(struct comparison *comparison, struct complaint_answer *answer,
			    size_t index, int32_t detail, char **ret_text)
{
	const struct complaint_options options = { .size = sizeof(options), .detail = detail };
	const struct complaint_case *given =
		complaint_scenarios_get_case(comparison->scenarios, index);
	size_t length = 0;
	complaint_status status = complaint_answer_evaluate(
		answer, given, COMPLAINT_ASK_STANDING | COMPLAINT_ASK_EXTENSION, &options);

	*ret_text = NULL;
	comparison->differences = 0;
	comparison->stream = open_memstream(ret_text, &length);
	if (!comparison->stream)
		return 0;
	if (status != COMPLAINT_OK || !complaint_answer_get_policy(answer)) {
		comparison->differences++;
		fprintf(comparison->stream, "%s\n", complaint_status_text(status));
	} else {
		compare_answer(comparison, answer,
			       complaint_scenarios_get_expectation(comparison->scenarios, index));
	}
	if (fclose(comparison->stream) != 0 || comparison->differences == 0) {
		free(*ret_text);
		*ret_text = NULL;
	}
	return 1;
}

static void run_scenario(struct testing *testing, struct comparison *comparison, size_t index,
			 struct complaint_answer *answer, struct coverage *coverage)
{
	uint32_t expectation = complaint_scenarios_get_expectation(comparison->scenarios, index);
	char *differences = NULL;

	comparison->name = complaint_scenarios_get_name(comparison->scenarios, index);
	testing->seen++;
	testing->trouble |=
		!compare_scenario(comparison, answer, index, COMPLAINT_DETAIL_ANSWER, &differences);
	if (!differences && coverage)
		coverage_add(coverage,
			     &(struct asserted){ answer, comparison->scenarios, expectation });
	if (differences && !testing->suggest) {
		/* The day-by-day account is worked out only where somebody will read it. */
		free(differences);
		testing->trouble |= !compare_scenario(comparison, answer, index,
						      COMPLAINT_DETAIL_WORKING, &differences);
	}
	if (!testing->suggest)
		test_case(&testing->report, comparison->file,
			  complaint_scenarios_get_line(comparison->scenarios, index),
			  comparison->name, differences);
	free(differences);
}

static void run_scenarios(struct testing *testing, const struct complaint_scenarios *scenarios,
			  const char *file, struct coverage *coverage)
{
	struct comparison comparison = { .scenarios = scenarios, .file = file };
	struct complaint_answer *answer = NULL;

	if (complaint_answer_new(&answer) != COMPLAINT_OK) {
		testing->trouble = 1;
		return;
	}
	for (size_t i = 0; i < complaint_scenarios_count(scenarios); i++)
		if (is_wanted(testing, complaint_scenarios_get_name(scenarios, i)))
			run_scenario(testing, &comparison, i, answer, coverage);
	complaint_answer_free(answer);
}

/* The set that the scenarios of a file are run against. */
static int load_policy_of(const struct testing *testing, const char *file,
			  struct complaint_set **ret_set, struct complaint_diagnostics *diagnostics)
{
	struct wanted wanted = { .policy = testing->policy, .rules = testing->rules };
	complaint_status status;
	char path[4096];

	if (testing->suggest && kind_of(file) == KIND_POLICY)
		wanted.policy = file;
	if (!wanted.policy) {
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

static int is_enough(const struct testing *testing, const struct covered_so_far *so_far)
{
	return (so_far->demanded - so_far->missing) * 100 >=
	       so_far->demanded * (size_t)testing->threshold;
}

/* The table; to a program, as one more case of the file. */
static void show_coverage(struct testing *testing, const struct coverage *coverage,
			  const char *file)
{
	int is_text = testing->report.format == TEST_TEXT;
	size_t length = 0;
	char *text = NULL;
	FILE *stream = is_text ? stdout : open_memstream(&text, &length);
	struct covered_so_far own;

	if (!stream) {
		testing->trouble = 1;
		return;
	}
	own = coverage_print(coverage, stream, file);
	testing->so_far.demanded += own.demanded;
	testing->so_far.missing += own.missing;
	if (is_text)
		return;
	if (fclose(stream) == 0)
		test_case(&testing->report, file, 0, "coverage",
			  is_enough(testing, &own) ? NULL : text);
	free(text);
}

static void run_loaded(struct testing *testing, const struct complaint_set *set,
		       const struct complaint_scenarios *scenarios, const char *file)
{
	struct coverage *coverage = NULL;

	if (testing->coverage || testing->suggest) {
		coverage = coverage_new(complaint_set_get_policy(set, 0));
		testing->trouble |= !coverage;
	}
	if (scenarios)
		run_scenarios(testing, scenarios, file, coverage);
	if (coverage && testing->suggest)
		testing->trouble |= !suggest_scenarios(set, coverage, file);
	else if (coverage)
		show_coverage(testing, coverage, file);
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
	test_begin_file(&testing->report, file);
	code = load_policy_of(testing, file, &set, diagnostics);
	if (code == TOOL_CLEAN && !(testing->suggest && kind_of(file) == KIND_POLICY)) {
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
		if (testing->report.format == TEST_TEXT)
			testing->report.failed += code == TOOL_FAULTS;
		else
			test_case(&testing->report, file, 0, "the file", "not run\n");
		testing->trouble |= code == TOOL_TROUBLE;
	}
	test_end_file(&testing->report, file);
	complaint_scenarios_free(scenarios);
	complaint_set_free(set);
	complaint_diagnostics_free(diagnostics);
}

/* --- folders ------------------------------------------------------------ */

static int is_scenarios(const char *name)
{
	return strcmp(name, "scenarios.yaml") == 0;
}

static void run_found(void *testing, const char *path)
{
	run_file(testing, path);
}

static void run_argument(struct testing *testing, const char *path)
{
	if (!is_directory(path)) {
		run_file(testing, path);
	} else if (each_file_below(path, is_scenarios, run_found, testing) == 0) {
		complain("no scenarios.yaml below this folder", path);
		testing->trouble = 1;
	}
}

static size_t percent_of(const struct covered_so_far *so_far)
{
	return so_far->demanded > 0 ? (so_far->demanded - so_far->missing) * 100 / so_far->demanded
				    : 100;
}

static int sum_up(struct testing *testing)
{
	const struct test_report *report = &testing->report;

	if (!testing->suggest)
		test_end(&testing->report);
	if (report->format == TEST_TEXT && !testing->suggest) {
		if (testing->coverage)
			printf("coverage: %zu missing of %zu, %zu %%\n", testing->so_far.missing,
			       testing->so_far.demanded, percent_of(&testing->so_far));
		printf("%zu passed, %zu failed\n", report->passed, report->failed);
	}
	if (testing->name && testing->seen == 0 && report->failed == 0)
		complain("no scenario has this in its name", testing->name);
	if (testing->trouble || report->trouble ||
	    (testing->name && testing->seen == 0 && report->failed == 0))
		return TOOL_TROUBLE;
	return report->failed > 0 || !is_enough(testing, &testing->so_far) ? TOOL_FAULTS
									   : TOOL_CLEAN;
}

/* 0: an option is wrong, which was said. */
static int read_options(struct testing *testing, int argc, char **argv)
{
	static const struct option options[] = {
		{ "policy", required_argument, NULL, 'p' },
		{ "rules", required_argument, NULL, 'r' },
		{ "name", required_argument, NULL, 'n' },
		{ "coverage", no_argument, NULL, 'c' },
		{ "threshold", required_argument, NULL, 't' },
		{ "suggest", no_argument, NULL, 's' },
		{ "format", required_argument, NULL, 'f' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'p': testing->policy = optarg; break;
		case 'r': testing->rules = optarg; break;
		case 'n': testing->name = optarg; break;
		case 'c': testing->coverage = 1; break;
		case 't':
			testing->coverage = 1;
			if (!read_number(optarg, 0, 100, &testing->threshold))
				return 0;
			break;
		case 's': testing->suggest = 1; break;
		case 'f': testing->report.format = test_format(optarg); break;
		case 'v': testing->report.verbose = 1; break;
		case 'h': testing->help = 1; return 1;
		default: return 0;
		}
	}
	if (testing->report.format < 0) {
		complain("there is no such format; text, tap and junit are", NULL);
		return 0;
	}
	return 1;
}

static int run(int argc, char **argv)
{
	struct testing testing = { .threshold = 100 };

	if (!read_options(&testing, argc, argv))
		return usage_error(&test_command);
	if (testing.help)
		return print_usage(&test_command);
	if (optind == argc) {
		complain("no scenarios to run", NULL);
		return usage_error(&test_command);
	}
	if (!testing.suggest)
		test_begin(&testing.report);
	else
		testing.report.format = TEST_TEXT;
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
