/* SPDX-License-Identifier: MIT */
/* complaint case: an interview. Only what still matters is asked, and the answer follows. */
#include "interview.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
	"usage: complaint case [OPTION...] POLICY\n"
	"\n"
	"Asks about one complaint, the most decisive question first and only what can still\n"
	"change the answer, and prints the answer at the end. POLICY is a file, or a name\n"
	"such as brighter-places/2022-08. Questions go to standard error and the answer to\n"
	"standard output; answers are read from standard input, one a line:\n"
	"\n"
	"  yes, no, unknown    or a number, a date, one of the choices shown\n"
	"  (an empty line)     leaves the question out\n"
	"  ?                   says what can be answered, and what hangs on it\n"
	"  back                takes the last answer back\n"
	"  done                ends the questions, as the end of the input does\n"
	"\n"
	"Where no person sits at a terminal, a line that is no answer ends it with exit code\n"
	"1, since the lines after it would answer other questions.\n"
	"\n"
	"Options:\n"
	"  --at WHAT      acceptance, escalation or additional-issue: what is to be decided\n"
	"  --now MOMENT   a day, or a day with time and offset; none: no present. Usually\n"
	"                 today, by this computer's clock\n"
	"  --output FILE  write what was answered as a case file, which must not be there yet\n"
	"  --rules DIR    the folder with the rules\n"
	"  --width N      break lines of text there; 0: never. Usually 80 on a terminal, 0\n"
	"                 elsewhere\n"
	"  --help         this text\n";

/* --- which question ----------------------------------------------------------- */

static int was_asked(const struct interview *interview, const char *name)
{
	for (size_t i = 0; i < interview->count; i++)
		if (strcmp(interview->answers[i].name, name) == 0)
			return 1;
	return 0;
}

/* Takes a question unless it was asked already. */
static int take(const struct interview *interview, struct question *question, const char *name,
		const char *words)
{
	uint32_t fact;

	if (!name || strlen(name) >= LONGEST_ANSWER || was_asked(interview, name))
		return 0;
	fact = complaint_set_find_fact(interview->set, name, COMPLAINT_NUL_TERMINATED);
	*question = (struct question){
		.name = name,
		.words = words ? words : name,
		.is_event = fact == COMPLAINT_NONE,
		.type = complaint_set_get_fact_type(interview->set, fact),
	};
	return 1;
}

/* The next question: of eligibility first, then what dates hang on. 0: there is none. */
static int next_question(const struct interview *interview, struct question *question)
{
	const struct complaint_eligibility *eligibility =
		complaint_answer_get_eligibility(interview->answer);
	const struct complaint_standing *standing =
		complaint_answer_get_standing(interview->answer);
	size_t count = complaint_eligibility_question_count(eligibility);

	for (size_t i = 0; i < count; i++)
		if (take(interview, question,
			 complaint_eligibility_get_question_name(eligibility, i),
			 complaint_eligibility_get_question_words(eligibility, i))) {
			question->weight =
				complaint_eligibility_get_question_weight(eligibility, i);
			return 1;
		}
	count = complaint_standing_question_count(standing);
	for (size_t i = 0; i < count; i++)
		if (take(interview, question, complaint_standing_get_question_name(standing, i),
			 complaint_standing_get_question_words(standing, i)))
			return 1;
	return 0;
}

/* --- asking ------------------------------------------------------------------- */

enum reply { REPLY_ANSWER, REPLY_SKIP, REPLY_HELP, REPLY_BACK, REPLY_DONE, REPLY_WRONG };

static void print_question(const struct interview *interview, const struct question *question)
{
	fflush(stdout);
	fprintf(stderr, "%zu. ", interview->count + 1);
	print_name(stderr, question->words);
	fputs("\n  ", stderr);
	print_choices(interview, question);
}

static void print_help(const struct interview *interview, const struct question *question)
{
	fputs("The name of it is ", stderr);
	print_name(stderr, question->name);
	if (question->weight > 0)
		fprintf(stderr, "; %zu %s on it.\nAnswer with ", question->weight,
			question->weight == 1 ? "rule hangs" : "rules hang");
	else
		fputs("; dates and doors hang on it.\nAnswer with ", stderr);
	print_choices(interview, question);
	fputs("An empty line leaves it out; back takes the last answer back; done ends.\n", stderr);
}

