/* SPDX-License-Identifier: MIT */
/* Both readers with every allocation failing once, and with a thousand slips of the keyboard. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "json/reader.h"
#include "yaml/reader.h"

#include "support/outline.h"
#include "support/test.h"

static const char yaml[] = "# A little of everything\n"
			   "format: 1\n"
			   "kind: policy\n"
			   "document:\n"
			   "  issued-by: Example Homes\n"
			   "  in-force: { from: 2022-08, until: 2023-07 }\n"
			   "exclusions:\n"
			   "  - id: over-6-months-old\n"
			   "    clause: \"5.i.j\\u00e9\"\n"
			   "    says: >-\n"
			   "      The issue arose more than\n"
			   "      6 months before.\n"
			   "    tested-at: [acceptance, escalation]\n"
			   "    unless:\n"
			   "      - says: 'It is still going on.'\n"
			   "        when: issue-ongoing\n"
			   "silent-on: []\n";

static const char faulty_yaml[] =
	"a: &x 1\na: !t 2\nb: *x\n\"c\\0\": 3\n? [k]\n: v\n<<: {}\nd:\t1\n---\ne: \"never closed\n";

static const char json[] =
	"{\"format\": 1, \"kind\": \"case\", \"now\": \"2022-09-20\",\n"
	" \"facts\": {\"good-reason\": true, \"signatures\": 5, \"x\": null, \"y\": -1.5e3},\n"
	" \"events\": {\"complaint-received\": \"2022-09-01\\n\\u00e9\\ud83d\\ude00\"},\n"
	" \"extensions\": [{\"of\": \"respond-stage-1\", \"adds\": \"5 working days\"}], \"z\": "
	"[[], {}]}\n";

static const char faulty_json[] = "{\"a\": 1, \"a\": \"\\u0000\", \"\": 2,\n \"b\": [tru";

struct attempt {
	test_reader read;
	const char *text;
	bool listed; /* with a list of diagnostics */
};

static complaint_status attempt(void *context)
{
	const struct attempt *what = context;
	struct complaint_diagnostics *diags = NULL;
	struct cmpl_tree *tree = NULL;
	complaint_status status;

	if (what->listed) {
		status = complaint_diagnostics_new(&diags);
		if (status != COMPLAINT_OK)
			return status;
	}
	status = what->read("f", what->text, strlen(what->text), &tree, diags);
	CHECK(status != COMPLAINT_OK || tree != NULL);
	CHECK(status != COMPLAINT_ERR_NO_MEMORY || tree == NULL);
	cmpl_tree_free(tree);
	complaint_diagnostics_free(diags);
	return status;
}

static void test_allocations(const char *name, test_reader read, const char *text,
			     complaint_status want)
{
	for (int listed = 0; listed < 2; listed++) {
		struct attempt what = { read, text, listed };

		test_case("each allocation fails once: %s, %s a list", name,
			  listed ? "with" : "without");
		CHECK(test_each_allocation(attempt, &what, want) >= 4);
	}
}

/* One to three slips: a byte changed, left out, doubled, or a piece that means something put in. */
static size_t mutate(char *bytes, size_t length, uint64_t *random)
{
	static const char *const pieces[] = {
		": ",  "- ", "\"", "'",    "[",  "]",       "{",    "}",
		"&a ", "*a", "!t", "<<: ", "\t", "\n---\n", "\xff", "\\u",
		"\r",  "#",  ",",  "? ",   "|",  ">-\n",    "\\",   "\xef\xbb\xbf"
	};
	uint32_t slips = test_random(random) % 3 + 1;

	while (slips-- > 0 && length > 1) {
		size_t at = test_random(random) % length;
		const char *piece = pieces[test_random(random) % COUNT_OF(pieces)];
		size_t size = strlen(piece);

		switch (test_random(random) % 4) {
		case 0: bytes[at] = (char)test_random(random); break;
		case 1:
			memmove(bytes + at, bytes + at + 1, length - at - 1);
			length--;
			break;
		case 2:
			memmove(bytes + at + 1, bytes + at, length - at);
			length++;
			break;
		default:
			memmove(bytes + at + size, bytes + at, length - at);
			memcpy(bytes + at, piece, size);
			length += size;
			break;
		}
	}
	return length;
}

static void test_mutations(const char *name, test_reader read, const char *sound)
{
	uint64_t random = 0x2022091920230405;
	size_t size = strlen(sound), refused = 0;
	char *bytes = malloc(size + 64);

	test_case("3,000 mutations of %s: no crash, and each \"no\" says why", name);
	for (int i = 0; bytes && i < 3000; i++) {
		struct complaint_diagnostics *diags = NULL;
		struct cmpl_tree *tree = NULL;
		complaint_status status;
		size_t length;

		memcpy(bytes, sound, size);
		length = mutate(bytes, size, &random);
		complaint_diagnostics_new(&diags);
		status = read("f", bytes, length, &tree, diags);
		CHECK((status == COMPLAINT_OK) == (cmpl_diag_errors(diags) == 0),
		      "mutation %d: \"%s\" with %d faults", i, complaint_status_text(status),
		      (int)cmpl_diag_errors(diags));
		CHECK(status == COMPLAINT_OK || status == COMPLAINT_ERR_INVALID_FILE);
		refused += status != COMPLAINT_OK;
		for (size_t j = 0; j < complaint_diagnostics_count(diags); j++) {
			const char *text = complaint_diagnostics_get_text(diags, j);

			CHECK(cmpl_utf8_valid(text, strlen(text), NULL), "%s", text);
			CHECK(complaint_diagnostics_get_hint(diags, j) != NULL, "%s", text);
		}
		cmpl_tree_free(tree);
		complaint_diagnostics_free(diags);
	}
	/* Both happen, or the mutations would prove nothing. */
	CHECK(refused > 500 && refused < 2900, "%d refused", (int)refused);
	free(bytes);
}

int main(void)
{
	test_allocations("YAML", cmpl_yaml_read, yaml, COMPLAINT_OK);
	test_allocations("faulty YAML", cmpl_yaml_read, faulty_yaml, COMPLAINT_ERR_INVALID_FILE);
	test_allocations("JSON", cmpl_json_read, json, COMPLAINT_OK);
	test_allocations("faulty JSON", cmpl_json_read, faulty_json, COMPLAINT_ERR_INVALID_FILE);
	test_mutations("YAML", cmpl_yaml_read, yaml);
	test_mutations("JSON", cmpl_json_read, json);
	return test_finish();
}
