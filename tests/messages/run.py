#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How faults are told: the line with its caret, and the formats for programs.

    run.py COMMAND
"""

import json
import os
import pathlib
import re
import sys
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, call  # noqa: E402
from report import Report  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None

COMMAND = sys.argv[1]
SARIF = json.loads((HERE.parent / "third-party" / "sarif-2.1.0-rtm.5.json").read_text())
OWN = json.loads((ROOT / "docs" / "schema" / "diagnostics.schema.json").read_text())
HEAD = "format: 1\nkind: policy\n"
DOCUMENT = "document: { issued-by: Example Homes, title: T, in-force: { from: 2022-08 }, chosen-by: complaint-received }\n"
SOUND = HEAD + DOCUMENT + "counting: { calendar: england-and-wales }\n" + """stages:
  - id: stage-1
    clause: "1"
    says: s
    starts: complaint-received
    ends: stage-1-response-sent
    duties: [{ id: explain, clause: "1", says: s }]
"""
report = Report()


def check(name, holds, told=""):
    report.check(name, [] if holds else [str(told) or "it does not hold"])


def checked(text, *options, name="policy.yaml", code=1):
    """What `check` says of a text, with the folder's name taken out."""
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = call(COMMAND, "check", "--quiet", *options, name, cwd=scratch)
    report.check(f"exit code of {name} {options}", done.faults(code))
    return done.out


def excerpt(text, **more):
    """The line shown for the first fault, and the column of its caret in it, from 0."""
    lines = checked(text, **more).splitlines()
    shown = [line for line in lines if re.match(r" +(\d+ )?\| ", line)]
    return shown[0].partition("| ")[2], shown[1].partition("| ")[2].index("^")


def lines_and_carets():
    line, caret = excerpt(HEAD + "\tdocument: x\n")
    check("a tab is shown and pointed at", line.startswith("\\tdocument") and caret == 0, (line, caret))
    line, caret = excerpt(SOUND.replace("title: T", "title: \"a\tb\""))
    check("a tab within a line keeps the caret right", line[caret:caret + 2] == "\\t", (line, caret))
    line, caret = excerpt(HEAD + "document:\n  title: \"caf\u00e9 \u65e5\u672c\", b: {\n")
    check("a wide letter takes two columns", caret > 0, (line, caret))
    line, caret = excerpt(HEAD.encode() + b"document: caf\xe9\n")
    check("a byte that is no letter is shown as one", line[caret:] == "\\xe9", (line, caret))
    line, caret = excerpt(HEAD + "document: \"a\x1b[31mb\"\n")
    check("a control character is shown escaped", line[caret:].startswith("\\x1b[31m"), (line, caret))
    line, caret = excerpt((HEAD + "documnt: x\n").replace("\n", "\r\n"))
    check("no carriage return is printed", "\\x0d" not in line and "\r" not in line, line)
    line, caret = excerpt("\ufeff" + "formt: 1\n")
    check("a byte order mark takes no column", line == "formt: 1" and caret == 0, (line, caret))


def long_lines():
    filler = "x" * 300
    line, caret = excerpt(SOUND + f"silent-on: [\"{filler}\", [], \"{filler}\"]\n")
    check("a long line is cut on both sides", line.startswith("...") and line.endswith("...") and len(line) < 100, line)
    check("the caret stays below its letter", line[caret] == "[", (line, caret))
    line, caret = excerpt(SOUND + f"silent-om: [\"{filler}\"]\n")
    check("a long line is cut at its end", line.startswith("silent-om") and line.endswith("..."), line)
    told = checked(SOUND + f"silent-on: [\"{filler}\", []]\n")
    check("no line of the report is endless", max(map(len, told.splitlines())) < 400, told)


def related():
    told = checked(SOUND.replace("    clause: \"1\"\n", "    clause: \"1\"\n    clause: \"2\"\n", 1))
    check("the first of two keys is shown, too", re.search(
        r"policy.yaml:8:5: error: .*\[duplicate-key\]\n +8 \|     clause: \"2\"\n +\|     \^\n  hint: .*\n"
        r"  policy.yaml:7:5: .*\n +7 \|     clause: \"1\"\n +\|     \^\n", told), told)
    told = checked(SOUND.replace("says: s\n", "says: \"s\n", 1))
    check("where a quote was opened", "  policy.yaml:8:11: the quote opened here" in told or
          "policy.yaml:8:11: error: a quote is opened here" in told, told)
    told = checked(SOUND.replace("says: s\n", "says: \"it is\n    by: \"us\"\n", 1))
    check("a quote that ends in a later line", "the quote opened here ends in the line of the fault" in told, told)
    found = json.loads(checked(SOUND.replace("duties: [{", "duties: [{ id: explain, clause: \"1\", says: s }, {"),
                               "--format", "json"))
    first = found["diagnostics"][0]
    check("a program is told the other place", first["related"] ==
          {"line": 11, "column": 14, "message": "the other rule begins here"}, first)


