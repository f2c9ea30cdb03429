#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Answers as they are printed, and their schema.

    reports.py COMMAND

A folder a case: `arguments.txt` (what stands after `complaint eval case.yaml`), `case.yaml`,
`answer.json` and `answer.txt`. REGENERATE=1 writes the two answers anew: read the difference before
you commit it. Every document is held against docs/schema by python3-jsonschema, which is not ours; so
are every policy below rules/, every case of the examples, and of the scenarios each tenth (with a
wrapper such as valgrind each hundredth).
"""

import copy
import json
import os
import pathlib
import shlex
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, WRAPPER, call  # noqa: E402
from report import Report  # noqa: E402

try:
    import jsonschema
except ImportError:
    jsonschema = None
try:
    import yaml
except ImportError:
    yaml = None

COMMAND = sys.argv[1]
REGENERATE = os.environ.get("REGENERATE") == "1"
RULES = ["--rules", str(ROOT / "rules")]
report = Report()


def validator(name):
    schema = json.loads((ROOT / "docs" / "schema" / name).read_text())
    if jsonschema is None:
        return None
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


ANSWERS = validator("answer.schema.json")
POLICIES = validator("policy.schema.json")


def validate(name, schema, document):
    if schema is None:
        return
    report.check(f"{name} keeps to the schema", [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in list(schema.iter_errors(document))[:5]
    ])


def compare(path, printed):
    if REGENERATE:
        path.write_text(printed)
    wanted = path.read_text() if path.exists() else ""
    differs = [
        f"line {number}: {new!r} where {old!r} is expected"
        for number, (old, new) in enumerate(zip(wanted.splitlines(), printed.splitlines()), 1) if old != new
    ]
    if len(wanted.splitlines()) != len(printed.splitlines()):
        differs.append(f"{len(printed.splitlines())} lines, not {len(wanted.splitlines())}")
    report.check(f"{path.relative_to(ROOT)}", differs[:5])


DAYS = {"working day": 1, "calendar day": 1, "week": 7}


def account(where, lines, date, limit, wait=False):
    """What an account must come to, whatever is in it: the date at its end, and as many days as the limit has."""
    numbers = [line["number"] for line in lines if line["number"]]
    amount, unit = limit.split(" ", 1) if limit else ("0", "")
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"{where} counts {numbers}"
    if numbers and numbers[-1] != int(amount) * DAYS[unit.rstrip("s")]:
        yield f"{where} counts to {numbers[-1]}, and the limit is {limit}"
    if isinstance(date, str) and lines[-1]["day"] != date[:10]:
        yield f"{where} ends on {lines[-1]['day']}, and the date is {date}"
    if wait and numbers and lines[-1]["text"].split(",")[0] != "opens":
        yield f"{where} ends in {lines[-1]['text']!r}"
    if any(after["day"] < before["day"] for before, after in zip(lines, lines[1:])):
        yield f"{where} goes back"


def with_readings(name, entry):
    yield name, entry
    for label, reading in entry.get("readings", {}).items():
        yield f"{name}, {label}", reading


def check_accounts(name, document):
    """Returns how many there were."""
    found, wrong = 0, []
    for duty, entry in document.get("deadlines", {}).items():
        for where, one in with_readings(duty, entry):
            if "working" in one:
                found += 1
                wrong += account(where, one["working"], one.get("due"), one.get("within"))
    for window, entry in document.get("windows", {}).items():
        for where, one in with_readings(window, entry):
            for key, limit in (("opens", "wait"), ("closes", "within")):
                if f"{key}-working" in one:
                    found += 1
                    wrong += account(f"{where} {key}", one[f"{key}-working"], one.get(key), one.get(limit), key == "opens")
    extension = document.get("extension", {})
    if "working" in extension:
        found += 1
        lines = [{**line, "number": 0} for line in extension["working"]]  # the answer does not repeat what was asked
        wrong += account("extension", lines, extension.get("due"), None)
    report.check(f"{name}: {found} accounts come to their dates", wrong)
    return found


def evaluate(arguments, folder):
    return call(COMMAND, "eval", *arguments, *RULES, cwd=folder)


def check_folder(folder):
    arguments = ["case.yaml", *shlex.split((folder / "arguments.txt").read_text())]
    printed = evaluate([*arguments, "--format", "json"], folder)
    report.check(f"{folder.name} as JSON", printed.faults())
    if printed.code:
        return
    document = json.loads(printed.out)
    validate(folder.name, ANSWERS, document)
    check_accounts(folder.name, document)
    compare(folder / "answer.json", json.dumps(document, indent=1, ensure_ascii=False) + "\n")
    told = evaluate([*arguments, "--width", "80"], folder)
    report.check(f"{folder.name} in sentences", told.faults())
    compare(folder / "answer.txt", told.out)


def check_examples():
    for path in sorted((ROOT / "examples" / "cases").glob("*.yaml")):
        landlord = path.stem.rsplit("-20", 1)[0]
        for detail in ("verdict", "answer", "working"):
            printed = evaluate([path, "--landlord", landlord, "--format", "json", "--detail", detail], ROOT)
            report.check(f"{path.stem} at {detail}", printed.faults())
            if printed.code == 0:
                document = json.loads(printed.out)
                validate(f"{path.stem} at {detail}", ANSWERS, document)
                found = check_accounts(f"{path.stem} at {detail}", document)
                report.check(f"{path.stem} at {detail}: accounts are there when asked for",
                             [] if (found > 0) == (detail == "working") else [f"{found} of them"])


def as_json(value):
    """What YAML's plain words mean in a case: only true, false and numbers are not texts."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return json.loads(value) if value in ("true", "false") or value.isdigit() else value


