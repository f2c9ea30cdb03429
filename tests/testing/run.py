#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`complaint test`: filters, thresholds, formats for programs, and the scenarios it suggests.

    run.py COMMAND
"""

import pathlib
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, WRAPPER, call  # noqa: E402
from report import Report  # noqa: E402

COMMAND = sys.argv[1]
POLICY = ROOT / "rules" / "settle" / "2020-10" / "policy.yaml"
OWN = POLICY.with_name("scenarios.yaml")
HEAD = "format: 1\nkind: scenarios\npolicy: policy.yaml\nscenarios:\n"
GOOD = """  - name: two working days to acknowledge
    now: 2022-09-13
    events: { complaint-received: 2022-09-12 }
    expect: { deadlines: { acknowledge-stage-1: { state: running, due: 2022-09-14 } } }
"""
BAD = """  - name: "three & <four> #5 \\\\: the State Funeral"
    now: 2022-09-13
    events: { complaint-received: 2022-09-12 }
    expect: { deadlines: { respond-stage-1: { state: running, due: 2022-09-26 } } }
"""
report = Report()


def check(name, holds, told=""):
    report.check(name, [] if holds else [str(told) or "it does not hold"])


BAD_DOORS = """  - name: a window closes a day later than is thought
    now: 2022-10-12
    facts: { works-outstanding-at-outcome: false, good-reason: true }
    request: { extend: respond-stage-1, adds: 5 working days, asked: 2022-09-15 }
    events: { complaint-logged: 2022-09-02, stage-1-response-sent: 2022-09-26 }
    expect:
      extension: { outcome: permitted, due: 2022-09-22 }
      windows:
        escalate:
          state: closed
          opens: 2022-09-27
          closes: 2022-10-10
          readings:
            working-days: { closes: 2022-10-16 }
