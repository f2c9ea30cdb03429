/* SPDX-License-Identifier: MIT */
#include "tool.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Levels of folders to look upwards for `rules`. */
#define LEVELS 16
/* More versions than this below one folder are not looked at. */
#define MOST_POLICIES 4096

int is_directory(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

int is_regular_file(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* "A/B", or "A/B/C" when c is not NULL. Free with free(); NULL: out of memory. */
static char *join(const char *a, const char *b, const char *c)
{
	size_t size = strlen(a) + strlen(b) + (c ? strlen(c) : 0) + 3;
	char *path = malloc(size);

	if (path)
		snprintf(path, size, c ? "%s/%s/%s" : "%s/%s", a, b, c ? c : "");
	return path;
}

static char *copy(const char *text)
{
	char *made = malloc(strlen(text) + 1);

	return made ? strcpy(made, text) : NULL;
}

char *find_rules(const char *given)
{
	char upwards[LEVELS * 3 + sizeof("rules")] = "rules";

	if (given)
		return copy(given);
	if (is_directory(COMPLAINT_RULES_FOLDER))
		return copy(COMPLAINT_RULES_FOLDER);
	for (int i = 0; i < LEVELS; i++) {
		if (is_directory(upwards))
			return copy(upwards);
		memmove(upwards + 3, upwards, strlen(upwards) + 1);
		memcpy(upwards, "../", 3);
	}
	return NULL;
}

static int load_file(const char *path, struct complaint_policy **ret_policy)
{
	struct complaint_diagnostics *diagnostics = NULL;
	complaint_status status;

	complaint_diagnostics_new(&diagnostics);
	status = complaint_policy_load_file(path, ret_policy, diagnostics);
	if (status != COMPLAINT_OK)
		print_diagnostics(stderr, diagnostics);
	if (status != COMPLAINT_OK && complaint_diagnostics_count(diagnostics) == 0)
		complain_status(path, status);
	complaint_diagnostics_free(diagnostics);
	if (status == COMPLAINT_OK)
		return TOOL_CLEAN;
	return status == COMPLAINT_ERR_INVALID_FILE ? TOOL_FAULTS : TOOL_TROUBLE;
}

int load_policy(const char *name, const char *rules, struct complaint_policy **ret_policy)
{
	char *folder = NULL, *path = NULL;
	int code = TOOL_TROUBLE;

	if (is_regular_file(name) || !(folder = find_rules(rules)))
		return load_file(name, ret_policy);
	path = join(folder, name, "policy.yaml");
	if (path && is_regular_file(path))
		code = load_file(path, ret_policy);
	else if (strstr(name, ".yaml"))
		code = load_file(name, ret_policy);
	else
		complain("there is no such policy below the rules folder", name);
	free(path);
	free(folder);
	return code;
}

/* Policies being gathered. */
struct gathering {
	struct complaint_policy *policies[MOST_POLICIES];
	size_t count;
	int code;
};

/* Loads the policies in the folders of one landlord. */
static void gather_versions(struct gathering *found, const char *folder)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, NULL, alphasort);

	for (int i = 0; i < count; i++) {
		char *path = join(folder, entries[i]->d_name, "policy.yaml");

		if (path && entries[i]->d_name[0] != '.' && is_regular_file(path) &&
		    found->count < MOST_POLICIES) {
			int code = load_file(path, &found->policies[found->count]);

			if (code == TOOL_CLEAN)
				found->count++;
			else if (code > found->code)
				found->code = code;
		}
		free(path);
		free(entries[i]);
	}
	free(entries);
}

static void gather_landlords(struct gathering *found, const char *rules)
{
	struct dirent **entries = NULL;
	int count = scandir(rules, &entries, NULL, alphasort);

	for (int i = 0; i < count; i++) {
		char *folder = join(rules, entries[i]->d_name, NULL);

		if (folder && entries[i]->d_name[0] != '.' && is_directory(folder))
			gather_versions(found, folder);
		free(folder);
		free(entries[i]);
	}
	free(entries);
}

static void gather(struct gathering *found, const struct wanted *wanted)
{
	char *rules, *folder;

	if (wanted->policy) {
		found->code = load_policy(wanted->policy, wanted->rules, &found->policies[0]);
		found->count = found->code == TOOL_CLEAN;
		return;
	}
	rules = find_rules(wanted->rules);
	if (!rules) {
		complain("no folder with rules; name one with --rules", NULL);
		found->code = TOOL_TROUBLE;
		return;
	}
	folder = wanted->landlord ? join(rules, wanted->landlord, NULL) : NULL;
	if (folder)
		gather_versions(found, folder);
	else
		gather_landlords(found, rules);
	if (found->count == 0 && found->code == TOOL_CLEAN) {
		complain("no policies there", folder ? folder : rules);
		found->code = TOOL_TROUBLE;
	}
	free(folder);
	free(rules);
}

int load_set(const struct wanted *wanted, struct complaint_set **ret_set)
{
	struct gathering *found = calloc(1, sizeof(*found));
	struct complaint_diagnostics *diagnostics = NULL;
	complaint_status status = COMPLAINT_ERR_NO_MEMORY;
	int code = TOOL_TROUBLE;

	if (!found)
		return TOOL_TROUBLE;
	gather(found, wanted);
	code = found->code;
	if (code == TOOL_CLEAN) {
		complaint_diagnostics_new(&diagnostics);
		status = complaint_set_new((const struct complaint_policy *const *)found->policies,
					   found->count, ret_set, diagnostics);
		print_diagnostics(stderr, diagnostics);
		code = status == COMPLAINT_OK ? TOOL_CLEAN : TOOL_FAULTS;
	}
	for (size_t i = 0; i < found->count; i++)
		complaint_policy_free(found->policies[i]);
	complaint_diagnostics_free(diagnostics);
	free(found);
	return code;
}
