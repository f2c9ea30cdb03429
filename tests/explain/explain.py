#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Policies read back: every word of every rule, in all three formats, and well-formed pages.

    explain.py COMMAND

`complaint show` (JSON) is what the three are held against. The texts of one policy are kept in
brighter-places.txt and .md; REGENERATE=1 writes them anew: read the difference before you commit it.
"""

import json
import os
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api"), str(HERE)]
from command import ROOT, call  # noqa: E402
from page import Page  # noqa: E402
from report import Report  # noqa: E402

COMMAND = sys.argv[1]
REGENERATE = os.environ.get("REGENERATE") == "1"
KEPT = ROOT / "rules" / "brighter-places" / "2022-08" / "policy.yaml"
AWKWARD = HERE / "awkward.yaml"
UNITS = r"(working days?|calendar days?|hours?|weeks?|months?|years?)"
report = Report()


def blanks(text):
    return " ".join(text.split())


def plain(markdown):
    """What Markdown says, its marks taken away: only those that the writer makes are known."""
    text = re.sub(r"(?<!\\)\*\*(.*?)(?<!\\)\*\*", r"\1", markdown)
    text = re.sub(r"(?<!\\)`(.*?)(?<!\\)`", r"[\1]", text)
    return blanks(re.sub(r"\\([^\w\s]|_)", r"\1", text))


def questions(node):
    """The names that a condition reads."""
    if "of" in node:
        return [name for one in node["of"] for name in questions(one)]
    return [node["name"]]


def words_of_side(side):
    """What must be said of a rule, or of one of its readings."""
    for key in ("part", "refer-to", "decided-by", "by"):
        if key in side and not (key == "decided-by" and side.get("effect") != "refer-for-decision"):
            yield side[key]
    for key in ("within", "wait", "up-to", "in-all"):
        if key in side and side[key] != "no limit":
            yield side[key]
    for key in ("unless", "opens-unless", "factors"):
        for one in side.get(key, []):
            yield from (one[name] for name in ("says", "clause", "part") if name in one)
    for condition in [side["when"]] if "when" in side else []:
        yield from (name for name in questions(condition))


def words_of(rule):
    """Every text that the file has for a rule, readings included."""
    yield rule["says"]
    yield rule["clause"]
    yield from words_of_side(rule)
    for key in ("id", "source", "tell", "ask"):
        if rule.get(key) and rule[key] != "resident":
            yield rule[key]
    yield from rule.get("left-open", [])
    for one in rule.get("conflicts-with", []):
        yield from (one["clause"], one["says"])
    if "superseded" in rule:
        yield rule["superseded"]["says"]
    for reading in rule.get("or-read-as", []):
        yield from (reading[key] for key in ("label", "words", "says", "clause") if key in reading)
        changed = {key: value for key, value in reading.items() if rule.get(key) != value}
        yield from words_of_side(changed)


def strength_of(rule):
    """A word that tells how strongly a duty, a route, a tier or a window binds."""
    return {"should": "should", "aim": "aim", "normally": "normally|usual", "may": "may"}.get(rule.get("strength"))


def lacking(said, wanted, names):
    """Names of facts may be said by their question with the name behind it, events in words."""
    for one in wanted:
        spoken = blanks(str(one))
        if spoken not in said and not (spoken in names or spoken.replace("-", " ").lower() in said.lower()):
            yield f"lacks {spoken!r}"
        if spoken in names and f"[{spoken}]" not in said and spoken.replace("-", " ") not in said.lower():
            yield f"does not ask for {spoken!r}"


def documents(policy):
    """Texts that belong to no rule."""
    document = policy["document"]
    for key in ("issued-by", "title", "owner", "approved", "review-by", "follows"):
        if key in document:
            yield document[key]
    yield from document.get("left-open", [])
    yield from policy["silent-on"]
    for one in policy["facts"] + policy["events"]:
        yield from (one["question"], one["id"])
    for one in policy["notices"] + policy["doors"] + policy["records"]:
        yield from (one["says"], one["id"])
    for calendar in policy["calendars"]:
        yield calendar["name"]


def check_words(name, policy, said, at):
    names = {one for rule in policy["rules"] for side in [rule, *rule.get("or-read-as", [])]
             for key in ("when",) if key in side for one in questions(side[key])}
    report.check(f"{name}: the document", lacking(said, documents(policy), names))
    for rule in policy["rules"]:
        if rule["kind"] == "extension":
            continue
        faults = list(lacking(at(rule), words_of(rule), names))
        strength = strength_of(rule)
        if strength and not re.search(strength, at(rule)):
            faults.append(f"does not say that it is {rule['strength']}")
        report.check(f"{name}: {rule['kind']} {rule['id'] or ''}", faults)


def explain(path, form):
    printed = call(COMMAND, "explain", path, "--format", form, "--width", "0")
    report.check(f"{path.relative_to(ROOT)} as {form}", printed.faults())
    raw = [hex(ord(one)) for one in printed.out if one != "\n" and (ord(one) < 32 or 127 <= ord(one) < 160)]
    report.check(f"{path.relative_to(ROOT)} as {form}: no control character", raw)
    report.check(f"{path.relative_to(ROOT)} as {form}: no blank ends a line",
                 [line for line in printed.out.split("\n") if line.endswith(" ")])
    return printed.out


def check_policy(path):
    name = str(path.relative_to(ROOT))
    policy = json.loads(call(COMMAND, "show", path).out)
    text = blanks(explain(path, "text"))
    check_words(f"{name} as text", policy, text, lambda rule: text)
    markdown = plain(explain(path, "markdown"))
    check_words(f"{name} as markdown", policy, markdown, lambda rule: markdown)
    page = Page(explain(path, "html"))
    report.check(f"{name} as html: form", page.form())
    # In the page each rule's words must stand in its own part.
    ids = {rule["id"]: "rule-" + rule["id"] for rule in policy["rules"] if rule["id"]}
    report.check(f"{name} as html: every rule has a place", [one for one in ids.values() if one not in page.ids])
    check_words(f"{name} as html", policy, page.said(), lambda rule: page.said(ids.get(rule["id"], "refusal")))
    drawn = page.said("timeline-desc").lower()
    report.check(f"{name} as html: every stage is drawn", [
        rule["id"] for rule in policy["rules"]
        if rule["kind"] == "stage" and rule["id"].replace("-", " ") not in drawn
    ])


def check_kept():
    for form, end in (("text", "txt"), ("markdown", "md")):
        path = HERE / f"brighter-places.{end}"
        printed = call(COMMAND, "explain", KEPT, "--format", form, *(["--width", "80"] if form == "text" else []))
        if REGENERATE:
            path.write_text(printed.out)
        wanted = path.read_text() if path.exists() else ""
        differs = [
            f"line {number}: {new!r} where {old!r} is expected"
            for number, (old, new) in enumerate(zip(wanted.splitlines(), printed.out.splitlines()), 1) if old != new
        ]
        if len(wanted.splitlines()) != len(printed.out.splitlines()):
            differs.append(f"{len(printed.out.splitlines())} lines, not {len(wanted.splitlines())}")
        report.check(f"{path.name}", differs[:5])


def check_limits():
    """A time limit is told with its amount and unit where its rule is, not only in the table."""
    policy = json.loads(call(COMMAND, "show", KEPT).out)
    page = Page(call(COMMAND, "explain", KEPT, "--format", "html").out)
    for rule in policy["rules"]:
        if rule["kind"] == "duty" and re.match(r"\d+ " + UNITS, rule.get("within", "")):
            said = page.said("rule-" + rule["id"])
            report.check(f"{rule['id']} says its limit", [] if rule["within"] in said else [said])


def check_usage():
    report.check("a format nobody knows", call(COMMAND, "explain", KEPT, "--format", "pdf").faults(
        2, err="no such format"))
    report.check("a width that is none", call(COMMAND, "explain", KEPT, "--width", "x").faults(2, err="width"))
    report.check("two policies", call(COMMAND, "explain", KEPT, KEPT).faults(2, err="one policy"))
    report.check("no policy of that name", call(COMMAND, "explain", "nobody/2000-01", "--rules", ROOT / "rules").faults(2))
    faulty = ROOT / "tests" / "diagnostics" / "unit-missing" / "policy.yaml"
    report.check("a faulty policy", call(COMMAND, "explain", faulty).faults(1, err="[unit-missing]"))
    report.check("by name", call(COMMAND, "explain", "brighter-places/2022-08", "--rules", ROOT / "rules").faults(
        out="Customer Feedback and Complaints Policy"))


for one in sorted([*ROOT.glob("rules/*/*/policy.yaml"), ROOT / "rules" / "example.yaml",
                   *ROOT.glob("tests/hard-cases/*/policy.yaml"), AWKWARD]):
    check_policy(one)
check_kept()
check_limits()
check_usage()
report.finish()
