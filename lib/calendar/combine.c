/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/text.h"
#include "calendar/builder.h"

struct parts {
	const struct complaint_calendar *const *calendars;
	size_t count;
	int32_t combine;
};

static bool closed(const struct parts *parts, cmpl_day day)
{
	bool all = parts->combine == COMPLAINT_COMBINE_INTERSECTION;

	for (size_t i = 0; i < parts->count; i++) {
		if (cmpl_calendar_works(parts->calendars[i], day) == all)
			return !all;
	}
	return all;
}

static complaint_status add_part(struct cmpl_calendar_builder *builder, const struct parts *parts,
				 size_t index)
{
	const struct complaint_calendar *part = parts->calendars[index];
	const struct cmpl_calendar_causes *causes = part->causes;
	uint16_t *map = cmpl_calendar_builder_map_reasons(builder, causes);

	if (!map)
		return COMPLAINT_ERR_NO_MEMORY;
	for (cmpl_day day = builder->first; day <= builder->last; day++) {
		const uint16_t *entries;
		size_t count = cmpl_causes_of(part, day, &entries);

		if (!count || !closed(parts, day))
			continue;
		for (size_t i = 0; i < count; i++)
			cmpl_calendar_builder_close(builder, day, map[entries[i]]);
	}
	for (size_t i = cmpl_causes_opened_from(causes, builder->first); i < causes->opened_count;
	     i++) {
		cmpl_day day = causes->opened[i].day;

		/* Where another part closes the day all the same, nothing was opened. */
		if (day <= builder->last && !closed(parts, day))
			cmpl_calendar_builder_open(builder, day, map[causes->opened[i].reason]);
	}
	cmpl_free(map);
	return builder->status;
}

/*
 * Bundled divisions joined in one way can be projected as one; united-kingdom is a union already,
 * so an intersection with it is not of that form.
 */
static unsigned joined_divisions(const struct parts *parts)
{
	unsigned divisions = 0;

	for (size_t i = 0; i < parts->count; i++) {
		unsigned of = parts->calendars[i]->divisions;
		bool single = !(of & (of - 1));

		if (!of || (!single && parts->calendars[i]->combine != parts->combine))
			return 0;
		divisions |= of;
	}
	return divisions;
}

/* Covered is what all cover; returned are the parts that end it. */
static void join_spans(struct cmpl_calendar_builder *builder, const struct parts *parts,
		       size_t *ret_first, size_t *ret_last)
{
	*ret_first = *ret_last = 0;
	for (size_t i = 0; i < parts->count; i++) {
		const struct complaint_calendar *part = parts->calendars[i];
		int32_t close = part->close_of_business;

		if (part->first > parts->calendars[*ret_first]->first)
			*ret_first = i;
		if (part->last < parts->calendars[*ret_last]->last)
			*ret_last = i;
		if (!i || part->published_last < builder->published_last)
			builder->published_last = part->published_last;
		if (close >= 0 &&
		    (builder->close_of_business < 0 || close < builder->close_of_business))
			builder->close_of_business = close;
	}
	builder->first = parts->calendars[*ret_first]->first;
	builder->last = parts->calendars[*ret_last]->last;
	if (builder->published_last > builder->last)
		builder->published_last = builder->last;
}

static complaint_status combine(const struct parts *parts, const char *name, size_t length,
				struct complaint_calendar **ret_calendar)
{
	struct cmpl_calendar_builder builder = { .close_of_business = -1 };
	size_t first, last;
	complaint_status status = COMPLAINT_ERR_OUT_OF_RANGE;

	join_spans(&builder, parts, &first, &last);
	if (builder.first > builder.last)
		return status;
	builder.divisions = joined_divisions(parts);
	builder.combine = parts->combine;
	for (size_t i = 0; i < parts->count; i++) {
		status = add_part(&builder, parts, i);
		if (status != COMPLAINT_OK)
			goto out;
	}
	status = cmpl_calendar_builder_build(
		&builder, name, length, cmpl_calendar_end_source(parts->calendars[first], false),
		cmpl_calendar_end_source(parts->calendars[last], true), ret_calendar);
out:
	cmpl_calendar_builder_free(&builder);
	return status;
}

complaint_status
complaint_calendar_combine(const struct complaint_calendar *const *calendars, size_t count,
			   int32_t combine_how, const char *name, size_t length,
			   struct complaint_calendar **ret_calendar)
{
	const struct parts parts = { calendars, count, combine_how };

	if (!calendars || !count || !name || !cmpl_text_length(name, length) || !ret_calendar)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (combine_how != COMPLAINT_COMBINE_UNION && combine_how != COMPLAINT_COMBINE_INTERSECTION)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	for (size_t i = 0; i < count; i++) {
		if (!calendars[i])
			return COMPLAINT_ERR_BAD_ARGUMENT;
	}
	return combine(&parts, name, cmpl_text_length(name, length), ret_calendar);
}
