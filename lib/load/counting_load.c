/* SPDX-License-Identifier: MIT */
/* How days are counted: the file's convention, and what one rule changes of it. */
#include "load/calendar_load.h"
#include "load/load.h"

/* Each calendar is a file read; nobody counts by more. */
#define MOST_CALENDARS 32

static const struct cmpl_word first_days[] = {
	{ "day-after-event", CMPL_DAY_AFTER_EVENT },
	{ "event-day", CMPL_ON_EVENT_DAY },
	{ NULL, 0 },
};
static const struct cmpl_word closed_days[] = {
	{ "as-it-falls", CMPL_AS_IT_FALLS },
	{ "next-working-day", CMPL_DEEMED_NEXT_WORKING_DAY },
	{ NULL, 0 },
};
static const struct cmpl_word due_days[] = {
	{ "stays", CMPL_STAYS },
	{ "next-working-day", CMPL_NEXT_WORKING_DAY },
	{ "previous-working-day", CMPL_PREVIOUS_WORKING_DAY },
	{ NULL, 0 },
};
static const struct cmpl_word ends[] = {
	{ "midnight", CMPL_MIDNIGHT },
	{ "close-of-business", CMPL_CLOSE_OF_BUSINESS },
	{ NULL, 0 },
};

struct counting_draft {
	const struct cmpl_node *calendar, *zone;
	int32_t first_day, event_on_closed_day, due_on_closed_day, day_ends, cut_off,
		close_of_business;
};

static bool read_zone(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot);

