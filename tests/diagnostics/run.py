#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every kind of fault has a folder here, and the command says of it exactly what the folder expects.

    run.py COMMAND [SLUG...]

COMMAND is the program `complaint`. A folder is named like its slug. It holds the faulty file, called
policy.yaml, calendar.yaml, calendar.ics, vocabulary.yaml, scenarios.yaml, case.yaml or case.json, what that file names,
and expected.txt, all that the command prints on both streams. A case is read against the
policy.yaml beside it, when there is one. Where one file is not enough, arguments.txt says how the command is called.
Files that nobody would keep (300 KiB, none at all) are made while the test runs.

REGENERATE=1 writes what the command says into expected.txt: read the difference before you commit it.
COMPLAINT_WRAPPER is put in front of each fifth call (tests/support/command.py).
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from command import BOUND_BY_PERMISSIONS, wrapper  # noqa: E402

CODES = HERE.parent.parent / "lib" / "diag" / "codes.def"
INPUTS = (
    "case.yaml", "case.json", "scenarios.yaml", "calendar.yaml", "calendar.ics", "vocabulary.yaml",
    "policy.yaml",
)

# Slugs that no file can bring about in every build, each with its reason.
WITHOUT_FOLDER = {
    "ics-not-built-in": "only a library built without libical says it",
}


SKIPPED = ["the library was built without libical"]


def policy(text):
    """A sound policy, and what is added to it."""
    return """format: 1
kind: policy
document: { issued-by: Example Homes, title: T, in-force: { from: 2022-08 }, chosen-by: complaint-received }
counting: { calendar: england-and-wales }
stages:
  - id: stage-1
    clause: "1"
    says: s
    starts: complaint-received
    ends: stage-1-response-sent
    duties: [{ id: explain, clause: "1", says: s }]
""" + text


def unreadable(path):
    path.write_text(policy(""))
    path.chmod(0)


def many_calendars(path):
    offices = [f"office-{number}.yaml" for number in range(32)]
    for office in offices:
        (path.parent / office).write_text(CALENDAR)
    counts = "".join(
        f"- {{ id: duty-{number}, clause: '1', says: s, counting: {{ calendar: {office} }} }}\n"
        for number, office in enumerate(offices)
    )
    path.write_text(policy("duties:\n" + counts))


CALENDAR = (
    "format: 1\nkind: calendar\nsource: Example Homes\ncovers: { from: 1990-01, until: 2150-12 }\n"
    "weekend: [saturday, sunday]\n"
)

# What is made: the name of the input, and how.
MADE = {
    "file-not-found": lambda path: None,
    "not-a-file": lambda path: path.mkdir(),
    "file-unreadable": unreadable,
    "file-too-large": lambda path: path.write_text(policy("# " + "x" * 300 * 1024 + "\n")),
    "too-many-nodes": lambda path: path.write_text(
        policy("windows:\n" + ("- [" + "a, " * 999 + "a]\n") * 21)
    ),
    "too-many-entries": lambda path: path.write_text(
        policy("silent-on:\n" + "- a line\n" * 4097)
    ),
    "text-too-long": lambda path: path.write_text(
        policy("silent-on:\n- >-\n" + "  fifteen letters\n" * 1025)
    ),
    "too-many-calendars": many_calendars,
    "recurrence-too-many": lambda path: path.write_text(
        CALENDAR + "recurring:\n" + "- { every: friday, says: Closed }\n" * 4000
    ),
    "ics-too-large": lambda path: path.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + "X-LINE:1\r\n" * 10001 + "END:VCALENDAR\r\n"
    ),
    "ics-too-long-line": lambda path: path.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" + "x" * 9000 + "\r\nEND:VCALENDAR\r\n"
    ),
}


def arguments_of(folder):
    given = folder / "arguments.txt"
    if given.exists():
        return shlex.split(given.read_text())
    for name in INPUTS:
        if (folder / name).exists():
            beside = name.startswith("case") and (folder / "policy.yaml").exists()
            extra = ["--policy", "policy.yaml"] if beside else []
            return ["check", "--quiet", "--no-sense"] + extra + [name]
    return None


