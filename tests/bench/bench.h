/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What is measured, and how. A job does one kind of work over and over; beside it may stand another
 * job that does the same in plain C, measured in turn with it, so that the ratio holds whatever
 * else the machine is busy with. Every job checks its answers before it is timed.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <complaint/complaint.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

struct bench_job {
	const char *name;           /* "case/exclusions" */
	const char *than;           /* the job it is compared with; NULL: none */
	const char *what;           /* what one operation is: "case" */
	bool (*prepare)(void);      /* makes the inputs and checks the answers; may be NULL */
	void (*run)(void);          /* one round */
	size_t (*operations)(void); /* how many operations a round has */
};

/* A part of the bench: its jobs, and figures that are no times. */
struct bench_group {
	const char *name;
	const struct bench_job *jobs;
	size_t job_count;
	bool (*report)(void); /* prints lines of its own, bench_figure(); may be NULL */
};

extern const struct bench_group bench_case_group, bench_json_group, bench_calendar_group,
	bench_columns_group, bench_load_group, bench_growth_group;

/* A figure that is no time, as a line of JSON: bytes, counts. */
void bench_figure(const char *name, double value, const char *unit);
/* Nanoseconds of processor time of one round, the median of many. */
double bench_median(void (*run)(void));
/* Wall-clock nanoseconds. */
double bench_now(void);
/* Print why an answer is wrong and answer false. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
bool bench_wrong(const char *format, ...);
/* A number below `limit`, the same in every run. */
uint32_t bench_random(uint64_t *state, uint32_t limit);
/*
 * A file below the source tree, NUL-terminated, to be freed; ends the program when there is none.
 */
char *bench_read(const char *path, size_t *ret_length);
/* The set of Brighter Places' policy alone, and of all five policies; kept until the end. */
const struct complaint_set *bench_brighter_places(void);
const struct complaint_set *bench_all_policies(void);
/* How small the work shall be: 1 for a quick look, 0 for figures worth keeping. */
extern bool bench_quick;
/* Keeps a result alive that nobody looks at. */
extern volatile int64_t bench_sink;
