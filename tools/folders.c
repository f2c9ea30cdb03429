/* SPDX-License-Identifier: MIT */
/* The files below a folder, in the order of their names. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* Folders lie in folders; a rule folder lies two below the top. */
#define DEEPEST 8

struct walk {
	int (*wanted)(const char *name);
	void (*visit)(void *whose, const char *path);
	void *whose;
};

static int ends_in_slash(const char *folder)
{
	size_t length = strlen(folder);

	return length > 0 && folder[length - 1] == '/';
}

static size_t walk_folder(const struct walk *walk, const char *folder, int depth)
{
	struct dirent **entries = NULL;
	int count = depth < DEEPEST ? scandir(folder, &entries, NULL, alphasort) : 0;
	size_t files = 0;

	for (int i = 0; i < count; i++) {
		size_t size = strlen(folder) + strlen(entries[i]->d_name) + 2;
		char *path = malloc(size);

		if (path && entries[i]->d_name[0] != '.') {
			snprintf(path, size, "%s%s%s", folder, ends_in_slash(folder) ? "" : "/",
				 entries[i]->d_name);
			if (is_directory(path)) {
				files += walk_folder(walk, path, depth + 1);
			} else if (walk->wanted(entries[i]->d_name)) {
				walk->visit(walk->whose, path);
				files++;
			}
		}
		free(path);
		free(entries[i]);
	}
	free(entries);
	return files;
}

size_t each_file_below(const char *folder, int (*wanted)(const char *name),
		       void (*visit)(void *whose, const char *path), void *whose)
{
	const struct walk walk = { wanted, visit, whose };

	return walk_folder(&walk, folder, 0);
}
