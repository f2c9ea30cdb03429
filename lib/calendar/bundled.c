/* SPDX-License-Identifier: MIT */
#include "calendar/bundled.h"

#include <string.h>

#include "base/text.h"

/* The divisions, then their union. */
static const char union_name[] = "united-kingdom";

size_t
complaint_calendar_bundled_count(void)
{
	return CMPL_DIVISIONS + 1;
}

const char *
complaint_calendar_bundled_name(size_t index)
{
	if (index < CMPL_DIVISIONS)
		return cmpl_bundled_divisions[index].name;
	return index == CMPL_DIVISIONS ? union_name : NULL;
}

unsigned cmpl_bundled_find(const char *name, size_t length)
{
	for (size_t i = 0; i < CMPL_DIVISIONS; i++) {
		if (cmpl_text_is(name, length, cmpl_bundled_divisions[i].name))
			return 1u << i;
	}
	return cmpl_text_is(name, length, union_name) ? (1u << CMPL_DIVISIONS) - 1 : 0;
}

const char *cmpl_bundled_source(unsigned divisions)
{
	for (size_t i = 0; i < CMPL_DIVISIONS; i++) {
		if (divisions == 1u << i)
			return cmpl_bundled_divisions[i].source;
	}
	return "United Kingdom bank holidays";
}

cmpl_day cmpl_bundled_first(void)
{
	return cmpl_day_from_date(CMPL_BUNDLED_FROM, 1, 1);
}

cmpl_day cmpl_bundled_last(void)
{
	return cmpl_day_from_date(CMPL_BUNDLED_UNTIL, 12, 31);
}

void cmpl_bundled_close(struct cmpl_calendar_builder *builder, size_t division)
{
	const struct cmpl_bundled_division *from = &cmpl_bundled_divisions[division];
	uint16_t reasons[CMPL_BUNDLED_TITLES];
	bool known[CMPL_BUNDLED_TITLES] = { false };

	for (size_t i = 0; i < from->count; i++) {
		uint8_t title = from->holidays[i].title;

		if (!known[title]) {
			reasons[title] = cmpl_calendar_builder_reason(
				builder, cmpl_bundled_titles[title], COMPLAINT_NUL_TERMINATED,
				from->source, false);
			known[title] = true;
		}
		cmpl_calendar_builder_close(builder, from->holidays[i].day, reasons[title]);
	}
}

complaint_status
complaint_calendar_load_bundled(const char *name, size_t length,
				struct complaint_calendar **ret_calendar)
{
	struct cmpl_calendar_builder builder = { .close_of_business = -1 };
	const char *source;
	complaint_status status;

	if (!name || !ret_calendar)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(name, length);
	builder.divisions = cmpl_bundled_find(name, length);
	if (!builder.divisions)
		return COMPLAINT_ERR_NOT_FOUND;
	builder.combine = COMPLAINT_COMBINE_UNION;
	builder.first = cmpl_bundled_first();
	builder.last = builder.published_last = cmpl_bundled_last();
	builder.weekend = 1u << CMPL_SATURDAY | 1u << CMPL_SUNDAY;
	for (size_t i = 0; i < CMPL_DIVISIONS; i++) {
		if (builder.divisions >> i & 1)
			cmpl_bundled_close(&builder, i);
	}
	source = cmpl_bundled_source(builder.divisions);
	status = cmpl_calendar_builder_build(&builder, name, length, source, source, ret_calendar);
	cmpl_calendar_builder_free(&builder);
	return status;
}
