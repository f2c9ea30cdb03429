#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How much longer an answer takes from Python than from C: the same case, the same library.

  overhead.py --library build/lib/libcomplaint.so.0     prints microseconds a call

The C side is compiled here and now, with cc. Not a test: a machine that is busy gives other figures.
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

	clock_gettime(CLOCK_MONOTONIC, &at);
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
    began = time.perf_counter()
    for _ in range(TURNS):
        call()
    return (time.perf_counter() - began) / TURNS * 1e6


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
        python_time(lambda: policy.evaluate(CASE).deadlines),
        python_time(lambda: str(policy.evaluate(CASE))),
        python_time(lambda: policy.evaluate(CASE, detail="verdict").deadlines),
    ]
    print(f"{'microseconds a call':<44}{'C':>9}{'Python':>9}{'more':>9}")
    for name, one, other in zip(("an answer", "... its JSON; in Python all deadlines as objects",
                                 "... its sentences", "a verdict's JSON; all deadlines as objects"),
                                in_c, in_python):
        print(f"{name:<50}{one:>7.1f}{other:>9.1f}{other - one:>9.1f}")


if __name__ == "__main__":
    main()
