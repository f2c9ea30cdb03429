#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The tests of the Python package: pytest with its doctests, mypy among them. Ends with one line.

  run.py package|wheel --library FILE --command FILE

"wheel" builds and installs the package, which takes as long as building the library.
"""

import argparse
import importlib.util
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "bindings" / "python"
WHEEL = "tests/test_wheel.py"
NEEDED = {"package": ("pytest", "hypothesis", "mypy"), "wheel": ("pytest", "build", "wheel")}


class Count:
    """What pytest found, as tests/run adds it up."""

    passed = failed = 0

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed += 1
        elif report.passed and report.when == "call":
            self.passed += 1

    def pytest_collectreport(self, report):
        self.failed += report.failed


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("part", choices=list(NEEDED))
    parser.add_argument("--library", type=pathlib.Path, required=True)
    parser.add_argument("--command", default="")
    return parser.parse_args()


def main():
    options = arguments()
    missing = [one for one in NEEDED[options.part] if not importlib.util.find_spec(one)]
    if missing:
        print("Missing, and therefore not run:", ", ".join(f"python3-{one}" for one in missing))
        return 77
    os.environ["COMPLAINT_LIBRARY"] = str(options.library.resolve())
    os.environ["COMPLAINT_RULES"] = str(ROOT / "rules")
    os.environ["COMPLAINT_COMMAND"] = str(pathlib.Path(options.command).resolve()) \
        if options.command else ""
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(PACKAGE))
    os.chdir(PACKAGE)

    import pytest
    count = Count()
    given = [WHEEL] if options.part == "wheel" else ["complaint", "tests", f"--ignore={WHEEL}"]
    code = pytest.main(["-q", "-ra", *given], plugins=[count])
    if code and not count.failed:
        count.failed = 1
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
