/* SPDX-License-Identifier: MIT */
#pragma once

#include <stddef.h>

/*
 * "Did you mean": feed candidates one by one, then ask for the nearest. A candidate
 * counts when its distance (insert, delete, replace, swap of neighbours) is at most
 * a third of the longer length, and at least 1 is allowed.
 */
struct cmpl_suggest {
	const char *wanted;
	size_t length;
	const char *best;
	size_t best_length;
	size_t best_distance;
};

void cmpl_suggest_begin(struct cmpl_suggest *suggest, const char *wanted, size_t length);
void cmpl_suggest_offer(struct cmpl_suggest *suggest, const char *candidate, size_t length);
/*
 * The best candidate, NULL when none is near; its length in *ret_length. Borrowed from the
 * candidates.
 */
const char *cmpl_suggest_best(const struct cmpl_suggest *suggest, size_t *ret_length);
