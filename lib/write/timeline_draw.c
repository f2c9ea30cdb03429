/* SPDX-License-Identifier: MIT */
/*
 * The timeline as SVG without a viewBox: bars have places in per cent and text has its own size, so
 * that both can be read on a telephone and on paper.
 */
#include "write/timeline.h"

#include <ctype.h>
#include <string.h>

#define LINE 17      /* pixels from one line of text to the next */
#define COLUMNS 38   /* characters that a telephone shows in one */
#define MOST_LINES 3 /* of what stands below a name */
#define BAR 14       /* pixels high */
#define HEADING 28
#define TOP 24 /* the scale */

/* --- words ------------------------------------------------------------------ */

/* Who says something, says it into another string. */
static struct cmpl_string *redirect(struct cmpl_page *page, struct cmpl_string *to)
{
	struct cmpl_string *before = page->report.out;

	page->report.out = to;
	return before;
}

static void name_track(struct cmpl_page *page, const struct cmpl_track *track,
		       struct cmpl_string *name)
{
	struct cmpl_string *before = redirect(page, name);
	const char *id = cmpl_rule_name(page->report.policy, track->rule);

	if (track->look == CMPL_TRACK_TIER)
		cmpl_say(&page->report, "Extension: ");
	else
		cmpl_string_add_char(name, (char)toupper((unsigned char)*id++));
	cmpl_say_name(&page->report, id);
	redirect(page, before);
}

static void describe_tier(struct cmpl_page *page, uint32_t rule)
{
	int32_t amount = 0, unit = 0;

	complaint_policy_get_rule_limit(page->report.policy, rule, COMPLAINT_NONE,
					COMPLAINT_LIMIT_UP_TO, &amount, &unit);
	if (unit == COMPLAINT_UNIT_NO_LIMIT) {
		cmpl_say(&page->report, "no limit");
	} else if (unit != 0) {
		cmpl_say(&page->report, "up to ");
		cmpl_say_limit(&page->report, rule, COMPLAINT_NONE, COMPLAINT_LIMIT_UP_TO);
		cmpl_say(&page->report, " more");
	} else {
		cmpl_say_limit(&page->report, rule, COMPLAINT_NONE, COMPLAINT_LIMIT_IN_ALL);
		cmpl_say(&page->report, " in all");
	}
}

static void describe_track(struct cmpl_page *page, const struct cmpl_track *track,
			   struct cmpl_string *what)
{
	struct cmpl_string *before = redirect(page, what);

	if (track->look == CMPL_TRACK_STAGE) {
		cmpl_say(&page->report, "from ");
		cmpl_say_anchor(&page->report, track->rule, COMPLAINT_NONE,
				COMPLAINT_ANCHOR_STARTS);
	} else if (track->look == CMPL_TRACK_TIER) {
		describe_tier(page, track->rule);
	} else if (cmpl_say_limit(&page->report, track->rule, COMPLAINT_NONE,
				  COMPLAINT_LIMIT_WITHIN)) {
		cmpl_say(&page->report, " from ");
		cmpl_say_anchor(&page->report, track->rule, COMPLAINT_NONE, COMPLAINT_ANCHOR_AFTER);
	} else {
		cmpl_say(&page->report, "opens after ");
		if (cmpl_say_limit(&page->report, track->rule, COMPLAINT_NONE,
				   COMPLAINT_LIMIT_WAIT))
			cmpl_say(&page->report, " from ");
		cmpl_say_anchor(&page->report, track->rule, COMPLAINT_NONE, COMPLAINT_ANCHOR_OPENS);
		cmpl_say(&page->report, ", no end");
	}
	redirect(page, before);
}

/* --- marks -------------------------------------------------------------------- */

static void add_percent(struct cmpl_string *out, int32_t at, int32_t scale)
{
	int32_t part = (int32_t)((int64_t)at * 10000 / scale);

	if (part > 10000)
		part = 10000;
	cmpl_string_addf(out, "%d.%02d%%", (int)(part / 100), (int)(part % 100));
}

