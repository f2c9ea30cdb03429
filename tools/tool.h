/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_H
#define COMPLAINT_TOOL_H

/* What the sub-commands share. The command is a customer of the public headers like any other. */

#include <stdio.h>

#include <complaint/complaint.h>

/*
 * Exit codes, for scripts: nothing wrong; faults in what was looked at; usage, or it could not be
 * read.
 */
enum { TOOL_CLEAN = 0, TOOL_FAULTS = 1, TOOL_TROUBLE = 2 };

struct command {
	const char *name;
	const char *summary; /* one line of `complaint help` */
	const char *usage;   /* `complaint help NAME`, whole */
	int (*run)(int argc, char **argv);
};

extern const struct command check_command, eval_command, test_command, calendar_command,
	vocabulary_command, show_command, explain_command, new_command, fmt_command, case_command;

/* --- main.c ----------------------------------------------------------- */

/*
 * Every handler of an option that is not known ends with this: a hint to --help, and TOOL_TROUBLE.
 */
int usage_error(const struct command *command);
/* The --help of a sub-command. */
int print_usage(const struct command *command);

/* --- print.c: nothing of a file reaches a terminal raw ------------------ */

/* Text with control characters shown as \x1b, line breaks kept. */
void print_text(FILE *stream, const char *text);
/* The same with control characters and line breaks shown. */
void print_name(FILE *stream, const char *text);
/* "complaint: WHAT", then ": NAME" unless name is NULL; on standard error. */
void complain(const char *what, const char *name);
/* "complaint: NAME: no such file" for a status. */
void complain_status(const char *name, complaint_status status);
/* Every fault of a list with its line, in colour where that is wanted (reporter.c). */
void print_diagnostics(FILE *stream, const struct complaint_diagnostics *diagnostics);
/* Lines broken at blanks to the width, later ones indented like the first; width 0 leaves them. */
void print_wrapped(const char *text, size_t width);
/* 1 when colour is wanted there: a terminal, and no NO_COLOR. */
int wants_colour(FILE *stream);
/* The width of lines for people: 80 on a terminal, 0 (not broken) elsewhere. */
size_t usual_width(void);
/* Did all output arrive? A closed pipe or a full disk is TOOL_TROUBLE, whatever the code was. */
int finish_output(int code);

/* Bytes of the character at the front when it is whole UTF-8, else 0; its number beside. */
size_t character_at(const unsigned char *at, unsigned long *ret_character);
/* C0, DEL, C1, line and paragraph separators, and what turns the direction of writing. */
int is_control(unsigned long character);

/* --- findings.c: sense, not only form ------------------------------------ */

struct findings_count {
	size_t warnings, accepted;
};
/*
 * All that is found in a policy, with its scenarios; those that the file accepts only when asked
 * for.
 */
struct reporter;
complaint_status print_findings(struct reporter *reporter, const struct complaint_policy *policy,
				int with_accepted, struct findings_count *count);

/* --- help.c: the pages of faults ------------------------------------------ */

/* 0: there is no such name. */
int print_fault_page(const char *slug);
/* Every name with its sentence. */
int print_fault_names(void);
/* A name that is nearly the same; NULL: none is. */
const char *near_fault(const char *name);

/* --- arguments.c ------------------------------------------------------- */

/* A whole number within limits. 0 when it is none. */
int read_number(const char *text, long least, long most, long *ret_number);
/* A day in ISO 8601; complains when it is none. */
int read_day(const char *text, complaint_day *ret_day);

/* --- rules.c: where rule files lie -------------------------------------- */

/*
 * The folder with the rules: as given, else the installed one, else `rules` here or in a folder
 * above. Free with free(); NULL: there is none.
 */
char *find_rules(const char *given);
/*
 * A set of policies. `policy` is a file, or a name such as "brighter-places/2022-08" below the
 * rules folder; `landlord` is a folder there, all of whose versions are loaded; with neither, every
 * policy there is. Complains on standard error. @returns TOOL_CLEAN, TOOL_FAULTS or TOOL_TROUBLE.
 */
struct wanted {
	const char *policy, *landlord, *rules;
};
int load_set(const struct wanted *wanted, struct complaint_set **ret_set);
/* One policy, by file or name. */
int load_policy(const char *name, const char *rules, struct complaint_policy **ret_policy);
int is_directory(const char *path);
int is_regular_file(const char *path);

/* --- folders.c ------------------------------------------------------------ */

/* Visits each file below a folder whose name is wanted; hidden ones are passed over. How many? */
size_t each_file_below(const char *folder, int (*wanted)(const char *name),
		       void (*visit)(void *whose, const char *path), void *whose);

/* --- kind.c -------------------------------------------------------------- */

enum kind {
	KIND_POLICY, /* also when nothing can be told: its loader says what is wrong */
	KIND_VOCABULARY,
	KIND_CALENDAR,
	KIND_CASE,
	KIND_SCENARIOS
};
/* What a file says it is. */
enum kind kind_of(const char *path);
/*
 * A stream to its end, at most `limit` bytes. NULL: it is longer, or could not be read. Free with
 * free().
 */
char *read_all(FILE *stream, size_t limit, size_t *ret_length);

/* --- calendars.c --------------------------------------------------------- */

/* A compiled-in calendar by name, or a file; complains. */
int load_calendar(const char *name, struct complaint_calendar **ret_calendar);

#endif
