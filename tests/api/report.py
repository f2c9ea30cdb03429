# SPDX-License-Identifier: MIT
"""What the Python tests share: count checks, print each failure, end with one line."""

import sys


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, faults):
        """One check; `faults` are the lines to print when it fails."""
        faults = list(faults)
        if faults:
            self.failed += 1
            print(f"FAILED {name}")
            for fault in faults:
                print(f"  {fault}")
        else:
            self.passed += 1

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
