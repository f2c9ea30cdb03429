#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""No file longer than 400 lines, no function longer than 60; generated tables, which say so, apart."""

import pathlib
import re

from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["lib", "tools", "include", "examples"]
MOST_LINES = 400
MOST_OF_A_FUNCTION = 60


def is_generated(text):
    return any(word in line.lower() for line in text.splitlines()[1:3]
               for word in ("made from", "made by", "generated"))


def functions(text):
    """The name of each function with the lines from its opening brace to its closing one."""
    lines = text.splitlines()
    begin = None
    for number, line in enumerate(lines):
        if line == "{" and begin is None:
            begin = number
        elif line == "}" and begin is not None:
            head = "".join(lines[max(0, begin - 8):begin])
            names = re.findall(r"(\w+)\([^;{}]*\)\s*$", head)
            yield names[-1] if names else f"line {begin + 1}", number - begin - 1
            begin = None


def too_long(text):
    count = len(text.splitlines())
    if count > MOST_LINES:
        yield f"{count} lines, more than {MOST_LINES}: split it by noun"
    for name, length in functions(text):
        if length > MOST_OF_A_FUNCTION:
            yield f"{name} has {length} lines, more than {MOST_OF_A_FUNCTION}"


def main():
    report = Report()
    body = "\tline();\n"
    report.check("a long file is found",
                 [] if list(too_long("x;\n" * (MOST_LINES + 1))) else ["nothing was"])
    planted = "static void f(void)\n{\n" + body * (MOST_OF_A_FUNCTION + 1) + "}\n"
    report.check("a long function is found", [] if list(too_long(planted)) else ["nothing was"])
    planted = "static void f(void)\n{\n" + body * MOST_OF_A_FUNCTION + "}\n"
    report.check("one that just fits is not", list(too_long(planted)))
    for folder in FOLDERS:
        files = [p for p in sorted((ROOT / folder).rglob("*.[ch]")) if p.is_file()]
        report.check(f"{folder}/ has files", [] if files else ["none found"])
        for path in files:
            text = path.read_text(encoding="utf-8")
            if not is_generated(text):
                report.check(str(path.relative_to(ROOT)), too_long(text))
    report.finish()


if __name__ == "__main__":
    main()
