# SPDX-License-Identifier: MIT
"""Answers: frozen, with enumerations, dates and tuples. Their keys are those of the JSON document.

``docs/answers.md`` describes every one of them, with hyphens for the underscores here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, Generic, Iterator, Mapping, Optional, Tuple, TypeVar

from .dates import AnswerDate
from .enums import (Cause, DutyState, Effect, ExtensionOutcome, Moment, Outcome, RuleKind,
                    StandingState, Strength, Truth, WindowState)

T = TypeVar("T")


class Table(Mapping[str, T], Generic[T]):
    """What is kept by name: a mapping that cannot be changed. Of an answer's, each part is made
    when it is first asked for."""

    __slots__ = ("_given", "_make", "_made")

    def __init__(self, items: Optional[Mapping[str, Any]] = None,
                 make: Optional[Callable[[Any], T]] = None) -> None:
        self._given: Dict[str, Any] = dict(items or {})
        self._make = make
        # Two threads may make the same part: either of the two equal ones is kept.
        self._made: Dict[str, T] = {} if make else self._given

    def __getitem__(self, name: str) -> T:
        if name in self._made or self._make is None:
            return self._made[name]
        return self._made.setdefault(name, self._make(self._given[name]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __hash__(self) -> int:
        return hash(tuple(self.items()))

    def __repr__(self) -> str:
        return f"Table({dict(self)!r})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return Table, (dict(self),)


@dataclass(frozen=True)
class InForce:
    """First and last day in force as published; a month alone where no more is published."""

    from_: Optional[str] = None
    until: Optional[str] = None


@dataclass(frozen=True)
class Version:
    """A version of a policy."""

    id: str
    issued_by: str
    title: str
    in_force: InForce


@dataclass(frozen=True)
class Candidates:
    """Which versions could govern the case, and the event to ask for."""

    ask: Optional[str]
    candidates: Tuple[Version, ...] = ()


@dataclass(frozen=True)
class Question:
    """A fact or event worth asking for."""

    name: str
    question: Optional[str] = None
    weight: Optional[int] = None

    def __str__(self) -> str:
        return self.question or self.name


@dataclass(frozen=True)
class Reason:
    """A test of a condition, what it read, and what came of it."""

    condition: str
    test: str
    value: str
    truth: Truth
    index: int = 0
    says: Optional[str] = None

    def __str__(self) -> str:
        return f"{self.test}: {self.truth} ({self.value})"


@dataclass(frozen=True)
class Superseded:
    """Still in the text, no longer the law."""

    from_: Any
    says: str


@dataclass(frozen=True)
class Conflict:
    """Another clause that says otherwise, and how that is dealt with."""

    clause: Optional[str] = None
    says: Optional[str] = None
    rule: Optional[str] = None


@dataclass(frozen=True)
class Late:
    """How late something is, or was; 0 days: in time."""

    days: int
    working_days: Optional[int] = None
    seconds: Optional[int] = None

    def __bool__(self) -> bool:
        return self.days > 0 or bool(self.seconds)


@dataclass(frozen=True)
class Counted:
    """A line of the day-by-day account; number 0: the day is not counted."""

    number: int
    text: str
    day: AnswerDate = None

    def __str__(self) -> str:
        return f"{self.day}: {self.text}" if self.day else self.text


@dataclass(frozen=True)
class Factor:
    """What whoever decides weighs."""

    rule: str
    says: str
    favours: str
    truth: Truth


@dataclass(frozen=True)
class Notice:
    """What the resident must be told or asked."""

    notice: str
    says: Optional[str]
    duty: str
    clause: Optional[str] = None

    def __str__(self) -> str:
        return self.says or self.notice


@dataclass(frozen=True)
class LetIn:
    """An exception that holds and lets in a part."""

    rule: str
    part: str


@dataclass(frozen=True)
class Verdict:
    """An exclusion or route that was tested."""

    rule: str
    kind: RuleKind
    truth: Truth
    clause: str
    says: str
    why: Tuple[Reason, ...] = ()
    effect: Optional[Effect] = None
    strength: Optional[Strength] = None
    superseded: Optional[Superseded] = None
    left_open: Tuple[str, ...] = ()
    conflicts_with: Tuple[Conflict, ...] = ()

    def __str__(self) -> str:
        return f"{self.says} ({self.clause}): {self.truth}"


@dataclass(frozen=True)
class EligibilityReading:
    """May the complaint be refused? Under one reading."""

    outcome: Outcome
    because: Tuple[str, ...] = ()
    undecided: Tuple[str, ...] = ()
    questions: Tuple[str, ...] = ()
    factors: Tuple[str, ...] = ()
    notices: Tuple[str, ...] = ()
    route: Optional[str] = None
    treat_as: Optional[str] = None
    starts_at: Optional[str] = None
    part: Optional[str] = None
    refer_to: Optional[str] = None
    decided_by: Optional[str] = None
    rest: Optional[Outcome] = None

    def __str__(self) -> str:
        because = f" because of {', '.join(self.because)}" if self.because else ""
        asks = f"; to be asked: {', '.join(self.questions)}" if self.questions else ""
        return f"{self.outcome}{because}{asks}"


@dataclass(frozen=True)
class Eligibility(EligibilityReading):
    """May the complaint be refused, on which clause, and what is it recorded as?"""

    at: Optional[Moment] = None
    decider: Optional[str] = None
    question_words: Tuple[Question, ...] = ()
    factor_words: Tuple[Factor, ...] = ()
    notice_words: Tuple[Notice, ...] = ()
    let_in: Tuple[LetIn, ...] = ()
    verdicts: Tuple[Verdict, ...] = ()
    readings: Table[Table[EligibilityReading]] = Table()


@dataclass(frozen=True)
class DeadlineReading:
    """A duty under one reading."""

    state: DutyState
    due: AnswerDate
    projected: bool = False
    provisional: bool = False
    by_day: bool = False
    could_be_earlier: bool = False
    close_of_business_unknown: bool = False
    beyond_tiers: bool = False
    told_late: bool = False
    host_reading: bool = False
    stage_unknown: bool = False
    route_undetermined: bool = False
    window_unknown: bool = False
    cause: Optional[Cause] = None
    policy_due: AnswerDate = None
    extended_due: AnswerDate = None
    promised_due: AnswerDate = None
    done: AnswerDate = None
    anchor_date: AnswerDate = None
    before_date: AnswerDate = None
    late: Optional[Late] = None
    late_against_policy: Optional[Late] = None
    late_against_extended: Optional[Late] = None
    late_against_promise: Optional[Late] = None
    within: Optional[str] = None
    after: Optional[str] = None
    before: Optional[str] = None
    done_by: Optional[str] = None
    projected_from: Optional[str] = None
    working: Tuple[Counted, ...] = ()

    def __str__(self) -> str:
        due = "" if self.due is None else f", due {self.due}"
        return f"{self.state}{due}{' (projected)' if self.projected else ''}"


@dataclass(frozen=True)
class Deadline(DeadlineReading):
    """A duty: what is due, by when, met or not, and why."""

    clause: Optional[str] = None
    says: Optional[str] = None
    superseded: Optional[Superseded] = None
    left_open: Tuple[str, ...] = ()
    conflicts_with: Tuple[Conflict, ...] = ()
    strength: Optional[Strength] = None
    place: Optional[str] = None
    of: Optional[str] = None
    by: Optional[str] = None
    tell: Optional[str] = None
    ask: Optional[str] = None
    refer_to: Optional[str] = None
    about: Tuple[str, ...] = ()
    why: Tuple[Reason, ...] = ()
    rests_on: Tuple[str, ...] = ()
    readings: Table[DeadlineReading] = Table()

    def __str__(self) -> str:
        words = f"{self.says} ({self.clause}): " if self.says else ""
        return words + DeadlineReading.__str__(self)


@dataclass(frozen=True)
class WindowReading:
    """A door under one reading."""

    state: WindowState
    opens: AnswerDate = None
    closes: AnswerDate = None
    if_late: Optional[str] = None
    projected: bool = False
    provisional: bool = False
    by_day: bool = False
    could_be_earlier: bool = False
    close_of_business_unknown: bool = False
    wait_lifted: bool = False
    host_reading: bool = False
    wait: Optional[str] = None
    opens_after: Optional[str] = None
    within: Optional[str] = None
    after: Optional[str] = None
    used_by: Optional[str] = None
    opens_working: Tuple[Counted, ...] = ()
    closes_working: Tuple[Counted, ...] = ()

    def __str__(self) -> str:
        opens = "" if self.opens is None else f", from {self.opens}"
        closes = "" if self.closes is None else f", until {self.closes}"
        return f"{self.state}{opens}{closes}"


@dataclass(frozen=True)
class Window(WindowReading):
    """A door that is open to the resident, until when."""

    door: str = ""
    clause: Optional[str] = None
    says: Optional[str] = None
    superseded: Optional[Superseded] = None
    left_open: Tuple[str, ...] = ()
    conflicts_with: Tuple[Conflict, ...] = ()
    strength: Optional[Strength] = None
    used: AnswerDate = None
    door_says: Optional[str] = None
    why: Tuple[Reason, ...] = ()
    rests_on: Tuple[str, ...] = ()
    readings: Table[WindowReading] = Table()

    def __str__(self) -> str:
        words = f"{self.says} ({self.clause}): " if self.says else ""
        return words + WindowReading.__str__(self)


@dataclass(frozen=True)
class Tier:
    """The tier that decides an extension."""

    strength: Strength
    clause: str
    says: str
    up_to: Optional[str] = None
    in_all: Optional[str] = None
    superseded: Optional[Superseded] = None
    left_open: Tuple[str, ...] = ()
    conflicts_with: Tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class ExtensionReading:
    """May the limit be extended as asked? Under one reading."""

    outcome: ExtensionOutcome
    tier: Optional[str] = None
    due: AnswerDate = None
    projected: bool = False
    provisional: bool = False
    by_day: bool = False
    could_be_earlier: bool = False
    close_of_business_unknown: bool = False
    late: bool = False
    already_done: bool = False
    missing: Tuple[str, ...] = ()
    unknown: Tuple[str, ...] = ()
    notices: Tuple[str, ...] = ()
    duties: Tuple[str, ...] = ()
    current_due: AnswerDate = None
    policy_due: AnswerDate = None
    reach: AnswerDate = None
    asked: AnswerDate = None
    working: Tuple[Counted, ...] = ()

    def __str__(self) -> str:
        lacks = ", ".join(self.missing + self.unknown)
        due = "" if self.due is None else f", to {self.due}"
        return f"{self.outcome}{due}" + (f"; needs {lacks}" if lacks else "")


@dataclass(frozen=True)
class Extension(ExtensionReading):
    """May a limit be extended, on what condition, at what duty?"""

    of: Optional[str] = None
    question_words: Tuple[Question, ...] = ()
    tier_words: Optional[Tier] = None
    readings: Table[Table[ExtensionReading]] = Table()

    def __str__(self) -> str:
        return f"{self.of}: {ExtensionReading.__str__(self)}"


@dataclass(frozen=True)
class Standing:
    """Where the case stands: its stage, what is overdue, what is next, what to ask."""

    state: StandingState
    stage: Optional[str] = None
    next: Optional[str] = None
    overdue: Tuple[str, ...] = ()
    questions: Tuple[str, ...] = ()
    question_words: Tuple[Question, ...] = ()

    def __str__(self) -> str:
        stage = f" ({self.stage})" if self.stage else ""
        late = f", overdue: {', '.join(self.overdue)}" if self.overdue else ""
        then = f", next: {self.next}" if self.next else ""
        return f"{self.state}{stage}{late}{then}"


@dataclass(frozen=True)
class Note:
    """What a careful reader should know beside the answer."""

    slug: str
    text: str
    rule: Optional[str] = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class UsedCalendar:
    """A calendar that the answer counted by."""

    name: str
    revision: str
    first_covered: AnswerDate
    last_covered: AnswerDate
    last_published: AnswerDate
