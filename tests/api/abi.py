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
STABLE = ["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--short-locs",
          "--no-architecture", "--no-elf-needed", "--exported-interfaces-only"]
SKIPPED = 77  # Meson counts it as skipped


def opaque():
    """Structs that the headers name and never define: what is in them is nobody's business."""
    text = "".join(path.read_text() for path in sorted((HEADERS / "complaint").glob("*.h")))
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    defined = set(re.findall(r"\bstruct (complaint_\w+)\s*\{", text))
    return sorted(set(re.findall(r"\bstruct (complaint_\w+)", text)) - defined)


def describe(library, target):
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as inside:
        # Names alone would not do: calendar.h, policy.h and others are both public and internal.
        inside.write("[suppress_type]\n  name_regexp = ^cmpl_.*\n  drop = yes\n")
        for name in opaque():
            inside.write(f"[suppress_type]\n  name = {name}\n  drop = yes\n")
        inside.flush()
        subprocess.run(["abidw", *STABLE, "--suppressions", inside.name, "--out-file", target,
                        library], check=True)


def compare(old, new):
    # A changed struct exits with 4, a lost function with 12: only 0 is "the same". Additions may come;
    # what is exported is compared with the headers by symbols.py.
    return subprocess.run(["abidiff", "--no-added-syms", "--no-architecture", old, new],
                          capture_output=True, text=True)


def planted(text):
    """Baselines that the library must not match: a function more, a member elsewhere."""
    yield "a function that has gone", re.sub(r"complaint_calendar_free\b",
                                             "complaint_calendar_gone", text)
    yield "a member that has moved", re.sub(
        r"(<class-decl name='complaint_text'.*?)layout-offset-in-bits='64'",
        r"\1layout-offset-in-bits='96'", text, count=1, flags=re.S)


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
        done = compare(BASELINE, now)
        report.check("the ABI is the baseline's", [] if done.returncode == 0 else
                     [f"abidiff exits with {done.returncode}", *done.stdout.splitlines()])
        # Would it find anything?
        text = BASELINE.read_text()
        for name, other in planted(text):
            old = pathlib.Path(folder) / "planted.abi"
            old.write_text(other)
            found = other != text and compare(old, now).returncode != 0
            report.check(f"{name} is found", [] if found else ["abidiff found nothing"])
    report.finish()


main()
