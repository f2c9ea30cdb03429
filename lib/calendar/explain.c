/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/text.h"
#include "calendar/calendar.h"
#include "calendar/causes.h"

/*
 * The sources of one cause: three divisions share a Good Friday, which need not be read three
 * times.
 */
static void add_sources(struct cmpl_string *text, const struct cmpl_reason *reasons,
			const uint16_t *entries, size_t count, size_t from)
{
	const struct cmpl_reason *named = &reasons[entries[from]];

	cmpl_string_addf(text, " (%s", named->source);
	for (size_t i = from + 1; i < count; i++) {
		const struct cmpl_reason *other = &reasons[entries[i]];

		if (other->projected == named->projected && !strcmp(other->text, named->text))
			cmpl_string_addf(text, ", %s", other->source);
	}
	cmpl_string_add(text, named->projected ? ", projected by rule)" : ")");
}

static bool named_before(const struct cmpl_reason *reasons, const uint16_t *entries, size_t index)
{
	const struct cmpl_reason *reason = &reasons[entries[index]];

	for (size_t i = 0; i < index; i++) {
		const struct cmpl_reason *other = &reasons[entries[i]];

		if (other->projected == reason->projected && !strcmp(other->text, reason->text))
			return true;
	}
	return false;
}

static void add_causes(struct cmpl_string *text, const struct complaint_calendar *calendar,
		       cmpl_day day)
{
	const struct cmpl_reason *reasons = calendar->causes->reasons;
	const uint16_t *entries = NULL;
	size_t count = cmpl_causes_of(calendar, day, &entries);

	cmpl_string_add(text, "closed");
	for (size_t i = 0; i < count; i++) {
		if (named_before(reasons, entries, i))
			continue;
		cmpl_string_addf(text, "%s%s", i ? "; " : ", ", reasons[entries[i]].text);
		add_sources(text, reasons, entries, count, i);
	}
}

static void add_working(struct cmpl_string *text, const struct complaint_calendar *calendar,
			cmpl_day day)
{
	const struct cmpl_calendar_causes *causes = calendar->causes;
	size_t opened = cmpl_causes_opened_from(causes, day);

	cmpl_string_add(text, "working day");
	if (opened < causes->opened_count && causes->opened[opened].day == day) {
		const struct cmpl_reason *reason = &causes->reasons[causes->opened[opened].reason];

		cmpl_string_addf(text, ", %s (%s)", reason->text, reason->source);
	}
}

static void explain(struct cmpl_string *text, const struct complaint_calendar *calendar,
		    cmpl_day day)
{
	int32_t year, month, day_of_month;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	cmpl_string_addf(text, "%s %d %s %d: ", cmpl_weekday_name(cmpl_day_weekday(day)),
			 (int)day_of_month, cmpl_month_name(month), (int)year);
	if (cmpl_calendar_works(calendar, day))
		add_working(text, calendar, day);
	else
		add_causes(text, calendar, day);
	if (day > calendar->published_last)
		cmpl_string_add(text, ", provisional");
	cmpl_string_addf(text, ", revision %s", calendar->revision);
}

/* As much as fits, never half a character. */
static void copy_cut(char *buffer, size_t size, const char *text, size_t length)
{
	if (length >= size) {
		length = size - 1;
		while (length && ((unsigned char)text[length] & 0xc0) == 0x80)
			length--;
	}
	memcpy(buffer, text, length);
	buffer[length] = '\0';
}

complaint_status
complaint_calendar_explain_day(const struct complaint_calendar *calendar, complaint_day day,
			       char *buffer, size_t size, size_t *ret_length)
{
	struct cmpl_string text = { 0 };

	if (!calendar || (!buffer && size))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_calendar_covers(calendar, day))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	explain(&text, calendar, day);
	if (text.failed) {
		cmpl_string_free(&text);
		return COMPLAINT_ERR_NO_MEMORY;
	}
	if (size)
		copy_cut(buffer, size, cmpl_string_text(&text), text.length);
	if (ret_length)
		*ret_length = text.length;
	cmpl_string_free(&text);
	return COMPLAINT_OK;
}
