/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdint.h>

#include "base/abi.h"

#include "support/test.h"

static void test_allocation(void)
{
	unsigned char *bytes = cmpl_alloc_array(3, 5);
	void *nothing = cmpl_alloc(0);

	test_case("memory comes zeroed, also none of it");
	CHECK(bytes && nothing);
	for (size_t i = 0; bytes && i < 15; i++)
		CHECK_NUMBER(bytes[i], 0);
	cmpl_free(bytes);
	cmpl_free(nothing);
	cmpl_free(NULL);

	test_case("sizes that overflow are out of memory, not a small block");
	CHECK(!cmpl_alloc_array(SIZE_MAX / 2, 4));
	CHECK(!cmpl_alloc_array(SIZE_MAX, SIZE_MAX));
	CHECK(!cmpl_realloc_array(NULL, SIZE_MAX / 8 + 1, 16));
	CHECK(!cmpl_alloc(SIZE_MAX));
}

static void test_growing(void)
{
	int *items = NULL;
	size_t capacity = 0;

	test_case("an array grows when full and keeps what is in it");
	for (size_t i = 0; i < 1000; i++) {
		CHECK(cmpl_grow((void **)&items, &capacity, i, sizeof(*items)));
		items[i] = (int)i;
	}
	for (size_t i = 0; i < 1000; i++)
		CHECK_NUMBER(items[i], i);
	CHECK_NUMBER(capacity, 1024);

	test_case("when it cannot grow nothing changes");
	cmpl_memory_fail_at(1);
	CHECK(!cmpl_grow((void **)&items, &capacity, capacity, sizeof(*items)));
	CHECK_NUMBER(capacity, 1024);
	CHECK_NUMBER(items[999], 999);
	cmpl_memory_fail_at(0);
	capacity = SIZE_MAX / 2 + 1;
	CHECK(!cmpl_grow((void **)&items, &capacity, capacity, sizeof(*items)));
	cmpl_free(items);
}

static void test_failing(void)
{
	long before = cmpl_memory_count();
	void *first, *second, *third;

	test_case("the second allocation from now fails, and only that");
	cmpl_memory_fail_at(2);
	first = cmpl_alloc(1);
	second = cmpl_alloc(1);
	third = cmpl_alloc(1);
	CHECK(first && !second && third);
	CHECK_NUMBER(cmpl_memory_count() - before, 3);
	cmpl_memory_fail_at(0);
	cmpl_free(first);
	cmpl_free(third);
}

struct old_request {
	size_t size;
	int32_t first;
	int32_t second;
};

struct new_request {
	size_t size;
	int32_t first;
	int32_t second;
	int64_t third;
};

static void test_requests(void)
{
	struct old_request old = { sizeof(old), 1, 2 }, own_old;
	struct new_request new = { sizeof(new), 1, 2, 0 }, own_new;

	test_case("an older caller's missing members read as not stated");
	CHECK(cmpl_abi_read(&own_new, sizeof(own_new), &old));
	CHECK(own_new.first == 1 && own_new.second == 2 && own_new.third == 0);
	CHECK_NUMBER(own_new.size, sizeof(own_new));

	test_case("a newer caller's unknown members are fine while zero");
	CHECK(cmpl_abi_read(&own_old, sizeof(own_old), &new));
	CHECK(own_old.first == 1 && own_old.second == 2);
	test_case("and are refused when they say something");
	new.third = 1;
	CHECK(!cmpl_abi_read(&own_old, sizeof(own_old), &new));

	test_case("no size, or one that holds nothing, is the caller's bug");
	old.size = 0;
	CHECK(!cmpl_abi_read(&own_old, sizeof(own_old), &old));
	old.size = sizeof(size_t);
	CHECK(!cmpl_abi_read(&own_old, sizeof(own_old), &old));
	old.size = 1 << 20;
	CHECK(!cmpl_abi_read(&own_old, sizeof(own_old), &old));
	CHECK(!cmpl_abi_read(&own_old, sizeof(own_old), NULL));
}

int main(void)
{
	test_allocation();
	test_growing();
	test_failing();
	test_requests();
	return test_finish();
}
