/* SPDX-License-Identifier: MIT */
#include "diag/diagnostics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"

#define ERROR COMPLAINT_SEVERITY_ERROR
#define WARNING COMPLAINT_SEVERITY_WARNING
#define NOTE COMPLAINT_SEVERITY_NOTE

static struct cmpl_place at(uint32_t line, uint32_t column)
{
	return (struct cmpl_place){ line, column };
}

static void check_all(const struct complaint_diagnostics *diags, const char *want)
{
	char *text = test_diagnostics_text(diags);

	CHECK_TEXT(text, want);
	free(text);
}

static void test_form(void)
{
	struct complaint_diagnostics *diags = NULL;

	test_case("file:line:column: severity: message [slug], and the hint below");
	CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK);
	cmpl_diag_add(diags, ERROR, CMPL_CODE_UNKNOWN_KEY, "a.yaml", at(31, 5),
		      "unknown key %s in a stage", "\"acknowlege\"");
	cmpl_diag_hint(diags, "did you mean \"%s\"?", "acknowledge");
	cmpl_diag_hint(diags, "only the first hint counts");
	cmpl_diag_add(diags, WARNING, CMPL_CODE_EMPTY_TEXT, "a.yaml", at(32, 0), "no column");
	cmpl_diag_add(diags, NOTE, CMPL_CODE_EMPTY_FILE, "a.yaml", at(0, 9), "no place");
	check_all(diags, "a.yaml:31:5: error: unknown key \"acknowlege\" in a stage [unknown-key]\n"
			 "  hint: did you mean \"acknowledge\"?\n"
			 "a.yaml:32: warning: no column [empty-text]\n"
			 "a.yaml: note: no place [empty-file]\n");

	test_case("the getters tell each part");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 3);
	CHECK_NUMBER(complaint_diagnostics_count_severity(diags, ERROR), 1);
	CHECK_NUMBER(complaint_diagnostics_count_severity(diags, WARNING), 1);
	CHECK_NUMBER(complaint_diagnostics_count_severity(diags, NOTE), 1);
	CHECK_NUMBER(complaint_diagnostics_count_severity(diags, 0), 0);
	CHECK_NUMBER(complaint_diagnostics_get_severity(diags, 1), WARNING);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), "unknown-key");
	CHECK_TEXT(complaint_diagnostics_get_file(diags, 0), "a.yaml");
	CHECK_NUMBER(complaint_diagnostics_get_line(diags, 0), 31);
	CHECK_NUMBER(complaint_diagnostics_get_column(diags, 0), 5);
	CHECK_NUMBER(complaint_diagnostics_get_line(diags, 2), 0);
	CHECK_NUMBER(complaint_diagnostics_get_column(diags, 2), 0);
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 0),
		   "unknown key \"acknowlege\" in a stage");
	CHECK_TEXT(complaint_diagnostics_get_hint(diags, 0), "did you mean \"acknowledge\"?");
	CHECK_TEXT(complaint_diagnostics_get_hint(diags, 1), NULL);
	complaint_diagnostics_free(diags);
}

static void test_nothing(void)
{
	struct complaint_diagnostics *diags = NULL;

	test_case("NULL and indices beyond the end are answered, not followed");
	CHECK_STATUS(complaint_diagnostics_new(NULL), COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK);
	for (int i = 0; i < 2; i++) {
		const struct complaint_diagnostics *list = i ? diags : NULL;

		CHECK_NUMBER(complaint_diagnostics_count(list), 0);
		CHECK_NUMBER(complaint_diagnostics_count_severity(list, ERROR), 0);
		CHECK_NUMBER(complaint_diagnostics_get_severity(list, 0), 0);
		CHECK(!complaint_diagnostics_get_slug(list, 0));
		CHECK(!complaint_diagnostics_get_file(list, 0));
		CHECK_NUMBER(complaint_diagnostics_get_line(list, 0), 0);
		CHECK_NUMBER(complaint_diagnostics_get_column(list, 0), 0);
		CHECK(!complaint_diagnostics_get_message(list, 0));
		CHECK(!complaint_diagnostics_get_hint(list, 0));
		CHECK(!complaint_diagnostics_get_text(list, SIZE_MAX));
	}
	test_case("without a list nothing is kept");
	cmpl_diag_add(NULL, ERROR, CMPL_CODE_TAB, "a", at(1, 1), "x");
	cmpl_diag_hint(NULL, "y");
	cmpl_diag_finish_file(NULL, "a");
	CHECK_NUMBER(cmpl_diag_errors(NULL), 0);
	CHECK(!cmpl_diag_out_of_memory(NULL) && !cmpl_diag_wants_hint(NULL));
	test_case("a hint needs a diagnostic");
	cmpl_diag_hint(diags, "y");
	cmpl_diag_finish_file(diags, "never heard of");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 0);
	complaint_diagnostics_free(diags);
	complaint_diagnostics_free(NULL);
}

static void test_order(void)
{
	struct complaint_diagnostics *diags = NULL;

	test_case("a file's faults stand in order of place, those of one place as they came");
	complaint_diagnostics_new(&diags);
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "p", at(9, 1), "e");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "c", at(2, 1), "k");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "p", at(3, 7), "c");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "c", at(1, 1), "j");
	cmpl_diag_finish_file(diags, "c");
	cmpl_diag_add(diags, WARNING, CMPL_CODE_TAB, "p", at(3, 7), "d");
	cmpl_diag_hint(diags, "h");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "p", at(3, 2), "b");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "p", at(0, 0), "a");
	cmpl_diag_finish_file(diags, "p");
	check_all(diags, "p: error: a [tab]\np:3:2: error: b [tab]\np:3:7: error: c [tab]\n"
			 "p:3:7: warning: d [tab]\n  hint: h\np:9:1: error: e [tab]\n"
			 "c:1:1: error: j [tab]\nc:2:1: error: k [tab]\n");

	test_case("a second load of the file into the same list stands after the first");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "c", at(1, 1), "l");
	cmpl_diag_finish_file(diags, "c");
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 7), "l");
	CHECK_NUMBER(cmpl_diag_errors(diags), 7);
	complaint_diagnostics_free(diags);
}

