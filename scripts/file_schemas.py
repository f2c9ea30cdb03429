#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write the JSON Schemas (2020-12) by which an editor completes and explains rule files.

    file_schemas.py [--check]     all of docs/schema/*-file.schema.json, scenarios.schema.json, case.schema.json

They are made from the tables by which the library itself reads the files (lib/load, see loader_tables.py), from
rules/vocabulary.yaml, and from scripts/schema_words.py. --check writes nothing and exits with 1 when a file would
change. Needs a C compiler (CC), PyYAML and python3-jsonschema.

A key that the tables have and this script does not know stops it: nothing is ever left out silently.
"""

import json
import pathlib
import sys

import jsonschema
import yaml
from loader_tables import ROOT, Tables
from schema_words import DOCS, EXAMPLES, EXAMPLES_AT

FOLDER = ROOT / "docs" / "schema"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
ID = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
RESERVED = ["all", "any", "not", "now", "due", "latest-of", "earliest-of", "true", "false", "yes", "no", "on",
            "unknown", "not-yet", "undetermined", "none", "null"]
UNITS = [("working day", 3660), ("calendar day", 3660), ("hour", 8784), ("week", 520), ("month", 120), ("year", 50)]
MOST_VALUES = 100  # of a choice
BUNDLED = ["england-and-wales", "scotland", "northern-ireland", "united-kingdom"]
LISTS = ("facts", "events", "notices", "doors", "records")


# --- patterns -------------------------------------------------------------------

def below(digits):
    """Numbers of as many digits as this one, no leading zero, no larger than it."""
    parts = []
    for at, digit in enumerate(digits):
        least = 1 if at == 0 else 0
        if int(digit) > least:
            rest = len(digits) - at - 1
            parts.append(f"{digits[:at]}[{least}-{int(digit) - 1}]" + ("[0-9]{%d}" % rest if rest else ""))
    return parts + [digits]


def numbers(least, most):
    """A pattern of whole numbers from 2 or 1 to most."""
    parts = [f"[{least}-9]"] + [f"[1-9][0-9]{{{size}}}" if size > 1 else "[1-9][0-9]" for size in
                                range(1, len(str(most)) - 1)]
    return "(" + "|".join(parts + below(str(most))) + ")"


DURATION = "|".join([f"1 {unit}" for unit, _ in UNITS] + [f"{numbers(2, most)} {unit}s" for unit, most in UNITS])
YEAR = "(19|20|21)[0-9]{2}"
LEAP = "((19|21)(0[48]|[2468][048]|[13579][26])|20([02468][048]|[13579][26]))"
DAY = (f"({YEAR}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
       f"02-(0[1-9]|1[0-9]|2[0-8]))|{LEAP}-02-29)")
MONTH = f"{YEAR}-(0[1-9]|1[0-2])"
INSIDE = "(?!\\.{1,2}(/|$))[^/\\\\:]+"
CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT = f"{DAY}T{CLOCK}(:[0-5][0-9])?(Z|[+-]{CLOCK})"


def text(pattern, **more):
    return {"type": "string", "pattern": f"^({pattern})$", **more}


def ref(name):
    return {"$ref": f"#/$defs/{name}"}


def list_of(items, least=1, **more):
    return {"type": "array", "minItems": least, "items": items, **more}


def words(values):
    """What is written `false` is a truth to an editor, whatever it means here."""
    return {"enum": [{"true": True, "false": False}.get(one, one) for one in values]}


# --- names of the vocabulary ------------------------------------------------------

class Vocabulary:
    def __init__(self):
        self.lists = yaml.safe_load((ROOT / "rules" / "vocabulary.yaml").read_text(encoding="utf-8"))

    def ids(self, name, *types):
        return [one["id"] for one in self.lists[name] if not types or one["type"] in types]

    def all_but(self, *names):
        return sorted({one for name in LISTS if name not in names for one in self.ids(name)} | set(RESERVED))

    def words(self, *names):
        return {one["id"]: one.get("question") or one["says"] for name in names for one in self.lists[name]}

    def name(self, what, standard, refused):
        """A standard name, each with what it means, or one of the file's own."""
        return {
            "description": what,
            "anyOf": [
                {"enum": list(standard), "enumDescriptions": list(standard.values())},
                {"type": "string", "pattern": ID, "maxLength": 64, "not": {"enum": refused}},
            ],
        }


def scalars():
    plain = {"type": ["string", "number", "boolean"], "pattern": "\\S", "maxLength": 16384}
    moment = f"{DAY}|{MOMENT}"
    return {
        "text": {**plain, "description": "words; with \": \" or \" #\" in it, in quotes or as a block"},
        "clause": {"type": "string", "pattern": "\\S", "description": "always in double quotes"},
        "file-beside": text(f"{INSIDE}(/{INSIDE})*", description="a file of the same folder, or of one below it"),
        "id": {"type": "string", "pattern": ID, "maxLength": 64, "not": {"enum": RESERVED},
               "description": "lower-case words joined by hyphens"},
        "number": {"type": "integer", "minimum": 0, "maximum": 2147483647},
        "truth": {"type": "boolean"},
        "day": text(DAY, description="YYYY-MM-DD"),
        "day-or-month": text(f"{DAY}|{MONTH}", description="YYYY-MM-DD, or YYYY-MM when no more is published"),
        "moment": text(moment, description="a day, or a day with time and offset"),
        "date": text(f"{moment}|{MONTH}|not-yet|unknown", description="a moment, a month, not-yet or unknown"),
        "told": text(f"{moment}|not-yet|unknown", description="a moment, not-yet or unknown"),
        "moment-or-not-yet": text(f"{moment}|not-yet"),
        "time": text(CLOCK, description="HH:MM, in quotes"),
        "duration": text(DURATION, description="a number and a unit: working days, calendar days, hours, weeks, "
                                               "months, years"),
    }


def limits(tables):
    limit_words, last_words, none = (tables.words_of("durations", name)
                                     for name in ("limit_words", "last_day_words", "no_limit_words"))
    also = [f"5 {unit}s" for unit, _ in UNITS]
    return {
        "limit": {"anyOf": [ref("duration"), {"enum": limit_words}], "defaultSnippets": [
            {"label": one, "body": one} for one in also]},
        "last-day": {"anyOf": [ref("duration"), {"enum": last_words}]},
        "up-to": {"anyOf": [ref("duration"), {"enum": none}]},
    }


# --- conditions and anchors ---------------------------------------------------------

def described(key, schema):
    doc = DOCS[key]
    return {"description": doc, **schema, "examples": EXAMPLES[key]}


def one_key(properties):
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False,
            "properties": {key: described(key, value) for key, value in properties.items()}}


def conditions(tables, vocabulary):
    number = {row.key: ref("number") for row in tables.tables["tests_load", "number_rows"].rows}
    choice = {"is": ref("id"), "any-of": list_of(ref("id"), uniqueItems=True)}
    event = {row.key: ref("duration") for row in tables.tables["tests_load", "event_rows"].rows
             if row.read == "cmpl_read_duration"}
    order = {"before": ref("anchor-or-now"), "after": ref("anchor-or-now")}
    if set(choice) != {row.key for row in tables.tables["tests_load", "choice_rows"].rows}:
        sys.exit("a test of a choice has other keys")
    lapse = {"type": "object", "required": ["before"], "minProperties": 2, "maxProperties": 2,
             "additionalProperties": False,
             "properties": {key: described(key, value) for key, value in {**event, "before": order["before"]}.items()}}
    return {
        "test-of-number": {"description": "a number is compared once", **one_key(number)},
        "test-of-choice": {"description": "one value, or one of several", **one_key(choice)},
        "test-of-event": {"description": "before or after another event, or so much time before it",
                          "anyOf": [one_key(order), lapse]},
        "event-or-due": {"anyOf": [ref("event"), one_key({"due": ref("id")})]},
        "anchor": {"description": "an event, the due date of a duty, the latest or the earliest of some", "anyOf": [
            ref("event"),
            one_key({"due": ref("id"), "latest-of": list_of(ref("event-or-due"), 2),
                     "earliest-of": list_of(ref("event-or-due"), 2)})]},
        "anchor-or-now": {"anyOf": [{"const": "now", "description": "the moment the question is asked for"},
                                    ref("anchor")]},
        "condition": {"description": "one name, or a mapping with one key",
                      "anyOf": [bare_condition(vocabulary), keyed_condition(vocabulary)]},
    }


def bare_condition(vocabulary):
    standard = {one: words for one, words in vocabulary.words("facts", "events").items()
                if one in vocabulary.ids("events") or one in vocabulary.ids("facts", "true-false")}
    refused = [one for one in vocabulary.all_but("facts", "events")] + vocabulary.ids("facts", "number", "choice")
    return vocabulary.name("the true-false fact is true, or the event has happened", standard, sorted(refused))


def keyed_condition(vocabulary):
    properties = {
        "all": described("all", list_of(ref("condition"), 2)),
        "any": described("any", list_of(ref("condition"), 2)),
        "not": described("not", ref("condition")),
    }
    for fact in vocabulary.lists["facts"]:
        if fact["type"] == "number":
            properties[fact["id"]] = {"description": fact["question"], **ref("test-of-number")}
        elif fact["type"] == "choice":
            values = one_key({"is": words(fact["values"]), "any-of": list_of(words(fact["values"]), uniqueItems=True)})
            values["properties"]["is"]["examples"] = fact["values"][:1]
            values["properties"]["any-of"]["examples"] = [fact["values"][:2]]
            properties[fact["id"]] = {"description": fact["question"], **values}
        else:
            properties[fact["id"]] = False
    for event in vocabulary.lists["events"]:
        properties[event["id"]] = {"description": event["question"], **ref("test-of-event")}
    for other in vocabulary.all_but("facts", "events"):
        if other not in ("all", "any", "not"):
            properties[other] = False
    own = {"anyOf": [ref("test-of-number"), ref("test-of-choice"), ref("test-of-event")]}
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "properties": properties,
            "propertyNames": {"pattern": ID, "maxLength": 64}, "additionalProperties": own}


# --- mappings -----------------------------------------------------------------------

NAMES = {"chosen-by": "event", "ends": "event", "done-by": "event", "used-by": "event", "treat-as": "record",
         "if-late": "record", "door": "door"}
READERS = {
    "cmpl_read_text": ref("text"), "cmpl_read_clause": ref("clause"), "cmpl_read_texts": list_of(ref("text")),
    "cmpl_read_truth": ref("truth"), "cmpl_read_day": ref("day"), "cmpl_read_day_or_month": ref("day-or-month"),
    "read_shown_date": ref("day-or-month"), "cmpl_read_moment": ref("moment"), "cmpl_read_asked": ref("moment"),
    "cmpl_read_told": ref("told"), "read_date_or_not_yet": ref("moment-or-not-yet"), "cmpl_read_time": ref("time"),
    "cmpl_read_duration": ref("duration"), "read_in_all": ref("duration"), "read_within": ref("limit"),
    "cmpl_read_last_day": ref("last-day"), "read_up_to": ref("up-to"),
    "read_zone": words(["Europe/London", "UTC"]), "read_follows": text(f"{ID[1:-1]}/{MONTH}"),
    "read_project": {"anyOf": [{"type": "integer", "minimum": 1900, "maximum": 2199}, ref("day")]},
}
# What a node, a map or a list holds: by the table's rows, then by key.
MAPS = {"covers": "covered", "document": "document", "counting": "counting", "refusal": "refusal", "in-force": "span",
        "superseded": "superseded", "extension": "extension", "opens": "opening", "closes": "closing",
        "request": "request", "expect": "expectation"}
ITEMS = {"exclusions": "exclusion", "routes": "route", "stages": "stage", "duties": "duty", "windows": "window",
         "accepted": "accepted", "unless": "exception", "conflicts-with": "conflict", "factors": "factor",
         "tiers": "tier", "otherwise": "duty", "needs": "condition", "facts": "own-fact", "events": "own-event",
         "notices": "own-words", "doors": "own-words", "records": "own-words", "closures": "closure",
         "recurring": "recurrence", "extra-working-days": "extra-day", "extensions": "made-extension",
         "scenarios": "scenario"}
ANCHORS = ("after", "before", "starts")
RULES = ("exclusion", "route", "stage", "duty", "extension", "tier", "window", "refusal")


def requires(key, *others):
    return {key: list(others)}


def either(*keys):
    """Exactly one of the keys."""
    return {"oneOf": [{"required": [key]} for key in keys]}


def apart(*pairs):
    return {"not": {"anyOf": [{"required": list(pair)} for pair in pairs]}}


REFERRED = {"properties": {"effect": {"const": "refer-for-decision"}}, "required": ["effect"]}
# What the loader checks in its code, between two keys of one mapping.
BETWEEN = {
    "duty": {"dependentRequired": requires("within", "after", "done-by"),
             "dependentSchemas": {"about": {"anyOf": [{"required": [key]} for key in ("tell", "ask", "refer-to")]}},
             **apart(("before", "within"), ("ask", "tell"), ("refer-to", "tell"), ("refer-to", "ask"))},
    # A reading may bring the needs.
    "tier": {"dependentSchemas": {"otherwise": {"anyOf": [{"required": ["needs"]}, {"required": ["or-read-as"]}]}},
             **either("up-to", "in-all")},
    "opening": {"dependentRequired": requires("unless", "wait")},
    "window": {"dependentRequired": requires("if-late", "closes")},
    "exclusion": {"if": {"anyOf": [REFERRED, {"properties": {"or-read-as": {"contains": REFERRED}},
                                              "required": ["or-read-as"]}]},
                  "then": {"required": ["decided-by"]}, "else": {"not": {"required": ["decided-by"]}}},
    "own-fact": {"allOf": [
        {"if": {"properties": {"type": {"const": "choice"}}, "required": ["type"]},
         "then": {"required": ["values"]}, "else": {"not": {"required": ["values"]}}},
        {"if": {"properties": {"type": {"enum": ["number", "choice"]}}, "required": ["type"]},
         "then": {"not": {"required": ["silence"]}}}]},
    "request": {"oneOf": [
        {"required": ["at"], **apart(("extend",), ("adds",), ("until",), ("asked",))},
        {"required": ["extend"], **apart(("at",)), **either("adds", "until")}]},
    "made-extension": either("adds", "until"),
    "scenario": {"if": {"properties": {"expect": {"required": ["extension"]}}, "required": ["expect"]},
                 "then": {"required": ["request"], "properties": {"request": {"required": ["extend"]}}}},
    "closure": {"oneOf": [{"required": ["on"], **apart(("from",), ("until",))},
                          {"required": ["from", "until"], **apart(("on",))}]},
    "recurrence": {"dependentRequired": requires("rule", "from"), **either("every", "rule")},
}


class Builder:
    """The definitions of one schema: only those that it uses are kept."""

    def __init__(self, tables, vocabulary, kind):
        self.tables, self.vocabulary, self.norm = tables, vocabulary, kind == "norm"
        self.defs = {**scalars(), **limits(tables), **conditions(tables, vocabulary)}
        for what in ("event", "notice", "door", "record"):
            name = what + "s"
            self.defs[what] = vocabulary.name(f"{what} of the vocabulary, or of the file's own",
                                              vocabulary.words(name), vocabulary.all_but(name))
        # A name of a file's own is none of the standard ones, but for those in the file that declares them.
        self.own_id = "id" if kind == "vocabulary" else "own-id"
        self.defs["own-id"] = {**self.defs["id"], "not": {"enum": vocabulary.all_but()}}
        self.defs["fact-or-event"] = vocabulary.name("a fact or an event", vocabulary.words("facts", "events"),
                                                     vocabulary.all_but("facts", "events"))

    def value(self, table, row, within):
        """What may stand behind a key."""
        read, key = row.read, row.key
        if key in ("calendar", "holidays"):
            one = {"anyOf": [words(BUNDLED), ref("file-beside")]}
            return one if key == "calendar" else list_of(one)
        if key == "policy":
            return ref("file-beside")
        if read in READERS:
            return READERS[read]
        if read in ("cmpl_read_word", "cmpl_read_words"):
            values = words(self.tables.words_of(table.file, row.extra))
            return values if read == "cmpl_read_word" else list_of(values, uniqueItems=True)
        if read == "cmpl_read_number":
            return ref("number")
        if read == "cmpl_read_id":
            return ref(NAMES.get(key, "id"))
        if read == "cmpl_read_ids":
            return list_of(ref("notice")) if key == "about" else list_of(ref("id"), uniqueItems=True, maxItems=MOST_VALUES)
        if table.file == "expect_load":
            return self.expected(row)
        return self.held(table, row, within)

    def held(self, table, row, within):
        """What a node, a map or a list holds."""
        key = row.key
        if key == "format":
            return {"const": 1}
        if key == "weekend":
            return {"anyOf": [{"const": "none"}, list_of(words(self.tables.words_of(table.file, "weekdays")),
                                                         uniqueItems=True, maxItems=6)]}
        if key == "wording":
            return {"type": "object", "minProperties": 1, "additionalProperties": False,
                    "properties": {name: {"description": said, **ref("text")}
                                   for name, said in self.vocabulary.words("facts", "events").items()}}
        if key == "when":
            return ref("condition")
        if key in ANCHORS:
            return ref("anchor")
        if key == "or-read-as":
            return list_of(ref(f"reading-of-{within}"))
        if row.read == "cmpl_read_case_map":
            return self.of_case(key)
        if row.read in ("cmpl_read_list", "cmpl_read_case_list") and key in ITEMS:
            nested = within.endswith("-in-reading") or (within == "reading-of-extension" and key == "tiers")
            items = ITEMS[key] + ("-in-reading" if nested and ITEMS[key] in ("tier", "duty") else "")
            return list_of(ref(items), 1 if row.read == "cmpl_read_list" else 0)
        if key in MAPS:
            return ref(MAPS[key])
        return sys.exit(f"{table.what}: nobody says what {key!r} holds ({row.read})")

    def of_case(self, key):
        """Mappings by name: what a case knows."""
        if key == "facts":
            return self.by_name("facts", {one["id"]: self.fact(one) for one in self.vocabulary.lists["facts"]},
                                {"type": ["string", "number", "boolean"], "pattern": "\\S"})
        if key == "events":
            said = self.vocabulary.words("events")
            return self.by_name("events", {one: {"description": said[one], **ref("date")} for one in said}, ref("date"))
        values = {"promises": ref("day"), "readings": ref("id"),
                  "decisions": words(self.tables.words_of("case_lists", "decisions"))}
        return {"type": "object", "propertyNames": ref("id"), "additionalProperties": values[key]}

    def by_name(self, name, standard, own):
        others = {other: False for other in self.vocabulary.all_but(name)}
        return {"type": "object", "properties": {**standard, **others}, "additionalProperties": own,
                "propertyNames": {"pattern": ID, "maxLength": 64}}

    @staticmethod
    def fact(fact):
        values = {"true-false": [True, False, "unknown"], "choice": [*fact.get("values", []), "unknown"]}
        schema = words(values[fact["type"]]) if fact["type"] in values else {
            "anyOf": [ref("number"), {"const": "unknown"}]}
        return {"description": fact["question"], **schema}

    def expected(self, row):
        """What stands under `expect`: here lists may be empty, which says that there is none."""
        read = row.read
        rules = {"type": "string", "pattern": ID, "maxLength": 64}
        names = {"questions": "fact-or-event", "notices": "notice", "records": "record"}
        if read in ("read_rule", "read_rules"):
            return rules if read == "read_rule" else list_of(rules, 0, uniqueItems=True)
        if read in ("read_name", "read_names"):
            one = ref(names[row.extra])
            return one if read == "read_name" else list_of(one, 0, uniqueItems=True)
        table = self.tables.links.get(("expect_load", row.extra), row.extra)
        inner = self.mapping(self.tables.table_of("expect_load", table), table, fill=True)
        by_name = {"type": "object", "minProperties": 1, "propertyNames": ref("id"), "additionalProperties": inner}
        if read == "read_answer":
            return inner
        if read in ("read_by_rule", "read_own_readings"):
            return by_name
        if read == "read_rule_readings":
            return {**by_name, "additionalProperties": by_name}
        return sys.exit(f"expect: nobody says what {row.key!r} holds ({read})")

    def examples(self, within, key):
        within = within.removesuffix("-in-reading")
        found = EXAMPLES_AT.get((within, key)) or EXAMPLES[key]
        return [with_source(one) for one in found] if self.norm else found

    def rows(self, table, within):
        for row in table.rows:
            if row.key in ("source", "sure") and within.replace("-in-reading", "") in RULES and not self.norm:
                continue
            if row.key == "or-read-as" and within.endswith("-in-reading"):
                continue
            yield row

    def mapping(self, table, within, fill=False, kind=None):
        properties, must = {}, []
        for row in self.rows(table, within):
            value = {"const": kind} if row.key == "kind" else self.value(table, row, within)
            properties[row.key] = {"description": row.doc or DOCS[row.key], **value,
                                   "examples": [kind] if row.key == "kind" else self.examples(within, row.key)}
            if row.must or row.key in ("format", "kind", "source", "sure"):
                must.append(row.key)
        schema = {"type": "object", "additionalProperties": False, "properties": properties}
        if must:
            schema["required"] = must
        if fill or within in ("span", "counting"):
            schema["minProperties"] = 1
        return {**schema, **BETWEEN.get(within.replace("-in-reading", ""), {})}

    def reading(self, table, kind):
        """A reading has its own keys, and at least one of those that it may change."""
        own = self.mapping(self.tables.tables["readings_load", "rows"], "reading")
        within = f"reading-of-{kind}"
        flagged = [row for row in table.rows if row.flag]
        for row in flagged:
            own["properties"][row.key] = {"description": row.doc, **self.value(table, row, within),
                                          "examples": self.examples(kind, row.key)}
        own["anyOf"] = [{"required": [row.key]} for row in flagged]
        if kind == "tier":
            own.update(apart(("in-all", "up-to")))
        if kind == "duty":
            own.update(apart(("before", "within")))
        return own

    def define(self, places):
        for name, (file, rows) in places.items():
            table = self.tables.tables[file, rows]
            self.defs[name] = self.mapping(table, name)
            if name.startswith("own-"):
                self.defs[name]["properties"]["id"].update(ref(self.own_id))
            if any(row.key == "or-read-as" for row in table.rows):
                self.defs[f"reading-of-{name}"] = self.reading(table, name)
            if name in ("tier", "duty"):
                self.defs[f"{name}-in-reading"] = self.mapping(table, f"{name}-in-reading")

    def schema(self, name, title, file, rows, kind):
        top = self.mapping(self.tables.tables[file, rows], name, kind=kind)
        used, waiting = {}, used_by(top)
        while waiting:
            one = waiting.pop()
            if one not in used:
                used[one] = self.defs[one]
                waiting |= used_by(self.defs[one])
        return {"$schema": DRAFT, "title": title,
                "description": "Made by scripts/file_schemas.py from the tables by which the library reads the file.",
                **top, "$defs": dict(sorted(used.items()))}


def with_source(example):
    """In a norm each rule says where its figure was seen."""
    if isinstance(example, list):
        return [with_source(one) for one in example]
    if not isinstance(example, dict):
        return example
    made = {key: with_source(value) for key, value in example.items()}
    if {"clause", "says"} <= set(made) and ("id" in made or "grounds" in made):
        made.update(source="Housing Ombudsman, Complaint Handling Code 2024", sure="primary")
    return made


def keep_fitting(schema, definitions):
    """A key has one meaning and may have several types: of its examples those stay that would be taken here."""
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        keep_fitting(value, definitions)
    if not isinstance(schema, dict) or schema.get("type") != "object":
        return
    for key, value in schema.get("properties", {}).items():
        if value is False or "examples" not in value:
            continue
        validator = jsonschema.Draft202012Validator({**value, "$defs": definitions})
        fitting = [one for one in value["examples"] if validator.is_valid(one)]
        # Editors offer examples as values; beside a word a mapping could not be shown.
        value["examples"] = [one for one in fitting if not isinstance(one, (dict, list))] or fitting
        if not value["examples"]:
            sys.exit(f"no example of {key!r} fits where it stands: {sorted(schema['properties'])}")


def used_by(schema):
    if isinstance(schema, dict):
        own = {schema["$ref"].removeprefix("#/$defs/")} if isinstance(schema.get("$ref"), str) else set()
        return own.union(*(used_by(one) for one in schema.values()))
    return set().union(*(used_by(one) for one in schema)) if isinstance(schema, list) else set()


PLACES = {
    "document": ("document_load", "rows"), "counting": ("counting_load", "rows"), "span": ("rule_load", "span_rows"),
    "superseded": ("rule_load", "superseded_rows"), "conflict": ("rule_load", "conflict_rows"),
    "exception": ("condition_load", "exception_rows"), "factor": ("exclusions_load", "factor_rows"),
    "refusal": ("exclusions_load", "refusal_rows"), "exclusion": ("exclusions_load", "exclusion_rows"),
    "route": ("routes_load", "rows"), "stage": ("stages_load", "stage_rows"), "duty": ("duties_load", "rows"),
    "extension": ("stages_load", "extension_rows"), "tier": ("tiers_load", "rows"), "window": ("windows_load", "rows"),
    "opening": ("windows_load", "opens_rows"), "closing": ("windows_load", "closes_rows"),
    "accepted": ("references", "rows"), "own-fact": ("names_load", "fact_rows"),
    "own-event": ("names_load", "event_rows"), "own-words": ("names_load", "other_rows"),
    "covered": ("calendar_file", "span_rows"), "closure": ("calendar_days", "closure_rows"),
    "recurrence": ("calendar_days", "recurring_rows"), "extra-day": ("calendar_days", "extra_rows"),
    "request": ("case_lists", "request_rows"), "made-extension": ("case_lists", "extension_rows"),
    "scenario": ("scenarios_load", "scenario_rows"), "expectation": ("expect_load", "expectation_rows"),
}
SCHEMAS = {
    "policy-file": ("A complaints policy", "policy_load", "rows", "policy"),
    "norm-file": ("A norm that policies are held against", "policy_load", "rows", "norm"),
    "vocabulary-file": ("Names with one meaning for all landlords", "vocabulary_check", "rows", "vocabulary"),
    "calendar-file": ("A calendar of working days", "calendar_file", "rows", "calendar"),
    "case": ("What is known of one complaint", "case_load", "case_rows", "case"),
    "scenarios": ("Cases of a policy, with the answers expected", "scenarios_load", "file_rows", "scenarios"),
}


def check_every_table(tables):
    """A table that no schema is made of would be a sort of mapping that editors know nothing of."""
    known = set(PLACES.values()) | {(file, rows) for _, file, rows, _ in SCHEMAS.values()}
    known |= {("tests_load", name) for name in ("number_rows", "choice_rows", "event_rows")}
    known |= {("readings_load", "rows")} | {key for key in tables.tables if key[0] == "expect_load"}
    for file, rows in sorted(set(tables.tables) - known):
        sys.exit(f"lib/load/{file}.c: nobody says where the mapping of {rows!r} stands")


def main(check):
    tables, vocabulary, stale = Tables(), Vocabulary(), []
    check_every_table(tables)
    for name, (title, file, rows, kind) in SCHEMAS.items():
        builder = Builder(tables, vocabulary, kind)
        builder.define(PLACES)
        schema = json.loads(json.dumps(builder.schema(name, title, file, rows, kind)))
        keep_fitting(schema, schema["$defs"])
        made = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        path = FOLDER / f"{name}.schema.json"
        if check and (not path.exists() or path.read_text(encoding="utf-8") != made):
            stale.append(path.name)
        elif not check:
            path.write_text(made, encoding="utf-8")
    for name in stale:
        print(f"docs/schema/{name} is not what the loader's tables make: run scripts/file_schemas.py")
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main("--check" in sys.argv[1:])
