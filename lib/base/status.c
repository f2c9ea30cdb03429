/* SPDX-License-Identifier: MIT */
#include <complaint/base.h>

static const char *const names[] = {
	[COMPLAINT_OK] = "ok",
	[COMPLAINT_ERR_BAD_ARGUMENT] = "bad argument",
	[COMPLAINT_ERR_NO_MEMORY] = "no memory",
	[COMPLAINT_ERR_IO] = "file cannot be read",
	[COMPLAINT_ERR_INVALID_FILE] = "invalid file",
	[COMPLAINT_ERR_OUT_OF_RANGE] = "out of range",
	[COMPLAINT_ERR_NOT_FOUND] = "not found",
	[COMPLAINT_ERR_NOT_BUILT_IN] = "not built in",
	[COMPLAINT_ERR_WRONG_TYPE] = "wrong type",
	[COMPLAINT_ERR_CONFLICT] = "conflict",
};

const char *
complaint_status_text(complaint_status status)
{
	if (status < 0 || (size_t)status >= sizeof(names) / sizeof(names[0]))
		return "unknown status";
	return names[status];
}
