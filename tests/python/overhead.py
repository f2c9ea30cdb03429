#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How much longer an answer takes from Python than from C: the same case, the same library.

  overhead.py --library build/lib/libcomplaint.so.0     prints microseconds a call

The C side is compiled here and now, with cc. Times are the processor's. Not a test: another machine gives other figures.
"""

import argparse
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
POLICY = ROOT / "rules" / "brighter-places" / "2022-08" / "policy.yaml"
CASE = {"now": datetime.date(2022, 9, 19),
        "facts": {"service-by-us-or-partners": True, "issue-ongoing": False,
                  "claim-filed-at-court": False, "personal-injury-claim": False},
        "events": {"complaint-received": datetime.date(2022, 9, 1),
                   "complaint-logged": datetime.date(2022, 9, 2),
                   "complaint-acknowledged": datetime.date(2022, 9, 5)}}
TURNS = 5000

C = r'''
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <complaint/complaint.h>

static double now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return (double)at.tv_sec * 1e6 + (double)at.tv_nsec / 1e3;
}

int main(int argc, char **argv)
{
	struct complaint_options options = { .size = sizeof(options) };
	struct complaint_policy *policy = NULL;
	struct complaint_set *set = NULL;
	const char *json = argv[2], *text;
	int turns = 5000;

	if (argc < 3 || complaint_policy_load_file(argv[1], &policy, NULL) ||
	    complaint_set_new((const struct complaint_policy *const[]){ policy }, 1, &set, NULL))
		return 1;
	for (int what = 0; what < 4; what++) {
		double began = now();

		for (int i = 0; i < turns; i++) {
			struct complaint_case *given = NULL;
			struct complaint_answer *answer = NULL;

			options.detail = what == 3 ? COMPLAINT_DETAIL_VERDICT : COMPLAINT_DETAIL_ANSWER;
			if (complaint_case_load_memory(set, "case", json, strlen(json), &given, NULL) ||
			    complaint_answer_new(&answer) ||
			    complaint_answer_evaluate(answer, given, COMPLAINT_ASK_STANDING, &options))
				return 1;
			if ((what == 1 || what == 3) && complaint_answer_get_json(answer, &text, NULL))
				return 1;
			if (what == 2 && complaint_answer_get_text(answer, &text, NULL))
				return 1;
			complaint_answer_free(answer);
			complaint_case_free(given);
		}
		printf("%.2f\n", (now() - began) / turns);
	}
	return 0;
}
'''


def c_times(library, case):
    """Microseconds for: an answer; with its JSON; with its sentences; a verdict with its JSON."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(folder) / "time.c", pathlib.Path(folder) / "time"
        source.write_text(C)
        subprocess.run(["cc", "-O2", f"-I{ROOT / 'include'}", source, "-o", program, library,
                        f"-Wl,-rpath,{library.parent}"], check=True)
        found = subprocess.run([program, POLICY, case], check=True, capture_output=True, text=True)
    return [float(line) for line in found.stdout.split()]


def python_time(call):
    call()
    began = time.process_time()
    for _ in range(TURNS):
        call()
    return (time.process_time() - began) / TURNS * 1e6


def frame_time(policy, rows):
    """Seconds for a frame of so many cases, and those of them spent in the library."""
    import numpy
    import pandas

    from complaint import _columns
    chance = numpy.random.default_rng(1)
    received = pandas.Series(numpy.datetime64("2022-08-15", "ns")
                             + chance.integers(0, 600, rows) * numpy.timedelta64(1, "D"))
    logged = received + pandas.to_timedelta(chance.integers(0, 3, rows), unit="D")
    answered = logged + pandas.to_timedelta(chance.integers(3, 40, rows), unit="D")
    frame = pandas.DataFrame({
        "complaint_received": received, "complaint_logged": logged,
        "stage_1_response_sent": answered.where(chance.random(rows) < 0.7),
        "issue_ongoing": chance.random(rows) < 0.5, "signatures": chance.integers(0, 9, rows)})
    inside = []
    call = _columns._call

    def timed(*arguments):
        began = time.process_time()
        found = call(*arguments)
        inside.append(time.process_time() - began)
        return found

    _columns._call = timed
    began = time.process_time()
    policy.evaluate_frame(frame, now=datetime.date(2024, 6, 3))
    return time.process_time() - began, sum(inside)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--library", type=pathlib.Path, required=True)
    library = parser.parse_args().library.resolve()
    os.environ["COMPLAINT_LIBRARY"] = str(library)
    sys.path.insert(0, str(ROOT / "bindings" / "python"))
    from complaint import Policy
    from complaint.cases import to_json
    policy = Policy.load(POLICY)

    in_c = c_times(library, to_json(CASE, None)[0])
    in_python = [
        python_time(lambda: policy.evaluate(CASE)),
        python_time(lambda: list(policy.evaluate(CASE).deadlines.values())),
        python_time(lambda: str(policy.evaluate(CASE))),
        python_time(lambda: list(policy.evaluate(CASE, detail="verdict").deadlines.values())),
    ]
    print(f"{'microseconds a call':<48}{'C':>9}{'Python':>9}{'more':>9}")
    for name, one, other in zip(("an answer", "... its JSON; in Python all deadlines as objects",
                                 "... its sentences", "a verdict's JSON; all deadlines as objects"),
                                in_c, in_python):
        print(f"{name:<50}{one:>7.1f}{other:>9.1f}{other - one:>9.1f}")
    whole, inside = frame_time(policy, 1_000_000)
    print(f"a million cases from pandas: {whole:.2f} seconds, of which {inside:.2f} in the library: "
          f"{whole / inside:.2f} times as long")


if __name__ == "__main__":
    main()
