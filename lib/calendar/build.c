/* SPDX-License-Identifier: MIT */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "calendar/builder.h"
#include "calendar/digest.h"

/*
 * From a heap of closed days to flat arrays, in time linear in days and causes: causes are
 * counted per day, the counts summed up to places, the causes put there.
 */
struct work {
	uint32_t days;
	uint32_t *place;  /* per day: where its causes begin; once filled: where they end */
	uint16_t *causes; /* numbers of reasons, by day */
	uint32_t closed;  /* days with a cause */
	uint16_t weekend_reason[7];
};

static int compare_opened(const void *a, const void *b)
{
	const struct cmpl_opened_day *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->reason > y->reason) - (x->reason < y->reason);
}

/* Sorted, each day once (its first reason). */
static void sort_opened(struct cmpl_calendar_builder *builder)
{
	size_t kept = 0;

	if (builder->opened_count > 1)
		qsort(builder->opened, builder->opened_count, sizeof(*builder->opened),
		      compare_opened);
	for (size_t i = 0; i < builder->opened_count; i++) {
		if (kept && builder->opened[kept - 1].day == builder->opened[i].day)
			continue;
		builder->opened[kept++] = builder->opened[i];
	}
	builder->opened_count = kept;
}

static void add_weekend_reasons(struct cmpl_calendar_builder *builder, struct work *work)
{
	for (int weekday = 0; weekday < 7; weekday++) {
		if (builder->weekend >> weekday & 1)
			work->weekend_reason[weekday] = cmpl_calendar_builder_reason(
				builder, cmpl_weekday_name(weekday), COMPLAINT_NUL_TERMINATED,
				"weekend", false);
	}
}

static bool order_causes(const struct cmpl_calendar_builder *builder, struct work *work)
{
	uint32_t sum = 0;
	int weekday = cmpl_day_weekday(builder->first);

	work->place = cmpl_alloc_array(work->days + 1, sizeof(*work->place));
	work->causes = cmpl_alloc_array(builder->closed_count + work->days, sizeof(*work->causes));
	if (!work->place || !work->causes)
		return false;
	for (size_t i = 0; i < builder->closed_count; i++)
		work->place[builder->closed[i].day - builder->first]++;
	for (uint32_t i = 0; i < work->days; i++) {
		uint32_t here = work->place[i];

		work->place[i] = sum;
		if (builder->weekend >> weekday & 1) {
			work->causes[sum] = work->weekend_reason[weekday];
			work->place[i]++;
			here++;
		}
		sum += here;
		work->closed += here != 0;
		weekday = weekday == 6 ? 0 : weekday + 1;
	}
	for (size_t i = 0; i < builder->closed_count; i++) {
		uint32_t *place = &work->place[builder->closed[i].day - builder->first];

		work->causes[(*place)++] = builder->closed[i].reason;
	}
	return true;
}

/* The causes of one day, each once, to the end of the entries. */
static uint32_t keep_causes(struct cmpl_calendar_causes *causes, uint32_t at, const uint16_t *from,
			    uint32_t count, uint64_t *digest)
{
	uint32_t end = at;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t seen = at;

		while (seen < end && causes->entries[seen] != from[i])
			seen++;
		if (seen < end)
			continue;
		causes->entries[end++] = from[i];
		*digest = cmpl_digest_word(*digest, causes->reasons[from[i]].digest);
	}
	return end;
}

static uint64_t fill(const struct cmpl_calendar_builder *builder, const struct work *work,
		     struct complaint_calendar *calendar, uint64_t digest)
{
	struct cmpl_calendar_causes *causes = calendar->causes;
	uint32_t from = 0, entry = 0, closed = 0, working = 0;
	size_t opened = 0;

	for (uint32_t i = 0; i < work->days; i++) {
		uint32_t until = work->place[i];
		bool open = opened < builder->opened_count &&
			    builder->opened[opened].day - builder->first == (cmpl_day)i;

		opened += open;
		calendar->rank[i] = (uint16_t)working;
		if (from == until || open) {
			calendar->day_of[working++] = (uint16_t)i;
		} else {
			digest = cmpl_digest_word(digest, (uint32_t)builder->first + i);
			causes->start[closed++] = entry;
			entry = keep_causes(causes, entry, work->causes + from, until - from,
					    &digest);
		}
		from = until;
	}
	calendar->rank[work->days] = (uint16_t)working;
	causes->start[closed] = entry;
	calendar->working_days = (int32_t)working;
	return digest;
}

/* Copies of the builder's reasons, their texts in one block. */
static bool copy_reasons(const struct cmpl_calendar_builder *builder,
			 struct cmpl_calendar_causes *causes)
{
	size_t size = 0;
	char *at;

	for (size_t i = 0; i < builder->reason_count; i++)
		size += strlen(builder->reasons[i].text) + strlen(builder->reasons[i].source) + 2;
	causes->reasons = cmpl_alloc_array(builder->reason_count, sizeof(*causes->reasons));
	causes->texts = at = cmpl_alloc(size);
	if (!causes->reasons || !at)
		return false;
	for (size_t i = 0; i < builder->reason_count; i++) {
		const struct cmpl_calendar_builder_reason *from = &builder->reasons[i];
		size_t text = strlen(from->text) + 1, source = strlen(from->source) + 1;

		memcpy(at, from->text, text);
		memcpy(at + text, from->source, source);
		causes->reasons[i] =
			(struct cmpl_reason){ at, at + text, from->digest, from->projected };
		at += text + source;
	}
	causes->reason_count = builder->reason_count;
	return true;
}

