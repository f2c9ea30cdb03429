/* SPDX-License-Identifier: MIT */
#include "diag/diagnostics.h"

#include <stdarg.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "diag/list.h"

/*
 * A hostile file of 20,000 faults must not cost 20,000 messages: at most 50 of them are ever shown.
 */
#define KEPT_UNTIL_FINISHED 2000
/* Nor as many searches for a near name. */
#define HINTED_UNTIL_FINISHED 200

static const char *severity_text(int32_t severity)
{
	switch (severity) {
	case COMPLAINT_SEVERITY_WARNING: return "warning";
	case COMPLAINT_SEVERITY_NOTE: return "note";
	default: return "error";
	}
}

/* The list's own copy of a file's name, made once. NULL: out of memory. */
static struct cmpl_diagnosed_file *own_file(struct complaint_diagnostics *diags, const char *file)
{
	struct cmpl_diagnosed_file *own;
	char *copy;

	for (size_t i = diags->file_count; i > 0; i--)
		if (strcmp(diags->files[i - 1].name, file) == 0)
			return &diags->files[i - 1];

	if (!cmpl_grow((void **)&diags->files, &diags->file_capacity, diags->file_count,
		       sizeof(diags->files[0])))
		return NULL;
	copy = cmpl_text_copy(file, COMPLAINT_NUL_TERMINATED);
	if (!copy)
		return NULL;
	own = &diags->files[diags->file_count++];
	memset(own, 0, sizeof(*own));
	own->name = copy;
	return own;
}

static char *person_text(const struct complaint_diagnostics *diags,
			 const struct cmpl_diagnostic *item)
{
	struct cmpl_string text = { 0 };

	cmpl_string_add(&text, diags->files[item->file].name);
	if (item->place.line > 0)
		cmpl_string_addf(&text, ":%u", (unsigned)item->place.line);
	if (item->place.line > 0 && item->place.column > 0)
		cmpl_string_addf(&text, ":%u", (unsigned)item->place.column);
	cmpl_string_addf(&text, ": %s: %s [%s]", severity_text(item->severity), item->message,
			 complaint_diagnostics_kind_slug((size_t)item->code));
	if (item->hint)
		cmpl_string_addf(&text, "\n  hint: %s", item->hint);
	return cmpl_string_take(&text);
}

void cmpl_diagnostic_clear(struct cmpl_diagnostic *item)
{
	cmpl_free(item->message);
	cmpl_free(item->hint);
	cmpl_free(item->text);
	memset(item, 0, sizeof(*item));
}

bool cmpl_diag_append(struct complaint_diagnostics *diags, struct cmpl_diagnostic item)
{
	if (item.message)
		item.text = person_text(diags, &item);
	if (!item.text || !cmpl_grow((void **)&diags->items, &diags->capacity, diags->count,
				     sizeof(diags->items[0]))) {
		diags->out_of_memory = true;
		cmpl_diagnostic_clear(&item);
		return false;
	}
	diags->items[diags->count++] = item;
	return true;
}

/* Is there still room for what this file says? */
static bool admit(struct complaint_diagnostics *diags, struct cmpl_diagnosed_file *file,
		  int32_t severity)
{
	if (!file) {
		diags->out_of_memory = true;
		return false;
	}
	if (file->unfinished >= KEPT_UNTIL_FINISHED) {
		file->dropped++;
		file->dropped_errors += severity == COMPLAINT_SEVERITY_ERROR;
		return false;
	}
	file->unfinished++;
	return true;
}

void cmpl_diag_add(struct complaint_diagnostics *diags, int32_t severity, enum cmpl_code code,
		   const char *file, struct cmpl_place place, const char *format, ...)
{
	struct cmpl_diagnostic item = { .severity = severity, .code = code, .place = place };
	struct cmpl_string message = { 0 };
	struct cmpl_diagnosed_file *own;
	va_list arguments;

	if (!diags)
		return;
	diags->accepts_hint = false;
	item.order = diags->arrivals++;
	diags->errors += severity == COMPLAINT_SEVERITY_ERROR;
	own = own_file(diags, file ? file : "");
	if (!admit(diags, own, severity))
		return;

	va_start(arguments, format);
	cmpl_string_addv(&message, format, arguments);
	va_end(arguments);
	item.file = (size_t)(own - diags->files);
	item.batch = SIZE_MAX;
	item.message = cmpl_string_take(&message);
	diags->accepts_hint = cmpl_diag_append(diags, item);
}

void cmpl_diag_hint(struct complaint_diagnostics *diags, const char *format, ...)
{
	struct cmpl_string hint = { 0 };
	struct cmpl_diagnostic *last;
	va_list arguments;
	char *text;

	if (!diags || !diags->accepts_hint)
		return;
	diags->accepts_hint = false;
	last = &diags->items[diags->count - 1];

	va_start(arguments, format);
	cmpl_string_addv(&hint, format, arguments);
	va_end(arguments);
	last->hint = cmpl_string_take(&hint);
	text = last->hint ? person_text(diags, last) : NULL;
	if (!text) {
		diags->out_of_memory = true;
		return;
	}
	cmpl_free(last->text);
	last->text = text;
}

void cmpl_diag_related(struct complaint_diagnostics *diags, struct cmpl_place place,
		       const char *message)
{
	struct cmpl_diagnostic *last;

	if (!diags || !diags->accepts_hint || place.line == 0)
		return;
	last = &diags->items[diags->count - 1];
	last->related = place;
	last->related_message = message;
}

bool cmpl_diag_wants_hint(const struct complaint_diagnostics *diags)
{
	return diags && diags->accepts_hint &&
	       diags->files[diags->items[diags->count - 1].file].unfinished <=
		       HINTED_UNTIL_FINISHED;
}

size_t cmpl_diag_errors(const struct complaint_diagnostics *diags)
{
	return diags ? diags->errors : 0;
}

bool cmpl_diag_out_of_memory(const struct complaint_diagnostics *diags)
{
	return diags && diags->out_of_memory;
}
