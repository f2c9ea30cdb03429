/* SPDX-License-Identifier: MIT */
/* complaint show: a policy as one JSON document. */
#include "tool.h"

#include <getopt.h>

static const char usage[] =
	"usage: complaint show [--rules DIR] NAME|FILE\n"
	"\n"
	"Prints a policy as one JSON document: its rules with their clauses, conditions,\n"
	"limits and readings, each with its line in the file.\n"
	"\n"
	"Options:\n"
	"  --rules DIR  the folder with the rules\n"
	"  --help       this text\n";

static int show(const char *name, const char *rules)
{
	struct complaint_policy *policy = NULL;
	complaint_status status;
	char *text = NULL;
	int code = load_policy(name, rules, &policy);

	if (code != TOOL_CLEAN)
		return code;
	status = complaint_policy_to_json(policy, &text, NULL);
	if (status == COMPLAINT_OK) {
		puts(text);
	} else {
		complain_status(name, status);
		code = TOOL_TROUBLE;
	}
	complaint_string_free(text);
	complaint_policy_free(policy);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "rules", required_argument, NULL, 'r' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	const char *rules = NULL;
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'r': rules = optarg; break;
		case 'h': return print_usage(&show_command);
		default: return usage_error(&show_command);
		}
	}
	if (optind + 1 != argc) {
		complain("one policy, please", NULL);
		return usage_error(&show_command);
	}
	return show(argv[optind], rules);
}

const struct command show_command = {
	.name = "show",
	.summary = "print a policy as JSON",
	.usage = usage,
	.run = run,
};