static bool make_causes(const struct cmpl_calendar_builder *builder, const struct work *work,
			struct complaint_calendar *calendar)
{
	struct cmpl_calendar_causes *causes = calendar->causes = cmpl_alloc(sizeof(*causes));

	if (!causes || !copy_reasons(builder, causes))
		return false;
	causes->start = cmpl_alloc_array(work->closed + 1, sizeof(*causes->start));
	causes->entries = cmpl_alloc_array(work->days ? work->place[work->days - 1] : 0,
					   sizeof(*causes->entries));
	causes->opened = cmpl_alloc_array(builder->opened_count, sizeof(*causes->opened));
	if (!causes->start || !causes->entries || !causes->opened)
		return false;
	if (builder->opened_count)
		memcpy(causes->opened, builder->opened,
		       builder->opened_count * sizeof(*causes->opened));
	causes->opened_count = builder->opened_count;
	return true;
}

static bool make_ends(struct complaint_calendar *calendar, const char *first, const char *last)
{
	calendar->ends = cmpl_alloc(sizeof(*calendar->ends));
	if (!calendar->ends)
		return false;
	calendar->ends->first = cmpl_text_copy(first, strlen(first));
	calendar->ends->last = cmpl_text_copy(last, strlen(last));
	return calendar->ends->first && calendar->ends->last;
}

/*
 * The revision is of what counts and what explains: the span, every closed day with its causes,
 * every extra working day.
 */
static void fill_with_revision(const struct cmpl_calendar_builder *builder, const struct work *work,
			       struct complaint_calendar *calendar)
{
	const struct cmpl_calendar_causes *causes = calendar->causes;
	uint64_t digest = cmpl_digest_word(CMPL_DIGEST_BEGIN, (uint32_t)builder->first);

	digest = cmpl_digest_word(digest, (uint32_t)builder->last);
	digest = cmpl_digest_word(digest, (uint32_t)builder->published_last);
	digest = cmpl_digest_word(digest, (uint32_t)builder->close_of_business);
	digest = fill(builder, work, calendar, digest);
	for (size_t i = 0; i < causes->opened_count; i++) {
		digest = cmpl_digest_word(digest, (uint32_t)causes->opened[i].day);
		digest = cmpl_digest_word(digest, causes->reasons[causes->opened[i].reason].digest);
	}
	for (int i = 0; i < 16; i++)
		calendar->revision[i] = "0123456789abcdef"[digest >> (60 - 4 * i) & 15];
	calendar->revision[16] = '\0';
}

static struct complaint_calendar *new_calendar(const struct cmpl_calendar_builder *builder,
					       const struct work *work, const char *name,
					       size_t length)
{
	struct complaint_calendar *calendar = cmpl_alloc(sizeof(*calendar));

	if (!calendar)
		return NULL;
	atomic_init(&calendar->references, 1);
	calendar->first = builder->first;
	calendar->last = builder->last;
	calendar->span = (uint32_t)(builder->last - builder->first);
	calendar->published_last = builder->published_last;
	calendar->close_of_business = builder->close_of_business;
	calendar->divisions = builder->divisions;
	calendar->combine = builder->combine;
	calendar->name = cmpl_text_copy(name, length);
	calendar->rank = cmpl_alloc_array(work->days + 1, sizeof(*calendar->rank));
	/* Every extra working day may have had a cause, and every day without one works. */
	calendar->day_of = cmpl_alloc_array(work->days - work->closed + builder->opened_count,
					    sizeof(*calendar->day_of));
	if (!calendar->name || !calendar->rank || !calendar->day_of) {
		complaint_calendar_free(calendar);
		return NULL;
	}
	return calendar;
}

static complaint_status build(struct cmpl_calendar_builder *builder, struct work *work,
			      const char *name, size_t length, const char *first_source,
			      const char *last_source, struct complaint_calendar **ret_calendar)
{
	struct complaint_calendar *calendar;

	add_weekend_reasons(builder, work);
	sort_opened(builder);
	if (builder->status != COMPLAINT_OK)
		return builder->status;
	if (!order_causes(builder, work))
		return COMPLAINT_ERR_NO_MEMORY;
	calendar = new_calendar(builder, work, name, length);
	if (!calendar)
		return COMPLAINT_ERR_NO_MEMORY;
	if (!make_causes(builder, work, calendar) ||
	    !make_ends(calendar, first_source, last_source)) {
		complaint_calendar_free(calendar);
		return COMPLAINT_ERR_NO_MEMORY;
	}
	fill_with_revision(builder, work, calendar);
	*ret_calendar = calendar;
	return COMPLAINT_OK;
}

complaint_status cmpl_calendar_builder_build(struct cmpl_calendar_builder *builder,
					     const char *name, size_t length,
					     const char *first_source, const char *last_source,
					     struct complaint_calendar **ret_calendar)
{
	struct work work = { 0 };
	complaint_status status;

	if (builder->last < builder->first ||
	    builder->last - builder->first >= CMPL_CALENDAR_DAYS_MAX)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	work.days = (uint32_t)(builder->last - builder->first + 1);
	status = build(builder, &work, name, length, first_source, last_source, ret_calendar);
	cmpl_free(work.place);
	cmpl_free(work.causes);
	return status;
}
