/* SPDX-License-Identifier: MIT */
/* complaint eval: one case answered, for people or as JSON. */
#include "tool.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
	"usage: complaint eval CASE --policy NAME|FILE [OPTION...]\n"
	"       complaint eval CASE --landlord NAME [OPTION...]\n"
	"\n"
	"Answers a case: may it be refused and on which clause, what is due when, may a\n"
	"limit be extended, which doors are open. CASE is a file, YAML or JSON; - reads\n"
	"standard input.\n"
	"\n"
	"Options:\n"
	"  --policy NAME|FILE    a file, or a name such as brighter-places/2022-08\n"
	"  --landlord NAME       a landlord such as livewest; the case's own dates pick the\n"
	"                        version\n"
	"  --rules DIR           the folder with the rules\n"
	"  --now MOMENT          a day, or a day with time and offset; none: no present\n"
	"  --ask WHAT            eligibility, deadlines, extension, windows or standing,\n"
	"                        which is all of them; may be repeated\n"
	"  --detail HOW          verdict, answer (the usual), working\n"
	"  --calendar NAME=FILE  use this calendar where the policy names NAME; FILE can be\n"
	"                        the name of a bundled one; may be repeated\n"
	"  --format text|json    sentences (the usual), or one JSON document\n"
	"  --width N             break lines of text there; 0: never. Usually 80 on a\n"
	"                        terminal, 0 elsewhere\n"
	"  --help                this text\n";

#define MOST_CALENDARS 32
#define CASE_LIMIT (256 * 1024)

struct evaluation {
	struct wanted wanted;
	const char *case_path;
	struct complaint_options options;
	struct complaint_calendar_entry entries[MOST_CALENDARS];
	struct complaint_calendar *calendars[MOST_CALENDARS];
	int32_t questions;
	int json;
	size_t width;
};

