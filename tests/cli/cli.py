#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The command as a user, a script and a pipe meet it.

    cli.py COMMAND

Exit codes, usage errors, both streams, closed pipes, full disks, colours, control characters.
What it says of each kind of faulty file is tests/diagnostics.
"""

import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, WRAPPER, call, has_terminals, wrapper  # noqa: E402
from report import Report  # noqa: E402

COMMAND = str(pathlib.Path(sys.argv[1]).absolute())
POLICY = "rules/brighter-places/2022-08/policy.yaml"
SCENARIOS = "rules/brighter-places/2022-08/scenarios.yaml"
CASE = "examples/cases/brighter-places.yaml"
RULES = ["--rules", "rules"]
# A library built without libical says so of each .ics file, and of what names one.
WITHOUT_ICS = "ics-not-built-in" in call(COMMAND, "calendar", "show", "rules/calendars/scotland.yaml").err
report = Report()


def expect(name, arguments, code=0, out=None, err=None, **more):
    result = call(COMMAND, *arguments, **more)
    report.check(name, result.faults(code, out, err))
    return result


def check(name, holds, told=""):
    report.check(name, [] if holds else [told or "it does not hold"])


def help_and_usage():
    commands = ("check", "eval", "test", "calendar", "vocabulary", "show")
    expect("no command is a usage error", [], 2, err="usage: complaint")
    expect("--help", ["--help"], out=commands)
    expect("help", ["help"], out="Exit codes")
    expect("--version", ["--version"], out="complaint 0.1.0\n")
    expect("an unknown command", ["chek"], 2, err="there is no such command: chek")
    expect("help on an unknown command", ["help", "chek"], 2, err="there is no such command")
    for command in commands:
        plain = expect(f"{command} --help", [command, "--help"], out=f"usage: complaint {command}")
        told = expect(f"help {command}", ["help", command], out=f"usage: complaint {command}")
        check(f"{command} says the same both ways", plain.out == told.out)
        expect(f"{command} with an unknown option", [command, "--nonsense"], 2, err=f"complaint {command} --help")


def usage_errors():
    for name, arguments, told in (
        ("check without a file", ["check"], "no file to check"),
        ("eval without a case", ["eval", "--policy", POLICY], "no case to answer"),
        ("eval with two cases", ["eval", CASE, CASE, "--policy", POLICY], "one case at a time"),
        ("eval without a policy", ["eval", CASE], "name either a policy or a landlord"),
        ("eval with policy and landlord", ["eval", CASE, "--policy", POLICY, "--landlord", "x"], "name either"),
        ("eval at no moment", ["eval", CASE, "--policy", POLICY, "--now", "yesterday"], "not a day"),
        ("eval at a moment without offset", ["eval", CASE, "--policy", POLICY, "--now", "2022-10-01T09:30"], "offset"),
        ("eval asking nothing known", ["eval", CASE, "--policy", POLICY, "--ask", "why"], "cannot be asked: why"),
        ("eval in no detail", ["eval", CASE, "--policy", POLICY, "--detail", "all"], "no such detail"),
        ("eval in no format", ["eval", CASE, "--policy", POLICY, "--format", "xml"], "no such format"),
        ("eval with a calendar for nobody", ["eval", CASE, "--policy", POLICY, "--calendar", "x=scotland"], "no policy here"),
        ("eval with half a calendar", ["eval", CASE, "--policy", POLICY, "--calendar", "scotland"], "NAME=FILE"),
        ("eval by a landlord nobody knows", ["eval", CASE, "--landlord", "acme", *RULES], "no policies there"),
        ("eval by a policy nobody knows", ["eval", CASE, "--policy", "acme/2020-01", *RULES], "no such policy"),
        ("test without scenarios", ["test"], "no scenarios to run"),
        ("test in an empty folder", ["test", "docs"], "no scenarios.yaml below"),
        ("calendar without a word", ["calendar"], "what about calendars?"),
        ("calendar with an unknown word", ["calendar", "subtract", "scotland"], "cannot do that"),
        ("calendar with too few words", ["calendar", "add", "scotland", "2022-01-01"], "too few or too many"),
        ("calendar of no country", ["calendar", "next", "france", "2022-01-01"], "no such calendar"),
        ("calendar with no number", ["calendar", "add", "scotland", "2022-01-01", "ten"], "not a number"),
        ("calendar with no day", ["calendar", "next", "scotland", "1 May"], "not a day"),
        ("calendar with an impossible day", ["calendar", "next", "scotland", "2022-02-30"], "not a day"),
        ("show without a policy", ["show"], "one policy"),
    ):
        expect(name, arguments, 2, err=told)


def check_command():
    expect("check passes what is shipped", ["check", POLICY, SCENARIOS, "rules/vocabulary.yaml", CASE],
           out="4 files, 0 errors, ")
    expect("a calendar by its file", ["check", "rules/calendars/scotland.yaml"], 2 if WITHOUT_ICS else 0,
           out="[ics-not-built-in]" if WITHOUT_ICS else "1 file, 0 errors, 0 warnings\n")
    expect("one is one", ["check", "rules/vocabulary.yaml"], out="1 file, 0 errors, 0 warnings\n")
    expect("a missing file is trouble", ["check", "nowhere.yaml"], 2, out="nowhere.yaml")
    expect("a folder is looked through", ["check", "rules/settle/"],
           out="2 files, 0 errors, ")
    expect("by its name as it is given", ["check", "--accepted", "rules/livewest/"], out="\nrules/livewest/2018-10/policy.yaml:")
    with tempfile.TemporaryDirectory() as scratch:
        empty = pathlib.Path(scratch) / "empty"
        empty.mkdir()
        expect("a folder without rule files is trouble", ["check", empty], 2, out="[not-a-file]")
        (empty / ".hidden.yaml").write_text("x")
        (empty / "notes.txt").write_text("x")
        expect("also with files that are none", ["check", empty], 2, out="[not-a-file]")
        (empty / "deeper").mkdir()
        (empty / "deeper" / "policy.yaml").write_text("format: 1\nkind: policy\n")
        expect("a fault in a folder below", ["check", empty], 1, out=["deeper/policy.yaml:1:1: error", "1 file, "])
        bad = pathlib.Path(scratch) / "policy.yaml"
        text = (ROOT / POLICY).read_text()
        bad.write_text(text.replace("within: 5 working days", "within: 5 days", 1))
        result = expect("a fault is exit code 1", ["check", bad], 1, out=["[unit-missing]", "hint:", "1 error"])
        line = text[: text.index("within: 5 working days")].count("\n") + 1
        check("with its place", f"{bad}:{line}:" in result.out, result.out)
        check("and nothing on standard error", result.err == "", result.err)
        expect("faults and trouble are trouble", ["check", bad, "nowhere.yaml"], 2)
        expect("--quiet keeps the last line back", ["check", "--quiet", POLICY], 0)
        case = pathlib.Path(scratch) / "case.yaml"
        case.write_text("format: 1\nkind: case\nfacts: { good-reson: true }\n")
        expect("a case against every policy", ["check", *RULES, case], 1, out=['"good-reason"', "[unknown-name]"])
        expect("a case against one", ["check", "--policy", POLICY, case], 1, out="[unknown-name]")
        expect("a case by the standard names", ["check", case], 0, out=["good-reason", "0 errors, 1 warning\n"])
        expect("a warning is a fault to --strict", ["check", "--strict", case], 1, out="good-reason")
        plain = pathlib.Path(scratch) / "the-policy"
        plain.write_text(text)
        expect("a policy by a file of any name", ["eval", CASE, "--policy", plain, *RULES], out="Brighter Places")


def eval_command():
    text = expect("eval by file", ["eval", CASE, "--policy", POLICY], out="May the complaint be refused?")
    by_name = expect("eval by name", ["eval", CASE, "--policy", "brighter-places/2022-08", *RULES])
    by_landlord = expect("eval by landlord", ["eval", CASE, "--landlord", "brighter-places", *RULES])
    check("all three say the same", text.out == by_name.out == by_landlord.out)
    expect("the version by the case's dates", ["eval", "examples/cases/livewest-2018.yaml", "--landlord", "livewest", *RULES],
           out="in force from October 2018")
    expect("and the later one", ["eval", "examples/cases/livewest-2020.yaml", "--landlord", "livewest", *RULES],
           out="in force from June 2020")
    unknown = expect("an unknown version", ["eval", "-", "--landlord", "livewest", *RULES, "--format", "json"],
                     stdin='{"events": {"complaint-received": "unknown"}}')
    versions = json.loads(unknown.out)
    check("names both", [one["id"] for one in versions["version"]["candidates"]] ==
          ["livewest/2018-10", "livewest/2020-06"] and versions["policy"] is None, unknown.out[:300])
    expect("said in words too", ["eval", "-", "--landlord", "livewest", *RULES],
           stdin='{"events": {"complaint-received": "unknown"}}', out=["is not known", "Ask: When did the landlord receive"])
    given = (ROOT / CASE).read_bytes()
    piped = expect("the case on standard input", ["eval", "-", "--policy", POLICY], stdin=given)
    check("is the same case", piped.out == text.out)
    expect("a faulty case", ["eval", "-", "--policy", POLICY], 1, stdin='{"facts": {"good-reason": "perhaps"}}',
           err="standard input:1:")
    expect("a case too long", ["eval", "-", "--policy", POLICY], 2, stdin=b" " * (256 * 1024 + 1))
    expect("a case that is not there", ["eval", "nowhere.yaml", "--policy", POLICY], 2, err="nowhere.yaml")
    expect("a policy that is not there", ["eval", CASE, "--policy", "nowhere.yaml"], 2, err="nowhere.yaml")
    only = json.loads(expect("--ask", ["eval", CASE, "--policy", POLICY, "--ask", "windows", "--format", "json"]).out)
    check("brings only what is asked", "windows" in only and "deadlines" not in only and "eligibility" not in only)
    later = json.loads(expect("--now", ["eval", CASE, "--policy", POLICY, "--now", "2022-10-21", "--format", "json"]).out)
    check("moves the present", later["now"] == "2022-10-21" and
          later["deadlines"]["respond-stage-1"]["state"] == "overdue", str(later["now"]))
    none = json.loads(expect("--now none", ["eval", CASE, "--policy", POLICY, "--now", "none", "--format", "json"]).out)
    check("takes it away", none["now"] is None)
    scots = json.loads(expect("--calendar", ["eval", "-", "--policy", POLICY, "--format", "json", "--calendar",
                              "england-and-wales=scotland"],
                              stdin='{"events": {"complaint-received": "2022-12-28"}}').out)
    check("counts by another calendar", scots["calendars"][0]["name"] == "scotland" and
          scots["deadlines"]["acknowledge-stage-1"]["due"] == "2023-01-06", str(scots["calendars"]))
    short = json.loads(expect("--detail verdict", ["eval", CASE, "--policy", POLICY, "--detail", "verdict",
                              "--format", "json"]).out)
    check("is short", "says" not in short["deadlines"]["respond-stage-1"] and "verdicts" not in short["eligibility"])
    long = json.loads(expect("--detail working", ["eval", CASE, "--policy", POLICY, "--detail", "working",
                             "--format", "json"]).out)
    check("counts day by day", long["deadlines"]["respond-stage-1"]["working"][-1]["day"] == "2022-10-19")
    narrow = expect("--width", ["eval", CASE, "--policy", POLICY, "--width", "60"])
    check("breaks lines there", max(map(len, narrow.out.splitlines())) <= 60)
    check("and loses no word", narrow.out.split() == text.out.split())
    check("a pipe gets whole lines", max(map(len, text.out.splitlines())) > 100)


def test_command():
    passed = expect("test by folder", ["test", "rules/settle"], out=" passed, 0 failed\n")
    expect("test by file", ["test", "rules/settle/2020-10/scenarios.yaml"], out=passed.out)
    expect("--verbose names each", ["test", "--verbose", "rules/settle"], out="ok: ")
    expect("a missing file", ["test", "nowhere.yaml"], 2, err="nowhere.yaml")
    with tempfile.TemporaryDirectory() as scratch:
        wrong = pathlib.Path(scratch) / "scenarios.yaml"
        name = "twelve more working days need exceptional circumstances"
        wrong.write_text(f"""format: 1
