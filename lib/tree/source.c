/* SPDX-License-Identifier: MIT */
#include "tree/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"

static const struct cmpl_place whole_file = { 0, 0 };

static complaint_status refuse(struct complaint_diagnostics *diags, enum cmpl_code code,
			       const char *path, const char *message, const char *hint)
{
	cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, code, path, whole_file, "%s", message);
	if (hint)
		cmpl_diag_hint(diags, "%s", hint);
	return cmpl_diag_out_of_memory(diags) ? COMPLAINT_ERR_NO_MEMORY : COMPLAINT_ERR_IO;
}

/* strerror() speaks the host's language and is not safe on every thread. */
static complaint_status refuse_errno(struct complaint_diagnostics *diags, const char *path,
				     int error)
{
	switch (error) {
	case ENOENT:
		return refuse(diags, CMPL_CODE_FILE_NOT_FOUND, path, "there is no such file",
			      "check the name and the folder");
	case ENOTDIR:
		return refuse(diags, CMPL_CODE_FILE_NOT_FOUND, path,
			      "there is no such file: part of its path is no folder",
			      "check the name and the folder");
	case EACCES:
		return refuse(diags, CMPL_CODE_FILE_UNREADABLE, path,
			      "the file may not be read by this user",
			      "check the file's permissions");
	case EISDIR:
		return refuse(diags, CMPL_CODE_NOT_A_FILE, path, "that is a folder, not a file",
			      "name the file inside it");
	default:
		cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_FILE_UNREADABLE, path,
			      whole_file, "the file cannot be read (system error %d)", error);
		return cmpl_diag_out_of_memory(diags) ? COMPLAINT_ERR_NO_MEMORY : COMPLAINT_ERR_IO;
	}
}

static complaint_status refuse_size(struct complaint_diagnostics *diags, const char *path,
				    size_t limit)
{
	cmpl_diag_add(diags, COMPLAINT_SEVERITY_ERROR, CMPL_CODE_FILE_TOO_LARGE, path, whole_file,
		      "the file has more than %zu bytes, the most it may have", limit);
	cmpl_diag_hint(diags, "is it the right file? If so, split it");
	return cmpl_diag_out_of_memory(diags) ? COMPLAINT_ERR_NO_MEMORY
					      : COMPLAINT_ERR_INVALID_FILE;
}

static complaint_status check_kind(int descriptor, const char *path, size_t limit,
				   struct complaint_diagnostics *diags)
{
	struct stat about;

	if (fstat(descriptor, &about) != 0)
		return refuse_errno(diags, path, errno);
	if (S_ISDIR(about.st_mode))
		return refuse_errno(diags, path, EISDIR);
	if (!S_ISREG(about.st_mode))
		return refuse(diags, CMPL_CODE_NOT_A_FILE, path,
			      "that is a device or a pipe, not a file",
			      "write the text into a file first");
	if (about.st_size < 0 || (uintmax_t)about.st_size > limit)
		return refuse_size(diags, path, limit);
	return COMPLAINT_OK;
}

/* Up to limit + 1 bytes: one too many tells that the file has grown since fstat. */
static complaint_status read_all(int descriptor, const char *path, size_t limit, char *bytes,
				 size_t *ret_length, struct complaint_diagnostics *diags)
{
	size_t length = 0;

	while (length <= limit) {
		ssize_t got = read(descriptor, bytes + length, limit + 1 - length);

		if (got == 0)
			break;
		if (got > 0)
			length += (size_t)got;
		else if (errno != EINTR)
			return refuse_errno(diags, path, errno);
	}
	if (length > limit)
		return refuse_size(diags, path, limit);
	*ret_length = length;
	return COMPLAINT_OK;
}

complaint_status cmpl_source_read(const char *path, size_t limit, char **ret_bytes,
				  size_t *ret_length, struct complaint_diagnostics *diags)
{
	complaint_status status;
	char *bytes = NULL;
	size_t length = 0;
	int descriptor;

	/* Not to wait for a writer, should it be a pipe. */
	do
		descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	while (descriptor < 0 && errno == EINTR);
	if (descriptor < 0)
		return refuse_errno(diags, path, errno);

	status = check_kind(descriptor, path, limit, diags);
	if (status != COMPLAINT_OK)
		goto out;
	bytes = cmpl_alloc(limit + 1);
	if (!bytes) {
		status = COMPLAINT_ERR_NO_MEMORY;
		goto out;
	}
	status = read_all(descriptor, path, limit, bytes, &length, diags);
	if (status != COMPLAINT_OK)
		goto out;

	*ret_bytes = bytes;
	*ret_length = length;
	bytes = NULL;

out:
	cmpl_free(bytes);
	close(descriptor);
	return status;
}
