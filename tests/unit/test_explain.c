/* SPDX-License-Identifier: MIT */
/* Policies told in plain English: arguments, escapes, memory. What is told is in tests/explain. */
#include <stdlib.h>
#include <string.h>

#include <complaint/complaint.h>

#include "base/text.h"
#include "support/test.h"
#include "write/page.h"

static struct complaint_policy *policy_of(const char *path)
{
	struct complaint_policy *policy = NULL;

	CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, NULL), COMPLAINT_OK);
	return policy;
}

static void arguments(void)
{
	struct complaint_policy *policy = policy_of("rules/settle/2020-10/policy.yaml");
	char untouched[] = "untouched", *text = untouched;
	size_t length = 7;

	test_case("what is missing, or no format, is a bad argument, and nothing is set");
	CHECK_STATUS(complaint_policy_explain(NULL, COMPLAINT_FORMAT_TEXT, &text, &length),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_explain(policy, COMPLAINT_FORMAT_TEXT, NULL, &length),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_explain(policy, 0, &text, &length),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK_STATUS(complaint_policy_explain(policy, COMPLAINT_FORMAT_HTML + 1, &text, &length),
		     COMPLAINT_ERR_BAD_ARGUMENT);
	CHECK(text == untouched && length == 7);

	test_case("the length is that of the text, and nobody has to ask for it");
	for (int32_t format = COMPLAINT_FORMAT_TEXT; format <= COMPLAINT_FORMAT_HTML; format++) {
		char *again = NULL;

		CHECK_STATUS(complaint_policy_explain(policy, format, &text, &length),
			     COMPLAINT_OK);
		CHECK_NUMBER(strlen(text), length);
		CHECK_STATUS(complaint_policy_explain(policy, format, &again, NULL), COMPLAINT_OK);
		CHECK(strcmp(text, again) == 0, "format %d: the same policy, the same text",
		      (int)format);
		complaint_string_free(text);
		complaint_string_free(again);
	}
	complaint_policy_free(policy);
}

static const struct {
	const char *name, *in, *text, *markdown, *html;
} escapes[] = {
	{ "what HTML takes for its own", "<b class=\"x\">A & B's</b>", "<b class=\"x\">A & B's</b>",
	  "\\<b class=\"x\"\\>A \\& B's\\</b\\>",
	  "&lt;b class=&quot;x&quot;&gt;A &amp; B&#39;s&lt;/b&gt;" },
	{ "what Markdown takes for its own", "*a* _b_ `c` [d](e) | ~f~ \\",
	  "*a* _b_ `c` [d](e) | ~f~ \\", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\| \\~f\\~ \\\\",
	  "*a* _b_ `c` [d](e) | ~f~ \\" },
	{ "a terminal's commands", "a\x1b[2Jb\x7f", "a\\x1b[2Jb\\x7f", "a\\x1b\\[2Jb\\x7f",
	  "a\\x1b[2Jb\\x7f" },
	{ "what turns the direction of writing",
	  "a\xe2\x80\xae"
	  "b\xe2\x81\xa6",
	  "a\\u202eb\\u2066", "a\\u202eb\\u2066", "a\\u202eb\\u2066" },
	{ "a C1 control and a line separator", "\xc2\x9b|\xe2\x80\xa8", "\\x9b|\\u2028",
	  "\\x9b\\|\\u2028", "\\x9b|\\u2028" },
	{ "line breaks and tabs are blanks", "a\nb\tc", "a b c", "a b c", "a b c" },
	{ "other writing is let be", "\xc5\xb5ythnos \xe2\x82\xac", "\xc5\xb5ythnos \xe2\x82\xac",
	  "\xc5\xb5ythnos \xe2\x82\xac", "\xc5\xb5ythnos \xe2\x82\xac" },
	{ "what is not UTF-8",
	  "a\xff"
	  "b",
	  "a?b", "a?b", "a?b" },
};

static void escaping(void)
{
	for (size_t i = 0; i < COUNT_OF(escapes); i++) {
		const char *wanted[] = { escapes[i].text, escapes[i].markdown, escapes[i].html };

		for (int32_t format = COMPLAINT_FORMAT_TEXT; format <= COMPLAINT_FORMAT_HTML;
		     format++) {
			struct cmpl_string out = { 0 };

			test_case("%s, format %d", escapes[i].name, (int)format);
			cmpl_page_escape(&out, format, escapes[i].in, strlen(escapes[i].in));
			CHECK_TEXT(cmpl_string_text(&out), wanted[format - COMPLAINT_FORMAT_TEXT]);
			cmpl_string_free(&out);
		}
	}
}

/* Lines that Markdown would read as headings, lists or rules. */
static void beginnings(void)
{
	static const char *const rows[][2] = {
		{ "1. first", "1\\. first" },   { "12) twelfth", "12\\) twelfth" },
		{ "# heading", "\\# heading" }, { "- item", "\\- item" },
		{ "+ item", "\\+ item" },       { "=====", "\\=====" },
		{ "2022-08", "2022-08" },       { "plain", "plain" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct cmpl_page page;

		test_case("a line of Markdown that begins with \"%s\"", rows[i][0]);
		cmpl_page_begin(&page, NULL, COMPLAINT_FORMAT_MARKDOWN);
		cmpl_say(&page.report, rows[i][0]);
		cmpl_page_paragraph(&page);
		CHECK_TEXT(cmpl_string_text(&page.out), rows[i][1]);
		cmpl_page_end(&page);
	}
}

static struct complaint_policy *told;
static int32_t format_told;

static complaint_status tell(void *unused)
{
	char *text = NULL;
	complaint_status status = complaint_policy_explain(told, format_told, &text, NULL);

	(void)unused;
	CHECK((status == COMPLAINT_OK) == (text != NULL));
	complaint_string_free(text);
	return status;
}

static void memory(void)
{
	told = policy_of("rules/brighter-places/2022-08/policy.yaml");
	for (format_told = COMPLAINT_FORMAT_TEXT; format_told <= COMPLAINT_FORMAT_HTML;
	     format_told++) {
		test_case("every allocation fails once, format %d", (int)format_told);
		test_each_allocation(tell, NULL, COMPLAINT_OK);
	}
	complaint_policy_free(told);
}

int main(void)
{
	arguments();
	escaping();
	beginnings();
	memory();
	return test_finish();
}
