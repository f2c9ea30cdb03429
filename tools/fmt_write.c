/* SPDX-License-Identifier: MIT */
/*
 * A file is never half written: the new text is written beside it and takes its place by its name.
 * Behind a symbolic link it is the file that changes, and the link stays.
 */
/* realpath() */
#define _XOPEN_SOURCE 700

#include "fmt.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a rule file may have; a longer one is a fault of its own. */
#define LIMIT (256 * 1024)

char *read_whole(const char *path, size_t *ret_length)
{
	struct stat about;
	FILE *file = NULL;
	char *bytes = NULL;

	errno = 0;
	/* A pipe would be waited for. */
	if (stat(path, &about) == 0 && S_ISREG(about.st_mode))
		file = fopen(path, "rb");
	else if (errno == 0)
		errno = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
	if (file) {
		bytes = read_all(file, LIMIT, ret_length);
		fclose(file);
	}
	if (!bytes)
		complain(path, errno == EINVAL ? "a device or a pipe, not a file"
			       : errno         ? strerror(errno)
					       : "longer than 256 KiB");
	return bytes;
}

/* One name only, an ordinary file: what else it could be would be broken by a new file. */
static int find_target(const char *path, struct replacement *made, struct stat *about)
{
	char *target = realpath(path, NULL);
	int ok = target && strlen(target) < sizeof(made->target) && stat(target, about) == 0;

	if (!ok) {
		complain(path, strerror(errno));
	} else if (!S_ISREG(about->st_mode) || about->st_nlink > 1) {
		complain(path, S_ISREG(about->st_mode)
				       ? "it has several names (hard links), and stays as it is"
				       : "not an ordinary file");
		ok = 0;
	} else {
		strcpy(made->target, target);
	}
	free(target);
	return ok;
}

static int write_whole(int file, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t written = write(file, text, length);

		if (written < 0 && errno != EINTR)
			return 0;
		if (written > 0) {
			text += written;
			length -= (size_t)written;
		}
	}
	return 1;
}

int write_beside(const char *path, const char *text, size_t length, struct replacement *made)
{
	struct stat about;
	int file, ok;

	if (!find_target(path, made, &about))
		return 0;
	snprintf(made->beside, sizeof(made->beside), "%s.XXXXXX", made->target);
	file = mkstemp(made->beside);
	if (file < 0) {
		complain("nothing can be written beside it", path);
		complain(path, strerror(errno));
		return 0;
	}
	/* Somebody else's file keeps its owner where we may give it one. */
	ok = fchown(file, about.st_uid, about.st_gid) == 0 || errno == EPERM;
	ok = ok && fchmod(file, about.st_mode & 07777) == 0;
	ok = ok && write_whole(file, text, length) && fsync(file) == 0;
	ok = (close(file) == 0) && ok;
	if (!ok) {
		complain(path, strerror(errno));
		take_away(made);
	}
	return ok;
}

void take_away(const struct replacement *made)
{
	unlink(made->beside);
}

int put_in_place(const struct replacement *made, const char *before, size_t length)
{
	size_t now_length = 0;
	char *now = read_whole(made->target, &now_length);
	int same = now && now_length == length && memcmp(now, before, length) == 0;

	free(now);
	if (!same)
		complain("it was changed meanwhile, and stays as it is", made->target);
	else if (rename(made->beside, made->target) == 0)
		return 1;
	else
		complain(made->target, strerror(errno));
	take_away(made);
	return 0;
}
