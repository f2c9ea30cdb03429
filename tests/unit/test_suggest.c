/* SPDX-License-Identifier: MIT */
#include "diag/suggest.h"

#include <string.h>

#include "support/test.h"

static const char *const names[] = {
	"acknowledge", "clause", "complaint-made", "complaint-received",
	"days",        "id",     "unless",         "when",
};

static const struct {
	const char *wanted, *want;
} rows[] = {
	{ "acknowlege", "acknowledge" },   /* one left out */
	{ "acknowleddge", "acknowledge" }, /* one too many */
	{ "cluase", "clause" },            /* neighbours swapped */
	{ "clausa", "clause" },            /* one replaced */
	{ "complaint-recieved", "complaint-received" },
	{ "compliant_recieved", "complaint-received" },
	{ "dys", "days" },
	{ "whne", "when" }, /* a swap counts once */
	{ "wehn", "when" },
	{ "ix", "id" }, /* one is always allowed */
	{ "xx", NULL },
	{ "wxyz", NULL },
	{ "stage", NULL },
	{ "", NULL },
	{ "complaint", NULL },               /* 5 of 14 is more than a third */
	{ "complaint-m", "complaint-made" }, /* 3 of 14 is not */
	{ "unless", "unless" },
};

int main(void)
{
	struct cmpl_suggest suggest;
	char long_name[400];
	size_t length = 7;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *best;

		test_case("did you mean, for \"%s\"", rows[i].wanted);
		cmpl_suggest_begin(&suggest, rows[i].wanted, strlen(rows[i].wanted));
		for (size_t j = 0; j < COUNT_OF(names); j++)
			cmpl_suggest_offer(&suggest, names[j], strlen(names[j]));
		best = cmpl_suggest_best(&suggest, &length);
		CHECK_TEXT(best, rows[i].want);
		if (best)
			CHECK_NUMBER(length, strlen(best));
	}

	test_case("of two equally near the first offered stays");
	cmpl_suggest_begin(&suggest, "cat", 3);
	cmpl_suggest_offer(&suggest, "car", 3);
	cmpl_suggest_offer(&suggest, "bat", 3);
	CHECK_TEXT(cmpl_suggest_best(&suggest, NULL), "car");
	test_case("a nearer one comes before a farther one in any order");
	cmpl_suggest_begin(&suggest, "windows", 7);
	cmpl_suggest_offer(&suggest, "window-x", 8);
	cmpl_suggest_offer(&suggest, "window", 6);
	CHECK_TEXT(cmpl_suggest_best(&suggest, NULL), "window");

	test_case("a name longer than any key has no neighbour, and costs nothing");
	memset(long_name, 'a', sizeof(long_name));
	cmpl_suggest_begin(&suggest, long_name, sizeof(long_name));
	cmpl_suggest_offer(&suggest, long_name, sizeof(long_name));
	CHECK(!cmpl_suggest_best(&suggest, NULL));
	test_case("the longest key is still compared");
	cmpl_suggest_begin(&suggest, long_name, 128);
	cmpl_suggest_offer(&suggest, long_name, 127);
	CHECK(cmpl_suggest_best(&suggest, NULL) == long_name);
	return test_finish();
}
