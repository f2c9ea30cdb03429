/* SPDX-License-Identifier: MIT */
#include "load/case_load.h"

#include "base/memory.h"
#include "json/reader.h"
#include "tree/limits.h"
#include "tree/source.h"
#include "yaml/reader.h"

const struct cmpl_word cmpl_unlisted_words[] = { { "unknown", 0 }, { "false", 1 }, { NULL, 0 } };

bool cmpl_read_case_map(struct cmpl_reader *reader, const struct cmpl_node *node,
			const struct cmpl_field *field, void *slot)
{
	if (reader->tree->json && node->kind == CMPL_NODE_MAP && node->count == 0)
		return true;
	return cmpl_read_map(reader, node, field, slot);
}

bool cmpl_read_case_list(struct cmpl_reader *reader, const struct cmpl_node *node,
			 const struct cmpl_field *field, void *slot)
{
	if (reader->tree->json && node->kind == CMPL_NODE_LIST && node->count == 0)
		return true;
	return cmpl_read_list(reader, node, field, slot);
}

void cmpl_case_load_map(struct cmpl_case_load *load, const struct cmpl_node *map,
			const struct cmpl_fields *fields, struct cmpl_case_draft *draft,
			struct complaint_case *into)
{
	cmpl_read_mapping(&load->reader, map, fields, draft, NULL);
	if (draft->request)
		cmpl_case_load_request(load, draft->request, into);
	if (draft->facts)
		cmpl_case_load_facts(load, draft->facts, into);
	if (draft->events)
		cmpl_case_load_events(load, draft->events, into);
	if (draft->extensions)
		cmpl_case_load_extensions(load, draft->extensions, into);
	if (draft->promises)
		cmpl_case_load_promises(load, draft->promises, into);
	if (draft->readings)
		cmpl_case_load_readings(load, draft->readings, into);
	if (draft->decisions)
		cmpl_case_load_decisions(load, draft->decisions, into);
	if (into) {
		into->now = draft->now;
		into->unlisted_false = draft->unlisted;
	}
}

/* --- a file that is a case ------------------------------------------------------ */

static const struct cmpl_field case_rows[] = {
	CMPL_MAY("format", cmpl_read_node, struct cmpl_case_draft, format, NULL, NULL),
	CMPL_MAY("kind", cmpl_read_node, struct cmpl_case_draft, kind, NULL, NULL),
	CMPL_CASE_ROWS,
};
static const struct cmpl_fields case_fields = CMPL_FIELDS("a case", case_rows);
static const struct cmpl_word case_kinds[] = { { "case", 1 }, { NULL, 0 } };

/* A program that sends JSON knows what it sends: it may leave both out. */
static bool has_head(const struct cmpl_tree *tree)
{
	const struct cmpl_node *root = &tree->nodes[0];

	return !tree->json || root->kind != CMPL_NODE_MAP || cmpl_node_get(tree, root, "format") ||
	       cmpl_node_get(tree, root, "kind");
}

static complaint_status load_tree(const struct complaint_set *set, const struct cmpl_tree *tree,
				  struct complaint_case *into, struct complaint_diagnostics *diags)
{
	struct cmpl_case_load load = { .set = set };
	struct cmpl_case_draft draft = { 0 };
	complaint_status status;
	int32_t kind;

	cmpl_reader_begin(&load.reader, tree, diags);
	if (!has_head(tree) || cmpl_read_head(&load.reader, case_kinds, &kind))
		cmpl_case_load_map(&load, &tree->nodes[0], &case_fields, &draft, into);
	status = cmpl_reader_status(&load.reader);
	cmpl_reader_end(&load.reader);
	return status;
}

complaint_status cmpl_case_read_tree(const char *name, const char *bytes, size_t length, bool json,
				     struct cmpl_tree **ret_tree,
				     struct complaint_diagnostics *diags)
{
	if (json)
		return cmpl_json_read(name, bytes, length, ret_tree, diags);
	return cmpl_yaml_read(name, bytes, length, ret_tree, diags);
}