/* A line without blanks around it. 0: the input is at its end. A line too long is no answer. */
static int read_line(struct interview *interview, char typed[LONGEST_ANSWER])
{
	size_t length = 0;
	int character, any = 0;

	while ((character = getchar()) != EOF && character != '\n') {
		any = 1;
		if (length == 0 && (character == ' ' || character == '\t'))
			continue;
		if (length < LONGEST_ANSWER)
			typed[length] = (char)(character ? character : '\001');
		length += length < LONGEST_ANSWER;
	}
	if (character == EOF && !any)
		return 0;
	interview->lines++;
	if (length == LONGEST_ANSWER)
		length = (size_t)snprintf(typed, LONGEST_ANSWER, "(a line of %d bytes or more)",
					  LONGEST_ANSWER);
	while (length > 0 && strchr(" \t\r", typed[length - 1]))
		length--;
	typed[length] = '\0';
	return 1;
}

static enum reply read_reply(struct interview *interview, const struct question *question,
			     char value[LONGEST_ANSWER])
{
	char typed[LONGEST_ANSWER];

	if (!read_line(interview, typed) || strcmp(typed, "done") == 0)
		return REPLY_DONE;
	if (!typed[0])
		return REPLY_SKIP;
	if (strcmp(typed, "?") == 0 || strcmp(typed, "help") == 0)
		return REPLY_HELP;
	if (strcmp(typed, "back") == 0)
		return REPLY_BACK;
	return read_answer(interview, question, typed, value) ? REPLY_ANSWER : REPLY_WRONG;
}

static void keep(struct interview *interview, const struct question *question, const char *value)
{
	struct answered *answered = &interview->answers[interview->count++];

	strcpy(answered->name, question->name);
	strcpy(answered->value, value);
	answered->is_event = question->is_event;
}

/* One question until something follows from what was typed. 0: no more questions. */
static int ask(struct interview *interview, const struct question *question, int *ret_code)
{
	char value[LONGEST_ANSWER] = "";

	print_question(interview, question);
	for (;;) {
		switch (read_reply(interview, question, value)) {
		case REPLY_ANSWER: keep(interview, question, value); return 1;
		case REPLY_SKIP: keep(interview, question, ""); return 1;
		case REPLY_DONE: return 0;
		case REPLY_BACK:
			if (interview->count > 0)
				interview->count--;
			else
				fputs("This is the first question.\n", stderr);
			return 1;
		case REPLY_HELP: print_help(interview, question); break;
		case REPLY_WRONG:
			if (interview->strict) {
				fprintf(stderr,
					"complaint: line %zu of the answers; the question "
					"was: ",
					interview->lines);
				print_name(stderr, question->words);
				fputc('\n', stderr);
				*ret_code = TOOL_FAULTS;
				return 0;
			}
			fputs("Answer with ", stderr);
			print_choices(interview, question);
		}
	}
}

static int interview_person(struct interview *interview)
{
	struct question question = { 0 };
	complaint_status status;
	int code = TOOL_CLEAN, more = 1;

	while (more && code == TOOL_CLEAN) {
		status = build_case(interview);
		if (status == COMPLAINT_OK)
			status = complaint_answer_evaluate(interview->answer, interview->known,
							   COMPLAINT_ASK_STANDING, NULL);
		if (status != COMPLAINT_OK) {
			complain_status("no answer", status);
			return TOOL_TROUBLE;
		}
		more = interview->count < MOST_ANSWERS && next_question(interview, &question);
		more = more && ask(interview, &question, &code);
	}
	return code;
}

/* --- the command ---------------------------------------------------------------- */

struct given {
	const char *policy, *rules, *output, *now;
	size_t width;
	int32_t at;
};

static int print_result(struct interview *interview, size_t width)
{
	const char *text = NULL;
	complaint_status status = complaint_answer_get_text(interview->answer, &text, NULL);

	if (status != COMPLAINT_OK) {
		complain_status("the answer could not be written", status);
		return TOOL_TROUBLE;
	}
	print_wrapped(text, width);
	return TOOL_CLEAN;
}

