# SPDX-License-Identifier: MIT
"""Working days: which days are, how to count them, and why a day is not one."""

from __future__ import annotations

import ctypes
import datetime
import os
from dataclasses import dataclass
from typing import Any, Iterable, Mapping, Optional, Tuple, Union

from . import _library as library
from ._content import Content, capture, texts_of
from ._library import Handle, lib, text
from .dates import DAY_NONE, from_number, to_number
from .errors import BadValue, CalendarFault, CalendarNotCovered, NotFound, OutOfMemory

_UNION, _INTERSECTION = 1, 2
_MOST = 100_000  # working days that are counted at once


@dataclass(frozen=True)
class ClosedBecause:
    """Why a day is no working day."""

    cause: str
    source: str
    projected: bool = False

    def __str__(self) -> str:
        return f"{self.cause} ({self.source}{', projected' if self.projected else ''})"


class Calendar:
    """Working days of a landlord. It never changes; threads may share it.

    >>> calendar = Calendar.bundled("england-and-wales")
    >>> calendar.is_working_day(datetime.date(2022, 9, 19))
    False
    >>> calendar.add(datetime.date(2022, 9, 2), 10)
    datetime.date(2022, 9, 16)
    """

    __slots__ = ("_handle", "_recipe", "__weakref__")
    _handle: Handle
    _recipe: Tuple[Any, ...]

    def __init__(self) -> None:
        raise TypeError("a calendar comes from Calendar.bundled() or Calendar.load()")

    @classmethod
    def _made(cls, handle: Handle, recipe: Tuple[Any, ...]) -> Calendar:
        self = cls.__new__(cls)
        self._handle = handle
        self._recipe = recipe
        return self

    @staticmethod
    def bundled_names() -> Tuple[str, ...]:
        """The calendars that come with the library.

        >>> Calendar.bundled_names()
        ('england-and-wales', 'scotland', 'northern-ireland', 'united-kingdom')
        """
        return tuple(text(lib.complaint_calendar_bundled_name(i))
                     for i in range(lib.complaint_calendar_bundled_count()))

    @classmethod
    def bundled(cls, name: str) -> Calendar:
        """One of the calendars that come with the library."""
        encoded = library.encode(name, "the calendar's name")
        status, handle = library.make(lib.complaint_calendar_load_bundled,
                                      lib.complaint_calendar_free, encoded, len(encoded))
        if handle is None:
            _refuse(status, f'there is no bundled calendar "{name}"; there are '
                    + ", ".join(cls.bundled_names()))
            raise AssertionError  # not reached
        return cls._made(handle, ("bundled", name))

    @classmethod
    def load(cls, path: Union[str, os.PathLike[str]]) -> Calendar:
        """A calendar file (``kind: calendar``) or an ``.ics`` file. Faults raise CalendarFault."""
        content = capture(path)
        try:
            if content is not None:
                return cls._from_content(content)
        except CalendarFault:
            pass  # the file itself tells its faults with its folder
        return cls._from_path(path)

    @classmethod
    def from_text(cls, source: Union[str, bytes], name: str = "calendar.yaml",
                  files: Optional[Mapping[str, Union[str, bytes]]] = None) -> Calendar:
        """A calendar from memory; ``files`` are those that it names. ``.ics`` in ``name`` is read
        as iCalendar."""
        return cls._from_content(Content.of(name, source, files))

    @classmethod
    def _from_path(cls, path: Union[str, os.PathLike[str]]) -> Calendar:
        found = library.Diagnostics()
        pointer = ctypes.c_void_p()
        status = lib.complaint_calendar_load_file(
            library.encode_path(path, "the calendar's path"), ctypes.byref(pointer), found)
        library.raise_file_fault(status, os.fsdecode(path), found.read(), CalendarFault)
        return cls._made(Handle(pointer, lib.complaint_calendar_free), ("path", path))

    @classmethod
    def _from_content(cls, content: Content) -> Calendar:
        found = library.Diagnostics()
        pointer = ctypes.c_void_p()
        texts, count = texts_of(content)
        status = lib.complaint_calendar_load_memory(
            content.name.encode("utf-8", "surrogateescape"), content.data, len(content.data), texts,
            count, ctypes.byref(pointer), found)
        library.raise_file_fault(status, content.name, found.read(), CalendarFault)
        return cls._made(Handle(pointer, lib.complaint_calendar_free), ("content", content))

    @classmethod
    def union(cls, calendars: Iterable[Calendar], name: str = "union") -> Calendar:
        """A day is closed when any of them closes it."""
        return cls._combined(tuple(calendars), _UNION, name)

    @classmethod
    def intersection(cls, calendars: Iterable[Calendar], name: str = "intersection") -> Calendar:
        """A day is closed when all of them close it."""
        return cls._combined(tuple(calendars), _INTERSECTION, name)

    @classmethod
    def _combined(cls, calendars: Tuple[Calendar, ...], how: int, name: str) -> Calendar:
        if not calendars:
            raise BadValue(f"{name}: there are no calendars to join")
        for one in calendars:
            if not isinstance(one, Calendar):
                raise TypeError(f"calendars are joined, not {type(one).__name__}")
        parts = (ctypes.c_void_p * len(calendars))(*(one._handle.address for one in calendars))
        encoded = library.encode(name, "the calendar's name")
        status, handle = library.make(lib.complaint_calendar_combine, lib.complaint_calendar_free,
                                      parts, len(calendars), how, encoded, len(encoded))
        if handle is None:
            _refuse(status, "these calendars have no covered day in common"
                    if status == library.OUT_OF_RANGE else "calendars cannot be joined so")
            raise AssertionError  # not reached
        return cls._made(handle, ("combined", calendars, how, name))

    def project(self, until_year: int) -> Calendar:
        """The same calendar with bank holidays foretold by rule up to the end of a year. Answers
        that count such days are marked provisional."""
        status, handle = library.make(lib.complaint_calendar_project, lib.complaint_calendar_free,
                                      self._handle, library.whole(until_year, "a year"))
        if handle is None:
            _refuse(status, f"{self.name} cannot be projected to {until_year}: a year after "
                    f"{self.last_published.year} is wanted, no more than 178 after "
                    f"{self.first_covered.year}, and a calendar whose holidays have rules")
            raise AssertionError  # not reached
        return self._made(handle, ("projected", self, until_year))

    def __reduce__(self) -> Tuple[Any, ...]:
        return _remake, self._recipe

    # --- what it is --------------------------------------------------------

    @property
    def name(self) -> str:
        """What answers call it."""
        return text(lib.complaint_calendar_get_name(self._handle))

    @property
    def revision(self) -> str:
        """A digest of its inputs: calendars of equal revision count alike."""
        return text(lib.complaint_calendar_get_revision(self._handle))

    def _span(self) -> Tuple[int, int, int]:
        numbers = [ctypes.c_int32() for _ in range(3)]
        lib.complaint_calendar_get_span(self._handle, *map(ctypes.byref, numbers))
        return numbers[0].value, numbers[1].value, numbers[2].value

    @property
    def first_covered(self) -> datetime.date:
        """Its first covered day."""
        return from_number(self._span()[0])

    @property
    def last_covered(self) -> datetime.date:
        """Its last covered day."""
        return from_number(self._span()[1])

    @property
    def last_published(self) -> datetime.date:
        """The last day that is published; what lies after it is projected."""
        return from_number(self._span()[2])

    @property
    def close_of_business(self) -> Optional[datetime.time]:
        """Until when a day counts; None when the calendar does not say."""
        minutes = lib.complaint_calendar_get_close_of_business(self._handle)
        return None if minutes < 0 else datetime.time(minutes // 60, minutes % 60)

    def __contains__(self, day: object) -> bool:
        first, last, _ = self._span()
        return isinstance(day, datetime.date) and first <= to_number(day) <= last

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Calendar):
            return NotImplemented
        return (self.name, self.revision) == (other.name, other.revision)

    def __hash__(self) -> int:
        return hash((self.name, self.revision))

    def __str__(self) -> str:
        return f"{self.name}, {self.first_covered} to {self.last_covered}"

    def __repr__(self) -> str:
        return f"<complaint.Calendar {self.name!r}, revision {self.revision}>"

    # --- arithmetic ---------------------------------------------------------

    def _check(self, status: int, what: str) -> None:
        if status == library.OUT_OF_RANGE:
            raise CalendarNotCovered(self.name, self.first_covered, self.last_covered, what)
        _refuse(status, what)

    def is_working_day(self, day: datetime.date) -> bool:
        """Is this a working day? CalendarNotCovered where the calendar does not say."""
        result = ctypes.c_int32()
        status = lib.complaint_calendar_is_working_day(self._handle, to_number(day),
                                                       ctypes.byref(result))
        if status:
            self._check(status, str(day))
        return result.value == 1

    def add(self, start: datetime.date, working_days: int) -> datetime.date:
        """Count working days on (or, when negative, back). Day one is the first working day after
        ``start``, whatever day ``start`` is; 0 gives ``start``."""
        result = ctypes.c_int32()
        count = library.whole(working_days, "a number of working days", -_MOST, _MOST)
        status = lib.complaint_calendar_add_working_days(self._handle, to_number(start), count,
                                                         ctypes.byref(result))
        if status:
            self._check(status, f"{start} and {working_days} working days")
        return from_number(result.value)

    def count(self, after: datetime.date, until: datetime.date) -> int:
        """Working days after the first day up to and including the second; negative when the
        second is earlier. The inverse of add().

        >>> calendar = Calendar.bundled("england-and-wales")
        >>> calendar.count(datetime.date(2022, 9, 2), datetime.date(2022, 9, 16))
        10
        """
        result = ctypes.c_int32()
        status = lib.complaint_calendar_count_working_days(
            self._handle, to_number(after), to_number(until), ctypes.byref(result))
        if status:
            self._check(status, f"{after} to {until}")
        return result.value

    def next(self, day: datetime.date) -> datetime.date:
        """The day itself when it is a working day, else the next one."""
        result = ctypes.c_int32()
        self._check(lib.complaint_calendar_next_working_day(
            self._handle, to_number(day), ctypes.byref(result)), f"the working day from {day} on")
        return from_number(result.value)

    def previous(self, day: datetime.date) -> datetime.date:
        """The day itself when it is a working day, else the one before."""
        result = ctypes.c_int32()
        self._check(lib.complaint_calendar_previous_working_day(
            self._handle, to_number(day), ctypes.byref(result)), f"the working day up to {day}")
        return from_number(result.value)

    def add_many(self, starts: Any, working_days: Any) -> Any:
        """add() for columns of days, such as NumPy arrays of ``datetime64[D]``; NaT where a day is
        missing or a row leaves the calendar.

        ``working_days`` is one number or an array of the same length. A time of day that is not
        midnight, or a zone, is a ColumnFault: its day hangs on the zone. Needs NumPy.

        >>> import numpy
        >>> calendar = Calendar.bundled("england-and-wales")
        >>> print(calendar.add_many(numpy.array(["2022-09-02", "NaT"], "datetime64[D]"), 10))
        ['2022-09-16'        'NaT']
        """
        import numpy

        from ._working_days import counts_of, days_of

        days = days_of(starts, "starts")
        counts = counts_of(working_days, "working_days", _MOST)
        if len(counts) not in (1, len(days)):
            raise BadValue(f"{len(days)} starts and {len(counts)} numbers of working days")
        found = numpy.empty(len(days), "int32")
        pointer = ctypes.POINTER(ctypes.c_int32)
        _refuse(lib.complaint_calendar_add_working_days_many(
            self._handle, days.ctypes.data_as(pointer), 4, counts.ctypes.data_as(pointer),
            0 if len(counts) == 1 else 4, len(days), found.ctypes.data_as(pointer), None),
            "working days of many rows")
        many = found.astype("int64").astype("datetime64[D]")
        many[found == DAY_NONE] = numpy.datetime64("NaT")
        return many

    def why_closed(self, day: datetime.date) -> Tuple[ClosedBecause, ...]:
        """All causes that close a day; empty for a working day.

        >>> calendar = Calendar.bundled("england-and-wales")
        >>> print(calendar.why_closed(datetime.date(2022, 9, 17))[0])
        Saturday (weekend)
        """
        self.is_working_day(day)  # a day that is not covered has causes that nobody knows
        number = to_number(day)
        return tuple(
            ClosedBecause(
                text(lib.complaint_calendar_get_cause(self._handle, number, i)),
                text(lib.complaint_calendar_get_cause_source(self._handle, number, i)),
                lib.complaint_calendar_is_cause_projected(self._handle, number, i) == 1)
            for i in range(lib.complaint_calendar_cause_count(self._handle, number)))

    def explain(self, day: datetime.date) -> str:
        """A day in one line: open or closed, and why."""
        length = ctypes.c_size_t()
        number = to_number(day)
        self._check(lib.complaint_calendar_explain_day(
            self._handle, number, None, 0, ctypes.byref(length)), str(day))
        buffer = ctypes.create_string_buffer(length.value + 1)
        self._check(lib.complaint_calendar_explain_day(
            self._handle, number, buffer, len(buffer), None), str(day))
        return text(buffer.value)


def _refuse(status: int, what: str) -> None:
    if status == library.NO_MEMORY:
        raise OutOfMemory(what)
    if status == library.NOT_FOUND:
        raise NotFound(what)
    if status != library.OK:
        raise BadValue(f"{what} ({library.status_words(status)})")


def _remake(how: str, *rest: Any) -> Calendar:
    makers = {
        "bundled": Calendar.bundled,
        "path": Calendar._from_path,
        "content": Calendar._from_content,
        "combined": Calendar._combined,
        "projected": Calendar.project,
    }
    made: Calendar = makers[how](*rest)  # type: ignore[operator]
    return made
