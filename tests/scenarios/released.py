#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A released policy is never changed: old complaints are judged by the text as it was released.

The one thing that may come later is its last day, when a new version follows it.

released.txt has a line for each policy of each release: the version, the SHA-256 of the file and its path.
REGENERATE=1 adds the policies that have no line yet; a line that is there it leaves alone.
"""

import hashlib
import os
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "api"))
from report import Report  # noqa: E402

LIST = HERE / "released.txt"
CHANGELOG = (ROOT / "CHANGELOG.md").read_text()
RELEASES = re.findall(r"^## \[(\d[\d.]*)\] - ", CHANGELOG, re.M)


def digest(path, open_ended=False):
    """Of the file as it is; or as it was before it was given its last day."""
    text = path.read_text()
    if open_ended:
        text = re.sub(r"^(  in-force: \{ from: [\d-]+), until: [\d-]+ \}", r"\1 }", text, count=1, flags=re.M)
    return hashlib.sha256(text.encode()).hexdigest()


def lines():
    return [line.split() for line in LIST.read_text().splitlines()]


def policies(root):
    return sorted(str(path.relative_to(root)) for path in root.glob("rules/*/*/policy.yaml"))


def faults(root, released, pending):
    """What was changed or removed, and what is released without a line."""
    found = []
    for version, wanted, name in released:
        path = root / name
        if version not in RELEASES:
            found.append(f"{name}: the changelog has no release {version}")
        if not path.exists():
            found.append(f"{name} was released in {version} and is gone; put it back")
        elif wanted not in (digest(path), digest(path, open_ended=True)):
            found.append(f"{name} is not what {version} released; put it back, and write a new version beside it")
    listed = {name for _, _, name in released}
    if not pending:
        found += [f"{name} has no line in {LIST.name}; REGENERATE=1 adds it"
                  for name in policies(root) if name not in listed]
    return found


def planted(report):
    """Each of the faults, on a folder made for it."""
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(scratch)
        path = root / "rules" / "a-landlord" / "2024-04" / "policy.yaml"
        path.parent.mkdir(parents=True)
        text = "document:\n  in-force: { from: 2024-04 }\nwithin: 10 working days\n"
        path.write_text(text)
        name = policies(root)[0]
        released = [[RELEASES[0], digest(path), name]]
        report.check("what was not changed is clean", faults(root, released, False))
        report.check("a policy without a line is found", [] if len(faults(root, [], False)) == 1 else ["it is not"])
        report.check("one of the release to come needs none", faults(root, [], True))
        report.check("a release nobody knows is found",
                     [] if len(faults(root, [["99.0.0", digest(path), name]], False)) == 1 else ["it is not"])
        path.write_text(text.replace("2024-04 }", "2024-04, until: 2026-03 }"))
        report.check("a last day may be added", faults(root, released, False))
        ended = [[RELEASES[0], digest(path), name]]
        path.write_text(text.replace("2024-04 }", "2024-04, until: 2026-09 }"))
        report.check("and stays", [] if len(faults(root, ended, False)) == 1 else ["it need not"])
        path.write_text(text.replace("10", "15"))
        report.check("a changed limit is found", [] if len(faults(root, released, False)) == 1 else ["it is not"])
        path.unlink()
        report.check("a removed policy is found", [] if len(faults(root, released, False)) == 1 else ["it is not"])


def main():
    report = Report()
    released = lines() if LIST.exists() else []
    if os.environ.get("REGENERATE") == "1":
        listed = {name for _, _, name in released}
        released += [[RELEASES[0], digest(ROOT / name), name] for name in policies(ROOT) if name not in listed]
        LIST.write_text("".join(" ".join(line) + "\n" for line in released))
    planted(report)
    report.check("there are releases and policies", [] if RELEASES and released else ["none was found"])
    report.check("every released policy is as it was released",
                 faults(ROOT, released, re.search(r"^## \[?Unreleased", CHANGELOG, re.M)))
    report.finish()


main()