"""


class Folder:
    """A policy with scenarios of our own beside it."""

    def __init__(self, text, policy=POLICY):
        self.text, self.policy = text, policy

    def __enter__(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.scratch.name)
        shutil.copy(self.policy, self.path / "policy.yaml")
        (self.path / "scenarios.yaml").write_text(self.text)
        return self

    def __exit__(self, *_):
        self.scratch.cleanup()

    def test(self, *options, **more):
        return call(COMMAND, "test", *options, "scenarios.yaml", cwd=self.path, **more)


def differences():
    with Folder(HEAD + GOOD + BAD) as folder:
        done = folder.test()
        report.check("a date that differs", done.faults(1, [
            "expected: 2022-09-26", "actual:   2022-09-27", "counted:  2022-09-12  ",
            "2022-09-19  not counted: Bank Holiday for the State Funeral", "2022-09-27  due\n", "1 passed, 1 failed\n",
        ]))
        check("each day once", done.out.count("2022-09-20 ") == 1, done.out)
    with Folder(HEAD + BAD_DOORS, ROOT / "rules" / "brighter-places" / "2022-08" / "policy.yaml") as folder:
        report.check("a window and an extension, with how their dates were counted", folder.test().faults(1, [
            "extension.due\n    expected: 2022-09-22\n    actual:   2022-09-26\n    counted:  2022-09-16  due before it is extended\n",
            "2022-09-26  due as asked for\n", "windows.escalate.opens\n", "2022-09-26  opens\n",
            "windows.escalate.closes\n    expected: 2022-10-10\n    actual:   2022-10-11\n    counted:  2022-09-26  stage-1-response-sent\n",
            "2022-10-11  day 15\n", "2022-10-11  closes\n", "readings.working-days.closes\n", "2022-10-17  day 15\n",
        ]))
    with Folder(HEAD + GOOD.replace("running", "overdue")) as folder:
        check("a state that differs needs no days", "counted:" not in folder.test().out)
    for what, old, new in (
        ("a duty", "acknowledge-stage-1", "acknowledge-stage-one"), ("a state", "running", "runing"),
        ("an event", "complaint-received", "complaint-recieved"), ("a section", "deadlines", "deadlnes"),
        ("a key", "due", "dew"),
    ):
        with Folder(HEAD + GOOD.replace(old, new)) as folder:
            report.check(f"{what} that does not exist is refused",
                         folder.test().faults(1, "0 passed, 1 failed", ["error: ", "not run"]))


def filters():
    with Folder(HEAD + GOOD + BAD) as folder:
        report.check("--name", folder.test("--name", "ACKNOWLEDGE").faults(0, "1 passed, 0 failed\n"))
        report.check("--name that is nowhere", folder.test("--name", "nothing").faults(2, None, "no scenario has this"))
        report.check("--threshold nobody can mean", folder.test("--threshold", "101").faults(2, None, "not a number"))
        report.check("--format nobody knows", folder.test("--format", "xml").faults(2, None, "there is no such format"))


def coverage():
    whole = call(COMMAND, "test", "--coverage", OWN)
    report.check("what is shipped is covered", whole.faults(0, ["coverage: 0 missing", "100 %", "  clause\n"]))
    row = re.search(r"^  exclusion +over-6-months-old +(\d+) +(\d+) +(\d+)  3$", whole.out, re.M)
    check("a row says how often, and the clause", row and all(int(count) > 0 for count in row.groups()), whole.out[:900])
    with Folder(HEAD + GOOD) as folder:
        some = folder.test("--coverage")
        report.check("what is missing fails", some.faults(1, [
            "missing: exclusion over-6-months-old never applies", "  without a scenario: over-6-months-old, "]))
        percent = int(re.search(r"of \d+, (\d+) %", some.out)[1])
        check("the percentage is of this table", 0 < percent < 20, percent)
        report.check("enough is enough", folder.test("--threshold", percent).faults(0))
        report.check("one more is not", folder.test("--threshold", percent + 1).faults(1))


def junit():
    with Folder(HEAD + GOOD + BAD) as folder:
        done = folder.test("--format", "junit", "--coverage")
        report.check("JUnit fails as text does", done.faults(1))
        root = xml.fromstring(done.out)
        suite = root.find("testsuite")
        cases = suite.findall("testcase")
        check("JUnit has its root", root.tag == "testsuites" and len(root) == 1, done.out)
        check("JUnit counts", suite.attrib["tests"] == "3" == str(len(cases)) and suite.attrib["failures"] == "2" ==
              str(len(suite.findall("testcase/failure"))), suite.attrib)
        check("JUnit has names", [case.attrib["name"] for case in cases] ==
              ["two working days to acknowledge", "three & <four> #5 \\: the State Funeral", "coverage"],
              [case.attrib for case in cases])
        check("JUnit has lines", cases[1].attrib["line"] == "9", cases[1].attrib)
        check("JUnit has the difference", "expected: 2022-09-26\n" in cases[1].find("failure").text)
        check("JUnit allows no other element", {one.tag for one in root.iter()} <=
              {"testsuites", "testsuite", "testcase", "failure"})
        (folder.path / "scenarios.yaml").write_text(HEAD + "  - name: [\n")
        broken = folder.test("--format", "junit")
        check("a file that cannot be read is a failure", xml.fromstring(broken.out).find(".//failure") is not None and
              broken.code == 1, broken.out)


def tap_lines(out):
    """What a TAP reader makes of it: the plan, and (ok, number, description) of each test."""
    tests, plan, inside = [], None, False
    for line in out.splitlines():
        if line in ("  ---", "  ..."):
            inside = line == "  ---"
        elif inside or line.startswith("#") or line == "TAP version 13":
            continue
        elif re.fullmatch(r"1\.\.\d+", line):
            plan = int(line[3:])
        else:
            match = re.fullmatch(r"(not ok|ok) (\d+) - (.*)", line)
            check(f"a line of TAP: {line!r}", match)
            if match:
                tests.append((match[1] == "ok", int(match[2]), match[3]))
    return plan, tests


def tap():
    with Folder(HEAD + GOOD + BAD) as folder:
        done = folder.test("--format", "tap")
        report.check("TAP fails as text does", done.faults(1, "TAP version 13\n"))
        plan, tests = tap_lines(done.out)
        check("TAP's plan", plan == 2 and [test[1] for test in tests] == [1, 2], done.out)
        check("TAP's results", [test[0] for test in tests] == [True, False], tests)
        check("no name is taken for a directive", "\\#5 \\\\:" in tests[1][2], tests)
        check("TAP has the difference", "  difference: |\n" in done.out and "    expected: 2022-09-26" in done.out)


def suggestions():
    for policy in sorted((ROOT / "rules").glob("*/*/policy.yaml")):
        if WRAPPER and policy != POLICY:
            continue  # each call takes a minute there
        made = call(COMMAND, "test", "--suggest", policy)
        report.check(f"suggestions for {policy.parent.parent.name}", made.faults(0, ["# confirm: ", HEAD]))
        with Folder(made.out, policy) as folder:
            done = folder.test("--threshold", "90")
            report.check("load and pass as they stand, and cover most", done.faults(0, " passed, 0 failed\n"))
        names = re.findall(r"^  - name: (.*)$", made.out, re.M)
        check("each says what it shows", len(set(names)) == len(names) > 10, names)
        check("each is to be confirmed", made.out.count("expect: # confirm: ") == len(names))
    with Folder(HEAD + GOOD) as folder:
        made = folder.test("--suggest")
        report.check("what is there is not suggested again", made.faults(0, "over-6-months-old applies"))
        check("only what is missing", "acknowledge-stage-1 applies" not in made.out)
        entries = made.out.split("scenarios:\n", 1)[1]
        (folder.path / "scenarios.yaml").write_text(HEAD + GOOD + entries)
        report.check("below one's own they pass", folder.test("--threshold", "90").faults(0))
    report.check("where nothing is missing", call(COMMAND, "test", "--suggest", OWN).faults(0, None, "nothing is missing"))


def streams():
    with open("/dev/full", "wb") as full:
        for options in (["--format", "tap"], ["--format", "junit"], ["--coverage"], ["--suggest"]):
            done = call(COMMAND, "test", *options, POLICY if options == ["--suggest"] else OWN, stdout=full)
            report.check(f"{options} on a full disk", done.faults(2, None, "standard output"))
    report.check("a file that is not there", call(COMMAND, "test", "--format", "junit", "nowhere.yaml").faults(2))


for group in (differences, filters, coverage, junit, tap, suggestions, streams):
    group()
report.finish()
