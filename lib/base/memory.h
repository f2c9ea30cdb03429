/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/*
 * The one door to malloc, so that a test can close it. Sizes are checked for
 * overflow; NULL means out of memory and nothing changed.
 */
void *cmpl_alloc(size_t size);                     /* zeroed; size 0 gives a pointer too */
void *cmpl_alloc_array(size_t count, size_t item); /* zeroed */
void *cmpl_realloc_array(void *old, size_t count, size_t item);
void cmpl_free(void *pointer); /* NULL is fine */

/*
 * Room for one more: doubles *capacity when count reaches it. False: out of memory, nothing
 * changed.
 */
bool cmpl_grow(void **items, size_t *capacity, size_t count, size_t item);

/*
 * For tests: the n-th allocation from now fails (1: the next), 0 switches it off. Counts all
 * allocations.
 */
void cmpl_memory_fail_at(long n);
long cmpl_memory_count(void);
