/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <stdio.h>
#include <string.h>

#include <complaint/base.h>

#include "base/memory.h"

void cmpl_string_free(struct cmpl_string *string)
{
	if (!string)
		return;
	cmpl_free(string->text);
	memset(string, 0, sizeof(*string));
}

void cmpl_string_clear(struct cmpl_string *string)
{
	string->length = 0;
	string->failed = false;
	if (string->text)
		string->text[0] = '\0';
}

static bool grow(struct cmpl_string *string, size_t more)
{
	size_t wanted = string->capacity ? string->capacity : 32;
	char *grown;

	if (string->failed || more > PTRDIFF_MAX - 1 - string->length) {
		string->failed = true;
		return false;
	}
	while (wanted <= string->length + more)
		wanted *= 2;
	grown = cmpl_realloc_array(string->text, wanted, 1);
	if (!grown) {
		string->failed = true;
		return false;
	}
	string->text = grown;
	string->capacity = wanted;
	return true;
}

/* Room for `more` bytes and the NUL; after a failure there is none, however much there was. */
static inline bool reserve(struct cmpl_string *string, size_t more)
{
	if (more < string->capacity - string->length && !string->failed)
		return true;
	return grow(string, more);
}

char *cmpl_string_extend(struct cmpl_string *string, size_t more)
{
	return reserve(string, more) ? string->text + string->length : NULL;
}

void cmpl_string_add(struct cmpl_string *string, const char *text)
{
	cmpl_string_add_bytes(string, text, strlen(text));
}

void cmpl_string_add_bytes(struct cmpl_string *string, const char *bytes, size_t length)
{
	if (!reserve(string, length))
		return;
	if (length > 0)
		memcpy(string->text + string->length, bytes, length);
	string->length += length;
	string->text[string->length] = '\0';
}

void cmpl_string_add_char(struct cmpl_string *string, char c)
{
	if (!reserve(string, 1))
		return;
	string->text[string->length++] = c;
	string->text[string->length] = '\0';
}

void cmpl_string_add_number(struct cmpl_string *string, int64_t number)
{
	char digits[20];
	size_t at = sizeof(digits);
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		cmpl_string_add_char(string, '-');
	cmpl_string_add_bytes(string, digits + at, sizeof(digits) - at);
}

void cmpl_string_addf(struct cmpl_string *string, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	cmpl_string_addv(string, format, arguments);
	va_end(arguments);
}

void cmpl_string_addv(struct cmpl_string *string, const char *format, va_list arguments)
{
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0 || !reserve(string, (size_t)length)) {
		string->failed = true;
		return;
	}
	vsnprintf(string->text + string->length, (size_t)length + 1, format, arguments);
	string->length += (size_t)length;
}

const char *cmpl_string_text(const struct cmpl_string *string)
{
	return string->text ? string->text : "";
}

char *cmpl_string_take(struct cmpl_string *string)
{
	char *text = NULL;

	if (!string->failed && reserve(string, 0)) {
		text = string->text;
		text[string->length] = '\0';
		string->text = NULL;
	}
	cmpl_string_free(string);
	return text;
}

char *cmpl_text_copy(const char *text, size_t length)
{
	char *copy;

	length = cmpl_text_length(text, length);
	if (length == SIZE_MAX)
		return NULL;
	copy = cmpl_alloc(length + 1);
	if (copy && length > 0)
		memcpy(copy, text, length);
	return copy;
}

size_t cmpl_text_length(const char *text, size_t length)
{
	if (!text)
		return 0;
	return length == COMPLAINT_NUL_TERMINATED ? strlen(text) : length;
}

bool cmpl_text_equal(const char *a, size_t a_length, const char *b, size_t b_length)
{
	return a_length == b_length && (a_length == 0 || memcmp(a, b, a_length) == 0);
}

bool cmpl_text_is(const char *a, size_t a_length, const char *b)
{
	/* Most that are compared begin otherwise; then nobody looks for the end. */
	return (a_length == 0 || *a == *b) && cmpl_text_equal(a, a_length, b, strlen(b));
}
