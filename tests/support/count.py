#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Add up what all test programs of a Meson run counted.

  count.py TESTLOG.json...    prints "PASSED FAILED"

A program that ends with "N passed, N failed" counts as that; one without counts as 1. One that failed
all the same (a leak found at its end, a crash) has one failure more.
"""

import json
import re
import sys


def count(entry):
    lines = re.findall(r"^(\d+) passed, (\d+) failed$", entry.get("stdout") or "", flags=re.M)
    passed, failed = map(int, lines[-1]) if lines else (0, 0)
    result = entry["result"]
    if result == "SKIP":
        return 0, 0
    if result == "OK":
        return (passed, failed) if passed + failed else (1, 0)
    return passed, max(failed, 1)


def main():
    passed = failed = 0
    for log in sys.argv[1:]:
        with open(log, encoding="utf-8") as lines:
            for line in lines:
                one = count(json.loads(line))
                passed += one[0]
                failed += one[1]
    print(passed, failed)


if __name__ == "__main__":
    main()