static void test_cut(void)
{
	struct complaint_diagnostics *diags = NULL;

	test_case("fifty are not cut");
	complaint_diagnostics_new(&diags);
	for (uint32_t i = 50; i > 0; i--)
		cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "f", at(i, 1), "%u", (unsigned)i);
	cmpl_diag_finish_file(diags, "f");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 50);
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 49), "50");

	test_case("of more, fifty in order and a last one that counts the rest");
	for (uint32_t i = 73; i > 0; i--)
		cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "g", at(i, 1), "%u", (unsigned)i);
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "h", at(1, 1), "other");
	cmpl_diag_finish_file(diags, "g");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 102);
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 50), "1");
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 99), "50");
	CHECK_TEXT(complaint_diagnostics_get_text(diags, 100),
		   "g: error: 23 more, not listed [too-many-faults]\n"
		   "  hint: mend these first, then check again");
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 101), "other");
	CHECK_NUMBER(cmpl_diag_errors(diags), 124);
	complaint_diagnostics_free(diags);
}

static void test_gravity(void)
{
	struct complaint_diagnostics *diags = NULL;

	test_case("the one error among many notes is never the one cut");
	complaint_diagnostics_new(&diags);
	for (uint32_t i = 1; i <= 60; i++)
		cmpl_diag_add(diags, NOTE, CMPL_CODE_TAB, "f", at(i, 1), "note");
	cmpl_diag_add(diags, WARNING, CMPL_CODE_TAB, "f", at(61, 1), "warning");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "f", at(62, 1), "error");
	cmpl_diag_finish_file(diags, "f");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 51);
	CHECK_NUMBER(complaint_diagnostics_get_line(diags, 47), 48);
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 48), "warning");
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 49), "error");
	test_case("when only notes were cut, what counts them is a note");
	CHECK_NUMBER(complaint_diagnostics_get_severity(diags, 50), NOTE);
	complaint_diagnostics_free(diags);
}

static void test_flood(void)
{
	struct complaint_diagnostics *diags = NULL;
	int hints = 0;

	test_case("a flood is counted, not kept; near names are not sought for all of it");
	complaint_diagnostics_new(&diags);
	for (uint32_t i = 1; i <= 20000; i++) {
		cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "f", at(i, 1), "x");
		hints += cmpl_diag_wants_hint(diags);
		cmpl_diag_hint(diags, "h");
	}
	CHECK_NUMBER(hints, 200);
	CHECK_NUMBER(complaint_diagnostics_count(diags), 2000);
	cmpl_diag_finish_file(diags, "f");
	CHECK_NUMBER(complaint_diagnostics_count(diags), 51);
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 50), "19950 more, not listed");
	CHECK_NUMBER(cmpl_diag_errors(diags), 20000);
	test_case("the next file has its room again");
	cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, "f", at(1, 1), "again");
	CHECK(cmpl_diag_wants_hint(diags));
	cmpl_diag_finish_file(diags, "f");
	CHECK_TEXT(complaint_diagnostics_get_message(diags, 51), "again");
	complaint_diagnostics_free(diags);
}

static complaint_status attempt(void *context)
{
	struct complaint_diagnostics *diags = NULL;
	complaint_status status = complaint_diagnostics_new(&diags);

	(void)context;
	for (uint32_t i = 0; diags && i < 60; i++) {
		cmpl_diag_add(diags, ERROR, CMPL_CODE_TAB, i % 20 ? "f" : "g", at(i, 1), "%u",
			      (unsigned)i);
		cmpl_diag_hint(diags, "hint %u", (unsigned)i);
	}
	cmpl_diag_finish_file(diags, "f");
	cmpl_diag_finish_file(diags, "g");
	if (diags && cmpl_diag_out_of_memory(diags))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (diags)
		CHECK_NUMBER(cmpl_diag_errors(diags), 60);
	complaint_diagnostics_free(diags);
	return status;
}

static void test_kinds(void)
{
	size_t count = complaint_diagnostics_kind_count();

	test_case("each kind has a slug of its own in kebab-case, and a sentence");
	CHECK(count > 40);
	for (size_t i = 0; i < count; i++) {
		const char *slug = complaint_diagnostics_kind_slug(i);
		const char *meaning = complaint_diagnostics_kind_meaning(i);

		CHECK(strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(slug) &&
			      slug[0] != '-' && !strstr(slug, "--"),
		      "%s", slug);
		CHECK((meaning[0] == '"' || (meaning[0] >= 'A' && meaning[0] <= 'Z')) &&
			      strlen(meaning) > 10 && meaning[strlen(meaning) - 1] == '.',
		      "%s: %s", slug, meaning);
		for (size_t j = 0; j < i; j++)
			CHECK(strcmp(slug, complaint_diagnostics_kind_slug(j)) != 0, "%s twice",
			      slug);
	}
	CHECK(!complaint_diagnostics_kind_slug(count) &&
	      !complaint_diagnostics_kind_meaning(count));
}

int main(void)
{
	test_form();
	test_nothing();
	test_order();
	test_cut();
	test_gravity();
	test_flood();
	test_case("each allocation may fail, and it is told");
	CHECK(test_each_allocation(attempt, NULL, COMPLAINT_OK) > 100);
	test_kinds();
	return test_finish();
}
