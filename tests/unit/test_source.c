/* SPDX-License-Identifier: MIT */
#include "tree/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

#include "support/test.h"

/* What reading `path` answers, and what it says; nothing may be set unless it is COMPLAINT_OK. */
static void check_refused(const char *path, size_t limit, complaint_status want,
			  const char *message)
{
	struct complaint_diagnostics *diags = NULL;
	char *bytes = NULL, *text, whole[1024];
	size_t length = 7;

	complaint_diagnostics_new(&diags);
	CHECK_STATUS(cmpl_source_read(path, limit, &bytes, &length, diags), want);
	CHECK(!bytes && length == 7);
	text = test_diagnostics_text(diags);
	snprintf(whole, sizeof(whole), "%s: error: %s\n", path, message);
	CHECK_TEXT(text, whole);
	free(text);
	complaint_diagnostics_free(diags);
	CHECK_STATUS(cmpl_source_read(path, limit, &bytes, &length, NULL), want);
}

static void test_reading(void)
{
	const char *path = test_write_file("five.yaml", "a\0b\r\n", 5);
	char *bytes = NULL;
	size_t length = 0;

	test_case("a file is read byte for byte, up to its limit");
	CHECK_STATUS(cmpl_source_read(path, 5, &bytes, &length, NULL), COMPLAINT_OK);
	CHECK(bytes && length == 5 && memcmp(bytes, "a\0b\r\n", 6) == 0);
	cmpl_free(bytes);
	bytes = NULL;
	test_case("an empty file is a file");
	path = test_write_file("empty.yaml", "", 0);
	CHECK_STATUS(cmpl_source_read(path, 5, &bytes, &length, NULL), COMPLAINT_OK);
	CHECK(bytes && length == 0);
	cmpl_free(bytes);
}

static void test_refusals(void)
{
	const char *file = test_write_file("six.yaml", "123456", 6);
	char path[512];

	test_case("one byte more than the limit");
	check_refused(file, 5, COMPLAINT_ERR_INVALID_FILE,
		      "the file has more than 5 bytes, the most it may have [file-too-large]\n"
		      "  hint: is it the right file? If so, split it");
	test_case("no such file");
	snprintf(path, sizeof(path), "%s/missing.yaml", test_folder());
	check_refused(
		path, 5, COMPLAINT_ERR_IO,
		"there is no such file [file-not-found]\n  hint: check the name and the folder");
	test_case("a file in the place of a folder");
	snprintf(path, sizeof(path), "%s/x.yaml", file);
	check_refused(path, 5, COMPLAINT_ERR_IO,
		      "there is no such file: part of its path is no folder [file-not-found]\n"
		      "  hint: check the name and the folder");
	test_case("a folder");
	check_refused(test_folder(), 5, COMPLAINT_ERR_IO,
		      "that is a folder, not a file [not-a-file]\n  hint: name the file inside it");
	test_case("a device without end is not read");
	check_refused("/dev/zero", 5, COMPLAINT_ERR_IO,
		      "that is a device or a pipe, not a file [not-a-file]\n"
		      "  hint: write the text into a file first");
	test_case("a pipe without a writer is not waited for");
	snprintf(path, sizeof(path), "%s/pipe", test_folder());
	CHECK(mkfifo(path, 0600) == 0);
	check_refused(path, 5, COMPLAINT_ERR_IO,
		      "that is a device or a pipe, not a file [not-a-file]\n"
		      "  hint: write the text into a file first");
	remove(path);
	test_case("a name too long for any file system");
	memset(path, 'a', sizeof(path) - 1);
	path[sizeof(path) - 1] = '\0';
	check_refused(path, 5, COMPLAINT_ERR_IO,
		      "the file cannot be read (system error 36) [file-unreadable]");
}

/* Root may read everything, so root puts on another user's shoes. */
static void test_unreadable(void)
{
	const char *path = test_write_file("secret.yaml", "x", 1);
	uid_t user = geteuid();

	test_case("a file that this user may not read");
	CHECK(chmod(test_folder(), 0755) == 0 && chmod(path, 0) == 0);
	if (user == 0)
		CHECK(seteuid(65534) == 0);
	check_refused(path, 5, COMPLAINT_ERR_IO,
		      "the file may not be read by this user [file-unreadable]\n"
		      "  hint: check the file's permissions");
	if (user == 0)
		CHECK(seteuid(0) == 0);
}

static void test_handles(void)
{
	const char *path = test_write_file("some.yaml", "123456", 6);
	char *bytes = NULL;
	size_t length;
	int before = dup(0), after;

	test_case("no call leaves a file open");
	close(before);
	for (int i = 0; i < 50; i++) {
		CHECK_STATUS(cmpl_source_read(path, 6, &bytes, &length, NULL), COMPLAINT_OK);
		cmpl_free(bytes);
		bytes = NULL;
		cmpl_source_read(path, 3, &bytes, &length, NULL);
		cmpl_source_read(test_folder(), 3, &bytes, &length, NULL);
		cmpl_memory_fail_at(1);
		CHECK_STATUS(cmpl_source_read(path, 6, &bytes, &length, NULL),
			     COMPLAINT_ERR_NO_MEMORY);
		cmpl_memory_fail_at(0);
	}
	after = dup(0);
	CHECK_NUMBER(after, before);
	close(after);
}

static const struct {
	const char *path, *name, *want;
} beside[] = {
	{ "rules/acme/2024-01/calendar.yaml", "closures.ics", "rules/acme/2024-01/closures.ics" },
	{ "calendar.yaml", "closures.ics", "closures.ics" },
	{ "/abs/calendar.yaml", "sub/closures.ics", "/abs/sub/closures.ics" },
	{ "../up/calendar.yaml", "..hidden..ics", "../up/..hidden..ics" },
	{ "a/c.yaml", "/etc/passwd", NULL },
	{ "a/c.yaml", "../b.ics", NULL },
	{ "a/c.yaml", "x/../../b.ics", NULL },
	{ "a/c.yaml", "..", NULL },
	{ "a/c.yaml", ".", NULL },
	{ "a/c.yaml", "./b.ics", NULL },
	{ "a/c.yaml", "x//b.ics", NULL },
	{ "a/c.yaml", "x/", NULL },
	{ "a/c.yaml", "", NULL },
	{ "a/c.yaml", "..\\b.ics", NULL },
	{ "a/c.yaml", "C:b.ics", NULL },
	{ "a/c.yaml", "b\n.ics", NULL },
	{ "a/c.yaml", "b\xff.ics", NULL },
};

int main(void)
{
	test_reading();
	test_refusals();
	test_unreadable();
	test_handles();
	for (size_t i = 0; i < COUNT_OF(beside); i++) {
		char *path =
			cmpl_source_beside(beside[i].path, beside[i].name, strlen(beside[i].name));

		test_case("\"%s\" named in %s", beside[i].name, beside[i].path);
		CHECK_TEXT(path, beside[i].want);
		cmpl_free(path);
	}
	test_case("a NUL inside a name does not cut it short");
	CHECK(!cmpl_source_beside("a/c.yaml", "b.ics\0/../x", 11));
	return test_finish();
}
