/* SPDX-License-Identifier: MIT */
#include <complaint/report.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/holidays_ics.h"
#include "calendar/ics_scan.h"
#include "support/test.h"

static const char policy_text[] =
	"format: 1\nkind: policy\n"
	"document:\n  issued-by: Example Homes\n  title: Complaints Policy\n  in-force: { from: "
	"2022-08 }\n"
	"  chosen-by: complaint-received\n"
	"counting: { calendar: england-and-wales, time-zone: Europe/London }\n"
	"stages:\n"
	"  - id: stage-1\n    clause: \"2\"\n    says: A manager investigates.\n"
	"    starts: complaint-received\n    ends: stage-1-response-sent\n    duties:\n"
	"      - id: acknowledge\n        clause: \"2.1\"\n"
	"        says: We acknowledge the complaint, name the manager; and say what comes next.\n"
	"        within: 2 working days\n        after: complaint-received\n"
	"        done-by: complaint-acknowledged\n"
	"      - id: call\n        clause: \"2.2\"\n        says: We call.\n"
	"        within: 48 hours\n        after: complaint-received\n"
	"        done-by: contact-made\n"
	"      - id: respond\n        clause: \"2.3\"\n        says: We respond in full.\n"
	"        within: 10 working days\n        after: complaint-received\n"
	"        done-by: stage-1-response-sent\n";

static const char case_text[] = "format: 1\nkind: case\nnow: 2022-09-21T09:00+01:00\nevents:\n"
				"  complaint-received: 2022-09-15T10:30+01:00\n"
				"  complaint-acknowledged: 2022-09-16\n";

static const char wanted[] = "BEGIN:VCALENDAR\r\n"
			     "VERSION:2.0\r\n"
			     "PRODID:-//libcomplaint//due dates//EN\r\n"
			     "CALSCALE:GREGORIAN\r\n"
			     "METHOD:PUBLISH\r\n"
			     "BEGIN:VEVENT\r\n"
			     "UID:C\\, 7-call@homes.example\r\n"
			     "DTSTAMP:20220921T080000Z\r\n"
			     "SEQUENCE:3\r\n"
			     "DTSTART:20220917T093000Z\r\n";

struct asked {
	struct complaint_policy *policy;
	struct complaint_set *set;
	struct complaint_case *row;
	struct complaint_answer *answer;
};

static void ask(struct asked *asked, int32_t questions)
{
	struct complaint_diagnostics *faults = NULL;

	memset(asked, 0, sizeof(*asked));
	complaint_diagnostics_new(&faults);
	CHECK_STATUS(complaint_policy_load_memory("p.yaml", policy_text, COMPLAINT_NUL_TERMINATED,
						  NULL, 0, &asked->policy, faults),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_set_new((const struct complaint_policy *const *)&asked->policy, 1,
				       &asked->set, faults),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_case_load_memory(asked->set, "c.yaml", case_text,
						COMPLAINT_NUL_TERMINATED, &asked->row, faults),
		     COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_new(&asked->answer), COMPLAINT_OK);
	CHECK_STATUS(complaint_answer_evaluate(asked->answer, asked->row, questions, NULL),
		     COMPLAINT_OK);
	for (size_t i = 0; i < complaint_diagnostics_count(faults); i++)
		CHECK(false, "%s", complaint_diagnostics_get_text(faults, i));
	complaint_diagnostics_free(faults);
}

static void give_back(struct asked *asked)
{
	complaint_answer_free(asked->answer);
	complaint_case_free(asked->row);
	complaint_set_free(asked->set);
	complaint_policy_free(asked->policy);
}

static struct complaint_ics_request request_of(void)
{
	struct complaint_ics_request request = { .size = sizeof(request),
						 .case_id = "C, 7",
						 .uid_domain = "homes.example",
						 .stamp = 1663747200,
						 .sequence = 3 };

	return request;
}

/* Does the unfolded text have this somewhere? */
static bool has(const char *text, const char *sought)
{
	char *unfolded = malloc(strlen(text) + 1), *to = unfolded;
	bool found;

	for (; *text; text++) {
		if (text[0] == '\r' && text[1] == '\n' && text[2] == ' ')
			text += 2;
		else
			*to++ = *text;
	}
	*to = '\0';
	found = strstr(unfolded, sought) != NULL;
	free(unfolded);
	return found;
}

static bool has_line(const char *text, const char *line)
{
	char sought[600];

	snprintf(sought, sizeof(sought), "\n%s\r\n", line);
	return has(text, sought);
}

static size_t count_of(const char *text, const char *line)
{
	size_t count = 0;

	for (const char *at = text; (at = strstr(at, line)); at++)
		count++;
	return count;
}