kind: scenarios
policy: policy.yaml
scenarios:
  - name: {name}
    now: 2022-09-20
    request: {{ extend: respond-stage-1, adds: 12 working days, asked: 2022-09-20 }}
    facts: {{ good-reason: true }}
    events: {{ complaint-received: 2022-09-01, complaint-logged: 2022-09-09 }}
    expect:
      extension:
        outcome: needs
        due: 2022-10-13
        unknown: [exceptional-circumstances, good-reason]
""")
        result = expect("a scenario that does not hold", ["test", "--policy", POLICY, wrong], 1, out=[
            f"{wrong}:13: {name}\n  extension.due\n    expected: 2022-10-13\n    actual:   2022-10-12\n",
            "    missing:  good-reason\n", "0 passed, 1 failed\n",
        ])
        check("what holds is not mentioned", "outcome" not in result.out, result.out)
        misspelt = wrong.read_text().replace("outcome: needs", "outcome: neds")
        wrong.write_text(misspelt)
        expect("a misspelt expectation is a fault", ["test", "--policy", POLICY, wrong], 1, err=["unknown-value", "needs"])


def calendar_command():
    expect("calendar list", ["calendar", "list"], out=["england-and-wales", "scotland", "northern-ireland",
           "united-kingdom"])
    expect("calendar add", ["calendar", "add", "england-and-wales", "2022-09-09", "10"], out="2022-09-26\n")
    expect("calendar add backwards", ["calendar", "add", "england-and-wales", "--", "2022-09-26", "-10"], out="2022-09-09\n")
    expect("calendar count", ["calendar", "count", "england-and-wales", "2022-09-09", "2022-09-26"], out="10\n")
    expect("calendar next", ["calendar", "next", "scotland", "2022-12-31"], out="2023-01-04\n")
    expect("calendar previous", ["calendar", "previous", "england-and-wales", "2023-05-08"], out="2023-05-05\n")
    explained = expect("calendar explain", ["calendar", "explain", "england-and-wales", "2022-09-16", "2022-09-20"],
                       out=["Monday 19 September 2022: closed", "State Funeral"])
    check("a line a day", len(explained.out.splitlines()) == 5, explained.out)
    expect("calendar show", ["calendar", "show", "england-and-wales"], out=["covers 2012-01-01", "2023-05-08"])
    if not WITHOUT_ICS:
        expect("from a file", ["calendar", "count", "rules/calendars/scotland.yaml", "2022-01-01", "2022-12-31"],
               out="249\n")
    expect("beyond the calendar", ["calendar", "add", "england-and-wales", "2028-12-20", "30"], 1,
           err=["2028-12-31", "England and Wales bank holidays"])
    expect("before the calendar", ["calendar", "next", "england-and-wales", "1999-12-31"], 1, err="2012-01-01")
    expect("projected", ["calendar", "add", "--project-until", "2030", "england-and-wales", "2028-12-20", "30"],
           out="(provisional)\n")


def other_commands():
    expect("vocabulary", ["vocabulary"], out=["facts\n", "events\n", "notices\n", "doors\n", "records\n",
           "continuing-problem"])
    words = expect("vocabulary of a list and a word", ["vocabulary", "facts", "tenure"], out="leaseholder")
    check("is that alone", "events" not in words.out)
    expect("vocabulary without a match", ["vocabulary", "zzz"], 1, err="no standard name")
    shown = expect("show", ["show", POLICY])
    check("is one document", json.loads(shown.out)["id"] == "brighter-places/2022-08")


# Every command that prints, in each of its formats.
PRINTING = (
    ["--help"], ["--version"], ["help", "check"], ["help", "unit-missing"], ["check", POLICY], ["check", "--format", "json", POLICY],
    ["check", "--format", "sarif", POLICY], ["check", "--format", "github", POLICY], ["eval", CASE, "--policy", POLICY],
    ["eval", CASE, "--policy", POLICY, "--format", "json"], ["test", SCENARIOS], ["test", "--coverage", SCENARIOS],
    ["test", "--suggest", "rules/settle/2020-10/policy.yaml"], ["test", "--format", "tap", SCENARIOS], ["test", "--format", "junit", SCENARIOS],
    ["calendar", "explain", "england-and-wales", "2022-09-19"], ["vocabulary"], ["show", POLICY], ["explain", POLICY],
    ["explain", "--format", "html", POLICY], ["fmt", "--check", "rules/example.yaml", "tests/cli/cli.py"], ["case", POLICY],
)


def streams():
    """Closed pipes, full disks, terminals, and what a file may not do to one."""
    # Under valgrind one of them is as good as all.
    for arguments in PRINTING[:5] if WRAPPER else PRINTING:
        with open("/dev/full", "wb") as full:
            expect(f"{' '.join(arguments)} on a full disk", arguments, 2, err="standard output", stdout=full)
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed:
            expect(f"{' '.join(arguments)} into a closed pipe", arguments, 2, err="standard output", stdout=closed)
    with tempfile.TemporaryDirectory() as scratch:
        nasty = pathlib.Path(scratch) / "a\x1b[31m.yaml"
        nasty.write_text("format: 1\nkind: policy\n\"\\e[2J\": x\n")
        result = expect("control characters of a file and its name", ["check", nasty], 1, out="\\x1b")
        check("never arrive raw", "\x1b" not in result.out + result.err)
        bad = pathlib.Path(scratch) / "policy.yaml"
        bad.write_text("format: 1\nkind: policy\n")
        plain = expect("no colour in a pipe", ["check", bad], 1)
        check("not one", "\x1b[" not in plain.out)
        if not has_terminals():
            print("no terminals here (no /dev/pts): what is printed on one is not tested")
            return
        coloured = on_terminal(["check", str(bad)], {"NO_COLOR": ""})
        check("colour on a terminal", "\x1b[1;31merror" in coloured, coloured[:300])
        refused = on_terminal(["check", str(bad)], {"NO_COLOR": "1"})
        check("none with NO_COLOR", "error:" in refused and "\x1b[" not in refused, refused[:300])
    lines = on_terminal(["eval", CASE, "--policy", POLICY], {}).splitlines()
    check("a terminal gets lines of 80", max(map(len, lines)) <= 80)


def on_terminal(arguments, env):
    """What the command prints when its standard output is a terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*wrapper(), COMMAND, *arguments], cwd=ROOT, stdout=slave, stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL, env={**os.environ, **env},
    )
    os.close(slave)
    printed = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        printed += piece
    process.wait()
    os.close(master)
    return printed.decode().replace("\r\n", "\n")


def rules_folder():
    """Without --rules: `rules` here or in a folder above."""
    expect("found from below", ["eval", str(ROOT / CASE), "--landlord", "brighter-places"],
           cwd=ROOT / "examples" / "cases", out="Brighter Places")
    with tempfile.TemporaryDirectory() as scratch:
        if not pathlib.Path("/usr/local/share/libcomplaint/rules").is_dir():
            expect("found nowhere", ["eval", str(ROOT / CASE), "--landlord", "x"], 2, cwd=scratch, err="--rules")


for group in (help_and_usage, usage_errors, check_command, eval_command, test_command, calendar_command,
              other_commands, streams, rules_folder):
    group()
report.finish()
