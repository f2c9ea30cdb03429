#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Who may include whom, and what nobody may call. Checks itself with planted faults first."""

import pathlib
import re
import tempfile

from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A file includes its own folder and those of earlier rows, never a sibling of its own row.
LAYERS = [["base"], ["diag"], ["tree"], ["yaml", "json", "calendar"], ["policy"], ["phrase"], ["case"],
          ["load", "decide"], ["check", "write"]]
RANK = {folder: i for i, layer in enumerate(LAYERS) for folder in layer}

# The model and the decisions know no notation, whatever stands left of them.
BLIND = {"policy", "case", "decide"}
NOTATIONS = {"yaml", "json"}

# Third-party headers have few owners: files, or whole folders.
OWNERS = {
    "yaml.h": ["lib/yaml/"],
    "libical/": ["lib/calendar/holidays_ics.c", "lib/write/report_ics.c"],
}
# Decisions know no file and no clock.
PURE = ["decide", "policy"]
IMPURE = ["stdio.h", "time.h"]
PUBLIC_STANDARD = ["stddef.h", "stdint.h"]

# What the library never does: speak, ask the environment, read the clock, end the host; and memory
# has one door. (snprintf and vsnprintf write into memory and may stand.)
FORBIDDEN = {
    "getenv": [], "secure_getenv": [], "setenv": [], "setlocale": [],
    "printf": [], "fprintf": [], "vprintf": [], "vfprintf": [], "puts": [], "fputs": [],
    "putchar": [], "perror": [], "stdout": [], "stderr": [],
    "time": [], "clock_gettime": [], "gettimeofday": [], "localtime": [], "mktime": [], "gmtime": [],
    "exit": [], "abort": [], "assert": [],
    "malloc": ["lib/base/memory.c"], "calloc": ["lib/base/memory.c"],
    "realloc": ["lib/base/memory.c"], "strdup": [], "strndup": [],
    "free": ["lib/base/memory.c"],
    "strtok": [], "sprintf": [], "atoi": [], "strtod": [], "strtol": [],
}
WORDS = {"stdout", "stderr"}  # a name is enough; the others must be called


def includes(text):
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match[1] == '"', match[2]


