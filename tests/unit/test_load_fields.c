/* SPDX-License-Identifier: MIT */
/*
 * Mappings by their tables: what is unknown, doubled or missing, and that the rest is read all the
 * same.
 */
#include "load/fields.h"

#include <stdlib.h>
#include <string.h>

#include "load/scalars.h"
#include "yaml/reader.h"

#include "support/test.h"

struct draft {
	const struct cmpl_node *name;
	int32_t number, size;
	struct draft_inner {
		int32_t depth;
	} inner;
};

static const struct cmpl_word sizes[] = { { "small", 1 }, { "large", 2 }, { NULL, 0 } };
static const struct cmpl_field inner_rows[] = {
	CMPL_MUST("depth", cmpl_read_number, struct draft_inner, depth, NULL, "its depth"),
};
static const struct cmpl_fields inner_fields = CMPL_FIELDS("a hole", inner_rows);
static const struct cmpl_field rows[] = {
	CMPL_MUST("name", cmpl_read_id, struct draft, name, NULL, "its name"),
	CMPL_MUST_FLAG("number", cmpl_read_number, struct draft, number, NULL, 1, "how many"),
	CMPL_MAY_FLAG("size", cmpl_read_word, struct draft, size, sizes, 2, "small or large"),
	CMPL_MAY("hole", cmpl_read_table, struct draft, inner, &inner_fields, "a hole in it"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a thing", rows);

static const struct {
	const char *name, *text;
	bool whole;
	uint32_t flags;
	int32_t number, size, depth;
	const char *faults;
} mappings[] = {
	{ "whole", "name: a\nnumber: 3\nsize: large\n", true, 3, 3, 2, 0, "" },
	{ "an absent key keeps what the draft had", "name: a\nnumber: 3\n", true, 1, 3, -1, 0, "" },
	{ "a table within a table", "name: a\nnumber: 3\nhole: { depth: 4 }\n", true, 1, 3, -1, 4,
	  "" },
	{ "an unknown key near a known one", "name: a\nnumbr: 3\nnumber: 4\n", false, 1, 4, -1, 0,
	  "t:2:1: error: unknown key \"numbr\" in a thing [unknown-key]\n"
	  "  hint: did you mean \"number\"?\n" },
	{ "an unknown key far from all", "name: a\nnumber: 3\nx: 1\n", false, 1, 3, -1, 0,
	  "t:3:1: error: unknown key \"x\" in a thing [unknown-key]\n"
	  "  hint: the keys of a thing are name, number, size, hole\n" },
	{ "two missing keys", "size: small\n", false, 2, -1, 1, 0,
	  "t:1:1: error: a thing lacks \"name\" [missing-key]\n"
	  "  hint: add \"name:\", its name\n"
	  "t:1:1: error: a thing lacks \"number\" [missing-key]\n"
	  "  hint: add \"number:\", how many\n" },
	{ "what follows a fault is read", "name: A\nnumber: x\nsize: large\nhole: {}\n", false, 2,
	  -1, 2, 0,
	  "t:1:7: error: \"A\" is not a name [id-malformed]\n"
	  "  hint: write \"a\": lower-case words joined by hyphens\n"
	  "t:2:9: error: \"x\" is not a number as the format writes it [number-malformed]\n"
	  "  hint: write digits alone, with no leading zero and no sign\n"
	  "t:4:7: error: a hole lacks \"depth\" [missing-key]\n"
	  "  hint: add \"depth:\", its depth\n" },
	{ "a list is no mapping", "- name\n", false, 0, -1, -1, 0,
	  "t:1:1: error: a thing must be a mapping, not a list [wrong-type]\n"
	  "  hint: write its keys below one another, as \"name: ...\"\n" },
};

static void test_mappings(void)
{
	for (size_t i = 0; i < COUNT_OF(mappings); i++) {
		struct draft draft = { .number = -1, .size = -1 };
		struct complaint_diagnostics *diags = NULL;
		struct cmpl_tree *tree = NULL;
		struct cmpl_reader reader;
		uint32_t flags;
		char *faults;

		test_case("%s", mappings[i].name);
		if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK) ||
		    !CHECK_STATUS(cmpl_yaml_read("t", mappings[i].text, strlen(mappings[i].text),
						 &tree, diags),
				  COMPLAINT_OK))
			return;
		cmpl_reader_begin(&reader, tree, diags);
		CHECK(cmpl_read_mapping(&reader, &tree->nodes[0], &fields, &draft, &flags) ==
		      mappings[i].whole);
		CHECK_STATUS(cmpl_reader_status(&reader),
			     mappings[i].whole ? COMPLAINT_OK : COMPLAINT_ERR_INVALID_FILE);
		cmpl_diag_finish_file(diags, "t");
		faults = test_diagnostics_text(diags);
		CHECK_TEXT(faults, mappings[i].faults);
		CHECK_NUMBER(flags, mappings[i].flags);
		CHECK_NUMBER(draft.number, mappings[i].number);
		CHECK_NUMBER(draft.size, mappings[i].size);
		CHECK_NUMBER(draft.inner.depth, mappings[i].depth);
		free(faults);
		cmpl_reader_end(&reader);
		cmpl_tree_free(tree);
		complaint_diagnostics_free(diags);
	}
}

