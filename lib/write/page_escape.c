/* SPDX-License-Identifier: MIT */
#include "write/page.h"

#include <string.h>

static const char *html_entity(uint32_t character)
{
	switch (character) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

/* What Markdown takes for its own anywhere in a line; the beginnings of lines are page.c's. */
static bool is_markdown(uint32_t character)
{
	return character < 0x80 && strchr("\\`*_[]<>&|~", (int)character) != NULL;
}

static void add_character(struct cmpl_string *out, int32_t format, uint32_t character,
			  const char *bytes, size_t length)
{
	const char *entity = format == COMPLAINT_FORMAT_HTML ? html_entity(character) : NULL;

	if (character == '\n' || character == '\t') {
		cmpl_string_add_char(out, ' ');
	} else if (cmpl_character_is_control(character) ||
		   cmpl_character_is_bidi_control(character)) {
		cmpl_string_add_escaped(out, character);
	} else if (entity) {
		cmpl_string_add(out, entity);
	} else {
		if (format == COMPLAINT_FORMAT_MARKDOWN && is_markdown(character))
			cmpl_string_add_char(out, '\\');
		cmpl_string_add_bytes(out, bytes, length);
	}
}

void cmpl_page_escape(struct cmpl_string *out, int32_t format, const char *text, size_t length)
{
	while (length > 0) {
		uint32_t character = 0;
		size_t bytes = cmpl_utf8_next(text, length, &character);

		if (bytes == 0) { /* the loaders let none through */
			character = 0xFFFD;
			bytes = 1;
			cmpl_string_add(out, "?");
		} else {
			add_character(out, format, character, text, bytes);
		}
		text += bytes;
		length -= bytes;
	}
}
