/* SPDX-License-Identifier: MIT */
/*
 * Where the bars of a drawn policy begin and end: hundredths of a calendar day from a stage's
 * start.
 */
#include "write/timeline.h"

#include <string.h>

#include <complaint/complaint.h>

#include "base/memory.h"
#include "support/test.h"

struct row {
	const char *rule;
	uint8_t look;
	int32_t from, to;
	bool floating, endless;
};

/* Ten working days are two weeks; what runs from an event of no known day floats at the start. */
static const struct row brighter_places[] = {
	{ "stage-1", CMPL_TRACK_STAGE, 0, 0, false, false },
	{ "acknowledge-stage-1", CMPL_TRACK_DUTY, 0, 700, false, false },
	{ "log-without-contact", CMPL_TRACK_DUTY, 0, 300, false, false },
	{ "respond-stage-1", CMPL_TRACK_DUTY, 0, 1400, true, false },
	{ "usual-stage-1", CMPL_TRACK_TIER, 1400, 2800, false, false },
	{ "exceptional-stage-1", CMPL_TRACK_TIER, 1400, 4200, false, false },
	{ "agreed-stage-1", CMPL_TRACK_TIER, 1400, 1400, false, true },
	{ "escalate", CMPL_TRACK_WINDOW, 1400, 2900, false, false },
	{ "escalate-after-works", CMPL_TRACK_WINDOW, 1400, 2900, false, false },
	{ "stage-2", CMPL_TRACK_STAGE, 0, 0, false, false },
	{ "acknowledge-stage-2", CMPL_TRACK_DUTY, 0, 420, false, false },
	{ "respond-stage-2", CMPL_TRACK_DUTY, 0, 2800, false, false },
	{ "usual-stage-2", CMPL_TRACK_TIER, 2800, 4200, false, false },
	{ "agreed-stage-2", CMPL_TRACK_TIER, 2800, 2800, false, true },
	{ "ombudsman", CMPL_TRACK_WINDOW, 2800, 2800, false, true },
	{ "designated-person", CMPL_TRACK_WINDOW, 2800, 2800, false, true },
};

/* The response runs from the acknowledgement, so it begins where that ends. */
static const struct row ombudsman[] = {
	{ "stage-1", CMPL_TRACK_STAGE, 0, 0, false, false },
	{ "acknowledge-stage-1", CMPL_TRACK_DUTY, 0, 700, false, false },
	{ "log-stage-1", CMPL_TRACK_DUTY, 0, 700, false, false },
	{ "respond-stage-1", CMPL_TRACK_DUTY, 700, 2100, false, false },
};

/* Hours, a wait, a right that outlasts all the rest, an anchor that is the latest of two. */
static const struct row awkward[] = {
	{ "stage-1", CMPL_TRACK_STAGE, 0, 0, false, false },
	{ "answer-it", CMPL_TRACK_DUTY, 0, 200, false, false },
	{ "waiting-door", CMPL_TRACK_WINDOW, 5800, 36728, false, false },
};

static void compare(const char *path, const struct row *rows, size_t count, size_t whole)
{
	struct complaint_policy *policy = NULL;
	struct cmpl_timeline timeline = { 0 };

	test_case("%s has as many bars as it should", path);
	if (!CHECK_STATUS(complaint_policy_load_file(test_source(path), &policy, NULL),
			  COMPLAINT_OK))
		return;
	CHECK(cmpl_timeline_lay_out(policy, &timeline));
	CHECK_NUMBER(timeline.count, whole);
	for (size_t i = 0; i < count && i < timeline.count; i++) {
		const struct cmpl_track *track = &timeline.tracks[i];

		test_case("%s: %s", path, rows[i].rule);
		CHECK_TEXT(complaint_policy_get_rule_id(policy, track->rule), rows[i].rule);
		CHECK_NUMBER(track->look, rows[i].look);
		CHECK_NUMBER(track->from, rows[i].from);
		CHECK_NUMBER(track->to, rows[i].to);
		CHECK_NUMBER(track->floating, rows[i].floating);
		CHECK_NUMBER(track->endless, rows[i].endless);
	}
	test_case("%s: every bar that is due fits the width", path);
	for (size_t i = 0; i < timeline.count; i++)
		CHECK(timeline.tracks[i].look == CMPL_TRACK_WINDOW ||
		      timeline.tracks[i].to <= timeline.scale);
	cmpl_free(timeline.tracks);
	complaint_policy_free(policy);
}

/* 1,200 limits of fifty years, each from the end of the one before: 60,000 years. */
static void longest_chain(void)
{
	static const char head[] =
		"format: 1\nkind: policy\ndocument: { issued-by: E, title: T, in-force: { from: "
		"2022-08 }, chosen-by: complaint-received }\ncounting: { calendar: "
		"england-and-wales }\nevents:\n";
	struct complaint_policy *policy = NULL;
	struct cmpl_timeline timeline = { 0 };
	struct cmpl_string text = { 0 };
	char *page = NULL;

	cmpl_string_add(&text, head);
	for (int i = 0; i < 1200; i++)
		cmpl_string_addf(&text, "- { id: e%d, question: q }\n", i);
	cmpl_string_add(&text, "stages:\n- id: stage-1\n  clause: '1'\n  says: s\n  starts: "
			       "complaint-received\n  ends: e1199\n  duties:\n");
	for (int i = 0; i < 1200; i++)
		cmpl_string_addf(&text,
				 "  - { id: d%d, clause: '1', says: s, within: 50 years, after: "
				 "%s%.0d, done-by: e%d }\n",
				 i,
				 i == 0   ? "complaint-received"
				 : i == 1 ? "e0"
					  : "e",
				 i > 1 ? i - 1 : 0, i);
	test_case("a chain longer than a number can hold ends at the furthest day");
	if (CHECK_STATUS(complaint_policy_load_memory("chain", cmpl_string_text(&text), text.length,
						      NULL, 0, &policy, NULL),
			 COMPLAINT_OK)) {
		CHECK(cmpl_timeline_lay_out(policy, &timeline));
		CHECK_NUMBER(timeline.tracks[1200].to, 1000000000);
		CHECK(timeline.scale > timeline.tracks[1200].to);
		CHECK_STATUS(complaint_policy_explain(policy, COMPLAINT_FORMAT_HTML, &page, NULL),
			     COMPLAINT_OK);
	}
	complaint_string_free(page);
	cmpl_free(timeline.tracks);
	cmpl_string_free(&text);
	complaint_policy_free(policy);
}

int main(void)
{
	longest_chain();
	compare("rules/brighter-places/2022-08/policy.yaml", brighter_places,
		COUNT_OF(brighter_places), COUNT_OF(brighter_places));
	compare("rules/housing-ombudsman/2024-04/policy.yaml", ombudsman, COUNT_OF(ombudsman), 13);
	compare("tests/explain/awkward.yaml", awkward, COUNT_OF(awkward), COUNT_OF(awkward));
	return test_finish();
}
