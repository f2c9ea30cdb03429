/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A target is fed any bytes at all and must neither crash, leak, hang nor break what it checks by
 * abort(). Under an engine these are found by it; without one replay.c feeds a corpus.
 */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* What holds for any input. Not assert(): that is gone in a release build. */
#define HOLDS(condition)                                                                           \
	do {                                                                                       \
		if (!(condition))                                                                  \
			abort();                                                                   \
	} while (0)
