/* SPDX-License-Identifier: MIT */
/* The case that an interview leaves behind, for `complaint eval`. */
#include "interview.h"

#include <errno.h>
#include <string.h>

static void grow_section(struct growing *text, const struct interview *interview, int events)
{
	int begun = 0;

	for (size_t i = 0; i < interview->count; i++) {
		const struct answered *answered = &interview->answers[i];

		if (answered->is_event != events || !answered->value[0])
			continue;
		if (!begun)
			grow_text(text, events ? "events:\n" : "facts:\n");
		begun = 1;
		grow_text(text, "  ");
		grow_text(text, answered->name);
		grow_text(text, ": ");
		grow_text(text, answered->value);
		grow_text(text, "\n");
	}
}

static const char *word_of_moment(int32_t at)
{
	return at == COMPLAINT_AT_ACCEPTANCE   ? "acceptance"
	       : at == COMPLAINT_AT_ESCALATION ? "escalation"
					       : "additional-issue";
}

static void grow_case(struct growing *text, const struct interview *interview)
{
	grow_text(text, "# Asked by `complaint case` for ");
	grow_text(text, complaint_policy_get_id(interview->policy));
	grow_text(text, ".\nformat: 1\nkind: case\n");
	if (interview->now[0]) {
		grow_text(text, "now: ");
		grow_text(text, interview->now);
		grow_text(text, "\n");
	}
	if (interview->at) {
		grow_text(text, "request: { at: ");
		grow_text(text, word_of_moment(interview->at));
		grow_text(text, " }\n");
	}
	grow_section(text, interview, 0);
	grow_section(text, interview, 1);
}

int write_case(const struct interview *interview, const char *path)
{
	struct growing text = { 0 };
	FILE *file = fopen(path, "wx");
	int failed = 1;

	if (file) {
		grow_case(&text, interview);
		failed = text.failed || fwrite(text.text, 1, text.length, file) != text.length;
		failed |= fclose(file) != 0;
		if (failed)
			remove(path);
	}
	if (failed)
		complain(path, file && text.failed ? "out of memory" : strerror(errno));
	free_growing(&text);
	return failed ? TOOL_TROUBLE : TOOL_CLEAN;
}
