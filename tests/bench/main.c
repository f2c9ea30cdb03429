/* SPDX-License-Identifier: MIT */
/*
 * bench [--quick] [GROUP ...]   measures; a line of JSON a figure
 * bench count JOB ROUNDS        does a job so many times, for a counter of instructions
 * bench list                    the names of the jobs
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"

#define SAMPLES 41
#define SAMPLES_QUICK 5
/* A sample shorter than this says more about the clock than about the work. */
#define SAMPLE_NANOSECONDS 1000000.0
/* Work of seconds is sampled less often, so that no figure takes much longer than this. */
#define SAMPLES_NANOSECONDS 1e10
#define SAMPLES_LEAST 3

static const struct bench_group *const groups[] = {
	&bench_case_group,    &bench_json_group, &bench_calendar_group,
	&bench_columns_group, &bench_load_group, &bench_growth_group,
};

bool bench_quick;
volatile int64_t bench_sink;

static double read_clock(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

double bench_now(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

/* Our own time on a processor: what the neighbours take does not count. */
static double own_time(void)
{
	return read_clock(CLOCK_THREAD_CPUTIME_ID);
}

bool bench_wrong(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return false;
}

uint32_t bench_random(uint64_t *state, uint32_t limit)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)(*state >> 32) % limit;
}

char *bench_read(const char *path, size_t *ret_length)
{
	char whole[4096];
	FILE *file;
	char *bytes;
	long length;

	snprintf(whole, sizeof(whole), "%s/%s", SOURCE_ROOT, path);
	file = fopen(whole, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0) {
		bench_wrong("%s cannot be read", path);
		exit(2);
	}
	rewind(file);
	bytes = calloc((size_t)length + 1, 1);
	if (!bytes || fread(bytes, 1, (size_t)length, file) != (size_t)length) {
		bench_wrong("%s cannot be read", path);
		exit(2);
	}
	fclose(file);
	*ret_length = (size_t)length;
	return bytes;
}

static const struct complaint_set *load_set(const char *const *paths, size_t count)
{
	struct complaint_policy *policies[8] = { NULL };
	struct complaint_set *set = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t length;
		char *bytes = bench_read(paths[i], &length);

		complaint_policy_load_memory(paths[i], bytes, length, NULL, 0, &policies[i], NULL);
		free(bytes);
	}
	if (complaint_set_new((const struct complaint_policy *const *)policies, count, &set,
			      NULL) != COMPLAINT_OK) {
		bench_wrong("the policies do not load");
		exit(2);
	}
	for (size_t i = 0; i < count; i++)
		complaint_policy_free(policies[i]);
	return set;
}

static const char *const paths[] = {
	"rules/brighter-places/2022-08/policy.yaml",
	"rules/livewest/2018-10/policy.yaml",
	"rules/livewest/2020-06/policy.yaml",
	"rules/settle/2020-10/policy.yaml",
	"rules/trafford-housing-trust/2020-10/policy.yaml",
};

const struct complaint_set *bench_brighter_places(void)
{
	static const struct complaint_set *set;

	if (!set)
		set = load_set(paths, 1);
	return set;
}

const struct complaint_set *bench_all_policies(void)
{
	static const struct complaint_set *set;

	if (!set)
		set = load_set(paths, COUNT_OF(paths));
	return set;
}

void bench_figure(const char *name, double value, const char *unit)
{
	printf("{\"name\":\"%s\",\"value\":%.6g,\"unit\":\"%s\"}\n", name, value, unit);
	fflush(stdout);
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof(*values), compare);
	return values[count / 2];
}

static size_t sample_count(void)
{
	return bench_quick ? SAMPLES_QUICK : SAMPLES;
}

/* What a round takes; warms up on the way. */
static double time_once(void (*run)(void))
{
	double start = own_time(), once, again;

	run();
	once = own_time() - start;
	if (once > SAMPLES_NANOSECONDS / SAMPLES)
		return once;
	start = own_time();
	run();
	again = own_time() - start;
	return again < once ? again : once;
}

/* How many rounds make a sample. */
static size_t rounds_of(double once)
{
	return once >= SAMPLE_NANOSECONDS ? 1 : (size_t)(SAMPLE_NANOSECONDS / (once + 1)) + 1;
}

static double sample(void (*run)(void), size_t rounds)
{
	double start = own_time();

	for (size_t i = 0; i < rounds; i++)
		run();
	return (own_time() - start) / (double)rounds;
}