static const struct cmpl_field rows[] = {
	CMPL_MAY("calendar", cmpl_read_text, struct counting_draft, calendar, NULL,
		 "the name of a calendar, such as england-and-wales"),
	CMPL_MAY("time-zone", read_zone, struct counting_draft, zone, NULL, "Europe/London or UTC"),
	CMPL_MAY("first-day", cmpl_read_word, struct counting_draft, first_day, first_days,
		 "day-after-event or event-day"),
	CMPL_MAY("event-on-closed-day", cmpl_read_word, struct counting_draft, event_on_closed_day,
		 closed_days, "as-it-falls or next-working-day"),
	CMPL_MAY("cut-off", cmpl_read_time, struct counting_draft, cut_off, NULL,
		 "the time after which an event is the next working day's, in quotes"),
	CMPL_MAY("due-on-closed-day", cmpl_read_word, struct counting_draft, due_on_closed_day,
		 due_days, "stays, next-working-day or previous-working-day"),
	CMPL_MAY("day-ends", cmpl_read_word, struct counting_draft, day_ends, ends,
		 "midnight or close-of-business"),
	CMPL_MAY("close-of-business", cmpl_read_time, struct counting_draft, close_of_business,
		 NULL, "the time at which business closes, in quotes"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a counting convention", rows);

static bool read_zone(struct cmpl_reader *reader, const struct cmpl_node *node,
		      const struct cmpl_field *field, void *slot)
{
	enum cmpl_zone zone;

	if (!cmpl_read_text(reader, node, field, slot))
		return false;
	if (cmpl_zone_find(cmpl_node_text(reader->tree, node), node->length, &zone))
		return true;
	cmpl_fault(reader, CMPL_CODE_TIME_ZONE_UNKNOWN, cmpl_node_place(node),
		   "the time zone %s is not known", cmpl_quote_node(reader, node));
	cmpl_hint(reader, "write Europe/London or UTC");
	return false;
}

/* The slot of a calendar by the name the file gives it; bound when it is first named. */
static uint32_t bind_calendar(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct cmpl_reader *reader = &load->reader;
	const char *name = cmpl_node_text(reader->tree, node);
	uint32_t slot = cmpl_map_find(&load->calendars, name, node->length), old;
	struct cmpl_calendar_slot item = { 0 };
	complaint_status status;

	if (slot != CMPL_MAP_NONE)
		return slot;
	if (load->policy->calendars_count >= MOST_CALENDARS) {
		cmpl_fault(reader, CMPL_CODE_TOO_MANY_CALENDARS, cmpl_node_place(node),
			   "the file names more than %d calendars", MOST_CALENDARS);
		cmpl_hint(reader, "count by the calendars named before");
		return CMPL_NONE;
	}
	status = cmpl_calendar_load_named(load->path, name, node->length, load->host_texts,
					  load->host_text_count, &item.calendar, reader->diags,
					  reader->tree->file, cmpl_node_place(node));
	if (status == COMPLAINT_ERR_NO_MEMORY)
		reader->out_of_memory = true;
	else if (status != COMPLAINT_OK)
		reader->faults++; /* reported where it was found */

	/* A calendar that failed keeps its slot, so that it is read and reported once. */
	item.name = cmpl_load_text(load, node);
	slot = cmpl_load_append(load, CMPL_ARRAY_calendars, &item);
	if (slot == CMPL_NONE)
		complaint_calendar_free(item.calendar);
	else if (!cmpl_map_add(&load->calendars, name, node->length, slot, &old))
		reader->out_of_memory = true;
	return slot;
}

static bool read_counting(struct cmpl_load *load, const struct cmpl_node *node,
			  struct cmpl_counting *counting)
{
	struct cmpl_reader *reader = &load->reader;
	struct counting_draft draft = {
		.first_day = counting->first_day,
		.event_on_closed_day = counting->event_on_closed_day,
		.due_on_closed_day = counting->due_on_closed_day,
		.day_ends = counting->day_ends,
		.cut_off = counting->cut_off,
		.close_of_business = counting->close_of_business,
	};
	enum cmpl_zone zone;

	cmpl_read_mapping(reader, node, &fields, &draft, NULL);
	counting->first_day = (uint8_t)draft.first_day;
	counting->event_on_closed_day = (uint8_t)draft.event_on_closed_day;
	counting->due_on_closed_day = (uint8_t)draft.due_on_closed_day;
	counting->day_ends = (uint8_t)draft.day_ends;
	counting->cut_off = draft.cut_off;
	counting->close_of_business = draft.close_of_business;
	if (draft.calendar)
		counting->calendar = bind_calendar(load, draft.calendar);
	if (draft.zone &&
	    cmpl_zone_find(cmpl_node_text(reader->tree, draft.zone), draft.zone->length, &zone))
		counting->zone = (uint8_t)zone;
	return draft.zone != NULL;
}

void cmpl_load_file_counting(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct cmpl_counting counting = { .calendar = CMPL_NONE,
					  .cut_off = -1,
					  .close_of_business = -1 };
	struct cmpl_reader *reader = &load->reader;

	if (node) {
		load->has_zone = read_counting(load, node, &counting);
		if (node->kind == CMPL_NODE_MAP && !cmpl_load_key(load, node, NULL, "calendar")) {
			cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(node),
				   "the file's counting lacks \"calendar\"");
			cmpl_hint(reader,
				  "add \"calendar: england-and-wales\", or another calendar");
		}
	}
	load->policy->counting = cmpl_load_append(load, CMPL_ARRAY_countings, &counting);
}

uint32_t cmpl_load_counting(struct cmpl_load *load, const struct cmpl_node *node)
{
	struct complaint_policy *policy = load->policy;
	struct cmpl_counting counting;

	if (!node || policy->counting == CMPL_NONE)
		return policy->counting;
	counting = policy->countings[policy->counting];
	read_counting(load, node, &counting);
	return cmpl_load_append(load, CMPL_ARRAY_countings, &counting);
}

void cmpl_load_note_hours(struct cmpl_load *load, const struct cmpl_node *node,
			  struct cmpl_limit limit)
{
	if (node && limit.unit == COMPLAINT_UNIT_HOURS && !load->hours)
		load->hours = node;
}

void cmpl_load_check_zone(struct cmpl_load *load)
{
	struct cmpl_reader *reader = &load->reader;

	if (!load->hours || load->has_zone)
		return;
	cmpl_fault(reader, CMPL_CODE_TIME_ZONE_MISSING, cmpl_node_place(load->hours),
		   "the file counts hours, and its \"counting\" has no \"time-zone\"");
	cmpl_hint(reader,
		  "add \"time-zone: Europe/London\" to \"counting\" at the top of the file");
}