static void test_text(void)
{
	struct complaint_ics_request request = request_of();
	struct asked asked;
	char *text = NULL, *again = NULL;
	size_t length = 0;

	ask(&asked, COMPLAINT_ASK_DEADLINES);
	test_case("a running or overdue deadline is an event, in the form that calendars import");
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, &length),
		     COMPLAINT_OK);
	if (!CHECK(text && !strncmp(text, wanted, strlen(wanted)), "%s", text)) {
		complaint_string_free(text);
		give_back(&asked);
		return;
	}
	CHECK_NUMBER(length, strlen(text));
	CHECK_NUMBER(count_of(text, "BEGIN:VEVENT"), 2);
	CHECK(has_line(text, "DTSTART;VALUE=DATE:20220930"), "%s", text);
	CHECK(has_line(text, "DTEND;VALUE=DATE:20221001"));
	CHECK(has_line(text, "UID:C\\, 7-respond@homes.example"));
	CHECK(has_line(text, "SUMMARY:C\\, 7: We respond in full."));
	CHECK(has_line(text, "TRANSP:TRANSPARENT"));
	CHECK(has(text, "\nDESCRIPTION:We respond in full. (2.3)\\nIt must be done by Friday 30 "
			"September "
			"2022.\\nCounted: 10 working days from "),
	      "%s", text);
	CHECK(!strstr(text, "VALARM") && !strstr(text, "CANCELLED") && !strstr(text, "X-LIC"));
	for (const char *line = text; line; line = strchr(line + 1, '\n'))
		CHECK(strcspn(line + 1, "\r") <= 75);

	test_case("the same answer and request give the same text");
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &again, NULL), COMPLAINT_OK);
	CHECK_TEXT(again, text);
	complaint_string_free(again);
	complaint_string_free(text);

	test_case("an alarm comes so many days before");
	request.alarm_days = 2;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL), COMPLAINT_OK);
	CHECK_NUMBER(count_of(text, "BEGIN:VALARM"), 2);
	CHECK(has_line(text, "TRIGGER:-P2D") && has_line(text, "ACTION:DISPLAY"), "%s", text);
	complaint_string_free(text);

	test_case("a deadline that is done can be taken back, by the same UID");
	request.withdrawn = 1;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL), COMPLAINT_OK);
	CHECK_NUMBER(count_of(text, "BEGIN:VEVENT"), 3);
	CHECK_NUMBER(count_of(text, "STATUS:CANCELLED"), 1);
	CHECK_NUMBER(count_of(text, "BEGIN:VALARM"), 2);
	CHECK(has_line(text, "UID:C\\, 7-acknowledge@homes.example"));
	CHECK(has_line(text, "SUMMARY:C\\, 7: We acknowledge the complaint\\, name the manager\\; "
			     "and say what comes "
			     "next."),
	      "%s", text);
	complaint_string_free(text);
	give_back(&asked);
}

static void test_refused(void)
{
	struct complaint_ics_request request = request_of();
	struct asked asked;
	char *text = NULL;

	ask(&asked, COMPLAINT_ASK_DEADLINES);
	test_case(
		"a request that lacks something, or says what cannot be, is the caller's mistake");
	CHECK_STATUS(complaint_answer_get_ics(NULL, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, NULL, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request.case_id = "";
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request.case_id = "a\nb";
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request = request_of();
	request.uid_domain = NULL;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request = request_of();
	request.sequence = -1;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request = request_of();
	request.alarm_days = 367;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request = request_of();
	request.withdrawn = 2;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request = request_of();
	request.stamp = INT64_MAX;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	request = request_of();
	request.size = 0;
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	give_back(&asked);

	test_case("an answer without deadlines gives no calendar");
	ask(&asked, COMPLAINT_ASK_WINDOWS);
	request = request_of();
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL),
		     cmpl_ical_built_in() ? COMPLAINT_ERR_NOT_FOUND : COMPLAINT_ERR_NOT_BUILT_IN);
	CHECK(!text);
	give_back(&asked);
}

/* What is written can be read: by the pass that refuses anything odd, and by libical behind it. */
static void test_read_back(void)
{
	struct complaint_ics_request request = request_of();
	struct cmpl_ics_scan scan = { 0 };
	struct complaint_diagnostics *faults = NULL;
	struct asked asked;
	char *text = NULL;

	test_case("what is written passes the fence that .ics files of others have to pass");
	ask(&asked, COMPLAINT_ASK_DEADLINES);
	complaint_diagnostics_new(&faults);
	CHECK_STATUS(complaint_answer_get_ics(asked.answer, &request, &text, NULL), COMPLAINT_OK);
	/* Its one moment is refused, as the time of day it is; nothing else. */
	CHECK_STATUS(cmpl_ics_scan("due.ics", text, strlen(text), &scan, faults),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_NUMBER(complaint_diagnostics_count(faults), 1);
	CHECK_TEXT(complaint_diagnostics_get_slug(faults, 0), "ics-not-all-day");
	CHECK_NUMBER(scan.event_count, 2);
	cmpl_ics_scan_free(&scan);
	complaint_diagnostics_free(faults);
	complaint_string_free(text);
	give_back(&asked);
}

int main(void)
{
	test_refused();
	if (cmpl_ical_built_in()) {
		test_text();
		test_read_back();
	}
	return test_finish();
}