double bench_median(void (*run)(void))
{
	double times[SAMPLES], once = time_once(run);
	size_t rounds = rounds_of(once), count = sample_count();

	while (count > SAMPLES_LEAST && once * (double)count > SAMPLES_NANOSECONDS)
		count--;
	for (size_t i = 0; i < count; i++)
		times[i] = sample(run, rounds);
	return median(times, count);
}

static const struct bench_job *find_job(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(groups); i++)
		for (size_t j = 0; j < groups[i]->job_count; j++)
			if (strcmp(groups[i]->jobs[j].name, name) == 0)
				return &groups[i]->jobs[j];
	return NULL;
}

/* In turn with what it is compared with, so that both meet the same neighbours. */
static bool measure(const struct bench_job *job)
{
	const struct bench_job *than = job->than ? find_job(job->than) : NULL;
	double times[SAMPLES], others[SAMPLES], ratios[SAMPLES], time;
	size_t rounds, other_rounds = 0, operations;

	if (than && than->prepare && !than->prepare())
		return bench_wrong("%s: wrong answers", than->name);
	if (job->prepare && !job->prepare())
		return bench_wrong("%s: wrong answers", job->name);
	rounds = rounds_of(time_once(job->run));
	other_rounds = than ? rounds_of(time_once(than->run)) : 0;
	operations = job->operations ? job->operations() : 1;
	for (size_t i = 0; i < sample_count(); i++) {
		times[i] = sample(job->run, rounds) / (double)operations;
		if (!than)
			continue;
		others[i] = sample(than->run, other_rounds) /
			    (double)(than->operations ? than->operations() : 1);
		ratios[i] = times[i] / others[i];
	}
	time = median(times, sample_count());
	printf("{\"name\":\"%s\",\"nanoseconds\":%.6g,\"least\":%.6g,\"of\":\"%s\"", job->name,
	       time, times[0], job->what);
	if (than)
		printf(",\"than\":\"%s\",\"their-nanoseconds\":%.6g,\"ratio\":%.4g", than->name,
		       median(others, sample_count()), median(ratios, sample_count()));
	printf("}\n");
	fflush(stdout);
	return true;
}

static bool measure_group(const struct bench_group *group)
{
	bool right = true;

	for (size_t i = 0; i < group->job_count; i++)
		right = measure(&group->jobs[i]) && right;
	return (!group->report || group->report()) && right;
}

/* A counter of instructions switches itself on here and off again: bench_counted is its mark. */
void bench_counted(void (*run)(void), size_t rounds);
__attribute__((noinline)) void bench_counted(void (*run)(void), size_t rounds)
{
	for (size_t i = 0; i < rounds; i++)
		run();
}

static int count(const char *name, size_t rounds)
{
	const struct bench_job *job = find_job(name);

	bench_quick = true; /* small inputs: a counter is fifty times slower */
	if (!job || (job->prepare && !job->prepare())) {
		bench_wrong("%s: %s", name, job ? "wrong answers" : "no such job");
		return 2;
	}
	bench_counted(job->run, rounds);
	printf("%zu\n", rounds * (job->operations ? job->operations() : 1));
	return 0;
}

static int list(void)
{
	for (size_t i = 0; i < COUNT_OF(groups); i++)
		for (size_t j = 0; j < groups[i]->job_count; j++)
			printf("%s\n", groups[i]->jobs[j].name);
	return 0;
}

static bool is_asked(const char *name, int count_of_names, char **names)
{
	bool named = false;

	for (int i = 0; i < count_of_names; i++) {
		if (strcmp(names[i], "--quick") == 0)
			continue;
		if (strcmp(names[i], name) == 0)
			return true;
		named = true;
	}
	return !named;
}

int main(int argument_count, char **arguments)
{
	bool right = true;

	if (argument_count == 4 && strcmp(arguments[1], "count") == 0)
		return count(arguments[2], strtoul(arguments[3], NULL, 10));
	if (argument_count == 2 && strcmp(arguments[1], "list") == 0)
		return list();
	for (int i = 1; i < argument_count; i++)
		bench_quick = bench_quick || strcmp(arguments[i], "--quick") == 0;
	for (size_t i = 0; i < COUNT_OF(groups); i++)
		if (is_asked(groups[i]->name, argument_count - 1, arguments + 1))
			right = measure_group(groups[i]) && right;
	return right ? 0 : 1;
}
