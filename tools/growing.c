/* SPDX-License-Identifier: MIT */
#include "growing.h"

#include <stdlib.h>
#include <string.h>

void grow(struct growing *growing, const char *piece, size_t length)
{
	if (!growing->failed && growing->length + length + 1 > growing->room) {
		size_t room = (growing->length + length + 1) * 2;
		char *text = realloc(growing->text, room);

		growing->failed = !text;
		if (text) {
			growing->text = text;
			growing->room = room;
		}
	}
	if (growing->failed)
		return;
	memcpy(growing->text + growing->length, piece, length);
	growing->length += length;
	growing->text[growing->length] = '\0';
}

void grow_text(struct growing *growing, const char *piece)
{
	grow(growing, piece, strlen(piece));
}

void grow_blanks(struct growing *growing, size_t count)
{
	for (; count > 0; count--)
		grow(growing, " ", 1);
}

void free_growing(struct growing *growing)
{
	free(growing->text);
	*growing = (struct growing){ 0 };
}
