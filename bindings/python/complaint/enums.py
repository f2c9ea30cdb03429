# SPDX-License-Identifier: MIT
"""The words of questions and answers. Each is its own text: ``Outcome.ACCEPTED == "accepted"``."""

from __future__ import annotations

import enum
from typing import Any


class Word(str, enum.Enum):
    """A word of the format. What a newer library knows beside becomes a member as it comes."""

    @classmethod
    def _missing_(cls, value: object) -> Any:
        if not isinstance(value, str):
            return None
        word = str.__new__(cls, value)
        word._name_ = value.upper().replace("-", "_")
        word._value_ = value
        # setdefault, so that two threads that meet a new word agree on it.
        return cls._value2member_map_.setdefault(value, word)

    def __str__(self) -> str:
        return str(self.value)

    def __format__(self, spec: str) -> str:
        return format(str(self.value), spec)


class _Known(Word):
    """What the caller chooses: another word is a mistake."""

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return None


class State(Word):
    """What an event or a fact can be instead of a value, and a date instead of a day."""

    NOT_YET = "not-yet"
    UNKNOWN = "unknown"


class Severity(Word):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Truth(Word):
    FALSE = "false"
    TRUE = "true"
    UNKNOWN = "unknown"


class Ask(_Known):
    """A question about a case. STANDING brings all the others with it."""

    ELIGIBILITY = "eligibility"
    DEADLINES = "deadlines"
    EXTENSION = "extension"
    WINDOWS = "windows"
    STANDING = "standing"


class Detail(_Known):
    """How much an answer holds: VERDICT is quickest, WORKING has each date counted day by day."""

    VERDICT = "verdict"
    ANSWER = "answer"
    WORKING = "working"


class Format(_Known):
    """In what form a policy is explained."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


class DateFlag(enum.IntFlag):
    """What is special about a due date: bits of the output ``due-flags`` of columns."""

    PROJECTED = 1
    PROVISIONAL = 2
    BY_DAY = 4
    COULD_BE_EARLIER = 8
    SPAN = 16
    CLOSE_OF_BUSINESS_UNKNOWN = 32


class Unit(_Known):
    """What a length of time counts."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Moment(Word):
    """When exclusions and routes are tested."""

    ACCEPTANCE = "acceptance"
    ESCALATION = "escalation"
    ADDITIONAL_ISSUE = "additional-issue"


class Outcome(Word):
    """May the complaint be refused? A refusal is permitted, never commanded."""

    ACCEPTED = "accepted"
    EXCLUDED = "excluded"
    DISCRETION = "discretion"
    UNDETERMINED = "undetermined"


class Effect(Word):
    """How strong an exclusion is."""

    EXCLUDE = "exclude"
    NORMALLY_EXCLUDE = "normally-exclude"
    REFER_FOR_DECISION = "refer-for-decision"
    MAY_DECLINE = "may-decline"


class Strength(Word):
    """How strongly a rule binds. It changes the words, never the sum."""

    MUST = "must"
    SHOULD = "should"
    AIM = "aim"
    NORMALLY = "normally"
    MAY = "may"


class DutyState(Word):
    """How a duty stands."""

    NOT_OWED = "not-owed"
    WAITING = "waiting"
    UNDETERMINED = "undetermined"
    NO_DATE = "no-date"
    BEYOND_CALENDAR = "beyond-calendar"
    DONE_IN_TIME = "done-in-time"
    DONE_LATE = "done-late"
    OVERDUE = "overdue"
    RUNNING = "running"


class Cause(Word):
    """Why a duty is not owed, waiting or undetermined."""

    WHEN_FALSE = "when-false"
    EXCEPTION = "exception"
    STAGE_SKIPPED = "stage-skipped"
    NOT_IN_FORCE = "not-in-force"
    NOT_REFUSED = "not-refused"
    EXCLUSION_NOT_USED = "exclusion-not-used"
    ROUTE_NOT_TAKEN = "route-not-taken"
    NO_EXTENSION_MADE = "no-extension-made"
    WINDOW_NOT_USED = "window-not-used"
    REFUSED = "refused"
    CLOSED = "closed"
    ROUTE_DUTY = "route-duty"
    OTHER_READING = "other-reading"
    STAGE_NOT_STARTED = "stage-not-started"
    ANCHOR_NOT_YET = "anchor-not-yet"
    ANCHOR_UNKNOWN = "anchor-unknown"
    CONDITION_UNKNOWN = "condition-unknown"
    DONE_UNKNOWN = "done-unknown"
    NO_NOW = "no-now"
    SPAN = "span"
    CHOSEN_READINGS_CYCLE = "chosen-readings-cycle"


class ExtensionOutcome(Word):
    """May the limit be extended as asked?"""

    PERMITTED = "permitted"
    NEEDS = "needs"
    REFUSED = "refused"
    NO_RULE = "no-rule"
    BEYOND_CALENDAR = "beyond-calendar"
    UNDETERMINED = "undetermined"


class WindowState(Word):
    """How a door stands."""

    NOT_AVAILABLE = "not-available"
    UNDETERMINED = "undetermined"
    USED_IN_TIME = "used-in-time"
    USED_LATE = "used-late"
    NOT_YET_OPEN = "not-yet-open"
    CLOSED = "closed"
    BEYOND_CALENDAR = "beyond-calendar"
    OPEN = "open"


class StandingState(Word):
    """Where a case stands."""

    REFUSED = "refused"
    CLOSED = "closed"
    IN_STAGE = "in-stage"
    BETWEEN_STAGES = "between-stages"
    EXHAUSTED = "exhausted"
    NOT_STARTED = "not-started"
    UNDETERMINED = "undetermined"


class RuleKind(Word):
    """What a rule is."""

    REFUSAL = "refusal"
    EXCLUSION = "exclusion"
    ROUTE = "route"
    STAGE = "stage"
    DUTY = "duty"
    EXTENSION = "extension"
    TIER = "tier"
    WINDOW = "window"


class RouteState(Word):
    """Which route a matter takes."""

    NONE = "none"
    TAKEN = "taken"
    UNDETERMINED = "undetermined"
