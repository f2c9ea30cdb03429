/* SPDX-License-Identifier: MIT */
#include "decide/parts.h"

#include <stdarg.h>

#include <complaint/names.h>

void cmpl_note_add(struct complaint_answer *answer, const char *slug, uint32_t rule,
		   const char *format, ...)
{
	struct cmpl_note *note = CMPL_ADD(answer, notes);
	uint32_t text = (uint32_t)answer->note_text.length;
	va_list arguments;

	if (!note)
		return;
	va_start(arguments, format);
	cmpl_string_addv(&answer->note_text, format, arguments);
	va_end(arguments);
	cmpl_string_add_bytes(&answer->note_text, "", 1);
	if (answer->note_text.failed)
		answer->failed = true;
	*note = (struct cmpl_note){ slug, rule, text };
}

/*
 * What usually comes first. A case recorded the other way round is answered as recorded, and told
 * so.
 */
static const struct {
	uint32_t first, second;
} usual_order[] = {
	{ COMPLAINT_EVENT_ISSUE_AROSE, COMPLAINT_EVENT_ISSUE_KNOWN },
	{ COMPLAINT_EVENT_ISSUE_AROSE, COMPLAINT_EVENT_COMPLAINT_MADE },
	{ COMPLAINT_EVENT_COMPLAINT_MADE, COMPLAINT_EVENT_COMPLAINT_RECEIVED },
	{ COMPLAINT_EVENT_COMPLAINT_RECEIVED, COMPLAINT_EVENT_COMPLAINT_LOGGED },
	{ COMPLAINT_EVENT_COMPLAINT_RECEIVED, COMPLAINT_EVENT_COMPLAINT_ACKNOWLEDGED },
	{ COMPLAINT_EVENT_COMPLAINT_MADE, COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT },
	{ COMPLAINT_EVENT_COMPLAINT_RECEIVED, COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT },
	{ COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT, COMPLAINT_EVENT_STAGE_1_RESPONSE_RECEIVED },
	{ COMPLAINT_EVENT_STAGE_1_RESPONSE_SENT, COMPLAINT_EVENT_ESCALATION_REQUESTED },
	{ COMPLAINT_EVENT_ESCALATION_REQUESTED, COMPLAINT_EVENT_ESCALATION_REQUEST_RECEIVED },
	{ COMPLAINT_EVENT_ESCALATION_REQUESTED, COMPLAINT_EVENT_STAGE_2_ACKNOWLEDGED },
	{ COMPLAINT_EVENT_ESCALATION_REQUESTED, COMPLAINT_EVENT_STAGE_2_RESPONSE_SENT },
	{ COMPLAINT_EVENT_STAGE_2_RESPONSE_SENT, COMPLAINT_EVENT_STAGE_2_RESPONSE_RECEIVED },
	{ COMPLAINT_EVENT_COMPLAINT_RECEIVED, COMPLAINT_EVENT_COMPLAINT_REFUSED },
	{ COMPLAINT_EVENT_COMPLAINT_RECEIVED, COMPLAINT_EVENT_COMPLAINT_CLOSED },
	{ COMPLAINT_EVENT_PETITION_SUBMITTED, COMPLAINT_EVENT_PETITION_RECEIVED },
	{ COMPLAINT_EVENT_RESTRICTION_IMPOSED, COMPLAINT_EVENT_RESTRICTION_REVIEWED },
};

static void note_later_than_now(struct cmpl_context *context)
{
	for (uint32_t i = 0; i < cmpl_vocabulary_count[CMPL_EVENTS]; i++) {
		const struct cmpl_event_value *value = &context->given->events[i];
		struct complaint_date date;

		if (value->kind < CMPL_EVENT_DAY)
			continue;
		date = cmpl_date_of_value(value, context->now->zone);
		if (cmpl_date_later(&date, context->now, NULL) == COMPLAINT_TRUE)
			cmpl_note_add(context->answer, "later-than-now", CMPL_NONE,
				      "%s is recorded on a day that is still to come; it counts as "
				      "recorded.",
				      cmpl_vocabulary[CMPL_EVENTS][i].id);
	}
}

void cmpl_notes_on_order(struct cmpl_context *context)
{
	for (size_t i = 0; i < sizeof(usual_order) / sizeof(usual_order[0]); i++) {
		const struct cmpl_event_value *first =
			&context->given->events[usual_order[i].first];
		const struct cmpl_event_value *second =
			&context->given->events[usual_order[i].second];
		struct complaint_date a, b;

		if (first->kind < CMPL_EVENT_DAY || second->kind < CMPL_EVENT_DAY)
			continue;
		a = cmpl_date_of_value(first, CMPL_ZONE_LONDON);
		b = cmpl_date_of_value(second, CMPL_ZONE_LONDON);
		if (cmpl_date_later(&a, &b, NULL) == COMPLAINT_TRUE)
			cmpl_note_add(context->answer, "unusual-order", CMPL_NONE,
				      "%s is recorded before %s; the case is answered as recorded.",
				      cmpl_vocabulary[CMPL_EVENTS][usual_order[i].second].id,
				      cmpl_vocabulary[CMPL_EVENTS][usual_order[i].first].id);
	}
	if (cmpl_date_known(context->now))
		note_later_than_now(context);
}
