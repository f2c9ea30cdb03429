/* SPDX-License-Identifier: MIT */
#include "policy/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tree/tree.h"
#include "yaml/reader.h"

#include "support/test.h"

static const char *const list_keys[] = { "facts", "events", "notices", "doors", "records" };

/* The text under a key; "" when it is absent. */
static const char *text_of(const struct cmpl_tree *tree, const struct cmpl_node *map,
			   const char *key)
{
	const struct cmpl_node *node = cmpl_node_get(tree, map, key);

	return node ? cmpl_node_text(tree, node) : "";
}

static const char *type_text(int32_t type)
{
	static const char *const words[] = { "", "true-false", "number", "choice" };

	return type >= 0 && type < (int32_t)COUNT_OF(words) ? words[type] : "?";
}

static const char *silence_text(int32_t list, int32_t silence)
{
	if (silence == COMPLAINT_FALSE)
		return list == COMPLAINT_LIST_EVENTS ? "not-yet" : "false";
	return silence == COMPLAINT_TRUE ? "true" : "";
}

static void check_values(const struct cmpl_tree *tree, const struct cmpl_node *node, uint32_t fact)
{
	const struct cmpl_node *values = cmpl_node_get(tree, node, "values");
	const struct cmpl_node *value;
	uint32_t count = 0;

	for (value = values ? cmpl_node_first(tree, values) : NULL; value;
	     value = cmpl_node_next(tree, values, value))
		CHECK_TEXT(complaint_vocabulary_get_value(fact, count++),
			   cmpl_node_text(tree, value));
	CHECK_NUMBER(complaint_vocabulary_value_count(fact), count);
	CHECK(!complaint_vocabulary_get_value(fact, count));
}

static void check_list(const struct cmpl_tree *tree, int32_t list)
{
	const struct cmpl_node *nodes = cmpl_node_get(tree, &tree->nodes[0], list_keys[list - 1]);
	const char *words = list <= COMPLAINT_LIST_EVENTS ? "question" : "says";
	const struct cmpl_node *node;
	uint32_t place = 0;

	for (node = cmpl_node_first(tree, nodes); node;
	     node = cmpl_node_next(tree, nodes, node), place++) {
		const char *id = text_of(tree, node, "id");

		test_case("%s: %s", list_keys[list - 1], id);
		CHECK_TEXT(complaint_vocabulary_get_id(list, place), id);
		CHECK_TEXT(complaint_vocabulary_get_words(list, place), text_of(tree, node, words));
		CHECK_TEXT(silence_text(list, complaint_vocabulary_get_silence(list, place)),
			   text_of(tree, node, "silence"));
		CHECK_NUMBER(complaint_vocabulary_find(list, id, COMPLAINT_NUL_TERMINATED), place);
		CHECK_NUMBER(cmpl_vocabulary[list - 1][place].id_length, strlen(id));
		CHECK_NUMBER(cmpl_vocabulary[list - 1][place].words_length,
			     strlen(cmpl_vocabulary[list - 1][place].words));
		if (list != COMPLAINT_LIST_FACTS)
			continue;
		CHECK_TEXT(type_text(complaint_vocabulary_get_type(place)),
			   text_of(tree, node, "type"));
		check_values(tree, node, place);
	}
	test_case("%s: no more than the file has", list_keys[list - 1]);
	CHECK_NUMBER(complaint_vocabulary_count(list), place);
	CHECK(!complaint_vocabulary_get_id(list, place));
	CHECK(!complaint_vocabulary_get_words(list, place));
	CHECK_NUMBER(complaint_vocabulary_get_silence(list, place), COMPLAINT_TRUTH_NOT_GIVEN);
}

static void test_file(void)
{
	const char *path = test_source("rules/vocabulary.yaml");
	struct cmpl_tree *tree = NULL;
	size_t length;
	char *bytes = test_read_file(path, &length);

	test_case("rules/vocabulary.yaml is read");
	CHECK_STATUS(cmpl_yaml_read(path, bytes, length, &tree, NULL), COMPLAINT_OK);
	for (int32_t list = COMPLAINT_LIST_FACTS; tree && list <= COMPLAINT_LIST_RECORDS; list++)
		check_list(tree, list);
	cmpl_tree_free(tree);
	free(bytes);
}

/*
 * One line of the list: "fact tenure choice social-tenant leaseholder". Values may have become
 * more.
 */
static void check_pinned(char *line, uint32_t places[])
{
	char *list_word = strtok(line, " "), *id = strtok(NULL, " "), *word = strtok(NULL, " ");
	int32_t list = 1;
	uint32_t place;

	while (list < 5 && strncmp(list_keys[list - 1], list_word, strlen(list_word)) != 0)
		list++;
	place = places[list - 1]++;
	test_case("%s %s keeps its number %u", list_word, id, (unsigned)place);
	CHECK_TEXT(complaint_vocabulary_get_id(list, place), id);
	if (list != COMPLAINT_LIST_FACTS)
		return;
	CHECK_TEXT(type_text(complaint_vocabulary_get_type(place)), word);
	for (uint32_t value = 0; (word = strtok(NULL, " ")); value++)
		CHECK_TEXT(complaint_vocabulary_get_value(place, value), word);
}

