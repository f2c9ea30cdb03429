#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Numbers and slugs that hosts compile in or store never change: only new ones come, at the end.

  constants.py COMPILER           compare with tests/api/constants-0.1.txt
  constants.py --write COMPILER   make that file: only for a release, or before the first

abidiff does not see these: the enumerations have no name and stand in no signature.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

from report import Report

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HEADERS = ROOT / "include" / "complaint"
BASELINE = HERE / "constants-0.1.txt"


def names():
    for header in sorted(HEADERS.glob("*.h")):
        text = re.sub(r"/\*.*?\*/", " ", header.read_text(), flags=re.S)
        for block in re.findall(r"\benum\b[^{};]*\{(.*?)\}", text, flags=re.S):
            yield from re.findall(r"\b(COMPLAINT_\w+)\b(?=\s*(?:=[^,]*)?(?:,|$))", block.strip())


def values(compiler):
    lines = "".join(f'\tprintf("{name} %lld\\n", (long long){name});\n' for name in names())
    program = ("#include <stdio.h>\n#include <complaint/complaint.h>\n"
               f"int main(void)\n{{\n{lines}\treturn 0;\n}}\n")
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder) / "values.c", pathlib.Path(folder) / "values"
        source.write_text(program)
        subprocess.run([*compiler, f"-I{ROOT / 'include'}", source, "-o", target], check=True)
        return subprocess.run([target], check=True, capture_output=True, text=True).stdout.splitlines()


def slugs():
    table = (ROOT / "lib" / "diag" / "codes.def").read_text()
    found = re.findall(r'^CODE\(\w+,\s*"([^"]+)"', table, flags=re.M)
    return [f"{slug} {index}" for index, slug in enumerate(found)]


def missing(promised, now):
    here = dict(line.split() for line in now)
    for line in promised:
        name, value = line.split()
        if here.get(name) != value:
            yield f"{name} was {value} and is {here.get(name, 'gone')}"


def main():
    compiler = [part for argument in sys.argv[1:] if argument != "--write"
                for part in argument.split()]
    now = values(compiler) + slugs()
    if "--write" in sys.argv:
        BASELINE.write_text("".join(line + "\n" for line in now))
        return
    report = Report()
    report.check("names and slugs are found", [] if len(now) > 100 else [f"only {len(now)}"])
    report.check("each once", sorted({line for line in now if now.count(line) > 1}))
    report.check("another value is found", [] if list(missing(["COMPLAINT_OK 1"], now)) else ["no"])
    report.check("a lost one is found", [] if list(missing(["COMPLAINT_GONE 1"], now)) else ["no"])
    if BASELINE.exists():
        report.check("all promises are kept", missing(BASELINE.read_text().splitlines(), now))
    report.finish()


main()
