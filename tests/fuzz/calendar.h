/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/complaint.h>

/* Load as a file of this name, and ask the calendar round its ends and its middle. */
void fuzz_calendar(const char *name, const uint8_t *bytes, size_t length);
