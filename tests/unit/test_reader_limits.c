/* SPDX-License-Identifier: MIT */
/*
 * The limits of both readers: the last that is allowed, the first that is not, and how fast "no"
 * comes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "json/reader.h"
#include "tree/limits.h"
#include "yaml/reader.h"

#include "support/outline.h"
#include "support/test.h"

static void add_times(struct cmpl_string *text, const char *piece, size_t times)
{
	for (size_t i = 0; i < times; i++)
		cmpl_string_add(text, piece);
}

/* NULL `want`: it must be read. The text is emptied for the next. */
static void check_answer(test_reader read, struct cmpl_string *text, const char *want)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;
	complaint_status status;

	complaint_diagnostics_new(&diags);
	status = read("f", cmpl_string_text(text), text->length, &tree, diags);
	CHECK_STATUS(status, want ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK);
	CHECK((tree != NULL) == (want == NULL), "%s", "the tree");
	CHECK_TEXT(complaint_diagnostics_get_text(diags, 0), want);
	CHECK_NUMBER(complaint_diagnostics_count(diags), want != NULL);
	cmpl_tree_free(tree);
	complaint_diagnostics_free(diags);
	cmpl_string_clear(text);
}

#define SPLIT_HINT "\n  hint: a rule file is one policy; split the rest off"
#define DEEP_HINT "\n  hint: no rule needs so many levels; write it flatter"
#define KEY_HINT                                                                                   \
	"\n  hint: is a \":\" in a text taken for the end of a key? Put the text in double quotes"

static void test_size(test_reader read, struct cmpl_string *text)
{
	test_case("a file of exactly 256 KiB is read");
	cmpl_string_add(text, "[");
	add_times(text, " ", CMPL_LIMIT_FILE - 2);
	cmpl_string_add(text, "]");
	check_answer(read, text, NULL);
	test_case("one byte more is refused, and so are 300 KiB");
	cmpl_string_add(text, "[");
	add_times(text, " ", CMPL_LIMIT_FILE - 1);
	cmpl_string_add(text, "]");
	check_answer(read, text,
		     "f: error: the file has 262145 bytes, but may have 262144 at most"
		     " [file-too-large]" SPLIT_HINT);
	add_times(text, "a: b\n", 300 * 1024 / 5);
	check_answer(read, text,
		     "f: error: the file has 307200 bytes, but may have 262144 at most"
		     " [file-too-large]" SPLIT_HINT);
}

static void test_depth(test_reader read, struct cmpl_string *text)
{
	test_case("32 levels are read");
	add_times(text, "[", 32);
	add_times(text, "]", 32);
	check_answer(read, text, NULL);
	test_case("the 33rd is refused where it opens");
	add_times(text, "[", 33);
	add_times(text, "]", 33);
	check_answer(
		read, text,
		"f:1:33: error: lists and mappings nest more than 32 deep [too-deep]" DEEP_HINT);
	test_case("as many brackets as a file can hold are answered at once");
	add_times(text, "[", CMPL_LIMIT_FILE);
	check_answer(
		read, text,
		"f:1:33: error: lists and mappings nest more than 32 deep [too-deep]" DEEP_HINT);
}

static void test_nodes(test_reader read, struct cmpl_string *text)
{
	test_case("20,000 nodes are read");
	cmpl_string_add(text, "[[0");
	for (int list = 0; list < 5; list++) { /* 1 + 5 lists */
		add_times(text, ",0", list < 4 ? 3998 : 3996);
		cmpl_string_add(text, list < 4 ? "],[0" : ",0]");
	}
	cmpl_string_add(text, "]");
	check_answer(read, text, NULL);
	test_case("one more is refused at its place");
	cmpl_string_add(text, "[");
	for (int list = 0; list < 10; list++) {
		cmpl_string_add(text, list ? ",\n[0" : "[0");
		add_times(text, ",0", 1999);
		cmpl_string_add(text, "]");
	}
	cmpl_string_add(text, "]");
	check_answer(read, text,
		     "f:10:3980: error: the file has more than 20000 lists, mappings and values"
		     " [too-many-nodes]" SPLIT_HINT);
}

