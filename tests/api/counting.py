#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What tests/run adds up: a failure must never be lost on the way to its last line."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from count import count
from report import Report

ROWS = [
    ("a program that counted", "OK", "x\n12 passed, 0 failed\n", (12, 0)),
    ("only its last count", "OK", "1 passed, 1 failed\n12 passed, 0 failed\n", (12, 0)),
    ("one that does not count is one", "OK", "fine\n", (1, 0)),
    ("one without any output", "OK", None, (1, 0)),
    ("failures that were counted", "FAIL", "11 passed, 2 failed\n", (11, 2)),
    ("a failure after the count: a leak, a crash", "FAIL", "12 passed, 0 failed\n", (12, 1)),
    ("a crash before the count", "FAIL", "", (0, 1)),
    ("a program that was too slow", "TIMEOUT", "3 passed, 0 failed\n", (3, 1)),
    ("a program that could not be run", "ERROR", None, (0, 1)),
    ("a skipped one is neither", "SKIP", "", (0, 0)),
    ("the words inside a line are no count", "OK", "said 3 passed, 1 failed today\n", (1, 0)),
    ("a count of nothing is no success of many", "OK", "0 passed, 0 failed\n", (1, 0)),
]

report = Report()
for name, result, stdout, wanted in ROWS:
    found = count({"result": result, "stdout": stdout})
    report.check(name, [] if found == wanted else [f"{found}, not {wanted}"])
report.finish()
