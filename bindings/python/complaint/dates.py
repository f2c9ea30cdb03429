# SPDX-License-Identifier: MIT
"""Days, moments, spans and lengths of time, between Python and the library."""

from __future__ import annotations

import datetime
import operator
import zoneinfo
from dataclasses import dataclass
from typing import Any, Optional, Union

from .enums import State, Unit
from .errors import BadValue

_EPOCH = datetime.date(1970, 1, 1).toordinal()
DAY_NONE = -2147483648  # COMPLAINT_DAY_NONE


@dataclass(frozen=True)
class Duration:
    """A length of time with its unit, which is never guessed.

    >>> str(Duration(10, Unit.WORKING_DAYS))
    '10 working days'
    """

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", Unit(self.unit))
        try:
            amount = -1 if isinstance(self.amount, bool) else operator.index(self.amount)
        except TypeError:
            amount = -1
        if amount < 1:
            raise BadValue(f"an amount of time is a whole number from 1, not {self.amount!r}")
        object.__setattr__(self, "amount", amount)

    def __str__(self) -> str:
        unit = self.unit.value
        return f"{self.amount} {unit[:-1] if self.amount == 1 else unit}"


@dataclass(frozen=True)
class Span:
    """A date of which only the first and last possibility are known."""

    first: Union[datetime.date, datetime.datetime]
    last: Union[datetime.date, datetime.datetime]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


@dataclass(frozen=True)
class BeyondCalendar:
    """There is no date, since the calendar does not reach: its name and the last day it covers.

    ``calendar`` is None where the date would lie outside the years 1900 to 2199.
    """

    calendar: Optional[str]
    covered: Optional[datetime.date]
    source: Optional[str] = None

    def __str__(self) -> str:
        if self.calendar is None:
            return "outside the years 1900 to 2199"
        return f"beyond the calendar {self.calendar}, which covers {self.covered}"


# A date of an answer: None where nothing sets one.
AnswerDate = Union[None, datetime.date, datetime.datetime, Span, State, BeyondCalendar]


def to_number(day: datetime.date, what: str = "a day") -> int:
    """Days since 1970-01-01 of a date, or of NumPy's ``datetime64[D]``. A datetime is refused: its
    day hangs on its zone."""
    if type(day).__name__ == "datetime64" and getattr(day, "dtype", "") == "datetime64[D]":
        day = day.item()  # type: ignore[attr-defined]
    if isinstance(day, datetime.datetime) or not isinstance(day, datetime.date):
        raise TypeError(f"{what} is a datetime.date, not {type(day).__name__}"
                        + ("; write its .date()" if isinstance(day, datetime.datetime) else ""))
    return day.toordinal() - _EPOCH


def from_number(day: int) -> datetime.date:
    """The date of a number of days since 1970-01-01."""
    return datetime.date.fromordinal(day + _EPOCH)


def _point(text: str) -> Union[datetime.date, datetime.datetime]:
    if "T" not in text:
        return datetime.date.fromisoformat(text)
    # "Z" is read from Python 3.11 on.
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def from_json(value: Any) -> AnswerDate:
    """A date as the JSON document of an answer has it."""
    if value is None:
        return None
    if isinstance(value, str):
        return _point(value) if value[:1].isdigit() else State(value)
    if "from" in value:
        return Span(_point(value["from"]), _point(value["until"]))
    covered = value["covered"]
    return BeyondCalendar(value["beyond-calendar"],
                          None if covered is None else datetime.date.fromisoformat(covered),
                          value.get("source"))


def find_zone(zone: Union[None, str, datetime.tzinfo]) -> Optional[datetime.tzinfo]:
    """The time zone in which times without one are meant."""
    if zone is None or isinstance(zone, datetime.tzinfo):
        return zone
    try:
        return zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, TypeError, OSError) as error:
        raise BadValue(f"there is no time zone {zone!r} here ({error}); on a system without time "
                       "zones, install the package tzdata") from None


def to_utc(moment: datetime.datetime, zone: Optional[datetime.tzinfo]) -> datetime.datetime:
    """A moment in UTC, to the second. ValueError says why there is none."""
    naive = moment.tzinfo is None or moment.utcoffset() is None
    if naive and zone is None:
        raise ValueError("a time of day without a time zone: make it aware, or state the zone "
                         'with time_zone="Europe/London"')
    if naive:
        moment = moment.replace(tzinfo=zone)
    try:
        utc = moment.astimezone(datetime.timezone.utc)
        back = utc.astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        raise ValueError("a moment outside the years 1900 to 2199") from None
    if naive and back != moment.replace(tzinfo=None, fold=0):
        raise ValueError(f"{moment.replace(tzinfo=None)} does not exist in {zone}: the clocks went "
                         "forward over it")
    return utc.replace(microsecond=0)
