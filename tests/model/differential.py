# SPDX-License-Identifier: MIT
"""The model and the library asked the same; a difference is cut down to what it hangs on."""

import copy
import json
import re

import yaml

import answers
import clock
from answers import Model
from cases import typed

# Keys that the library leaves out when they do not hold.
FLAGS = ("projected", "could-be-earlier", "late", "already-done") + answers.FLAGS


def normal(value):
    if isinstance(value, dict) and "beyond-calendar" in value:
        return "beyond-calendar"
    return value


def differences(model, library, path=""):
    """Lines that say where the two differ, by the keys of the model."""
    if "weights" in model and "question-words" in library:
        weights = {word["name"]: word["weight"] for word in library["question-words"]}
        library = dict(library, weights=weights)
    for key, mine in model.items():
        if key == "weights" and key not in library:
            continue  # a reading beside the answer tells its questions' names alone
        theirs = normal(library.get(key)) if isinstance(library, dict) else None
        where = f"{path}.{key}" if path else key
        if path == "standing" and key == "overdue":
            theirs = sorted(theirs)
        if path == "standing" and key == "next":  # of several due at once it is any
            theirs = mine if theirs in mine else [] if theirs is None else theirs
        if key == "projected" and model.get("due") == "beyond-calendar":
            continue  # it has no date
        if key in FLAGS:
            mine, theirs = bool(mine), bool(theirs)
        if isinstance(mine, dict) and not is_span(mine):
            if not isinstance(theirs, dict):
                if mine:
                    yield f"{where}: model {sorted(mine)}, library {theirs}"
                continue
            yield from differences(mine, theirs, where)
            if key in ("readings", "deadlines", "windows") or ".readings." in where:
                for extra in sorted(set(theirs) - set(mine)):
                    if key in ("readings", "deadlines", "windows"):
                        yield f"{where}.{extra}: only in the library"
        elif not same_date(mine, theirs):
            yield f"{where}: model {json.dumps(mine)}, library {json.dumps(theirs)}"


def without_dates(line):
    return re.sub(r"\d{4}-\d\d-\d\d[\dT:+-]*", "date", line)


def same_date(mine, theirs):
    """Equal; of two moments: the same one, whatever the zone it is told in."""
    if mine == theirs:
        return True
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return all(same_date(mine[key], theirs.get(key)) for key in mine)
    texts = [text for text in (mine, theirs) if isinstance(text, str) and text[10:11] == "T"]
    return len(texts) == 2 and clock.stamp_of_text(mine) == clock.stamp_of_text(theirs)


def is_span(value):
    return set(value) == {"from", "until"}


class Differential:
    def __init__(self, policy, answerer):
        self.policy = policy
        self.answerer = answerer

    def compare(self, case):
        found = self.answerer.ask(typed(self.policy, case))
        return list(differences(Model(self.policy, case).answer(), found))

    # --- the smallest case that still shows a difference --------------------------------------

    def shrink(self, case, line):
        """Drop whatever the difference does not hang on; dates may change with it."""
        wanted = without_dates(line)

        def persists(smaller):
            try:
                return any(without_dates(found) == wanted for found in self.compare(smaller))
            except RuntimeError:
                return False

        changed = True
        while changed:
            changed = False
            for smaller in self.smaller(case):
                if persists(smaller):
                    case, changed = smaller, True
                    break
        return case

    @staticmethod
    def smaller(case):
        for key in ("promises", "readings", "decisions", "extensions", "request", "now",
                    "unlisted-facts", "facts", "events"):
            if key in case:
                yield {k: v for k, v in case.items() if k != key}
        for key in ("extensions", "decisions", "readings", "facts", "events"):
            part = case.get(key, [])
            for name in list(part) if isinstance(part, dict) else range(len(part)):
                smaller = copy.deepcopy(case)
                del smaller[key][name]
                if smaller[key]:
                    yield smaller


def as_yaml(case):
    return yaml.dump(case, sort_keys=False, default_flow_style=None, width=100)
