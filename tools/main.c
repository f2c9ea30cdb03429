/* SPDX-License-Identifier: MIT */
/*
 * The command `complaint`: rule files checked, cases answered, scenarios run, working days counted.
 */
#include "tool.h"

#include <signal.h>
#include <string.h>

static const struct command *const commands[] = {
	&check_command, &eval_command,    &test_command, &calendar_command, &vocabulary_command,
	&show_command,  &explain_command, &new_command,  &fmt_command,      &case_command,
};

static const char summary[] = "usage: complaint COMMAND [OPTION...] [ARGUMENT...]\n"
			      "\n"
			      "Decides complaints by a landlord's published policy.\n"
			      "\n"
			      "Commands:\n";

static const char rest[] =
	"  help        what a command does: `complaint help eval`; what a fault is:\n"
	"              `complaint help unit-missing`; all faults: `complaint help faults`\n"
	"\n"
	"Options:\n"
	"  --help      this text\n"
	"  --version   which version this is\n"
	"\n"
	"Exit codes: 0 nothing is wrong; 1 faults were found in what was looked at;\n"
	"2 the command was used wrongly, or something could not be read or written.\n";

static int print_summary(FILE *stream)
{
	fputs(summary, stream);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		fprintf(stream, "  %-10s  %s\n", commands[i]->name, commands[i]->summary);
	fputs(rest, stream);
	return TOOL_CLEAN;
}

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

int print_usage(const struct command *command)
{
	fputs(command->usage, stdout);
	return TOOL_CLEAN;
}

int usage_error(const struct command *command)
{
	fprintf(stderr, "Try `complaint %s --help`.\n", command->name);
	return TOOL_TROUBLE;
}

static int unknown_command(const char *name)
{
	complain("there is no such command", name);
	fputs("Try `complaint --help`.\n", stderr);
	return TOOL_TROUBLE;
}

/* A command, the name of a fault as it stands in square brackets, or `faults`: all of those. */
static int help(const char *name)
{
	const struct command *command = name ? find(name) : NULL;
	const char *nearest;

	if (!name || strcmp(name, "help") == 0)
		return print_summary(stdout);
	if (command)
		return print_usage(command);
	if (strcmp(name, "faults") == 0)
		return print_fault_names();
	if (print_fault_page(name))
		return TOOL_CLEAN;
	nearest = near_fault(name);
	complain("there is no such command, nor a fault of that name", name);
	if (nearest)
		fprintf(stderr, "Did you mean `complaint help %s`?\n", nearest);
	else
		fputs("Try `complaint --help` or `complaint help faults`.\n", stderr);
	return TOOL_TROUBLE;
}

static int run(int argc, char **argv)
{
	const struct command *command;

	if (argc < 2) {
		print_summary(stderr);
		return TOOL_TROUBLE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return print_summary(stdout);
	if (strcmp(argv[1], "help") == 0)
		return help(argv[2]);
	if (strcmp(argv[1], "--version") == 0) {
		printf("complaint %s\n", complaint_version_text());
		return TOOL_CLEAN;
	}
	command = find(argv[1]);
	return command ? command->run(argc - 1, argv + 1) : unknown_command(argv[1]);
}

int main(int argc, char **argv)
{
	/* A reader that went away is an error to be told of, not a death without a word. */
	signal(SIGPIPE, SIG_IGN);
	return finish_output(run(argc, argv));
}
