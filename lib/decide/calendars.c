/* SPDX-License-Identifier: MIT */
/* Which calendars an answer counts by: those of its policy, or the host's in their place. */
#include "decide/parts.h"

#include <string.h>

#include "base/abi.h"

/*
 * An entry of the caller's array, whatever the age of his struct: the first one's size is the
 * stride.
 */
static bool entry_at(const struct complaint_calendar_entry *entries, size_t index,
		     struct complaint_calendar_entry *entry)
{
	size_t stride = entries->size;

	return cmpl_abi_read(entry, sizeof(*entry), (const char *)entries + index * stride) &&
	       entry->name && entry->calendar;
}

/* The same calendars as last time, which is usual, cost no count. */
static complaint_status keep_calendars(struct complaint_answer *answer,
				       const struct complaint_calendar_entry *entries, size_t count)
{
	struct complaint_calendar_entry entry;
	bool same = answer->kept_count == count;

	for (size_t i = 0; same && i < count; i++)
		same = entry_at(entries, i, &entry) && answer->kept[i] == entry.calendar;
	if (same)
		return COMPLAINT_OK;
	for (size_t i = 0; i < answer->kept_count; i++)
		complaint_calendar_free(answer->kept[i]);
	answer->kept_count = 0;
	for (size_t i = 0; i < count; i++) {
		struct complaint_calendar **slot;

		if (!entry_at(entries, i, &entry))
			return COMPLAINT_ERR_BAD_ARGUMENT;
		slot = CMPL_ADD(answer, kept);
		if (!slot)
			return COMPLAINT_ERR_NO_MEMORY;
		*slot = cmpl_calendar_take(entry.calendar);
	}
	return COMPLAINT_OK;
}

static bool replace(struct complaint_answer *answer, const struct complaint_calendar_entry *entry)
{
	const struct complaint_policy *policy = answer->policy;
	bool used = false;

	for (uint32_t i = 0; i < policy->calendars_count; i++) {
		if (strcmp(entry->name, cmpl_policy_text(policy, policy->calendars[i].name)) == 0) {
			answer->calendars[i] = entry->calendar;
			used = true;
		}
	}
	return used;
}

complaint_status cmpl_answer_bind_calendars(struct complaint_answer *answer,
					    const struct complaint_calendar_entry *entries,
					    size_t count)
{
	const struct complaint_policy *policy = answer->policy;
	complaint_status status;

	if (count > 0 && !entries)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	answer->room = NULL;
	status = keep_calendars(answer, entries, count);
	if (status != COMPLAINT_OK)
		return status;
	if (!CMPL_SIZE(answer, calendars, policy->calendars_count))
		return COMPLAINT_ERR_NO_MEMORY;
	for (uint32_t i = 0; i < policy->calendars_count; i++)
		answer->calendars[i] = policy->calendars[i].calendar;
	for (size_t i = 0; i < count; i++) {
		struct complaint_calendar_entry entry;

		if (!entry_at(entries, i, &entry))
			return COMPLAINT_ERR_BAD_ARGUMENT;
		if (!replace(answer, &entry))
			return COMPLAINT_ERR_NOT_FOUND;
	}
	return COMPLAINT_OK;
}
