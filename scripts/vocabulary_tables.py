#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write the standard vocabulary as C: run it after rules/vocabulary.yaml has changed.

    scripts/vocabulary_tables.py            write the files
    scripts/vocabulary_tables.py --check    exit 1 when they are not what would be written
    scripts/vocabulary_tables.py --pin      print the list that tests/api/vocabulary-*.txt keeps

The YAML is read by the few lines below, which know the regular form of that one file and
refuse everything else; the unit tests read it again with the library's own reader.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "rules/vocabulary.yaml"
LISTS = ("facts", "events", "notices", "doors", "records")
MEANINGS = {
    "facts": "Facts: what is so or not, how many, which one",
    "events": "Events: everything that has a date",
    "notices": "Notices: what a person may be told",
    "doors": "Doors: where a resident can turn",
    "records": "Records: what a matter can be recorded as",
}
TYPES = {"true-false": "TRUE_FALSE", "number": "NUMBER", "choice": "CHOICE"}
SILENCE = {"false": "COMPLAINT_FALSE", "true": "COMPLAINT_TRUE", "not-yet": "COMPLAINT_FALSE"}
HEAD = """/* SPDX-License-Identifier: MIT */
/* Made by scripts/vocabulary_tables.py from rules/vocabulary.yaml; edit that file and run it. */
"""


def fail(number, line):
    sys.exit(f"{SOURCE.name}:{number}: not understood here: {line!r}")


def read():
    """List name -> list of entries, each a dict of its keys."""
    found = {name: [] for name in LISTS}
    entries = None
    for number, line in enumerate(SOURCE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line in ("format: 1", "kind: vocabulary"):
            continue
        if line.endswith(":") and line[:-1] in found:
            entries = found[line[:-1]]
            continue
        match = re.fullmatch(r"(  - |    )([a-z]+): (\S.*)", line)
        if not match or entries is None or re.search(r': | #|^["\'>|&*!]', match[3]):
            fail(number, line)
        if match[1] == "  - ":
            entries.append({})
        if not entries or match[2] in entries[-1]:
            fail(number, line)
        entries[-1][match[2]] = match[3]
    for entries in found.values():
        for entry in entries:
            if "values" in entry:
                entry["values"] = entry["values"].strip("[]").split(", ")
    return found


def constant(text):
    return text.upper().replace("-", "_")


def header(found):
    out = [HEAD.rstrip("\n")]
    out += ["#ifndef COMPLAINT_NAMES_H", "#define COMPLAINT_NAMES_H", ""]
    out += [
        "/**",
        " * @file",
        " * The standard names by number. A name keeps its number for ever; new ones come at the end of a list.",
        " *",
        " * The counts are those of the version compiled against; complaint_vocabulary_count() is the running one's.",
        " */",
        "",
    ]
    for name in LISTS:
        noun = constant(name[:-1])
        out += [f"/** {MEANINGS[name]}. */", "enum {"]
        for place, entry in enumerate(found[name]):
            out.append(f"\tCOMPLAINT_{noun}_{constant(entry['id'])} = {place},")
        out += [f"\tCOMPLAINT_{constant(name)}_COUNT = {len(found[name])}", "};", ""]
    for entry in found["facts"]:
        if "values" not in entry:
            continue
        out += [f"/** Values of the choice `{entry['id']}`. */", "enum {"]
        stem = f"COMPLAINT_VALUE_{constant(entry['id'])}"
        rows = [f"\t{stem}_{constant(v)} = {i}" for i, v in enumerate(entry["values"])]
        out += [",\n".join(rows), "};", ""]
    out += ["#endif", ""]
    return "\n".join(out)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def table(found):
    out = [HEAD.rstrip("\n"), "/* clang-format off */", '#include "policy/vocabulary.h"', ""]
    for entry in found["facts"]:
        if "values" in entry:
            values = ", ".join(quoted(v) for v in entry["values"])
            out.append(f"static const char *const values_of_{constant(entry['id']).lower()}[] = {{")
            out += [f"\t{values}, NULL", "};", ""]
    for name in LISTS:
        out.append(f"static const struct cmpl_standard_name {name}[] = {{")
        out += [row(entry) for entry in found[name]]
        out += ["};", ""]
    out.append("/* The places of each list's names in the order of their bytes, for looking them up. */")
    for name in LISTS:
        out += sorted_places(name, found[name])
    out.append("const struct cmpl_standard_name *const cmpl_vocabulary[CMPL_LIST_COUNT] = {")
    out += [f"\t{', '.join(LISTS)}", "};"]
    out.append("const uint32_t cmpl_vocabulary_count[CMPL_LIST_COUNT] = {")
    out += [f"\t{', '.join(str(len(found[name])) for name in LISTS)}", "};"]
    out.append("const uint16_t *const cmpl_vocabulary_order[CMPL_LIST_COUNT] = {")
    out += [f"\t{', '.join('order_of_' + name for name in LISTS)}", "};", ""]
    return "\n".join(out)


def plain(words):
    """The library copies them into JSON as they are, by their length."""
    if not words.isascii() or not words.isprintable() or '"' in words or "\\" in words:
        raise SystemExit(f"write this with letters that JSON does not escape: {words}")
    return words


def row(entry):
    parts = [
        quoted(entry["id"]),
        f"COMPLAINT_TYPE_{TYPES[entry['type']]}" if "type" in entry else "0",
        SILENCE[entry["silence"]] if "silence" in entry else "0",
        f"values_of_{constant(entry['id']).lower()}" if "values" in entry else "NULL",
    ]
    words = quoted(plain(entry.get("question") or entry["says"]))
    parts.insert(3, f"{len(entry['id'])}, {len(entry.get('question') or entry['says'])}")
    line = "\t{ " + ", ".join(parts) + ", " + words + " },"
    if len(line) + 7 <= 100:
        return line
    return "\t{ " + ", ".join(parts) + ",\n\t  " + words + " },"


def sorted_places(name, entries):
    places = sorted(range(len(entries)), key=lambda i: entries[i]["id"].encode())
    out = [f"static const uint16_t order_of_{name}[] = {{"]
    for start in range(0, len(places), 20):
        out.append("\t" + ", ".join(map(str, places[start : start + 20])) + ",")
    return out + ["};", ""]


def pin(found):
    out = []
    for name in LISTS:
        for entry in found[name]:
            words = [name[:-1], entry["id"], entry.get("type"), *entry.get("values", [])]
            out.append(" ".join(word for word in words if word))
    return "\n".join(out) + "\n"


def main():
    found = read()
    if "--pin" in sys.argv:
        sys.stdout.write(pin(found))
        return 0
    files = {
        ROOT / "include/complaint/names.h": header(found),
        ROOT / "lib/policy/vocabulary_table.c": table(found),
    }
    stale = 0
    for path, text in files.items():
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} is not what rules/vocabulary.yaml gives; run scripts/vocabulary_tables.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