static int read_now(const char *given, char now[32])
{
	time_t seconds = time(NULL);
	complaint_moment moment;
	complaint_day day;

	if (!given)
		return complaint_day_to_text((complaint_day)(seconds / 86400), now, 32) ==
		       COMPLAINT_OK;
	if (strcmp(given, "none") == 0)
		return 1;
	if (strlen(given) < 32 &&
	    (complaint_day_from_text(given, COMPLAINT_NUL_TERMINATED, &day) == COMPLAINT_OK ||
	     complaint_moment_from_text(given, COMPLAINT_NUL_TERMINATED, &moment) ==
		     COMPLAINT_OK)) {
		strcpy(now, given);
		return 1;
	}
	complain("not a day (2022-09-19) nor a moment with offset (2022-09-19T09:30+01:00)", given);
	return 0;
}

static int hold(const struct given *given)
{
	struct interview *interview = calloc(1, sizeof(*interview));
	struct wanted wanted = { .policy = given->policy, .rules = given->rules };
	int code = TOOL_TROUBLE;

	if (!interview || !read_now(given->now, interview->now)) {
		free(interview);
		return TOOL_TROUBLE;
	}
	interview->at = given->at;
	interview->strict = !isatty(STDIN_FILENO);
	code = load_set(&wanted, &interview->set);
	if (code == TOOL_CLEAN &&
	    (complaint_case_new(interview->set, &interview->known) != COMPLAINT_OK ||
	     complaint_answer_new(&interview->answer) != COMPLAINT_OK))
		code = TOOL_TROUBLE;
	if (code == TOOL_CLEAN) {
		interview->policy = complaint_set_get_policy(interview->set, 0);
		code = interview_person(interview);
	}
	if (code == TOOL_CLEAN)
		code = print_result(interview, given->width);
	if (code == TOOL_CLEAN && given->output)
		code = write_case(interview, given->output);
	complaint_answer_free(interview->answer);
	complaint_case_free(interview->known);
	complaint_set_free(interview->set);
	free(interview);
	return code;
}

static int read_at(const char *word, int32_t *ret_at)
{
	static const char *const words[] = { "acceptance", "escalation", "additional-issue" };
	static const int32_t moments[] = { COMPLAINT_AT_ACCEPTANCE, COMPLAINT_AT_ESCALATION,
					   COMPLAINT_AT_ADDITIONAL_ISSUE };

	for (size_t i = 0; i < 3; i++)
		if (strcmp(words[i], word) == 0) {
			*ret_at = moments[i];
			return 1;
		}
	complain("not acceptance, escalation or additional-issue", word);
	return 0;
}

static int take_option(struct given *given, int option)
{
	long width = 0;

	switch (option) {
	case 'a': return read_at(optarg, &given->at);
	case 'n': given->now = optarg; return 1;
	case 'o': given->output = optarg; return 1;
	case 'r': given->rules = optarg; return 1;
	case 'w':
		if (!read_number(optarg, 0, 1000, &width))
			return 0;
		given->width = (size_t)width;
		return 1;
	default: return 0;
	}
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "at", required_argument, NULL, 'a' },
		{ "now", required_argument, NULL, 'n' },
		{ "output", required_argument, NULL, 'o' },
		{ "rules", required_argument, NULL, 'r' },
		{ "width", required_argument, NULL, 'w' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	struct given given = { .width = usual_width() };
	struct stat about;
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (option == 'h')
			return print_usage(&case_command);
		if (!take_option(&given, option))
			return usage_error(&case_command);
	}
	if (optind + 1 != argc) {
		complain("one policy, please", NULL);
		return usage_error(&case_command);
	}
	given.policy = argv[optind];
	/* Better said before the questions than after them. */
	if (given.output && lstat(given.output, &about) == 0) {
		complain(given.output, "is there already and stays as it is");
		return TOOL_TROUBLE;
	}
	return hold(&given);
}

const struct command case_command = {
	.name = "case",
	.summary = "ask about a complaint, one question after the other",
	.usage = usage,
	.run = run,
};
