/* SPDX-License-Identifier: MIT */
/* The doors to calendars from files: by path, from memory, and by the name a policy gives. */
#include "load/calendar_load.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "calendar/bundled.h"
#include "load/calendar_file.h"
#include "load/host_texts.h"
#include "tree/source.h"

static const struct cmpl_place whole_file = { 0, 0 };

bool cmpl_calendar_name_ends(const char *name, size_t length, const char *ending)
{
	size_t size = strlen(ending);

	return length > size && !memcmp(name + length - size, ending, size);
}

const char *cmpl_calendar_stem(const char *file, size_t *ret_length)
{
	const char *slash = strrchr(file, '/'), *dot;

	if (slash && slash[1])
		file = slash + 1;
	dot = strrchr(file, '.');
	*ret_length = dot && dot > file ? (size_t)(dot - file) : strlen(file);
	return file;
}

static void note_span(const char *file, const struct cmpl_ics_file *ics,
		      struct complaint_diagnostics *diags)
{
	char first[11], last[11];

	cmpl_day_write(ics->first, first);
	cmpl_day_write(ics->last, last);
	cmpl_diag_add(diags, COMPLAINT_SEVERITY_NOTE, CMPL_CODE_ICS_SPAN_ASSUMED, file, whole_file,
		      "taken to cover %s to %s, the year of its last Christmas Day", first, last);
	cmpl_diag_hint(diags, "name the file in a calendar file to say what it covers");
}

/* An .ics file alone. */
static complaint_status build_ics(const struct cmpl_ics_file *ics,
				  struct complaint_calendar **ret_calendar,
				  struct complaint_diagnostics *diags)
{
	struct cmpl_calendar_builder builder = { .close_of_business = -1 };
	struct cmpl_ics_budget budget = { 0 };
	complaint_status status;
	size_t length;
	const char *name = cmpl_calendar_stem(ics->file, &length);

	if (!ics->has_span) {
		cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_ICS_SPAN_UNKNOWN,
			      ics->file, whole_file,
			      "the file has no Christmas Day, so nothing says what it covers");
		cmpl_diag_hint(
			diags,
			"name it under \"holidays\" in a calendar file that says \"covers\"");
		return COMPLAINT_ERR_INVALID_FILE;
	}
	builder.first = ics->first;
	builder.last = builder.published_last = ics->last;
	builder.weekend = 1u << CMPL_SATURDAY | 1u << CMPL_SUNDAY;
	status = cmpl_ics_close_days(ics, &builder, &budget, diags);
	if (status == COMPLAINT_OK)
		status = cmpl_calendar_builder_build(&builder, name, length, ics->source,
						     ics->source, ret_calendar);
	cmpl_calendar_builder_free(&builder);
	if (status == COMPLAINT_ERR_OUT_OF_RANGE) {
		cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_CALENDAR_TOO_LONG,
			      ics->file, whole_file, "the file covers more than %d days",
			      CMPL_CALENDAR_DAYS_MAX);
		cmpl_diag_hint(diags, "name it in a calendar file that says what it covers");
		return COMPLAINT_ERR_INVALID_FILE;
	}
	if (status == COMPLAINT_OK)
		note_span(ics->file, ics, diags);
	return status;
}

static complaint_status load_ics(const char *file, const char *bytes, size_t length,
				 struct complaint_calendar **ret_calendar,
				 struct complaint_diagnostics *diags)
{
	const char *slash = strrchr(file, '/');
	struct cmpl_ics_file ics = { 0 };
	complaint_status status = cmpl_ics_open(file, slash && slash[1] ? slash + 1 : file, bytes,
						length, &ics, diags);

	if (status != COMPLAINT_OK)
		return status;
	status = build_ics(&ics, ret_calendar, diags);
	cmpl_ics_close(&ics);
	return status;
}

/* Either kind of text, told apart by its name. */
static complaint_status load_bytes(const char *file, const char *bytes, size_t length,
				   const struct cmpl_calendar_origin *origin,
				   struct complaint_calendar **ret_calendar,
				   struct complaint_diagnostics *diags)
{
	struct complaint_calendar *calendar = NULL;
	complaint_status status;

