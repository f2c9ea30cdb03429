/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * libical has races in its parser, its iterator and its zones, even on separate inputs: every call
 * of it stands between these two, in the whole process. It is the library's one global state.
 */
void cmpl_ical_lock(void);
void cmpl_ical_unlock(void);
