#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Instructions that the library's work takes, held against tests/bench/instructions.json.

Wall time depends on the neighbours, instructions do not: a job that takes five per cent more (or
less, so that a gain is kept) than is written down fails here. Counted by callgrind in a build of
its own (-O2), on the compiler and C library the file was written with; elsewhere it is skipped,
because there the figures mean nothing.

    tests/bench/instructions.py BUILD_FOLDER            compare
    tests/bench/instructions.py BUILD_FOLDER --write    write down what is counted now
"""
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BASELINE = SOURCE / "tests" / "bench" / "instructions.json"
SKIPPED = 77
TOLERANCE = 0.05
# A second load must find nothing that the first one left for it.
FIRST_LOAD_TOLERANCE = 0.02

# Job and how often it is done; what is written down is the count of one operation.
JOBS = {
    "case/plain": 1,
    "case/exclusions": 1,
    "calendar/plain-scalar": 1,
    "calendar/plain-batch": 1,
    "calendar/scalar": 1,
    "calendar/scalar-back": 1,
    "calendar/batch": 1,
    "calendar/batch-days": 1,
    "calendar/batch-mixed": 1,
    "case/standing": 50,
    "case/standing-readings": 20,
    "json/read-case": 50,
    "json/verdict": 50,
    "json/write-standing": 20,
    "json/standing": 10,
    "calendar/load": 10,
    "columns/standing": 2,
    "load/events": 1,
    "load/policy": 1,
    "load/first": 1,
}

# The C library picks its string functions by the processor; these exist on every one.
PLAIN_STRINGS = ("glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX2,-AVX2_Usable,"
                 "-AVX_Fast_Unaligned_Load,-ERMS,-FSRM,-BMI2,-SSE4_2,-SSE4_1,-SSSE3")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def environment():
    wanted = {name: value for name, value in os.environ.items()
              if not name.startswith("MALLOC_") and name not in ("CFLAGS", "LDFLAGS")}
    return wanted | {"CC": "gcc", "GLIBC_TUNABLES": PLAIN_STRINGS}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment())


def conditions():
    """What the figures hold for."""
    return {
        "processor": platform.machine(),
        "compiler": "gcc " + run("gcc", "-dumpfullversion").stdout.strip(),
        "c-library": " ".join(platform.libc_ver()),
        "libyaml": run("pkg-config", "--modversion", "yaml-0.1").stdout.strip(),
        "flags": "-O2",
    }


def build(folder):
    if not (folder / "build.ninja").exists():
        run("meson", "setup", str(folder), str(SOURCE), "-Dbuildtype=release", "-Doptimization=2",
            "-Ddefault_library=shared", "-Dical=disabled", "-Dtools=false", "-Dexamples=false",
            "-Db_sanitize=none", "-Db_lto=false")
    run("ninja", "-C", str(folder), "tests/bench/complaint-bench")
    return folder / "tests" / "bench" / "complaint-bench"


def count(program, job, rounds):
    """Instructions of one operation."""
    done = run("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
               "--collect-atstart=no", "--toggle-collect=bench_counted",
               str(program), "count", job, str(rounds))
    collected = int(re.search(r"Collected : (\d+)", done.stderr).group(1))
    return round(collected / int(done.stdout))


def compare(job, is_now, was):
    change = is_now / was - 1
    right = abs(change) <= TOLERANCE
    print(f"{'ok    ' if right else 'FAILED'} {job}: {is_now:,}, written down {was:,}"
          f" ({change:+.1%})")
    return right


def main():
    folder = pathlib.Path(sys.argv[1]) / "instructions"
    for program in ("valgrind", "gcc", "meson", "ninja", "pkg-config"):
        if not shutil.which(program):
            skip(f"{program} is not installed")
    here = conditions()
    known = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    if "--write" not in sys.argv and known.get("counted-with") != here:
        skip(f"written down with {known.get('counted-with')}, here is {here}")
    program = build(folder)
    counts = {job: count(program, job, rounds) for job, rounds in JOBS.items()}
    if "--write" in sys.argv:
        BASELINE.write_text(json.dumps({"counted-with": here, "instructions": counts}, indent=2)
                            + "\n")
    results = [compare(job, counts[job], was) for job, was in
               (known["instructions"] if "--write" not in sys.argv else counts).items()
               if job in counts]
    first = counts["load/first"] / counts["load/policy"] - 1
    results.append(first <= FIRST_LOAD_TOLERANCE)
    print(f"{'ok    ' if results[-1] else 'FAILED'} the first load against a later one: {first:+.1%}")
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
