/* SPDX-License-Identifier: MIT */
/* Dates, moments and numbers from any text: what is taken is written back as the same. */
#include <string.h>

#include <complaint/complaint.h>

#include "base/date.h"

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const char *text = (const char *)bytes;
	complaint_moment moment = 0, again = 1;
	complaint_day day = 0, same = 1;
	char written[64];

	if (complaint_day_from_text(text, length, &day) == COMPLAINT_OK) {
		HOLDS(length == 10);
		HOLDS(complaint_day_to_text(day, written, sizeof(written)) == COMPLAINT_OK);
		HOLDS(memcmp(written, text, 10) == 0);
	}
	if (complaint_moment_from_text(text, length, &moment) == COMPLAINT_OK) {
		HOLDS(complaint_moment_to_text(moment, "Europe/London", written, sizeof(written)) ==
		      COMPLAINT_OK);
		HOLDS(complaint_moment_from_text(written, COMPLAINT_NUL_TERMINATED, &again) ==
		      COMPLAINT_OK);
		HOLDS(again == moment);
	}
	if (complaint_day_from_date(length > 0 ? 1900 + bytes[0] : 0, length > 1 ? bytes[1] : 0,
				    length > 2 ? bytes[2] : 0, &same) == COMPLAINT_OK) {
		int32_t year, month, date;

		HOLDS(complaint_day_get_date(same, &year, &month, &date) == COMPLAINT_OK);
		HOLDS(year == 1900 + bytes[0] && month == bytes[1] && date == bytes[2]);
	}
	return 0;
}
