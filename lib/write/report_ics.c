/* SPDX-License-Identifier: MIT */
/*
 * Due dates as events that a calendar program imports; one of the two files that include libical.
 */
#include "write/report.h"

#ifdef COMPLAINT_HAVE_ICAL
#include <libical/ical.h>
#endif

#include <string.h>

#include "base/abi.h"
#include "base/date.h"
#include "base/text.h"
#include "calendar/ical_lock.h"
#include "calendar/zone.h"

/*
 * An alarm more than a year before is a slip; a UID is looked at by people who search for a fault.
 */
enum { ALARM_MAX = 366, NAME_MAX = 200 };

/* Part of a UID: some text, nothing invisible in it. */
static bool name_valid(const char *name)
{
	size_t length = name ? strlen(name) : 0;

	if (!length || length > NAME_MAX || !cmpl_utf8_valid(name, length, NULL))
		return false;
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)name[i] < ' ' || name[i] == 0x7f)
			return false;
	}
	return true;
}

static bool read_request(const struct complaint_ics_request *given,
			 struct complaint_ics_request *ret_request)
{
	return given && cmpl_abi_read(ret_request, sizeof(*ret_request), given) &&
	       name_valid(ret_request->case_id) && name_valid(ret_request->uid_domain) &&
	       ret_request->sequence >= 0 && ret_request->alarm_days >= 0 &&
	       ret_request->alarm_days <= ALARM_MAX &&
	       (ret_request->withdrawn == 0 || ret_request->withdrawn == 1) &&
	       ret_request->stamp >= (complaint_moment)CMPL_DAY_FIRST * 86400 &&
	       ret_request->stamp < ((complaint_moment)CMPL_DAY_LAST + 1) * 86400;
}

#ifndef COMPLAINT_HAVE_ICAL

complaint_status
complaint_answer_get_ics(const struct complaint_answer *answer,
			 const struct complaint_ics_request *request, char **ret_text,
			 size_t *ret_length)
{
	struct complaint_ics_request own;

	(void)ret_length;
	if (!answer || !ret_text || !read_request(request, &own))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return COMPLAINT_ERR_NOT_BUILT_IN;
}

#else

struct writing {
	struct cmpl_report report; /* its `out` is the text at hand */
	struct complaint_ics_request request;
	struct cmpl_string text;
	icalcomponent *root;
	size_t events;
};

/* Does a deadline have an event, and is it one that takes another back? */
static bool is_event(const struct writing *writing, const struct complaint_deadline *deadline,
		     bool *ret_withdrawn)
{
	*ret_withdrawn = false;
	if (!cmpl_date_is_known(complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE)))
		return false;
	switch (complaint_deadline_get_state(deadline)) {
	case COMPLAINT_DUTY_RUNNING:
	case COMPLAINT_DUTY_OVERDUE: return true;
	case COMPLAINT_DUTY_DONE_IN_TIME:
	case COMPLAINT_DUTY_DONE_LATE:
	case COMPLAINT_DUTY_NOT_OWED: *ret_withdrawn = true; return writing->request.withdrawn == 1;
	default: return false;
	}
}

static struct icaltimetype ical_day(complaint_day day)
{
	struct icaltimetype time = icaltime_null_time();
	int32_t year, month, day_of_month;

	cmpl_day_to_date(day, &year, &month, &day_of_month);
	time.year = year;
	time.month = month;
	time.day = day_of_month;
	time.is_date = 1;
	return time;
}

static struct icaltimetype ical_moment(complaint_moment moment)
{
	int32_t second;
	struct icaltimetype time = ical_day(cmpl_zone_day(CMPL_ZONE_UTC, moment, &second));

	time.is_date = 0;
	time.hour = second / 3600;
	time.minute = second / 60 % 60;
	time.second = second % 60;
	time.zone = icaltimezone_get_utc_timezone();
	return time;
}

/* All day on a day, with its end the next; at the moment, in UTC, for a limit of hours. */
static void add_time(icalcomponent *event, const struct complaint_date *due)
{
	complaint_moment moment;
	complaint_day day;

	if (complaint_date_get_moment(due, &moment) == COMPLAINT_OK) {
		icalcomponent_add_property(event, icalproperty_new_dtstart(ical_moment(moment)));
	} else if (complaint_date_get_day(due, &day) == COMPLAINT_OK) {
		icalcomponent_add_property(event, icalproperty_new_dtstart(ical_day(day)));
		if (day < CMPL_DAY_LAST)
			icalcomponent_add_property(event,
						   icalproperty_new_dtend(ical_day(day + 1)));
	}
}

static const char *uid(struct writing *writing, uint32_t rule)
{
	const struct complaint_ics_request *request = &writing->request;

	cmpl_string_clear(&writing->text);
	cmpl_string_addf(&writing->text, "%s-%s@%s", request->case_id,
			 complaint_policy_get_rule_id(writing->report.policy, rule),
			 request->uid_domain);
	return cmpl_string_text(&writing->text);
}

