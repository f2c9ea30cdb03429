/* SPDX-License-Identifier: MIT */
#include "case/case.h"

#include <string.h>

#include "small.h"

static struct complaint_set *set;

#define NUL COMPLAINT_NUL_TERMINATED
#define HEAD "format: 1\nkind: case\n"

/* A whole case, in YAML and in JSON, with everything a case can have. */
static const char whole_yaml[] =
	HEAD "now: 2022-09-20T10:00+01:00\n"
	     "request: { extend: respond-stage-1, adds: 12 working days, asked: 2022-09-20 }\n"
	     "unlisted-facts: false\n"
	     "facts:\n"
	     "  good-reason: true\n"
	     "  complex: unknown\n"
	     "  signatures: 7\n"
	     "  tenure: leaseholder\n"
	     "  block: tower\n"
	     "events:\n"
	     "  complaint-received: 2022-09-01\n"
	     "  issue-arose: 2022-08\n"
	     "  visit-made: not-yet\n"
	     "  complaint-logged: unknown\n"
	     "  complaint-made: 2022-09-01T09:30+01:00\n"
	     "extensions:\n"
	     "  - { of: respond-stage-1, adds: 2 weeks, told: not-yet }\n"
	     "  - { of: respond-stage-2, until: 2022-10-14, told: 2022-10-01 }\n"
	     "promises:\n"
	     "  respond-stage-1: 2022-09-30\n"
	     "readings:\n"
	     "  too-old: a-year\n"
	     "decisions:\n"
	     "  too-old: refuse\n";
static const char whole_json[] =
	" {\"now\": \"2022-09-20T10:00+01:00\",\n"
	"\"request\": {\"extend\": \"respond-stage-1\", \"adds\": \"12 working days\", "
	"\"asked\": \"2022-09-20\"},\n"
	"\"unlisted-facts\": \"false\",\n"
	"\"facts\": {\"good-reason\": true, \"complex\": \"unknown\", \"signatures\": 7, "
	"\"tenure\": \"leaseholder\", \"block\": \"tower\"},\n"
	"\"events\": {\"complaint-received\": \"2022-09-01\", \"issue-arose\": \"2022-08\", "
	"\"visit-made\": \"not-yet\", \"complaint-logged\": \"unknown\", "
	"\"complaint-made\": \"2022-09-01T09:30+01:00\"},\n"
	"\"extensions\": [{\"of\": \"respond-stage-1\", \"adds\": \"2 weeks\", \"told\": "
	"\"not-yet\"}, "
	"{\"of\": \"respond-stage-2\", \"until\": \"2022-10-14\", \"told\": \"2022-10-01\"}],\n"
	"\"promises\": {\"respond-stage-1\": \"2022-09-30\"},\n"
	"\"readings\": {\"too-old\": \"a-year\"},\n"
	"\"decisions\": {\"too-old\": \"refuse\"}}\n";

static void check_fact(const struct complaint_case *given, const char *name, uint8_t how,
		       int32_t value)
{
	uint32_t fact = complaint_set_find_fact(set, name, NUL);
	struct cmpl_fact_value own = cmpl_case_fact(given, cmpl_case_fact_slot(given, fact));

	CHECK_NUMBER(own.given, how);
	CHECK_NUMBER(own.value, value);
}

static void check_event(const struct complaint_case *given, const char *name, uint8_t kind,
			const char *first, const char *last)
{
	uint32_t event = complaint_set_find_event(set, name, NUL);
	const struct cmpl_event_value *own = &given->events[cmpl_case_event_slot(given, event)];
	char text[11];

	CHECK_NUMBER(own->kind, kind);
	if (!first)
		return;
	cmpl_day_write(own->first, text);
	CHECK_TEXT(text, first);
	cmpl_day_write(own->last, text);
	CHECK_TEXT(text, last);
}

