/* SPDX-License-Identifier: MIT */
#include "load/scenarios.h"

#include <string.h>

#include "base/memory.h"
#include "load/map.h"
#include "tree/limits.h"
#include "tree/source.h"

struct file_draft {
	const struct cmpl_node *format, *kind, *policy, *scenarios;
};

static const struct cmpl_field file_rows[] = {
	CMPL_MUST("format", cmpl_read_node, struct file_draft, format, NULL, NULL),
	CMPL_MUST("kind", cmpl_read_node, struct file_draft, kind, NULL, NULL),
	CMPL_MUST("policy", cmpl_read_text, struct file_draft, policy, NULL,
		  "the policy file they belong to, as policy.yaml"),
	CMPL_MUST("scenarios", cmpl_read_list, struct file_draft, scenarios, NULL,
		  "the list of scenarios"),
};
static const struct cmpl_fields file_fields = CMPL_FIELDS("a scenarios file", file_rows);

static const struct cmpl_field scenario_rows[] = {
	CMPL_MUST("name", cmpl_read_text, struct cmpl_case_draft, name, NULL,
		  "a sentence that one could dispute"),
	CMPL_CASE_ROWS,
	CMPL_MUST("expect", cmpl_read_map, struct cmpl_case_draft, expect, NULL,
		  "the answer that is expected"),
};
static const struct cmpl_fields scenario_fields = CMPL_FIELDS("a scenario", scenario_rows);

static const struct cmpl_word scenario_kinds[] = { { "scenarios", 1 }, { NULL, 0 } };

static void load_scenario(struct cmpl_case_load *load, const struct cmpl_node *map,
			  struct cmpl_scenario *item)
{
	struct cmpl_case_draft draft = { 0 };

	cmpl_case_load_map(load, map, &scenario_fields, &draft, item->given);
	if (draft.expect)
		cmpl_check_expectation(load, map, draft.expect);
	item->name = draft.name;
	item->expect = draft.expect;
	item->line = map->line;
}

static void check_name(struct cmpl_case_load *load, struct cmpl_map *names,
		       const struct cmpl_node *name)
{
	struct cmpl_reader *reader = &load->reader;
	uint32_t first = CMPL_MAP_NONE;

	if (!name)
		return;
	if (!cmpl_map_add(names, cmpl_node_text(reader->tree, name), name->length,
			  (uint32_t)(name - reader->tree->nodes), &first))
		reader->out_of_memory = true;
	if (first == CMPL_MAP_NONE)
		return;
	cmpl_fault(reader, CMPL_CODE_DUPLICATE_SCENARIO, cmpl_node_place(name),
		   "the scenario of line %u has the same name",
		   (unsigned)reader->tree->nodes[first].line);
	cmpl_related(reader, cmpl_node_place(&reader->tree->nodes[first]), "the first stands here");
	cmpl_hint(reader, "say in the name what is different here");
}

static void load_list(struct cmpl_case_load *load, const struct cmpl_node *list,
		      struct complaint_scenarios *own)
{
	const struct cmpl_tree *tree = load->reader.tree;
	const struct cmpl_node *child;
	struct cmpl_map names = { 0 };

	own->items = cmpl_alloc_array(list->count, sizeof(own->items[0]));
	if (!own->items)
		load->reader.out_of_memory = true;
	for (child = cmpl_node_first(tree, list); child && !load->reader.out_of_memory;
	     child = cmpl_node_next(tree, list, child)) {
		struct cmpl_scenario *item = &own->items[own->count];

		cmpl_case_note(load, complaint_case_new(load->set, &item->given));
		if (!item->given)
			break;
		own->count++;
		load_scenario(load, child, item);
		check_name(load, &names, item->name);
	}
	cmpl_map_free(&names);
}

static void check_policy(struct cmpl_reader *reader, const struct cmpl_node *policy)
{
	if (cmpl_source_stays_inside(cmpl_node_text(reader->tree, policy), policy->length))
		return;
	cmpl_fault(reader, CMPL_CODE_POLICY_OUTSIDE_FOLDER, cmpl_node_place(policy),
		   "the policy %s does not lie beside the scenarios",
		   cmpl_quote_node(reader, policy));
	cmpl_hint(reader, "write the name of a file of the same folder, as policy.yaml");
}

static complaint_status load_tree(const struct complaint_set *set, struct complaint_scenarios *own,
				  struct complaint_diagnostics *diags)
{
	struct cmpl_case_load load = { .set = set };
	struct file_draft draft = { 0 };
	complaint_status status;
	int32_t kind;

	cmpl_reader_begin(&load.reader, own->tree, diags);
	if (cmpl_read_head(&load.reader, scenario_kinds, &kind)) {
		cmpl_read_mapping(&load.reader, &own->tree->nodes[0], &file_fields, &draft, NULL);
		if (draft.policy)
			check_policy(&load.reader, draft.policy);
		if (draft.scenarios)
			load_list(&load, draft.scenarios, own);
	}
	own->policy = draft.policy ? cmpl_node_text(own->tree, draft.policy) : NULL;
	status = cmpl_reader_status(&load.reader);
	cmpl_reader_end(&load.reader);
	return status;
}

static complaint_status load(const struct complaint_set *set, const char *name, const char *bytes,
			     size_t length, bool json, struct complaint_scenarios **ret_scenarios,
			     struct complaint_diagnostics *diags)
{
	struct complaint_scenarios *own = cmpl_alloc(sizeof(*own));
	complaint_status status, sense = COMPLAINT_OK;

