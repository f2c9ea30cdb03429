#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the schemas allow is taught: rules/example.yaml uses every key of a policy, and the reference names every key
and every value of all kinds of file. (That the schemas allow what the loader does, schemas.py holds.)
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "api"))
from report import Report  # noqa: E402

VOCABULARY = (ROOT / "rules" / "vocabulary.yaml").read_text()
# The standard words are listed in the vocabulary; what the schemas say of YAML itself is no key of ours.
STANDARD = set(re.findall(r"- id: (\S+)", VOCABULARY)) | {
    word for values in re.findall(r"values: \[(.*)\]", VOCABULARY) for word in values.split(", ")}
NO_KEYS = {"true", "false", "null", "yes", "no", "on", "off"}
REFERENCES = {"calendar-file": "calendar-files.md"}
KINDS = ("policy-file", "norm-file", "scenarios", "case", "vocabulary-file", "calendar-file")
DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def words_of(schema, keys, values):
    """The keys and the fixed values that a schema knows anywhere, but for those it rules out."""
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            keys.update(key for key, inner in properties.items() if inner is not False)
        values.update(value for value in schema.get("enum", []) if isinstance(value, str))
        values.update([schema["const"]] if isinstance(schema.get("const"), str) else [])
        schema = [inner for name, inner in schema.items() if name != "not"]
    for inner in schema if isinstance(schema, list) else ():
        words_of(inner, keys, values)
    return keys, values


def read(kind):
    keys, values = words_of(json.loads((ROOT / "docs" / "schema" / f"{kind}.schema.json").read_text()), set(), set())
    return keys - STANDARD - NO_KEYS, values - STANDARD - NO_KEYS - DAYS


def code_of(page):
    """What a page writes as code: spans and blocks."""
    text = (ROOT / "docs" / page).read_text()
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.M | re.S)
    spans = re.findall(r"`([^`]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))
    return "\n".join(blocks + [" ".join(span.split()) for span in spans])


def without(words, text, after=""):
    """The words a text does not have as words of their own."""
    return sorted(word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-]){after}", text))


def main():
    report = Report()
    example = re.sub(r"(?m)(^| )#.*$", "", (ROOT / "rules" / "example.yaml").read_text())
    keys, values = read("policy-file")
    report.check("there are keys and values to look for", [] if len(keys) > 70 and len(values) > 40 else [
        f"{len(keys)} keys, {len(values)} values"])
    report.check("a word that is nowhere is missed", [] if without({"a-key-nobody-has"}, example) else ["it is not"])
    report.check("example.yaml has every key of a policy", without(keys, example, ":"))
    for kind in KINDS:
        page = REFERENCES.get(kind, "rule-format.md")
        keys, values = read(kind)
        report.check(f"{page} names every key of {kind}", without(keys, code_of(page)))
        report.check(f"{page} names every value of {kind}", without(values, code_of(page)))
    report.finish()


main()
