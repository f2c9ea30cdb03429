/* SPDX-License-Identifier: MIT */
/*
 * A target without an engine: every file of the corpus as it is, cut short, and with bytes changed,
 * always the same ones. Ends with the line that all tests end with.
 */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

enum { LARGEST = 512 * 1024, CHANGED = 60, CUT = 20 };

static size_t inputs;

static uint32_t next_number(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* A copy of its exact size, so that a sanitizer sees a byte read beyond it. */
static void feed(const uint8_t *bytes, size_t length)
{
	uint8_t *copy = malloc(length ? length : 1);

	HOLDS(copy);
	memcpy(copy, bytes, length);
	LLVMFuzzerTestOneInput(copy, length);
	free(copy);
	inputs++;
}

static void feed_changed(uint8_t *bytes, size_t length)
{
	static const char odd[] = "\0\n\t:-{}[]\"'#&*!|>%@`\\,0123456789\xc3\xff";
	uint32_t state = 2022;

	for (size_t i = 0; i < CUT && length > 0; i++)
		feed(bytes, next_number(&state) % length);
	for (size_t i = 0; i < CHANGED && length > 0; i++) {
		size_t at = next_number(&state) % length;
		uint8_t was = bytes[at];

		bytes[at] = (uint8_t)odd[next_number(&state) % (sizeof(odd) - 1)];
		feed(bytes, length);
		bytes[at] = was;
	}
}

static int replay_file(const char *path)
{
	static uint8_t bytes[LARGEST];
	FILE *file = fopen(path, "rb");
	size_t length;

	if (!file) {
		fprintf(stderr, "%s cannot be read\n", path);
		return 1;
	}
	length = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	feed(bytes, length);
	feed_changed(bytes, length);
	return 0;
}

static int replay_folder(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;
	char name[4096];
	int failed = 0;

	if (!folder)
		return replay_file(path);
	while ((entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		failed += replay_file(name);
	}
	closedir(folder);
	return failed;
}

int main(int argc, char **argv)
{
	int failed = 0;

	for (int i = 1; i < argc; i++)
		failed += replay_folder(argv[i]);
	if (inputs == 0)
		failed++;
	printf("%zu inputs\n%d passed, %d failed\n", inputs, failed ? 0 : 1, failed);
	return failed ? 1 : 0;
}
