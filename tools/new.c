/* SPDX-License-Identifier: MIT */
/* complaint new: a commented start of a policy, and scenarios for it, that pass. */
#include "growing.h"
#include "new.h"
#include "tool.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
	"usage: complaint new [OPTION...] LANDLORD\n"
	"\n"
	"Writes a short policy.yaml with a remark on each key, and scenarios.yaml beside it:\n"
	"a start that passes `complaint check` and `complaint test`. LANDLORD is the name as\n"
	"people write it, such as \"Example Homes\". A file that is there is never overwritten.\n"
	"\n"
	"Options:\n"
	"  --from YYYY-MM  the month from which the policy is in force; else this month\n"
	"  --output DIR    the folder for the two files, made if it is missing; else\n"
	"                  landlord/YYYY-MM here, such as example-homes/2024-04\n"
	"  --help          this text\n";

#define FOLDER_MODE 0777

static const char not_covered[] =
	"the bank holidays known here do not reach this month and the three after it";

/* What the names between @ signs stand for. */
struct start {
	char issuer[1024]; /* as YAML has it */
	char from[12], old[12], recent[12];
	complaint_day received;
	struct complaint_calendar *calendar;
};

/* --- filling in ----------------------------------------------------------- */

/* The n-th working day after the complaint came in. */
static int append_day(struct growing *filled, const struct start *start, int32_t days)
{
	complaint_day day = start->received;
	char text[16];

	if (days > 0 &&
	    complaint_calendar_add_working_days(start->calendar, day, days, &day) != COMPLAINT_OK)
		return 0;
	if (complaint_day_to_text(day, text, sizeof(text)) != COMPLAINT_OK)
		return 0;
	grow_text(filled, text);
	return 1;
}

static int append_name(struct growing *filled, const struct start *start, const char *name,
		       size_t length)
{
	const struct {
		const char *name, *text;
	} names[] = {
		{ "issuer", start->issuer },
		{ "from", start->from },
		{ "old", start->old },
		{ "recent", start->recent },
	};

	if (isdigit((unsigned char)*name))
		return append_day(filled, start, (int32_t)strtol(name, NULL, 10));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i].name) == length && strncmp(names[i].name, name, length) == 0)
			grow_text(filled, names[i].text);
	return 1;
}

static int fill_piece(struct growing *filled, const struct start *start, const char *piece)
{
	while (*piece) {
		size_t length = strcspn(piece, "@");

		grow(filled, piece, length);
		piece += length;
		if (!*piece)
			break;
		length = strcspn(++piece, "@");
		if (!append_name(filled, start, piece, length))
			return 0;
		piece += length + 1;
	}
	return 1;
}

/* NULL: out of memory, or a day beyond the calendar. Free with free(). */
static char *fill(const struct start *start, const char *const *pieces)
{
	struct growing filled = { 0 };

	for (; *pieces; pieces++)
		if (!fill_piece(&filled, start, *pieces)) {
			free(filled.text);
			return NULL;
		}
	if (filled.failed) {
		free(filled.text);
		return NULL;
	}
	return filled.text;
}

/* --- what was asked for --------------------------------------------------- */

