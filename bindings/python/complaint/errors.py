# SPDX-License-Identifier: MIT
"""What can go wrong, as one tree of exceptions below ComplaintError.

That a complaint cannot be decided yet, or that a date lies beyond the calendar, is no exception but
an answer.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, NamedTuple, Optional, Tuple

from .enums import Severity


class Related(NamedTuple):
    """Where a fault began, when that is elsewhere in the file: the quote that was opened."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Diagnostic:
    """One fault, warning or note on a file or a case: what, where, and how to mend it.

    ``slug`` is the stable name of the kind of fault; ``line`` and ``column`` count from 1 and are 0
    where the whole file is meant; ``key`` names the place in a case that was given as a mapping.
    """

    severity: Severity
    slug: str
    file: str
    line: int
    column: int
    message: str
    hint: Optional[str] = None
    key: Optional[str] = None
    related: Optional[Related] = None

    @property
    def place(self) -> str:
        """Where: a key of a case, or file, line and column."""
        if self.key is not None:
            return self.key
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file] + numbers[:2 if self.line else 0])

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity.value}: {self.message} [{self.slug}]"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class ComplaintError(Exception):
    """Whatever this package raises on its own account."""


class LibraryNotFound(ComplaintError, ImportError):
    """libcomplaint is not where it was looked for."""


class LibraryIncompatible(ComplaintError, ImportError):
    """A libcomplaint was found whose version this package cannot use."""


class OutOfMemory(ComplaintError, MemoryError):
    """The library got no memory."""


class NotFound(ComplaintError, LookupError):
    """No such bundled policy, calendar, landlord or rule."""


class NotBuiltIn(ComplaintError, NotImplementedError):
    """This build of libcomplaint leaves out what was asked for (``.ics`` files need libical)."""


class BadValue(ComplaintError, ValueError):
    """An argument that cannot be."""


class FileFault(ComplaintError):
    """Faults in a file; ``diagnostics`` has all of them, in the order of the file."""

    what = "file"

    def __init__(self, name: str, diagnostics: Tuple[Diagnostic, ...] = (),
                 message: Optional[str] = None) -> None:
        self.name = name
        self.diagnostics = diagnostics
        self.message = message
        super().__init__(name, diagnostics, message)

    def __str__(self) -> str:
        lines = [str(one) for one in self.diagnostics]
        message = self.message or f"this {self.what} is faulty"
        return "\n".join(lines) or f"{self.name}: {message}"


class PolicyFault(FileFault):
    """A policy or a norm breaks the format, or its file cannot be read."""

    what = "policy"


class CalendarFault(FileFault):
    """A calendar file breaks the format, or cannot be read."""

    what = "calendar"


class ScenarioFault(FileFault):
    """A file of scenarios breaks the format, or cannot be read."""

    what = "file of scenarios"


class CaseFault(FileFault, ValueError):
    """A case that cannot be; ``key`` names the first place at fault, as ``facts.signatures``."""

    what = "case"

    @property
    def key(self) -> Optional[str]:
        """Where in the mapping the first fault lies; None for a case that was read from a file."""
        return self.diagnostics[0].key if self.diagnostics else None


class PolicyConflict(FileFault):
    """Versions of one landlord overlap or leave a gap, or own names contradict one another."""

    what = "set of policies"


class CalendarNotCovered(ComplaintError, ValueError):
    """A day that the calendar does not cover; nothing is guessed.

    ``calendar`` is its name, ``first_covered`` and ``last_covered`` its first and last covered day.
    """

    def __init__(self, calendar: str, first_covered: datetime.date, last_covered: datetime.date,
                 what: str) -> None:
        self.calendar = calendar
        self.first_covered = first_covered
        self.last_covered = last_covered
        self.what = what
        super().__init__(calendar, first_covered, last_covered, what)

    def __str__(self) -> str:
        return (f"{self.what} leaves the calendar {self.calendar}, which covers "
                f"{self.first_covered} to {self.last_covered}")


class ColumnFault(ComplaintError, ValueError):
    """A column that cannot be; ``column`` names it, ``row`` is the first row at fault, from 0.

    ``row`` is None where the whole column is meant.
    """

    def __init__(self, column: str, row: Optional[int], message: str, index: Any = None) -> None:
        self.column = column
        self.row = row
        self.message = message
        self.index = index
        super().__init__(column, row, message, index)

    def __str__(self) -> str:
        row = "" if self.row is None else f", row {self.row}"
        if self.index is not None and self.index != self.row:
            row += f" (index {self.index!r})"
        return f'column "{self.column}"{row}: {self.message}'
