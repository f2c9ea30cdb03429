/* SPDX-License-Identifier: MIT */
/*
 * What one file's faults look like in the end: in order of place, and not more than anyone reads.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "diag/list.h"

#define SHOWN 50

static int compare_numbers(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int compare_places(const void *left, const void *right)
{
	const struct cmpl_diagnostic *a = left, *b = right;
	int order = compare_numbers(a->file, b->file);

	if (order == 0)
		order = compare_numbers(a->batch, b->batch);
	if (order == 0)
		order = compare_numbers(a->last, b->last);
	if (order == 0)
		order = compare_numbers(a->place.line, b->place.line);
	if (order == 0)
		order = compare_numbers(a->place.column, b->place.column);
	return order ? order : compare_numbers(a->order, b->order);
}

/* Errors before warnings before notes, so that the cut never hides why a load failed. */
static int compare_gravity(const void *left, const void *right)
{
	const struct cmpl_diagnostic *a = left, *b = right;

	if (a->severity != b->severity)
		return a->severity < b->severity ? -1 : 1;
	return compare_places(left, right);
}

static void sort_all(struct complaint_diagnostics *diags)
{
	if (diags->count > 1)
		qsort(diags->items, diags->count, sizeof(diags->items[0]), compare_places);
}

/* Drop all but the gravest of one batch. */
static void cut(struct complaint_diagnostics *diags, size_t first, size_t found,
		struct cmpl_diagnosed_file *file)
{
	struct cmpl_diagnostic *items = diags->items + first;

	qsort(items, found, sizeof(*items), compare_gravity);
	for (size_t i = SHOWN; i < found; i++) {
		file->dropped++;
		file->dropped_errors += items[i].severity == COMPLAINT_SEVERITY_ERROR;
		cmpl_diagnostic_clear(&items[i]);
	}
	memmove(items + SHOWN, items + found, (diags->count - first - found) * sizeof(*items));
	diags->count -= found - SHOWN;
}

static void add_last(struct complaint_diagnostics *diags, size_t file, size_t batch)
{
	const struct cmpl_diagnosed_file *counts = &diags->files[file];
	struct cmpl_diagnostic item = { .code = CMPL_CODE_TOO_MANY_FAULTS, .file = file };
	struct cmpl_string message = { 0 };

	item.severity = counts->dropped_errors ? COMPLAINT_SEVERITY_ERROR : COMPLAINT_SEVERITY_NOTE;
	item.batch = batch;
	item.last = true;
	cmpl_string_addf(&message, "%zu more, not listed", counts->dropped);
	item.message = cmpl_string_take(&message);
	diags->accepts_hint = cmpl_diag_append(diags, item);
	cmpl_diag_hint(diags, "mend these first, then check again");
}

void cmpl_diag_finish_file(struct complaint_diagnostics *diags, const char *name)
{
	size_t file = 0, first = 0, found = 0, batch;

	if (!diags)
		return;
	while (file < diags->file_count && strcmp(diags->files[file].name, name ? name : "") != 0)
		file++;
	if (file == diags->file_count)
		return;

	batch = ++diags->batches;
	diags->accepts_hint = false;
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].file == file && diags->items[i].batch == SIZE_MAX)
			diags->items[i].batch = batch;
	sort_all(diags);
	while (first < diags->count && diags->items[first].batch != batch)
		first++;
	while (first + found < diags->count && diags->items[first + found].batch == batch)
		found++;

	if (found > SHOWN)
		cut(diags, first, found, &diags->files[file]);
	if (diags->files[file].dropped > 0)
		add_last(diags, file, batch);
	sort_all(diags);
	diags->files[file].unfinished = 0;
	diags->files[file].dropped = 0;
	diags->files[file].dropped_errors = 0;
}