	if (cmpl_calendar_name_ends(file, strlen(file), ".ics"))
		status = load_ics(file, bytes, length, &calendar, diags);
	else
		status = cmpl_calendar_read_file(file, bytes, length, origin, &calendar, diags);
	cmpl_diag_finish_file(diags, file);
	if (cmpl_diag_out_of_memory(diags))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status == COMPLAINT_OK)
		*ret_calendar = calendar;
	else
		complaint_calendar_free(calendar);
	return status;
}

complaint_status
complaint_calendar_load_file(const char *path, struct complaint_calendar **ret_calendar,
			     struct complaint_diagnostics *diagnostics)
{
	const struct cmpl_calendar_origin origin = { .path = path };
	complaint_status status;
	size_t length = 0;
	char *bytes = NULL;

	if (!path || !ret_calendar)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = cmpl_source_read(path, CMPL_ICS_BYTES_MAX, &bytes, &length, diagnostics);
	if (status == COMPLAINT_OK)
		status = load_bytes(path, bytes, length, &origin, ret_calendar, diagnostics);
	else
		cmpl_diag_finish_file(diagnostics, path);
	cmpl_free(bytes);
	return status;
}

complaint_status
complaint_calendar_load_memory(const char *name, const char *bytes, size_t length,
			       const struct complaint_text *texts, size_t text_count,
			       struct complaint_calendar **ret_calendar,
			       struct complaint_diagnostics *diagnostics)
{
	const struct cmpl_calendar_origin origin = { NULL, texts, text_count };

	if (!name || !bytes || !ret_calendar || !cmpl_host_texts_valid(texts, text_count))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return load_bytes(name, bytes, cmpl_text_length(bytes, length), &origin, ret_calendar,
			  diagnostics);
}

/* --- named ------------------------------------------------------------------ */

void cmpl_calendar_close_named(struct cmpl_named_file *file)
{
	cmpl_free(file->path);
	cmpl_free(file->owned);
}

static complaint_status open_beside(const char *path, const char *name, size_t length,
				    struct cmpl_named_file *file,
				    struct complaint_diagnostics *diags)
{
	complaint_status status;

	file->path = cmpl_source_beside(path, name, length);
	if (!file->path)
		return COMPLAINT_ERR_NO_MEMORY; /* the name was checked before */
	/* A missing file is the fault of who names it, and is told there. */
	status =
		cmpl_source_read(file->path, CMPL_ICS_BYTES_MAX, &file->owned, &file->length, NULL);
	if (status == COMPLAINT_ERR_INVALID_FILE) {
		cmpl_source_read(file->path, CMPL_ICS_BYTES_MAX, &file->owned, &file->length,
				 diags);
		cmpl_diag_finish_file(diags, file->path);
	}
	file->bytes = file->owned;
	return status == COMPLAINT_ERR_IO ? COMPLAINT_ERR_NOT_FOUND : status;
}

complaint_status cmpl_calendar_open_named(const struct cmpl_calendar_origin *origin,
					  const char *name, size_t length,
					  struct cmpl_named_file *ret_file,
					  struct complaint_diagnostics *diags)
{
	struct cmpl_named_file file = { 0 };
	complaint_status status = COMPLAINT_ERR_NOT_FOUND;

	for (size_t i = 0; i < origin->text_count; i++) {
		struct complaint_text text;

		if (!cmpl_host_text_at(origin->texts, i, &text) ||
		    !cmpl_text_is(name, length, text.name))
			continue;
		file.path = cmpl_text_copy(name, length);
		file.bytes = text.bytes;
		file.length = text.length;
		status = file.path ? COMPLAINT_OK : COMPLAINT_ERR_NO_MEMORY;
		break;
	}
	if (status == COMPLAINT_ERR_NOT_FOUND && origin->path)
		status = open_beside(origin->path, name, length, &file, diags);
	if (status == COMPLAINT_OK)
		*ret_file = file;
	else
		cmpl_calendar_close_named(&file);
	return status;
}

