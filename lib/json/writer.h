/* SPDX-License-Identifier: MIT */
#pragma once

#include "base/text.h"

/* Compact JSON into a growing string; commas are put where they belong. */
struct cmpl_json {
	struct cmpl_string *out;
	bool needs_comma;
};

void cmpl_json_begin(struct cmpl_json *json, struct cmpl_string *out);
void cmpl_json_open(struct cmpl_json *json, const char *key,
		    char bracket); /* '{' or '['; key NULL inside a list */
void cmpl_json_close(struct cmpl_json *json, char bracket);
void cmpl_json_text(struct cmpl_json *json, const char *key,
		    const char *text); /* text NULL writes null */
void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number);
void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value);
void cmpl_json_null(struct cmpl_json *json, const char *key);
