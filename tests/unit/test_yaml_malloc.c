/* SPDX-License-Identifier: MIT */
/*
 * Memory failing inside libyaml too: this program brings its own malloc, so that each allocation of
 * anyone's fails once, and counts what was not given back. Not built with a sanitizer, which does
 * the same, nor without glibc.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yaml/reader.h"

#include "support/test.h"

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void __libc_free(void *pointer);

static long countdown = -1; /* 0: the next fails; below: none does */
static long held;

static bool may_allocate(void)
{
	return countdown < 0 || countdown-- != 0;
}

void *malloc(size_t size)
{
	void *new = may_allocate() ? __libc_malloc(size) : NULL;

	held += new != NULL;
	return new;
}

void *calloc(size_t count, size_t size)
{
	void *new = may_allocate() ? __libc_calloc(count, size) : NULL;

	held += new != NULL;
	return new;
}

void *realloc(void *old, size_t size)
{
	void *new = may_allocate() ? __libc_realloc(old, size) : NULL;

	held += new != NULL &&old == NULL;
	return new;
}

void free(void *pointer)
{
	held -= pointer != NULL;
	__libc_free(pointer);
}

static const char *const texts[] = {
	"format: 1\nkind: policy\nlist: [a, 'b', \"c\\n\"]\nblock: >-\n  text\n",
	"a: &x 1\nb: *x\n? [k]\n: !t v\n---\nc: 1\n",
	"a: [1, {b: \"never closed\n",
};

static complaint_status read_once(const char *text, bool *ret_set)
{
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;
	complaint_status status = complaint_diagnostics_new(&diags);

	if (status != COMPLAINT_OK)
		return status;
	status = cmpl_yaml_read("f", text, strlen(text), &tree, diags);
	*ret_set = tree != NULL;
	cmpl_tree_free(tree);
	complaint_diagnostics_free(diags);
	return status;
}

int main(void)
{
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		long failures = 0;
		bool fired = true;

		test_case("each allocation of libyaml fails once: text %d", (int)i);
		for (long n = 0; fired; n++) {
			complaint_status status;
			bool set = false;
			long before = held;

			countdown = n;
			status = read_once(texts[i], &set);
			fired = countdown < 0;
			countdown = -1;
			CHECK_NUMBER(held - before, 0);
			CHECK(status == COMPLAINT_ERR_NO_MEMORY ? fired && !set
								: !fired || status == 0,
			      "allocation %ld: %s", n, complaint_status_text(status));
			failures += fired;
		}
		CHECK(failures > 20, "%ld", failures);
	}
	return test_finish();
}
