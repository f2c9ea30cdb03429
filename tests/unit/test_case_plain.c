/* SPDX-License-Identifier: MIT */
/*
 * The short way into a case reads what the whole reader reads, or nothing. The whole reader is made
 * to read the same text by a key that the short way leaves to it: "promises", with nothing in it.
 */
#include "load/case_load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <complaint/complaint.h>

#include "base/memory.h"
#include "decide/answer.h"

#include "small.h"

#define NUL COMPLAINT_NUL_TERMINATED
#define MUTATIONS 20000

static const char ordinary[] =
	"{\"now\": \"2022-09-20\",\n\"facts\": {\"good-reason\": true, \"complex\": \"unknown\", "
	"\"signatures\": 7, \"tenure\": \"leaseholder\", \"block\": \"tower\", "
	"\"anonymous\":false},\n"
	"\"events\": {\"complaint-received\": \"2022-09-01\", \"visit-made\": \"not-yet\", "
	"\"complaint-logged\": \"unknown\", \"issue-arose\": \"2024-02-29\"}}\n";

static struct complaint_set *set;
static struct complaint_case *plain;

static bool reads_plain(const char *text)
{
	complaint_case_clear(plain);
	return cmpl_case_read_plain(plain, text, strlen(text));
}

/* NULL: the whole reader refuses it. */
static struct complaint_case *read_whole(const char *text)
{
	struct complaint_case *made = NULL;
	const char *end = strrchr(text, '}');
	char more[2048];

	if (!end)
		return NULL;
	snprintf(more, sizeof(more), "%.*s,\"promises\":{}%s", (int)(end - text), text, end);
	complaint_case_load_memory(set, "case.json", more, NUL, &made, NULL);
	return made;
}

static bool same_event(const struct cmpl_event_value *a, const struct cmpl_event_value *b)
{
	return a->kind == b->kind && a->first == b->first && a->last == b->last &&
	       a->moment == b->moment;
}

static bool same_case(const struct complaint_case *a, const struct complaint_case *b)
{
	bool same = same_event(&a->now, &b->now) && a->unlisted_false == b->unlisted_false &&
		    memcmp(a->truths, b->truths, a->fact_count) == 0 &&
		    memcmp(a->numbers, b->numbers, a->fact_count * sizeof(int32_t)) == 0;

	for (uint32_t i = 0; i < a->event_count; i++)
		same = same && same_event(&a->events[i], &b->events[i]);
	return same;
}