static void add_text(struct cmpl_page *page, const char *class, int y, const char *text,
		     size_t length)
{
	cmpl_string_addf(&page->out, "\n<text class=\"%s\" x=\"0\" y=\"%d\">", class, y);
	cmpl_page_escape(&page->out, page->format, text, length);
	cmpl_string_add(&page->out, "</text>");
}

/* The first line of a text: as many whole words as there is room for. */
static size_t cut(const char *text)
{
	size_t length = strlen(text), at = COLUMNS;

	if (length <= COLUMNS)
		return length;
	while (at > 0 && text[at] != ' ')
		at--;
	return at > 0 ? at : COLUMNS;
}

/* How many lines a text takes; drawn from y on unless that is negative. */
static int add_lines(struct cmpl_page *page, const char *class, int y, const char *text)
{
	int lines = 0;

	while (*text && lines < MOST_LINES) {
		size_t length = cut(text);

		if (y >= 0)
			add_text(page, class, y + lines * LINE, text, length);
		text += length;
		text += strspn(text, " ");
		lines++;
	}
	return lines;
}

static void add_arrow(struct cmpl_page *page, int y, const char *colour)
{
	cmpl_string_addf(
		&page->out,
		"\n<svg x=\"100%%\" y=\"%d\" overflow=\"visible\"><path d=\"M-12 -2L-1 7L-12 16Z\" "
		"fill=\"%s\"/></svg>",
		y, colour);
}

static const struct {
	const char *fill, *stroke;
} looks[] = {
	[CMPL_TRACK_STAGE] = { "#12304f", "#12304f" },
	[CMPL_TRACK_DUTY] = { "#1b5f86", "#1b5f86" },
	[CMPL_TRACK_TIER] = { "url(#hatch)", "#8a5200" },
	[CMPL_TRACK_WINDOW] = { "#e3f1e0", "#2f6b25" },
};

static void add_bar(struct cmpl_page *page, const struct cmpl_track *track, int y, int32_t scale)
{
	bool endless = track->endless || track->to > scale;
	int32_t from = track->from < scale ? track->from : scale - scale / 30;
	int32_t to = endless ? scale - scale / 40 : track->to;

	cmpl_string_addf(&page->out, "\n<rect y=\"%d\" height=\"%d\" x=\"", y, BAR);
	add_percent(&page->out, from, scale);
	cmpl_string_add(&page->out, "\" width=\"");
	add_percent(&page->out, to > from ? to - from : 0, scale);
	cmpl_string_addf(&page->out, "\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"%s/>",
			 looks[track->look].fill, looks[track->look].stroke,
			 track->floating ? " stroke-dasharray=\"4 3\" fill-opacity=\".55\"" : "");
	if (endless)
		add_arrow(page, y, looks[track->look].stroke);
}

/* --- the drawing ------------------------------------------------------------------ */

/* A track at y, or only its height where `draw` is false. */
static int put_track(struct cmpl_page *page, const struct cmpl_track *track, int y, int32_t scale,
		     bool draw)
{
	struct cmpl_string name = { 0 }, what = { 0 };
	bool stage = track->look == CMPL_TRACK_STAGE;
	int begin = y, lines;

	name_track(page, track, &name);
	describe_track(page, track, &what);
	if (stage && draw) {
		cmpl_string_addf(&page->out,
				 "\n<rect x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\" rx=\"4\" "
				 "fill=\"#12304f\"/>\n<text class=\"stage\" x=\"10\" y=\"%d\">",
				 y + 6, HEADING, y + 25);
		cmpl_page_escape(&page->out, page->format, cmpl_string_text(&name), name.length);
		cmpl_string_add(&page->out, "</text>");
	} else if (draw) {
		add_lines(page, "name", y + LINE, cmpl_string_text(&name));
	}
	y += stage ? HEADING + 8 : LINE * add_lines(page, "", -1, cmpl_string_text(&name));
	lines = add_lines(page, "what", draw ? y + LINE : -1, cmpl_string_text(&what));
	y += lines * LINE;
	if (draw && !stage)
		add_bar(page, track, y + 7, scale);
	y += stage ? 10 : BAR + 16;
	page->out.failed = page->out.failed || name.failed || what.failed;
	cmpl_string_free(&name);
	cmpl_string_free(&what);
	return y - begin;
}

