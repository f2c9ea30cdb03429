#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The model against the scenarios, and the library against the model.

  run.py                                    the scenarios of rules/ and tests/, on the model
  run.py --library libcomplaint.so          and random cases on both; they must answer alike
         --seed 7 --count 5000              other cases, more of them for each policy
         --policy livewest/2018-10          of the policies whose path has this in it
         --made 50                          and of so many policies that are made up by the way
         --all                              every disagreement, not the first of each kind
"""

import argparse
import collections
import itertools
import pathlib
import sys
import tempfile
import zoneinfo

import clock
from answers import Model
from cases import Cases
from differential import Differential, as_yaml, without_dates
from library import Library
from loader import ROOT, Policy, read
from made import policy_text

SEED = 2022
COUNT = 200
MADE = 25
# What a made-up policy may be refused for.
REFUSED = ["duty-cycle", "window-never-open"]
MOST_SHOWN = 20


def files(name):
    """Of every folder that has a policy: the file of this name."""
    folders = sorted((ROOT / "rules").glob("*/*/policy.yaml"))
    folders += sorted((ROOT / "tests" / "hard-cases").glob("*/policy.yaml"))
    return [path.with_name(name) for path in folders if path.with_name(name).exists()]


# --- scenarios ----------------------------------------------------------------------------------

def differs(key, expected, actual, path):
    """Every way in which an answer is not what a scenario expects."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            yield f"{path}: expected {expected}, found {actual}"
            return
        for name, value in expected.items():
            yield from differs(name, value, actual.get(name), f"{path}.{name}")
    elif key == "projected":
        if expected != ("true" if actual else "false"):
            yield f"{path}: expected {expected}, found {actual}"
    elif expected != actual and not same_moment(expected, actual):
        yield f"{path}: expected {expected}, found {actual}"


def same_moment(one, other):
    texts = [text for text in (one, other) if isinstance(text, str) and text[10:11] == "T"]
    return len(texts) == 2 and clock.stamp_of_text(one) == clock.stamp_of_text(other)


def try_scenarios(wanted):
    passed = failed = 0
    for path in files("scenarios.yaml"):
        if wanted not in str(path):
            continue
        policy = Policy(path.with_name("policy.yaml"))
        for scenario in read(path)["scenarios"]:
            answer = Model(policy, scenario).answer()
            faults = list(differs("", scenario["expect"], answer, "expect"))
            passed, failed = passed + (not faults), failed + bool(faults)
            if faults:
                print(f"FAILED {path.relative_to(ROOT)}: {scenario['name']}")
            for fault in faults:
                print(f"  {fault}")
    return passed, failed


# --- random cases ---------------------------------------------------------------------------------

def kind_of(line):
    """What a disagreement is about, without names and dates: the first of each is shown."""
    place, _, words = without_dates(line).partition(": ")
    parts = place.split(".")
    return parts[0], "readings" in parts, parts[-1], words


def published(library, wanted, count):
    """The policies of rules/ and of the tests, and how many cases each is asked."""
    for path in files("policy.yaml") + sorted(pathlib.Path(__file__).parent.glob("policies/*.yaml")):
        if wanted in str(path):
            yield path.relative_to(ROOT), Policy(path), library.load(path), count, True


def made_up(library, seed, count, cases, folder):
    """So many policies that the library takes; one that hangs on itself is made again."""
    path = pathlib.Path(folder) / "policy.yaml"
    taken = 0
    for number in range(4 * count):
        if taken == count:
            return
        path.write_text(policy_text(f"{seed} {number}"), encoding="utf-8")
        try:
            answerer = library.load(path)
        except RuntimeError as refusal:
            if not any(f"[{slug}]" in str(refusal) for slug in REFUSED):
                raise
            continue
        taken += 1
        yield f"made-up policy {number}", Policy(path), answerer, cases, False
    raise RuntimeError(f"of {4 * count} made-up policies the library took {taken}")


def try_cases(policies, seed, show_all):
    passed = failed = 0
    kinds = collections.Counter()
    for name, policy, answerer, count, extend_hours in policies:
        both = Differential(policy, answerer)
        cases = Cases(policy, f"{seed} {name}", extend_hours)
        for number in range(count):
            case = cases.make()
            lines = both.compare(case)
            passed, failed = passed + (not lines), failed + bool(lines)
            for line in lines:
                kinds[kind_of(line)] += 1
                if kinds[kind_of(line)] == 1 and (show_all or len(kinds) <= MOST_SHOWN):
                    print(f"FAILED {name}, seed {seed}, case {number}\n  {line}")
                    print("  " + as_yaml(both.shrink(case, line)).replace("\n", "\n  ").rstrip())
    if len(kinds) > MOST_SHOWN and not show_all:
        print(f"... and {len(kinds) - MOST_SHOWN} other kinds of disagreement; --all shows them")
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description="The model against scenarios and the library.")
    parser.add_argument("--library", help="the shared library to compare with")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT, help="cases for each policy")
    parser.add_argument("--policy", default="", help="part of the path of the policies wanted")
    parser.add_argument("--made", type=int, default=MADE, help="made-up policies, a fifth as many cases each")
    parser.add_argument("--all", action="store_true")
    wanted = parser.parse_args()
    try:
        zoneinfo.ZoneInfo(clock.LONDON)
    except zoneinfo.ZoneInfoNotFoundError:
        print("skipped: this system has no time zone data (tzdata)\n0 passed, 0 failed")
        return 77
    passed, failed = try_scenarios(wanted.policy)
    if wanted.library:
        with tempfile.TemporaryDirectory() as folder:
            library = Library(wanted.library)
            policies = [published(library, wanted.policy, wanted.count)]
            if not wanted.policy:
                policies.append(made_up(library, wanted.seed, wanted.made, wanted.count // 5,
                                        folder))
            more = try_cases(itertools.chain(*policies), wanted.seed, wanted.all)
        passed, failed = passed + more[0], failed + more[1]
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
