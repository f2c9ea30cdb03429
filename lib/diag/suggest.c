/* SPDX-License-Identifier: MIT */
#include "diag/suggest.h"

#include <stdint.h>
#include <string.h>

/* Longer names than the longest key have no near neighbour worth the time. */
#define LONGEST 128

static size_t allowed_distance(size_t a, size_t b)
{
	size_t longer = a > b ? a : b;

	return longer < 6 ? 1 : longer / 3;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Three rows roll by: swaps of neighbours look two rows back. Gives up once a row exceeds the
 * limit.
 */
static size_t distance_within(const char *a, size_t a_length, const char *b, size_t b_length,
			      size_t limit)
{
	uint8_t rows[3][LONGEST + 1];
	uint8_t *before = rows[0], *last = rows[1], *row = rows[2];

	for (size_t j = 0; j <= b_length; j++)
		last[j] = (uint8_t)j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t smallest = i;
		uint8_t *oldest = before;

		row[0] = (uint8_t)i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
			size_t value =
				least(least(row[j - 1] + 1u, last[j] + 1u), last[j - 1] + cost);

			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				value = least(value, before[j - 2] + 1u);
			row[j] = (uint8_t)value;
			smallest = least(smallest, value);
		}
		if (smallest > limit)
			return smallest;
		before = last;
		last = row;
		row = oldest;
	}
	return last[b_length];
}

void cmpl_suggest_begin(struct cmpl_suggest *suggest, const char *wanted, size_t length)
{
	memset(suggest, 0, sizeof(*suggest));
	suggest->wanted = wanted;
	suggest->length = length;
	suggest->best_distance = LONGEST + 1;
}

void cmpl_suggest_offer(struct cmpl_suggest *suggest, const char *candidate, size_t length)
{
	size_t limit = allowed_distance(suggest->length, length);
	size_t apart =
		suggest->length > length ? suggest->length - length : length - suggest->length;
	size_t distance;

	if (suggest->length == 0 || length == 0 || suggest->length > LONGEST || length > LONGEST)
		return;
	/* Only a nearer one than the best so far is of use; of equals the first stays. */
	limit = least(limit, suggest->best_distance - 1);
	if (apart > limit)
		return;

	distance = distance_within(suggest->wanted, suggest->length, candidate, length, limit);
	if (distance <= limit) {
		suggest->best = candidate;
		suggest->best_length = length;
		suggest->best_distance = distance;
	}
}

const char *cmpl_suggest_best(const struct cmpl_suggest *suggest, size_t *ret_length)
{
	if (suggest->best && ret_length)
		*ret_length = suggest->best_length;
	return suggest->best;
}
