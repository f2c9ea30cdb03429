/* SPDX-License-Identifier: MIT */
#include "load/host_texts.h"

#include "base/abi.h"
#include "base/text.h"

bool cmpl_host_text_at(const struct complaint_text *texts, size_t index,
		       struct complaint_text *ret_text)
{
	const char *first = (const char *)texts;

	if (!cmpl_abi_read(ret_text, sizeof(*ret_text), first + index * texts->size) ||
	    !ret_text->name || (!ret_text->bytes && ret_text->length > 0))
		return false;
	ret_text->bytes = ret_text->bytes ? ret_text->bytes : "";
	ret_text->length = cmpl_text_length(ret_text->bytes, ret_text->length);
	return true;
}

bool cmpl_host_texts_valid(const struct complaint_text *texts, size_t count)
{
	struct complaint_text text;

	if (count > 0 && !texts)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!cmpl_host_text_at(texts, i, &text))
			return false;
	}
	return true;
}
