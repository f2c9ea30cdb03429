/* SPDX-License-Identifier: MIT */
#include "calendar/builder.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "calendar/digest.h"

/* Text and source in one piece: a bundled calendar has little time. */
static bool append_reason(struct cmpl_calendar_builder *builder, const char *text, size_t length,
			  const char *source, struct cmpl_calendar_builder_reason reason)
{
	size_t source_size = strlen(source) + 1;
	void *reasons = builder->reasons;

	if (!cmpl_grow(&reasons, &builder->reason_capacity, builder->reason_count, sizeof(reason)))
		return false;
	builder->reasons = reasons;
	reason.text = cmpl_alloc(length + 1 + source_size);
	if (!reason.text)
		return false;
	memcpy(reason.text, text, length);
	reason.source = memcpy(reason.text + length + 1, source, source_size);
	builder->reasons[builder->reason_count++] = reason;
	return true;
}

static bool is_reason(const struct cmpl_calendar_builder_reason *reason, const char *text,
		      size_t length, const char *source)
{
	return !strncmp(reason->text, text, length) && !reason->text[length] &&
	       !strcmp(reason->source, source);
}

uint16_t cmpl_calendar_builder_reason(struct cmpl_calendar_builder *builder, const char *text,
				      size_t length, const char *source, bool projected)
{
	struct cmpl_calendar_builder_reason reason = { .projected = projected };
	size_t i;

	length = cmpl_text_length(text, length);
	reason.digest = cmpl_digest_text(CMPL_DIGEST_BEGIN, text, length);
	reason.digest = cmpl_digest_text(reason.digest, source, strlen(source));
	reason.digest = cmpl_digest_word(reason.digest, projected);
	for (i = 0; i < builder->reason_count; i++) {
		const struct cmpl_calendar_builder_reason *known = &builder->reasons[i];

		if (known->digest == reason.digest && known->projected == projected &&
		    is_reason(known, text, length, source))
			return (uint16_t)i;
	}
	if (i >= CMPL_CALENDAR_REASONS_MAX)
		builder->status = COMPLAINT_ERR_OUT_OF_RANGE;
	else if (append_reason(builder, text, length, source, reason))
		return (uint16_t)i;
	else
		builder->status = COMPLAINT_ERR_NO_MEMORY;
	return 0;
}

uint16_t *cmpl_calendar_builder_map_reasons(struct cmpl_calendar_builder *builder,
					    const struct cmpl_calendar_causes *causes)
{
	uint16_t *map = cmpl_alloc_array(causes->reason_count, sizeof(*map));

	for (size_t i = 0; map && i < causes->reason_count; i++) {
		const struct cmpl_reason *reason = &causes->reasons[i];

		map[i] = cmpl_calendar_builder_reason(builder, reason->text,
						      COMPLAINT_NUL_TERMINATED, reason->source,
						      reason->projected);
	}
	return map;
}

static void append_day(struct cmpl_calendar_builder *builder, struct cmpl_opened_day **days,
		       size_t *count, size_t *capacity, struct cmpl_opened_day day)
{
	void *items = *days;

	if (day.day < builder->first || day.day > builder->last)
		return;
	if (!cmpl_grow(&items, capacity, *count, sizeof(**days))) {
		builder->status = COMPLAINT_ERR_NO_MEMORY;
		return;
	}
	*days = items;
	(*days)[(*count)++] = day;
}

void cmpl_calendar_builder_close(struct cmpl_calendar_builder *builder, cmpl_day day,
				 uint16_t reason)
{
	append_day(builder, &builder->closed, &builder->closed_count, &builder->closed_capacity,
		   (struct cmpl_opened_day){ day, reason });
}

void cmpl_calendar_builder_open(struct cmpl_calendar_builder *builder, cmpl_day day,
				uint16_t reason)
{
	append_day(builder, &builder->opened, &builder->opened_count, &builder->opened_capacity,
		   (struct cmpl_opened_day){ day, reason });
}

void cmpl_calendar_builder_free(struct cmpl_calendar_builder *builder)
{
	for (size_t i = 0; i < builder->reason_count; i++)
		cmpl_free(builder->reasons[i].text);
	cmpl_free(builder->reasons);
	cmpl_free(builder->closed);
	cmpl_free(builder->opened);
	memset(builder, 0, sizeof(*builder));
}