static void takes_and_leaves(void)
{
	static const struct {
		const char *name, *text;
		bool takes;
	} rows[] = {
		{ "an ordinary case", ordinary, true },
		{ "the present alone", "{\"now\":\"2022-09-20\"}", true },
		{ "facts alone, blanks all round",
		  " \t\n{ \"facts\" : { \"complex\" : true } } \r\n", true },
		{ "zero is a number", "{\"facts\":{\"signatures\":0}}", true },
		{ "a number beyond nine digits", "{\"facts\":{\"signatures\":2147483647}}", false },
		{ "a number with a leading zero", "{\"facts\":{\"signatures\":07}}", false },
		{ "a number below zero", "{\"facts\":{\"signatures\":-7}}", false },
		{ "a number in quotes", "{\"facts\":{\"signatures\":\"7\"}}", false },
		{ "a fraction", "{\"facts\":{\"signatures\":7.0}}", false },
		{ "true in quotes", "{\"facts\":{\"complex\":\"true\"}}", false },
		{ "a word that begins like true", "{\"facts\":{\"complex\":truer}}", false },
		{ "null", "{\"facts\":{\"complex\":null}}", false },
		{ "a number for a truth", "{\"facts\":{\"complex\":1}}", false },
		{ "no such value of a choice", "{\"facts\":{\"tenure\":\"king\"}}", false },
		{ "no such fact", "{\"facts\":{\"complicated\":true}}", false },
		{ "an event among the facts", "{\"facts\":{\"visit-made\":true}}", false },
		{ "a fact twice", "{\"facts\":{\"complex\":true,\"complex\":true}}", false },
		{ "an event twice",
		  "{\"events\":{\"visit-made\":\"not-yet\",\"visit-made\":\"2022-09-01\"}}",
		  false },
		{ "facts twice", "{\"facts\":{\"complex\":true},\"facts\":{\"complex\":true}}",
		  false },
		{ "the present twice", "{\"now\":\"2022-09-20\",\"now\":\"2022-09-20\"}", false },
		{ "the present unknown", "{\"now\":\"unknown\"}", false },
		{ "no such day", "{\"now\":\"2022-02-29\"}", false },
		{ "a day too far away", "{\"now\":\"2200-01-01\"}", false },
		{ "a moment", "{\"now\":\"2022-09-20T10:00Z\"}", false },
		{ "a month", "{\"events\":{\"visit-made\":\"2022-09\"}}", false },
		{ "an escape", "{\"now\":\"2022-09-2\\u0030\"}", false },
		{ "another key", "{\"unlisted-facts\":\"false\"}", false },
		{ "nothing in it", "{}", false },
		{ "facts that are none", "{\"facts\":{}}", false },
		{ "a comma too many", "{\"now\":\"2022-09-20\",}", false },
		{ "something behind it", "{\"now\":\"2022-09-20\"} {}", false },
		{ "an end that never comes", "{\"now\":\"2022-09-20\"", false },
		{ "a quote that never closes", "{\"now\":\"2022-09-20}", false },
		{ "an order mark", "\xef\xbb\xbf{\"now\":\"2022-09-20\"}", false },
		{ "nothing at all", "", false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct complaint_case *whole;

		test_case("%s is %s", rows[i].name, rows[i].takes ? "taken" : "left");
		CHECK_NUMBER(reads_plain(rows[i].text), rows[i].takes);
		if (!rows[i].takes)
			continue;
		whole = read_whole(rows[i].text);
		CHECK(whole && same_case(plain, whole));
		complaint_case_free(whole);
	}
}

/* One to three characters put, taken away or doubled, of those that matter in JSON. */
static void mutate(char *text, size_t room, uint64_t *random)
{
	static const char signs[] = "{}[]:,\"\\ tfn-0129eE.\n\x01\xc3";

	for (uint32_t changes = 1 + test_random(random) % 3; changes > 0; changes--) {
		size_t length = strlen(text), at = test_random(random) % length;
		char sign = signs[test_random(random) % (sizeof(signs) - 1)];

		switch (test_random(random) % 3) {
		case 0: text[at] = sign; break;
		case 1: memmove(text + at, text + at + 1, length - at); break;
		default:
			if (length + 2 > room)
				break;
			memmove(text + at + 1, text + at, length - at + 1);
			text[at] = sign;
			break;
		}
	}
}

static void agrees_with_the_whole_reader(void)
{
	uint64_t random = 20220919;
	char text[1024];
	size_t taken = 0;

	test_case("of %d mutations none is taken that the whole reader reads otherwise", MUTATIONS);
	for (size_t i = 0; i < MUTATIONS; i++) {
		struct complaint_case *whole;

		strcpy(text, ordinary);
		mutate(text, sizeof(text), &random);
		if (!reads_plain(text))
			continue;
		taken++;
		whole = read_whole(text);
		CHECK(whole && same_case(plain, whole), "%s", text);
		complaint_case_free(whole);
	}
	CHECK(taken > 100, "%zu were taken", taken);
}

static const struct complaint_options verdict = { .size = sizeof(verdict),
						  .detail = COMPLAINT_DETAIL_VERDICT,
						  .landlord = "example-homes" };

static complaint_status evaluate(void *context)
{
	struct complaint_answer *answer = NULL;
	complaint_status status = complaint_answer_new(&answer);
	const char *text = NULL;

	if (status == COMPLAINT_OK)
		status = complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_ELIGIBILITY,
							context, NUL, &verdict, &text, NULL, NULL);
	complaint_answer_free(answer);
	return status;
}

static void reuse_allocates_nothing(void)
{
	struct complaint_answer *answer = NULL;
	const char *text = NULL;
	char *first = NULL;
	long before = 0;

	test_case("facts in and a verdict out allocate nothing the second time");
	CHECK_STATUS(complaint_answer_new(&answer), COMPLAINT_OK);
	for (int i = 0; i < 2; i++) {
		before = cmpl_memory_count();
		CHECK_STATUS(complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_ELIGIBILITY,
							    ordinary, NUL, &verdict, &text, NULL,
							    NULL),
			     COMPLAINT_OK);
		if (i == 0)
			first = strdup(text);
	}
	CHECK_NUMBER(cmpl_memory_count() - before, 0);
	CHECK_TEXT(text, first);
	free(first);
	test_case("what an earlier case said is forgotten");
	CHECK_STATUS(complaint_answer_evaluate_json(answer, set, COMPLAINT_ASK_ELIGIBILITY,
						    "{\"now\":\"2022-09-20\"}", NUL, &verdict,
						    &text, NULL, NULL),
		     COMPLAINT_OK);
	CHECK_NUMBER(answer->lent->truths[COMPLAINT_FACT_COMPLEX], COMPLAINT_TRUTH_NOT_GIVEN);
	complaint_answer_free(answer);
}

int main(void)
{
	set = small_set();
	CHECK_STATUS(complaint_case_new(set, &plain), COMPLAINT_OK);
	takes_and_leaves();
	agrees_with_the_whole_reader();
	reuse_allocates_nothing();
	test_case("each allocation of a case in JSON may fail");
	CHECK(test_each_allocation(evaluate, (void *)(uintptr_t)ordinary, COMPLAINT_OK) > 5);
	complaint_case_free(plain);
	complaint_set_free(set);
	return test_finish();
}
