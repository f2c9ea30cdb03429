#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The schemas for editors against the loader: what an independent validator says of every file that there is.

    schemas.py COMMAND

python3-jsonschema, which is not ours, holds every file below rules/ and examples/, and every folder of
tests/diagnostics/, against its schema, typed as an editor types YAML (core_yaml.py). What the loader takes the
schema must take. What the loader refuses the schema must refuse, but for the faults that no schema can see: they are
listed in UNSEEN, each with its reason, and none may stand there needlessly.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api"), str(HERE)]
from command import ROOT, call  # noqa: E402
from report import Report  # noqa: E402

try:
    import jsonschema
    import yaml
    import core_yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

COMMAND = sys.argv[1]
KINDS = {"policy": "policy-file", "norm": "norm-file", "vocabulary": "vocabulary-file", "calendar": "calendar-file",
         "case": "case", "scenarios": "scenarios"}
FORM = "YAML that an editor takes; the format does without it"
CHARACTERS = "schemas compare characters, and none of these is told apart in every text"
NAMES = "a name of the file's own, or a misspelt standard one: only the whole file says which"
TOGETHER = "two places of the file together"
ORDER = "dates or amounts compared with one another"
FILES = "it hangs on another file"
GRAMMAR = "a text with a grammar of its own"
DEPTH = "schemas do not count how deep they are"
UNSEEN = {
    "anchor-not-allowed": FORM, "tag-not-allowed": FORM,
    "control-character": CHARACTERS,
    "unknown-name": NAMES, "unknown-rule": NAMES, "rule-of-another-kind": NAMES,
    "duplicate-label": TOGETHER, "duplicate-name": TOGETHER, "duplicate-rule": TOGETHER, "duplicate-scenario": TOGETHER,
    "duty-cycle": TOGETHER, "time-zone-missing": TOGETHER,
    "calendar-empty-span": ORDER, "calendar-too-long": ORDER, "closure-outside-span": ORDER, "span-reversed": ORDER,
    "tier-order": ORDER, "window-never-open": ORDER,
    "calendar-beyond-source": FILES, "calendar-not-projected": FILES, "calendar-unknown": FILES,
    "unknown-reading": FILES,
    "recurrence-malformed": GRAMMAR, "recurrence-never": GRAMMAR, "recurrence-not-supported": GRAMMAR,
    "condition-too-deep": DEPTH,
}
report = Report()


def load_schemas():
    found = {}
    for kind, name in KINDS.items():
        schema = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        found[kind] = jsonschema.Draft202012Validator(schema)
    return found


SCHEMAS = load_schemas()


def kind_of(path):
    """By the file's own word, where it has one; else by its name, as an editor is told."""
    text = path.read_bytes().decode("utf-8", "replace")
    found = re.search(r"^kind: *(\w+) *$", text, re.M)
    if found and found[1] in KINDS:
        return found[1]
    return {"case": "case", "scenarios": "scenarios", "calendar": "calendar"}.get(path.stem, "policy")


def verdict(path, kind=None):
    """What the schema says: lines, none when it takes the file."""
    try:
        document = core_yaml.read(path.read_bytes().decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as fault:
        return [f"form: {str(fault).splitlines()[0]}"]
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:150]}"
            for error in SCHEMAS[kind or kind_of(path)].iter_errors(document)]


def slugs(path):
    """The errors that the loader finds in this file itself."""
    beside = path.parent / "policy.yaml"
    extra = ["--policy", beside] if path.stem == "case" and beside.exists() else []
    printed = call(COMMAND, "check", "--quiet", *extra, path)
    return set(re.findall(rf"^{re.escape(str(path))}(?::\d+)*: error: .*\[([a-z0-9-]+)\]$", printed.out + printed.err, re.M))


def check_sound():
    for path in sorted([*ROOT.glob("rules/**/*.yaml"), *ROOT.glob("examples/**/*.yaml"), ROOT / "tests/explain/awkward.yaml"]):
        report.check(f"{path.relative_to(ROOT)} keeps to its schema", verdict(path)[:5])