static void test_entries(test_reader read, struct cmpl_string *text)
{
	test_case("4,096 entries of a list are read");
	cmpl_string_add(text, "[0");
	add_times(text, ",0", 4095);
	cmpl_string_add(text, "]");
	check_answer(read, text, NULL);
	test_case("the next is refused at its place");
	cmpl_string_add(text, "[0");
	add_times(text, ",0", 4095);
	cmpl_string_add(text, ",\n 0]");
	check_answer(read, text,
		     "f:2:2: error: a list or mapping has more than 4096 entries"
		     " [too-many-entries]" SPLIT_HINT);
	test_case("4,096 keys of a mapping are compared in no time");
	cmpl_string_add(text, "{");
	for (unsigned i = 0; i < 4096; i++)
		cmpl_string_addf(text, "%s\"key-of-some-length-%06u\": 0", i ? "," : "", 4096 - i);
	cmpl_string_add(text, "}");
	check_answer(read, text, NULL);
	test_case("the next key is refused where the key stands");
	cmpl_string_add(text, "{");
	for (unsigned i = 0; i < 4097; i++)
		cmpl_string_addf(text, "%s\"%u\": 0", i == 4096 ? ",\n " : i ? "," : "", i);
	cmpl_string_add(text, "}");
	check_answer(read, text,
		     "f:2:2: error: a list or mapping has more than 4096 entries"
		     " [too-many-entries]" SPLIT_HINT);
}

static void test_lengths(test_reader read, struct cmpl_string *text)
{
	test_case("a key of 128 bytes is read");
	cmpl_string_add(text, "{\"");
	add_times(text, "k", 128);
	cmpl_string_add(text, "\": 0}");
	check_answer(read, text, NULL);
	test_case("a key of 129 is refused, also in characters of two bytes");
	cmpl_string_add(text, "{\"");
	add_times(text, "k", 129);
	cmpl_string_add(text, "\": 0}");
	check_answer(
		read, text,
		"f:1:2: error: a key of 129 bytes, but 128 are the most [key-too-long]" KEY_HINT);
	cmpl_string_add(text, "{\"");
	add_times(text, "\xc3\xa9", 65);
	cmpl_string_add(text, "\": 0}");
	check_answer(
		read, text,
		"f:1:2: error: a key of 130 bytes, but 128 are the most [key-too-long]" KEY_HINT);
	test_case("a text of 16 KiB is read");
	cmpl_string_add(text, "[\"");
	add_times(text, "t", 16384);
	cmpl_string_add(text, "\"]");
	check_answer(read, text, NULL);
	test_case("one byte more is refused");
	cmpl_string_add(text, "[\"");
	add_times(text, "t", 16385);
	cmpl_string_add(text, "\"]");
	check_answer(
		read, text,
		"f:1:2: error: a value of 16385 bytes, but 16384 are the most [text-too-long]\n"
		"  hint: say it in fewer words");
}

