/* SPDX-License-Identifier: MIT */
/* A file of kind calendar: its keys, its span, and the order in which its layers are laid. */
#include "load/calendar_file.h"

#include <string.h>

#include "base/memory.h"
#include "load/scalars.h"
#include "yaml/reader.h"

struct span_draft {
	struct cmpl_date_value from, until;
};

struct weekend_draft {
	int32_t days; /* bits */
};

struct file_draft {
	const struct cmpl_node *format, *kind, *name, *source, *covers_node, *holidays, *closures,
		*recurring, *extra, *project_node;
	struct span_draft covers;
	struct weekend_draft weekend;
	int32_t combine, close_of_business;
	cmpl_day project_until;
};

static const struct cmpl_field span_rows[] = {
	CMPL_MUST("from", cmpl_read_day_or_month, struct span_draft, from, NULL,
		  "the first covered day"),
	CMPL_MUST("until", cmpl_read_day_or_month, struct span_draft, until, NULL,
		  "the last covered day"),
};
static const struct cmpl_fields span_fields = CMPL_FIELDS("\"covers\"", span_rows);

static const struct cmpl_word combinations[] = {
	{ "union", COMPLAINT_COMBINE_UNION },
	{ "intersection", COMPLAINT_COMBINE_INTERSECTION },
	{ NULL, 0 },
};

static const struct cmpl_word weekdays[] = {
	{ "monday", 1 << CMPL_MONDAY },       { "tuesday", 1 << CMPL_TUESDAY },
	{ "wednesday", 1 << CMPL_WEDNESDAY }, { "thursday", 1 << CMPL_THURSDAY },
	{ "friday", 1 << CMPL_FRIDAY },       { "saturday", 1 << CMPL_SATURDAY },
	{ "sunday", 1 << CMPL_SUNDAY },       { NULL, 0 },
};

static bool read_covers(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	cmpl_calendar_load_of(reader)->covers = node;
	return cmpl_read_table(reader, node, field, slot);
}

/*
 * A list of weekdays, or `none`: an office that never closes says so, rather than leaving a key
 * out.
 */
static bool read_weekend(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field, void *slot)
{
	struct weekend_draft *weekend = slot;

	if (cmpl_node_is(reader, node, "none")) {
		weekend->days = 0;
		return true;
	}
	if (!cmpl_read_words(reader, node, field, &weekend->days))
		return false;
	if (weekend->days != (1 << 7) - 1)
		return true;
	cmpl_fault(reader, CMPL_CODE_CALENDAR_WITHOUT_WORKING_DAY, cmpl_node_place(node),
		   "the week has no working day");
	cmpl_hint(reader, "name under \"weekend\" the days on which nobody works");
	return false;
}

/* 2030, its last day; or a day. */
static bool read_project(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field, void *slot)
{
	static const struct cmpl_number_range years = { 1900, 2199 };
	const char *text = cmpl_node_text(reader->tree, node);
	struct cmpl_field as_year = *field;
	int32_t year;

	cmpl_calendar_load_of(reader)->project = node;
	if (node->kind == CMPL_NODE_SCALAR && memchr(text, '-', node->length))
		return cmpl_read_day(reader, node, field, slot);
	as_year.extra = &years;
	if (!cmpl_read_number(reader, node, &as_year, &year))
		return false;
	*(cmpl_day *)slot = cmpl_day_from_date(year, 12, 31);
	return true;
}

static const struct cmpl_field rows[] = {
	CMPL_MAY("format", cmpl_read_node, struct file_draft, format, NULL, "1"),
	CMPL_MAY("kind", cmpl_read_node, struct file_draft, kind, NULL, "calendar"),
	CMPL_MAY("name", cmpl_read_id, struct file_draft, name, NULL, "what answers call it"),
	CMPL_MUST("source", cmpl_read_text, struct file_draft, source, NULL,
		  "where the file's own days come from"),
	CMPL_MUST("covers", read_covers, struct file_draft, covers, &span_fields,
		  "the first and last day it is complete for"),
	CMPL_MUST("weekend", read_weekend, struct file_draft, weekend, weekdays,
		  "a list of the weekdays on which nobody works, or none"),
	CMPL_MAY("holidays", cmpl_read_texts, struct file_draft, holidays, NULL,
		 "a list of bundled calendars and .ics files"),
	CMPL_MAY("combine", cmpl_read_word, struct file_draft, combine, combinations,
		 "union or intersection"),
	CMPL_MAY("closures", cmpl_read_list, struct file_draft, closures, NULL,
		 "a list of days on which the office is closed"),
	CMPL_MAY("recurring", cmpl_read_list, struct file_draft, recurring, NULL,
		 "a list of closures that come again"),
	CMPL_MAY("extra-working-days", cmpl_read_list, struct file_draft, extra, NULL,
		 "a list of days that are worked although closed otherwise"),
	CMPL_MAY("close-of-business", cmpl_read_time, struct file_draft, close_of_business, NULL,
		 "a time in quotes, such as \"17:00\""),
	CMPL_MAY("project-until", read_project, struct file_draft, project_until, NULL,
		 "a year or a day"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a calendar file", rows);
static const struct cmpl_word kinds[] = { { "calendar", 1 }, { NULL, 0 } };

/* The covered days. False: there are none that anything could be checked against. */
static bool load_span(struct cmpl_calendar_load *load, const struct file_draft *draft)
{
	struct cmpl_calendar_builder *builder = &load->builder;

	builder->first = draft->covers.from.first;
	builder->last = load->covers_last = builder->published_last = draft->covers.until.last;
	if (builder->last < builder->first) {
		cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_EMPTY_SPAN,
			   cmpl_node_place(load->covers), "\"covers\" begins after it ends");
		cmpl_hint(&load->reader, "write the earlier day under \"from\"");
		return false;
	}
	load->projects = draft->project_until >= load->covers_last;
	if (draft->project_until > builder->last)
		builder->last = draft->project_until;
	if (builder->last - builder->first >= CMPL_CALENDAR_DAYS_MAX) {
		cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_TOO_LONG,
			   cmpl_node_place(load->covers),
			   "the calendar covers %d days, but may cover %d at most",
			   (int)(builder->last - builder->first + 1), CMPL_CALENDAR_DAYS_MAX);
		cmpl_hint(&load->reader, "let it cover the years that its policy needs");
		return false;
	}
	return true;
}

