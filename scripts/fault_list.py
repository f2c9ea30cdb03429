#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write docs/faults.md, the list of every kind of fault, from lib/diag/codes.def.

usage: fault_list.py [--check]

With --check nothing is written: exit 1 when the file differs.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "lib/diag/codes.def"
TARGET = ROOT / "docs/faults.md"
HEAD = """# Every fault by name

Made by scripts/fault_list.py from lib/diag/codes.def; edit that file and run it.

The word in square brackets at the end of a message is the name of the fault. Names are never changed, so that
programs can rely on them; the words of messages may be. Most are errors. A few are warnings, such as
`key-order`, or notes, such as `ics-span-assumed`, and those do not stop a file from loading.

| name | meaning |
|---|---|
"""


def rows(text):
    for name, meaning in re.findall(r'^CODE\(\w+, "([a-z0-9-]+)", "((?:[^"\\]|\\.)*)"\)$', text, re.M):
        yield name, meaning.replace('\\"', '"').replace("|", "\\|")


def main():
    text = SOURCE.read_text()
    listed = dict(rows(text))
    if len(listed) != len(re.findall(r"^CODE\(", text, re.M)):
        sys.exit(f"{SOURCE}: a line that begins with CODE( is not understood")
    wanted = HEAD + "".join(f"| `{name}` | {listed[name]} |\n" for name in sorted(listed))
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_text() != wanted:
            sys.exit(f"{TARGET} is not what {pathlib.Path(__file__).name} writes")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        TARGET.write_text(wanted)


main()
