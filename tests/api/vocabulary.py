#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The numbers of names.h are those of rules/vocabulary.yaml, and those of every release are still there."""

import subprocess
import sys
from pathlib import Path

from report import Report

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts/vocabulary_tables.py"


def run(argument):
    return subprocess.run([sys.executable, SCRIPT, argument], capture_output=True, text=True, check=False)


def by_list(text):
    lists = {}
    for line in text.splitlines():
        lists.setdefault(line.split()[0], []).append(line)
    return lists


report = Report()
check = run("--check")
report.check(
    "names.h and the table are what the script makes",
    (check.stdout + check.stderr).splitlines() if check.returncode else [],
)

today = by_list(run("--pin").stdout)
for path in sorted((ROOT / "tests/api").glob("vocabulary-*.txt")):
    for name, lines in by_list(path.read_text(encoding="utf-8")).items():
        moved = [
            f"{old!r} is {new!r} today"
            for old, new in zip(lines, today.get(name, []) + [""] * len(lines))
            if (new + " ").find(old + " ") != 0  # a choice may get more values at its end
        ]
        report.check(f"{path.name}: every {name} keeps its number", moved)
report.finish()
