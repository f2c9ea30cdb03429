#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The programs to copy from run, are short, and print what examples/README.md says.

    examples.py BUILD_DIR
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, call  # noqa: E402
from report import Report  # noqa: E402

BUILD = pathlib.Path(sys.argv[1])
PROMISED = re.compile(r"^`(examples/\w+)([^`]*)` prints\n\n```\n(.*?)^```$", re.M | re.S)


def main():
    report = Report()
    promised = PROMISED.findall((ROOT / "examples" / "README.md").read_text())
    programs = sorted(path.stem for path in (ROOT / "examples").glob("*.c"))
    report.check("README shows what each prints", [] if sorted(
        pathlib.Path(name).name for name, _, _ in promised) == programs else [f"{programs}"])
    for name, arguments, output in promised:
        result = call(BUILD / name, *arguments.split())
        report.check(f"{name} runs", result.faults())
        report.check(f"{name} prints what README says", [] if result.out == output else [result.out])
        wrong = call(BUILD / name, "nowhere.yaml", *arguments.split()[1:])
        report.check(f"{name} without its policy says so", wrong.faults(1, err="file"))
        lines = (ROOT / f"{name}.c").read_text().count("\n")
        report.check(f"{name} is under 100 lines", [] if lines < 100 else [f"{lines}"])
        includes = set(re.findall(r"#include <(complaint/\S+)>", (ROOT / f"{name}.c").read_text()))
        report.check(f"{name} needs one header", [] if includes == {"complaint/complaint.h"} else [str(includes)])
    for case in sorted((ROOT / "examples" / "cases").glob("*.yaml")):
        run = (ROOT / "examples" / "run").read_text()
        report.check(f"examples/run answers {case.name}", [] if case.name in run else ["it is not there"])
    report.finish()


main()