/* One word of several. 0 when it is none of them, and says so. */
static int32_t choose(const char *word, const char *const *words, const int32_t *values,
		      const char *what)
{
	for (size_t i = 0; words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return values[i];
	complain(what, word);
	return 0;
}

static int add_question(struct evaluation *given, const char *word)
{
	static const char *const words[] = { "eligibility", "deadlines", "extension",
					     "windows",     "standing",  NULL };
	static const int32_t values[] = { COMPLAINT_ASK_ELIGIBILITY, COMPLAINT_ASK_DEADLINES,
					  COMPLAINT_ASK_EXTENSION, COMPLAINT_ASK_WINDOWS,
					  COMPLAINT_ASK_STANDING };
	int32_t question = choose(word, words, values, "this cannot be asked");

	given->questions |= question;
	return question != 0;
}

static int set_detail(struct evaluation *given, const char *word)
{
	static const char *const words[] = { "verdict", "answer", "working", NULL };
	static const int32_t values[] = { COMPLAINT_DETAIL_VERDICT, COMPLAINT_DETAIL_ANSWER,
					  COMPLAINT_DETAIL_WORKING };

	given->options.detail = choose(word, words, values, "there is no such detail");
	return given->options.detail != 0;
}

static int set_format(struct evaluation *given, const char *word)
{
	static const char *const words[] = { "text", "json", NULL };
	static const int32_t values[] = { 1, 2 };
	int32_t format = choose(word, words, values, "there is no such format");

	given->json = format == 2;
	return format != 0;
}

static int set_now(struct evaluation *given, const char *text)
{
	struct complaint_options *options = &given->options;

	if (strcmp(text, "none") == 0) {
		options->now_kind = COMPLAINT_NOW_NONE;
		return 1;
	}
	if (complaint_day_from_text(text, COMPLAINT_NUL_TERMINATED, &options->now_day) ==
	    COMPLAINT_OK) {
		options->now_kind = COMPLAINT_NOW_DAY;
		return 1;
	}
	if (complaint_moment_from_text(text, COMPLAINT_NUL_TERMINATED, &options->now_moment) ==
	    COMPLAINT_OK) {
		options->now_kind = COMPLAINT_NOW_MOMENT;
		return 1;
	}
	complain("not a day (2022-09-19) nor a moment with offset (2022-09-19T09:30+01:00)", text);
	return 0;
}

/* "NAME=FILE"; the name is kept where it stands, its end marked in place. */
static int add_calendar(struct evaluation *given, char *text)
{
	char *equals = strchr(text, '=');
	size_t count = given->options.calendar_count;

	if (!equals || equals == text || !equals[1] || count == MOST_CALENDARS) {
		complain(count == MOST_CALENDARS ? "too many calendars" : "not NAME=FILE", text);
		return 0;
	}
	*equals = '\0';
	if (load_calendar(equals + 1, &given->calendars[count]) != TOOL_CLEAN)
		return 0;
	given->entries[count].size = sizeof(given->entries[count]);
	given->entries[count].name = text;
	given->entries[count].calendar = given->calendars[count];
	given->options.calendars = given->entries;
	given->options.calendar_count = count + 1;
	return 1;
}

static int set_width(struct evaluation *given, const char *text)
{
	long width = 0;

	if (!read_number(text, 0, 1000, &width))
		return 0;
	given->width = (size_t)width;
	return 1;
}

static int take_option(struct evaluation *given, int option)
{
	switch (option) {
	case 'p': given->wanted.policy = optarg; return 1;
	case 'l': given->wanted.landlord = optarg; return 1;
	case 'r': given->wanted.rules = optarg; return 1;
	case 'n': return set_now(given, optarg);
	case 'a': return add_question(given, optarg);
	case 'd': return set_detail(given, optarg);
	case 'c': return add_calendar(given, optarg);
	case 'f': return set_format(given, optarg);
	case 'w': return set_width(given, optarg);
	default: return 0;
	}
}

static complaint_status load_case(const struct evaluation *given, const struct complaint_set *set,
				  struct complaint_case **ret_case,
				  struct complaint_diagnostics *diagnostics)
{
	complaint_status status;
	size_t length = 0;
	char *bytes;

	if (strcmp(given->case_path, "-") != 0)
		return complaint_case_load_file(set, given->case_path, ret_case, diagnostics);
	bytes = read_all(stdin, CASE_LIMIT, &length);
	if (!bytes)
		return COMPLAINT_ERR_IO;
	status = complaint_case_load_memory(set, "standard input", bytes, length, ret_case,
					    diagnostics);
	free(bytes);
	return status;
}

static int print_answer(const struct evaluation *given, struct complaint_answer *answer)
{
	const char *text = NULL;
	complaint_status status = given->json ? complaint_answer_get_json(answer, &text, NULL)
					      : complaint_answer_get_text(answer, &text, NULL);

	if (status != COMPLAINT_OK) {
		complain_status("the answer could not be written", status);
		return TOOL_TROUBLE;
	}
	if (given->json)
		puts(text);
	else
		print_wrapped(text, given->width);
	return TOOL_CLEAN;
}

static int ask(const struct evaluation *given, const struct complaint_case *complaint_case)
{
	struct complaint_answer *answer = NULL;
	complaint_status status = complaint_answer_new(&answer);
	int32_t questions = given->questions ? given->questions : COMPLAINT_ASK_STANDING;
	int code = TOOL_TROUBLE;

	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate(answer, complaint_case, questions,
						   &given->options);
	if (status == COMPLAINT_OK)
		code = print_answer(given, answer);
	else if (status == COMPLAINT_ERR_NOT_FOUND)
		complain("no policy here names a calendar that was given", NULL);
	else
		complain_status("no answer", status);
	complaint_answer_free(answer);
	return code;
}

static int evaluate(const struct evaluation *given)
{
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_case *complaint_case = NULL;
	struct complaint_set *set = NULL;
	complaint_status status;
	int code = load_set(&given->wanted, &set);

	if (code != TOOL_CLEAN)
		return code;
	complaint_diagnostics_new(&diagnostics);
	status = load_case(given, set, &complaint_case, diagnostics);
	print_diagnostics(stderr, diagnostics);
	if (status == COMPLAINT_OK)
		code = ask(given, complaint_case);
	else
		code = status == COMPLAINT_ERR_INVALID_FILE ? TOOL_FAULTS : TOOL_TROUBLE;
	if (status != COMPLAINT_OK && complaint_diagnostics_count(diagnostics) == 0)
		complain_status(given->case_path, status);
	complaint_case_free(complaint_case);
	complaint_diagnostics_free(diagnostics);
	complaint_set_free(set);
	return code;
}

static int take_arguments(struct evaluation *given, int argc, char **argv)
{
	if (optind + 1 != argc) {
		complain(optind == argc ? "no case to answer" : "one case at a time", NULL);
		return 0;
	}
	if (!given->wanted.policy == !given->wanted.landlord) {
		complain("name either a policy or a landlord", NULL);
		return 0;
	}
	given->case_path = argv[optind];
	return 1;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "policy", required_argument, NULL, 'p' },
		{ "landlord", required_argument, NULL, 'l' },
		{ "rules", required_argument, NULL, 'r' },
		{ "now", required_argument, NULL, 'n' },
		{ "ask", required_argument, NULL, 'a' },
		{ "detail", required_argument, NULL, 'd' },
		{ "calendar", required_argument, NULL, 'c' },
		{ "format", required_argument, NULL, 'f' },
		{ "width", required_argument, NULL, 'w' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct evaluation given = { .options = { .size = sizeof(given.options) } };
	int option, code = TOOL_CLEAN, help = 0;

	given.width = usual_width();
	while (code == TOOL_CLEAN && (option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (option == 'h')
			help = 1;
		else if (!take_option(&given, option))
			code = usage_error(&eval_command);
	}
	if (code == TOOL_CLEAN && help)
		code = print_usage(&eval_command);
	else if (code == TOOL_CLEAN && !take_arguments(&given, argc, argv))
		code = usage_error(&eval_command);
	else if (code == TOOL_CLEAN)
		code = evaluate(&given);
	for (size_t i = 0; i < MOST_CALENDARS; i++)
		complaint_calendar_free(given.calendars[i]);
	return code;
}

const struct command eval_command = {
	.name = "eval",
	.summary = "answer a case",
	.usage = usage,
	.run = run,
};
