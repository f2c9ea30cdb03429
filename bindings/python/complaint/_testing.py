# SPDX-License-Identifier: MIT
"""What was run, as ``complaint test`` tells it: as text for people, as TAP 13 and as JUnit XML for
programs that watch builds."""

from __future__ import annotations

import re
from typing import Dict, List, Optional, TextIO, Type

from ._reporting import escape
from .scenarios import Difference, Scenario

_XML = re.compile("[&<>\"'\n]")


def details_of(file: str, scenario: Scenario, found: List[Difference]) -> Optional[str]:
    """Every difference of a scenario with its place; None when there is none."""
    head = f"{escape(file)}:%d: {escape(scenario.name)}\n"
    return "".join(f"{head % one.line}{one}\n" for one in found) or None


class TextRun:
    """For people: what differs, and at the end how many passed."""

    sums_up = True

    def __init__(self, stream: TextIO, verbose: bool) -> None:
        self.stream = stream
        self.verbose = verbose
        self.passed = self.failed = 0

    def say(self, words: str) -> None:
        """One line, or several."""
        print(words, file=self.stream)

    def begin(self) -> None:
        """Before the first file."""

    def begin_file(self, file: str) -> None:
        """Before the scenarios of a file."""

    def lost(self, file: str, is_fault: bool) -> None:
        """The file could not be run; that was said."""
        self.failed += is_fault

    def case(self, file: str, line: int, name: str, details: Optional[str]) -> None:
        """A scenario; ``details`` say why it failed, None that it passed."""
        if details is None:
            self.passed += 1
        else:
            self.failed += 1
        self.tell(file, line, name, details)

    def tell(self, file: str, line: int, name: str, details: Optional[str]) -> None:
        """Print it."""
        if details is not None:
            self.stream.write(details)
        elif self.verbose:
            self.say(f"ok: {escape(name)}")

    def end_file(self, file: str) -> None:
        """After the scenarios of a file."""

    def end(self) -> None:
        """After the last file."""


class TapRun(TextRun):
    """TAP 13."""

    sums_up = False

    def begin(self) -> None:
        """Its first line."""
        self.say("TAP version 13")

    def begin_file(self, file: str) -> None:
        """A remark with the name."""
        self.say(f"# {escape(file)}")

    def lost(self, file: str, is_fault: bool) -> None:
        """One more case."""
        self.case(file, 0, "the file", "not run\n")

    def tell(self, file: str, line: int, name: str, details: Optional[str]) -> None:
        """A line; below it what differs, set in."""
        shown = escape(re.sub(r"([#\\])", r"\\\1", name))
        number = self.passed + self.failed
        self.say(f"{'ok' if details is None else 'not ok'} {number} - {shown}")
        if details is not None:
            lines = "".join(f"    {one}\n" for one in details.splitlines())
            self.say(f"  ---\n  difference: |\n{lines}  ...")

    def end(self) -> None:
        """How many there were."""
        self.say(f"1..{self.passed + self.failed}")


class JunitRun(TapRun):
    """JUnit XML, which says how many there are before it says which."""

    def __init__(self, stream: TextIO, verbose: bool) -> None:
        super().__init__(stream, verbose)
        self.kept: List[str] = []
        self.before = (0, 0)

    @staticmethod
    def _xml(words: str) -> str:
        return _XML.sub(lambda found: f"&#{ord(found[0])};", escape(words, keep_breaks=True))

    def begin(self) -> None:
        """The document begins."""
        self.say('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>')

    def begin_file(self, file: str) -> None:
        """A suite begins."""
        self.kept, self.before = [], (self.passed, self.failed)

    def tell(self, file: str, line: int, name: str, details: Optional[str]) -> None:
        """Keep a case until its suite ends."""
        where = self._xml(file)
        case = f'    <testcase classname="{where}" name="{self._xml(name)}" file="{where}"'
        case += f' line="{line}"' if line else ""
        if details is None:
            self.kept.append(case + "/>\n")
        else:
            self.kept.append(f'{case}>\n      <failure message="the answer is not what was expected'
                             f'">{self._xml(details)}</failure>\n    </testcase>\n')

    def end_file(self, file: str) -> None:
        """A suite ends, and is written."""
        failed = self.failed - self.before[1]
        tests = self.passed - self.before[0] + failed
        self.say(f'  <testsuite name="{self._xml(file)}" tests="{tests}" failures="{failed}" '
                 f'errors="0" skipped="0">\n{"".join(self.kept)}  </testsuite>')

    def end(self) -> None:
        """The document ends."""
        self.say("</testsuites>")


RUNS: Dict[str, Type[TextRun]] = {"text": TextRun, "tap": TapRun, "junit": JunitRun}


def is_wanted(name: str, part: Optional[str]) -> bool:
    """Does a name hold a text, whatever the case of its English letters?"""
    return not part or _lower(part) in _lower(name)


def _lower(words: str) -> str:
    return re.sub("[A-Z]", lambda found: found[0].lower(), words)
