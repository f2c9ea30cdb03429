/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <string.h>

uint32_t expected_under(const struct complaint_scenarios *scenarios, uint32_t node, const char *key)
{
	uint32_t child = complaint_expectation_get_first(scenarios, node);

	while (child != COMPLAINT_NONE) {
		const char *own = complaint_expectation_get_key(scenarios, child);

		if (own && strcmp(own, key) == 0)
			return child;
		child = complaint_expectation_get_next(scenarios, node, child);
	}
	return COMPLAINT_NONE;
}

int expected_has(const struct complaint_scenarios *scenarios, uint32_t list, const char *word)
{
	uint32_t child = complaint_expectation_get_first(scenarios, list);

	while (word && child != COMPLAINT_NONE) {
		if (strcmp(complaint_expectation_get_text(scenarios, child), word) == 0)
			return 1;
		child = complaint_expectation_get_next(scenarios, list, child);
	}
	return 0;
}

/* --- telling a difference --------------------------------------------- */

static void begin_difference(struct comparison *comparison, uint32_t node)
{
	comparison->differences++;
	print_name(comparison->stream, comparison->file);
	fprintf(comparison->stream, ":%lu: ",
		(unsigned long)complaint_expectation_get_line(comparison->scenarios, node));
	print_name(comparison->stream, comparison->name);
	fputs("\n  ", comparison->stream);
	print_name(comparison->stream, comparison->path);
	fputs("\n    expected: ", comparison->stream);
}

static void differ(struct comparison *comparison, uint32_t node, const char *actual)
{
	begin_difference(comparison, node);
	print_name(comparison->stream, complaint_expectation_get_text(comparison->scenarios, node));
	fputs("\n    actual:   ", comparison->stream);
	print_name(comparison->stream, actual);
	fputc('\n', comparison->stream);
}

size_t enter(struct comparison *comparison, const char *name)
{
	size_t length = strlen(comparison->path);

	snprintf(comparison->path + length, sizeof(comparison->path) - length, "%s%s",
		 length > 0 ? "." : "", name);
	return length;
}

void leave(struct comparison *comparison, size_t length)
{
	comparison->path[length] = '\0';
}

/* --- comparing --------------------------------------------------------- */

void compare_text(struct comparison *comparison, uint32_t node, const char *actual)
{
	const char *expected = complaint_expectation_get_text(comparison->scenarios, node);

	if (!actual)
		actual = "none";
	if (!expected || strcmp(expected, actual) != 0)
		differ(comparison, node, actual);
}

void compare_date(struct comparison *comparison, uint32_t node, const struct complaint_date *date)
{
	const char *expected = complaint_expectation_get_text(comparison->scenarios, node);
	complaint_moment wanted = 0, moment = 0;
	char actual[80] = "none";

	complaint_date_get_text(date, actual, sizeof(actual));
	if (expected && strcmp(expected, actual) == 0)
		return;
	/* The same moment can be written with another offset, or without its seconds. */
	if (expected &&
	    complaint_moment_from_text(expected, COMPLAINT_NUL_TERMINATED, &wanted) ==
		    COMPLAINT_OK &&
	    complaint_date_get_moment(date, &moment) == COMPLAINT_OK && wanted == moment &&
	    !(complaint_date_get_flags(date) & COMPLAINT_DATE_SPAN))
		return;
	differ(comparison, node, actual);
}

static void print_working(struct comparison *comparison, const struct actual_working *working)
{
	for (size_t i = 0; i < working->count; i++) {
		complaint_day day = 0;
		char text[16] = "";

		if (working->day(working->object, working->which, i, &day) == COMPLAINT_OK)
			complaint_day_to_text(day, text, sizeof(text));
		fprintf(comparison->stream,
			i == 0 ? "    counted:  %-10s  " : "              %-10s  ", text);
		print_name(comparison->stream, working->text(working->object, working->which, i));
		fputc('\n', comparison->stream);
	}
}

void compare_counted(struct comparison *comparison, uint32_t node,
		     const struct complaint_date *date, struct actual_working working)
{
	size_t before = comparison->differences;

	compare_date(comparison, node, date);
	if (comparison->differences > before)
		print_working(comparison, &working);
}

void compare_truth(struct comparison *comparison, uint32_t node, int actual)
{
	compare_text(comparison, node, actual ? "true" : "false");
}

static const char *actual_at(const struct actual_list *list, size_t index)
{
	return list->rule ? name_of_rule(list->comparison->policy, list->rule(list->object, index))
			  : list->name(list->object, index);
}

static int actual_has(const struct actual_list *list, const char *word)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(actual_at(list, i), word) == 0)
			return 1;
	return 0;
}

static void print_expected_list(const struct comparison *comparison, uint32_t node)
{
	uint32_t child = complaint_expectation_get_first(comparison->scenarios, node);
	const char *before = "";

	fputc('[', comparison->stream);
	while (child != COMPLAINT_NONE) {
		fputs(before, comparison->stream);
		print_name(comparison->stream,
			   complaint_expectation_get_text(comparison->scenarios, child));
		before = ", ";
		child = complaint_expectation_get_next(comparison->scenarios, node, child);
	}
	fputc(']', comparison->stream);
}

static void print_missing(const struct comparison *comparison, uint32_t node,
			  const struct actual_list *list)
{
	uint32_t child = complaint_expectation_get_first(comparison->scenarios, node);
	const char *before = "\n    missing:  ";

	while (child != COMPLAINT_NONE) {
		const char *word = complaint_expectation_get_text(comparison->scenarios, child);

		if (!actual_has(list, word)) {
			fputs(before, comparison->stream);
			print_name(comparison->stream, word);
			before = ", ";
		}
		child = complaint_expectation_get_next(comparison->scenarios, node, child);
	}
}

static void differ_list(struct comparison *comparison, uint32_t node,
			const struct actual_list *list)
{
	const char *before = "\n    too many: ";

	begin_difference(comparison, node);
	print_expected_list(comparison, node);
	fputs("\n    actual:   [", comparison->stream);
	for (size_t i = 0; i < list->count; i++) {
		fputs(i > 0 ? ", " : "", comparison->stream);
		print_name(comparison->stream, actual_at(list, i));
	}
	fputc(']', comparison->stream);
	print_missing(comparison, node, list);
	for (size_t i = 0; i < list->count; i++) {
		if (expected_has(comparison->scenarios, node, actual_at(list, i)))
			continue;
		fputs(before, comparison->stream);
		print_name(comparison->stream, actual_at(list, i));
		before = ", ";
	}
	fputc('\n', comparison->stream);
}

void compare_list(struct comparison *comparison, uint32_t node, struct actual_list list,
		  int ordered)
{
	size_t expected = complaint_expectation_count(comparison->scenarios, node);
	uint32_t child = complaint_expectation_get_first(comparison->scenarios, node);
	int same = expected == list.count;

	list.comparison = comparison;
	for (size_t i = 0; same && i < list.count; i++) {
		const char *word = complaint_expectation_get_text(comparison->scenarios, child);

		same = ordered ? strcmp(word, actual_at(&list, i)) == 0 : actual_has(&list, word);
		child = complaint_expectation_get_next(comparison->scenarios, node, child);
	}
	if (!same)
		differ_list(comparison, node, &list);
}

void differ_absent(struct comparison *comparison, uint32_t node)
{
	begin_difference(comparison, node);
	fputs("something\n    actual:   it is not in the answer\n", comparison->stream);
}
