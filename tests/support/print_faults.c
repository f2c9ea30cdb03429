/* SPDX-License-Identifier: MIT */
/*
 * Loads a rule file and prints every fault of it, as `complaint check` does: for tests without the
 * command.
 */
#include <stdio.h>

#include <complaint/diagnostics.h>
#include <complaint/policy.h>

int main(int argc, char **argv)
{
	struct complaint_diagnostics *diagnostics = NULL;
	struct complaint_policy *policy = NULL;
	complaint_status status;

	if (argc != 2) {
		fprintf(stderr, "usage: print_faults FILE\n");
		return 2;
	}
	if (complaint_diagnostics_new(&diagnostics) != COMPLAINT_OK)
		return 2;
	status = complaint_policy_load_file(argv[1], &policy, diagnostics);
	for (size_t i = 0; i < complaint_diagnostics_count(diagnostics); i++)
		puts(complaint_diagnostics_get_text(diagnostics, i));
	complaint_policy_free(policy);
	complaint_diagnostics_free(diagnostics);
	return status == COMPLAINT_OK ? 0 : 1;
}