/* The reader of YAML reports the second and keeps both or one: the first is the one that counts. */
static void test_doubled(void)
{
	const char *text = "name: a\nnumber: 3\nnumber: 4\n";
	struct complaint_diagnostics *diags = NULL;
	struct draft draft = { .number = -1 };
	struct cmpl_tree *tree = NULL;
	struct cmpl_reader reader;

	test_case("a doubled key is told once, and the first value counts");
	if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK))
		return;
	CHECK_STATUS(cmpl_yaml_read("t", text, strlen(text), &tree, diags),
		     COMPLAINT_ERR_INVALID_FILE);
	if (CHECK(tree != NULL)) {
		cmpl_reader_begin(&reader, tree, diags);
		CHECK(cmpl_read_mapping(&reader, &tree->nodes[0], &fields, &draft, NULL));
		CHECK_NUMBER(draft.number, 3);
		cmpl_reader_end(&reader);
	}
	CHECK_NUMBER(complaint_diagnostics_count(diags), 1);
	cmpl_tree_free(tree);
	complaint_diagnostics_free(diags);
}

static void test_without_list(void)
{
	const char *text = "name: A\nnumbr: 3\n";
	struct draft draft = { .number = -1 };
	struct cmpl_tree *tree = NULL;
	struct cmpl_reader reader;

	test_case("without a list to report to, a fault is a fault all the same");
	if (!CHECK_STATUS(cmpl_yaml_read("t", text, strlen(text), &tree, NULL), COMPLAINT_OK))
		return;
	cmpl_reader_begin(&reader, tree, NULL);
	CHECK(!cmpl_read_mapping(&reader, &tree->nodes[0], &fields, &draft, NULL));
	CHECK_NUMBER(reader.faults, 3);
	CHECK_STATUS(cmpl_reader_status(&reader), COMPLAINT_ERR_INVALID_FILE);
	cmpl_reader_end(&reader);
	cmpl_tree_free(tree);
}

static void test_heads(void)
{
	static const struct cmpl_word kinds[] = { { "policy", 1 }, { "norm", 2 }, { NULL, 0 } };
	static const struct {
		const char *name, *text;
		bool goes_on;
		int32_t kind;
		const char *faults;
	} table[] = {
		{ "the first kind", "format: 1\nkind: policy\n", true, 1, "" },
		{ "the second kind", "kind: norm\nformat: 1\n", true, 2, "" },
		{ "another kind", "format: 1\nkind: case\n", false, 1,
		  "t:2:7: error: the file is of kind \"case\", and \"policy\" or \"norm\" is "
		  "wanted here "
		  "[kind-wrong]\n  hint: give another file, or mend its \"kind\"\n" },
		{ "a misspelt kind is read as the first", "format: 1\nkind: polcy\n", true, 1,
		  "t:2:7: error: unknown kind of file \"polcy\" [unknown-value]\n"
		  "  hint: did you mean \"policy\"?\n" },
		{ "no kind is read as the first", "format: 1\n", true, 1,
		  "t:1:1: error: the file lacks \"kind\" [missing-key]\n  hint: add \"kind: "
		  "policy\"\n" },
		{ "no format", "kind: norm\n", true, 2,
		  "t:1:1: error: the file lacks \"format\" [missing-key]\n"
		  "  hint: begin it with \"format: 1\"\n" },
		{ "a later format", "format: 2\nkind: policy\n", false, 1,
		  "t:1:9: error: the format \"2\" is not known here [format-unknown]\n"
		  "  hint: write \"format: 1\"\n" },
		{ "a format in quotes", "format: \"1\"\nkind: policy\n", false, 1,
		  "t:1:9: error: the format \"1\" is not known here [format-unknown]\n"
		  "  hint: write \"format: 1\"\n" },
		{ "a list", "- format: 1\n", false, 1,
		  "t:1:1: error: the file must be a mapping [wrong-type]\n"
		  "  hint: begin it with \"format: 1\" and \"kind: policy\"\n" },
	};

	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct complaint_diagnostics *diags = NULL;
		struct cmpl_tree *tree = NULL;
		struct cmpl_reader reader;
		int32_t kind = 0;
		char *faults;

		test_case("head: %s", table[i].name);
		if (!CHECK_STATUS(complaint_diagnostics_new(&diags), COMPLAINT_OK) ||
		    !CHECK_STATUS(
			    cmpl_yaml_read("t", table[i].text, strlen(table[i].text), &tree, diags),
			    COMPLAINT_OK))
			return;
		cmpl_reader_begin(&reader, tree, diags);
		CHECK(cmpl_read_head(&reader, kinds, &kind) == table[i].goes_on);
		CHECK_NUMBER(kind, table[i].kind);
		faults = test_diagnostics_text(diags);
		CHECK_TEXT(faults, table[i].faults);
		free(faults);
		cmpl_reader_end(&reader);
		cmpl_tree_free(tree);
		complaint_diagnostics_free(diags);
	}
}

int main(void)
{
	test_mappings();
	test_doubled();
	test_without_list();
	test_heads();
	return test_finish();
}
