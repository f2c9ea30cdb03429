/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A test program is a list of cases; each is named like a sentence of the specification. A case
 *fails when any CHECK in it does, every failure is printed, and the last line counts the cases:
 *
 *	int main(void)
 *	{
 *		for (size_t i = 0; i < COUNT_OF(rows); i++) {
 *			test_case(rows[i].name);
 *			CHECK_TEXT(do_it(rows[i].input), rows[i].want);
 *		}
 *		return test_finish();
 *	}
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <complaint/diagnostics.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Begin a case; the one before it is counted. printf's formats. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void test_case(const char *format, ...);

/* Print what went wrong in the case and answer `right`. */
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
bool test_check(bool right, const char *file, int line, const char *format, ...);
bool test_check_number(int64_t is, int64_t wanted, const char *what, const char *file, int line);
bool test_check_text(const char *is, const char *wanted, const char *what, const char *file,
		     int line);

/* CHECK(a == b) or CHECK(a == b, "row %d", i); each answers whether it held. */
#define CHECK(...)                                                                                 \
	CHECK_PICK(__VA_ARGS__, CHECK_SAY, CHECK_SAY, CHECK_SAY, CHECK_SAY, CHECK_SAY, CHECK_SAY,  \
		   CHECK_BARE, 0)                                                                  \
	(__VA_ARGS__)
#define CHECK_PICK(a, b, c, d, e, f, g, pick, ...) pick
#define CHECK_BARE(condition) test_check((condition), __FILE__, __LINE__, "%s", #condition)
#define CHECK_SAY(condition, ...) test_check((condition), __FILE__, __LINE__, __VA_ARGS__)
/* Both values are printed. */
#define CHECK_NUMBER(is, wanted)                                                                   \
	test_check_number((int64_t)(is), (int64_t)(wanted), #is, __FILE__, __LINE__)
#define CHECK_TEXT(is, wanted) test_check_text((is), (wanted), #is, __FILE__, __LINE__)
#define CHECK_STATUS(is, wanted)                                                                   \
	test_check_text(complaint_status_text(is), complaint_status_text(wanted), #is, __FILE__,   \
			__LINE__)

/*
 * The last call: removes temporary files, prints "N passed, N failed", gives main's return value.
 */
int test_finish(void);

/* A path below the source tree: test_source("rules/vocabulary.yaml"). Lives until test_finish(). */
const char *test_source(const char *path);
/*
 * A new file in a folder of this program's own; gone after test_finish(). Its path lives until
 * then.
 */
const char *test_write_file(const char *name, const char *bytes, size_t length);
/* That folder. */
const char *test_folder(void);
/* A whole file, NUL-terminated, to be freed; stops the program when it cannot be read. */
char *test_read_file(const char *path, size_t *ret_length);

/* All diagnostics as a person reads them, one after another, each line ended; to be freed. */
char *test_diagnostics_text(const struct complaint_diagnostics *diags);

/*
 * Let allocation 1, 2, 3 ... of `attempt` fail, until none does. Each time it must answer
 * COMPLAINT_ERR_NO_MEMORY, and in the end `wanted`. It frees what it got, also on failure; leaks
 * are the sanitizer's to find. Answers how many allocations it needs.
 */
long test_each_allocation(complaint_status (*attempt)(void *context), void *context,
			  complaint_status wanted);

/* A random number that is the same in every run (xorshift); *state is not 0. */
uint32_t test_random(uint64_t *state);

/* Yes under valgrind, where all takes thirty times as long and a part will do. */
bool test_is_slow(void);