/* The short way: *ret_case stays NULL when the text needs the whole reader. */
static complaint_status load_plain(const struct complaint_set *set, const char *bytes,
				   size_t length, struct complaint_case **ret_case)
{
	struct complaint_case *own = NULL;
	complaint_status status = complaint_case_new(set, &own);

	if (status != COMPLAINT_OK)
		return status;
	if (cmpl_case_read_plain(own, bytes, length))
		*ret_case = own;
	else
		complaint_case_free(own);
	return COMPLAINT_OK;
}

/* Without a set the text is only checked, and *ret_case untouched. */
static complaint_status load(const struct complaint_set *set, const char *name, const char *bytes,
			     size_t length, bool json, struct complaint_case **ret_case,
			     struct complaint_diagnostics *diags)
{
	struct complaint_case *own = NULL;
	struct cmpl_tree *tree = NULL;
	complaint_status status = COMPLAINT_OK, sense = COMPLAINT_OK;

	if (set && json)
		status = load_plain(set, bytes, length, &own);
	if (own || status != COMPLAINT_OK) {
		if (own)
			*ret_case = own;
		return status;
	}
	status = cmpl_case_read_tree(name, bytes, length, json, &tree, diags);
	if (tree && status != COMPLAINT_ERR_NO_MEMORY) {
		if (set)
			sense = complaint_case_new(set, &own);
		if (sense == COMPLAINT_OK)
			sense = load_tree(set, tree, own, diags);
	}
	if (status == COMPLAINT_OK || sense == COMPLAINT_ERR_NO_MEMORY)
		status = sense;
	cmpl_diag_finish_file(diags, name);
	if (status == COMPLAINT_OK && cmpl_diag_out_of_memory(diags))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status == COMPLAINT_OK && set) {
		*ret_case = own;
		own = NULL;
	}
	complaint_case_free(own);
	cmpl_tree_free(tree);
	return status;
}

bool cmpl_case_looks_like_json(const char *bytes, size_t length)
{
	static const char mark[] = "\xef\xbb\xbf"; /* of byte order */
	size_t at = 0;

	if (length >= 3 && cmpl_text_equal(bytes, 3, mark, 3))
		at = 3;
	while (at < length &&
	       (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n'))
		at++;
	return at < length && bytes[at] == '{';
}

bool cmpl_case_ends_in_json(const char *path)
{
	size_t length = cmpl_text_length(path, COMPLAINT_NUL_TERMINATED);

	return length >= 5 && cmpl_text_is(path + length - 5, 5, ".json");
}

static complaint_status load_file(const struct complaint_set *set, const char *path,
				  struct complaint_case **ret_case,
				  struct complaint_diagnostics *diags)
{
	complaint_status status;
	char *bytes = NULL;
	size_t length;

	status = cmpl_source_read(path, CMPL_LIMIT_FILE, &bytes, &length, diags);
	if (status != COMPLAINT_OK) {
		cmpl_diag_finish_file(diags, path);
		return status;
	}
	status = load(set, path, bytes, length, cmpl_case_ends_in_json(path), ret_case, diags);
	cmpl_free(bytes);
	return status;
}

complaint_status
complaint_case_load_file(const struct complaint_set *set, const char *path,
			 struct complaint_case **ret_case,
			 struct complaint_diagnostics *diagnostics)
{
	if (!set || !path || !ret_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return load_file(set, path, ret_case, diagnostics);
}

complaint_status
complaint_case_load_memory(const struct complaint_set *set, const char *name, const char *bytes,
			   size_t length, struct complaint_case **ret_case,
			   struct complaint_diagnostics *diagnostics)
{
	if (!set || !name || !bytes || !ret_case)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(bytes, length);
	return load(set, name, bytes, length, cmpl_case_looks_like_json(bytes, length), ret_case,
		    diagnostics);
}

complaint_status
complaint_case_check_file(const char *path, struct complaint_diagnostics *diagnostics)
{
	if (!path)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	return load_file(NULL, path, NULL, diagnostics);
}

complaint_status
complaint_case_check_memory(const char *name, const char *bytes, size_t length,
			    struct complaint_diagnostics *diagnostics)
{
	if (!name || !bytes)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(bytes, length);
	return load(NULL, name, bytes, length, cmpl_case_looks_like_json(bytes, length), NULL,
		    diagnostics);
}
