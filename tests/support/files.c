/* SPDX-License-Identifier: MIT */
#include "support/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/test.h"

/* Paths given out: `made` ones are removed again, the others only freed. */
static struct {
	char *path;
	bool made;
} paths[512];
static size_t path_count;
static char folder[256];

static void stop(const char *what, const char *path)
{
	fprintf(stderr, "cannot %s %s\n", what, path);
	exit(1);
}

static const char *remember(const char *front, const char *path, bool made)
{
	size_t size = strlen(front) + strlen(path) + 2;
	char *whole = malloc(size);

	if (!whole || path_count == COUNT_OF(paths))
		stop("remember", path);
	snprintf(whole, size, "%s/%s", front, path);
	paths[path_count].path = whole;
	paths[path_count++].made = made;
	return whole;
}

const char *test_source(const char *path)
{
	return remember(SOURCE_ROOT, path, false);
}

const char *test_folder(void)
{
	const char *place = getenv("TMPDIR");

	if (!folder[0]) {
		snprintf(folder, sizeof(folder), "%s/complaint-test-XXXXXX",
			 place && place[0] ? place : "/tmp");
		if (!mkdtemp(folder))
			stop("make", folder);
	}
	return folder;
}

/* "a/b/c.yaml": the folders a and a/b. They are remembered, to be removed after what is in them. */
static void make_folders(const char *name)
{
	for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
		char part[256];
		char whole[600];

		snprintf(part, sizeof(part), "%.*s", (int)(slash - name), name);
		snprintf(whole, sizeof(whole), "%s/%s", test_folder(), part);
		if (mkdir(whole, 0700) == 0)
			remember(test_folder(), part, true);
	}
}

const char *test_write_file(const char *name, const char *bytes, size_t length)
{
	const char *path;
	FILE *file;

	make_folders(name);
	path = remember(test_folder(), name, true);
	file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
		stop("write", path);
	return path;
}

char *test_read_file(const char *path, size_t *ret_length)
{
	FILE *file = fopen(path, "rb");
	size_t length = 0, capacity = 65536, got;
	char *bytes = malloc(capacity + 1);

	if (!file || !bytes)
		stop("read", path);
	while ((got = fread(bytes + length, 1, capacity - length, file)) > 0) {
		length += got;
		if (length == capacity) {
			capacity *= 2;
			bytes = realloc(bytes, capacity + 1);
			if (!bytes)
				stop("read", path);
		}
	}
	if (ferror(file))
		stop("read", path);
	fclose(file);
	bytes[length] = '\0';
	if (ret_length)
		*ret_length = length;
	return bytes;
}

void test_remove_files(void)
{
	while (path_count > 0) {
		path_count--;
		if (paths[path_count].made)
			remove(paths[path_count].path);
		free(paths[path_count].path);
	}
	if (folder[0])
		remove(folder);
	folder[0] = '\0';
}

char *test_diagnostics_text(const struct complaint_diagnostics *diags)
{
	size_t count = complaint_diagnostics_count(diags), size = 1;
	char *all;

	for (size_t i = 0; i < count; i++)
		size += strlen(complaint_diagnostics_get_text(diags, i)) + 1;
	all = malloc(size);
	if (!all)
		stop("join", "diagnostics");
	all[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		strcat(all, complaint_diagnostics_get_text(diags, i));
		strcat(all, "\n");
	}
	return all;
}

bool test_is_slow(void)
{
	return getenv("COMPLAINT_TEST_SLOW") != NULL;
}
