/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <complaint/base.h>

#include "base/text.h"
#include "tree/source.h"

/* One step of a path that stays inside: not empty, not ".", not "..". */
static bool is_plain_part(const char *part, size_t length)
{
	return length > 0 && !cmpl_text_is(part, length, ".") && !cmpl_text_is(part, length, "..");
}

bool cmpl_source_stays_inside(const char *name, size_t length)
{
	size_t start = 0;
	uint32_t character = 0;

	for (size_t at = 0; at < length;) {
		size_t size = cmpl_utf8_next(name + at, length - at, &character);

		/* ":" too: on Windows "c:x" leaves the folder. */
		if (size == 0 || cmpl_character_is_control(character) || character == '\\' ||
		    character == ':')
			return false;
		if (character == '/') {
			if (!is_plain_part(name + start, at - start))
				return false;
			start = at + 1;
		}
		at += size;
	}
	return is_plain_part(name + start, length - start);
}

char *cmpl_source_beside(const char *path, const char *name, size_t length)
{
	struct cmpl_string beside = { 0 };
	const char *slash = strrchr(path, '/');

	length = cmpl_text_length(name, length);
	if (!cmpl_source_stays_inside(name, length))
		return NULL;
	if (slash)
		cmpl_string_add_bytes(&beside, path, (size_t)(slash - path) + 1);
	cmpl_string_add_bytes(&beside, name, length);
	return cmpl_string_take(&beside);
}
