#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every kind of fault has its page, and its examples are what they say.

    run.py COMMAND [SLUG...]

Each wrong example of docs/faults.txt gives that fault and no other, each right one does not give it
and is sound. `complaint help SLUG` prints the page; docs/faults.md and the command's table are what
scripts/fault_pages.py writes.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support"), str(HERE.parent / "api"), str(HERE.parents[1] / "scripts")]
from command import ROOT, call  # noqa: E402
from compose import UNTESTED, bare, compose, BASES  # noqa: E402
from report import Report  # noqa: E402
import fault_pages  # noqa: E402

COMMAND = sys.argv[1]
# What cannot come alone, and what comes with it.
BESIDE = {
    "accepted-unused": {"too-old"},
    "calendar-too-long": {"calendar-beyond-source"},
    "never-applies": {"unknown-though-settled"},
    "always-applies": {"unknown-though-settled"},
    "unknown-though-settled": {"fact-never-matters"},
}
report = Report()


def look(page, example, scratch):
    """The slugs of the diagnostics of an example in its file."""
    name, content = compose(page.place, example)
    for base in ("policy.yaml", "calendar.yaml", "case.yaml"):
        (scratch / base).write_text(bare((BASES / base).read_text()))
    (scratch / name).write_bytes(content)
    sense = [] if (HERE.parent / "findings" / page.slug).is_dir() else ["--no-sense"]
    beside = ["--policy", "policy.yaml"] if name.startswith("case") and "alone" not in page.place else []
    done = call(COMMAND, "check", "--format", "json", *sense, *beside, name, cwd=scratch)
    try:
        return json.loads(done.out)["diagnostics"], content
    except ValueError:
        return [{"slug": "no answer", "severity": "error", "message": done.out + done.err}], content


def check_page(page):
    with tempfile.TemporaryDirectory() as scratch:
        wrong, content = look(page, page.wrong, pathlib.Path(scratch))
        right, mended = look(page, page.right, pathlib.Path(scratch))
    slugs = {one["slug"] for one in wrong}
    if "ics-not-built-in" in slugs | {one["slug"] for one in right}:
        return
    if slugs - BESIDE.get(page.slug, set()) != {page.slug}:
        yield f"the wrong example gives {sorted(slugs)}: {wrong}"
        yield content.decode("utf-8", "backslashreplace")
    for one in right:
        if one["slug"] == page.slug or one["severity"] == "error":
            yield f"the right example gives {one}"
            yield mended.decode("utf-8", "backslashreplace")


def check_help(page, sentences):
    done = call(COMMAND, "help", page.slug)
    yield from done.faults(0, [page.slug, sentences[page.slug], page.wrong.split("\n")[0]])
    if "\\x" not in page.wrong and "\x1b" in done.out:
        yield "a control character is printed"


def main():
    sentences, found = fault_pages.meanings(), fault_pages.pages()
    wanted = sys.argv[2:] or list(found)
    report.check("each slug has a page", set(sentences) ^ set(found))
    script = subprocess.run([sys.executable, ROOT / "scripts" / "fault_pages.py", "--check"], capture_output=True,
                            text=True, check=False)
    report.check("the document and the table are up to date", [script.stderr] if script.returncode else [])
    for slug in wanted:
        report.check(f"help {slug}", check_help(found[slug], sentences))
        if found[slug].place not in UNTESTED:
            report.check(f"{slug}: its examples", check_page(found[slug]))
    near = call(COMMAND, "help", "unit-mising")
    report.check("help on a misspelt name", near.faults(2, None, ["unit-mising", "unit-missing"]))
    report.finish()


main()
