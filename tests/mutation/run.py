#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How many mistakes in a policy file are found: by `complaint check` on the right line, or by a scenario that fails.

    run.py COMMAND [--all] [--rules DIR] [--list] [--share N]

Each key and value of each policy below rules/ is misspelt, deleted, doubled and retyped in turn. A mutant is found when
`check` says something new on a line of the mutated entry, where the mapping around it begins, or where the name that
was lost is used; or when a scenario of the file fails. A mutant whose policy is the same (`complaint show`) is
equivalent, and one that differs only in words for people, which nothing compares, is counted apart (--list names both). Of
the rest at least 99 in 100 must be found. Without --all a fixed sample is run, the same each time; with it the
equivalent ones are always named.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
try:
    from mutants import PROSE, mutants_of
except ImportError:
    print("skipped: this test reads YAML with PyYAML, which is not here")
    print("0 passed, 0 failed")
    sys.exit(77)
from command import ROOT  # noqa: E402

MESSAGE = re.compile(r"^(?P<file>.*?):(?:(?P<line>\d+):)?(?:\d+:)? (?P<rest>(?:error|warning|note): .*)$")
BATCH = 40
# Of all mutants; a sample of some hundreds can lie a little below by chance.
WANTED, WANTED_OF_SAMPLE = 0.99, 0.98


def run(command, *arguments):
    done = subprocess.run([command, *map(str, arguments)], capture_output=True, check=False, cwd=ROOT, timeout=600)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def messages(output):
    """Per file, what was said and where."""
    said = collections.defaultdict(list)
    for line in output.splitlines():
        match = MESSAGE.match(line)
        if match:
            said[match["file"]].append((int(match["line"] or 0), match["rest"]))
    return said


def without_lines(value):
    if isinstance(value, dict):
        return {key: without_lines(one) for key, one in value.items() if key not in ("line", "column")}
    return [without_lines(one) for one in value] if isinstance(value, list) else value


def without_words(value):
    if isinstance(value, dict):
        return {key: without_words(one) for key, one in value.items() if key not in PROSE}
    return [without_words(one) for one in value] if isinstance(value, list) else value


class Policy:
    """One policy file, its scenarios and its mutants."""

    def __init__(self, command, path, scratch):
        self.command, self.path, self.scratch = command, path, scratch
        self.text = path.read_text()
        _, out, _ = run(command, "check", path)
        self.usual = collections.Counter(rest for _, rest in messages(out)[str(path)])
        self.shown = without_lines(json.loads(run(command, "show", path)[1]))

    def right_lines(self, mutant):
        """Where a message may stand: at the entry, where what is around it begins, where a lost name is used."""
        right = set(mutant.lines)
        lost = re.findall(r"\b(?:id|rule): ([a-z0-9-]+)", mutant.old) + re.findall(r"^([a-z0-9-]+)$", mutant.old)
        for name in lost:
            used = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
            right |= {number for number, line in enumerate(mutant.text.split("\n"), 1) if used.search(line)}
        return right

    def write(self, number, text):
        path = self.scratch / str(number) / "policy.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    def check(self, mutants):
        """For each mutant: 'line' (found there), 'elsewhere' (said, on another line), or None."""
        paths = [self.write(number, mutant.text) for number, mutant in enumerate(mutants)]
        _, out, _ = run(self.command, "check", *paths)
        said = messages(out)
        for mutant, path in zip(mutants, paths):
            usual, new = self.usual.copy(), []
            for line, rest in said[str(path)]:
                if usual[rest] > 0:
                    usual[rest] -= 1
                else:
                    new.append((line, rest))
            right = self.right_lines(mutant)
            if any(line in right or line == 0 for line, _ in new):
                yield mutant, path, "line"
            elif usual.total() and not new:
                yield mutant, path, None
            else:
                yield mutant, path, "elsewhere" if new else None

    def judge(self, mutant, path):
        """A mutant that check says nothing of, or nothing there."""
        shown = run(self.command, "show", path)
        if shown[0] != 0:
            return "elsewhere"
        if run(self.command, "test", "--policy", path, self.path.parent / "scenarios.yaml")[0] == 1:
            return "scenario"
        shown = without_lines(json.loads(shown[1]))
        if shown == self.shown:
            return "equivalent"
        # The policy's own name is made of the landlord's.
        if without_words({**shown, "id": ""}) == without_words({**self.shown, "id": ""}):
            return "words"
        return "missed"

    def results(self, mutants):
        for start in range(0, len(mutants), BATCH):
            for mutant, path, verdict in self.check(mutants[start : start + BATCH]):
                if verdict != "line":
                    first = verdict
                    verdict = self.judge(mutant, path)
                    if first == "elsewhere" and verdict != "scenario":
                        verdict = "elsewhere"
                yield mutant, verdict


def share_of(mutants, every):
    """Every n-th, counted so that each kind is there."""
    return [mutant for number, mutant in enumerate(mutants) if number % every == every // 2]


def print_table(kinds):
    columns = ("line", "scenario", "elsewhere", "missed", "words", "equivalent")
    print(f"{'':14}" + "".join(f"{name:>11}" for name in columns))
    for kind, counted in sorted(kinds.items()):
        print(f"{kind:14}" + "".join(f"{counted[name]:>11}" for name in columns))
    total = sum(kinds.values(), collections.Counter())
    print(f"{'together':14}" + "".join(f"{total[name]:>11}" for name in columns))
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("command")
    parser.add_argument("--all", action="store_true", help="every mutant, not a sample")
    parser.add_argument("--share", type=int, default=17, help="one in so many (17)")
    parser.add_argument("--list", action="store_true", help="name the equivalent ones and those of words, too")
    parser.add_argument("--rules", default=str(ROOT / "rules"), help="the folder with the policies")
    given = parser.parse_args()
    command = str(pathlib.Path(given.command).absolute())
    kinds, begun = collections.defaultdict(collections.Counter), time.monotonic()
    for path in sorted(pathlib.Path(given.rules).glob("*/*/policy.yaml")):
        with tempfile.TemporaryDirectory() as scratch:
            policy = Policy(command, path, pathlib.Path(scratch))
            mutants = mutants_of(policy.text)
            chosen = mutants if given.all else share_of(mutants, given.share)
            own = collections.Counter()
            for mutant, verdict in policy.results(chosen):
                kinds[mutant.kind][verdict] += 1
                own[verdict] += 1
                named = ("missed", "elsewhere") + ("equivalent",) * given.all + ("words", "equivalent") * given.list
                if verdict in named:
                    name = os.path.relpath(path, given.rules)
                    print(f"{verdict}: {name}:{mutant.line}: {mutant.kind} {mutant.path}: {mutant.old[:60]!r}", flush=True)
            print(f"{os.path.relpath(path, given.rules)}: {len(chosen)} of {len(mutants)} mutants: {dict(own)}", flush=True)
    total = print_table(kinds)
    found, missed = total["line"] + total["scenario"], total["missed"] + total["elsewhere"]
    rate, wanted = found / (found + missed), WANTED if given.all else WANTED_OF_SAMPLE
    print(f"{100 * rate:.2f} % of {found + missed} found (wanted: {100 * wanted:.0f} %); {total['equivalent']} equivalent,"
          f" {total['words']} in words only; {time.monotonic() - begun:.0f} s")
    ok = rate >= wanted
    print(f"{int(ok)} passed, {int(not ok)} failed")
    sys.exit(0 if ok else 1)


if __name__ == "__main__":
    main()