void cmpl_calendar_suggest(struct cmpl_suggest *suggest, const struct cmpl_calendar_origin *origin)
{
	for (size_t i = 0; i < complaint_calendar_bundled_count(); i++) {
		const char *name = complaint_calendar_bundled_name(i);

		cmpl_suggest_offer(suggest, name, strlen(name));
	}
	for (size_t i = 0; i < origin->text_count; i++)
		cmpl_suggest_offer(suggest, origin->texts[i].name, strlen(origin->texts[i].name));
}

/* The name that a policy gives, and where. */
struct naming {
	const char *name;
	size_t length;
	const char *file;
	struct cmpl_place place;
	struct complaint_diagnostics *diags;
};

static complaint_status refuse(const struct naming *naming, enum cmpl_code code,
			       const char *message)
{
	struct cmpl_string quoted = { 0 };
	bool failed;

	cmpl_string_add_quoted(&quoted, naming->name, naming->length);
	cmpl_diag_add(naming->diags, COMPLAINT_SEVERITY_ERROR, code, naming->file, naming->place,
		      message, cmpl_string_text(&quoted));
	failed = quoted.failed;
	cmpl_string_free(&quoted);
	return failed ? COMPLAINT_ERR_NO_MEMORY : COMPLAINT_ERR_INVALID_FILE;
}

static complaint_status refuse_unknown(const struct naming *naming,
				       const struct cmpl_calendar_origin *origin, bool is_file)
{
	struct cmpl_suggest suggest;
	size_t length;
	const char *best;
	complaint_status status;

	if (is_file)
		status = refuse(naming, CMPL_CODE_CALENDAR_UNKNOWN,
				"no calendar file %s can be read beside this file");
	else
		status = refuse(naming, CMPL_CODE_CALENDAR_UNKNOWN, "no calendar %s is bundled");
	cmpl_suggest_begin(&suggest, naming->name, naming->length);
	cmpl_calendar_suggest(&suggest, origin);
	best = cmpl_suggest_best(&suggest, &length);
	if (best)
		cmpl_diag_hint(naming->diags, "did you mean \"%.*s\"?", (int)length, best);
	else
		cmpl_diag_hint(naming->diags,
			       "write england-and-wales, scotland, northern-ireland, "
			       "united-kingdom, or a file of this folder, such as office.yaml");
	return status;
}

static complaint_status load_named_file(const struct naming *naming,
					const struct cmpl_calendar_origin *origin,
					struct complaint_calendar **ret)
{
	struct cmpl_named_file file = { 0 };
	/* A calendar file from memory names texts of the host as the policy does. */
	struct cmpl_calendar_origin inner = *origin;
	complaint_status status;

	if (!cmpl_source_stays_inside(naming->name, naming->length)) {
		status = refuse(naming, CMPL_CODE_CALENDAR_OUTSIDE_FOLDER,
				"the calendar %s does not lie in this file's folder");
		cmpl_diag_hint(naming->diags,
			       "put the calendar beside this file and give its name alone");
		return status;
	}
	status = cmpl_calendar_open_named(origin, naming->name, naming->length, &file,
					  naming->diags);
	if (status == COMPLAINT_ERR_NOT_FOUND)
		return refuse_unknown(naming, origin, true);
	if (status != COMPLAINT_OK)
		return status;
	inner.path = file.owned ? file.path : NULL;
	status = load_bytes(file.path, file.bytes, file.length, &inner, ret, naming->diags);
	cmpl_calendar_close_named(&file);
	return status;
}

complaint_status cmpl_calendar_load_named(const char *policy_path, const char *name, size_t length,
					  const struct complaint_text *texts, size_t text_count,
					  struct complaint_calendar **ret,
					  struct complaint_diagnostics *diags, const char *file,
					  struct cmpl_place place)
{
	const struct cmpl_calendar_origin origin = { policy_path, texts, text_count };
	const struct naming naming = { name, length, file, place, diags };
	complaint_status status = COMPLAINT_OK;

	if (cmpl_bundled_find(name, length))
		status = complaint_calendar_load_bundled(name, length, ret);
	else if (cmpl_calendar_name_ends(name, length, ".yaml") ||
		 cmpl_calendar_name_ends(name, length, ".ics"))
		status = load_named_file(&naming, &origin, ret);
	else
		status = refuse_unknown(&naming, &origin, false);
	return status;
}
