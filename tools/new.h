/* SPDX-License-Identifier: MIT */
#ifndef COMPLAINT_TOOL_NEW_H
#define COMPLAINT_TOOL_NEW_H

/*
 * What the files of `complaint new` share: texts in pieces, NULL at the end, with names between @
 * signs that new.c fills in.
 */
extern const char *const new_policy_text[], *const new_scenarios_text[];

#endif
