#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""rules/README.md can be followed word for word: its files are well made, its excerpts are in the policies they are
said to be from, its commands run, and each of its mistakes is told as it prints it.

    teaching.py COMPLAINT
"""

import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, call  # noqa: E402
from report import Report  # noqa: E402

COMMAND = sys.argv[1]
TEXT = (ROOT / "rules" / "README.md").read_text()
LANDLORDS = {"Brighter Places": "brighter-places/2022-08", "LiveWest": "livewest/2020-06", "settle": "settle/2020-10"}

# What the mistakes in a ground or in a fact stand in, set in above the stages of the first policy.
GROUND = """exclusions:
  - id: too-old
    clause: "3"
    says: It is more than six months old.
    tested-at: [acceptance]
    when:
      issue-arose: { more-than: 6 months, before: complaint-made }
    effect: may-decline
"""
FACT = """facts:
  - id: wants-a-panel
    type: true-false
    question: Does the resident want a panel?
    silence: false
"""
report = Report()


def blocks():
    """Each block of the page between fences, with the paragraph before it."""
    pieces = re.split(r"^```\w*\n", TEXT, flags=re.M)
    return [(before.strip().split("\n\n")[-1], text) for before, text in zip(pieces[::2], pieces[1::2])]


BLOCKS = blocks()


def block(start):
    """The one block of the page that begins so."""
    (text,) = [text for _, text in BLOCKS if text.startswith(start)]
    return text


POLICY = block("format: 1\nkind: policy")
CASE = block("format: 1\nkind: case")


def run(folder, *arguments):
    return call(COMMAND, *arguments, cwd=folder)


def whole_files(folder):
    (folder / "policy.yaml").write_text(POLICY)
    (folder / "scenarios.yaml").write_text(block("format: 1\nkind: scenarios"))
    (folder / "case.yaml").write_text(CASE)
    report.check("the first policy is clean", run(folder, "check", "policy.yaml").faults())
    report.check("it is laid out as fmt would", run(folder, "fmt", "--check", "policy.yaml").faults())
    report.check("it is told back", run(folder, "explain", "policy.yaml").faults(out="10 working days"))
    report.check("its scenarios pass", run(folder, "test", "scenarios.yaml").faults(out="2 passed, 0 failed"))
    rules = ("--rules", ROOT / "rules")
    for which in (("--policy", "brighter-places/2022-08"), ("--landlord", "brighter-places")):
        report.check(f"the case is answered by {which[0]}",
                     run(folder, "eval", "case.yaml", *which, *rules).faults(out="Brighter Places"))
    (folder / "case.yaml").write_text(CASE + block("request: { extend"))
    report.check("the request is answered", run(folder, "eval", "case.yaml", "--landlord", "brighter-places",
                                                *rules).faults(out="May the time be extended?"))


def commands(folder):
    """Every command the page prints is one that there is, with options it has."""
    printed = set(re.findall(r"complaint (?:[a-z]+)(?: [^\n`]*)?", "\n".join(
        [text for _, text in BLOCKS if text.startswith("complaint ")] + re.findall(r"`(complaint [a-z]+ [^`]*)`", TEXT))))
    report.check("the page prints commands", [] if len(printed) > 6 else sorted(printed))
    for line in sorted(printed):
        name, options = line.split()[1], set(re.findall(r"--[a-z]+", line))
        help_ = run(folder, "help", name)
        report.check(f"{line!r} can be typed", [*help_.faults(), *(
            f"{name} has no {option}" for option in sorted(options) if option not in help_.out)])
    report.check("new makes a policy", run(folder, "new", "Example Homes").faults(out="scenarios.yaml"))
    for path in sorted(folder.glob("example-homes/*/policy.yaml")):
        report.check("what new makes is clean", run(folder, "check", path).faults())
        report.check("and its scenarios pass", run(folder, "test", path.with_name("scenarios.yaml")).faults())


def follows(lines, text):
    """Whether the lines stand in the text in this order, though others may stand between."""
    rest = iter(text.splitlines())
    return all(any(line == other for other in rest) for line in lines)


def excerpts():
    """What is printed of a policy is in it, letter for letter."""
    count = 0
    for before, text in BLOCKS:
        words = " ".join(before.split())
        if "format: 1" in text or not re.match(r" +\S|facts:", text) or "one mapping" in words or "lost hyphen" in words:
            continue
        named = [where for name, where in LANDLORDS.items() if f"{name}'s policy" in words]
        places = named or sorted(set(LANDLORDS.values()))
        kept = [(ROOT / "rules" / where / "policy.yaml").read_text() for where in places]
        inside = (lambda policy: follows(text.splitlines(), policy)) if "some lines more" in words else (
            lambda policy: text in policy)
        report.check(f"in {', '.join(places)}: {text.splitlines()[0].strip()}",
                     [] if any(map(inside, kept)) else ["the policy has it otherwise", text])
        count += 1
    report.check("the page has excerpts", [] if count > 10 else [f"{count} found"])


def changed(words, line):
    """The first policy with the mistake that the page names."""
    written = re.match(r"\*\*`(.*?)`\*\*", words)
    lines = POLICY.splitlines()
    if written and written[1].split(":")[0] in ("when", "effect", "silence"):
        added = (FACT if written[1].startswith("silence") else GROUND).splitlines()
        if written[1].startswith("when"):
            del added[6]
        lines[12:12] = [*added, ""]
    elif "Two tests" in words:
        lines[12:12] = [*GROUND.splitlines(), ""]
        lines.insert(19, "      not: issue-ongoing")
        return lines
    at = line - 1
    if written:
        lines[at] = re.match(r" *(?:- )?", lines[at])[0] + written[1]
    elif "One space too few" in words:
        lines[at] = lines[at][1:]
    elif "A tab" in words:
        lines[at] = "\t" + lines[at].lstrip()
    elif "left out" in words:
        lines = [line for line in lines if "done-by" not in line]
    return lines


def mistakes(folder):
    count = 0
    words = ""
    for before, text in BLOCKS:
        if before.startswith("**"):
            words = before
        found = re.match(r"policy\.yaml:(\d+):", text)
        if not found:
            continue
        (folder / "policy.yaml").write_text("\n".join(changed(words, int(found[1]))) + "\n")
        done = run(folder, "check", "policy.yaml")
        report.check(f"the mistake {words.splitlines()[0]}", [] if done.code == 1 and text in done.out + done.err else [
            f"exit code {done.code}", done.out + done.err, "README says", text])
        count += 1
    report.check("every mistake of the page is made", [] if count == TEXT.count("  hint: ") > 10 else [f"{count}"])


def main():
    with tempfile.TemporaryDirectory() as scratch:
        whole_files(pathlib.Path(scratch))
        commands(pathlib.Path(scratch))
        excerpts()
        mistakes(pathlib.Path(scratch))
    report.finish()


main()
