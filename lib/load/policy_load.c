/* SPDX-License-Identifier: MIT */
/*
 * A policy or a norm, from a file or from memory: the whole file, and what comes before and after.
 */
#include <string.h>

#include "base/memory.h"
#include "load/host_texts.h"
#include "load/load.h"
#include "tree/limits.h"
#include "tree/source.h"
#include "yaml/reader.h"

struct file_draft {
	const struct cmpl_node *format, *kind, *document, *counting, *accepted, *refusal,
		*exclusions, *routes, *stages, *duties, *windows, *silent_on;
	struct cmpl_names_draft names;
};

static const struct cmpl_field rows[] = {
	CMPL_MAY("format", cmpl_read_node, struct file_draft, format, NULL, "1"),
	CMPL_MAY("kind", cmpl_read_node, struct file_draft, kind, NULL, "policy or norm"),
	CMPL_MUST("document", cmpl_read_map, struct file_draft, document, NULL,
		  "the name, the title and the span of the published text"),
	CMPL_MUST("counting", cmpl_read_map, struct file_draft, counting, NULL,
		  "the calendar, and how days are counted"),
	CMPL_MAY("wording", cmpl_read_map, struct file_draft, names.wording, NULL,
		 "the policy's own words for standard questions"),
	CMPL_MAY("facts", cmpl_read_list, struct file_draft, names.lists[CMPL_FACTS], NULL,
		 "a list of facts of its own"),
	CMPL_MAY("events", cmpl_read_list, struct file_draft, names.lists[CMPL_EVENTS], NULL,
		 "a list of events of its own"),
	CMPL_MAY("notices", cmpl_read_list, struct file_draft, names.lists[CMPL_NOTICES], NULL,
		 "a list of notices of its own"),
	CMPL_MAY("doors", cmpl_read_list, struct file_draft, names.lists[CMPL_DOORS], NULL,
		 "a list of doors of its own"),
	CMPL_MAY("records", cmpl_read_list, struct file_draft, names.lists[CMPL_RECORDS], NULL,
		 "a list of records of its own"),
	CMPL_MAY("refusal", cmpl_read_map, struct file_draft, refusal, NULL,
		 "what holds whenever a complaint is refused"),
	CMPL_MAY("exclusions", cmpl_read_list, struct file_draft, exclusions, NULL,
		 "a list of grounds on which a complaint may be refused"),
	CMPL_MAY("routes", cmpl_read_list, struct file_draft, routes, NULL,
		 "a list of what a matter is recorded as"),
	CMPL_MUST("stages", cmpl_read_list, struct file_draft, stages, NULL,
		  "a list of the stages, with their duties"),
	CMPL_MAY("duties", cmpl_read_list, struct file_draft, duties, NULL,
		 "a list of duties that belong to no stage"),
	CMPL_MAY("windows", cmpl_read_list, struct file_draft, windows, NULL,
		 "a list of rights that open and close"),
	CMPL_MAY("silent-on", cmpl_read_texts, struct file_draft, silent_on, NULL,
		 "a list of what the policy has no rule on"),
	/* Last, because it may stand anywhere. */
	CMPL_MAY("accepted", cmpl_read_list, struct file_draft, accepted, NULL,
		 "a list of the checker's findings that are accepted"),
};
static const struct cmpl_fields fields = CMPL_FIELDS("a rule file", rows);
static const struct cmpl_word kinds[] = { { "policy", COMPLAINT_POLICY },
					  { "norm", COMPLAINT_NORM },
					  { NULL, 0 } };

/*
 * Every reader finds a section where the last file had it. The order changes nothing: it is advice.
 */
static void check_order(struct cmpl_load *load, const struct cmpl_node *root)
{
	struct cmpl_reader *reader = &load->reader;
	const struct cmpl_field *furthest = NULL;
	const struct cmpl_node *child;

	for (child = cmpl_node_first(reader->tree, root); child;
	     child = cmpl_node_next(reader->tree, root, child)) {
		const struct cmpl_field *field = cmpl_fields_find(reader, &fields, child);

		if (!field || strcmp(field->key, "accepted") == 0)
			continue;
		if (!furthest || field > furthest) {
			furthest = field;
		} else if (field < furthest) {
			cmpl_warn(reader, CMPL_CODE_KEY_ORDER, cmpl_node_key_place(child),
				  "\"%s\" stands after \"%s\"", field->key, furthest->key);
			cmpl_hint(reader, "put \"%s\" before \"%s\", where every file has it",
				  field->key, furthest->key);
		}
	}
}

/* The lists of rules, in the order of the file. */
static void load_rules(struct cmpl_load *load, const struct file_draft *draft)
{
	const struct cmpl_node *const lists[] = {
		draft->refusal, draft->exclusions, draft->routes,
		draft->stages,  draft->duties,     draft->windows
	};
	const struct cmpl_node *last = NULL;

	for (size_t turn = 0; turn < sizeof(lists) / sizeof(lists[0]); turn++) {
		const struct cmpl_node *list = NULL;

		for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
			if (lists[i] && (!last || lists[i] > last) && (!list || lists[i] < list))
				list = lists[i];
		if (!list)
			return;
		if (list == draft->refusal)
			cmpl_load_refusal(load, list);
		else if (list == draft->exclusions)
			cmpl_load_exclusions(load, list);
		else if (list == draft->routes)
			cmpl_load_routes(load, list);
		else if (list == draft->stages)
			cmpl_load_stages(load, list);
		else if (list == draft->duties)
			load->policy->file_duties =
				cmpl_load_duties(load, list, CMPL_IN_FILE, CMPL_NONE, CMPL_NONE);
		else
			cmpl_load_windows(load, list);
		last = list;
	}
}