/* A name as YAML has it: in quotes where it could mean something else without them. */
static int quote(const char *name, char *text, size_t size)
{
	static const char *const words[] = { "true", "false", "yes",  "no", "on",
					     "off",  "null",  "none", "y",  "n" };
	int plain = isalpha((unsigned char)*name) != 0;
	size_t length = 0;

	if (!*name || strlen(name) * 2 + 3 > size)
		return 0;
	for (const char *at = name; *at; at++) {
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			return 0;
		plain = plain && (isalnum((unsigned char)*at) || strchr(" '&.-", *at));
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		plain = plain && strcmp(words[i], name) != 0;
	if (plain && name[strlen(name) - 1] != ' ') {
		strcpy(text, name);
		return 1;
	}
	text[length++] = '"';
	for (const char *at = name; *at; at++) {
		if (*at == '"' || *at == '\\')
			text[length++] = '\\';
		text[length++] = *at;
	}
	text[length++] = '"';
	text[length] = '\0';
	return 1;
}

static void write_month(char text[12], long months)
{
	snprintf(text, 12, "%04u-%02u", (unsigned)(months / 12) % 10000u,
		 (unsigned)(months % 12) + 1u);
}

/* The month as a count of months; the present one when none is given. */
static int read_month(const char *given, long *ret_months)
{
	time_t seconds = time(NULL);
	const struct tm *now = given ? NULL : gmtime(&seconds);
	complaint_day day;
	char text[16];
	int32_t year = 0, month = 0;

	if (now) {
		*ret_months = (now->tm_year + 1900L) * 12 + now->tm_mon;
		return 1;
	}
	snprintf(text, sizeof(text), "%.11s-01", given ? given : "");
	if (!given || strlen(given) != strlen("2024-04") ||
	    complaint_day_from_text(text, COMPLAINT_NUL_TERMINATED, &day) != COMPLAINT_OK ||
	    complaint_day_get_date(day, &year, &month, NULL) != COMPLAINT_OK) {
		complain("not a month such as 2024-04", given);
		return 0;
	}
	*ret_months = year * 12L + month - 1;
	return 1;
}

/* The made-up complaint comes in on the first working day from the 8th of the month. */
static int prepare(struct start *start, const char *landlord, const char *from)
{
	long months = 0;

	if (!quote(landlord, start->issuer, sizeof(start->issuer))) {
		complain("not a name for a landlord", landlord);
		return 0;
	}
	if (!read_month(from, &months))
		return 0;
	write_month(start->from, months);
	write_month(start->old, months - 14);
	write_month(start->recent, months - 1);
	if (complaint_calendar_load_bundled("england-and-wales", COMPLAINT_NUL_TERMINATED,
					    &start->calendar) != COMPLAINT_OK)
		return 0;
	complaint_day_from_date((int32_t)(months / 12), (int32_t)(months % 12) + 1, 7,
				&start->received);
	if (complaint_calendar_add_working_days(start->calendar, start->received, 1,
						&start->received) == COMPLAINT_OK)
		return 1;
	complain(not_covered, start->from);
	return 0;
}

/* --- writing -------------------------------------------------------------- */

/* Makes a folder and those above it. */
static int make_folders(const char *folder)
{
	char path[4096];
	size_t length = strlen(folder);

	if (length == 0 || length >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return 0;
	}
	memcpy(path, folder, length + 1);
	for (char *at = path + 1; *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		if (mkdir(path, FOLDER_MODE) != 0 && errno != EEXIST)
			return 0;
		*at = '/';
	}
	return mkdir(path, FOLDER_MODE) == 0 || is_directory(path);
}

/* Writes a file that was not there; takes away what was begun when that fails. */
static int write_new(const char *path, const char *text)
{
	FILE *file = fopen(path, "wx");
	int failed;

	if (!file) {
		complain(path,
			 errno == EEXIST ? "is there already and stays as it is" : strerror(errno));
		return 0;
	}
	failed = fputs(text, file) == EOF;
	failed |= fclose(file) != 0;
	if (failed) {
		complain(path, strerror(errno));
		remove(path);
	}
	return !failed;
}

static int exists(const char *path)
{
	struct stat about;

	if (lstat(path, &about) != 0)
		return 0;
	complain(path, "is there already and stays as it is");
	return 1;
}

static int write_both(const char *folder, const char *policy, const char *scenarios)
{
	char first[4200], second[4200];

	if (!make_folders(folder)) {
		complain(folder, strerror(errno));
		return TOOL_TROUBLE;
	}
	snprintf(first, sizeof(first), "%s/policy.yaml", folder);
	snprintf(second, sizeof(second), "%s/scenarios.yaml", folder);
	if (exists(first) || exists(second) || !write_new(first, policy))
		return TOOL_TROUBLE;
	if (!write_new(second, scenarios)) {
		remove(first);
		return TOOL_TROUBLE;
	}
	for (int i = 0; i < 2; i++) {
		print_name(stdout, i == 0 ? first : second);
		putchar('\n');
	}
	printf("Next: change them, then `complaint check` the first and `complaint test` the "
	       "second.\n");
	return TOOL_CLEAN;
}

/* Nothing is written that does not load. The policy's id is the usual folder. */
static int write_start(const struct start *start, const char *output)
{
	char *policy_text = fill(start, new_policy_text);
	char *scenarios_text = fill(start, new_scenarios_text);
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_policy *policy = NULL;
	int code = TOOL_TROUBLE;

	complaint_diagnostics_new(&diagnostics);
	if (!policy_text || !scenarios_text) {
		complain(not_covered, start->from);
	} else if (complaint_policy_load_memory("policy.yaml", policy_text,
						COMPLAINT_NUL_TERMINATED, NULL, 0, &policy,
						diagnostics) != COMPLAINT_OK) {
		print_diagnostics(stderr, diagnostics);
		complain("no policy can be written for this landlord", start->issuer);
	} else {
		code = write_both(output ? output : complaint_policy_get_id(policy), policy_text,
				  scenarios_text);
	}
	complaint_policy_free(policy);
	complaint_diagnostics_free(diagnostics);
	free(policy_text);
	free(scenarios_text);
	return code;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "from", required_argument, NULL, 'f' },
		{ "output", required_argument, NULL, 'o' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	const char *from = NULL, *output = NULL;
	struct start start = { 0 };
	int option, code = TOOL_TROUBLE;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (option) {
		case 'f': from = optarg; break;
		case 'o': output = optarg; break;
		case 'h': return print_usage(&new_command);
		default: return usage_error(&new_command);
		}
	}
	if (optind + 1 != argc) {
		complain("one landlord, in quotes if the name has blanks", NULL);
		return usage_error(&new_command);
	}
	if (prepare(&start, argv[optind], from))
		code = write_start(&start, output);
	complaint_calendar_free(start.calendar);
	return code;
}

const struct command new_command = {
	.name = "new",
	.summary = "begin a policy: files with remarks, that pass",
	.usage = usage,
	.run = run,
};
