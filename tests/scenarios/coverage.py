#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The scenarios beside each policy assert every rule both ways, and every open fact as unknown.

    coverage.py COMMAND SCENARIOS...

Each row of the command's table is one check. What the table counts are expectations, not evaluations:
the last checks here take expectations away and see that the table notices.
"""

import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, call  # noqa: E402
from report import Report  # noqa: E402

ROW = re.compile(r"^  (fact|exclusion|exception|route|duty|tier|window) +(.*?) +(\d+) +(\d+) +(\d+)(?:  .*)?$", re.M)
MISSING = re.compile(r"^  missing: (\w+) (.*?),? (?:never|is never|number)", re.M)


def check_file(report, command, path):
    result = call(command, "test", "--coverage", path)
    name = pathlib.Path(path).relative_to(ROOT)
    rows = ROW.findall(result.out)
    missing = [line for line in result.out.splitlines() if line.startswith("  missing:")]
    report.check(f"{name}: every scenario holds", result.faults(0, f"{len(missing)} missing"))
    report.check(f"{name}: there is a table", [] if len(rows) > 10 else [result.out[:300]])
    named = [f"{kind} {rule.split(',')[0]}" for kind, rule in MISSING.findall(result.out)]
    for kind, rule, *_ in rows:
        row = f"{kind} {rule.split(',')[0]}"
        report.check(f"{name}: {kind} {rule}", [line for line in missing if row in line] if row in named else [])


def cut(text, key):
    """The scenarios without any expectation under that key of an answer."""
    return re.sub(rf"^ +{key}: .*\n", "", text, flags=re.M)


def check_notices(report, command, path):
    """Evaluated is not asserted: without its expectations a rule is missing again."""
    original = pathlib.Path(path)
    with tempfile.TemporaryDirectory() as scratch:
        cut_file = pathlib.Path(scratch) / "scenarios.yaml"
        policy = original.parent / "policy.yaml"
        for key, kind in (("tier", "tier"), ("because", "exclusion")):
            cut_file.write_text(cut(original.read_text(), key))
            result = call(command, "test", "--coverage", "--policy", policy, cut_file)
            report.check(
                f"without {key} a {kind} is missing", result.faults(1, f"  missing: {kind} ")
            )


def main():
    command, files = sys.argv[1], sys.argv[2:]
    report = Report()
    for path in files:
        check_file(report, command, path)
    check_notices(report, command, next(path for path in files if "brighter-places" in path))
    report.finish()


main()
