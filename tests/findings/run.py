#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every kind of finding has a folder here: a policy that shows it, and one that does not.

    run.py COMMAND [SLUG...]

COMMAND is the program `complaint`. A folder is named like its slug and holds policy.yaml, which shows it;
expected.txt, all that `check` says of that; and without.yaml, the policy as its author meant it, of which `check`
says nothing. Every scenario that is printed is pasted below `scenarios:` and must pass.

REGENERATE=1 writes what the command says into expected.txt: read the difference before you commit it.
COMPLAINT_WRAPPER is put in front of each fifth call (tests/support/command.py).
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from command import wrapper  # noqa: E402

ROOT = HERE.parent.parent
CODES = ROOT / "lib" / "diag" / "codes.def"

# These have no case to show: what is not examined, and what is about the file.
WITHOUT_SCENARIO = {"not-examined", "name-never-read", "accepted-unused"}


def run(command, arguments, where):
    done = subprocess.run(
        wrapper() + command + arguments, cwd=where, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=600, env={**os.environ, "NO_COLOR": "1"},
    )
    return done.returncode, done.stdout.decode("utf-8", "backslashreplace")


def scenarios_of(said):
    """The scenarios that are printed, as they are to be pasted."""
    found, inside = [], False
    for line in said.splitlines():
        if line == "  scenario:":
            inside = True
        elif inside and line.startswith("    "):
            found.append(line[2:] + "\n")
        else:
            inside = False
    return "".join(found)


def paste(command, policy, said):
    """What is wrong with the scenarios when they are tried."""
    scenarios = scenarios_of(said)
    if not scenarios:
        return []
    with tempfile.TemporaryDirectory() as folder:
        where = pathlib.Path(folder)
        shutil.copy(policy, where / "policy.yaml")
        (where / "scenarios.yaml").write_text(
            "format: 1\nkind: scenarios\npolicy: policy.yaml\n\nscenarios:\n" + scenarios
        )
        code, told = run(command, ["test", "scenarios.yaml"], where)
        checked, faults = run(command, ["check", "--quiet", "scenarios.yaml"], where)
    wrong = [] if code == 0 else [f"a scenario does not pass:\n{told}"]
    return wrong + ([] if checked == 0 and not faults else [f"a scenario is faulty:\n{faults}"])


def heads_of(said):
    return [line for line in said.splitlines() if re.search(r"^\S.*: (warning|note): .*\[[a-z0-9-]+\]$", line)]


def wrong_with(command, folder):
    slug = folder.name
    expected = folder / "expected.txt"
    code, said = run(command, ["check", "--quiet", "policy.yaml"], folder)
    if os.environ.get("REGENERATE"):
        expected.write_text(said, encoding="utf-8")
    wrong = [] if code == 0 else [f"the command answers {code}"]
    if not expected.exists():
        wrong.append("there is no expected.txt")
    elif expected.read_text(encoding="utf-8") != said:
        wrong.append("expected:\n" + expected.read_text(encoding="utf-8") + "and it says:\n" + said)
    if f"[{slug}]" not in said:
        wrong.append(f"[{slug}] is not among what it says:\n{said}")
    if said.count("\n  hint: ") != len(heads_of(said)):
        wrong.append("a finding without a hint")
    if slug not in WITHOUT_SCENARIO and not scenarios_of(said):
        wrong.append("no case shows it")
    wrong += paste(command, folder / "policy.yaml", said)

    code, said = run(command, ["check", "--quiet", "--strict", "without.yaml"], folder)
    if code != 0 or said:
        wrong.append(f"of without.yaml it says, and answers {code}:\n{said}")
    strict, _ = run(command, ["check", "--quiet", "--strict", "policy.yaml"], folder)
    if strict != (0 if slug == "not-examined" else 1):
        wrong.append(f"--strict answers {strict}")
    code, said = run(command, ["check", "--quiet", "--no-sense", "--strict", "policy.yaml"], folder)
    if code != 0 or said:
        wrong.append(f"with --no-sense it says, and answers {code}:\n{said}")
    return wrong


def wrong_with_bundled(command, policy):
    """A published policy says nothing that is not accepted, and what is accepted is a case that passes."""
    code, said = run(command, ["check", "--quiet", "--strict", str(policy)], ROOT)
    wrong = [] if code == 0 and not said else [f"it says, and answers {code}:\n{said}"]
    # With nothing accepted everything is said.
    with tempfile.TemporaryDirectory() as folder:
        bare = pathlib.Path(folder) / "policy.yaml"
        bare.write_text(re.sub(r"^accepted:\n(?: .*\n)+", "", policy.read_text(), flags=re.M))
        code, said = run(command, ["check", "--quiet", "policy.yaml"], folder)
        accepted = policy.read_text().count("  - finding: ")
        if len(heads_of(said)) != accepted:
            wrong.append(f"{accepted} are accepted, and it says:\n{said}")
        return wrong + paste(command, bare, said)


def check_slugs(folders):
    table = CODES.read_text(encoding="utf-8")
    begin = table.index("/* Sense: findings of complaint_policy_examine(). */")
    slugs = []
    for line in table[begin:].splitlines()[1:]:
        match = re.match(r'CODE\(\w+, *"([^"]+)"', line)
        if not match:
            break
        slugs.append(match[1])
    return [f"no folder for {slug}" for slug in slugs if slug not in folders] + [
        f"{name} is no finding" for name in folders if name not in slugs + ["accepted-unused"]
    ]


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    command = [os.path.abspath(sys.argv[1])]
    folders = {path.name: path for path in sorted(HERE.iterdir()) if path.is_dir() and path.name[0] not in "_."}
    results = {} if sys.argv[2:] else {"every finding has its folder": check_slugs(folders)}
    for slug in sys.argv[2:] or list(folders):
        results[slug] = wrong_with(command, folders[slug])
    for policy in [] if sys.argv[2:] else sorted(ROOT.glob("rules/*/*/policy.yaml")) + [ROOT / "rules/example.yaml"]:
        results[str(policy.relative_to(ROOT))] = wrong_with_bundled(command, policy)
    failed = 0
    for name, wrong in results.items():
        failed += bool(wrong)
        for one in wrong:
            print(f"FAILED {name}: {one}")
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
