/* SPDX-License-Identifier: MIT */
#include "case/case.h"

#include <string.h>

#include "base/text.h"

#define DAY_SECONDS 86400

uint32_t cmpl_case_event_slot(const struct complaint_case *complaint_case, uint32_t event)
{
	uint32_t standard = cmpl_vocabulary_count[CMPL_EVENTS];

	if (event < standard)
		return event;
	if (event < CMPL_OWN || event - CMPL_OWN >= complaint_case->event_count - standard)
		return CMPL_NONE;
	return cmpl_case_slot(event, standard);
}

complaint_status cmpl_event_from_day(cmpl_day day, struct cmpl_event_value *ret_value)
{
	if (day < CMPL_DAY_FIRST || day > CMPL_DAY_LAST)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_value = (struct cmpl_event_value){ .kind = CMPL_EVENT_DAY, .first = day, .last = day };
	return COMPLAINT_OK;
}

complaint_status cmpl_event_from_moment(int64_t moment, struct cmpl_event_value *ret_value)
{
	if (moment < (int64_t)CMPL_DAY_FIRST * DAY_SECONDS ||
	    moment >= ((int64_t)CMPL_DAY_LAST + 1) * DAY_SECONDS)
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_value = (struct cmpl_event_value){ .kind = CMPL_EVENT_MOMENT, .moment = moment };
	return COMPLAINT_OK;
}

static complaint_status from_month(int32_t year, int32_t month, struct cmpl_event_value *ret_value)
{
	if (month < 1 || month > 12)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	if (!cmpl_date_valid(year, month, 1))
		return COMPLAINT_ERR_OUT_OF_RANGE;
	*ret_value = (struct cmpl_event_value){
		.kind = CMPL_EVENT_MONTH,
		.first = cmpl_day_from_date(year, month, 1),
		.last = cmpl_day_from_date(year, month, cmpl_month_length(year, month)),
	};
	return COMPLAINT_OK;
}

static complaint_status from_state(int32_t state, struct cmpl_event_value *ret_value)
{
	_Static_assert((int)COMPLAINT_EVENT_STATE_UNKNOWN == (int)CMPL_EVENT_UNKNOWN, "one order");
	if (state < COMPLAINT_EVENT_STATE_NOT_GIVEN || state > COMPLAINT_EVENT_STATE_UNKNOWN)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	*ret_value = (struct cmpl_event_value){ .kind = (uint8_t)state };
	return COMPLAINT_OK;
}

/* "2022-09": told apart by its length. */
static complaint_status from_month_text(const char *text, struct cmpl_event_value *ret_value)
{
	int32_t year, month, day;
	char first[11];

	memcpy(first, text, 7);
	memcpy(first + 7, "-01", 4);
	if (!cmpl_date_shape(first, 10, &year, &month, &day))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return from_month(year, month, ret_value);
}

static complaint_status from_text(const char *text, size_t length,
				  struct cmpl_event_value *ret_value)
{
	complaint_moment moment = 0;
	complaint_day day = 0;
	complaint_status status;

	if (cmpl_text_is(text, length, "not-yet"))
		return from_state(COMPLAINT_EVENT_STATE_NOT_YET, ret_value);
	if (cmpl_text_is(text, length, "unknown"))
		return from_state(COMPLAINT_EVENT_STATE_UNKNOWN, ret_value);
	if (length == 7)
		return from_month_text(text, ret_value);
	if (length == 10) {
		status = complaint_day_from_text(text, length, &day);
		return status == COMPLAINT_OK ? cmpl_event_from_day(day, ret_value) : status;
	}
	status = complaint_moment_from_text(text, length, &moment);
	return status == COMPLAINT_OK ? cmpl_event_from_moment(moment, ret_value) : status;
}

