/* SPDX-License-Identifier: MIT */
#pragma once

#include "base/text.h"

/*
 * Compact JSON into a growing string; commas are put where they belong. A key is an id or a word of
 * the library's own and stands as it is: nothing in it is escaped.
 */
struct cmpl_json {
	struct cmpl_string *out;
	bool needs_comma;
	struct cmpl_string
		made; /* where the writers put a text together; cmpl_json_end() frees it */
};

void cmpl_json_begin(struct cmpl_json *json, struct cmpl_string *out);
void cmpl_json_end(struct cmpl_json *json);
void cmpl_json_open(struct cmpl_json *json, const char *key,
		    char bracket); /* '{' or '['; key NULL inside a list */
void cmpl_json_close(struct cmpl_json *json, char bracket);
void cmpl_json_text(struct cmpl_json *json, const char *key,
		    const char *text); /* text NULL writes null */
void cmpl_json_slice(struct cmpl_json *json, const char *key,
		     struct cmpl_slice text); /* the same */
void cmpl_json_number(struct cmpl_json *json, const char *key, int64_t number);
void cmpl_json_truth(struct cmpl_json *json, const char *key, bool value);
void cmpl_json_null(struct cmpl_json *json, const char *key);
/* Does it stand in JSON as it is, with nothing to escape and nothing that is not UTF-8? */
bool cmpl_json_stands(const char *text, size_t length);
