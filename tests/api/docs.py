#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every public function says what it gives and since when."""

import pathlib
import re

from report import Report

HEADERS = pathlib.Path(__file__).resolve().parents[2] / "include" / "complaint"


def functions(text):
    """Name and the comment that ends right before the declaration ('' when there is none)."""
    for match in re.finditer(r"COMPLAINT_API\b[^;{(]*?\b(complaint_\w+)\s*\(", text):
        if text[:match.start()].rsplit("\n", 1)[-1].lstrip().startswith("#"):
            continue
        before = text[:match.start()].rstrip()
        start = before.rfind("/**") if before.endswith("*/") else -1
        comment = before[start:] if start >= 0 else ""
        yield match[1], comment if comment.count("*/") == 1 and "@file" not in comment else ""


def faults(name, text):
    if not text.startswith("/* SPDX-License-Identifier: MIT */\n"):
        yield f"{name}: the first line is not the licence"
    guard = "COMPLAINT_" + name[:-2].upper().replace("-", "_") + "_H"
    if f"#ifndef {guard}\n#define {guard}\n" not in text:
        yield f"{name}: the guard is not {guard}"
    if "@file" not in text:
        yield f"{name}: no @file comment"
    previous = ""
    for function, comment in functions(text):
        # What is counted is described there: "how many" and "which one" stand as a pair.
        paired, previous = previous.endswith("_count"), function
        sentence = re.sub(r"^/\*\*[\s*]*", "", comment)
        if not comment:
            yield f"{name}: {function} has no comment"
        elif not re.search(r"@since \d+\.\d+", comment):
            yield f"{name}: {function} does not say @since"
        elif len(sentence.split("@since")[0].split()) < 2 and not paired:
            yield f"{name}: the comment of {function} says nothing"


PLANTED = [
    ("COMPLAINT_API int\ncomplaint_x(void);", "complaint_x has no comment"),
    ("/* Plain. @since 0.1 */\nCOMPLAINT_API int\ncomplaint_x(void);", "complaint_x has no comment"),
    ("/** What it gives. */\nCOMPLAINT_API int\ncomplaint_x(void);", "does not say @since"),
    ("/** @since 0.1 */\nCOMPLAINT_API int\ncomplaint_x(void);", "says nothing"),
    ("/** For a. @since 0.1 */\nint a;\nCOMPLAINT_API int\ncomplaint_x(void);", "has no comment"),
    ("/** What it gives. @since 0.1 */\nCOMPLAINT_API int\ncomplaint_x(void);", None),
    ("/** How many. @since 0.1 */\nCOMPLAINT_API int\ncomplaint_x_count(void);\n"
     "/** @since 0.1 */\nCOMPLAINT_API int\ncomplaint_x_get(void);", None),
]
HEAD = "/* SPDX-License-Identifier: MIT */\n#ifndef COMPLAINT_X_H\n#define COMPLAINT_X_H\n/** @file */\n"

report = Report()
for text, wanted in PLANTED:
    found = list(faults("x.h", HEAD + text + "\n"))
    right = found == [] if wanted is None else len(found) == 1 and wanted in found[0]
    report.check(f"planted {text!r}", [] if right else found or ["nothing"])
for header in sorted(HEADERS.glob("*.h")):
    report.check(header.name, faults(header.name, header.read_text()))
report.finish()
