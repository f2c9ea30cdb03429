# SPDX-License-Identifier: MIT
"""One case asked of a set of policies."""

from __future__ import annotations

import ctypes
import datetime
import os
from dataclasses import dataclass
from typing import Any, Callable, Iterable, List, Mapping, Optional, Tuple, Union

from . import _library as library
from . import cases, dates
from ._library import Handle, lib, text
from ._prototypes import CalendarEntry, Options
from .answer import Answer
from .calendars import Calendar
from .enums import Ask, Detail
from .errors import BadValue, CaseFault, NotFound, OutOfMemory

_BITS = {Ask.ELIGIBILITY: 1, Ask.DEADLINES: 2, Ask.EXTENSION: 4, Ask.WINDOWS: 8, Ask.STANDING: 16}
_DETAILS = {Detail.VERDICT: 1, Detail.ANSWER: 2, Detail.WORKING: 3}
_NOW_NONE, _NOW_DAY, _NOW_MOMENT = 1, 2, 3
_OPTIONS_SIZE = ctypes.sizeof(Options)
_ENTRY_SIZE = ctypes.sizeof(CalendarEntry)


@dataclass(frozen=True)
class CaseText:
    """A case that is text already, YAML or JSON; faults are told by its name and their lines."""

    name: str
    data: bytes


class _NowOfCase:
    def __repr__(self) -> str:
        return "NOW_OF_CASE"


# As `now`: the present that the case itself has.
NOW_OF_CASE = _NowOfCase()


@dataclass(frozen=True)
class Asked:
    """How to ask."""

    now: Any
    ask: Union[Ask, str, Iterable[Union[Ask, str]]]
    detail: Union[Detail, str]
    readings: bool
    calendars: Optional[Mapping[str, Calendar]]
    landlord: Optional[str]
    time_zone: Union[None, str, datetime.tzinfo]


def choose(kind: Any, word: Any, what: str) -> Any:
    """The member of an enumeration that a word names."""
    try:
        return kind(word)
    except ValueError:
        words = ", ".join(one.value for one in kind)
        raise BadValue(f"{what} {word!r} is none of {words}") from None


def detail_of(detail: Union[Detail, str]) -> int:
    """The number of a detail."""
    return _DETAILS[choose(Detail, detail, "detail")]


def questions_of(ask: Union[Ask, str, Iterable[Union[Ask, str]]]) -> int:
    """The bits of what is asked."""
    if isinstance(ask, str):
        return _BITS[choose(Ask, ask, "ask")]
    if not isinstance(ask, Iterable):
        raise TypeError(f"ask is one word or several, not {type(ask).__name__}")
    bits = 0
    for one in ask:
        bits |= _BITS[choose(Ask, one, "ask")]
    if not bits:
        raise BadValue("nothing is asked: ask is empty")
    return bits


def entries_of(calendars: Optional[Mapping[str, Calendar]]) -> Tuple[Any, int]:
    """A calendar map as the library takes it; valid while the calendars are."""
    if not calendars:
        return None, 0
    if not isinstance(calendars, Mapping):
        raise TypeError("calendars are a mapping of names to Calendars, not "
                        f"{type(calendars).__name__}")
    entries = (CalendarEntry * len(calendars))()
    for entry, (name, calendar) in zip(entries, calendars.items()):
        if not isinstance(calendar, Calendar):
            raise TypeError(f'calendars["{name}"] is a Calendar, not {type(calendar).__name__}')
        entry.size = _ENTRY_SIZE
        entry.name = library.encode(name, "a calendar's name")
        entry.calendar = calendar._handle.address
    return entries, len(calendars)


def _set_now(options: Options, now: Any, zone: Optional[datetime.tzinfo]) -> None:
    if now is NOW_OF_CASE:
        return
    now = cases.plain(now, "now")
    if now is None:
        options.now_kind = _NOW_NONE
    elif isinstance(now, datetime.datetime):
        try:
            moment = dates.to_utc(now, zone)
        except ValueError as error:
            raise cases.fault("now", "offset-missing", str(error)) from None
        options.now_kind = _NOW_MOMENT
        options.now_moment = int(moment.timestamp())
    elif isinstance(now, datetime.date):
        options.now_kind = _NOW_DAY
        options.now_day = dates.to_number(now)
    else:
        cases.refuse(now, "now")
    if now is not None and not 1900 <= now.year <= 2199:
        raise cases.fault("now", "date-out-of-range", f"{now} lies outside the years 1900 to 2199")


