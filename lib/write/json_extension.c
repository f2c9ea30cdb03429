/* SPDX-License-Identifier: MIT */
#include "write/report.h"

#include <string.h>

#include "policy/words.h"

static void write_lists(struct cmpl_report *report, const struct complaint_extension *extension)
{
	struct cmpl_json *json = &report->json;
	size_t missing = complaint_extension_missing_count(extension);
	size_t unknown = complaint_extension_unknown_count(extension);
	size_t notices = complaint_extension_notice_count(extension);
	size_t duties = complaint_extension_duty_count(extension);

	cmpl_json_open(json, "missing", '[');
	for (size_t i = 0; i < missing; i++)
		cmpl_json_text(json, NULL, complaint_extension_get_missing(extension, i));
	cmpl_json_close(json, ']');
	cmpl_json_open(json, "unknown", '[');
	for (size_t i = 0; i < unknown; i++)
		cmpl_json_text(json, NULL, complaint_extension_get_unknown(extension, i));
	cmpl_json_close(json, ']');
	cmpl_json_open(json, "notices", '[');
	for (size_t i = 0; i < notices; i++)
		cmpl_json_text(json, NULL, complaint_extension_get_notice(extension, i));
	cmpl_json_close(json, ']');
	cmpl_json_open(json, "duties", '[');
	for (size_t i = 0; i < duties; i++)
		cmpl_json_text(json, NULL,
			       cmpl_rule_name(report->policy,
					      complaint_extension_get_duty_at(extension, i)));
	cmpl_json_close(json, ']');
}

/* The keys of `expect`: the same for the answer and for each reading. */
static void write_core(struct cmpl_report *report, const struct complaint_extension *extension)
{
	struct cmpl_json *json = &report->json;
	const struct complaint_date *due =
		complaint_extension_get_date(extension, COMPLAINT_EXTENSION_NEW_DUE);
	int32_t flags = complaint_extension_get_flags(extension);
	int32_t date_flags = complaint_date_get_flags(due);

	if (flags & COMPLAINT_EXTENSION_BY_DAY)
		date_flags |= COMPLAINT_DATE_BY_DAY;
	cmpl_json_text(json, "outcome",
		       cmpl_word_extension_outcome(complaint_extension_get_outcome(extension)));
	cmpl_json_text(json, "tier",
		       cmpl_rule_name(report->policy, complaint_extension_get_tier(extension)));
	cmpl_write_date(json, "due", due);
	cmpl_write_date_flags(json, date_flags);
	cmpl_write_flag(json, "late", flags, COMPLAINT_EXTENSION_LATE);
	cmpl_write_flag(json, "already-done", flags, COMPLAINT_EXTENSION_ALREADY_DONE);
	write_lists(report, extension);
}

static void write_dates(struct cmpl_report *report, const struct complaint_extension *extension)
{
	static const struct {
		const char *key;
		int32_t which;
	} dates[] = {
		{ "current-due", COMPLAINT_EXTENSION_CURRENT_DUE },
		{ "policy-due", COMPLAINT_EXTENSION_POLICY_DUE },
		{ "reach", COMPLAINT_EXTENSION_REACH },
		{ "asked", COMPLAINT_EXTENSION_ASKED },
	};

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		cmpl_write_date(&report->json, dates[i].key,
				complaint_extension_get_date(extension, dates[i].which));
}

static void write_working(struct cmpl_report *report, const struct complaint_extension *extension)
{
	size_t count = complaint_extension_working_count(extension);
	complaint_day day = 0;

	if (report->detail < COMPLAINT_DETAIL_WORKING || count == 0)
		return;
	cmpl_json_open(&report->json, "working", '[');
	for (size_t i = 0; i < count; i++)
		if (complaint_extension_get_working_day(extension, i, &day) == COMPLAINT_OK)
			cmpl_write_working(&report->json, day,
					   complaint_extension_get_working_number(extension, i),
					   complaint_extension_get_working_text(extension, i));
	cmpl_json_close(&report->json, ']');
}

