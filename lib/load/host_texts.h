/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>

#include <complaint/calendar.h>

/*
 * Texts that the host holds, in an array of structs of any age: the first one's size is the stride.
 */

/* Has every one a name, and bytes where it has a length? */
bool cmpl_host_texts_valid(const struct complaint_text *texts, size_t count);
/* One of them; its length is counted out. False: it is no such struct. */
bool cmpl_host_text_at(const struct complaint_text *texts, size_t index,
		       struct complaint_text *ret_text);
