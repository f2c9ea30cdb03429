/* SPDX-License-Identifier: MIT */
/* What YAML becomes, and each fault of form with its place, its words and its cure. */
#include "yaml/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/outline.h"
#include "support/test.h"

static const struct {
	const char *name, *text, *want;
} sound[] = {
	{ "a mapping of plain, quoted and block texts",
	  "a: one two\nb: 'x'\nc: \"y\"\nd: >-\n  folded\n  text\ne: |\n  kept\n",
	  "1:1 map 5\n1:4 a@1:1 plain \"one two\"\n2:4 b@2:1 quoted \"x\"\n3:4 c@3:1 quoted \"y\"\n"
	  "4:4 d@4:1 block \"folded text\"\n"
	  "7:4 e@7:1 block \"kept\\x0a\"\n" },
	{ "lists in lists, in block and flow style", "- a\n- [b, c]\n-\n  - d\n",
	  "1:1 list 3\n1:3 plain \"a\"\n2:3 list 2\n2:4 plain \"b\"\n2:7 plain \"c\"\n4:3 list 1\n"
	  "4:5 plain \"d\"\n" },
	{ "a mapping in a list begins with its first key", "x:\n  - id: a\n    clause: \"1\"\n",
	  "1:1 map 1\n2:3 x@1:1 list 1\n2:5 map 2\n2:9 id@2:5 plain \"a\"\n"
	  "3:13 clause@3:5 quoted \"1\"\n" },
	{ "nothing is typed: all of these are plain text",
	  "[no, 012, 1_000, 12:30, ~, null, 2022-09-19, 1e3, .inf]",
	  "1:1 list 9\n1:2 plain \"no\"\n1:6 plain \"012\"\n1:11 plain \"1_000\"\n1:18 plain "
	  "\"12:30\"\n"
	  "1:25 plain \"~\"\n1:28 plain \"null\"\n1:34 plain \"2022-09-19\"\n1:46 plain \"1e3\"\n"
	  "1:51 plain \".inf\"\n" },
	{ "comments and blank lines say nothing", "# yaml-language-server: x\n\na: b # c\n# d\n",
	  "3:1 map 1\n3:4 a@3:1 plain \"b\"\n" },
	{ "an absent value is an empty plain text", "a:\nb: c\n",
	  "1:1 map 2\n1:3 a@1:1 plain \"\"\n2:4 b@2:1 plain \"c\"\n" },
	{ "empty list and mapping", "a: []\nb: {}\n",
	  "1:1 map 2\n1:4 a@1:1 list 0\n2:4 b@2:1 map 0\n" },
	{ "columns count characters, not bytes", "{\xc3\xa9\xe2\x82\xac: \xf0\x9f\x98\x80, b: c}",
	  "1:1 map 2\n1:6 \xc3\xa9\xe2\x82\xac@1:2 plain \"\xf0\x9f\x98\x80\"\n1:12 b@1:9 plain "
	  "\"c\"\n" },
	{ "a byte order mark at the start moves nothing",
	  "\xef\xbb\xbf"
	  "a: b\n",
	  "1:1 map 1\n1:4 a@1:1 plain \"b\"\n" },
	{ "Windows' line ends", "a: b\r\nc: d\r\n",
	  "1:1 map 2\n1:4 a@1:1 plain \"b\"\n2:4 c@2:1 plain \"d\"\n" },
	{ "markers of the one document, and its version", "%YAML 1.2\n---\na: b\n...\n# end\n",
	  "3:1 map 1\n3:4 a@3:1 plain \"b\"\n" },
	{ "a quoted \"<<\" is a key like another", "\"<<\": b\n",
	  "1:1 map 1\n1:7 <<@1:1 plain \"b\"\n" },
	{ "a no-break space is text",
	  "a: b\xc2\xa0"
	  "c\n",
	  "1:1 map 1\n1:4 a@1:1 plain \"b\xc2\xa0"
	  "c\"\n" },
	{ "escapes in double quotes", "a: \"\\x41\\u00e9\\n\\\"\"\n",
	  "1:1 map 1\n1:4 a@1:1 quoted \"A\xc3\xa9\\x0a\"\"\n" },
	{ "a text alone is a tree of one", "just words", "1:1 plain \"just words\"\n" },
};