def check_scenarios():
    """Every scenario is a case, and every answer to it keeps to the schema, whatever it is."""
    if yaml is None or ANSWERS is None:
        return
    step = 100 if WRAPPER else 10
    for path in sorted(ROOT.glob("rules/*/*/scenarios.yaml")):
        scenarios = yaml.load(path.read_text(), yaml.BaseLoader)["scenarios"]
        for one in scenarios[::step]:
            name = one.pop("name")
            one.pop("expect")
            printed = call(
                COMMAND, "eval", "-", "--policy", path.parent / "policy.yaml", "--format", "json",
                "--detail", "working", stdin=json.dumps(as_json(one)),
            )
            report.check(f"{path.parent.parent.name}: {name}", printed.faults())
            if printed.code == 0:
                validate(name, ANSWERS, json.loads(printed.out))


def check_policies():
    for path in sorted([*ROOT.glob("rules/*/*/policy.yaml"), ROOT / "rules" / "example.yaml"]):
        printed = call(COMMAND, "show", path)
        report.check(f"{path.relative_to(ROOT)} as JSON", printed.faults())
        if printed.code:
            continue
        document = json.loads(printed.out)
        validate(str(path.relative_to(ROOT)), POLICIES, document)
        lines = path.read_text().splitlines()
        wrong = [
            rule["id"] for rule in document["rules"]
            if rule["id"] and rule["id"] not in lines[rule["line"] - 1]
        ]
        report.check(f"{path.relative_to(ROOT)}: rules say their lines", wrong)


def check_schema_itself():
    """A schema that lets everything through would prove nothing."""
    if ANSWERS is None:
        return
    sound = json.loads(next(iter(sorted(HERE.glob("*/answer.json")))).read_text())
    spoilt = {
        "a key too many": lambda it: it.update(surplus=1),
        "a state nobody knows": lambda it: next(iter(it["deadlines"].values())).update(state="late"),
        "a date that is none": lambda it: next(iter(it["deadlines"].values())).update(due="soon"),
        "a missing outcome": lambda it: it["eligibility"].pop("outcome"),
        "a flag that is false": lambda it: next(iter(it["deadlines"].values())).update(projected=False),
    }
    report.check("the schema lets what is sound through", [] if ANSWERS.is_valid(sound) else ["it does not"])
    for name, spoil in spoilt.items():
        document = copy.deepcopy(sound)
        spoil(document)
        report.check(f"the schema refuses {name}", ["it does not"] if ANSWERS.is_valid(document) else [])


for one in sorted(path.parent for path in HERE.glob("*/case.yaml")):
    check_folder(one)
if not WRAPPER:  # under valgrind the folders above walk the same lines
    check_examples()
    check_scenarios()
check_policies()
check_schema_itself()
report.finish()
