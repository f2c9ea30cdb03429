/* SPDX-License-Identifier: MIT */
#include "tool.h"

#include <string.h>

/* A name has neither a dot nor a stroke; a file has one of them. */
static int looks_like_file(const char *name)
{
	return strpbrk(name, "./") != NULL;
}

static int load_file(const char *path, struct complaint_calendar **ret_calendar)
{
	struct complaint_diagnostics *diagnostics = NULL;
	complaint_status status;

	complaint_diagnostics_new(&diagnostics);
	status = complaint_calendar_load_file(path, ret_calendar, diagnostics);
	print_diagnostics(stderr, diagnostics);
	if (status != COMPLAINT_OK && complaint_diagnostics_count(diagnostics) == 0)
		complain_status(path, status);
	complaint_diagnostics_free(diagnostics);
	if (status == COMPLAINT_OK)
		return TOOL_CLEAN;
	return status == COMPLAINT_ERR_INVALID_FILE ? TOOL_FAULTS : TOOL_TROUBLE;
}

int load_calendar(const char *name, struct complaint_calendar **ret_calendar)
{
	complaint_status status;

	if (looks_like_file(name))
		return load_file(name, ret_calendar);
	status = complaint_calendar_load_bundled(name, COMPLAINT_NUL_TERMINATED, ret_calendar);
	if (status == COMPLAINT_OK)
		return TOOL_CLEAN;
	if (status == COMPLAINT_ERR_NOT_FOUND) {
		complain("there is no such calendar (`complaint calendar list` names them)", name);
		return TOOL_TROUBLE;
	}
	complain_status(name, status);
	return TOOL_TROUBLE;
}
