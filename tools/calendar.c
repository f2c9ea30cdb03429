/* SPDX-License-Identifier: MIT */
/* complaint calendar: working days by themselves. */
#include "tool.h"

#include <getopt.h>
#include <string.h>

static const char usage[] =
	"usage: complaint calendar list\n"
	"       complaint calendar show CALENDAR\n"
	"       complaint calendar add CALENDAR DAY COUNT\n"
	"       complaint calendar count CALENDAR FROM TO\n"
	"       complaint calendar next CALENDAR DAY\n"
	"       complaint calendar previous CALENDAR DAY\n"
	"       complaint calendar explain CALENDAR DAY [DAY]\n"
	"\n"
	"CALENDAR is the name of a bundled one, or a file (.yaml or .ics; with a stroke or\n"
	"a dot in its name). A day is written 2022-09-19. Day 1 is the first working day\n"
	"after DAY; COUNT can be negative (write -- before it). Nothing is guessed beyond\n"
	"the days a calendar covers.\n"
	"\n"
	"Options:\n"
	"  --project-until YEAR  holidays by rule after the last published day; answers that\n"
	"                        rest on them are marked provisional\n"
	"  --help                this text\n";

/* What a step needs: the calendar, and the words after it. */
struct step {
	const char *name;
	int least, most; /* arguments after the calendar */
	int (*run)(const struct complaint_calendar *calendar, int count, char **words);
};

static void print_day(complaint_day day)
{
	char text[11] = "";

	complaint_day_to_text(day, text, sizeof(text));
	fputs(text, stdout);
}

/* Beyond the calendar: says where it ends, and which source ends there. */
static int trouble(const struct complaint_calendar *calendar, complaint_status status)
{
	complaint_day first = 0, last = 0;
	char from[11] = "", to[11] = "";
	const char *source = complaint_calendar_get_end_source(calendar, 1);

	if (status != COMPLAINT_ERR_OUT_OF_RANGE) {
		complain_status("no day", status);
		return TOOL_TROUBLE;
	}
	complaint_calendar_get_span(calendar, &first, &last, NULL);
	complaint_day_to_text(first, from, sizeof(from));
	complaint_day_to_text(last, to, sizeof(to));
	fflush(stdout);
	fputs("complaint: that leaves the days which ", stderr);
	print_name(stderr, complaint_calendar_get_name(calendar));
	fprintf(stderr, " covers, %s to %s", from, to);
	if (source) {
		fputs("; there ends: ", stderr);
		print_name(stderr, source);
	}
	fputc('\n', stderr);
	return TOOL_FAULTS;
}

/* " (provisional)" after a day that rests on days not published. */
static void print_provisional(const struct complaint_calendar *calendar, complaint_day day)
{
	complaint_day published = 0;

	complaint_calendar_get_span(calendar, NULL, NULL, &published);
	if (day > published)
		fputs(" (provisional)", stdout);
}

static int print_result(const struct complaint_calendar *calendar, complaint_status status,
			complaint_day day)
{
	if (status != COMPLAINT_OK)
		return trouble(calendar, status);
	print_day(day);
	print_provisional(calendar, day);
	putchar('\n');
	return TOOL_CLEAN;
}

static int run_add(const struct complaint_calendar *calendar, int count, char **words)
{
	complaint_day day = 0, result = 0;
	complaint_status status;
	long days = 0;

	(void)count;
	if (!read_day(words[0], &day) || !read_number(words[1], -100000, 100000, &days))
		return TOOL_TROUBLE;
	status = complaint_calendar_add_working_days(calendar, day, (int32_t)days, &result);
	return print_result(calendar, status, result);
}

static int run_count(const struct complaint_calendar *calendar, int count, char **words)
{
	complaint_day from = 0, to = 0;
	complaint_status status;
	int32_t days = 0;

	(void)count;
	if (!read_day(words[0], &from) || !read_day(words[1], &to))
		return TOOL_TROUBLE;
	status = complaint_calendar_count_working_days(calendar, from, to, &days);
	if (status != COMPLAINT_OK)
		return trouble(calendar, status);
	printf("%ld", (long)days);
	print_provisional(calendar, from > to ? from : to);
	putchar('\n');
	return TOOL_CLEAN;
}

static int run_next(const struct complaint_calendar *calendar, int count, char **words)
{
	complaint_day day = 0, result = 0;
	complaint_status status;

	(void)count;
	if (!read_day(words[0], &day))
		return TOOL_TROUBLE;
	status = complaint_calendar_next_working_day(calendar, day, &result);
	return print_result(calendar, status, result);
}

static int run_previous(const struct complaint_calendar *calendar, int count, char **words)
{
	complaint_day day = 0, result = 0;
	complaint_status status;

	(void)count;
	if (!read_day(words[0], &day))
		return TOOL_TROUBLE;
	status = complaint_calendar_previous_working_day(calendar, day, &result);
	return print_result(calendar, status, result);
}

