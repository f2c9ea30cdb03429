# SPDX-License-Identifier: MIT
"""Faults and findings as the command prints them: with the line that is meant, or for programs."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, TextIO, Tuple, Union
from urllib.parse import quote

from . import _library as library
from ._library import lib, text
from .enums import Severity
from .errors import Diagnostic
from .findings import Finding

Reported = Union[Diagnostic, Finding]

_COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m",
            Severity.NOTE: "\033[1;36m"}
# And, as Python holds them, bytes that are no UTF-8.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\udc80-\udcff]")
# Larger files are not looked into again; of longer lines only what lies round the caret is shown.
_LARGEST, _SHOWN, _BEFORE = 4 * 1024 * 1024, 88, 60
# Letters that most terminals draw two columns wide, and marks that take none.
_WIDTHS = ((0x0300, 0x036f, 0), (0x200b, 0x200d, 0), (0xfe00, 0xfe0f, 0), (0x1100, 0x115f, 2),
           (0x2e80, 0xa4cf, 2), (0xac00, 0xd7a3, 2), (0xf900, 0xfaff, 2), (0xff00, 0xff60, 2),
           (0x1f300, 0x1faff, 2), (0x20000, 0x3fffd, 2))


def escape(words: str, keep_breaks: bool = False) -> str:
    """Nothing of a file reaches a terminal raw."""

    def one(found: "re.Match[str]") -> str:
        number = ord(found[0])
        if keep_breaks and number == 10:
            return "\n"
        if 0xdc80 <= number <= 0xdcff:
            return f"\\x{number - 0xdc00:02x}"
        return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"

    return _CONTROL.sub(one, words)


def _severity(one: Reported) -> str:
    return str(one.severity.value)


def _because(one: Reported) -> Optional[str]:
    return one.accepted_because if isinstance(one, Finding) else None


# --- the line that is meant ----------------------------------------------------------------------


def _show(character: str) -> Tuple[str, int]:
    """How a character is shown, and how many columns that takes."""
    number = ord(character)
    if 0xdc80 <= number <= 0xdcff:  # a byte that is no UTF-8
        return f"\\x{number - 0xdc00:02x}", 4
    if character == "\t":
        return "\\t", 2
    if _CONTROL.match(character):
        shown = escape(character)
        return shown, len(shown)
    return character, next((width for first, last, width in _WIDTHS if first <= number <= last), 1)


class _Sources:
    """The file that was looked into last."""

    def __init__(self) -> None:
        self.name: Optional[str] = None
        self.lines: List[bytes] = []

    def line(self, name: str, number: int) -> Optional[str]:
        if name != self.name:
            self.name, self.lines = name, self._read(name)
        if number > len(self.lines):
            return None
        line = self.lines[number - 1]
        return (line[:-1] if line.endswith(b"\r") else line).decode("utf-8", "surrogateescape")

    @staticmethod
    def _read(name: str) -> List[bytes]:
        try:
            about = os.stat(name)
            if not stat.S_ISREG(about.st_mode) or about.st_size > _LARGEST:
                return []
            with open(name, "rb") as file:
                data = file.read(_LARGEST + 1)
        except (OSError, ValueError):
            return []
        return data[3 if data.startswith(b"\xef\xbb\xbf") else 0:].split(b"\n")


def _excerpt(line: str, column: int) -> Tuple[str, int]:
    """What is shown of a line, and how many columns stand before the caret."""
    shown = [_show(character) for character in line]
    caret = min(max(column - 1, 0), len(shown))
    first, before = 0, sum(width for _, width in shown[:caret])
    while before > _BEFORE and first < caret:
        before -= shown[first][1]
        first += 1
    last, columns = caret, before
    while last < len(shown) and columns + shown[last][1] <= _SHOWN:
        columns += shown[last][1]
        last += 1
    words = "".join(one for one, _ in shown[first:last])
    cut = "..." if first else ""
    return f"{cut}{words}{'...' if last < len(shown) else ''}", before + len(cut)


# --- reports -------------------------------------------------------------------------------------


@dataclass
class Totals:
    """What a run has looked at and found."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    accepted: int = 0
    trouble: bool = False

    def add(self, one: Reported) -> None:
        """Count a fault or a finding."""
        if _because(one) is not None:
            self.accepted += 1
        else:
            self.errors += one.severity == Severity.ERROR
            self.warnings += one.severity == Severity.WARNING


class TextReport:
    """For people: place, severity, message, name; the line; the cure."""

    counts = True

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.colour = stream.isatty() and not os.environ.get("NO_COLOR")
        self.sources = _Sources()

    def _line(self, file: str, line: int, column: int, colour: str) -> None:
        source = self.sources.line(file, line) if line else None
        if source is None:
            return
        words, caret = _excerpt(source, column)
        print(f"{line:6} | {words}", file=self.stream)
        if column:
            print(f"       | {' ' * caret}{colour}^{colour and chr(27) + '[0m'}", file=self.stream)

    def one(self, one: Reported) -> None:
        """Report one."""
        colour = _COLOURS[one.severity] if self.colour else ""
        because = _because(one)
        word = "accepted" if because is not None else _severity(one)
        print(f"{escape(one.place)}: {colour}{word}{colour and chr(27) + '[0m'}: "
              f"{escape(one.message)} [{one.slug}]", file=self.stream)
        self._line(one.file, one.line, one.column, colour)
        if because is not None:
            print(f"  because: {escape(because)}", file=self.stream)
            return
        if one.hint:
            print(f"  hint: {escape(one.hint)}", file=self.stream)
        if isinstance(one, Diagnostic) and one.related:
            place = ":".join([escape(one.file), *map(str, filter(None, one.related[:2]))])
            print(f"  {place}: {one.related.message}", file=self.stream)
            self._line(one.file, one.related.line, one.related.column,
                       _COLOURS[Severity.NOTE] if self.colour else "")
        if isinstance(one, Finding) and one.scenario:
            lines = one.scenario.rstrip("\n").split("\n")
            print("  scenario:", *lines, sep="\n  ", file=self.stream)

    def end(self, totals: Totals) -> None:
        """The end of the document."""