def suggestions():
    """Each sort of word that is misspelt has its "did you mean"."""
    exclusion = ("exclusions:\n  - { id: x, clause: \"1\", says: s, tested-at: [acceptance], when: WHEN, "
                 "effect: exclude }\nstages:")
    with_rule = SOUND.replace("stages:", exclusion)
    duty = "duties: [{ id: explain, clause: \"1\", says: s, KEYS }]"
    with_duty = SOUND.replace("duties: [{ id: explain, clause: \"1\", says: s }]", duty)
    for what, text, nearest in (
        ("key", SOUND.replace("chosen-by", "choosen-by"), "chosen-by"),
        ("fact", with_rule.replace("WHEN", "issue-ongoin"), "issue-ongoing"),
        ("event", with_duty.replace("KEYS", "within: 5 working days, after: complaint-recieved, done-by: contact-made"),
         "complaint-received"),
        ("choice value", with_rule.replace("WHEN", "{ tenure: { is: leasholder } }"), "leaseholder"),
        ("unit", with_duty.replace("KEYS", "within: 5 wroking days, after: complaint-received, done-by: contact-made"),
         "working days"),
        ("rule id", with_duty.replace("KEYS", "within: 5 working days, after: { due: explian }, done-by: contact-made"),
         "explain"),
        ("notice", with_duty.replace("KEYS", "tell: resident, about: [reasnos]"), "reasons"),
        ("effect", with_rule.replace("WHEN", "issue-ongoing").replace("effect: exclude", "effect: exlude"), "exclude"),
        ("calendar", SOUND.replace("england-and-wales", "england-and-wale"), "england-and-wales"),
        ("role", with_duty.replace("KEYS", "tell: residnet, about: [reasons] }, { id: b, clause: \"1\", says: s, "
                                   "tell: resident, about: [reasons] }, { id: c, clause: \"1\", says: s, "
                                   "tell: resident, about: [reasons]"), "resident"),
    ):
        told = checked(text, code=0 if what == "role" else 1)
        hints = [line for line in told.splitlines() if line.startswith("  hint:")]
        check(f"did you mean, of a misspelt {what}", any(f'"{nearest}"' in hint or nearest in hint for hint in hints), told)


def validate(name, document, schema):
    if jsonschema is None:
        print(f"skipped {name}: no jsonschema here")
        return
    validator = jsonschema.validators.validator_for(schema)(schema)
    report.check(name, [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(document)])


def for_programs():
    folders = sorted((HERE.parent / "diagnostics").glob("*/policy.yaml"))
    files = [path.relative_to(ROOT) for path in folders]
    files += [pathlib.Path("rules/settle/2020-10/policy.yaml"), pathlib.Path("nowhere.yaml")]
    told = call(COMMAND, "check", "--accepted", "--format", "json", *files)
    found = json.loads(told.out)
    check("JSON of a missing file is incomplete", told.code == 2 and found["summary"]["complete"] is False, told.err)
    validate("JSON is as its schema says", found, OWN)
    check("JSON counts what it lists", found["summary"]["errors"] ==
          sum(one["severity"] == "error" for one in found["diagnostics"]), found["summary"])
    sarif = json.loads(call(COMMAND, "check", "--accepted", "--format", "sarif", *files).out)
    validate("SARIF is as its schema says", sarif, SARIF)
    run = sarif["runs"][0]
    check("SARIF has as many results", len(run["results"]) == len(found["diagnostics"]))
    rules = run["tool"]["driver"]["rules"]
    check("each result points at its rule", all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"]))
    for one, other in zip(run["results"], found["diagnostics"]):
        place = one["locations"][0]["physicalLocation"]
        same = urllib.parse.unquote(place["artifactLocation"]["uri"]) == other["file"] and \
            place.get("region", {}).get("startLine") == other.get("line")
        check("SARIF and JSON agree on the place", same, (one, other))
    accepted = [one for one in run["results"] if "suppressions" in one]
    check("an accepted finding is a suppressed result", all("accepted" in found["diagnostics"][run["results"].index(one)]
                                                            for one in accepted) and accepted, accepted)
    check("an empty run is a whole document", json.loads(checked(SOUND, "--no-sense", "--format", "json", code=0))
          ["diagnostics"] == [])
    bad = call(COMMAND, "check", "--format", "xml", files[0])
    report.check("a format nobody knows", bad.faults(2, None, "there is no such format"))


def github():
    name = "a,b:100%.yaml"
    told = checked(HEAD + "document: \"50% \\x1b\"\n", "--format", "github", name=name).splitlines()
    check("its properties are escaped", told[0].startswith("::error file=a%2Cb%3A100%25.yaml,line="), told)
    check("one line a fault", all(line.startswith(("::error ", "::warning ", "::notice ")) for line in told), told)
    check("the hint is a line of its own", all("%0Ahint: " in line for line in told), told)
    check("no control character", "\x1b" not in "".join(told))


def nasty_names():
    for kind in ("json", "sarif"):
        told = checked(HEAD + "\"\\e[2J\": x\n", "--format", kind, name="a\x1b[31m\"\\ \u2028.yaml")
        check(f"{kind} has no control character", not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", told), told)
        check(f"{kind} is JSON all the same", json.loads(told))
    with open("/dev/full", "wb") as full:
        for kind in ("text", "json", "sarif", "github"):
            done = call(COMMAND, "check", "--format", kind, "nowhere.yaml", stdout=full)
            report.check(f"{kind} on a full disk", done.faults(2, None, "standard output"))
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = call(COMMAND, "check", "--format", "sarif", "nowhere.yaml", stdout=closed)
        report.check("a closed pipe", done.faults(2, None, "standard output"))
    with tempfile.TemporaryDirectory() as scratch:
        pipe = pathlib.Path(scratch) / "policy.yaml"
        os.mkfifo(pipe)
        report.check("a pipe is not opened a second time", call(COMMAND, "check", pipe).faults(2, "[not-a-file]"))


for group in (lines_and_carets, long_lines, related, suggestions, for_programs, github, nasty_names):
    group()
report.finish()