static int run_explain(const struct complaint_calendar *calendar, int count, char **words)
{
	complaint_day first = 0, last = 0;
	char line[1024];

	if (!read_day(words[0], &first) || !read_day(words[count - 1], &last))
		return TOOL_TROUBLE;
	if (last < first) {
		complain("the second day comes before the first", words[1]);
		return TOOL_TROUBLE;
	}
	for (complaint_day day = first; day <= last; day++) {
		complaint_status status =
			complaint_calendar_explain_day(calendar, day, line, sizeof(line), NULL);

		if (status != COMPLAINT_OK)
			return trouble(calendar, status);
		print_name(stdout, line);
		putchar('\n');
	}
	return TOOL_CLEAN;
}

static int run_show(const struct complaint_calendar *calendar, int count, char **words)
{
	complaint_day first = 0, last = 0, published = 0;
	int32_t closes = complaint_calendar_get_close_of_business(calendar);

	(void)count;
	(void)words;
	complaint_calendar_get_span(calendar, &first, &last, &published);
	print_name(stdout, complaint_calendar_get_name(calendar));
	printf(", revision %s\ncovers ", complaint_calendar_get_revision(calendar));
	print_day(first);
	fputs(" to ", stdout);
	print_day(last);
	if (published < last) {
		fputs(", published to ", stdout);
		print_day(published);
	}
	putchar('\n');
	if (closes >= 0)
		printf("close of business %02d:%02d\n", (int)closes / 60, (int)closes % 60);
	for (complaint_day day = first; day <= last; day++) {
		size_t causes = complaint_calendar_cause_count(calendar, day);

		for (size_t i = 0; i < causes; i++) {
			if (strcmp(complaint_calendar_get_cause_source(calendar, day, i),
				   "weekend") == 0)
				continue;
			print_day(day);
			fputs("  ", stdout);
			print_name(stdout, complaint_calendar_get_cause(calendar, day, i));
			fputs(" (", stdout);
			print_name(stdout, complaint_calendar_get_cause_source(calendar, day, i));
			puts(complaint_calendar_is_cause_projected(calendar, day, i)
				     ? ", projected)"
				     : ")");
		}
	}
	return TOOL_CLEAN;
}

static int list(void)
{
	for (size_t i = 0; i < complaint_calendar_bundled_count(); i++) {
		const char *name = complaint_calendar_bundled_name(i);
		struct complaint_calendar *calendar = NULL;
		complaint_day first = 0, last = 0;

		if (load_calendar(name, &calendar) != TOOL_CLEAN)
			return TOOL_TROUBLE;
		complaint_calendar_get_span(calendar, &first, &last, NULL);
		printf("%-20s ", name);
		print_day(first);
		fputs(" to ", stdout);
		print_day(last);
		printf("  revision %s\n", complaint_calendar_get_revision(calendar));
		complaint_calendar_free(calendar);
	}
	return TOOL_CLEAN;
}

static const struct step steps[] = {
	{ "show", 0, 0, run_show },         { "add", 2, 2, run_add },
	{ "count", 2, 2, run_count },       { "next", 1, 1, run_next },
	{ "previous", 1, 1, run_previous }, { "explain", 1, 2, run_explain },
};

/* Puts the projected calendar in the place of the other. */
static int project(struct complaint_calendar **calendar, long until_year)
{
	struct complaint_calendar *projected = NULL;
	complaint_status status =
		complaint_calendar_project(*calendar, (int32_t)until_year, &projected);

	if (status == COMPLAINT_ERR_NOT_FOUND) {
		complain("no rule is known by which this calendar's holidays could be projected",
			 complaint_calendar_get_name(*calendar));
		return TOOL_TROUBLE;
	}
	if (status != COMPLAINT_OK) {
		complain_status("it cannot be projected", status);
		return TOOL_TROUBLE;
	}
	complaint_calendar_free(*calendar);
	*calendar = projected;
	return TOOL_CLEAN;
}

static int take_step(const struct step *step, long until_year, int count, char **words)
{
	struct complaint_calendar *calendar = NULL;
	int code;

	if (count < 1 + step->least || count > 1 + step->most) {
		complain("too few or too many arguments", step->name);
		return usage_error(&calendar_command);
	}
	code = load_calendar(words[0], &calendar);
	if (code == TOOL_CLEAN && until_year > 0)
		code = project(&calendar, until_year);
	if (code == TOOL_CLEAN)
		code = step->run(calendar, count - 1, words + 1);
	complaint_calendar_free(calendar);
	return code;
}

static int dispatch(long until_year, int count, char **words)
{
	if (count == 0) {
		complain("what about calendars?", NULL);
		return usage_error(&calendar_command);
	}
	if (strcmp(words[0], "list") == 0 && count == 1)
		return list();
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (strcmp(words[0], steps[i].name) == 0)
			return take_step(&steps[i], until_year, count - 1, words + 1);
	complain("calendars cannot do that", words[0]);
	return usage_error(&calendar_command);
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "project-until", required_argument, NULL, 'u' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	long until_year = 0;
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (option == 'h')
			return print_usage(&calendar_command);
		if (option != 'u' || !read_number(optarg, 1900, 2199, &until_year))
			return usage_error(&calendar_command);
	}
	return dispatch(until_year, argc - optind, argv + optind);
}

const struct command calendar_command = {
	.name = "calendar",
	.summary = "count working days, and say why a day is not one",
	.usage = usage,
	.run = run,
};