/* Weeks between two lines of the scale: as few lines as a telephone has room for. */
static int32_t step_of(int32_t scale)
{
	static const int32_t steps[] = { 1, 2, 4, 8, 13, 26, 52, 104 };
	size_t i = 0;

	while (i + 1 < sizeof(steps) / sizeof(steps[0]) && scale / (steps[i] * 700) > 5)
		i++;
	return steps[i];
}

static void put_scale(struct cmpl_page *page, int32_t scale, int height)
{
	int32_t step = step_of(scale);

	for (int32_t week = 0; week * 700 < scale - scale / 20; week += step) {
		cmpl_string_add(&page->out, "\n<line y1=\"20\" stroke=\"#c3ccd6\" x1=\"");
		add_percent(&page->out, week * 700, scale);
		cmpl_string_add(&page->out, "\" x2=\"");
		add_percent(&page->out, week * 700, scale);
		cmpl_string_addf(&page->out, "\" y2=\"%d\"/>\n<text class=\"what\" y=\"14\" x=\"",
				 height);
		add_percent(&page->out, week * 700, scale);
		cmpl_string_addf(&page->out, "\"%s>", week > 0 ? " text-anchor=\"middle\"" : "");
		if (week == 0)
			cmpl_string_add(&page->out, "start");
		else
			cmpl_string_addf(&page->out, "%d wk", (int)week);
		cmpl_string_add(&page->out, "</text>");
	}
}

/* All that the drawing shows, for whoever does not see it. */
static void put_description(struct cmpl_page *page, const struct cmpl_timeline *timeline)
{
	struct cmpl_string said = { 0 };

	for (size_t i = 0; i < timeline->count; i++) {
		cmpl_string_add(&said, i > 0 ? " " : "");
		name_track(page, &timeline->tracks[i], &said);
		cmpl_string_add(&said, ": ");
		describe_track(page, &timeline->tracks[i], &said);
		cmpl_string_add(&said, ".");
	}
	cmpl_page_raw(page, "\n<desc id=\"timeline-desc\">");
	cmpl_page_escape(&page->out, page->format, cmpl_string_text(&said), said.length);
	cmpl_page_raw(page, "</desc>");
	page->out.failed = page->out.failed || said.failed;
	cmpl_string_free(&said);
}

void cmpl_timeline_draw(struct cmpl_page *page, const struct cmpl_timeline *timeline)
{
	int height = TOP;

	for (size_t i = 0; i < timeline->count; i++)
		height += put_track(page, &timeline->tracks[i], 0, timeline->scale, false);
	cmpl_string_addf(
		&page->out,
		"\n<figure>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%%\" "
		"height=\"%d\" role=\"img\" aria-labelledby=\"timeline-title timeline-desc\">\n"
		"<title id=\"timeline-title\">Timeline of the stages</title>",
		height);
	put_description(page, timeline);
	cmpl_page_raw(page, "\n<defs><pattern id=\"hatch\" width=\"7\" height=\"7\" "
			    "patternUnits=\"userSpaceOnUse\"><rect width=\"7\" height=\"7\" "
			    "fill=\"#fff6e5\"/><path d=\"M-1 6L6 -1M1 8L8 1\" stroke=\"#8a5200\" "
			    "stroke-width=\"1.5\"/></pattern></defs>");
	put_scale(page, timeline->scale, height);
	height = TOP;
	for (size_t i = 0; i < timeline->count; i++)
		height += put_track(page, &timeline->tracks[i], height, timeline->scale, true);
	cmpl_page_raw(
		page,
		"\n</svg>\n<figcaption>Each stage from its own beginning, in weeks, every duty "
		"done on its last day; five working days to a week and no bank holidays, so it is "
		"a drawing and no calendar. Filled: what is due. Hatched: by how much that may be "
		"extended. Outlined: rights of the resident that open when the stage is over. "
		"Dashed: it runs from an event that has no place here. An arrow goes on beyond "
		"the edge.</figcaption>\n</figure>");
}