static void load_file(struct cmpl_load *load)
{
	const struct cmpl_node *root = &load->reader.tree->nodes[0];
	struct file_draft draft;
	int32_t kind;

	memset(&draft, 0, sizeof(draft));
	if (!cmpl_read_head(&load->reader, kinds, &kind))
		return;
	load->policy->document.kind = (uint8_t)kind;
	cmpl_read_mapping(&load->reader, root, &fields, &draft, NULL);
	check_order(load, root);
	cmpl_load_check_repeats(load);
	cmpl_load_check_roles(load);

	/* Names and conventions first: everything else uses them. */
	cmpl_load_names(load, &draft.names);
	cmpl_load_file_counting(load, draft.counting);
	cmpl_load_document(load, draft.document);
	load_rules(load, &draft);
	load->policy->silent_on = cmpl_load_lines(load, draft.silent_on);

	/* After a failed allocation the arrays may not hold what the records say they do. */
	if (load->reader.out_of_memory)
		return;
	cmpl_load_check_zone(load);
	cmpl_load_resolve(load);
	cmpl_load_accepted(load, draft.accepted);
	cmpl_load_check(load);
	cmpl_load_check_chains(load);
	cmpl_load_sort_rules(load);
}

static complaint_status load_tree(const struct cmpl_tree *tree, const char *path,
				  const struct complaint_text *texts, size_t text_count,
				  struct complaint_policy **ret_policy,
				  struct complaint_diagnostics *diags)
{
	struct cmpl_load load;
	complaint_status status;

	memset(&load, 0, sizeof(load));
	cmpl_reader_begin(&load.reader, tree, diags);
	load.reading = CMPL_NONE;
	load.path = path;
	load.host_texts = texts;
	load.host_text_count = text_count;
	load.policy = cmpl_policy_new();
	if (load.policy)
		load.policy->file = cmpl_text_copy(tree->file, COMPLAINT_NUL_TERMINATED);
	if (!load.policy || !load.policy->file)
		load.reader.out_of_memory = true;
	else
		cmpl_load_bytes(&load, "", 0); /* so that offset 0 is there */
	if (!load.reader.out_of_memory)
		load_file(&load);

	if (cmpl_reader_status(&load.reader) == COMPLAINT_OK)
		cmpl_load_derive(&load);
	if (cmpl_reader_status(&load.reader) == COMPLAINT_OK)
		cmpl_load_shrink(&load);
	status = cmpl_reader_status(&load.reader);
	if (status == COMPLAINT_OK) {
		*ret_policy = load.policy;
		load.policy = NULL;
	}
	complaint_policy_free(load.policy);
	cmpl_load_end(&load);
	return status;
}

/* Faults of form can leave the tree whole: then the rest of the file is read for its own faults. */
static complaint_status load_bytes(const char *name, const char *path, const char *bytes,
				   size_t length, const struct complaint_text *texts,
				   size_t text_count, struct complaint_policy **ret_policy,
				   struct complaint_diagnostics *diags)
{
	struct complaint_policy *policy = NULL;
	struct cmpl_tree *tree = NULL;
	complaint_status status = cmpl_yaml_read(name, bytes, length, &tree, diags), loaded;

	if (tree) {
		loaded = load_tree(tree, path, texts, text_count, &policy, diags);
		if (status == COMPLAINT_OK || loaded == COMPLAINT_ERR_NO_MEMORY)
			status = loaded;
	}
	if (cmpl_diag_out_of_memory(diags))
		status = COMPLAINT_ERR_NO_MEMORY;
	if (status == COMPLAINT_OK) {
		*ret_policy = policy;
		policy = NULL;
	}
	complaint_policy_free(policy);
	cmpl_tree_free(tree);
	return status;
}

complaint_status
complaint_policy_load_file(const char *path, struct complaint_policy **ret_policy,
			   struct complaint_diagnostics *diagnostics)
{
	complaint_status status;
	size_t length = 0;
	char *bytes = NULL;

	if (!path || !ret_policy)
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = cmpl_source_read(path, CMPL_LIMIT_FILE, &bytes, &length, diagnostics);
	if (status == COMPLAINT_OK)
		status = load_bytes(path, path, bytes, length, NULL, 0, ret_policy, diagnostics);
	cmpl_diag_finish_file(diagnostics, path);
	cmpl_free(bytes);
	return status;
}

complaint_status
complaint_policy_load_memory(const char *name, const char *bytes, size_t length,
			     const struct complaint_text *texts, size_t text_count,
			     struct complaint_policy **ret_policy,
			     struct complaint_diagnostics *diagnostics)
{
	complaint_status status;

	if (!name || !bytes || !ret_policy || !cmpl_host_texts_valid(texts, text_count))
		return COMPLAINT_ERR_BAD_ARGUMENT;
	status = load_bytes(name, NULL, bytes, cmpl_text_length(bytes, length), texts, text_count,
			    ret_policy, diagnostics);
	cmpl_diag_finish_file(diagnostics, name);
	return status;
}
