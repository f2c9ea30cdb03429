/* SPDX-License-Identifier: MIT */
/* complaint help NAME: what a kind of fault is, with a wrong and a right example. */
#include "fault_pages.h"
#include "tool.h"

#include <string.h>

static const char *meaning_of(const char *slug)
{
	size_t count = complaint_diagnostics_kind_count();

	for (size_t i = 0; i < count; i++)
		if (strcmp(complaint_diagnostics_kind_slug(i), slug) == 0)
			return complaint_diagnostics_kind_meaning(i);
	return NULL;
}

static const struct fault_page *find_page(const char *slug)
{
	for (size_t i = 0; i < fault_page_count; i++)
		if (strcmp(fault_pages[i].slug, slug) == 0)
			return &fault_pages[i];
	return NULL;
}

static void print_example(const char *head, const char *text)
{
	printf("\n%s\n\n", head);
	while (*text) {
		size_t length = strcspn(text, "\n");

		printf("    %.*s\n", (int)length, text);
		text += length + (text[length] == '\n');
	}
}

int print_fault_page(const char *slug)
{
	const struct fault_page *page = find_page(slug);
	const char *meaning = meaning_of(slug);

	if (!page || !meaning)
		return 0;
	printf("%s\n\n", slug);
	print_wrapped(meaning, usual_width());
	fputs(usual_width() > 0 ? "\n" : "\n\n", stdout);
	print_wrapped(page->why, usual_width());
	if (usual_width() == 0)
		putchar('\n');
	print_example("Not:", page->wrong);
	print_example("But:", page->right);
	return 1;
}

/* Letters to insert, delete or replace; names are short, and longer ones far away anyway. */
static size_t distance(const char *a, const char *b)
{
	enum { LONGEST = 64 };
	size_t row[LONGEST + 1], length = strlen(b);

	if (length > LONGEST || strlen(a) > LONGEST)
		return LONGEST;
	for (size_t j = 0; j <= length; j++)
		row[j] = j;
	for (size_t i = 0; a[i]; i++) {
		size_t corner = row[0];

		row[0] = i + 1;
		for (size_t j = 0; j < length; j++) {
			size_t best = corner + (a[i] != b[j]);

			corner = row[j + 1];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (corner + 1 < best)
				best = corner + 1;
			row[j + 1] = best;
		}
	}
	return row[length];
}

const char *near_fault(const char *name)
{
	size_t best = strlen(name) / 3 + 1;
	const char *found = NULL;

	for (size_t i = 0; i < fault_page_count; i++) {
		size_t own = distance(name, fault_pages[i].slug);

		if (own < best) {
			best = own;
			found = fault_pages[i].slug;
		}
	}
	return found;
}

int print_fault_names(void)
{
	for (size_t i = 0; i < fault_page_count; i++) {
		const char *meaning = meaning_of(fault_pages[i].slug);

		printf("  %-28s %s\n", fault_pages[i].slug, meaning ? meaning : "");
	}
	return TOOL_CLEAN;
}
