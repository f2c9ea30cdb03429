/* SPDX-License-Identifier: MIT */
/* `holidays`: bundled calendars and .ics files, and how they go together. */
#include <string.h>

#include "base/memory.h"
#include "calendar/bundled.h"
#include "calendar/projection.h"
#include "load/calendar_file.h"
#include "tree/source.h"

enum { SOURCES_MAX = 16 };

struct sources {
	struct cmpl_calendar_load *load;
	const struct cmpl_node *node; /* the name at hand */
	uint16_t *closed_by;          /* per covered day a bit for each source; NULL: a union */
	unsigned number;              /* of the source at hand */
	size_t from;                  /* its first day in the builder */
	bool begins, ends;            /* a source begins or ends where the calendar does */
};

static const char *day_text(cmpl_day day, char text[11])
{
	cmpl_day_write(day, text);
	return text;
}

/*
 * Never a guess: what a source does not cover, the calendar does not cover, unless it says that it
 * projects.
 */
static void check_span(struct sources *sources, const char *source, cmpl_day first, cmpl_day last)
{
	struct cmpl_calendar_load *load = sources->load;
	struct cmpl_place place = cmpl_node_place(sources->node);
	char text[11];

	if (load->builder.first < first) {
		cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_BEYOND_SOURCE, place,
			   "%s begins on %s, after this calendar does", source,
			   day_text(first, text));
		cmpl_hint(&load->reader, "let \"covers\" begin on that day or later");
	}
	if (load->covers_last > last && !load->projects) {
		cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_BEYOND_SOURCE, place,
			   "%s ends on %s, before this calendar does", source,
			   day_text(last, text));
		cmpl_hint(&load->reader,
			  "let \"covers\" end on that day or earlier, or say how far days "
			  "may be projected by rule with \"project-until\"");
	}
}

/* Where a source ends on the very day the calendar does, the calendar ends because of it. */
static void bound(struct sources *sources, const char *source, cmpl_day first, cmpl_day last)
{
	struct cmpl_calendar_load *load = sources->load;

	if (first == load->builder.first && !sources->begins) {
		sources->begins = true;
		cmpl_string_add(&load->first_source, source);
	}
	if (last == load->builder.last && !sources->ends) {
		sources->ends = true;
		cmpl_string_add(&load->last_source, source);
	}
	if (last < load->builder.published_last)
		load->builder.published_last = last;
}

static void add_bundled(struct sources *sources, unsigned divisions)
{
	struct cmpl_calendar_builder *builder = &sources->load->builder;
	const char *source = cmpl_bundled_source(divisions);
	int32_t year, month, day;

	check_span(sources, source, cmpl_bundled_first(), cmpl_bundled_last());
	for (size_t i = 0; i < CMPL_DIVISIONS; i++) {
		if (divisions >> i & 1)
			cmpl_bundled_close(builder, i);
	}
	cmpl_day_to_date(builder->last, &year, &month, &day);
	if (sources->load->projects)
		cmpl_project_close(builder, divisions, COMPLAINT_COMBINE_UNION, cmpl_bundled_last(),
				   year);
	bound(sources, source, cmpl_bundled_first(), cmpl_bundled_last());
}

static void add_ics(struct sources *sources, const struct cmpl_ics_file *ics)
{
	struct cmpl_calendar_load *load = sources->load;
	complaint_status status;

	if (ics->has_span) {
		check_span(sources, ics->source, ics->first, ics->last);
		if (load->projects && load->builder.last > ics->last) {
			cmpl_fault(&load->reader, CMPL_CODE_CALENDAR_NOT_PROJECTED,
				   cmpl_node_place(load->project),
				   "%s cannot be projected; no rule is known for it", ics->source);
			cmpl_hint(&load->reader,
				  "only bundled calendars can be, such as england-and-wales");
		}
		bound(sources, ics->source, ics->first, ics->last);
	}
	status = cmpl_ics_close_days(ics, &load->builder, &load->budget, load->reader.diags);
	if (status == COMPLAINT_ERR_INVALID_FILE)
		load->reader.faults++; /* reported at the file */
}

static void fault_name(struct sources *sources, enum cmpl_code code, const char *message)
{
	struct cmpl_reader *reader = &sources->load->reader;

	cmpl_fault(reader, code, cmpl_node_place(sources->node), message,
		   cmpl_quote_node(reader, sources->node));
}

static void fault_unknown(struct sources *sources, const char *name, size_t length, bool is_file)
{
	struct cmpl_reader *reader = &sources->load->reader;
	struct cmpl_suggest suggest;

	if (is_file)
		fault_name(sources, CMPL_CODE_CALENDAR_UNKNOWN,
			   "no file %s can be read beside this one");
	else
		fault_name(sources, CMPL_CODE_CALENDAR_UNKNOWN,
			   "%s is neither a bundled calendar nor an .ics file");
	if (!cmpl_suggest_start(reader, &suggest, name, length))
		return;
	cmpl_calendar_suggest(&suggest, sources->load->origin);
	cmpl_suggest_end(
		reader, &suggest,
		"write england-and-wales, scotland, northern-ireland, united-kingdom, or an .ics "
		"file of this folder");
}

