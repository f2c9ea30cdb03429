/* SPDX-License-Identifier: MIT */
#include <complaint/version.h>

#define TEXT_OF(value) #value
#define TEXT(value) TEXT_OF(value)

uint32_t
complaint_version_number(void)
{
	return COMPLAINT_VERSION_NUMBER;
}

const char *
complaint_version_text(void)
{
	return TEXT(COMPLAINT_VERSION_MAJOR) "." TEXT(COMPLAINT_VERSION_MINOR) "." TEXT(
		COMPLAINT_VERSION_PATCH);
}
