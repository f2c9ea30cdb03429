/* SPDX-License-Identifier: MIT */
/*
 * Bad input of every sort, too little memory, and files as large as they may be: an exact answer,
 * no handle, no leak.
 */
#include <complaint/policy.h>
#include <complaint/vocabulary.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "policy/policy.h"

#include "support/test.h"

#define DOCUMENT                                                                                   \
	"document: { issued-by: %s, title: T, in-force: { %s }, chosen-by: complaint-received }\n"
#define HEAD                                                                                       \
	"format: 1\nkind: policy\n"                                                                \
	"document: { issued-by: Example, title: T, in-force: { from: 2022-08 }, chosen-by: "       \
	"complaint-received }\n"                                                                   \
	"counting: { calendar: england-and-wales }\n"
#define STAGE                                                                                      \
	"stages:\n"                                                                                \
	"  - { id: stage-1, clause: \"1\", says: s, starts: complaint-received, ends: "            \
	"stage-1-response-sent, duties: [{ id: a, clause: \"1\", says: s }] }\n"

/* --- files ---------------------------------------------------------------------- */

static void expect(const char *path, complaint_status status, const char *want)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_policy *policy = NULL;
	char *faults;

	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return;
	CHECK_STATUS(complaint_policy_load_file(path, &policy, diags), status);
	CHECK(policy == NULL, "nothing is handed out");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 1);
	faults = test_diagnostics_text(diags);
	if (strncmp(faults, path, strlen(path)) == 0)
		CHECK_TEXT(faults + strlen(path), want);
	else
		CHECK_TEXT(faults, path);
	free(faults);
	complaint_diagnostics_free(diags);

	CHECK_STATUS(complaint_policy_load_file(path, &policy, NULL), status);
	CHECK(policy == NULL);
}

static void test_files(void)
{
	size_t large = 300 * 1024;
	char *bytes = malloc(large);

	if (!bytes)
		exit(2);
	memset(bytes, '#', large);
	test_case("a file that is not there");
	expect("no/such/policy.yaml", COMPLAINT_ERR_IO,
	       ": error: there is no such file [file-not-found]\n"
	       "  hint: check the name and the folder\n");
	test_case("a directory");
	expect(test_folder(), COMPLAINT_ERR_IO,
	       ": error: that is a folder, not a file [not-a-file]\n  hint: name the file inside "
	       "it\n");
	test_case("300 KiB");
	expect(test_write_file("large.yaml", bytes, large), COMPLAINT_ERR_INVALID_FILE,
	       ": error: the file has more than 262144 bytes, the most it may have "
	       "[file-too-large]\n"
	       "  hint: is it the right file? If so, split it\n");
	test_case("Latin-1");
	expect(test_write_file("latin.yaml", "format: 1\n# caf\xe9\n", 16),
	       COMPLAINT_ERR_INVALID_FILE,
	       ":2:6: error: the byte \\xe9 is not UTF-8 here [not-utf8]\n"
	       "  hint: save the file with the encoding UTF-8\n");
	free(bytes);
}

/* Nothing is closed to root: become nobody for as long as it takes. */
static void test_unreadable(void)
{
	const char *path = test_write_file("closed.yaml", "format: 1\n", 10);
	bool is_root = geteuid() == 0;

	test_case("a file that may not be read");
	if (!CHECK(chmod(path, 0) == 0) || (is_root && seteuid(65534) != 0))
		return;
	expect(path, COMPLAINT_ERR_IO,
	       ": error: the file may not be read by this user [file-unreadable]\n"
	       "  hint: check the file's permissions\n");
	CHECK(!is_root || seteuid(0) == 0);
}

