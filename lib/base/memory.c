/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A host may load on several threads while nobody tests: plain counters, never a lock. */
static atomic_long allocations;
static atomic_long fail_at; /* 0: off; else the number of the allocation that fails */

static bool may_allocate(void)
{
	long number = atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) + 1;
	long chosen = atomic_load_explicit(&fail_at, memory_order_relaxed);

	return chosen == 0 || number != chosen;
}

/* size_t can hold the product and malloc may be asked for it. */
static bool multiply(size_t count, size_t item, size_t *ret_size)
{
	if (item != 0 && count > (size_t)PTRDIFF_MAX / item)
		return false;
	*ret_size = count * item;
	return true;
}

void *cmpl_alloc(size_t size)
{
	return cmpl_alloc_array(1, size);
}

void *cmpl_alloc_array(size_t count, size_t item)
{
	size_t size;

	if (!multiply(count, item, &size) || !may_allocate())
		return NULL;
	return calloc(1, size ? size : 1);
}

void *cmpl_realloc_array(void *old, size_t count, size_t item)
{
	size_t size;

	if (!multiply(count, item, &size) || !may_allocate())
		return NULL;
	return realloc(old, size ? size : 1);
}

void cmpl_free(void *pointer)
{
	free(pointer);
}

bool cmpl_grow(void **items, size_t *capacity, size_t count, size_t item)
{
	size_t wanted;
	void *grown;

	if (count < *capacity)
		return true;
	if (*capacity > SIZE_MAX / 2)
		return false;
	wanted = *capacity ? *capacity * 2 : 8;

	grown = cmpl_realloc_array(*items, wanted, item);
	if (!grown)
		return false;
	*items = grown;
	*capacity = wanted;
	return true;
}

void cmpl_memory_fail_at(long n)
{
	long now = atomic_load_explicit(&allocations, memory_order_relaxed);

	atomic_store_explicit(&fail_at, n > 0 ? now + n : 0, memory_order_relaxed);
}

long cmpl_memory_count(void)
{
	return atomic_load_explicit(&allocations, memory_order_relaxed);
}