def check_lines():
    """Each file of ours says which schema it keeps to, and that schema is there."""
    for path in sorted(ROOT.glob("rules/**/*.yaml")):
        first = path.read_text().split("\n", 1)[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        wanted = ROOT / "docs" / "schema" / f"{KINDS[kind_of(path)]}.schema.json"
        said = found and (path.parent / found[1]).resolve()
        report.check(f"{path.relative_to(ROOT)} names its schema", [] if said == wanted else [first])


WITHOUT_ICS = "ics-not-built-in" in call(COMMAND, "check", ROOT / "rules/calendars/scotland.yaml").out


def check_corpus():
    unseen = set()
    for path in sorted(HERE.parent.glob("diagnostics/*/*.yaml")):
        name = str(path.relative_to(HERE.parent))
        faults, said = slugs(path), verdict(path)
        if WITHOUT_ICS and list(path.parent.glob("*.ics")):
            unseen.add(path.parent.name)  # what the folder is about comes after that
        if not faults:
            report.check(f"{name} is sound to both", said[:5])
            continue
        hidden = faults - set(UNSEEN)
        if hidden:
            report.check(f"{name} is refused by its schema: {', '.join(sorted(faults))}",
                         [] if said else ["the schema takes it"])
        if not said:
            unseen |= faults & set(UNSEEN)
    report.check("nothing is called unseen that a schema sees", sorted(set(UNSEEN) - unseen))


def check_fresh():
    done = subprocess.run([sys.executable, ROOT / "scripts" / "file_schemas.py", "--check"], capture_output=True,
                          text=True, check=False)
    report.check("the schemas are those of the loader's tables", (done.stdout + done.stderr).splitlines() if done.returncode else [])


def walk(schema, place=""):
    if isinstance(schema, dict):
        yield place, schema
        for key, value in schema.items():
            yield from walk(value, f"{place}/{key}")
    elif isinstance(schema, list):
        for at, value in enumerate(schema):
            yield from walk(value, f"{place}/{at}")


def check_help():
    """Every key explains itself, with an example that it would take."""
    for kind, validator in SCHEMAS.items():
        faults = []
        for place, schema in walk(validator.schema):
            if "properties" not in schema or schema.get("type") != "object":
                continue
            for key, value in schema["properties"].items():
                if value is False:
                    continue
                if "description" not in value:
                    faults.append(f"{place}: {key} has no description")
                if schema.get("additionalProperties") is False and "wording" not in place and "examples" not in value:
                    faults.append(f"{place}: {key} has no example")
                # A key has one meaning and several types: one of its examples must fit here.
                own = jsonschema.Draft202012Validator({**value, "$defs": validator.schema["$defs"]})
                if value.get("examples") and not any(map(own.is_valid, value["examples"])):
                    faults.append(f"{place}: no example of {key} fits")
        report.check(f"{kind}: every key explains itself", faults[:8])


def check_names():
    """Names of the vocabulary are offered with their question; names of a file's own are let through."""
    policy = core_yaml.read((ROOT / "rules" / "brighter-places" / "2022-08" / "policy.yaml").read_text())
    done_by = SCHEMAS["policy"].schema["$defs"]["event"]["anyOf"][0]
    report.check("an event is offered with its question", [] if dict(zip(done_by["enum"], done_by["enumDescriptions"])).get(
        "complaint-received", "").endswith("?") else [str(done_by)[:200]])
    spoilt = {
        "an own name": (lambda it: it["exclusions"][0].update(when="a-fact-of-our-own"), True),
        "a fact where an event belongs": (lambda it: it["document"].update({"chosen-by": "issue-ongoing"}), False),
        "a notice in a condition": (lambda it: it["exclusions"][0].update(when="reasons"), False),
        "a number that is not compared": (lambda it: it["exclusions"][0].update(when="signatures"), False),
        "a value that the choice does not have": (
            lambda it: it["exclusions"][0].update(when={"tenure": {"is": "owner"}}), False),
        "an unquoted clause that is a number": (lambda it: it["exclusions"][0].update(clause=5.1), False),
        "a day that is none": (lambda it: it["document"].update({"in-force": {"from": "2023-02-29"}}), False),
        "a leap day": (lambda it: it["document"].update({"in-force": {"from": "2024-02-29"}}), True),
        "too many hours": (lambda it: it["stages"][0]["duties"][0].update(within="8785 hours"), False),
        "as many hours as there may be": (lambda it: it["stages"][0]["duties"][0].update(within="8784 hours"), True),
    }
    for name, (spoil, sound) in spoilt.items():
        document = copy.deepcopy(policy)
        spoil(document)
        report.check(name, [] if SCHEMAS["policy"].is_valid(document) == sound else ["taken" if not sound else "refused"])


check_sound()
check_lines()
check_corpus()
check_fresh()
check_help()
check_names()
report.finish()
