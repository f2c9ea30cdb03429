# SPDX-License-Identifier: MIT
"""Rule files and cases as plain mappings of strings, and where each rule stands.

YAML is only cut into mappings, lists and strings; what a string means is decided where it is read.
"""

import dataclasses
import functools
import pathlib

import yaml

import clock

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Keys of a reading that describe it and change nothing.
WORDS = ("label", "words", "says", "clause", "source", "sure")


def read(path):
    # PyYAML stumbles over the question mark before a brace; nothing here hangs on it.
    text = pathlib.Path(path).read_text(encoding="utf-8").replace("? }", " }")
    return yaml.load(text, Loader=yaml.BaseLoader)


@functools.lru_cache(maxsize=None)
def vocabulary():
    return read(ROOT / "rules" / "vocabulary.yaml")


@dataclasses.dataclass(eq=False)
class Rule:
    """A rule with what it stands in. `key` names it in the readings of a case."""
    kind: str
    key: str
    record: dict
    place: str = ""       # of a duty: the kind of rule it stands in; file; otherwise (of a tier)
    owner: object = None  # the rule it stands in
    stage: object = None  # of stages, extensions, tiers and their duties

    @property
    def readings(self):
        return self.record.get("or-read-as", [])

    def labels(self):
        return [reading["label"] for reading in self.readings]

    def read_as(self, label):
        """The record under a reading; the file's own choice under None or an unknown label."""
        for reading in self.readings:
            if reading["label"] == label:
                record = dict(self.record)
                if "up-to" in reading or "in-all" in reading:
                    record.pop("up-to", None)
                    record.pop("in-all", None)
                if "within" in reading or "before" in reading:
                    record.pop("before" if "within" in reading else "within", None)
                record.update({k: v for k, v in reading.items() if k not in WORDS})
                return record
        return self.record


class Policy:
    def __init__(self, path):
        self.path = path
        self.file = read(path)
        self.document = self.file["document"]
        self.chosen_by = self.document["chosen-by"]
        self.counting = self.file["counting"]
        self.facts = {f["id"]: f for f in self.names("facts")}
        self.events = {e["id"]: e for e in self.names("events")}
        self.duties = []
        refusal = self.file.get("refusal")
        self.refusal = Rule("refusal", "refusal", refusal) if refusal else None
        if refusal:
            self.add_duties(refusal.get("duties"), "refusal", self.refusal)
        self.exclusions = self.with_duties("exclusions", "exclusion")
        self.routes = self.with_duties("routes", "route")
        self.stages = [self.add_stage(record) for record in self.file["stages"]]
        self.add_duties(self.file.get("duties"), "file", None)
        self.windows = self.with_duties("windows", "window")
        self.done_by = {d.record["done-by"] for d in self.duties if "done-by" in d.record}

    def names(self, section):
        return vocabulary()[section] + self.file.get(section, [])

    def add_duties(self, records, place, owner, stage=None):
        for record in records or []:
            self.duties.append(Rule("duty", record["id"], record, place, owner, stage))

    def with_duties(self, section, kind):
        rules = []
        for record in self.file.get(section, []):
            rule = Rule(kind, record["id"], record)
            rules.append(rule)
            self.add_duties(record.get("duties"), kind, rule)
        return rules

    def add_stage(self, record):
        stage = Rule("stage", record["id"], record)
        stage.stage = stage
        self.add_duties(record["duties"], "stage", stage, stage)
        stage.extension = None
        if "extension" in record:
            self.add_extension(stage, record["extension"])
        return stage

    def add_extension(self, stage, record):
        extension = Rule("extension", stage.key, record, stage=stage)
        stage.extension = extension
        extension.tiers = {}
        variants = [record] + [r for r in extension.readings if "tiers" in r]
        for tier_record in [tier for variant in variants for tier in variant["tiers"]]:
            tier = Rule("tier", tier_record["id"], tier_record, owner=extension, stage=stage)
            extension.tiers[tier.key] = tier
            self.add_duties(tier_record.get("duties"), "tier", tier, stage)
            self.add_duties(tier_record.get("otherwise"), "otherwise", tier, stage)
        self.add_duties(record.get("duties"), "extension", extension, stage)

    def duty(self, key):
        return next((d for d in self.duties if d.key == key), None)

    def stage_number(self, key):
        return [stage.key for stage in self.stages].index(key)

    def in_force(self):
        return span(self.document["in-force"])


def span(record):
    """First and last day of a span; None where it is open."""
    first = clock.first_and_last(record["from"])[0] if "from" in record else None
    last = clock.first_and_last(record["until"])[1] if "until" in record else None
    return first, last
