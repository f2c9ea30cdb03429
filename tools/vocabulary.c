/* SPDX-License-Identifier: MIT */
/* complaint vocabulary: the standard names, for whoever fills cases or writes rules. */
#include "tool.h"

#include <getopt.h>
#include <string.h>

static const char usage[] =
	"usage: complaint vocabulary [facts|events|notices|doors|records] [WORD...]\n"
	"\n"
	"Lists the standard names with the question that asks for each, or with what it\n"
	"says. A WORD keeps the names in which it stands, or in whose words.\n"
	"\n"
	"Options:\n"
	"  --help  this text\n";

static const char *const lists[] = { NULL, "facts", "events", "notices", "doors", "records" };

static int matches(const char *name, const char *words, char **wanted, int count)
{
	for (int i = 0; i < count; i++)
		if (!strstr(name, wanted[i]) && !strstr(words, wanted[i]))
			return 0;
	return 1;
}

static void print_type(int32_t list, uint32_t index)
{
	uint32_t values =
		list == COMPLAINT_LIST_FACTS ? complaint_vocabulary_value_count(index) : 0;
	int32_t silence = complaint_vocabulary_get_silence(list, index);

	if (list == COMPLAINT_LIST_FACTS &&
	    complaint_vocabulary_get_type(index) == COMPLAINT_TYPE_NUMBER)
		printf(" [a number]");
	for (uint32_t i = 0; i < values; i++)
		printf("%s%s%s", i == 0 ? " [" : ", ", complaint_vocabulary_get_value(index, i),
		       i + 1 == values ? "]" : "");
	if (silence == COMPLAINT_FALSE)
		printf(list == COMPLAINT_LIST_EVENTS ? " (not given: not yet)"
						     : " (not given: false)");
	if (silence == COMPLAINT_TRUE)
		printf(" (not given: true)");
}

static size_t print_list(int32_t list, char **wanted, int count)
{
	uint32_t names = complaint_vocabulary_count(list);
	size_t shown = 0;

	for (uint32_t i = 0; i < names; i++) {
		const char *name = complaint_vocabulary_get_id(list, i);
		const char *words = complaint_vocabulary_get_words(list, i);

		if (!matches(name, words, wanted, count))
			continue;
		if (shown++ == 0)
			printf("%s\n", lists[list]);
		printf("  %-36s %s", name, words);
		print_type(list, i);
		putchar('\n');
	}
	return shown;
}

static int run(int argc, char **argv)
{
	static const struct option options[] = {
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	int32_t first = COMPLAINT_LIST_FACTS, last = COMPLAINT_LIST_RECORDS;
	size_t shown = 0;
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1)
		return option == 'h' ? print_usage(&vocabulary_command)
				     : usage_error(&vocabulary_command);
	for (int32_t list = COMPLAINT_LIST_FACTS; optind < argc && list <= COMPLAINT_LIST_RECORDS;
	     list++)
		if (strcmp(argv[optind], lists[list]) == 0)
			first = last = list;
	if (first == last)
		optind++;
	for (int32_t list = first; list <= last; list++)
		shown += print_list(list, argv + optind, argc - optind);
	if (shown > 0)
		return TOOL_CLEAN;
	complain("no standard name has that", optind < argc ? argv[optind] : NULL);
	return TOOL_FAULTS;
}

const struct command vocabulary_command = {
	.name = "vocabulary",
	.summary = "list the standard facts, events, notices, doors and records",
	.usage = usage,
	.run = run,
};