static void write_name_words(struct cmpl_report *report, const char *name)
{
	struct cmpl_json *json = &report->json;

	cmpl_json_open(json, NULL, '{');
	cmpl_json_text(json, "name", name);
	cmpl_json_text(
		json, "question",
		complaint_policy_get_question(report->policy, name, COMPLAINT_NUL_TERMINATED));
	cmpl_json_close(json, '}');
}

static void write_words(struct cmpl_report *report, const struct complaint_extension *extension)
{
	struct cmpl_json *json = &report->json;
	uint32_t tier = complaint_extension_get_tier(extension);
	uint32_t reading = cmpl_reading_used(report, tier, NULL);
	size_t unknown = complaint_extension_unknown_count(extension);

	cmpl_json_open(json, "question-words", '[');
	for (size_t i = 0; i < unknown; i++)
		write_name_words(report, complaint_extension_get_unknown(extension, i));
	cmpl_json_close(json, ']');
	if (tier == COMPLAINT_NONE)
		return;
	cmpl_json_open(json, "tier-words", '{');
	cmpl_write_rule_words(json, report->policy, tier, reading);
	cmpl_write_limit(json, "up-to", report->policy, tier, reading, COMPLAINT_LIMIT_UP_TO);
	cmpl_write_limit(json, "in-all", report->policy, tier, reading, COMPLAINT_LIMIT_IN_ALL);
	cmpl_json_close(json, '}');
}

static const char *reading_rule(const struct cmpl_report *report,
				const struct complaint_extension *extension, size_t index)
{
	const struct complaint_extension *reading =
		complaint_extension_get_reading(extension, index);

	return cmpl_rule_name(report->policy, complaint_extension_get_reading_rule(reading));
}

/* Every reading of the rule that the first-th reading is of. */
static void write_readings_of(struct cmpl_report *report,
			      const struct complaint_extension *extension, size_t first)
{
	struct cmpl_json *json = &report->json;
	const char *rule = reading_rule(report, extension, first);
	size_t count = complaint_extension_reading_count(extension);

	cmpl_json_open(json, rule, '{');
	for (size_t i = first; i < count; i++) {
		const struct complaint_extension *reading =
			complaint_extension_get_reading(extension, i);

		if (strcmp(reading_rule(report, extension, i), rule) != 0)
			continue;
		cmpl_json_open(json, complaint_extension_get_reading_label(reading), '{');
		write_core(report, reading);
		write_dates(report, reading);
		write_working(report, reading);
		cmpl_json_close(json, '}');
	}
	cmpl_json_close(json, '}');
}

/* rule -> label -> the keys of the answer */
static void write_readings(struct cmpl_report *report, const struct complaint_extension *extension)
{
	size_t count = complaint_extension_reading_count(extension);

	cmpl_json_open(&report->json, "readings", '{');
	for (size_t i = 0; i < count; i++) {
		const char *rule = reading_rule(report, extension, i);
		bool seen = false;

		for (size_t j = 0; j < i; j++)
			seen = seen || strcmp(reading_rule(report, extension, j), rule) == 0;
		if (!seen)
			write_readings_of(report, extension, i);
	}
	cmpl_json_close(&report->json, '}');
}

void cmpl_write_extension(struct cmpl_report *report)
{
	const struct complaint_extension *extension =
		complaint_answer_get_extension(report->answer);
	uint32_t duty = complaint_extension_get_duty(extension);

	if (!extension)
		return;
	cmpl_json_open(&report->json, "extension", '{');
	cmpl_json_text(&report->json, "of", cmpl_rule_name(report->policy, duty));
	write_core(report, extension);
	if (report->detail > COMPLAINT_DETAIL_VERDICT) {
		write_dates(report, extension);
		write_working(report, extension);
		write_words(report, extension);
		write_readings(report, extension);
	}
	cmpl_json_close(&report->json, '}');
}
