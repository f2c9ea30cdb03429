/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_GROWING_H
#define COMPLAINT_TOOL_GROWING_H

/* A text that grows. */

#include <stddef.h>

struct growing {
	char *text; /* NUL-terminated; NULL while nothing was appended. Free with free(). */
	size_t length, room;
	int failed; /* out of memory: nothing more is appended */
};

void grow(struct growing *growing, const char *piece, size_t length);
void grow_text(struct growing *growing, const char *piece);
void grow_blanks(struct growing *growing, size_t count);
void free_growing(struct growing *growing);

#endif