/* `tree`: the faults leave it whole, and it is given. */
static const struct {
	const char *name, *text;
	bool tree;
	const char *want;
} faults[] = {
	{ "an anchor, the tree stays whole", "a: &x 1\nb: 2\n", true,
	  "f:1:4: error: the anchor \"x\" is used, which the format does not have "
	  "[anchor-not-allowed]\n"
	  "  hint: take it out; each rule is complete where it stands\n" },
	{ "an anchor on a mapping", "a: &x\n  b: 1\n", true,
	  "f:1:4: error: the anchor \"x\" is used, which the format does not have "
	  "[anchor-not-allowed]\n"
	  "  hint: take it out; each rule is complete where it stands\n" },
	{ "an alias, known to libyaml or not", "a: &x 1\nb: *x\nc: *y\n", false,
	  "f:1:4: error: the anchor \"x\" is used, which the format does not have "
	  "[anchor-not-allowed]\n"
	  "  hint: take it out; each rule is complete where it stands\n"
	  "f:2:4: error: the alias \"x\" is used, which the format does not have "
	  "[alias-not-allowed]\n"
	  "  hint: write the value out, or put a text that begins with \"*\" in double quotes\n"
	  "f:3:4: error: the alias \"y\" is used, which the format does not have "
	  "[alias-not-allowed]\n"
	  "  hint: write the value out, or put a text that begins with \"*\" in double quotes\n" },
	{ "an alias as a key", "*x : 1\n", false,
	  "f:1:1: error: the alias \"x\" is used, which the format does not have "
	  "[alias-not-allowed]\n"
	  "  hint: write the value out, or put a text that begins with \"*\" in double quotes\n" },
	{ "a star in front of prose", "a: *important* words\n", false,
	  "f:1:4: error: \"*\" begins a YAML alias [alias-not-allowed]\n"
	  "  hint: put a text that begins with \"*\" in double quotes\n" },
	{ "an ampersand in front of prose", "a: & more\n", false,
	  "f:1:4: error: \"&\" begins a YAML anchor [anchor-not-allowed]\n"
	  "  hint: put a text that begins with \"&\" in double quotes\n" },
	{ "tags: standard, local, verbatim", "a: !!str 1\nb: !own 2\nc: !<x> 3\n", true,
	  "f:1:4: error: the tag \"!!str\" is used, which the format does not have "
	  "[tag-not-allowed]\n"
	  "  hint: take it out, or put a text that begins with \"!\" in double quotes\n"
	  "f:2:4: error: the tag \"!own\" is used, which the format does not have "
	  "[tag-not-allowed]\n"
	  "  hint: take it out, or put a text that begins with \"!\" in double quotes\n"
	  "f:3:4: error: the tag \"x\" is used, which the format does not have [tag-not-allowed]\n"
	  "  hint: take it out, or put a text that begins with \"!\" in double quotes\n" },
	{ "a tag of a handle nobody declared", "a: !x!y 1\n", false,
	  "f:1:4: error: \"!\" begins a YAML tag [tag-not-allowed]\n"
	  "  hint: put a text that begins with \"!\" in double quotes\n" },
	{ "a tag directive", "%TAG ! tag:x,2000:\n---\na: 1\n", true,
	  "f:1:1: error: a \"%TAG\" directive is used, which the format does not have "
	  "[tag-not-allowed]\n"
	  "  hint: take it out\n" },
	{ "a merge key", "a: 1\n<<: {b: 2}\n", false,
	  "f:2:1: error: the merge key \"<<\" is used, which the format does not have"
	  " [merge-key-not-allowed]\n"
	  "  hint: write the keys out; each rule is complete where it stands\n" },
	{ "a second document", "a: 1\n---\nb: 2\n", true,
	  "f:2:1: error: a second document begins here [second-document]\n"
	  "  hint: write it into a file of its own\n" },
	{ "a second document after the end of the first", "a: 1\n...\nb: 2\n", false,
	  "f:3:1: error: a second document begins here [second-document]\n"
	  "  hint: write it into a file of its own\n" },
	{ "a key twice, and once more, also when quoted",
	  "a: 1\nb: 2\n\"a\": 3\nc:\n  a: 4\n'a': 5\n", true,
	  "f:3:1: error: key \"a\" stands twice in one mapping, first in line 1 [duplicate-key]\n"
	  "  hint: keep one of them; two tests stand as a list under \"all\" or \"any\"\n"
	  "f:6:1: error: key \"a\" stands twice in one mapping, first in line 1 [duplicate-key]\n"
	  "  hint: keep one of them; two tests stand as a list under \"all\" or \"any\"\n" },
	{ "a key twice, equal only after unescaping", "{\"\\x61\": 1, a: 2}\n", true,
	  "f:1:13: error: key \"a\" stands twice in one mapping, first in line 1 [duplicate-key]\n"
	  "  hint: keep one of them; two tests stand as a list under \"all\" or \"any\"\n" },
	{ "a tab for indentation, one fault a line", "a:\n\tb:\t1\n\tc: 2\n", false,
	  "f:2:1: error: a tab stands here [tab]\n  hint: write spaces; two for each level\n"
	  "f:3:1: error: a tab stands here [tab]\n  hint: write spaces; two for each level\n" },
	{ "a tab where YAML would let it pass", "a: b\t# c\n", true,
	  "f:1:5: error: a tab stands here [tab]\n  hint: write spaces; two for each level\n" },
	{ "a key that is a list, one that is a mapping", "? [a]\n: b\n{c: d}: e\nf: g\n", false,
	  "f:1:3: error: a list or mapping stands where a key should [key-malformed]\n"
	  "  hint: put a text that begins with \"{\" or \"[\" in double quotes\n"
	  "f:3:1: error: a list or mapping stands where a key should [key-malformed]\n"
	  "  hint: put a text that begins with \"{\" or \"[\" in double quotes\n" },
	{ "an empty key", "\"\": a\n", false,
	  "f:1:1: error: a key is empty [key-malformed]\n  hint: write the key before the "
	  "\":\"\n" },
	{ "an empty file", "", false,
	  "f: error: the file is empty [empty-file]\n"
	  "  hint: begin with \"format: 1\" and \"kind:\"\n" },
	{ "comments alone", "# to do\n", false,
	  "f: error: the file says nothing [empty-file]\n"
	  "  hint: begin with \"format: 1\" and \"kind:\"\n" },
	{ "a marker alone", "---\n", false,
	  "f: error: the file says nothing [empty-file]\n"
	  "  hint: begin with \"format: 1\" and \"kind:\"\n" },
	{ "a byte order mark alone", "\xef\xbb\xbf", false,
	  "f: error: the file says nothing [empty-file]\n"
	  "  hint: begin with \"format: 1\" and \"kind:\"\n" },
	{ "Latin-1", "a: b\ncaf\xe9: d\n", false,
	  "f:2:4: error: the byte \\xe9 is not UTF-8 here [not-utf8]\n"
	  "  hint: save the file with the encoding UTF-8\n" },
	{ "UTF-16",
	  "\xff\xfe"
	  "a",
	  false,
	  "f: error: the file is in UTF-16, not in UTF-8 [not-utf8]\n"
	  "  hint: save the file with the encoding UTF-8\n" },
	{ "a second byte order mark",
	  "\xef\xbb\xbf\xef\xbb\xbf"
	  "a: b\n",
	  false,
	  "f:1:1: error: a byte order mark stands here, which nobody sees [byte-order-mark]\n"
	  "  hint: delete it; one may stand at the very start only\n" },
	{ "a byte order mark inside a key",
	  "a: b\nc\xef\xbb\xbf"
	  "d: e\n",
	  false,
	  "f:2:2: error: a byte order mark stands here, which nobody sees [byte-order-mark]\n"
	  "  hint: delete it; one may stand at the very start only\n" },
	{ "control characters, NEL and line separators among them",
	  "a: \x01\nb: \xc2\x85"
	  "c\nd: \xe2\x80\xa8\n\x7f",
	  false,
	  "f:1:4: error: the control character \\x01 stands here [control-character]\n"
	  "  hint: delete it, or write a space\n"
	  "f:2:4: error: the control character \\x85 stands here [control-character]\n"
	  "  hint: delete it, or write a space\n"
	  "f:3:4: error: the control character \\u2028 stands here [control-character]\n"
	  "  hint: delete it, or write a space\n"
	  "f:4:1: error: the control character \\x7f stands here [control-character]\n"
	  "  hint: delete it, or write a space\n" },
	{ "a lone carriage return", "a: b\rc: d\n", false,
	  "f:1:5: error: the control character \\x0d stands here [control-character]\n"
	  "  hint: end lines with a line feed, or with both, as Windows does\n" },
	{ "what is no character at all", "a: \xef\xbf\xbf\n", false,
	  "f:1:4: error: the control character \\uffff stands here [control-character]\n"
	  "  hint: delete it, or write a space\n" },
	{ "a NUL by escape, in a value and in a key", "a: \"x\\0y\"\n\"b\\0\": 1\n", true,
	  "f:1:4: error: the text has the control character \\x00 [control-character]\n"
	  "  hint: leave that escape out\n"
	  "f:2:1: error: the text has the control character \\x00 [control-character]\n"
	  "  hint: leave that escape out\n" },
	{ "a quote that is never closed is reported where it begins", "a: 1\nb: \"x\nc: 2\n", false,
	  "f:2:4: error: a quote is opened here and never closed [yaml-syntax]\n"
	  "  hint: close it with the same quote mark\n" },
	{ "a single quote too", "a: don't\nb: 'x\n", false,
	  "f:2:4: error: a quote is opened here and never closed [yaml-syntax]\n"
	  "  hint: close it with the same quote mark\n" },
	{ "a quote that runs into the next document", "a: \"x\n---\nb: 1\n", false,
	  "f:1:4: error: a quote is opened here and never closed [yaml-syntax]\n"
	  "  hint: close it with the same quote mark\n" },
	{ "a list that is never closed is reported where it begins", "a: [1, 2\nb: 3\n", false,
	  "f:1:4: error: the list that begins here lacks a \",\" or its \"]\" [yaml-syntax]\n"
	  "  hint: close it with \"]\", or write one entry a line with \"- \"\n" },
	{ "a mapping that is never closed", "a: {b: 1\n", false,
	  "f:1:4: error: the mapping that begins here lacks a \",\" or its \"}\" [yaml-syntax]\n"
	  "  hint: close it with \"}\", or write one key a line\n" },
	{ "two commas", "a: [1, , 2]\n", false,
	  "f:1:8: error: a value is missing here [yaml-syntax]\n"
	  "  hint: take the spare comma or bracket out\n" },
	{ "a text with a colon in it", "says: We say: no\n", false,
	  "f:1:13: error: a second \":\" in one line [yaml-syntax]\n"
	  "  hint: put a text that has \": \" in it in double quotes\n" },
	{ "a text in the quotes of a word processor", "says: \xe2\x80\x9cWe say: no\xe2\x80\x9d\n",
	  false,
	  "f:1:14: error: a second \":\" in one line [yaml-syntax]\n"
	  "  hint: put a text that has \": \" in it in double quotes; those of a word processor "
	  "are "
	  "none, type \" itself\n" },
	{ "no blank after the colon", "a:1\nb: 2\n", false,
	  "f:2:2: error: a key stands here, but the text of the line above runs on into it "
	  "[yaml-syntax]\n"
	  "  hint: write \"key: value\" in the line above, or put a text that has \": \" in it in "
	  "double"
	  " quotes\n" },
	{ "a line without a colon", "a: 1\n\nb\n", false,
	  "f:3:1: error: this line is no \"key: value\" and belongs to no text [yaml-syntax]\n"
	  "  hint: write a \":\" after the key, or indent the line below the text it continues\n" },
	{ "a key that hangs between two levels", "a:\n  b: 1\n c: 2\n", false,
	  "f:3:2: error: this does not fit into the mapping around it [yaml-syntax]\n"
	  "  hint: indent it exactly like the keys it belongs to; nothing may follow a closing "
	  "quote\n" },
	{ "words after a closing quote", "a: \"b\" c\n", false,
	  "f:1:8: error: this does not fit into the mapping around it [yaml-syntax]\n"
	  "  hint: indent it exactly like the keys it belongs to; nothing may follow a closing "
	  "quote\n" },
	{ "a key among a list's entries", "- a\nb: c\n", false,
	  "f:2:1: error: this does not fit into the list around it [yaml-syntax]\n"
	  "  hint: begin an entry with \"- \", or indent the line like the keys of its entry\n" },
	{ "a list that begins in its key's line", "a: - b\n", false,
	  "f:1:4: error: a list entry's \"-\" cannot stand here [yaml-syntax]\n"
	  "  hint: begin the list on a line of its own\n" },
	{ "something after the document's one value", "[a]\nb\n", false,
	  "f:2:1: error: the document has ended before this [yaml-syntax]\n"
	  "  hint: indent it like the keys it belongs to, or put the text before it in double "
	  "quotes\n" },
	{ "a value that begins with @", "a: @home\n", false,
	  "f:1:4: error: a value cannot begin with \"@\" [yaml-syntax]\n"
	  "  hint: put the text in double quotes\n" },
	{ "a value that begins with a percent sign", "\xc3\xa9: b\na: %5\n", false,
	  "f:2:4: error: a value cannot begin with \"%\" [yaml-syntax]\n"
	  "  hint: put the text in double quotes\n" },
	{ "a directive nobody knows", "%FOO\n---\na: 1\n", false,
	  "f:1:1: error: \"%\" begins a YAML directive [yaml-syntax]\n"
	  "  hint: put a text that begins with \"%\" in double quotes\n" },
	{ "a question mark in the wrong place", "a: ? b\n", false,
	  "f:1:4: error: a \"?\" cannot stand here [yaml-syntax]\n"
	  "  hint: put a text that begins with \"?\" in double quotes\n" },
	{ "text in the line of the block mark", "a: >- text\n  more\n", false,
	  "f:1:7: error: text cannot follow \">\" or \"|\" in the same line [yaml-syntax]\n"
	  "  hint: write \">-\" and begin the text in the next line, indented\n" },
	{ "an escape YAML does not have", "a: \"\\q\"\n", false,
	  "f:1:5: error: an escape that YAML does not have [yaml-syntax]\n"
	  "  hint: write \"\\\\\" for a backslash in double quotes\n" },
	{ "an escape without its digits", "a: \"\\x4\"\n", false,
	  "f:1:7: error: an escape without its hexadecimal digits [yaml-syntax]\n"
	  "  hint: write \"\\\\\" for a backslash in double quotes\n" },
	{ "an escape for half a character", "a: \"\\ud800\"\n", false,
	  "f:1:7: error: an escape for a character that does not exist [yaml-syntax]\n"
	  "  hint: write the character itself\n" },
	{ "a version YAML never had", "%YAML 3.0\n---\na: 1\n", false,
	  "f:1:1: error: not YAML: found incompatible YAML document [yaml-syntax]\n"
	  "  hint: look at the indentation and the quotes here and in the line above\n" },
	{ "all faults that can be told apart come in one run",
	  "a: &x 1\na: !t 2\n\"c\\0\": 3\n---\nd: 4\n", true,
	  "f:1:4: error: the anchor \"x\" is used, which the format does not have "
	  "[anchor-not-allowed]\n"
	  "  hint: take it out; each rule is complete where it stands\n"
	  "f:2:1: error: key \"a\" stands twice in one mapping, first in line 1 [duplicate-key]\n"
	  "  hint: keep one of them; two tests stand as a list under \"all\" or \"any\"\n"
	  "f:2:4: error: the tag \"!t\" is used, which the format does not have [tag-not-allowed]\n"
	  "  hint: take it out, or put a text that begins with \"!\" in double quotes\n"
	  "f:3:1: error: the text has the control character \\x00 [control-character]\n"
	  "  hint: leave that escape out\n"
	  "f:4:1: error: a second document begins here [second-document]\n"
	  "  hint: write it into a file of its own\n" },
};

