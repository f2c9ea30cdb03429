/* SPDX-License-Identifier: MIT */
#pragma once

#include "base/text.h"
#include "tree/form.h"

/* Tokens of RFC 8259, with their places. */
enum cmpl_json_token {
	CMPL_JSON_FAULT, /* reported */
	CMPL_JSON_END,
	CMPL_JSON_OPEN_MAP,
	CMPL_JSON_CLOSE_MAP,
	CMPL_JSON_OPEN_LIST,
	CMPL_JSON_CLOSE_LIST,
	CMPL_JSON_COLON,
	CMPL_JSON_COMMA,
	CMPL_JSON_STRING,
	CMPL_JSON_LITERAL /* a number, true, false, null */
};

struct cmpl_json_scanner {
	struct cmpl_form *form;
	size_t at;
	struct cmpl_place here;  /* of `at` */
	struct cmpl_place place; /* of the token */
	struct cmpl_string text; /* of a string, unescaped; of a literal, as written */
};

enum cmpl_json_token cmpl_json_scan(struct cmpl_json_scanner *scanner);

/* A fault of syntax: message and hint. */
void cmpl_json_refuse(struct cmpl_json_scanner *scanner, struct cmpl_place place,
		      const char *message, const char *hint);