def _options(asked: Asked, zone: Optional[datetime.tzinfo]) -> Options:
    options = Options(_OPTIONS_SIZE, detail_of(asked.detail),
                      0 if asked.readings else 1)
    _set_now(options, asked.now, zone)
    if asked.calendars:
        options.calendars, options.calendar_count = entries_of(asked.calendars)
    if asked.landlord is not None:
        options.landlord = library.encode(asked.landlord, "landlord")
    return options


def _load_text(policies: Handle, data: bytes, keys: List[str]) -> Handle:
    pointer = ctypes.c_void_p()
    status = lib.complaint_case_load_memory(policies, b"case", data, len(data),
                                            ctypes.byref(pointer), None)
    if status != library.OK:
        # Once more, this time with a list for the faults: most cases need none.
        found = library.Diagnostics()
        status = lib.complaint_case_load_memory(policies, b"case", data, len(data),
                                                ctypes.byref(pointer), found)
        library.raise_file_fault(status, "case", cases.with_keys(found.read(), keys), CaseFault)
    return Handle(pointer, lib.complaint_case_free)


def _load_file(policies: Handle, path: "os.PathLike[str]") -> Handle:
    found = library.Diagnostics()
    pointer = ctypes.c_void_p()
    status = lib.complaint_case_load_file(policies, library.encode_path(path, "the case's path"),
                                          ctypes.byref(pointer), found)
    library.raise_file_fault(status, os.fsdecode(path), found.read(), CaseFault)
    return Handle(pointer, lib.complaint_case_free)


def _load_given(policies: Handle, case: CaseText) -> Handle:
    found = library.Diagnostics()
    pointer = ctypes.c_void_p()
    status = lib.complaint_case_load_memory(
        policies, library.encode(case.name, "the case's name"), case.data, len(case.data),
        ctypes.byref(pointer), found)
    library.raise_file_fault(status, case.name, found.read(), CaseFault)
    return Handle(pointer, lib.complaint_case_free)


def why_not_found(policies: Handle, landlord: Optional[str],
                  calendars: Optional[Mapping[str, Calendar]]) -> str:
    """Which name it was that the policies do not know."""
    members = [lib.complaint_set_get_policy(policies, i)
               for i in range(lib.complaint_set_policy_count(policies))]
    landlords = list(dict.fromkeys(text(lib.complaint_policy_get_landlord(one))
                                   for one in members))
    if landlord is None and len(landlords) > 1:
        return "several landlords and none named: give landlord=, one of " + ", ".join(landlords)
    if landlord is not None and landlord not in landlords:
        return f'no policy here is of the landlord "{landlord}"; there are ' + ", ".join(landlords)
    known = list(dict.fromkeys(text(lib.complaint_policy_get_calendar_name(one, i))
                               for one in members
                               for i in range(lib.complaint_policy_calendar_count(one))))
    for name in calendars or ():
        if name not in known:
            return f'calendars: no policy here names "{name}"; they name ' + ", ".join(known)
    return "a landlord or a calendar that no policy here names"


def evaluate(case: Any, questions: int, options: Options,
             why: Callable[[], str] = lambda: "not found") -> Handle:
    """The library's answer to a case of the library's; ``why`` says what was not found."""
    pointer = ctypes.c_void_p()
    if lib.complaint_answer_new(ctypes.byref(pointer)) != library.OK:
        raise OutOfMemory("no memory for an answer")
    answer = Handle(pointer, lib.complaint_answer_free)
    status = lib.complaint_answer_evaluate(answer, case, questions, ctypes.byref(options))
    if status == library.NO_MEMORY:
        raise OutOfMemory("no memory for an answer")
    if status == library.NOT_FOUND:
        raise NotFound(why())
    if status != library.OK:
        raise BadValue(f"this cannot be asked ({library.status_words(status)})")
    return answer


def ask_case(policies: Handle, case: Any, asked: Asked) -> Answer:
    """The whole way, from a mapping or a path to an answer."""
    zone = dates.find_zone(asked.time_zone)
    questions = questions_of(asked.ask)
    options = _options(asked, zone)
    if isinstance(case, os.PathLike):
        loaded = _load_file(policies, case)
    elif isinstance(case, CaseText):
        loaded = _load_given(policies, case)
    else:
        loaded = _load_text(policies, *cases.to_json(case, zone))
    return Answer._of(evaluate(loaded, questions, options, lambda: why_not_found(
        policies, asked.landlord, asked.calendars)))
