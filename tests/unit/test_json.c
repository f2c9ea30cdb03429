/* SPDX-License-Identifier: MIT */
/* What JSON becomes, and what RFC 8259 does not allow, with its place. */
#include "json/reader.h"

#include <stdlib.h>
#include <string.h>

#include "support/outline.h"
#include "support/test.h"

static const struct {
	const char *name, *text, *want;
} sound[] = {
	{ "a mapping, and how each kind of value is told apart",
	  "{\"a\": \"b\", \"c\": true, \"d\": false,\n \"e\": null, \"f\": -1.5e+3, \"g\": 0}",
	  "1:1 map 6\n1:7 a@1:2 json \"b\"\n1:17 c@1:12 plain \"true\"\n1:28 d@1:23 plain "
	  "\"false\"\n"
	  "2:7 e@2:2 plain \"null\"\n2:18 f@2:13 plain \"-1.5e+3\"\n2:32 g@2:27 plain \"0\"\n" },
	{ "a number as text is text", "[\"1\", 1]",
	  "1:1 list 2\n1:2 json \"1\"\n1:7 plain \"1\"\n" },
	{ "lists and mappings in one another", "[{}, [], {\"a\": [1]}]",
	  "1:1 list 3\n1:2 map 0\n1:6 list 0\n1:10 map 1\n1:16 a@1:11 list 1\n1:17 plain \"1\"\n" },
	{ "every escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"", NULL },
	{ "columns count characters", "{\"\xc3\xa9\": \"\xf0\x9f\x98\x80\", \"b\": 1}",
	  "1:1 map 2\n1:7 \xc3\xa9@1:2 json \"\xf0\x9f\x98\x80\"\n1:17 b@1:12 plain \"1\"\n" },
	{ "all blanks that JSON has", " \t\r\n[\t1\r\n,\n2 ]\n ",
	  "2:1 list 2\n2:3 plain \"1\"\n4:1 plain \"2\"\n" },
	{ "a byte order mark at the start moves nothing", "\xef\xbb\xbf[1]",
	  "1:1 list 1\n1:2 plain \"1\"\n" },
	{ "a value alone", "12", "1:1 plain \"12\"\n" },
};

#define ESCAPE_HINT                                                                                \
	"  hint: JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal "        \
	"digits\n"
#define VALUE_HINT "  hint: put a text in double quotes; a number has no leading zero\n"
#define CHARACTER_HINT                                                                             \
	"  hint: JSON has no comments and no single quotes; texts stand in double quotes\n"

static const struct {
	const char *name, *text;
	bool tree;
	const char *want;
} faults[] = {
	{ "a name twice", "{\"a\": 1,\n \"\\u0061\": 2}", true,
	  "f:2:2: error: key \"a\" stands twice in one mapping, first in line 1 [duplicate-key]\n"
	  "  hint: keep one of them; two tests stand as a list under \"all\" or \"any\"\n" },
	{ "a high half alone", "[\"\\ud800\"]", false,
	  "f:1:3: error: the escape \\ud800 is half of a pair (a lone surrogate) [json-syntax]\n"
	  "  hint: write both halves, or the character itself\n" },
	{ "a high half before another escape", "[\"\\ud800\\n\"]", false,
	  "f:1:3: error: the escape \\ud800 is half of a pair (a lone surrogate) [json-syntax]\n"
	  "  hint: write both halves, or the character itself\n" },
	{ "two high halves", "[\"\\ud83d\\ud83d\"]", false,
	  "f:1:3: error: the escape \\ud83d is half of a pair (a lone surrogate) [json-syntax]\n"
	  "  hint: write both halves, or the character itself\n" },
	{ "a low half alone", "[\"x\\ude00\"]", false,
	  "f:1:4: error: the escape \\ude00 is half of a pair (a lone surrogate) [json-syntax]\n"
	  "  hint: write both halves, or the character itself\n" },
	{ "an escape cut short", "[\"\\u12", false,
	  "f:1:3: error: an escape without its four hexadecimal digits "
	  "[json-syntax]\n" ESCAPE_HINT },
	{ "an escape with other digits", "[\"\\u12g4\"]", false,
	  "f:1:3: error: an escape without its four hexadecimal digits "
	  "[json-syntax]\n" ESCAPE_HINT },
	{ "YAML's escapes", "[\"\\x41\"]", false,
	  "f:1:3: error: an escape that JSON does not have [json-syntax]\n" ESCAPE_HINT },
	{ "a backslash at the end", "[\"\\", false,
	  "f:1:3: error: an escape that JSON does not have [json-syntax]\n" ESCAPE_HINT },
	{ "a NUL by escape", "[\"\\u0000\"]", true,
	  "f:1:2: error: the text has the control character \\x00 [control-character]\n"
	  "  hint: leave that escape out\n" },
	{ "a text never closed", "{\"a\": \"x}\n", false,
	  "f:1:7: error: a text is opened here and never closed [json-syntax]\n"
	  "  hint: close it with \" in the same line; a line feed is \\n\n" },
	{ "a tab inside a text", "[\"a\tb\"]", false,
	  "f:1:4: error: a tab stands inside a text [json-syntax]\n"
	  "  hint: write \\t, or a space\n" },
	{ "a control character", "[\"a\x01\"]", false,
	  "f:1:4: error: the control character \\x01 stands here [control-character]\n"
	  "  hint: delete it, or write a space\n" },
	{ "a leading zero", "[01]", false,
	  "f:1:2: error: \"01\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "a point without digits", "[1.]", false,
	  "f:1:2: error: \"1.\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "an exponent without digits", "[1e+]", false,
	  "f:1:2: error: \"1e+\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "a minus alone", "[-]", false,
	  "f:1:2: error: \"-\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "a plus", "[+1]", false,
	  "f:1:2: error: \"+1\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "a date without quotes", "[2022-09-19]", false,
	  "f:1:2: error: \"2022-09-19\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "a misspelt word", "[True]", false,
	  "f:1:2: error: \"True\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "not a number", "[NaN]", false,
	  "f:1:2: error: \"NaN\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "single quotes", "['a']", false,
	  "f:1:2: error: the character \"'\" cannot stand here [json-syntax]\n" CHARACTER_HINT },
	{ "a comment", "// x\n[]", false,
	  "f:1:1: error: the character \"/\" cannot stand here [json-syntax]\n" CHARACTER_HINT },
	{ "a no-break space between",
	  "[1,\xc2\xa0"
	  "2]",
	  false,
	  "f:1:4: error: the character \"\xc2\xa0\" cannot stand here "
	  "[json-syntax]\n" CHARACTER_HINT },
	{ "a comma before the end of a list", "[1, ]", false,
	  "f:1:5: error: a value is missing here [json-syntax]\n"
	  "  hint: write one, or take the comma or the key out\n" },
	{ "a comma before the end of a mapping", "{\"a\": 1, }", false,
	  "f:1:10: error: a key is missing here [json-syntax]\n"
	  "  hint: write one in double quotes, or take the comma before it out\n" },
	{ "a key without quotes", "{a: 1}", false,
	  "f:1:2: error: \"a\" is no JSON value [json-syntax]\n" VALUE_HINT },
	{ "a number as key", "{1: 2}", false,
	  "f:1:2: error: a key or \"}\" is missing here [json-syntax]\n"
	  "  hint: write a key in double quotes, or close with \"}\"\n" },
	{ "an empty key", "{\"\": 2}", false,
	  "f:1:2: error: a key is empty [key-malformed]\n  hint: write the key between the "
	  "quotes\n" },
	{ "no colon", "{\"a\" 1}", false,
	  "f:1:6: error: \":\" is missing after the key [json-syntax]\n"
	  "  hint: write \"key\": value\n" },
	{ "no value", "{\"a\": }", false,
	  "f:1:7: error: a value is missing here [json-syntax]\n"
	  "  hint: write one, or take the comma or the key out\n" },
	{ "no comma", "[1 2]", false,
	  "f:1:4: error: a comma or a closing bracket is missing here [json-syntax]\n"
	  "  hint: write a comma between two entries\n" },
	{ "a comma at the beginning", "[,1]", false,
	  "f:1:2: error: a value or \"]\" is missing here [json-syntax]\n"
	  "  hint: close the list with \"]\"\n" },
	{ "brackets that do not match", "[1}", false,
	  "f:1:3: error: a comma or a closing bracket is missing here [json-syntax]\n"
	  "  hint: write a comma between two entries\n" },
	{ "a bracket too many", "[]]", false,
	  "f:1:3: error: text follows after the end [json-syntax]\n  hint: a file is one JSON "
	  "value\n" },
	{ "text after the end", "{} {}", false,
	  "f:1:4: error: text follows after the end [json-syntax]\n  hint: a file is one JSON "
	  "value\n" },
	{ "a colon in a list", "[\"a\": 1]", false,
	  "f:1:5: error: a comma or a closing bracket is missing here [json-syntax]\n"
	  "  hint: write a comma between two entries\n" },
	{ "a bracket never closed is reported where it opens", "{\"a\": {\"b\": [1", false,
	  "f:1:13: error: a bracket is opened here and never closed [json-syntax]\n"
	  "  hint: close it with \"]\"\n" },
	{ "a brace never closed", "{\"a\":\n", false,
	  "f:1:1: error: a bracket is opened here and never closed [json-syntax]\n"
	  "  hint: close it with \"}\"\n" },
	{ "blanks alone", " \n", false,
	  "f: error: the file says nothing [empty-file]\n  hint: begin with \"{\"\n" },
	{ "Latin-1", "[\"caf\xe9\"]", false,
	  "f:1:6: error: the byte \\xe9 is not UTF-8 here [not-utf8]\n"
	  "  hint: save the file with the encoding UTF-8\n" },
};

static void test_fault(size_t i)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;
	char *text;

	test_case("%s", faults[i].name);
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(cmpl_json_read("f", faults[i].text, strlen(faults[i].text), &tree, diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK((tree != NULL) == faults[i].tree, "%s a tree", tree ? "there is" : "there is not");
	cmpl_tree_free(tree);
	tree = NULL;
	cmpl_diag_finish_file(diags, "f");
	text = test_diagnostics_text(diags);
	CHECK_TEXT(text, faults[i].want);
	free(text);
	complaint_diagnostics_free(diags);
	CHECK_STATUS(cmpl_json_read("f", faults[i].text, strlen(faults[i].text), &tree, NULL),
		     COMPLAINT_ERR_INVALID_FILE);
	cmpl_tree_free(tree);
}

static void test_escapes(const char *text)
{
	struct cmpl_tree *tree = NULL;

	CHECK_STATUS(cmpl_json_read("f", text, strlen(text), &tree, NULL),
		     COMPLAINT_ERR_INVALID_FILE);
	if (CHECK(tree != NULL))
		CHECK_TEXT(cmpl_node_text(tree, tree->nodes),
			   "\"\\/\b\f\n\r\t\xc3\xa9\xf0\x9f\x98\x80");
	cmpl_tree_free(tree);
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(sound); i++) {
		test_case("%s", sound[i].name);
		if (sound[i].want)
			test_outline(cmpl_json_read, sound[i].text, sound[i].want);
		else
			test_escapes(sound[i].text); /* \b, \f and \r are read, and then refused */
	}
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		test_fault(i);
	return test_finish();
}
