/* SPDX-License-Identifier: MIT */
#include "tree/form.h"

#include <stdarg.h>
#include <string.h>

#include "base/plain.h"
#include "base/text.h"
#include "tree/limits.h"

#define BYTE_ORDER_MARK 0xfeff

static const struct cmpl_place whole_file = { 0, 0 };

void cmpl_form_fault(struct cmpl_form *form, enum cmpl_code code, struct cmpl_place place,
		     const char *format, ...)
{
	struct cmpl_string message = { 0 };
	va_list arguments;

	form->faults++;
	if (!form->diags)
		return;
	va_start(arguments, format);
	cmpl_string_addv(&message, format, arguments);
	va_end(arguments);
	form->no_memory = form->no_memory || message.failed;
	cmpl_diag_add(form->diags, COMPLAINT_SEVERITY_ERROR, code, form->file, place, "%s",
		      cmpl_string_text(&message));
	form->no_memory = form->no_memory || cmpl_diag_out_of_memory(form->diags);
	cmpl_string_free(&message);
}

bool cmpl_form_no_memory(const struct cmpl_form *form)
{
	return form->no_memory || cmpl_diag_out_of_memory(form->diags);
}

static bool check_size(struct cmpl_form *form)
{
	if (form->length > CMPL_LIMIT_FILE) {
		cmpl_form_fault(form, CMPL_CODE_FILE_TOO_LARGE, whole_file,
				"the file has %zu bytes, but may have %d at most", form->length,
				CMPL_LIMIT_FILE);
		cmpl_diag_hint(form->diags, "a rule file is one policy; split the rest off");
		return false;
	}
	if (form->length == 0) {
		cmpl_form_fault(form, CMPL_CODE_EMPTY_FILE, whole_file, "the file is empty");
		cmpl_diag_hint(form->diags, "begin with \"format: 1\" and \"kind:\"");
		return false;
	}
	return true;
}

/* Windows' editors begin a file so; elsewhere it is an invisible part of a name. */
static void drop_mark(struct cmpl_form *form)
{
	if (form->length >= 3 && memcmp(form->bytes, "\xef\xbb\xbf", 3) == 0) {
		form->bytes += 3;
		form->length -= 3;
	}
}

static void refuse_encoding(struct cmpl_form *form, struct cmpl_place place, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)form->bytes;

	if (at == 0 && form->length >= 2 &&
	    ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
		cmpl_form_fault(form, CMPL_CODE_NOT_UTF8, whole_file,
				"the file is in UTF-16, not in UTF-8");
	else
		cmpl_form_fault(form, CMPL_CODE_NOT_UTF8, place,
				"the byte \\x%02x is not UTF-8 here", (unsigned)bytes[at]);
	cmpl_diag_hint(form->diags, "save the file with the encoding UTF-8");
}

/* libyaml takes NEL, LS and PS for line breaks, and a NUL for the end: places would be wrong. */
static bool is_forbidden(const char *at, size_t rest, uint32_t character)
{
	if (character == '\n' || character == '\t')
		return false;
	if (character == '\r')
		return rest < 2 || at[1] != '\n';
	return cmpl_character_is_control(character) || character == BYTE_ORDER_MARK ||
	       character == 0xfffe || character == 0xffff;
}

static void refuse_character(struct cmpl_form *form, struct cmpl_place place, uint32_t character)
{
	struct cmpl_string escaped = { 0 };

	if (character == BYTE_ORDER_MARK) {
		cmpl_form_fault(form, CMPL_CODE_BYTE_ORDER_MARK, place,
				"a byte order mark stands here, which nobody sees");
		cmpl_diag_hint(form->diags, "delete it; one may stand at the very start only");
		return;
	}
	cmpl_string_add_escaped(&escaped, character);
	cmpl_form_fault(form, CMPL_CODE_CONTROL_CHARACTER, place,
			"the control character %s stands here", cmpl_string_text(&escaped));
	cmpl_diag_hint(form->diags,
		       character == '\r'
			       ? "end lines with a line feed, or with both, as Windows does"
			       : "delete it, or write a space");
	form->no_memory = form->no_memory || escaped.failed;
	cmpl_string_free(&escaped);
}

bool cmpl_form_check_bytes(struct cmpl_form *form, bool refuse_tabs)
{
	struct cmpl_place place = { 1, 1 };
	uint32_t tab_line = 0, refused_line = 0,
		 character = 0; /* one fault of a kind a line will do */
	size_t size;

	if (!check_size(form))
		return false;
	drop_mark(form);

	for (size_t at = 0;; at += size) {
		size = cmpl_plain_length(form->bytes + at, form->length - at, false);
		place.column += (uint32_t)size;
		at += size;
		if (at == form->length)
			break;
		size = cmpl_utf8_next(form->bytes + at, form->length - at, &character);
		if (size == 0) {
			refuse_encoding(form, place, at);
			return false;
		}
		if (is_forbidden(form->bytes + at, form->length - at, character)) {
			if (refused_line != place.line)
				refuse_character(form, place, character);
			refused_line = place.line;
		}
		if (character == '\t' && refuse_tabs && tab_line != place.line) {
			cmpl_form_fault(form, CMPL_CODE_TAB, place, "a tab stands here");
			cmpl_diag_hint(form->diags, "write spaces; two for each level");
			tab_line = place.line;
		}
		place.column++;
		if (character == '\n')
			place = (struct cmpl_place){ place.line + 1, 1 };
	}
	return refused_line == 0;
}

void cmpl_form_check_text(struct cmpl_form *form, struct cmpl_place place, const char *text,
			  size_t length)
{
	struct cmpl_string escaped = { 0 };
	uint32_t character = 0;
	size_t size;

	for (size_t at = cmpl_plain_length(text, length, false); at < length; at += size) {
		size = cmpl_utf8_next(text + at, length - at, &character);
		if (size == 0)
			break;
		if (!cmpl_character_is_control(character) || character == '\n' || character == '\t')
			continue;
		cmpl_string_add_escaped(&escaped, character);
		cmpl_form_fault(form, CMPL_CODE_CONTROL_CHARACTER, place,
				"the text has the control character %s",
				cmpl_string_text(&escaped));
		cmpl_diag_hint(form->diags, "leave that escape out");
		form->no_memory = form->no_memory || escaped.failed;
		break;
	}
	cmpl_string_free(&escaped);
}
