/* SPDX-License-Identifier: MIT */
#include "tool.h"

#include <errno.h>
#include <stdlib.h>

int read_number(const char *text, long least, long most, long *ret_number)
{
	char *end = NULL;
	long number;

	errno = 0;
	number = strtol(text, &end, 10);
	if (errno || end == text || *end || number < least || number > most) {
		complain("not a number that fits here", text);
		return 0;
	}
	*ret_number = number;
	return 1;
}

int read_day(const char *text, complaint_day *ret_day)
{
	if (complaint_day_from_text(text, COMPLAINT_NUL_TERMINATED, ret_day) == COMPLAINT_OK)
		return 1;
	complain("not a day such as 2022-09-19", text);
	return 0;
}
