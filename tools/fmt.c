/* SPDX-License-Identifier: MIT */
/* complaint fmt: a rule file laid out as all of them are, its meaning and its remarks unchanged. */
#include "fmt.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
	"usage: complaint fmt [OPTION...] FILE...\n"
	"\n"
	"Lays out policies, scenarios, cases, calendars and vocabularies (YAML) alike. Order\n"
	"and remarks stay; nothing is written that does not mean the same, and a file with\n"
	"faults is left alone. What it does:\n"
	"\n"
	"  two blanks a level, lists set in below their key; one blank behind a colon and a\n"
	"  comma; { a: b } and [a, b]; no blanks at the ends of lines; lines end in LF\n"
	"  one blank line at most; one above each group at the top of a file (not of a\n"
	"  case), and between the entries of exclusions, routes, stages, windows, scenarios\n"
	"  texts under >- wrapped at 80 columns; a text that makes its line longer than 100\n"
	"  put under >-; clauses in double quotes\n"
	"\n"
	"The new text is written beside the file and then takes its name; a link stays.\n"
	"Each file that changes is named on standard output.\n"
	"\n"
	"Options:\n"
	"  --check  write nothing; exit code 1 when a file would change\n"
	"  --help   this text\n";

static int ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* The new text; NULL: it was told why there is none. Free with free(). */
static char *lay_out(const char *path, enum kind kind, const char *before, size_t length,
		     int *ret_code)
{
	const char *trouble = NULL;
	size_t line = 0;
	char *after = format_text(before, length, kind, &trouble, &line);

	if (after && same_content(path, before, after))
		return after;
	*ret_code = after || trouble ? TOOL_FAULTS : TOOL_TROUBLE;
	if (trouble) {
		fflush(stdout);
		print_name(stderr, path);
		fprintf(stderr, ":%zu: %s; the file stays as it is\n", line, trouble);
	} else if (!after) {
		complain_status(path, COMPLAINT_ERR_NO_MEMORY);
	}
	free(after);
	return NULL;
}

static int replace(const char *path, enum kind kind, const char *before, size_t length,
		   const char *after)
{
	struct replacement made;

	if (!write_beside(path, after, strlen(after), &made))
		return TOOL_TROUBLE;
	if (!same_meaning(made.target, made.beside, kind)) {
		take_away(&made);
		return TOOL_FAULTS;
	}
	return put_in_place(&made, before, length) ? TOOL_CLEAN : TOOL_FAULTS;
}

static int format_file(const char *path, int only_check)
{
	enum kind kind = kind_of(path);
	size_t length = 0;
	char *before = read_whole(path, &length), *after;
	int code = TOOL_TROUBLE;

	if (!before)
		return TOOL_TROUBLE;
	if (before[strspn(before, " \t\r\n")] == '{' || ends_with(path, ".ics")) {
		complain("only YAML is laid out", path);
		free(before);
		return TOOL_TROUBLE;
	}
	code = is_sound(path, kind);
	after = code == TOOL_CLEAN ? lay_out(path, kind, before, length, &code) : NULL;
	if (after && (strlen(after) != length || memcmp(before, after, length) != 0)) {
		code = only_check ? TOOL_FAULTS : replace(path, kind, before, length, after);
		if (only_check || code == TOOL_CLEAN) {
			print_name(stdout, path);
			putchar('\n');
		}
	}
	free(after);
	free(before);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "check", no_argument, NULL, 'c' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int option, only_check = 0, code = TOOL_CLEAN;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'c': only_check = 1; break;
		case 'h': return print_usage(&fmt_command);
		default: return usage_error(&fmt_command);
		}
	}
	if (optind == argc) {
		complain("no file to lay out", NULL);
		return usage_error(&fmt_command);
	}
	for (; optind < argc; optind++) {
		int one = format_file(argv[optind], only_check);

		code = one > code ? one : code;
	}
	return code;
}

const struct command fmt_command = {
	.name = "fmt",
	.summary = "lay rule files out alike; meaning and remarks stay",
	.usage = usage,
	.run = run,
};
