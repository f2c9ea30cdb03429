# SPDX-License-Identifier: MIT
"""The answer to a case: read when it is looked at, and never changed."""

from __future__ import annotations

import ctypes
import datetime
import functools
import json
import threading
from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Tuple, Type, TypeVar

from . import _library as library
from . import dates
from ._decode import decode
from ._library import Handle, lib
from ._prototypes import IcsRequest
from .answers import (Candidates, Deadline, Eligibility, Extension, Note, Standing, Table,
                      UsedCalendar, Version, Window)
from .dates import AnswerDate
from .errors import BadValue, OutOfMemory

T = TypeVar("T")


class _Source:
    """The library's answer, and the texts made of it; one thread at a time is let in."""

    __slots__ = ("handle", "lock", "json", "words")

    def __init__(self, handle: Optional[Handle], json: Optional[str] = None,
                 words: Optional[str] = None) -> None:
        self.handle = handle
        self.lock = threading.Lock()
        self.json = json
        self.words = words

    def _write(self, function: Any) -> str:
        written = ctypes.c_char_p()
        status = function(self.handle, ctypes.byref(written), None)
        if status == library.NO_MEMORY:
            raise OutOfMemory("no memory for the text of an answer")
        if status != library.OK or written.value is None:
            raise BadValue(library.status_words(status))
        return written.value.decode("utf-8")

    def read_json(self) -> str:
        with self.lock:
            if self.json is None:
                self.json = self._write(lib.complaint_answer_get_json)
            return self.json

    def read_words(self) -> str:
        with self.lock:
            if self.words is None:
                self.words = self._write(lib.complaint_answer_get_text)
            return self.words


@dataclass(frozen=True, eq=False, repr=False)
class Answer:
    """What a policy says of a complaint. ``str()`` gives it in sentences for a person, to_dict()
    as the JSON document (``docs/schema/answer.schema.json``).

    What was not asked is None, or empty where it is a table.
    """

    _source: _Source = field()

    @classmethod
    def _of(cls, handle: Handle) -> Answer:
        return cls(_Source(handle))

    @property
    def json(self) -> str:
        """The JSON document as text."""
        return self._source.read_json()

    def to_dict(self) -> Dict[str, Any]:
        """The JSON document, a new one each time."""
        document: Dict[str, Any] = json.loads(self.json)
        return document

    @functools.cached_property
    def _document(self) -> Dict[str, Any]:
        return self.to_dict()

    def _part(self, key: str, cls: Type[T]) -> Optional[T]:
        part = self._document.get(key)
        return None if part is None else decode(cls, part)

    def _table(self, key: str, cls: Type[T]) -> Table[T]:
        return Table(self._document.get(key), functools.partial(decode, cls))

    def _list(self, key: str, cls: Type[T]) -> Tuple[T, ...]:
        return tuple(decode(cls, part) for part in self._document.get(key, ()))

    @functools.cached_property
    def policy(self) -> Optional[Version]:
        """The version that governs; None while that is not known: see ``version``."""
        return self._part("policy", Version)

    @functools.cached_property
    def version(self) -> Optional[Candidates]:
        """Which versions it could be, and what to ask for."""
        return self._part("version", Candidates)

    @functools.cached_property
    def now(self) -> AnswerDate:
        """The present that it was asked for."""
        return dates.from_json(self._document.get("now"))

    @functools.cached_property
    def eligibility(self) -> Optional[Eligibility]:
        """May the complaint be refused?"""
        return self._part("eligibility", Eligibility)

    @functools.cached_property
    def deadlines(self) -> Mapping[str, Deadline]:
        """What is due, by duty."""
        return self._table("deadlines", Deadline)

    @functools.cached_property
    def extension(self) -> Optional[Extension]:
        """May the limit be extended as the case asks?"""
        return self._part("extension", Extension)

    @functools.cached_property
    def windows(self) -> Mapping[str, Window]:
        """Which doors are open, by window."""
        return self._table("windows", Window)

    @functools.cached_property
    def standing(self) -> Optional[Standing]:
        """Where the case stands."""
        return self._part("standing", Standing)

    @functools.cached_property
    def chosen_readings(self) -> Mapping[str, str]:
        """By rule: the reading that the case chose."""
        return Table(self._document.get("chosen-readings", {}))

    @functools.cached_property
    def notes(self) -> Tuple[Note, ...]:
        """What a careful reader should know beside the answer."""
        return self._list("notes", Note)

    @functools.cached_property
    def calendars(self) -> Tuple[UsedCalendar, ...]:
        """The calendars that were used, with their revisions."""
        return self._list("calendars", UsedCalendar)

    @functools.cached_property
    def left_open(self) -> Tuple[str, ...]:
        """What the text leaves open as a whole."""
        return tuple(self._document.get("left-open", ()))

    @functools.cached_property
    def silent_on(self) -> Tuple[str, ...]:
        """What the policy has no rule on."""
        return tuple(self._document.get("silent-on", ()))

    def to_ics(self, case_id: str, uid_domain: str, stamp: datetime.datetime, *, sequence: int = 0,
               alarm_days: int = 0, withdrawn: bool = False) -> str:
        """What is running or overdue as iCalendar text. ``stamp`` is an aware datetime; the same
        one gives the same text. ``withdrawn``: with what is done or no longer owed, as cancelled
        events, so that a program which imported them takes them away. NotBuiltIn where the
        library was built without libical."""
        if self._source.handle is None:
            raise BadValue("an answer that came from elsewhere has no calendar; ask again here")
        if not isinstance(stamp, datetime.datetime):
            raise TypeError(f"stamp is an aware datetime, not {type(stamp).__name__}")
        try:
            moment = int(dates.to_utc(stamp, None).timestamp())
        except ValueError as error:
            raise BadValue(f"stamp: {error}") from None
        request = IcsRequest(ctypes.sizeof(IcsRequest), library.encode(case_id, "case_id"),
                             library.encode(uid_domain, "uid_domain"), moment,
                             library.whole(sequence, "sequence", 0),
                             library.whole(alarm_days, "alarm_days", 0, 366), 1 if withdrawn else 0)
        for what, given in (("case_id", case_id), ("uid_domain", uid_domain)):
            if not given:
                raise BadValue(f"{what} is empty; it is part of the name of every event")
        pointer = ctypes.c_void_p()
        with self._source.lock:
            status = lib.complaint_answer_get_ics(self._source.handle, ctypes.byref(request),
                                                  ctypes.byref(pointer), None)
        return library.owned_text(status, pointer)

    def __str__(self) -> str:
        return self._source.read_words()

    def __repr__(self) -> str:
        policy = self.policy.id if self.policy else None
        outcome = self.eligibility and f", {self.eligibility.outcome}"
        standing = self.standing and f", {self.standing}"
        return f"<complaint.Answer by {policy}{outcome or ''}{standing or ''}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return self._document == other._document

    def __hash__(self) -> int:
        return hash(self.json)

    def __reduce__(self) -> Tuple[Any, ...]:
        return _remake, (self.json, str(self))


def _remake(json: str, words: str) -> Answer:
    return Answer(_Source(None, json, words))
