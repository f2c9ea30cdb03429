/* SPDX-License-Identifier: MIT */
/* A case as JSON in, an answer as JSON out. */
#include <string.h>

#include "bench.h"
#include "sample_case.h"

static struct complaint_answer *answer;
static struct complaint_options verdict = { .size = sizeof(verdict),
					    .detail = COMPLAINT_DETAIL_VERDICT,
					    .without_readings = 1 };
static struct complaint_options whole = { .size = sizeof(whole),
					  .detail = COMPLAINT_DETAIL_ANSWER,
					  .without_readings = 1 };
static struct complaint_options readings = { .size = sizeof(readings),
					     .detail = COMPLAINT_DETAIL_ANSWER };

static complaint_status evaluate(int32_t questions, const struct complaint_options *options,
				 const char **ret_text)
{
	size_t length = 0;
	complaint_status status = complaint_answer_evaluate_json(
		answer, bench_brighter_places(), questions, sample_case_json,
		COMPLAINT_NUL_TERMINATED, options, ret_text, &length, NULL);

	bench_sink += (int64_t)length;
	return status;
}

static void run_verdict(void)
{
	const char *text;

	evaluate(COMPLAINT_ASK_ELIGIBILITY, &verdict, &text);
}

static void run_standing(void)
{
	const char *text;

	evaluate(COMPLAINT_ASK_STANDING, &whole, &text);
}

static void run_standing_readings(void)
{
	const char *text;

	evaluate(COMPLAINT_ASK_STANDING, &readings, &text);
}

/* The case alone, and the answer alone. */
static void run_read(void)
{
	struct complaint_case *made = NULL;

	complaint_case_load_memory(bench_brighter_places(), "case", sample_case_json,
				   COMPLAINT_NUL_TERMINATED, &made, NULL);
	complaint_case_free(made);
}

static void run_write(void)
{
	const char *text;
	size_t length = 0;

	complaint_answer_get_json(answer, &text, &length);
	bench_sink += (int64_t)length;
}

static bool prepare(void)
{
	const char *text = NULL;

	if (!answer && complaint_answer_new(&answer) != COMPLAINT_OK)
		return false;
	if (evaluate(COMPLAINT_ASK_ELIGIBILITY, &verdict, &text) != COMPLAINT_OK ||
	    !strstr(text, "\"outcome\":\"undetermined\""))
		return bench_wrong("eligibility as JSON: %s", text ? text : "nothing");
	if (evaluate(COMPLAINT_ASK_STANDING, &readings, &text) != COMPLAINT_OK ||
	    !sample_is_right(answer) || !strstr(text, "\"due\":\"2022-10-31\""))
		return bench_wrong("standing as JSON: %s", text ? text : "nothing");
	return true;
}

/* Leaves in the answer what shall be written. */
static bool prepare_write(void)
{
	const char *text;

	return prepare() && evaluate(COMPLAINT_ASK_STANDING, &whole, &text) == COMPLAINT_OK;
}

static bool report(void)
{
	const char *text;

	if (!prepare() || evaluate(COMPLAINT_ASK_ELIGIBILITY, &verdict, &text) != COMPLAINT_OK)
		return false;
	bench_figure("json/verdict-bytes", (double)strlen(text), "bytes");
	evaluate(COMPLAINT_ASK_STANDING, &whole, &text);
	bench_figure("json/standing-bytes", (double)strlen(text), "bytes");
	evaluate(COMPLAINT_ASK_STANDING, &readings, &text);
	bench_figure("json/standing-readings-bytes", (double)strlen(text), "bytes");
	return true;
}

static const struct bench_job jobs[] = {
	{ "json/verdict", NULL, "case", prepare, run_verdict, NULL },
	{ "json/standing", NULL, "case", prepare, run_standing, NULL },
	{ "json/standing-readings", NULL, "case", prepare, run_standing_readings, NULL },
	{ "json/read-case", NULL, "case", prepare, run_read, NULL },
	{ "json/write-standing", NULL, "answer", prepare_write, run_write, NULL },
};

const struct bench_group bench_json_group = { "json", jobs, COUNT_OF(jobs), report };