def bare(text):
    """Without comments and literals, lines kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text,
                  flags=re.S)


def is_owner(name, owners):
    return any(name == owner or (owner.endswith("/") and name.startswith(owner))
               for owner in owners)


def check_library_include(name, folder, quoted, target, root):
    if quoted:
        if "/" not in target:
            return f'"{target}" lacks its folder'
        there = target.split("/")[0]
        sibling = there != folder and RANK.get(there, 99) >= RANK[folder]
        if sibling or (folder in BLIND and there in NOTATIONS):
            return f"{folder}/ may not include {target}"
        return None if (root / "lib" / target).is_file() else f'"{target}" is not in lib/'
    for header, owners in OWNERS.items():
        if target.startswith(header) and not is_owner(name, owners):
            return f"<{target}> belongs to {' and '.join(owners)}"
    if folder in PURE and target in IMPURE:
        return f"{folder}/ is pure and may not include <{target}>"
    return None


def check_library(root):
    for path in sorted((root / "lib").rglob("*.[chd]*")):
        if path.suffix not in (".c", ".h", ".def"):
            continue
        name = path.relative_to(root).as_posix()
        folder = name.split("/")[1]
        if folder not in RANK:
            yield f"{name}: a folder without a layer"
            continue
        text = path.read_text()
        for number, quoted, target in includes(text):
            fault = check_library_include(name, folder, quoted, target, root)
            if fault:
                yield f"{name}:{number}: {fault}"
        code = bare(text)
        for word, owners in FORBIDDEN.items():
            pattern = rf"(?<![\w.>]){word}\b" + ("" if word in WORDS else r"\s*\(")
            for match in re.finditer(pattern, code):
                if not is_owner(name, owners):
                    number = code.count("\n", 0, match.start()) + 1
                    yield f"{name}:{number}: the library never uses {word}"


def check_public(root):
    for path in sorted((root / "include").rglob("*.h")):
        name = path.relative_to(root).as_posix()
        for number, quoted, target in includes(path.read_text()):
            inside = target.startswith("complaint/") and (root / "include" / target).is_file()
            if quoted or not (inside or target in PUBLIC_STANDARD):
                yield f"{name}:{number}: a public header may not include {target}"


def check_customers(root):
    for folder in ("tools", "examples"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            name = path.relative_to(root).as_posix()
            for number, quoted, target in includes(path.read_text()):
                if quoted and not ("/" not in target and (path.parent / target).is_file()):
                    yield f'{name}:{number}: "{target}" is not of {folder}/'
                elif not quoted and any(target.startswith(header) for header in OWNERS):
                    yield f"{name}:{number}: {folder}/ uses only <complaint/...>"


def check_all(root):
    return [*check_library(root), *check_public(root), *check_customers(root)]


# Where it is planted, what, and a piece of what must be said; None: nothing may be.
PLANTED = [
    ("lib/policy/x.c", '#include "yaml/reader.h"', "policy/ may not include yaml/reader.h"),
    ("lib/decide/x.c", '#include "json/reader.h"', "decide/ may not include json/reader.h"),
    ("lib/load/x.c", '#include "decide/x.h"', "load/ may not include decide/x.h"),
    ("lib/yaml/x.c", '#include "json/reader.h"', "yaml/ may not include json/reader.h"),
    ("lib/base/x.c", '#include "diag/x.h"', "base/ may not include diag/x.h"),
    ("lib/decide/x.c", '#include "write/x.h"', "decide/ may not include write/x.h"),
    ("lib/policy/x.c", "#include <yaml.h>", "<yaml.h> belongs to lib/yaml/"),
    ("lib/calendar/calendar.c", "#include <libical/ical.h>", "<libical/ical.h> belongs to"),
    ("lib/write/report_json.c", "#include <libical/ical.h>", "<libical/ical.h> belongs to"),
    ("lib/policy/x.c", '#include "x.h"', '"x.h" lacks its folder'),
    ("lib/policy/x.c", '#include "base/missing.h"', "is not in lib/"),
    ("lib/decide/x.c", "#include <stdio.h>", "is pure"),
    ("lib/decide/x.c", "# include <time.h>", "is pure"),
    ("lib/policy/x.h", "#include <time.h>", "is pure"),
    ("lib/novel/x.c", "", "a folder without a layer"),
    ("lib/base/x.c", "int f(void)\n{\n\treturn getenv (\"X\") != 0;\n}", "x.c:3: the library never uses getenv"),
    ("lib/write/x.c", 'void f(void) { printf("x"); }', "never uses printf"),
    ("lib/write/x.c", "void *f(void) { return stderr; }", "never uses stderr"),
    ("lib/tree/x.c", "void *f(void) { return malloc(3); }", "never uses malloc"),
    ("lib/tree/x.c", "void f(void *x) { free(x); }", "never uses free"),
    ("include/complaint/x.h", "#include <stdbool.h>", "may not include stdbool.h"),
    ("include/complaint/x.h", '#include "base.h"', "may not include base.h"),
    ("include/complaint/x.h", "#include <complaint/missing.h>", "may not include complaint/missing.h"),
    ("tools/x.c", '#include "base/date.h"', '"base/date.h" is not of tools/'),
    ("examples/x.c", "#include <yaml.h>", "examples/ uses only <complaint/...>"),
    ("lib/load/x.c", '#include "yaml/reader.h"\n#include "policy/x.h"\n#include "load/x.h"', None),
    ("lib/calendar/holidays_ics.c", "#include <libical/ical.h>", None),
    ("lib/base/memory.c", "void f(void *x) { free(x); }", None),
    ("lib/write/x.c", '/* printf("x") */ const char *f = "getenv()"; int snprintf(int);', None),
    ("lib/write/x.c", "void f(struct x *x) { x->free(3); cmpl_free(x); my_time(3); }", None),
    ("include/complaint/x.h", "#include <stdint.h>\n#include <complaint/base.h>", None),
    ("tools/x.c", '#include <stdio.h>\n#include <complaint/base.h>\n#include "y.h"', None),
]
PRESENT = ["lib/yaml/reader.h", "lib/json/reader.h", "lib/diag/x.h", "lib/decide/x.h", "lib/write/x.h",
           "lib/policy/x.h", "lib/load/x.h", "include/complaint/base.h", "tools/y.h"]


def check_planted(report):
    for place, text, wanted in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in PRESENT:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text("")
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            (root / place).write_text(text + "\n")
            found = check_all(root)
            if wanted is None:
                report.check(f"let pass: {text!r} in {place}", found)
            else:
                right = len(found) == 1 and wanted in found[0]
                report.check(f"found: {text!r} in {place}", [] if right else found or ["nothing"])


report = Report()
check_planted(report)
report.check("the layers of the source tree", check_all(ROOT))
report.finish()
