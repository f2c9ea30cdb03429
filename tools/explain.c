/* SPDX-License-Identifier: MIT */
/* complaint explain: a policy in plain English, told from its rules alone. */
#include "tool.h"

#include <getopt.h>
#include <string.h>

static const char usage[] =
	"usage: complaint explain [OPTION...] NAME|FILE\n"
	"\n"
	"Tells a policy in plain English from its rules alone, so that its author can hold\n"
	"it against the published text: what may be refused, what is due when, how far it\n"
	"may be extended, which rights the resident has.\n"
	"\n"
	"Options:\n"
	"  --format text|markdown|html  plain text (the default), Markdown, or one page for\n"
	"               a browser, whole in itself, with the stages drawn\n"
	"  --width N    lines of text at most so long; 0 leaves them as they are\n"
	"  --rules DIR  the folder with the rules\n"
	"  --help       this text\n";

static int32_t format_of(const char *word)
{
	static const char *const words[] = { "text", "markdown", "html" };

	for (int32_t i = 0; i < (int32_t)(sizeof(words) / sizeof(words[0])); i++)
		if (strcmp(words[i], word) == 0)
			return COMPLAINT_FORMAT_TEXT + i;
	return 0;
}

static int explain(const char *name, const char *rules, int32_t format, size_t width)
{
	struct complaint_policy *policy = NULL;
	complaint_status status;
	char *text = NULL;
	int code = load_policy(name, rules, &policy);

	if (code != TOOL_CLEAN)
		return code;
	status = complaint_policy_explain(policy, format, &text, NULL);
	if (status != COMPLAINT_OK) {
		complain_status(name, status);
		code = TOOL_TROUBLE;
	} else if (format == COMPLAINT_FORMAT_TEXT) {
		print_wrapped(text, width);
	} else {
		fputs(text, stdout);
	}
	complaint_string_free(text);
	complaint_policy_free(policy);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "format", required_argument, NULL, 'f' },
		{ "width", required_argument, NULL, 'w' },
		{ "rules", required_argument, NULL, 'r' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int32_t format = COMPLAINT_FORMAT_TEXT;
	long width = (long)usual_width();
	const char *rules = NULL;
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'f': format = format_of(optarg); break;
		case 'w':
			if (!read_number(optarg, 0, 1000, &width)) {
				complain("a width is a number from 0 to 1000", optarg);
				return usage_error(&explain_command);
			}
			break;
		case 'r': rules = optarg; break;
		case 'h': return print_usage(&explain_command);
		default: return usage_error(&explain_command);
		}
		if (format == 0) {
			complain("no such format; text, markdown and html are known", optarg);
			return usage_error(&explain_command);
		}
	}
	if (optind + 1 != argc) {
		complain("one policy, please", NULL);
		return usage_error(&explain_command);
	}
	return explain(argv[optind], rules, format, (size_t)width);
}

const struct command explain_command = {
	.name = "explain",
	.summary = "tell a policy in plain English",
	.usage = usage,
	.run = run,
};
