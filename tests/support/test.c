/* SPDX-License-Identifier: MIT */
#include "support/test.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "support/files.h"

#define PRINTED_PER_CASE 10

static long passed, failed;
static bool in_case;
static int faults;
static char name[512] = "(before the first case)";

static void end_case(void)
{
	if (in_case && faults == 0)
		passed++;
	else if (faults > 0)
		failed++;
	in_case = false;
	faults = 0;
}

void test_case(const char *format, ...)
{
	va_list arguments;

	end_case();
	in_case = true;
	va_start(arguments, format);
	vsnprintf(name, sizeof(name), format, arguments);
	va_end(arguments);
}

bool test_check(bool right, const char *file, int line, const char *format, ...)
{
	va_list arguments;

	in_case = true;
	if (right)
		return true;
	if (faults++ >= PRINTED_PER_CASE)
		return false;
	printf("FAILED %s\n  %s:%d: ", name, file, line);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	printf("\n");
	fflush(stdout);
	return false;
}

bool test_check_number(int64_t is, int64_t wanted, const char *what, const char *file, int line)
{
	return test_check(is == wanted, file, line, "%s is %lld, not %lld", what, (long long)is,
			  (long long)wanted);
}

bool test_check_text(const char *is, const char *wanted, const char *what, const char *file,
		     int line)
{
	bool same = is && wanted ? strcmp(is, wanted) == 0 : is == wanted;

	return test_check(same, file, line, "%s is\n%s\nnot\n%s", what, is ? is : "(NULL)",
			  wanted ? wanted : "(NULL)");
}

int test_finish(void)
{
	end_case();
	test_remove_files();
	printf("%ld passed, %ld failed\n", passed, failed);
	return failed > 0 || passed == 0 ? 1 : 0;
}

long test_each_allocation(complaint_status (*attempt)(void *context), void *context,
			  complaint_status wanted)
{
	complaint_status status;
	long needed;

	/*
	 * Under valgrind the first ones and a sample of the rest; a sanitizer's build does them
	 * all.
	 */
	for (long n = 1;; n += n < 64 || !test_is_slow() ? 1 : 17) {
		long before = cmpl_memory_count();

		cmpl_memory_fail_at(n);
		status = attempt(context);
		cmpl_memory_fail_at(0);
		needed = cmpl_memory_count() - before;
		if (needed < n)
			break;
		test_check(status == COMPLAINT_ERR_NO_MEMORY, __FILE__, __LINE__,
			   "with allocation %ld failing the answer is \"%s\"", n,
			   complaint_status_text(status));
	}
	test_check(status == wanted, __FILE__, __LINE__,
		   "with none failing the answer is \"%s\", not \"%s\"",
		   complaint_status_text(status), complaint_status_text(wanted));
	return needed;
}

uint32_t test_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)(*state >> 32);
}
