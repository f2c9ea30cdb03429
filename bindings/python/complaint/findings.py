# SPDX-License-Identifier: MIT
"""What a sound policy says that its author can hardly have meant, each shown by a case."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Optional, Tuple

from . import _library as library
from ._library import Handle, lib, optional, text
from .enums import Severity
from .errors import BadValue, OutOfMemory

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True)
class Finding:
    """One finding: its stable name, where, and a scenario that shows it, ready to be pasted.

    ``accepted_because`` is why the file accepts it; None when it does not.
    """

    severity: Severity
    slug: str
    file: str
    line: int
    column: int
    message: str
    hint: Optional[str] = None
    scenario: Optional[str] = None
    accepted_because: Optional[str] = None

    @property
    def place(self) -> str:
        """File, line and column."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        accepted = self.accepted_because is not None
        head = f"{self.place}: {'accepted' if accepted else self.severity.value}: {self.message}"
        lines = [f"{head} [{self.slug}]"]
        if accepted:
            return lines[0] + f"\n  because: {self.accepted_because}"
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        if self.scenario:
            lines.append("  scenario:")
            lines += ["  " + line for line in self.scenario.rstrip("\n").split("\n")]
        return "\n".join(lines)


def examine(policy: Handle) -> Tuple[Finding, ...]:
    """All that is found in a policy, what its file accepts included."""
    pointer = ctypes.c_void_p()
    status = lib.complaint_policy_examine(policy, ctypes.byref(pointer))
    if status == library.NO_MEMORY:
        raise OutOfMemory("no memory for an examination")
    if status != library.OK:
        raise BadValue(library.status_words(status))
    found = Handle(pointer, lib.complaint_findings_free)
    return tuple(
        Finding(
            _SEVERITIES[lib.complaint_findings_get_severity(found, i) - 1],
            text(lib.complaint_findings_get_slug(found, i)),
            text(lib.complaint_findings_get_file(found, i)),
            lib.complaint_findings_get_line(found, i),
            lib.complaint_findings_get_column(found, i),
            text(lib.complaint_findings_get_message(found, i)),
            optional(lib.complaint_findings_get_hint(found, i)),
            optional(lib.complaint_findings_get_scenario(found, i)),
            optional(lib.complaint_findings_get_because(found, i)))
        for i in range(lib.complaint_findings_count(found)))