	if (!own)
		return COMPLAINT_ERR_NO_MEMORY;
	status = cmpl_case_read_tree(name, bytes, length, json, &own->tree, diags);
	if (own->tree && status != COMPLAINT_ERR_NO_MEMORY)
		sense = load_tree(set, own, diags);
	if (status == COMPLAINT_OK || sense == COMPLAINT_ERR_NO_MEMORY)
		status = sense;
	cmpl_diag_finish_file(diags, name);
	if (status == COMPLAINT_OK && cmpl_diag_out_of_memory(diags))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status == COMPLAINT_OK) {
		*ret_scenarios = own;
		own = NULL;
	}
	complaint_scenarios_free(own);
	return status;
}

complaint_status
complaint_scenarios_load_file(const struct complaint_set *set, const char *path,
			      struct complaint_scenarios **ret_scenarios,
			      struct complaint_diagnostics *diagnostics)
{
	complaint_status status;
	char *bytes = NULL;
	size_t length;

	if (!set || !path || !ret_scenarios)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = cmpl_source_read(path, CMPL_LIMIT_FILE, &bytes, &length, diagnostics);
	if (status != COMPLAINT_OK) {
		cmpl_diag_finish_file(diagnostics, path);
		return status;
	}
	status = load(set, path, bytes, length, cmpl_case_ends_in_json(path), ret_scenarios,
		      diagnostics);
	cmpl_free(bytes);
	return status;
}

complaint_status
complaint_scenarios_load_memory(const struct complaint_set *set, const char *name,
				const char *bytes, size_t length,
				struct complaint_scenarios **ret_scenarios,
				struct complaint_diagnostics *diagnostics)
{
	if (!set || !name || !bytes || !ret_scenarios)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(bytes, length);
	return load(set, name, bytes, length, cmpl_case_looks_like_json(bytes, length),
		    ret_scenarios, diagnostics);
}

/* --- only which policy ------------------------------------------------------------- */

/* The node of `policy`, sound; NULL with a fault. */
static const struct cmpl_node *find_policy(struct cmpl_reader *reader)
{
	static const struct cmpl_field field = { .key = "policy", .doc = "the policy's file" };
	const struct cmpl_node *policy = NULL, *node;
	size_t faults = reader->faults;
	int32_t kind;

	if (!cmpl_read_head(reader, scenario_kinds, &kind))
		return NULL;
	node = cmpl_node_get(reader->tree, &reader->tree->nodes[0], "policy");
	if (!node) {
		cmpl_fault(reader, CMPL_CODE_MISSING_KEY, cmpl_node_place(&reader->tree->nodes[0]),
			   "a scenarios file lacks \"policy\"");
		cmpl_hint(reader, "add \"policy: policy.yaml\"");
	} else if (cmpl_read_text(reader, node, &field, &policy)) {
		check_policy(reader, policy);
	}
	return reader->faults == faults ? policy : NULL;
}

/* The text under `policy`, or with a path the file beside it; to be freed. */
static complaint_status read_policy(const char *name, const char *bytes, size_t length, bool json,
				    const char *path, char **ret_text,
				    struct complaint_diagnostics *diags)
{
	struct cmpl_tree *tree = NULL;
	struct cmpl_reader reader;
	const struct cmpl_node *policy;
	complaint_status status;

	status = cmpl_case_read_tree(name, bytes, length, json, &tree, diags);
	if (status == COMPLAINT_OK) {
		cmpl_reader_begin(&reader, tree, diags);
		policy = find_policy(&reader);
		if (policy)
			*ret_text =
				path ? cmpl_source_beside(path, cmpl_node_text(tree, policy),
							  policy->length)
				     : cmpl_text_copy(cmpl_node_text(tree, policy), policy->length);
		status = cmpl_reader_status(&reader);
		if (status == COMPLAINT_OK && !*ret_text)
			status = COMPLAINT_ERR_NO_MEMORY;
		cmpl_reader_end(&reader);
	}
	cmpl_diag_finish_file(diags, name);
	cmpl_tree_free(tree);
	return status;
}

/* Hand the text over when the buffer can take it, and free it. */
static complaint_status give(complaint_status status, char *text, char *buffer, size_t size,
			     size_t *ret_length)
{
	size_t length = text ? strlen(text) : 0;

	if (status == COMPLAINT_OK) {
		if (ret_length)
			*ret_length = length;
		if (length < size)
			memcpy(buffer, text, length + 1);
		else
			status = COMPLAINT_ERR_BAD_ARGUMENT;
	}
	cmpl_free(text);
	return status;
}

complaint_status
complaint_scenarios_find_policy_file(const char *path, char *buffer, size_t size,
				     size_t *ret_length, struct complaint_diagnostics *diagnostics)
{
	char *bytes = NULL, *text = NULL;
	complaint_status status;
	size_t length;

	if (!path || (!buffer && size > 0))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = cmpl_source_read(path, CMPL_LIMIT_FILE, &bytes, &length, diagnostics);
	if (status != COMPLAINT_OK) {
		cmpl_diag_finish_file(diagnostics, path);
		return status;
	}
	status = read_policy(path, bytes, length, cmpl_case_ends_in_json(path), path, &text,
			     diagnostics);
	cmpl_free(bytes);
	return give(status, text, buffer, size, ret_length);
}

complaint_status
complaint_scenarios_find_policy_memory(const char *name, const char *bytes, size_t length,
				       char *buffer, size_t size, size_t *ret_length,
				       struct complaint_diagnostics *diagnostics)
{
	char *text = NULL;
	complaint_status status;

	if (!name || !bytes || (!buffer && size > 0))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	length = cmpl_text_length(bytes, length);
	status = read_policy(name, bytes, length, cmpl_case_looks_like_json(bytes, length), NULL,
			     &text, diagnostics);
	return give(status, text, buffer, size, ret_length);
}
