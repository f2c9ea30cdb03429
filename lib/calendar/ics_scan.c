/* SPDX-License-Identifier: MIT */
#include "calendar/ics_scan.h"

#include <string.h>

#include "base/memory.h"
#include "calendar/ics_event.h"

enum { NAME_MAX = 32, TITLE_MAX = 200 };

struct component {
	char name[NAME_MAX + 1]; /* in upper case */
	uint32_t line;
};

struct nesting {
	struct component open[CMPL_ICS_DEPTH_MAX];
	int depth;
	bool ended; /* the one VCALENDAR */
};

void cmpl_ics_scan_free(struct cmpl_ics_scan *scan)
{
	cmpl_free(scan->events);
	cmpl_free(scan->days);
	cmpl_string_free(&scan->title);
}

static bool malformed(struct cmpl_ics_scanner *scanner, uint32_t line, const char *message)
{
	cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_MALFORMED, (struct cmpl_place){ line, 1 },
			"%s", message);
	cmpl_diag_hint(scanner->form.diags, "save it again from the program that wrote it");
	return false;
}

static bool is_open(const struct nesting *nesting, int depth, const char *name)
{
	return nesting->depth == depth && !strcmp(nesting->open[depth - 1].name, name);
}

/* Where no component is open. */
static bool begin_calendar(struct cmpl_ics_scanner *scanner, const struct nesting *nesting,
			   struct cmpl_ics_text name, uint32_t line)
{
	if (!nesting->ended && cmpl_ics_is(name, "VCALENDAR"))
		return true;
	if (!nesting->ended)
		return malformed(scanner, line, "the file does not begin with BEGIN:VCALENDAR");
	if (!cmpl_ics_is(name, "VCALENDAR"))
		return malformed(scanner, line, "the file goes on after END:VCALENDAR");
	cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_TWO_CALENDARS, (struct cmpl_place){ line, 1 },
			"a second VCALENDAR begins");
	cmpl_diag_hint(scanner->form.diags, "save each calendar as a file of its own");
	return false;
}

static bool begin(struct cmpl_ics_scanner *scanner, struct nesting *nesting,
		  struct cmpl_ics_text name, uint32_t line)
{
	struct component *component;

	if (nesting->depth == CMPL_ICS_DEPTH_MAX) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_NESTED_TOO_DEEP,
				(struct cmpl_place){ line, 1 }, "%s nests more than %d deep",
				cmpl_ics_quote(scanner, name), CMPL_ICS_DEPTH_MAX);
		cmpl_diag_hint(scanner->form.diags,
			       "an event with its alarm is as deep as it goes");
		return false;
	}
	if (!nesting->depth && !begin_calendar(scanner, nesting, name, line))
		return false;
	if (nesting->depth && cmpl_ics_is(name, "VCALENDAR"))
		return malformed(scanner, line, "a VCALENDAR begins inside another component");
	if (nesting->depth > 1 && cmpl_ics_is(name, "VEVENT"))
		return malformed(scanner, line, "a VEVENT begins inside another component");
	if (!name.length || name.length > NAME_MAX)
		return malformed(scanner, line,
				 "a component has no name, or one longer than 32 characters");
	component = &nesting->open[nesting->depth++];
	for (size_t i = 0; i < name.length; i++)
		component->name[i] = name.text[i] >= 'a' && name.text[i] <= 'z'
					     ? (char)(name.text[i] - 'a' + 'A')
					     : name.text[i];
	component->name[name.length] = '\0';
	component->line = line;
	if (is_open(nesting, 2, "VEVENT"))
		cmpl_ics_event_begin(scanner, line);
	return true;
}

static bool end(struct cmpl_ics_scanner *scanner, struct nesting *nesting,
		struct cmpl_ics_text name, uint32_t line)
{
	if (!nesting->depth || !cmpl_ics_is(name, nesting->open[nesting->depth - 1].name)) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_MALFORMED,
				(struct cmpl_place){ line, 1 }, "%s ends here but was not open",
				cmpl_ics_quote(scanner, name));
		cmpl_diag_hint(scanner->form.diags, "each END ends the BEGIN before it");
		return false;
	}
	if (is_open(nesting, 2, "VEVENT"))
		cmpl_ics_event_end(scanner);
	nesting->depth--;
	nesting->ended = !nesting->depth;
	return true;
}

/* "\," and the like; line ends become spaces, for a cause is shown in one line. */
static void read_title(struct cmpl_ics_scanner *scanner, struct cmpl_ics_text value)
{
	struct cmpl_string *title = &scanner->scan->title;

	if (title->length || value.length > TITLE_MAX)
		return;
	for (size_t i = 0; i < value.length; i++) {
		char c = value.text[i];

		if (c == '\\' && i + 1 < value.length) {
			c = value.text[++i];
			c = c == 'n' || c == 'N' ? ' ' : c;
		}
		cmpl_string_add_char(title, c == '\t' ? ' ' : c);
	}
	if (title->failed)
		scanner->form.no_memory = true;
}