class GithubReport(TextReport):
    """As commands of a GitHub workflow, which shows each beside its line."""

    @staticmethod
    def _part(words: str, escaped: str) -> str:
        return "".join(f"%{ord(one):02X}" if one in escaped else escape(one) for one in words)

    def one(self, one: Reported) -> None:
        """Report one."""
        because = _because(one)
        note = because is not None or one.severity == Severity.NOTE
        place = "".join(f",{key}={number}" for key, number in (("line", one.line),
                                                               ("col", one.line and one.column))
                        if number)
        data = self._part(one.message, "%\r\n")
        if because is not None:
            data += "%0Aaccepted: " + self._part(because, "%\r\n")
        elif one.hint:
            data += "%0Ahint: " + self._part(one.hint, "%\r\n")
        if isinstance(one, Diagnostic) and one.related:
            data += f"%0Aline {one.related.line}: {one.related.message}"
        print(f"::{'notice' if note else _severity(one)} file={self._part(one.file, '%:,')}{place}"
              f",title={one.slug}::{data}", file=self.stream)


class JsonReport:
    """As one JSON document (docs/schema/diagnostics.schema.json)."""

    counts = False

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.found: List[Dict[str, Any]] = []

    def one(self, one: Reported) -> None:
        """Keep one."""
        related = one.related if isinstance(one, Diagnostic) else None
        scenario = one.scenario if isinstance(one, Finding) else None
        entry = {"severity": _severity(one), "slug": one.slug, "file": one.file, "line": one.line,
                 "column": one.column, "message": one.message, "hint": one.hint,
                 "related": related and {"line": related.line, "column": related.column,
                                         "message": related.message},
                 "accepted": _because(one), "scenario": scenario}
        self.found.append({key: value for key, value in entry.items() if value})

    def end(self, totals: Totals) -> None:
        """Write the document."""
        json.dump({"format": 1, "kind": "diagnostics", "version": library.version,
                   "diagnostics": self.found,
                   "summary": {"files": totals.files, "errors": totals.errors,
                               "warnings": totals.warnings, "accepted": totals.accepted,
                               "complete": not totals.trouble}},
                  self.stream, indent=2, ensure_ascii=False)
        print(file=self.stream)


class SarifReport:
    """As SARIF 2.1.0, the form in which code scanning services take them."""

    counts = False

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.results: List[Dict[str, Any]] = []
        self.rules = [
            {"id": text(lib.complaint_diagnostics_kind_slug(i)),
             "shortDescription": {"text": text(lib.complaint_diagnostics_kind_meaning(i))}}
            for i in range(lib.complaint_diagnostics_kind_count())]
        self.kinds = {rule["id"]: number for number, rule in enumerate(self.rules)}

    @staticmethod
    def _location(file: str, line: int, column: int) -> Dict[str, Any]:
        uri = ("file://" if file.startswith("/") else "") + quote(os.fsencode(file), "/")
        region = {key: number for key, number in (("startLine", line), ("startColumn", column))
                  if number}
        place: Dict[str, Any] = {"artifactLocation": {"uri": uri}}
        return {"physicalLocation": {**place, "region": region} if line else place}

    def one(self, one: Reported) -> None:
        """Keep one."""
        words = "\n".join(filter(None, (one.message, one.hint)))
        result: Dict[str, Any] = {
            "ruleId": one.slug, "ruleIndex": self.kinds.get(one.slug, len(self.kinds)),
            "level": _severity(one), "message": {"text": words},
            "locations": [self._location(one.file, one.line, one.column)]}
        if isinstance(one, Diagnostic) and one.related:
            result["relatedLocations"] = [{
                "id": 1, **self._location(one.file, one.related.line, one.related.column),
                "message": {"text": one.related.message}}]
        because = _because(one)
        if because is not None:
            result["suppressions"] = [{"kind": "inSource", "justification": because}]
        self.results.append(result)

    def end(self, totals: Totals) -> None:
        """Write the document."""
        driver = {"name": "complaint", "version": library.version, "rules": self.rules}
        json.dump({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
                   "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
                             "results": self.results,
                             "invocations": [{"executionSuccessful": not totals.trouble}]}]},
                  self.stream, indent=2, ensure_ascii=False)
        print(file=self.stream)


FORMATS: Dict[str, Any] = {"text": TextReport, "json": JsonReport, "sarif": SarifReport,
                           "github": GithubReport}


def print_diagnostics(stream: TextIO, found: Tuple[Diagnostic, ...]) -> None:
    """Faults for people, on a stream of its own."""
    if stream is sys.stderr:
        sys.stdout.flush()
    report = TextReport(stream)
    for one in found:
        report.one(one)
