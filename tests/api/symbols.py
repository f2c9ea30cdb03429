#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Declared in the headers = listed in the map = exported by the library; and who may be a neighbour.

  symbols.py --write-map          make lib/libcomplaint.map from the headers
  symbols.py --shared L --static A   compare (either may be left out)
"""

import argparse
import pathlib
import re
import subprocess

from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADERS = ROOT / "include" / "complaint"
MAP = ROOT / "lib" / "libcomplaint.map"
NODE = "LIBCOMPLAINT_0.1"
SONAME = "libcomplaint.so.0"


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def declared():
    names = set()
    for header in sorted(HEADERS.glob("*.h")):
        text = re.sub(r"^\s*#.*?(?<!\\)$", "", without_comments(header.read_text()), flags=re.M | re.S)
        names.update(re.findall(r"COMPLAINT_API\b[^;{(]*?\b(\w+)\s*\(", text))
    return names


def unmarked():
    """Functions declared in a header without COMPLAINT_API would be hidden."""
    for header in sorted(HEADERS.glob("*.h")):
        text = without_comments(header.read_text())
        for match in re.finditer(r"(?:^|;|\})([^;{}#]*?)\b(complaint_\w+)\s*\([^;{}]*\)\s*;", text):
            if "COMPLAINT_API" not in match[1] and "=" not in match[1]:
                yield f"{header.name}: {match[2]} lacks COMPLAINT_API"


def mapped():
    text = without_comments(MAP.read_text()) if MAP.exists() else ""
    listed = re.findall(r"global:(.*?)(?:local:|\})", text, flags=re.S)
    return [name for part in listed for name in re.findall(r"(\w+);", part)]


def write_map():
    lines = "".join(f"\t{name};\n" for name in sorted(declared()))
    MAP.write_text(
        "/* SPDX-License-Identifier: MIT */\n"
        "/* Made from the headers by tests/api/symbols.py --write-map. A released node is never edited. */\n"
        f"{NODE} {{\nglobal:\n{lines}local:\n\t*;\n}};\n"
    )


def symbols(library, *options):
    """Names and types of the defined symbols; versions and archive headings left out."""
    output = subprocess.run(
        ["nm", "--defined-only", *options, library], check=True, capture_output=True, text=True
    ).stdout
    for line in output.splitlines():
        fields = line.split()
        if len(fields) == 3:
            yield fields[2].split("@")[0], fields[1]


def only_in(a, b):
    return sorted(set(a) - set(b))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write-map", action="store_true")
    parser.add_argument("--shared")
    parser.add_argument("--static")
    options = parser.parse_args()
    if options.write_map:
        write_map()
        return

    report = Report()
    in_headers, in_map = declared(), mapped()
    report.check("a header declares something", [] if in_headers else ["nothing found"])
    report.check("every declaration is marked", unmarked())
    report.check("declared but not in the map", only_in(in_headers, in_map))
    report.check("in the map but not declared", only_in(in_map, in_headers))
    report.check("the map is sorted, each name once",
                 [] if in_map == sorted(set(in_map)) else ["run tests/api/symbols.py --write-map"])
    if options.shared:
        exported = [name for name, kind in symbols(options.shared, "-D") if kind != "A"]
        report.check("exported but not in the map", only_in(exported, in_map))
        report.check("in the map but not exported", only_in(in_map, exported))
        dynamic = subprocess.run(["readelf", "-d", options.shared], check=True,
                                 capture_output=True, text=True).stdout
        found = re.findall(r"SONAME.*\[(.*)\]", dynamic)
        report.check("the soname", [] if found == [SONAME] else [f"{found}, not {SONAME}"])
    if options.static:
        own = re.compile(r"(complaint|cmpl)_")
        # Sanitizers add names of their own that begin with two underscores.
        strange = {name for name, _ in symbols(options.static, "-g")
                   if not own.match(name) and not name.startswith("__")}
        report.check("a neighbour of the host's names without our prefix", sorted(strange))
    report.finish()


main()