static void check_whole(const char *name, const char *bytes, size_t length)
{
	struct complaint_case *given = NULL;
	char text[11];

	test_case("a whole case from %s", name);
	CHECK_STATUS(complaint_case_load_memory(set, name, bytes, length, &given, NULL),
		     COMPLAINT_OK);
	if (!given)
		return;
	check_fact(given, "good-reason", CMPL_GIVEN, 1);
	check_fact(given, "complex", CMPL_WRITTEN_UNKNOWN, 0);
	check_fact(given, "signatures", CMPL_GIVEN, 7);
	check_fact(given, "tenure", CMPL_GIVEN, COMPLAINT_VALUE_TENURE_LEASEHOLDER);
	check_fact(given, "block", CMPL_GIVEN, 2);
	check_fact(given, "anonymous", CMPL_NOT_GIVEN, 0);
	CHECK(given->unlisted_false);
	CHECK_NUMBER(given->now.kind, CMPL_EVENT_MOMENT);
	CHECK_NUMBER(given->now.moment, 1663664400);
	check_event(given, "complaint-received", CMPL_EVENT_DAY, "2022-09-01", "2022-09-01");
	check_event(given, "issue-arose", CMPL_EVENT_MONTH, "2022-08-01", "2022-08-31");
	check_event(given, "visit-made", CMPL_EVENT_NOT_YET, NULL, NULL);
	check_event(given, "complaint-logged", CMPL_EVENT_UNKNOWN, NULL, NULL);
	check_event(given, "complaint-made", CMPL_EVENT_MOMENT, NULL, NULL);
	check_event(given, "stage-1-response-sent", CMPL_EVENT_NOT_GIVEN, NULL, NULL);
	CHECK_NUMBER(given->request, CMPL_REQUEST_EXTENSION);
	CHECK_TEXT(given->asked.of, "respond-stage-1");
	CHECK_NUMBER(given->asked.amount, 12);
	CHECK_NUMBER(given->asked.unit, COMPLAINT_UNIT_WORKING_DAYS);
	CHECK_NUMBER(given->asked.told.kind, CMPL_EVENT_DAY);
	CHECK_NUMBER(given->extension_count, 2);
	CHECK_NUMBER(given->extensions[0].unit, COMPLAINT_UNIT_WEEKS);
	CHECK_NUMBER(given->extensions[0].told.kind, CMPL_EVENT_NOT_YET);
	cmpl_day_write(given->extensions[1].until, text);
	CHECK_TEXT(text, "2022-10-14");
	CHECK_NUMBER(given->extensions[1].told.kind, CMPL_EVENT_DAY);
	CHECK_NUMBER(given->promise_count, 1);
	CHECK_TEXT(given->promises[0].rule, "respond-stage-1");
	CHECK_TEXT(given->readings[0].label, "a-year");
	CHECK_NUMBER(given->decisions[0].decision, COMPLAINT_DECISION_REFUSE);
	complaint_case_free(given);
}

static void test_files(void)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_case *given = NULL;
	const char *yaml = test_write_file("whole.yaml", whole_yaml, sizeof(whole_yaml) - 1);
	const char *json = test_write_file("whole.json", whole_json, sizeof(whole_json) - 1);

	test_case("a file is YAML, or JSON by its ending");
	CHECK_STATUS(complaint_case_load_file(set, yaml, &given, NULL), COMPLAINT_OK);
	complaint_case_free(given);
	given = NULL;
	CHECK_STATUS(complaint_case_load_file(set, json, &given, NULL), COMPLAINT_OK);
	complaint_case_free(given);
	given = NULL;

	test_case("a file of JSON that is no object");
	CHECK_STATUS(
		complaint_case_load_file(set, test_write_file("list.json", "[1]", 3), &given, NULL),
		COMPLAINT_ERR_INVALID_FILE);
	CHECK(!given);

	test_case("a file that is not there, and a folder");
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(complaint_case_load_file(set, "no/such/case.yaml", &given, diags),
		     COMPLAINT_ERR_IO);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), "file-not-found");
	CHECK_STATUS(complaint_case_load_file(set, test_folder(), &given, diags), COMPLAINT_ERR_IO);
	CHECK_STATUS(complaint_case_check_file("no/such/case.yaml", NULL), COMPLAINT_ERR_IO);
	CHECK(!given);
	complaint_diagnostics_free(diags);

	test_case("what is missing is an error");
	CHECK_STATUS(complaint_case_load_file(NULL, yaml, &given, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_load_file(set, NULL, &given, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_load_file(set, yaml, NULL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_load_memory(NULL, "x", "", 0, &given, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_load_memory(set, NULL, "", 0, &given, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_load_memory(set, "x", NULL, 0, &given, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_check_file(NULL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_check_memory("x", NULL, 0, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_case_check_memory(NULL, "x", 1, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
}

static complaint_status try_load(void *context)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_case *given = NULL;
	complaint_status status = complaint_diagnostics_new(&diags);

	if (status == COMPLAINT_OK)
		status = complaint_case_load_memory(set, "case", context, NUL, &given, diags);
	CHECK((status == COMPLAINT_OK) == (given != NULL));
	complaint_case_free(given);
	complaint_diagnostics_free(diags);
	return status;
}

static void test_memory(void)
{
	char faulty[] = HEAD "facts:\n  anonimous: true\n  tenure: leasholder\nfatcs: 1\n"
			     "readings:\n  too-old: a-yaer\nrequest: { extend: respond-stage1 }\n";
	char yaml[sizeof(whole_yaml)], json[sizeof(whole_json)];

	memcpy(yaml, whole_yaml, sizeof(yaml));
	memcpy(json, whole_json, sizeof(json));
	test_case("a case is loaded whole or not, whichever allocation fails");
	CHECK(test_each_allocation(try_load, yaml, COMPLAINT_OK) > 20);
	CHECK(test_each_allocation(try_load, json, COMPLAINT_OK) > 20);
	test_case("faults are told or memory ran out, never neither");
	CHECK(test_each_allocation(try_load, faulty, COMPLAINT_ERR_INVALID_FILE) > 20);
}

int main(void)
{
	set = small_set();
	if (set) {
		check_whole("YAML", whole_yaml, NUL);
		check_whole("JSON", whole_json, sizeof(whole_json) - 1);
		test_files();
		test_memory();
	}
	complaint_set_free(set);
	return test_finish();
}