/* What only YAML can do to a reader. */
static void test_yaml(struct cmpl_string *text)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;

	test_case("YAML: a plain key longer than libyaml looks is still a long key");
	add_times(text, "k", 2000);
	cmpl_string_add(text, ": 1\n");
	check_answer(cmpl_yaml_read, text,
		     "f:1:1: error: a key of more than 1024 bytes, but 128 are the most"
		     " [key-too-long]" KEY_HINT);
	test_case("YAML: 33 levels by indentation");
	for (int i = 0; i < 33; i++) {
		add_times(text, " ", (size_t)i);
		cmpl_string_add(text, "a:\n");
	}
	check_answer(
		cmpl_yaml_read, text,
		"f:33:33: error: lists and mappings nest more than 32 deep [too-deep]" DEEP_HINT);
	test_case("YAML: 33 levels of \"- \" in one line");
	add_times(text, "- ", 100);
	check_answer(
		cmpl_yaml_read, text,
		"f:1:65: error: lists and mappings nest more than 32 deep [too-deep]" DEEP_HINT);
	test_case("YAML: a list as a key, as deep as a file can hold");
	cmpl_string_add(text, "? ");
	add_times(text, "[", 100000);
	check_answer(cmpl_yaml_read, text,
		     "f:1:3: error: a list or mapping stands where a key should [key-malformed]\n"
		     "  hint: put a text that begins with \"{\" or \"[\" in double quotes");

	test_case("YAML: a bomb of aliases is defused: nothing is ever multiplied");
	cmpl_string_add(text, "a: &a [x,x,x,x,x,x,x,x,x]\n");
	for (char c = 'b'; c <= 'i'; c++)
		cmpl_string_addf(text, "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c,
				 c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1);
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(cmpl_yaml_read("f", text->text, text->length, &tree, diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK(!tree);
	cmpl_diag_finish_file(diags, "f");
	CHECK_NUMBER(cmpl_diag_errors(diags), 9 + 8 * 9);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 0), "anchor-not-allowed");
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 2), "alias-not-allowed");
	CHECK_NUMBER(complaint_diagnostics_get_line(diags, 2), 2);
	CHECK_NUMBER(complaint_diagnostics_get_column(diags, 2), 8);
	CHECK_TEXT(complaint_diagnostics_get_slug(diags, 50), "too-many-faults");
	complaint_diagnostics_free(diags);
	cmpl_string_clear(text);
}

/* 256 KiB of one piece over and over: whatever the answer, it comes within a second. */
static void test_repeated(test_reader read, const char *what, struct cmpl_string *text)
{
	static const char *const pieces[] = {
		"[",     "{",         "[]",        "{}",       "- ",           "-\n",
		"? ",    "a: ",       "a:\n",      "a,",       "[a,",          "{a: ",
		"a: [",  "\"",        "'",         "\"a\",",   "&a ",          "*a ",
		"!a ",   "a: &a b\n", "- *a\n",    "|\n",      ">\n ",         "#",
		"# a\n", "\n",        " ",         "\t",       "\r\n",         "%",
		"---\n", "...\n",     "a\n",       "a b ",     ": ",           ",",
		"]",     "\\",        "\"\\u0041", "\xc3\xa9", "\xef\xbb\xbf", "\x01",
		"0",     "<<: *a\n",  "@",         "a: b: ",
	};

	/*
	 * What grows with the square of a file's length takes minutes here and is ended by Meson.
	 */
	size_t most = test_is_slow() ? CMPL_LIMIT_FILE / 16 : CMPL_LIMIT_FILE;

	for (size_t i = 0; i < COUNT_OF(pieces); i++)
		for (int opened = 0; opened < 2; opened++) {
			struct complaint_diagnostics *diags = NULL;
			struct cmpl_tree *tree = NULL;

			test_case("%s: 256 KiB of piece %d%s", what, (int)i,
				  opened ? " in a list" : "");
			cmpl_string_clear(text);
			cmpl_string_add(text, opened ? "[" : "");
			while (text->length + strlen(pieces[i]) <= most)
				cmpl_string_add(text, pieces[i]);
			complaint_diagnostics_new(&diags);
			if (read("f", text->text, text->length, &tree, diags) != COMPLAINT_OK)
				CHECK(cmpl_diag_errors(diags) > 0);
			cmpl_diag_finish_file(diags, "f");
			CHECK(complaint_diagnostics_count(diags) <= 51);
			cmpl_tree_free(tree);
			complaint_diagnostics_free(diags);
		}
	cmpl_string_clear(text);
}

int main(void)
{
	static const test_reader readers[] = { cmpl_yaml_read, cmpl_json_read };
	struct cmpl_string text = { 0 };

	for (size_t i = 0; i < COUNT_OF(readers); i++) {
		test_size(readers[i], &text);
		test_depth(readers[i], &text);
		test_nodes(readers[i], &text);
		test_entries(readers[i], &text);
		test_lengths(readers[i], &text);
	}
	test_yaml(&text);
	test_repeated(cmpl_yaml_read, "YAML", &text);
	test_repeated(cmpl_json_read, "JSON", &text);
	cmpl_string_free(&text);
	return test_finish();
}
