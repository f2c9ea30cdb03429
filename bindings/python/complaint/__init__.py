# SPDX-License-Identifier: MIT
"""Complaints decided by a landlord's published policy.

>>> import complaint, datetime
>>> policy = complaint.Policy.bundled("brighter-places/2022-08")
>>> answer = policy.evaluate({
...     "now": datetime.date(2022, 9, 19),
...     "events": {"complaint-received": datetime.date(2022, 9, 1),
...                "complaint-logged": datetime.date(2022, 9, 2)},
... })
>>> answer.deadlines["respond-stage-1"].state
<DutyState.OVERDUE: 'overdue'>
>>> answer.deadlines["respond-stage-1"].late.days
3
"""

from ._asking import NOW_OF_CASE
from ._library import path as library_path
from ._library import version as library_version
from ._rules import folder as rules_folder
from .answer import Answer
from .answers import (Candidates, Conflict, Counted, Deadline, DeadlineReading, Eligibility,
                      EligibilityReading, Extension, ExtensionReading, Factor, InForce, Late, LetIn,
                      Note, Notice, Question, Reason, Standing, Superseded, Table, Tier,
                      UsedCalendar, Verdict, Version, Window, WindowReading)
from .calendars import Calendar, ClosedBecause
from .checking import check
from .dates import AnswerDate, BeyondCalendar, Duration, Span
from .enums import (Ask, Cause, DateFlag, Detail, DutyState, Effect, ExtensionOutcome, Format,
                    Moment, Outcome, RouteState, RuleKind, Severity, StandingState, State, Strength,
                    Truth, Unit, WindowState)
from .errors import (BadValue, CalendarFault, CalendarNotCovered, CaseFault, ColumnFault,
                     ComplaintError, Diagnostic, FileFault, LibraryIncompatible, LibraryNotFound,
                     NotBuiltIn, NotFound, OutOfMemory, PolicyConflict, PolicyFault, Related,
                     ScenarioFault)
from .findings import Finding
from .policies import CaseLike, Policy, PolicySet, Rule
from .scenarios import Difference, Scenario, Scenarios

__version__ = "0.1.0"
NOT_YET = State.NOT_YET
UNKNOWN = State.UNKNOWN

__all__ = [
    "NOT_YET", "NOW_OF_CASE", "UNKNOWN", "Answer", "AnswerDate", "Ask", "BadValue",
    "BeyondCalendar", "Calendar", "CalendarFault", "CalendarNotCovered", "Candidates", "CaseFault",
    "CaseLike", "Cause", "ClosedBecause", "ColumnFault", "ComplaintError", "Conflict", "Counted",
    "DateFlag", "Deadline", "DeadlineReading", "Detail", "Diagnostic", "Difference", "Duration",
    "DutyState", "Effect", "Eligibility", "EligibilityReading", "Extension", "ExtensionOutcome",
    "ExtensionReading", "Factor", "FileFault", "Finding", "Format", "InForce", "Late", "LetIn",
    "LibraryIncompatible", "LibraryNotFound", "Moment", "NotBuiltIn", "NotFound", "Note", "Notice",
    "OutOfMemory", "Outcome", "Policy", "PolicyConflict", "PolicyFault", "PolicySet", "Question",
    "Reason", "Related", "RouteState", "Rule", "RuleKind", "Scenario", "ScenarioFault", "Scenarios",
    "Severity", "Span", "Standing", "StandingState", "State", "Strength", "Superseded", "Table",
    "Tier", "Truth", "Unit", "UsedCalendar", "Verdict", "Version", "Window", "WindowReading",
    "WindowState", "check", "library_path", "library_version", "rules_folder",
]