static void add_file(struct sources *sources, const char *name, size_t length)
{
	struct cmpl_calendar_load *load = sources->load;
	struct cmpl_named_file file = { 0 };
	struct cmpl_ics_file ics = { 0 };
	complaint_status status;

	if (!cmpl_source_stays_inside(name, length)) {
		fault_name(sources, CMPL_CODE_CALENDAR_OUTSIDE_FOLDER,
			   "%s does not lie in this file's folder");
		cmpl_hint(&load->reader, "put it beside this file and give its name alone");
		return;
	}
	status = cmpl_calendar_open_named(load->origin, name, length, &file, load->reader.diags);
	if (status == COMPLAINT_ERR_NOT_FOUND) {
		fault_unknown(sources, name, length, true);
		return;
	}
	if (status == COMPLAINT_OK)
		status = cmpl_ics_open(file.path, name, file.bytes, file.length, &ics,
				       load->reader.diags);
	if (status == COMPLAINT_OK)
		add_ics(sources, &ics);
	else if (status == COMPLAINT_ERR_NO_MEMORY)
		load->reader.out_of_memory = true;
	else if (status == COMPLAINT_ERR_NOT_BUILT_IN)
		load->not_built_in = true;
	else
		load->reader.faults++; /* reported at the file */
	if (file.path)
		cmpl_diag_finish_file(load->reader.diags, file.path);
	cmpl_ics_close(&ics);
	cmpl_calendar_close_named(&file);
}

/* Which days the source at hand closes. */
static void mark(struct sources *sources)
{
	const struct cmpl_calendar_builder *builder = &sources->load->builder;

	for (size_t i = sources->from; sources->closed_by && i < builder->closed_count; i++)
		sources->closed_by[builder->closed[i].day - builder->first] |=
			(uint16_t)(1u << sources->number);
}

/* Keep the days that all sources close. */
static void keep_common(struct sources *sources)
{
	struct cmpl_calendar_builder *builder = &sources->load->builder;
	uint16_t all = (uint16_t)((1u << sources->number) - 1);
	size_t kept = 0;

	for (size_t i = 0; sources->closed_by && i < builder->closed_count; i++) {
		if (sources->closed_by[builder->closed[i].day - builder->first] == all)
			builder->closed[kept++] = builder->closed[i];
	}
	if (sources->closed_by)
		builder->closed_count = kept;
}

static bool named_before(struct sources *sources, const struct cmpl_node *list)
{
	const struct cmpl_tree *tree = sources->load->reader.tree;
	const struct cmpl_node *other = cmpl_node_first(tree, list);

	for (; other != sources->node; other = cmpl_node_next(tree, list, other)) {
		if (cmpl_text_equal(cmpl_node_text(tree, other), other->length,
				    cmpl_node_text(tree, sources->node), sources->node->length))
			return true;
	}
	return false;
}

static void add_source(struct sources *sources, const struct cmpl_node *list)
{
	struct cmpl_calendar_load *load = sources->load;
	const char *name = cmpl_node_text(load->reader.tree, sources->node);
	size_t length = sources->node->length;
	unsigned divisions = cmpl_bundled_find(name, length);

	if (sources->number == SOURCES_MAX) {
		fault_name(sources, CMPL_CODE_TOO_MANY_CALENDARS,
			   "%s is one too many; 16 may be named");
		return;
	}
	if (named_before(sources, list)) {
		fault_name(sources, CMPL_CODE_DUPLICATE_ENTRY, "%s is named twice");
		cmpl_related_entry(&load->reader, list, sources->node);
		cmpl_hint(&load->reader, "remove one of the two");
		return;
	}
	sources->from = load->builder.closed_count;
	if (divisions)
		add_bundled(sources, divisions);
	else if (cmpl_calendar_name_ends(name, length, ".ics"))
		add_file(sources, name, length);
	else
		fault_unknown(sources, name, length, false);
	mark(sources);
	sources->number++;
}

void cmpl_calendar_load_holidays(struct cmpl_calendar_load *load, const struct cmpl_node *list,
				 int32_t combine)
{
	const struct cmpl_tree *tree = load->reader.tree;
	struct sources sources = { .load = load };

	if (!list)
		return;
	if (combine == COMPLAINT_COMBINE_INTERSECTION && list->count > 1) {
		sources.closed_by = cmpl_alloc_array(
			(size_t)(load->builder.last - load->builder.first + 1), sizeof(uint16_t));
		if (!sources.closed_by) {
			load->reader.out_of_memory = true;
			return;
		}
	}
	for (sources.node = cmpl_node_first(tree, list); sources.node;
	     sources.node = cmpl_node_next(tree, list, sources.node))
		add_source(&sources, list);
	keep_common(&sources);
	cmpl_free(sources.closed_by);
}
