#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Is the library still the one that was promised? Compares it with the stored baseline by abidiff.

  abi.py LIBRARY           exit 0 only when nothing of the baseline changed
  abi.py --write LIBRARY   make the baseline: only for a release, or before the first

Needs debug information in the library and abidw, abidiff (abigail-tools); says so when they are not there.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from report import Report

HERE = pathlib.Path(__file__).resolve().parent
HEADERS = HERE.parents[1] / "include"
BASELINE = HERE / "libcomplaint-0.1.abi"
# No paths of this machine, no locations: the same promise gives the same file everywhere.
STABLE = ["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-architecture"]
SKIPPED = 77  # Meson counts it as skipped


def describe(library, target):
    subprocess.run(["abidw", *STABLE, "--headers-dir", HEADERS, "--drop-private-types", "--out-file",
                    target, library], check=True)


def main():
    arguments = sys.argv[1:]
    write = "--write" in arguments
    library = [argument for argument in arguments if argument != "--write"][0]
    if not (shutil.which("abidw") and shutil.which("abidiff")):
        print("abidw and abidiff are not here (abigail-tools): nothing compared")
        sys.exit(SKIPPED)
    if write:
        describe(library, BASELINE)
        return
    if not BASELINE.exists():
        print("there is no baseline yet: abi.py --write LIBRARY makes it")
        sys.exit(SKIPPED)
    if os.environ.get("COMPLAINT_ABI_ANY_ARCHITECTURE") is None and os.uname().machine != "x86_64":
        print("the baseline is of x86_64: nothing compared")
        sys.exit(SKIPPED)

    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        now = pathlib.Path(folder) / "now.abi"
        describe(library, now)
        # A changed struct exits with 4, a lost function with 12: only 0 is "the same". Additions may
        # come; what is exported is compared with the headers by symbols.py.
        done = subprocess.run(["abidiff", "--no-added-syms", "--no-architecture", BASELINE, now], capture_output=True,
                              text=True)
        report.check("the ABI is the baseline's", [] if done.returncode == 0 else
                     [f"abidiff exits with {done.returncode}", *done.stdout.splitlines()])

        # Would it find anything? One exported function less, which every baseline has.
        text = BASELINE.read_text()
        planted = pathlib.Path(folder) / "planted.abi"
        planted.write_text(re.sub(r"complaint_calendar_free\b", "complaint_calendar_gone", text))
        found = subprocess.run(["abidiff", "--no-added-syms", "--no-architecture", planted, now], capture_output=True)
        report.check("a function that has gone is found",
                     [] if found.returncode != 0 else ["abidiff found nothing"])
    report.finish()


main()
