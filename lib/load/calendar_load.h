/* SPDX-License-Identifier: MIT */
#pragma once

#include <complaint/calendar.h>

#include "calendar/calendar.h"
#include "diag/diagnostics.h"

/*
 * The calendar that a policy names: a bundled one ("england-and-wales"), or a `.yaml` or `.ics`
 * file of the policy's own folder ("office.yaml"), or a text the host gave under that name.
 *
 * `policy_path` is the policy file itself; NULL when it was loaded from memory, and then only
 * bundled names and `texts` count. Texts come before files of the folder. `file` and `place`
 * say where the name stands, for a fault in the name itself (`calendar-unknown`,
 * `calendar-outside-folder`); faults inside the calendar's file carry that file's own name.
 * On success the caller owns *ret.
 */
complaint_status cmpl_calendar_load_named(const char *policy_path, const char *name, size_t length,
					  const struct complaint_text *texts, size_t text_count,
					  struct complaint_calendar **ret,
					  struct complaint_diagnostics *diags, const char *file,
					  struct cmpl_place place);
