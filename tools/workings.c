/* SPDX-License-Identifier: MIT */
/* The getters that say how a date was counted, of a deadline, a window or an extension, as one. */
#include "compare.h"

/* Only a window has two dates to account for. */
#define WORKING_OF_ONE_DATE(noun)                                                                  \
	static complaint_status noun##_working_day(const void *object, int32_t which,              \
						   size_t index, complaint_day *ret_day)           \
	{                                                                                          \
		(void)which;                                                                       \
		return complaint_##noun##_get_working_day(object, index, ret_day);                 \
	}                                                                                          \
	static const char *noun##_working_text(const void *object, int32_t which, size_t index)    \
	{                                                                                          \
		(void)which;                                                                       \
		return complaint_##noun##_get_working_text(object, index);                         \
	}

WORKING_OF_ONE_DATE(deadline)
WORKING_OF_ONE_DATE(extension)

static complaint_status window_working_day(const void *object, int32_t which, size_t index,
					   complaint_day *ret_day)
{
	return complaint_window_get_working_day(object, which, index, ret_day);
}

static const char *window_working_text(const void *object, int32_t which, size_t index)
{
	return complaint_window_get_working_text(object, which, index);
}

struct actual_working working_of_deadline(const struct complaint_deadline *deadline)
{
	return (struct actual_working){ deadline, 0, complaint_deadline_working_count(deadline),
					deadline_working_day, deadline_working_text };
}

struct actual_working working_of_extension(const struct complaint_extension *extension)
{
	return (struct actual_working){ extension, 0, complaint_extension_working_count(extension),
					extension_working_day, extension_working_text };
}

struct actual_working working_of_window(const struct complaint_window *window, int32_t which)
{
	return (struct actual_working){ window, which,
					complaint_window_working_count(window, which),
					window_working_day, window_working_text };
}
