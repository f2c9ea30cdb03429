#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Each public header compiles alone, in C11 and in C++11, and may come twice; all of them together too.

  headers.py CC CXX    (either "" to leave it out)
"""

import pathlib
import re
import subprocess
import sys

from report import Report

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include"
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]


def compile_text(compiler, options, text):
    done = subprocess.run([*compiler, *options, *WARNINGS, f"-I{INCLUDE}", "-"], input=text,
                          capture_output=True, text=True)
    return done.stderr.strip().splitlines() if done.returncode != 0 else []


def main():
    names = sorted(path.name for path in (INCLUDE / "complaint").glob("*.h"))
    umbrella = (INCLUDE / "complaint" / "complaint.h").read_text()
    report = Report()
    for compiler, options in ((sys.argv[1], ["-std=c11", "-xc"]),
                              (sys.argv[2], ["-std=c++11", "-xc++"])):
        if not compiler:
            continue
        command, standard = compiler.split(), options[0][5:]
        # A compiler that accepts anything would prove nothing.
        report.check(f"{standard}: a broken header is refused",
                     [] if compile_text(command, options, "int f(;\n") else ["it was not"])
        for name in names:
            text = f"#include <complaint/{name}>\n"
            report.check(f"{standard}: {name} alone", compile_text(command, options, text))
            report.check(f"{standard}: {name} twice", compile_text(command, options, text * 2))
        backwards = "".join(f"#include <complaint/{name}>\n" for name in reversed(names))
        report.check(f"{standard}: all, backwards", compile_text(command, options, backwards))
    included = re.findall(r"#include <complaint/(\w+\.h)>", umbrella)
    report.check("the umbrella includes every header once",
                 [f"{name} is missing or doubled" for name in names
                  if name != "complaint.h" and included.count(name) != 1])
    report.finish()


main()