def prepare(folder, scratch):
    """The folder to run in, and the arguments."""
    slug = folder.name
    if slug not in MADE:
        return folder, arguments_of(folder)
    name = "calendar.ics" if slug.startswith("ics") else "calendar.yaml" if "recurrence" in slug else "policy.yaml"
    where = pathlib.Path(scratch) / slug
    where.mkdir(mode=0o755)
    MADE[slug](where / name)
    return where, ["check", "--quiet", "--no-sense", name]


def run(command, folder, scratch):
    where, arguments = prepare(folder, scratch)
    if arguments is None:
        return None, "there is no file to check"
    done = subprocess.run(
        wrapper() + command + arguments, cwd=where, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=600, env={**os.environ, "NO_COLOR": "1"},
        **(BOUND_BY_PERMISSIONS if folder.name == "file-unreadable" else {}),
    )
    return done.returncode, done.stdout.decode("utf-8", "backslashreplace")


def faults_in(folder, code, said):
    """Everything that is wrong with one folder."""
    slug = folder.name
    wrong = []
    expected = folder / "expected.txt"
    if "[ics-not-built-in]" in said:
        return SKIPPED
    if os.environ.get("REGENERATE"):
        expected.write_text(said, encoding="utf-8")
    if not expected.exists():
        wrong.append("there is no expected.txt")
    elif expected.read_text(encoding="utf-8") != said:
        wrong.append("expected:\n" + expected.read_text(encoding="utf-8") + "and it says:\n" + said)
    if f"[{slug}]" not in said:
        wrong.append(f"[{slug}] is not among what it says:\n{said}")
    # The line itself and its caret stand between a fault and its hint.
    lines = [line for line in said.splitlines() if not re.match(r" +(\d+ )?\| ", line)]
    for line, after in zip(lines, lines[1:] + [""]):
        if re.search(r"^\S.*: (error|warning): .*\[[a-z0-9-]+\]$", line) and not after.startswith("  hint: "):
            wrong.append("no hint says what to write instead:\n" + line)
    wanted = {0} if ": error: " not in said else {1, 2}
    if code not in wanted:
        wrong.append(f"the command answers {code}")
    return wrong


def check_slugs(folders):
    slugs = re.findall(r'^CODE\(\w+, *"([^"]+)"', CODES.read_text(encoding="utf-8"), re.M)
    wrong = []
    for slug in slugs:
        if slug not in folders and slug not in WITHOUT_FOLDER and not (HERE.parent / "findings" / slug).is_dir():
            wrong.append(f"no folder for {slug}")
    for name in list(folders) + list(WITHOUT_FOLDER) + list(MADE):
        if name not in slugs:
            wrong.append(f"{name} is no slug of codes.def")
    for slug in WITHOUT_FOLDER:
        if slug in folders:
            wrong.append(f"{slug} has a folder and stands among those without")
    return wrong


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    command = [os.path.abspath(sys.argv[1])]
    folders = {path.name: path for path in sorted(HERE.iterdir()) if path.is_dir() and path.name[0] != "_"}
    wanted = sys.argv[2:] or list(folders)
    scratch = tempfile.mkdtemp()
    os.chmod(scratch, 0o755)
    passed = failed = 0
    try:
        results = {} if sys.argv[2:] else {"every slug has its folder": check_slugs(folders)}
        for slug in wanted:
            code, said = run(command, folders[slug], scratch)
            results[slug] = [said] if code is None else faults_in(folders[slug], code, said)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for name, wrong in results.items():
        if wrong is SKIPPED:
            print(f"skipped {name}: the library was built without libical")
            continue
        passed, failed = (passed, failed + 1) if wrong else (passed + 1, failed)
        for one in wrong:
            print(f"FAILED {name}: {one}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