/* False: what follows cannot be understood any more. */
static bool read_line(struct cmpl_ics_scanner *scanner, struct nesting *nesting,
		      const struct cmpl_ics_lines *lines)
{
	struct cmpl_ics_property property;

	if (!lines->text_length)
		return true;
	if (!cmpl_ics_split(lines, &property)) {
		if (!nesting->depth && !nesting->ended)
			return malformed(scanner, lines->text_line,
					 "the file does not begin with BEGIN:VCALENDAR");
		return malformed(scanner, lines->text_line,
				 "a line is not a name, a colon and a value");
	}
	if (cmpl_ics_is(property.name, "BEGIN"))
		return begin(scanner, nesting, property.value, lines->text_line);
	if (cmpl_ics_is(property.name, "END"))
		return end(scanner, nesting, property.value, lines->text_line);
	if (!nesting->depth)
		return malformed(scanner, lines->text_line,
				 nesting->ended ? "the file goes on after END:VCALENDAR"
						: "the file does not begin with BEGIN:VCALENDAR");
	if (is_open(nesting, 2, "VEVENT"))
		cmpl_ics_event_property(scanner, &property);
	else if (nesting->depth == 1 && cmpl_ics_is(property.name, "X-WR-CALNAME"))
		read_title(scanner, property.value);
	return !scanner->form.no_memory;
}

static bool read_lines(struct cmpl_ics_scanner *scanner, struct nesting *nesting,
		       struct cmpl_ics_lines *lines)
{
	while (true) {
		switch (cmpl_ics_next_line(lines)) {
		case CMPL_ICS_END: return true;
		case CMPL_ICS_LINE:
			if (!read_line(scanner, nesting, lines))
				return false;
			break;
		case CMPL_ICS_LINE_TOO_LONG:
			cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_TOO_LONG_LINE,
					(struct cmpl_place){ lines->text_line, 1 },
					"a line, unfolded, is longer than %d bytes",
					CMPL_ICS_LINE_MAX);
			cmpl_diag_hint(scanner->form.diags,
				       "is it the right file? Shorten that line");
			return false;
		case CMPL_ICS_TOO_MANY_LINES:
			cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_TOO_LARGE,
					(struct cmpl_place){ lines->line + 1, 1 },
					"the file has more than %d lines", CMPL_ICS_LINES_MAX);
			cmpl_diag_hint(scanner->form.diags, "save only the years that are needed");
			return false;
		}
	}
}

static void check_whole(struct cmpl_ics_scanner *scanner, const struct nesting *nesting,
			const struct cmpl_ics_lines *lines)
{
	if (nesting->depth) {
		const struct component *open = &nesting->open[nesting->depth - 1];

		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_MALFORMED,
				(struct cmpl_place){ lines->line, 1 },
				"the file ends inside the %s that begins on line %u", open->name,
				(unsigned)open->line);
		cmpl_diag_hint(scanner->form.diags, "it is cut short; fetch or save it again");
	} else if (!nesting->ended) {
		malformed(scanner, 0, "the file does not begin with BEGIN:VCALENDAR");
	} else if (!scanner->scan->event_count) {
		cmpl_form_fault(&scanner->form, CMPL_CODE_ICS_NO_EVENT, (struct cmpl_place){ 0, 0 },
				"the calendar has no event");
		cmpl_diag_hint(scanner->form.diags,
			       "save it again with its events, or leave it out");
	}
}

static bool check_bytes(struct cmpl_ics_scanner *scanner)
{
	struct cmpl_form *form = &scanner->form;

	/* Before the checks that all text files share, whose words are those of rule files. */
	if (form->length > CMPL_ICS_BYTES_MAX) {
		cmpl_form_fault(form, CMPL_CODE_FILE_TOO_LARGE, (struct cmpl_place){ 0, 0 },
				"the file has %zu bytes, but may have %d at most", form->length,
				CMPL_ICS_BYTES_MAX);
		return false;
	}
	if (!form->length) {
		cmpl_form_fault(form, CMPL_CODE_EMPTY_FILE, (struct cmpl_place){ 0, 0 },
				"the file is empty");
		return false;
	}
	return cmpl_form_check_bytes(form, false);
}

complaint_status cmpl_ics_scan(const char *file, const char *bytes, size_t length,
			       struct cmpl_ics_scan *scan, struct complaint_diagnostics *diags)
{
	struct cmpl_ics_scanner scanner = { .scan = scan };
	struct nesting nesting = { .depth = 0 };
	struct cmpl_ics_lines *lines = cmpl_alloc(sizeof(*lines));

	if (!lines)
		return COMPLAINT_ERR_NO_MEMORY;
	scanner.form.file = file;
	scanner.form.bytes = bytes;
	scanner.form.length = length;
	scanner.form.diags = diags;
	if (check_bytes(&scanner)) {
		lines->bytes = scanner.form.bytes;
		lines->length = scanner.form.length;
		if (read_lines(&scanner, &nesting, lines))
			check_whole(&scanner, &nesting, lines);
	}
	if (scanner.quote.failed)
		scanner.form.no_memory = true;
	cmpl_string_free(&scanner.quote);
	cmpl_free(lines);
	if (scanner.form.no_memory)
		return COMPLAINT_ERR_NO_MEMORY;
	return scanner.form.faults ? COMPLAINT_ERR_INVALID_FILE : COMPLAINT_OK;
}