static const char *summary(struct writing *writing, uint32_t rule)
{
	cmpl_string_clear(&writing->text);
	cmpl_string_addf(&writing->text, "%s: ", writing->request.case_id);
	cmpl_say(&writing->report, complaint_policy_get_rule_says(writing->report.policy, rule));
	return cmpl_string_text(&writing->text);
}

/* The sentences that people read elsewhere too, without their indentation. */
static const char *description(struct writing *writing, const struct complaint_deadline *deadline)
{
	struct cmpl_string *text = &writing->text;
	size_t kept = 0;

	cmpl_string_clear(text);
	cmpl_say_rule(&writing->report, complaint_deadline_get_rule(deadline));
	cmpl_say_deadline_dates(&writing->report, deadline);
	for (size_t i = 0; i < text->length; i++) {
		if (text->text[i] == ' ' && kept && text->text[kept - 1] == '\n')
			continue;
		text->text[kept++] = text->text[i];
	}
	if (text->text)
		text->text[kept] = '\0';
	text->length = kept;
	return cmpl_string_text(text);
}

static void add_alarm(icalcomponent *event, int32_t days, const char *words)
{
	icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
	struct icaltriggertype trigger;

	memset(&trigger, 0, sizeof(trigger));
	trigger.duration.is_neg = 1;
	trigger.duration.days = (unsigned)days;
	icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
	icalcomponent_add_property(alarm, icalproperty_new_description(words));
	icalcomponent_add_property(alarm, icalproperty_new_trigger(trigger));
	icalcomponent_add_component(event, alarm);
}

static void add_event(struct writing *writing, const struct complaint_deadline *deadline,
		      bool withdrawn)
{
	const struct complaint_ics_request *request = &writing->request;
	uint32_t rule = complaint_deadline_get_rule(deadline);
	icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);

	icalcomponent_add_component(writing->root, event);
	icalcomponent_add_property(event, icalproperty_new_uid(uid(writing, rule)));
	icalcomponent_add_property(event, icalproperty_new_dtstamp(ical_moment(request->stamp)));
	icalcomponent_add_property(event, icalproperty_new_sequence(request->sequence));
	add_time(event, complaint_deadline_get_date(deadline, COMPLAINT_DEADLINE_DUE));
	icalcomponent_add_property(event,
				   icalproperty_new_description(description(writing, deadline)));
	icalcomponent_add_property(event, icalproperty_new_summary(summary(writing, rule)));
	icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	if (withdrawn)
		icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CANCELLED));
	else if (request->alarm_days)
		add_alarm(event, request->alarm_days, cmpl_string_text(&writing->text));
	writing->events++;
}

static void add_calendar(struct writing *writing)
{
	size_t count = complaint_answer_deadline_count(writing->report.answer);
	icalcomponent *root = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);

	writing->root = root;
	icalcomponent_add_property(root, icalproperty_new_version("2.0"));
	icalcomponent_add_property(root, icalproperty_new_prodid("-//libcomplaint//due dates//EN"));
	icalcomponent_add_property(root, icalproperty_new_calscale("GREGORIAN"));
	icalcomponent_add_property(root, icalproperty_new_method(ICAL_METHOD_PUBLISH));
	for (size_t i = 0; i < count; i++) {
		const struct complaint_deadline *deadline =
			complaint_answer_get_deadline(writing->report.answer, i);
		bool withdrawn;

		if (is_event(writing, deadline, &withdrawn))
			add_event(writing, deadline, withdrawn);
	}
}

/* With the lock held. The text is copied, so that it is freed as every other text is. */
static complaint_status write_calendar(struct writing *writing, char **ret_text, size_t *ret_length)
{
	char *ical, *copy = NULL;

	add_calendar(writing);
	if (writing->text.failed)
		return COMPLAINT_ERR_NO_MEMORY;
	if (!writing->events)
		return COMPLAINT_ERR_NOT_FOUND;
	ical = icalcomponent_as_ical_string_r(writing->root);
	if (ical) {
		copy = cmpl_text_copy(ical, strlen(ical));
		icalmemory_free_buffer(ical);
	}
	if (!copy)
		return COMPLAINT_ERR_NO_MEMORY;
	if (ret_length)
		*ret_length = strlen(copy);
	*ret_text = copy;
	return COMPLAINT_OK;
}

complaint_status
complaint_answer_get_ics(const struct complaint_answer *answer,
			 const struct complaint_ics_request *request, char **ret_text,
			 size_t *ret_length)
{
	struct writing writing;
	complaint_status status;

	memset(&writing, 0, sizeof(writing));
	if (!answer || !ret_text || !read_request(request, &writing.request))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	writing.report.answer = answer;
	writing.report.policy = complaint_answer_get_policy(answer);
	writing.report.detail = complaint_answer_get_detail(answer);
	writing.report.out = &writing.text;
	if (!writing.report.policy)
		return COMPLAINT_ERR_NOT_FOUND;
	cmpl_ical_lock();
	status = write_calendar(&writing, ret_text, ret_length);
	if (writing.root)
		icalcomponent_free(writing.root);
	icalmemory_free_ring();
	cmpl_ical_unlock();
	cmpl_string_free(&writing.text);
	return status;
}

#endif
