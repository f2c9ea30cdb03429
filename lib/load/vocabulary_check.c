/* SPDX-License-Identifier: MIT */
/* A vocabulary file: only names. It is checked, and nothing is made of it. */
#include <string.h>

#include <complaint/vocabulary.h>

#include "base/memory.h"
#include "load/load.h"
#include "tree/limits.h"
#include "tree/source.h"
#include "yaml/reader.h"

struct file_draft {
	const struct cmpl_node *format, *kind;
	struct cmpl_names_draft names;
};

static const struct cmpl_field rows[] = {
	CMPL_MAY("format", cmpl_read_node, struct file_draft, format, NULL, "1"),
	CMPL_MAY("kind", cmpl_read_node, struct file_draft, kind, NULL, "vocabulary"),
	CMPL_MAY("facts", cmpl_read_list, struct file_draft, names.lists[CMPL_FACTS], NULL,
		 "a list of facts"),
	CMPL_MAY("events", cmpl_read_list, struct file_draft, names.lists[CMPL_EVENTS], NULL,
		 "a list of events"),
	CMPL_MAY("notices", cmpl_read_list, struct file_draft, names.lists[CMPL_NOTICES], NULL,
		 "a list of notices"),
	CMPL_MAY("doors", cmpl_read_list, struct file_draft, names.lists[CMPL_DOORS], NULL,
		 "a list of doors"),
	CMPL_MAY("records", cmpl_read_list, struct file_draft, names.lists[CMPL_RECORDS], NULL,
		 "a list of records"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a vocabulary", rows);
static const struct cmpl_word kinds[] = { { "vocabulary", 1 }, { NULL, 0 } };

static complaint_status check_tree(const struct cmpl_tree *tree,
				   struct complaint_diagnostics *diags)
{
	struct file_draft draft;
	struct cmpl_load load;
	complaint_status status;
	int32_t kind;

	memset(&draft, 0, sizeof(draft));
	memset(&load, 0, sizeof(load));
	cmpl_reader_begin(&load.reader, tree, diags);
	load.reading = CMPL_NONE;
	load.is_vocabulary = true;
	load.policy = cmpl_policy_new(); /* where the names go meanwhile */
	if (!load.policy) {
		load.reader.out_of_memory = true;
	} else if (cmpl_read_head(&load.reader, kinds, &kind)) {
		cmpl_read_mapping(&load.reader, &tree->nodes[0], &fields, &draft, NULL);
		cmpl_load_names(&load, &draft.names);
	}
	status = cmpl_reader_status(&load.reader);
	complaint_policy_free(load.policy);
	cmpl_load_end(&load);
	return status;
}

complaint_status
complaint_vocabulary_check_file(const char *path, struct complaint_diagnostics *diagnostics)
{
	struct cmpl_tree *tree = NULL;
	complaint_status status, checked;
	size_t length = 0;
	char *bytes = NULL;

	if (!path)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = cmpl_source_read(path, CMPL_LIMIT_FILE, &bytes, &length, diagnostics);
	if (status == COMPLAINT_OK)
		status = cmpl_yaml_read(path, bytes, length, &tree, diagnostics);
	if (tree) {
		checked = check_tree(tree, diagnostics);
		if (status == COMPLAINT_OK || checked == COMPLAINT_ERR_NO_MEMORY)
			status = checked;
	}
	if (cmpl_diag_out_of_memory(diagnostics))
		status = COMPLAINT_ERR_NO_MEMORY;
	cmpl_diag_finish_file(diagnostics, path);
	cmpl_tree_free(tree);
	cmpl_free(bytes);
	return status;
}