/* The value's place takes it once it is sound; `made` is how making it went. */
static complaint_status put(struct complaint_case *complaint_case, uint32_t event,
			    complaint_status made, const struct cmpl_event_value *value)
{
	uint32_t slot;

	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	slot = cmpl_case_event_slot(complaint_case, event);
	if (slot == CMPL_NONE)
		return COMPLAINT_ERR_NOT_FOUND;
	if (made == COMPLAINT_OK)
		complaint_case->events[slot] = *value;
	return made;
}

/* The number of an event; CMPL_NONE, which no case has, when it is unknown. */
static uint32_t find(const struct complaint_case *complaint_case, const char *name, size_t length)
{
	return cmpl_set_find_name(complaint_case->set, CMPL_EVENTS, name,
				  cmpl_text_length(name, length));
}

complaint_status
complaint_case_set_event_day_at(struct complaint_case *complaint_case, uint32_t event,
				complaint_day day)
{
	struct cmpl_event_value value;
	complaint_status made = cmpl_event_from_day(day, &value);

	return put(complaint_case, event, made, &value);
}

complaint_status
complaint_case_set_event_day(struct complaint_case *complaint_case, const char *name, size_t length,
			     complaint_day day)
{
	if (!complaint_case || !name)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_case_set_event_day_at(complaint_case, find(complaint_case, name, length),
					       day);
}

complaint_status
complaint_case_set_event_moment_at(struct complaint_case *complaint_case, uint32_t event,
				   complaint_moment moment)
{
	struct cmpl_event_value value;
	complaint_status made = cmpl_event_from_moment(moment, &value);

	return put(complaint_case, event, made, &value);
}

complaint_status
complaint_case_set_event_moment(struct complaint_case *complaint_case, const char *name,
				size_t length, complaint_moment moment)
{
	if (!complaint_case || !name)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_case_set_event_moment_at(complaint_case,
						  find(complaint_case, name, length), moment);
}

complaint_status
complaint_case_set_event_month_at(struct complaint_case *complaint_case, uint32_t event,
				  int32_t year, int32_t month)
{
	struct cmpl_event_value value;
	complaint_status made = from_month(year, month, &value);

	return put(complaint_case, event, made, &value);
}

complaint_status
complaint_case_set_event_month(struct complaint_case *complaint_case, const char *name,
			       size_t length, int32_t year, int32_t month)
{
	if (!complaint_case || !name)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_case_set_event_month_at(complaint_case, find(complaint_case, name, length),
						 year, month);
}

complaint_status
complaint_case_set_event_state_at(struct complaint_case *complaint_case, uint32_t event,
				  int32_t state)
{
	struct cmpl_event_value value;
	complaint_status made = from_state(state, &value);

	return put(complaint_case, event, made, &value);
}

complaint_status
complaint_case_set_event_state(struct complaint_case *complaint_case, const char *name,
			       size_t length, int32_t state)
{
	if (!complaint_case || !name)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return complaint_case_set_event_state_at(complaint_case, find(complaint_case, name, length),
						 state);
}

complaint_status
complaint_case_set_event_text(struct complaint_case *complaint_case, const char *name,
			      size_t length, const char *text, size_t text_length)
{
	struct cmpl_event_value value;
	complaint_status made;

	if (!complaint_case || !name || !text)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	made = from_text(text, cmpl_text_length(text, text_length), &value);
	return put(complaint_case, find(complaint_case, name, length), made, &value);
}

complaint_status
complaint_case_set_now_day(struct complaint_case *complaint_case, complaint_day day)
{
	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return cmpl_event_from_day(day, &complaint_case->now);
}

complaint_status
complaint_case_set_now_moment(struct complaint_case *complaint_case, complaint_moment moment)
{
	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return cmpl_event_from_moment(moment, &complaint_case->now);
}

complaint_status
complaint_case_set_now_none(struct complaint_case *complaint_case)
{
	if (!complaint_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return from_state(COMPLAINT_EVENT_STATE_NOT_GIVEN, &complaint_case->now);
}
