/* SPDX-License-Identifier: MIT */
/* Loading from memory, checked and compiled, beside libyaml's own events of the same bytes. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "bench.h"
#include "made_policy.h"

static const char path[] = "rules/brighter-places/2022-08/policy.yaml";

static char *bytes;
static size_t length;

static struct complaint_policy *load(void)
{
	struct complaint_policy *policy = NULL;

	complaint_policy_load_memory("policy.yaml", bytes, length, NULL, 0, &policy, NULL);
	return policy;
}

static void run_load(void)
{
	complaint_policy_free(load());
}

static void run_events(void)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;

	if (!yaml_parser_initialize(&parser))
		return;
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
	while (more && yaml_parser_parse(&parser, &event)) {
		more = event.type != YAML_STREAM_END_EVENT;
		bench_sink++;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static bool loads(void)
{
	struct complaint_policy *policy = load();

	complaint_policy_free(policy);
	return policy != NULL || bench_wrong("a policy does not load");
}

static bool prepare(void)
{
	if (!bytes)
		bytes = bench_read(path, &length);
	return loads();
}

/* Nothing has been loaded before. */
static bool prepare_first(void)
{
	bytes = bench_read(path, &length);
	return true;
}

/* A policy that was made larger, and its ratio to the events of the same bytes. */
static bool report_growth(const char *name, const struct made_policy *size)
{
	char text[96];
	double ours, events;

	free(bytes);
	bytes = made_policy_text(size, &length);
	if (!bytes || !loads())
		return false;
	ours = bench_median(run_load);
	events = bench_median(run_events);
	snprintf(text, sizeof(text), "load/%s-bytes", name);
	bench_figure(text, (double)length, "bytes");
	snprintf(text, sizeof(text), "load/%s", name);
	bench_figure(text, ours / (double)length, "nanoseconds a byte");
	snprintf(text, sizeof(text), "load/%s-ratio", name);
	bench_figure(text, ours / events, "times libyaml's events");
	return true;
}

static bool report(void)
{
	static const struct {
		const char *name;
		struct made_policy size;
	} sizes[] = {
		{ "10-exclusions", { .exclusions = 10, .stages = 1, .facts = 10 } },
		{ "100-exclusions", { .exclusions = 100, .stages = 1, .facts = 10 } },
		{ "1000-exclusions", { .exclusions = 1000, .stages = 1, .facts = 10 } },
		{ "1300-exclusions", { .exclusions = 1300, .stages = 2, .facts = 10 } },
	};
	struct complaint_policy *policy;
	size_t before, after;

	free(bytes);
	bytes = bench_read(path, &length);
	before = mallinfo2().uordblks;
	policy = load();
	after = mallinfo2().uordblks;
	complaint_policy_free(policy);
	bench_figure("load/file", (double)length, "bytes");
	bench_figure("load/kept", (double)(after - before), "bytes");
	bench_figure("load/kept-ratio", (double)(after - before) / (double)length,
		     "times the file");
	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		if (!report_growth(sizes[i].name, &sizes[i].size))
			return false;
	return true;
}

static const struct bench_job jobs[] = {
	{ "load/events", NULL, "file", prepare, run_events, NULL },
	{ "load/policy", "load/events", "file", prepare, run_load, NULL },
	/* For a counter of instructions only: the very first one. */
	{ "load/first", NULL, "file", prepare_first, run_load, NULL },
};

const struct bench_group bench_load_group = { "load", jobs, COUNT_OF(jobs), report };
