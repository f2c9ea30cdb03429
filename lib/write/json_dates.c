/* SPDX-License-Identifier: MIT */
/* Dates, limits and anchors as pieces of JSON. */
#include "write/json_parts.h"

/* Longer than any text of complaint_date_get_text(). */
#define DATE_ROOM 80

static struct cmpl_slice slice_of(const char *text)
{
	size_t length = text ? strlen(text) : 0;

	return (struct cmpl_slice){ text, (uint32_t)length,
				    text && cmpl_json_stands(text, length) };
}

size_t cmpl_date_room_of_beyond(const struct complaint_date *date)
{
	return cmpl_run_room(slice_of(complaint_date_get_beyond(date, NULL))) +
	       cmpl_run_room(slice_of(complaint_date_get_beyond_source(date))) + 96;
}

static char *run_beyond(char *at, const struct complaint_date *date)
{
	complaint_day covered = 0;
	const char *calendar = complaint_date_get_beyond(date, &covered);
	struct cmpl_slice source = slice_of(complaint_date_get_beyond_source(date));

	at = cmpl_run_text(CMPL_RUN(at, "{\"beyond-calendar\":"), slice_of(calendar));
	at = cmpl_day_put(CMPL_RUN(at, ",\"covered\":\""), covered);
	at = cmpl_run_sign(at, '"');
	at = CMPL_RUN_OPTIONAL(at, "source", source);
	return cmpl_run_sign(at, '}');
}

/* "A to B" as it stands in the date's text becomes { from: A, until: B }. */
static char *run_text_of(char *at, const struct complaint_date *date)
{
	char text[DATE_ROOM];
	const char *middle;

	if (complaint_date_get_text(date, text, sizeof(text)) != COMPLAINT_OK)
		return CMPL_RUN(at, "null");
	middle = strstr(text, " to ");
	if (!middle)
		return cmpl_run_text(at, slice_of(text));
	at = cmpl_run_bytes(CMPL_RUN(at, "{\"from\":\""), text, (size_t)(middle - text));
	at = cmpl_run_text(CMPL_RUN(at, "\",\"until\":"), slice_of(middle + strlen(" to ")));
	return cmpl_run_sign(at, '}');
}

char *cmpl_run_any_date(char *at, const struct complaint_date *date)
{
	switch (date->kind) {
	case COMPLAINT_DATE_NONE: return CMPL_RUN(at, "null");
	case COMPLAINT_DATE_NOT_YET: return CMPL_RUN(at, "\"not-yet\"");
	case COMPLAINT_DATE_UNKNOWN: return CMPL_RUN(at, "\"unknown\"");
	case COMPLAINT_DATE_BEYOND_CALENDAR: return run_beyond(at, date);
	default: return run_text_of(at, date);
	}
}

char *cmpl_run_date_flags(char *at, int32_t flags)
{
	if (flags & COMPLAINT_DATE_PROJECTED)
		at = CMPL_RUN(at, ",\"projected\":true");
	if (flags & COMPLAINT_DATE_PROVISIONAL)
		at = CMPL_RUN(at, ",\"provisional\":true");
	if (flags & COMPLAINT_DATE_BY_DAY)
		at = CMPL_RUN(at, ",\"by-day\":true");
	if (flags & COMPLAINT_DATE_COULD_BE_EARLIER)
		at = CMPL_RUN(at, ",\"could-be-earlier\":true");
	if (flags & COMPLAINT_DATE_CLOSE_OF_BUSINESS_UNKNOWN)
		at = CMPL_RUN(at, ",\"close-of-business-unknown\":true");
	return at;
}

char *cmpl_run_limit(char *at, const struct cmpl_limit *limit)
{
	const char *unit = cmpl_word_unit(limit->unit, limit->amount);

	at = cmpl_run_sign(at, '"');
	if (limit->unit <= COMPLAINT_UNIT_YEARS)
		at = cmpl_run_sign(cmpl_run_number(at, limit->amount), ' ');
	at = cmpl_run_bytes(at, unit, strlen(unit));
	return cmpl_run_sign(at, '"');
}

static struct cmpl_slice name_of(const struct complaint_policy *policy,
				 const struct cmpl_anchor *anchor)
{
	if (anchor->kind == CMPL_ANCHOR_EVENT)
		return cmpl_policy_name_slice(policy, CMPL_EVENTS, anchor->index);
	if (anchor->kind == CMPL_ANCHOR_DUE)
		return cmpl_policy_slice(policy,
					 policy->rules[policy->duties[anchor->index].rule].id);
	return (struct cmpl_slice){ "now", 3, true };
}

static bool is_group(const struct cmpl_anchor *anchor)
{
	return anchor->kind == CMPL_ANCHOR_LATEST || anchor->kind == CMPL_ANCHOR_EARLIEST;
}

size_t cmpl_anchor_room(const struct complaint_policy *policy, uint32_t number)
{
	const struct cmpl_anchor *anchor = &policy->anchors[number];
	size_t room = 16;

	if (!is_group(anchor))
		return room + cmpl_run_room(name_of(policy, anchor));
	for (uint32_t i = 0; i < anchor->count; i++)
		room += 8 + cmpl_run_room(name_of(policy, &policy->anchors[anchor->index + i]));
	return room;
}

static char *run_single(char *at, const struct complaint_policy *policy,
			const struct cmpl_anchor *anchor)
{
	if (anchor->kind == CMPL_ANCHOR_DUE)
		at = CMPL_RUN(at, "due ");
	return cmpl_run_inside(at, name_of(policy, anchor));
}

char *cmpl_run_anchor(char *at, const struct complaint_policy *policy, uint32_t number)
{
	const struct cmpl_anchor *anchor = &policy->anchors[number];

	at = cmpl_run_sign(at, '"');
	if (!is_group(anchor)) {
		at = run_single(at, policy, anchor);
		return cmpl_run_sign(at, '"');
	}
	at = anchor->kind == CMPL_ANCHOR_LATEST ? CMPL_RUN(at, "latest of ")
						: CMPL_RUN(at, "earliest of ");
	for (uint32_t i = 0; i < anchor->count; i++) {
		if (i > 0)
			at = CMPL_RUN(at, ", ");
		at = run_single(at, policy, &policy->anchors[anchor->index + i]);
	}
	return cmpl_run_sign(at, '"');
}
