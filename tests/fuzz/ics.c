/* SPDX-License-Identifier: MIT */
/* A calendar in iCalendar's own form: the fence round libical. */
#include "calendar.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	fuzz_calendar("fuzz.ics", bytes, length);
	return 0;
}
