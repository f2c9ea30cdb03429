#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write docs/faults.md and tools/fault_pages_table.c from docs/faults.txt and lib/diag/codes.def.

usage: fault_pages.py [--check]

With --check nothing is written: exit 1 when a file differs.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODES = ROOT / "lib/diag/codes.def"
PAGES = ROOT / "docs/faults.txt"
DOCUMENT = ROOT / "docs/faults.md"
TABLE = ROOT / "tools/fault_pages_table.c"
HEAD = """# Every fault by name

Made by scripts/fault_pages.py from docs/faults.txt and lib/diag/codes.def; edit those and run it.

The word in square brackets at the end of a message is the name of the fault; `complaint help NAME` prints its
page. Names are never changed, so that programs can rely on them; the words of messages may be. Most are errors.
A few are warnings, such as `key-order`, or notes, such as `ics-span-assumed`, and those do not stop a file from
loading. What `check` finds of the sense of a sound policy is a warning or a note, too.

"""
TABLE_HEAD = """/* SPDX-License-Identifier: MIT */
/* Made by scripts/fault_pages.py from docs/faults.txt; edit that and run it. */
#include "fault_pages.h"

const struct fault_page fault_pages[] = {
"""


class Page:
    """One page of the table: where its example stands, and the three texts."""

    def __init__(self, slug, place, body):
        parts = re.split(r"^--- (wrong|right)\n", body, flags=re.M)
        if parts[1::2] != ["wrong", "right"] or not parts[0].strip():
            raise ValueError(f"{slug}: a page is a text, --- wrong and --- right")
        self.slug, self.place = slug, place
        self.why, self.wrong, self.right = (part.strip("\n") for part in parts[0::2])


def meanings():
    """Slug: its sentence, in the order of codes.def."""
    text = CODES.read_text(encoding="utf-8")
    found = re.findall(r'^CODE\(\w+, "([a-z0-9-]+)", "((?:[^"\\]|\\.)*)"\)$', text, re.M)
    if len(found) != len(re.findall(r"^CODE\(", text, re.M)):
        raise ValueError(f"{CODES}: a line that begins with CODE( is not understood")
    return {slug: meaning.replace('\\"', '"') for slug, meaning in found}


def pages():
    """Slug: its page."""
    text = PAGES.read_text(encoding="utf-8")
    pieces = re.split(r"^=== ([a-z0-9-]+) \| (.+)\n", text, flags=re.M)[1:]
    found = {}
    for slug, place, body in zip(pieces[0::3], pieces[1::3], pieces[2::3]):
        if slug in found:
            raise ValueError(f"{slug} has two pages")
        found[slug] = Page(slug, place, body)
    return found


def quoted(text):
    """A C string, a line of the text a line."""
    lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n")]
    return "\n".join(f'\t  "{line}{chr(92) + "n" if i + 1 < len(lines) else ""}"' for i, line in enumerate(lines))


def document(sentences, found):
    parts = [HEAD]
    for slug in sorted(found):
        page = found[slug]
        language = {"shell": "sh"}.get(page.place, "text" if ".ics" in page.place or page.place in ("ics", "event") else "yaml")
        parts.append(
            f"## {slug}\n\n{sentences[slug]}\n\n{page.why}\n\nNot:\n\n```{language}\n{page.wrong}\n```\n\n"
            f"But:\n\n```{language}\n{page.right.replace('@', '# as in tests/pages/bases/', 1) if page.right.startswith('@') else page.right}\n```\n\n"
        )
    return "".join(parts).rstrip("\n") + "\n"


def table(found):
    rows = []
    for slug in sorted(found):
        page = found[slug]
        right = "(a whole file)" if page.right.startswith("@") else page.right
        rows.append(
            f'\t{{ "{slug}",\n{quoted(page.why)},\n{quoted(page.wrong)},\n{quoted(right)} }},\n'
        )
    end = "};\n\nconst size_t fault_page_count = sizeof(fault_pages) / sizeof(fault_pages[0]);\n"
    return TABLE_HEAD + "".join(rows) + end


def main():
    sentences, found = meanings(), pages()
    for slug in set(sentences) ^ set(found):
        sys.exit(f"{slug} stands in one of {CODES.name} and {PAGES.name}, but not in both")
    wanted = {DOCUMENT: document(sentences, found), TABLE: table(found)}
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    for path, text in wanted.items():
        if not sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path} is not what {pathlib.Path(__file__).name} writes")


if __name__ == "__main__":
    main()
