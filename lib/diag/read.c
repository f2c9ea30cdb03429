/* SPDX-License-Identifier: MIT */
/* The public door to a list of diagnostics. */
#include "base/memory.h"
#include "diag/list.h"

complaint_status
complaint_diagnostics_new(struct complaint_diagnostics **ret_diagnostics)
{
	struct complaint_diagnostics *diags;

	if (!ret_diagnostics)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	diags = cmpl_alloc(sizeof(*diags));
	if (!diags)
		return COMPLAINT_ERR_NO_MEMORY;

	*ret_diagnostics = diags;
	return COMPLAINT_OK;
}

void
complaint_diagnostics_free(struct complaint_diagnostics *diagnostics)
{
	if (!diagnostics)
		return;
	for (size_t i = 0; i < diagnostics->count; i++)
		cmpl_diagnostic_clear(&diagnostics->items[i]);
	for (size_t i = 0; i < diagnostics->file_count; i++)
		cmpl_free(diagnostics->files[i].name);
	cmpl_free(diagnostics->items);
	cmpl_free(diagnostics->files);
	cmpl_free(diagnostics);
}

static const struct cmpl_diagnostic *at(const struct complaint_diagnostics *diagnostics,
					size_t index)
{
	return diagnostics && index < diagnostics->count ? &diagnostics->items[index] : NULL;
}

size_t
complaint_diagnostics_count(const struct complaint_diagnostics *diagnostics)
{
	return diagnostics ? diagnostics->count : 0;
}

size_t
complaint_diagnostics_count_severity(const struct complaint_diagnostics *diagnostics,
				     int32_t severity)
{
	size_t count = 0;

	for (size_t i = 0; diagnostics && i < diagnostics->count; i++)
		count += diagnostics->items[i].severity == severity;
	return count;
}

int32_t
complaint_diagnostics_get_severity(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->severity : 0;
}

const char *
complaint_diagnostics_get_slug(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? complaint_diagnostics_kind_slug((size_t)item->code) : NULL;
}

const char *
complaint_diagnostics_get_file(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? diagnostics->files[item->file].name : NULL;
}

uint32_t
complaint_diagnostics_get_line(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->place.line : 0;
}

uint32_t
complaint_diagnostics_get_column(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item && item->place.line > 0 ? item->place.column : 0;
}

const char *
complaint_diagnostics_get_message(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->message : NULL;
}

const char *
complaint_diagnostics_get_hint(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->hint : NULL;
}

const char *
complaint_diagnostics_get_text(const struct complaint_diagnostics *diagnostics, size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->text : NULL;
}

uint32_t
complaint_diagnostics_get_related_line(const struct complaint_diagnostics *diagnostics,
				       size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->related.line : 0;
}

uint32_t
complaint_diagnostics_get_related_column(const struct complaint_diagnostics *diagnostics,
					 size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->related.column : 0;
}

const char *
complaint_diagnostics_get_related_message(const struct complaint_diagnostics *diagnostics,
					  size_t index)
{
	const struct cmpl_diagnostic *item = at(diagnostics, index);

	return item ? item->related_message : NULL;
}