static void test_pinned(void)
{
	uint32_t places[5] = { 0 };
	char *bytes = test_read_file(test_source("tests/api/vocabulary-0.1.txt"), NULL);
	char *line = bytes;

	while (*line) {
		size_t length = strcspn(line, "\n");
		char *next = line + length + (line[length] == '\n');

		line[length] = '\0';
		check_pinned(line, places);
		line = next;
	}
	free(bytes);

	test_case("the list of 0.1 names something in every list");
	for (size_t i = 0; i < 5; i++)
		CHECK(places[i] > 0);
}

static void test_find(void)
{
	static const struct {
		const char *name;
		int32_t list;
		const char *text;
		size_t length;
		uint32_t want;
	} rows[] = {
		{ "the first fact", COMPLAINT_LIST_FACTS, "issue-ongoing", 13,
		  COMPLAINT_FACT_ISSUE_ONGOING },
		{ "a name within a longer text", COMPLAINT_LIST_FACTS, "anonymous-letter", 9,
		  COMPLAINT_FACT_ANONYMOUS },
		{ "the beginning of a name is none", COMPLAINT_LIST_FACTS, "issue-ongoin", 12,
		  COMPLAINT_NONE },
		{ "a name with more behind it is none", COMPLAINT_LIST_FACTS, "issue-ongoing2", 14,
		  COMPLAINT_NONE },
		{ "an event is no fact", COMPLAINT_LIST_FACTS, "issue-arose", 11, COMPLAINT_NONE },
		{ "an event", COMPLAINT_LIST_EVENTS, "ombudsman-approached",
		  COMPLAINT_NUL_TERMINATED, COMPLAINT_EVENT_OMBUDSMAN_APPROACHED },
		{ "a door", COMPLAINT_LIST_DOORS, "stage-2", 7, COMPLAINT_DOOR_STAGE_2 },
		{ "nothing is no name", COMPLAINT_LIST_FACTS, "", 0, COMPLAINT_NONE },
		{ "NULL is no name", COMPLAINT_LIST_FACTS, NULL, 5, COMPLAINT_NONE },
		{ "there is no list 0", 0, "issue-ongoing", 13, COMPLAINT_NONE },
		{ "there is no list 6", 6, "issue-ongoing", 13, COMPLAINT_NONE },
		{ "capitals are other letters", COMPLAINT_LIST_FACTS, "Anonymous", 9,
		  COMPLAINT_NONE },
		{ "letters beyond ASCII sort after all names", COMPLAINT_LIST_FACTS, "\xc3\xa9", 2,
		  COMPLAINT_NONE },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		test_case("%s", rows[i].name);
		CHECK_NUMBER(complaint_vocabulary_find(rows[i].list, rows[i].text, rows[i].length),
			     rows[i].want);
	}
}

static void test_beyond(void)
{
	test_case("the counts of the header are those of the library");
	CHECK_NUMBER(complaint_vocabulary_count(COMPLAINT_LIST_FACTS), COMPLAINT_FACTS_COUNT);
	CHECK_NUMBER(complaint_vocabulary_count(COMPLAINT_LIST_EVENTS), COMPLAINT_EVENTS_COUNT);
	CHECK_NUMBER(complaint_vocabulary_count(COMPLAINT_LIST_NOTICES), COMPLAINT_NOTICES_COUNT);
	CHECK_NUMBER(complaint_vocabulary_count(COMPLAINT_LIST_DOORS), COMPLAINT_DOORS_COUNT);
	CHECK_NUMBER(complaint_vocabulary_count(COMPLAINT_LIST_RECORDS), COMPLAINT_RECORDS_COUNT);

	test_case("a list that there is not is empty");
	CHECK_NUMBER(complaint_vocabulary_count(0), 0);
	CHECK_NUMBER(complaint_vocabulary_count(6), 0);
	CHECK(!complaint_vocabulary_get_id(0, 0));
	CHECK(!complaint_vocabulary_get_words(-1, 0));
	CHECK_NUMBER(complaint_vocabulary_get_type(UINT32_MAX), 0);
	CHECK_NUMBER(complaint_vocabulary_value_count(UINT32_MAX), 0);

	test_case("a choice's values have constants");
	CHECK_TEXT(complaint_vocabulary_get_value(COMPLAINT_FACT_TENURE,
						  COMPLAINT_VALUE_TENURE_LEASEHOLDER),
		   "leaseholder");
	CHECK_NUMBER(complaint_vocabulary_value_count(COMPLAINT_FACT_SIGNATURES), 0);
}

/* A name is found by its first and last letters and its length: those alone do not make it. */
static void test_near(void)
{
	char text[256];

	test_case("what differs from a name in one letter is none");
	for (int32_t list = COMPLAINT_LIST_FACTS; list <= COMPLAINT_LIST_RECORDS; list++)
		for (uint32_t place = 0; place < complaint_vocabulary_count(list); place++) {
			size_t length = strlen(complaint_vocabulary_get_id(list, place));

			memcpy(text, complaint_vocabulary_get_id(list, place), length);
			for (size_t i = 0; i < length; i++) {
				text[i] ^= 0x20;
				CHECK_NUMBER(complaint_vocabulary_find(list, text, length),
					     COMPLAINT_NONE);
				text[i] ^= 0x20;
				CHECK(complaint_vocabulary_find(list, text, i) != place);
			}
			CHECK_NUMBER(complaint_vocabulary_find(list, text, length), place);
		}
}

int main(void)
{
	test_file();
	test_pinned();
	test_find();
	test_near();
	test_beyond();
	return test_finish();
}