static void test_arguments(void)
{
	struct complaint_text texts[] = { { sizeof(struct complaint_text), "a", "b", 1 },
					  { 0, "a", "b", 1 } };
	struct complaint_policy *policy = NULL;

	test_case("a NULL is the caller's fault, and nothing is handed out");
	CHECK_STATUS(complaint_policy_load_file(NULL, &policy, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_load_file("a", NULL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_load_memory(NULL, "", 0, NULL, 0, &policy, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_load_memory("a", NULL, 0, NULL, 0, &policy, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_load_memory("a", "", 0, NULL, 0, NULL, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_load_memory("a", "", 0, NULL, 1, &policy, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_load_memory("a", "", 0, texts, 2, &policy, NULL),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_vocabulary_check_file(NULL, NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK(policy == NULL);
	test_case("an empty text is a file with nothing in it");
	CHECK_STATUS(complaint_policy_load_memory("a", "", 0, texts, 1, &policy, NULL),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK(policy == NULL);
}

/* --- names of documents ---------------------------------------------------------- */

static void test_document_names(void)
{
	static const struct {
		const char *issued_by, *in_force, *id, *landlord;
	} rows[] = {
		{ "Brighter Places", "from: 2022-08", "brighter-places/2022-08",
		  "brighter-places" },
		{ "settle", "from: 2020-10-15", "settle/2020-10", "settle" },
		{ "St John's  Homes & Co.", "from: 1999-01", "st-johns-homes-co/1999-01",
		  "st-johns-homes-co" },
		{ "Cymdeithas Tai D\xc5\xb5r Caf\xc3\xa9", "until: 2020-01",
		  "cymdeithas-tai-dwr-cafe/undated", "cymdeithas-tai-dwr-cafe" },
		{ "(L&Q)", "from: 2022-08", "l-q/2022-08", "l-q" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct complaint_policy *policy = NULL;
		char text[1024];

		test_case("the name of \"%s\"", rows[i].issued_by);
		snprintf(text, sizeof(text),
			 "format: 1\nkind: policy\n" DOCUMENT
			 "counting: { calendar: england-and-wales }\n" STAGE,
			 rows[i].issued_by, rows[i].in_force);
		if (!CHECK_STATUS(complaint_policy_load_memory("a", text, COMPLAINT_NUL_TERMINATED,
							       NULL, 0, &policy, NULL),
				  COMPLAINT_OK))
			continue;
		CHECK_TEXT(complaint_policy_get_id(policy), rows[i].id);
		CHECK_TEXT(complaint_policy_get_landlord(policy), rows[i].landlord);
		complaint_policy_free(policy);
	}
}

/* --- one rule's counting ------------------------------------------------------------ */

static void test_counting(void)
{
	static const char text[] =
		"format: 1\nkind: policy\n"
		"document: { issued-by: E, title: T, in-force: { from: 2022-08 }, chosen-by: "
		"complaint-received }\n"
		"counting: { calendar: england-and-wales, cut-off: \"17:00\", first-day: event-day "
		"}\n" STAGE "duties:\n"
		"  - { id: b, clause: \"1\", says: s, within: 1 week, after: complaint-made, "
		"done-by: "
		"complaint-logged, counting: { calendar: scotland, due-on-closed-day: "
		"previous-working-day } }\n";
	struct complaint_policy *policy = NULL;
	const struct cmpl_counting *own, *file;

	test_case("a rule's counting changes the keys it gives, and keeps the file's others");
	if (!CHECK_STATUS(complaint_policy_load_memory("a", text, COMPLAINT_NUL_TERMINATED, NULL, 0,
						       &policy, NULL),
			  COMPLAINT_OK))
		return;
	file = &policy->countings[policy->counting];
	own = &policy->countings[policy->duties[policy->file_duties.first].counting];
	CHECK_NUMBER(file->cut_off, 17 * 60);
	CHECK_NUMBER(file->first_day, CMPL_ON_EVENT_DAY);
	CHECK_NUMBER(file->due_on_closed_day, CMPL_STAYS);
	CHECK_NUMBER(own->cut_off, 17 * 60);
	CHECK_NUMBER(own->first_day, CMPL_ON_EVENT_DAY);
	CHECK_NUMBER(own->due_on_closed_day, CMPL_PREVIOUS_WORKING_DAY);
	CHECK_NUMBER(policy->calendars_count, 2);
	CHECK_TEXT(cmpl_policy_text(policy, policy->calendars[own->calendar].name), "scotland");
	complaint_policy_free(policy);
}

/* --- norms and vocabularies ---------------------------------------------------------- */

static void test_norm(void)
{
	static const char text[] =
		"format: 1\nkind: norm\n"
		"document: { issued-by: E, title: T, in-force: { from: 2022-08 }, chosen-by: "
		"complaint-received }\n"
		"counting: { calendar: england-and-wales }\n"
		"refusal: { clause: \"1\", says: s, grounds: open }\n" STAGE;
	struct complaint_diagnostics *diags = NULL;
	struct complaint_policy *policy = NULL;

	test_case("in a norm every rule names its source, the refusal included");
	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return;
	CHECK_STATUS(complaint_policy_load_memory("a", text, COMPLAINT_NUL_TERMINATED, NULL, 0,
						  &policy, diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_NUMBER(complaint_diagnostics_count(diags),
		     6); /* refusal, stage, duty: source, sure */
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 0),
		   "a refusal of a norm lacks \"source\"");
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 5), "a duty of a norm lacks \"sure\"");
	complaint_diagnostics_free(diags);
}

static void test_vocabulary(void)
{
	static const char bad[] =
		"format: 1\nkind: vocabulary\nfacts:\n  - id: issue-ongoing\n    type: "
		"true-fals\n    question: q\n";
	struct complaint_diagnostics *diags = NULL;

	test_case("the standard vocabulary is sound");
	CHECK_STATUS(complaint_vocabulary_check_file(test_source("rules/vocabulary.yaml"), NULL),
		     COMPLAINT_OK);
	test_case("a misspelt type in a vocabulary is its one fault");
	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return;
	CHECK_STATUS(complaint_vocabulary_check_file(
			     test_write_file("vocabulary.yaml", bad, strlen(bad)), diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK_NUMBER(complaint_diagnostics_count(diags), 1);
	CHECK_TEXT(complaint_diagnostics_get_hint(diags, 0), "did you mean \"true-false\"?");
	complaint_diagnostics_free(diags);
	test_case("a policy is no vocabulary");
	CHECK_STATUS(complaint_vocabulary_check_file(
			     test_source("rules/settle/2020-10/policy.yaml"), NULL),
		     COMPLAINT_ERR_INVALID_FILE);
}

/* --- too little memory --------------------------------------------------------------- */

struct attempt {
	const char *path;
	bool listens;
	size_t faults;
};

static complaint_status attempt_load(void *context)
{
	struct attempt *attempt = context;
	struct complaint_diagnostics *diags = NULL;
	struct complaint_policy *policy = NULL;
	complaint_status status = COMPLAINT_OK;

	if (attempt->listens)
		status = complaint_diagnostics_new(&diags);
	if (status == COMPLAINT_OK)
		status = complaint_policy_load_file(attempt->path, &policy, diags);
	CHECK((policy != NULL) == (status == COMPLAINT_OK));
	attempt->faults = complaint_diagnostics_count(diags);
	complaint_policy_free(policy);
	complaint_diagnostics_free(diags);
	return status;
}

static complaint_status attempt_vocabulary(void *context)
{
	return complaint_vocabulary_check_file(context, NULL);
}

static void test_memory(void)
{
	static const struct {
		const char *path;
		complaint_status status;
	} rows[] = {
		{ "rules/brighter-places/2022-08/policy.yaml", COMPLAINT_OK },
		{ "rules/trafford-housing-trust/2020-10/policy.yaml", COMPLAINT_OK },
		{ "rules/livewest/2020-06/policy.yaml", COMPLAINT_OK },
		{ "tests/diagnostics/test-of-wrong-type/policy.yaml", COMPLAINT_ERR_INVALID_FILE },
		{ "tests/diagnostics/unknown-name/policy.yaml", COMPLAINT_ERR_INVALID_FILE },
		{ "tests/diagnostics/unknown-rule/policy.yaml", COMPLAINT_ERR_INVALID_FILE },
		{ "tests/diagnostics/duty-cycle/policy.yaml", COMPLAINT_ERR_INVALID_FILE },
		{ "tests/diagnostics/duplicate-name/policy.yaml", COMPLAINT_ERR_INVALID_FILE },
		{ "tests/diagnostics/reading-key/policy.yaml", COMPLAINT_ERR_INVALID_FILE },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct attempt attempt = { test_source(rows[i].path), false, 0 };

		test_case("each allocation fails once, nobody listening: %s", rows[i].path);
		test_each_allocation(attempt_load, &attempt, rows[i].status);
		test_case("each allocation fails once: %s", rows[i].path);
		attempt.listens = true;
		test_each_allocation(attempt_load, &attempt, rows[i].status);
		CHECK((attempt.faults > 0) == (rows[i].status != COMPLAINT_OK));
	}
	test_case("each allocation fails once: the vocabulary");
	test_each_allocation(attempt_vocabulary,
			     (void *)(uintptr_t)test_source("rules/vocabulary.yaml"), COMPLAINT_OK);
}

/* --- as large as it may be ------------------------------------------------------------- */

static void test_large(const char *name, const char *before, const char *line, int count,
		       const char *after, complaint_status status, size_t faults)
{
	struct complaint_diagnostics *diags = NULL;
	struct complaint_policy *policy = NULL;
	struct cmpl_string text = { 0 };

	test_case("%s", name);
	cmpl_string_add(&text, before);
	for (int i = 0; i < count; i++)
		for (const char *at = line; *at; at++) {
			if (*at == '#') /* the line's number; '+' the next one's */
				cmpl_string_add_number(&text, i);
			else if (*at == '+')
				cmpl_string_add_number(&text, i + 1);
			else
				cmpl_string_add_char(&text, *at);
		}
	cmpl_string_add(&text, after);
	if (!CHECK(!text.failed) || !CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return;
	CHECK_STATUS(
		complaint_policy_load_memory("a", text.text, text.length, NULL, 0, &policy, diags),
		status);
	CHECK_NUMBER(complaint_diagnostics_count(diags), faults);
	complaint_policy_free(policy);
	complaint_diagnostics_free(diags);
	cmpl_string_free(&text);
}

#define DUTIES                                                                                     \
	HEAD "stages:\n  - id: stage-1\n    clause: \"1\"\n    says: s\n    starts: "              \
	     "complaint-received\n    ends: stage-1-response-sent\n    duties:\n"
#define LAST                                                                                       \
	"      - { id: d1300, clause: \"2\", says: a, within: 1 week, after: complaint-received, " \
	"done-by: stage-1-response-sent }\n"

static void test_larges(void)
{
	test_large("a chain of 1,300 duties", DUTIES,
		   "      - { id: d#, clause: \"2\", says: a, within: 1 week, after: { due: d+ }, "
		   "done-by: "
		   "complaint-logged }\n",
		   1300, LAST, COMPLAINT_OK, 0);
	test_large(
		"a ring of 1,301 duties", DUTIES,
		"      - { id: d#, clause: \"2\", says: a, within: 1 week, after: { due: d+ }, "
		"done-by: "
		"complaint-logged }\n",
		1300,
		"      - { id: d1300, clause: \"2\", says: a, within: 1 week, after: { due: d0 }, "
		"done-by: complaint-logged }\n",
		COMPLAINT_ERR_INVALID_FILE, 1);
	test_large("3,000 readings of one duty",
		   DUTIES
		   "      - id: a\n        clause: \"1\"\n        says: s\n        or-read-as:\n",
		   "          - { label: l#, words: w, strength: may }\n", 3000, "", COMPLAINT_OK,
		   0);
	test_large("2,000 names of its own, each read", HEAD "facts:\n",
		   "  - { id: fact-#, type: true-false, question: q }\n", 2000, STAGE, COMPLAINT_OK,
		   0);
	test_large("3,500 misspelt names",
		   HEAD "exclusions:\n  - { id: x, clause: \"1\", says: s, tested-at: "
			"[acceptance], effect: exclude, when: { any: [\n",
		   "    issue-ongoin-#,\n", 3500, "    issue-ongoing ] } }\n" STAGE,
		   COMPLAINT_ERR_INVALID_FILE, 51);
	test_large("4,000 duties of one id", DUTIES, "      - { id: a, clause: \"1\", says: s }\n",
		   4000, "", COMPLAINT_ERR_INVALID_FILE, 51);
}

int main(void)
{
	test_files();
	test_unreadable();
	test_arguments();
	test_document_names();
	test_counting();
	test_norm();
	test_vocabulary();
	test_memory();
	test_larges();
	return test_finish();
}