/*
 * The layers in the order in which a day's causes are told; extra working days last, for they open
 * a day.
 */
static void load_layers(struct cmpl_calendar_load *load, const struct file_draft *draft)
{
	load->builder.weekend = (unsigned)draft->weekend.days;
	load->builder.close_of_business = draft->close_of_business;
	load->source = cmpl_node_text(load->reader.tree, draft->source);
	cmpl_calendar_load_holidays(load, draft->holidays, draft->combine);
	cmpl_calendar_load_closures(load, draft->closures);
	cmpl_calendar_load_recurring(load, draft->recurring);
	cmpl_calendar_load_extra(load, draft->extra);
}

static void load_file(struct cmpl_calendar_load *load, struct file_draft *draft)
{
	const struct cmpl_node *root = &load->reader.tree->nodes[0];
	int32_t kind;

	if (!cmpl_read_head(&load->reader, kinds, &kind))
		return;
	cmpl_read_mapping(&load->reader, root, &fields, draft, NULL);
	/* Days can be checked as soon as the span is known, whatever else is wrong. */
	if (draft->source && draft->covers.from.kind && draft->covers.until.kind &&
	    load_span(load, draft))
		load_layers(load, draft);
}

/* Where no source ends with the calendar, its own file does. */
static const char *end_source(const struct cmpl_calendar_load *load,
			      const struct cmpl_string *named)
{
	return named->length ? cmpl_string_text(named) : load->source;
}

static complaint_status build(struct cmpl_calendar_load *load, const struct file_draft *draft,
			      struct complaint_calendar **ret_calendar)
{
	struct complaint_calendar *calendar = NULL;
	const struct cmpl_tree *tree = load->reader.tree;
	complaint_status status;
	size_t length;
	const char *name = cmpl_calendar_stem(tree->file, &length);

	if (draft->name) {
		name = cmpl_node_text(tree, draft->name);
		length = draft->name->length;
	}
	status = cmpl_calendar_builder_build(&load->builder, name, length,
					     end_source(load, &load->first_source),
					     end_source(load, &load->last_source), &calendar);
	if (status != COMPLAINT_OK)
		return status;
	if (!calendar->working_days) {
		cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_WITHOUT_WORKING_DAY,
			   cmpl_node_place(load->covers), "every covered day is closed");
		complaint_calendar_free(calendar);
		return COMPLAINT_ERR_INVALID_FILE;
	}
	*ret_calendar = calendar;
	return COMPLAINT_OK;
}

static complaint_status load_tree(const struct cmpl_tree *tree,
				  const struct cmpl_calendar_origin *origin,
				  struct complaint_calendar **ret_calendar,
				  struct complaint_diagnostics *diags)
{
	struct cmpl_calendar_load load;
	struct file_draft draft;
	complaint_status status;

	memset(&load, 0, sizeof(load));
	memset(&draft, 0, sizeof(draft));
	draft.combine = COMPLAINT_COMBINE_UNION;
	draft.close_of_business = -1;
	draft.project_until = CMPL_DAY_FIRST - 1;
	load.origin = origin;
	cmpl_reader_begin(&load.reader, tree, diags);

	load_file(&load, &draft);
	if (load.builder.status == COMPLAINT_ERR_NO_MEMORY || load.first_source.failed ||
	    load.last_source.failed)
		load.reader.out_of_memory = true;
	status = cmpl_reader_status(&load.reader);
	if (status == COMPLAINT_OK && load.not_built_in)
		status = COMPLAINT_ERR_NOT_BUILT_IN;
	if (status == COMPLAINT_OK)
		status = build(&load, &draft, ret_calendar);
	cmpl_reader_end(&load.reader);
	cmpl_calendar_builder_free(&load.builder);
	cmpl_string_free(&load.first_source);
	cmpl_string_free(&load.last_source);
	return status;
}

complaint_status cmpl_calendar_read_file(const char *file, const char *bytes, size_t length,
					 const struct cmpl_calendar_origin *origin,
					 struct complaint_calendar **ret_calendar,
					 struct complaint_diagnostics *diags)
{
	struct complaint_calendar *calendar = NULL;
	struct cmpl_tree *tree = NULL;
	complaint_status status = cmpl_yaml_read(file, bytes, length, &tree, diags), loaded;

	/* Faults of form can leave the tree whole: then the rest is read for its own faults. */
	if (tree) {
		loaded = load_tree(tree, origin, &calendar, diags);
		if (status == COMPLAINT_OK || loaded == COMPLAINT_ERR_NO_MEMORY)
			status = loaded;
	}
	if (status == COMPLAINT_OK)
		*ret_calendar = calendar;
	else
		complaint_calendar_free(calendar);
	cmpl_tree_free(tree);
	return status;
}
