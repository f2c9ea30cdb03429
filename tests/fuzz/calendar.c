/* SPDX-License-Identifier: MIT */
/* A calendar file, which may name "own.ics". */
#include "calendar.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	fuzz_calendar("fuzz.yaml", bytes, length);
	return 0;
}