static void test_fault(size_t i)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;
	char *text;

	test_case("%s", faults[i].name);
	complaint_diagnostics_new(&diags);
	CHECK_STATUS(cmpl_yaml_read("f", faults[i].text, strlen(faults[i].text), &tree, diags),
		     COMPLAINT_ERR_INVALID_FILE);
	CHECK((tree != NULL) == faults[i].tree, "%s a tree", tree ? "there is" : "there is not");
	cmpl_tree_free(tree);
	tree = NULL;
	cmpl_diag_finish_file(diags, "f");
	text = test_diagnostics_text(diags);
	CHECK_TEXT(text, faults[i].want);
	free(text);
	complaint_diagnostics_free(diags);
	/* Without a list the answer is the same. */
	CHECK_STATUS(cmpl_yaml_read("f", faults[i].text, strlen(faults[i].text), &tree, NULL),
		     COMPLAINT_ERR_INVALID_FILE);
	cmpl_tree_free(tree);
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(sound); i++) {
		test_case("%s", sound[i].name);
		test_outline(cmpl_yaml_read, sound[i].text, sound[i].want);
	}
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		test_fault(i);

	test_case("a NUL byte does not end the file");
	{
		struct cmpl_tree *tree = NULL;

		CHECK_STATUS(cmpl_yaml_read("f", "a: b\n\0c", 7, &tree, NULL),
			     COMPLAINT_ERR_INVALID_FILE);
		CHECK(!tree);
	}
	return test_finish();
}
